"""What was written down on paper of the book's head, held against the book.

Whoever can write in the book's folder can build the chain anew and its witness with it. Not the paper in the chair's bag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from boardtui.book.connection import connect
from boardtui.book.forms import first_head
from boardtui.book.gate import pass_gate
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import InputError

_WRITTEN = re.compile(r"\s*(\d{1,12})(?:\s*acts?)?[\s,.:;]+([0-9a-f][0-9a-f\s]*)\s*", re.IGNORECASE | re.ASCII)
_LEAST, _MOST = 8, 64


@dataclass(frozen=True, slots=True)
class Written:
    """What stands on the paper. seq: the number of acts there were; digits: the head's first digits, hex."""

    seq: int
    digits: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the book says to it. head: of that act today, hex, '' if it isn't there; after: how many acts came after it;

    first, last: when the first and the last of these were filed, UTC, ISO 8601, '' if there is none.
    """

    written: Written
    head: str
    after: int
    first: str
    last: str

    @property
    def agrees(self) -> bool:
        """Is that act, and every one before it, as it was when the paper was written?"""
        return bool(self.head) and self.head.startswith(self.written.digits)


def read(words: str) -> Written:
    """Read `173 acts, 3f2a 91bc 07de` as people write it. Raises InputError."""
    found = _WRITTEN.fullmatch(words)
    digits = "".join(found[2].split()).lower() if found else ""
    if found is None or not _LEAST <= len(digits) <= _MOST:
        raise InputError(
            f"{words!r} is no head of a book.", 'Give the number of acts and the digits, as in "173 3f2a 91bc 07de".'
        )
    return Written(int(found[1]), digits)


def compare(book: Path, written: Written) -> Comparison:
    """Hold it against the book, whose chain must have been followed at least so far. Raises BookError."""
    pass_gate(book)
    with sentences(book):
        raw = connect(book, read_only=True)
        try:
            head = _head_of(raw, written)
            after, first, last = raw.execute(
                "SELECT count(*), coalesce(min(seq), 0), coalesce(max(seq), 0) FROM act WHERE seq > ?", [written.seq]
            ).fetchone()
            filed = dict(raw.execute("SELECT seq, wall FROM act WHERE seq IN (?, ?)", [first, last]))
        finally:
            raw.close()
    return Comparison(written, head, after, filed.get(first, ""), filed.get(last, ""))


def _head_of(raw: sqlite3.Connection, written: Written) -> str:
    """The hash of the act that was the last one when it was written, '' if it isn't there. A paper of the time before the

    book was brought up to date gives the hash of that time.
    """
    row = raw.execute("SELECT hash FROM act WHERE seq = ?", [written.seq]).fetchone()
    if row is None or row[0].startswith(written.digits):
        return row[0] if row else ""
    before = first_head(raw, written.seq)
    return before if before.startswith(written.digits) else str(row[0])
