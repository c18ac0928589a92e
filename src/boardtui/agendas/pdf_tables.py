"""The tables of a PDF that are ruled: which words stand in which cell, and what goes on over the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from boardtui.agendas.pdf_apart import Box, Grid, Page, Word
from boardtui.agendas.pdf_lines import Line, lines_of

_MOST_CELLS = 2_000
_SAME_RULE = 3.0
"""Points by which a rule may stand elsewhere on the next page."""
_WIDEST_MARGIN = 12.0
"""Points between a rule and the text beside it, at most."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """lines: what stands in it; span: over how many columns it goes."""

    lines: tuple[Line, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page, or over several. columns: where each begins."""

    page: int
    top: float
    columns: tuple[float, ...]
    rows: tuple[tuple[TableCell, ...], ...]


def tables_of(page: Page) -> tuple[list[Table], list[Word]]:
    """The tables of a page from top to bottom, and the words that stand in none of them."""
    words: list[Word] = list(page.words)
    tables: list[Table] = []
    for grid in page.tables:
        if _is_table(grid):
            table, words = _filled(page.number, grid, words)
            tables += [table] if table else []
    return sorted(tables, key=lambda table: table.top), words


def _is_table(grid: Grid) -> bool:
    """A box around text is none: it takes two cells that stand side by side, and not more than a table has."""
    cells = sum(len(row) for row in grid)
    return cells <= _MOST_CELLS and any(sum(cell is not None for cell in row) > 1 for row in grid)


def _filled(page: int, grid: Grid, words: Iterable[Word]) -> tuple[Table | None, list[Word]]:
    """The table with its words, and the words that are left; None for one in which there are none."""
    boxes = [cells for row in grid if (cells := [cell for cell in row if cell])]
    tops = [min(cell.top for cell in row) for row in boxes]
    inside: dict[Box, list[Word]] = {}
    left: list[Word] = []
    for word in words:
        cell = _cell_of(word, boxes, tops)
        if cell is None:
            left.append(word)
        else:
            inside.setdefault(cell, []).append(word)
    columns = tuple(sorted({cell.x0 for row in boxes for cell in row}))
    rows = tuple(_row(page, row, columns, inside) for row in boxes)
    return (Table(page, tops[0], columns, rows) if inside else None), left


def _cell_of(word: Word, boxes: Sequence[Sequence[Box]], tops: Sequence[float]) -> Box | None:
    """The cell that a word stands in: of the row it is beside, or of one above that reaches down to it."""
    row = bisect_right(tops, (word.top + word.bottom) / 2) - 1
    for place in range(row, max(row - 4, -1), -1):
        for cell in boxes[place]:
            if cell.holds(word):
                return cell
    return None


def _row(
    page: int, row: Sequence[Box], columns: Sequence[float], inside: dict[Box, list[Word]]
) -> tuple[TableCell, ...]:
    """The cells of a row; an empty one where a cell from above reaches down."""
    cells: list[TableCell] = []
    column = 0
    for box in sorted(row, key=lambda box: box.x0):
        begins = columns.index(box.x0)
        ends = sum(begin < box.x1 - 1 for begin in columns)
        cells += [TableCell(())] * (begins - column)
        cells.append(TableCell(_lines(page, box, inside.get(box, ())), max(ends - begins, 1)))
        column = max(ends, begins + 1)
    return (*cells, *[TableCell(())] * (len(columns) - column))


def _lines(page: int, box: Box, words: Sequence[Word]) -> tuple[Line, ...]:
    """The lines in a cell, each with the edge of the cell as the end of its column."""
    lines = lines_of(page, words)
    margin = min((line.x0 - box.x0 for line in lines), default=0.0)
    return tuple(replace(line, right=box.x1 - min(max(margin, 0), _WIDEST_MARGIN)) for line in lines)


def goes_on(table: Table, after: Table) -> bool:
    """Is the next table, the first on the next page, this one going on: are its columns the same?"""
    return len(table.columns) == len(after.columns) and all(
        abs(one - other) <= _SAME_RULE for one, other in zip(table.columns, after.columns, strict=True)
    )


def joined(table: Table, after: Table) -> Table:
    """Both as one. A row that was broken over the page is whole again."""
    last, first = table.rows[-1], after.rows[0]
    if _is_rest(first) and len(first) == len(last):
        whole = tuple(replace(one, lines=one.lines + rest.lines) for one, rest in zip(last, first, strict=True))
        return replace(table, rows=(*table.rows[:-1], whole, *after.rows[1:]))
    return replace(table, rows=table.rows + after.rows)


def _is_rest(row: Sequence[TableCell]) -> bool:
    """Does the row begin in the middle of a sentence?"""
    begun = [cell.lines[0].words[0].text for cell in row if cell.lines]
    return len(row) > 1 and not row[0].lines and bool(begun) and begun[0][:1].islower()
