"""Votes: whether the figures can be right, whether they are equal, and what is before the meeting.

A question is decided by a majority of those present and voting; abstentions don't count, and on equal votes whoever
presides has a second vote (Local Government Act 1972, Schedule 12, paragraph 39).
"""

from __future__ import annotations

from boardtui.model.acts.business import AGAINST, FOR
from boardtui.model.fold_business import CARRYING
from boardtui.model.people import PersonKey
from boardtui.model.record import Division, Motion, Record
from boardtui.rules.presence import Presence, name_of, presence_at

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def add_up(record: Record, division: Division, present: Presence | None = None) -> tuple[str, ...]:
    """What is wrong or missing in a count, one sentence each. present: who was here when it was taken, if known already."""
    present = present or presence_at(record, division.seq)
    found: list[str] = []
    cast = sum(count.number or 0 for count in division.counts)
    if present.counting and cast > len(present.counting):
        found.append(f"{_votes(cast)} counted, and {_members(len(present.counting))} here.")
    found += _not_stated(division)
    if division.recorded:
        found += _names_at_odds(record, division, present)
    found += [
        f"{name_of(record, person)} had a vote recorded and was not here."
        for person, _ in division.own
        if person not in present.counting
    ]
    if division.casting is not None and not division.casting[0]:
        found.append("Who gave the casting vote is not known.")
    return tuple(found)


def _votes(number: int) -> str:
    return f"{number} vote{'s were' if number != 1 else ' was'}"


def _members(number: int) -> str:
    return f"{number} member{'s were' if number != 1 else ' was'}"


def _not_stated(division: Division) -> list[str]:
    """Figures that are missing: an option without one, or votes for without votes against."""
    missing = [count.option for count in division.counts if count.number is None]
    options = {count.option for count in division.counts}
    if division.counts and not options - {FOR, AGAINST} and len(options) == 1:
        missing += [AGAINST if FOR in options else FOR]
    return [f"How many voted {option} is not stated." for option in missing]


def _names_at_odds(record: Record, division: Division, present: Presence) -> list[str]:
    strangers = [person for person in division.names if person not in present.counting]
    silent = [person for person in present.counting if person not in division.names]
    found = [f"{name_of(record, person)} voted and was not here as a member." for person in strangers]
    if silent:
        found.append(f"No vote is recorded of {listed(record, silent)}.")
    return found


def listed(record: Record, people: list[PersonKey]) -> str:
    """Several names in one sentence: `A`, `A and B`, `A, B and C`."""
    names = [name_of(record, person) for person in people]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def tie(division: Division) -> bool:
    """Are the votes equal: for and against, or the two highest of other options? Not while a figure isn't stated."""
    ayes, noes = division.number(FOR), division.number(AGAINST)
    if ayes is not None or noes is not None:
        return ayes == noes
    highest = sorted((count.number for count in division.counts if count.number is not None), reverse=True)
    return len(highest) > 1 and highest[0] == highest[1]


def echo(record: Record) -> str:
    """What is before the meeting, in words: `the second amendment, moved by Councillor Tallis`; '' when nothing is."""
    motion = record.before
    if motion is None:
        return ""
    movers = listed(record, motion.movers) if motion.movers else ""
    return f"{called(motion)}, moved by {movers}" if movers else called(motion)


def called(motion: Motion) -> str:
    """What a motion is called in a sentence: the motion, the substantive motion, the amendment, the second amendment …"""
    if motion.parent is None and motion.number == 0:
        amended = any(one.fate in CARRYING for one in motion.amendments)
        return "the substantive motion" if amended else "the motion"
    several = motion.parent is not None and len(motion.parent.amendments) > 1
    if not several:
        return "the amendment"
    if motion.number > len(_ORDINALS):
        return f"amendment {motion.number}"
    return f"the {_ORDINALS[motion.number - 1]} amendment"
