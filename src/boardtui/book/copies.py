"""The rotating copies: whole, verified books in a folder beside the book, where the oldest make room for the newest.

Each is named by the moment it was made, in local time, and has its witness beside it. The order is that of the names:
a clock that was set back goes on counting at the newest name, so that the newest copy is always the last to go.
"""

from __future__ import annotations

import fcntl
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boardtui.book import backup, witness
from boardtui.book.commits import head
from boardtui.book.connection import Connection, connect
from boardtui.book.gate import pass_gate
from boardtui.book.trouble import sentences
from boardtui.errors import BookError, InputError

KEPT = 10
"""How many copies are kept where BOARDTUI_BACKUPS doesn't say."""
PATIENCE = 5.0
"""Seconds to wait for somebody who makes a copy of the same book."""

_STAMP = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})(?:-(\d{1,6}))?\.book")
_PART = re.compile(r"\.(.+)\.(part|part-journal|part-wal|part-shm)")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy as it was found. made: by its name, local time; acts, head: how many there are, and the hash of the last

    one (hex), as far as it is sound; problem: a sentence, '' when it is sound.
    """

    path: Path
    made: str
    acts: int
    head: str
    problem: str

    def as_row(self) -> dict[str, str | int | bool]:
        """For a program."""
        return {
            "path": str(self.path), "made": self.made, "acts": self.acts, "head": self.head, "sound": not self.problem,
            "problem": self.problem,
        }  # fmt: skip


def folder_of(book: Path) -> Path:
    """Where the copies of a book lie."""
    return Path(f"{book}.backups")


def number_kept() -> int:
    """How many copies are kept: BOARDTUI_BACKUPS, else `KEPT`; 0 for none. Raises InputError where it is no number."""
    said = os.environ.get("BOARDTUI_BACKUPS", "").strip()
    if not said:
        return KEPT
    if not re.fullmatch(r"[0-9]{1,4}", said):
        raise InputError(f"BOARDTUI_BACKUPS is {said!r}.", "Say how many copies are kept, as in BOARDTUI_BACKUPS=10.")
    return int(said)


def stamp(moment: datetime) -> str:
    """A moment as it stands in the names of copies."""
    return moment.strftime(_STAMP)


def copies_of(book: Path) -> list[Path]:
    """The copies of a book, the newest first; what else lies in the folder isn't one. Raises BookError."""
    with sentences(folder_of(book)):
        try:
            there = list(folder_of(book).iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
    found = [file for file in there if _NAME.fullmatch(file.name)]
    return sorted(found, key=lambda file: _place(file.name), reverse=True)


def look_at(copy: Path) -> Copy:
    """Look at a copy: pages, schema, guards, chain, witness. Raises nothing."""
    named = _NAME.fullmatch(copy.name)
    made = datetime.strptime(named[1], _STAMP).isoformat(" ") if named else ""
    try:
        pass_gate(copy)
        with sentences(copy):
            raw = connect(copy, read_only=True)
            try:
                found = backup.look_at(raw)
                gone = "" if found.problems else witness.missing(raw, witness.seen(copy))
            finally:
                raw.close()
    except BookError as error:
        return Copy(copy, made, 0, "", error.message)
    return Copy(copy, made, found.acts, found.head, found.problems[0] if found.problems else gone)


def keep_copy(book: Path, moment: datetime, kept: int) -> Path | None:
    """Keep a copy of the book if it has other acts than the newest one, and let the oldest go.

    moment: now, local time; kept: how many there may be afterwards, 0 to do nothing. Works with a connection of its own
    that only looks, so it may run in a thread of its own while the journal writes, and in several processes at once.
    Returns the copy, None if there was nothing to do. Raises BookError, which is no reason to stop minuting.
    """
    if kept < 1:
        return None
    folder = folder_of(book)
    try:
        pass_gate(book)
        with sentences(book):
            raw = connect(book, read_only=True)
        try:
            with sentences(folder):
                end = head(raw)
                if end.seq == 0:
                    return None
                with _turn(folder):
                    if _newest_end(book) == (end.seq, end.hash):
                        return None
                    return _kept(raw, book, moment, kept)
        finally:
            raw.close()
    except (BookError, InputError) as error:
        raise BookError(f"No copy of the book was kept. {error.message}", error.hint) from error


def _kept(raw: Connection, book: Path, moment: datetime, kept: int) -> Path:
    copy = folder_of(book) / _free_name(book, moment)
    backup.back_up(raw, copy)
    for old in copies_of(book)[kept:]:  # the newest was just found sound, so the only sound one never goes
        old.unlink()
        witness.place(old).unlink(missing_ok=True)
    return copy


def _newest_end(book: Path) -> backup.End | None:
    """The end of the chain of the newest copy, by its witness."""
    newest = next(iter(copies_of(book)), None)
    return witness.seen(newest) if newest else None


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """The folder, there and for its owner alone, while nobody else makes a copy in it. Raises BookError, OSError."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise BookError(f"{folder} isn't a folder.", "Move it away: the copies of the book are kept there.")
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.fchmod(handle, 0o700)
        _wait_for_turn(handle, folder)
        for left in (file for file in folder.iterdir() if _PART.fullmatch(file.name)):  # by somebody who died over it
            left.unlink()
        yield
        os.fsync(handle)
    finally:
        os.close(handle)


def _wait_for_turn(handle: int, folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > end:
                raise BookError(f"Another copy is being made in {folder}.", "Wait until it is done.") from None
            time.sleep(0.02)


def _free_name(book: Path, moment: datetime) -> str:
    """A name behind all that are taken."""
    wanted = f"{stamp(moment)}.book"
    newest = next(iter(copies_of(book)), None)
    if newest is None or _place(newest.name) < _place(wanted):
        return wanted
    made, number = _place(newest.name)
    return f"{made}-{number + 1}.book"


def _place(name: str) -> tuple[str, int]:
    """Where a name stands in the order of copies."""
    found = _NAME.fullmatch(name)
    return (found[1], int(found[2] or 1)) if found else ("", 0)
