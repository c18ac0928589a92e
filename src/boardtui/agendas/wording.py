"""Words that agendas say of the meeting itself in the middle of a line: its day, its hour, the body that meets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boardtui.model.times import CalendarDay

_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec)"
)
DAY = re.compile(
    rf"(?:\b{_WEEKDAYS},?\s+)?(?:the\s+)?\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTHS}\b\.?,?\s+\d{{4}}\b"
    rf"|(?:\b{_WEEKDAYS},?\s+)?\b{_MONTHS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b"
    rf"|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
    rf"|\b{_WEEKDAYS},?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:a\.m\.?|p\.m\.?|am|pm|noon|midday)(?![a-z])|\b(?:noon|midday)\b"
    r"|(?<![\d./:£])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d./:]|\s?%)",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Sub-?\s?Committee|Committee(?! Room)|Board(?! Room)|Council(?! House| Chamber| Office| Tax|lor)"
    r"|Panel|Cabinet|Executive(?! Director)"
    r"|Governing Body|Board of Governors|Governors|Forum|Partnership|Commission|Assembly|Trustees|Working Group|Authority"
    r"|Bwrdd|Cyngor|Pwyllgor)"
)
_NAMES_BODY = re.compile(_BODY, re.IGNORECASE)
_KIND = re.compile(
    r"\b(extraordinary|annual|special|ordinary|emergency|budget|monthly|general|inaugural|A\.?G\.?M\.?)\b",
    re.IGNORECASE,
)
_MEETING_WORDS = re.compile(
    r"\b(?:an?|the|of|(?:extraordinary|annual|special|ordinary|emergency|regular|monthly|general|inaugural)"
    r"|meetings?|agenda|and minutes"
    r"|notice|minutes|a\.g\.m\.|agm)\b|^[\W_]+|[\W_]+$",
    re.IGNORECASE,
)
_CAPITAL_WORDS = re.compile(r"[A-Z]\w+.*[A-Z]\w+")
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Called:
    """What a line says of the meeting: the body, its kind of meeting, day, hour, place; each '' where it doesn't."""

    body: str = ""
    kind: str = ""
    day: str = ""
    time: str = ""
    place: str = ""


_HELD = re.compile(
    r"\b(?:held|meeting)\s+(?:virtually\s+)?(?:in|at|on|via|by)\s+(?P<place>(?!\d)(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day).+?)"
    r"(?=,?\s+(?:on|at)\s+(?:\w+day\b|the\s+\d|\d)|,?\s+commencing|[.;]\s|[.;,]?$)",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"\bmeeting\s+of\s+(?:the\s+)?(?P<body>.+?)(?=,?\s+(?:(?:to|will|is|which)\s+(?:be|will)|was|were|held|on|at|in\s+the)\b|[.;,]?$)",
    re.IGNORECASE,
)


def body_named(text: str) -> str:
    """The body a short line names (`Marrick Health Board`), '' where it names none."""
    words = text.strip(" .,:;–-")
    if not _NAMES_BODY.search(words) or len(words.split()) > _MOST_WORDS:
        return ""
    return words


def kind_named(text: str) -> str:
    """The kind of meeting that a line names: `extraordinary`; '' for none."""
    found = _KIND.search(text)
    return "" if found is None else "annual" if found[1].replace(".", "").lower() == "agm" else found[1].lower()


def called_in(text: str) -> Called:
    """What a line says of body, kind, day, hour and place, in prose or as a heading."""
    day, clock = DAY.search(text), CLOCK.search(_without(text, DAY))
    held, of = _HELD.search(text), _MEETING_OF.search(text)
    body = _met(of["body"]) if of else ""
    if not body and day:
        body = _before_day(text[: day.start()])
    return Called(
        body=body,
        kind=kind_named(text),
        day=day[0].strip(" ,") if day else "",
        time=_as_typed(clock[0]) if clock else "",
        place=held["place"].strip(" ,.") if held else _behind(text, day) if day and clock else "",
    )


def _met(words: str) -> str:
    """The body whose meeting it is called, by words such as only a body has, or by capitals."""
    words = words.strip(" ,.")
    named = body_named(words) != "" or _CAPITAL_WORDS.search(words) is not None
    return words if named and len(words.split()) <= _MOST_WORDS else ""


def _without(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


def _as_typed(clock: str) -> str:
    return re.sub(r"(?<=[ap])\.m\.?$", "m", clock, flags=re.IGNORECASE)


def _before_day(text: str) -> str:
    """The body named before the day on the same line: `Marrick Parish Council – Ordinary Meeting Tuesday …`."""
    for part in re.split(r"\s+[–—-]\s+|:\s+|\.\s+|,\s+", text):
        words = re.sub(r"\b(?:on|at|for|dated)\s*$", "", part.strip(), flags=re.IGNORECASE)
        body = body_named(words)
        if body and _MEETING_WORDS.sub("", body).strip():
            return re.sub(
                r"\s+(?:(?:ordinary|extraordinary|annual|special|general|monthly)\s+)?meeting$", "", body, flags=re.I
            )
    return ""


def _behind(text: str, day: re.Match[str] | None) -> str:
    """What stands behind day and hour, if that can be a place."""
    if day is None:
        return ""
    rest = text[day.end() :]
    clocks = list(CLOCK.finditer(rest))
    place = (rest[clocks[-1].end() :] if clocks else "").strip(" ,.–-()")
    led = re.match(r"(?:held\s+)?(?:in|at)\s+(?=.*[A-Z])", place, re.IGNORECASE)
    place = place[led.end() :] if led else place
    return place if (led or place[:1].isupper()) and len(place.split()) <= _MOST_WORDS else ""


def is_day_alone(text: str) -> bool:
    """Is this a day and nothing else?"""
    found = DAY.fullmatch(text.strip(" .,"))
    return found is not None and CalendarDay.read(text.strip(" .,")).on is not None
