"""Interests: which of those declared bite on what is open, what each asks of its member, and who may not vote.

A member with a disclosable pecuniary interest takes no part in discussion or vote unless dispensed (Localism Act 2011, ss.31
and 33), and by the Local Government Association's Model Code 2020 leaves the room; so with an other registrable interest that
is directly related to the matter. What a non-registrable interest, or one under an older code, asks for depends on how closely
it is related: that is for the clerk to advise, and is never decided here. A member two months behind with council tax may
speak but not vote on it (Local Government Finance Act 1992, s.106).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boardtui.model.acts.interests import Arrears, Dispensation
from boardtui.model.people import PersonKey
from boardtui.model.record import Declaration, Record
from boardtui.model.room import bears_on_open, in_room, is_open, voters

DPI, ORI = "dpi", "ori"
MUST_LEAVE = {
    DPI: "a disclosable pecuniary interest",
    "disclosable pecuniary": "a disclosable pecuniary interest",
    "disclosable pecuniary interest": "a disclosable pecuniary interest",
    ORI: "an other registrable interest",
    "other registrable": "an other registrable interest",
    "other registrable interest": "an other registrable interest",
}
"""The labels of interests with which a member leaves, and what they are in full."""
ARREARS = "council tax arrears (Local Government Finance Act 1992, s.106)"


class Duty(StrEnum):
    """What an interest asks of its member."""

    LEAVE = "must leave: may not speak or vote"
    DISPENSED = "may take part: has a dispensation"
    NO_VOTE = "may speak, may not vote"
    ADVICE = "for the clerk to advise"


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
    if one.act.label.lower() not in MUST_LEAVE:
        return Duty.ADVICE
    return Duty.DISPENSED if is_dispensed(record, person) else Duty.LEAVE


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
        if bite.duty is Duty.LEAVE and bite.declaration is not None:
            kind = MUST_LEAVE[bite.declaration.act.label.lower()]
            barred |= {person: kind for person in counting if person == bite.person or not bite.person}
    return barred
