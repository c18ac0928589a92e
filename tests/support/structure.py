"""The structure of a meeting as facts, and whether its minutes show them, however they word and dress them.

A file of facts is TOML:

    title = "Nether Poole … 4 May 2027"          # words in this order
    closing = "7.52 pm"

    [attendance]                                 # every list that prints, and exactly who stands in it, in any order
    "Present:" = ["Cllr Ada Brook (Chairman)", "Cllr Tom Dale"]

    [[body]]                                     # every minute, in the order printed; or section = "Public Business"
    heading = "12/27 Footpaths"
    holds = [
        "decision: Dale … Brook … 2 for … the stile be mended",
        "action: Pell … 1 June 2027",
    ]

`holds` names what kind of part says it and the words in it, in the order in which they stand in the minute. A part may show
several facts. There may be more paragraphs than are named, but no decision, action or roll that no fact is about. In a roll,
`roll: For (2): Dale; Marsh` gives a line and exactly the names in it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boardtui.minutes.tree import Bullet, Clause, Minute, Minutes, Part, SectionHeading

_ACCOUNTED = ("decision", "action", "roll")
"""The kinds of part that each need a fact."""
_TITLES = re.compile(r"^(?:Councillors?|Cllrs?)\s+")


@dataclass(frozen=True)
class Compared:
    """facts: how many there are; missing: those the minutes don't show, one sentence each."""

    facts: int
    missing: tuple[str, ...]


def compared(facts_text: str, minutes: Minutes) -> Compared:
    """Facts looked for in minutes. facts_text: TOML, as told above; raises tomllib.TOMLDecodeError for any other."""
    facts = tomllib.loads(facts_text)
    seeker = _Seeker()
    for name, found in (("title", minutes.title), ("closing", minutes.closing)):
        if name in facts:
            seeker.look(f"{name}: {facts[name]}", _says(found, facts[name]), found)
    _attendance(seeker, facts.get("attendance", {}), minutes)
    _body(seeker, facts.get("body", []), minutes)
    return Compared(seeker.facts, tuple(seeker.missing))


class _Seeker:
    """Counts facts, and keeps those that are not so."""

    def __init__(self) -> None:
        self.facts = 0
        self.missing: list[str] = []

    def look(self, fact: str, shown: bool, found: str = "") -> None:
        """One fact: is it shown, and what stands there instead."""
        self.facts += 1
        if not shown:
            self.missing.append(f"{fact}\n    found: {found or 'nothing'}")


def _says(text: str, words: str) -> bool:
    """Do these words stand in the text, those between ` … ` one after the other?"""
    place = 0
    for piece in words.split(" … "):
        place = text.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return True


def _attendance(seeker: _Seeker, expected: dict[str, list[str]], minutes: Minutes) -> None:
    found = {one.heading: [line.text for line in one.lines] for one in minutes.attendance}
    for heading, lines in expected.items():
        there = found.pop(heading, None)
        seeker.look(f"a list {heading}", there is not None, " | ".join(one.heading for one in minutes.attendance))
        for line in lines:
            seeker.look(f"{heading} {line}", line in (there or ()), "; ".join(there or ()))
        more = [line for line in there or () if line not in lines]
        seeker.look(f"{heading} nobody else", not more, "; ".join(more))
    seeker.look("no other list", not found, " | ".join(found))


def _body(seeker: _Seeker, expected: list[dict[str, Any]], minutes: Minutes) -> None:
    for at, facts in enumerate(expected):
        part = minutes.body[at] if at < len(minutes.body) else None
        if "section" in facts:
            found = f"{part.text} {part.nil}".strip() if isinstance(part, SectionHeading) else _heading(part)
            seeker.look(f"section {facts['section']}", found == facts["section"], found)
            continue
        seeker.look(f"minute {facts['heading']}", _heading(part) == facts["heading"], _heading(part))
        if isinstance(part, Minute):
            _minute(seeker, facts, part)
    more = minutes.body[len(expected) :]
    seeker.look("nothing after that", not more, " | ".join(_heading(part) for part in more))


def _heading(part: SectionHeading | Minute | None) -> str:
    if part is None:
        return ""
    return part.text if isinstance(part, SectionHeading) else part.heading_line


def _minute(seeker: _Seeker, facts: dict[str, Any], minute: Minute) -> None:
    """The facts of one minute, in their order; and that nothing was decided that no fact is about."""
    place, told = 0, set()
    for fact in facts.get("holds", []):
        kind, _, words = fact.partition(": ")
        there = [at for at, part in enumerate(minute.parts) if at >= place and part.kind == kind]
        at = next((at for at in there if _shows(minute.parts[at], words)), None)
        left = " / ".join(_text(part) for part in minute.parts[place:])
        seeker.look(f"{facts['heading']}: {fact}", at is not None, left)
        if at is not None:
            place = at
            told.add(at)
    for at, part in enumerate(minute.parts):
        if part.kind in _ACCOUNTED:
            seeker.look(f"{facts['heading']}: this is a fact", at in told, _text(part))


def _shows(part: Part, words: str) -> bool:
    if part.kind != "roll":
        return _says(_text(part), words)
    label, _, names = words.partition(": ")
    lines = dict(line.split(": ", 1) for line in part.lines)
    return _names(lines.get(label, "")) == sorted(names.split("; "))


def _names(line: str) -> list[str]:
    """The names of a line of a roll, without what councillors are called."""
    return sorted(re.split(r", | and ", _TITLES.sub("", line)))


def _text(part: Part) -> str:
    """All that a part says, in its order."""
    if part.kind == "bullets":
        return " ".join(text for bullet in part.bullets for text in _bullet(bullet))
    if part.kind == "table":
        return " ".join(" | ".join(row) for row in part.rows)
    if part.kind == "roll":
        return " ".join(part.lines)
    if part.kind == "decision":
        clauses = (text for clause in part.clauses for text in _clause(clause))
        return " ".join((part.lead or part.text, *clauses))
    return part.text


def _bullet(bullet: Bullet) -> Iterator[str]:
    yield bullet.text
    for below in bullet.bullets:
        yield from _bullet(below)


def _clause(clause: Clause) -> Iterator[str]:
    yield f"{clause.label} {clause.text}"
    for below in clause.clauses:
        yield from _clause(below)
