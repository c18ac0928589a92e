"""When the book can't be written, or isn't where it was: what would be lost is put in another folder, for its owner alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book.backup import copy_to, remove, sync_file
from boardtui.book.filing import columns_of
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from boardtui.book.commits import Job
    from boardtui.book.drafts import Draft
    from boardtui.book.library import sqlite3

_WAITING = "unsaved.json"


class Rescue:
    """The rescue copies of one book, as long as it is open.

    folder: where they go, None for `rescue` in the user's data; opened: when the book was opened, so that an earlier
    copy stays.
    """

    def __init__(self, book: Path, folder: Path | None, opened: datetime) -> None:
        self._folder, self._name = folder, f"{book.stem}.{opened:%Y-%m-%d.%H%M%S}"

    def _place(self, ending: str) -> Path:
        """Where a copy goes, in a folder that is there. Raises OSError."""
        if self._folder is None:
            from platformdirs import user_data_path

            self._folder = user_data_path("boardtui") / "rescue"
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self._folder / f"{self._name}.{ending}"

    def keep_waiting(self, jobs: Iterable[Job], drafts: Iterable[Draft]) -> Path | None:
        """Write down the acts and drafts that wait for the book. Where they are, None if that failed too."""
        acts = [columns_of(job.filed) for job in jobs]
        texts = [[draft.meeting, draft.place, draft.text] for draft in drafts]
        try:
            waiting = self._place(_WAITING)
            part = waiting.with_name(f".{waiting.name}.part")
            part.unlink(missing_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                json.dump({"acts": acts, "drafts": texts}, file, ensure_ascii=False, indent=1)
            sync_file(part)
            part.rename(waiting)
        except OSError:
            return None
        return waiting

    def all_saved(self) -> None:
        """Nothing waits any more: the copy of what waited goes."""
        with suppress(OSError):
            self._place(_WAITING).unlink(missing_ok=True)

    def keep_whole(self, raw: sqlite3.Connection) -> Path | None:
        """Copy the whole book out of the connection that still has it. Where it is, None if that failed too."""
        try:
            whole = self._place("rescued.book")
            fresh = whole.with_name(f".{whole.name}.new")
            remove(fresh)
            copy_to(raw, fresh)
            fresh.rename(whole)
        except (OSError, BoardError):
            return None
        return whole
