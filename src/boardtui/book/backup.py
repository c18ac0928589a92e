"""Copies of the book for keeping elsewhere: whole, looked at, and there under their name only when they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book import rights, witness
from boardtui.book.connection import connect
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError, InputError

if TYPE_CHECKING:
    from boardtui.book.check import Findings

End = tuple[int, str]
"""The end of the chain: number and hash (hex) of the last act."""


def back_up(raw: sqlite3.Connection, copy: Path) -> End:
    """A whole copy of the open book at `copy`, as `copy_to` makes it, with its witness beside it. The end of its chain.

    Raises as `copy_to` does; InputError also where something else stands in the place of the witness.
    """
    with sentences(copy):
        _be_free(copy)
        if witness.seen(copy) is None:
            _be_free(witness.place(copy))
        else:  # left by a copy that was taken elsewhere
            witness.place(copy).unlink()
    end = copy_to(raw, copy)
    with sentences(copy):
        witness.put(copy, *end)
        sync_folder(copy.parent)
    return end


def copy_to(raw: sqlite3.Connection, copy: Path) -> End:
    """A whole copy of the open book at `copy`, mode 0600: made under another name, checked, synced, renamed.

    Returns the end of its chain. Raises InputError if something stands there already, BookError if it can't be written
    or isn't sound.
    """
    part = copy.with_name(f".{copy.name}.part")
    with sentences(copy):
        _be_free(copy)
        remove(part)
        os.close(rights.create(part))
        try:
            _vacuum_into(raw, part)
            end = _end_of_sound(part)
            sync_file(part)
            part.rename(copy)
        finally:
            remove(part)
        sync_folder(copy.parent)
    return end


def _be_free(place: Path) -> None:
    if os.path.lexists(place):
        raise InputError(f"There is something at {place} already.", "Name another place for the copy.")


def _vacuum_into(raw: sqlite3.Connection, part: Path) -> None:
    """SQLite takes the copy for a write in the book, so a connection that only looks must be let do it."""
    only_looks = raw.execute("PRAGMA query_only").fetchone()[0]
    raw.execute("PRAGMA query_only=0")
    try:
        raw.execute("VACUUM INTO ?", [str(part)])
    finally:
        raw.execute(f"PRAGMA query_only={only_looks}")


def _end_of_sound(copy: Path) -> End:
    """The end of a copy's chain, followed in the copy itself. Raises BookError where it isn't sound."""
    raw = connect(copy, read_only=True)
    try:
        found = look_at(raw)
    finally:
        raw.close()
    if found.problems:
        raise BookError(f"The copy would not be sound. {found.problems[0]}", "Run: boardtui check")
    return found.acts, found.head


def look_at(raw: sqlite3.Connection) -> Findings:
    """Pages, schema and chain of a copy, which may be of an older form. Raises sqlite3.Error."""
    from boardtui.book.check import Findings, follow_chain, integrity
    from boardtui.book.schema import differences, kind_and_form

    found = Findings()
    found.problems += integrity(raw)
    if not found.problems:
        found.problems += differences(raw, kind_and_form(raw)[1])
    if not found.problems:
        found.problems += follow_chain(raw, found)
    return found


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
