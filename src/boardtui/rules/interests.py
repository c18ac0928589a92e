"""Which interests bear on what is open, and what follows for those who declared them."""

from __future__ import annotations

from boardtui.model.acts.interests import Conduct, Scope
from boardtui.model.people import PersonKey
from boardtui.model.record import Declaration, Record
from boardtui.model.room import voters

MUST_LEAVE = frozenset(
    {"dpi", "ori", "disclosable pecuniary", "other registrable", "prejudicial", "personal and prejudicial", "pecuniary"}
)
"""Kinds with which one leaves and neither speaks nor votes, unless there is a dispensation.

Disclosable pecuniary interests: Localism Act 2011 s.31(4); other registrable ones: LGA Model Code 2020, Appendix B; prejudicial
ones: the Model Code of 2007. With any other kind the member or the clerk judges, and nothing is assumed.
"""


def bears_on(record: Record, scope: Scope, entry: int) -> bool:
    """Does a scope take in what is now open? entry: where it was said, which counts when the scope says nothing more."""
    if scope.whole_meeting:
        return True
    if scope.items:
        tops = {key.split(".")[0] for key in record.open_items} | set(record.open_items)
        return bool(tops & set(scope.items)) or bool(record.sub and record.sub in scope.items)
    return record.entry_key == entry


def biting(record: Record) -> tuple[Declaration, ...]:
    """The declarations that bear on what is now open, in the order they were made."""
    return tuple(one for one in record.declarations if bears_on(record, one.act.scope, one.entry))


def is_dispensed(record: Record, person: PersonKey) -> bool:
    """May this person take part in what is open in spite of an interest (Localism Act 2011 s.33)?"""
    return any(
        (act.everyone or person in act.who) and bears_on(record, act.scope, record.entry_key)
        for _, act in record.dispensations
    )


def must_leave(record: Record, declaration: Declaration) -> bool:
    """Is this an interest with which somebody has to leave while what is open is discussed?"""
    return declaration.act.label.lower() in MUST_LEAVE


def may_not_vote(record: Record) -> tuple[PersonKey, ...]:
    """Those in the room who may not vote on what is open.

    By an interest with which they should have left and no dispensation; by their own word that they would not; or by
    council tax unpaid for two months (Local Government Finance Act 1992 s.106), which lets them speak.
    """
    barred = set(record.arrears)
    for one in biting(record):
        if must_leave(record, one) or Conduct.DID_NOT_VOTE in one.act.conduct:
            barred |= {person for person in one.act.who if not is_dispensed(record, person)}
    return tuple(person for person in voters(record) if person in barred)
