"""Tables of an agenda, of whatever kind of file: where the words over its columns say so, a row is an item.

A table without such words lays a page out, or lists something else: its lines are given as they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from boardtui.agendas.parts import Part
from boardtui.agendas.source import SourceLine
from boardtui.agendas.table_heads import PARTS, Role, roles_of
from boardtui.model.limits import LONGEST_LINE, MOST_CELLS
from boardtui.model.text import fold

_HEAD_WITHIN = 6
"""Rows at the top of a table among which the heads of its columns are looked for."""
_LONGEST_LABEL = 40
_NUMBER = re.compile(r"\(?(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,5}|\d{1,4}/\d{2,4})[.):]?", re.IGNORECASE)
_SAID_ITEM = re.compile(r"(?:agenda )?item\s+(?:no\.?\s*)?(?=\S)", re.IGNORECASE)
_LONGEST_NUMBER = 16
_IN_PARTS = re.compile(r"(\d{1,4})[.](\d{1,3}[a-z]?|[a-z])[.):]?", re.IGNORECASE)
_LETTERED = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})[.)]|\([a-z]+\)|\(\d{1,2}\)", re.IGNORECASE)
_SUBPOINT = re.compile(
    r"(?P<number>\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})[.)])\s+(?P<rest>\S.*)", re.IGNORECASE
)
_TYPED = re.compile(
    r"(?P<number>\d{1,3}[a-z]?[.):]|\d{1,4}/\d{2,4}[.:]?|\d{1,3}\.\d{1,2}\.?)\s+(?P<rest>(?![ap]\.?m\b)\S.*)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}|\d\s*[ap]\.?m\b|\b(?:noon|midday|\d{4})\b", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?:\d{1,3}(?:\.\d)?\s*(?:h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|['’′])?\.?\s*(?:and\s*)?){1,2}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """lines: in reading order, what wrapped joined already; span: how many columns it goes over."""

    lines: tuple[SourceLine, ...]
    span: int = 1

    @property
    def words(self) -> str:
        """All that is printed in it, in one line."""
        return " ".join(f"{line.marker} {line.text}".strip() for line in self.lines).strip()


def heads_of(rows: Sequence[Sequence[Cell]]) -> tuple[int, tuple[Role, ...]] | None:
    """In which row the heads of the columns stand, and what each column holds; None where the table isn't one of items."""
    for place, row in enumerate(rows[:_HEAD_WITHIN]):
        roles = roles_of([cell.words for cell in row]) if 1 < len(row) <= MOST_CELLS else None
        if roles is not None:
            return place, tuple(role for cell, role in zip(row, roles, strict=True) for _ in range(cell.span))
    return None


def lines_of_table(rows: Sequence[Sequence[Cell]], above: Sequence[Role] = ()) -> Iterator[SourceLine]:
    """The lines of a table in the order in which an agenda says them; each has the number that it came with.

    In a table of items: ITEM with its number as marker, then what the other cells of its row say (LEAD, PAPERS, PLANNED …),
    then what stands below the title in its cell, as SUBITEM where it is lettered or numbered and else as NOTE.
    above: what the columns of the last table of items held, which a table without heads may go on from.
    """
    heads = heads_of(rows)
    if heads is not None:
        place, roles = heads
        for row in rows[:place]:
            yield from _as_read(row)
        yield from _Items(roles, rows[place]).read(rows[place:])
    elif _goes_on(rows, above):
        yield from _Items(above, ()).read(rows)
    else:
        for row in rows:
            yield from _as_read(row)


def _goes_on(rows: Sequence[Sequence[Cell]], roles: Sequence[Role]) -> bool:
    """Has a table as many columns as this, and numbers where it has them?"""
    if Role.NUMBER not in roles or any(sum(cell.span for cell in row) != len(roles) for row in rows):
        return False
    column = roles.index(Role.NUMBER)
    whole = [row for row in rows if len(row) == len(roles)]
    return bool(whole) and 2 * sum(bool(_number_alone(row[column])) for row in whole) > len(whole)


def _as_read(row: Sequence[Cell]) -> Iterator[SourceLine]:
    """The lines of a row, cell by cell. A number in a cell of its own is that of the line beside it, and so is a label."""
    cells = [cell for cell in row if cell.lines]
    if len(cells) > 1 and (number := _number_alone(cells[0])) and not cells[1].lines[0].marker:
        first, *others = cells[1].lines
        yield replace(first, marker=number, indent=cells[0].lines[0].indent)
        yield from others
        cells = cells[2:]
    elif len(cells) > 1 and (label := _label_alone(cells[0])) and not cells[1].lines[0].marker:
        first, *others = cells[1].lines
        yield replace(first, text=f"{label} {first.text}", indent=cells[0].lines[0].indent)
        yield from others
        cells = cells[2:]
    for cell in cells:
        yield from cell.lines


def _label_alone(cell: Cell) -> str:
    """The label that is all that stands in a cell, `Title:`; '' where there is more, or none."""
    return cell.words if len(cell.lines) == 1 and cell.words.endswith(":") and len(cell.words) <= _LONGEST_LABEL else ""


def _number_alone(cell: Cell) -> str:
    """The number that is all that stands in a cell; '' where there is more, or none."""
    if len(cell.lines) != 1 or (cell.lines[0].text and cell.lines[0].marker):
        return ""
    words = cell.words
    numbered = _NUMBER.fullmatch(words) and not words.isalpha()  # `I` and `A` alone are words
    return words if numbered or _IN_PARTS.fullmatch(words) else ""


