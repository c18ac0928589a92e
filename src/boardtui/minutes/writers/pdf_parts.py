"""The tree of minutes as the flat list of headings, paragraphs, lists and tables that the template of the PDF prints."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias, assert_never

from boardtui.minutes.tree import (
    Action,
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
    LONGEST_RULE,
    HeadingLevels,
    beside,
    even_rows,
    figure_columns,
    has_words,
    heading_text,
    in_columns,
    label_place,
    label_text,
    leads_in,
    rule_places,
    sentences,
    verb_place,
    with_long_rules,
)
from boardtui.model.text import clean, clean_line, on_one_line

Piece: TypeAlias = str | list[str] | int | None
"""A string; one in a list, set apart; 0, a new line; None, a place where a long word may break."""
Printed: TypeAlias = dict[str, Any]

_LONGEST_WORD = 24
"""In letters. More, if they are wide, might not fit between the margins."""
_LONGEST_OF_HEADING = 16
_LONGEST_LABEL = 30
_LONGEST_BESIDE = 10
"""In letters: of a word in the column of actions."""
_DEEPEST = 6
"""Levels of a list; what is deeper stands on the last."""
_CHUNK = 8
_LETTERS_IN_A_LINE, _ORDINARY_LETTERS_IN_A_LINE = 60, 80
"""At least so many go between the margins of the page, whatever they are, and so many of usual words."""
_WIDE = re.compile(r"[mwA-Z@%&]")
_NARROW_TOO = dict.fromkeys(map(ord, "’‘“”–£€"))
_FEW = 2
"""So many wide letters a usual word may have."""
_BESIDE = 2
"""The letters that would go into the room beside the words of a cell."""
_WIDEST = 40


def pieces(text: str, *bold: tuple[int, int], longest: int = _LONGEST_WORD, chunk: int = _CHUNK) -> list[Piece]:
    """A text as the template takes it.

    bold: from where to where it is set apart; longest: a word of more letters may break after every chunk of them.
    """
    made: list[Piece] = []
    done = 0
    for start, end in sorted(bold):
        if end > start:
            made += _plain(text[done:start], longest, chunk)
            made += ([one] if isinstance(one, str) else one for one in _plain(text[start:end], longest, chunk))
            done = end
    return made + list(_plain(text[done:], longest, chunk))


def _plain(text: str, longest: int, chunk: int) -> Iterator[str | int | None]:
    for number, line in enumerate(clean(text).replace("\t", " ").split("\n")):
        if number:
            yield 0
        for place, part in enumerate(re.split(rf"([^ ]{{{longest + 1},}})", line)):
            if place % 2:
                yield from _broken(part, chunk)
            elif part:
                yield part


def _broken(word: str, chunk: int) -> Iterator[str | None]:
    """A long word with the places where it may break; an accent stays with its letter."""
    begun = ""
    yield None
    for character in word:
        if len(begun) >= chunk and unicodedata.category(character) not in ("Mn", "Mc", "Me", "Cf"):
            yield begun
            yield None
            begun = ""
        begun += character
    yield begun
    yield None


class Parts:
    """The parts of the document, from the first to the last. title: what is printed as such."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._levels = HeadingLevels(sections=2, minutes=2)
        self._made: list[Printed] = []

    def of(self, minutes: Minutes) -> list[Printed]:
        """The parts of these minutes."""
        self._text("draft", minutes.draft)
        self._text("council", minutes.council)
        self._heading("title", self._title, 1)
        for place, attendance in enumerate(minutes.attendance):
            self._attendance(attendance, last=place == len(minutes.attendance) - 1)
        for part in minutes.body:
            if isinstance(part, SectionHeading):
                if part.text.strip():
                    self._heading("section", part.text, self._levels.section(part.level))
                self._text("text", part.nil)
                continue
            heading = heading_text(part)
            if heading.strip():
                self._heading("minute", heading, self._levels.minute())
            self._said(part, minutes.action_column)
        if self._made and any(line.strip() for line in (minutes.closing, *minutes.signature)):
            self._keep_last()
        self._text("closing", minutes.closing, keep=bool(minutes.signature))
        for place, line in enumerate(minutes.signature):
            self._signature(line, last=place == len(minutes.signature) - 1)
        return self._made

    def _keep_last(self) -> None:
        """The end is never alone on a page: what was written last stays with it; of a minute with a column, its last row."""
        last = self._made[-1]
        if last["kind"] == "beside" and len(last["rows"]) > 1:
            self._made.append(last | {"rows": last["rows"][-1:]})
            last["rows"] = last["rows"][:-1]
        self._made[-1]["keep"] = True

    def _text(self, style: str, text: str, *bold: tuple[int, int], keep: bool = False, number: str = "") -> None:
        """A paragraph, unless there is nothing in it. keep: on one page with what follows; number: its own in the minute."""
        if clean(text).strip():
            part = {"kind": "paragraph", "style": style, "text": pieces(text, *bold), "keep": keep or leads_in(text)}
            self._made.append(part | {"number": pieces(on_one_line(number), longest=_LONGEST_OF_HEADING)})

    def _heading(self, style: str, text: str, level: int) -> None:
        if clean_line(text):
            said = pieces(on_one_line(text), longest=_LONGEST_OF_HEADING)
            self._made.append({"kind": "heading", "style": style, "level": level, "text": said})

    def _list(self, style: str, items: list[Printed]) -> None:
        if items:
            self._made.append({"kind": "list", "style": style, "items": items, "keep": False})

    def _attendance(self, attendance: AttendanceList, *, last: bool) -> None:
        if last and attendance.stands_alone:
            self._text("alone", attendance.heading)
        elif attendance.heading.strip():
            self._heading("attendance", attendance.heading, self._levels.attendance())
        if attendance.table is not None and has_words(attendance.table):
            self._made.append(_table(attendance.table))
        items = _items([(label_text(line), line.text, []) for line in attendance.lines])
        if attendance.across > 1:
            lists = [{"style": "attendance", "items": one} for one in in_columns(items, attendance.across) if one]
            self._made.append({"kind": "columns", "across": attendance.across, "lists": lists, "keep": False})
        else:
            self._list("attendance", items)

    def _said(self, minute: Minute, heads: tuple[()] | tuple[str, str]) -> None:
        """What stands in a minute; heads: of the column of actions beside it, whose room is left free where there are none."""
        rows = beside(minute) if heads else []
        if not rows:
            start = len(self._made)
            for part in minute.parts:
                self._part(part)
            for made in self._made[start:]:
                made["narrow"] = bool(heads)
            return
        whole, made_rows = self._made, []
        for row in rows:
            self._made = []
            for part in row.said:
                self._part(part)
            texts = [pieces(text, longest=_LONGEST_BESIDE) for text in row.actions if clean(text).strip()]
            made_rows.append({"said": self._made, "actions": texts})
        self._made = whole
        said_heads = [pieces(head, longest=_LONGEST_BESIDE) for head in heads]
        self._made.append({"kind": "beside", "heads": said_heads, "rows": made_rows, "keep": False})

    def _part(self, part: Part) -> None:
        match part:
            case Paragraph():
                self._text("text", part.text, number=part.paragraph)
            case Subheading():
                if part.text.strip():
                    self._heading("subheading", part.text, self._levels.subheading())
            case Quotation():
                self._text("quotation", part.text)
            case BulletList():
                self._list("bullets", _bullets(part.bullets))
            case Table():
                if has_words(part):
                    self._made.append(_table(part))
            case Decision():
                self._decision(part)
            case Roll():
                lines = (line for line in part.lines if line.strip())
                self._list("roll", [_item(pieces(line, label_place(line)), []) for line in lines])
            case Action():
                self._text("action", part.text, label_place(part.text))
            case _:
                assert_never(part)

    def _decision(self, decision: Decision) -> None:
        for number, text, follows in sentences(decision):
            self._text("decision", text, verb_place(text), keep=follows, number=number)
        self._list("clauses", _clauses(decision.clauses))

    def _signature(self, line: str, *, last: bool) -> None:
        """A line to write upon has room above it, the name below it stands close."""
        if line.strip():
            said = pieces(with_long_rules(line), longest=LONGEST_RULE)
            style = "signature" if rule_places(line) else "under"
            self._made.append({"kind": "paragraph", "style": style, "text": said, "keep": not last, "number": []})


