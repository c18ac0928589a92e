"""Writing the projected tables: only the rows that differ, in the transaction of the act they follow from."""

from __future__ import annotations

from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING, NamedTuple

from boardtui.book.layout import TABLES, Row, Table, Value
from boardtui.book.library import sqlite3

if TYPE_CHECKING:
    from boardtui.book.tables import Changes, Part

_SELECT = Template("SELECT $columns FROM $table")
_DELETE = Template("DELETE FROM $table WHERE $key")
_UPSERT = Template("INSERT INTO $table ($columns) VALUES ($marks) ON CONFLICT ($names) DO UPDATE SET $set")
_UPSERT_ONLY_KEY = Template("INSERT INTO $table ($columns) VALUES ($marks) ON CONFLICT ($names) DO NOTHING")


class Statements(NamedTuple):
    """The SQL for a table. select: all its rows, to which a WHERE may be added."""

    select: str
    delete: str
    upsert: str


@lru_cache
def statements(name: str) -> Statements:
    """The SQL for a table of the layout: its names come from there and from nowhere else."""
    table = TABLES[name]
    others = [column for column in table.names if column not in table.key]
    words = {
        "table": _quoted(name),
        "columns": ", ".join(map(_quoted, table.names)),
        "marks": ", ".join("?" for _ in table.names),
        "names": ", ".join(map(_quoted, table.key)),
        "key": _condition(table.key),
        "set": ", ".join(f"{_quoted(column)} = excluded.{_quoted(column)}" for column in others),
    }
    upsert = _UPSERT if others else _UPSERT_ONLY_KEY
    return Statements(_SELECT.substitute(words), _DELETE.substitute(words), upsert.substitute(words))


def _quoted(name: str) -> str:
    return f'"{name}"'


def _condition(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"{_quoted(column)} = ?" for column in columns)


def read(raw: sqlite3.Connection, name: str, where: tuple[tuple[str, Value], ...] = ()) -> list[Row]:
    """The rows of a table where these columns have these values."""
    sql = statements(name).select
    if where:
        sql = f"{sql} WHERE {_condition(tuple(column for column, _ in where))}"
    return raw.execute(sql, [value for _, value in where]).fetchall()


def apply(raw: sqlite3.Connection, changes: Changes) -> None:
    """Write what an act changes. Inside the transaction of that act."""
    raw.execute("PRAGMA defer_foreign_keys=ON")
    for part in changes.parts:
        table = TABLES[part.table]
        if table.lasting == "row":
            _tell_rows(raw, table, part)
        elif table.lasting != "set" or _has_the_say(raw, part):
            _replace(raw, table, part)


def _replace(raw: sqlite3.Connection, table: Table, part: Part) -> None:
    there = {table.key_of(row): row for row in read(raw, table.name, part.where)}
    wanted = {table.key_of(row): row for row in part.rows}
    gone = [key for key in there if key not in wanted]
    changed = [row for key, row in wanted.items() if there.get(key) != row]
    if gone:
        raw.executemany(statements(table.name).delete, gone)
    if changed:
        raw.executemany(statements(table.name).upsert, changed)
    if table.name in _INDEXED:
        _index(raw, table, [there[key] for key in gone], changed)


_INDEXED = ("block", "entry")
_FORGET = ("DELETE FROM public_index WHERE rowid = ?", "DELETE FROM restricted_index WHERE rowid = ?")
_LEARN = {
    True: "INSERT INTO public_index(rowid, text) VALUES (?, ?)",
    False: "INSERT INTO restricted_index(rowid, text) VALUES (?, ?)",
}


def index_row(table: Table, row: Row) -> tuple[int, str, bool] | None:
    """How a block, or the heading of an entry, stands in the search: its row there, the text, whether it is public.

    Rows: twice the act's number for a block, one more than twice its key for an entry; none for the opening entry.
    """
    values = dict(zip(table.names, row, strict=True))
    if table.name == "block":
        hidden = values["restricted"] or values["prepared"] or values["private"]
        return 2 * int(values["act"] or 0), str(values["text"]), not hidden
    key = int(values["key"] or 0)
    return (2 * key + 1, str(values["heading"] or ""), not values["restricted"]) if key else None


def _index(raw: sqlite3.Connection, table: Table, gone: list[Row], changed: list[Row]) -> None:
    """Keep the search up to date with a table."""
    new = [found for row in changed if (found := index_row(table, row))]
    old = [found for row in gone if (found := index_row(table, row))]
    for statement in _FORGET:
        raw.executemany(statement, [(row,) for row, _, _ in (*old, *new)])
    for row, text, public in new:
        if text:
            raw.execute(_LEARN[public], [row, text])


def _tell_rows(raw: sqlite3.Connection, table: Table, part: Part) -> None:
    """People and bodies: what a newer meeting said of them stands, and none of them ever goes."""
    for row in part.rows:
        where = tuple(zip(table.key, table.key_of(row), strict=True))
        there = read(raw, table.name, where)
        if not there or (there[0] != row and as_of(there[0]) <= as_of(row)):
            raw.execute(statements(table.name).upsert, row)


def as_of(row: Row) -> tuple[str, int]:
    """How new the word on somebody or some body is, the newer the greater. The last two columns of such a row."""
    return str(row[-2]), int(row[-1] or 0)


def _has_the_say(raw: sqlite3.Connection, part: Part) -> bool:
    """Is this meeting the newest one of the body? The body's own row, written just before, says which that is."""
    council, body = (value for _, value in part.where)
    there = read(raw, "body", (("council", council), ("name", body)))
    return not part.rows or (bool(there) and as_of(there[0]) == as_of(part.rows[0]))
