"""What stands at the head and the foot of pages and is no part of their text: running titles, numbers of pages and items."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from boardtui.agendas.pdf_lines import Line

_HEAD, _FOOT = 0.11, 0.9
"""Where the head of a page ends and its foot begins, of its height."""
_SHIFTED = 4.0
"""Points by which a running title may stand elsewhere on another page."""
_NEAR = 2
"""Pages from one to the next with the same title: two where left and right pages have their own."""
_NUMBER = re.compile(
    r"[-–—\[(]?\s*(?:page\s*(?:no\.?\s*)?)?(?:\d{1,4}|[ivx]{1,5})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—\])]?", re.IGNORECASE
)
_STAMP = re.compile(
    r"(?:agenda|minute) item:? \d{1,3}[a-z]?|this page is (?:intentionally )?left blank\.?", re.IGNORECASE
)
_FIGURES = re.compile(r"\d+")


def furniture_of(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[int]:
    """The identities of the lines that are no part of the text. pages: the height of each, and its lines.

    Of a title that runs through the heads of pages the first is part of the text: there may be no other that says it.
    """
    found: set[int] = set()
    running: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    for height, lines in pages:
        for line in lines:
            text = line.whole
            head = line.top < _HEAD * height
            at_edge = head or line.bottom > _FOOT * height
            if _STAMP.fullmatch(text) or (at_edge and _NUMBER.fullmatch(text)):
                found.add(id(line))
            elif at_edge:
                running[head, _FIGURES.sub("#", text)].append(line)
    for (head, _), same in running.items():
        places = {(line.page, round(line.top / _SHIFTED)) for line in same}
        again = [line for line in same if not places.isdisjoint(_elsewhere(line))]
        found.update(map(id, again[1:] if head else again))
    return found


def _elsewhere(line: Line) -> Iterator[tuple[int, int]]:
    """Where the same would stand on the pages before and behind."""
    place = round(line.top / _SHIFTED)
    for pages in (*range(-_NEAR, 0), *range(1, _NEAR + 1)):
        yield from ((line.page + pages, place + shifted) for shifted in (-1, 0, 1))
