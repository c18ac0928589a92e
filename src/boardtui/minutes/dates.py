"""Days and times in the house's forms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from boardtui.minutes.house import House
from boardtui.minutes.sentences import Pattern, joined
from boardtui.model.daytime import as_meant
from boardtui.model.record import Record
from boardtui.model.times import UNKNOWN, CalendarDay, ClockTime, Days, next_day

_AT = re.compile(r"^(?:at|on)\s+", re.IGNORECASE)
_IN = re.compile(r"^(?:in|at)\s+", re.IGNORECASE)
_LONGEST = 6
"""Words in the longest day or time: `Monday, the 4th of September, 2017`."""
T = TypeVar("T")


def spoken_date(day: dt.date, house: House) -> str:
    """A day as it stands in a sentence."""
    return in_form(day, house.dates.sentence, house)


def in_form(day: dt.date, form: Pattern, house: House) -> str:
    """A day in one of the house's forms."""
    dates = house.dates
    return form.fill(
        {
            "weekday": dates.weekdays[day.weekday()],
            "day": str(day.day),
            "suffix": suffix(day.day, house),
            "month": dates.months[day.month - 1],
            "year": str(day.year),
        }
    )


def suffix(number: int, house: House) -> str:
    """What makes an ordinal of a number: 1st, 2nd, 3rd, 4th, 11th, 21st."""
    unit = 0 if number % 100 in (11, 12, 13) else number % 10
    return house.dates.suffixes[unit - 1 if 1 <= unit <= 3 else 3]


def said_day(day: CalendarDay | None, form: Pattern, house: House) -> str:
    """A day in a form if it was understood, else as typed; '' for unknown."""
    if day is None or day.typed == UNKNOWN:
        return ""
    return in_form(day.on, form, house) if day.on else day.typed


def said_days(days: Days, house: House) -> str:
    """Several days: what they share stands once (`11th and 18th October, 2017`); as typed where they weren't understood."""
    if not days.on:
        return "" if days.typed == UNKNOWN else days.typed
    months = [list(days) for _, days in groupby(days.on, key=lambda day: (day.year, day.month))]
    endings = [
        _ending(month[-1], following, house) for month, following in zip(months, [*months[1:], None], strict=True)
    ]
    return _together(
        [
            _together([in_form(day, house.dates.day, house) for day in month[:-1]] + [ending], house)
            for month, ending in zip(months, endings, strict=True)
        ],
        house,
    )


def _ending(day: dt.date, following: Sequence[dt.date] | None, house: House) -> str:
    """The last day of a month's days: with its month, and with its year unless the next one has the same."""
    same_year = following is not None and following[0].year == day.year
    return in_form(day, house.dates.day_month if same_year else house.dates.sentence, house)


def _together(words: Sequence[str], house: House) -> str:
    return joined(words, house.words.between, house.words.last)


def said_time(time: ClockTime | None, house: House) -> str:
    """A time in the house's form, as typed where it wasn't understood, '' for unknown."""
    if time is None or time.typed == UNKNOWN:
        return ""
    return _in_clock_form(time.at, house) if time.at else time.typed


def _in_clock_form(at: dt.time, house: House) -> str:
    times = house.times
    if (at.hour, at.minute) == (12, 0):
        return times.noon
    if (at.hour, at.minute) == (0, 0):
        return times.midnight
    return times.time.fill(
        {
            "hour": str(at.hour % 12 or 12),
            "hour24": f"{at.hour:02}",
            "minute": f"{at.minute:02}",
            "half": times.morning if at.hour < 12 else times.afternoon,
        }
    )


def read_appointment(words: str, record: Record) -> tuple[CalendarDay | None, ClockTime | None, str]:
    """The day, time and place in the words of a next meeting: `4 September 2017 2.00 pm, Committee Room 3`.

    A day without its year is the next such day after this meeting; the day may also stand after the time. It is None where
    the words hold none there; the time None, the place '' where they don't follow.
    """

    def day_in(said: str) -> CalendarDay | None:
        return _day(said, record)

    def time_in(said: str) -> ClockTime | None:
        time = as_meant(ClockTime.read(said), record, another_day=True)
        return time if time.at else None

    day, rest = _leading(_AT.sub("", words), day_in)
    if day is not None:
        time, place = _leading(_AT.sub("", rest), time_in)
        return day, time, _IN.sub("", place)
    time, rest = _leading(_AT.sub("", words), time_in)
    day, place = _leading(_AT.sub("", rest), day_in) if time else (None, "")
    return (day, time, _IN.sub("", place)) if day else (None, None, words)


def _leading(words: str, read: Callable[[str], T | None]) -> tuple[T | None, str]:
    """What the longest readable beginning of the words says, and the words after it."""
    tokens = words.split(" ")
    for count in range(min(len(tokens), _LONGEST), 0, -1):
        found = read(" ".join(tokens[:count]).rstrip(","))
        if found is not None:
            return found, " ".join(tokens[count:]).lstrip(", ")
    return None, words


def _day(words: str, record: Record) -> CalendarDay | None:
    day = CalendarDay.read(words)
    if day.on is None and record.date is not None:
        day = CalendarDay(typed=day.typed, on=next_day(words, record.date))
    return day if day.on else None
