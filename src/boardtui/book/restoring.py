"""Putting a copy in the place of the book. Nothing is lost by it: what stood there is set aside first.

The order matters, because whoever does this may die at any instant. The copy stands ready under another name, whole and on
the disk, before anything is touched; what stood there is copied aside, not moved, so that there always is a book in its
place; its log goes before the new book comes, because SQLite would play it into that; then one renaming changes the one for
the other.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from stat import S_ISREG

from boardtui.book import copies, rights, witness
from boardtui.book.backup import End, copy_to, look_at, remove, sync_folder
from boardtui.book.check import check
from boardtui.book.connection import account, connect, is_open_here
from boardtui.book.gate import APPLICATION_ID, FORMAT, be_known, pass_gate, read_header
from boardtui.book.lease import Lease
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError, InputError
from boardtui.model.text import counted

_LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a book and would take for that of the next one."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What the book that stood there has and the copy doesn't.

    acts: how many, None where it can't be read; since: when the first of them was filed, UTC, ISO 8601, '' if there is
    none or it isn't known; witnessed: the number of the last act its witness saw, 0 if there is none.
    """

    acts: int | None = 0
    since: str = ""
    witnessed: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done. acts, head: of the book now; aside: where the book that stood there is, None if there was none;

    problem: what was wrong with that, '' if nothing was.
    """

    copy: Path
    acts: int
    head: str
    aside: Path | None
    missing: Missing
    problem: str


def newest_sound(book: Path) -> tuple[Path, list[copies.Copy]]:
    """The newest copy of a book that is wholly sound, and those passed over because they aren't.

    Raises InputError if there is no copy, BookError if none is sound.
    """
    passed: list[copies.Copy] = []
    for copy in copies.copies_of(book):
        problems = check(copy).problems
        if not problems:
            return copy, passed
        passed.append(copies.Copy(copy, "", 0, "", problems[0]))
    hint = "Name one, as in: boardtui restore /media/stick/minutes.book"
    if passed:
        raise BookError(f"No copy in {copies.folder_of(book)} is sound, of {len(passed)}.", hint)
    raise InputError(f"There is no copy of {book}.", hint)


def restore(book: Path, copy: Path, *, holder: str, moment: datetime, force: bool = False) -> Restored:
    """Put a copy in the place of the book, which may be damaged or gone.

    holder, moment: who does it, and when (local time); force: also over a sound book with acts that the copy has not.
    Raises BookError over such a one without it, while somebody minutes, where the copy isn't wholly sound or the book is a
    newer boardtui's, and where the disk fails; then the book is as it was.
    """
    book, copy = book.absolute(), copy.absolute()
    lease = Lease.take(book, holder, moment)
    try:
        with sentences(book):
            return _restored(book, copy, moment, force=force)
    finally:
        lease.release()


def _restored(book: Path, copy: Path, moment: datetime, *, force: bool) -> Restored:
    _be_replaceable(book, copy)
    if problems := check(copy).problems:
        raise BookError(f"The copy {copy} is not sound. {problems[0]}", "Look for another with: boardtui backup --list")
    ready = book.with_name(f".{book.name}.restoring")
    remove(ready)
    try:
        end, tokens = _made_ready(copy, ready)
        problem, missing = _look_at_present(book, tokens)
        if not problem:
            if missing.acts and not force:
                raise _sound_and_ahead(book, copy, missing, moment)
            _bring_home_for_good(book)
        aside = _set_aside(book, moment)
        _put_in_place(ready, book, end)
    finally:
        remove(ready)
    return Restored(copy, *end, aside, missing, problem)


def _be_replaceable(book: Path, copy: Path) -> None:
    """What stands in the book's place must be something that can be set aside: a file, and no newer boardtui's book."""
    if is_open_here(book):
        raise BookError(f"{book} is open here.", "Close it first.")
    if not os.path.lexists(book):
        return
    if not S_ISREG(book.lstat().st_mode):
        raise BookError(f"{book} isn't a file.", "Move it away, and try again.")
    if copy.exists() and copy.samefile(book):
        raise InputError(f"{copy} is the book itself.", "Name a copy of it: boardtui backup --list")
    with account:
        header = read_header(book)
    if header.magic and header.application == APPLICATION_ID and header.format > FORMAT:
        be_known(book, header.application, header.format)


def _made_ready(copy: Path, ready: Path) -> tuple[End, set[str]]:
    """The copy, copied and verified under another name beside the book; the end of its chain, and its acts by token."""
    raw = connect(copy, read_only=True)
    try:
        end = copy_to(raw, ready)
        return end, {token for (token,) in raw.execute("SELECT token FROM act")}
    finally:
        raw.close()


def _look_at_present(book: Path, copied: set[str]) -> tuple[str, Missing]:
    """What is wrong with the book that stands there, and what it has that the copy doesn't. It is only looked at."""
    seen = witness.seen(book)
    missing = Missing(None, witnessed=seen[0] if seen else 0)
    if not os.path.lexists(book):
        return f"There is no book at {book}.", missing
    problem = ""
    try:
        pass_gate(book)
        with sentences(book):
            raw = connect(book, read_only=True)
            try:
                found = look_at(raw)
                problem = found.problems[0] if found.problems else witness.missing(raw, seen)
                rows = raw.execute("SELECT token, wall FROM act ORDER BY seq").fetchall()
            finally:
                raw.close()
    except BookError as error:
        return problem or error.message, missing
    walls = [str(wall) for token, wall in rows if token not in copied]
    return problem, Missing(len(walls), walls[0] if walls else "", missing.witnessed)


