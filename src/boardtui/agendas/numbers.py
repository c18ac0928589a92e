"""The numbers of items: which lines begin with one, and which of those are the items of this agenda.

A line that begins with a number may be an item, a paragraph of a report, a street, a day. Items are those that count on: the
longest run of one shape, not far apart in indentation, that goes up by one nearly always.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from boardtui.agendas.source import SourceLine

_ITEM = r"(?i:(?:agenda )?item(?: no\.?)?:?\s+)?"
_SIMPLE = _ITEM + r"(?P<number>(?P<value>\d{1,3})(?P<letter>[A-Za-z])?)"
_REST = r"(?:\s+(?P<rest>.*))?"
_SHAPES = tuple(
    (shape, re.compile(pattern))
    for shape, pattern in (
        ("X 1/19", r"(?P<number>(?P<same>[A-Z]{1,6})\s?(?P<value>\d{1,4})/(?P<year>\d{2,4}))[.:)]?\s+(?P<rest>\S.*)"),
        ("1/19", r"(?P<number>(?P<value>\d{1,4})/(?P<same>\d{2,4}(?:-\d{1,4})?))[.:)]?" + _REST),
        ("(1)", r"(?P<number>\((?P<value>\d{1,3})\))" + _REST),
        ("1.", _SIMPLE + r"\s?[.):](?!\d)(?:\s*(?P<rest>.*))?"),
        ("1", _SIMPLE + r"(?:\s+(?P<rest>[^\Wa-z_\d].*|[“\"‘(].*))?"),
    )
)
_MONTH = re.compile(
    r"(?:st|nd|rd|th)?\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:am|pm|a\.m|p\.m)\b",
    re.IGNORECASE,
)
_FARTHEST = 3
"""The most numbers that may be missing between two items."""
_NEAR = 6
"""How much farther in or out than its neighbour an item may stand, in columns."""
_FAR_DOWN = 60
"""Lines between two items beyond which it makes no difference how many more there are."""
_MOST = 3_000
_WINDOW = 120


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number. at: its place among the lines; shape: how the number is written; rest: the title.

    indent, bold: of the line."""

    at: int
    shape: str
    value: int
    letter: str
    number: str
    rest: str
    indent: int
    bold: bool = False


def said(line: SourceLine) -> str:
    """The line with the number that a program has set before it; a bullet says nothing."""
    return f"{line.marker} {line.text}".strip() if any(one.isalnum() for one in line.marker) else line.text


def numbered_lines(lines: Sequence[SourceLine]) -> list[Numbered]:
    """The lines that begin with a number of any shape, in their order: the first few thousand."""
    found = (_numbered(at, line) for at, line in enumerate(lines))
    return list(islice((one for one in found if one is not None), _MOST))


def _numbered(at: int, line: SourceLine) -> Numbered | None:
    text = said(line)
    if not text[:1].isalnum() and text[:1] != "(":
        return None
    for shape, pattern in _SHAPES:
        read = pattern.fullmatch(text)
        if read is None:
            continue
        parts = read.groupdict()
        rest = (parts.get("rest") or "").strip()
        if shape == "1" and (_MONTH.match(rest) or (not rest and len(text) > 3)):
            return None
        same = f"{shape} {parts.get('same') or ''}{parts.get('year') or ''}".strip()
        number = parts["number"]
        letter = (parts.get("letter") or "").lower()
        return Numbered(at, same, int(parts["value"]), letter, number, rest, line.indent, line.bold)
    return None


def runs(numbered: Sequence[Numbered]) -> list[list[Numbered]]:
    """The runs of numbers that count on, the longest of each place and shape, in the order in which they begin."""
    found: list[list[Numbered]] = []
    for shape in dict.fromkeys(one.shape for one in numbered):
        rest = [one for one in numbered if one.shape == shape]
        while rest:
            best = _best(rest)
            if not best:
                break
            found.append(best)
            first, last = best[0].at, best[-1].at
            rest = [one for one in rest if one.at < first or one.at > last]
    return sorted(found, key=lambda run: run[0].at)


def _best(numbered: Sequence[Numbered]) -> list[Numbered]:
    """The run that counts on longest, the first of several: by what each line could follow, gone through once."""
    scores = [1.0] * len(numbered)
    before = [-1] * len(numbered)
    for here, one in enumerate(numbered):
        for there in range(max(0, here - _WINDOW), here):
            gain = _gain(numbered[there], one)
            if gain and scores[there] + gain > scores[here]:
                scores[here], before[here] = scores[there] + gain, there
    if not numbered:
        return []
    at = max(range(len(numbered)), key=lambda place: (scores[place], -place))
    run: list[Numbered] = []
    while at >= 0:
        run.append(numbered[at])
        at = before[at]
    return run[::-1]


def _gain(before: Numbered, one: Numbered) -> float:
    """How well one number follows another; 0 where it doesn't."""
    step = one.value - before.value
    if step == 0 and one.letter and one.letter > before.letter and ord(one.letter) - ord(before.letter or "`") == 1:
        return 0.9
    if not 1 <= step <= _FARTHEST:
        return 0.0
    gain = 1.0 if step == 1 else 0.5 / step
    gain *= 1 - min(one.at - before.at, _FAR_DOWN) / (5 * _FAR_DOWN)
    gain *= 1.0 if one.bold == before.bold else 0.7
    apart = abs(one.indent - before.indent)
    return gain if apart <= 1 else gain * (0.6 if apart <= _NEAR else 0.2)
