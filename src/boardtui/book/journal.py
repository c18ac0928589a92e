"""The journal: one thread that owns the one connection which writes. It never waits for the screen, nor the screen for it.

Acts are filed in the order they come, each in a transaction with its tables and the clearing of its draft. Of drafts only the
newest counts: as soon as a commit returns, what was typed meanwhile is committed. A write that fails is said at once,
kept and tried again until it succeeds; the act's token sees to it that it is filed once.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book.commits import Filing, Job
from boardtui.book.connection import Connection
from boardtui.book.drafts import Draft
from boardtui.book.library import sqlite3
from boardtui.book.rescue import Rescue
from boardtui.book.scribe import Scribe
from boardtui.book.trouble import in_words, is_for_good
from boardtui.errors import BookError

if TYPE_CHECKING:
    from boardtui.book.tables import Changes
    from boardtui.model.acts.base import Filed

PATIENCE = 0.25
"""Seconds: how long SQLite waits for another program's lock, and how long after a failure it is tried again."""
GIVE_UP = 5.0
"""Seconds: how long a journal that isn't patient tries."""
IDLE = 1.0
"""Seconds without a commit after which the log is brought home."""

Saved = Callable[[datetime], None]
Trouble = Callable[[BookError | None], None]


@dataclass(frozen=True, slots=True)
class Closing:
    """How closing went. unsaved: acts and drafts that didn't reach the book; home: the whole book is in the one file;

    problem: what stood in the way, None if nothing did.
    """

    unsaved: int = 0
    home: bool = True
    problem: BookError | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job
    future: Future[Filed]


