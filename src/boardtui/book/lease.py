"""The lease: one clerk writes in a book at a time. A lock on a file beside it, which the system drops with its holder."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import socket
import stat
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boardtui.book import rights
from boardtui.book.trouble import in_words
from boardtui.errors import BookError

_ROOM = 400
"""Bytes that the name of a holder may take."""
_HOLDER = re.compile(r".* on (?P<machine>\S+), process (?P<process>\d+), since .*", re.DOTALL)
_MOVE_AWAY = "It only names who has the book open: look at it, and move it away."
_PROCESSES = Path("/proc")


@dataclass(slots=True)
class Lease:
    """The right to write in a book, held until `release` or the end of the process. No child process inherits it."""

    path: Path
    handle: int

    @classmethod
    def take(cls, book: Path, holder: str, since: datetime) -> Lease:
        """Take the lease of a book. holder: who, as others are to read it. Raises BookError that names who has it, or

        says why none can be had.
        """
        path = Path(f"{book}.lock")
        handle = _opened(path, book)
        with ExitStack() as closing:
            closing.callback(os.close, handle)
            _be_a_lease(path, os.fstat(handle), book)
            _lock(handle, book)
            closing.pop_all()
        _write(handle, f"{holder} on {socket.gethostname()}, process {os.getpid()}, since {since:%H:%M on %d %B %Y}")
        return cls(path, handle)

    def release(self) -> None:
        """Give the lease back. The file stays: taking it away could let two clerks in."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


def _opened(path: Path, book: Path) -> int:
    """The file of the lease, made if there is none; nothing is waited for, and no link is followed."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, rights.FILE)
    except FileNotFoundError:
        raise BookError(f"There is no folder {book.parent}.", "Make it, or name another place.") from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise BookError(f"{path} is a link to another file.", _MOVE_AWAY) from None
        if error.errno in (errno.EISDIR, errno.ENXIO):
            raise BookError(f"{path} isn't a file.", _MOVE_AWAY) from None
        raise in_words(error, path) from error


def _be_a_lease(path: Path, found: os.stat_result, book: Path) -> None:
    """Nothing is written into what isn't a lease: it may be somebody's, under that name by accident or on purpose."""
    owners = {os.geteuid()}
    with suppress(OSError):
        owners.add(book.lstat().st_uid)
    if not stat.S_ISREG(found.st_mode):
        raise BookError(f"{path} isn't a file.", _MOVE_AWAY)
    if found.st_uid not in owners:
        raise BookError(f"{path} belongs to somebody else.", _MOVE_AWAY)
    if found.st_nlink > 1 or found.st_size > _ROOM:
        raise BookError(f"{path} is something else than the name of who has the book open.", _MOVE_AWAY)


def _lock(handle: int, book: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        name = _holder(handle)
        way = "It is suspended: type fg in its terminal" if _is_suspended(name) else "Close it there"
        raise BookError(
            f"{book} is open already: {name or 'by another program'}.", f"{way}, or look with: boardtui show"
        ) from None
    except OSError as error:
        raise BookError(f"No lock can be kept beside {book}.", "Put it on a disk of this computer.") from error


def _holder(handle: int) -> str:
    """Who has it, as they wrote it; '' if they couldn't."""
    try:
        return os.pread(handle, _ROOM, 0).decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _is_suspended(name: str) -> bool:
    """Is the holder a stopped job, which never lets go by itself? Known on Linux, of a process of this machine."""
    found = _HOLDER.fullmatch(name)
    if found is None or found["machine"] != socket.gethostname():
        return False
    try:
        state = (_PROCESSES / found["process"] / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return False
    return state[:1] in (["T"], ["t"])


def _write(handle: int, text: str) -> None:
    """Name the holder. A disk too full for that is no reason to keep the clerk out."""
    try:
        os.fchmod(handle, rights.FILE)
        os.ftruncate(handle, 0)
        os.pwrite(handle, text.encode("utf-8", "replace")[:_ROOM], 0)
    except OSError:
        return
