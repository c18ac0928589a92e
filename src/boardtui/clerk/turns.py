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
MUCH = 20
"""How many of Python's smaller looks through its memory."""

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
    """Python looks through all of its memory only when it is told to (`tidy`), and not between a key and what it does.

    At 3,000 acts that takes a tenth of a second, in which no thread goes on.
    """
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)
    try:
        yield
    finally:
        gc.set_threshold(young, middle, old)


def tidy() -> None:
    """Look through all memory, if much has been thrown away since that was last done. For when the clerk's fingers rest."""
    if gc.get_count()[2] >= MUCH:
        gc.collect()
