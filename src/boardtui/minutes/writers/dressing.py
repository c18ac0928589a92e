"""What the writers that dress the tree share: headings that never jump a level, and words that are set apart.

Nothing here changes a word. `(start, end)` pairs say which part of a text is to stand out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from boardtui.minutes.tree import AttendanceLine, Decision, Minute, Minutes, Part, Table

T = TypeVar("T")
LANGUAGE = "en-GB"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FIGURE = re.compile(r"[-–—]|[(+\-−–]?\s?[£€$]?\s?\d[\d,.]*\s?%?\)?")
_RULE = re.compile(r"_{3,}")
LONGEST_RULE = 40
LONG_ENOUGH_TO_SIGN, LONG_ENOUGH_TO_INITIAL = 8, 3
"""So many times as long as the house types it is a rule."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_PLACEHOLDER = re.compile(r"\{(page|pages)\}")


class HeadingLevels:
    """The levels of the headings as they come, each at most one below the one before (WCAG technique G141).

    The title is level 1. A minute stands under its section, a subheading under its minute. sections, minutes: the levels
    of the highest section and of a minute that is in no section.
    """

    def __init__(self, *, sections: int, minutes: int) -> None:
        self._sections = sections
        self._minutes = minutes
        self._section = 0
        self._before = 1

    def attendance(self) -> int:
        """The level of a heading in the attendance."""
        return self._step(2)

    def section(self, level: int) -> int:
        """The level of the heading of a section; level: as in the tree, 1 the highest."""
        self._section = self._step(self._sections + max(level, 1) - 1)
        return self._section

    def minute(self) -> int:
        """The level of the heading of a minute."""
        return self._step(self._under_section())

    def subheading(self) -> int:
        """The level of a heading inside a minute."""
        return self._step(self._under_section() + 1)

    def _under_section(self) -> int:
        return max(self._minutes, self._section + 1)

    def _step(self, wanted: int) -> int:
        self._before = min(wanted, self._before + 1, 6)
        return self._before


def heading_text(minute: Minute) -> str:
    """The heading of a minute with its number, as the house prints them; '' for a minute that has neither."""
    return minute.heading_line or " ".join(part for part in (minute.number, minute.heading) if part)


def title_text(minutes: Minutes) -> str:
    """The title; the committee's name where a title is wanting, for a document without one can't be found again."""
    return minutes.title.strip() or minutes.committee.strip() or minutes.council


def language(minutes: Minutes) -> str:
    """The language of the minutes as a tag (BCP 47); British English where what is given is no tag."""
    return minutes.language if _LANGUAGE_TAG.fullmatch(minutes.language) else LANGUAGE


def label_text(line: AttendanceLine) -> str:
    """What runs in before a line of the attendance, with its colon; '' for none."""
    return f"{line.label.rstrip(': ')}:" if line.label else ""


def has_labels(lines: Iterable[AttendanceLine]) -> bool:
    """Does anything run in before these lines, so that they stand in two columns?"""
    return any(line.label for line in lines)


def verb_place(text: str) -> tuple[int, int]:
    """Where the verb of a decision in capitals stands: at the beginning, or last before `that`; (0, 0) where there is none.

    `RESOLVED that …`, `It was proposed by … and RESOLVED unanimously that …`, `NOTED the report`.
    """
    capitals = [match for match in _WORD.finditer(text) if match.group().isupper()]
    if capitals and capitals[0].start() == 0:
        return capitals[0].span()
    that = re.search(r"\bthat\b", text)
    before = [match for match in capitals if that and match.end() <= that.start()]
    return before[-1].span() if before else (0, 0)


def label_place(text: str) -> tuple[int, int]:
    """Where what runs in before a colon stands, `Action:`, `For (7):`; (0, 0) where there is none or it is long."""
    end = text.find(":", 0, 60) + 1
    return 0, end


def rule_places(text: str) -> list[tuple[int, int]]:
    """Where underscores stand for a rule to sign or write upon."""
    return [match.span() for match in _RULE.finditer(text)]


def with_long_rules(text: str, times: int = LONG_ENOUGH_TO_SIGN) -> str:
    """The text with its rules so many times as long as the house types them, and at most 40 letters where they become so."""
    return _RULE.sub(lambda rule: "_" * max(len(rule[0]), min(len(rule[0]) * times, LONGEST_RULE)), text)


def longest_number(minutes: Minutes) -> int:
    """The letters of the longest number of a paragraph, 0 where paragraphs have none: they all stand in as far."""
    parts = (part for one in minutes.body if one.kind == "minute" for part in one.parts)
    return max((len(part.paragraph) for part in parts if part.kind in ("paragraph", "decision")), default=0)


def sentences(decision: Decision) -> list[tuple[str, str, bool]]:
    """What a decision says before its clauses, paragraph by paragraph: number, words, and whether anything of it follows."""
    said = [text for text in (decision.lead, decision.text) if text.strip()]
    last = len(said) - 1
    return [
        ("" if place else decision.paragraph, text, place < last or bool(decision.clauses))
        for place, text in enumerate(said)
    ]


class Beside(NamedTuple):
    """A row of a minute with a column: what was said, and the actions that stand beside it."""

    said: tuple[Part, ...]
    actions: tuple[str, ...]


def beside(minute: Minute) -> list[Beside]:
    """A minute in rows, its actions beside the part that led to them; no rows where it has none in the column."""
    rows: list[Beside] = []
    said: list[Part] = []
    actions: list[str] = []
    for part in minute.parts:
        if part.kind == "action" and part.beside.strip():
            actions.append(part.beside)
            continue
        if actions:
            rows += _rows(said, actions)
            said, actions = [], []
        said.append(part)
    return [*rows, *_rows(said, actions)] if rows or actions else []


def _rows(said: Sequence[Part], actions: Sequence[str]) -> list[Beside]:
    """What was said before the part that led to these actions, and that part with them."""
    if not actions:
        return [Beside(tuple(said), ())] if said else []
    before = [Beside(tuple(said[:-1]), ())] if len(said) > 1 else []
    return [*before, Beside(tuple(said[-1:]), tuple(actions))]


def leads_in(text: str) -> bool:
    """Does what follows belong to this text, so that no page may end between them?"""
    return text.rstrip().endswith(":")


def page_parts(page: str) -> list[str]:
    """`Page {page} of {pages}` as `Page `, `page`, ` of `, `pages`, ``: text and name of a number by turns."""
    return _PLACEHOLDER.split(page)


def in_columns(things: Sequence[T], across: int) -> list[Sequence[T]]:
    """Things in so many columns of even length, read from top to bottom; the last ones may be shorter, or empty."""
    long = -(-len(things) // across)
    return [things[place * long : (place + 1) * long] for place in range(across)]


def has_words(table: Table) -> bool:
    """Is there anything to print in this table?"""
    return any(cell.strip() for row in table.rows for cell in row)


def even_rows(table: Table) -> list[tuple[str, ...]]:
    """The rows, all as long as the longest."""
    width = max((len(row) for row in table.rows), default=0)
    return [row + ("",) * (width - len(row)) for row in table.rows]


def figure_columns(table: Table) -> frozenset[int]:
    """The columns that hold nothing but figures below a heading or the first row, to be set flush right."""
    rows = even_rows(table)[1:]
    columns = (tuple(cell.strip() for cell in column if cell.strip()) for column in zip(*rows, strict=True))
    return frozenset(
        place for place, cells in enumerate(columns) if cells and all(_FIGURE.fullmatch(cell) for cell in cells)
    )
