"""Notes are taken in their order, all of them or up to where a rule stops them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.desk import Desk
from boardtui.desk.taking import check_notes, take_notes
from boardtui.errors import BookError, InputError
from support.books import FailingConnection, failing_disk
from support.clock import FrozenClock
from support.desks import at_work, open_book

NOTES = """/present all
/start 14:00

# 4
The plan was received.
= the plan be noted
/close 15:00
"""
STOPPED = NOTES.replace("# 4\n", "# 4\n/start 14:05\n")


def kinds(desk: Desk) -> list[str]:
    return [filed.act.kind for filed in desk.book.acts(desk.meeting)][3:]


def test_each_line_is_in_the_book_when_it_is_told(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        told = []
        for taken in take_notes(desk, NOTES, "notes"):
            told.append(taken.line)
            assert desk.book.acts(desk.meeting)[-1].seq == taken.seq
        assert told == [1, 2, 4, 5, 6, 7]
        assert kinds(desk) == ["present", "start", "open_item", "paragraph", "resolve", "close"]
        assert desk.record.stage == "closed"


def test_a_line_that_is_not_understood_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        with pytest.raises(InputError) as refused:
            list(take_notes(desk, NOTES.replace("/close 15:00", "/clothes 15:00"), "may.notes"))
        assert "may.notes line 7" in refused.value.message
        assert "Nothing was recorded." in refused.value.hint
        assert kinds(desk) == []


def test_a_line_is_read_after_those_before_it(tmp_path: Path) -> None:
    notes = "# 4\n/officer Ruth Moss, Roads\n@moss spoke.\n/move @penrose @okafor: the plan be noted\n/put motion\n"
    with at_work(tmp_path, "/start 14:00") as desk:
        assert len(check_notes(desk, notes, "notes")) == 5


def test_a_rule_that_stops_midway_says_what_stands_and_how_to_go_on(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        with pytest.raises(InputError) as refused:
            list(take_notes(desk, STOPPED, "notes"))
        assert "notes line 5" in refused.value.message
        assert "Lines up to 4 are recorded; mend the line and go on with --from 5." in refused.value.hint
        assert kinds(desk) == ["present", "start", "open_item"]
        mended = STOPPED.replace("/start 14:05", "/public 11")
        assert [taken.line for taken in take_notes(desk, mended, "notes", start=5)] == [5, 6, 7, 8]
        assert kinds(desk)[-2:] == ["resolve", "close"]


def test_a_rule_that_stops_the_first_line(tmp_path: Path) -> None:
    with at_work(tmp_path, "/start 14:00") as desk:
        with pytest.raises(InputError) as refused:
            list(take_notes(desk, "/start 14:05\n", "notes"))
        assert "Nothing was recorded" in refused.value.hint


def test_checking_reads_and_records_nothing(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        assert [line.number for line in check_notes(desk, NOTES, "notes")] == [1, 2, 4, 5, 6, 7]
        assert kinds(desk) == []


@pytest.mark.parametrize(
    ("text", "start"), [("", 1), ("\n \n", 1), (NOTES, 8)], ids=["empty", "blank", "beyond the end"]
)
def test_no_line_to_take(tmp_path: Path, text: str, start: int) -> None:
    with at_work(tmp_path) as desk, pytest.raises(InputError, match="no line to take"):
        list(take_notes(desk, text, "notes", start))


class TestALineThatCannotBeSaved:
    @pytest.fixture(autouse=True)
    def quick(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("boardtui.book.journal.GIVE_UP", 0.05)
        monkeypatch.setattr("boardtui.book.journal.PATIENCE", 0.02)

    def stopped(self, folder: Path, disk: type[FailingConnection], fails: Callable[[str], int]) -> BookError:
        """What is said when the disk begins to fail with the third line of the notes, and goes on to."""
        with Book.open(folder / "minutes.book", rescue=folder / "rescue", patient=False) as book:
            desk = Desk(book, book.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)
            taken = take_notes(desk, NOTES, "may.notes")
            assert [next(taken).line, next(taken).line] == [1, 2]
            disk.fails = staticmethod(fails)
            with pytest.raises(BookError) as refused:
                next(taken)
            disk.fails = staticmethod(lambda _: 0)
        return refused.value

    @pytest.fixture
    def disk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[FailingConnection]:
        with at_work(tmp_path):
            pass
        return failing_disk(monkeypatch)

    def test_it_is_named_with_what_stands_and_how_to_go_on(self, tmp_path: Path, disk: type[FailingConnection]) -> None:
        said = self.stopped(tmp_path, disk, lambda sql: sqlite3.SQLITE_FULL if sql == "COMMIT" else 0)
        assert said.message.startswith("may.notes line 4: The disk is full")
        assert said.hint == "Lines up to 2 are recorded, this one isn't; go on with --from 4."
        with at_work_again(tmp_path) as desk:
            assert kinds(desk) == ["present", "start"]

    def test_one_that_the_disk_kept_all_the_same_is_not_called_unrecorded(
        self, tmp_path: Path, disk: type[FailingConnection]
    ) -> None:
        plain = FailingConnection.execute

        def late(connection: FailingConnection, sql: str, *rest: object) -> sqlite3.Cursor:
            """A disk that does what it is told, and says that it failed."""
            answer = plain(connection, sql, *rest)
            if sql == "COMMIT" and disk.fails("") and not connection.in_transaction:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR
                raise error
            return answer

        disk.execute = late
        said = self.stopped(
            tmp_path, disk, lambda sql: sqlite3.SQLITE_IOERR if not sql or "wal_checkpoint" in sql else 0
        )
        assert said.message.startswith("may.notes line 4: The disk can't be read or written")
        assert (
            "Lines up to 2 are recorded, and this one may be in the book all the same: look with boardtui show"
            in said.hint
        )
        with at_work_again(tmp_path) as desk:
            assert kinds(desk) == ["present", "start", "open_item"]

    def test_where_the_book_cannot_be_looked_at_either(self, tmp_path: Path, disk: type[FailingConnection]) -> None:
        said = self.stopped(
            tmp_path, disk, lambda sql: sqlite3.SQLITE_IOERR if "BEGIN" in sql or "FROM act" in sql else 0
        )
        assert "this one may be" in said.hint


@contextmanager
def at_work_again(folder: Path) -> Iterator[Desk]:
    with open_book(folder) as book:
        yield Desk(book, book.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)