class _Items:
    """Reads the rows of a table of items."""

    def __init__(self, roles: Sequence[Role], head: Sequence[Cell]) -> None:
        self._roles = roles
        self._head = _same(head)
        self._numbers: set[str] = set()
        self._began = False
        self._lettered = False

    def read(self, rows: Iterable[Sequence[Cell]]) -> Iterator[SourceLine]:
        """The lines of these rows, the head among them."""
        for row in rows:
            if _same(row) == self._head:
                yield from (replace(line, part=Part.ASIDE) for cell in row for line in cell.lines)
            elif self._is_item(row):
                yield from self._row(row)
            else:
                yield from (line for cell in row for line in cell.lines)

    def _is_item(self, row: Sequence[Cell]) -> bool:
        """Is it an item, or goes on with the one above? Words in one cell alone may be a heading over items, or anything."""
        said = [cell for cell in row if cell.lines]
        if len(said) > 1:
            return True
        role = next(iter(self._by_role(row)), Role.NUMBER)
        if len(row) == 1 or not said or role is Role.NUMBER:
            return False
        if role is Role.TITLE:
            return said[0].span == 1 and (Role.NUMBER not in self._roles or bool(said[0].lines[0].marker))
        return self._began

    def _row(self, row: Sequence[Cell]) -> Iterator[SourceLine]:
        by_role = self._by_role(row)
        number, stray, title = _parted(by_role.pop(Role.NUMBER, []), by_role.pop(Role.TITLE, []))
        yield from stray
        if title:
            first = title[0] if number else _marked(title[0], _SUBPOINT, _TYPED)
            yield self._begun(first, number or first.marker)
        yield from self._others(by_role)
        yield from map(_below, title[1:])

    def _begun(self, title: SourceLine, number: str) -> SourceLine:
        """The line that begins an item, or a part of one."""
        below = self._began and self._is_below(number)
        if not self._began:
            self._began, self._lettered = True, _LETTERED.fullmatch(number) is not None
        if not below:
            self._numbers.add(number.strip("(). :"))
        return replace(title, marker=number, part=Part.SUBITEM if below else Part.ITEM)

    def _is_below(self, number: str) -> bool:
        """Is this the number of a part of an item: lettered where items aren't, or 3.1 below an item 3?"""
        in_parts = _IN_PARTS.fullmatch(number)
        lettered = _LETTERED.fullmatch(number) is not None and not self._lettered
        return lettered or (in_parts is not None and in_parts[1] in self._numbers)

    def _by_role(self, row: Sequence[Cell]) -> dict[Role, list[Cell]]:
        found: dict[Role, list[Cell]] = {}
        column = 0
        for cell in row:
            role = self._roles[column] if column < len(self._roles) else Role.OTHER
            column += cell.span
            if cell.lines:
                found.setdefault(role, []).append(cell)
        return found

    def _others(self, by_role: dict[Role, list[Cell]]) -> Iterator[SourceLine]:
        """What the cells beside the title say."""
        for role, cells in by_role.items():
            lines = [line for cell in cells for line in cell.lines]
            if role in PARTS:
                yield from _in_one(lines, PARTS[role], "; " if role is Role.PAPERS else ", ")
            elif role in (Role.TIME, Role.LENGTH):
                yield from (_timed(line, role) for line in lines)
            elif role is Role.OTHER:
                yield from (replace(line, part=line.part or Part.NOTE) for line in lines)


def _parted(numbers: Sequence[Cell], titles: Sequence[Cell]) -> tuple[str, list[SourceLine], list[SourceLine]]:
    """The number of an item, the lines beside it that are none, and those of its title."""
    if not numbers and len(titles) > 1 and _number_alone(titles[0]):
        numbers, titles = titles[:1], titles[1:]
    title = [line for cell in titles for line in cell.lines]
    words = _SAID_ITEM.sub("", " ".join(cell.words for cell in numbers).strip())
    if title and (not words or _is_number(words)):
        return words, [], title
    return "", [line for cell in numbers for line in cell.lines], title


def _is_number(words: str) -> bool:
    return len(words) <= _LONGEST_NUMBER and (any(one.isdigit() for one in words) or bool(_NUMBER.fullmatch(words)))


def _same(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(fold(cell.words) for cell in row)


def _below(line: SourceLine) -> SourceLine:
    """A further line in the cell of a title."""
    if line.part is not None:
        return line
    line = _marked(line, _SUBPOINT)
    numbered = any(character.isalnum() for character in line.marker)
    return replace(line, part=Part.SUBITEM if numbered else Part.NOTE)


def _marked(line: SourceLine, *patterns: re.Pattern[str]) -> SourceLine:
    """The line with what was typed before it, of one of these patterns, as its marker."""
    found = None if line.marker else next((one for pattern in patterns if (one := pattern.fullmatch(line.text))), None)
    return replace(line, marker=found["number"], text=found["rest"]) if found else line


def _in_one(lines: Sequence[SourceLine], part: Part, between: str) -> Iterator[SourceLine]:
    """The lines of a cell as one, unless that would be endless."""
    words = [f"{line.marker} {line.text}".strip() if line.marker[:1].isalnum() else line.text for line in lines]
    if sum(map(len, words)) > LONGEST_LINE // 2:
        yield from (replace(line, part=Part.NOTE) for line in lines)
        return
    text = words[0]
    for word in words[1:]:
        text += (" " if text[-1:] in ",;:&-–/" else between) + word
    yield replace(lines[0], text=text, marker="", part=part)


def _timed(line: SourceLine, role: Role) -> SourceLine:
    """A planned time, or a planned length: `2.00 pm`, `10 mins`; other words are a note."""
    length = _LENGTH.fullmatch(line.text)
    if role is Role.TIME and _CLOCK.search(line.text):
        return replace(line, part=Part.PLANNED)
    return replace(line, part=Part.MINUTES if length else Part.NOTE)
