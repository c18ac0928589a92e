"""boardtui new, in a terminal of its own: an agenda from a mail, and the next meeting of the body."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.cli import main
from support.terminal import Terminal, own_environment

MAIL = """Nether Poole Parish Council

Meeting of the Council on 4 May 2027 at 7.30 pm in the Village Hall

1. Declarations of Interest
2. Footpaths
3. Date of Next Meeting
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "mail.txt").write_text(MAIL, "utf-8")
    return tmp_path / "minutes.book"


def new(book: Path, *words: str) -> Terminal:
    return Terminal([sys.executable, "-m", "boardtui", "new", *words], own_environment(book), folder=book.parent)


def meetings(book: Path) -> list[str]:
    with Book.open(book, read_only=True) as opened:
        return [row.name for row in opened.meetings()]


def test_an_agenda_is_reviewed_and_its_meeting_opened(book: Path) -> None:
    with new(book, "mail.txt") as terminal:
        terminal.sees("NOT STORED YET")
        terminal.sees("2. Footpaths")
        terminal.keys("\x1b[15~")
        terminal.sees("not started")
        terminal.keys("# 2\rThe stile was broken.\r")
        terminal.sees("✓ The stile was broken.")
        terminal.keys("\x11")
        assert terminal.waits_for_end() == 0
        assert terminal.is_as_it_was
    assert meetings(book) == ["2027-05-04-nether-poole-parish-council"]


def test_what_is_left_is_stored_nowhere_and_said(book: Path) -> None:
    with new(book, "mail.txt") as terminal:
        terminal.sees("NOT STORED YET")
        terminal.keys("\x1b")
        assert terminal.waits_for_end() == 0
        assert b"No meeting was made, and nothing was stored." in terminal.written
    assert meetings(book) == []


def test_what_cannot_be_read_is_said_on_the_terminal(book: Path) -> None:
    (book.parent / "mail.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    with new(book, "mail.txt") as terminal:
        assert terminal.waits_for_end() == 1
        assert b"mail.txt" in terminal.written
        assert b"Traceback" not in terminal.written


def test_the_next_meeting_is_reviewed_too(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDTUI_BOOK", str(book))
    agenda = book.parent / "may.agenda.md"
    assert main(["agenda", str(book.parent / "mail.txt"), "-o", str(agenda)]) == 0
    assert main(["new", str(agenda)]) == 0
    with new(book) as terminal:
        terminal.sees("NOT STORED YET")
        terminal.sees("1. Declarations of Interest")
        terminal.keys("+date\r1 June 2027\r")
        terminal.sees("date        1 June 2027")
        terminal.keys("\x1b[15~")
        terminal.sees("not started")
        terminal.keys("\x11")
        assert terminal.waits_for_end() == 0
    assert meetings(book)[-1] == "2027-06-01-nether-poole-parish-council"
