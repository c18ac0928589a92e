"""The sheet on which a recorded vote is marked: its lines, what was marked, where the clerk is, the letters that find a line.

A value: every key makes a new sheet from the one before. Who is marked how is told by colour, word and figure on the screen;
here it is only kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from boardtui.model.parties import party_of
from boardtui.model.people import PersonKey
from boardtui.model.record import Record
from boardtui.model.text import fold
from boardtui.rules.rollcall import RollCall, Ways


class Whom(Enum):
    """Whom a line of the sheet is about."""

    EVERYONE = auto()
    PARTY = auto()
    REST = auto()
    """Whoever has not been heard yet."""
    VOTER = auto()
    BARRED = auto()
    """Here, and may not vote."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line. people: those it is about, none for the rest, who change; name: surname and initials of one, or the party's;

    party: of one; why: what keeps somebody from voting; found_by: what letters find it by, folded, the likeliest first.
    """

    whom: Whom
    name: str
    people: tuple[PersonKey, ...] = ()
    party: str = ""
    why: str = ""
    found_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines, marks and place. at: which line the clerk is at; letters: typed to find one; before: what was marked earlier."""

    lines: tuple[Line, ...]
    ways: Ways = field(default_factory=dict)
    at: int = 0
    letters: str = ""
    before: tuple[Ways, ...] = ()

    @property
    def here(self) -> Line:
        """The line the clerk is at."""
        return self.lines[self.at]

    @property
    def unsaid(self) -> tuple[PersonKey, ...]:
        """Those who may vote and have not been heard."""
        return tuple(p for line in self.lines if line.whom is Whom.VOTER for p in line.people if p not in self.ways)

    @property
    def misses(self) -> bool:
        """Are there letters with which nobody begins? Then a figure must not mark whoever the clerk was at."""
        return bool(self.letters) and not self.found

    @property
    def found(self) -> tuple[int, ...]:
        """The lines that the letters mean, the likeliest first; none without letters."""
        wanted = fold(self.letters)
        ranked = [(rank, place) for place, line in enumerate(self.lines) if (rank := _rank(line, wanted)) is not None]
        return tuple(place for _, place in sorted(ranked)) if wanted else ()

    def people_of(self, line: Line) -> tuple[PersonKey, ...]:
        """Those a line is about now."""
        return self.unsaid if line.whom is Whom.REST else line.people

    def way_of(self, line: Line) -> str | None:
        """How all of a line vote; '' where nobody of it has been heard, None where they differ."""
        ways = {self.ways.get(person, "") for person in self.people_of(line)}
        return ways.pop() if len(ways) == 1 else "" if not ways else None

    # --- going to a line

    def typed(self, letter: str) -> Sheet:
        """A letter more; the clerk goes to whom it finds, and stays where nobody is found."""
        longer = replace(self, letters=self.letters + letter)
        return replace(longer, at=longer.found[0]) if longer.found else longer

    def shortened(self) -> Sheet:
        """A letter less."""
        shorter = replace(self, letters=self.letters[:-1])
        return replace(shorter, at=shorter.found[0]) if shorter.found else shorter

    def without_letters(self) -> Sheet:
        """No letters; the clerk stays at the line found."""
        return replace(self, letters="")

    def moved(self, step: int) -> Sheet:
        """So many lines on, back when negative; among those found, if there are letters."""
        found = self.found
        if found:
            here = found.index(self.at) if self.at in found else 0
            return replace(self, at=found[(here + (1 if step > 0 else -1)) % len(found)])
        return replace(self, at=max(0, min(self.at + step, len(self.lines) - 1)))

    def to(self, place: int) -> Sheet:
        """At that line."""
        return replace(self, at=max(0, min(place, len(self.lines) - 1)), letters="")

    def at_next_unsaid(self) -> Sheet:
        """At the next one who may vote and has not been heard; from the last, at the first."""
        silent = set(self.unsaid)
        places = [i for i, line in enumerate(self.lines) if line.whom is Whom.VOTER and silent & set(line.people)]
        behind = [place for place in places if place > self.at]
        return self.to((behind or places)[0]) if places else self.without_letters()

    # --- marking

    def marked(self, way: str) -> Sheet:
        """The people of this line vote so, or have not been heard ('').

        Found by letters, it stays the line the clerk is at, so that another key corrects it; else the next one is.
        """
        if self.misses:
            return self.without_letters()
        people = self.people_of(self.here)
        kept = {person: how for person, how in self.ways.items() if person not in people}
        ways = kept | (dict.fromkeys(people, way) if way else {})
        step = 0 if self.letters else 1
        changed = self if ways == self.ways else replace(self, ways=ways, before=(*self.before, self.ways))
        return replace(changed, letters="", at=min(self.at + step, len(self.lines) - 1))

    def undone(self) -> Sheet:
        """As it was marked before the last mark."""
        return replace(self, ways=self.before[-1], before=self.before[:-1], letters="") if self.before else self


def sheet_for(record: Record, call: RollCall, ways: Ways) -> Sheet:
    """The sheet of those who are called, with what was marked of them before."""
    everyone = Line(Whom.EVERYONE, "Everyone", call.voters)
    parties = [Line(Whom.PARTY, name, people, found_by=_spoken(name)) for name, people in call.parties.items()]
    voters = [_line(record, person, Whom.VOTER) for person in call.voters]
    barred = [replace(_line(record, person, Whom.BARRED), why=why) for person, why in call.barred.items()]
    here = {*call.voters, *call.barred}
    marked = {person: way for person, way in ways.items() if person in here}
    return Sheet((everyone, *parties, Line(Whom.REST, "The rest"), *voters, *barred), marked)


def _line(record: Record, person: PersonKey, whom: Whom) -> Line:
    who = record.people.get(person)
    if who is None:
        return Line(whom, person, (person,), found_by=(fold(person),))
    parts = who.parts
    mark = f" ({parts.mark})" if parts.mark else ""
    surname, forenames = fold(parts.surname), fold(parts.forenames)
    found_by = (
        f"{surname}{forenames}", *_spoken(parts.surname)[1:], f"{forenames}{surname}",
        *_initials(parts.initials, parts.surname),
    )  # fmt: skip
    name = f"{parts.surname} {parts.initials}{mark}".rstrip()
    return Line(whom, name, (person,), party_of(record, person), found_by=found_by)


def _spoken(name: str) -> tuple[str, ...]:
    """A name folded, then from each of its later words on: `de la Mare` is found by `mar`, too."""
    words = name.replace("-", " ").split()
    return tuple(fold("".join(words[place:])) for place in range(len(words)))


def _initials(forenames: str, surname: str) -> tuple[str, ...]:
    """Folded, as after `@`: `bb` for Bob Barr; `wd` and `wdlm` for Walter de la Mare. None for a surname alone."""
    ends = {fold(surname)[:1], "".join(fold(word)[:1] for word in re.split(r"[\s\-‐]+", surname))}
    return tuple(sorted(f"{fold(forenames)}{end}" for end in ends)) if fold(forenames) else ()


def _rank(line: Line, wanted: str) -> tuple[int, bool] | None:
    """How well letters mean a line: by the surname, then other words of the name, then initials; of those a voter first."""
    if not wanted:
        return None
    begun = [place for place, name in enumerate(line.found_by) if name.startswith(wanted)]
    return (begun[0], line.whom is Whom.PARTY) if begun else None
