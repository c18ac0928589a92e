"""When the book can't be written, or isn't where it was: what would be lost is put in another folder, for its owner alone.

`rescued` reads it again.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book import rights
from boardtui.book.backup import copy_to, remove, sync_file, sync_folder
from boardtui.book.filing import time_text
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from boardtui.book.commits import Head, Job
    from boardtui.book.drafts import Draft
    from boardtui.book.library import sqlite3
    from boardtui.model.acts.base import Filed

WAITING, WHOLE = "unsaved.json", "rescued.book"
"""How the names end of a file of what waits, and of a whole copy."""
FORM = 1
"""Of a file of what waits."""


def default_folder() -> Path:
    """Where rescue files go if nothing else is said: `rescue` in the user's data."""
    from platformdirs import user_data_path

    return user_data_path("boardtui", appauthor=False) / "rescue"


class Rescue:
    """The rescue copies of one book, as long as it is open. Threads may use it at once.

    folder: where they go, None for the default; opened: when the book was opened, so that an earlier copy stays.
    """

    def __init__(self, book: Path, folder: Path | None, opened: datetime) -> None:
        self._book, self._folder, self._opened = book, folder, opened
        self._places: dict[str, Path] = {}
        self._written = ""
        self._whole: Path | None = None
        self._one_at_a_time = threading.Lock()

    @property
    def folder(self) -> Path:
        """Where the copies go."""
        self._folder = self._folder or default_folder()
        return self._folder

    @property
    def waiting(self) -> Path | None:
        """Where what waits is written down, None when nothing does."""
        return self._places.get(WAITING) if self._written else None

    def _place(self, ending: str) -> Path:
        """Where a copy goes whose name ends so; one left there before is never written over."""
        if ending not in self._places:
            name, number = f"{self._book.stem}.{self._opened:%Y-%m-%d.%H%M%S}", 2
            place = self.folder / f"{name}.{ending}"
            while os.path.lexists(place):
                place, number = self.folder / f"{name}-{number}.{ending}", number + 1
            self._places[ending] = place
        return self._places[ending]

    def keep_waiting(self, jobs: Iterable[Job], drafts: Iterable[Draft], head: Head) -> Path | None:
        """Write down the acts and drafts that wait for the book, all that it takes to file them later. head: the end of

        the chain they follow. Where they are, None if that failed too.
        """
        content = {
            "rescued by boardtui": FORM, "book": str(self._book), "since": self._opened.isoformat(),
            "after": {"seq": head.seq, "hash": head.hash},
            "acts": [_act_row(job.filed, job.clears) for job in jobs],
            "drafts": [_draft_row(draft) for draft in drafts],
        }  # fmt: skip
        with self._one_at_a_time:
            waiting = self._place(WAITING)
            text = json.dumps(content, ensure_ascii=False, indent=1)
            if text == self._written and waiting.exists():
                return waiting
            try:
                self._write(waiting, text)
            except OSError:
                return None
            self._written = text
            return waiting

    def all_saved(self, refused: Sequence[Job], head: Head) -> None:
        """Nothing waits any more, and the book is in its place: the copies go, but for acts that were refused."""
        if not self._written and self._whole is None:
            return
        if refused:
            self.keep_waiting(refused, (), head)
        with self._one_at_a_time, suppress(OSError):
            if not refused:
                self._place(WAITING).unlink(missing_ok=True)
                self._written = ""
            if self._whole is not None:
                remove(self._whole)
                self._whole = None

    def keep_whole(self, raw: sqlite3.Connection) -> Path | None:
        """Copy the whole book out of the connection that still has it. Where it is, None if that failed too."""
        with self._one_at_a_time:
            whole = self._place(WHOLE)
            fresh = whole.with_name(f".{whole.name}.new")
            try:
                rights.make_private_folder(whole.parent)
                remove(fresh)
                copy_to(raw, fresh)
                fresh.rename(whole)
                sync_folder(whole.parent)
            except (OSError, BoardError):
                return None
            self._whole = whole
            return whole

    def _write(self, waiting: Path, text: str) -> None:
        """Whole and on the disk, or not at all; never through a link. Raises OSError."""
        rights.make_private_folder(waiting.parent)
        part = waiting.with_name(f".{waiting.name}.part")
        part.unlink(missing_ok=True)
        with os.fdopen(rights.create(part), "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        sync_file(part)
        part.rename(waiting)
        sync_folder(waiting.parent)


def _act_row(filed: Filed, clears: str | None) -> dict[str, str | int | None]:
    return {
        "seq": filed.seq, "meeting": filed.meeting, "wall": filed.wall, "at": time_text(filed.at), "actor": filed.actor,
        "kind": filed.act.kind, "item": filed.item, "restricted": int(filed.restricted), "token": filed.token,
        "clears": clears, "payload": filed.act.model_dump_json(),
    }  # fmt: skip


def _draft_row(draft: Draft) -> dict[str, str | int]:
    return {
        "meeting": draft.meeting, "place": draft.place, "text": draft.text, "caret": draft.caret, "wall": draft.wall,
    }  # fmt: skip
