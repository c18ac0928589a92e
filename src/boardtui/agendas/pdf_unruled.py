"""Tables of a PDF without rules: words stand under the heads of columns, and a number begins a row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from boardtui.agendas.pdf_lines import Line, pieces
from boardtui.agendas.pdf_tables import Table, TableCell
from boardtui.agendas.table_heads import roles_of

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
"""Rows that begin with a number, for these to be heads of columns."""
_LEFT_OF_HEAD = 3.0
"""Points that a word may begin before the head of its column."""
_WHITE = 4.0
"""Points between two columns, at least."""


def with_tables(lines: Sequence[Line], right: float) -> list[list[Line] | Table]:
    """The lines from top to bottom, and the tables among them. right: where the text of the page ends."""
    parts: list[list[Line] | Table] = [[]]
    at = 0
    while at < len(lines):
        end, table = _table(lines[at:], right) if heads_a_table(lines[at]) else (0, None)
        if table is None:
            assert isinstance(parts[-1], list)
            parts[-1].append(lines[at])
            at += 1
        else:
            parts += [table, []]
            at += end
    return parts


def heads_a_table(line: Line) -> bool:
    """Are these the words over the columns of a table of items?"""
    heads = pieces(line)
    return len(heads) >= _FEWEST_COLUMNS and roles_of([head.whole for head in heads]) is not None


def _table(lines: Sequence[Line], right: float) -> tuple[int, Table | None]:
    """How many lines the table has that begins with this head, and the table; None if too few rows stand under it."""
    begins = [head.x0 for head in pieces(lines[0])]
    ends = [*(begin - _WHITE for begin in begins[1:]), right]
    cut = [_cut(line, begins, ends) for line in lines]
    numbered = [at for at, cells in enumerate(cut) if at and cells and cells[0]]
    if len(numbered) < _FEWEST_ROWS:
        return 0, None
    end = numbered[-1] + 1
    while end < len(lines) and cut[end] and lines[end].top - lines[end - 1].bottom < lines[end].size:
        end += 1
    rows: list[list[list[Line]]] = []
    for line, cells in zip(lines[:end], cut, strict=False):
        _take(rows, line, cells)
    return end, Table(lines[0].page, lines[0].top, tuple(begins), tuple(_row(row, len(begins)) for row in rows))


def _cut(line: Line, begins: Sequence[float], ends: Sequence[float]) -> list[Line | None]:
    """What of the line stands in each column; nothing at all if it goes across them."""
    columns = [max(bisect_right(begins, word.x0 + _LEFT_OF_HEAD) - 1, 0) for word in line.words]
    words = list(zip(line.words, columns, strict=True))
    if any(column + 1 < len(begins) and word.x1 > begins[column + 1] for word, column in words):
        return []
    if any(of != column and word.x0 - before.x1 < _WHITE for (before, of), (word, column) in pairwise(words)):
        return []
    cells = [tuple(word for word, of in words if of == column) for column in range(len(begins))]
    return [replace(line, words=cell, right=end) if cell else None for cell, end in zip(cells, ends, strict=True)]


def _take(rows: list[list[list[Line]]], line: Line, cells: Sequence[Line | None]) -> None:
    """Take a line in: as a row of its own where it goes across, or begins with a number; else it goes on with the one above."""
    goes_on = bool(rows) and (len(rows[-1]) == 1) != bool(cells)
    if not cells:
        if goes_on:
            rows[-1][0].append(line)
        else:
            rows.append([[line]])
    elif goes_on and cells[0] is None:
        for column, cell in zip(rows[-1], cells, strict=True):
            column += [cell] if cell else []
    else:
        rows.append([[cell] if cell else [] for cell in cells])


def _row(row: Sequence[Sequence[Line]], columns: int) -> tuple[TableCell, ...]:
    return tuple(TableCell(tuple(cell), columns if len(row) == 1 else 1) for cell in row)
