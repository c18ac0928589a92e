"""Words for every place of a meeting: hostile ones, and harmless ones that lie in the same places for comparison.

Each word carries a mark of its place, so that what a file reads back can be held against what was put in: the file of the
hostile words is that of the harmless ones, with each mark exchanged for what `clean_line` leaves of the hostile word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from boardtui.model.text import clean, clean_line, fold

MARK = re.compile(r"Zq([a-j]{3})w7?x\1q")
_BLANKS = re.compile(r"[ \n\t]+")
_PARTS_A_NAME = re.compile(r"[\s;|\"@\[\]\\().]")
_GOES_ON = (",", ";", ":", ".")


class Kind(Enum):
    """What a place takes. LINE: any words; WORD: without spaces, stops or what parts a list, as a name; POST: without what

    parts a list; NUMBER: without letters, digits and stops, which are counted on, and of which files are named.
    """

    LINE = auto()
    WORD = auto()
    POST = auto()
    NUMBER = auto()


@dataclass
class Dealt:
    """Gives the word for one place after the other, and remembers what is to be read there.

    hostile: from the number of a place to the hostile words for it; first: they stand first in their place, not among letters.
    """

    hostile: Callable[[int], str]
    first: bool = False
    places: dict[str, str] = field(default_factory=dict)
    harmless: bool = False
    _read: dict[str, str] = field(default_factory=dict)

    def __call__(self, place: str, kind: Kind = Kind.LINE) -> str:
        """The word for a place. place: what a failing test calls it."""
        letters = "".join("abcdefghij"[int(digit)] for digit in f"{len(self._read):03}")
        words = _fit(self.hostile(len(self._read)), kind)
        begin, end = f"Zq{letters}w", f"x{letters}q"
        leads = self.first and kind in (Kind.LINE, Kind.POST) and _can_stand_first(words)
        made = f"{words} {begin}{end}" if leads else f"{begin}{words}{end}"
        # What holds a figure is set otherwise in a table, so both have one or neither has.
        figure = "7" if any(one.isdigit() for one in clean(made)) else ""
        self._read[letters] = clean_line(made)
        self.places[letters] = place
        return f"{begin}{figure}{end}" if self.harmless else made

    def expected(self, text: str) -> str:
        """What is to be read, where the meeting of harmless words reads `text`."""
        return squeezed(MARK.sub(lambda mark: self._read[mark[1]], text))

    def place_of(self, text: str) -> str:
        """The places whose words stand in a text."""
        return ", ".join(self.places[mark] for mark in re.findall(r"Zq([a-j]{3})w", text) if mark in self.places)


def _fit(words: str, kind: Kind) -> str:
    if kind is Kind.WORD:
        return _PARTS_A_NAME.sub("", words)
    if kind is Kind.POST:
        return re.sub(r"[;|]", "", words)
    return "".join(one for one in clean(words) if not fold(one) and one != ".") if kind is Kind.NUMBER else words


def _can_stand_first(words: str) -> bool:
    """Does it begin with what no sentence changes or joins to the word before, and take nothing of the word behind with it?

    No letter, no accent, no space, no comma; no order to a terminal that isn't ended.
    """
    cleaned = clean(f"{words} Z")
    first = cleaned[:1]
    changed = first.isalnum() or first.upper() != first or first.isspace() or first in _GOES_ON
    return cleaned.endswith(" Z") and not changed and not unicodedata.category(first).startswith("M")


def squeezed(text: str) -> str:
    """With one space for spaces, tabs and line ends: a format may have others than another."""
    return _BLANKS.sub(" ", text)


def first_difference(found: Any, wanted: Any) -> tuple[Any, Any] | None:
    """The first two things in which what was read differs, None where it is all alike."""
    if isinstance(found, list) and isinstance(wanted, list):
        for one, other in zip(found, wanted, strict=False):
            if (pair := first_difference(one, other)) is not None:
                return pair
        return None if len(found) == len(wanted) else (found[len(wanted) :][:1], wanted[len(found) :][:1])
    return None if found == wanted else _near(found, wanted)


def _near(found: Any, wanted: Any) -> tuple[Any, Any]:
    """Of two texts only where they differ."""
    if not isinstance(found, str) or not isinstance(wanted, str):
        return found, wanted
    place = next((at for at, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), 0)
    begin = max(place - 60, 0)
    return found[begin : place + 60], wanted[begin : place + 60]
