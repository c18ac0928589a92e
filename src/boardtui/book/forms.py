"""The forms the book has had, and the steps from one to the next. What a step once did it always does.

1: the chain covers what was said itself. 2: it covers a salted digest of it, so that words can be erased and the chain holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boardtui.book.chain import BEFORE_ALL, Column, digest, fresh_salt, link
from boardtui.book.layout import ACT, DRAFT, ERASURE, FIRST_ACT, PROJECTED, Table
from boardtui.book.library import sqlite3
from boardtui.book.trouble import KEEP_IT
from boardtui.errors import BookError

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SEARCHED = ("public_index", "restricted_index")
"""The search: kept up to date by who writes the tables, because an untrusted schema's triggers may not touch it."""

_FIRST_ACTS = "SELECT seq, meeting, wall, at, actor, kind, item, restricted, payload, hash, token FROM act ORDER BY seq"
_FIRST_COLUMNS = (
    "SELECT seq, meeting, wall, at, actor, kind, item, restricted, payload FROM act WHERE seq <= ? ORDER BY seq"
)
_SECOND_ACT = (
    "INSERT INTO second_act (seq, meeting, wall, at, actor, kind, item, restricted, payload, salt, digest, hash, token)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def steps() -> Migrations:
    """How a book came to be, step by step. A step that a book has taken never changes; a new form is a new step.

    To be taken with foreign keys off, because tables are made anew that others refer to.
    """
    from sqlite_utils import Migrations

    migrations = Migrations("boardtui")

    @migrations()
    def first_form(db: Database) -> None:
        for table in (FIRST_ACT, DRAFT, *PROJECTED):
            _make_table(db, table)
        _index_acts(db, "act")
        db.table("made").create({"type": str, "name": str, "sql": str}, pk=("type", "name"), strict=True)
        db.table("behind").create({"meeting": str}, pk="meeting", strict=True)
        db.table("projection").create({"version": str}, pk="version", strict=True)
        for name in SEARCHED:
            db.execute(f'CREATE VIRTUAL TABLE {name} USING fts5(text, tokenize = "unicode61 remove_diacritics 2")')

    @migrations()
    def second_form(db: Database) -> None:
        _make_table(db, ACT, "second_act")
        db.conn.executemany(_SECOND_ACT, _salted(db.conn))
        db.execute("DROP TABLE act")
        db.execute("ALTER TABLE second_act RENAME TO act")
        _index_acts(db, "act")
        _make_table(db, ERASURE)

    return migrations


def _make_table(db: Database, table: Table, name: str = "") -> None:
    required = set(table.columns) - table.optional
    key = table.key if len(table.key) > 1 else table.key[0]
    refers = [
        (here[0], other, there[0]) if len(here) == 1 else (here, other, there) for here, other, there in table.refers
    ]
    db.create_table(name or table.name, table.columns, pk=key, foreign_keys=refers, not_null=required, strict=True)
    for here, other, _ in table.refers:
        if other in ("entry", "motion") and here != table.key[: len(here)]:
            db.table(table.name).create_index(list(here), if_not_exists=True)


def _index_acts(db: Database, name: str) -> None:
    db.table(name).create_index(["token"], unique=True)
    db.table(name).create_index(["meeting"])


def first_acts(raw: sqlite3.Connection) -> Iterator[list[Column]]:
    """The acts of a book of the first form, along their chain: nine columns, hash and token of each.

    Raises BookError that names the first act that isn't as it was recorded.
    """
    head = BEFORE_ALL
    for count, row in enumerate(raw.execute(_FIRST_ACTS), start=1):
        *columns, own, _ = row
        if columns[0] != count:
            raise BookError(f"Act {count} is missing.", KEEP_IT)
        head = link(head, columns)
        if head != own:
            raise BookError(f"Act {count} isn't as it was recorded: the chain is broken there.", KEEP_IT)
        yield list(row)


def _salted(raw: sqlite3.Connection) -> Iterator[list[Column]]:
    """The acts of a book of the first form as they stand in the second: the same, each with its salt, in a new chain."""
    head = BEFORE_ALL
    for *columns, payload, _, token in first_acts(raw):
        salt = fresh_salt()
        stands_for_it = digest(salt, str(payload))
        head = link(head, [*columns, stands_for_it])
        yield [*columns, payload, salt, stands_for_it, head, token]


def first_head(raw: sqlite3.Connection, seq: int) -> str:
    """The hash this act had in the first form of the book, in hex; '' where that can't be known any more.

    So what a witness saw before the book was brought up to date still says something.
    """
    head = BEFORE_ALL
    for columns in raw.execute(_FIRST_COLUMNS, [seq]):
        if columns[-1] is None:  # erased
            return ""
        head = link(head, columns)
    return head
