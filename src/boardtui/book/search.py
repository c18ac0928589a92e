"""Finding words in the minutes of all meetings, the newest first. What is restricted stands in an index of its own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from boardtui.book.library import sqlite3
from boardtui.errors import InputError
from boardtui.model.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WORDS = 50
"""Different words of one search."""
_HITS = {
    "public_index": "SELECT rowid, snippet(public_index, 0, '', '', '…', 24) FROM public_index"
    " WHERE public_index MATCH ? ORDER BY rowid DESC LIMIT ?",
    "restricted_index": "SELECT rowid, snippet(restricted_index, 0, '', '', '…', 24) FROM restricted_index"
    " WHERE restricted_index MATCH ? ORDER BY rowid DESC LIMIT ?",
}
_BLOCK = """
    SELECT b.meeting, b.entry, b.act, coalesce(e.number, ''), coalesce(e.heading, ''), coalesce(m.day, ''), b.kind
    FROM block AS b JOIN entry AS e ON e.meeting = b.meeting AND e.key = b.entry JOIN meeting AS m ON m.name = b.meeting
    WHERE b.act = ?
"""
_HEADING = """
    SELECT e.meeting, e.key, e.key, coalesce(e.number, ''), coalesce(e.heading, ''), coalesce(m.day, ''), 'heading'
    FROM entry AS e JOIN meeting AS m ON m.name = e.meeting WHERE e.key = ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand.

    day: of the meeting, YYYY-MM-DD; entry: key of the minute; act: the block's, or for a heading the minute's key; number,
    heading: of the minute; kind: of the block, or `heading`; excerpt: what stands round the words.
    """

    meeting: str
    entry: int
    act: int
    number: str
    heading: str
    day: str
    kind: str
    excerpt: str
    restricted: bool

    def as_row(self) -> dict[str, str | int | bool]:
        """As a row for a program."""
        return asdict(self)


def search(raw: sqlite3.Connection, words: str, *, restricted: bool = False, limit: int = 50) -> list[Hit]:
    """Where all of these words stand, or words that begin so, the newest first. Raises InputError for too many.

    restricted: look in what must not go out as well: private jots and unconfirmed text, too.
    """
    wanted = _query(words)
    if not wanted:
        return []
    found = list(_hits(raw, "public_index", wanted, limit))
    if restricted:
        found += _hits(raw, "restricted_index", wanted, limit)
    return [hit for _, hit in sorted(found, key=lambda pair: -pair[0])[:limit]]


def _query(words: str) -> str:
    """Each word as a literal, so that nothing typed is taken for a command of the search."""
    wanted = dict.fromkeys(part for part in clean(words).split() if any(c.isalnum() for c in part))
    if len(wanted) > MOST_WORDS:
        raise InputError(
            f"There are {len(wanted)} different words to look for, and the most is {MOST_WORDS}.", "Leave some out."
        )
    return " ".join('"{}"*'.format(part.replace('"', '""')) for part in wanted)


def _hits(raw: sqlite3.Connection, index: str, wanted: str, limit: int) -> Iterator[tuple[int, Hit]]:
    for row, excerpt in raw.execute(_HITS[index], [wanted, limit]).fetchall():
        place = raw.execute(_HEADING if row % 2 else _BLOCK, [row // 2]).fetchone()
        if place is not None:
            meeting, entry, act, *words = place
            number, heading, day, kind, around = (clean_line(one) for one in (*words, excerpt))
            yield row, Hit(meeting, entry, act, number, heading, day, kind, around, index == "restricted_index")
