"""Agendas in Word: a walk over the file's own XML, so that nothing printed in it is lost.

The numbers that Word counts, tables, tracked insertions, content controls, text boxes and links are read; what is struck out or
hidden, comments, footnotes, headers and footers are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from boardtui.agendas.parts import Part
from boardtui.agendas.source import Kind, Progress, Source, SourceLine, digest_of, unseen
from boardtui.agendas.table_heads import Role
from boardtui.agendas.tables import Cell, heads_of, lines_of_table
from boardtui.agendas.text import MOST_LINES
from boardtui.agendas.word_numbering import Numbering
from boardtui.agendas.word_parts import Element, W, WordParts, child, local, open_parts, switched, value, whole
from boardtui.agendas.word_runs import STRUCK, LeftOut, RunReader, Words, chosen, content_of
from boardtui.agendas.word_styles import Style, Styles, goes_right, number_of, outline_of, sides_of
from boardtui.model.limits import LONGEST_LINE, MOST_CELLS, figure
from boardtui.model.text import clean, on_one_line

_COLUMN = 120
"""Twentieths of a point that count as a column: twelve letters to the inch."""
_TAB = 6
"""Columns that a tab takes."""
_TYPED_BULLET = re.compile(r"[-–•▪●○◦‣·*]\s+(?=\S)")
_TYPED_NUMBER = re.compile(r"\s*\(?[\w/]{1,9}[.):]{1,2}\s*")
_PAGES = re.compile(r"\d{1,4}(?:\s*[-–—]\s*\d{1,4})?")
_NOT_LISTED = "0"
_OPENED = 0.3
"""The share of the work that is done when the file is a tree."""
_BLOCKS = frozenset(("ins", "moveTo", "customXml", "sdtContent", "smartTag"))
"""Elements around paragraphs and tables that say nothing of what is in them that matters here."""


def read_docx(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a .docx.

    Raises InputError, with a sentence and what to do: no .docx, one with a password or macros, too large, damaged.
    """
    progress(0.0, "the file")
    parts = open_parts(data, name)
    progress(_OPENED, "paragraphs")
    walk = _Walk(parts, progress)
    found = walk.lines()
    lines = tuple(
        replace(line, number=number, text=on_one_line(line.text))
        for number, line in enumerate(islice(found, MOST_LINES), 1)
    )
    remarks = [str(one) for one in LeftOut if one in walk.left_out]
    if next(found, None) is not None:
        remarks.insert(0, f"Only its first {figure(MOST_LINES)} lines were read.")
    return Source(name, Kind.WORD, digest_of(data), lines, tuple(remarks))


