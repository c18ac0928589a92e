r"""Markdown (CommonMark, with tables as GitHub has them). What is typed stays what was typed: `\*` where it could be a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from boardtui.minutes.tree import AttendanceList, Bullet, Minutes, Part, SectionHeading
from boardtui.minutes.writers.dressing import HeadingLevels
from boardtui.minutes.writers.lines import attendance_lines, decision_blocks, numbered
from boardtui.model.text import clean_line

_ALWAYS = re.compile(r"([\\`*_\[\]<>&~|])")
_AT_THE_START = re.compile(r"^([#+=-])|^(\d+)([.)])(?=\s|$)")
_CLOSING_HASHES = re.compile(r"(#+)$")


def write(minutes: Minutes) -> bytes:
    """The minutes as UTF-8 Markdown."""
    return "".join(f"{block}\n\n" for block in _blocks(minutes)).removesuffix("\n").encode()


def escaped(text: str) -> str:
    """Text that reads the same when it is read as Markdown, at the beginning of a line too."""
    text = _within(text)
    return _AT_THE_START.sub(lambda at: f"\\{at[1]}" if at[1] else f"{at[2]}\\{at[3]}", text)


def _within(text: str) -> str:
    return _ALWAYS.sub(r"\\\1", clean_line(text))


def _blocks(minutes: Minutes) -> Iterator[str]:
    levels = HeadingLevels(sections=2, minutes=2)
    yield from (f"**{escaped(line)}**" for line in (minutes.council, minutes.draft) if clean_line(line))
    if clean_line(minutes.title):
        yield _heading(1, minutes.title)
    for one in minutes.attendance:
        yield from _attendance(one, levels.attendance())
    for part in minutes.body:
        if isinstance(part, SectionHeading):
            yield _heading(levels.section(part.level), part.text)
            yield from (escaped(line) for line in (part.nil,) if line)
            continue
        if part.heading_line:
            yield _heading(levels.minute(), part.heading_line)
        for one_part in part.parts:
            yield from _heading_or_part(one_part, levels)
    if minutes.closing:
        yield escaped(minutes.closing)
    if minutes.signature:
        yield _lines(minutes.signature)


def _heading(level: int, text: str) -> str:
    """A heading; hashes at its end would be taken for a mark."""
    words = _CLOSING_HASHES.sub(lambda at: "\\#" * len(at[1]), _within(text))
    return f"{'#' * level} {words}"


def _lines(lines: Iterable[str]) -> str:
    """Lines that stay lines."""
    return "\\\n".join(escaped(line) for line in lines)


def _attendance(one: AttendanceList, level: int) -> Iterator[str]:
    yield _heading(level, one.heading)
    if one.lines:
        yield _lines(attendance_lines(one.lines))
    if one.table:
        yield _table(one.table.rows, headed=one.table.headed)


def _heading_or_part(part: Part, levels: HeadingLevels) -> Iterator[str]:
    if part.kind == "subheading":
        yield _heading(levels.subheading(), part.text)
    else:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if part.kind == "bullets":
        yield "\n".join(line for bullet in part.bullets for line in _bullet(bullet, ""))
    elif part.kind == "table":
        yield _table(part.rows, headed=part.headed)
    elif part.kind == "decision":
        blocks = decision_blocks(numbered(part.paragraph, part.text or part.lead), part.clauses, run_on=bool(part.text))
        yield from (_lines(block) for block in blocks)
    elif part.kind == "roll":
        yield _lines(part.lines)
    elif part.kind == "paragraph":
        yield escaped(numbered(part.paragraph, part.text))
    elif part.kind == "quotation":
        yield f"> {escaped(part.text)}"
    else:
        yield escaped(part.text)


def _bullet(bullet: Bullet, margin: str) -> Iterator[str]:
    yield f"{margin}- {escaped(bullet.text)}"
    for below in bullet.bullets:
        yield from _bullet(below, f"{margin}  ")


def _table(rows: tuple[tuple[str, ...], ...], *, headed: bool) -> str:
    """A table, which in Markdown must have a row of headings: an empty one where there are none."""
    width = len(rows[0]) if rows else 0
    heading, body = (rows[0], rows[1:]) if headed else (("",) * width, rows)
    lines = [heading, ("---",) * width, *body]
    return "\n".join(f"| {' | '.join(cells if cells is lines[1] else map(escaped, cells))} |" for cells in lines)
