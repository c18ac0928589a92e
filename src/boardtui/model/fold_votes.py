"""Votes and outcomes, folded into the record."""

from __future__ import annotations

import re
from collections import Counter

from boardtui.model.acts import business
from boardtui.model.acts.base import Filed
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING, Count, Fate
from boardtui.model.fold_business import CARRYING, decide, reopen, subject_block
from boardtui.model.folding import add_block, folds, odd
from boardtui.model.people import PersonKey
from boardtui.model.record import Block, Division, Motion, Record
from boardtui.model.room import presiding, voters
from boardtui.model.text import fold

WAYS = {
    **dict.fromkeys(("for", "yes", "aye", "ayes", "in favour"), FOR),
    **dict.fromkeys(("against", "no", "nay", "nays", "noes", "opposed"), AGAINST),
    **dict.fromkeys(("abstained", "abstain", "abstains", "abstention", "abstentions"), ABSTAINED),
    **dict.fromkeys(("none", "not voting"), NOT_VOTING),
}
"""What the ways to vote are called, in small letters, and the one word each is stored by."""
ON_A_RECOUNT = "on a recount"


def option(word: str) -> str:
    """An option of a vote under the one word it is stored by."""
    return WAYS.get(word.lower(), word)


def verdict(division: Division) -> Fate | None:
    """Carried or lost by its figures; None while they don't tell: equal, a figure missing, or options of their own.

    A majority of those present and voting decides, so abstentions don't count (LGA 1972 Sch 12 para 39); `needing`
    asks for two thirds of the votes cast, or for a number.
    """
    casting = division.casting[1] if division.casting else ""
    if casting in (FOR, AGAINST):
        return Fate.CARRIED if casting == FOR else Fate.LOST
    ayes, noes = division.number(FOR), division.number(AGAINST)
    if ayes is None or noes is None:
        return None
    needed = _needed(division.needing, ayes + noes)
    if needed is not None:
        return Fate.CARRIED if ayes >= needed else Fate.LOST
    if division.needing or ayes == noes:
        return None
    return Fate.CARRIED if ayes > noes else Fate.LOST


