"""What text may contain. One `clean()` where text comes in, and again where it goes out."""

from __future__ import annotations

import re
import unicodedata

# A terminated control sequence goes as a whole. One that never ends loses only its first character: a greedy
# pattern would take the rest of the clerk's sentence with it.
_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\r\n]{0,2048}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]{0,8}[0-Z\\^-~]"  # two-character escapes
)
_NEWLINE = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls; tab and newline stay
    "\u00ad\u200b\u2060-\u2064\ufeff"  # invisible: soft hyphen, zero-width space, joiners that join nothing, mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction overrides, which can make text read as what it isn't
    "\ufff9-\ufffb]"
)
# What NFKD leaves as it is: letters with a stroke, ligatures, the hyphens a word processor puts in (the minus sign too),
# and the apostrophes that count as letters.
_PLAINER = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
    "\u2010": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
    "\u02b9": "", "\u02bb": "", "\u02bc": "", "\u02bd": "",
})  # fmt: skip
_BREAK = re.compile(r"[\n\t]+")
_NOT_FOLDED = re.compile(r"[^0-9a-z-]+")
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text as it may be stored, shown and printed: NFC, without control, zero-width or direction characters.

    Every kind of line end becomes a newline; escape sequences go as a whole; what XML 1.0 can't hold becomes U+FFFD.
    Typographic quotes, no-break spaces and joiners inside words stay. `clean(clean(t)) == clean(t)`.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _ESCAPE_SEQUENCE.sub("", text)
    text = _NEWLINE.sub("\n", text)
    text = _NOT_XML.sub("\ufffd", text)
    text = _DROPPED.sub("", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """The same on one line: newlines and tabs become spaces, and what surrounds the text goes."""
    line = clean(text)
    return line.strip() if line.isprintable() else _BREAK.sub(" ", line).strip()


def fold(text: str) -> str:
    """Letters and digits only, small, without accents or apostrophes: what names are compared by.

    O'Brien, O’Brien and obrien are one, so are Søren and Soren; a hyphen of any kind counts, as in Canale-Parola.
    """
    if text.isascii():
        return _NOT_FOLDED.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_PLAINER)
    return "".join(c for c in plain if c.isalnum() or c == "-")
