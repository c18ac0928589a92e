"""SQLite's errors and the system's, said in sentences. None of them leaves the book as it came."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from boardtui.book.library import sqlite3
from boardtui.errors import BookError


class Unsafe(BookError):
    """What is written in the book now may not be found again: it isn't where it was, or not as it was. Never an act's fault."""


class Caught:
    """Inside, a fault that nobody foresaw ends the block and nothing else: for a thread that has to go on whatever happens.

    fault: what it was, None if the block went well.
    """

    fault: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.fault = error if isinstance(error, Exception) else None
        return self.fault is not None


KEEP_IT = "Keep the book as it is. A copy takes its place with: boardtui restore"
"""What to do about a book that isn't sound."""
_PRIMARY = 0xFF
_SENTENCES = {
    sqlite3.SQLITE_FULL: ("The disk is full", "Make room; what waits is saved by itself."),
    sqlite3.SQLITE_BUSY: ("Another program is writing in the book", "Close that program."),
    sqlite3.SQLITE_LOCKED: ("Another program is writing in the book", "Close that program."),
    sqlite3.SQLITE_IOERR: ("The disk can't be read or written", "Look at the disk, its cable or the network."),
    sqlite3.SQLITE_READONLY: ("The book can't be written", "Look at the rights of the file and its folder."),
    sqlite3.SQLITE_PERM: ("The book can't be written", "Look at the rights of the file and its folder."),
    sqlite3.SQLITE_CANTOPEN: ("The book can't be opened", "Look at the rights of the file and its folder."),
    sqlite3.SQLITE_CORRUPT: ("The book is damaged", KEEP_IT),
    sqlite3.SQLITE_NOTADB: ("The book is damaged", KEEP_IT),
}
_NEEDS_NEW_CONNECTION = (
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB,
)  # fmt: skip

_FOR_GOOD = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError, sqlite3.InterfaceError)


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code, 0 when the error didn't come from SQLite."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & _PRIMARY


def in_words(error: sqlite3.Error | OSError | BookError, path: Path) -> BookError:
    """The sentence for a failure of the book at path."""
    if isinstance(error, BookError):
        return error
    if isinstance(error, OSError):
        return _system(error, path)
    message, hint = _SENTENCES.get(primary_code(error), (f"The book refuses ({error})", "Run: boardtui check"))
    return BookError(f"{message}: {path}", hint)


def needs_new_connection(error: sqlite3.Error) -> bool:
    """Was this a failure after which the connection's own idea of the file may be wrong?"""
    return primary_code(error) in _NEEDS_NEW_CONNECTION


def is_for_good(error: sqlite3.Error) -> bool:
    """Would the same write fail again however often it is tried: not the disk's fault, nor another program's?"""
    return isinstance(error, _FOR_GOOD) or primary_code(error) == sqlite3.SQLITE_ERROR


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Inside, an error of SQLite or the system becomes a BookError about the book at path."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise BookError(f"The book is damaged: {path}", _SENTENCES[sqlite3.SQLITE_CORRUPT][1]) from error
    except (sqlite3.Error, OSError) as error:
        raise in_words(error, path) from error


def _system(error: OSError, path: Path) -> BookError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return BookError(f"There is no book at {path}.", "Make one with: boardtui new AGENDA")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return BookError(f"{path} may not be read or written.", "Look at the rights of the file and its folder.")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BookError(f"The disk is full: {path}", "Make room and try again.")
    return BookError(f"{path}: {error.strerror or error}.", "Look at the file and its disk.")
