"""The agenda: what a meeting was called to do, as published. Every field but committee and date may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from boardtui.model.base import Frozen
from boardtui.model.law import AccessLaw, Code, OwnKind
from boardtui.model.people import NameText, SeatKind, SlotText
from boardtui.model.text import clean_line
from boardtui.model.times import CalendarDay, ClockTime

ItemKey = str


def _number(value: str | None) -> str | None:
    """A number without its closing stop. Only words and a stop inside it would make it two things."""
    value = clean_line(value or "").rstrip(". ")
    if re.search(r"\.\s", value):
        raise ValueError("an item number can't hold a full stop and a space")
    return None if value in ("", "*") else value


def _without_empty(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _if_said(time: ClockTime | None) -> ClockTime | None:
    return time if time and time.typed else None


LineText = Annotated[str, AfterValidator(clean_line)]
Words = Annotated[LineText, Field(min_length=1)]
NumberText = Annotated[str | None, AfterValidator(_number)]
Lines = Annotated[tuple[LineText, ...], AfterValidator(_without_empty)]
PlannedTime = Annotated[ClockTime | None, AfterValidator(_if_said)]


class Numbering(StrEnum):
    """Where minute numbers come from."""

    CONTINUING = "continuing"
    RESTARTING = "restarting"
    AGENDA = "agenda"
    NONE = "none"


class Listed(Frozen):
    """A person or vacancy on the front sheet: `name | role or post | organisation | group`, a substitute also `for NAME`.

    role: an office of the body itself (Chair, Deputy Chair); post: any other words in that place.
    """

    kind: SeatKind
    name: NameText
    role: SlotText = ""
    post: SlotText = ""
    organisation: SlotText = ""
    group: SlotText = ""
    stands_for: SlotText = ""


class Credit(Frozen):
    """Whose report, or by whom presented, as the agenda words it (`Liz Gaulton | Acting Director of Public Health`).

    words: the line as typed; name: the person in it, '' where it names only a post; post, organisation: the rest.
    """

    words: Words
    name: NameText | Literal[""] = ""
    post: SlotText = ""
    organisation: SlotText = ""

    @property
    def printed(self) -> str:
        """As introduced in the minutes: the words with commas for bars."""
        return ", ".join(part.strip() for part in self.words.split("|") if part.strip())


class Recommendation(Frozen):
    """What a report asks the meeting to do, in the imperative, with its sub-clauses."""

    text: LineText
    clauses: Lines = ()


class Item(Frozen):
    """One agenda item. number: as printed, without a closing stop (`7a`, `43/19`, `(a)`), None for an item without one.

    pages: without the word (`5 - 14`); planned: its start; minutes: its planned length; lead: like a credit, in words;
    exempt: the words after `(exempt …)` or `Exempt:`, None when public; draft: prepared text, lines of the notation.
    """

    number: NumberText
    title: LineText
    pages: LineText = ""
    report_of: tuple[Credit, ...] = ()
    presented_by: tuple[Credit, ...] = ()
    lead: LineText = ""
    papers: LineText = ""
    planned: PlannedTime = None
    minutes: int | None = Field(default=None, ge=0, le=9999)
    purpose: LineText = ""
    notes: Lines = ()
    recommendations: tuple[Recommendation, ...] = ()
    motion: LineText = ""
    moved_by: LineText = ""
    seconded_by: LineText = ""
    exempt: LineText | None = None
    recorded_vote: bool = False
    draft: Lines = ()
    subitems: tuple[Item, ...] = ()

    @field_validator("recommendations")
    @classmethod
    def _that_say_something(cls, value: tuple[Recommendation, ...]) -> tuple[Recommendation, ...]:
        return tuple(asked for asked in value if asked.text or asked.clauses)


class Section(Frozen):
    """A heading over items. level: 1 for `#`, 2 for `##`; nil: nothing stands under it, and the agenda says so (`Nil`)."""

    title: Words
    level: int = Field(default=1, ge=1, le=6)
    nil: bool = False


class Agenda(Frozen):
    """A published agenda, whole. body: sections and items in the order they are printed; ends_by: the hour at which the

    body's standing orders end its meetings unless it extends them.

    code, law: of the body, None where nothing says it (then it is as before there was a choice); interests: kinds of its own.
    """

    committee: Words
    date: CalendarDay
    council: LineText = ""
    kind: LineText = ""
    house: LineText = ""
    numbering: Numbering = Numbering.CONTINUING
    time: PlannedTime = None
    ends_by: PlannedTime = None
    place: LineText = ""
    next_number: LineText = ""
    quorum: LineText = ""
    code: Code | None = None
    law: AccessLaw | None = None
    interests: tuple[OwnKind, ...] = ()
    contact: LineText = ""
    issued: LineText = ""
    people: tuple[Listed, ...] = ()
    body: tuple[Section | Item, ...] = ()

    @field_validator("date")
    @classmethod
    def _said(cls, value: CalendarDay) -> CalendarDay:
        if not value.typed:
            raise ValueError("a date is needed, if only a ?")
        return value

    @property
    def items(self) -> tuple[Item, ...]:
        """The items, in order, without their sub-items."""
        return tuple(part for part in self.body if isinstance(part, Item))

    def keyed(self) -> Iterator[tuple[ItemKey, Item, tuple[Section, ...]]]:
        """Every item and sub-item with its key (`7`, `2.1`: places, not numbers) and the sections it stands under."""
        sections: tuple[Section, ...] = ()
        place = 0
        for part in self.body:
            if isinstance(part, Section):
                sections = (*(s for s in sections if s.level < part.level), part)
                continue
            place += 1
            yield str(place), part, sections
            yield from _keyed_below(str(place), part, sections)


def _keyed_below(
    key: ItemKey, item: Item, sections: tuple[Section, ...]
) -> Iterator[tuple[ItemKey, Item, tuple[Section, ...]]]:
    for place, below in enumerate(item.subitems, start=1):
        yield f"{key}.{place}", below, sections
        yield from _keyed_below(f"{key}.{place}", below, sections)
