"""Parties: whom somebody votes with. A political group where there are groups, else the organisation they speak for."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.model.people import Person, PersonKey
from boardtui.model.record import Record
from boardtui.model.text import fold


def party_of(record: Record, person: PersonKey) -> str:
    """Somebody's political group, else their organisation; a substitute without either has that of whom they stand for.

    '' for somebody of whom none is known.
    """
    return next((who.group or who.organisation for who in _named_by(record, person)), "")


def of_party(record: Record, words: str, people: Iterable[PersonKey]) -> list[PersonKey]:
    """Those of these people who belong to a party: by their group; where that is nobody's, by their organisation."""
    wanted = fold(words)
    if not wanted:
        return []
    named = [(person, who) for person in people for who in _named_by(record, person)]
    return [person for person, who in named if fold(who.group) == wanted] or [
        person for person, who in named if wanted in (fold(who.organisation), fold(who.long_organisation))
    ]


def _named_by(record: Record, person: PersonKey) -> tuple[Person, ...]:
    """The one who tells the party: they themselves, or whom they stand in for; nobody where neither has one."""
    line, seat = record.attendance_of(person), record.seat_of(person)
    stands_for = (line.stands_for if line else "") or (seat.stands_for if seat else "")
    for key in (person, stands_for):
        who = record.people.get(key)
        if who is not None and (who.group or who.organisation):
            return (who,)
    return ()
