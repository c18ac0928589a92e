"""A clock that goes only when it is told to."""

from __future__ import annotations

import datetime as dt
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
