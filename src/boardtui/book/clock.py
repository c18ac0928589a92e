"""The clock for durations and time-outs: nobody can set it, and it goes on while the machine sleeps.

The wall clock is for what people read. How long something lasted is never the difference of two of its times: it is put
right by the network, by a clerk and twice a year.
"""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST_LOOK = 0.5
"""Seconds that a gap between two looks counts for at most; see `Awake`."""

# Linux: monotonic stops in sleep, boot time doesn't. Elsewhere monotonic is the best there is.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", None)


def seconds() -> float:
    """Seconds since some moment in the past; only differences mean anything."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


class Awake:
    """How long something has been waiting while this process was awake to do it.

    After a night with the lid closed, or a spell as a stopped job, what waits has waited for hours by any clock, and not
    because the disk was slow. So it is looked at often, and a gap between two looks counts for LONGEST_LOOK at most.
    """

    def __init__(self, now: Callable[[], float] = seconds) -> None:
        """now: a clock that counts sleep, in seconds."""
        self._now = now
        self._looked: float | None = None
        self._waited = 0.0

    def look(self, waiting: float | None) -> float:
        """waiting: seconds it has waited by the clock, None when nothing waits. Returns those of them spent awake."""
        now = self._now()
        gap = 0.0 if self._looked is None else now - self._looked
        self._looked = now
        self._waited = 0.0 if waiting is None else min(waiting, self._waited + min(gap, LONGEST_LOOK))
        return self._waited
