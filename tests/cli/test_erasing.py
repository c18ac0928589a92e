"""boardtui erase: what it asks, prints and leaves."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD

SECRET = "The beekeeper of Quagmire Cottage owes nine hundred guineas"
NOTES = f"/start 14:00\n# 3\n{SECRET}.\nWhat else was said.\n/close 15:10\n"


class Terminal(io.StringIO):
    """Somebody at a terminal who types this."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A book in which a secret was minuted, as act 6."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "data" / "minutes.book"))
    (tmp_path / "a.agenda.md").write_text(BOARD, "utf-8")
    (tmp_path / "a.notes").write_text(NOTES, "utf-8")
    assert main(["new", "a.agenda.md"]) == 0
    assert main(["take", "a.notes"]) == 0
    (tmp_path / "a.notes").unlink()
    capsys.readouterr()
    return tmp_path / "data" / "minutes.book"


def holds_the_secret(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file() and b"Quagmire" in file.read_bytes())


def test_it_goes_from_the_book_and_its_copies(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(holds_the_secret(book.parent)) == 2
    assert main(["erase", "6", "--reason", "named the beekeeper", "--yes"]) == 0
    told = capsys.readouterr().out
    assert "6  paragraph, filed by" in told
    assert "1 line goes" in told
    assert "not found any more" in told
    assert "a copy with the words, removed" in told
    assert "Out of reach" in told
    assert "Quagmire" not in told
    assert holds_the_secret(book.parent) == []
    assert main(["check", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["problems"], found["erased"], found["first_wrong"]) == ([], 1, None)
    assert main(["show"]) == 0
    assert "What else was said." in capsys.readouterr().out


def test_a_copy_that_has_to_stay_is_named_and_it_is_not_done(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (damaged,) = (book.parent / "minutes.book.backups").glob("*.book")
    damaged.write_bytes(b"no book any more, but Quagmire Cottage: " + SECRET.encode())
    assert main(["erase", "6", "--reason", "named the beekeeper", "--yes"]) == 3
    assert f"{damaged}: still holds the words. It can't be read as a book" in capsys.readouterr().out
    assert damaged.name in holds_the_secret(book.parent)


def test_the_lines_are_shown_when_asked_for(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", "6", "--reason", "named the beekeeper", "--yes", "--restricted"]) == 0
    assert "  - " in (told := capsys.readouterr().out)
    assert "Quagmire" in told


def test_whoever_is_asked_sees_what_the_acts_say_a_line_each(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    assert main(["erase", "6", "--reason", "named the beekeeper"]) == 1
    told = capsys.readouterr().out.splitlines()
    (act,) = (number for number, line in enumerate(told) if line.startswith("  6  paragraph, filed by"))
    assert told[act + 1] == f"     {SECRET}."


def test_on_a_terminal_a_long_one_is_cut_to_its_width(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    monkeypatch.setattr("sys.stdout", screen := Terminal())
    monkeypatch.setenv("COLUMNS", "40")
    assert main(["erase", "6", "--reason", "named the beekeeper"]) == 1
    told = screen.getvalue().splitlines()
    assert "     The beekeeper of Quagmire Cottage…" in told
    assert max(map(len, told[:-1])) <= 40


def test_nobody_to_ask_and_no_yes(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("erase\n"))
    assert main(["erase", "6", "--reason", "named the beekeeper"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert holds_the_secret(book.parent)


@pytest.mark.parametrize(("typed", "gone"), [("erase\n", True), ("yes\n", False), ("", False)])
def test_at_a_terminal_it_asks(
    book: Path, typed: str, gone: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert main(["erase", "6", "--reason", "named the beekeeper"]) == (0 if gone else 1)
    told = capsys.readouterr().out
    assert told.index("6  paragraph") < told.index("can't be undone")
    assert ("Nothing was erased." in told) is not gone
    assert (holds_the_secret(book.parent) == []) is gone


def test_for_a_program(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", "6", "--reason", "named the beekeeper", "--yes", "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert (done["erased"], done["by"], done["left"], done["again"]) == ([6], 9, [], [])
    assert len(done["removed"]) == 1
    assert Path(done["copy"]).exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["1", "--reason", "r", "--yes"], 1, "can't be erased"),
        (["99", "--reason", "r", "--yes"], 1, "no act 99"),
        (["6", "--reason", "  ", "--yes"], 2, "Why"),
        (["6", "--reason", "r", "--json"], 2, "--yes"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_changed(
    book: Path, arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["erase", *arguments]) == code
    assert words in capsys.readouterr().err
    assert len(holds_the_secret(book.parent)) == 2


def test_acts_of_two_meetings(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.agenda.md").write_text(BOARD.replace("Marrow Vale", "Lower Vale"), "utf-8")
    assert main(["new", "b.agenda.md"]) == 0
    assert main(["erase", "6", "9", "--reason", "r", "--yes"]) == 1
    assert "several meetings" in capsys.readouterr().err
