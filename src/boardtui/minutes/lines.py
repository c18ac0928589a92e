"""The minutes line by line: what a look through all of their words walks, such as a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardtui.minutes.tree import Bullet, Minute, Minutes, Part
from boardtui.minutes.writers.lines import attendance_lines, clause_lines


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a bullet, a clause or a row. minute: the one it stands in, None outside of any; list: the heading of the

    list of the attendance it stands in, '' for none.
    """

    text: str
    minute: Minute | None = None
    list: str = ""

    @property
    def where(self) -> str:
        """The heading it stands under as it prints, '' before the first."""
        return self.minute.heading_line if self.minute else self.list


def lines(minutes: Minutes) -> Iterator[Line]:
    """All of the minutes, headings included, from top to bottom."""
    for text in (minutes.draft, minutes.council, minutes.committee, minutes.title):
        if text:
            yield Line(text)
    for block in minutes.attendance:
        yield Line(block.heading)
        rows = block.table.rows if block.table else ()
        for text in (*attendance_lines(block.lines), *map(" | ".join, rows)):
            yield Line(text, list=block.heading)
    for part in minutes.body:
        if isinstance(part, Minute):
            yield from _of_minute(part)
        else:
            yield Line(f"{part.text} {part.nil}".strip())
    for text in (minutes.closing, *minutes.signature):
        if text:
            yield Line(text)


def _of_minute(minute: Minute) -> Iterator[Line]:
    if minute.heading_line:
        yield Line(minute.heading_line)
    for part in minute.parts:
        for text in _texts(part):
            yield Line(text, minute)


def _texts(part: Part) -> Iterator[str]:
    if part.kind == "bullets":
        yield from _bullets(part.bullets)
    elif part.kind == "table":
        yield from (" | ".join(cells) for cells in part.rows)
    elif part.kind == "roll":
        yield from part.lines
    elif part.kind == "decision":
        yield from (text for text in (part.lead or part.text, *clause_lines(part.clauses)) if text)
    else:
        yield part.text


def _bullets(bullets: Sequence[Bullet]) -> Iterator[str]:
    for bullet in bullets:
        yield bullet.text
        yield from _bullets(bullet.bullets)
