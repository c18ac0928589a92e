"""Minutes as a web page that stands alone: real headings, lists and tables, no script, nothing fetched from elsewhere.

Meant for WCAG 2.2 AA: one h1, levels that never jump, names in lists, numbers of clauses in the text so that they survive
copying, header cells with a scope, a contrast of 7:1 and text that wraps at any width. Text is escaped, always.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from typing import assert_never

from boardtui.minutes.tree import (
    Action,
    AttendanceLine,
    AttendanceList,
    Bullet,
    BulletList,
    Clause,
    Decision,
    Minute,
    Minutes,
    Paragraph,
    Part,
    Quotation,
    Roll,
    SectionHeading,
    Subheading,
    Table,
)
from boardtui.minutes.writers.dressing import (
    Beside,
    HeadingLevels,
    beside,
    even_rows,
    figure_columns,
    has_labels,
    has_words,
    heading_text,
    label_place,
    label_text,
    language,
    leads_in,
    page_parts,
    rule_places,
    sentences,
    title_text,
    verb_place,
)
from boardtui.model.text import clean, clean_line, on_one_line

_LETTERS_IN_A_LINE = 68
"""Which go beside one another in a table, on a wide screen and on paper."""
_CELL_BORDER = 2
_UNBROKEN = re.compile(r"[^\s-]+-?")
"""A line may end behind a hyphen."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(minutes: Minutes) -> bytes:
    """The minutes as a page in UTF-8. Every text of the tree is in it, as `model.text.clean` leaves it."""
    return "".join(f"{line}\n" for line in (*_head(minutes), *_Page().lines(minutes), "</html>")).encode()


def _head(minutes: Minutes) -> Iterator[str]:
    style = resources.files("boardtui.minutes").joinpath("minutes.css").read_text(encoding="utf-8")
    yield "<!doctype html>"
    yield f'<html lang="{escape(language(minutes))}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(clean_line(title_text(minutes)))}</title>"
    yield f"<style>\n{style}{_page_rule(minutes)}\n</style>"
    yield "</head>"


def _page_rule(minutes: Minutes) -> str:
    """The number of the page at the foot and the mark of draft at the head of a printed page."""
    parts = page_parts(minutes.page)
    foot = " ".join(
        f"counter({part})" if place % 2 else _css_text(part) for place, part in enumerate(parts) if part or place % 2
    )
    draft = (
        f" @top-right {{ content: {_css_text(minutes.draft)}; font-weight: bold; }}" if minutes.draft.strip() else ""
    )
    first = " @page :first { @top-right { content: none; } }" if draft else ""
    return f"@page {{ @bottom-center {{ content: {foot or 'none'}; }}{draft} }}{first}"


def _css_text(text: str) -> str:
    """Text as a CSS string: all but letters, digits and spaces by their code, so that nothing can end it."""
    line = on_one_line(text)
    return '"' + "".join(c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):06x}" for c in line) + '"'


def _said(text: str, *places: tuple[int, int], opening: str = "<strong>", closing: str = "</strong>") -> str:
    """Text as HTML; places: what to set apart in it, by (start, end)."""
    pieces = []
    done = 0
    for start, end in places:
        if end > start:
            pieces += [_escaped(text[done:start]), opening, _escaped(text[start:end]), closing]
            done = end
    return "".join([*pieces, _escaped(text[done:])])


