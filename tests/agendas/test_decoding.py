"""The bytes of a file as text, or one line that says what the file is and one that says what to do."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.agendas.decoding import decode
from boardtui.errors import InputError

TEXT = "Café – “Siân’s” £5 €6\nnext line\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_read_in_the_encodings_that_programs_save(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_orders_of_utf_16_are_read_by_their_mark(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + TEXT.encode(order), "x") == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_is_a_newline(end: str) -> None:
    assert decode(f"one{end}two{end}".encode(), "x") == "one\ntwo\n"


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "text " * 100)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "what", "todo"),
    [
        (b"", "the file is empty", "with text in it"),
        (b" \r\n\n", "the file is empty", "with text in it"),
        (zipped("word/document.xml"), "this is a Word file, not text", "save it as plain text"),
        (zipped("xl/workbook.xml"), "this is an Excel file, not text", "save it as plain text"),
        (zipped("readme.txt"), "this is a zip file, not text", "Give a plain text file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500,
            "this is an old Word or Excel file, not text",
            "save it as",
        ),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "this is a PDF, not text", "Copy its text"),
        (b"{\\rtf1\\ansi Budget}", "this is a rich text (RTF) file, not text", "save it as plain text"),
        (TEXT.encode("utf-16-le"), "this seems to be UTF-16 without a mark", "UTF-8"),
        ("1. A".encode("utf-16-be"), "this seems to be UTF-16 without a mark", "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this is no text file", "Give a plain text file"),
        (b"1. Budget\x00", "this is no text file", "Give a plain text file"),
        (b"1. Caf\xe9\x01", "this is no text file", "Give a plain text file"),
        (b"1. Caf\xe9 \x81", "this is no text file", "Give a plain text file"),
        (b"\xff\xfe1\x00.\x00 ", "a character here is damaged", "Mend it"),
        ("1. Café\n2. ".encode() + b"\xff", "a character here is damaged", "Mend it"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str, todo: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "board.docx")
    assert what in caught.value.message
    assert caught.value.message.startswith("board.docx")
    assert todo in caught.value.hint
    assert "\n" not in caught.value.message + caught.value.hint


def test_a_damaged_character_is_named_by_its_line() -> None:
    with pytest.raises(InputError, match=r"^x line 2: a character here is damaged"):
        decode("1. Café\n2. ".encode() + b"\xc3\n", "x")


def test_a_minute_book_is_not_taken_for_an_agenda(tmp_path: Path) -> None:
    path = tmp_path / "minutes.book"
    with sqlite3.connect(path) as book:
        book.execute("create table act (seq integer)")
    book.close()
    with pytest.raises(InputError, match="a database, perhaps a minute book"):
        decode(path.read_bytes(), "minutes.book")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert "\x00" not in decode(data, "x")
    except InputError as error:
        assert error.hint


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=100).filter(
        lambda text: bool(text.strip())
    )
)
def test_any_text_in_utf_8_comes_back_whole(text: str) -> None:
    if not text.encode().strip() or text.lstrip().startswith(
        ("\ufeff", "%PDF-", "{\\rtf", "PK\x03\x04", "PK\x05\x06", "SQLite format 3")
    ):
        return
    assert decode(text.encode(), "x") == text
