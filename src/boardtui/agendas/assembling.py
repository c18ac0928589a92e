"""The agenda that comes of words placed: what each says is known, and here is only put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from boardtui.agendas.headings import read_suffixes
from boardtui.agendas.native_header import read_listed
from boardtui.agendas.parts import SEVERAL, SILENT, Part, Placed
from boardtui.agendas.timings import read_length, read_timing
from boardtui.model.agenda import Agenda, Item, Listed, Recommendation, Section
from boardtui.model.credits import read_credit
from boardtui.model.people import SeatKind
from boardtui.model.times import UNKNOWN, CalendarDay, ClockTime

_ONCE = {
    Part.COUNCIL: "council",
    Part.COMMITTEE: "committee",
    Part.MEETING_KIND: "kind",
    Part.PLACE: "place",
    Part.QUORUM: "quorum",
    Part.CONTACT: "contact",
    Part.ISSUED: "issued",
}
_SEATS = {Part.MEMBER: SeatKind.MEMBER, Part.SUBSTITUTE: SeatKind.SUBSTITUTE, Part.OFFICER: SeatKind.OFFICER}
_WORDS = {Part.LEAD: "lead", Part.PAPERS: "papers", Part.PAGES: "pages", Part.PURPOSE: "purpose", Part.EXEMPT: "exempt"}


@dataclass
class _Open:
    """An item that is being put together. level: 0 for an item, 1 for its sub-items, and so on."""

    level: int
    values: dict[str, object]
    notes: list[str] = field(default_factory=list)
    credits: dict[Part, list[str]] = field(default_factory=dict)
    asked: list[tuple[str, list[str]]] = field(default_factory=list)
    below: list[_Open] = field(default_factory=list)

    def item(self) -> Item:
        """The item."""
        return Item.model_validate(
            {
                **self.values,
                "notes": tuple(self.notes),
                "report_of": tuple(map(read_credit, self.credits.get(Part.REPORT_OF, ()))),
                "presented_by": tuple(map(read_credit, self.credits.get(Part.PRESENTED_BY, ()))),
                "recommendations": tuple(Recommendation(text=text, clauses=tuple(below)) for text, below in self.asked),
                "subitems": tuple(one.item() for one in self.below),
            }
        )


def assemble(placed: Sequence[Placed]) -> Agenda:
    """The agenda. A committee or date that nothing says is `?`; of what is said twice the first holds."""
    placed = [one for one in placed if one.part not in SILENT]  # a pack has thousands of lines of reports
    said: dict[str, str] = {}
    for one in placed:
        if one.part in _ONCE and one.text:
            said.setdefault(_ONCE[one.part], one.text)
    return Agenda.model_validate(
        {
            **said,
            "committee": said.get("committee", UNKNOWN),
            "date": CalendarDay.read(_first(placed, Part.DATE) or UNKNOWN),
            "time": ClockTime.read(time) if (time := _first(placed, Part.TIME)) else None,
            "people": tuple(_listed(placed)),
            "body": _body(placed),
        }
    )


def _first(placed: Iterable[Placed], part: Part) -> str:
    return next((one.text for one in placed if one.part is part and one.text), "")


def _listed(placed: Iterable[Placed]) -> Iterable[Listed]:
    for one in placed:
        if one.part in SEVERAL:
            yield read_listed(_SEATS[one.part], one.text)


def _body(placed: Iterable[Placed]) -> tuple[Section | Item, ...]:
    body = _Body()
    for one in placed:
        body.take(one)
    return tuple(part.item() if isinstance(part, _Open) else part for part in body.parts)


class _Body:
    """Takes what is placed one after the other; what belongs to an item goes to the one last begun."""

    def __init__(self) -> None:
        self.parts: list[Section | _Open] = []
        self._open: list[_Open] = []

    def take(self, one: Placed) -> None:
        """Take in one; what has no item yet to belong to is left out."""
        if one.part is Part.SECTION:
            self._open = []
            self.parts.append(Section(title=one.text, level=min(max(one.level, 1), 6)))
        elif one.part is Part.NIL:
            self._nil()
        elif one.part is Part.ITEM:
            self._open = [_opened(one, 0)]
            self.parts.append(self._open[0])
        elif self._open and one.part is Part.SUBITEM:
            self._subitem(one)
        elif self._open:
            _add(self._open[-1], one)

    def _nil(self) -> None:
        if self.parts and isinstance(self.parts[-1], Section):
            self.parts[-1] = self.parts[-1].model_copy(update={"nil": True})

    def _subitem(self, one: Placed) -> None:
        level = min(max(one.level, 1), self._open[-1].level + 1)
        while self._open[-1].level >= level:
            self._open.pop()
        below = _opened(one, level)
        self._open[-1].below.append(below)
        self._open.append(below)


def _opened(one: Placed, level: int) -> _Open:
    number, text = one.number, one.text
    if number and re.search(r"\.\s", number.rstrip(". ")):
        number, text = None, f"{number} {text}"  # a cell of numbers that has words in it
    heading = read_suffixes(number, text)
    values: dict[str, object] = {"number": heading.number, "title": heading.title, "pages": heading.pages}
    return _Open(level, values if heading.exempt is None else {**values, "exempt": heading.exempt})


def _add(item: _Open, one: Placed) -> None:
    if one.part is Part.NOTE:
        item.notes.append(one.text)
    elif one.part in (Part.REPORT_OF, Part.PRESENTED_BY):
        if one.text:
            item.credits.setdefault(one.part, []).append(one.text)
    elif one.part is Part.RECOMMENDATION:
        item.asked.append((one.text, []))
    elif one.part is Part.CLAUSE:
        if not item.asked:
            item.asked.append(("", []))
        item.asked[-1][1].append(one.text)
    elif one.part is Part.PLANNED:
        planned, minutes = read_timing(one.text)
        item.values.setdefault("planned", planned)
        if minutes is not None:
            item.values.setdefault("minutes", minutes)
    elif one.part is Part.MINUTES:
        if (minutes := read_length(one.text)) is not None:
            item.values.setdefault("minutes", minutes)
    elif one.part in _WORDS:
        _say(item, _WORDS[one.part], one.text)


def _say(item: _Open, name: str, words: str) -> None:
    """The first words that say something hold; words that come later are not lost: they are a note."""
    if not item.values.get(name):
        item.values[name] = words
    elif words != item.values[name]:
        item.notes.append(words)
