"""What the reports of a pack recommend, and to which items of the agenda they belong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from boardtui.agendas.numbers import said
from boardtui.agendas.parts import DOUBTFUL, LIKELY, Part, Placed
from boardtui.agendas.source import SourceLine
from boardtui.model.text import fold

_TITLE = re.compile(r"(?:report\s+)?(?:title|subject)\s*(?:of report)?\s*:\s*(?P<said>.+)", re.IGNORECASE)
_HEADING = re.compile(r"(?:\d{1,2}(?:\.0)?[.)]?\s+)?recommendations?\s*:?", re.IGNORECASE)
_IN_LINE = re.compile(r"(?:\d{1,2}[.)]?\s+)?recommendations?\s*:\s*(?P<said>\S.*)", re.IGNORECASE)
_NEXT = re.compile(r"\d{1,2}[.)]?\s+[A-Z][^.:;]{2,70}|[A-Z][A-Za-z/&’' -]{2,60}:?")
_NUMBERED = re.compile(r"(?:\d{1,2}\.\d{1,2}|\(?[a-z]\)|\(?\d{1,2}[.)])\s+(?P<said>\S.*)")
_ASKED = re.compile(
    r"(?:the\s+|that\s+(?:the\s+)?)?(?:[\w&’'/-]+\s+){0,9}(?:is|are|be)\s+(?:therefore\s+)?(?:asked|recommended|requested|invited)"
    r"(?:\s+to)?\s*(?P<said>.*)",
    re.IGNORECASE,
)
_ALIKE = 0.6
_LONGEST = 60
"""Lines of one report's recommendations at most."""


@dataclass
class Report:
    """A report in the pack. title: as it calls itself; asked: what it recommends, each with its sub-clauses and lines."""

    title: str
    line: int
    asked: list[Placed] = field(default_factory=list)


def reports_in(lines: Sequence[SourceLine]) -> list[Report]:
    """The reports that call themselves by a title and recommend something."""
    found: list[Report] = []
    at = 0
    while at < len(lines):
        text = said(lines[at])
        if titled := _TITLE.fullmatch(text):
            found.append(Report(_whole_title(titled["said"], lines, at), lines[at].number))
        elif found and not found[-1].asked and (_HEADING.fullmatch(text) or _IN_LINE.fullmatch(text)):
            at = _recommended(lines, at, found[-1])
            continue
        at += 1
    return [report for report in found if report.asked]


def _whole_title(title: str, lines: Sequence[SourceLine], at: int) -> str:
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or after.apart or _TITLE.fullmatch(said(after)) or not after.text[:1].islower():
        return title
    return f"{title} {after.text}"


def _recommended(lines: Sequence[SourceLine], at: int, report: Report) -> int:
    """Read what is recommended from the heading on. Returns the place behind it."""
    if within := _IN_LINE.fullmatch(said(lines[at])):
        report.asked.append(Placed(Part.RECOMMENDATION, within["said"], (lines[at].number,), sure=LIKELY))
    at += 1
    end = min(len(lines), at + _LONGEST)
    while at < end and not _is_next_heading(lines[at]):
        _ask(lines[at], report)
        at += 1
    return at


def _is_next_heading(line: SourceLine) -> bool:
    text = said(line)
    if line.heading > 0 or _TITLE.fullmatch(text):
        return True
    if _NUMBERED.fullmatch(text) or _ASKED.fullmatch(text) or text[-1:] in ".;":
        return False
    return _NEXT.fullmatch(text) is not None and len(text.split()) <= 9


def _ask(line: SourceLine, report: Report) -> None:
    text = said(line)
    numbered = _NUMBERED.fullmatch(text)
    words = numbered["said"] if numbered else text
    if asked := _ASKED.fullmatch(words):
        words = asked["said"].strip(" :–-")
        if not words or (len(words.split()) == 1 and not words.endswith(".")):
            _begin(report, words, line)
            return
    led = bool(report.asked) and (report.asked[-1].part is Part.CLAUSE or report.asked[-1].text.endswith(":"))
    report.asked.append(Placed(Part.CLAUSE if led else Part.RECOMMENDATION, words, (line.number,), sure=LIKELY))


def _begin(report: Report, words: str, line: SourceLine) -> None:
    """`The Board is asked to note:` leads in what follows; without a verb of its own it only says who asks."""
    if words:
        report.asked.append(Placed(Part.RECOMMENDATION, f"{words}:", (line.number,), sure=LIKELY))


def matched(reports: Sequence[Report], titles: Sequence[str]) -> dict[int, tuple[Report, float]]:
    """The item, by its place, that each report belongs to, and how alike the titles are (0 to 1); each item has one at most."""
    pairs = sorted(
        (
            (_likeness(report.title, title), place, number)
            for number, report in enumerate(reports)
            for place, title in enumerate(titles)
        ),
        reverse=True,
    )
    found: dict[int, tuple[Report, float]] = {}
    used: set[int] = set()
    for alike, place, number in pairs:
        if alike >= _ALIKE and place not in found and number not in used:
            found[place] = (reports[number], alike)
            used.add(number)
    return found


def _likeness(report: str, title: str) -> float:
    """How alike two titles are; a short one that is all in the long one is alike."""
    one, other = fold(report), fold(title)
    if not one or not other:
        return 0.0
    if min(len(one), len(other)) >= 8 and (one in other or other in one):
        return 0.95
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def placed_for(report: Report, alike: float) -> Iterator[Placed]:
    """What the report recommends, as it goes below its item."""
    sure = LIKELY if alike > 0.9 else DOUBTFUL
    doubt = "" if alike > 0.9 else f"Recommended in the report “{report.title}”."
    for one in report.asked:
        yield Placed(one.part, one.text, one.lines, one.number, one.level, sure, doubt)
