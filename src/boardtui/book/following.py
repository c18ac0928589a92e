"""Following the chain of acts, and the word for each one whose words are gone. The first act that doesn't fit is named."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from boardtui.book import filing
from boardtui.book.chain import BEFORE_ALL, Column, digest, link
from boardtui.book.guards import ERASING
from boardtui.book.library import sqlite3
from boardtui.model.text import literal

_ERASURES = 'SELECT act, "by" FROM erasure'


@dataclass(slots=True)
class Followed:
    """How far the chain holds. acts: how many stand in it; head: the hash of the last one, in hex; erased: how many of

    them have lost their words; wrong: the number of the first act that doesn't fit, None if all do; problem: why, in a
    sentence, '' if none.
    """

    acts: int = 0
    head: str = BEFORE_ALL
    erased: int = 0
    wrong: int | None = None
    problem: str = ""

    _bare: dict[int, list[Column]] = field(default_factory=dict)
    _said: dict[int, frozenset[int]] = field(default_factory=dict)

    def stumble(self, seq: int, problem: str) -> None:
        """Remember the first act that doesn't fit."""
        self.wrong, self.problem = seq, problem


def follow(raw: sqlite3.Connection) -> Followed:
    """Follow the chain of acts as far as it holds: hash by hash, each act's words against their digest, and for each act

    without words the act that says so.
    """
    followed = Followed()
    for row in raw.execute(filing.CHAINED):
        _next(followed, list(row))
        if followed.problem:
            return followed
    _erasures(raw, followed)
    followed.erased = len(followed._bare)
    return followed


def _next(followed: Followed, row: list[Column]) -> None:
    *columns, payload, salt, own = row
    seq = followed.acts + 1
    if columns[0] != seq:
        followed.stumble(seq, f"Act {seq} is missing.")
    elif link(followed.head, columns) != own or not _is_as_said(columns[-1], payload, salt):
        followed.stumble(seq, f"Act {seq} isn't as it was recorded: the chain is broken there. {_whose(columns)}")
    else:
        followed.acts, followed.head = seq, str(own)
        if payload is None:
            followed._bare[seq] = columns
        elif columns[5] in ERASING:
            followed._said[seq] = _targets(str(payload))


def _is_as_said(stands_for_it: Column, payload: Column, salt: Column) -> bool:
    """Do the words, with their salt, give their digest? Where they are gone, the salt must be too."""
    if payload is None:
        return salt is None
    return salt is not None and digest(str(salt), str(payload)) == stands_for_it


def _targets(payload: str) -> frozenset[int]:
    """Which acts an act says are erased."""
    try:
        return frozenset(json.loads(payload).get("targets", ()))
    except (ValueError, TypeError, AttributeError):
        return frozenset()


def _erasures(raw: sqlite3.Connection, followed: Followed) -> None:
    """Each act without words has lost them by one that stands and names it; and those that lost them have."""
    noted = dict(raw.execute(_ERASURES).fetchall())
    for seq, columns in followed._bare.items():
        if seq not in followed._said.get(noted.get(seq, 0), ()):
            followed.stumble(seq, f"The words of act {seq} are gone, and no act says why. {_whose(columns)}")
            return
    for seq in sorted(set(noted) - set(followed._bare)):
        followed.stumble(seq, f"Act {seq} was erased, and its words are there.")
        return


def _whose(columns: list[Column]) -> str:
    """Which act it is, as its row says: for whoever has to find out what happened."""
    _, meeting, wall, _, actor, kind, *_ = (literal(str(column)) for column in columns)
    return f"It says: {kind}, filed by {actor} at {wall} in {meeting}."
