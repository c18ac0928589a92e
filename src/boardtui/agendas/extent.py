"""Where in a source the agenda is: its items, and where it ends and the reports of the pack begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.agendas.numbers import Numbered, numbered_lines, runs, said
from boardtui.agendas.parts import Part
from boardtui.agendas.source import SourceLine

_ENDS = re.compile(
    r"this page (?:is|has been) (?:intentionally |deliberately )?(?:left )?blank.*"
    r"|minutes of (?:the|a|an)\b.{0,120}\b(?:held|meeting)\b.*|agenda item \d+[a-z]?|appendix [a-z\d]+|briefing note"
    r"|(?:draft )?minutes\b.{0,60}\bheld (?:on|at|in)\b.*",
    re.IGNORECASE,
)
_REPORT = re.compile(r"(?:public |private |cabinet |officer )?report", re.IGNORECASE)
_REPORT_HEAD = re.compile(r"(?:to|title|report to|report of|subject|ward|from|report title)\s*:", re.IGNORECASE)
_AGENDA = re.compile(
    r"\W*(?:.{0,40}\s)?(?:agenda|a g e n d a|order of business|business to be transacted)\W*", re.IGNORECASE
)
_FEWEST = 2
_BETWEEN = 8
"""Lines that may stand between two runs of one agenda."""


@dataclass(frozen=True, slots=True)
class Extent:
    """items: the lines that begin one, by their place; end: the place behind the agenda's last line, before the reports."""

    items: dict[int, Numbered]
    end: int


def extent_of(lines: Sequence[SourceLine]) -> Extent:
    """The items of the agenda, and where it ends. Without items it ends where the source does."""
    told = {at: _told(at, line) for at, line in enumerate(lines) if line.part is Part.ITEM}
    if told:
        return Extent(told, len(lines))
    numbered = numbered_lines(lines)
    for end in (*_ends(lines), len(lines)):
        items = _items(lines, [one for one in numbered if one.at < end])
        if items:
            return Extent(items, end)
    return Extent({}, len(lines))


def _told(at: int, line: SourceLine) -> Numbered:
    """An item that the file itself says is one."""
    number = line.marker.strip(" .") or None
    read = numbered_lines([line])
    if number is None and read:
        return Numbered(at, "told", read[0].value, "", read[0].number, read[0].rest, line.indent)
    return Numbered(at, "told", 0, "", number or "*", line.text, line.indent)


def _ends(lines: Sequence[SourceLine]) -> list[int]:
    """Where the agenda may end, first places first."""
    found: list[int] = []
    for at, line in enumerate(lines):
        text = said(line)
        if _ENDS.fullmatch(text) or (_REPORT.fullmatch(text) and _begins_report(lines, at)):
            found.append(at)
    return found


def _begins_report(lines: Sequence[SourceLine], at: int) -> bool:
    return any(_REPORT_HEAD.match(said(line)) for line in lines[at + 1 : at + 8])


def _items(lines: Sequence[SourceLine], numbered: Sequence[Numbered]) -> dict[int, Numbered]:
    """The run that is the agenda's items, with those beside it that go on from it, and what stands out of order within it."""
    found = [run for run in runs(numbered) if len(run) >= _FEWEST]
    if not found:
        return {}
    best = max(found, key=lambda run: _weight(lines, run))
    chosen = list(best)
    for run in found:
        if run is not best and _is_beside(lines, best, run, chosen):
            chosen += run
    values = {(one.shape, one.value, one.letter) for one in best}
    first, last = best[0], best[-1]
    for one in numbered:
        between = first.at < one.at < last.at and first.shape == one.shape and one.value <= last.value
        if between and abs(one.indent - first.indent) <= 1 and (one.shape, one.value, one.letter) not in values:
            values.add((one.shape, one.value, one.letter))
            chosen.append(one)
    return {one.at: one for one in sorted(chosen, key=lambda one: one.at)}


def _weight(lines: Sequence[SourceLine], run: Sequence[Numbered]) -> float:
    """How likely a run is the agenda: by its length, by beginning at 1, under the word agenda, and by being early."""
    above = lines[max(0, run[0].at - 6) : run[0].at]
    heading = any(_AGENDA.fullmatch(said(line)) for line in above)
    return len(run) + 2 * (run[0].value == 1) + 6 * heading - 4 * run[0].at / max(1, len(lines))


def _is_beside(
    lines: Sequence[SourceLine], best: Sequence[Numbered], run: Sequence[Numbered], chosen: Sequence[Numbered]
) -> bool:
    """Does this run belong to the same agenda: another part of it, that counts anew or goes on under a heading of its own?"""
    if run[0].shape != best[0].shape or abs(run[0].indent - best[0].indent) > 2:
        return False
    first, last = min(one.at for one in chosen), max(one.at for one in chosen)
    if run[-1].at < first:
        gap = lines[run[-1].at + 1 : first]
    elif run[0].at > last:
        gap = lines[last + 1 : run[0].at]
    else:
        return False
    return len(gap) <= _BETWEEN and any(_AGENDA.fullmatch(said(line)) for line in gap)
