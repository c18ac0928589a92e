"""What is being typed and isn't recorded yet: one text for each place of a meeting, with the caret in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from boardtui.book.library import sqlite3
from boardtui.model.text import clean

SELECTED = "at"
"""In a place such as `composer at 57`: the act of the block that is selected while this is typed."""

_SELECT = "SELECT meeting, place, text, caret, wall, checksum FROM draft ORDER BY meeting, place"
_UPSERT = (
    "INSERT INTO draft (meeting, place, text, caret, wall, checksum) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (meeting, place)"
    " DO UPDATE SET text = excluded.text, caret = excluded.caret, wall = excluded.wall, checksum = excluded.checksum"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text being typed.

    place: where in the screen (`composer`); caret: characters before it; wall: when, UTC, ISO 8601; sound: it is as it
    was typed, going by its checksum.
    """

    meeting: str
    place: str
    text: str
    caret: int = 0
    wall: str = ""
    sound: bool = True

    @property
    def checksum(self) -> str:
        """What shows that none of it was changed since: SHA-256 over all of it, in hex."""
        whole = json.dumps([self.meeting, self.place, self.text, self.caret, self.wall])
        return hashlib.sha256(whole.encode()).hexdigest()


def keep(raw: sqlite3.Connection, draft: Draft) -> None:
    """Keep a draft in the place of the one before it; an empty one takes that away."""
    if not draft.text:
        clear(raw, draft.meeting, draft.place)
        return
    raw.execute(_UPSERT, [draft.meeting, draft.place, draft.text, draft.caret, draft.wall, draft.checksum])


def clear(raw: sqlite3.Connection, meeting: str, place: str) -> None:
    """Take a draft away."""
    raw.execute("DELETE FROM draft WHERE meeting = ? AND place = ?", [meeting, place])


def read(raw: sqlite3.Connection) -> list[Draft]:
    """Every draft of the book, each looked at as it stands there, and then cleaned."""
    return [_looked_at(Draft(*parts), checksum) for *parts, checksum in raw.execute(_SELECT)]


def _looked_at(draft: Draft, checksum: str) -> Draft:
    return replace(draft, text=clean(draft.text), sound=draft.checksum == checksum)
