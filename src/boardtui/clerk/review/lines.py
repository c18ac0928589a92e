"""The lines of a source as the review goes through them: their marks, and the many lines of reports folded into one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from boardtui.agendas.parts import SILENT, Part, Placed
from boardtui.agendas.reading import Reading
from boardtui.agendas.source import SourceLine
from boardtui.agendas.troubles import Sort, Trouble

LEFTOVER, DOUBT, USED, ASIDE = "!", "?", " ", "·"
"""The marks of a line, beside its number; what they mean stands in the help of the review."""
_ORDER = {LEFTOVER: 0, DOUBT: 1, USED: 2, ASIDE: 3}
FEWEST = 6
"""Lines of reports, one behind the other, that are folded."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the source, or several of reports that are folded. first: the first of them; last: the number of the last

    one; count: how many.
    """

    first: SourceLine
    last: int
    count: int = 1


class SourceLines:
    """entries: what stands in the list, in order; marks: the mark of each line that has one other than ASIDE."""

    def __init__(self, reading: Reading, troubled: Sequence[Trouble], opened: frozenset[int]) -> None:
        """opened: the numbers of the lines that are not to be folded."""
        doubted = {one.at for one in troubled if one.sort in (Sort.DOUBT, Sort.UNHEEDED)}
        self.marks: dict[int, str] = {}
        reports: set[int] = set()
        for at, one in enumerate(reading.placed):
            if one.part is Part.REPORT:
                reports.update(one.lines)
            elif one.part is not Part.ASIDE:
                self._mark(one, doubted=at in doubted)
        folded = reports - opened - self.marks.keys()
        self.entries = list(_entries(reading.source.lines, folded))
        self._firsts = [entry.first.number for entry in self.entries]

    def _mark(self, one: Placed, *, doubted: bool) -> None:
        mark = _mark(one, doubted=doubted)
        for number in one.lines:
            before = self.marks.get(number)
            if before is None or _ORDER[mark] < _ORDER[before]:
                self.marks[number] = mark

    def place_of(self, number: int) -> int:
        """Where in the entries the line with this number is."""
        return max(0, bisect_right(self._firsts, number) - 1)


def _mark(one: Placed, *, doubted: bool) -> str:
    if one.part is Part.LEFT:
        return LEFTOVER
    if one.part in SILENT:
        return ASIDE
    return DOUBT if doubted else USED


def _entries(lines: Sequence[SourceLine], folded: set[int]) -> Sequence[Entry]:
    found: list[Entry] = []
    for is_folded, run in groupby(lines, lambda line: line.number in folded):
        several = list(run)
        if is_folded and len(several) >= FEWEST:
            found.append(Entry(several[0], several[-1].number, len(several)))
        else:
            found += [Entry(line, line.number) for line in several]
    return found
