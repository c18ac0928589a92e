"""A disk on which every call can fail: what was said is filed all the same, once, and shown as recorded only then."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardtui.book import Book, schema
from boardtui.book.check import check
from boardtui.errors import BookError
from boardtui.model.acts import text
from support.acts import prose
from support.books import SOON, FailingConnection, Listener, called, failing_disk, open_book

QUICK = 0.01


def said(words: str) -> text.Paragraph:
    return text.Paragraph(text=prose(words))


def words_of(book: Book) -> list[str]:
    return [str(one.act.text.parts[0]) for one in book.acts("small") if isinstance(one.act, text.Paragraph)]


class TestEveryFailingCall:
    """Each statement of filing an act fails once, in each way a disk can fail: the act is filed all the same, and once."""

    @pytest.fixture
    def disk(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[FailingConnection]]:
        monkeypatch.setattr("boardtui.book.journal.PATIENCE", QUICK)
        yield failing_disk(monkeypatch)

    @pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY])
    def test_the_act_is_filed_once(self, path: Path, disk: type[FailingConnection], code: int) -> None:
        with open_book(path) as book:
            clerk = called(book)
            for call in itertools.count(1):
                count = itertools.count(1)
                disk.fails = staticmethod(once(lambda _, count=count, call=call: next(count) == call, code))
                filed = clerk(said(f"call {call}"), place="composer")
                disk.fails = staticmethod(lambda _: 0)
                assert filed.seq == call + 1
                if next(count) <= call:
                    break
            assert call > 15
            assert words_of(book) == [f"call {number}" for number in range(1, call + 1)]
        assert check(path).problems == []

    def test_a_commit_that_fails_after_it_was_done_leaves_no_ghost(
        self, path: Path, disk: type[FailingConnection]
    ) -> None:
        with open_book(path) as book:
            clerk = called(book)
            listener = Listener(book)
            late = LateFailure(disk)
            filed = clerk(said("a ghost"))
            assert listener.hears_of_trouble("can't be read or written")
            assert listener.hears_that_all_is_well()
            assert late.happened
            assert words_of(book) == ["a ghost"]
            assert filed.seq == 2

    def test_as_long_as_it_fails_nothing_is_shown_as_recorded(self, path: Path, disk: type[FailingConnection]) -> None:
        with open_book(path) as book:
            clerk = called(book)
            listener = Listener(book)
            disk.fails = staticmethod(lambda sql: sqlite3.SQLITE_FULL if sql == "COMMIT" else 0)
            answer = clerk.hand_in(said("stuck"))
            assert listener.hears_of_trouble("disk is full")
            assert not answer.done()
            assert not book.journal.wait(QUICK)
            disk.fails = staticmethod(lambda _: 0)
            assert answer.result(SOON).seq == 2

    def test_a_command_without_a_screen_doesnt_wait_for_ever(
        self, path: Path, disk: type[FailingConnection], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("boardtui.book.journal.GIVE_UP", QUICK)
        with open_book(path, patient=False) as book:
            clerk = called(book)
            disk.fails = staticmethod(lambda sql: sqlite3.SQLITE_FULL if sql == "COMMIT" else 0)
            answers = [clerk.hand_in(said("one")), clerk.hand_in(said("two"))]
            for answer in answers:
                with pytest.raises(BookError, match="disk is full"):
                    answer.result(SOON)
            disk.fails = staticmethod(lambda _: 0)
            assert not book.journal.wait(SOON)
        assert check(path).acts == 1


def once(fails: Callable[[str], bool], code: int) -> Callable[[str], int]:
    return lambda sql: code if fails(sql) else 0


class LateFailure:
    """A disk whose next COMMIT is done and then reported as failed, as after a failed sync."""

    def __init__(self, disk: type[FailingConnection]) -> None:
        self.happened = False
        plain = FailingConnection.execute

        def execute(connection: FailingConnection, sql: str, *rest: object) -> sqlite3.Cursor:
            answer = plain(connection, sql, *rest)
            if sql == "COMMIT" and not self.happened:
                self.happened = True
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR
                raise error
            return answer

        disk.execute = execute


def test_the_schema_of_a_failing_disk_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_disk(monkeypatch)
    with open_book(path) as book, book._reading() as raw:
        assert isinstance(raw, FailingConnection)
        assert schema.differences(raw) == []
