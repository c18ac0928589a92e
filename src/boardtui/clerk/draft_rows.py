"""The whole draft in rows, with what is missing in its place; and a text large, to be read back. Widths in cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtui.clerk.views import part_rows, table_rows
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped

if TYPE_CHECKING:
    from boardtui.minutes.tree import Minute, Minutes
    from boardtui.model.record import Record
    from boardtui.rules.gap import Gap

UNWRAPPED = 100_000
"""Cells of a row in which everything has room."""
_GUTTER = 2


@dataclass(frozen=True, slots=True)
class Stop:
    """Something in the draft that one can stop at: a heading, a paragraph, a decision, a gap.

    entry, seq: the minute and the act it leads to, None where it leads nowhere; said: its words, a paragraph each, to be read
    back; gap: it is something missing.
    """

    rows: tuple[Row, ...]
    entry: int | None = None
    seq: int | None = None
    said: tuple[str, ...] = ()
    gap: bool = False


def stops(minutes: Minutes, record: Record, gaps: Sequence[Gap], width: int) -> list[Stop]:
    """The draft from top to bottom. gaps: what is missing; each stands behind what it is about."""
    return list(_stops(minutes, _Missing(record, gaps, width - _GUTTER), width - _GUTTER))


def draft_rows(found: Sequence[Stop], at: int) -> tuple[list[Row], int, int]:
    """All of it, and the first and the last row of the one that is marked. at: which."""
    rows: list[Row] = []
    first = last = 0
    for place, one in enumerate(found):
        gutter = Run("▌ ", "accent") if place == at else Run(" " * _GUTTER)
        first = len(rows) if place == at else first
        rows += [Row((gutter, *line.runs), line.right, place) if line.runs else line for line in one.rows]
        last = len(rows) - 1 if place == at else last
    return rows, first, last


def large_rows(paragraphs: Sequence[str], width: int) -> list[Row]:
    """Texts to be read aloud from: letters apart, words further apart, a row left free between two."""
    rows: list[Row] = []
    for text in paragraphs:
        for line in wrapped(text, max(8, width // 2 - 2)):
            spaced = "   ".join(" ".join(word) for word in "".join(run.text for run in line.runs).split())
            rows += [row(spaced, "strong"), Row()]
        rows.append(Row())
    return rows


class _Missing:
    """What is missing, taken where it belongs."""

    def __init__(self, record: Record, gaps: Sequence[Gap], width: int) -> None:
        self._record, self._left, self._width = record, list(gaps), width

    def about(self, seqs: Sequence[int]) -> Iterator[Stop]:
        """What is missing of these acts."""
        return self._taken([gap for gap in self._left if gap.seq is not None and gap.seq in seqs])

    def of(self, entry: int | None) -> Iterator[Stop]:
        """What is missing of a minute otherwise, or with None of the meeting."""
        return self._taken([gap for gap in self._left if self._entry(gap) == entry])

    def rest(self) -> Iterator[Stop]:
        """What belongs nowhere in the draft."""
        return self._taken(list(self._left))

    def _entry(self, gap: Gap) -> int | None:
        found = self._record.block(gap.seq) if gap.seq is not None else None
        return found[0].key if found else gap.entry

    def _taken(self, gaps: Sequence[Gap]) -> Iterator[Stop]:
        for gap in gaps:
            self._left.remove(gap)
            rows = wrapped(gap.sentence, self._width, "warning", first="! ", rest="  ")
            yield Stop((*rows, Row()), self._entry(gap), gap.seq, gap=True)


def _stops(minutes: Minutes, missing: _Missing, width: int) -> Iterator[Stop]:
    head = (minutes.draft, minutes.council, minutes.committee, minutes.title)
    yield Stop((*(one for line in head if line for one in wrapped(line, width, "strong")), Row()))
    for block in minutes.attendance:
        lines = [one for line in block.lines for one in wrapped(f"{line.label} {line.text}".strip(), width)]
        lines += table_rows(block.table.rows) if block.table else ()
        yield Stop((*wrapped(block.heading, width, "strong"), *lines, Row()))
    yield from missing.of(None)
    for part in minutes.body:
        if part.kind == "minute":
            yield from _of_minute(part, missing, width)
        else:
            yield Stop((*wrapped(f"{part.text} {part.nil}".strip(), width, "accent"), Row()))
    if minutes.closing:
        yield Stop((*wrapped(minutes.closing, width), Row()), said=(minutes.closing,))
    if minutes.signature:
        yield Stop(tuple(one for line in minutes.signature for one in wrapped(line, width)))
    yield from missing.rest()


def _of_minute(minute: Minute, missing: _Missing, width: int) -> Iterator[Stop]:
    entry = minute.source[0] if minute.source else None
    if minute.heading_line:
        yield Stop((*wrapped(minute.heading_line, width, "strong"), Row()), entry)
    for part in minute.parts:
        whole = part_rows(part, UNWRAPPED)
        for (source, _, rows), (_, _, paragraphs) in zip(part_rows(part, width), whole, strict=True):
            if any(one.runs for one in rows):
                yield Stop(tuple(rows), entry, source[-1] if source else None, _said(paragraphs))
                yield from missing.about(source)
    if entry is not None:
        yield from missing.of(entry)


def _said(rows: Sequence[Row]) -> tuple[str, ...]:
    """The words of rows, those that have any."""
    lines = ("".join(run.text for run in one.runs).strip() for one in rows)
    return tuple(line for line in lines if line)
