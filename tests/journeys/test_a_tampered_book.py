"""A book that another program has written orders to the terminal into: it opens, it reads, and it orders nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.book.check import check
from boardtui.cli import main
from support.hostile import forbidden
from support.tampered import PLANT, SIGNS, tampered_book, texts_in
from support.terminal import Terminal

ENTER, ESCAPE, QUIT, F1, F4, PALETTE = "\r", "\x1b", "\x11", "\x1bOP", "\x1bOS", "\x10"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tampered_book(tmp_path_factory.mktemp("tampered"))


@pytest.fixture
def terminal(book: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    """The command of the test's parameter on a terminal of its own."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("BOARDTUI_", "TEXTUAL", "XDG_"))}
    own = {"HOME": str(book.parent), "BOARDTUI_BOOK": str(book), "BOARDTUI_BACKUPS": "0"}
    command = [sys.executable, "-m", "boardtui", *request.param]
    with Terminal(command, env | own, columns=80, rows=24) as started:
        yield started


def test_the_book_is_tampered_with(book: Path) -> None:
    """The control: the plants are there, as raw as they were put in. The chain holds, and a look at the book doesn't help;

    only that its tables hold more than clean acts come to gives it away.
    """
    assert texts_in(book).count(PLANT) > 50
    problems = check(book).problems
    assert problems
    assert all(problem.startswith("The table ") for problem in problems)


@pytest.mark.parametrize("terminal", [[]], indirect=True)
def test_no_order_comes_from_the_list_of_meetings(terminal: Terminal) -> None:
    terminal.sees("Boardplanted")
    terminal.keys("\x1b[200~small\x1b]52;c;eA==\x07\x9b31m\u202e\x1b[201~")
    terminal.sees("small")
    terminal.keys(QUIT)
    assert terminal.waits_for_end() == 0
    assert ordered(terminal) == []


@pytest.mark.parametrize("terminal", [["open"]], indirect=True)
def test_no_order_comes_from_the_desk_or_what_it_opens(terminal: Terminal) -> None:
    terminal.sees("A paragraphplanted")
    terminal.sees("half typedplanted")
    terminal.keys("\x15@ha")
    terminal.sees("planted")
    terminal.keys("\x15")
    for key, title in ((F1, "Esc back"), (F4, "Gaps: "), (PALETTE, "What do you want to do?")):
        terminal.keys(key)
        terminal.sees(title)
        terminal.keys(ESCAPE)
        terminal.sees(lambda shown, title=title: title not in shown)
    terminal.keys(QUIT)
    assert terminal.waits_for_end() == 0
    assert ordered(terminal) == []


@pytest.mark.parametrize("terminal", [["chair"]], indirect=True)
def test_no_order_comes_from_the_chairs_view(terminal: Terminal) -> None:
    terminal.sees("planted")
    terminal.sees("the gateplanted")
    terminal.keys("q")
    assert terminal.waits_for_end() == 0
    assert ordered(terminal) == []


def ordered(terminal: Terminal) -> list[bytes]:
    """The orders of the book that came to the terminal."""
    return [sign for sign in SIGNS if sign in terminal.written]


COMMANDS = (
    [], ["show"], ["show", "--restricted"], ["show", "--json", "--restricted"], ["search", "--restricted", "planted"],
    ["search", "--json", "planted"], ["history", "--restricted"], ["history", "--json", "--restricted"], ["check"],
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_order_is_printed(book: Path, command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--book", str(book), *command]) == (3 if command == ["check"] else 0)
    said = capfd.readouterr()
    assert not forbidden(said.out + said.err)
    assert "planted" in said.out


def test_no_order_is_exported(book: Path, tmp_path: Path) -> None:
    assert main(["--book", str(book), "export", "--to", "txt,md,html,json,docx", "-o", str(tmp_path)]) == 0
    for path in tmp_path.iterdir():
        assert not forbidden(path.name)
        if path.suffix != ".docx":
            assert not forbidden(path.read_text("utf-8"))


def test_reading_it_changes_nothing_in_it(book: Path) -> None:
    before = texts_in(book)
    with Book.open(book, holder="clerk") as opened:
        for row in opened.meetings():
            assert not forbidden("".join(filed.act.model_dump_json() for filed in opened.acts(row.name)))
            assert not forbidden(opened.glance(row.name, "composer").draft)
        assert not forbidden("".join(person.model_dump_json() for person in opened.people()))
    assert texts_in(book) == before
    assert all(problem.startswith("The table ") for problem in check(book).problems)
