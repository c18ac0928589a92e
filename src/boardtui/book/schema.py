"""The book's schema: how one is made, how an older one is brought up to date, and whether it still is as it was made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardtui.book import rights
from boardtui.book.backup import remove, sync_file, sync_folder
from boardtui.book.connection import Connection, bring_home, connect, tables_of, write
from boardtui.book.forms import SEARCHED, steps
from boardtui.book.gate import APPLICATION_ID, FORMAT, pass_gate
from boardtui.book.guards import FIRST_GUARDS, GUARDS, unguarded
from boardtui.book.layout import ACT, DRAFT, ERASURE, FIRST_ACT, PROJECTED
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError, InputError

_KEPT = ("made", "behind", "projection", *SEARCHED)
"""made: the schema as it was made; behind: meetings whose projected tables lag behind their acts; projection: which

boardtui made those tables.
"""
_TABLES = {1: (FIRST_ACT, DRAFT, *PROJECTED), 2: (ACT, ERASURE, DRAFT, *PROJECTED)}
_GUARDS = {1: FIRST_GUARDS, 2: GUARDS}
"""Form of the book -> what it has."""


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
                bring_up_to_date(raw)
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
    os.close(rights.create(path))
    try:
        yield
    finally:
        remove(path)


def kind_and_form(raw: sqlite3.Connection) -> tuple[int, int]:
    """What sort of file it is and of which form, log included (PRAGMA application_id, user_version)."""
    application, form = (raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    return int(application), int(form)


def bring_up_to_date(raw: Connection) -> None:
    """Take the steps that the book hasn't taken yet, make its guards anew and try them: all of it happens, or nothing.

    Raises BookError where the acts of an older book aren't as they were recorded, or a guard doesn't hold.
    """
    raw.execute("PRAGMA foreign_keys=0")  # heeded only outside a transaction
    try:
        with write(raw):
            steps().apply(tables_of(raw))
            _guard(raw)
            raw.execute("DELETE FROM projection")
            raw.execute("DELETE FROM made")
            raw.execute("INSERT INTO made SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
            raw.execute(f"PRAGMA user_version={FORMAT}")
            found = differences(raw) or unguarded(raw)
            if found:
                raise BookError(f"The book was not made as it should be: {found[0]}", "Use another build of Python.")
    finally:
        raw.execute("PRAGMA foreign_keys=1")


def _guard(raw: Connection) -> None:
    """A step that rebuilds a table drops its triggers, so they are all made anew."""
    for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        raw.execute(f'DROP TRIGGER "{name}"')
    for sql in GUARDS.values():
        raw.execute(sql)


def differences(raw: sqlite3.Connection, form: int = FORMAT) -> list[str]:
    """What in the schema of a book of this form isn't as it was made, a sentence each.

    An auditor's own view or table is no difference.
    """
    tables, guards = _TABLES[form], _GUARDS[form]
    schema = raw.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    there = {(kind, name): sql for kind, name, sql in schema}
    expected = {("table", table.name) for table in tables} | {("table", name) for name in _KEPT}
    found = [f"The table {name} is missing." for kind, name in sorted(expected - set(there))]
    if found:
        return found
    made = {(kind, name): sql for kind, name, sql in raw.execute("SELECT type, name, sql FROM made")}
    guarded = {("trigger", name): sql for name, sql in guards.items()}
    for (kind, name), sql in (made | guarded).items():
        if (kind, name) not in there:
            found.append(f"The {kind} {name} is missing.")
        elif there[kind, name] != sql:
            found.append(f"The {kind} {name} isn't as it was made.")
    strange = sorted(name for kind, name in there if kind == "trigger" and name not in guards)
    found += [f"The trigger {name} doesn't belong to the book." for name in strange]
    unknown = {key for key in expected if key not in made} | {
        key for key, sql in guarded.items() if made.get(key) != sql
    }
    found += [f"The {kind} {name} isn't known as made." for kind, name in sorted(unknown)]
    return found
