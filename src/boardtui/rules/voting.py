"""What is before the meeting, in words, and whether the figures of a vote can be right."""

from __future__ import annotations

from boardtui.model.acts.business import AGAINST, FOR
from boardtui.model.record import Division, Motion, Record
from boardtui.model.room import voters

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def echo(record: Record) -> str:
    """What is before the meeting now, and who moved it; '' for nothing."""
    motion = record.before
    if motion is None:
        return ""
    movers = [record.people[person].name for person in motion.movers if person in record.people]
    return f"{named(motion)}, moved by {movers[0]}" if movers else named(motion)


def named(motion: Motion) -> str:
    """A motion in words: `the motion`, `the amendment`, `the second amendment`."""
    if motion.parent is None:
        return "the substantive motion" if motion.amended else "the motion"
    if len(motion.parent.amendments) < 2:
        return "the amendment"
    ordinal = _ORDINALS[motion.number - 1] if motion.number <= len(_ORDINALS) else f"{motion.number}th"
    return f"the {ordinal} amendment"


def tie(division: Division) -> bool:
    """Were the votes for and against equal?"""
    ayes = division.number(FOR)
    return ayes is not None and ayes == division.number(AGAINST)


def add_up(record: Record, division: Division) -> tuple[str, ...]:
    """What is wrong with the figures of a vote taken just now, against those who are here and count.

    A count as announced is kept all the same: the clerk records what the chair declared (LGA 1972 Sch 12 para 39 knows only
    the majority of those present and voting).
    """
    stated = sum(count.number or 0 for count in division.counts)
    entitled = len(voters(record))
    if record.attendance and stated > entitled:
        return (f"{stated} votes were counted, but {entitled} who may vote are here.",)
    return ()
