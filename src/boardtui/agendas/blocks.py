"""The lines of a web page, as a browser would break them: headings, paragraphs, entries of lists, rows of tables.

Nothing is guessed from words. What a page hides, or has only for finding one's way about, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeGuard

from boardtui.agendas.markup import Element, words
from boardtui.agendas.parts import Part
from boardtui.agendas.source import SourceLine
from boardtui.agendas.tables import Cell, lines_of_table
from boardtui.model.limits import LONGEST_LINE, MOST_CELLS, MOST_LINES, figure
from boardtui.model.text import clean

_LEFT_OUT = words(
    "head script style noscript template svg math object iframe audio video canvas nav button select textarea dialog"
)
_BLOCKS = words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "menu"))
_SET_APART = frozenset(("p", "hr", "blockquote", *_HEADINGS))
_IN = 36
"""Points that a list, a quotation or a definition is set in by; margins are in points too."""
_FARTHEST_IN = 1_000
_BULLET = "•"
_ROLES_LEFT_OUT = frozenset(("navigation", "search", "menu", "menubar", "alert", "dialog"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_MARGIN = re.compile(r"margin(-left)?\s*:\s*([^;]{1,60})", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d{1,4}(?:\.\d{1,3})?)(pt|px|cm|mm|in|em|rem)")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "em": 12.0, "rem": 12.0}
_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{1,30})", re.IGNORECASE)
_KINDS = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip
_MOST_ROMAN = 400
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_FIGURES = re.compile(r"-?\d{1,4}")
_ANY_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Text on one line, clean, with single spaces."""
    return _ANY_SPACE.sub(" ", clean(text)).strip()


@dataclass(frozen=True, slots=True)
class _Place:
    """How text stands. indent: in points; kept: its line ends are kept."""

    indent: int = 0
    bold: bool = False
    heading: int = 0
    kept: bool = False


class Lines:
    """The lines that elements make, numbered as they come. part: what all of them are, until it is set anew.

    known: takes an element that has a meaning of its own, and says whether it did.
    """

    def __init__(self, known: Callable[[Element], bool] = lambda _element: False) -> None:
        self._known = known
        self.found: list[SourceLine] = []
        self.part: Part | None = None
        self.cut = False
        self._number = 0
        self._pieces: list[tuple[str, bool]] = []
        self._marker = ""
        self._apart = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the clerk should know of how it was read."""
        return (f"Only its first {figure(MOST_LINES)} lines were read.",) if self.cut else ()

    def say(
        self,
        text: str,
        part: Part | None = None,
        *,
        indent: int = 0,
        marker: str = "",
        bold: bool = False,
        heading: int = 0,
        apart: bool = False,
    ) -> None:
        """A line of its own, where there is anything to say; one that is too long for any line goes on in the next."""
        text = plain(text)
        for begins in range(0, len(text), LONGEST_LINE):
            if self._number >= MOST_LINES:
                self.cut = True
                return
            self._number += 1
            self.found.append(
                SourceLine(
                    self._number,
                    text[begins : begins + LONGEST_LINE],
                    indent=indent,
                    marker="" if begins else marker,
                    bold=bold,
                    heading=heading,
                    apart=apart and not begins,
                    part=part or self.part,
                )
            )

    def take(self, element: Element, indent: int = 0) -> None:
        """The lines of an element, as a block of its own."""
        self._walk(element, _Place(indent))
        self._end(_Place(indent))

    def _walk(self, element: Element, place: _Place) -> None:
        if is_left_out(element):
            return
        if element.tag in _BLOCKS:
            self._end(place)
        if self._known(element):
            return
        if element.tag == "br":
            self._end(place)
        elif _WORD_MARKER.search(element.attributes.get("style", "")):
            self._marker = _of_word(plain(element.text())) or self._marker
        elif element.tag in _BLOCKS:
            self._block(element, place)
        else:
            self._inside(element, replace(place, bold=_is_bold(element, place.bold)))

    def _block(self, element: Element, place: _Place) -> None:
        self._apart = self._apart or element.tag in _SET_APART
        inner = _within(element, place)
        if element.tag == "table" and not any(element.all("table")):
            self._table(element, inner)
        elif element.tag in _LISTS:
            self._list(element, inner)
        else:
            self._inside(element, inner)
        self._end(inner)
        self._apart = self._apart or element.tag in _SET_APART

    def _inside(self, element: Element, place: _Place) -> None:
        for one in element.inside:
            if isinstance(one, Element):
                self._walk(one, place)
                continue
            first, *others = one.split("\n") if place.kept else (one,)
            self._pieces.append((first, place.bold))
            for line in others:
                self._end(place)
                self._pieces.append((line, place.bold))

    def _list(self, element: Element, place: _Place) -> None:
        """The entries of a list, each with its mark or its number."""
        markers = _markers(element)
        for one in element.inside:
            if isinstance(one, Element) and one.tag == "li" and not is_left_out(one):
                self._end(place)
                self._marker = markers(one)
                self._walk(one, place)
                self._end(place)
                self._marker = ""
            elif isinstance(one, Element):
                self._walk(one, place)
            else:
                self._pieces.append((one, place.bold))

    def _end(self, place: _Place) -> None:
        """The line that was being made is whole."""
        pieces, self._pieces = self._pieces, []
        text = plain("".join(piece for piece, _ in pieces))
        if not text:
            return
        bold = all(is_bold for piece, is_bold in pieces if piece.strip())
        marker, apart = self._marker, self._apart
        self._marker, self._apart = "", False
        self.say(text, indent=place.indent, heading=place.heading, bold=bold, marker=marker, apart=apart)

    def _table(self, element: Element, place: _Place) -> None:
        """The lines of a table that holds no other: as an agenda has them where the heads of its columns say so."""
        for caption in element.all("caption"):
            self._inside(caption, place)
            self._end(place)
        before = len(self.found)
        shown = (row for row in element.rows() if not is_left_out(row))
        rows = [[self._cell(cell, place) for cell in row.inside if _is_cell(cell)] for row in shown]
        del self.found[before:]
        self.found += lines_of_table([row for row in rows if row])

    def _cell(self, element: Element, place: _Place) -> Cell:
        before = len(self.found)
        self._inside(element, _within(element, place))
        self._end(place)
        span = _figure(element.attributes.get("colspan", ""), 1)
        return Cell(tuple(self.found[before:]), min(max(span, 1), MOST_CELLS))


def _is_cell(one: str | Element) -> TypeGuard[Element]:
    return isinstance(one, Element) and one.tag in ("td", "th") and not is_left_out(one)


def is_left_out(element: Element) -> bool:
    """Is this hidden, only for finding one's way about, or nothing to read?"""
    if element.tag in _LEFT_OUT or "hidden" in element.attributes:
        return True
    role, style = element.attributes.get("role", ""), element.attributes.get("style", "")
    return role in _ROLES_LEFT_OUT or (bool(style) and _HIDDEN.search(style) is not None)


