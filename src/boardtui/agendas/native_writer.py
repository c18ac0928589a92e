"""Writes the native agenda file that is read as the same agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.agendas.headings import Heading, fits_exempt, fits_pages, write_heading
from boardtui.agendas.native_header import INTEREST, ONCE, second_place
from boardtui.agendas.native_items import WORDS
from boardtui.model.agenda import Agenda, Credit, Item, Listed, Recommendation, Section
from boardtui.model.credits import read_credit
from boardtui.model.times import CalendarDay, ClockTime

_INDENT = "   "


def write_agenda(agenda: Agenda) -> str:
    """The text of a native agenda file, ending in a newline. `read_agenda` of it gives the same agenda.

    The exceptions: a day, time or credit whose words don't say what they were taken to mean is written as what it means;
    an agenda without items is written, but can't be read until it has one.
    """
    header = [f"{name}: {value}" for name, field in ONCE.items() if (value := _header_value(agenda, field))]
    kinds = [f"{INTEREST}: {kind.label} | {kind.consequence}" for kind in agenda.interests]
    lines = ["---", *header, *kinds, *(_person(listed) for listed in agenda.people), "---"]
    for part in agenda.body:
        lines += _section(part) if isinstance(part, Section) else _item(part, "")
    return "\n".join(lines) + "\n"


def _header_value(agenda: Agenda, field: str) -> str:
    value = getattr(agenda, field)
    if isinstance(value, CalendarDay):
        return _day(value)
    return _time(value) if isinstance(value, ClockTime) else str(value or "")


def _day(day: CalendarDay) -> str:
    if day.on is None or CalendarDay.read(day.typed).on == day.on:
        return day.typed
    return day.on.isoformat()


def _time(time: ClockTime) -> str:
    if time.at is None or ClockTime.read(time.typed).at == time.at:
        return time.typed
    return f"{time.at:%H:%M}"


def _person(listed: Listed) -> str:
    return f"{listed.kind}: {person_fields(listed)}"


def person_fields(listed: Listed) -> str:
    """Somebody listed, as `name | role or post | organisation | group`."""
    fields = [listed.name, second_place(listed), listed.organisation, listed.group]
    while not fields[-1]:
        fields.pop()
    if listed.stands_for:
        fields.append(f"for {listed.stands_for}")
    elif len(fields) > 1 and fields[-1].lower().startswith("for "):
        fields.append("")  # so that it isn't taken for whom they stand in for
    return _barred(fields)


def _barred(fields: Iterable[str]) -> str:
    """`Name | | organisation`: an empty place is one space wide."""
    first, *others = fields
    return first + "".join(f" | {field}" if field else " |" for field in others)


def _section(section: Section) -> list[str]:
    return [f"{'#' * section.level} {section.title}", *(["Nil"] if section.nil else [])]


def _item(item: Item, indent: str) -> Iterator[str]:
    yield indent + write_heading(Heading(item.number, item.title, item.pages, item.exempt))
    below = indent + _INDENT
    for name, value in _fields(item):
        yield f"{below}{name}: {value}".rstrip()
    for asked in item.recommendations:
        yield from _recommendation(asked, below)
    for line in item.draft:
        yield f"{below}Draft: {line}"
    for subitem in item.subitems:
        yield from _item(subitem, below)


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    """The fields of one line each, in the order of a front sheet."""
    for name, credits in (("Report of", item.report_of), ("Presented by", item.presented_by)):
        yield from ((name, _credit(credit)) for credit in credits)
    for name, field in WORDS.items():
        value = getattr(item, field)
        if value and not (name == "pages" and fits_pages(value)):
            yield name.capitalize(), value
    if item.planned:
        yield "Time", _time(item.planned)
    if item.minutes is not None:
        yield "Minutes", str(item.minutes)
    if item.exempt is not None and not fits_exempt(item.exempt):
        yield "Exempt", item.exempt
    if item.recorded_vote:
        yield "Recorded vote", "yes"
    yield from (("Note", note) for note in item.notes)


def _credit(credit: Credit) -> str:
    if read_credit(credit.words) == credit:
        return credit.words
    return _barred((credit.name, credit.post, credit.organisation)).rstrip(" |")


def _recommendation(asked: Recommendation, indent: str) -> Iterator[str]:
    yield f"{indent}Recommendation: {asked.text}".rstrip()
    yield from (f"{indent}== {clause}" for clause in asked.clauses)
