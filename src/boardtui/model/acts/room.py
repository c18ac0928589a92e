"""Acts of the room: who is here, who comes and goes, who presides, who waits to speak."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from boardtui.model.acts.base import Act, Figure, Known, People, PersonRef, Words
from boardtui.model.base import Frozen
from boardtui.model.people import PersonKey
from boardtui.model.times import ClockTime


class Present(Act):
    """`/present`: members (and whoever counts with them) who are here. everyone: `/present all`."""

    kind: ClassVar[str] = "present"
    who: tuple[PersonRef, ...] = ()
    everyone: bool = False

    @model_validator(mode="after")
    def _somebody(self) -> Present:
        if bool(self.who) == self.everyone:
            raise ValueError("who is present: some, or all?")
        return self


class Substitute(Act):
    """`/sub X for @y`: somebody sits in a member's place and counts. stands_for: '' when not said."""

    kind: ClassVar[str] = "substitute"
    person: PersonRef
    stands_for: PersonKey = ""


class OtherMember(Act):
    """`/other`: other members and representatives, who don't count."""

    kind: ClassVar[str] = "other"
    who: People


class Officer(Act):
    """`/officer`: employees; their organisation is the directorate."""

    kind: ClassVar[str] = "officer"
    who: People


class Guest(Act):
    """`/guest`: attends for the consideration of the open item."""

    kind: ClassVar[str] = "guest"
    who: People


class Public(Act):
    """`/public 11`: how many members of the public are here."""

    kind: ClassVar[str] = "public"
    number: Figure


class Remote(Act):
    """`/remote`: takes part from elsewhere."""

    kind: ClassVar[str] = "remote"
    who: People


class Excused(Frozen):
    """One name in a list of apologies. reason: what stood in brackets after it."""

    person: PersonRef
    reason: Words = ""


class Apologies(Act):
    """`/apologies`."""

    kind: ClassVar[str] = "apologies"
    who: Annotated[tuple[Excused, ...], Field(min_length=1)]


class Late(Act):
    """`/late`: apologies for lateness."""

    kind: ClassVar[str] = "late"
    who: Annotated[tuple[Excused, ...], Field(min_length=1)]


class Absent(Act):
    """`/absent`: not here, and no apology."""

    kind: ClassVar[str] = "absent"
    who: Annotated[tuple[Excused, ...], Field(min_length=1)]


class Arrive(Act):
    """`/arrive @a 14:20`. at: as typed in the line; None means when the act was filed."""

    kind: ClassVar[str] = "arrive"
    who: People
    at: ClockTime | None = None
    reason: Words = ""


class Span(StrEnum):
    """For how long somebody leaves."""

    OPEN = ""
    ITEM = "for item"
    UNTIL = "until"
    GOOD = "for good"


class Leave(Act):
    """`/leave @a @b 14:50 (work)`, with `for item`, `until 9`, `for good`. until: the item they come back for."""

    kind: ClassVar[str] = "leave"
    who: Known
    at: ClockTime | None = None
    reason: Words = ""
    span: Span = Span.OPEN
    until: str = ""

    @model_validator(mode="after")
    def _until_what(self) -> Leave:
        if (self.span is Span.UNTIL) != bool(self.until):
            raise ValueError("until which item?")
        return self


class Return(Act):
    """`/return @a`."""

    kind: ClassVar[str] = "return"
    who: Known
    at: ClockTime | None = None


class TakeChair(Act):
    """`/chair @a`: in the chair from here."""

    kind: ClassVar[str] = "chair"
    person: PersonRef


class Elect(Act):
    """`/elect @a Deputy Chair for 2017/18`. office: the words before `for`; term: those after."""

    kind: ClassVar[str] = "elect"
    person: PersonKey
    office: Words
    term: Words = ""


class Coopt(Act):
    """`/coopt Donna Stocking`: joins the body, present and counting from here."""

    kind: ClassVar[str] = "coopt"
    person: PersonRef


class Resign(Act):
    """`/resign @a`: leaves the membership, but stays in the room until `/leave`."""

    kind: ClassVar[str] = "resign"
    person: PersonKey


class WaitToSpeak(Act):
    """`/speak @a @b`: they wait to speak."""

    kind: ClassVar[str] = "wait_to_speak"
    who: Known


class CallSpeaker(Act):
    """`/speak`: the next one is called."""

    kind: ClassVar[str] = "call_speaker"


class SpeakersDone(Act):
    """`/speak done`: nobody waits any more."""

    kind: ClassVar[str] = "speakers_done"
