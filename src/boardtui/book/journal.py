"""The journal: one thread that owns the one connection which writes. It never waits for the screen, nor the screen for it.

Acts are filed in the order they come, each in a transaction with its tables and the clearing of its draft. Of drafts only the
newest counts: as soon as a commit returns, what was typed meanwhile is committed. A write that fails is said at once,
kept and tried again until it succeeds; the act's token sees to it that it is filed once. A book that goes away is missed
within a second, also while nobody types; and whatever else goes wrong in here is said, and doesn't end the saving.
"""

from __future__ import annotations

import threading
import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book import clock
from boardtui.book.commits import Filing, Job
from boardtui.book.connection import Connection
from boardtui.book.drafts import Draft
from boardtui.book.library import sqlite3
from boardtui.book.rescue import Rescue
from boardtui.book.scribe import Scribe
from boardtui.book.telling import Saved, Telling, Trouble
from boardtui.book.trouble import Caught, Unsafe, in_words, is_for_good
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
LOOK = 0.5
"""Seconds after which it is looked whether the book is still where it was, also when nothing is typed."""
STUMBLES = 8
"""How often in a row a fault of our own may happen before the acts it happens with are refused: it may be in one of them."""


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

    What goes wrong in one, such as a closed event loop, is passed over.
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
        self._rescue = Rescue(path, rescue, now())
        self._scribe = Scribe(path, raw, self._rescue, patience=PATIENCE)
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self._acts: deque[_Waiting] = deque()
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._refused: list[Job] = []
        self._stumbles = 0
        self._since: float | None = None
        self._telling = Telling(now())
        self._rests_since = clock.seconds()
        self._closing = self._home = False
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def saved_at(self) -> datetime:
        """All that was typed or done before this moment is in the book."""
        return self._telling.saved_at

    @property
    def waiting_for(self) -> float | None:
        """How many seconds something has waited and the disk has taken nothing, None when nothing waits.

        A disk that hangs raises no error.
        """
        since = self._since
        return None if since is None else clock.seconds() - since

    @property
    def trouble(self) -> BookError | None:
        """Why nothing can be saved just now, None when all is well."""
        return self._telling.trouble

    @property
    def rescue(self) -> Rescue:
        """Where what can't be saved is put meanwhile."""
        return self._rescue

    def on_saved(self, tell: Saved) -> None:
        """Call this with the moment before which all is saved, each time that moves."""
        self._telling.to_saved.append(tell)

    def on_trouble(self, tell: Trouble) -> None:
        """Call this when saving fails, and with None when all is saved again."""
        self._telling.to_trouble.append(tell)

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
        return saved and self.trouble is None

    def put_aside(self) -> threading.Thread:
        """The disk doesn't answer, and the journal with it: another thread writes down elsewhere what waits. That thread."""
        thread = threading.Thread(target=self._keep_waiting, name="rescue", daemon=True)
        thread.start()
        return thread

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
            self.put_aside().join(PATIENCE)
            return Closing(unsaved, False, BookError(f"The disk doesn't answer: {self._path}", "Look at the disk."))
        return Closing(unsaved, self._home, self.trouble or self._left_open(unsaved))

    def _left_open(self, unsaved: int) -> BookError | None:
        """What stands in the way of a whole book in its one file though nothing failed."""
        if unsaved:
            return BookError(f"The newest of what was typed is not in the book: {self._path}", "Run: boardtui rescue")
        if self._home:
            return None
        return BookError(
            f"Another program reads the book: the newest acts are still in {self._path.name}-wal.",
            "Keep the two together. boardtui backup makes a whole copy; the book is whole again once it is opened to write.",
        )

    def _wake(self) -> None:
        self._since = clock.seconds() if self._since is None else self._since
        self._changed.notify_all()

    # What follows runs in the journal's own thread.

    def _run(self) -> None:
        try:
            while self._goes_on():
                pass
        finally:
            self._shut()

    def _goes_on(self) -> bool:
        """One turn: wait for something to do, and do it. False when nothing more is to be done."""
        with Caught() as caught:
            if not self._work_comes():
                return False
            self._save()
        if caught.fault is not None:
            self._stumbled(caught.fault)
        return True

    def _work_comes(self) -> bool:
        """Wait for something to save, and look after the book meanwhile. False when nothing more is to be done."""
        while True:
            with self._changed:
                if self._stop.is_set():
                    return False
                if self._acts or self._drafts:
                    return True
                if self._closing:
                    return False
                came = self._changed.wait(LOOK if self._home else min(LOOK, IDLE))
            if not came:
                self._look_after_it()

    def _look_after_it(self) -> None:
        """Is the book still where it was, or there again? Once idle, bring the log home."""
        try:
            in_place = self._is_in_place()
            if in_place and self.trouble is not None and self._patient:
                self._scribe.keep(())
                self._saved(self._now())
        except (sqlite3.Error, OSError, Unsafe) as error:
            self._failed(error)
            return
        if in_place and not self._home and clock.seconds() - self._rests_since >= IDLE:
            self._home = self._scribe.bring_home()
            self._rests_since = clock.seconds()

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
            in_place = self._is_in_place()
        except (sqlite3.Error, OSError, Unsafe) as error:
            self._failed(error)
            return
        with self._changed:
            self._drafts = {key: new for key, new in self._drafts.items() if drafts.get(key) is not new}
        self._rests_since, self._stumbles = clock.seconds(), 0
        if in_place:
            self._saved(moment)
        with self._changed:
            self._since = clock.seconds() if self._acts or self._drafts else None
            self._changed.notify_all()

    def _file(self, waiting: _Waiting) -> None:
        try:
            filed = self._scribe.file(waiting.job)
        except Unsafe:
            raise
        except (BookError, ValueError, TypeError, OverflowError, sqlite3.Error) as error:
            if isinstance(error, sqlite3.Error) and not is_for_good(error):
                raise
            self._take_off(waiting)
            waiting.future.set_exception(_refused(error))
            return
        self._is_in_place()  # where it isn't, nor a copy anywhere else, the act goes on waiting
        self._take_off(waiting)
        self._stumbles = 0
        waiting.future.set_result(filed)

    def _take_off(self, waiting: _Waiting) -> None:
        with self._changed:
            self._acts.remove(waiting)
            self._since = clock.seconds()  # many acts may take their time; it is a disk that takes none that hangs

    def _is_in_place(self) -> bool:
        """Is the book where it will be found? Where it isn't, that is said at once, and all of it copied elsewhere.

        Raises Unsafe where that can't be done.
        """
        lost = self._scribe.whereabouts()
        if lost is None:
            return True
        self._telling.say_first(lost)
        copy = self._scribe.copy_whole()
        if copy is None:
            raise lost
        self._telling.say(BookError(lost.message, f"{lost.hint} All of it is in {copy}."))
        return False

    def _saved(self, moment: datetime) -> None:
        self._failing_since = None
        self._rescue.all_saved(self._refused, self._scribe.head)
        self._telling.saved(moment)

    def _failed(self, error: sqlite3.Error | OSError | Unsafe) -> None:
        """Say so at once, put what waits where it can't be lost, and let some time pass before the next try."""
        trouble = in_words(error, self._path)
        self._telling.say_first(trouble)
        self._scribe.failed(error)
        self._say_where(trouble)
        self._failing_since = clock.seconds() if self._failing_since is None else self._failing_since
        if not self._patient and clock.seconds() - self._failing_since > GIVE_UP:
            self._give_up(trouble)
        self._stop.wait(PATIENCE)

    def _stumbled(self, fault: Exception) -> None:
        """Something nobody foresaw: not silent, and not the end. It is tried again, with the book opened anew."""
        with Caught():  # with no memory left not even this may go well
            name = type(fault).__name__
            trouble = BookError(
                f"The book's writer stopped on a fault of its own ({name}).", "What waits is kept and tried again."
            )
            self._telling.say_first(trouble)
            self._scribe.failed(fault)
            self._say_where(trouble)
            self._stumbles += 1
            if self._stumbles >= STUMBLES:
                self._give_up(BookError(trouble.message, "What was said last is kept elsewhere: boardtui rescue"))
        self._stop.wait(PATIENCE)

    def _say_where(self, trouble: BookError) -> None:
        copy = self._keep_waiting()
        if copy is not None:
            self._telling.say(BookError(trouble.message, f"{trouble.hint} What waits is in {copy}, too."))

    def _keep_waiting(self) -> Path | None:
        """Write down what waits, where it can't be lost. A command's source does that already: it has its notes."""
        if not self._patient:
            return None
        with self._changed:
            jobs, drafts = [waiting.job for waiting in self._acts], list(self._drafts.values())
        return self._rescue.keep_waiting([*self._refused, *jobs], drafts, self._scribe.head)

    def _give_up(self, refusal: BookError) -> None:
        """Refuse the acts that wait: each builds on the one before. What a clerk typed stays in the rescue file."""
        with self._changed:
            left = list(self._acts)
            self._acts.clear()
            if self._patient:
                self._refused += [waiting.job for waiting in left]
            else:
                self._drafts.clear()
            self._since = clock.seconds() if self._drafts else None
            self._changed.notify_all()
        self._stumbles = 0
        for waiting in left:
            waiting.future.set_exception(refusal)

    def _shut(self) -> None:
        with self._changed:
            self._closing = True
            left = [waiting.future for waiting in self._acts]
            waits = bool(self._acts or self._drafts)
        with Caught():
            if waits:
                self._keep_waiting()
            self._home = self._scribe.bring_home()
        with Caught():
            self._scribe.close()
        for future in left:
            future.set_exception(self.trouble or _closed())


def _closed() -> BookError:
    return BookError("The book is closed.", "Open it again.")


def _refused(error: Exception) -> BookError:
    if isinstance(error, BookError):
        return error
    return BookError(f"The book refuses this act: {error}", "Say it in other words.")
