"""The book's schema: how one is made, how an older one is brought up to date, and whether it still is as it was made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book.backup import copy_to, remove, sync_file, sync_folder
from boardtui.book.connection import Connection, bring_home, connect, tables_of, write
from boardtui.book.gate import APPLICATION_ID, FORMAT, pass_gate
from boardtui.book.layout import ACT, DRAFT, PROJECTED, Table
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError, InputError

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations


def _refusal(name: str, when: str, condition: str, sentence: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {when} ON act {condition}BEGIN SELECT raise(ABORT, '{sentence}'); END"


GUARDS = {
    "act_never_changed": _refusal("act_never_changed", "UPDATE", "", "an act is never changed"),
    "act_never_removed": _refusal("act_never_removed", "DELETE", "", "an act is never removed"),
    # The next number and no token twice: so nothing is left for INSERT OR REPLACE to replace, whatever
    # recursive_triggers says in the connection of whoever tries.
    "act_only_appended": _refusal(
        "act_only_appended",
        "INSERT",
        "WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM act)"
        " OR EXISTS (SELECT 1 FROM act WHERE token = new.token) ",
        "an act is only appended",
    ),
}
"""What keeps the acts as they are, whatever program opens the book."""

SEARCHED = ("public_index", "restricted_index")
"""The search: kept up to date by who writes the tables, because an untrusted schema's triggers may not touch it."""
_KEPT = ("made", "behind", "projection", *SEARCHED)
"""made: the schema as it was made; behind: meetings whose projected tables lag behind their acts; projection: which

boardtui made those tables.
"""


def steps() -> Migrations:
    """How a book came to be, step by step. A step that a book has taken never changes; a new form is a new step."""
    from sqlite_utils import Migrations

    migrations = Migrations("boardtui")

    @migrations()
    def first_form(db: Database) -> None:
        for table in (ACT, DRAFT, *PROJECTED):
            _make_table(db, table)
        db.table("act").create_index(["token"], unique=True)
        db.table("act").create_index(["meeting"])
        db.table("made").create({"type": str, "name": str, "sql": str}, pk=("type", "name"), strict=True)
        db.table("behind").create({"meeting": str}, pk="meeting", strict=True)
        db.table("projection").create({"version": str}, pk="version", strict=True)
        for name in SEARCHED:
            db.execute(f'CREATE VIRTUAL TABLE {name} USING fts5(text, tokenize = "unicode61 remove_diacritics 2")')

    return migrations


def _make_table(db: Database, table: Table) -> None:
    required = set(table.columns) - table.optional
    key = table.key if len(table.key) > 1 else table.key[0]
    refers = [
        (here[0], other, there[0]) if len(here) == 1 else (here, other, there) for here, other, there in table.refers
    ]
    db.create_table(table.name, table.columns, pk=key, foreign_keys=refers, not_null=required, strict=True)
    for here, other, _ in table.refers:
        if other in ("entry", "motion") and here != table.key[: len(here)]:
            db.table(table.name).create_index(list(here), if_not_exists=True)


def create(path: Path) -> None:
    """Make a new, empty book at path, mode 0600: under another name, synced, renamed, its folder synced.

    The caller holds the lease. Raises InputError if something stands at path already.
    """
    with sentences(path):
        if os.path.lexists(path):
            raise InputError(f"There is something at {path} already.", "Name another place for the new book.")
        made = path.with_name(f".{path.name}.new")
        with _fresh(made):
            raw = connect(made)
            try:
                raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
                _bring_up_to_date(raw)
                if not bring_home(raw):  # closing does it too, but says nothing when it fails
                    raise BookError(f"{path} could not be made: another program reads it.", "Try again.")
            finally:
                raw.close()
            pass_gate(made)
            sync_file(made)
            made.rename(path)
        sync_folder(path.parent)


@contextmanager
def _fresh(path: Path) -> Iterator[None]:
    """An empty file at path that only its owner may read; what is left of it when this fails goes."""
    remove(path)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        yield
    finally:
        remove(path)


