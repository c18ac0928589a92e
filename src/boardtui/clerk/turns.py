"""Who has its turn: the clerk's keys, before any other work."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

KEYS_FIRST = 0.0005
"""Seconds after which such a thread lets the screen's have its turn; Python's usual 5 ms would be felt in each key."""

NEVER = 1_000_000
MUCH = 5
"""How many of Python's smaller looks through its memory make a whole one worth while, once the clerk's fingers rest."""
TOO_MUCH = 20
"""How many of them make one necessary, even if they don't rest: a clerk may type for an hour."""

REST = 0.4
"""Seconds without a key after which something that takes a moment may be done."""
LONG_REST = 3.0
"""Seconds without a key after which the next one may wait for a tenth of a second."""


class Fingers:
    """The clerk's fingers: when they last pressed a key. To be asked from any thread."""

    def __init__(self) -> None:
        self._pressed = 0.0

    def press(self) -> None:
        """A key was pressed, on the desk or on a screen over it."""
        self._pressed = time.monotonic()

    @property
    def rest(self) -> bool:
        """Do they rest?"""
        return time.monotonic() - self._pressed > REST

    @property
    def rest_long(self) -> bool:
        """Have they rested for a while?"""
        return time.monotonic() - self._pressed > LONG_REST


@contextmanager
def keys_first() -> Iterator[None]:
    """While this thread works, the screen's has its turn as soon as a key comes."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(KEYS_FIRST)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


@contextmanager
def no_halts() -> Iterator[None]:
    """Python looks through its memory only when it is told to (`Tidying`), and not between a key and what it does."""
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)
    try:
        yield
    finally:
        gc.set_threshold(young, middle, old)


class Tidying:
    """Looks through memory for what was thrown away: drawn rows hold on to themselves in Textual, so there is always some.

    In a meeting of 3,000 acts a look through all of it takes a tenth of a second, in which no thread goes on. What stood at
    the last such look is therefore passed over until the clerk's fingers rest for a while; the others take some milliseconds.
    Where Python looks by itself (outside of `no_halts`) there is nothing to do.
    """

    def __init__(self, fingers: Fingers) -> None:
        self._fingers = fingers

    def begin(self) -> None:
        """A meeting was loaded: what stands now mostly stays."""
        if _waits_to_be_told():
            gc.freeze()

    def tidy(self) -> None:
        """Look, if it is worth while now. To be called now and then by the screen's thread."""
        much = MUCH if self._fingers.rest else TOO_MUCH
        if not _waits_to_be_told() or gc.get_count()[2] < much:
            return
        if self._fingers.rest_long:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        else:
            gc.collect()

    def end(self) -> None:
        """The meeting is left: nothing is passed over any more."""
        gc.unfreeze()


def _waits_to_be_told() -> bool:
    return gc.get_threshold()[2] == NEVER
