"""What the clerk should look at in a reading: what isn't sure, what is left over, what adds nothing, what is odd or missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardtui.agendas.parts import SILENT, Part, Placed
from boardtui.agendas.problems import shortened
from boardtui.agendas.reading import DOUBTED, Reading
from boardtui.agendas.revising import said
from boardtui.agendas.unheeded import unheeded


class Sort(StrEnum):
    """What sort of trouble it is."""

    DOUBT = "doubt"
    UNHEEDED = "without effect"
    LEFTOVER = "left over"
    FLAG = "odd or missing"


@dataclass(frozen=True, slots=True)
class Trouble:
    """sentence: for the clerk; at: its place in `Reading.placed`, None for none; adds: what mends it by being added."""

    sort: Sort
    sentence: str
    at: int | None = None
    adds: Part | None = None


_NOTHING = SILENT - {Part.LEFT}
_NAMED = re.compile(r"(?:Item|Number) (\S+?):?(?= )")
_ADDED = {
    "The agenda gives no time.": Part.TIME,
    "The agenda gives no place.": Part.PLACE,
    "The agenda gives no quorum.": Part.QUORUM,
    "The date is not known yet.": Part.DATE,
    "The agenda names no members.": Part.MEMBER,
}
_NO_COMMITTEE = "The agenda doesn't say whose meeting it is."


def troubles(reading: Reading) -> tuple[Trouble, ...]:
    """Those of the source's lines in their order, then what is odd or missing in the agenda that comes of them."""
    return (*_of_lines(reading.placed), *_of_the_agenda(reading))


def _of_lines(placed: Sequence[Placed]) -> Iterator[Trouble]:
    idle = unheeded(placed)
    for at, one in enumerate(placed):
        if one.part in _NOTHING:
            continue
        words = shortened(said(one))
        if one.part is Part.LEFT:
            yield Trouble(Sort.LEFTOVER, one.doubt or f"“{words}” is in no part of the agenda.", at)
        elif at in idle:
            yield Trouble(Sort.UNHEEDED, f"“{words}” ({one.part}) adds nothing: {idle[at]}.", at)
        elif one.doubt or one.sure < DOUBTED:
            yield Trouble(Sort.DOUBT, one.doubt or f"“{words}” may be something else than: {one.part}.", at)


def _of_the_agenda(reading: Reading) -> Iterator[Trouble]:
    if not any(one.part is Part.COMMITTEE and one.text for one in reading.placed):
        yield Trouble(Sort.FLAG, _NO_COMMITTEE, adds=Part.COMMITTEE)
    for sentence in reading.flags:
        yield Trouble(Sort.FLAG, sentence, _place_of(sentence, reading.placed), _ADDED.get(sentence))


def _place_of(sentence: str, placed: Sequence[Placed]) -> int | None:
    """The place of what the sentence names: an item by its number, somebody by their name, the day by its words."""
    found = _NAMED.match(sentence)
    if found:
        wanted = found[1]
        same = [
            at for at, one in enumerate(placed) if one.part is Part.ITEM and (one.number or "").rstrip(".") == wanted
        ]
        return same[-1] if same else None
    quoted = (at for at, one in enumerate(placed) if one.part is Part.DATE and one.text and one.text in sentence)
    return next(quoted, None)
