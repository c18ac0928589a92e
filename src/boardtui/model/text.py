"""What text may contain: `clean()` where text comes in, `literal()` where it is shown.

`clean` decides what is stored: what only a machine sees goes, and everything else stays as it was written. `literal` decides
what is drawn: nothing goes unseen, so each character that could order a terminal about or hide is shown by another in its
place. Text that is clean is literal already, but for its line ends and for accents piled up higher than a row of the screen.
"""

from __future__ import annotations

import json
import re
import unicodedata

# A terminated control sequence goes as a whole. One that never ends loses only its first character: a greedy
# pattern would take the rest of the clerk's sentence with it.
_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\r\n]{0,2048}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b(?:[#%(-/][0-9A-Z@]|[78=>DEHMNOZc])"  # resets, character sets: only those there are, for letters follow
)
_NEWLINE = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # tab and the line ends are none of these
_UNSEEN = (
    "\u00ad\u180e\u200b\u2060-\u2064\ufeff\U000e0001"  # soft hyphen, zero-width space, joiners that join nothing, mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction overrides, which can make text read as what it isn't
    "\ufff9-\ufffb"
)
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(0x10000 * n + 0xFFFE)}{chr(0x10000 * n + 0xFFFF)}" for n in range(17)
)
_DROPPED = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
_REPLACED = re.compile(f"[{_NO_CHARACTERS}]")
_SHOWN_OTHERWISE = re.compile(f"[{_CONTROLS}{_UNSEEN}{_NO_CHARACTERS}]")
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
UNKNOWN_CHARACTER = "\ufffd"
_MOST_MARKS = 8
"""Accents on one letter that are drawn: no language needs more, and more would cover the rows above."""
_PERHAPS_A_TOWER = re.compile(f"[\u0300-\U0010ffff]{{{_MOST_MARKS + 1},}}")
# What NFKD leaves as it is: letters with a stroke, ligatures, the hyphens a word processor puts in (the minus sign too),
# and the apostrophes that count as letters.
_PLAINER = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
    "\u2010": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
    "\u02b9": "", "\u02bb": "", "\u02bc": "", "\u02bd": "",
})  # fmt: skip
_BREAK = re.compile(r"[\n\t]+")
_ESCAPED_IN_JSON = re.compile(r"\\[ubfr]")
_NOT_FOLDED = re.compile(r"[^0-9a-z-]+")


def clean(text: str) -> str:
    """Text as it may be stored and printed: NFC, without control, zero-width or direction characters.

    Every kind of line end becomes a newline; escape sequences go as a whole; what is no character at all, and what XML 1.0
    can't hold, becomes U+FFFD. Typographic quotes, no-break spaces and joiners inside words stay. Cleaning twice changes
    nothing more.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    text = _ESCAPE_SEQUENCE.sub("", text)
    text = _NEWLINE.sub("\n", text)
    text = _REPLACED.sub(UNKNOWN_CHARACTER, text)
    text = _DROPPED.sub("", text)
    return unicodedata.normalize("NFC", text)


def on_one_line(text: str) -> str:
    """The same on one line: line ends and tabs become a space."""
    line = clean(text)
    return line if line.isprintable() else _BREAK.sub(" ", line)


def clean_line(text: str) -> str:
    """The same on one line, without the spaces that surround it."""
    return on_one_line(text).strip()


def clean_json(text: str) -> str:
    """JSON in which every text is clean, what JSON itself escapes included. Raises ValueError where it isn't JSON.

    What boardtui writes is given back as it is, in no time.
    """
    if _ESCAPED_IN_JSON.search(text) is None and clean(text) == text:
        return text
    try:
        return json.dumps(_cleaned(json.loads(text)), ensure_ascii=False)
    except RecursionError:
        raise ValueError("too deep") from None


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    return {clean(key): _cleaned(one) for key, one in value.items()} if isinstance(value, dict) else value


def literal(text: str) -> str:
    """Text as one row of a screen, in which nothing is an order to the terminal and nothing hides.

    For everything that is drawn, from wherever it comes: text of a book that another program wrote in, the name of a file.
    Controls become their pictures (ESC is `␛`), line ends and tabs spaces, what has no picture U+FFFD; of accents piled
    up on one letter eight are drawn. As wide as it is counted; spaces at its ends stay; literal twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = _BREAK.sub(" ", literal_lines(text))
    return _PERHAPS_A_TOWER.sub(lambda found: _lower(found[0]), shown)


def literal_lines(text: str) -> str:
    """The same for what is printed and may be read by a program: lines stay lines, tabs tabs, accents as many as there are."""
    if text.isprintable():
        return text
    return _SHOWN_OTHERWISE.sub(lambda found: _PICTURES.get(ord(found[0]), UNKNOWN_CHARACTER), _NEWLINE.sub("\n", text))


def counted(number: int, what: str) -> str:
    """So many of them, as in `1 act` and `12 acts`. what: in the singular, of words whose plural ends in s."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _lower(run: str) -> str:
    """The run without the marks that are too many on one letter."""
    kept, marks = [], 0
    for character in run:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def fold(text: str) -> str:
    """Letters and digits only, small, without accents or apostrophes: what names are compared by.

    O'Brien, O’Brien and obrien are one, so are Søren and Soren; a hyphen of any kind counts, as in Canale-Parola.
    """
    if text.isascii():
        return _NOT_FOLDED.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_PLAINER)
    return "".join(c for c in plain if c.isalnum() or c == "-")