def _sound_and_ahead(book: Path, copy: Path, missing: Missing, moment: datetime) -> BookError:
    """Why an older copy doesn't take the place of a sound book without being told to."""
    since = datetime.fromisoformat(missing.since).astimezone(moment.tzinfo)
    has = f"{counted(missing.acts or 0, 'act')} that {copy.name} has not"
    return BookError(
        f"{book} is sound, and has {has}, the first of {since:%d %B %Y at %H:%M}.",
        "If the copy is meant to take its place nevertheless, say --force: the book is set aside, not lost.",
    )


def _bring_home_for_good(book: Path) -> None:
    """Bring the log of a sound book into its file and do without one: SQLite does that only when nobody else has it open."""
    raw = connect(book)
    try:
        kept = raw.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise BookError(
            f"Another program has {book} open.", "Close it (the chair's view, too), and try again."
        ) from error
    finally:
        raw.close()
    if kept != "delete":
        raise BookError(f"Another program has {book} open.", "Close it (the chair's view, too), and try again.")


def _set_aside(book: Path, moment: datetime) -> Path | None:
    """Copy what stands there under another name, byte for byte, with its log and witness. None if nothing does."""
    there = [ending for ending in ("-wal", "-journal", ".head", "") if os.path.lexists(f"{book}{ending}")]
    if not there:
        return None
    wanted = f"{book}.before-restore-{copies.stamp(moment)}"
    aside, number = Path(wanted), 2
    while any(os.path.lexists(f"{aside}{ending}") for ending in ("", "-wal", "-journal", ".head")):
        aside, number = Path(f"{wanted}-{number}"), number + 1
    for ending in there:
        _copy_bytes(Path(f"{book}{ending}"), Path(f"{aside}{ending}"))
    sync_folder(book.parent)
    return aside


def _copy_bytes(source: Path, target: Path) -> None:
    """Copy a file byte for byte; under its name the copy stands whole or not at all."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with account:
            if is_open_here(source):
                raise BookError(f"{source} is open here.", "Close it first.")
            reading = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(reading, "rb") as old:
                writing = rights.create(part)
                with os.fdopen(writing, "wb") as new:
                    shutil.copyfileobj(old, new)
                    new.flush()
                    os.fsync(writing)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(ready: Path, book: Path, end: End) -> None:
    """The log and the witness of what stood there go, then the new book comes, then its own witness."""
    for ending in (*_LOGS, ".head"):
        Path(f"{book}{ending}").unlink(missing_ok=True)
    sync_folder(book.parent)
    ready.rename(book)
    sync_folder(book.parent)
    witness.put(book, *end)
    sync_folder(book.parent)
