"""Agendas in PDF: its words, with where they stand, put together again as the lines and paragraphs that somebody wrote.

A PDF knows letters and places, and nothing of paragraphs. What is made of it is never certain, so it always goes through
review.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from boardtui.agendas.kinds import is_pdf
from boardtui.agendas.parts import Part
from boardtui.agendas.pdf_apart import Page, pages_of
from boardtui.agendas.pdf_furniture import furniture_of
from boardtui.agendas.pdf_lines import Line, in_reading_order, lines_of
from boardtui.agendas.pdf_paragraphs import Paragraph, Spacing, paragraphs_of
from boardtui.agendas.pdf_tables import Table, TableCell, goes_on, joined, tables_of
from boardtui.agendas.pdf_unruled import heads_a_table, with_tables
from boardtui.agendas.source import Kind, Progress, Source, SourceLine, digest_of, unseen
from boardtui.agendas.tables import Cell, lines_of_table
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_SOURCE, MOST_PDF_LETTERS, figure
from boardtui.model.text import UNKNOWN_CHARACTER, clean_line

_LARGER = 1.07
"""How much larger the letters of a heading are than those of the text."""
_LONGEST_HEADING = 200
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_MOST_UNKNOWN = 0.2
"""Letters, of all, that a file doesn't say the meaning of, and that still leave something to read."""
_SAME_EDGE = 12.0
"""Points before the edge of a column where lines that are full end."""
_FEWEST_AT_EDGE = 5
"""Full lines that show where the edge is."""
_FEW_FULL, _FEW_BEYOND = 50, 10
"""Of the lines of all pages, one in so many ends at the edge at least, and one in so many beyond it at most."""
_NEARLY = 0.85
"""How far in the edge may be, of where the line ends that goes beyond it farthest."""
_AS_TEXT = "Copy its text into a plain text file, or give the Word file it was made from."


