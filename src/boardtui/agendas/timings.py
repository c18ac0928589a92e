"""When an item is planned, and for how long, in the words of an agenda: `2.00 pm`, `10:00 – 10:15`, `1 hour 30 mins`."""

from __future__ import annotations

import re

from boardtui.model.text import clean_line
from boardtui.model.times import ClockTime

_HALF = r"(?:a\.?m\.?|p\.?m\.?)"
_RANGE = re.compile(
    rf"(?P<begin>\d{{1,2}}(?:[.:]\d{{2}})?|\d{{4}})\s*(?P<half>{_HALF})?\s*(?:[-–—]|to|until)\s*"
    rf"(?P<end>(?:\d{{1,2}}(?:[.:]\d{{2}})?|\d{{4}})\s*(?P<later>{_HALF})?)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?P<hours>\d{1,2}(?:\.\d)?)\s*(?:h|hrs?|hours?)(?![a-z])\.?(?:\s*(?:and\s*)?(?P<minutes>\d{1,2})\s*(?:m|mins?|minutes?)?\b)?"
)
_LONGEST = 8 * 60
"""Minutes of one item."""
_FIGURES = re.compile(r"\d{1,4}")


def read_timing(words: str) -> tuple[ClockTime, int | None]:
    """When something is planned to begin, the words kept as they are, and how many minutes it is to take if they say so."""
    time = ClockTime.read(words)
    found = _RANGE.fullmatch(clean_line(words))
    if time.at is not None or found is None:
        return time, None
    end = ClockTime.read(found["end"])
    if end.minutes is None:
        end = ClockTime.read(f"{found['end']} {found['half'] or ''}")  # `2.30pm to 3`
    halves = (found["half"],) if found["half"] else ("", found["later"]) if found["later"] else ("",)
    begins = (ClockTime.read(f"{found['begin']} {half}".strip()) for half in halves)
    begin = max((one for one in begins if _is_before(one, end)), key=lambda one: one.minutes or 0, default=None)
    if begin is None or begin.minutes is None or end.minutes is None:
        return time, None
    return ClockTime(typed=words, at=begin.at), end.minutes - begin.minutes


def _is_before(begin: ClockTime, end: ClockTime) -> bool:
    return begin.minutes is not None and end.minutes is not None and 0 < end.minutes - begin.minutes <= _LONGEST


def read_length(words: str) -> int | None:
    """How many minutes these words are; None where they don't say."""
    words = clean_line(words).lower()
    if found := _HOURS.search(words):
        return round(float(found["hours"]) * 60) + int(found["minutes"] or 0)
    return int(figures[0]) if (figures := _FIGURES.search(words)) else None
