"""Times and days in a command's slot, and before a line.

A time without am or pm is read by when the meeting began (`model.daytime`). Words that are no time stand in square
brackets, and are kept as typed; `[\\8.05]` is in the morning whatever the meeting does.
"""

from __future__ import annotations

import re

from boardtui.errors import Refusal
from boardtui.model.daytime import as_meant
from boardtui.model.times import UNKNOWN, CalendarDay, ClockTime
from boardtui.notation.context import Context
from boardtui.notation.slots import BRACKETED, bracket, kept, unescape

_HALF = r"(?:am|pm|a\.m\.?|p\.m\.?|noon|midday|midnight)"
_LAST_TIME = re.compile(
    rf"(?:^|\s)(?:at\s+)?(\d{{1,2}}[:.]\d{{2}}(?:\s*{_HALF})?|\d{{1,2}}\s*{_HALF}|{_HALF}|\?)$", re.IGNORECASE
)
_LAST_BRACKET = re.compile(rf"(?:^|\s)({BRACKETED.pattern})$")
_NOW = re.compile(r"(?:^|\s)now$")
_AT = re.compile(r"^(?:at|until|to)\s+", re.IGNORECASE)
_AS_WRITTEN = re.compile(r"\\[0-9]")
_BARE = re.compile(r"\d{4}")
# Not `2017`, which might be a year, a law report or a number of votes.
_PREFIX = re.compile(r"\[([^\[\]]{1,20})\](?:\s+|$)")
HOW_A_TIME_IS_WRITTEN = "Write it as 20:05 or 8.05 pm; ? is a time nobody knows."


def whole_time(words: str, context: Context) -> ClockTime:
    """Words as a time, which they may not be."""
    return as_meant(ClockTime.read(words), context.record)


def read_time(words: str, context: Context, hint: str = HOW_A_TIME_IS_WRITTEN) -> ClockTime | None:
    """The time a whole slot says; None when it is empty, or says `now`. Raises Refusal, with the hint, for other words."""
    words = _AT.sub("", words.strip(), count=1)
    found = BRACKETED.fullmatch(words)
    if found is not None:
        return _in_brackets(found[1], context)
    if not words or _NOW.fullmatch(words):
        return None
    time = whole_time(words, context)
    if time.at is None and time.typed != UNKNOWN:
        raise Refusal(f"“{unescape(words)}” is no time.", hint)
    return time


def _in_brackets(words: str, context: Context, *, another_day: bool = False) -> ClockTime | None:
    """The time in brackets, None for `[]`. A backslash before its first figure keeps it as written."""
    if not words:
        return None
    time = ClockTime.read(kept(words))
    return time if _AS_WRITTEN.match(words) else as_meant(time, context.record, another_day=another_day)


def write_time(time: ClockTime | None, context: Context) -> str:
    """A time that has its slot to itself, '' for none."""
    if time is None:
        return ""
    plain = time.typed != "" and whole_time(time.typed, context) == time and (time.at or time.typed == UNKNOWN)
    return time.typed if plain else write_kept_time(time, context)


def take_time(text: str, context: Context, *, another_day: bool = False) -> tuple[str, ClockTime | None]:
    """The text before the time it ends in, and that time; None when it ends in none (or in `now`, or in `[]`).

    another_day: it is the time of a day to come.
    """
    if found := _LAST_BRACKET.search(text):
        return text[: found.start()].rstrip(), _in_brackets(found[2], context, another_day=another_day)
    if found := _NOW.search(text):
        return text[: found.start()].rstrip(), None
    found = _LAST_TIME.search(text)
    if found is None:
        return text, None
    time = as_meant(ClockTime.read(found[1]), context.record, another_day=another_day)
    if time.at is None and time.typed != UNKNOWN:
        return text, None
    return text[: found.start()].rstrip(), time


def write_last_time(time: ClockTime | None, context: Context, *, another_day: bool = False) -> str:
    """A time that stands after something else, '' for none."""
    if time is None:
        return ""
    plain = take_time(time.typed, context, another_day=another_day) == ("", time)
    return time.typed if plain else write_kept_time(time, context, another_day=another_day)


def write_kept_time(time: ClockTime | None, context: Context, *, another_day: bool = False) -> str:
    """A time in brackets, so that nothing before it can be taken for a part of it; `[]` for none."""
    if time is None:
        return "[]"
    written = bracket(time.typed)
    for words in (written, f"[\\{written[1:]}"):
        if take_time(words, context, another_day=another_day) == ("", time):
            return words
    return f"[{time.at:%H:%M}]" if time.at else f"[{UNKNOWN}]"


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


def write_time_before(time: ClockTime, context: Context) -> str:
    """`[14:32] `; a time that couldn't be read back as typed is written as understood."""
    for typed in (time.typed, f"{time.at:%H:%M}" if time.at else UNKNOWN):
        read = time_before(f"[{typed}] ")[0]
        if read is not None and as_meant(read, context.record).at == time.at:
            return f"[{typed}] "
    return f"[{UNKNOWN}] "
