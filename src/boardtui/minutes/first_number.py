"""Where a meeting's minute numbers begin, when its agenda doesn't say: as its house has them.

Most bodies count on from annual meeting to annual meeting; many print the year beside the count: `1/26`, `FGB 1/2026`.
"""

from __future__ import annotations

from boardtui.minutes.house import House
from boardtui.model.agenda import Agenda, Numbering
from boardtui.rules.numbering import read_counter

_YEARS_BACK = 10


def numbered(agenda: Agenda, house: House, known: str) -> Agenda:
    """The agenda with its numbering and its first number, its own or else the house's.

    known: the number with which the body's last meeting in the book goes on, '' for none.
    """
    said = "numbering" in agenda.model_fields_set
    numbering = agenda.numbering if said else house.numbers.numbering
    number = agenda.next_number
    if not number and numbering is Numbering.CONTINUING:
        number = _going_on(agenda, house, known)
    elif not number and numbering is Numbering.RESTARTING:
        number = _first_of(_year(agenda, house, ""), house)
    return agenda.model_copy(update={"numbering": numbering, "next_number": number})


def _going_on(agenda: Agenda, house: House, known: str) -> str:
    """The number known, or the first one of a year that has begun since."""
    year = _year(agenda, house, known)
    first = _first_of(year, house)
    if not first:
        return known
    if not known or (first == _first_of(year - 1, house) and _is_annual(agenda, house)):
        return first  # without a year in the number only the annual meeting tells that one begins
    is_old = any(_are_alike(known, _first_of(year - back, house)) for back in range(1, _YEARS_BACK))
    return first if is_old and not _are_alike(known, first) else known


def _year(agenda: Agenda, house: House, known: str) -> int:
    """The year a meeting belongs to, by the one in which that began; 0 for not known.

    In its first month it begins with the annual meeting, if numbers of the old one are still counted.
    """
    day, begins = agenda.date.on, house.numbers.year_begins
    if day is None:
        return 0
    if day.month != begins:
        return day.year if day.month > begins else day.year - 1
    counted = bool(known) and _are_alike(known, _first_of(day.year - 1, house))
    return day.year - 1 if counted and not _is_annual(agenda, house) else day.year


def _is_annual(agenda: Agenda, house: House) -> bool:
    return agenda.kind.lower() in house.numbers.annual


def _first_of(year: int, house: House) -> str:
    """The first number of the year that began in this one; '' where the house has none, or the year isn't known."""
    if not year:
        return ""
    values = {"year": f"{year % 100:02}", "next_year": f"{(year + 1) % 100:02}", "full_year": str(year)}
    return house.numbers.first.fill(values)


def _are_alike(one: str, other: str) -> bool:
    """Do both differ in nothing but the count?"""
    first, second = read_counter(one), read_counter(other)
    return first is not None and second is not None and first.is_like(second)
