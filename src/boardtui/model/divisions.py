"""How a division went: the ways to vote, and what the figures decide."""

from __future__ import annotations

from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING, Fate
from boardtui.model.majorities import Majority, read_majority
from boardtui.model.parts import Division

WAYS = {
    **dict.fromkeys(("for", "yes", "aye", "ayes", "in favour"), FOR),
    **dict.fromkeys(("against", "no", "nay", "nays", "noes", "opposed"), AGAINST),
    **dict.fromkeys(("abstained", "abstain", "abstains", "abstention", "abstentions"), ABSTAINED),
    **dict.fromkeys(("none", "not voting"), NOT_VOTING),
}
"""What the ways to vote are called, in small letters, and the one word each is stored by."""
ORDINARY = (FOR, AGAINST, ABSTAINED)
"""The options of a vote on one question."""
ON_A_RECOUNT, RECOUNTED_BY_NAME, BY_NAME = "on a recount", "on a recount by recorded vote", "by recorded vote"
"""How a vote was taken, in words that can follow its figures."""


def option(word: str) -> str:
    """An option of a vote under the one word it is stored by."""
    return WAYS.get(word.lower(), word)


def has_options_of_its_own(division: Division) -> bool:
    """Was it between other things than for and against: `Proceed 8; Defer 8`?"""
    return any(count.option not in (*ORDINARY, NOT_VOTING) for count in division.counts)


def verdict(division: Division) -> Fate | None:
    """Carried or lost by its figures; None while they don't tell: equal, a figure missing, or options of their own.

    A majority of those present and voting decides, so abstentions don't count, and on equal votes whoever presides has a
    second one (LGA 1972 Sch 12 para 39); `needing` asks for a greater majority.
    """
    casting = division.casting[1] if division.casting else ""
    ayes, noes = division.number(FOR), division.number(AGAINST)
    if casting in (FOR, AGAINST) and (not division.needing or needed(division) is None):
        return Fate.CARRIED if casting == FOR else Fate.LOST
    if ayes is None or noes is None:
        return None
    enough = needed(division)
    if enough is not None:
        return Fate.CARRIED if ayes + (casting == FOR) >= max(enough, 1) else Fate.LOST
    if division.needing or ayes == noes:
        return None
    return Fate.CARRIED if ayes > noes else Fate.LOST


def needed(division: Division) -> int | None:
    """How many votes for the greater majority asked for takes; None where none was, or not in a way that can be counted."""
    majority = asked_for(division)
    ayes, noes = division.number(FOR), division.number(AGAINST)
    if majority is None or ((ayes is None or noes is None) and majority.number is None):
        return None
    cast = (ayes or 0) + (noes or 0) + (division.casting is not None)
    return majority.needed(cast=cast, here=division.here, members=division.members)


def asked_for(division: Division) -> Majority | None:
    """The greater majority that was asked for, if its words can be counted by."""
    return read_majority(division.needing) if division.needing else None


def tie(division: Division) -> bool:
    """Are the votes equal: for and against, or the two highest of other options? Not while a figure isn't stated."""
    ayes, noes = division.number(FOR), division.number(AGAINST)
    if ayes is not None or noes is not None:
        return ayes == noes
    highest = sorted((count.number for count in division.counts if count.number is not None), reverse=True)
    return len(highest) > 1 and highest[0] == highest[1]


def waits_for_casting(division: Division) -> bool:
    """Are the figures equal, and has nothing ended that yet: no casting vote and no lot?"""
    return tie(division) and verdict(division) is None and division.casting is None and division.lots is None
