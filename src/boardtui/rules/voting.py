"""Votes: whether the figures can be right, whether they were enough, and what is before the meeting.

A question is decided by a majority of those present and voting; abstentions don't count, and on equal votes whoever
presides has a second vote (Local Government Act 1972, Schedule 12, paragraph 39). A member whom an interest or arrears of
council tax keep from voting is not among those who could.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boardtui.model.acts.business import AGAINST, FOR, Alter
from boardtui.model.agenda import Item
from boardtui.model.divisions import ON_A_RECOUNT, needed, tie, verdict
from boardtui.model.fold_business import CARRYING
from boardtui.model.motions import is_further
from boardtui.model.people import PersonKey, name_parts
from boardtui.model.prose import Prose
from boardtui.model.record import Block, Division, ItemState, Motion, Record
from boardtui.model.replay import Replay
from boardtui.model.settle import settled
from boardtui.model.text import fold
from boardtui.rules.differences import Piece, differences
from boardtui.rules.interests import may_not_vote
from boardtui.rules.presence import Presence, as_known_then, here, name_of

PUT_OFF = (ItemState.DEFERRED, ItemState.WITHDRAWN)
"""States of an item in which nothing of it is dealt with at this meeting."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True, slots=True)
class Electorate:
    """Those who could vote at a moment: who was here, and whom of them something kept from voting, with what."""

    present: Presence
    barred: Mapping[PersonKey, str]

    @property
    def entitled(self) -> tuple[PersonKey, ...]:
        """Who was here, counted, and could vote."""
        return tuple(person for person in self.present.counting if person not in self.barred)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong or missing in a vote, in a sentence. seq: of the act that said it."""

    sentence: str
    seq: int


def electorate(record: Record) -> Electorate:
    """Who can vote now, on what is open."""
    return Electorate(here(record), may_not_vote(record))


def electorate_at(record: Record, seq: int) -> Electorate:
    """Who could vote when an act was said, going by all that is known now."""
    growing = Replay()
    for filed in settled(record.filed):
        if filed.seq == seq:
            return electorate(as_known_then(growing.record, record, filed))
        growing.file(filed)
    return electorate(record)


def add_up(
    record: Record, division: Division, could: Electorate | None = None, when_cast: Electorate | None = None
) -> tuple[Flaw, ...]:
    """What is wrong or missing in a vote. could: who could vote when it was last counted; when_cast: when the casting vote

    was given; both only if known already.
    """
    could = could or electorate_at(record, division.counted_at)
    if division.casting is not None and when_cast is None:
        when_cast = electorate_at(record, division.casting_at)
    return (
        *(Flaw(sentence, division.counted_at) for sentence in _of_figures(record, division, could)),
        *_of_own(record, division, could),
        *(Flaw(sentence, division.casting_at) for sentence in _of_casting(record, division, when_cast or could)),
        *(Flaw(sentence, division.lots_at) for sentence in _of_lots(record, division)),
    )


def is_by_name(division: Division) -> bool:
    """Was it a recorded vote, whose names still tell how it went?"""
    return division.recorded and division.method != ON_A_RECOUNT


# --- the figures


def _of_figures(record: Record, division: Division, could: Electorate) -> Iterator[str]:
    counting, entitled = could.present.counting, could.entitled
    cast = sum(count.number or 0 for count in division.counts)
    if counting and cast > len(entitled):
        counted = f"{_votes(cast)} counted, and"
        if len(entitled) < len(counting):
            yield f"{counted} {len(entitled)} of the {len(counting)} members here might vote."
        else:
            yield f"{counted} {_members(len(counting))} here."
    yield from _not_stated(division)
    if is_by_name(division):
        yield from _names_at_odds(record, division, could)


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


def _names_at_odds(record: Record, division: Division, could: Electorate) -> Iterator[str]:
    strangers = [person for person in division.names if person not in could.present.counting]
    silent = [person for person in could.entitled if person not in division.names]
    for person in strangers:
        yield f"{name_of(record, person)} voted and was not here as a member."
    if silent:
        yield f"No vote is recorded of {listed(record, silent)}."


def _of_own(record: Record, division: Division, could: Electorate) -> Iterator[Flaw]:
    """Members' own votes: of somebody who wasn't here, other than the roll has it, or more than were counted."""
    own = list(zip(division.own, division.own_at, strict=True))
    for (person, option), seq in own:
        if person not in could.present.counting:
            yield Flaw(f"{name_of(record, person)} had a vote recorded and was not here.", seq)
        called = division.names.get(person) if is_by_name(division) else None
        if called is not None and called != option:
            sentence = (
                f"{name_of(record, person)}'s own vote is recorded as {option}, and the recorded vote has {called}."
            )
            yield Flaw(sentence, seq)
    if is_by_name(division):
        return
    asked = Counter(dict(division.own).values())
    for option, number in asked.items():
        counted = division.number(option)
        if counted is not None and number > counted:
            last = [seq for (_, way), seq in own if way == option][-1]
            yield Flaw(_too_few(number, option, counted), last)


def _too_few(number: int, option: str, counted: int) -> str:
    theirs = f"1 member's own vote {option} is" if number == 1 else f"{number} members' own votes {option} are"
    votes = f"1 vote {option} was" if counted == 1 else f"{counted} votes {option} were"
    return f"{theirs} recorded, and {votes} counted."


# --- what ends a tie


def _of_casting(record: Record, division: Division, could: Electorate) -> Iterator[str]:
    """By whoever presided then, who must be one of those who could vote; and it must have been of use."""
    if division.casting is None:
        return
    person = division.casting[0]
    if not person:
        yield "Who gave the casting vote is not known."
    elif could.present.counting and person not in could.present.counting:
        yield f"{name_of(record, person)} gave the casting vote and is not a member."
    elif person in could.barred:
        yield f"{name_of(record, person)} gave the casting vote and may not vote: {could.barred[person]}."
    if person and could.present.presiding not in ("", person):
        chair = name_of(record, could.present.presiding)
        yield f"The casting vote is down as {name_of(record, person)}'s, and {chair} was in the chair."
    enough = needed(division)
    if enough is not None and division.casting[1] == FOR and (division.number(FOR) or 0) + 1 < enough:
        yield f"The casting vote could not carry what needed {enough} votes."


def _of_lots(record: Record, division: Division) -> Iterator[str]:
    if division.lots is None:
        return
    if not tie(division):
        yield "Lots were drawn, but the votes were not equal."
        return
    person, words = division.lots
    highest = max((count.number or 0 for count in division.counts), default=0)
    equal = [count.option for count in division.counts if count.number == highest]
    drawn = record.people[person].parts.surname if person in record.people else words
    if drawn and FOR not in equal and not any(_is_meant(drawn, option) for option in equal):
        yield f"The lot fell upon {name_of(record, person) if person else words}, who was not among those with equal votes."


def _is_meant(drawn: str, option: str) -> bool:
    """Do these words, or this surname, mean an option: `Hill` is `Cllr Hill`?"""
    names = {fold(option), fold(name_parts(option).surname)}
    return fold(drawn) in names or fold(name_parts(drawn).surname) in names


# --- what it came to


def outcome(record: Record, division: Division) -> str:
    """What the figures come to, with the figure that was needed where more than half was; '' where they tell nothing."""
    if division.rivals:
        return _winner(division)
    enough, ayes = needed(division), division.number(FOR)
    fate = verdict(division)
    if fate is None:
        return _equal(record, division)
    word = "Carried" if fate in CARRYING else "Lost"
    casting = f", and a casting vote {division.casting[1]}" if division.casting is not None else ""
    if enough is None:
        return f"{word}: {ayes} for, {division.number(AGAINST)} against{casting}."
    return f"{word}: {ayes} for{casting}, {enough} needed ({division.needing})."


def _winner(division: Division) -> str:
    """Of proposals put against each other the one that was carried, with the figures; that they are equal, else."""
    figures = ", ".join(f"{count.option} {count.number}" for count in division.counts if count.number is not None)
    carried = next((option for option, motion in division.rivals.items() if motion.fate in CARRYING), "")
    if carried:
        return f"{carried} was carried: {figures}."
    return "Equal votes. A casting vote or a lot decides." if tie(division) else ""


def _equal(record: Record, division: Division) -> str:
    if division.casting is not None or not tie(division):
        return ""
    chair = here(record).presiding
    return (
        f"Equal votes. {name_of(record, chair)} has a casting vote."
        if chair
        else "Equal votes. A casting vote decides."
    )


# --- what is before the meeting


def changes(record: Record, altered: Block) -> tuple[Piece, ...]:
    """What a block that alters a motion changed in it: against its words as they were altered before, else as moved."""
    motion = altered.motion
    before: Prose | None = None
    for block in record.entry.blocks:
        if block is altered:
            break
        if block.motion is motion and isinstance(block.act, Alter):
            before = block.act.words
    if before is None and motion is not None:
        before = motion.original
    words = altered.act.words if isinstance(altered.act, Alter) else None
    return differences(worded(record, before), worded(record, words))


def worded(record: Record, words: Prose | None) -> str:
    """The words of a motion as they are read out, with the names in them; '' for none."""
    return words.said(lambda mention: name_of(record, mention.person)) if words is not None else ""


def listed(record: Record, people: list[PersonKey]) -> str:
    """Several names in one sentence: `A`, `A and B`, `A, B and C`."""
    names = [name_of(record, person) for person in people]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


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
    if motion.parent is not None and is_further(motion):
        which = f"{_ORDINALS[motion.number - 1]} " if several and motion.number <= len(_ORDINALS) else ""
        return f"the {which}amendment to {called(motion.parent)}"
    if not several:
        return "the amendment"
    if motion.number > len(_ORDINALS):
        return f"amendment {motion.number}"
    return f"the {_ORDINALS[motion.number - 1]} amendment"


def waits_to_be_moved(record: Record) -> Item | None:
    """The open sub-item or item whose motion on the agenda is next to be moved; None once something was moved or decided."""
    for key in (record.sub, *record.open_items):
        business = record.business.get(key)
        if business is None or not business.item.motion or business.state in PUT_OFF:
            continue
        blocks = [block for block in record.entry.blocks if key != record.sub or block.sub == key]
        if not any(block.motion is not None or block.decision is not None for block in blocks):
            return business.item
    return None