def _within(element: Element, place: _Place) -> _Place:
    """Where the text of a block stands that stands here itself."""
    tag, style = element.tag, element.attributes.get("style", "")
    indent = place.indent + (_IN if tag in _LISTS or tag in ("blockquote", "dd") else 0) + _margin(style)
    heading = _HEADINGS.get(tag, place.heading)
    bold = _is_bold(element, place.bold or tag == "th")
    return _Place(min(max(indent, 0), _FARTHEST_IN), bold, heading, place.kept or tag == "pre")


def _is_bold(element: Element, around: bool) -> bool:
    style = element.attributes.get("style", "")
    if element.tag in ("b", "strong") or (style and _BOLD.search(style)):
        return True
    return around and not (style and _NOT_BOLD.search(style))


def _margin(style: str) -> int:
    """The left margin in points, 0 where none is said."""
    found = _MARGIN.search(style) if style else None
    if found is None:
        return 0
    lengths = found[2].split()
    left = lengths[0] if found[1] else lengths[(0, 0, 1, 1, 3)[min(len(lengths), 4)]] if lengths else ""
    length = _LENGTH.fullmatch(left.lower())
    return round(float(length[1]) * _POINTS[length[2]]) if length else 0


def _of_word(marker: str) -> str:
    """The marker that Word wrote as text: its bullets are letters of a font of symbols."""
    return marker if any(character.isalnum() for character in marker) and marker not in ("o", "§") else _BULLET


def _markers(element: Element) -> Callable[[Element], str]:
    """What stands before each entry of a list, in turn: a browser's bullet, number or letter."""
    style = _LIST_STYLE.search(element.attributes.get("style", ""))
    kind = element.attributes.get("type", "")
    named = style[1].lower() if style else _KINDS.get(kind, "decimal" if element.tag == "ol" else "disc")
    count = _figure(element.attributes.get("start", ""), 1)

    def next_one(entry: Element) -> str:
        nonlocal count
        number = _figure(entry.attributes.get("value", ""), count)
        count = number + 1
        return "" if named == "none" else _numeral(number, _KINDS.get(named, named))

    return next_one


def _numeral(number: int, kind: str) -> str:
    if kind in ("lower-alpha", "upper-alpha") and number > 0:
        written = _letters(number)
    elif kind in ("lower-roman", "upper-roman") and 0 < number < _MOST_ROMAN:
        written = _roman(number)
    elif kind.startswith("decimal") or kind.endswith(("-alpha", "-roman")):
        written = str(number)
    else:
        return _BULLET
    return f"{written.upper() if kind.startswith('upper') else written}."


def _letters(number: int) -> str:
    written = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("a") + letter) + written
    return written


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _figure(words: str, otherwise: int) -> int:
    return int(words) if _FIGURES.fullmatch(words.strip()) else otherwise
