"""WordprocessingML, piece by piece: paragraphs, runs, tables and fields as lxml elements.

Styles go by their key (`w:styleId`), never by name: to look a name up costs milliseconds a paragraph. The order of
children is that of ECMA-376 part 1, which Word insists upon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

from boardtui.minutes.tree import Table
from boardtui.minutes.writers.dressing import even_rows, figure_columns, in_columns
from boardtui.model.text import clean

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

TEXT_WIDTH = 9070
"""The width of the text on the page of base.docx, in twentieths of a point."""
_LETTER, _MARGINS = 135, 240
"""What a letter of a table takes, a wide one, and what stands on both sides of a cell, in twentieths of a point."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile(r"([\n\t])")


@dataclass(frozen=True)
class Run:
    """A stretch of text. strong: set apart; stretch: the width of its characters in per cent."""

    text: str
    strong: bool = False
    stretch: int = 100


@dataclass(frozen=True)
class Layout:
    """What a paragraph has beside its style. keep: on the page of the next one; number: list and level (from 0);

    before: space above it, left and hanging: indents, in twentieths of a point; outline: level as a heading, 1 the
    highest. None: as its style says.
    """

    keep: bool = False
    number: tuple[int, int] | None = None
    before: int | None = None
    left: int | None = None
    hanging: int = 0
    right: bool = False
    outline: int | None = None


PLAIN = Layout()


def element(tag: str, parent: Element = None, **attributes: str | int) -> Element:
    """A `w:` element with `w:` attributes, under parent where there is one."""
    made = etree.Element(W + tag) if parent is None else etree.SubElement(parent, W + tag)
    for name, value in attributes.items():
        made.set(W + name, str(value))
    return made


def paragraph(style: str, runs: Iterable[Run], layout: Layout = PLAIN) -> Element:
    """A paragraph."""
    made = element("p")
    properties = element("pPr", made)
    element("pStyle", properties, val=style)
    _lay_out(properties, layout)
    for run in runs:
        add_run(made, run)
    return made


def _lay_out(properties: Element, layout: Layout) -> None:
    if layout.keep:
        element("keepNext", properties)
    if layout.number:
        listed = element("numPr", properties)
        element("ilvl", listed, val=layout.number[1])
        element("numId", listed, val=layout.number[0])
    if layout.before is not None:
        element("spacing", properties, before=layout.before)
    if layout.left is not None:
        element("ind", properties, left=layout.left, hanging=layout.hanging)
    if layout.right:
        element("jc", properties, val="right")
    if layout.outline is not None:
        element("outlineLvl", properties, val=layout.outline - 1)


def keep_last(body: Element) -> None:
    """Have what was written last, a paragraph or a table's last row with what ends it, stand on the page of what follows."""
    after_table = len(body) > 1 and body[-2].tag == f"{W}tbl"
    for written in (one for one in body[-2 if after_table else -1 :] if one.tag in (f"{W}p", f"{W}tbl")):
        last_row = written.findall(f"{W}tr")[-1:]
        for paragraph in (one for row in last_row for one in row.iter(f"{W}p")) if last_row else (written,):
            properties = paragraph.find(f"{W}pPr")
            if properties.find(f"{W}keepNext") is None:
                properties.insert(1, element("keepNext"))  # after the style, as the schema wants it


def add_run(parent: Element, run: Run) -> None:
    """Add a run: a newline becomes a line break, a tab a tab."""
    text = clean(run.text)
    if not text:
        return
    made = element("r", parent)
    if run.strong or run.stretch != 100:
        properties = element("rPr", made)
        if run.strong:
            element("rStyle", properties, val="Strong")
        if run.stretch != 100:
            element("w", properties, val=run.stretch)
    for piece in _BREAKS.split(text):
        if piece == "\n":
            element("br", made)
        elif piece == "\t":
            element("tab", made)
        elif piece:
            words = element("t", made)
            words.text = piece
            words.set(_SPACE, "preserve")


def add_field(parent: Element, code: str) -> None:
    """Add a field that Word works out, such as `PAGE`; it reads 1 until then."""
    field = element("fldSimple", parent, instr=f" {code} ")
    add_run(field, Run("1"))


def marked(text: str, *places: tuple[int, int], strong: bool = True, stretch: int = 100) -> list[Run]:
    """Text as runs, those between these places (start, end) set apart."""
    runs = []
    done = 0
    for start, end in places:
        runs += [Run(text[done:start]), Run(text[start:end], strong=strong, stretch=stretch)]
        done = end
    return [*runs, Run(text[done:])]


def table(grid: Table, text_width: int = TEXT_WIDTH) -> Element:
    """A table with lines, as wide as the text; a heading row is repeated on every page."""
    rows = even_rows(grid)
    figures = figure_columns(grid)
    made = element("tbl")
    properties = element("tblPr", made)
    element("tblStyle", properties, val="MinutesTable")
    element("tblW", properties, w=text_width, type="dxa")
    element("tblLook", properties, **_look(grid.headed))
    widths = element("tblGrid", made)
    for width in _widths(rows, text_width):
        element("gridCol", widths, w=width)
    for place, row in enumerate(rows):
        _add_row(made, row, figures, heading=grid.headed and place == 0, keep=place < min(2, len(rows) - 1))
    return made


