"""How the chair's view puts things: names, clauses, motions and votes, in a few plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING, Fate
from boardtui.model.record import DecisionKind

if TYPE_CHECKING:
    from boardtui.model.people import PersonKey
    from boardtui.model.prose import Prose
    from boardtui.model.record import Decision, Division, Motion, Record

_ENDED = {
    Fate.AGREED: "AGREED", Fate.UNANIMOUS: "CARRIED UNANIMOUSLY", Fate.CARRIED: "CARRIED", Fate.LOST: "LOST",
    Fate.LAPSED: "LAPSED", Fate.NOT_PUT: "NOT PUT", Fate.DEFERRED: "DEFERRED", Fate.WITHDRAWN: "WITHDRAWN",
}  # fmt: skip
_OPTIONS = {FOR: "for", AGAINST: "against", ABSTAINED: "abstaining", NOT_VOTING: "not voting"}
_DECIDED = {
    DecisionKind.RESOLVED: "RESOLVED", DecisionKind.RECOMMENDED: "RECOMMENDED", DecisionKind.NOTED: "NOTED",
}  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def name(record: Record, person: PersonKey) -> str:
    """Somebody's name in full, as the front sheet has it."""
    return record.people[person].name if person in record.people else person


def names(record: Record, people: Sequence[PersonKey]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    shown = [name(record, person) for person in people]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def said(record: Record, words: Prose) -> str:
    """Words as they are read out, with the names in them."""
    return words.said(lambda mention: name(record, mention.person))


def label(place: int, level: int) -> str:
    """Before a clause: `(1)`, below it `(a)`, below that `(i)`. place: from 0."""
    if level == 1 and place < 26:
        return f"({chr(ord('a') + place)})"
    if level == 2 and place < len(_ROMAN):
        return f"({_ROMAN[place]})"
    return f"({place + 1})"


def motion_label(motion: Motion) -> str:
    """`MOTION`, `SUBSTANTIVE MOTION` once amendments are in its words, `AMENDMENT`, `AMENDMENT 2` where there are several."""
    if motion.number:
        several = motion.parent is not None and len(motion.parent.amendments) > 1
        return f"AMENDMENT {motion.number}" if several else "AMENDMENT"
    return "SUBSTANTIVE MOTION" if motion.amended else "MOTION"


def moved_by(record: Record, motion: Motion) -> str:
    """`moved by A for the Labour Group, seconded by B`; a seconder who is still wanted is said to be."""
    mover = f"moved by {names(record, motion.movers)}" if motion.movers else "moved"
    behalf = f" for {motion.behalf}" if motion.behalf else ""
    if motion.seconders:
        return f"{mover}{behalf}, seconded by {names(record, motion.seconders)}"
    return f"{mover}{behalf}, no seconder" + (" yet" if motion.fate is None else "")


def ended(fate: Fate) -> str:
    """How it ended, in capitals: `CARRIED`."""
    return _ENDED[fate]


def vote(record: Record, division: Division) -> str:
    """`7 for, 2 against, 1 abstaining · by ballot · casting vote of A: against`; figures that weren't stated are left out."""
    stated = [(count.option, count.number) for count in division.counts if count.number is not None]
    parts = [", ".join(f"{number} {_OPTIONS.get(option, option)}" for option, number in stated), division.method]
    if division.needing:
        parts.append(f"needing {division.needing}")
    if division.casting is not None:
        parts.append(f"casting vote of {name(record, division.casting[0])}: {division.casting[1]}")
    if division.lots is not None:
        parts.append(f"by lot: {name(record, division.lots[0]) if division.lots[0] else division.lots[1]}")
    return " · ".join(part for part in parts if part)


def voted(division: Division, option: str) -> list[PersonKey]:
    """Who voted so in a recorded vote."""
    return [person for person, how in division.names.items() if how == option]


def decided(decision: Decision) -> str:
    """`RESOLVED`, or the verb that was said for it; `RECOMMENDED to Cabinet`."""
    verb = decision.verb or _DECIDED[decision.kind]
    return f"{verb} to {decision.to}" if decision.to else verb


def span(minutes: int) -> str:
    """A stretch of time: `12 min`, `1 h 05`."""
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02}"


def clock(minutes: int) -> str:
    """Minutes since midnight as `14:32`."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
