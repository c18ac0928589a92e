"""Words where a PDF has them, made up."""

from __future__ import annotations

from boardtui.agendas.pdf_apart import Word
from boardtui.agendas.pdf_lines import Line, lines_of

RIGHT = 540.0


def words(
    text: str, x: float = 57.0, y: float = 100.0, size: float = 10.0, bold: bool = False, space: float = 3.0
) -> list[Word]:
    """Words beside one another, each letter half as wide as it is high; `|` leaves a gap as wide as a column's."""
    found, at = [], x
    for word in text.split():
        if word == "|":
            at += 60
            continue
        found.append(Word(at, y, at + len(word) * size / 2, y + size, size, bold, word))
        at = found[-1].x1 + space
    return found


def laid(*lines: str, page: int = 1, x: float = 57.0, top: float = 100.0) -> list[Line]:
    """These lines under one another."""
    return lines_of(page, [word for place, line in enumerate(lines) for word in words(line, x=x, y=top + 14 * place)])