def columns(paragraphs: Sequence[Element], across: int, text_width: int) -> Element:
    """Paragraphs in columns without lines, from top to bottom and then from left to right, as they are read out, too."""
    made = element("tbl")
    properties = element("tblPr", made)
    element("tblW", properties, w=text_width, type="dxa")
    element("left", element("tblCellMar", properties), w=0, type="dxa")
    element("tblLook", properties, **_look(headed=False))
    widths, row = element("tblGrid", made), element("tr", made)
    for column in in_columns(paragraphs, across):
        element("gridCol", widths, w=text_width // across)
        holder = element("tc", row)
        element("tcW", element("tcPr", holder), w=text_width // across, type="dxa")
        holder.extend(column or [paragraph("Attendance", [])])
    return made


@dataclass(frozen=True)
class Column:
    """A table of what was said, row by row, with the actions beside it. width, said: of all of it, and of what was said."""

    width: int
    said: int

    def table(self, heads: Sequence[str]) -> Element:
        """The table, with nothing in it but its heads, which are repeated on every page."""
        made = element("tbl")
        properties = element("tblPr", made)
        element("tblStyle", properties, val="ActionColumn")
        element("tblW", properties, w=self.width, type="dxa")
        element("tblLayout", properties, type="fixed")
        element("tblLook", properties, **_look(headed=True))
        widths = element("tblGrid", made)
        for width in self._widths:
            element("gridCol", widths, w=width)
        for cell, head in zip(self.row(made, heading=True), heads, strict=True):
            cell.append(paragraph("ActionHeading", [Run(head)]))
        return made

    @property
    def _widths(self) -> tuple[int, int]:
        return self.said, self.width - self.said

    def row(self, table: Element, *, heading: bool = False) -> tuple[Element, Element]:
        """A new row: the cell for what was said, in line with the text of the page, and the one for the actions."""
        made = element("tr", table)
        if heading:
            properties = element("trPr", made)
            element("cantSplit", properties)
            element("tblHeader", properties)
        cells = []
        for place, width in enumerate(self._widths):
            cell = element("tc", made)
            properties = element("tcPr", cell)
            element("tcW", properties, w=width, type="dxa")
            margins = element("tcMar", properties)
            element("left", margins, w=170 * place, type="dxa")
            element("right", margins, w=170 * (1 - place), type="dxa")
            cells.append(cell)
        return cells[0], cells[1]


def narrow(written: Element, right: int) -> None:
    """Have a paragraph leave so much room at the right, in twentieths of a point."""
    properties = written.find(f"{W}pPr")
    indent = properties.find(f"{W}ind")
    if indent is None:
        indent = element("ind")
        after = next((one for one in properties if one.tag in (f"{W}jc", f"{W}outlineLvl")), None)
        properties.append(indent) if after is None else after.addprevious(indent)
    indent.set(f"{W}right", str(right))


def _look(headed: bool) -> dict[str, str]:
    """Which parts of the table's style apply: its first row if it is headed, no others."""
    parts = dict.fromkeys(("lastRow", "firstColumn", "lastColumn"), "0")
    value = 0x0620 if headed else 0x0600
    return {"val": f"{value:04X}", "firstRow": "1" if headed else "0", **parts, "noHBand": "1", "noVBand": "1"}


def _widths(rows: Sequence[Sequence[str]], text_width: int) -> list[int]:
    """A width for each column, by the longest of its cells; none narrower than its longest word, where there is the room."""
    columns = list(zip(*rows, strict=True))
    longest = [min(max(len(cell) for cell in column), 60) + 6 for column in columns]
    needed = [_MARGINS + _LETTER * _longest_word(column) for column in columns]
    spare = text_width - sum(needed)
    if spare < 0:
        return [text_width * width // sum(needed) for width in needed]
    return [width + spare * length // sum(longest) for width, length in zip(needed, longest, strict=True)]


def _longest_word(column: Sequence[str]) -> int:
    """In letters; those of the first cell, which may be a heading and bold, are a little wider."""
    first, *others = (max(map(len, re.split(r"[\s-]", cell))) for cell in column)
    return max(first + 1, *others) if others else first + 1


def _add_row(parent: Element, row: Sequence[str], figures: frozenset[int], *, heading: bool, keep: bool) -> None:
    made = element("tr", parent)
    properties = element("trPr", made)
    element("cantSplit", properties)
    if heading:
        element("tblHeader", properties)
    for place, cell in enumerate(row):
        holder = element("tc", made)
        style = "TableHeading" if heading else "TableText"
        holder.append(paragraph(style, [Run(cell)], Layout(keep=keep, right=place in figures)))
