"""The judge of books is judged first: what it must accept, and every kind of wrong that it must see."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.book.check import check
from faults.oracle import judge
from support.acts import prose
from support.books import called, new_book, open_book

WRONGS = {
    "an act's words are others": ("UPDATE act SET payload = replace(payload, 'noted', 'refused') WHERE seq = 3",),
    "an act is taken out": ("DELETE FROM act WHERE seq = 3",),
    "an act is taken out and the rest numbered anew": (
        "DELETE FROM act WHERE seq = 3",
        "UPDATE act SET seq = seq - 1 WHERE seq > 3",
    ),
    "what was restricted is public": ("UPDATE act SET restricted = 1 - restricted WHERE seq = 2",),
    "a time is another": ("UPDATE act SET wall = '2001-01-01T00:00:00Z' WHERE seq = 4",),
    "an act belongs to another meeting": ("UPDATE act SET meeting = 'another' WHERE seq = 4",),
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A closed book with five acts and a draft."""
    from boardtui.model.acts import text

    path = new_book(tmp_path)
    with open_book(path) as book:
        clerk = called(book)
        for number in range(4):
            clerk(text.Paragraph(text=prose(f"report {number} was noted")))
        book.journal.draft("small", "composer", "half a sen")
    return path


def wronged(book: Path, *statements: str, guarded: bool = True) -> Path:
    """The book after another program, without regard for the guards, has done this to it."""
    with closing(sqlite3.connect(book, isolation_level=None)) as raw:
        guards = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for sql in (*(f'DROP TRIGGER "{name}"' for name, _ in guards), *statements):
            raw.execute(sql)
        for _, sql in guards if guarded else ():
            raw.execute(sql)
    return book


def test_a_sound_book_is_sound_and_both_say_the_same_of_it(book: Path) -> None:
    verdict, findings = judge(book), check(book)
    assert verdict.problem == ""
    assert (len(verdict.acts), verdict.head) == (findings.acts, findings.head) == (5, verdict.acts[-1].hash)
    assert verdict.drafts == {("small", "composer"): "half a sen"}
    assert [text for text in verdict.texts if "noted" in text] == [f"report {number} was noted" for number in range(4)]


@pytest.mark.parametrize("statements", WRONGS.values(), ids=WRONGS)
def test_it_sees_that(book: Path, statements: tuple[str, ...]) -> None:
    assert judge(wronged(book, *statements)).problem


def test_it_sees_that_the_guards_are_gone(book: Path) -> None:
    assert "can be changed" in judge(wronged(book, guarded=False)).problem


def test_it_sees_a_file_that_was_cut_short(book: Path) -> None:
    book.write_bytes(book.read_bytes()[:-3000])
    assert judge(book).problem


def test_it_looks_at_a_copy(book: Path) -> None:
    before = {path.name: path.read_bytes() for path in book.parent.iterdir() if path.is_file()}
    judge(book)
    assert {path.name: path.read_bytes() for path in book.parent.iterdir() if path.is_file()} == before
