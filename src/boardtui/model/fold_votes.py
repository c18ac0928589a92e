"""Votes, folded into the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from boardtui.model.acts import business
from boardtui.model.acts.base import Filed
from boardtui.model.acts.business import AGAINST, FOR, NOT_VOTING, Count, Fate, RollStep
from boardtui.model.divisions import (
    BY_NAME,
    ON_A_RECOUNT,
    ORDINARY,
    RECOUNTED_BY_NAME,
    has_options_of_its_own,
    option,
    tie,
    verdict,
)
from boardtui.model.fold_business import decide, end, is_subject, reopen, subject_block
from boardtui.model.folding import add_block, folds, odd
from boardtui.model.motions import rivals
from boardtui.model.parties import of_party
from boardtui.model.people import PersonKey
from boardtui.model.record import Block, Division, Motion, Record
from boardtui.model.room import presiding, voters, whole_number


def _held(record: Record, filed: Filed, act: business.Vote | business.Roll, division: Division) -> None:
    """A vote was held: on what is before the meeting, else on what was just decided or on earlier minutes."""
    division.here, division.members = len(voters(record)), whole_number(record)
    division.counted_at = filed.seq
    motion = record.before
    about = subject_block(record) if motion is None else None
    if about is not None and has_options_of_its_own(division) and about is not record.entry.blocks[-1]:
        about = None  # an appointment, not a vote on what was decided before it
    if about is not None and about.division is None:
        about.division = division
        about.parts.append(filed.seq)
        if verdict(division) is Fate.LOST:
            end(record, about, Fate.LOST)
        return
    block = add_block(record, filed, act)
    block.division, block.motion = division, motion
    if motion is None:
        if about is not None:
            odd(record, filed, "What was decided last had been voted on; a recount takes the place of a count.")
        elif all(c.option in ORDINARY for c in division.counts):
            odd(record, filed, "A vote was taken, but nothing was before the meeting.")
        return
    division.rivals = rivals(record.entry.motions, division.counts, record.people) or {}
    for one in (*division.rivals.values(),) or (motion,):
        one.divisions.append(division)
    _decide(record, block, motion, division)


def _decide(record: Record, block: Block, motion: Motion, division: Division) -> None:
    """What the figures say of the motion; of proposals put against each other, that the one with most votes is carried."""
    if division.rivals:
        winner = _most(division)
        if winner is None:
            return
        for other in division.rivals.values():
            other.fate, other.ended_at = Fate.LOST, block.parts[-1]
        block.motion, motion = winner, winner
    fate = Fate.CARRIED if division.rivals else verdict(division)
    if fate is not None:
        decide(record, block, motion, fate)


def _most(division: Division) -> Motion | None:
    """Of proposals put against each other the one with most votes, or that had the casting vote or the lot; None if equal."""
    if division.needing or any(division.number(name) is None for name in division.rivals):
        return None
    figures = sorted(((division.number(name) or 0, name) for name in division.rivals), reverse=True)
    if figures[0][0] != figures[1][0]:
        return division.rivals[figures[0][1]]
    equal = [name for number, name in figures if number == figures[0][0]]
    last = division.casting[1] if division.casting else division.lots[1] if division.lots else ""
    return next((division.rivals[name] for name in equal if name.lower() == last.lower()), None)


@folds(business.Vote)
def fold_vote(record: Record, filed: Filed, act: business.Vote) -> None:
    """A vote by numbers, which decides if its figures tell."""
    _held(record, filed, act, Division(filed.seq, _counts(act.counts), _method(act.method), act.needing))


def _counts(counts: Iterable[Count]) -> tuple[Count, ...]:
    return tuple(Count(option=option(one.option), number=one.number) for one in counts)


def _method(words: str) -> str:
    """By what method, in words that can follow the figures: `ballot` is `by ballot`."""
    return words if not words or words.lower().startswith(("by ", "on ")) else f"by {words}"


@folds(business.Roll)
def fold_roll(record: Record, filed: Filed, act: business.Roll) -> None:
    """A recorded vote, of those who are in the room and count."""
    names = called(record, act.steps)
    division = Division(filed.seq, _totals(names), BY_NAME, act.needing, recorded=True, steps=act.steps, names=names)
    _held(record, filed, act, division)


def _totals(names: dict[PersonKey, str]) -> tuple[Count, ...]:
    """For, against, abstained, and what else was chosen. Where only other options were, those alone."""
    totals = Counter(names.values())
    others = tuple(Count(option=w, number=n) for w, n in totals.items() if w not in (*ORDINARY, NOT_VOTING))
    if others and not any(totals[word] for word in (FOR, AGAINST)):
        return others
    return tuple(Count(option=word, number=totals[word]) for word in ORDINARY) + others


def called(record: Record, steps: Iterable[RollStep]) -> dict[PersonKey, str]:
    """Who votes how: later steps win; somebody named votes even if the register doesn't have them here."""
    entitled = voters(record)
    names: dict[PersonKey, str] = {}
    for step in steps:
        people: list[PersonKey] = list(step.people)
        if step.everyone:
            people += entitled
        if step.group:
            people += of_party(record, step.group, entitled)
        names |= {person: option(step.option) for person in people}
    return names


