"""Rotating copies: each whole and looked at, the newest kept, and no trouble with one ever troubles the meeting."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import sqlite3
import stat
import threading
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.book import Book, backup, copies, schema, witness
from boardtui.book.check import check
from boardtui.errors import BookError, InputError
from boardtui.model.acts import text
from support.acts import prose
from support.books import Clerk, called, half_typed, new_book, open_book

NOON = datetime(2026, 9, 4, 12, 0, 0)


def say(clerk: Clerk, words: str = "Noted") -> None:
    clerk(text.Paragraph(text=prose(words)))


def kept(book: Path, moment: datetime = NOON, number: int = 10) -> Path:
    """A copy that was due."""
    made = copies.keep_copy(book, moment, number)
    assert made is not None
    return made


def names(book: Path) -> list[str]:
    return [copy.name for copy in copies.copies_of(book)]


class TestACopy:
    def test_it_is_a_whole_book_with_its_witness(self, clerk: Clerk) -> None:
        say(clerk)
        clerk.book.journal.draft("small", "composer", "half a sentence")
        assert clerk.book.journal.wait(5)
        copy = kept(clerk.book.path)
        assert copy == Path(f"{clerk.book.path}.backups") / "2026-09-04-120000.book"
        found = check(copy)
        assert (found.problems, found.acts, half_typed(copy)) == ([], 2, ["half a sentence"])
        assert witness.seen(copy) == (2, found.head)

    def test_it_is_for_its_owner_alone(self, clerk: Clerk) -> None:
        copy = kept(clerk.book.path)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in copy.parent.iterdir()}
        assert modes == {copy.name: 0o600, f"{copy.name}.head": 0o600}
        copy.parent.chmod(0o755)
        say(clerk)
        kept(clerk.book.path)
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700

    def test_none_is_made_of_what_has_one(self, clerk: Clerk) -> None:
        kept(clerk.book.path)
        assert copies.keep_copy(clerk.book.path, NOON, 10) is None
        say(clerk)
        kept(clerk.book.path)

    def test_none_is_made_of_a_book_without_acts(self, book: Book) -> None:
        assert copies.keep_copy(book.path, NOON, 10) is None
        assert not copies.folder_of(book.path).exists()

    def test_one_whose_witness_is_torn_doesnt_count_as_made(self, clerk: Clerk) -> None:
        witness.place(kept(clerk.book.path)).write_text("00000")
        assert kept(clerk.book.path).name == "2026-09-04-120000-2.book"

    def test_a_broken_chain_is_not_copied_over_a_sound_one(self, clerk: Clerk) -> None:
        say(clerk)
        kept(clerk.book.path)
        clerk.book.close()
        other = sqlite3.connect(clerk.book.path, isolation_level=None)
        other.execute("DROP TRIGGER act_never_changed")
        other.execute("UPDATE act SET wall = '2001', hash = 'ab' WHERE seq = 2")
        other.execute(schema.GUARDS["act_never_changed"])
        other.close()
        with pytest.raises(BookError, match="No copy of the book was kept") as refused:
            copies.keep_copy(clerk.book.path, NOON, 1)
        assert "Act 2" in refused.value.message
        assert sorted(file.name for file in copies.folder_of(clerk.book.path).iterdir()) == [
            "2026-09-04-120000.book",
            "2026-09-04-120000.book.head",
        ]


class TestRotation:
    def test_the_oldest_go(self, clerk: Clerk) -> None:
        for minute in range(5):
            say(clerk)
            kept(clerk.book.path, NOON.replace(minute=minute), 3)
        assert names(clerk.book.path) == [f"2026-09-04-120{minute}00.book" for minute in (4, 3, 2)]
        assert len(list(copies.folder_of(clerk.book.path).iterdir())) == 6

    def test_a_name_that_is_taken_gets_a_number(self, clerk: Clerk) -> None:
        for _ in range(11):
            say(clerk)
            kept(clerk.book.path, number=3)
        assert names(clerk.book.path) == [f"2026-09-04-120000-{number}.book" for number in (11, 10, 9)]

    def test_a_clock_that_was_set_back_doesnt_make_the_newest_the_oldest(self, clerk: Clerk) -> None:
        kept(clerk.book.path, NOON.replace(year=2031))
        say(clerk)
        newest = kept(clerk.book.path, NOON, 1)
        assert copies.copies_of(clerk.book.path) == [newest]
        assert newest.name == "2031-09-04-120000-2.book"
        assert check(newest).acts == 2

    def test_nothing_else_in_the_folder_is_touched(self, clerk: Clerk) -> None:
        kept(clerk.book.path)
        others = ["september.book", "2026-09-04-120000.book.old", "note.txt"]
        for name in others:
            (copies.folder_of(clerk.book.path) / name).write_text("mine")
        say(clerk)
        kept(clerk.book.path, number=1)
        assert names(clerk.book.path) == ["2026-09-04-120000-2.book"]
        assert all((copies.folder_of(clerk.book.path) / name).exists() for name in others)

    def test_what_somebody_left_who_died_over_it_goes(self, clerk: Clerk) -> None:
        folder = copies.folder_of(clerk.book.path)
        folder.mkdir()
        (folder / ".2026-09-04-110000.book.part").write_text("half")
        (folder / ".2026-09-04-110000.book.part-journal").write_text("half")
        kept(clerk.book.path)
        assert sorted(file.name for file in folder.iterdir()) == [
            "2026-09-04-120000.book",
            "2026-09-04-120000.book.head",
        ]

    def test_none_are_kept_where_none_are_wanted(self, clerk: Clerk) -> None:
        assert copies.keep_copy(clerk.book.path, NOON, 0) is None
        assert not copies.folder_of(clerk.book.path).exists()

    @pytest.mark.parametrize(("said", "number"), [("", 10), (" 3 ", 3), ("0", 0)])
    def test_how_many_is_said_in_the_environment(self, monkeypatch: pytest.MonkeyPatch, said: str, number: int) -> None:
        monkeypatch.setenv("BOARDTUI_BACKUPS", said)
        assert copies.number_kept() == number

    @pytest.mark.parametrize("said", ["ten", "-1", "1.5", "٣"])
    def test_what_is_no_number_is_said(self, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
        monkeypatch.setenv("BOARDTUI_BACKUPS", said)
        with pytest.raises(InputError, match="BOARDTUI_BACKUPS is"):
            copies.number_kept()


class TestBesideTheMeeting:
    def test_the_book_keeps_one_while_it_is_written(self, clerk: Clerk) -> None:
        made: list[Path | None] = []
        for number in range(30):
            clerk.hand_in(text.Paragraph(text=prose(f"Point {number}")))
        copying = threading.Thread(target=lambda: made.append(clerk.book.keep_copy()))
        copying.start()
        for number in range(30):
            say(clerk, f"Point {number}")
        copying.join()
        assert made[0] is not None
        assert check(made[0]).problems == []
        assert clerk.book.close().problem is None
        assert check(clerk.book.path).acts == 61

    def test_closing_waits_for_it_so_that_the_log_comes_home(
        self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun, plain = threading.Event(), backup._vacuum_into

        def slowly(raw: sqlite3.Connection, part: Path) -> None:
            raw.execute("BEGIN")
            raw.execute("SELECT count(*) FROM act").fetchone()
            begun.set()
            threading.Event().wait(0.4)  # longer than the journal waits for another program
            raw.execute("ROLLBACK")
            plain(raw, part)

        monkeypatch.setattr(backup, "_vacuum_into", slowly)
        say(clerk)
        copying = threading.Thread(target=clerk.book.keep_copy)
        copying.start()
        assert begun.wait(5)
        assert clerk.book.close(5).problem is None
        copying.join()

    def test_it_can_be_kept_when_the_book_is_closed(self, clerk: Clerk) -> None:
        clerk.book.close()
        copy = clerk.book.keep_copy()
        assert copy is not None
        assert check(copy).acts == 1

    def test_two_programs_at_once_make_one_each_in_turn(self, clerk: Clerk) -> None:
        say(clerk)
        clerk.book.close()
        context = multiprocessing.get_context("spawn")
        others = [context.Process(target=copies.keep_copy, args=(clerk.book.path, NOON, 10)) for _ in range(3)]
        for other in others:
            other.start()
        for other in others:
            other.join()
        assert [other.exitcode for other in others] == [0, 0, 0]
        assert names(clerk.book.path) == ["2026-09-04-120000.book"]


class TestTrouble:
    def test_a_link_in_the_place_of_the_folder(self, clerk: Clerk, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        copies.folder_of(clerk.book.path).symlink_to(tmp_path / "elsewhere")
        with pytest.raises(BookError, match="isn't a folder"):
            copies.keep_copy(clerk.book.path, NOON, 10)
        assert list((tmp_path / "elsewhere").iterdir()) == []

    def test_a_file_in_the_place_of_the_folder(self, clerk: Clerk) -> None:
        copies.folder_of(clerk.book.path).write_text("mine")
        with pytest.raises(BookError):
            copies.keep_copy(clerk.book.path, NOON, 10)
        assert copies.copies_of(clerk.book.path) == []

    def test_a_full_disk_is_said_and_leaves_nothing_behind(self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_raw: object, _part: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(backup, "_vacuum_into", full)
        with pytest.raises(BookError, match=r"No copy of the book was kept\. The disk is full") as refused:
            clerk.book.keep_copy()
        assert refused.value.hint
        assert list(copies.folder_of(clerk.book.path).iterdir()) == []

    def test_where_somebody_is_making_one_for_ever(self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = copies.folder_of(clerk.book.path)
        folder.mkdir()
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
        monkeypatch.setattr(copies, "PATIENCE", 0.0)
        with pytest.raises(BookError, match="Another copy is being made"):
            copies.keep_copy(clerk.book.path, NOON, 10)
        os.close(handle)


class TestLooking:
    def test_a_sound_one(self, clerk: Clerk) -> None:
        found = copies.look_at(kept(clerk.book.path))
        assert (found.made, found.acts, found.problem) == ("2026-09-04 12:00:00", 1, "")
        assert found.head == check(clerk.book.path).head
        assert found.as_row()["sound"] is True

    def test_a_damaged_one(self, clerk: Clerk) -> None:
        copy = kept(clerk.book.path)
        data = bytearray(copy.read_bytes())
        data[4096:8192] = bytes(4096)
        copy.write_bytes(data)
        assert copies.look_at(copy).problem
        copy.write_text("not a book")
        assert "isn't a minute book" in copies.look_at(copy).problem

    def test_an_older_one_put_in_its_place_is_seen(self, clerk: Clerk) -> None:
        first = kept(clerk.book.path)
        say(clerk)
        second = kept(clerk.book.path)
        second.write_bytes(first.read_bytes())
        assert "Act 2 was in this book and is gone" in copies.look_at(second).problem


class TestBackup:
    def test_it_has_a_witness_too(self, clerk: Clerk, tmp_path: Path) -> None:
        copy = clerk.book.back_up(tmp_path / "stick.book")
        assert witness.seen(copy) == (1, check(copy).head)

    def test_a_witness_left_by_an_earlier_one_makes_room(self, clerk: Clerk, tmp_path: Path) -> None:
        clerk.book.back_up(tmp_path / "stick.book").unlink()
        say(clerk)
        assert check(clerk.book.back_up(tmp_path / "stick.book")).problems == []

    def test_what_is_no_witness_stays(self, clerk: Clerk, tmp_path: Path) -> None:
        (tmp_path / "stick.book.head").write_text("mine")
        with pytest.raises(InputError, match=r"something at .*stick.book.head already"):
            clerk.book.back_up(tmp_path / "stick.book")
        assert (tmp_path / "stick.book.head").read_text() == "mine"
        assert not (tmp_path / "stick.book").exists()


def test_copies_of_many_books_dont_meet(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with open_book(new_book(tmp_path / name)) as book:
            called(book)
            assert book.keep_copy() is not None
    assert len(list(tmp_path.glob("*/minutes.book.backups/*.book"))) == 2
