"""The recorded vote in rows: what is voted on, the count, and the sheet in columns. Pure functions, widths in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.clerk.widgets.rows import crop
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING
from boardtui.model.text import literal
from boardtui.rules.marking import Whom

if TYPE_CHECKING:
    from boardtui.rules.marking import Line, Sheet
    from boardtui.rules.rollcall import Question

_TOLD = {FOR: "for", AGAINST: "against", ABSTAINED: "abstain", NOT_VOTING: "no vote", "": "·", None: "mixed"}
"""How a line of the sheet votes, in a word."""
_STYLES = {FOR: "good", AGAINST: "bad", ABSTAINED: "warning", NOT_VOTING: "accent", "": "muted", None: "plain"}
_COUNTED = ((FOR, "For"), (AGAINST, "Against"), (ABSTAINED, "Abstained"), (NOT_VOTING, "Not voting"))
_WAY, _MARK, _GAP = 7, 2, 1
_LONGEST_NAME, _LONGEST_PARTY, _SHORTEST_PARTY, _ABBREVIATED = 20, 16, 3, 8
NARROWEST = 25
"""Cells a column takes at least, with its gap."""
WIDEST = 44
"""Cells beyond which a name and what became of it would stand too far apart to be read as one."""


def question_rows(asked: Question, width: int) -> list[Row]:
    """What is voted on, word for word."""
    if not asked.seq:
        return wrapped(f"{asked.called}. What is recorded stands alone.", width, "warning")
    heading = asked.called.upper() + (" · COUNTED ANEW" if asked.again else "")
    if not asked.words:
        return [row(heading, "accent"), *wrapped("Its words have not been given.", width, "warning")]
    return [row(heading, "accent"), *wrapped(asked.words, width, "strong")]


def in_sight(rows: Sequence[Row], top: int, most: int) -> list[Row]:
    """So many of the rows from one on; where not all of them are in sight, that there are more."""
    if len(rows) <= most:
        return list(rows)
    shown = list(rows[top : top + most])
    more = "PgUp PgDn: all of it" if top else "PgDn: more"
    return [Row(shown[0].runs, Run(more, "muted")), *shown[1:]]


def count_row(figures: dict[str, int], unsaid: int) -> Row:
    """The count as it is now, and how many have not been heard."""
    runs: list[Run] = []
    for way, name in _COUNTED:
        runs += [Run(f"{name} "), Run(str(figures[way]), _STYLES[way] if figures[way] else "muted"), Run("   ")]
    left = Run(f"{unsaid} not heard yet", "warning") if unsaid else Run("all heard", "good")
    return Row(tuple(runs), left)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the lines of a sheet stand. across: how many of everyone, the parties and the rest stand in a row, each so wide;

    columns: of the voters, who stand one below the other, each so wide; heads, voters, barred: how many there are of each.
    The barred have a row each.
    """

    across: int
    head_width: int
    columns: int
    width: int
    heads: int
    voters: int
    barred: int

    @property
    def head_rows(self) -> int:
        """Rows of everyone, the parties and the rest."""
        return -(-self.heads // self.across)

    @property
    def depth(self) -> int:
        """Rows of a column of voters."""
        return -(-self.voters // self.columns)

    def line_at(self, row: int, cell: int) -> int | None:
        """Which line is drawn at a row and a cell of it; None for none."""
        if row < self.head_rows:
            column = cell // self.head_width
            place = row * self.across + column
            return place if column < self.across and place < self.heads else None
        row -= self.head_rows + 1
        column = cell // self.width
        if column < self.columns and 0 <= row < self.depth:
            place = column * self.depth + row
            return self.heads + place if place < self.voters else None
        row -= self.depth + 2
        return self.heads + self.voters + row if 0 <= row < self.barred else None

    def row_of(self, place: int) -> int:
        """The row in which a line is drawn."""
        if place < self.heads:
            return place // self.across
        if place < self.heads + self.voters:
            return self.head_rows + 1 + (place - self.heads) % self.depth
        return self.head_rows + 1 + self.depth + 2 + place - self.heads - self.voters

    def beside(self, place: int, step: int) -> int:
        """The line a column further (1) or back (-1)."""
        if place < self.heads:
            return max(0, min(place + step, self.heads - 1))
        if place >= self.heads + self.voters:
            return place
        there = place + step * self.depth
        inside = self.heads <= there < self.heads + self.voters
        return there if inside else self.heads + self.voters - 1 if step > 0 else self.heads


def layout(sheet: Sheet, width: int, height: int) -> Layout:
    """As few columns as let everybody be seen at once; as many as there is room for, where not even these would do."""
    kinds = [line.whom for line in sheet.lines]
    voters, barred = kinds.count(Whom.VOTER), kinds.count(Whom.BARRED)
    heads = len(kinds) - voters - barred
    most = max(1, width // NARROWEST)
    across = min(most, heads)
    for columns in range(1, most + 1):
        tried = Layout(across, width // most, columns, min(width // columns, WIDEST), heads, voters, barred)
        if columns == most or tried.head_rows + 1 + tried.depth + (barred + 2 if barred else 0) <= height:
            break
    return tried


def sheet_rows(sheet: Sheet, laid: Layout) -> tuple[list[Row], int]:
    """The sheet, and the row to keep in sight: everyone, the parties and the rest; the voters; those who may not vote."""
    found = set(sheet.found)
    longest = max((cell_len(line.name) for line in sheet.lines if line.whom is Whom.VOTER), default=0)

    def cell(place: int) -> tuple[Run, ...]:
        dim = bool(found) and place not in found
        if place < laid.heads:
            return _head(sheet, place, laid.head_width - _GAP, dim=dim)
        return _voter(sheet, place, laid.width - _GAP, min(longest, _LONGEST_NAME), dim=dim)

    starts = range(0, laid.heads, laid.across)
    rows = [_across(cell, range(start, min(start + laid.across, laid.heads))) for start in starts]
    rows.append(Row())
    first = laid.heads
    for down in range(laid.depth):
        places = range(first + down, first + laid.voters, laid.depth)
        rows.append(_across(cell, places))
    if laid.barred:
        rows += [Row(), row("HERE, AND MAY NOT VOTE", "muted")]
        rows += [_barred(sheet, place) for place in range(first + laid.voters, len(sheet.lines))]
    if not laid.voters and not laid.barred:
        rows.append(row("Nobody who may vote is here. The register says who is.", "warning"))
    return rows, laid.row_of(sheet.at)


def _across(cell: Callable[[int], tuple[Run, ...]], places: Sequence[int]) -> Row:
    runs: list[Run] = []
    for place in places:
        runs += [*cell(place), Run(" " * _GAP)]
    return Row(tuple(runs))


def _head(sheet: Sheet, place: int, width: int, *, dim: bool) -> tuple[Run, ...]:
    """Everyone, a party, or the rest: how many, and how they vote."""
    line, here = sheet.lines[place], place == sheet.at
    number = f" {len(sheet.people_of(line))}"
    room = width - _MARK - _WAY - 1
    name = _fitted(crop(literal(line.name), room - len(number)) + number, room)
    style = "here" if here else "muted" if dim else "strong"
    return (Run("▶ " if here else "  ", style), Run(name, style), _told(sheet, line, here=here, dim=dim))


def _voter(sheet: Sheet, place: int, width: int, longest: int, *, dim: bool) -> tuple[Run, ...]:
    """Who, whose party, and how they vote. longest: cells that the longest name takes."""
    line, here = sheet.lines[place], place == sheet.at
    room = width - _MARK - _WAY - 1
    party = min(room - longest - 1, _LONGEST_PARTY)
    party = party if party >= _SHORTEST_PARTY else 0
    style = "here" if here else "muted" if dim else "plain"
    runs = [Run("▶ " if here else "  ", style), Run(_fitted(line.name, room - (party + 1 if party else 0)), style)]
    if party:
        name = set_cell_size(literal(line.party), party) if party < _ABBREVIATED else _fitted(line.party, party)
        runs.append(Run(f" {name}", style if here else "muted"))
    return (*runs, _told(sheet, line, here=here, dim=dim))


def _told(sheet: Sheet, line: Line, *, here: bool, dim: bool) -> Run:
    way = sheet.way_of(line)
    return Run(f" {_fitted(_TOLD[way], _WAY)}", "here" if here else "muted" if dim else _STYLES[way])


def _barred(sheet: Sheet, place: int) -> Row:
    """Somebody who may not vote, and why; and how they are marked all the same."""
    line, here = sheet.lines[place], place == sheet.at
    way = sheet.way_of(line)
    style = "here" if here else "plain"
    runs = [Run("▶ " if here else "  ", style), Run(f"{line.name}: {line.why}", style)]
    if way == NOT_VOTING:
        runs.append(Run(f"  {_TOLD[way]}", "muted"))
    elif way:
        runs.append(Run(f"  {_TOLD[way]} all the same", "bad"))
    return Row(tuple(runs))


def _fitted(text: str, width: int) -> str:
    """A text in exactly so many cells."""
    return set_cell_size(crop(literal(text), max(0, width)), max(0, width))


def foot_runs(sheet: Sheet) -> Iterator[Run]:
    """What the keys do; or the letters typed, and whom they found."""
    if sheet.misses:
        yield from (Run(sheet.letters, "strong"), Run(" nobody: Backspace", "muted"))
    elif sheet.letters:
        several = f", {len(sheet.found)} found: ↓ the next" if len(sheet.found) > 1 else ""
        yield from (Run(sheet.letters, "strong"), Run(f" {sheet.here.name}{several}", "muted"))
    else:
        for key, told in (("1", "for"), ("2", "against"), ("3", "abstain"), ("4", "no vote"), ("0", "clear")):
            yield from (Run(key, "accent"), Run(f" {told} ", "muted"))
