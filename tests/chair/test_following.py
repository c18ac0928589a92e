"""Following a book: every act is seen, nothing is held, and nothing that happens to the book ends it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.chair.following import PATIENCE, Follower
from boardtui.model.acts import business, corrections, meeting, text
from boardtui.model.record import Stage
from support.acts import HALE, prose
from support.next_table import NextTable


class Watch:
    """Seconds that go by when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def follower(book_path: Path, watch: Watch) -> Iterator[Follower]:
    following = Follower(book_path, clock=watch)
    yield following
    following.close()


@pytest.fixture
def keeps_looking(follower: Follower, watch: Watch) -> Callable[[], bool]:
    """Look as long as it may take to try again. Returns whether anything changed."""

    def looks() -> bool:
        changed = follower.look()
        watch.now += PATIENCE
        return follower.look() or changed

    return looks


def test_a_book_that_is_not_there_yet_is_waited_for(
    follower: Follower, keeps_looking: Callable[[], bool], book_path: Path
):
    assert follower.look()
    assert follower.trouble == f"There is no book at {book_path}."
    assert follower.record is None
    assert not keeps_looking()  # and nothing new is said of it
    clerk = NextTable(book_path)
    assert keeps_looking()
    assert follower.trouble == "There is no meeting in the book yet."
    clerk.calls()
    assert follower.look()
    assert follower.trouble == ""
    assert follower.record is not None
    assert follower.record.stage is Stage.BEFORE
    clerk.leaves()


def test_each_act_is_seen_at_the_next_look(follower: Follower, next_table: NextTable):
    next_table.calls()
    follower.look()
    next_table.files(meeting.Start(), at="14:00")
    assert follower.look()
    next_table.files(text.OpenItem(items=("3",)), business.Note(text=prose("the report")), at="14:05")
    assert follower.look()
    assert follower.record is not None
    assert follower.record.open_items == ("3",)
    assert len(follower.record.entry.decisions) == 1
    assert not follower.look()


def test_typing_is_no_news(follower: Follower, next_table: NextTable):
    next_table.calls()
    follower.look()
    next_table.types("half a sen")
    assert not follower.look()


def test_a_correction_is_seen(follower: Follower, next_table: NextTable):
    next_table.calls()
    next_table.files(meeting.Start(), text.OpenItem(items=("3",)), business.Note(text=prose("the report")), at="14:00")
    follower.look()
    assert follower.record is not None
    next_table.files(corrections.Undo(target=follower.record.last_seq))
    assert follower.look()
    assert follower.record.entry.decisions == []


def test_the_log_can_be_brought_home_while_the_view_is_open(follower: Follower, next_table: NextTable, book_path: Path):
    next_table.calls()
    follower.look()
    next_table.files(meeting.Start(), at="14:00")
    follower.look()
    next_table.leaves()  # asserts that the whole book is in its one file
    alone = book_path.with_name("alone.book")
    shutil.copyfile(book_path, alone)
    raw = sqlite3.connect(f"file:{alone}?mode=ro&immutable=1", uri=True)
    assert raw.execute("SELECT count(*) FROM act").fetchone() == (2,)
    raw.close()


def test_a_book_closed_and_opened_again_is_followed_on(
    follower: Follower, keeps_looking: Callable[[], bool], next_table: NextTable
):
    next_table.calls()
    follower.look()
    next_table.leaves()
    assert not keeps_looking()
    next_table.comes_back()
    next_table.files(meeting.Start(), at="14:00")
    assert keeps_looking()
    assert follower.record is not None
    assert follower.record.stage is Stage.OPEN


def test_a_book_that_goes_away_is_said_once_and_its_successor_followed(
    follower: Follower, keeps_looking: Callable[[], bool], next_table: NextTable, book_path: Path
):
    next_table.calls()
    next_table.files(meeting.Start(), at="14:00")
    follower.look()
    next_table.leaves()
    for file in book_path.parent.glob("minutes.book*"):
        file.unlink()
    assert keeps_looking()
    assert "moved" in follower.trouble or "no book" in follower.trouble
    assert follower.record is not None  # what was seen last stays on the screen
    assert follower.record.stage is Stage.OPEN
    successor = NextTable(book_path)
    successor.calls()
    assert keeps_looking()
    assert follower.trouble == ""
    assert follower.record.stage is Stage.BEFORE
    successor.leaves()


def test_a_file_that_is_no_book_is_one_calm_sentence(follower: Follower, book_path: Path):
    book_path.write_text("Dear Sir")
    follower.look()
    assert follower.trouble == f"{book_path} isn't a minute book."


def test_the_meeting_named_is_followed_whatever_else_is_filed(next_table: NextTable, book_path: Path):
    follower = Follower(book_path, "second")
    follower.look()
    assert follower.trouble == "There is no meeting named second in the book yet."
    next_table.calls("first")
    follower.look()
    assert follower.trouble == "There is no meeting named second in the book yet."
    next_table.calls("second")
    next_table.files(meeting.Start(), meeting="first", at="14:00")
    follower.look()
    assert follower.meeting == "second"
    assert follower.trouble == ""
    follower.close()


def test_without_a_name_the_one_filed_in_last_is_followed_and_kept_once_it_has_started(
    follower: Follower, next_table: NextTable
):
    next_table.calls("first")
    next_table.calls("second")
    follower.look()
    assert follower.meeting == "second"
    next_table.files(meeting.Start(), meeting="first", at="14:00")
    follower.look()
    assert follower.meeting == "first"
    next_table.calls("third")
    follower.look()
    assert follower.meeting == "first"
    next_table.files(meeting.Close(), meeting="first", at="15:00")
    next_table.files(meeting.Start(), meeting="third", at="15:05")
    follower.look()
    assert follower.meeting == "third"


def test_the_view_writes_nothing(
    follower: Follower, keeps_looking: Callable[[], bool], next_table: NextTable, book_path: Path
):
    next_table.calls()
    next_table.files(business.Note(text=prose("the report")), business.Move(movers=(HALE,), words=prose("x be done")))
    keeps_looking()
    next_table.leaves()
    with Book.open(book_path, read_only=True) as book:
        assert len(book.acts("small")) == 3
