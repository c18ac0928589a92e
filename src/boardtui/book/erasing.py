"""Erasing: the words of acts go from the book for good, and that they were there stays on record.

The act that says so, the words, the tables and the search change in one transaction. What SQLite leaves lying in the file is
then swept out of it, the copies that still hold the words go once a new one stands, and at last the bytes are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book import filing, table_writing, traces
from boardtui.book.check import check
from boardtui.book.connection import Connection, bring_home, connect, write
from boardtui.book.gate import pass_gate
from boardtui.book.layout import PROJECTED, TABLES, Row
from boardtui.book.lease import Lease
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError

if TYPE_CHECKING:
    from boardtui.model.acts.base import Filed

_WITH_WORDS = "SELECT kind FROM act WHERE seq = ? AND meeting = ? AND seq < ? AND payload IS NOT NULL"
NOTE = 'INSERT INTO erasure (act, "by", wall, actor, reason) VALUES (?, ?, ?, ?, ?)'
"""That act lost its words by that other one. The guards ask that both are there."""
_TAKE = "UPDATE act SET payload = NULL, salt = NULL WHERE seq = ?"
_DROP_DRAFT = "DELETE FROM draft WHERE meeting = ? AND place LIKE '% ' || ?"
_SEARCH_ANEW = (
    # Not 'secure-delete': an index that once had it can't be read by a SQLite before 3.42.
    "INSERT INTO public_index(public_index) VALUES ('rebuild')",
    "INSERT INTO restricted_index(restricted_index) VALUES ('rebuild')",
)
_TOKENS = "SELECT seq, token FROM act WHERE meeting = ?"


def take_words(raw: sqlite3.Connection, filed: Filed) -> None:
    """Take from the acts that an erasure names what was said in them, with a note of it, and what was being typed of them.

    filed: the erasure, which stands in the book already. What can't be erased stays as it is. Inside its transaction.
    """
    from boardtui.model.acts.base import act_class
    from boardtui.model.acts.corrections import Erase
    from boardtui.model.erasing import NEVER_ERASED

    if not isinstance(filed.act, Erase):
        return
    for target in filed.act.targets:
        row = raw.execute(_WITH_WORDS, [target, filed.meeting, filed.seq]).fetchone()
        if row is not None and not issubclass(act_class(row[0]), NEVER_ERASED):
            raw.execute(NOTE, [target, filed.seq, filed.wall, filed.actor, filed.act.reason])
            raw.execute(_TAKE, [target])
            raw.execute(_DROP_DRAFT, [filed.meeting, target])


def forget(raw: sqlite3.Connection) -> None:
    """Take out of the tables and the search what outlives a meeting there: people whom no act knows any more, terms of an

    index that no text has. Inside a transaction, after the tables of the meeting were made anew.
    """
    raw.execute("PRAGMA defer_foreign_keys=ON")
    known = _people_of_all_meetings(raw)
    key_of = TABLES["person"].key_of
    for row in table_writing.read(raw, "person"):
        if (key := key_of(row)) not in known:
            raw.execute(table_writing.statements("person").delete, key)
        elif row != known[key] and table_writing.as_of(known[key]) <= table_writing.as_of(row):
            raw.execute(table_writing.statements("person").upsert, known[key])
    for statement in _SEARCH_ANEW:
        raw.execute(statement)


def _people_of_all_meetings(raw: sqlite3.Connection) -> dict[Row, Row]:
    """Everybody whom the acts know, as the newest meeting has them."""
    from boardtui.book.tables import rows
    from boardtui.model.replay import replay

    names = [name for (name,) in raw.execute("SELECT DISTINCT meeting FROM act")]
    people = [row for name in names for row in rows(replay(filing.acts(raw, name)))["person"]]
    return {TABLES["person"].key_of(row): row for row in sorted(people, key=table_writing.as_of)}


@dataclass(frozen=True, slots=True)
class Swept:
    """What came of looking for what was erased. left: files in which it still stands, none if all is well; acts, drafts: what

    else in the book says the same and was not erased, by seq, and by meeting and place.
    """

    left: tuple[Path, ...]
    acts: tuple[int, ...]
    drafts: tuple[str, ...]


def words_of(book: Path, seqs: Iterable[int]) -> traces.Wording:
    """The words of these acts, to be looked for when they are erased; to be asked before. Raises BookError."""
    pass_gate(book)
    with sentences(book):
        raw = connect(book, read_only=True)
        try:
            found = (raw.execute("SELECT payload FROM act WHERE seq = ?", [seq]).fetchone() for seq in seqs)
            return traces.wording_of([row[0] for row in found if row and row[0] is not None])
        finally:
            raw.close()


def sweep(book: Path, wording: traces.Wording, *, holder: str, moment: datetime) -> Swept:
    """Sweep what was erased out of a closed book's file, and look whether any of it is left in a byte of it.

    wording: from `words_of`; holder, moment: who does it, and when. May be done again at any time. Raises BookError while
    somebody minutes, and for a book that isn't sound afterwards.
    """
    pass_gate(book)
    lease = Lease.take(book, holder, moment)
    try:
        with sentences(book):
            raw = connect(book)
            try:
                looked_for, acts, drafts = _swept(raw, wording)
            finally:
                raw.close()
            left = traces.files_with(looked_for, (Path(f"{book}{ending}") for ending in ("", "-wal", "-shm")))
        if problems := check(book).problems:
            raise BookError(f"The words were erased, but the book isn't sound: {problems[0]}", "Run: boardtui check")
    finally:
        lease.release()
    return Swept(tuple(left), tuple(acts), tuple(drafts))


def _swept(raw: Connection, wording: traces.Wording) -> tuple[traces.Wording, list[int], list[str]]:
    with write(raw):
        forget(raw)
    raw.execute("VACUUM")  # what is written over, but not yet used again, is in no page of a file that is written anew
    bring_home(raw)  # where a reader prevents it, the words are found in the log
    projected = (str(value) for table in PROJECTED for row in table_writing.read(raw, table.name) for value in row)
    looked_for = traces.only_there(raw, wording, projected)
    return looked_for, *traces.elsewhere(raw, wording)
