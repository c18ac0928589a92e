"""Following a meeting in a book that somebody else writes. It only reads, act by act, and never gives up."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from boardtui.book import Book, Watcher
from boardtui.errors import BoardError, BookError
from boardtui.model.record import Record, Stage
from boardtui.model.replay import Replay

PATIENCE = 0.5
"""Seconds between two attempts to open a book, and between two glances at whether it is still the same file."""

_UNDER_WAY = (Stage.OPEN, Stage.ADJOURNED)


class Follower:
    """A meeting as its book has it, brought up to date by `look`.

    record: None until there is a meeting; meeting: its name, '' until then; head: the end of the book in words; trouble: one
    sentence about what stands in the way, '' when nothing does. No read transaction is left open between two looks, so the
    writer can bring the log home.
    """

    def __init__(self, path: Path, wanted: str | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """path: of the book, which need not exist yet; wanted: the meeting's name, None for the one being minuted;

        clock: in seconds, from whenever.
        """
        self.path = path
        self.wanted = wanted
        self.meeting = ""
        self.head = ""
        self.trouble = ""
        self._replay = Replay()
        self._book: Book | None = None
        self._watcher: Watcher | None = None
        self._file: tuple[int, int] | None = None
        self._clock = clock
        self._due = clock()

    @property
    def record(self) -> Record | None:
        """The meeting as it stands, everything restricted included: not to be shown as it is."""
        return self._replay.record if self.meeting else None

    def look(self) -> bool:
        """Take in what was committed since the last look. Returns whether anything is different now."""
        before = self.trouble
        try:
            changed = self._look()
        except BoardError as error:
            self.close()
            self.trouble, changed = error.message, False
            self._is_due_later()
        return changed or self.trouble != before

    def close(self) -> None:
        """Let go of the book. The next look opens it again."""
        if self._watcher is not None:
            self._watcher.close()
        if self._book is not None:
            self._book.close()
        self._book = self._watcher = None

    def _look(self) -> bool:
        due = self._clock() >= self._due
        if self._book is None or self._watcher is None:
            return due and self._open()
        if due:
            self._is_due_later()
            if self._identity() != self._file:
                raise BookError(f"{self.path} was moved, or another book put in its place.")
        return self._watcher.changed() and self._take_in(self._book)

    def _open(self) -> bool:
        self._book = Book.open(self.path, read_only=True)
        self._watcher = self._book.watch()  # before anything is read, so that no commit falls between
        self._file = self._identity()
        self._is_due_later()
        self.meeting = ""  # another book may stand here now, or an older copy of this one
        self._take_in(self._book)
        return True

    def _is_due_later(self) -> None:
        self._due = self._clock() + PATIENCE

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _take_in(self, book: Book) -> bool:
        """Step the meeting on by its new acts; or, once another one is to be shown, read that."""
        found = book.acts(self.meeting, after=self._replay.record.last_seq) if self.meeting else []
        for filed in found:
            self._replay.file(filed)
        before, self.head = self.head, book.head_words()
        meeting = self._which(book)
        if meeting == self.meeting:
            return bool(found) or self.head != before
        self.meeting = meeting
        self._replay = Replay(book.acts(meeting))
        return True

    def _which(self, book: Book) -> str:
        """The meeting to show: as named; else the one under way; else the one that was filed in last."""
        if self.meeting and (self.wanted or self._replay.record.stage in _UNDER_WAY):
            return self.meeting
        rows = book.meetings()
        if self.wanted:
            found = next((row.name for row in rows if row.name == self.wanted), "")
            self.trouble = "" if found else f"There is no meeting named {self.wanted} in the book yet."
            return found
        self.trouble = "" if rows else "There is no meeting in the book yet."
        return max(rows, key=lambda row: row.last_filed).name if rows else ""
