"""The quorum: how many must be here for the meeting to do business, and whether they are.

A council's own is set by law: a quarter of the whole number of members for a principal council (Local Government Act 1972,
Schedule 12, paragraph 6), a third and at least three for a parish (paragraph 12) or a community council (paragraph 28).
Committees, boards and governors have theirs in standing orders or terms of reference, in words of their own, which the
agenda gives; partnership boards often ask for some of each partner (`7, of which 1 councillor and 1 NHS`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from boardtui.model.people import Person, PersonKey
from boardtui.model.record import Record
from boardtui.model.room import voters, whole_number
from boardtui.model.text import clean_line, fold

_COUNTED = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_COUNTED, start=1)}
_NUMBER = rf"(\d{{1,4}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|an?)\b"
_AT_LEAST = r"(?:at least|not (?:less|fewer) than|no (?:less|fewer) than|(?:a )?minimum(?: of)?)"
_SHARES = {
    "third": (1, 3), "quarter": (1, 4), "half": (1, 2), "fifth": (1, 5),
    "two thirds": (2, 3), "three quarters": (3, 4),
}  # fmt: skip
_SHARE = re.compile(
    r"(?:(?:a|an|one|1)[ -])?(two[ -]thirds|three[ -]quarters|third|quarter|half|fifth)\b|(\d)/(\d)|(\d{1,2}) ?(?:%|per ?cent)"
)
_MAJORITY = re.compile(r"(?:a |the )?(?:simple )?majority|more than (?:a |one )?half|(?:a |one )?half plus (?:one|1)")
_COUNT = re.compile(_NUMBER)
_FLOOR = re.compile(rf"{_AT_LEAST} {_NUMBER}")
_INCLUDING = re.compile(r"[,;:(\s]*\b(?:of (?:which|whom)|(?:to |must |and )?includ(?:ing|e)|with)\b:? *")
_FILLING = re.compile(rf"^(?:the )?(?:quorum(?: is|:)? )?(?:{_AT_LEAST} )?")
_BETWEEN = re.compile(r"\s*(?:,\s*and|[,;&]|\band\b)\s*")
_PART = re.compile(rf"^(?:{_AT_LEAST} )?{_NUMBER} (.+)$")
_NOUN = re.compile(r"\s*\b(?:members?|representatives?|persons?|people)\b")
_BEING = re.compile(r"^(?:(?:must|shall|should) be|is|are|being) (?:an? )?")

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
_ABBREVIATIONS = ("nhs", "ccg", "icb")
_COUNCILLORS = ("councillor", "cllr", "elected member", "council member")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of those present must be of one kind: `1 NHS`."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Quorum:
    """What a meeting needs. words: as the agenda has it; number, or share (over, under) of all members; majority: more than

    half of them; least: in any case; parts: so many of a kind. Neither number, share nor majority: not understood.
    """

    words: str
    number: int | None = None
    share: tuple[int, int] | None = None
    majority: bool = False
    least: int = 0
    parts: tuple[Part, ...] = ()

    def needed(self, members: int) -> int | None:
        """How many of so many members, a broken number rounded up; None where the words aren't understood."""
        if self.number is not None:
            return max(self.number, self.least)
        if self.majority:
            return max(members // 2 + 1, self.least)
        if self.share is None:
            return None
        over, under = self.share
        return max(-(-members * over // under), self.least)


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


def read_quorum(text: str) -> Quorum:
    """From `6`, `three members`, `one third`, `1/4`, `a quarter, but not less than three`, `7, of which 1 councillor`."""
    words = clean_line(text)
    main, *rest = _INCLUDING.split(words.lower(), maxsplit=1)
    main = _FILLING.sub("", main.strip(" .,"), count=1)
    parts = tuple(part for piece in _BETWEEN.split(rest[0].rstrip(" .)")) if (part := _part(piece))) if rest else ()
    floor = _FLOOR.search(main)
    least = _value(floor[1]) if floor else 0
    if _MAJORITY.match(main):
        return Quorum(words, majority=True, least=least, parts=parts)
    if share := _SHARE.match(main):
        return Quorum(words, share=_share(share), least=least, parts=parts)
    if (count := _COUNT.match(main)) and _value(count[1]):
        return Quorum(words, number=_value(count[1]), least=least, parts=parts)
    return Quorum(words)


def _share(found: re.Match[str]) -> tuple[int, int] | None:
    if found[1]:
        return _SHARES[found[1].replace("-", " ")]
    over, under = (int(found[4]), 100) if found[4] else (int(found[2]), int(found[3]))
    return (over, under) if 0 < over <= under else None


def _value(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return int(word) if word.isdigit() else _NUMBERS[word]


def _part(piece: str) -> Part | None:
    found = _PART.match(piece.strip())
    if found is None:
        return None
    kind = _BEING.sub("", found[2])
    if not any(word in kind for word in _COUNCILLORS):
        kind = _NOUN.sub("", kind).strip(" .,") or kind
    return Part(_value(found[1]), kind.upper() if kind in _ABBREVIATIONS else kind)


def quorum_state(record: Record) -> QuorumState:
    """Whether those who are here now, and count, are enough; going by what the agenda says of the quorum."""
    return state_for(record, voters(record))


def state_for(record: Record, present: list[PersonKey]) -> QuorumState:
    """Whether these would be enough. present: those who count, now or at another moment."""
    words = record.agenda.quorum if record.agenda else ""
    quorum = read_quorum(words)
    needed = quorum.needed(whole_number(record))
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
    speaks_for = f"{who.organisation} {who.long_organisation} {who.post}"
    if substituted is not None and not speaks_for.strip():
        speaks_for = f"{substituted.organisation} {substituted.long_organisation} {substituted.post}"
    return _kind_of(kind)(who, speaks_for)


def _kind_of(kind: str) -> Callable[[Person, str], bool]:
    words = kind.lower()
    if any(word in words for word in _COUNCILLORS):
        return lambda who, _speaks_for: who.parts.is_councillor
    wanted = next((table for name, table in CATEGORIES.items() if name in words.split()), None) or (_singular(words),)
    return lambda who, speaks_for: any(_said_in(word, f"{speaks_for} {who.group}") for word in wanted)


def _singular(words: str) -> str:
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _said_in(words: str, text: str) -> bool:
    """Do these words stand in the text, whole, in the singular or the plural (but not `Trustee` for `trust`)?"""
    there = f" {' '.join(_singular(fold(word)) for word in text.split())} "
    return f" {' '.join(_singular(fold(word)) for word in words.split())} " in there


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
