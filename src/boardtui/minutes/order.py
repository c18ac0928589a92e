"""In what order the minutes print, and which headings of the agenda stand over them."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.minutes.house import House
from boardtui.minutes.tree import SectionHeading
from boardtui.model.agenda import Item, ItemKey, Section
from boardtui.model.record import OPENING, Entry, Record

Places = dict[ItemKey, tuple[int, ...]]


def in_order(record: Record, house: House, also: int | None = None) -> list[Entry]:
    """The minutes that were taken, in the order the house prints them, without the opening one.

    also: the key of one more, which will be taken next. In agenda order business that isn't on the agenda stands after
    what was taken before it.
    """
    taken = [e for e in record.entries.values() if e.key != OPENING and (e.taken is not None or e.key == also)]
    taken.sort(key=lambda entry: (entry.taken is None, entry.taken or 0))
    if house.items.order == "taken":
        return taken
    places = {key: place for place, key in enumerate(record.business)}
    ranks: dict[int, int] = {}
    before = -1
    for entry in taken:
        on_agenda = [places[key] for key in entry.items if key in places and not record.business[key].added]
        before = ranks[entry.key] = min(on_agenda) if on_agenda else before
    return sorted(taken, key=lambda entry: ranks[entry.key])


class Sections:
    """The headings of the agenda, given out as the minutes come to them."""

    def __init__(self, record: Record, house: House) -> None:
        self._nil = house.words.nil
        self._body: Sequence[Section | Item] = record.agenda.body if record.agenda else ()
        self._above, self._at = self._placed()
        self._empty = [place for place, part in enumerate(self._body) if self._is_empty(place, part)]
        self._open: tuple[int, ...] = ()

    def _placed(self) -> tuple[Places, dict[ItemKey, int]]:
        """The sections over each item, and the item's own place, as places in the agenda."""
        above: Places = {}
        at: dict[ItemKey, int] = {}
        path: tuple[int, ...] = ()
        for place, part in enumerate(self._body):
            if isinstance(part, Section):
                path = (*(one for one in path if self._level(one) < part.level), place)
            else:
                key = str(len(at) + 1)
                above[key], at[key] = path, place
        return above, at

    def _level(self, place: int) -> int:
        part = self._body[place]
        return part.level if isinstance(part, Section) else 0

    def _is_empty(self, place: int, part: Section | Item) -> bool:
        return isinstance(part, Section) and not any(place in path for path in self._above.values())

    def before(self, entry: Entry) -> list[SectionHeading]:
        """The headings that stand before this minute. Business not on the agenda stays where it is."""
        key = next((key for key in entry.items if key in self._at), None)
        if key is None:
            return []
        path = self._above[key]
        opened = [place for depth, place in enumerate(path) if self._open[: depth + 1] != path[: depth + 1]]
        self._open = path
        return [self._heading(place) for place in sorted({*opened, *self._empty_before(self._at[key])})]

    def rest(self) -> list[SectionHeading]:
        """The empty sections after the last minute."""
        return [self._heading(place) for place in self._empty_before(len(self._body))]

    def _empty_before(self, end: int) -> list[int]:
        """The empty sections up to a place in the agenda, each once."""
        found = [place for place in self._empty if place < end]
        self._empty = [place for place in self._empty if place >= end]
        return found

    def _heading(self, place: int) -> SectionHeading:
        section = self._body[place]
        if not isinstance(section, Section):
            raise TypeError("an item is no section")
        return SectionHeading(text=section.title, level=section.level, nil=self._nil if section.nil else "")
