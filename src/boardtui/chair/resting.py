"""How long whoever follows a book rests between two looks: until something stirs, where the system tells of it."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Sequence
from typing import Protocol

BETWEEN = 0.08
"""Seconds between two looks where nothing is told; and the longest between two that follow one another after it was."""
LEAST = 0.02
"""Seconds between two looks, whatever stirs: what is told of a commit is told before it can be seen."""
FOLLOWING_UP = 0.5
"""Seconds for which it is looked again and again after something stirred: a commit takes so long on a slow disk."""
SELDOM = 5.0
"""Seconds between two looks while nothing stirs, in case the system doesn't tell all."""
AMISS = 1.0
"""And while the book can't be read: nothing stirs when whatever is in the way goes away."""
NEVER_TOLD = 10.0
"""Seconds within which something must have been told of what a look found; else the system doesn't tell, whatever it says."""

Clock = Callable[[], float]


class Stirs(Protocol):
    """What may tell that something stirs, as `boardtui.book.Stirring` does."""

    @property
    def tells(self) -> bool:
        """Does it?"""

    def fileno(self) -> int:
        """What a selector waits for."""

    def heard(self) -> bool:
        """Has anything stirred since this was asked last?"""

    def close(self) -> None:
        """Hear no more."""


class Readable(Protocol):
    """What can be waited for until there is something to read from it."""

    def fileno(self) -> int:
        """Its number."""


Wait = Callable[[Sequence[Readable], float], Sequence[Readable]]


def ready(sources: Sequence[Readable], seconds: float) -> Sequence[Readable]:
    """Which of these have something to read, as soon as any has, or after so many seconds."""
    return select.select(sources, [], [], seconds)[0]


class Rest:
    """Rests between two looks. Told of by nobody, it looks twelve times a second; told of, when something stirs.

    A network's folder may be watched without ever a word of what stirs in it: then a look finds what nobody told of, and it
    is looked at twelve times a second from then on.
    """

    def __init__(self, stirs: Stirs, end: Readable, *, clock: Clock = time.monotonic, wait: Wait = ready) -> None:
        """stirs: tells of the book; end: has something to read once nobody wants to look any more; clock: in seconds;

        wait: as `ready`.
        """
        self._stirs = stirs
        self._end = end
        self._clock = clock
        self._wait = wait
        self._stirred = clock()
        self._woken = False

    def __call__(self, *, found: bool, amiss: bool) -> bool:
        """Rest until it is time to look again. found: whether the last look found anything; amiss: whether something is in its

        way. Returns whether to look again.
        """
        now = self._clock()
        if found and now - self._stirred > NEVER_TOLD:
            self._stirs.close()
        if not self._stirs.tells:
            return not self._waits(BETWEEN, hearing=False)
        since = now - self._stirred
        usual = AMISS if amiss else SELDOM
        longest = min(max(since, LEAST), BETWEEN) if since < FOLLOWING_UP else usual
        least = LEAST if self._woken else 0.0
        return not self._waits(least, hearing=False) and not self._waits(longest - least, hearing=True)

    def _waits(self, seconds: float, *, hearing: bool) -> bool:
        """Wait so long, or until something stirs. Returns whether it is the end."""
        told: list[Readable] = [self._stirs] if hearing else []
        came = self._wait([self._end, *told], seconds)
        self._woken = self._stirs in came
        if self._woken and self._stirs.heard():
            self._stirred = self._clock()
        return self._end in came
