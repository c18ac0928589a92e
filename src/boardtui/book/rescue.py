"""When the book can't be written, or isn't where it was: what would be lost is put in another folder, for its owner alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book.backup import copy_to, remove, sync_file
from boardtui.book.filing import columns_of
from boardtui.errors import BookError

if TYPE_CHECKING:
    from boardtui.book.commits import Job
    from boardtui.book.drafts import Draft
    from boardtui.book.library import sqlite3


class Rescue:
    """The rescue copies of one book. folder: where they go, on another disk if possible; None for nowhere."""

    def __init__(self, book: Path, folder: Path | None) -> None:
        self._waiting = folder / f"{book.name}.unsaved.json" if folder else None
        self._whole = folder / f"{book.name}.rescued" if folder else None

    def keep_waiting(self, jobs: Iterable[Job], drafts: Iterable[Draft]) -> Path | None:
        """Write down the acts and drafts that wait for the book. Where they are, None if that failed too."""
        if self._waiting is None:
            return None
        acts = [columns_of(job.filed) for job in jobs]
        texts = [[draft.meeting, draft.place, draft.text] for draft in drafts]
        part = self._waiting.with_name(f".{self._waiting.name}.part")
        try:
            part.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part.unlink(missing_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"acts": acts, "drafts": texts}, file, ensure_ascii=False, indent=1)
            sync_file(part)
            part.rename(self._waiting)
        except OSError:
            return None
        return self._waiting

    def all_saved(self) -> None:
        """Nothing waits any more: the copy of what waited goes."""
        if self._waiting is not None:
            self._waiting.unlink(missing_ok=True)

    def keep_whole(self, raw: sqlite3.Connection) -> Path | None:
        """Copy the whole book out of the connection that still has it. Where it is, None if that failed too."""
        if self._whole is None:
            return None
        fresh = self._whole.with_name(f"{self._whole.name}.new")
        try:
            self._whole.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            remove(fresh)
            copy_to(raw, fresh)
            fresh.rename(self._whole)
        except (OSError, BookError):
            return None
        return self._whole
