"""The lines of a source in rows: those used dimmed, those left over bright and with a mark. Widths in cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from typing_extensions import override

from boardtui.clerk.review.lines import ASIDE, DOUBT, LEFTOVER, USED, Entry, SourceLines
from boardtui.clerk.widgets.pane import Row, Run, wrapped

_STYLES = {LEFTOVER: "strong", DOUBT: "accent", USED: "muted", ASIDE: "muted"}


class SourceRows(Sequence[Row]):
    """A row for each entry, and as many as it takes for the one the clerk is at. A row is made when it is drawn: a pack may

    have a hundred thousand lines.
    """

    def __init__(self, lines: SourceLines, here: Sequence[int], line: int, width: int, *, led: bool) -> None:
        """here: the numbers of the lines of what is marked in the agenda; line: the one that the clerk is at;

        led: do the keys go here?
        """
        self._lines, self._here = lines, frozenset(here)
        self._style = "here" if led else "selected"
        entries = lines.entries
        self._digits = len(str(entries[-1].last)) if entries else 1
        self._at = lines.place_of(line)
        self._whole = self._wrapped(entries[self._at], width) if entries else []

    @property
    def focus(self) -> int:
        """The last row of the line that the clerk is at."""
        return self._at + max(0, len(self._whole) - 1)

    @override
    def __len__(self) -> int:
        return max(0, len(self._lines.entries) - 1 + len(self._whole))

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    @override
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self._row(one) for one in range(*place.indices(len(self)))]
        return self._row(range(len(self))[place])

    def _row(self, place: int) -> Row:
        behind = place - self._at
        if 0 <= behind < len(self._whole):
            return self._whole[behind]
        entry = self._lines.entries[place if behind < 0 else place - len(self._whole) + 1]
        number = entry.first.number
        mark = self._lines.marks.get(number, ASIDE)
        style = self._style if number in self._here else _STYLES[mark]
        return Row((Run(self._gutter(entry), style), Run(_text(entry), style)), key=number)

    def _gutter(self, entry: Entry) -> str:
        number = entry.first.number
        arrow = "▶" if number in self._here else " "
        return f"{arrow}{number:>{self._digits}} {self._lines.marks.get(number, ASIDE)} "

    def _wrapped(self, entry: Entry, width: int) -> list[Row]:
        gutter = f"▶{self._gutter(entry)[1:]}"
        rows = wrapped(_text(entry), max(8, width - len(gutter)), self._style, key=entry.first.number)
        below = Run(" " * len(gutter), self._style)
        return [
            Row((below if i else Run(gutter, self._style), *row.runs), key=entry.first.number)
            for i, row in enumerate(rows)
        ]


def _text(entry: Entry) -> str:
    if entry.count > 1:
        return f"… {entry.count:,} lines of reports (Enter opens them)"
    return f"{entry.first.marker} {entry.first.text}".strip()
