"""What is missing or odd in an agenda that can be read: sentences for the clerk. None of them stops a meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from boardtui.model.agenda import Agenda, Item, Section
from boardtui.model.credits import names_several
from boardtui.model.people import SeatKind, name_parts, same_person
from boardtui.model.times import UNKNOWN, CalendarDay

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)
_DECLARATIONS = re.compile(r"\bdeclarations?\b|\bdisclos\w*|\b(?:declare|register)\b.*\binterests?\b", re.IGNORECASE)
_CHAIRS = frozenset(("chair", "chairman", "chairwoman", "chairperson", "convener", "convenor"))
_RANGE = re.compile(r"(\d+)\s*(?:[-–—]|to)\s*(\d+)")
_ORDERED = re.compile(r"(\D*?)(\d+)(\D*|/\d+.*)")


def agenda_gaps(agenda: Agenda) -> tuple[str, ...]:
    """What is missing or odd, a sentence each: the front sheet first, then the items in order."""
    return (*_front_sheet(agenda), *_of_people(agenda), *_of_numbers(agenda), *_of_items(agenda))


def _front_sheet(agenda: Agenda) -> Iterator[str]:
    for name, value in (("time", agenda.time), ("place", agenda.place), ("quorum", agenda.quorum)):
        if not value:
            yield f"The agenda gives no {name}."
    if agenda.time and agenda.time.at is None:
        yield _not_understood("time", agenda.time.typed)
    if agenda.date.on is None:
        yield _not_understood("date", agenda.date.typed)
    yield from _weekday(agenda.date)
    if agenda.items and not any(_DECLARATIONS.search(item.title) for _, item, _ in agenda.keyed()):
        yield "There is no item for declarations of interest."


def _not_understood(what: str, typed: str) -> str:
    return f"The {what} is not known yet." if typed == UNKNOWN else f"The {what} “{typed}” is not understood."


def _weekday(date: CalendarDay) -> Iterator[str]:
    said = _WEEKDAY.search(date.typed)
    if said and date.on:
        is_one = _WEEKDAYS[date.on.weekday()]
        if not is_one.lower().startswith(said[1].lower()):
            yield f"“{date.typed}” is a {is_one}."


def _of_people(agenda: Agenda) -> Iterator[str]:
    members = [listed.name for listed in agenda.people if listed.kind is SeatKind.MEMBER]
    if not members:
        yield "The agenda names no members."
    for name, times in Counter((listed.kind, listed.name) for listed in agenda.people).items():
        if times > 1 and name[0] is not SeatKind.VACANCY:
            yield f"{name[1]} is listed {_often(times)}."
    chairs = [listed.name for listed in agenda.people if listed.role.casefold() in _CHAIRS]
    if len(chairs) > 1:
        yield f"{' and '.join(chairs)} are each listed as the chair."
    for listed in agenda.people:
        for_member = name_parts(listed.stands_for)
        if listed.stands_for and not any(same_person(for_member, name_parts(name)) for name in members):
            yield f"{listed.name} stands in for {listed.stands_for}, who is not listed as a member."


def _often(times: int) -> str:
    return "twice" if times == 2 else f"{times} times"


def _of_numbers(agenda: Agenda) -> Iterator[str]:
    for number, times in Counter(item.number for item in agenda.items).items():
        if number is not None and times > 1:
            yield f"Number {number} is used {_often(times)}."
    before: tuple[str, tuple[str, int, str]] | None = None
    new_section = False
    for part in agenda.body:
        if isinstance(part, Section):
            new_section = True
            continue
        place = _place(part.number)
        if before and place and before[1][0] == place[0] and place < before[1] and not (new_section and place[1] == 1):
            yield f"Number {part.number} comes after {before[0]}."
        if place and part.number:
            before, new_section = (part.number, place), False


def _place(number: str | None) -> tuple[str, int, str] | None:
    """Where a number stands among those of its kind: `7a` is (`|`, 7, `a`), `FGB 38/2021` (`FGB |/2021`, 38, ``)."""
    found = _ORDERED.fullmatch(number or "")
    if found is None or len(found[2]) > 9:
        return None
    year = found[3] if found[3].startswith("/") else ""
    return f"{found[1]}|{year}", int(found[2]), found[3].lower().removeprefix(year)


def _of_items(agenda: Agenda) -> Iterator[str]:
    for _, item, _ in agenda.keyed():
        called = _called(item)
        if not item.title:
            yield f"{called} has no title."
        if any(int(last) < int(first) for first, last in _page_ranges(item.pages)):
            yield f"{called}: the pages {item.pages} run backwards."
        yield from _planned(called, item, agenda)
        if any(names_several(credit.words) for credit in (*item.report_of, *item.presented_by)):
            yield f"{called} names two people in one line; give each a line, so that both can be named with @."


def _called(item: Item) -> str:
    title = f"“{item.title}”" if item.title else "the one without a title"
    return f"Item {item.number}" if item.number else f"The item {title}"


def _page_ranges(pages: str) -> Iterable[tuple[str, str]]:
    """The ranges in `5 - 14, 20 - 22` whose two ends are numbers of a sensible length."""
    return ((first, last) for first, last in _RANGE.findall(pages) if len(first) < 9 and len(last) < 9)


def _planned(called: str, item: Item, agenda: Agenda) -> Iterator[str]:
    if item.planned is None:
        return
    if item.planned.at is None:
        yield f"{called}: the time “{item.planned.typed}” is not understood."
    elif agenda.time and agenda.time.at and item.planned.at < agenda.time.at:
        yield f"{called} is planned for {item.planned.typed}, before the meeting begins at {agenda.time.typed}."
