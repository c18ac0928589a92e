"""Corrections that a later meeting made of minutes, made in them: where exactly one place can be meant, and nowhere else.

A correction is tried before it is proposed: the minutes are composed with it, and must then read as they did but for those
words in that one place. What can't be made so is told with the reason, and left to the clerk.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from boardtui.minutes.compose import compose
from boardtui.minutes.house import House
from boardtui.minutes.lines import Line, lines
from boardtui.minutes.tree import Minute, Minutes
from boardtui.model.acts import Filed
from boardtui.model.acts.corrections import Substitution
from boardtui.model.prose import Prose
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.model.settle import settled, with_words_replaced
from boardtui.model.text import fold
from boardtui.rules.itemised import Itemised


class State(Enum):
    """What is to be done about a correction."""

    TO_MAKE = auto()
    MADE = auto()
    BY_HAND = auto()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction, and what is to be done about it. act: the one that makes it, None where none does; why: it can't be made

    so, in a sentence, '' where it can; restricted: it, or the words it is about, must not go out.
    """

    itemised: Itemised
    state: State
    act: Substitution | None = None
    why: str = ""
    restricted: bool = False


def proposals(record: Record, house: House, corrections: Iterable[tuple[Itemised, bool]]) -> tuple[Proposal, ...]:
    """What is to be done about each correction, made one after the other. corrections: each with whether it must not go out."""
    found: list[Proposal] = []
    for one, restricted in corrections:
        proposal = _proposal(record, house, one)
        if proposal.act is not None:
            record = _with(record, proposal.act)
        found.append(replace(proposal, restricted=restricted or proposal.restricted))
    return tuple(found)


def has_minute(record: Record, house: House, number: str) -> bool:
    """Is there a minute, or an item, of that number in these minutes?"""
    return bool(_meant(compose(record, house), number))


def _proposal(record: Record, house: House, one: Itemised) -> Proposal:
    def by_hand(why: str, *, restricted: bool = False) -> Proposal:
        return Proposal(one, State.BY_HAND, why=why, restricted=restricted)

    if not one.old:
        return by_hand("It doesn't say which words give way to which, as: minute 43: for “x” read “y”.")
    minutes = compose(record, house)
    there = _meant(minutes, one.minute)
    if not there:
        return by_hand(f"There is no minute {one.minute}.")
    restricted = any(_holds_restricted(record, part) for part in there)
    text = [line.text for line in lines(minutes) if line.minute in there]
    count = sum(line.count(one.old) for line in text)
    place = f"minute {one.minute}" if one.minute else "the minutes"
    if _are_made(text, one):
        return Proposal(one, State.MADE, restricted=restricted)
    if count != 1:
        said = "doesn't stand" if not count else f"stands {count} times"
        more = "" if not count else " More of the words around it would say which is meant."
        return by_hand(f"“{one.old}” {said} in {place}.{more}", restricted=restricted)
    if not any(_as_words(one.old).search(line) for line in text):
        return by_hand(f"“{one.old}” stands in {place} only as part of a longer word.", restricted=restricted)
    act = next(_acts_that_make_it(record, house, one, minutes, there), None)
    if act is None:
        return by_hand(
            f"“{one.old}” in {place} is a name, a figure or in the words of the house style.", restricted=restricted
        )
    return Proposal(one, State.TO_MAKE, act, restricted=restricted)


def _meant(minutes: Minutes, number: str) -> list[Minute]:
    """The minutes of that number, as it prints; where none has it, those of that item; all of them where none is named."""
    all_of_them = [part for part in minutes.body if isinstance(part, Minute)]
    wanted = _bare(number)
    numbered = [part for part in all_of_them if not wanted or _bare(part.number) == wanted]
    return numbered or [part for part in all_of_them if wanted in map(_bare, part.items)]


def _bare(number: str) -> str:
    return fold(number).strip(" .:()")


def _as_words(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")


def _are_made(text: Iterable[str], one: Itemised) -> bool:
    """Do the new words stand there, and the old ones nowhere but within them?"""
    text = list(text)
    return any(one.new in line for line in text) and not any(one.old in line.replace(one.new, "") for line in text)


def _acts_that_make_it(
    record: Record, house: House, one: Itemised, minutes: Minutes, there: Collection[Minute]
) -> Iterator[Substitution]:
    """The corrections that replace these words in that place, and change nothing else that is printed."""
    keys = {key for part in there for key in part.source} or {0}
    wanted = [_reworded(line, one, there) for line in lines(minutes)]
    said = {seq for key in keys if key in record.entries for block in record.entries[key].blocks for seq in block.parts}
    for filed in settled(record.filed):
        act = Substitution(target=filed.seq, old=Prose.of(one.old), new=Prose.of(one.new))
        if filed.seq not in said or with_words_replaced(filed.act, act) == filed.act:
            continue
        if [line.text for line in lines(compose(_with(record, act), house))] == wanted:
            yield act


def _reworded(line: Line, one: Itemised, there: Collection[Minute]) -> str:
    return line.text.replace(one.old, one.new) if line.minute in there else line.text


def _with(record: Record, act: Substitution) -> Record:
    """The record as it would be with a correction more."""
    return replay([*record.filed, _filed(record, act)])


def _filed(record: Record, act: Substitution) -> Filed:
    target = next(one for one in record.filed if one.seq == act.target)
    return replace(target, seq=record.last_seq + 1, act=act, behind=0)


def _holds_restricted(record: Record, minute: Minute) -> bool:
    entries = (record.entries[key] for key in minute.source if key in record.entries)
    return any(record.is_restricted(entry, block) for entry in entries for block in entry.blocks)
