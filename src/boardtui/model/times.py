"""Times and days as a clerk writes them: what was typed, beside what was understood, which may be nothing."""

from __future__ import annotations

import datetime as dt
import re

from pydantic import field_validator

from boardtui.model.base import Frozen
from boardtui.model.text import clean_line

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|noon|midday)?", re.IGNORECASE)
_BARE = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_NOON, _MIDNIGHT = ("noon", "midday", "12 noon", "12 midday"), ("midnight", "12 midnight", "12.00 midnight")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAY = re.compile(
    r"(?:on\s+)?(?:mon|tues?|wed(?:s|nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE
)
_DAY_MONTH = re.compile(
    r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?(?:\s+(\d{4}))?", re.IGNORECASE
)
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_DAY_NAMED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\b\.?(?:,?\s+(\d{4})\b)?", re.IGNORECASE)
_LEAP_YEAR = 2000
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_BETWEEN_DAYS = re.compile(
    r"\s*(?:,?\s+and\s+|;|&|(?:(?<=\d)|(?<=\dst|\dnd|\drd|\dth)),(?=\s*\d{1,2}(?:st|nd|rd|th)?\b(?!\d)))\s*",
    re.IGNORECASE,
)
_TO_ANY_DAY = 9
"""In so many years there is every day, the 29th of February too."""
UNKNOWN = "?"


class ClockTime(Frozen):
    """A time of day by the meeting's clock. typed: the clerk's words, `?` for unknown; at: what they mean, if anything."""

    typed: str
    at: dt.time | None = None

    @field_validator("typed")
    @classmethod
    def _one_line(cls, value: str) -> str:
        return clean_line(value)

    @classmethod
    def read(cls, text: str) -> ClockTime:
        """From `14:20`, `14.20`, `2.20 pm`, `2pm`, `1420`, `noon` or `?`; words it can't read are kept as typed."""
        return cls(typed=text, at=_time_in(clean_line(text)))

    @property
    def minutes(self) -> int | None:
        """Minutes since midnight."""
        return None if self.at is None else self.at.hour * 60 + self.at.minute


class CalendarDay(Frozen):
    """A day. typed: the clerk's words; on: which day they mean, if they say so completely."""

    typed: str
    on: dt.date | None = None

    @field_validator("typed")
    @classmethod
    def _one_line(cls, value: str) -> str:
        return clean_line(value)

    @classmethod
    def read(cls, text: str) -> CalendarDay:
        """From `10 April 2017`, `Monday, 10th April, 2017`, `April 10, 2017`, `2017-04-10`, `10/04/2017`.

        Without a year it stays words.
        """
        return cls(typed=text, on=_day_in(clean_line(text)))


class Days(Frozen):
    """Several days at once: `11 and 18 October 2017`. typed: the clerk's words; on: the days meant, in that order."""

    typed: str
    on: tuple[dt.date, ...] = ()

    @field_validator("typed")
    @classmethod
    def _one_line(cls, value: str) -> str:
        return clean_line(value)

    @classmethod
    def read(cls, text: str) -> Days:
        """A day that lacks its month or year takes it from the next one that has it; one unreadable day, and none is read."""
        parts = _BETWEEN_DAYS.split(clean_line(text))
        later = ""
        found: list[dt.date] = []
        for part in reversed(parts):
            day = _day_in(part) or _day_in(f"{part} {later}")
            if day is None and later:
                day = _day_in(f"{part} {later.split()[-1]}")
            if day is None:
                return cls(typed=text)
            later = f"{_MONTHS[day.month - 1]} {day.year}"
            found.insert(0, day)
        return cls(typed=text, on=tuple(found))


def _time_in(text: str) -> dt.time | None:
    if text.lower() in _NOON:
        return dt.time(12)
    if text.lower() in _MIDNIGHT:
        return dt.time(0)
    if bare := _BARE.fullmatch(text):
        return dt.time(int(bare[1]), int(bare[2]))
    found = _TIME.fullmatch(text)
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower().replace(".", "")
    if half in ("noon", "midday"):
        return dt.time(12) if (hour, minute) == (12, 0) else None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _day_in(text: str) -> dt.date | None:
    text = _WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text
    if iso := _ISO.fullmatch(text):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if slashed := _SLASHED.fullmatch(text):
        return _date(int(slashed[3]), int(slashed[2]), int(slashed[1]))
    if found := _MONTH_DAY.fullmatch(text):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    found = _DAY_MONTH.fullmatch(text)
    if found is None or found[3] is None:
        return None
    return _date(int(found[3]), _month(found[2]), int(found[1]))


def _month(word: str) -> int:
    """1 to 12 for a month's name or its beginning (`Apr`, `Sept`), 0 for any other word (`Marks`)."""
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word.lower())), 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def next_day(text: str, after: dt.date) -> dt.date | None:
    """The next day after another that is called so without its year (`6th July`, `Tuesday 6 July`); None if none is."""
    text = clean_line(text)
    for year in range(after.year, after.year + _TO_ANY_DAY):
        day = _day_in(f"{text} {year}")
        if day is not None and day > after:
            return day
    return None


def impossible_day(text: str) -> str:
    """The first day in the text that no calendar has (`31 February 2027`, `30 February`), as written; '' for none."""
    for found in _DAY_NAMED.finditer(clean_line(text)):
        month = _month(found[2])
        if month and _date(int(found[3] or _LEAP_YEAR), month, int(found[1])) is None:
            return found[0]
    return ""


def reads_as_day(text: str) -> bool:
    """Does this read as a day, with or without its year (`4 Dec`)? What an action's `by …` asks."""
    text = clean_line(text)
    if _day_in(text) is not None:
        return True
    found = _DAY_MONTH.fullmatch(_WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text)
    return found is not None and _month(found[2]) > 0 and 1 <= int(found[1]) <= 31
