"""Acts of the meeting itself: called, opened, adjourned, its minutes, the public excluded, closed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from boardtui.model.acts.base import Act, GivenWords, Line, Sentence, Words
from boardtui.model.agenda import Agenda
from boardtui.model.people import Person, PersonKey, Seat
from boardtui.model.prose import NOTHING
from boardtui.model.times import CalendarDay, ClockTime, Days


class Summons(Act):
    """The meeting is called: its agenda, and the people and seats it starts with. The first act of every meeting.

    The one act without a line of notation: its text is the agenda file. house_text: the file of the house style it names,
    as it stood then, where that is one of the office's own; so the minutes print the same when that file has changed or gone;
    source: the SHA-256 of the file that the agenda was read from, in hexadecimal figures, '' where there was none.
    """

    kind: ClassVar[str] = "summons"
    agenda: Agenda
    people: tuple[Person, ...] = ()
    seats: tuple[Seat, ...] = ()
    house_text: str = ""
    source: Words = ""


class Start(Act):
    """`/start 14:00`."""

    kind: ClassVar[str] = "start"
    at: ClockTime | None = None


class MinutesResult(StrEnum):
    """What became of earlier minutes."""

    SIGNED = "signed"
    APPROVED = "approved"
    AGREED = "agreed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    DEFERRED = "deferred"


class PreviousMinutes(Act):
    """`/minutes 10 April 2017 signed; corrected minute 43: …`: earlier minutes confirmed (LGA 1972 Sch 12 para 41).

    correction: the words after `corrected`.
    """

    kind: ClassVar[str] = "minutes"
    of: Days
    result: MinutesResult
    correction: Line = NOTHING


class NoMatters(Act):
    """`/matters none`: no (other) matters arose from the minutes."""

    kind: ClassVar[str] = "matters_none"


class Signed(Act):
    """`/signed 4 September 2017 @caan`: these minutes were signed, when and by whom."""

    kind: ClassVar[str] = "signed"
    on: CalendarDay
    by: PersonKey = ""


class Adjourn(Act):
    """`/adjourn 14:30 for public comment`, `/adjourn to 5 December 2017 2 pm`.

    at: the time it adjourned; to_day, to_time: when it is to resume, on another day; reason: the words after `for`.
    """

    kind: ClassVar[str] = "adjourn"
    at: ClockTime | None = None
    to_day: CalendarDay | None = None
    to_time: ClockTime | None = None
    reason: Words = ""


class Resume(Act):
    """`/resume 14:42`, `/resume 5 December 2017 14:05`."""

    kind: ClassVar[str] = "resume"
    at: ClockTime | None = None
    day: CalendarDay | None = None


class ExclusionResult(StrEnum):
    """What the meeting did about excluding the public."""

    RESOLVED = "resolved"
    NOT_NEEDED = "not needed"
    NOT_RESOLVED = "not resolved"


class Exclude(Act):
    """`/exclude 3 for 9 10`, `/exclude`, `/exclude by reason of …` (LGA 1972 s.100A(4), Sch 12A; 1960 Act s.1(2)).

    paragraphs: as typed; items: those covered, none for the open one and the rest; reason: the words after `by reason of`.
    """

    kind: ClassVar[str] = "exclude"
    result: ExclusionResult = ExclusionResult.RESOLVED
    paragraphs: tuple[GivenWords, ...] = ()
    items: tuple[str, ...] = ()
    reason: Words = ""


class Readmit(Act):
    """`/readmit`: the public may come back."""

    kind: ClassVar[str] = "readmit"


class Restricted(Act):
    """`/restricted`: this entry must not go out."""

    kind: ClassVar[str] = "restricted"


class Summary(Act):
    """`/summary text`: what the public minutes say instead (LGA 1972 s.100C(2))."""

    kind: ClassVar[str] = "summary"
    text: Sentence


class Release(Act):
    """`/release 9`: a restricted entry may go out from now on."""

    kind: ClassVar[str] = "release"
    items: Annotated[tuple[str, ...], Field(min_length=1)]


class Extend(Act):
    """`/extend 22:00`: the meeting may go on until then."""

    kind: ClassVar[str] = "extend"
    until: ClockTime


class NextMeeting(Act):
    """`/nextmeeting 4 September 2017 2.00 pm, Committee Room 3`: kept in the clerk's words."""

    kind: ClassVar[str] = "next_meeting"
    text: GivenWords


class Close(Act):
    """`/close 15:55`."""

    kind: ClassVar[str] = "close"
    at: ClockTime | None = None
