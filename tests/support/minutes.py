"""Minutes for tests: compared block by block, and a small meeting whose lines are printed one by one."""

from __future__ import annotations

import difflib
import re

from boardtui.minutes.compose import compose_entry
from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers import writer
from support.meetings import Taking, called


def text_of(minutes: Minutes) -> str:
    """Minutes as plain text."""
    return writer("txt")(minutes).decode()


def blocks_of(text: str) -> list[str]:
    """The blocks between blank lines, with every run of spaces made one; the lines of a block stay lines."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return ["\n".join(" ".join(line.split()) for line in block.splitlines()) for block in blocks]


def without_frame(minutes: Minutes) -> Minutes:
    """The minutes without what a house prints round them: the council's name, the draft mark, the place to sign."""
    return minutes.model_copy(update={"council": "", "draft": "", "signature": ()})


def differences(expected: str, actual: str, most: int = 12) -> str:
    """The first blocks in which two texts differ, '' when they are the same."""
    lines = difflib.unified_diff(blocks_of(expected), blocks_of(actual), "expected", "actual", lineterm="", n=1)
    return "\n".join(list(lines)[: most * 3])


AGENDA = """---
council: Harbour Borough Council
committee: Harbour Committee
house: {house}
date: 4 September 2026
time: 2.00 pm
place: the Old Custom House
next minute number: 7
member: Councillor Ann Alder | Chair | | Red
member: Councillor Ben Birch | Deputy Chair | | Blue
member: Cllr Cy Cedar | | | Blue
member: Dr Dee Dogwood | | Harbour Trust
member: Eve Elm | Director of Trees
officer: Mr Fred Fir | Clerk | Governance
---
# Public Business
1. Declarations of Interest
2. Minutes
3. The Pond
   Report of: Eve Elm | Director of Trees
   Recommendation: note the report
   Recommendation: approve the budget
4. The Bandstand
   (a) The Roof
   (b) The Band
*. Questions
5. The Pier
   Motion: the pier be painted
   Moved by: Councillor Ben Birch
   Seconded by: Cllr Cy Cedar
# Private Business
6. The Depot (exempt 3)
7. The Ferry (exempt 3)
"""


def minuting(house: str, *lines: str) -> Taking:
    """A small meeting in a house: called, attended by all, started, and these lines taken in its third item."""
    taking = called(AGENDA.format(house=house))
    for line in ("/present all", "/officer @fir", "/start 14:00", "# 3", *lines):
        taking.line(line)
    return taking


def said(house: str, *lines: str) -> list[str]:
    """What these lines print in the third item, block by block."""
    taking = minuting(house, *lines)
    entry = next(one for one in taking.record.entries.values() if one.items == ("3",))
    minute = compose_entry(taking.record, taking.house, entry.key)
    whole = Minutes(house=house, committee="", title="", body=(minute.model_copy(update={"heading_line": ""}),))
    return blocks_of(text_of(whole)) if minute.parts else []
