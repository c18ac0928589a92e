"""The paragraphs of a PDF: lines that were broken only because they were full, put together again.

A line goes on with the next where the first word of that would not have fitted, and weight, size and indent agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from boardtui.agendas.pdf_apart import Word
from boardtui.agendas.pdf_lines import PAGE_NUMBERS, Line
from boardtui.model.limits import LONGEST_LINE

_SAME_SIZE = 0.6
"""Points by which letters of one size differ."""
_SAME_PLACE = 2.5
"""Points by which indents that are one differ."""
_FIRST_LINE = 45.0
"""Points that a paragraph's first line is indented by, at most."""
_FARTHEST = 2.2
"""From one line of a paragraph to the next at most, of the size of its letters: double spacing."""
_SPACED = 1.2
"""How much farther apart paragraphs are than lines, at least, where that tells them apart."""
_HARDLY = 1.5
"""How near to the edge a word would have come that may not have fitted, of the size of its letters."""
_FEWEST = 2
"""Pairs of lines that it takes to know how far apart they are."""
_BREAKS = re.compile(r"[^\s/–-]+[/–-]")
_GOES_ON = re.compile(r"[^\W\d_]-|[^\s]/|\w–")
_CONTINUED = re.compile(r"[a-z(\d£&]")
"""How the middle of a sentence may begin."""


@dataclass
class Paragraph:
    """Lines that belong together, in order; never none. pages: the page numbers that stand to the right of its first line."""

    lines: list[Line]
    pages: str = ""

    def add(self, line: Line) -> None:
        """Take in one more."""
        self.lines.append(line)

    @property
    def text(self) -> str:
        """Its words on one line."""
        text = self.lines[0].text
        for line in self.lines[1:]:
            whole = line.whole
            if text.endswith("\u00ad"):
                text = text[:-1] + whole
            else:
                text += whole if _GOES_ON.fullmatch(text[-2:]) else f" {whole}"
        return text

    @property
    def bold(self) -> bool:
        """All of it."""
        return all(line.bold for line in self.lines)


@dataclass(frozen=True)
class Spacing:
    """How far apart lines are in this file, of the size of their letters. most: within a paragraph; 0 where nothing tells."""

    most: float = 0

    @classmethod
    def of(cls, runs: Iterable[Sequence[Line]]) -> Spacing:
        """What the lines of a whole file tell, given as they stand under one another."""
        within, between = [], []
        for line, after in chain.from_iterable(map(pairwise, runs)):
            pitch = _pitch(line, after)
            if line.page != after.page or not 0 < pitch <= 2 * _FARTHEST:
                continue
            if after.marker or abs(line.size - after.size) > _SAME_SIZE:
                between.append(pitch)
            elif _agree(line, line, after) and not _fits(line, after, line.right):
                within.append(pitch)
        if min(len(within), len(between)) < _FEWEST or median(between) < _SPACED * median(within):
            return cls()
        return cls((median(within) + median(between)) / 2)


def paragraphs_of(lines: Sequence[Line], spacing: Spacing) -> Iterator[Paragraph]:
    """The paragraphs that these lines make, in their order."""
    open_: Paragraph | None = None
    for line in lines:
        if open_ is not None and _are_pages_of(open_, line):
            open_.pages = line.whole
        elif open_ is not None and _belongs(open_, line, spacing):
            open_.add(line)
        else:
            if open_ is not None:
                yield open_
            open_ = Paragraph([line])
    if open_ is not None:
        yield open_


def _are_pages_of(paragraph: Paragraph, line: Line) -> bool:
    """Does the line stand to the right of the first line of an item, and is it page numbers?"""
    first = paragraph.lines[0]
    beside = line.page == first.page and line.x0 > first.x1 and line.top < first.bottom and line.bottom > first.top
    return beside and first.is_listed and not paragraph.pages and bool(PAGE_NUMBERS.fullmatch(line.whole))


def _belongs(paragraph: Paragraph, after: Line, spacing: Spacing) -> bool:
    first, line = paragraph.lines[0], paragraph.lines[-1]
    if sum(len(word.text) + 1 for one in paragraph.lines for word in one.words) > LONGEST_LINE // 2:
        return False
    if after.marker or not _agree(first, line, after):
        return False
    if after.is_listed and not _in_brackets(paragraph):
        return False
    right = min(first.right, line.right)
    if spacing.most and _CONTINUED.match(after.whole):
        right -= _HARDLY * line.size  # the edge is only known by other lines, and nothing begins here
    fits = _fits(line, after, right)
    if line.page != after.page:
        return not fits and _CONTINUED.match(after.whole) is not None
    pitch = _pitch(line, after)
    if not 0 < pitch <= (spacing.most or _FARTHEST):
        return False
    narrow = bool(paragraph.pages) or (line.words[-1].bold and after.words[0].bold)
    return not fits or (first.is_listed and narrow and spacing.most > 0)


def _in_brackets(paragraph: Paragraph) -> bool:
    """Is a bracket open at its end? Then `26)` closes it, and numbers nothing."""
    text = "".join(word.text for line in paragraph.lines[-2:] for word in line.words)
    return text.rfind("(") > text.rfind(")")


def _pitch(line: Line, after: Line) -> float:
    """How far the next line is below this one, of the size of its letters."""
    return (after.words[0].bottom - line.words[-1].bottom) / line.size


def _agree(first: Line, line: Line, after: Line) -> bool:
    """Are size, weight and indent those of a paragraph that goes on? first: its first line."""
    if abs(line.size - after.size) > _SAME_SIZE:
        return False
    before, begun = line.words[-1], after.words[0]
    if before.bold != begun.bold and not (before.bold and begun.text.startswith("(")):
        return False
    return _same_indent(first, line, after)


def _same_indent(first: Line, line: Line, after: Line) -> bool:
    if line is not first:
        return abs(line.x0 - after.x0) <= _SAME_PLACE or _centred(line, after)
    starts = (first.x0, first.said[0].x0, *_after_colons(first.words))
    if any(abs(start - after.x0) <= _SAME_PLACE for start in starts):
        return True
    indented = not first.marker and 0 < first.x0 - after.x0 <= _FIRST_LINE
    return indented or _centred(line, after)


def _after_colons(words: Sequence[Word]) -> Iterator[float]:
    """Where what follows a label begins: `Place:   Committee Room 2`."""
    for before, word in pairwise(words):
        if before.text.endswith(":") and word.x0 - before.x1 > before.size / 2:
            yield word.x0


def _centred(line: Line, after: Line) -> bool:
    return abs(line.x0 + line.x1 - after.x0 - after.x1) <= 2 * _SAME_PLACE and abs(line.x0 - after.x0) > _SAME_PLACE


def _fits(line: Line, after: Line, right: float) -> bool:
    """Would the first word of the next line have fitted in this one, which ends at the right at most?"""
    word = after.words[0]
    end = found.end() if (found := _BREAKS.match(word.text)) else len(word.text)
    width = (word.x1 - word.x0) * end / len(word.text)
    return line.x1 + 0.2 * line.size + width <= right
