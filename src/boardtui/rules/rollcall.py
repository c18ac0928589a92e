"""A recorded vote before it is one: what is voted on, who may vote, and the shortest way to say who voted how.

Recorded votes are asked for by standing orders, by a number of members, and by law for an authority's budget (Local Authorities
(Standing Orders) (England) (Amendment) Regulations 2014, SI 2014/165).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from boardtui.model.acts import meeting
from boardtui.model.acts.business import AGAINST, FOR, NOT_VOTING, Count, Fate, Recount, Roll, RollStep
from boardtui.model.divisions import ORDINARY, needed, tie, verdict
from boardtui.model.fold_business import subject_block
from boardtui.model.fold_votes import called as voted
from boardtui.model.fold_votes import last_vote
from boardtui.model.parties import parties
from boardtui.model.people import PersonKey
from boardtui.model.record import Block, Division, Motion, Record
from boardtui.model.room import presiding, voters, whole_number
from boardtui.rules.interests import may_not_vote
from boardtui.rules.presence import name_of
from boardtui.rules.voting import called, is_by_name, worded

WAYS = (*ORDINARY, NOT_VOTING)
"""The ways to vote, in the order in which they are told."""
Ways = Mapping[PersonKey, str]
"""Who votes how; who isn't in it has not been heard yet."""
_STEP = 1.5
"""What a step for a whole party costs, where each name costs 1: shorter than two names, longer than one."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is voted on. seq: of the act that put it there, 0 where nothing is before the meeting; called: in a sentence;

    words: word for word; again: it has been counted already, and is counted anew; last: the names of that count, if it was
    by name; needing: what majority it needs, '' for the usual one.
    """

    seq: int
    called: str
    words: str = ""
    again: bool = False
    last: Ways = field(default_factory=dict)
    needing: str = ""


@dataclass(frozen=True, slots=True)
class RollCall:
    """Who is called. voters: who may vote, in the order of the agenda; barred: who is here and may not, each with why;

    parties: those that two or more of the voters belong to, in the order in which they come up.
    """

    voters: tuple[PersonKey, ...]
    barred: Mapping[PersonKey, str]
    parties: Mapping[str, tuple[PersonKey, ...]]


def question(record: Record) -> Question:
    """What a recorded vote would be about now: the motion before the meeting; else what was decided or voted on last."""
    counted, motion = last_vote(record), record.before
    if motion is not None:
        again = counted is not None and counted.division is motion.division
        return _of_motion(record, motion, counted if again else None)
    stands = subject_block(record)
    if counted is not None and (stands is None or stands.division is not None or _is_behind(record, counted, stands)):
        if counted.motion is not None and counted.motion.about is None:
            return _of_motion(record, counted.motion, counted)
        return _of_block(record, counted, counted)
    return Question(0, "Nothing is before the meeting") if stands is None else _of_block(record, stands, None)


def _is_behind(record: Record, one: Block, other: Block) -> bool:
    """Does a block stand behind another?"""
    places = [block.seq for block in record.entry.blocks]
    return places.index(one.seq) > places.index(other.seq)


def _of_motion(record: Record, motion: Motion, counted: Block | None) -> Question:
    return _counted(Question(motion.seq, called(motion), worded(record, motion.words)), counted)


def _of_block(record: Record, block: Block, counted: Block | None) -> Question:
    """A decision that was said without a motion, or earlier minutes."""
    if block.decision is not None:
        words = "; ".join(worded(record, clause.text) for clause in block.decision.clauses)
        return _counted(Question(block.seq, "what was decided last", words), counted)
    if isinstance(block.act, meeting.PreviousMinutes):
        return _counted(Question(block.seq, "the minutes", block.act.of.typed), counted)
    return _counted(Question(block.seq, "the last vote"), counted)


def _counted(asked: Question, counted: Block | None) -> Question:
    division = counted.division if counted is not None else None
    if division is None:
        return asked
    names = dict(division.names) if is_by_name(division) else {}
    return Question(asked.seq, asked.called, asked.words, again=True, last=names, needing=division.needing)


def roll_call(record: Record) -> RollCall:
    """Who is called now: those here and counting, without those whom an interest or arrears keep from voting."""
    barred = may_not_vote(record)
    counting = sorted(voters(record), key=_Places(record))
    entitled = tuple(person for person in counting if person not in barred)
    return RollCall(
        entitled, {person: barred[person] for person in counting if person in barred}, parties(record, entitled)
    )


class _Places:
    """Where somebody comes in the order of the agenda: a substitute where the member does, others behind."""

    def __init__(self, record: Record) -> None:
        self._places = {person: place for place, person in enumerate(record.members())}
        self._stands_for = {line.person: line.stands_for for line in record.attendance}

    def __call__(self, person: PersonKey) -> int:
        last = len(self._places)
        return self._places.get(person, self._places.get(self._stands_for.get(person, ""), last))


# --- what was marked, as it is kept