def _needed(needing: str, cast: int) -> int | None:
    """How many votes `needing` asks for of those cast, None where it isn't said in a way that can be counted."""
    words = needing.lower()
    if number := re.fullmatch(r"(\d+)(?: votes?)?", words):
        return int(number[1])
    shares = {"two thirds": (2, 3), "two-thirds": (2, 3), "2/3": (2, 3), "three quarters": (3, 4), "3/4": (3, 4)}
    for name, (over, under) in shares.items():
        if words in (name, f"{name} of the votes cast", f"{name} of those voting"):
            return -(-cast * over // under)
    return cast if words in ("unanimity", "unanimous") else None


def _held(record: Record, filed: Filed, act: business.Vote | business.Roll, division: Division) -> None:
    motion = record.before
    about = subject_block(record) if motion is None else None
    if about is not None:
        about.division = division
        about.parts.append(filed.seq)
        if verdict(division) is Fate.LOST:
            about.fate = Fate.LOST
        return
    block = add_block(record, filed, act)
    block.division, block.motion = division, motion
    if motion is None:
        if all(c.option in (FOR, AGAINST, ABSTAINED) for c in division.counts):
            odd(record, filed, "A vote was taken, but nothing was before the meeting.")
        return
    motion.divisions.append(division)
    fate = verdict(division)
    if fate is not None:
        decide(record, block, motion, fate)


@folds(business.Vote)
def fold_vote(record: Record, filed: Filed, act: business.Vote) -> None:
    """A vote by numbers, which decides if its figures tell."""
    counts = tuple(Count(option=option(c.option), number=c.number) for c in act.counts)
    _held(record, filed, act, Division(filed.seq, counts, _method(act.method), act.needing))


def _method(words: str) -> str:
    """By what method, in words that can follow the figures: `ballot` is `by ballot`."""
    return words if not words or words.lower().startswith(("by ", "on ")) else f"by {words}"


@folds(business.Roll)
def fold_roll(record: Record, filed: Filed, act: business.Roll) -> None:
    """A recorded vote, of those who are in the room and count."""
    names = _called(record, act)
    totals = Counter(names.values())
    counts = tuple(Count(option=word, number=totals.get(word, 0)) for word in (FOR, AGAINST, ABSTAINED))
    others = tuple(
        Count(option=w, number=n) for w, n in totals.items() if w not in (FOR, AGAINST, ABSTAINED, NOT_VOTING)
    )
    division = Division(
        filed.seq, counts + others, "by recorded vote", act.needing, recorded=True, steps=act.steps, names=names
    )
    _held(record, filed, act, division)


def _called(record: Record, act: business.Roll) -> dict[PersonKey, str]:
    """Who voted how: later steps win; somebody named votes even if the register doesn't have them here."""
    entitled = voters(record)
    names: dict[PersonKey, str] = {}
    for step in act.steps:
        people: list[PersonKey] = list(step.people)
        if step.everyone:
            people += entitled
        if step.group:
            people += [p for p in entitled if fold(record.people[p].group) == fold(step.group)]
        names |= {person: option(step.option) for person in people}
    return names


def last_vote(record: Record) -> Block | None:
    """The last block of the open minute that shows a vote."""
    return next((b for b in reversed(record.entry.blocks) if b.division is not None), None)


@folds(business.Recount)
def fold_recount(record: Record, filed: Filed, act: business.Recount) -> None:
    """Supersedes the last count, in its place; both stay on the trail."""
    block = last_vote(record)
    if block is None or block.division is None:
        odd(record, filed, "There was no count to count again.")
        return
    division = block.division
    division.superseded.append(division.counts)
    division.counts = tuple(Count(option=option(c.option), number=c.number) for c in act.counts)
    division.method, division.casting = ON_A_RECOUNT, None
    block.parts.append(filed.seq)
    _decide_anew(record, block)


def _decide_anew(record: Record, block: Block) -> None:
    division, motion = block.division, block.motion
    if division is None:
        return
    fate = verdict(division)
    if motion is None or motion.about is not None:
        block.fate = fate if fate is Fate.LOST else None
        return
    reopen(record, block, motion)
    if fate is not None:
        decide(record, block, motion, fate)


@folds(business.CastingVote)
def fold_casting(record: Record, filed: Filed, act: business.CastingVote) -> None:
    """The vote of whoever is in the chair, on a tie."""
    vote = last_vote(record)
    if vote is None or vote.division is None:
        odd(record, filed, "A casting vote was given, but no vote had been taken.")
        return
    vote.division.casting = (presiding(record), option(act.option))
    if vote.division.number(FOR) != vote.division.number(AGAINST):
        odd(record, filed, "A casting vote was given, but the votes were not equal.")
    motion = vote.motion
    if motion is None or motion.about is not None:
        vote.parts.append(filed.seq)
        vote.fate = Fate.LOST if option(act.option) == AGAINST else None
        return
    block = add_block(record, filed, act)
    block.division, block.motion = vote.division, motion
    if vote.decision is not None or vote.fate is not None:
        reopen(record, vote, motion)
    fate = verdict(vote.division)
    if fate is not None:
        decide(record, block, motion, fate)


@folds(business.Lots)
def fold_lots(record: Record, filed: Filed, act: business.Lots) -> None:
    """Decided by lot."""
    vote = last_vote(record)
    if vote is not None and vote.division is not None:
        vote.division.lots = (act.person, act.words)
    block = add_block(record, filed, act)
    block.motion = record.before
    block.people = (act.person,) if act.person else ()


@folds(business.MyVote)
def fold_my_vote(record: Record, filed: Filed, act: business.MyVote) -> None:
    """One member's own vote."""
    vote = last_vote(record)
    if vote is not None and vote.division is not None:
        vote.division.own.append((act.person, option(act.option)))
    block = add_block(record, filed, act)
    block.people = (act.person,)
    block.motion = vote.motion if vote is not None else record.before or record.decided


@folds(business.Outcome)
def fold_outcome(record: Record, filed: Filed, act: business.Outcome) -> None:
    """The end of what is before the meeting: the motion, else the last decision, else the earlier minutes."""
    motion = record.before
    if motion is None and record.decided is not None and _confirms(record, filed, act.fate):
        return
    if motion is None:
        _end_what_stands(record, filed, act.fate)
        return
    waiting = _uncounted(record, motion)
    block = add_block(record, filed, act)
    block.motion = motion
    if waiting is not None:
        record.entry.blocks.remove(waiting)
        block.parts = [*waiting.parts, filed.seq]
        block.division = waiting.division
    decide(record, block, motion, act.fate)


def _uncounted(record: Record, motion: Motion) -> Block | None:
    """The vote just taken on the motion whose figures could not tell, so that the word that ends it must."""
    last = record.entry.blocks[-1] if record.entry.blocks else None
    if last is None or last.motion is not motion or not isinstance(last.act, business.Vote | business.Roll):
        return None
    tied = last.division is not None and last.division.number(FOR) == last.division.number(AGAINST) is not None
    return None if tied or last.fate is not None else last


def _confirms(record: Record, filed: Filed, fate: Fate) -> bool:
    """Is this the word for what the count has just decided? The chair's word wins over the figures."""
    motion = record.decided
    block = next((b for b in reversed(record.entry.blocks) if b.motion is motion and b.fate is not None), None)
    last = record.entry.blocks[-1] if record.entry.blocks else None
    if motion is None or block is None or block is not last or block.division is None:
        return False
    block.parts.append(filed.seq)
    if fate in CARRYING and motion.fate in CARRYING:
        motion.fate = block.fate = Fate.UNANIMOUS if fate is Fate.UNANIMOUS else motion.fate
        return True
    if fate is motion.fate:
        return True
    odd(record, filed, "The chair's word and the figures of the vote differ.")
    reopen(record, block, motion)
    decide(record, block, motion, fate)
    return True


def _end_what_stands(record: Record, filed: Filed, fate: Fate) -> None:
    block = subject_block(record)
    if block is None:
        odd(record, filed, "Nothing was before the meeting to be decided.")
        return
    block.fate = fate
    block.parts.append(filed.seq)
    if block.motion is not None:
        block.motion.fate = fate
