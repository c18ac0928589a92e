"""Whom a meeting knows by name before it begins: the front sheet and the report authors, matched to the people of the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from boardtui.model.agenda import Agenda, Item, Listed
from boardtui.model.base import Frozen
from boardtui.model.credits import read_credit
from boardtui.model.people import NameParts, Person, PersonKey, Seat, SeatKind, name_parts, person_key, same_person
from boardtui.model.text import fold


class Register(Frozen):
    """people: those the agenda names, in its order, each once; seats: who sits as what, vacancies too, in its order."""

    people: tuple[Person, ...] = ()
    seats: tuple[Seat, ...] = ()

    def person(self, key: PersonKey) -> Person | None:
        """The person with this key, if the agenda names them."""
        return next((person for person in self.people if person.key == key), None)


def register(agenda: Agenda, known: Iterable[Person] = ()) -> Register:
    """The people and seats of an agenda: members, substitutes, officers, vacancies, authors, presenters, leads and movers.

    known: the people of the book. One of them who is named again (surname and initial, `same_person`) keeps key, post,
    organisation and group; what was missing is filled in, the fuller name wins. Where two of them could be meant, the
    name is somebody new.
    """
    people = _People(known)
    people.recognise(agenda.people)
    seated = [_seat(people, line) for line in agenda.people]
    for _, item, _ in agenda.keyed():
        _credited(people, item)
    seats = [_standing_in(people, seat, line) for seat, line in zip(seated, agenda.people, strict=True)]
    return Register(people=tuple(people.named.values()), seats=tuple(_each_once(seats)))


def fuller_name(one: str, other: str) -> str:
    """Of two spellings of one person the one that says more: forenames before initials, a title before none.

    Where each says something the other doesn't (`Adrian Canale-Rossi`, `Dr A Canale-Rossi`) they are put together.
    """
    here, there = name_parts(one), name_parts(other)
    if len(fold(there.forenames)) > len(fold(here.forenames)):
        here, there = there, here
    if here.title or not there.title:
        return here.whole
    return f"{there.title} {here.whole}"


def longer_wording(short: str, long: str) -> bool:
    """Is `long` the same organisation as `short` in more words: `Rugby CCG`, `Rugby Clinical Commissioning Group (CCG)`?

    It is if every word of the short form begins a word of the long one, or is made of its capitals.
    """
    if not fold(short) or len(long) <= len(short):
        return False
    words = [fold(word) for word in long.split()]
    capitals = "".join(word[0] for word in long.replace("(", "").replace("-", " ").split() if word[0].isupper())
    return all(
        (word.isupper() and word in capitals) or any(there.startswith(fold(word)) for there in words)
        for word in short.split()
    )


@dataclass
class _People:
    """Those known and those named so far; finds the person a name means, or makes them."""

    known: Iterable[Person]
    pool: dict[PersonKey, Person] = field(init=False)
    named: dict[PersonKey, Person] = field(init=False, default_factory=dict)
    _meant: dict[str, PersonKey] = field(init=False, default_factory=dict)
    _seated: dict[SeatKind, set[PersonKey]] = field(init=False, default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.pool = {person.key: person for person in self.known}

    def recognise(self, front_sheet: Iterable[Listed]) -> None:
        """First those whose name is spelt as in the book, so that nobody else on the front sheet is taken for them."""
        for listed in front_sheet:
            if listed.kind is not SeatKind.VACANCY and (key := self.find(listed.name, exactly=True)):
                self._meant[listed.name] = key
                self._seated[listed.kind].add(key)

    def listed(self, line: Listed) -> PersonKey:
        """The key of whom a line of the front sheet means. Two lines of one kind are two people, unless spelt alike."""
        if line.name not in self._meant:
            self._meant[line.name] = self.find(line.name, besides=self._seated[line.kind]) or self._new_key(line.name)
        key = self.named_by(line.name, post=line.post, organisation=line.organisation, group=line.group)
        self._seated[line.kind].add(key)
        return key

    def named_by(self, name: str, *, post: str = "", organisation: str = "", group: str = "") -> PersonKey:
        """The key of whom the name means, with what is said of them taken in."""
        key = self._meant.get(name) or self.find(name) or self._new_key(name)
        before = self.pool.get(key)
        said = Person(key=key, name=name, post=post, organisation=organisation, group=group)
        self._meant[name] = key
        self.pool[key] = self.named[key] = _merged(before, said) if before else said
        return key

    def stood_for(self, name: str) -> PersonKey:
        """The key of a member somebody stands in for: one on this front sheet, or else in the book; '' for a stranger."""
        key = self._meant.get(name) or self.find(name, besides=self.pool.keys() - self.named.keys()) or self.find(name)
        if key:
            self.named.setdefault(key, self.pool[key])
        return key

    def find(self, name: str, *, besides: Container[PersonKey] = (), exactly: bool = False) -> PersonKey:
        """The one person it can mean, who has this very name or else agrees with it; '' for nobody or several."""
        parts = name_parts(name)
        matches = [
            person for person in self.pool.values() if person.key not in besides and same_person(parts, person.parts)
        ]
        exact = [person for person in matches if _spelt_alike(parts, person.parts)]
        found = exact or ([] if exactly else matches)
        return found[0].key if len(found) == 1 else ""

    def _new_key(self, name: str) -> PersonKey:
        return person_key(name, self.pool)


def _spelt_alike(one: NameParts, other: NameParts) -> bool:
    return fold(one.untitled) == fold(other.untitled) and fold(one.mark) == fold(other.mark)


def _merged(before: Person, said: Person) -> Person:
    """Somebody known, and what this agenda says of them."""
    long = max(before.long_organisation, said.organisation, key=len)
    organisation = before.organisation or said.organisation
    return before.model_copy(
        update={
            "name": fuller_name(before.name, said.name),
            "post": before.post or said.post,
            "organisation": organisation,
            "group": before.group or said.group,
            "long_organisation": long if longer_wording(organisation, long) else before.long_organisation,
        }
    )


def _seat(people: _People, line: Listed) -> Seat:
    if line.kind is SeatKind.VACANCY:
        label = ", ".join(words for words in (line.name, line.post, line.organisation) if words)
        return Seat(kind=line.kind, role=line.role, label=label)
    return Seat(kind=line.kind, person=people.listed(line), role=line.role)


def _standing_in(people: _People, seat: Seat, line: Listed) -> Seat:
    return seat.model_copy(update={"stands_for": people.stood_for(line.stands_for)}) if line.stands_for else seat


def _credited(people: _People, item: Item) -> None:
    """Take in those an item names: their words give post and organisation."""
    spoken = (read_credit(words) for words in (item.lead, item.moved_by, item.seconded_by) if words)
    for credit in (*item.report_of, *item.presented_by, *spoken):
        if credit.name:
            people.named_by(credit.name, post=credit.post, organisation=credit.organisation)


def _each_once(seats: Iterable[Seat]) -> Iterable[Seat]:
    """Without a second seat of the same kind for one person; vacancies may be several."""
    seen: set[tuple[SeatKind, PersonKey]] = set()
    for seat in seats:
        place = (seat.kind, seat.person)
        if seat.person and place in seen:
            continue
        seen.add(place)
        yield seat
