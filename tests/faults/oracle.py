"""The judge of a book: is it sound, and what does it hold? Made of sqlite3, hashlib and what is written in
docs/administrators.md about the book; it shares no code with the product, so that the two can't be wrong in the same way.

    python tests/faults/oracle.py BOOK …      looks at books, in copies; the books and their logs are not touched

`judge(path)` gives a `Verdict`. Sound means: SQLite finds the file whole, no key points to nothing, the acts are numbered 1, 2,
3 …, each hash follows from the one before, the words of each act are those its digest stands for, what was erased was erased
by an act that is there, and nobody can change, remove or replace an act, whatever program and settings they use.

Form 1: hash = SHA-256(hash before | JSON array of the nine columns). Form 2: the same with `digest` in the place of
`payload`, and digest = hex of SHA-256(salt | payload); an erased act has neither payload nor salt.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHAINED = ("seq", "meeting", "wall", "at", "actor", "kind", "item", "restricted", "payload")
"""The columns that a form-1 hash covers, in order."""
BESIDE = ("", "-wal", "-journal")
"""What belongs to a book on the disk: the file and its logs. (What SQLite shares between processes, `-shm`, it makes anew.)"""


class Unsound(Exception):
    """Why a book is not sound, in a sentence."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act as the book has it. columns: the nine of `CHAINED`; payload None: its words were erased; hash: in hex."""

    columns: tuple[Any, ...]
    hash: str

    @property
    def seq(self) -> int:
        """Its number."""
        return int(self.columns[0])

    @property
    def texts(self) -> list[str]:
        """Every string in its payload, as deep as it lies."""
        payload = self.columns[-1]
        return list(_strings(json.loads(payload))) if payload is not None else []


@dataclass(slots=True)
class Verdict:
    """What was found. problem: '' in a sound book; acts: in order, as far as they were followed;

    drafts: (meeting, place) -> what is being typed there; tables: name -> rows, of every other table, where asked for.
    """

    problem: str = ""
    acts: list[Act] = field(default_factory=list)
    drafts: dict[tuple[str, str], str] = field(default_factory=dict)
    tables: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Is nothing wrong with it?"""
        return not self.problem

    @property
    def head(self) -> str:
        """The hash of the last act, in hex; 64 zeros before the first."""
        return self.acts[-1].hash if self.acts else "0" * 64

    @property
    def said(self) -> list[tuple[Any, ...]]:
        """The acts' columns, without the chain, which another form of the book has otherwise."""
        return [act.columns for act in self.acts]

    @property
    def texts(self) -> list[str]:
        """Every string of every act, in order."""
        return [text for act in self.acts for text in act.texts]

    @property
    def meetings(self) -> set[str]:
        """The names of the meetings that have acts."""
        return {act.columns[1] for act in self.acts}

    def same_truth(self, other: Verdict) -> bool:
        """Do both hold the same acts, tables and drafts?"""
        return (self.acts, self.drafts, self.tables) == (other.acts, other.drafts, other.tables)


