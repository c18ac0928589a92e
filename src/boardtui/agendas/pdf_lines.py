"""The lines of a page: words that stand on one baseline, in the order they are read, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import inf

from boardtui.agendas.pdf_apart import Word

_SPACE = 0.12
"""A gap between words, at least, of the size of their letters."""
_TAB = 0.7
"""A gap after a number that a space wouldn't leave, of the size of its letters."""
_NEAR_TAB = 0.45
"""A gap after what can hardly be anything but the number of a list: `4.`, `(a)`."""
_GAP = 1.0
"""A gap that no space of a line leaves, not of a justified one either."""
_GUTTER = 10.0
"""Points of white between two columns, at least."""
_FEWEST_IN_COLUMN = 3
"""Lines that stand side by side, for the gap between them to be one between columns."""
_LONGEST_BLOCK = 120
"""Lines looked at for columns."""
_APART = 4
"""White between two lines after which columns end, of the size of their letters."""
_MANY_GAPS = 5
_STRETCHED = 2.2
"""A gap in a line that is stretched to both margins, of its other gaps."""
PAGE_NUMBERS = re.compile(r"\(?(?:pages?|pp?\.?)?\s*\d{1,4}(?:\s*(?:[-–—,]|to)\s*\d{1,4})*\)?", re.IGNORECASE)
"""What stands at the right of an agenda: `5 - 14`, `(Pages 5 - 14)`."""
_BULLET = re.compile(r"[•●○◦▪▫■□‣⁃∙·–—*>\-\uf000-\uf0ff➢✓]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_MARKER = re.compile(
    r"\(?(?:[A-Za-z]{0,5}[ /]?\d[\d./]{0,9}[A-Za-z]?|[A-Za-z]|[ivxIVX]{1,5})[.):]{0,2}|[A-Za-z]{1,5}\d{1,4}/\d{2,4}\.?"
)
_LISTED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})(?:[.)]|\.\))")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|_{4,})$")


@dataclass(frozen=True)
class Line:
    """Words on one baseline, in their order; never none. page: its number; right: where its column ends, 0 if unknown."""

    page: int
    words: tuple[Word, ...]
    right: float = 0

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @cached_property
    def top(self) -> float:
        """The upper edge of its highest word."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """The lower edge of its lowest word."""
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """That of most of its letters."""
        letters: dict[float, int] = {}
        for word in self.words:
            letters[word.size] = letters.get(word.size, 0) + len(word.text)
        return max(letters, key=lambda size: (letters[size], size))

    @cached_property
    def _marking(self) -> int:
        """How many of its words are a number or bullet that stands before it by a tab."""
        for count in (1, 2):
            before, rest = self.words[:count], self.words[count:]
            if not rest:
                break
            gap = rest[0].x0 - before[-1].x1
            text = worded(before)
            if _BULLET.fullmatch(text) and gap > _SPACE * before[0].size:
                return count
            if gap > _NEAR_TAB * before[0].size and _LISTED.fullmatch(text):
                return count
            if gap > _TAB * before[0].size:
                return count if _MARKER.fullmatch(text) else 0
        return 0

    @cached_property
    def marker(self) -> str:
        """That number or bullet, '' if there is none. What only a font of symbols has a shape for is a `•`."""
        return _PRIVATE.sub("•", worded(self.words[: self._marking])) if self._marking else ""

    @cached_property
    def said(self) -> tuple[Word, ...]:
        """Its words without the marker."""
        return self.words[self._marking :]

    @property
    def bold(self) -> bool:
        """All of it, the marker left aside."""
        return all(word.bold for word in self.said)

    @property
    def is_listed(self) -> bool:
        """Does it begin with what numbers a list, with a tab behind it or without?"""
        return bool(self.marker) or bool(_LISTED.fullmatch(self.words[0].text))

    @cached_property
    def whole(self) -> str:
        """All its words, the marker too."""
        return worded(self.words)

    @cached_property
    def text(self) -> str:
        """Its words, the marker left aside."""
        return worded(self.said)


def worded(words: Sequence[Word]) -> str:
    """Words of one line as text: a space between them where there is one, and no dots that lead to a page number."""
    parts = [words[0].text]
    for before, word in pairwise(words):
        apart = word.x0 - before.x1 > _SPACE * min(before.size, word.size)
        parts.append(f" {word.text}" if apart else word.text)
    return " ".join(one for part in "".join(parts).split(" ") if (one := _LEADERS.sub("", part)))


def lines_of(page: int, words: Iterable[Word]) -> list[Line]:
    """The lines that these words make, from top to bottom, across all columns."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        row = next((row for row in reversed(rows[-3:]) if _on_one_baseline(row[0], word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [Line(page, tuple(sorted(row, key=lambda word: word.x0))) for row in rows]


