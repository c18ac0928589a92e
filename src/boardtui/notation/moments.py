"""Times and days in a command's slot. What can't be read as one stands in square brackets, and is kept as typed."""

from __future__ import annotations

import re

from boardtui.model.times import UNKNOWN, CalendarDay, ClockTime
from boardtui.notation.slots import BRACKETED, bracket, escape, kept, unescape

_HALF = r"(?:am|pm|a\.m\.?|p\.m\.?|noon|midday|midnight)"
_LAST_TIME = re.compile(
    rf"(?:^|\s)(?:at\s+)?(\d{{1,2}}[:.]\d{{2}}(?:\s*{_HALF})?|\d{{1,2}}\s*{_HALF}|{_HALF}|\?)$", re.IGNORECASE
)
_LAST_BRACKET = re.compile(rf"(?:^|\s)({BRACKETED.pattern})$")
_BARE = re.compile(r"\d{4}")
# Not `2017`, which might be a year, a law report or a number of votes.
_PREFIX = re.compile(r"\[([^\[\]]{1,20})\](?:\s+|$)")


def read_time(words: str) -> ClockTime | None:
    """The time a whole slot says; None when it is empty."""
    words = words.strip()
    found = BRACKETED.fullmatch(words)
    if found is not None:
        return ClockTime.read(kept(found[1])) if found[1] else None
    return ClockTime.read(unescape(words)) if words else None


def write_time(time: ClockTime | None) -> str:
    """A time that has its slot to itself, '' for none."""
    if time is None:
        return ""
    return bracket(time.typed) if time.typed.startswith("[") else escape(time.typed)


def take_time(text: str) -> tuple[str, ClockTime | None]:
    """The text before the time it ends in, and that time; None when it ends in none (or in `[]`)."""
    if found := _LAST_BRACKET.search(text):
        return text[: found.start()].rstrip(), ClockTime.read(kept(found[2])) if found[2] else None
    found = _LAST_TIME.search(text)
    if found is None:
        return text, None
    time = ClockTime.read(found[1])
    if time.at is None and time.typed != UNKNOWN:
        return text, None
    return text[: found.start()].rstrip(), time


def write_last_time(time: ClockTime | None) -> str:
    """A time that stands after something else."""
    if time is None:
        return ""
    return time.typed if take_time(time.typed) == ("", time) else bracket(time.typed)


def read_day(words: str) -> CalendarDay:
    """The day a slot says."""
    found = BRACKETED.fullmatch(words.strip())
    return CalendarDay.read(kept(found[1]) if found else unescape(words.strip()))


def time_before(line: str) -> tuple[ClockTime | None, str]:
    """The time of a line's `[14:32]`, and the rest of the line. `[sic]` and `[2017]` are text."""
    found = _PREFIX.match(line)
    if found is None:
        return None, line
    time = ClockTime.read(found[1])
    if _BARE.fullmatch(time.typed) or (time.at is None and time.typed != UNKNOWN):
        return None, line
    return time, line[found.end() :]


def write_time_before(time: ClockTime) -> str:
    """`[14:32] `; a time that couldn't be read back as typed is written as understood."""
    for typed in (time.typed, f"{time.at:%H:%M}" if time.at else UNKNOWN):
        if time_before(f"[{typed}] ")[0] is not None:
            return f"[{typed}] "
    return f"[{UNKNOWN}] "
