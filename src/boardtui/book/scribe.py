"""What the journal's thread does with the connection: commit, look whether the book is still where it was, open it anew."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book import commits, witness
from boardtui.book.connection import Connection, bring_home, connect, identity
from boardtui.book.drafts import Draft
from boardtui.book.library import sqlite3
from boardtui.book.rescue import Rescue
from boardtui.book.trouble import Unsafe, in_words, needs_new_connection
from boardtui.errors import BookError

if TYPE_CHECKING:
    from boardtui.model.acts.base import Filed


class Scribe:
    """The only one who writes in the book. Used by one thread at a time.

    head: the end of the chain; rescue: where copies go of a book that is gone; patience: seconds to wait for the lock of
    another program.
    """

    def __init__(self, path: Path, raw: Connection, rescue: Rescue, *, patience: float) -> None:
        self._path = path
        self._raw: Connection | None = raw
        self._patience = patience
        self._file, self._links = identity(path), path.stat().st_nlink
        self._witness = witness.Witness(path)
        self._shaken: Exception | None = None
        self._away: Unsafe | None = None
        self._whole: Path | None = None
        self.head = commits.head(raw)
        self.rescue = rescue
        raw.execute(f"PRAGMA busy_timeout={round(1000 * patience)}")

    def file(self, job: commits.Job) -> Filed:
        """File an act, once. Raises as `commits.file_act` does; Unsafe where the book isn't what it was."""
        raw, self._whole = self._connection(), None
        filed, self.head = commits.file_act(raw, job)
        self._witness.bear(self.head.seq, self.head.hash)
        return filed

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Keep the newest drafts; with none, see whether anything can be written. Raises sqlite3.Error, Unsafe."""
        raw, self._whole = self._connection(), None
        commits.keep_drafts(raw, drafts)

    def failed(self, error: Exception) -> None:
        """After most failures what SQLite knows of the file may be wrong: it is opened anew before the next try."""
        if not isinstance(error, sqlite3.Error) or needs_new_connection(error):
            self._shaken = error

    def whereabouts(self) -> Unsafe | None:
        """What has become of the file, if it is no longer where it was opened: it goes on "saving" all the same."""
        lost = self._lost()
        self._away = lost or self._away
        return lost

    def _lost(self) -> Unsafe | None:
        try:
            found = self._path.lstat()
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR):
                return Unsafe(f"The book was moved or deleted: {self._path}", "Put it back in its place.")
            words = in_words(error, self._path)
            return Unsafe(words.message, words.hint)
        if (found.st_dev, found.st_ino) != self._file:
            return Unsafe(f"Another file was put in the place of {self._path}.", "Put the book back in its place.")
        if found.st_nlink != self._links:
            return Unsafe(f"The book was given a second name: {self._path}", "Take the other name away.")
        return None

    def bring_home(self) -> bool:
        """Bring the log into the file. False when a reader or the disk prevents it: nothing is lost, it is only elsewhere."""
        try:
            return bring_home(self._connection())
        except (sqlite3.Error, OSError, BookError):
            return False

    def copy_whole(self) -> Path | None:
        """A rescue copy of the whole book, out of the connection that still has it; the last one if nothing is new."""
        if self._whole is None:
            self._whole = self.rescue.keep_whole(self._connection())
        return self._whole

    def close(self) -> None:
        """Close the connection. An error of the disk in closing leaves the log, from which SQLite mends the book."""
        self._witness.close()
        raw, self._raw = self._raw, None
        if raw is not None:
            try:
                raw.close()
            except sqlite3.Error:
                return

    def _connection(self) -> Connection:
        if self._away is not None and self._lost() is None:
            self._shaken, self._away = self._away, None  # it is back, and whoever had it may have written in it
        if self._raw is not None and self._shaken is None:
            return self._raw
        try:
            self._raw = self._opened_anew()
        except (sqlite3.Error, OSError) as error:
            first = self._shaken  # what went wrong first says more than what follows from it
            raise (first if isinstance(first, sqlite3.Error | OSError) else error) from error
        except BookError as error:
            raise Unsafe(error.message, error.hint) from error
        self._shaken = None
        return self._raw

    def _opened_anew(self) -> Connection:
        raw = self._raw
        if raw is None or self._lost() is None:
            self._raw = None
            if raw is not None:
                raw.close()
            self._raw = raw = connect(self._path, patience=self._patience)
        # A commit that failed may stand in the log, seen by us and never on the disk: writing all of the log into the
        # file, and syncing that, is the only word on it that can be believed.
        if not bring_home(raw):
            raise sqlite3.OperationalError("another program reads it")
        if self.head.seq and witness.missing(raw, (self.head.seq, self.head.hash)):
            raise Unsafe(f"Act {self.head.seq} was in the book and is gone: {self._path}", "Keep the rescue copy.")
        self.head = commits.head(raw)
        return raw