def read_pdf(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a PDF: paragraphs that were broken over several are one; tables that are ruled, by their cells.

    Bold, size and indent are as printed; what stands at the head and foot of its pages is an aside. Raises InputError for
    one that is too large, damaged, locked with a password, or has no text; and what progress raises.
    """
    _refuse_at_once(data, name)
    pages = [_laid_out(page) for page in _within_limits(pages_of(data, name, progress), name)]
    _refuse_without_text(pages, name)
    lines = _numbered(_Written(pages).lines())
    return Source(name, Kind.PDF, digest_of(data), tuple(lines), tuple(_remarks(pages)))


def _refuse_at_once(data: bytes, name: str) -> None:
    if len(data) > LARGEST_SOURCE:
        most = figure(LARGEST_SOURCE // 1_000_000)
        raise InputError(
            f"{name}: this PDF is larger than {most} MB.", "Save its front sheet as a PDF of its own, and give that."
        )
    if not is_pdf(data):
        raise InputError(f"{name}: this is no PDF.", "Give a file that a PDF viewer opens.")


@dataclass(frozen=True)
class _Laid:
    """A page whose words are in lines and tables. lines: across all columns, from top to bottom."""

    page: Page
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]

    @property
    def is_picture(self) -> bool:
        """Is there a picture, and nothing to read?"""
        return self.page.picture and not self.page.words


def _laid_out(page: Page) -> _Laid:
    tables, words = tables_of(page)
    # What is kept of a page doesn't hold its words twice.
    return _Laid(replace(page, tables=()), tuple(lines_of(page.number, words)), tuple(tables))


def _within_limits(pages: Iterable[Page], name: str) -> Iterator[Page]:
    letters = 0
    for page in pages:
        letters += sum(len(word.text) for word in page.words)
        if letters > MOST_PDF_LETTERS:
            raise InputError(
                f"{name}: this PDF has more than {figure(MOST_PDF_LETTERS)} letters.",
                "Save its front sheet, and the reports you need, as a PDF of their own, and give that.",
            )
        yield page


def _refuse_without_text(pages: Sequence[_Laid], name: str) -> None:
    words = [word.text for laid in pages for word in laid.page.words]
    if not words:
        if pages and all(laid.page.failed for laid in pages):
            raise InputError(f"{name}: none of the pages of this PDF can be read.", _AS_TEXT)
        if any(laid.is_picture for laid in pages):
            raise InputError(
                f"{name}: the pages of this PDF are pictures, as a scanner makes them, and have no text.",
                "Have its text recognised (OCR), or give the Word file it was made from.",
            )
        raise InputError(f"{name}: this PDF has no text.", "Give the file it was made from.")
    unknown = sum(len(_UNKNOWN.findall(word)) for word in words)
    if unknown > _MOST_UNKNOWN * sum(len(_UNKNOWN.sub("?", word)) for word in words):
        raise InputError(f"{name}: this PDF doesn't say which letters it shows, only how they look.", _AS_TEXT)


def _remarks(pages: Sequence[_Laid]) -> Iterator[str]:
    """What the clerk should know of pages that nothing was read from."""
    pictures = [laid.page.number for laid in pages if laid.is_picture]
    failed = [laid.page.number for laid in pages if laid.page.failed]
    if pictures:
        yield f"{_named(pictures)} {'is a picture' if len(pictures) == 1 else 'are pictures'} without text."
    if failed:
        yield f"{_named(failed)} could not be read."


def _named(pages: Sequence[int]) -> str:
    """`Page 4`, `Pages 4, 5 and 9`; of many the first few."""
    if len(pages) == 1:
        return f"Page {pages[0]}"
    shown = [*map(str, pages[:8]), f"{len(pages) - 8} more"] if len(pages) > 9 else list(map(str, pages))
    return f"Pages {', '.join(shown[:-1])} and {shown[-1]}"


def _numbered(lines: Iterable[SourceLine]) -> Iterator[SourceLine]:
    """The lines as they are kept: clean, numbered from 1."""
    number = 0
    for line in lines:
        if text := clean_line(_UNKNOWN.sub(UNKNOWN_CHARACTER, line.text)):
            number += 1
            yield replace(line, number=number, text=text, marker=clean_line(line.marker))


class _Written:
    """What is known of a whole file, and the lines that are made of it."""

    def __init__(self, pages: Sequence[_Laid]) -> None:
        self._pages = pages
        # The heads of a table may be printed anew on each page, and are no title that runs on.
        others = [[line for line in laid.lines if not heads_a_table(line)] for laid in pages]
        aside = furniture_of([(laid.page.height, lines) for laid, lines in zip(pages, others, strict=True)])
        self._aside = [line for laid in pages for line in laid.lines if id(line) in aside]
        self._bodies = [[line for line in laid.lines if id(line) not in aside] for laid in pages]
        self._edges = self._right_edges()
        self._sizes = self._larger_sizes()
        self._runs = list(self._in_order())
        self._spacing = Spacing.of(self._columns())

    def _right_edges(self) -> list[float]:
        """Where the text of each page ends at the right: where its full lines do, or those of all pages as wide."""
        ends: dict[float, list[Line]] = {}
        for laid, body in zip(self._pages, self._bodies, strict=True):
            ends.setdefault(laid.page.width, []).extend(body)
        wide = {width: _edge(lines, width) for width, lines in ends.items()}
        return [_full_edge(body) or wide[laid.page.width] for laid, body in zip(self._pages, self._bodies, strict=True)]

    def _larger_sizes(self) -> list[float]:
        """The sizes of headings, the largest first."""
        letters: Counter[float] = Counter()
        for laid in self._pages:
            for word in laid.page.words:
                letters[round(word.size * 2) / 2] += len(word.text)
        text = letters.most_common(1)[0][0]
        return sorted((size for size in letters if size > _LARGER * text), reverse=True)

    def _in_order(self) -> Iterator[list[Line] | Table]:
        """The lines, and between them the tables, as they are read; lines go on over pages."""
        run: list[Line] = []
        for laid, body, edge in zip(self._pages, self._bodies, self._edges, strict=True):
            above = 0
            for table in laid.tables:
                until = sum(line.top < table.top for line in body)
                yield from self._between(run, body[above:until], edge)
                above = max(until, above)
                yield run
                yield table
                run = []
            yield from self._between(run, body[above:], edge)
        yield run

    def _between(self, run: list[Line], lines: Sequence[Line], edge: float) -> Iterator[list[Line] | Table]:
        """Put these lines behind those of the run; where there is a table without rules, both are given and the run is anew."""
        for part in with_tables(lines, edge):
            if isinstance(part, Table):
                yield list(run)
                yield part
                run.clear()
            else:
                run += in_reading_order(part, edge)

    def _columns(self) -> Iterator[Sequence[Line]]:
        for run in self._runs:
            if isinstance(run, Table):
                yield from (cell.lines for row in run.rows for cell in row)
            else:
                yield run

    def lines(self) -> Iterator[SourceLine]:
        """The lines of the file. What stands at the head of a page comes before what is on it, what at its foot behind."""
        aside = iter([*self._aside, None])
        waiting = next(aside)
        for line in self._body():
            while waiting is not None and (
                waiting.page < line.page or (waiting.page == line.page and self._is_head(waiting))
            ):
                yield _aside(waiting)
                waiting = next(aside)
            yield line
        while waiting is not None:
            yield _aside(waiting)
            waiting = next(aside)

    def _is_head(self, line: Line) -> bool:
        return line.top < self._pages[line.page - 1].page.height / 2

    def _body(self) -> Iterator[SourceLine]:
        table: Table | None = None
        for run in self._runs:
            if isinstance(run, Table):
                if table is not None and run.page > table.page and goes_on(table, run):
                    table = joined(table, run)
                    continue
                yield from self._of_table(table)
                table = run
            elif run:
                yield from self._of_table(table)
                table = None
                yield from self._of_lines(run)
        yield from self._of_table(table)

    def _of_lines(self, lines: Sequence[Line]) -> Iterator[SourceLine]:
        for paragraph in paragraphs_of(lines, self._spacing):
            yield from self._of_paragraph(paragraph)

    def _of_table(self, table: Table | None) -> Iterator[SourceLine]:
        if table is not None:
            yield from lines_of_table([[self._cell(cell) for cell in row] for row in table.rows])

    def _cell(self, cell: TableCell) -> Cell:
        return Cell(tuple(self._of_lines(cell.lines)), cell.span)

    def _of_paragraph(self, paragraph: Paragraph) -> Iterator[SourceLine]:
        first, pages = paragraph.lines[0], paragraph.pages
        in_words = pages and not pages[0].isdigit()
        text = f"{paragraph.text} {pages}" if in_words else paragraph.text
        line = SourceLine(
            number=0,
            text=text,
            page=first.page,
            indent=round(first.x0),
            marker=first.marker,
            bold=paragraph.bold,
            heading=self._level(first.size) if len(text) <= _LONGEST_HEADING else 0,
            apart=True,
        )
        yield line
        if pages and not in_words:
            yield SourceLine(0, pages, page=first.page, indent=line.indent, part=Part.PAGES, apart=True)

    def _level(self, size: float) -> int:
        """The level of a heading of this size, 0 for text."""
        size = round(size * 2) / 2
        return min(self._sizes.index(size) + 1, 6) if size in self._sizes else 0


def _edge(lines: Sequence[Line], width: float) -> float:
    """Where the text of pages of this width ends: as far in at the right as at the left, if full lines don't show it."""
    margin = min((line.x0 for line in lines), default=0.0)
    ends = sorted((line.x1 for line in lines), reverse=True)
    farthest = ends[0] if ends else 0.0
    for at, end in enumerate(ends[: len(ends) // _FEW_BEYOND + 1]):
        full = bisect_right(ends, -(end - _SAME_EDGE), lo=at, key=lambda other: -other) - at
        if end > _NEARLY * farthest and full >= max(_FEWEST_AT_EDGE, len(ends) // _FEW_FULL):
            return end
    return max(width - margin, farthest)


def _full_edge(lines: Sequence[Line]) -> float:
    """Where lines end that are full; 0 if none are seen to be."""
    edge = max((line.x1 for line in lines), default=0.0)
    return edge if sum(line.x1 > edge - _SAME_EDGE for line in lines) >= _FEWEST_AT_EDGE else 0


def _aside(line: Line) -> SourceLine:
    return SourceLine(0, line.whole, page=line.page, indent=round(line.x0), part=Part.ASIDE, apart=True)
