"""Where the clerk is in a reading: in its lines or in the agenda, the two kept in step; and what was done to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from boardtui.agendas.parts import SILENT, Placed
from boardtui.agendas.reading import Reading
from boardtui.agendas.revision import Revision
from boardtui.agendas.troubles import Sort, Trouble, troubles
from boardtui.agendas.unheeded import unheeded
from boardtui.clerk.review.lines import Entry, SourceLines

Revise = Callable[[Reading, int], Reading]


class Marking:
    """at: the place that is marked; line: the number of the source line that is, 0 for none; in_source: is the clerk among

    the lines, and not in the agenda? Of the reading as it stands, worked out once: troubles; idle: why some of it adds nothing,
    by its place; shown: the places of what goes into the agenda; lines: as they are gone through.
    """

    def __init__(self, reading: Reading) -> None:
        self.revision = Revision.of(reading)
        self.in_source = False
        self.line = 0
        self._opened: frozenset[int] = frozenset()
        self._take_in()
        shown = self.shown
        self.go_to(shown[0] if shown else 0)

    @property
    def reading(self) -> Reading:
        """The reading as it stands."""
        return self.revision.reading

    @property
    def at(self) -> int:
        """The place that is marked."""
        return self.revision.now.at

    @property
    def one(self) -> Placed | None:
        """What stands there, None in a source without lines."""
        placed = self.reading.placed
        return placed[self.at] if self.at < len(placed) else None

    def _take_in(self) -> None:
        """Look at the reading anew."""
        self.troubles: tuple[Trouble, ...] = troubles(self.reading)
        self.idle = unheeded(self.reading.placed)
        self.lines = SourceLines(self.reading, self.troubles, self._opened)
        self.shown = [at for at, one in enumerate(self.reading.placed) if one.part not in SILENT]
        self._by_line: dict[int, int] = {}
        for at, one in enumerate(self.reading.placed):
            for number in one.lines:
                before = self._by_line.get(number)
                if before is None or (self.reading.placed[before].part in SILENT and one.part not in SILENT):
                    self._by_line[number] = at

    # --- moving

    def go_to(self, at: int) -> None:
        """Mark this place, and its first line."""
        last = max(0, len(self.reading.placed) - 1)
        self.revision = self.revision.marked(max(0, min(at, last)))
        if self.one is not None and self.line not in self.one.lines and self.one.lines:
            self.line = self.one.lines[0]

    def go_to_line(self, number: int) -> None:
        """Mark this line, and what was made of it."""
        self.line = number
        if number in self._by_line:
            self.revision = self.revision.marked(self._by_line[number])

    def move(self, by: int) -> None:
        """So many further in what the clerk is in, back when negative."""
        if self.in_source:
            self._move_line(by)
        elif self.shown:
            place = bisect_left(self.shown, self.at)
            is_there = place < len(self.shown) and self.shown[place] == self.at
            place += by if is_there or by < 0 else by - 1
            self.go_to(self.shown[max(0, min(place, len(self.shown) - 1))])

    def _move_line(self, by: int) -> None:
        entries = self.lines.entries
        if entries:
            place = self.lines.place_of(self.line) + by
            self.go_to_line(entries[max(0, min(place, len(entries) - 1))].first.number)

    @property
    def on_folded(self) -> bool:
        """Is the clerk at lines of reports that are folded?"""
        return self.in_source and bool(self.lines.entries) and self._entry.count > 1

    @property
    def _entry(self) -> Entry:
        return self.lines.entries[self.lines.place_of(self.line)]

    def open_folded(self) -> None:
        """Have the lines of reports that the clerk is at stand line by line."""
        self._opened |= frozenset(range(self._entry.first.number, self._entry.last + 1))
        self.lines = SourceLines(self.reading, self.troubles, self._opened)

    def change_side(self) -> None:
        """From the lines to the agenda, or back; what is marked stays."""
        self.in_source = not self.in_source
        if self.in_source and self.one is not None and self.one.lines:
            self.line = self.one.lines[0] if self.line not in self.one.lines else self.line

    def next_trouble(self, step: int) -> bool:
        """Mark the next line that is doubtful or left over, the one before when step is negative; from the other end again

        behind the last one. Returns whether there is any.
        """
        places = sorted(one.at for one in self.troubles if one.at is not None and one.sort is not Sort.FLAG)
        if not places:
            return False
        place = bisect_right(places, self.at) % len(places) if step > 0 else bisect_left(places, self.at) - 1
        self.go_to(places[place])
        return True

    # --- revising

    def revise(self, how: Revise, what: str, *, to: int | None = None) -> None:
        """Do this at what is marked. what: how it is told; to: the place that is marked then. Raises Refusal."""
        at = self.at
        self._become(self.revision.revised(how(self.reading, at), at if to is None else to, what))

    def undo(self) -> str:
        """A step back. Returns what was done in it, '' where there is none."""
        what = self.revision.now.what if self.revision.before else ""
        self._become(self.revision.undone())
        return what

    def redo(self) -> str:
        """The step undone last once more. Returns what is done in it, '' where there is none."""
        after = self.revision.after
        self._become(self.revision.redone())
        return after[0].what if after else ""

    def _become(self, revision: Revision) -> None:
        self.revision = revision
        self._take_in()
        self.go_to(self.at)
