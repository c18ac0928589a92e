"""How the chair's view puts things: clauses, motions, votes and times, in a few plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING, Fate
from boardtui.model.record import DecisionKind
from boardtui.rules.presence import name_of
from boardtui.rules.voting import listed

if TYPE_CHECKING:
    from boardtui.model.people import PersonKey
    from boardtui.model.prose import Prose
    from boardtui.model.record import Decision, Division, Motion, Record
    from boardtui.model.times import ClockTime

_ENDED = {
    Fate.AGREED: "AGREED", Fate.UNANIMOUS: "CARRIED UNANIMOUSLY", Fate.CARRIED: "CARRIED", Fate.LOST: "LOST",
    Fate.LAPSED: "LAPSED", Fate.NOT_PUT: "NOT PUT", Fate.DEFERRED: "DEFERRED", Fate.WITHDRAWN: "WITHDRAWN",
}  # fmt: skip
_OPTIONS = {FOR: "for", AGAINST: "against", ABSTAINED: "abstaining", NOT_VOTING: "not voting"}
_DECIDED = {
    DecisionKind.RESOLVED: "RESOLVED", DecisionKind.RECOMMENDED: "RECOMMENDED", DecisionKind.NOTED: "NOTED",
}  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def said(record: Record, words: Prose) -> str:
    """Words as they are read out, with the names in them."""
    return words.said(lambda mention: name_of(record, mention.person))


def label(place: int, level: int) -> str:
    """Before a clause: `(1)`, below it `(a)`, below that `(i)`. place: from 0."""
    if level == 1 and place < 26:
        return f"({chr(ord('a') + place)})"
    if level == 2 and place < len(_ROMAN):
        return f"({_ROMAN[place]})"
    return f"({place + 1})"


def moved_by(record: Record, motion: Motion) -> str:
    """`moved by A for the Labour Group, seconded by B`; a seconder who is still wanted is said to be."""
    mover = f"moved by {listed(record, motion.movers)}" if motion.movers else "moved"
    behalf = f" for {motion.behalf}" if motion.behalf else ""
    if motion.seconders:
        return f"{mover}{behalf}, seconded by {listed(record, motion.seconders)}"
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
        parts.append(f"casting vote of {name_of(record, division.casting[0])}: {division.casting[1]}")
    if division.lots is not None:
        parts.append(f"by lot: {name_of(record, division.lots[0]) if division.lots[0] else division.lots[1]}")
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


def timer(seconds: int) -> str:
    """A stretch of time that runs: `2:15`, `1:02:15`."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def at(time: ClockTime) -> str:
    """A time as the clock shows it: `14:35`; as it was typed where it isn't understood."""
    return f"{time.at:%H:%M}" if time.at else time.typed
