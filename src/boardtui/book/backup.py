"""Copies of the book for keeping elsewhere: whole, looked at, and there under their name only when they are."""

from __future__ import annotations

import os
from pathlib import Path

from boardtui.book.connection import connect
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError, InputError


def copy_to(raw: sqlite3.Connection, copy: Path) -> None:
    """A whole copy of the open book at `copy`, mode 0600: made under another name, checked, synced, renamed.

    Raises InputError if something stands there already, BookError if it can't be written or isn't sound.
    """
    part = copy.with_name(f".{copy.name}.part")
    with sentences(copy):
        if os.path.lexists(copy):
            raise InputError(f"There is something at {copy} already.", "Name another place for the copy.")
        remove(part)
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        try:
            _vacuum_into(raw, part)
            _look_at(part)
            sync_file(part)
            part.rename(copy)
        finally:
            remove(part)
        sync_folder(copy.parent)


def _vacuum_into(raw: sqlite3.Connection, part: Path) -> None:
    """SQLite takes the copy for a write in the book, so a connection that only looks must be let do it."""
    only_looks = raw.execute("PRAGMA query_only").fetchone()[0]
    raw.execute("PRAGMA query_only=0")
    try:
        raw.execute("VACUUM INTO ?", [str(part)])
    finally:
        raw.execute(f"PRAGMA query_only={only_looks}")


def _look_at(copy: Path) -> None:
    raw = connect(copy, read_only=True)
    try:
        answer = raw.execute("PRAGMA integrity_check(1)").fetchone()[0]
    finally:
        raw.close()
    if answer != "ok":
        raise BookError(f"The copy {copy} is not sound: {answer}", "Run: boardtui check")


def remove(path: Path) -> None:
    """Take away a file that was to become a book, and what SQLite put beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Have the system put a file on the disk. Never for a book that this process has open. Raises OSError."""
    handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have the system put a folder's names on the disk. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
