"""Tables as readers hand them on, written short."""

from __future__ import annotations

from boardtui.agendas.source import SourceLine
from boardtui.agendas.tables import Cell, lines_of_table

Written = str | tuple[str, int]


def table(*rows: tuple[Written, ...]) -> list[list[Cell]]:
    """A cell is its lines, a newline between them; with a number beside it, it goes over so many columns."""
    return [[cell(one) for one in row] for row in rows]


def cell(written: Written) -> Cell:
    words, span = (written, 1) if isinstance(written, str) else written
    return Cell(tuple(SourceLine(0, line) for line in words.split("\n") if line), span)


def said(*rows: tuple[Written, ...]) -> list[tuple[str, str, str]]:
    """What the lines of a table say: part, number, text."""
    return [told(line) for line in lines_of_table(table(*rows))]


def told(line: SourceLine) -> tuple[str, str, str]:
    return (line.part.value if line.part else "", line.marker, line.text)
