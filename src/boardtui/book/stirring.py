"""Hearing from the system that something stirs among a book's files: on Linux, without a look at them now and then."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inotify_simple import INotify


class Stirring:
    """What the system tells of the folder in which a book lies. tells: whether it does; if not, nothing is ever heard.

    It is told before a commit can be seen, and of what is written by this machine only.
    """

    def __init__(self, path: Path) -> None:
        """path: of the book, which need not exist yet."""
        where = path.resolve()
        self._name = where.name
        self._told: INotify | None = None
        if sys.platform == "linux":
            self._begin(where.parent)

    @property
    def tells(self) -> bool:
        """Does the system tell?"""
        return self._told is not None

    def fileno(self) -> int:
        """What a selector waits for, while it tells."""
        return self._told.fileno() if self._told is not None else -1

    def heard(self) -> bool:
        """Has anything stirred since this was asked last? A folder that is gone can't tell any more."""
        if self._told is None:
            return False
        from inotify_simple import flags

        events = list(self._told.read(timeout=0))
        if any(event.mask & (flags.IGNORED | flags.MOVE_SELF) for event in events):
            self.close()
            return True
        return any(not event.name or event.name.startswith(self._name) for event in events)

    def close(self) -> None:
        """Hear no more."""
        if self._told is not None:
            self._told.close()
        self._told = None

    def _begin(self, folder: Path) -> None:
        from inotify_simple import INotify, flags

        stirs = flags.MODIFY | flags.CREATE | flags.DELETE | flags.MOVED_FROM | flags.MOVED_TO | flags.MOVE_SELF
        try:
            told = INotify()
        except OSError:  # as many as one user may have are in use
            return
        try:
            told.add_watch(folder, stirs | flags.ONLYDIR)
        except OSError:  # there is no such folder yet, or none may be watched any more
            told.close()
        else:
            self._told = told