def _escaped(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _paragraph(text: str, *places: tuple[int, int], kind: str = "", number: str = "") -> Iterator[str]:
    """A paragraph, unless there is nothing in it. number: its own within the minute."""
    if text.strip():
        kinds = [kind or ("lead" if leads_in(text) else ""), "numbered" if number else ""]
        name = f' class="{" ".join(filter(None, kinds))}"' if any(kinds) else ""
        before = f'<span class="number">{_said(number)}</span> ' if number else ""
        yield f"<p{name}>{before}{_said(text, *places)}</p>"


class _Page:
    """The body of the page, line by line."""

    def __init__(self) -> None:
        self._levels = HeadingLevels(sections=2, minutes=2)
        self._heads: tuple[()] | tuple[str, str] = ()

    def lines(self, minutes: Minutes) -> Iterator[str]:
        self._heads = minutes.action_column
        yield "<body>"
        yield '<main class="with-column">' if self._heads else "<main>"
        yield "<header>"
        yield from _paragraph(minutes.draft, kind="draft")
        yield from _paragraph(minutes.council, kind="council")
        yield f"<h1>{_said(title_text(minutes))}</h1>"
        yield "</header>"
        if minutes.attendance:
            yield from self._attendance(minutes.attendance)
        yield from self._body(minutes.body)
        yield from _end(minutes)
        yield "</main>"
        yield "</body>"

    def _heading(self, level: int, text: str, kind: str) -> str:
        return f'<h{level} class="{kind}">{_said(text)}</h{level}>'

    def _attendance(self, attendance: Sequence[AttendanceList]) -> Iterator[str]:
        yield '<div class="attendance">'
        for one in attendance:
            if one is attendance[-1] and one.stands_alone:
                yield from _paragraph(one.heading, kind="alone")
                continue
            if one.heading.strip():
                yield self._heading(self._levels.attendance(), one.heading, "list-heading")
            if one.lines:
                yield from _names(one.lines, one.across)
            if one.table and has_words(one.table):
                yield from _table(one.table)
        yield "</div>"

    def _body(self, body: Iterable[SectionHeading | Minute]) -> Iterator[str]:
        count = 0
        for part in body:
            if isinstance(part, SectionHeading):
                yield from self._section(part)
                continue
            count += 1
            yield f'<section id="minute-{count}">'
            heading = heading_text(part)
            if heading.strip():
                yield self._heading(self._levels.minute(), heading, "minute-heading")
            rows = beside(part) if self._heads else []
            yield from self._beside(rows, self._heads) if rows and self._heads else self._parts(part.parts)
            yield "</section>"

    def _parts(self, parts: Iterable[Part]) -> Iterator[str]:
        for part in parts:
            yield from self._part(part)

    def _beside(self, rows: Iterable[Beside], heads: tuple[str, str]) -> Iterator[str]:
        """A minute with its actions in a column beside it."""
        yield '<table class="beside">'
        yield f"<thead>{_row(heads, frozenset(), heading=True)}</thead>"
        yield "<tbody>"
        for row in rows:
            yield "<tr>"
            yield "<td>"
            yield from self._parts(row.said)
            yield "</td>"
            yield f"<td>{''.join(line for text in row.actions for line in _paragraph(text))}</td>"
            yield "</tr>"
        yield "</tbody>"
        yield "</table>"

    def _section(self, section: SectionHeading) -> Iterator[str]:
        if section.text.strip():
            kind = "section" if section.level <= 1 else "part-section"
            yield self._heading(self._levels.section(section.level), section.text, kind)
        yield from _paragraph(section.nil)

    def _part(self, part: Part) -> Iterator[str]:
        match part:
            case Paragraph():
                yield from _paragraph(part.text, number=part.paragraph)
            case Subheading():
                if part.text.strip():
                    yield self._heading(self._levels.subheading(), part.text, "subheading")
            case Quotation():
                if part.text.strip():
                    yield f"<blockquote>{_said(part.text)}</blockquote>"
            case BulletList():
                yield _bullets(part.bullets)
            case Table():
                if has_words(part):
                    yield from _table(part)
            case Decision():
                yield from _decision(part)
            case Roll():
                lines = "".join(f"<li>{_said(line, label_place(line))}</li>" for line in part.lines if line.strip())
                if lines:
                    yield f'<ul class="roll">{lines}</ul>'
            case Action():
                yield from _paragraph(part.text, label_place(part.text), kind="action")
            case _:
                assert_never(part)


def _names(lines: Sequence[AttendanceLine], across: int) -> Iterator[str]:
    columns = has_labels(lines)
    kind = "labelled" if columns else f"across-{across}" if across > 1 else ""
    yield f'<ul class="{kind}">' if kind else "<ul>"
    for line in lines:
        label = f'<strong class="label">{_said(label_text(line))}</strong> ' if line.label else ""
        name = f'<span class="name">{_said(line.text)}</span>' if columns else _said(line.text)
        yield f"<li>{label}{name}</li>"
    yield "</ul>"


def _bullets(bullets: Sequence[Bullet]) -> str:
    items = "".join(f"<li>{_said(one.text)}{_bullets(one.bullets)}</li>" for one in bullets)
    return f'<ul class="bullets">{items}</ul>' if items else ""


def _decision(decision: Decision) -> Iterator[str]:
    yield '<div class="decision">'
    for number, text, _ in sentences(decision):
        yield from _paragraph(text, verb_place(text), number=number)
    if decision.clauses:
        yield _clauses(decision.clauses)
    yield "</div>"


def _clauses(clauses: Sequence[Clause]) -> str:
    """A list whose numbers are text, for those that a browser makes are lost when it is copied."""
    items = ""
    for clause in clauses:
        label = f'<span class="label">{_said(clause.label)}</span> ' if clause.label else ""
        below = _clauses(clause.clauses) if clause.clauses else ""
        items += f'<li>{label}<span class="text">{_said(clause.text)}</span>{below}</li>'
    return f'<ol class="clauses">{items}</ol>'


def _table(table: Table) -> Iterator[str]:
    figures = figure_columns(table)
    first, *others = rows = even_rows(table)
    yield "<table>" if _has_room(rows) else '<table class="tight">'
    if table.headed:
        yield f"<thead>{_row(first, figures, heading=True)}</thead>"
    else:
        others = [first, *others]
    yield "<tbody>"
    yield from (_row(row, figures, heading=False) for row in others)
    yield "</tbody>"
    yield "</table>"


def _has_room(rows: Sequence[Sequence[str]]) -> bool:
    """Have the longest words of all columns room beside one another, so that none need be broken?"""
    widths = (
        max((len(word) for cell in column for word in _UNBROKEN.findall(cell)), default=0)
        for column in zip(*rows, strict=True)
    )
    return sum(width + _CELL_BORDER for width in widths) <= _LETTERS_IN_A_LINE


def _row(row: Sequence[str], figures: frozenset[int], *, heading: bool) -> str:
    cells = ""
    for place, cell in enumerate(row):
        kind = ' class="figures"' if place in figures else ""
        # An empty cell over a column heads nothing: a screen reader would read out a heading that isn't there.
        if heading and cell.strip():
            cells += f'<th scope="col"{kind}>{_said(cell)}</th>'
        else:
            cells += f"<td{kind}>{_said(cell)}</td>"
    return f"<tr>{cells}</tr>"


def _end(minutes: Minutes) -> Iterator[str]:
    yield '<div class="end">'
    yield from _paragraph(minutes.closing)
    if any(line.strip() for line in minutes.signature):
        yield '<div class="signature">'
        for line in minutes.signature:
            yield from _signature_line(line)
        yield "</div>"
    yield "</div>"


def _signature_line(line: str) -> Iterator[str]:
    rules = rule_places(line)
    if rules:
        text = _said(line, *rules, opening='<span class="rule">', closing="</span>")
        yield f'<p class="written">{text}</p>'
    else:
        yield from _paragraph(line)
