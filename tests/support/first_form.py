"""Books of the first form, as the first boardtui wrote them: made by its step, its guards and its recipe for the chain."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from sqlite_utils import Database

from boardtui.book import witness
from boardtui.book.chain import BEFORE_ALL, link
from boardtui.book.connection import Connection, bring_home, connect, tables_of, write
from boardtui.book.filing import columns_of
from boardtui.book.forms import steps
from boardtui.book.gate import APPLICATION_ID
from boardtui.book.guards import FIRST_GUARDS
from boardtui.model.acts import Filed

_INSERT = (
    "INSERT INTO act (seq, meeting, wall, at, actor, kind, item, restricted, payload, hash, token)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def first_book(folder: Path, filed: Iterable[Filed], *, born: bool = True) -> Path:
    """A closed book of the first form with these acts. born: with the witness that its boardtui left beside it."""
    path = folder / "minutes.book"
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    raw = connect(path)
    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    _make(raw, tables_of(raw))
    seq, head = 0, BEFORE_ALL
    with write(raw):
        for one in filed:
            columns = columns_of(one)
            seq, head = one.seq, link(head, columns)
            raw.execute(_INSERT, [*columns, head, one.token or f"token {one.seq}"])
            raw.execute("INSERT OR IGNORE INTO behind VALUES (?)", [one.meeting])
    assert bring_home(raw)
    raw.close()
    if born and seq:
        bearing = witness.Witness(path)
        bearing.bear(seq, head)
        bearing.close()
    return path


def _make(raw: Connection, db: Database) -> None:
    steps().apply(db, stop_before="second_form")
    with write(raw):
        for sql in FIRST_GUARDS.values():
            raw.execute(sql)
        raw.execute("INSERT INTO made SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
        raw.execute("PRAGMA user_version=1")


def in_the_first_form(path: Path) -> list[tuple[object, ...]]:
    """The acts of a closed book of the first form, as they stand in it."""
    return _acts(path, "seq, meeting, wall, at, actor, kind, item, restricted, payload, hash, token")


def without_the_chain(path: Path) -> list[tuple[object, ...]]:
    """The acts of a closed book of any form, without what differs between them."""
    return _acts(path, "seq, meeting, wall, at, actor, kind, item, restricted, payload, token")


def _acts(path: Path, columns: str) -> list[tuple[object, ...]]:
    raw = connect(path, read_only=True)
    found: list[tuple[object, ...]] = raw.execute(f"SELECT {columns} FROM act ORDER BY seq").fetchall()
    raw.close()
    return found
