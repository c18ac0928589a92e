"""Plain text: a paragraph a line, a blank line between blocks, labels typed. For mail, pipes and screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.minutes.tree import AttendanceList, Bullet, Minutes, Part, SectionHeading, Table
from boardtui.minutes.writers.lines import attendance_lines, decision_blocks, numbered
from boardtui.model.text import clean_line


def write(minutes: Minutes) -> bytes:
    """The minutes as UTF-8 text."""
    return "".join(f"{block}\n\n" for block in _blocks(minutes)).removesuffix("\n").encode()


def _blocks(minutes: Minutes) -> Iterator[str]:
    """Each block of the document; one holds several lines where those belong together."""
    head = (minutes.council, minutes.draft, minutes.title)
    yield from (clean_line(line) for line in head if line)
    for one in minutes.attendance:
        yield from _attendance(one)
    for part in minutes.body:
        if isinstance(part, SectionHeading):
            yield from (clean_line(line) for line in (part.text, part.nil) if line)
            continue
        if part.heading_line:
            yield clean_line(part.heading_line)
        yield from part_blocks(part.parts)
    if minutes.closing:
        yield clean_line(minutes.closing)
    if minutes.signature:
        yield _lines(minutes.signature)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(clean_line(line) for line in lines)


def _attendance(one: AttendanceList) -> Iterator[str]:
    yield clean_line(one.heading)
    if one.lines:
        yield _lines(attendance_lines(one.lines))
    if one.table:
        yield _table(one.table)


def part_blocks(parts: Iterable[Part]) -> Iterator[str]:
    """The blocks of a minute; the names of a vote stand right under the paragraph that leads to them."""
    waiting = ""
    for part in parts:
        lines = _part(part)
        if waiting and part.kind == "roll":
            lines[0] = f"{waiting}\n{lines[0]}"
        elif waiting:
            yield waiting
        waiting = lines.pop() if part.kind == "paragraph" else ""
        yield from lines
    if waiting:
        yield waiting


def _part(part: Part) -> list[str]:
    """The blocks of a part, at least one."""
    if part.kind == "bullets":
        return ["\n".join(line for bullet in part.bullets for line in _bullet(bullet, ""))]
    if part.kind == "table":
        return [_table(part)]
    if part.kind == "decision":
        blocks = decision_blocks(numbered(part.paragraph, part.text or part.lead), part.clauses, run_on=bool(part.text))
        return [_lines(block) for block in blocks]
    if part.kind == "roll":
        return [_lines(part.lines)]
    if part.kind == "paragraph":
        return [clean_line(numbered(part.paragraph, part.text))]
    return [clean_line(part.text)]


def _table(table: Table) -> str:
    return _lines(f"| {' | '.join(row)} |" for row in table.rows)


def _bullet(bullet: Bullet, margin: str) -> Iterator[str]:
    yield f"{margin}- {clean_line(bullet.text)}"
    for below in bullet.bullets:
        yield from _bullet(below, f"{margin}  ")
