"""Interests: which of those declared bite on what is open, what each asks of its member, and who may not vote.

What a kind of interest asks for is in the body's code (`rules/codes.py`). A dispensation lets a member take part all the same
(Localism Act 2011, s.33). A member two months behind with council tax may speak but not vote on it, which nobody can
dispense with (Local Government Finance Act 1992, s.106).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boardtui.model.acts.interests import Arrears, Conduct, Dispensation
from boardtui.model.people import PersonKey
from boardtui.model.record import Declaration, Direction, Record
from boardtui.model.room import bears_on_open, in_room, is_open, voters
from boardtui.rules.codes import Duty, Kind, code_of, kind_of

__all__ = ["ARREARS", "Bite", "Duty", "Told", "Weight", "biting", "duties", "leaving", "may_not_vote", "must_leave"]

ARREARS = "council tax arrears (Local Government Finance Act 1992, s.106)"
_IN_ARREARS = Kind((), "council tax arrears", Duty.NO_VOTE, "discloses it, may speak, and may not vote")
_BARRING = (Duty.LEAVE, Duty.NO_VOTE)
"""What keeps a member from the vote."""


@dataclass(frozen=True, slots=True)
class Bite:
    """An interest that bites on what is open. person: whose, '' for everyone's; here: they are still in the room;

    declaration: None for council tax arrears, which are disclosed in another way.
    """

    person: PersonKey
    duty: Duty
    here: bool
    declaration: Declaration | None = None


def biting(record: Record) -> tuple[Bite, ...]:
    """The interests that bite on what is open now, in the order declared; of several of one person each."""
    room = in_room(record)
    found: list[Bite] = []
    for one in record.declarations:
        if not (bears_on_open(record, one) or one.act.scope.whole_meeting):
            continue
        people = one.act.who or ("",)
        found += [Bite(who, duty_of(record, one, who), not who or who in room, one) for who in people]
    return (*found, *(Bite(person, Duty.NO_VOTE, person in room) for person in in_arrears(record)))


def duty_of(record: Record, one: Declaration, person: PersonKey) -> Duty:
    """What this interest asks of this member, on what is open now."""
    duty = kind_of(record, one.act.label).duty
    return Duty.DISPENSED if duty in _BARRING and is_dispensed(record, person) else duty


def is_dispensed(record: Record, person: PersonKey) -> bool:
    """Has this member a dispensation for what is open now (Localism Act 2011, s.33)?

    One without items, or in words of its own, is taken to be meant for this.
    """
    return any((act.everyone or person in act.who) and _covers_open(record, act) for _, act in record.dispensations)


def _covers_open(record: Record, act: Dispensation) -> bool:
    return not act.scope.items or is_open(record, act.scope.items)


def in_arrears(record: Record) -> tuple[PersonKey, ...]:
    """Those who have disclosed arrears of council tax in the minute that is open."""
    acts = (block.act for block in record.entry.blocks) if record.entries else ()
    return tuple(dict.fromkeys(person for act in acts if isinstance(act, Arrears) for person in act.who))


def may_not_vote(record: Record) -> dict[PersonKey, str]:
    """Those here and counting who may not vote on what is open, each with what keeps them from it."""
    counting = voters(record)
    barred = {person: ARREARS for person in in_arrears(record) if person in counting}
    for bite in biting(record):
        if bite.duty in _BARRING and bite.declaration is not None:
            kind = kind_of(record, bite.declaration.act.label).called
            barred |= dict.fromkeys(_whose(record, bite, counting), kind)
    return barred


def must_leave(record: Record) -> tuple[PersonKey, ...]:
    """Those here and counting who must leave for what is open, in the order of the register."""
    counting = voters(record)
    out = leaving(record, counting)
    return tuple(person for person in counting if person in out)


def leaving(record: Record, counting: list[PersonKey]) -> set[PersonKey]:
    """Those of some members who must leave for what is open."""
    bites = (bite for bite in biting(record) if bite.duty is Duty.LEAVE)
    return {person for bite in bites for person in _whose(record, bite, counting)}


def _whose(record: Record, bite: Bite, counting: list[PersonKey]) -> list[PersonKey]:
    """Those of the members here whose interest it is; of one that everybody has, all who aren't dispensed themselves."""
    if bite.person:
        return [bite.person] if bite.person in counting else []
    return [person for person in counting if not is_dispensed(record, person)]


# --- said


class Weight(StrEnum):
    """How pressing a duty is: somebody still has to act on it; it is to be heeded; it is seen to."""

    PRESSING = "pressing"
    HEED = "heed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Told:
    """What an interest comes to now, to be said to clerk and chair.

    person: whose, '' for all members'; does: what they must do or have done, after their name; kind: of what interest;
    must: what the code asks, as a sentence after the name, '' when nothing is left to do.
    """

    person: PersonKey
    does: str
    kind: str
    weight: Weight
    must: str = ""

    def sentence(self, name: str) -> str:
        """`Councillor Pell must leave: disclosable pecuniary interest`. name: whose, as the screen calls them."""
        return f"{name} {self.does}: {self.kind}"


LEFT = "has left"
"""What somebody did who went out for an interest."""
_WEIGHTS = {Duty.LEAVE: Weight.PRESSING, Duty.DISPENSED: Weight.DONE}


def duties(record: Record) -> tuple[Told, ...]:
    """Who must do what for what is open now, who has left for it, who may take part all the same; in the order declared."""
    return tuple(_told(record, bite) for bite in biting(record))


def _told(record: Record, bite: Bite) -> Told:
    act = bite.declaration.act if bite.declaration is not None else None
    kind = kind_of(record, act.label) if act is not None else _IN_ARREARS
    if not bite.here:
        return Told(bite.person, LEFT if _has_left(record, bite) else "is not here", kind.name, Weight.DONE)
    if bite.duty in (Duty.ADVICE, Duty.STAY) and act is not None and act.conduct:
        return Told(bite.person, _did(act.conduct), kind.name, Weight.HEED)
    if bite.duty is Duty.ADVICE:
        return Told(bite.person, f"has {kind.called}", code_of(record).adviser, Weight.HEED, kind.must)
    must = "" if bite.duty is Duty.DISPENSED else kind.must
    return Told(bite.person, bite.duty.value, kind.name, _WEIGHTS.get(bite.duty, Weight.HEED), must)


def _has_left(record: Record, bite: Bite) -> bool:
    """Did they go out, rather than never come?"""
    conduct = bite.declaration.act.conduct if bite.declaration is not None else ()
    moves = (move.direction for move in record.movements if move.person == bite.person)
    return Conduct.LEFT in conduct or Direction.LEAVE in moves


def _did(conduct: tuple[Conduct, ...]) -> str:
    """What they said they would do: `stayed, spoke and did not vote`."""
    *first, last = conduct
    return f"{', '.join(first)} and {last}" if first else str(last)
