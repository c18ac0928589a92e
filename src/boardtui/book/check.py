"""Is the book sound? Looked at from every side, without changing anything in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from boardtui.book import drafts, filing, table_writing, witness
from boardtui.book.chain import BEFORE_ALL
from boardtui.book.connection import connect, snapshot
from boardtui.book.following import follow
from boardtui.book.forms import first_acts
from boardtui.book.gate import FORMAT, be_of_this_form, pass_gate
from boardtui.book.guards import unguarded
from boardtui.book.layout import OF_A_MEETING, TABLES, Row
from boardtui.book.library import sqlite3
from boardtui.book.schema import differences, kind_and_form
from boardtui.book.trouble import sentences
from boardtui.errors import BookError


@dataclass(slots=True)
class Findings:
    """What was found. acts: how many stand in a whole chain; head: the hash of the last one, in hex; drafts: of which meeting

    and in which place something is half typed, and not a word of it, for a monitor prints this; problems: a sentence each,
    none in a sound book; first_wrong: the number of the first act that doesn't fit, None if all do; erased: of how many acts
    the words are gone, as an act that stands says.
    """

    acts: int = 0
    head: str = BEFORE_ALL
    drafts: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    first_wrong: int | None = None
    erased: int = 0


def check(path: Path) -> Findings:
    """Look at the book at path. Raises nothing: what can't be opened is a problem too."""
    findings = Findings()
    try:
        pass_gate(path)
        seen = witness.seen(path)  # before the book is looked at: it may grow meanwhile
        with sentences(path):
            raw = connect(path, read_only=True)
            try:
                with snapshot(raw):
                    _look(raw, path, seen, findings)
            finally:
                raw.close()
    except BookError as error:
        findings.problems.append(error.message)
    return findings


def examine(raw: sqlite3.Connection) -> list[str]:
    """The quick look that every opening takes: pages, schema, guards, chain. A sentence for each problem."""
    return integrity(raw) or differences(raw) or follow_chain(raw, Findings())


