"""The journal's transactions: an act with its tables and the clearing of its draft, or the newest drafts. All or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtui import __version__
from boardtui.book import drafts, filing, table_writing
from boardtui.book.chain import BEFORE_ALL
from boardtui.book.connection import write
from boardtui.book.guards import ERASING
from boardtui.book.library import sqlite3
from boardtui.book.trouble import is_for_good
from boardtui.errors import BookError
from boardtui.model.text import counted

if TYPE_CHECKING:
    from boardtui.book.tables import Changes
    from boardtui.model.acts.base import Filed


@dataclass(frozen=True, slots=True)
class Filing:
    """An act handed in, as it is to stand in the book.

    filed.seq: the number it expects, one more than the last; filed.token: made at the keypress.
    """

    filed: Filed


@dataclass(frozen=True, slots=True)
class Job:
    """An act to be filed. clears: the place of the draft it was typed in, None if it came from elsewhere."""

    filed: Filed
    changes: Changes
    clears: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: the last act's number and hash."""

    seq: int = 0
    hash: str = BEFORE_ALL


def head(raw: sqlite3.Connection) -> Head:
    """The end of the chain as the book has it."""
    row = raw.execute("SELECT seq, hash FROM act ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head()


def file_act(raw: sqlite3.Connection, job: Job) -> tuple[Filed, Head]:
    """File an act, once: under a token that is there already nothing is written. What stands in the book, and its new end.

    The tables may lag behind, the act may not: where they can't be written with it, it is filed without them and the
    meeting is noted as behind. Raises BookError when the book goes on otherwise than the act expects; sqlite3.Error when
    it can't be written now.
    """
    try:
        return _file(raw, job, with_tables=True)
    except OverflowError:
        return _file(raw, job, with_tables=False)
    except sqlite3.Error as error:
        if not is_for_good(error):
            raise
        return _file(raw, job, with_tables=False)


def _file(raw: sqlite3.Connection, job: Job, *, with_tables: bool) -> tuple[Filed, Head]:
    with write(raw):
        before = head(raw)
        there = filing.by_token(raw, job.filed.token)
        if there is not None:
            return there, before
        if job.filed.seq != before.seq + 1:
            raise BookError(
                f"The book has {counted(before.seq, 'act')}, and act {job.filed.seq} can't follow.",
                "Open the meeting again.",
            )
        own = filing.append(raw, before.hash, job.filed)
        if job.clears is not None:
            drafts.clear(raw, job.filed.meeting, job.clears)
        if job.filed.act.kind in ERASING:
            _erase(raw, job, with_tables=with_tables)
        else:
            _project(raw, job.filed.meeting, job.changes if with_tables else None)
    return job.filed, Head(job.filed.seq, own)


def _erase(raw: sqlite3.Connection, job: Job, *, with_tables: bool) -> None:
    """The words go with the act that says so, and all that was made of them."""
    from boardtui.book.erasing import forget, take_words

    take_words(raw, job.filed)
    _project(raw, job.filed.meeting, job.changes if with_tables else None)
    if with_tables:
        forget(raw)


def _project(raw: sqlite3.Connection, meeting: str, changes: Changes | None) -> None:
    if changes is None:
        raw.execute("INSERT OR IGNORE INTO behind (meeting) VALUES (?)", [meeting])
    elif changes.of_all:
        raw.execute("DELETE FROM behind WHERE meeting = ?", [meeting])
        table_writing.apply(raw, changes)
    elif raw.execute("SELECT 1 FROM behind WHERE meeting = ?", [meeting]).fetchone() is None:
        table_writing.apply(raw, changes)


def catch_up(raw: sqlite3.Connection) -> None:
    """Make the tables of every meeting that is behind from its acts; of all, if another boardtui made them."""
    if raw.execute("SELECT version FROM projection").fetchone() != (__version__,):
        with write(raw):
            raw.execute("DELETE FROM projection")
            raw.execute("INSERT INTO projection (version) VALUES (?)", [__version__])
            raw.execute("INSERT OR IGNORE INTO behind SELECT DISTINCT meeting FROM act")
    behind = [name for (name,) in raw.execute("SELECT meeting FROM behind")]
    if behind:
        _make_anew(raw, behind)


def _make_anew(raw: sqlite3.Connection, meetings: list[str]) -> None:
    from boardtui.book.tables import whole
    from boardtui.model.replay import replay

    for meeting in meetings:
        changes = whole(replay(filing.acts(raw, meeting)))
        with suppress(sqlite3.Error, OverflowError), write(raw):  # still behind then; `check` says so
            _project(raw, meeting, changes)


def keep_drafts(raw: sqlite3.Connection, kept: Iterable[drafts.Draft]) -> None:
    """Keep the newest drafts, in one transaction."""
    with write(raw):
        for draft in kept:
            drafts.keep(raw, draft)
