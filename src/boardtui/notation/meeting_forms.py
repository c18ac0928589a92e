"""The meeting itself: opened, adjourned, its minutes, the public excluded, closed."""

from __future__ import annotations

import re
from typing import Any

from boardtui.errors import Refusal
from boardtui.model.acts import meeting
from boardtui.model.acts.base import Act
from boardtui.model.acts.meeting import MinutesResult
from boardtui.model.times import CalendarDay, ClockTime, Days, reads_as_day
from boardtui.notation import items, people
from boardtui.notation.context import Context
from boardtui.notation.exclusion_forms import ExcludeForm
from boardtui.notation.forms import Bare, ClockForm, Form, OneWord, ProseForm, WordsForm
from boardtui.notation.moments import read_day, read_time, take_time, whole_time, write_last_time
from boardtui.notation.names import MENTION
from boardtui.notation.slots import BRACKETED, bracket, cut, escape, kept, parted, unescape
from boardtui.notation.text import read_prose, write_prose

_CORRECTED = re.compile(r"corrected(?:\s+|$)", re.IGNORECASE)
_AS_A_RECORD = re.compile(r"\s+as\s+(?:a\s+)?(?:correct|true|accurate)\s+records?\.?$", re.IGNORECASE)
_OF = re.compile(r"^of(?:\s+|$)", re.IGNORECASE)
_HELD_ON = re.compile(r"^(?:the\s+)?meetings?\s+(?:held\s+)?on\s+", re.IGNORECASE)
_PREVIOUS = re.compile(r"(?:the\s+)?(?:last|previous)\s+meeting", re.IGNORECASE)
_TODAY = ("today", "now")
_REASON = re.compile(r"(?:^|\s)for\s+", re.IGNORECASE)
_TO = re.compile(r"(?:^|\s)(?:to|until)\s+", re.IGNORECASE)


class MinutesForm(Form[meeting.PreviousMinutes]):
    """`/minutes 10 April 2017 signed; corrected minute 43: …`."""

    def __init__(self) -> None:
        super().__init__("/minutes", meeting.PreviousMinutes)

    def parse(self, rest: str, context: Context) -> Act:
        """Of which meetings, what became of them, and how they were corrected."""
        told, *correction = cut(rest, most=1)
        days, _, word = _AS_A_RECORD.sub("", told.strip()).rpartition(" ")
        if word.lower() not in tuple(MinutesResult):
            raise _no_result(told)
        words = "".join(correction).strip()
        said = _CORRECTED.match(words)
        return meeting.PreviousMinutes(
            of=_read_meetings(days.strip()),
            result=MinutesResult(word.lower()),
            correction=read_prose(words[said.end() :] if said else words, context),
        )

    def show(self, act: meeting.PreviousMinutes, context: Context) -> str:
        """Of which meetings, what became of them, and how they were corrected."""
        correction = f"; corrected {write_prose(act.correction, context)}" if act.correction else ""
        plain, certain = (f"{days} {act.result}".strip() for days in (escape(act.of.typed, ";"), bracket(act.of.typed)))
        return self.surest(act, f"{plain}{correction}", f"{certain}{correction}", context)


def _read_meetings(words: str) -> Days:
    """On what days they were held; none said for `of the last meeting`."""
    if found := BRACKETED.fullmatch(words):
        return Days.read(kept(found[1]))
    words = _OF.sub("", words, count=1)
    if _PREVIOUS.fullmatch(words):
        return Days.read("")
    return Days.read(unescape(_HELD_ON.sub("", words, count=1)))


def _no_result(told: str) -> Refusal:
    """Why minutes without what became of them are refused, with the line as it could be."""
    days = _read_meetings(told.strip()).typed or "10 April 2017"
    ends = [result.value for result in MinutesResult]
    return Refusal(
        "What became of the minutes is not said.",
        f"End in {', '.join(ends[:-1])} or {ends[-1]}: /minutes {days} approved.",
    )


class SignedForm(Form[meeting.Signed]):
    """`/signed 4 September 2017 @caan`."""

    def __init__(self) -> None:
        super().__init__("/signed", meeting.Signed)

    def parse(self, rest: str, context: Context) -> Act:
        """When, and by whom."""
        by = next((m for m in MENTION.finditer(rest) if m.end() == len(rest) and _stands_apart(rest, m)), None)
        day = rest[: by.start()].strip() if by else rest
        if by and day.endswith(" by") and reads_as_day(day.removesuffix(" by")):
            day = day.removesuffix(" by")
        return meeting.Signed(on=_day_meant(day, context), by=people.one(by[0], context) if by else "")

    def show(self, act: meeting.Signed, context: Context) -> str:
        """When, and by whom."""
        by = people.write_known((act.by,), context) if act.by else ""
        plain, certain = (f"{day} {by}".strip() for day in (escape(act.on.typed, "@"), bracket(act.on.typed)))
        return self.surest(act, plain, certain, context)


