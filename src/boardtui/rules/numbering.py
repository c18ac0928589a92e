"""Minute numbers: which one each minute prints, and which one the next meeting starts with.

No law asks for numbers; they are the body's practice. Most count on through the municipal year, from annual meeting to
annual meeting, in a form of their own (`14`, `43/26`, `PLA146/14`, `FGB 38/2021`), so the number stays text: only the
counter in it is counted on, and everything round it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.model.agenda import Numbering
from boardtui.model.record import OPENING, Entry, Record

MOST_DIGITS = 9
"""A longer run of digits is a reference and no count."""
_DIGITS = re.compile(r"[0-9]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEARS_BEFORE = re.compile(r"(?:20)?([0-9]{2})[-/](?:20)?([0-9]{2})(?=[^0-9]+[0-9])")
_YEARS_AFTER = re.compile(r"(?<=[0-9])[/ -](?:20)?([0-9]{2})[-/](?:20)?([0-9]{2})$")
_YEAR_AFTER = re.compile(r"(?<=[0-9])/[0-9]{2}$")


@dataclass(frozen=True, slots=True)
class Counter:
    """A number taken apart: `FGB 38/2021` is 38 between `FGB ` and `/2021`. width: digits, for noughts before (`014`)."""

    before: str
    count: int
    after: str
    width: int = 1

    def __str__(self) -> str:
        return f"{self.before}{self.count:0{self.width}}{self.after}"

    @property
    def next(self) -> Counter:
        """The number after this one."""
        return Counter(self.before, self.count + 1, self.after, self.width)

    def is_like(self, other: Counter) -> bool:
        """Do both differ in nothing but the count?"""
        return (self.before, self.after) == (other.before, other.after)


def read_counter(number: str) -> Counter | None:
    """The counter in a minute number: the last run of digits that isn't a year; None where there are no digits.

    A year is a pair of years at either end (`23-24/FRA/1`, `13/2026-27`), two digits after a slash at the end (`43/26`,
    `PLA146/14`) or four digits (`FGB 38/2021`, `2021/38`). Where nothing else is there, the last digits count all the same.
    """
    start, end = _without_years(number)
    runs = [run for run in _DIGITS.finditer(number) if start <= run.start() < end and len(run[0]) <= MOST_DIGITS]
    counting = [run for run in runs if not _YEAR.fullmatch(run[0])] or runs
    if not counting:
        return None
    run = counting[-1]
    return Counter(number[: run.start()], int(run[0]), number[run.end() :], len(run[0]))


def _without_years(number: str) -> tuple[int, int]:
    """Where the number begins and ends without the years at its ends."""
    first, last = _YEARS_BEFORE.match(number), _YEARS_AFTER.search(number)
    start = first.end() if first and _follow(first) else 0
    if last and last.start() > start and _follow(last):
        return start, last.start()
    year = _YEAR_AFTER.search(number)
    before = _DIGITS.findall(number[start : year.start()]) if year else []
    counted = any(not _YEAR.fullmatch(run) for run in before)
    return start, year.start() if year and counted else len(number)


def _follow(years: re.Match[str]) -> bool:
    return int(years[2]) == (int(years[1]) + 1) % 100


def numbers(record: Record, order: Sequence[int]) -> dict[int, str]:
    """The number that each minute prints.

    order: the keys of the entries, in the order in which they print; returns entry key -> number, '' for none. Items without
    a number, and minutes said to have none, or to have no heading to print it in, use none up; the opening entry has none.
    A number said by the clerk is printed as it is; where it differs from the others in its count alone, counting goes on
    from it.
    """
    style = record.agenda.numbering if record.agenda else Numbering.NONE
    counts = style in (Numbering.CONTINUING, Numbering.RESTARTING)
    upcoming = first_number(record)
    printed: dict[int, str] = {}
    for entry in (record.entries[key] for key in order if key in record.entries):
        if entry.heading_said and not entry.heading:
            printed[entry.key] = ""
        elif entry.number_said:
            printed[entry.key] = entry.number or ""
            upcoming = _going_on_from(entry.number or "", upcoming) if counts else None
        elif style is Numbering.AGENDA:
            printed[entry.key] = agenda_numbers(record, entry)
        elif upcoming is not None and _takes_number(record, entry):
            printed[entry.key] = str(upcoming)
            upcoming = upcoming.next
        else:
            printed[entry.key] = ""
    return printed


def first_number(record: Record) -> Counter | None:
    """The number this meeting starts with; None where nothing is counted, or where a year's count isn't known."""
    if record.agenda is None:
        return None
    given = read_counter(record.agenda.next_number)
    if record.agenda.numbering is Numbering.RESTARTING:
        return given or Counter("", 1, "")
    return given if record.agenda.numbering is Numbering.CONTINUING else None


def _going_on_from(said: str, upcoming: Counter | None) -> Counter | None:
    found = read_counter(said)
    if found is None or (upcoming is not None and not found.is_like(upcoming)):
        return upcoming
    return found.next


def _takes_number(record: Record, entry: Entry) -> bool:
    """Has one of its items a number on the agenda, or is it business added in the meeting, which the agenda couldn't number?"""
    items = [record.business[key] for key in entry.items if key in record.business]
    return entry.key != OPENING and any(one.added or one.item.number for one in items)


def agenda_numbers(record: Record, entry: Entry) -> str:
    """The numbers of an entry's items as the agenda prints them, in its order (`7, 8`); '' where they have none."""
    return ", ".join(
        one.item.number for key, one in record.business.items() if key in entry.items and one.item.number is not None
    )


def order_taken(record: Record) -> list[int]:
    """The keys of the minutes in the order their items were taken, without the opening entry and what only waits."""
    taken = [entry for entry in record.entries.values() if entry.key != OPENING and entry.taken is not None]
    return [entry.key for entry in sorted(taken, key=lambda entry: entry.taken or 0)]


def next_number(record: Record, order: Sequence[int] | None = None) -> str:
    """The number with which the body's next meeting starts; '' where numbers aren't counted on, or the count isn't known.

    order: of the minutes as they print, by default as they were taken; it matters only where the clerk set a number.
    """
    upcoming = first_number(record)
    if record.agenda is None or record.agenda.numbering is not Numbering.CONTINUING:
        return ""
    used = [
        read_counter(number) for number in numbers(record, order_taken(record) if order is None else order).values()
    ]
    for counter in (one for one in used if one is not None):
        upcoming = upcoming or counter
        if counter.is_like(upcoming) and counter.count >= upcoming.count:
            upcoming = counter.next
    return str(upcoming) if upcoming else ""
