"""Parties: whom somebody votes with. A political group where there are groups, else the organisation they speak for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardtui.model.people import Person, PersonKey
from boardtui.model.record import Record
from boardtui.model.text import fold


def party_of(record: Record, person: PersonKey) -> str:
    """Somebody's political group, else their organisation; a substitute without either has that of whom they stand for.

    '' for somebody of whom none is known.
    """
    return next((who.group or who.organisation for who in _tellers(record, (person,)).values()), "")


def of_party(record: Record, words: str, people: Iterable[PersonKey]) -> list[PersonKey]:
    """Those of these people who belong to a party: by their group; where that is nobody's, by their organisation."""
    return _of(words, _tellers(record, people))


def parties(record: Record, people: Iterable[PersonKey]) -> dict[str, tuple[PersonKey, ...]]:
    """The parties that two or more of these people belong to, in the order in which they come up."""
    tellers = _tellers(record, people)
    found: dict[str, tuple[PersonKey, ...]] = {}
    for name in dict.fromkeys(who.group or who.organisation for who in tellers.values()):
        of_it = tuple(_of(name, tellers))
        if len(of_it) > 1 and of_it not in found.values():
            found[name] = of_it
    return found


def _of(words: str, tellers: Mapping[PersonKey, Person]) -> list[PersonKey]:
    wanted = fold(words)
    if not wanted:
        return []
    return [person for person, who in tellers.items() if fold(who.group) == wanted] or [
        person for person, who in tellers.items() if wanted in (fold(who.organisation), fold(who.long_organisation))
    ]


def _tellers(record: Record, people: Iterable[PersonKey]) -> dict[PersonKey, Person]:
    """For each the one who tells the party: they themselves, or whom they stand in for; left out where neither has one."""
    stands_for = {seat.person: seat.stands_for for seat in record.seats if seat.stands_for}
    stands_for |= {line.person: line.stands_for for line in record.attendance if line.stands_for}
    found: dict[PersonKey, Person] = {}
    for person in people:
        for key in (person, stands_for.get(person, "")):
            who = record.people.get(key)
            if person not in found and who is not None and (who.group or who.organisation):
                found[person] = who
    return found
