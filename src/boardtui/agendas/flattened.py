"""A table that ran together into one line: `Item Lead Papers Timing 1 Welcome Dr Ann Dyer None 4.00pm 2 …`.

Nothing in it is sure; where each item begins and when it is planned can still be told, and the clerk parts the rest.
"""

from __future__ import annotations

import re

from boardtui.agendas.parts import DOUBTFUL, Part, Placed
from boardtui.agendas.source import SourceLine

_HEAD = re.compile(
    r"(?:.{0,30}?\s)?(?:no\.?|item)(?:\s+(?:#|no\.?|number))?\s+(?:(?:agenda )?items?|title|subject|topic)?"
    r"(?:\s+and discussion points)?"
    r"(?:\s+(?:lead|presenter|owner|papers?|enclosures?|purpose|timing|time|mins|action|pages?)){2,5}\s+(?=1\.?\s)",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?P<number>\d{1,2})\.?\s+(?P<said>[A-Z].*?)\s+(?P<time>\d{1,2}[.:]\d{2}\s?(?:am|pm|a\.m\.|p\.m\.)?)"
    r"(?=\s+\d{1,2}\.?\s+[A-Z]|\s*\d{0,3}$)"
)
_LEAD = re.compile(
    r"(?P<lead>(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Cllr|Councillor|Sir|Dame)\.?\s+)(?:[A-Z][\w’'-]+\s+){1,2}(?:\([^()]{2,30}\))?)"
)
_TWO_NAMES = re.compile(r"(?<=[a-zA-Z]\s)(?P<lead>(?:[A-Z][a-z]+ [A-Z][a-z]+ ?){1,2})$")
_PAPERS = re.compile(r"(?P<papers>(?:Additional )?(?:Papers?|Pages?|Enclosures?|Appendix|Verbal|None)\b.*)$")
_DOUBT = "A table that ran together in one line: part the title from what is discussed, and who leads."


def is_flattened(line: SourceLine) -> bool:
    """Is this line a whole table?"""
    return len(line.text) > 80 and _HEAD.match(line.text) is not None


def read_flattened(line: SourceLine) -> list[Placed]:
    """The items of the table, with who leads, papers and planned time where they can be told."""
    head = _HEAD.match(line.text)
    if head is None:
        return []
    placed: list[Placed] = []
    for found in _ENTRY.finditer(line.text, head.end()):
        placed += _entry(found, line.number)
    return placed


def _entry(found: re.Match[str], number: int) -> list[Placed]:
    words = found["said"]
    papers = _PAPERS.search(words)
    if papers:
        words = words[: papers.start()].rstrip()
    lead = _LEAD.search(f"{words} ") or _TWO_NAMES.search(words)
    title = words[: lead.start()].rstrip() if lead else words
    below = [
        (Part.LEAD, lead["lead"].strip() if lead else ""),
        (Part.PAPERS, papers["papers"] if papers else ""),
        (Part.PLANNED, found["time"]),
    ]
    item = Placed(Part.ITEM, title, (number,), found["number"], sure=DOUBTFUL, doubt=_DOUBT)
    return [item, *(Placed(part, text, (number,), sure=DOUBTFUL) for part, text in below if text)]