def _on_one_baseline(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def pieces(line: Line) -> list[Line]:
    """The parts of a line that stand apart. A number before a text is none, nor what a colon stands before."""
    gaps = sorted(word.x0 - before.x1 for before, word in pairwise(line.said))
    usual = gaps[len(gaps) // 4] if len(gaps) >= _MANY_GAPS else 0
    parts, begun = [], [line.words[0]]
    for before, word in pairwise(line.words):
        wide = max(_GAP * max(before.size, word.size), _STRETCHED * usual)
        led = word is line.said[0]
        if not led and not before.text.endswith(":") and word.x0 - before.x1 > wide:
            parts.append(begun)
            begun = []
        begun.append(word)
    return [replace(line, words=tuple(part)) for part in [*parts, begun]]


def in_reading_order(lines: Sequence[Line], right: float) -> list[Line]:
    """The lines of a page in parts as they are read: where they stand in columns, one column after the other.

    right: where the text of the page ends.
    """
    ordered: list[Line] = []
    at = 0
    while at < len(lines):
        end, middle = _side_by_side(lines[at : at + _LONGEST_BLOCK])
        if end:
            block = lines[at : at + end]
            left = [part for line in block if (part := _part(line, -inf, middle))]
            after = [part for line in block if (part := _part(line, middle, inf))]
            ordered += in_reading_order(left, max(line.x1 for line in left))
            ordered += in_reading_order(after, right)
        else:
            parts = pieces(lines[at])
            edges = [*(part.x0 - _GUTTER for part in parts[1:]), right]
            ordered += [replace(part, right=edge) for part, edge in zip(parts, edges, strict=True)]
        at += max(end, 1)
    return ordered


def _side_by_side(lines: Sequence[Line]) -> tuple[int, float]:
    """How many of these lines, from the first on, stand in two columns, and where between these; 0 if they don't."""
    gutter, end, both = _widest(lines[0]), 0, 0
    numbered = 0
    for at, line in enumerate(lines):
        if gutter is None or (at and line.top - lines[at - 1].bottom > _APART * line.size):
            break
        if (narrowed := _narrowed(gutter, line)) is None:
            break
        gutter = narrowed
        if line.x0 < gutter[0] + 1 and line.x1 > gutter[1] - 1:
            end, both = at + 1, both + 1
            numbered += bool(PAGE_NUMBERS.fullmatch(pieces(line)[-1].text))
    columns = gutter is not None and both >= _FEWEST_IN_COLUMN and numbered < both / 2
    return (end, sum(gutter) / 2) if columns and gutter else (0, 0)


def _widest(line: Line) -> tuple[float, float] | None:
    """The widest gap within a line in parts: there a column might end."""
    gaps = [(before.x1, after.x0) for before, after in pairwise(pieces(line))]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _narrowed(gutter: tuple[float, float], line: Line) -> tuple[float, float] | None:
    """What is white of the gutter in this line too; None where its words stand in it."""
    left, right = gutter
    for word in line.words:
        if word.x0 + word.x1 <= left + right:
            left = max(left, word.x1)
        else:
            right = min(right, word.x0)
    return (left, right) if right - left >= _GUTTER else None


def _part(line: Line, left: float, right: float) -> Line | None:
    """The words whose middle is between."""
    words = tuple(word for word in line.words if left <= (word.x0 + word.x1) / 2 < right)
    return replace(line, words=words) if words else None
