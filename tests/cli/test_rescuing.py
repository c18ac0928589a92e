"""boardtui rescue: lists what could not be saved, takes it in, and removes a file only when all of it is in the book."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.cli import main
from boardtui.desk import Desk
from support.agenda_texts import BOARD
from support.books import holding
from support.clock import FrozenClock

Said = pytest.CaptureFixture[str]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with a meeting, in the folder we are in; rescue files go where they go by default."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    monkeypatch.setenv("BOARDTUI_BACKUPS", "0")
    (tmp_path / "a.agenda.md").write_text(BOARD, "utf-8")
    assert main(["new", "a.agenda.md"]) == 0
    return tmp_path / "minutes.book"


def left_over(path: Path, *lines: str, typed: str = "") -> Path:
    """The rescue file of a desk that was closed before these lines could be saved."""
    with Book.open(path, holder="clerk") as book:
        desk = Desk(book, book.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)
        with holding(path):
            for line in lines:
                desk.say(line)
            desk.draft("composer", typed, len(typed))
            assert book.close(0.0).unsaved
    (file,) = (path.parent / "data" / "boardtui" / "rescue").glob("*.json")
    return file


def take(path: Path, line: str) -> None:
    path.with_name("a.notes").write_text(f"{line}\n", "utf-8")
    assert main(["take", "a.notes"]) == 0


def words(path: Path) -> list[str]:
    with Book.open(path, read_only=True) as book:
        return [one.act.kind for one in book.acts(book.meetings()[0].name)][3:]


def test_nothing_waits(book: Path, capsys: Said) -> None:
    assert main(["rescue"]) == 0
    assert capsys.readouterr().out.endswith(f"Nothing waits to be taken into {book}.\n")


def test_what_waits_is_listed_and_taken_in(book: Path, capsys: Said) -> None:
    file = left_over(book, "/start 14:00", "The plan was received.", typed="half a sen")
    capsys.readouterr()
    assert main(["rescue"]) == 0
    listed = capsys.readouterr().out
    assert f"{file}\n  2 acts not in the book, from 2026-09-07T13:32:07" in listed
    assert "  being typed: half a sen\n" in listed
    assert f"boardtui rescue {file}" in listed
    assert main(["rescue", str(file)]) == 0
    assert capsys.readouterr().out.startswith("2 acts and 1 text taken into the book; all that was rescued is in it.")
    assert words(book) == ["start", "paragraph"]
    assert not file.exists()
    assert main(["check"]) == 0


def test_for_a_program(book: Path, capsys: Said) -> None:
    file = left_over(book, "/start 14:00", typed="half a sen")
    capsys.readouterr()
    assert main(["rescue", "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["files"]
    assert (listed["path"], listed["acts"], listed["texts"]) == (str(file), 1, ["half a sen"])
    assert main(["rescue", "--json", str(file)]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "taken": 1, "drafts": 1, "lines": [], "sayings": [], "texts": [], "complete": True,
    }  # fmt: skip


def test_what_cannot_follow_is_printed_to_be_taken_and_the_file_stays(book: Path, capsys: Said) -> None:
    file = left_over(book, "The plan was received.", "? Who pays")
    take(book, "/start 14:00")
    capsys.readouterr()
    assert main(["rescue", str(file)]) == 3
    printed = capsys.readouterr()
    assert printed.out == "The plan was received.\n? Who pays\n"
    assert "The book has gone on meanwhile" in printed.err
    assert f"boardtui rescue --forget {file}" in printed.err
    assert file.exists()
    book.with_name("rescued.notes").write_text(printed.out, "utf-8")
    assert main(["take", "rescued.notes"]) == 0
    assert main(["rescue", "--forget", str(file)]) == 0
    assert not file.exists()
    assert words(book) == ["start", "paragraph", "point"]


def test_nothing_but_a_rescue_file_is_removed(book: Path, capsys: Said) -> None:
    assert main(["rescue", "--forget", "a.agenda.md"]) == 1
    assert "isn't a rescue file" in capsys.readouterr().err
    assert book.with_name("a.agenda.md").exists()


def test_while_somebody_has_the_book_open_it_waits(book: Path, capsys: Said) -> None:
    file = left_over(book, "/start 14:00")
    with Book.open(book, holder="Ann Quill"):
        assert main(["rescue", str(file)]) == 3
    assert "is open already" in capsys.readouterr().err
    assert file.exists()


def test_where_the_book_is_gone_its_whole_copy_is_listed(book: Path, capsys: Said) -> None:
    with Book.open(book, holder="clerk") as opened:
        book.unlink()
        desk = Desk(opened, opened.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)
        desk.say("/start 14:00").result(10)
    capsys.readouterr()
    assert main(["rescue"]) == 0
    told = capsys.readouterr().out
    assert "rescued.book\n  the whole book, 4 acts" in told
    restore = told.split("with: boardtui ")[1].split()
    assert main(["rescue", restore[1]]) == 1
    assert f"is a whole book. It takes the place of the book with: boardtui restore {restore[1]}" in " ".join(
        capsys.readouterr().err.split("\n")
    )
    assert main(restore) == 0
    assert words(book)


def test_a_file_that_cant_be_removed_is_said(book: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    file = left_over(book, "/present all")

    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    capsys.readouterr()
    monkeypatch.setattr(Path, "unlink", fails)
    monkeypatch.setattr("boardtui.cli.rescuing.keep_copy_after", lambda _book: None)
    assert main(["rescue", str(file)]) == 3
    assert (
        "can't be removed: Input/output error.\nWhat is in it was seen to: remove it yourself."
        in capsys.readouterr().err
    )
