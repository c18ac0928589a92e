"""What the journal's thread does with the connection: commit, look whether the book is still where it was, open it anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book import commits
from boardtui.book.connection import Connection, bring_home, connect, identity
from boardtui.book.drafts import Draft
from boardtui.book.library import sqlite3
from boardtui.book.rescue import Rescue
from boardtui.book.trouble import needs_new_connection
from boardtui.book.witness import Witness
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
        self._witness = Witness(path)
        self._shaken: sqlite3.Error | OSError | None = None
        self.head = commits.head(raw)
        self.rescue = rescue
        raw.execute(f"PRAGMA busy_timeout={round(1000 * patience)}")

    def file(self, job: commits.Job) -> Filed:
        """File an act, once. Raises as `commits.file_act` does."""
        filed, self.head = commits.file_act(self._connection(), job)
        self._witness.bear(self.head.seq, self.head.hash)
        return filed

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Keep the newest drafts. Raises sqlite3.Error."""
        commits.keep_drafts(self._connection(), drafts)

    def failed(self, error: sqlite3.Error | OSError) -> None:
        """After some failures what SQLite knows of the file may be wrong: it is opened anew before the next try."""
        if isinstance(error, OSError) or needs_new_connection(error):
            self._shaken = error

    def whereabouts(self) -> BookError | None:
        """What has become of the file, if it is no longer where it was opened: it goes on "saving" all the same."""
        try:
            found = self._path.lstat()
        except OSError:
            return BookError(f"The book was moved or deleted: {self._path}", "Put it back in its place.")
        if (found.st_dev, found.st_ino) != self._file:
            return BookError(f"Another file was put in the place of {self._path}.", "Put the book back in its place.")
        if found.st_nlink != self._links:
            return BookError(f"The book was given a second name: {self._path}", "Take the other name away.")
        return None

    def bring_home(self) -> bool:
        """Bring the log into the file. False when a reader or the disk prevents it: nothing is lost, it is only elsewhere."""
        try:
            return bring_home(self._connection())
        except (sqlite3.Error, OSError):
            return False

    def copy_whole(self) -> Path | None:
        """A rescue copy of the whole book, out of the connection that still has it."""
        return self.rescue.keep_whole(self._connection())

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
        if self._raw is not None and self._shaken is None:
            return self._raw
        try:
            self._raw = self._opened_anew()
        except sqlite3.Error as error:
            raise self._shaken or error from error  # what went wrong first says more than what follows from it
        self._shaken = None
        return self._raw

    def _opened_anew(self) -> Connection:
        raw = self._raw
        if raw is None or self.whereabouts() is None:
            self._raw = None
            if raw is not None:
                raw.close()
            self._raw = raw = connect(self._path, patience=self._patience)
        # A commit that failed may stand in the log, seen by us and never on the disk: writing all of the log into the
        # file, and syncing that, is the only word on it that can be believed.
        if not bring_home(raw):
            raise sqlite3.OperationalError("another program reads it")
        return raw
