"""Books for tests: one made quickly, a clerk who files acts in it, somebody who listens to its journal, and disks that fail."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from boardtui.book import Book, Filing, connection, schema
from boardtui.book.connection import Connection
from boardtui.errors import BookError
from boardtui.model.acts import Act, Filed
from boardtui.model.record import Record
from boardtui.model.replay import Replay
from boardtui.model.times import ClockTime
from support.acts import small_summons

SOON = 10.0
"""Seconds that nothing in these tests takes."""


class Clock:
    """A clock that moves on by a second each time it is looked at."""

    def __init__(self) -> None:
        self._ticks = itertools.count()

    def __call__(self) -> datetime:
        return datetime(2026, 9, 4, 14, 0, tzinfo=UTC) + timedelta(seconds=next(self._ticks))


@cache
def _empty() -> Path:
    path = Path(mkdtemp(prefix="book-")) / "empty.book"
    schema.create(path)
    return path


def new_book(folder: Path) -> Path:
    """A new, empty, closed book in a folder."""
    path = folder / "minutes.book"
    shutil.copyfile(_empty(), path)
    path.chmod(0o600)
    return path


def in_memory() -> sqlite3.Connection:
    """A new, empty book that is nowhere on a disk, for what needs many of them."""
    raw = sqlite3.connect(":memory:", isolation_level=None)
    whole = sqlite3.connect(_empty())
    whole.backup(raw)
    whole.close()
    raw.execute("PRAGMA foreign_keys=1")
    return raw


def open_book(path: Path, **settings: Any) -> Book:
    """The book opened to write, with a clock of its own and rescue copies beside it."""
    return Book.open(path, holder="Ann Quill", now=Clock(), rescue=path.parent / "rescue", **settings)


class Clerk:
    """Files acts in a meeting of a book, as the desk does."""

    def __init__(self, book: Book, meeting: str = "small") -> None:
        self.book, self.meeting = book, meeting
        self._replay = Replay(book.acts(meeting))
        self._tokens = itertools.count(1)

    @property
    def record(self) -> Record:
        """The meeting as it stands."""
        return self._replay.record

    def hand_in(self, act: Act, at: str | None = None, *, place: str | None = None, **fields: Any) -> Future[Filed]:
        """File an act and don't wait for the answer. place: the draft it was typed in; fields: of `Filed`, to be others."""
        values: dict[str, Any] = {
            "seq": self.book.next_seq(), "meeting": self.meeting, "wall": "2026-09-04T13:00:00.000Z",
            "at": ClockTime.read(at) if at else None, "actor": "clerk", "item": "", "restricted": False, "act": act,
            "token": f"{self.meeting}-{self.book.next_seq()}-{next(self._tokens)}",
        }  # fmt: skip
        filed = Filed(**(values | fields))
        record = self._replay.file(filed)
        return self.book.journal.file(Filing(filed), self.book.changes(record, filed), place)

    def __call__(self, act: Act, at: str | None = None, **fields: Any) -> Filed:
        """File an act, and give it as it stands in the book."""
        return self.hand_in(act, at, **fields).result(SOON)


def half_typed(path: Path) -> list[str]:
    """What is half typed in a book, in whatever place."""
    with Book.open(path, read_only=True) as book:
        return [draft.text for one in book.meetings() for draft in book.drafts(one.name).values()]


def called(book: Book, meeting: str = "small", **agenda: Any) -> Clerk:
    """A clerk in a meeting that has just been called. agenda: fields of it that are to be others."""
    clerk = Clerk(book, meeting)
    clerk(small_summons(**agenda))
    return clerk


class Listener:
    """Hears what the journal says, and waits for it."""

    def __init__(self, book: Book) -> None:
        self.heard: list[datetime | BookError | None] = []
        self._said = threading.Condition()
        book.journal.on_saved(self._hear)
        book.journal.on_trouble(self._hear)

    def _hear(self, word: datetime | BookError | None) -> None:
        with self._said:
            self.heard.append(word)
            self._said.notify_all()

    def hears(self, wanted: Callable[[datetime | BookError | None], bool]) -> bool:
        """Is such a word said, now or soon? What was said before it is forgotten."""

        def there() -> bool:
            while self.heard and not wanted(self.heard[0]):
                self.heard.pop(0)
            return bool(self.heard)

        with self._said:
            return self._said.wait_for(there, SOON)

    def hears_of_trouble(self, words: str = "") -> bool:
        """Does the journal say that saving fails, in such words?"""
        return self.hears(lambda word: isinstance(word, BookError) and words in word.message)

    def hears_that_all_is_well(self) -> bool:
        """Does the journal say that the trouble is over?"""
        return self.hears(lambda word: word is None)

    def hears_that_it_is_saved(self) -> bool:
        """Does the journal say before which moment all is saved?"""
        return self.hears(lambda word: isinstance(word, datetime))


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Another program holds the lock of the book, so that nothing can be saved in it."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


class FailingConnection(Connection):
    """A connection to a disk that fails when `fails` says so. fails: SQL -> SQLite's error code, 0 for none."""

    fails: Callable[[str], int] = staticmethod(lambda _sql: 0)

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        """Fail, or do it."""
        self._perhaps_fail(sql)
        return super().execute(sql, *rest)

    def executemany(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        """Fail, or do it."""
        self._perhaps_fail(sql)
        return super().executemany(sql, *rest)

    def _perhaps_fail(self, sql: str) -> None:
        code = type(self).fails(sql)
        if code:
            error = sqlite3.OperationalError("the disk fails, for a test")
            error.sqlite_errorcode = code
            raise error


def failing_disk(monkeypatch: Any) -> type[FailingConnection]:
    """From here on books are opened on a disk that can be made to fail: set `fails` of what this returns."""

    class Failing(FailingConnection):
        pass

    monkeypatch.setattr(connection, "Connection", Failing)
    return Failing


def with_token(filed: Filed) -> Filed:
    """The act with a token, as the desk gives every act one."""
    return Filed(
        filed.seq, filed.meeting, filed.wall, filed.at, filed.actor, filed.item, filed.restricted, filed.act, f"t{filed.seq}"
    )  # fmt: skip
