"""The quorum: how many must be here for the meeting to do business, and whether they are.

A council's own is set by law: a quarter of the whole number of members for a principal council (Local Government Act 1972,
Schedule 12, paragraph 6), a third and at least three for a parish (paragraph 12) or a community council (paragraph 28).
Committees, boards and governors have theirs in standing orders or terms of reference, in words of their own, which the
agenda gives; partnership boards often ask for some of each partner (`7, of which 1 councillor and 1 NHS`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boardtui.model.people import Person, PersonKey, SeatKind
from boardtui.model.record import Record
from boardtui.model.room import voters, whole_number
from boardtui.model.text import fold
from boardtui.rules.quorum_words import COUNCILLORS, hold_one_of, read_quorum

_NHS = (
    "nhs", "ccg", "icb", "icp", "trust", "hospital", "hospitals", "integrated care", "clinical commissioning",
    "primary care", "ambulance", "gp", "health authority", "health board",
)  # fmt: skip
CATEGORIES: dict[str, tuple[str, ...]] = {
    "nhs": _NHS,
    "health": _NHS,
    "ccg": ("ccg", "clinical commissioning"),
    "icb": ("icb", "integrated care"),
    "police": ("police", "constabulary", "constable"),
    "fire": ("fire", "fire and rescue"),
    "voluntary": ("voluntary", "vcs", "vcse", "charity", "charities", "cvs", "community action"),
    "education": ("school", "schools", "academy", "college", "university", "education"),
    "university": ("university",),
}
"""Whom a composite quorum means by a word: the words in a member's organisation, post or group that make them one."""


@dataclass(frozen=True, slots=True)
class QuorumState:
    """The quorum now. needed: None where nothing says it; present: those who count; met: True, too, while needed is None;

    missing: what is, in words (`2 more members`, `1 NHS`); words: the agenda's.
    """

    needed: int | None
    present: int
    met: bool
    missing: tuple[str, ...] = ()
    words: str = ""

    @property
    def lost(self) -> bool:
        """Is it known that there are too few?"""
        return self.needed is not None and not self.met


def quorum_state(record: Record) -> QuorumState:
    """Whether those who are here now, and count, are enough; going by what the agenda says of the quorum."""
    return state_for(record, voters(record))


def state_for(record: Record, present: list[PersonKey]) -> QuorumState:
    """Whether these would be enough. present: those who count, now or at another moment."""
    words = record.agenda.quorum if record.agenda else ""
    quorum = read_quorum(words)
    vacant = sum(seat.kind is SeatKind.VACANCY for seat in record.seats)
    needed = quorum.needed(whole_number(record), vacant)
    if needed is None:
        return QuorumState(None, len(present), met=True, words=quorum.words)
    short = needed - len(present)
    missing = [f"{short} more member{'s' if short != 1 else ''}"] if short > 0 else []
    for part in quorum.parts:
        lacking = part.number - sum(belongs(record, person, part.words) for person in present)
        missing += [f"{lacking} {part.words}"] if lacking > 0 else []
    return QuorumState(needed, len(present), not missing, tuple(missing), quorum.words)


def belongs(record: Record, person: PersonKey, kind: str) -> bool:
    """Is somebody of a kind that a composite quorum names: a councillor by title, others by their organisation's words?"""
    line = record.attendance_of(person)
    substituted = record.people.get(line.stands_for) if line and line.stands_for else None
    who = record.people.get(person)
    if who is None:
        return False
    if hold_one_of(record.role_of(person), kind):
        return True
    speaks_for = f"{who.organisation} {who.long_organisation} {who.post}"
    if substituted is not None and not speaks_for.strip():
        speaks_for = f"{substituted.organisation} {substituted.long_organisation} {substituted.post}"
    return _kind_of(kind)(who, speaks_for)


def _kind_of(kind: str) -> Callable[[Person, str], bool]:
    words = kind.lower()
    if any(word in words for word in COUNCILLORS):
        return lambda who, _speaks_for: who.parts.is_councillor
    if words in ("council", "councils", "local authority"):
        return lambda who, speaks_for: who.parts.is_councillor or _said_in("council", speaks_for)
    wanted = next((table for name, table in CATEGORIES.items() if name in words.split()), None) or (_singular(words),)
    return lambda who, speaks_for: any(_said_in(word, f"{speaks_for} {who.group}") for word in wanted)


def _singular(words: str) -> str:
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _said_in(words: str, text: str) -> bool:
    """Do these words stand in the text, whole, in the singular or the plural (but not `Trustee` for `trust`)?"""
    there = f" {' '.join(_singular(fold(word)) for word in text.split())} "
    return f" {' '.join(_singular(fold(word)) for word in words.split())} " in there


def not_understood(record: Record) -> tuple[str, ...]:
    """Words of the agenda's quorum that can't be read, and so are not watched."""
    return read_quorum(record.agenda.quorum).unread if record.agenda else ()


def suggested_quorum(record: Record) -> str:
    """What the law gives a council whose agenda doesn't say; '' for every other body, whose own rules must.

    Only a suggestion: it is shown to the clerk and never taken as said.
    """
    agenda = record.agenda
    if agenda is None or agenda.quorum or agenda.council not in ("", agenda.committee):
        return ""
    name = agenda.committee.lower()
    if any(kind in name for kind in ("parish council", "town council", "community council")):
        return "one third, but not less than three"
    return "a quarter" if name.endswith("council") else ""
