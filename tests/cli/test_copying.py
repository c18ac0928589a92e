"""Copies on the command line: made, kept after a command that records, listed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from boardtui.book.check import check
from boardtui.book.copies import copies_of
from boardtui.cli import main
from support.agenda_texts import BOARD

Said = pytest.CaptureFixture[str]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with a meeting, in the folder we are in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    monkeypatch.delenv("BOARDTUI_BACKUPS", raising=False)
    (tmp_path / "a.agenda.md").write_text(BOARD, "utf-8")
    assert main(["new", "a.agenda.md"]) == 0
    return tmp_path / "minutes.book"


def take(book: Path, line: str) -> None:
    (book.parent / "a.notes").write_text(line + "\n", "utf-8")
    assert main(["take", "a.notes"]) == 0


def copies(book: Path) -> list[Path]:
    """The copies of a book, the oldest first."""
    return copies_of(book)[::-1]


def test_without_a_file_one_is_kept_beside_the_book(book: Path, capsys: Said) -> None:
    assert main(["backup"]) == 0
    (copy,) = copies(book)
    head = check(book).head
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{copy}: a whole and verified copy, 3 acts, {head[:4]} {head[4:8]} {head[8:12]}."
    )


def test_one_that_has_it_all_already_is_named_again(book: Path, capsys: Said) -> None:
    assert main(["backup", "--json"]) == 0
    assert main(["backup", "--json"]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines()[-2:])
    assert first == second
    assert first["sound"] is True
    assert len(copies(book)) == 1


def test_a_named_one_has_its_witness(book: Path) -> None:
    assert main(["backup", "stick.book"]) == 0
    assert Path("stick.book.head").exists()
    assert main(["backup", "stick.book"]) == 1


def test_taking_notes_keeps_one(book: Path) -> None:
    take(book, "/start 14:00")
    assert [check(copy).acts for copy in copies(book)] == [4]


def test_only_reading_them_keeps_none(book: Path) -> None:
    Path("a.notes").write_text("/start 14:00\n", "utf-8")
    assert main(["take", "a.notes", "--check"]) == 0
    assert copies(book) == []


def test_taking_notes_goes_on_where_none_can_be_kept(book: Path, capsys: Said) -> None:
    Path(f"{book}.backups").write_text("in the way")
    take(book, "/start 14:00")
    assert "No copy of the book was kept." in capsys.readouterr().err


def test_a_number_that_is_none_is_told(book: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDTUI_BACKUPS", "many")
    take(book, "/start 14:00")
    assert "BOARDTUI_BACKUPS is 'many'" in capsys.readouterr().err


def test_where_none_are_kept_a_file_has_to_be_named(book: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDTUI_BACKUPS", "0")
    assert main(["backup"]) == 1
    assert "BOARDTUI_BACKUPS=0" in capsys.readouterr().err
    assert main(["backup", "stick.book"]) == 0


class TestList:
    def test_the_newest_comes_first(self, book: Path, capsys: Said) -> None:
        main(["backup"])
        take(book, "/start 14:00")
        capsys.readouterr()
        assert main(["backup", "--list"]) == 0
        title, *rows = capsys.readouterr().out.splitlines()
        assert title == f"In {book}.backups, the newest first:"
        assert [row.split()[:4] for row in rows] == [
            [copies(book)[1].name, "sound,", "4", "acts,"],
            [copies(book)[0].name, "sound,", "3", "acts,"],
        ]

    def test_it_says_which_isnt_sound(self, book: Path, capsys: Said) -> None:
        main(["backup"])
        take(book, "/start 14:00")
        shutil.copyfile(*copies(book))
        capsys.readouterr()
        assert main(["backup", "--list"]) == 0
        assert "Act 4 was in this book and is gone" in capsys.readouterr().out
        assert main(["backup", "--list", "--json"]) == 0
        newest, oldest = json.loads(capsys.readouterr().out)
        assert (newest["sound"], oldest["sound"]) == (False, True)
        assert (oldest["acts"], oldest["head"]) == (3, check(copies(book)[0]).head)

    def test_there_is_none(self, book: Path, capsys: Said) -> None:
        assert main(["backup", "--list"]) == 0
        assert "Make one with: boardtui backup" in capsys.readouterr().out
        assert main(["backup", "--list", "--json"]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "[]"


class TestRestore:
    def test_the_newest_takes_the_place_of_a_damaged_book(self, book: Path, capsys: Said) -> None:
        take(book, "/start 14:00")
        copy = copies(book)[-1]
        book.write_text("nothing like a book")
        capsys.readouterr()
        assert main(["restore"]) == 0
        said = capsys.readouterr().out.splitlines()
        head = check(copy).head
        assert said[0] == f"{book} is now what {copy.name} was: 4 acts, {head[:4]} {head[4:8]} {head[8:12]}."
        assert "Its witness saw 4 acts." in said[1]
        (aside,) = book.parent.glob("minutes.book.before-restore-*[0-9]")
        assert said[1].endswith(f"boardtui --book {aside} salvage NEW")
        assert said[2] == f"What stood there is in {aside}."
        assert (check(book).acts, check(book).problems) == (4, [])
        assert aside.read_text() == "nothing like a book"

    def test_one_is_named_as_the_list_names_it(self, book: Path, capsys: Said) -> None:
        main(["backup"])
        take(book, "/start 14:00")
        capsys.readouterr()
        assert main(["restore", copies(book)[0].name]) == 3
        refused = capsys.readouterr().err
        assert f"{book} is sound, and has 1 act that {copies(book)[0].name} has not, the first of " in refused
        assert "say --force" in refused
        assert check(book).acts == 4
        assert main(["restore", copies(book)[0].name, "--force"]) == 0
        assert "1 act of the book is not in the copy, the first of " in capsys.readouterr().out
        assert check(book).acts == 3

    def test_one_is_named_by_its_file(self, book: Path, capsys: Said) -> None:
        main(["backup", "stick.book"])
        assert main(["restore", "stick.book", "--json"]) == 0
        done = json.loads(capsys.readouterr().out.splitlines()[-1])
        assert (done["acts"], done["missing"], done["problem"], done["passed_over"]) == (3, 0, "", [])
        assert check(Path(done["aside"])).acts == 3

    def test_one_that_is_not_sound_is_passed_over_and_that_is_said(self, book: Path, capsys: Said) -> None:
        main(["backup"])
        take(book, "/start 14:00")
        copies(book)[1].write_text("ruined")
        assert main(["restore", "--force"]) == 0
        assert f"Passed over {copies(book)[1].name}, which is not sound:" in capsys.readouterr().out
        assert check(book).acts == 3

    def test_without_any_copy_it_is_said_what_to_do(self, book: Path, capsys: Said) -> None:
        assert main(["restore"]) == 1
        assert "boardtui restore /media/stick/minutes.book" in capsys.readouterr().err
        assert check(book).acts == 3


class TestSalvage:
    def test_what_is_missing_is_listed(self, book: Path, capsys: Said) -> None:
        Path("a.notes").write_text(
            "/start 14:00\n# 3\n" + "".join(f"Report {n} was noted.\n" for n in range(20)), "utf-8"
        )
        assert main(["take", "a.notes"]) == 0
        data = book.read_bytes()
        payload = data.index(b'Report 7 was noted."')  # in the act, not in a table
        book.write_bytes(data[: payload - 60] + bytes(70) + data[payload + 10 :])
        capsys.readouterr()
        assert main(["check"]) == 3
        capsys.readouterr()
        assert main(["salvage", "new.book"]) == 0
        first, *rest = capsys.readouterr().out.splitlines()
        assert first.startswith(f"{book.with_name('new.book')}: 24 acts taken over, 1 lost. Now: 26 acts, ")
        assert rest[0].startswith("  act 13, in 2026-09-07-marrow-vale-health-board: nothing is left (filed after ")
        assert "read the minutes before they go out" in rest[-3]
        assert rest[-2] == f"{book} is as it was. Keep it."
        assert rest[-1] == f"Open the new one with: boardtui --book {book.with_name('new.book')} open"
        assert check(book.with_name("new.book")).problems == []
        assert main(["--book", "new.book", "show"]) == 0
        shown = capsys.readouterr().out
        assert "Report 6 was noted." in shown
        assert "Report 7" not in shown

    def test_for_a_program(self, book: Path, capsys: Said) -> None:
        capsys.readouterr()
        assert main(["salvage", "new.book", "--json"]) == 0
        done = json.loads(capsys.readouterr().out)
        assert (done["acts"], done["lost"], done["gaps"], done["wordless"], done["unproven"]) == (3, 0, [], [], [])
        assert done["head"] == check(book.with_name("new.book")).head

    def test_without_a_book_it_is_said(self, book: Path, capsys: Said) -> None:
        assert main(["--book", "none.book", "salvage", "new.book"]) == 3
        assert "There is no book at" in capsys.readouterr().err
