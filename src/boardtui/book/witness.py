"""The witness: number and hash of the last act, in a small file beside the book.

SQLite doesn't miss a log that was deleted, and a chain can be built anew: only something outside the book notices.
It never goes into anything public, because the number counts restricted acts and a hash confirms a guess.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from boardtui.book import rights
from boardtui.book.forms import first_head
from boardtui.book.library import sqlite3
from boardtui.model.text import counted


def place(book: Path) -> Path:
    """Where the witness of a book lies."""
    return Path(f"{book}.head")


def head_words(seq: int, head: str) -> str:
    """The end of the chain as people read it and write it down: `173 acts, 3f2a 91bc 07de`.

    seq, head: number and hash (hex) of the last act; of an empty book only that there are none. For the clerk's and the
    chair's eyes, never for anything public.
    """
    if seq == 0:
        return "no acts"
    return f"{counted(seq, 'act')}, {head_digits(head)}"


def head_digits(head: str) -> str:
    """The digits of a hash (hex) that people write down: the first twelve, in fours."""
    return f"{head[:4]} {head[4:8]} {head[8:12]}"


class Witness:
    """Bears witness after each commit, so never ahead of the book. When it can't, that is no reason to stop minuting."""

    def __init__(self, book: Path) -> None:
        self._handle = -1
        try:
            self._handle = os.open(place(book), os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, rights.FILE)
            os.fchmod(self._handle, rights.FILE)
        except OSError:
            return

    def bear(self, seq: int, head: str) -> None:
        """seq and hash of the act just committed."""
        if self._handle >= 0:
            try:
                os.pwrite(self._handle, _line(seq, head).encode(), 0)
            except OSError:
                return

    def close(self) -> None:
        """Close it; closing twice does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def put(book: Path, seq: int, head: str) -> None:
    """Put a witness beside a book that came into its place whole: a copy, or one that was restored. Raises OSError.

    seq, head: number and hash of its last act. The caller syncs the folder.
    """
    made = book.with_name(f".{place(book).name}.part")
    made.unlink(missing_ok=True)
    handle = rights.create(made)
    try:
        os.write(handle, _line(seq, head).encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    made.rename(place(book))


def _line(seq: int, head: str) -> str:
    """What the witness writes: with a checksum, because a line that was half written over must say nothing."""
    words = f"{seq:012d} {head}"
    return f"{words} {hashlib.sha256(words.encode()).hexdigest()[:16]}\n"


def seen(book: Path) -> tuple[int, str] | None:
    """Number and hash of the last act the witness saw; None if there is none, or what it wrote is torn."""
    try:
        line = place(book).read_text("ascii")
        seq, head = int(line.split()[0]), line.split()[1]
    except (OSError, ValueError, IndexError):
        return None
    return (seq, head) if line == _line(seq, head) else None


def missing(raw: sqlite3.Connection, last: tuple[int, str] | None) -> str:
    """What the witness saw last and the book doesn't hold, in a sentence; '' when it is there, or nothing was seen."""
    if last is None:
        return ""
    row = raw.execute("SELECT hash FROM act WHERE seq = ?", [last[0]]).fetchone()
    if row is not None and last[1] in (row[0], first_head(raw, last[0])):
        return ""
    return f"Act {last[0]} was in this book and is gone: its log was deleted, or an older copy was put in its place."
