"""What the book says of its meetings, people and numbers, and whether it has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book import filing
from boardtui.book.connection import connect
from boardtui.book.gate import pass_gate
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError
from boardtui.model.text import clean_line

if TYPE_CHECKING:
    from boardtui.model.people import Person

_MEETINGS = """
    SELECT m.name, coalesce(m.body, ''), coalesce(m.council, ''), coalesce(m.day, ''), coalesce(m.time, ''), m.place,
           m.stage, m.signed_on IS NOT NULL, f.acts, a.wall
    FROM meeting AS m
    JOIN (SELECT meeting, count(*) AS acts, max(seq) AS last FROM act GROUP BY meeting) AS f ON f.meeting = m.name
    JOIN act AS a ON a.seq = f.last
    ORDER BY m.day IS NULL, m.day, m.time, m.summons
"""
_PEOPLE = "SELECT key, name, post, organisation, long_organisation, political_group FROM person ORDER BY rowid"
_LAST_OF_BODY = """
    SELECT name FROM meeting WHERE council = ? AND body = ? ORDER BY coalesce(day, '') DESC, summons DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list of the book. day: YYYY-MM-DD, time: HH:MM, '' where unknown; stage: before, open, adjourned,

    closed or approved; signed: its minutes were signed; acts: how many; last_filed: when the last one was, UTC, ISO 8601.
    The name is the one thing not cleaned: the book is asked for a meeting by it.
    """

    name: str
    body: str
    council: str
    day: str
    time: str
    place: str
    stage: str
    signed: bool
    acts: int
    last_filed: str


def meetings(raw: sqlite3.Connection) -> list[MeetingRow]:
    """The meetings of the book, the earliest day first, those without a day last."""
    return [_meeting(*row) for row in raw.execute(_MEETINGS)]


def _meeting(name: str, *said: str | int) -> MeetingRow:
    *words, signed, acts, wall = said
    body, council, day, time, place, stage, filed = (clean_line(str(one)) for one in (*words, wall))
    return MeetingRow(name, body, council, day, time, place, stage, bool(signed), int(acts), filed)


def people(raw: sqlite3.Connection) -> list[Person]:
    """Everybody the book knows, as the newest meeting that knows them has them. Raises BookError."""
    try:
        return [_person(*row) for row in raw.execute(_PEOPLE)]
    except ValueError:
        raise BookError("The book holds a person whose name can't be read.", "Run: boardtui check") from None


def _person(key: str, name: str, post: str, organisation: str, long: str, group: str) -> Person:
    from boardtui.model.people import Person

    return Person(
        key=key, name=name, post=post, organisation=organisation, long_organisation=clean_line(long), group=group
    )


def next_minute_number(raw: sqlite3.Connection, council: str, body: str) -> str:
    """The number the next meeting of a body starts with, going on from its latest one; '' where that isn't known."""
    from boardtui.model.replay import replay
    from boardtui.rules.numbering import next_number

    latest = raw.execute(_LAST_OF_BODY, [council, body]).fetchone()
    return next_number(replay(filing.acts(raw, latest[0]))) if latest else ""


def last_seq(raw: sqlite3.Connection) -> int:
    """The number of the last act, 0 in an empty book."""
    return int(raw.execute("SELECT coalesce(max(seq), 0) FROM act").fetchone()[0])


class Watcher:
    """Sees that another program has committed to the book, at the cost of one small question. For the chair's view."""

    def __init__(self, path: Path) -> None:
        """Raises BookError."""
        self._path = path
        pass_gate(path)
        with sentences(path):
            self._raw = connect(path, read_only=True)
            self._version = self._data_version()

    def changed(self) -> bool:
        """Has anything been committed since this was asked last? Raises BookError."""
        with sentences(self._path):
            version = self._data_version()
        before, self._version = self._version, version
        return version != before

    def close(self) -> None:
        """Stop watching."""
        self._raw.close()

    def _data_version(self) -> int:
        return int(self._raw.execute("PRAGMA data_version").fetchone()[0])