def integrity(raw: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong with the file."""
    found = [str(line) for (line,) in raw.execute("PRAGMA integrity_check(10)")]
    return [] if found == ["ok"] else [f"The file is damaged: {line}" for line in found]


def follow_chain(raw: sqlite3.Connection, findings: Findings) -> list[str]:
    """Follow the chain of acts as far as it holds, in a book of whichever form; what is found goes into the findings."""
    _, form = kind_and_form(raw)
    if form < FORMAT:
        return _follow_first(raw, findings)
    followed = follow(raw)
    findings.acts, findings.head, findings.erased = followed.acts, followed.head, followed.erased
    findings.first_wrong = followed.wrong
    return [followed.problem] if followed.problem else []


def _follow_first(raw: sqlite3.Connection, findings: Findings) -> list[str]:
    try:
        for *_, own, _ in first_acts(raw):
            findings.acts, findings.head = findings.acts + 1, str(own)
    except BookError as error:
        findings.first_wrong = findings.acts + 1
        return [error.message]
    return []


def _look(raw: sqlite3.Connection, path: Path, seen: tuple[int, str] | None, findings: Findings) -> None:
    """Stop at the first kind of damage that makes the looks after it meaningless."""
    findings.problems += integrity(raw)
    if findings.problems:
        return
    be_of_this_form(path, *kind_and_form(raw))
    findings.problems += differences(raw)
    if findings.problems:
        return
    findings.problems += follow_chain(raw, findings)
    for draft in drafts.read(raw):
        findings.drafts.append(f"{draft.meeting} {draft.place}")
        if not draft.sound:
            findings.problems.append(f"The draft in {draft.place} of {draft.meeting} isn't as it was typed.")
    if gone := witness.missing(raw, seen):
        findings.problems.append(gone)
        findings.first_wrong = findings.first_wrong or min(findings.acts + 1, seen[0] if seen else findings.acts + 1)
    findings.problems += _try_guards(raw)
    if not findings.problems:
        findings.problems += _tables_and_acts(raw)


_ASK_SEARCH = (
    "INSERT INTO public_index(public_index) VALUES ('integrity-check')",
    "INSERT INTO restricted_index(restricted_index) VALUES ('integrity-check')",
)


def _try_guards(raw: sqlite3.Connection) -> list[str]:
    """Try to break in, in a copy in memory; there the search is asked whether it is whole, too."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        raw.backup(copy)
        found = unguarded(copy)
        for ask in _ASK_SEARCH:
            try:
                copy.execute(ask)
            except sqlite3.DatabaseError:
                found.append("The search is damaged.")
    finally:
        copy.close()
    return found


def _tables_and_acts(raw: sqlite3.Connection) -> list[str]:
    """Play every meeting through again, and hold the tables against it."""
    from boardtui.book.tables import rows
    from boardtui.model.erasing import forgotten
    from boardtui.model.replay import replay

    found = [f"The tables of {name} lag behind its acts." for (name,) in raw.execute("SELECT meeting FROM behind")]
    if found:
        return found
    if broken := raw.execute("PRAGMA foreign_key_check").fetchone():
        return [f"A row of the table {broken[0]} points to nothing."]
    names = [name for (name,) in raw.execute("SELECT DISTINCT meeting FROM act ORDER BY meeting")]
    acts = {name: filing.acts(raw, name) for name in names}
    kept = [
        one.seq
        for filed in acts.values()
        for one, without in zip(filed, forgotten(filed), strict=True)
        if one is not without
    ]
    if kept:
        return [f"Act {min(kept)} was erased, and its words are there."]
    made = {name: rows(replay(filed)) for name, filed in acts.items()}
    for table in OF_A_MEETING:
        wanted = {TABLES[table].key_of(row): row for one in made.values() for row in one[table]}
        found += _differs(table, wanted, {TABLES[table].key_of(row): row for row in table_writing.read(raw, table)})
    return found + list(_lasting_differs(raw, made)) + list(_search_differs(raw))


def _differs(table: str, wanted: dict[Row, Row], there: dict[Row, Row]) -> list[str]:
    """The first row of a table that doesn't agree with the acts."""
    for key, row in wanted.items():
        if key not in there:
            return [f"The table {table} lacks the row {_named(key)} that its acts give."]
        if there[key] != row:
            column = next(c for c, a, b in zip(TABLES[table].names, row, there[key], strict=True) if a != b)
            return [f"The table {table} doesn't agree with the acts: {column} in its row {_named(key)}."]
    extra = next((key for key in there if key not in wanted), None)
    return [] if extra is None else [f"The table {table} has a row {_named(extra)} that no act gives."]


def _named(key: Row) -> str:
    return " ".join(map(str, key))


def _lasting_differs(raw: sqlite3.Connection, made: dict[str, dict[str, list[Row]]]) -> Iterator[str]:
    """People, bodies, seats: as the newest meeting that knows them has them. Whom no meeting knows any more may stay."""
    for table in ("body", "person"):
        key_of, as_of = TABLES[table].key_of, table_writing.as_of
        newest = {key_of(row): row for row in sorted((row for one in made.values() for row in one[table]), key=as_of)}
        there = {key_of(row): row for row in table_writing.read(raw, table)}
        wanted = {key: row for key, row in newest.items() if key not in there or as_of(there[key]) <= as_of(row)}
        yield from _differs(table, wanted, {key: there[key] for key in wanted if key in there})
    seats: dict[Row, list[Row]] = {}
    for one in sorted(made.values(), key=lambda one: max(map(table_writing.as_of, one["body"]), default=("", 0))):
        if one["body"]:
            seats[one["body"][0][:2]] = one["seat"]
    key_of = TABLES["seat"].key_of
    seated = {key_of(row): row for rows in seats.values() for row in rows}
    there = {key_of(row): row for row in table_writing.read(raw, "seat") if row[:2] in seats}
    yield from _differs("seat", seated, there)


def _search_differs(raw: sqlite3.Connection) -> Iterator[str]:
    """Does the search hold what the tables hold, and what is restricted only where it belongs?"""
    rows = [(TABLES[name], row) for name in ("block", "entry") for row in table_writing.read(raw, name)]
    wanted = {found for table, row in rows if (found := table_writing.index_row(table, row)) and found[1]}
    there = {(row, text, True) for row, text in raw.execute("SELECT rowid, text FROM public_index")}
    there |= {(row, text, False) for row, text in raw.execute("SELECT rowid, text FROM restricted_index")}
    if wanted != there:
        row = min(wanted ^ there)[0]
        yield f"The search doesn't agree with the tables at act {row // 2}."
