"""The bytes of a file as text, or in one line what the file is instead."""

from __future__ import annotations

import codecs
import re

from boardtui.errors import InputError

_SAVE_AS_TEXT = "Open it in the program it belongs to, save it as plain text (UTF-8), and give that file."
_NO_TEXT = "Give a plain text file, such as NAME.agenda.md."
_UTF_16 = "Save it again as text in UTF-8."
# How files begin that are no text, what they are, and what to do.
_KINDS = (
    (b"%PDF-", "a PDF", "Copy its text into a plain text file, and give that file."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text (RTF) file", _SAVE_AS_TEXT),
    (b"SQLite format 3\x00", "a database, perhaps a minute book", _NO_TEXT),
)
_IN_ZIP = (
    (b"word/document.xml", "a Word file"),
    (b"xl/workbook.xml", "an Excel file"),
    (b"ppt/presentation.xml", "a PowerPoint file"),
    (b"opendocument.text", "an OpenDocument file"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# The encodings that a page may name: all are one byte a character, but for the first.
_NAMED = re.compile(
    rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?(utf-?8|iso-8859-\d{1,2}|windows-125\d|cp125\d|macintosh)""",
    re.IGNORECASE,
)
_NAMED_WITHIN = 4_096
# A letter or a typographic mark in UTF-8: in Windows text it would read as two or three odd characters.
_IN_UTF_8 = re.compile(rb"[\xc3\xc4\xc5][\x80-\xbf]|\xe2\x80[\x90-\xbf]")


def decode(data: bytes, source: str) -> str:
    """The text of a file, with newlines at the ends of lines: UTF-8, Unicode with a mark, else Windows-1252.

    source: what the file is called in messages. Raises InputError for what is empty, damaged, or no text.
    """
    if not data.strip():
        raise InputError(f"{source}: the file is empty", "Give a file with text in it.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_newlines(_decoded(data[len(mark) :], encoding, source))
    _refuse_other_kinds(data, source)
    try:
        return _with_newlines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _IN_UTF_8.search(data):
            raise _damaged(source, data, error.start) from error
    if _CONTROLS.search(data):
        raise InputError(f"{source}: this is no text file", _NO_TEXT)
    return _with_newlines(_decoded(data, "cp1252", source))


def decode_markup(data: bytes, source: str) -> str:
    """The text of a web page or of XML: by its mark, as UTF-8, by the encoding it names, else Windows-1252.

    What is damaged becomes U+FFFD: it is one letter of a page that nobody here can mend. Raises InputError for what is empty or
    no text.
    """
    if not data.strip():
        raise InputError(f"{source}: the file is empty", "Save it again.")
    marked = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        text = data[len(marked[0]) :].decode(marked[1], "replace")
    elif b"\x00" in data:
        raise InputError(f"{source}: this is no text file", "Save it again, as a web page.")
    else:
        text = _decoded_as_named(data)
    return _with_newlines(text.replace("\x00", ""))


def _decoded_as_named(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        named = _NAMED.search(data[:_NAMED_WITHIN])
    encoding = named[1].decode("ascii").lower() if named else "cp1252"
    if encoding == "iso-8859-1":
        encoding = "cp1252"  # as every browser takes it
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _decoded(data: bytes, encoding: str, source: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "cp1252":
            raise InputError(f"{source}: this is no text file", _NO_TEXT) from error
        raise _damaged(source, data, error.start) from error
    if "\x00" in text:
        raise InputError(f"{source}: this is no text file", _NO_TEXT)
    return text


def _damaged(source: str, data: bytes, place: int) -> InputError:
    line = data.count(b"\n", 0, place) + 1
    return InputError(
        f"{source} line {line}: a character here is damaged", "Mend it in an editor, and save the file as UTF-8."
    )


def _refuse_other_kinds(data: bytes, source: str) -> None:
    for beginning, kind, hint in _KINDS:
        if data.lstrip(b"\r\n\t \x00")[: len(beginning)] == beginning:
            raise InputError(f"{source}: this is {kind}, not text", hint)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        kind = next((kind for inside, kind in _IN_ZIP if inside in data), "")
        raise InputError(f"{source}: this is {kind or 'a zip file'}, not text", _SAVE_AS_TEXT if kind else _NO_TEXT)
    if b"\x00" in data:
        if b"\x00" in (data[:1], data[1:2]) and len(data) % 2 == 0:
            raise InputError(f"{source}: this seems to be UTF-16 without a mark", _UTF_16)
        raise InputError(f"{source}: this is no text file", _NO_TEXT)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