def kept(ways: Ways, needing: str = "") -> str:
    """Marks as they are kept as a draft, which a clerk can read, too: `for hale pell; against nair; needing two thirds`."""
    parts = [
        f"{way} {' '.join(who for who, how in ways.items() if how == way)}" for way in WAYS if way in ways.values()
    ]
    return "; ".join([*parts, *([f"needing {needing}"] if needing else [])])


def read_kept(text: str) -> tuple[dict[PersonKey, str], str]:
    """The marks of a draft, and what majority was asked for."""
    marks, _, needing = text.partition("needing ")
    ways: dict[PersonKey, str] = {}
    for part in marks.split(";"):
        way, *people = part.split() or [""]
        ways |= {person: way for person in people if way in WAYS}
    return ways, needing.strip()


# --- what it would come to


def totals(ways: Ways) -> dict[str, int]:
    """How many voted in each way."""
    found = Counter(ways.values())
    return {way: found[way] for way in WAYS}


def outlook(record: Record, ways: Ways, needing: str, unsaid: int) -> str:
    """What the marks come to: `CARRIED`, `LOST: 10 for, 11 needed (two thirds)`, who has a casting vote; so far, if need be."""
    division = Division(
        0, tuple(Count(option=way, number=number) for way, number in totals(ways).items() if way in ORDINARY),
        needing=needing, here=len(voters(record)), members=whole_number(record),
    )  # fmt: skip
    if not any(way in (FOR, AGAINST) for way in ways.values()):
        return "Nobody has voted yet." if unsaid or not ways else "Nobody voted for or against."
    so_far = "So far " if unsaid else ""
    fate, enough = verdict(division), needed(division)
    if fate is None:
        return f"{so_far}{_undecided(record, division)}"
    word = "CARRIED" if fate is Fate.CARRIED else "LOST"
    return f"{so_far}{word}" + (
        f": {division.number(FOR)} for, {enough} needed ({needing})" if enough is not None else ""
    )


def _undecided(record: Record, division: Division) -> str:
    if not tie(division):
        return f"undecided: the chair will say whether it is {division.needing}"
    chair = presiding(record)
    return (
        f"EQUAL: {name_of(record, chair)}, in the chair, has a casting vote"
        if chair
        else "EQUAL: a casting vote decides"
    )


# --- the shortest line


def act_of(record: Record, asked: Question, ways: Ways, needing: str) -> Roll | Recount:
    """The one act that says it: a recorded vote, or the recount of one."""
    said = steps(record, ways)
    return Recount(steps=said) if asked.again else Roll(steps=said, needing=needing)


def steps(record: Record, ways: Ways) -> tuple[RollStep, ...]:
    """Who voted how in as few steps and names as will do: all, whole parties, then the exceptions by name.

    Whoever is here and may not vote is present and not voting, unless marked otherwise. Whoever hasn't been heard is left out.
    """
    counting = sorted(voters(record), key=_Places(record))
    barred = may_not_vote(record)
    marked = {person: NOT_VOTING for person in counting if person in barred} | dict(ways)
    wanted = {person: marked[person] for person in counting if person in marked} | marked
    whole = all(person in wanted for person in counting)
    bases = ["", *(way for way in WAYS if way in wanted.values())] if whole else [""]
    together = parties(record, counting)
    tried = [_steps_from(together, base, counting, wanted) for base in bases]
    sure = [said for said in tried if voted(record, said) == wanted]
    return min(sure, key=_cost) if sure else _by_name(wanted, {})


def _steps_from(
    together: Mapping[str, Sequence[PersonKey]], base: str, counting: Sequence[PersonKey], wanted: Ways
) -> tuple[RollStep, ...]:
    """The steps where all begin with one way to vote; '' where nobody does. together: the parties."""
    so_far = dict.fromkeys(counting, base) if base else {}
    said = [RollStep(option=base, everyone=True)] if base else []
    for name, people in together.items():
        way = _most_common(people, wanted)
        differing = sum(so_far.get(person) != wanted.get(person) for person in people)
        left = sum(wanted.get(person) != way for person in people)
        if all(person in wanted for person in people) and left + _STEP < differing:
            said.append(RollStep(option=way, group=name))
            so_far |= dict.fromkeys(people, way)
    return (*said, *_by_name(wanted, so_far))


def _most_common(people: Sequence[PersonKey], wanted: Mapping[PersonKey, str]) -> str:
    found = Counter(wanted[person] for person in people if person in wanted)
    return max(WAYS, key=lambda way: found[way])


def _by_name(wanted: Mapping[PersonKey, str], so_far: Mapping[PersonKey, str]) -> tuple[RollStep, ...]:
    """Those by name whose way isn't said yet."""

    def differing() -> Iterator[RollStep]:
        for way in WAYS:
            people = tuple(person for person, how in wanted.items() if how == way and so_far.get(person) != way)
            if people:
                yield RollStep(option=way, people=people)

    return tuple(differing())


def _cost(said: Sequence[RollStep]) -> float:
    return sum(len(step.people) + 0.5 if step.people else 1 if step.everyone else _STEP for step in said)