def last_vote(record: Record) -> Block | None:
    """The last block of the open minute that shows a vote."""
    return next((b for b in reversed(record.entry.blocks) if b.division is not None), None)


@folds(business.Recount)
def fold_recount(record: Record, filed: Filed, act: business.Recount) -> None:
    """Supersedes the last count, in its place; both stay on the trail. A casting vote on the count before falls with it."""
    shown = last_vote(record)
    if shown is None or shown.division is None:
        odd(record, filed, "There was no count to count again.")
        return
    division = shown.division
    block = _without_casting(record, division)
    division.superseded.append(division.counts)
    division.counted_at = filed.seq
    division.casting = division.lots = None
    if act.steps:
        division.names = called(record, act.steps)
        division.counts, division.steps, division.recorded = _totals(division.names), act.steps, True
        division.method = RECOUNTED_BY_NAME
    else:
        division.counts, division.method = _counts(act.counts), ON_A_RECOUNT
    block.parts.append(filed.seq)
    _decide_anew(record, block)


def _without_casting(record: Record, division: Division) -> Block:
    """The block of a vote, into which those of its casting votes have gone."""
    blocks = [block for block in record.entry.blocks if block.division is division]
    vote, *later = blocks
    for block in later:
        if block.motion is not None and block.fate is not None:
            reopen(record, block, block.motion)
        vote.parts += block.parts
        record.entry.blocks.remove(block)
    return vote


def _decide_anew(record: Record, block: Block) -> None:
    division, motion = block.division, block.motion
    if division is None:
        return
    if motion is None or motion.about is not None:
        fate = verdict(division)
        end(record, block, fate if fate is Fate.LOST else None)
        return
    reopen(record, block, motion)
    for other in division.rivals.values():
        other.fate = None
    _decide(record, block, motion, division)


def cast_upon(record: Record) -> Block | None:
    """The block whose vote a casting vote is given on: the one just held, else that on what is before the meeting.

    With nothing before it, what was decided last. None where no vote on what is before the meeting was told: that there
    was a casting vote then tells that it was held, and equal.
    """
    blocks = record.entry.blocks
    if blocks and blocks[-1].division is not None and blocks[-1].division.casting is None:
        return blocks[-1]
    if record.before is not None:
        division = record.before.division
        return next((b for b in blocks if division is not None and b.division is division), None)
    return next((b for b in reversed(blocks) if b.division is not None or is_subject(b)), None)


@folds(business.CastingVote)
def fold_casting(record: Record, filed: Filed, act: business.CastingVote) -> None:
    """The vote of whoever is in the chair, on a tie."""
    shown, motion = cast_upon(record), record.before
    division = shown.division if shown is not None else None
    if shown is None and motion is None:
        odd(record, filed, "A casting vote was given, but no vote had been taken.")
        return
    motion = shown.motion if shown is not None else motion
    if division is None:
        division = Division(filed.seq, here=len(voters(record)), members=whole_number(record), counted_at=filed.seq)
        if motion is not None:
            motion.divisions.append(division)
    division.casting, division.casting_at = (presiding(record), option(act.option)), filed.seq
    if division.counts and not tie(division):
        odd(record, filed, "A casting vote was given, but the votes were not equal.")
    if shown is not None:
        shown.division = division
    if shown is not None and (motion is None or motion.about is not None):
        shown.parts.append(filed.seq)
        end(record, shown, Fate.LOST if option(act.option) == AGAINST else None)
        return
    block = add_block(record, filed, act)
    block.division, block.motion = division, motion
    if motion is None:
        return
    if shown is not None and (shown.decision is not None or shown.fate is not None):
        reopen(record, shown, motion)
    _decide(record, block, motion, division)


@folds(business.Lots)
def fold_lots(record: Record, filed: Filed, act: business.Lots) -> None:
    """Decided by lot; of proposals put against each other, which of them."""
    vote = last_vote(record)
    block = add_block(record, filed, act)
    block.motion = record.before
    block.people = (act.person,) if act.person else ()
    if vote is None or vote.division is None:
        return
    vote.division.lots, vote.division.lots_at = (act.person, act.words), filed.seq
    if vote.division.rivals and vote.motion is not None and vote.fate is None:
        _decide(record, block, vote.motion, vote.division)


@folds(business.MyVote)
def fold_my_vote(record: Record, filed: Filed, act: business.MyVote) -> None:
    """One member's own vote."""
    vote = last_vote(record)
    if vote is not None and vote.division is not None:
        vote.division.own.append((act.person, option(act.option)))
        vote.division.own_at.append(filed.seq)
    block = add_block(record, filed, act)
    block.people = (act.person,)
    block.motion = vote.motion if vote is not None else record.before or record.decided
