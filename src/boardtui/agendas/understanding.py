"""The line parser: what each line of a source says, whatever kind of file it came from.

What the file says itself is certain; what agendas commonly mean by such words is likely; the rest is doubtful, or left over for
the clerk. Nothing is mended, and no words are lost: every line of the source is placed somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from boardtui.agendas.below_items import MINUTES_FOLLOW, Below, doubted, goes_on, place_below, rejoined
from boardtui.agendas.extent import Extent, extent_of
from boardtui.agendas.flattened import is_flattened, read_flattened
from boardtui.agendas.front_sheet import TRAILER, read_front_sheet
from boardtui.agendas.numbers import Numbered, said
from boardtui.agendas.parts import CERTAIN, DOUBTFUL, FRONT_SHEET, LIKELY, Part, Placed
from boardtui.agendas.reading import Reading
from boardtui.agendas.reports import matched, placed_for, reports_in
from boardtui.agendas.source import Kind, Source, SourceLine

_PART_OF_AGENDA = re.compile(
    r"(?:(?:items?|matters?|business) (?:for|to|in|which|considered|expected)\b.*|.{0,40}\bitems?"
    r"|(?:public|private|open|closed|exempt"
    r"|confidential|restricted|ordinary|urgent|other|general|special)\s+(?:business|session|items?|part|matters)\b.*"
    r"|part\s+(?:\d|[ivab]{1,3}|one|two|three)\b.*|section\s+(?:\d|[a-z])\b.*|.{0,40}\bagenda|notices? of motions?\b.*)",
    re.IGNORECASE,
)
_OUTER = re.compile(
    r"(?:public|private|open|closed|exempt|confidential|part|section)\b.*|.{0,40}\bagenda", re.IGNORECASE
)
_NIL = re.compile(r"(?:nil|none)\.?", re.IGNORECASE)
_CAPITALS = re.compile(
    r"(?P<title>[^a-z]{4,}?(?:\([^()]*\)\s*)?)\s+(?=[A-Z][a-z]|[ivx]+\.\s|[A-Z]\s[a-z])(?P<more>.{15,})"
)
_FURNITURE = re.compile(r".{0,40}\bpage \d+(?: of \d+)?|-? ?\d{1,3} ?-?", re.IGNORECASE)
_HEADER_LINES = 40
"""Lines over the first item among which the front sheet is looked for."""
_TRAILER_LINES = 40
"""Lines behind the last item among which the rest of the front sheet is looked for."""
_LONGEST_TITLE = 160
"""Characters beyond which a title may have run into what stands behind it."""
_TOO_LONG = "It is long for a title: part it from what stands behind it."
_LINE_OF_A_PAGE = 130
"""Characters that fit on a line of a page."""


def understand(source: Source) -> Reading:
    """What was understood of a source. What the file itself says is nothing to keep parts no words that it stands between."""
    lines = [line for line in source.lines if line.part is not Part.ASIDE]
    asides = [
        Placed(Part.ASIDE, line.text, (line.number,), sure=CERTAIN) for line in source.lines if line.part is Part.ASIDE
    ]
    return Reading(source, (*_placed(source.kind, lines), *asides))


def _placed(kind: Kind, lines: Sequence[SourceLine]) -> list[Placed]:
    table = next((at for at, line in enumerate(lines) if is_flattened(line)), None)
    if table is not None and len(read_flattened(lines[table])) > 1:
        return _around_table(lines, table)
    extent = extent_of(lines)
    if not extent.items:
        return _as_front_sheet(lines)
    first = min(extent.items)
    spaced = kind is Kind.TEXT and _is_spaced(lines[: extent.end])
    begin = _begin(lines, first)
    above = _outside(lines[: max(0, begin - _HEADER_LINES)]) + read_front_sheet(
        lines[max(0, begin - _HEADER_LINES) : begin], above=True, spaced=spaced
    )
    business = _Business(lines, extent, spaced)
    below = business.read(begin)
    end = min(extent.end, business.end + _TRAILER_LINES)
    trailer = read_front_sheet(lines[business.end : end], above=False, known=above)
    reports = lines[end:]
    return [*above, *_with_reports(below, reports), *trailer, *_outside(reports)]


def _begin(lines: Sequence[SourceLine], first: int) -> int:
    """Where the business begins: at the headings that stand right over the first item."""
    begin = first
    while begin > 0 and first - begin < 4 and lines[begin - 1].part in (None, Part.SECTION):
        text = said(lines[begin - 1])
        agenda_alone = re.fullmatch(r"\W*(?:agenda|items?|no\.?\s*items?)\W*", text, re.IGNORECASE)
        if agenda_alone or not (_PART_OF_AGENDA.fullmatch(text) or lines[begin - 1].part is Part.SECTION):
            break
        begin -= 1
    return begin


def _as_front_sheet(lines: Sequence[SourceLine]) -> list[Placed]:
    return [*read_front_sheet(lines[:_HEADER_LINES], above=True), *_outside(lines[_HEADER_LINES:])]


def _around_table(lines: Sequence[SourceLine], at: int) -> list[Placed]:
    head = lines[max(0, at - 3) : at]
    return [
        *_outside(lines[: max(0, at - 3)]),
        *read_front_sheet(head, above=True),
        *read_flattened(lines[at]),
        *_outside(lines[at + 1 :]),
    ]


def _outside(lines: Sequence[SourceLine]) -> list[Placed]:
    """Lines that are no part of the agenda: what stands before it, and the reports behind it."""
    return [Placed(Part.REPORT, line.text, (line.number,), sure=LIKELY) for line in lines]


def _is_spaced(lines: Sequence[SourceLine]) -> bool:
    """Does every line stand apart though it was broken, as where each line of a page became a paragraph?"""
    broken = sum(len(line.text) > _LINE_OF_A_PAGE for line in lines) < 0.02 * len(lines)
    return len(lines) > 8 and broken and sum(line.apart for line in lines) > 0.85 * len(lines)


class _Business:
    """Reads the items and what stands between them. end: the place of the first line that is no part of it."""

    def __init__(self, lines: Sequence[SourceLine], extent: Extent, spaced: bool) -> None:
        self._lines = lines
        self._items = extent.items
        self._last = max(extent.items)
        self._spaced = spaced
        self._below: Below | None = None
        self._skipping = False
        self._outer = False
        self.end = extent.end
        self.placed: list[Placed] = []

    def read(self, begin: int) -> list[Placed]:
        """Everything from the first heading on."""
        for at in range(begin, self.end):
            if at > self._last and self._is_over(at):
                self.end = at
                break
            self._read(at)
        return self.placed

    def _is_over(self, at: int) -> bool:
        """Does the front sheet go on here, behind the last item?"""
        line = self._lines[at]
        if line.part is not None:
            return line.part in FRONT_SHEET
        text = said(line)
        headed = line.heading > 0 or (line.apart and text.isupper() and len(text.split()) > 2)
        if headed and not self._is_section(at):
            return True
        nothing_open = self._below is None and not _PART_OF_AGENDA.fullmatch(text) and not _NIL.fullmatch(text)
        return nothing_open or TRAILER.match(text) is not None

    def _read(self, at: int) -> None:
        line = self._lines[at]
        text = said(line)
        if at in self._items:
            self._open(self._items[at], line)
        elif line.part is not None:
            self._told(line)
        elif self._is_section(at):
            self._section(line, text)
        elif _NIL.fullmatch(text) and self.placed and self.placed[-1].part is Part.SECTION:
            self.placed.append(Placed(Part.NIL, text, (line.number,)))
        elif _FURNITURE.fullmatch(text):
            self.placed.append(Placed(Part.ASIDE, text, (line.number,)))
        elif self._below is None:
            self.placed.append(Placed(Part.LEFT, text, (line.number,)))
        elif self._skipping or MINUTES_FOLLOW.fullmatch(text):
            self._skipping = True
            self.placed.append(Placed(Part.REPORT, text, (line.number,)))
        else:
            self._add_below(at, line)

    def _open(self, item: Numbered, line: SourceLine) -> None:
        self._below = Below()
        self._skipping = False
        title, more = _parted(item.rest)
        sure = CERTAIN if line.part is Part.ITEM else LIKELY
        number = None if item.number == "*" else item.number
        placed = Placed(Part.ITEM, title, (line.number,), number, sure=sure)
        self.placed.append(doubted(placed, _TOO_LONG) if len(title) > _LONGEST_TITLE else placed)
        if more:
            self.placed.append(Placed(Part.NOTE, more, (line.number,)))

    def _told(self, line: SourceLine) -> None:
        part = line.part or Part.NOTE
        if part is Part.SECTION:
            self._below = None
            self.placed.append(Placed(part, line.text, (line.number,), level=max(1, line.heading), sure=CERTAIN))
            return
        number = line.marker.strip(" .") or None if part is Part.SUBITEM else None
        self.placed.append(Placed(part, line.text, (line.number,), number, sure=CERTAIN))

    def _section(self, line: SourceLine, text: str) -> None:
        outer = _OUTER.fullmatch(text) is not None
        known = _PART_OF_AGENDA.fullmatch(text) is not None or line.heading > 0
        level = 1 if outer or not self._outer else 2
        self._outer = self._outer or outer
        self._below, self._skipping = None, False
        doubt = "" if known else "It stands like a heading over the items below it."
        sure = LIKELY if known else DOUBTFUL
        self.placed.append(Placed(Part.SECTION, text, (line.number,), level=level, sure=sure, doubt=doubt))

    def _is_section(self, at: int) -> bool:
        """A short line of its own, with an item, another heading or `Nil` right below it."""
        line = self._lines[at]
        text = said(line)
        if line.marker or len(text) > 90 or text[-1:] in ".;,?" or text.startswith("("):
            return False
        after = next(
            (place for place in range(at + 1, min(at + 3, len(self._lines))) if said(self._lines[place])), None
        )
        if after is None:
            return False
        below = self._lines[after]
        leads = after in self._items or _NIL.fullmatch(said(below)) is not None
        known = _PART_OF_AGENDA.fullmatch(text) is not None
        if known and not leads:
            leads = after + 1 in self._items or _PART_OF_AGENDA.fullmatch(said(below)) is not None
        if not leads:
            return False
        if known or line.heading > 0:
            return True
        looks = line.bold or text.isupper()
        return looks and (line.apart or line.bold) and len(text.split()) <= 12 and not self._title_is_missing(at)

    def _title_is_missing(self, at: int) -> bool:
        """Does the item right above still wait for its title?"""
        return bool(self.placed) and self.placed[-1].part is Part.ITEM and not self.placed[-1].text

    def _add_below(self, at: int, line: SourceLine) -> None:
        last = self.placed[-1]
        below = self._below or Below()
        if last.part is Part.ITEM and not last.text:
            title, more = _parted(line.text)
            self.placed[-1] = replace(last, text=title, lines=(*last.lines, line.number))
            if more:
                self.placed.append(Placed(Part.NOTE, more, (line.number,)))
            return
        found = place_below(line, below)
        above = self._lines[at - 1]
        plain = (
            len(found) == 1
            and found[0].part in (Part.NOTE, Part.RECOMMENDATION, Part.CLAUSE)
            and found[0].text == line.text
        )
        if plain and above.number in last.lines and goes_on(line, above, below, spaced=self._spaced):
            joined = replace(last, text=f"{last.text} {line.text}", lines=(*last.lines, line.number))
            self.placed[-1:] = rejoined(joined)
            below.last = last.part
            return
        self.placed += found


def _parted(text: str) -> tuple[str, str]:
    """A title and the words that run on behind it, where it is in capitals and they aren't: `PLAY AREA The swings were …`."""
    found = _CAPITALS.fullmatch(text)
    if found and len(found["title"].split()) >= 1 and sum(one.isupper() for one in found["title"]) > 3:
        return found["title"].strip(" :–-"), found["more"].strip()
    return text, ""


def _with_reports(below: Sequence[Placed], lines: Sequence[SourceLine]) -> list[Placed]:
    """The items with what their reports in the pack recommend, unless the agenda says it itself."""
    starts = [at for at, one in enumerate(below) if one.part is Part.ITEM]
    belonging = matched(reports_in(lines), [below[at].text for at in starts])
    found: list[Placed] = list(below[: starts[0]]) if starts else list(below)
    for place, at in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(below)
        own = below[at:end]
        head = next((back for back, one in enumerate(own) if one.part in (Part.SUBITEM, Part.SECTION)), len(own))
        found += own[:head]
        if place in belonging and not any(one.part is Part.RECOMMENDATION for one in own):
            found += placed_for(*belonging[place])
        found += own[head:]
    return found
