"""What takes longer than half a second is said, on a terminal: a program that is silent for long seems to have stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, TextIO

from boardtui.cli.telling import tell
from boardtui.model.text import literal

LONG = 0.5
"""Seconds that nobody minds."""
BETWEEN = 1.0
"""Seconds between two words of how far it is."""


class Cancelled(Protocol):
    """Something that happens later unless it is cancelled."""

    def cancel(self) -> None:
        """It doesn't happen."""


Later = Callable[[float, Callable[[], None]], Cancelled]
"""Does something so many seconds from now."""


def _later(seconds: float, what: Callable[[], None]) -> Cancelled:
    timer = threading.Timer(seconds, what)
    timer.daemon = True
    timer.start()
    return timer


class Patience:
    """Says what is being done once it has taken a while, and how far it is; nothing where nobody looks. A context manager."""

    def __init__(self, stream: TextIO, *, later: Later = _later, clock: Callable[[], float] = time.monotonic) -> None:
        """stream: where it is said, if that is a terminal; later, clock: in seconds, clock from whenever."""
        self._stream = stream if stream.isatty() else None
        self._later = later
        self._clock = clock
        self._what = ""
        self._waiting: Cancelled | None = None
        self._said_at: float | None = None

    def __enter__(self) -> Patience:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def begun(self, what: str) -> None:
        """Something else is being done now."""
        self._end()
        self._what, self._said_at = what, None
        if self._stream is not None:
            self._waiting = self._later(LONG, lambda: self._say(what))

    def going_on(self, share: float, what: str) -> None:
        """So much of it is done, from 0 to 1. what: of it is being done now."""
        if self._said_at is not None and self._clock() - self._said_at >= BETWEEN:
            self._say(f"{self._what}, {what}: {share:.0%}")

    def _say(self, words: str) -> None:
        self._said_at = self._clock()
        if self._stream is not None:
            tell(literal(f"{words} …"), self._stream)

    def _end(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
