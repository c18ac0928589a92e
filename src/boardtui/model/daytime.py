"""Morning or evening: what is meant by `8.05`, without am or pm, at a meeting that began at 7.30 pm.

A time that would be well before the meeting began is in the afternoon or evening if that is while it may still have lasted.
With a nought (`08.05`) it is by the 24-hour clock, as written.
"""

from __future__ import annotations

import datetime as dt
import re

from boardtui.model.record import HALF_A_DAY, Record, Stage
from boardtui.model.times import ClockTime

_HALF_UNSAID = re.compile(r"(?:[1-9]|1[01])[:.][0-9]{2}")
_EARLY = 60
"""So many minutes before the start somebody may arrive, or the meeting begin after all."""
_LONGEST = 10 * 60
"""No meeting lasts longer, in minutes."""


def as_meant(time: ClockTime, record: Record, *, another_day: bool = False) -> ClockTime:
    """The time by the meeting's clock, with the words as typed.

    record: the meeting as it stands; another_day: the time is of a day to come, when only about the usual hour can be
    taken for the evening.
    """
    start, latest = _expected(record, another_day=another_day)
    if time.minutes is None or start is None or not _HALF_UNSAID.fullmatch(time.typed):
        return time
    later, earliest = time.minutes + HALF_A_DAY, start - _EARLY
    if time.minutes >= earliest or not earliest <= later <= start + latest:
        return time
    return ClockTime(typed=time.typed, at=dt.time(later // 60, later % 60))


def _expected(record: Record, *, another_day: bool) -> tuple[int | None, int]:
    """When the sitting that is meant began or is to begin (minutes since midnight), and how long after that is likely."""
    last = record.sittings[-1] if record.sittings else None
    if last is not None and record.stage is Stage.ADJOURNED and last.to_day and last.to_time:
        return last.to_time.minutes, _LONGEST
    if another_day:
        return _usual(record), _EARLY
    return _begun(record), _LONGEST


def _usual(record: Record) -> int | None:
    """At what time of day this body meets: as it was called, else as it began."""
    called = record.agenda.time if record.agenda else None
    began = called or (record.sittings[0].start if record.sittings else None)
    return began.minutes if began else None


def _begun(record: Record) -> int | None:
    """When the meeting began on the day it now sits; before that, for when it was called."""
    day = record.sittings[-1].day if record.sittings else None
    known = [one.start.minutes for one in record.sittings if one.day == day and one.start is not None]
    began = next((minutes for minutes in known if minutes is not None), None)
    return _usual(record) if began is None else began
