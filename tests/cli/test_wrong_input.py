"""Wrong input: one line what and where, one line what to do, the exit code of the design, nothing half-written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD

AGENDA = "board.agenda.md"


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an agenda, which is where we are and where the book is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "minutes.book"))
    (tmp_path / AGENDA).write_text(BOARD, "utf-8")
    return tmp_path


def run(*words: str) -> int:
    return main(list(words))


def refusal(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was said on standard error, which is one line or two and never a traceback."""
    said = capsys.readouterr()
    lines = said.err.strip().splitlines()
    assert 1 <= len(lines) <= 2, said.err
    assert "Traceback" not in said.err
    return lines


BAD_AGENDAS = {
    "empty": (b"", "empty"),
    "binary": (bytes(range(256)) * 8, "text"),
    "a Word file": (b"PK\x03\x04" + b"\0" * 40 + b"word/document.xml", "Word"),
    "an SQLite file": (b"SQLite format 3\0" + b"\0" * 100, "database"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "prose": (b"Dear Clerk,\n\nplease find nothing attached.\n", "line 1"),
    "an unknown field": (BOARD.replace("committee:", "comittee:").encode(), "committee"),
}


@pytest.mark.parametrize("what", BAD_AGENDAS)
def test_an_agenda_that_is_none(there: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    data, word = BAD_AGENDAS[what]
    (there / "bad.agenda.md").write_bytes(data)
    assert run("new", "bad.agenda.md") == 1
    assert word.lower() in "\n".join(refusal(capsys)).lower()
    assert not (there / "minutes.book").exists()


@pytest.mark.parametrize("name", ["nowhere.agenda.md", "."])
def test_an_agenda_that_cannot_be_read(there: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run("new", name) == 1
    assert len(refusal(capsys)) == 2


BAD_BOOKS = {
    "empty": b"",
    "text": b"These are not minutes.\n" * 200,
    "somebody else's database": None,
    "cut short": b"SQLite format 3\0" + b"\0" * 30,
}


@pytest.mark.parametrize("what", BAD_BOOKS)
@pytest.mark.parametrize("command", [["show"], ["new", AGENDA], ["export", "--to", "txt"]])
def test_a_book_that_is_none(there: Path, capsys: pytest.CaptureFixture[str], what: str, command: list[str]) -> None:
    book = there / "minutes.book"
    data = BAD_BOOKS[what]
    if data is None:
        with sqlite3.connect(book) as other:
            other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()
    else:
        book.write_bytes(data)
    before = book.read_bytes()
    assert run(*command) == 3
    assert "minutes.book" in refusal(capsys)[0]
    assert book.read_bytes() == before


@pytest.mark.parametrize("what", BAD_BOOKS)
def test_a_book_that_is_none_is_a_finding(there: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    (there / "minutes.book").write_bytes(BAD_BOOKS[what] or b"SQLite format 3\0" + b"\0" * 4080)
    assert run("check") == 3
    assert "minutes.book" in capsys.readouterr().out


def test_there_is_no_book(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show") == 3
    assert "boardtui new" in refusal(capsys)[-1]


def test_a_line_that_is_not_understood_records_nothing(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    (there / "a.notes").write_text("/start 14:00\n\n/presnt @quill\n", "utf-8")
    capsys.readouterr()
    assert run("take", "a.notes") == 1
    lines = refusal(capsys)
    assert "a.notes line 3" in lines[0]
    assert "/present" in lines[1]
    assert "Nothing was recorded" in lines[1]
    assert run("check") == 0
    assert capsys.readouterr().out.split(": ")[1].startswith("3 acts")


@pytest.mark.parametrize(
    ("line", "word"),
    [("/apologies @nobody", "nobody"), ("# 99", "99"), ("/chair @jones", "Jones")],
)
def test_somebody_or_something_unknown(there: Path, capsys: pytest.CaptureFixture[str], line: str, word: str) -> None:
    (there / AGENDA).write_text(
        BOARD.replace("officer:", "member: Cllr Ann Jones\nmember: Cllr Bob Jones\nofficer:"), "utf-8"
    )
    run("new", AGENDA)
    (there / "a.notes").write_text(f"{line}\n", "utf-8")
    capsys.readouterr()
    assert run("take", "a.notes") == 1
    assert word in "\n".join(refusal(capsys))


def test_a_rule_that_stops_midway_says_how_to_go_on(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    notes = there / "a.notes"
    notes.write_text("/present all\n= the report be noted\n", "utf-8")
    capsys.readouterr()
    assert run("take", "a.notes") == 1
    lines = refusal(capsys)
    assert "line 2" in lines[0]
    assert "--from 2" in lines[1]
    notes.write_text("/present all\n/start 14:00\n= the report be noted\n", "utf-8")
    assert run("take", "a.notes", "--from", "2") == 0


def test_check_only_reads(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    (there / "a.notes").write_text("/present all\n/start 14:00\n", "utf-8")
    before = (there / "minutes.book").read_bytes()
    capsys.readouterr()
    assert run("take", "a.notes", "--check") == 0
    assert capsys.readouterr().out.startswith("2 lines, all understood")
    assert (there / "minutes.book").read_bytes() == before


def test_a_target_that_exists(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    (there / "mine.txt").write_text("not to be lost", "utf-8")
    capsys.readouterr()
    assert run("export", "--to", "txt", "-o", "mine.txt") == 1
    assert "--force" in refusal(capsys)[1]
    assert (there / "mine.txt").read_text("utf-8") == "not to be lost"
    assert run("export", "--to", "txt", "-o", "mine.txt", "--force") == 0
    assert (there / "mine.txt").read_text("utf-8").startswith("Marrow Vale Council")


def test_one_target_that_exists_and_none_is_written(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    capsys.readouterr()
    assert run("export", "--to", "html", "-o", "out") == 0
    capsys.readouterr()
    assert run("export", "--to", "txt,html", "-o", "out") == 1
    assert sorted(path.suffix for path in (there / "out").iterdir()) == [".html"]


def test_a_folder_that_cannot_be_written(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    capsys.readouterr()
    assert run("export", "--to", "txt", "-o", "/proc/minutes") == 1  # where not even root may make a folder
    assert "/proc/minutes" in refusal(capsys)[0]


def test_a_folder_that_is_a_file(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    (there / "out").write_text("a file", "utf-8")
    capsys.readouterr()
    assert run("export", "--to", "txt", "-o", "out/minutes") == 1
    assert "out" in refusal(capsys)[0]


def test_a_format_there_is_not(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    capsys.readouterr()
    assert run("export", "--to", "dox") == 1
    assert "docx" in refusal(capsys)[1]


def test_several_meetings_and_none_named(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", AGENDA)
    run("new", AGENDA)
    capsys.readouterr()
    assert run("show") == 1
    assert "2026-09-07-marrow-vale-health-board-2" in refusal(capsys)[1]


@pytest.mark.parametrize("words", [["nosuch"], ["take"], ["export", "--nosuch"]])
def test_usage(there: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert len(refusal(capsys)) == 2


@pytest.mark.parametrize(("word", "instead"), [("open", "boardtui show"), ("chair", "boardtui chair --text")])
def test_a_screen_without_a_terminal(there: Path, capsys: pytest.CaptureFixture[str], word: str, instead: str) -> None:
    assert run(word) == 2
    assert instead in refusal(capsys)[1]


def test_a_reader_that_goes_away_is_no_error(there: Path) -> None:
    run("new", AGENDA)
    done = subprocess.run(
        f"{sys.executable} -m boardtui show | head -n 1", shell=True, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Marrow Vale")
    assert done.stderr == ""
