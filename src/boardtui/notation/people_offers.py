"""People that could be named: by surname, initials, forename or organisation, with whom they speak for."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.model.people import Person
from boardtui.model.record import Record, Status
from boardtui.model.room import is_here
from boardtui.model.text import fold
from boardtui.notation.completion import Completion
from boardtui.notation.context import Context
from boardtui.notation.names import handle, organisation_spellings, spelling

MOST = 12
"""Offers at once."""
_HERE = (Status.PRESENT, Status.ARRIVED)
_STATUS = {
    Status.PRESENT: "here",
    Status.ARRIVED: "here",
    Status.APOLOGIES: "apologies",
    Status.LATE: "late",
    Status.ABSENT: "absent",
}


def people_offers(typed: str, at: str, slot: bool, context: Context, *, away: bool = False) -> Iterator[Completion]:
    """People by surname, initials, forename or organisation; those who are here first, or those who aren't.

    at: the sign before the name; slot: it stands in a slot, and so has a space behind it; away: who aren't here first.
    """
    record = context.record
    wanted = fold(typed)
    status = {a.person: a.status for a in record.attendance}
    ranked = [
        (rank, (status.get(person.key) in _HERE) == away, place, person)
        for place, person in enumerate(record.people.values())
        if (rank := _rank_of(wanted, person)) is not None
    ]
    ranked.sort(key=lambda one: one[:3])
    for _, _, _, person in ranked[:MOST]:
        yield Completion(f"{at}{handle(person.key, record)}{' ' if slot else ''}", person.name, _about(person, record))


def _rank_of(wanted: str, person: Person) -> int | None:
    spelt = spelling(person.name)
    if spelt.surname.startswith(wanted):
        return 0
    if any(initials.startswith(wanted) for initials in spelt.initials):
        return 1
    if spelt.untitled.startswith(wanted):
        return 2
    if person.organisation and any(way.startswith(wanted) for way in organisation_spellings(person.organisation)):
        return 3
    return None


def _about(person: Person, record: Record) -> str:
    """Whom they speak for, and whether they are here."""
    line = record.attendance_of(person.key)
    if line is None:
        status = ""
    elif line.status in (Status.PRESENT, Status.ARRIVED):
        status = "here" if is_here(record, line) else "left"
    else:
        status = _STATUS[line.status]
    return " · ".join(part for part in (person.organisation or person.post or person.group, status) if part)
