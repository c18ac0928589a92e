"""The gate: what stands before a file is given to SQLite. A foreign file isn't touched, not even to recover its journal."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from boardtui.book import witness
from boardtui.book.connection import account, is_open_here
from boardtui.book.trouble import KEEP_IT, sentences
from boardtui.errors import BookError

APPLICATION_ID = int.from_bytes(b"BdTU")
"""What SQLite keeps in its header (PRAGMA application_id) for a minute book."""

FORMAT = 2
"""The newest form of the book this boardtui knows (PRAGMA user_version)."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes say. format: of the book; page: bytes in a page; pages: how many there were at the

    last time the log was brought home, 0 if the header doesn't know.
    """

    magic: bool
    application: int
    format: int
    page: int
    pages: int


def pass_gate(path: Path) -> None:
    """Let the book at path through. Raises BookError for anything that isn't a whole book of a known form.

    A file this process has open went through before; it isn't read again.
    """
    with sentences(path), account:
        if not os.path.lexists(path):
            be_left_by_none(path)
        found = os.lstat(path)
        _be_a_plain_file(path, found)
        if is_open_here(path):
            return
        if found.st_size == 0:
            raise BookError(f"{path} is empty: it isn't a book.", "Remove it, or name another book.")
        header = read_header(path)
    _be_ours(path, header)
    _be_whole(path, header, found.st_size)


def be_left_by_none(path: Path) -> None:
    """Refuse to begin a book where another one was: its log would go into the new one, and its witness would be lost.

    path: where there is no file. Raises BookError.
    """
    log = Path(f"{path}-wal")
    if witness.seen(path) is None and not (log.exists() and log.stat().st_size):
        return
    raise BookError(
        f"The book {path} isn't there any more; what belongs beside it still is.",
        "Put it back in its place. If it is lost: boardtui rescue, and boardtui backup --list",
    )


def read_header(path: Path) -> Header:
    """Read the header of a file that this process doesn't have open. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        data = os.read(handle, _HEADER)
    finally:
        os.close(handle)
    number = {at: int.from_bytes(data[at : at + 4]) for at in (24, 28, 60, 68, 92)}
    page = int.from_bytes(data[16:18])
    return Header(
        magic=len(data) == _HEADER and data.startswith(_MAGIC),
        application=number[68],
        format=number[60],
        page=65536 if page == 1 else page,
        pages=number[28] if number[24] == number[92] else 0,
    )


def be_known(path: Path, application: int, form: int) -> None:
    """Refuse what isn't a minute book, or is one of a newer boardtui."""
    if application != APPLICATION_ID:
        raise BookError(f"{path} isn't a minute book.", "Name a book made by boardtui.")
    if form > FORMAT:
        raise BookError(f"{path} was written by a newer boardtui.", "Open it with that one.")
    if form < 1:
        raise BookError(f"{path} is a book of no known form.", KEEP_IT)


def be_of_this_form(path: Path, application: int, form: int) -> None:
    """Refuse what isn't a minute book of the newest form, which is the only one that can be looked at."""
    be_known(path, application, form)
    if form < FORMAT:
        raise BookError(
            f"{path} was written by an older boardtui.", "Open it once, to bring it up to date: boardtui open"
        )


def _be_a_plain_file(path: Path, found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise BookError(f"{path} is a link to another file.", "Name the book itself.")
    if not stat.S_ISREG(found.st_mode):
        raise BookError(f"{path} isn't a file.", "Name a book made by boardtui.")
    if found.st_nlink > 1:
        # Under each of its names it would have a log of its own, and lose what is in the other.
        raise BookError(f"{path} has a second name (a hard link).", "Make a copy of it, and name the copy.")


def _be_ours(path: Path, header: Header) -> None:
    if not header.magic:
        raise BookError(f"{path} isn't a minute book.", "Name a book made by boardtui.")
    be_known(path, header.application, header.format)


def _be_whole(path: Path, header: Header, size: int) -> None:
    if header.page < 512 or header.page & (header.page - 1):
        raise BookError(f"{path} is damaged at its beginning.", KEEP_IT)
    # With a log beside it, a file that a power cut left short is made whole from that log.
    log = Path(f"{path}-wal")
    if size < header.page * header.pages and not (log.exists() and log.stat().st_size):
        raise BookError(f"{path} is cut short.", KEEP_IT)
