"""The lease: one clerk writes in a book at a time. A lock on a file beside it, which the system drops with its holder."""

from __future__ import annotations

import fcntl
import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boardtui.book.trouble import in_words
from boardtui.errors import BookError

_ROOM = 400


@dataclass(slots=True)
class Lease:
    """The right to write in a book, held until `release` or the end of the process."""

    path: Path
    handle: int

    @classmethod
    def take(cls, book: Path, holder: str, since: datetime) -> Lease:
        """Take the lease of a book. holder: who, as others are to read it. Raises BookError that names who has it."""
        path = Path(f"{book}.lock")
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except FileNotFoundError:
            raise BookError(f"There is no folder {book.parent}.", "Make it, or name another place.") from None
        except OSError as error:
            raise in_words(error, path) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            name = _holder(handle)
            os.close(handle)
            if not isinstance(error, BlockingIOError):
                raise BookError(f"No lock can be kept beside {book}.", "Put it on a disk of this computer.") from error
            raise BookError(f"{book} is open already: {name}.", "Close it there, or look with: boardtui show") from None
        _write(handle, f"{holder} on {socket.gethostname()}, process {os.getpid()}, since {since:%H:%M on %d %B %Y}")
        return cls(path, handle)

    def release(self) -> None:
        """Give the lease back. The file stays: taking it away could let two clerks in."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


def _holder(handle: int) -> str:
    try:
        return os.pread(handle, _ROOM, 0).decode("utf-8", "replace").strip() or "by another program"
    except OSError:
        return "by another program"


def _write(handle: int, text: str) -> None:
    """Name the holder. A disk too full for that is no reason to keep the clerk out."""
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, text.encode("utf-8", "replace")[:_ROOM], 0)
    except OSError:
        return
