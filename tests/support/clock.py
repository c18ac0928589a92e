"""A clock that goes only when it is told to."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
AFTERNOON = dt.datetime(2026, 9, 7, 14, 32, 7, tzinfo=LONDON)
"""In the meeting of `agenda_texts.BOARD`."""


class FrozenClock:
    """The time it is told, until it is told another."""

    def __init__(self, now: dt.datetime = AFTERNOON) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def on(self, minutes: float) -> None:
        """So many minutes later."""
        self.now += dt.timedelta(minutes=minutes)


@contextmanager
def machine_in(zone: str) -> Iterator[None]:
    """The machine's own zone, `Europe/London`, as the system knows it."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()