class Journal:
    """Files acts and keeps drafts. Its callbacks run in its own thread: hand over to the screen in them, and don't wait for it.

    A RuntimeError in one, such as a closed event loop's, is passed over.
    """

    def __init__(
        self,
        path: Path,
        raw: Connection,
        now: Callable[[], datetime],
        rescue: Path | None = None,
        *,
        patient: bool = True,
    ) -> None:
        """raw: the connection that writes, handed over; now: the local time, with its zone; rescue: see `Rescue`;

        patient: try for as long as it takes; else what can't be saved in some seconds is refused.
        """
        self._path, self._now, self._patient = path, now, patient
        self._failing_since: float | None = None
        self._scribe = Scribe(path, raw, Rescue(path, rescue, now()), patience=PATIENCE)
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self._acts: deque[_Waiting] = deque()
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._since: datetime | None = None
        self._saved_at = now()
        self._trouble: BookError | None = None
        self._closing = self._home = False
        self._tell_saved: list[Saved] = []
        self._tell_trouble: list[Trouble] = []
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def saved_at(self) -> datetime:
        """All that was typed or done before this moment is in the book."""
        return self._saved_at

    @property
    def waiting_since(self) -> datetime | None:
        """Since when something waits to be saved, None when nothing does. A disk that hangs raises no error."""
        return self._since

    @property
    def trouble(self) -> BookError | None:
        """Why nothing can be saved just now, None when all is well."""
        return self._trouble

    def on_saved(self, tell: Saved) -> None:
        """Call this with the moment before which all is saved, each time that moves."""
        self._tell_saved.append(tell)

    def on_trouble(self, tell: Trouble) -> None:
        """Call this when saving fails, and with None when all is saved again."""
        self._tell_trouble.append(tell)

    @property
    def next_seq(self) -> int:
        """The number the next act has to have: one more than the last of those filed and those that wait."""
        with self._changed:
            return (self._acts[-1].job.filed.seq if self._acts else self._scribe.head.seq) + 1

    def file(self, filing: Filing, changes: Changes, clears_draft: str | None = None) -> Future[Filed]:
        """File an act. changes: what it changes in the tables, from `Book.changes`; clears_draft: the place it was typed

        in, whose draft goes in the same transaction. The future gives the act as it stands in the book, after the commit;
        or BookError if it can never be filed so.
        """
        filed = filing.filed if filing.filed.token else replace(filing.filed, token=uuid.uuid4().hex)
        waiting = _Waiting(Job(filed, changes, clears_draft), Future())
        waiting.future.set_running_or_notify_cancel()  # from here on nobody can call it off
        with self._changed:
            if self._closing:
                waiting.future.set_exception(_closed())
                return waiting.future
            self._acts.append(waiting)
            if clears_draft is not None:
                self._drafts.pop((filed.meeting, clears_draft), None)
            self._wake()
        return waiting.future

    def draft(self, meeting: str, place: str, text: str, caret: int = 0) -> None:
        """Keep what is being typed in a place; the newest text wins, an empty one takes the draft away."""
        storable = text.encode("utf-8", "replace").decode()
        with self._changed:
            if not self._closing:
                wall = self._now().astimezone(UTC).isoformat()
                self._drafts[meeting, place] = Draft(meeting, place, storable, caret, wall)
                self._wake()

    def wait(self, seconds: float) -> bool:
        """Wait for at most so many seconds until nothing waits to be saved. Is all saved, and the book where it was?"""
        with self._changed:
            saved = self._changed.wait_for(lambda: self._since is None, seconds)
        return saved and self._trouble is None

    def close(self, seconds: float = 1.0) -> Closing:
        """Save what waits, for at most so many seconds; bring the log home; close the connection."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(seconds)
        self._stop.set()
        self._thread.join(4 * PATIENCE)
        with self._changed:
            unsaved = len(self._acts) + len(self._drafts)
        if self._thread.is_alive():
            return Closing(unsaved, False, BookError(f"The disk doesn't answer: {self._path}", "Look at the disk."))
        if self._trouble is None and not self._home:
            newest = f"the newest acts are still in {self._path.name}-wal."
            problem = BookError(f"Another program reads the book: {newest}", "Close it before you copy the book.")
            return Closing(unsaved, False, problem)
        return Closing(unsaved, self._home, self._trouble)

    def _wake(self) -> None:
        self._since = self._since or self._now()
        self._changed.notify_all()

    # What follows runs in the journal's own thread.

    def _run(self) -> None:
        try:
            while self._work_comes():
                self._save()
        finally:
            self._shut()

    def _work_comes(self) -> bool:
        """Wait for something to save; once idle, bring the log home. False when nothing more is to be done."""
        while True:
            with self._changed:
                if self._stop.is_set():
                    return False
                if self._acts or self._drafts:
                    return True
                if self._closing:
                    return False
                came = self._changed.wait(None if self._home else IDLE)
            if not came:
                self._home = self._scribe.bring_home()

    def _save(self) -> None:
        with self._changed:
            moment = self._now()
            acts, drafts = list(self._acts), dict(self._drafts)
        self._home = False
        try:
            for waiting in acts:
                self._file(waiting)
            if drafts:
                self._scribe.keep(drafts.values())
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return
        with self._changed:
            self._drafts = {key: new for key, new in self._drafts.items() if drafts.get(key) is not new}
        if self._stands() and self._scribe.whereabouts() is None:
            self._saved(moment)
        with self._changed:
            self._since = self._now() if self._acts or self._drafts else None
            self._changed.notify_all()

    def _file(self, waiting: _Waiting) -> None:
        try:
            filed = self._scribe.file(waiting.job)
        except (BookError, ValueError, TypeError, OverflowError, sqlite3.Error) as error:
            if isinstance(error, sqlite3.Error) and not is_for_good(error):
                raise
            self._take_off(waiting)
            waiting.future.set_exception(_refused(error))
            return
        self._take_off(waiting)
        if self._stands():
            waiting.future.set_result(filed)
        else:
            waiting.future.set_exception(self._trouble or _closed())

    def _take_off(self, waiting: _Waiting) -> None:
        with self._changed:
            self._acts.remove(waiting)

    def _stands(self) -> bool:
        """Is what was committed where it will be found: in the book, or in a whole copy of a book that is gone?"""
        lost = self._scribe.whereabouts()
        if lost is None:
            return True
        copy = self._scribe.copy_whole()
        self._say(BookError(lost.message, f"{lost.hint} All of it is in {copy}." if copy else lost.hint))
        return copy is not None

    def _saved(self, moment: datetime) -> None:
        self._saved_at, self._failing_since = moment, None
        if self._trouble is not None:
            self._scribe.rescue.all_saved()
            self._say(None)
        for tell in self._tell_saved:
            with suppress(RuntimeError):  # the screen is gone already; saving goes on
                tell(moment)

    def _failed(self, error: sqlite3.Error | OSError) -> None:
        """Say so at once, put what waits where it can't be lost, and let some time pass before the next try."""
        trouble = in_words(error, self._path)
        if self._trouble is None or self._trouble.message != trouble.message:
            self._say(trouble)
        self._scribe.failed(error)
        with self._changed:
            jobs, drafts = [waiting.job for waiting in self._acts], list(self._drafts.values())
        copy = self._scribe.rescue.keep_waiting(jobs, drafts)
        if copy is not None:
            self._say(BookError(trouble.message, f"{trouble.hint} What waits is in {copy}, too."))
        self._failing_since = self._failing_since or time.monotonic()
        if not self._patient and time.monotonic() - self._failing_since > GIVE_UP:
            self._give_up(trouble)
        self._stop.wait(PATIENCE)

    def _give_up(self, trouble: BookError) -> None:
        """Refuse what waits."""
        with self._changed:
            left = list(self._acts)
            self._acts.clear()
            self._drafts.clear()
            self._since = None
            self._changed.notify_all()
        for waiting in left:
            waiting.future.set_exception(trouble)

    def _say(self, trouble: BookError | None) -> None:
        before, self._trouble = self._trouble, trouble
        if str(before) != str(trouble):
            for tell in self._tell_trouble:
                with suppress(RuntimeError):
                    tell(trouble)

    def _shut(self) -> None:
        with self._changed:
            self._closing = True
            left = [waiting.future for waiting in self._acts]
        self._home = self._scribe.bring_home()
        self._scribe.close()
        for future in left:
            future.set_exception(self._trouble or _closed())


def _closed() -> BookError:
    return BookError("The book is closed.", "Open it again.")


def _refused(error: Exception) -> BookError:
    if isinstance(error, BookError):
        return error
    return BookError(f"The book refuses this act: {error}", "Say it in other words.")
