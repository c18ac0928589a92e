"""Work in a thread of its own, with the clerk's keys before it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

KEYS_FIRST = 0.0005
"""Seconds after which such a thread lets the screen's have its turn; Python's usual 5 ms would be felt in each key."""


@contextmanager
def keys_first() -> Iterator[None]:
    """While this thread works, the screen's has its turn as soon as a key comes."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(KEYS_FIRST)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
