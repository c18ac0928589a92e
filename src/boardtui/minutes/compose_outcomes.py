"""What became of motions: votes, outcomes, casting votes, lots and members' own votes."""

from __future__ import annotations

from boardtui.minutes.compose_business import carried, is_told_once, moved_and_carried
from boardtui.minutes.compose_votes import (
    BY_VOTE,
    casting_sentence,
    ended_sentence,
    equal_sentence,
    own_vote,
    vote_sentence,
)
from boardtui.minutes.scribe import Scribe, says
from boardtui.minutes.tree import Part
from boardtui.model.acts import business
from boardtui.model.acts.business import Fate
from boardtui.model.divisions import option
from boardtui.model.record import Block


@says(business.Vote, business.Roll)
def say_vote(scribe: Scribe, block: Block, _act: object) -> tuple[Part, ...]:
    """A vote, and the decision it made."""
    if _is_told_here(scribe, block):
        return moved_and_carried(scribe, block)
    return (*vote_sentence(scribe, block), *carried(scribe, block))


def _is_told_here(scribe: Scribe, block: Block) -> bool:
    return block.decision is not None and block.motion is not None and is_told_once(scribe, block.motion)


@says(business.Outcome)
def say_outcome(scribe: Scribe, block: Block, act: business.Outcome) -> tuple[Part, ...]:
    """How a motion or an amendment ended."""
    motion, fate = block.motion, block.fate or act.fate
    if motion is None:
        return ()
    if _is_told_here(scribe, block):
        return moved_and_carried(scribe, block)
    if fate in BY_VOTE or (fate is Fate.AGREED and block.division is not None):
        return (*vote_sentence(scribe, block), *carried(scribe, block))
    return (*ended_sentence(scribe, block, motion, fate), *carried(scribe, block))


@says(business.CastingVote)
def say_casting(scribe: Scribe, block: Block, _act: business.CastingVote) -> tuple[Part, ...]:
    """The casting vote, and the decision it made; that the votes were equal, too, where nobody told of the vote before."""
    told = any(one.division is block.division for one in scribe.entry.blocks if one is not block)
    equal = () if told else equal_sentence(scribe, block)
    return (*equal, *casting_sentence(scribe, block), *carried(scribe, block))


@says(business.Lots)
def say_lots(scribe: Scribe, block: Block, act: business.Lots) -> tuple[Part, ...]:
    """Upon whom, or upon what, the lot fell, and the decision it made."""
    who = scribe.names.text(act.person) if act.person else act.words
    return (*scribe.paragraph(block, scribe.house.votes.lots, who=who), *carried(scribe, block))


@says(business.MyVote)
def say_own_vote(scribe: Scribe, block: Block, act: business.MyVote) -> tuple[Part, ...]:
    """One member's own vote."""
    return own_vote(scribe, block, act.person, option(act.option))
