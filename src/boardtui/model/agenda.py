"""The agenda: what a meeting was called to do, as published. Every field but committee and date may be missing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from boardtui.model.base import Frozen
from boardtui.model.people import NameText, SeatKind, SlotText
from boardtui.model.times import CalendarDay, ClockTime

ItemKey = str


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
    stands_for: str = ""


class Credit(Frozen):
    """Whose report, or by whom presented, as the agenda words it (`Liz Gaulton | Acting Director of Public Health`).

    words: the line as typed; name: the person in it, '' where it names only a post; post, organisation: the rest.
    """

    words: str
    name: str = ""
    post: str = ""
    organisation: str = ""

    @property
    def printed(self) -> str:
        """As introduced in the minutes: the words with commas for bars."""
        return ", ".join(part.strip() for part in self.words.split("|") if part.strip())


class Recommendation(Frozen):
    """What a report asks the meeting to do, in the imperative, with its sub-clauses."""

    text: str
    clauses: tuple[str, ...] = ()


class Item(Frozen):
    """One agenda item. number: as printed, None for an item without one; planned: its start; minutes: its planned length.

    exempt: the words after `(exempt …)` or `Exempt:`, None when public; draft: prepared text, lines of the notation.
    """

    number: str | None
    title: str
    pages: str = ""
    report_of: tuple[Credit, ...] = ()
    presented_by: tuple[Credit, ...] = ()
    lead: str = ""
    papers: str = ""
    planned: ClockTime | None = None
    minutes: int | None = None
    purpose: str = ""
    notes: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    motion: str = ""
    moved_by: str = ""
    seconded_by: str = ""
    exempt: str | None = None
    recorded_vote: bool = False
    draft: tuple[str, ...] = ()
    subitems: tuple[Item, ...] = ()


class Section(Frozen):
    """A heading over items. level: 1 for `#`, 2 for `##`; nil: nothing stands under it, and the agenda says so (`Nil`)."""

    title: str
    level: int = 1
    nil: bool = False


class Agenda(Frozen):
    """A published agenda, whole. body: sections and items in the order they are printed."""

    committee: str
    date: CalendarDay
    council: str = ""
    kind: str = ""
    house: str = ""
    numbering: Numbering = Numbering.CONTINUING
    time: ClockTime | None = None
    place: str = ""
    next_number: str = ""
    quorum: str = ""
    contact: str = ""
    issued: str = ""
    people: tuple[Listed, ...] = ()
    body: tuple[Section | Item, ...] = ()

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