class _Walk:
    """Goes once through a document, from its first paragraph to its last: numbers are counted on the way."""

    def __init__(self, parts: WordParts, progress: Progress) -> None:
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._runs = RunReader(self._styles)
        self._body = child(parts.document, "body")
        self._progress = progress
        self._carried: tuple[Words, Element] | None = None
        self._columns: tuple[Role, ...] = ()

    @property
    def left_out(self) -> set[LeftOut]:
        """What was met and not read."""
        return self._runs.left_out

    def lines(self) -> Iterator[SourceLine]:
        """The lines, not yet numbered."""
        body = () if self._body is None else self._body
        blocks = len(body)
        for place, block in enumerate(body):
            if place % 64 == 0:
                self._progress(_OPENED + (1 - _OPENED) * place / blocks, "paragraphs")
            yield from self._block(block)
        yield from self._ended()

    def _inside(self, container: Element) -> Iterator[SourceLine]:
        """All in a cell or a text box, whose last paragraph ends with it."""
        for block in container:
            yield from self._block(block)
        yield from self._ended()

    def _block(self, block: Element) -> Iterator[SourceLine]:
        name = local(block)
        if name == "p":
            yield from self._paragraph(block)
        elif name == "tbl":
            yield from self._ended()
            rows = [tuple(self._cells(row)) for row in self._within(block, "tr")]
            yield from lines_of_table(rows, self._columns)
            self._columns = heads[1] if (heads := heads_of(rows)) else self._columns
        elif name in STRUCK:
            self.left_out.add(LeftOut.STRUCK)
        elif name == "altChunk":
            self.left_out.add(LeftOut.EMBEDDED)
        else:
            for inner in _inner(block, name):
                yield from self._block(inner)

    def _paragraph(self, paragraph: Element) -> Iterator[SourceLine]:
        words = self._runs.read(paragraph, _style_of(paragraph))
        if self._carried is not None:
            self._carried[0].go_on(words)
            words = self._carried[0]
        self._carried = (words, paragraph)
        if not words.joins:
            yield from self._ended()
        else:
            self.left_out.add(LeftOut.STRUCK)

    def _ended(self) -> Iterator[SourceLine]:
        """The lines of the paragraph that was read last, if it is still open."""
        if self._carried is None:
            return
        (words, paragraph), self._carried = self._carried, None
        if words.is_empty and (words.joins or words.hidden):
            return  # nothing of it is printed, and it isn't counted
        properties = child(paragraph, "pPr")
        style = self._styles.paragraph(_style_of(paragraph))
        marker, sides = self._numbered(style, number_of(properties))
        sides |= sides_of(properties)
        outline = outline_of(properties)
        heading = style.heading if outline is None else outline
        begin = max(0, sides.get("left", 0) - sides.get("hanging", 0) + sides.get("first", 0))
        lines = _lines(words, marker, begin // _COLUMN, heading)
        yield from _with_pages(lines) if style.right or goes_right(properties) else lines
        for box in words.boxes:
            yield from self._inside(box)

    def _numbered(self, style: Style, own: tuple[str, str]) -> tuple[str, dict[str, int]]:
        """The number of a paragraph, and its indents by style and list. own: list and level that it says itself."""
        key, sides = own[0] or style.number[0], dict(style.sides)
        if key in ("", _NOT_LISTED):
            return "", sides
        said = own[1] or style.number[1]
        ilvl = whole(said, 0) if said or own[0] else self._numbering.level_of_style(key, style.linked)
        level = self._numbering.level(key, ilvl)
        of_list = dict(level.sides) if level else {}
        return self._numbering.count(key, ilvl), sides | of_list if own[0] else of_list | sides

    def _cells(self, row: Element) -> Iterator[Cell]:
        properties = child(row, "trPr")
        before = whole(value(None if properties is None else child(properties, "gridBefore")), 0)
        if 0 < before <= MOST_CELLS:
            yield Cell((), span=before)
        for cell in self._within(row, "tc"):
            said = child(cell, "tcPr")
            span = 1 if said is None else whole(value(child(said, "gridSpan")), 1)
            merged = None if said is None else child(said, "vMerge")
            goes_on = merged is not None and value(merged) != "restart"
            lines = () if goes_on else tuple(self._inside(cell))
            yield Cell(lines, span=min(max(span, 1), MOST_CELLS))

    def _within(self, parent: Element, wanted: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, also those in content controls and tracked changes."""
        for one in parent:
            yield from self._found(one, wanted)

    def _found(self, one: Element, wanted: str) -> Iterator[Element]:
        name = local(one)
        if name == wanted:
            if self._is_printed(one):
                yield one
        elif name in STRUCK:
            self.left_out.add(LeftOut.STRUCK)
        else:
            for inner in _inner(one, name):
                yield from self._found(inner, wanted)

    def _is_printed(self, part: Element) -> bool:
        """Is a row or cell neither struck out nor hidden?"""
        properties = child(part, "trPr" if part.tag == f"{W}tr" else "tcPr")
        if properties is None:
            return True
        if child(properties, "del") is not None or child(properties, "cellDel") is not None:
            self.left_out.add(LeftOut.STRUCK)
            return False
        if switched(child(properties, "hidden")):
            self.left_out.add(LeftOut.HIDDEN)
            return False
        return True


def _inner(block: Element, name: str) -> Iterable[Element]:
    """What stands in an element that is only a wrapping of it; nothing where it is something else."""
    if name in _BLOCKS:
        return tuple(block)
    inner = content_of(block) if name == "sdt" else chosen(block) if name == "AlternateContent" else None
    return () if inner is None else tuple(inner)


def _style_of(paragraph: Element) -> str:
    properties = child(paragraph, "pPr")
    return "" if properties is None else value(child(properties, "pStyle"))


def _lines(words: Words, marker: str, indent: int, heading: int) -> Iterator[SourceLine]:
    """The lines of a paragraph that have words; the number stands before the first. A number alone is a line too."""
    apart = True
    for pieces in words.lines:
        raw = clean("".join(text for text, _ in pieces))
        text = raw.strip()
        if not text:
            continue
        lead = raw[: len(raw) - len(raw.lstrip(" \t"))]
        if not marker and (bullet := _TYPED_BULLET.match(text)):
            marker, text = "•", text[bullet.end() :]
        here = indent + lead.count("\t") * _TAB + lead.count(" ")
        bold = _is_bold(pieces)
        for at in range(0, len(text), LONGEST_LINE):
            part = text[at : at + LONGEST_LINE].strip()
            yield SourceLine(0, part, indent=here, marker=marker, bold=bold, heading=heading, apart=apart)
            marker, apart = "", False
    if marker and any(one.isalnum() for one in marker):
        yield SourceLine(0, "", indent=indent, marker=marker, heading=heading, apart=True)


def _with_pages(lines: Iterable[SourceLine]) -> Iterator[SourceLine]:
    """Lines with a number before them and figures at the right edge, which are pages, as two lines each."""
    for line in lines:
        words, _, pages = line.text.rpartition("\t")
        titled = any(one.isalpha() for one in words) and (line.marker or words[:1].isdigit())
        if titled and _PAGES.fullmatch(pages):
            yield replace(line, text=words.rstrip(" .…\t"))
            yield replace(line, text=pages, marker="", heading=0, part=Part.PAGES)
        else:
            yield line


def _is_bold(pieces: Iterable[tuple[str, bool]]) -> bool:
    """Is all of a line bold, but perhaps a number before it?"""
    looks = [bold for piece, bold in pieces if piece.strip() and not _TYPED_NUMBER.fullmatch(piece)]
    return bool(looks) and all(looks)
