"""How one long line falls into rows on the screen, and where in them a position is. Widths are terminal cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from rich.cells import cell_len

from boardtui.clerk.widgets.line import stop_after

_WORD = re.compile(r"\S+\s*|\s+")


def characters(text: str) -> Iterator[str]:
    """The text cut into what a reader sees as characters, accents and joined emoji kept whole."""
    start = 0
    while start < len(text):
        end = stop_after(text, start)
        yield text[start:end]
        start = end


def crop(text: str, width: int) -> str:
    """The text if it fits into width cells, else its beginning with an ellipsis."""
    if cell_len(text) <= width:
        return text
    kept, used = "", 1
    for character in characters(text):
        used += cell_len(character)
        if used > width:
            break
        kept += character
    return kept + "…" if width > 0 else ""


class Rows:
    """A line wrapped at word ends: the spans of its rows, in order.

    Words go with the spaces behind them, as in Textual's own editor; a word wider than a row is cut between characters.
    A width of 0 or less means that nothing is known yet, and gives one row.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.breaks = _breaks(text, width) if width > 0 else []
        self.spans = list(pairwise([0, *self.breaks, len(text)]))

    def __len__(self) -> int:
        return len(self.spans)

    def row_of(self, position: int) -> int:
        """The row that the caret is drawn in: at a wrap, the one that begins there."""
        return bisect_right(self.breaks, position)

    def column_of(self, position: int) -> int:
        """How many cells stand left of the position in its row."""
        start, _ = self.spans[self.row_of(position)]
        return cell_len(self.text[start:position])

    def start_of(self, row: int) -> int:
        """The first position of a row."""
        return self.spans[row][0]

    def end_of(self, row: int) -> int:
        """The last position that is drawn in this row."""
        start, end = self.spans[row]
        if row == len(self.spans) - 1:
            return end
        return end - len(list(characters(self.text[start:end]))[-1])

    def position_at(self, row: int, column: int) -> int:
        """The position of the character that covers this cell of the row, or the last of the row."""
        row = max(0, min(row, len(self.spans) - 1))
        start, end = self.spans[row]
        position, width = start, 0
        for character in characters(self.text[start:end]):
            width += cell_len(character)
            if width > column:
                return position
            position += len(character)
        return self.end_of(row)


def _breaks(text: str, width: int) -> list[int]:
    """Where each row but the first begins."""
    breaks: list[int] = []
    used = 0
    for found in _WORD.finditer(text):
        start, word = found.start(), found.group()
        needed = cell_len(word)
        if used + needed <= width:
            used += needed
            continue
        if start:
            breaks.append(start)
        used = needed if needed <= width else _fold(word, start, width, breaks)
    return breaks


def _fold(word: str, start: int, width: int, breaks: list[int]) -> int:
    """Cut a word that no row can hold; returns how many cells of its last row it takes."""
    used = 0
    for character in characters(word):
        needed = cell_len(character)
        if used and used + needed > width:
            breaks.append(start)
            used = 0
        used += needed
        start += len(character)
    return used
