"""What was rescued from a book that couldn't be saved, read again: which of it the book still lacks."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardtui.book import drafts, witness
from boardtui.book.commits import Head, head
from boardtui.book.connection import connect
from boardtui.book.drafts import Draft
from boardtui.book.filing import time_read
from boardtui.book.library import sqlite3
from boardtui.book.rescue import FORM, WAITING, WHOLE
from boardtui.errors import BookError, InputError
from boardtui.model.text import clean, clean_json, clean_line

if TYPE_CHECKING:
    from boardtui.book.copies import Copy
    from boardtui.model.acts.base import Filed

_MOST = 64 * 1024 * 1024
"""Bytes: what no file of waiting acts reaches."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """An act that waited. clears: the place of the draft it was typed in, None if it came from elsewhere."""

    filed: Filed
    clears: str | None = None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What a rescue file holds. book: which one it waits for; since: when that was opened, ISO 8601, local time;

    after: the end of the chain that the first act follows; acts in their order; drafts: texts being typed.
    """

    path: Path
    book: Path
    since: str
    after: Head
    acts: tuple[Rescued, ...]
    drafts: tuple[Draft, ...]

    def __bool__(self) -> bool:
        """Does anything wait?"""
        return bool(self.acts or self.drafts)

    @property
    def first_wall(self) -> str:
        """When the earliest of it was said or typed, UTC, ISO 8601."""
        return min([*(one.filed.wall for one in self.acts), *(draft.wall for draft in self.drafts)], default="")


def be_no_whole_book(path: Path) -> None:
    """Refuse a copy of the whole book, from which nothing is taken in. Raises InputError."""
    if path.name.endswith(WHOLE):
        raise InputError(f"{path} is a whole book.", f"It takes the place of the book with: boardtui restore {path}")


def read(path: Path) -> Unsaved:
    """What a rescue file holds. Raises InputError for a file that is none, or isn't whole."""
    be_no_whole_book(path)
    try:
        return _unsaved(path, json.loads(_text(path)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, BookError):  # pydantic's are ValueErrors
        raise InputError(f"{path} isn't a rescue file of boardtui.", "See which there are: boardtui rescue") from None


def lacking(raw: sqlite3.Connection, unsaved: Unsaved) -> Unsaved:
    """The part of it that the book hasn't got: acts by their token, texts unless the same one is being typed there."""
    typed = {(draft.meeting, draft.place): draft.text for draft in drafts.read(raw)}
    return replace(
        unsaved,
        acts=tuple(one for one in unsaved.acts if not _has(raw, one.filed.token)),
        drafts=tuple(one for one in unsaved.drafts if one.text and typed.get((one.meeting, one.place)) != one.text),
    )


def follows(raw: sqlite3.Connection, unsaved: Unsaved, lacks: Unsaved) -> bool:
    """Do the acts that the book lacks go on exactly where it ends, so that each still means what it meant?"""
    if not lacks.acts or lacks.acts != unsaved.acts[-len(lacks.acts) :]:
        return not lacks.acts
    end = head(raw)
    numbers = [one.filed.seq for one in lacks.acts]
    if numbers != list(range(end.seq + 1, end.seq + 1 + len(numbers))):
        return False
    return len(lacks.acts) < len(unsaved.acts) or end == unsaved.after


def waiting_for(book: Path, folder: Path) -> list[Unsaved]:
    """The rescue files in a folder that wait for this book, the oldest first; what can't be read isn't one."""
    found = []
    for path in _ending_in(WAITING, book, folder):
        try:
            unsaved = read(path)
        except InputError:
            continue
        if unsaved.book == book:
            found.append(unsaved)
    return found


def whole_copies(raw: sqlite3.Connection | None, book: Path, folder: Path) -> list[Copy]:
    """The whole copies in a folder that go by the name of this book, sound and with acts that it hasn't got.

    raw: the book, None if there is none any more.
    """
    from boardtui.book import copies

    found = [copies.look_at(path) for path in _ending_in(WHOLE, book, folder)]
    return [one for one in found if not one.problem and (raw is None or _is_ahead(raw, one))]


def _is_ahead(raw: sqlite3.Connection, copy: Copy) -> bool:
    """Has the copy acts that the book lacks: the same book, or one that an empty one now stands in the place of?"""
    if not copy.acts or not witness.missing(raw, (copy.acts, copy.head)):
        return False
    other = connect(copy.path, read_only=True)
    try:
        return _first(raw) in (None, _first(other))
    finally:
        other.close()


def _first(raw: sqlite3.Connection) -> tuple[str] | None:
    """The hash of the first act, which no two books share."""
    row: tuple[str] | None = raw.execute("SELECT hash FROM act WHERE seq = 1").fetchone()
    return row


def _ending_in(ending: str, book: Path, folder: Path) -> Iterable[Path]:
    try:
        return sorted(
            one for one in folder.iterdir() if one.name.startswith(f"{book.stem}.") and one.name.endswith(ending)
        )
    except OSError:
        return []


def _has(raw: sqlite3.Connection, token: str) -> bool:
    return raw.execute("SELECT 1 FROM act WHERE token = ?", [token]).fetchone() is not None


def _text(path: Path) -> str:
    """The text of a file; a link isn't followed, and a pipe not waited for. Raises InputError."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, encoding="utf-8", errors="replace") as file:
            return file.read(_MOST)
    except OSError as error:
        raise InputError(
            f"{path} can't be read: {error.strerror or error}.", "See which there are: boardtui rescue"
        ) from None


def _unsaved(path: Path, content: dict[str, Any]) -> Unsaved:
    if content["rescued by boardtui"] != FORM:
        raise ValueError(content["rescued by boardtui"])
    return Unsaved(
        path=path,
        book=Path(content["book"]),
        since=str(content["since"]),
        after=Head(int(content["after"]["seq"]), str(content["after"]["hash"])),
        acts=tuple(_act(row) for row in content["acts"]),
        drafts=tuple(_draft(row) for row in content["drafts"]),
    )


def _act(row: dict[str, Any]) -> Rescued:
    from boardtui.model.acts.base import Filed, act_class

    act = act_class(str(row["kind"])).model_validate_json(clean_json(str(row["payload"])))
    at = None if row["at"] is None else time_read(clean_line(str(row["at"])))
    clears = None if row["clears"] is None else str(row["clears"])
    meeting, wall, actor, item = (clean_line(str(row[name])) for name in ("meeting", "wall", "actor", "item"))
    return Rescued(
        Filed(int(row["seq"]), meeting, wall, at, actor, item, bool(row["restricted"]), act, str(row["token"])), clears
    )


def _draft(row: dict[str, Any]) -> Draft:
    meeting, place, wall = (clean_line(str(row[name])) for name in ("meeting", "place", "wall"))
    return Draft(meeting, place, clean(str(row["text"])), int(row["caret"]), wall)
