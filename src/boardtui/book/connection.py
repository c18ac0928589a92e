"""Connections to the book, opened by hand: SQLite's and sqlite-utils' defaults are not ours (each pragma says why).

While this process has a book open, nothing in it may open that file any other way, not even to read it: closing such a
file drops SQLite's locks, and the next reader deletes the log under the writer. So open files are kept account of here.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardtui.book.library import sqlite3
from boardtui.errors import BookError

if TYPE_CHECKING:
    from sqlite_utils import Database

Identity = tuple[int, int]
"""Device and inode: which file it is, whatever it is called."""

_PRAGMAS = {
    "foreign_keys": 1,
    "recursive_triggers": 1,  # without it INSERT OR REPLACE slips past the guard against deleting
    "synchronous": 2,  # FULL: a commit is on the disk when it returns
    "fullfsync": 1,  # macOS: on the disk, not in its cache
    "checkpoint_fullfsync": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,  # a mapped file turns a read error into a crash
    "temp_store": 2,  # nothing of the minutes in /tmp
}

account = threading.RLock()
"""Held while a file is opened, here or by the gate."""
_open_files: Counter[Identity] = Counter()


class Connection(sqlite3.Connection):
    """A connection that keeps the account of open files. file: which one it has open, None once closed."""

    file: Identity | None = None

    def close(self) -> None:
        """Close it; closing twice does nothing."""
        with account:
            super().close()
            if self.file is not None:
                _open_files[self.file] -= 1
                self.file = None


def identity(path: Path) -> Identity:
    """Which file stands at path. Raises OSError."""
    found = path.lstat()
    return found.st_dev, found.st_ino


def is_open_here(path: Path) -> bool:
    """Does this process have the file at path open as a book?"""
    try:
        return _open_files[identity(path)] > 0
    except OSError:
        return False


def connect(path: Path, *, read_only: bool = False, patience: float = 2.0) -> Connection:
    """Open the book at path, which must have passed the gate.

    patience: seconds to wait for another program's lock. Raises BookError where a log can't be kept or a setting
    doesn't hold, sqlite3.Error and OSError for the rest.
    """
    with account:
        if not read_only:
            return _opened(path, "mode=rw", patience, read_only=False)
        try:
            return _opened(path, "mode=ro", patience, read_only=True)
        except sqlite3.OperationalError:
            # A closed book on a disk that can't be written: no log can be made beside it, and none is needed.
            if os.access(path.parent, os.W_OK) or Path(f"{path}-wal").exists():
                raise
            return _opened(path, "mode=ro&immutable=1", patience, read_only=True)


def _opened(path: Path, mode: str, patience: float, *, read_only: bool) -> Connection:
    raw = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        timeout=patience,
        check_same_thread=False,
        factory=Connection,
    )
    with ExitStack() as closing:
        closing.callback(raw.close)
        raw.file = identity(path)
        _open_files[raw.file] += 1
        _settle(raw, path, read_only=read_only)
        closing.pop_all()
    return raw


def _settle(raw: Connection, path: Path, *, read_only: bool) -> None:
    for name, value in (_PRAGMAS | ({"query_only": 1} if read_only else {})).items():
        raw.execute(f"PRAGMA {name}={value}")
        answer = raw.execute(f"PRAGMA {name}").fetchone()
        if answer is not None and answer[0] != value:
            raise BookError(f"{path}: SQLite doesn't keep {name} at {value}.", "Use another build of Python.")
    if read_only:
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    elif raw.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
        raise BookError(f"No log can be kept beside {path}.", "Put the book on a disk of this computer.")


def tables_of(raw: sqlite3.Connection) -> Database:
    """The same connection as sqlite-utils sees it, without other people's plug-ins."""
    from sqlite_utils import Database

    return Database(raw, execute_plugins=False, strict=True)


@contextmanager
def write(raw: sqlite3.Connection) -> Iterator[None]:
    """One transaction, which holds the write lock from its first statement: all of it happens, or nothing."""
    raw.execute("BEGIN IMMEDIATE")
    try:
        yield
        raw.execute("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")


@contextmanager
def snapshot(raw: sqlite3.Connection) -> Iterator[None]:
    """One reading transaction: everything read inside is of the same moment."""
    raw.execute("BEGIN")
    try:
        yield
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")


def bring_home(raw: sqlite3.Connection) -> bool:
    """Bring the log into the file, so that the file alone is the whole book. False while a reader prevents it."""
    busy, _, _ = _answer(raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())
    return busy == 0


def _answer(row: Any) -> tuple[int, int, int]:
    return int(row[0]), int(row[1]), int(row[2])
