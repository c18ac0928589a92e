"""Copies of a book that lie within reach and still hold what was erased from it: they go, unless they hold more than that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boardtui.book import copies, rescue, traces
from boardtui.book.backup import remove, sync_folder
from boardtui.book.connection import connect
from boardtui.book.gate import pass_gate
from boardtui.book.library import sqlite3
from boardtui.book.trouble import sentences
from boardtui.errors import BookError
from boardtui.model.text import counted

_BESIDE = ("form-*", "before-restore-*")
"""How the names of copies beside the book go on: made before it was brought up to date, and set aside by a restore."""
_SIDECARS = ("-wal", "-shm", "-journal", ".head")


@dataclass(frozen=True, slots=True)
class Cleared:
    """What became of the copies. fresh: the new one, None if none is kept or the newest is as new; removed: those that held

    the words; kept: those that hold them still, each with the reason in a sentence.
    """

    fresh: Path | None
    removed: tuple[Path, ...]
    kept: tuple[tuple[Path, str], ...]


def clear(
    book: Path, tokens: Collection[str], wording: traces.Wording, *, moment: datetime, number: int, folder: Path | None
) -> Cleared:
    """Keep a new copy of a closed book, then remove those that hold what was erased from it.

    tokens: of the acts that were erased; wording: their words; moment: now, local time; number: of copies to keep; folder:
    of the rescue files, None for the default. A copy with acts that the book doesn't have stays. Raises BookError.
    """
    fresh = copies.keep_copy(book, moment, number)
    with sentences(book):
        known = _tokens(book)
        removed, kept = [], []
        for copy in _within_reach(book, folder or rescue.default_folder()):
            reason = _reason_to_keep(copy, tokens, known, wording)
            if reason is None:
                continue
            if reason:
                kept.append((copy, reason))
            else:
                _remove(copy)
                removed.append(copy)
    return Cleared(fresh, tuple(removed), tuple(kept))


def _within_reach(book: Path, folder: Path) -> Iterator[Path]:
    yield from copies.copies_of(book)
    for pattern in _BESIDE:
        found = book.parent.glob(f"{_literally(book.name)}.{pattern}")
        yield from sorted(one for one in found if not one.name.endswith(_SIDECARS))
    for ending in (rescue.WHOLE, rescue.WAITING):
        yield from sorted(folder.glob(f"{_literally(book.stem)}.*.{ending}"))


def _literally(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def _reason_to_keep(copy: Path, tokens: Collection[str], known: Collection[str], wording: traces.Wording) -> str | None:
    """Why a copy that holds what was erased can't go, '' where it can; None for one that doesn't hold it."""
    if copy.name.endswith(rescue.WAITING):
        holds = bool(traces.files_with(wording, [copy]))
        return "It waits to be recorded: boardtui rescue." if holds else None
    try:
        there = _tokens(copy)
        holds = bool(_with_words(copy) & set(tokens))
    except (BookError, sqlite3.Error):
        holds = bool(traces.files_with(wording, [copy, *(Path(f"{copy}{ending}") for ending in _SIDECARS)]))
        return "It can't be read as a book; look whether you still need it." if holds else None
    if not holds:
        return None
    more = len(there - set(known))
    return f"It holds {counted(more, 'act')} that the book doesn't have." if more else ""


def _tokens(book: Path) -> set[str]:
    return _asked(book, "SELECT token FROM act")


def _with_words(book: Path) -> set[str]:
    return _asked(book, "SELECT token FROM act WHERE payload IS NOT NULL")


def _asked(book: Path, question: str) -> set[str]:
    """What a book of whichever form answers."""
    pass_gate(book)
    raw = connect(book, read_only=True)
    try:
        return {str(answer) for (answer,) in raw.execute(question)}
    finally:
        raw.close()


def _remove(copy: Path) -> None:
    remove(copy)
    Path(f"{copy}.head").unlink(missing_ok=True)
    sync_folder(copy.parent)