def judge(book: Path, *, in_place: bool = False, guards: bool = True, tables: bool = False) -> Verdict:
    """Look at the book at this path. in_place: don't copy it first, for one that nobody else uses and that may change;

    guards: try to break in, too; tables: read every table into the verdict. Raises nothing for a book, however broken.
    """
    if not in_place:
        with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
            copy = copied(book, Path(folder) / "looked-at.book")
            return judge(copy, in_place=True, guards=guards, tables=tables)
    if not book.exists():
        return Verdict("There is no such file.")
    verdict = Verdict()
    try:
        with closing(sqlite3.connect(f"{book.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)) as raw:
            raw.execute("PRAGMA synchronous=OFF")  # it is a copy
            _look(raw, verdict, guards=guards, tables=tables)
    except (sqlite3.Error, Unsound, ValueError, TypeError, OverflowError) as error:
        verdict.problem = str(error) or type(error).__name__
    return verdict


def copied(book: Path, copy: Path) -> Path:
    """A copy of a book and its logs, byte by byte. Never for a book that this process has open."""
    for ending in BESIDE:
        source = Path(f"{book}{ending}")
        if source.is_file():
            shutil.copyfile(source, f"{copy}{ending}")
    return copy


def _look(raw: sqlite3.Connection, verdict: Verdict, *, guards: bool, tables: bool) -> None:
    _demand(raw.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",), "SQLite finds the file damaged.")
    _demand(raw.execute("PRAGMA foreign_key_check").fetchone() is None, "A key points to nothing.")
    columns = {row[1] for row in raw.execute("PRAGMA table_info(act)")}
    _demand(columns >= {*CHAINED, "hash"}, "The table act isn't one of a book.")
    _follow(raw, verdict, salted=columns >= {"salt", "digest"})
    verdict.drafts = {
        (meeting, place): text for meeting, place, text in raw.execute("SELECT meeting, place, text FROM draft") if text
    }
    if tables:
        verdict.tables = _tables(raw)
    if guards and verdict.acts:
        _break_in(raw)


def _demand(holds: bool, problem: str) -> None:
    if not holds:
        raise Unsound(problem)


def _follow(raw: sqlite3.Connection, verdict: Verdict, *, salted: bool) -> None:
    """Follow the chain from act to act."""
    erased = dict(raw.execute('SELECT act, "by" FROM erasure')) if salted else {}
    more = ("hash", "salt", "digest") if salted else ("hash",)
    previous = bytes(32)
    for number, row in enumerate(raw.execute(f"SELECT {', '.join((*CHAINED, *more))} FROM act ORDER BY seq"), 1):
        columns, own = row[: len(CHAINED)], row[len(CHAINED)]
        _demand(columns[0] == number, f"Act {number} is missing.")
        covered = list(columns)
        if salted:
            salt, digest = row[-2:]
            covered[-1] = digest
            _demand(_stands_for(digest, salt, columns[-1]), f"The words of act {number} are not those recorded.")
            _demand((columns[-1] is None) == (number in erased), f"Act {number} and what was erased don't agree.")
        previous = hashlib.sha256(previous + _json(covered)).digest()
        _demand(previous.hex() == own, f"The chain is broken at act {number}.")
        verdict.acts.append(Act(tuple(columns), own))
    _demand(all(act < by <= len(verdict.acts) for act, by in erased.items()), "Something was erased by no act.")


def _stands_for(digest: str, salt: str | None, payload: str | None) -> bool:
    if salt is None or payload is None:
        return salt is None and payload is None
    return hashlib.sha256(salt.encode() + payload.encode("utf-8", "surrogatepass")).hexdigest() == digest


def _json(columns: list[Any]) -> bytes:
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)


def _tables(raw: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in names if not name.startswith("sqlite_")}
    return {name: sorted(raw.execute(f"SELECT * FROM {table}"), key=repr) for name, table in quoted.items()}


def _break_in(raw: sqlite3.Connection) -> None:
    """By what it does, not by its name: a guard that is there and lets somebody through is none."""
    attempts = {
        "changed": "UPDATE act SET payload = payload || ' ' WHERE payload IS NOT NULL",
        "removed": "DELETE FROM act WHERE seq = (SELECT max(seq) FROM act)",
        "replaced": "INSERT OR REPLACE INTO act SELECT * FROM act WHERE seq = 1",
    }
    for recursive in ("OFF", "ON"):
        raw.execute(f"PRAGMA recursive_triggers={recursive}")
        for what, sql in attempts.items():
            raw.execute("BEGIN")
            try:
                raw.execute(sql)
            except sqlite3.Error:
                continue
            finally:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
            raise Unsound(f"An act can be {what}.")


def main(books: list[str]) -> int:
    """Say of each book what it is. 0 when all are sound."""
    verdicts = {name: judge(Path(name)) for name in books}
    for name, verdict in verdicts.items():
        words = (
            verdict.problem
            or f"sound, {len(verdict.acts)} acts, {len(verdict.drafts)} drafts, head {verdict.head[:12]}"
        )
        print(f"{name}: {words}")
    return 0 if all(verdict.sound for verdict in verdicts.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
