"""An agenda that is known already as a reading, so that it can be reviewed like one that was read from a file."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.agendas.assembling import assemble
from boardtui.agendas.headings import Heading, fits_exempt, fits_pages, write_heading
from boardtui.agendas.native_writer import person_fields
from boardtui.agendas.parts import CERTAIN, Part, Placed
from boardtui.agendas.reading import Reading
from boardtui.agendas.source import Kind, Source, SourceLine
from boardtui.model.agenda import Agenda, Item, Section
from boardtui.model.people import SeatKind
from boardtui.model.times import UNKNOWN

_ONCE = (
    (Part.COUNCIL, "council"), (Part.COMMITTEE, "committee"), (Part.MEETING_KIND, "kind"), (Part.PLACE, "place"),
    (Part.QUORUM, "quorum"), (Part.CONTACT, "contact"), (Part.ISSUED, "issued"),
)  # fmt: skip
_SEATS = {SeatKind.MEMBER: Part.MEMBER, SeatKind.SUBSTITUTE: Part.SUBSTITUTE, SeatKind.OFFICER: Part.OFFICER}
_OF_AN_ITEM = ((Part.LEAD, "lead"), (Part.PAPERS, "papers"), (Part.PURPOSE, "purpose"))


def reading_of(agenda: Agenda, name: str) -> Reading:
    """The reading from which this agenda comes, with a line for each thing it says. name: what the source is called.

    What no line of an agenda says (its house style, its numbering, prepared text) isn't in it: see `kept_from`.
    """
    placed = tuple(
        Placed(part, text, (line,), number, level, CERTAIN)
        for line, (part, text, number, level) in enumerate(_said(agenda), start=1)
    )
    lines = tuple(SourceLine(one.lines[0], _line(one)) for one in placed)
    return Reading(Source(name, Kind.NATIVE, "", lines), placed)


def kept_from(agenda: Agenda, reading: Reading) -> Agenda:
    """The agenda of a reading, with what no line says as this agenda has it: vacancies, too."""
    read = assemble(reading.placed)
    vacancies = tuple(one for one in agenda.people if one.kind is SeatKind.VACANCY)
    names = ("house", "numbering", "ends_by", "next_number", "code", "law", "interests")
    kept = {name: getattr(agenda, name) for name in names}
    return read.model_copy(update={**kept, "people": (*read.people, *vacancies)})


_Said = tuple[Part, str, str | None, int]


def _said(agenda: Agenda) -> Iterator[_Said]:
    for part, name in _ONCE:
        if (words := getattr(agenda, name)) and words != UNKNOWN:
            yield part, words, None, 1
    if agenda.date.typed != UNKNOWN:
        yield Part.DATE, agenda.date.typed, None, 1
    if agenda.time is not None:
        yield Part.TIME, agenda.time.typed, None, 1
    for listed in agenda.people:
        if listed.kind in _SEATS:
            yield _SEATS[listed.kind], person_fields(listed), None, 1
    for one in agenda.body:
        if isinstance(one, Section):
            yield Part.SECTION, one.title, None, one.level
            yield from [(Part.NIL, "Nil", None, 1)] if one.nil else []
        else:
            yield from _item(one, 0)


def _item(item: Item, level: int) -> Iterator[_Said]:
    """The item and what stands below it. level: 0 for an item, 1 for its sub-items, and so on."""
    title = write_heading(Heading(None, item.title, item.pages, item.exempt)).removeprefix("*.").strip()
    yield Part.SUBITEM if level else Part.ITEM, title, item.number, max(1, level)
    if item.pages and not fits_pages(item.pages):
        yield Part.PAGES, item.pages, None, 1
    if item.exempt is not None and not fits_exempt(item.exempt) and item.exempt:
        yield Part.EXEMPT, item.exempt, None, 1
    yield from ((Part.REPORT_OF, credit.words, None, 1) for credit in item.report_of)
    yield from ((Part.PRESENTED_BY, credit.words, None, 1) for credit in item.presented_by)
    yield from ((part, words, None, 1) for part, name in _OF_AN_ITEM if (words := getattr(item, name)))
    if item.planned is not None:
        yield Part.PLANNED, item.planned.typed, None, 1
    if item.minutes is not None:
        yield Part.MINUTES, str(item.minutes), None, 1
    if item.motion:
        by = " and ".join(name for name in (item.moved_by, item.seconded_by) if name)
        yield Part.NOTE, f"Motion: {item.motion}{f' ({by})' if by else ''}", None, 1
    yield from ((Part.NOTE, note, None, 1) for note in item.notes)
    for asked in item.recommendations:
        yield Part.RECOMMENDATION, asked.text, None, 1
        yield from ((Part.CLAUSE, clause, None, 1) for clause in asked.clauses)
    for below in item.subitems:
        yield from _item(below, level + 1)


def _line(one: Placed) -> str:
    """As the line of the agenda file would say it."""
    if one.part is Part.SECTION:
        return f"{'#' * one.level} {one.text}"
    if one.part in (Part.ITEM, Part.SUBITEM):
        return write_heading(Heading(one.number, one.text))
    return one.text if one.part is Part.NIL else f"{one.part}: {one.text}"
