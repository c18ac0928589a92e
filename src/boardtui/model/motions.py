"""The tree of motions: which is before the meeting, and which of several proposals an option of a vote means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from boardtui.model.acts.business import ABSTAINED, NOT_VOTING, Count
from boardtui.model.parts import Entry, Motion
from boardtui.model.people import Person, PersonKey, name_parts
from boardtui.model.text import fold

_NUMBERED = re.compile(r"(?:the )?(?:motion|proposal|resolution)? ?(\d{1,3})", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def root(motion: Motion | None) -> Motion | None:
    """The motion that an amendment would amend, also through another amendment; or the motion itself."""
    while motion is not None and motion.parent is not None:
        motion = motion.parent
    return motion


def tree(motion: Motion) -> list[Motion]:
    """A motion and what would amend it, each amendment followed by those to itself."""
    return [motion, *(one for amendment in motion.amendments for one in tree(amendment))]


def is_further(motion: Motion) -> bool:
    """Is this an amendment to an amendment?"""
    return motion.parent is not None and motion.parent.parent is not None


def of_number(motion: Motion, number: int) -> Motion | None:
    """An amendment to this motion, or to this amendment, by its number; itself for 0, None where there is none."""
    if number == 0:
        return motion
    return motion.amendments[number - 1] if number <= len(motion.amendments) else None


def waiting(entry: Entry) -> Motion | None:
    """What in this minute waits to be decided: the last motion that isn't, but first its amendments in their order."""
    motion = next((one for one in reversed(entry.motions) if one.fate is None), None)
    return None if motion is None else first_undecided(motion)


def first_undecided(motion: Motion) -> Motion | None:
    """Amendments come to the vote before what they would amend, in the order moved. None where it is decided itself."""
    if motion.fate is not None:
        return None
    undecided = next((one for one in motion.amendments if one.fate is None), None)
    return motion if undecided is None else first_undecided(undecided)


def rivals(
    motions: Sequence[Motion], counts: Iterable[Count], people: Mapping[PersonKey, Person]
) -> dict[str, Motion] | None:
    """Two or more proposals put against each other as the sides of one vote: which of them each option means.

    An option names one by its place among the motions (`2`, `motion 2`, `the first`), by the mover, or by words of its own
    that no other has. None unless every option names another of the undecided ones, and there are at least two.
    """
    undecided = [motion for motion in motions if motion.fate is None]
    options = [count.option for count in counts if count.option not in (ABSTAINED, NOT_VOTING)]
    if len(undecided) < 2 or len(options) < 2:
        return None
    found: dict[str, Motion] = {}
    for option in options:
        meant = _meant(option, motions, undecided, people)
        if meant is None or any(meant is other for other in found.values()):
            return None
        found[option] = meant
    return found


def _meant(
    option: str, motions: Sequence[Motion], undecided: Sequence[Motion], people: Mapping[PersonKey, Person]
) -> Motion | None:
    place = _place(option)
    if place is not None:
        return next((one for one in undecided if place < len(motions) and one is motions[place]), None)
    surname = fold(name_parts(re.sub(r"['’]s?$", "", option)).surname)
    by_mover = [one for one in undecided if any(_surname(people, who) == surname for who in one.movers)]
    if by_mover:
        return by_mover[0] if len(by_mover) == 1 else None
    wanted = {fold(word) for word in option.split()} - {""}
    by_words = [one for one in undecided if wanted and wanted <= _words(one)]
    return by_words[0] if len(by_words) == 1 else None


def _place(option: str) -> int | None:
    if found := _NUMBERED.fullmatch(option.strip()):
        return int(found[1]) - 1 if int(found[1]) else None
    first = option.lower().removeprefix("the ").split(" ")[0]
    return _ORDINALS.index(first) if first in _ORDINALS else None


def _surname(people: Mapping[PersonKey, Person], who: PersonKey) -> str:
    return fold(people[who].parts.surname) if who in people else ""


def _words(motion: Motion) -> set[str]:
    said = motion.words.said(lambda mention: mention.person) if motion.words is not None else ""
    return {fold(word) for word in said.split()}
