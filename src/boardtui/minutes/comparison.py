"""Two versions of the minutes compared, word by word: the draft as it went out, and the minutes as they were signed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardtui.minutes.lines import Line, lines
from boardtui.minutes.tree import Minutes
from boardtui.rules.differences import Change, Piece, differences, signed

ALIKE = 0.4
"""How much two paragraphs have to have in common for the one to be the other, reworded."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that isn't in both as it is. where: the heading it stands under, '' before the first; pieces: its words."""

    where: str
    pieces: tuple[Piece, ...]

    @property
    def marked(self) -> str:
        """The paragraph in one line, new words as `[+ so]`, those that are gone as `[− so]`."""
        return "".join(piece.text for piece in signed(self.pieces)).strip()


def compare(before: Minutes, after: Minutes) -> tuple[Difference, ...]:
    """What differs, in the order of the later version; what is gone stands where it stood."""
    old, new = list(lines(before)), list(lines(after))
    matcher = difflib.SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=False)
    found: list[Difference] = []
    for kind, start, end, later, later_end in matcher.get_opcodes():
        if kind != "equal":
            found += _differing(old[start:end], new[later:later_end])
    return tuple(found)


def _differing(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Difference]:
    """Paragraphs in the place of others: each with the one it was before, where that can be told."""
    left = list(old)
    for line in new:
        at = next((place for place, one in enumerate(left) if _are_alike(one.text, line.text)), None)
        if at is None:
            yield Difference(line.where, (Piece(line.text, Change.NEW),))
            continue
        yield from (_gone(one) for one in left[:at])
        yield Difference(line.where, differences(left[at].text, line.text))
        left = left[at + 1 :]
    yield from (_gone(one) for one in left)


def _gone(line: Line) -> Difference:
    return Difference(line.where, (Piece(line.text, Change.GONE),))


def _are_alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= ALIKE