def _items(rows: Sequence[tuple[str, str, list[Printed]]]) -> list[Printed]:
    """Items of a list, of label, text and what is below. Labels too long for a column of their own run in before the text."""
    column = all(len(label) <= _LONGEST_LABEL for label, _, _ in rows)
    items: list[Printed] = []
    for label, text, below in rows:
        before = pieces(f"{label} ", (0, len(label))) if label and not column else []
        items.append(_item([*before, *pieces(text)], below, label=on_one_line(label) if column else ""))
    return items


def _item(text: list[Piece], below: list[Printed], label: str = "") -> Printed:
    return {"label": label, "text": text, "below": below}


def _bullets(bullets: Iterable[Bullet], level: int = 1) -> list[Printed]:
    items: list[Printed] = []
    for one in bullets:
        below = _bullets(one.bullets, level + 1)
        items += [_item(pieces(one.text), below)] if level < _DEEPEST else [_item(pieces(one.text), []), *below]
    return items


def _clauses(clauses: Iterable[Clause], level: int = 1) -> list[Printed]:
    return _items(list(_rows(clauses, level)))


def _rows(clauses: Iterable[Clause], level: int) -> Iterator[tuple[str, str, list[Printed]]]:
    for one in clauses:
        deep = level >= _DEEPEST
        yield one.label, one.text, [] if deep else _clauses(one.clauses, level + 1)
        if deep:
            yield from _rows(one.clauses, level)


def _table(grid: Table) -> Printed:
    """A table, its columns as wide as their words want; a word that doesn't fit may break anywhere."""
    rows = even_rows(grid)
    wanted = _widths(list(zip(*rows, strict=True)))
    shares = [width / sum(wanted) for width in wanted]
    return {
        "kind": "table",
        "keep": False,
        "headed": grid.headed,
        "widths": wanted,
        "figures": sorted(figure_columns(grid)),
        "rows": [[_cell(cell, share) for cell, share in zip(row, shares, strict=True)] for row in rows],
    }


def _cell(text: str, share: float) -> list[Piece]:
    """A cell; share: of the width of the page that its column has."""
    line = _ORDINARY_LETTERS_IN_A_LINE if _is_ordinary(text) else _LETTERS_IN_A_LINE
    return pieces(text, longest=max(int(share * line) - _BESIDE, 1), chunk=1)


def _is_ordinary(text: str) -> bool:
    """Are its letters no wider than those of the usual word?"""
    return text.translate(_NARROW_TOO).isascii() and all(len(_WIDE.findall(word)) <= _FEW for word in text.split())


def _widths(columns: Sequence[Sequence[str]]) -> list[float]:
    """A width for each column: by the longest of its cells, but none narrower than its longest word where there is the room."""
    wanted = [min(max(max(map(len, column)), 4), _WIDEST) for column in columns]
    needed = [max(len(word) for cell in column for word in re.split(r"\s", cell)) + _BESIDE + 1 for column in columns]
    spare = _ORDINARY_LETTERS_IN_A_LINE - sum(needed)
    if spare < 0:
        return [float(width) for width in wanted]
    return [least + spare * width / sum(wanted) for least, width in zip(needed, wanted, strict=True)]