def upgrade(raw: Connection, path: Path) -> Path | None:
    """Bring an older book up to date, after a verified copy of it was put beside it. The copy's path, None if none was due."""
    _, form = kind_and_form(raw)
    if form >= FORMAT:
        return None
    kept, number = path.with_name(f"{path.name}.form-{form}"), 2
    while os.path.lexists(kept):  # from an upgrade that was cut off, or from long ago: it may be the only whole one
        kept, number = path.with_name(f"{path.name}.form-{form}.{number}"), number + 1
    copy_to(raw, kept)
    _bring_up_to_date(raw)
    bring_home(raw)
    return kept


def kind_and_form(raw: sqlite3.Connection) -> tuple[int, int]:
    """What sort of file it is and of which form, log included (PRAGMA application_id, user_version)."""
    application, form = (raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    return int(application), int(form)


def _bring_up_to_date(raw: Connection) -> None:
    steps().apply(tables_of(raw))
    with write(raw):
        # A step that rebuilds a table drops its triggers, so they are all made anew.
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        for sql in GUARDS.values():
            raw.execute(sql)
        raw.execute("DELETE FROM projection")
        raw.execute("DELETE FROM made")
        raw.execute("INSERT INTO made SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
        raw.execute(f"PRAGMA user_version={FORMAT}")
    found = differences(raw) or unguarded(raw)
    if found:
        raise BookError(f"The book was not made as it should be: {found[0]}", "Use another build of Python.")


def differences(raw: sqlite3.Connection) -> list[str]:
    """What in the book's schema isn't as it was made, a sentence each. An auditor's own view or table is no difference."""
    schema = raw.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    there = {(kind, name): sql for kind, name, sql in schema}
    expected = {("table", table.name) for table in (ACT, DRAFT, *PROJECTED)} | {("table", name) for name in _KEPT}
    found = [f"The table {name} is missing." for kind, name in sorted(expected - set(there))]
    if found:
        return found
    made = {(kind, name): sql for kind, name, sql in raw.execute("SELECT type, name, sql FROM made")}
    made |= {("trigger", name): sql for name, sql in GUARDS.items()}
    for (kind, name), sql in made.items():
        if (kind, name) not in there:
            found.append(f"The {kind} {name} is missing.")
        elif there[kind, name] != sql:
            found.append(f"The {kind} {name} isn't as it was made.")
    strange = sorted(name for kind, name in there if kind == "trigger" and name not in GUARDS)
    found += [f"The trigger {name} doesn't belong to the book." for name in strange]
    found += [f"The table {name} isn't known as made." for kind, name in sorted(expected) if (kind, name) not in made]
    return found


def unguarded(raw: sqlite3.Connection) -> list[str]:
    """Try to change, remove and replace an act, as any program may, and take it back: what wasn't refused.

    Works on the connection it is given, inside a transaction that never commits.
    """
    attempts = {
        "changed": "UPDATE act SET payload = payload",
        "removed": "DELETE FROM act",
        "replaced": "INSERT OR REPLACE INTO act SELECT * FROM act",
        "put in the place of another": "INSERT OR REPLACE INTO act SELECT seq + 1, meeting, wall, at, actor, kind, item,"
        " restricted, payload, hash, token FROM act WHERE seq = (SELECT max(seq) FROM act)",
    }
    was = raw.execute("PRAGMA recursive_triggers").fetchone()[0]
    found = []
    for setting in (0, 1):
        raw.execute(f"PRAGMA recursive_triggers={setting}")
        found += [f"An act can be {what}." for what, sql in attempts.items() if not _refused(raw, sql)]
    raw.execute(f"PRAGMA recursive_triggers={was}")
    return list(dict.fromkeys(found))


def _refused(raw: sqlite3.Connection, sql: str) -> bool:
    raw.execute("BEGIN IMMEDIATE")
    try:
        if raw.execute("SELECT count(*) FROM act").fetchone()[0] == 0:
            raw.execute("INSERT INTO act VALUES (1, '', '', NULL, '', '', '', 0, '{}', '', 'trial')")
        raw.execute(sql)
    except sqlite3.DatabaseError:
        return True
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
    return False