def _day_meant(words: str, context: Context) -> CalendarDay:
    """The day a slot says; `today` is the day on which the meeting sits, for nobody reads minutes on that day."""
    record = context.record
    sitting = record.sittings[-1].day if record.sittings else None
    today = (sitting.on if sitting else None) or record.date
    if today is None or words.strip().casefold() not in _TODAY:
        return read_day(words)
    return CalendarDay.read(f"{today.day} {today:%B %Y}")


def _stands_apart(text: str, found: re.Match[str]) -> bool:
    return found.start() == 0 or text[found.start() - 1].isspace()


class AdjournForm(Form[meeting.Adjourn]):
    """`/adjourn 14:30 for public comment`, `/adjourn to 5 December 2017 2 pm`."""

    def __init__(self) -> None:
        super().__init__("/adjourn", meeting.Adjourn)

    def parse(self, rest: str, context: Context) -> Act:
        """When; until what day and time; what for."""
        told, reason = parted(rest, _REASON)
        now, then = parted(told, _TO)
        day, time = _day_and_time(then, context)
        return meeting.Adjourn(at=read_time(now, context), to_day=day, to_time=time, reason=unescape(reason))

    def show(self, act: meeting.Adjourn, context: Context) -> str:
        """When; until what day and time; what for."""
        reason = f"for {escape(act.reason)}" if act.reason else ""
        now = write_last_time(act.at, context)
        day = act.to_day.typed if act.to_day else ""
        time = write_last_time(act.to_time, context, another_day=act.to_day is not None)
        plain = _adjourned(now, escape(day), time, reason)
        certain = _adjourned(now, bracket(day), time or "[]", reason)
        return self.surest(act, plain, certain, context)


def _adjourned(now: str, day: str, time: str, reason: str) -> str:
    to = f"to {f'{day} {time}'.strip()}" if day or time else ""
    return " ".join(part for part in (now, to, reason) if part)


def _day_and_time(text: str, context: Context) -> tuple[CalendarDay | None, ClockTime | None]:
    """A day, a time, or both."""
    if (whole := whole_time(text, context)).at is not None:
        return None, whole
    day, time = take_time(text, context)
    if not day:
        return None, time
    return read_day(day), take_time(text, context, another_day=True)[1]


class ResumeForm(Form[meeting.Resume]):
    """`/resume 14:42`, `/resume 5 December 2017 14:05`."""

    def __init__(self) -> None:
        super().__init__("/resume", meeting.Resume)

    def parse(self, rest: str, context: Context) -> Act:
        """On what day, and when."""
        day, at = _day_and_time(rest, context)
        if day is not None and at is None and not rest.endswith("[]") and not reads_as_day(day.typed):
            return meeting.Resume(at=read_time(rest, context))
        return meeting.Resume(at=at, day=day)

    def show(self, act: meeting.Resume, context: Context) -> str:
        """On what day, and when."""
        time = write_last_time(act.at, context, another_day=act.day is not None)
        if act.day is None:
            return time
        return self.surest(
            act, f"{escape(act.day.typed)} {time}".strip(), f"{bracket(act.day.typed)} {time or '[]'}", context
        )


class ReleaseForm(Form[meeting.Release]):
    """`/release 9`; alone it releases the open items."""

    def __init__(self) -> None:
        super().__init__("/release", meeting.Release)

    def parse(self, rest: str, context: Context) -> Act:
        """Which items."""
        if not rest and context.record.open_items:
            return meeting.Release(items=context.record.open_items)
        return meeting.Release(items=items.several(rest, context.record))

    def show(self, act: meeting.Release, context: Context) -> str:
        """The items."""
        return items.write_several(act.items, context.record)


FORMS: tuple[Form[Any], ...] = (
    ClockForm("/start", meeting.Start),
    MinutesForm(),
    OneWord("/matters", "none", meeting.NoMatters()),
    SignedForm(),
    AdjournForm(),
    ResumeForm(),
    ExcludeForm(),
    Bare("/readmit", meeting.Readmit()),
    Bare("/restricted", meeting.Restricted()),
    ProseForm("/summary", meeting.Summary, wants="what the public minutes say instead"),
    ReleaseForm(),
    ClockForm("/extend", meeting.Extend, "until", needed=True, hint="Say until when: /extend 22:00."),
    WordsForm("/nextmeeting", meeting.NextMeeting, "text", wants="a date, a time and a place"),
    ClockForm("/close", meeting.Close),
)
"""The commands about the meeting."""
