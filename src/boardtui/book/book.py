"""The minute book, as the rest of the product knows it: no SQL, no table, no SQLite error beyond this point."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from boardtui.book import backup, drafts, filing, reading, rights, schema, witness
from boardtui.book.commits import catch_up, head
from boardtui.book.connection import Connection, connect
from boardtui.book.gate import FORMAT, be_known, be_left_by_none, be_of_this_form, pass_gate
from boardtui.book.journal import Closing, Journal
from boardtui.book.lease import Lease
from boardtui.book.surroundings import look_around
from boardtui.book.trouble import KEEP_IT, sentences
from boardtui.errors import BoardError, BookError

if TYPE_CHECKING:
    from boardtui.book.copies import Copy
    from boardtui.book.glance import Glance
    from boardtui.book.rescued import Unsaved
    from boardtui.book.search import Hit
    from boardtui.book.tables import Changes
    from boardtui.model.acts.base import Filed
    from boardtui.model.people import Person
    from boardtui.model.record import Record


def local_now() -> datetime:
    """The time here, with its zone."""
    return datetime.now().astimezone()


class Book:
    """An open minute book. Made by `open`, `create` or `open_or_create`; a context manager that closes it."""

    def __init__(
        self, path: Path, reader: Connection, journal: Journal | None, lease: Lease | None, now: Callable[[], datetime]
    ) -> None:
        self.path = path
        self._reader, self._journal, self._lease = reader, journal, lease
        self._now = now
        self._one_at_a_time, self._copying = threading.Lock(), threading.Lock()
        self._mended: list[BookError] = []
        self._rescue_folder: Path | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        holder: str = "",
        now: Callable[[], datetime] = local_now,
        rescue: Path | None = None,
        patient: bool = True,
        examine: bool = True,
    ) -> Book:
        """Open the book at path.

        read_only: to look only, beside whoever writes; holder: who opens it, as others are to read it; now: the clock;
        rescue: the folder for copies of what can't be saved, by default in the user's data; patient: False for a command
        without a screen, where what can't be saved in some seconds is refused; examine: look at pages, schema, guards and
        chain first (some 10 ms for a thousand acts). Raises BookError for anything but a sound book that is free.
        """
        path = path.absolute()
        if read_only:
            pass_gate(path)
            with sentences(path):
                book = cls(path, _looked_at(path, connect(path, read_only=True), examine=examine), None, None, now)
            book._rescue_folder = rescue
            return book
        pass_gate(path)
        with ExitStack() as closing:
            lease = Lease.take(path, holder or "somebody", now())
            closing.callback(lease.release)
            with sentences(path):
                mended = rights.mend(path)
                book = cls._open_to_write(path, lease, now, rescue, patient=patient, examine=examine)
            closing.pop_all()
        book._mended, book._rescue_folder = mended, rescue
        return book

    @classmethod
    def _open_to_write(
        cls,
        path: Path,
        lease: Lease,
        now: Callable[[], datetime],
        rescue: Path | None,
        *,
        patient: bool,
        examine: bool,
    ) -> Book:
        with ExitStack() as closing:
            raw = connect(path)
            closing.callback(raw.close)
            application, form = schema.kind_and_form(raw)
            be_known(path, application, form)
            if form < FORMAT:
                from boardtui.book.upgrading import upgrade

                upgrade(raw, path)
            _looked_at(path, raw, examine=examine)
            catch_up(raw)
            reader = connect(path, read_only=True)
            closing.pop_all()
        return cls(path, reader, Journal(path, raw, now, rescue, patient=patient), lease, now)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        holder: str = "",
        now: Callable[[], datetime] = local_now,
        rescue: Path | None = None,
        patient: bool = True,
    ) -> Book:
        """Make a new book at path, mode 0600, and open it.

        Raises InputError if something stands there; BookError, also where what belongs beside a book does: it was moved.
        """
        path = path.absolute()
        lease = Lease.take(path, holder or "somebody", now())
        try:
            be_left_by_none(path)
            schema.create(path)
        finally:
            lease.release()
        return cls.open(path, holder=holder, now=now, rescue=rescue, patient=patient)

    @classmethod
    def open_or_create(
        cls,
        path: Path,
        *,
        holder: str = "",
        now: Callable[[], datetime] = local_now,
        rescue: Path | None = None,
        patient: bool = True,
    ) -> Book:
        """Open the book at path, or make one where there is nothing; also the folder it lies in."""
        if os.path.lexists(path):
            return cls.open(path, holder=holder, now=now, rescue=rescue, patient=patient)
        with sentences(path):
            rights.make_folder(path.parent)
        return cls.create(path, holder=holder, now=now, rescue=rescue, patient=patient)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self, seconds: float = 1.0) -> Closing:
        """Save what waits for at most so many seconds, bring the whole book into its one file, let others in."""
        free = self._copying.acquire(timeout=seconds)  # a copy being made keeps the log from coming home
        if self._one_at_a_time.acquire(timeout=seconds):  # a meeting may still be being read, in another thread
            self._reader.close()
            self._one_at_a_time.release()
        closing = self._journal.close(seconds) if self._journal else Closing()
        if self._lease is not None:
            self._lease.release()
        if free:
            self._copying.release()
        return closing

    @property
    def read_only(self) -> bool:
        """Was it opened to look only?"""
        return self._journal is None

    @cached_property
    def notices(self) -> list[BoardError]:
        """What the clerk should know of this book, to be told once: who could read it, and where it lies.

        Looked up when first asked for, so that it doesn't keep the first picture waiting.
        """
        rescued = [] if self.read_only else self._rescued()
        return [*(rights.seen(self.path) if self.read_only else self._mended), *look_around(self.path), *rescued]

    def _rescued(self) -> list[BoardError]:
        """What an earlier sitting at the desk could not save, and nobody has taken in yet."""
        try:
            left = [str(one.path) for one in self.unsaved()] or [str(copy.path) for copy in self.whole_copies()]
        except BookError:  # the book itself can't be read now, which others say
            return []
        if not left:
            return []
        return [
            BookError(
                f"Something is not in the book, and is kept in {left[0]}.", "Close the book, and run: boardtui rescue"
            )
        ]

    @property
    def journal(self) -> Journal:
        """Who writes. Raises BookError in a book opened to look only."""
        if self._journal is None:
            raise BookError(f"{self.path} was opened to look only.", "Open it to write with: boardtui open")
        return self._journal

    def next_seq(self) -> int:
        """The number the next act has to have, what still waits included. Raises BookError as `journal` does."""
        return self.journal.next_seq

    def head_words(self) -> str:
        """The end of the chain as it stands on the disk, in words to note down: see `witness.head_words`."""
        with self._reading() as raw:
            end = head(raw)
        return witness.head_words(end.seq, end.hash)

    def meetings(self) -> list[reading.MeetingRow]:
        """The meetings of the book, the earliest first."""
        with self._reading() as raw:
            return reading.meetings(raw)

    def acts(self, meeting: str, after: int = 0) -> list[Filed]:
        """The acts of a meeting behind that number, all by default, in order; none for a meeting the book doesn't have."""
        with self._reading() as raw:
            return filing.acts(raw, meeting, after)

    def people(self) -> list[Person]:
        """Everybody the book knows."""
        with self._reading() as raw:
            return reading.people(raw)

    def next_minute_number(self, council: str, body: str) -> str:
        """The number the next meeting of a body starts with; '' where it isn't known."""
        with self._reading() as raw:
            return reading.next_minute_number(raw, council, body)

    def drafts(self, meeting: str) -> dict[str, drafts.Draft]:
        """What was being typed in a meeting, by place. Look at `sound` before relying on one."""
        with self._reading() as raw:
            return {draft.place: draft for draft in drafts.read(raw) if draft.meeting == meeting}

    def glance(self, meeting: str, place: str) -> Glance:
        """A first look at a meeting, before it is read; with the draft typed in a place."""
        from boardtui.book.glance import glance

        with self._reading() as raw:
            return glance(raw, meeting, [one for one in drafts.read(raw) if one.sound], place)

    def unsaved(self) -> list[Unsaved]:
        """What earlier could not be saved in this book and waits in rescue files, as far as the book lacks it."""
        from boardtui.book import rescued

        here = self._journal.rescue.waiting if self._journal else None
        found = [one for one in rescued.waiting_for(self.path, self.rescue_folder) if one.path != here]
        with self._reading() as raw:
            return [one for one in (rescued.lacking(raw, one) for one in found) if one]

    def lacking(self, unsaved: Unsaved) -> tuple[Unsaved, bool]:
        """The part of a rescue file that the book hasn't got; and whether its acts go on exactly where the book ends."""
        from boardtui.book import rescued

        with self._reading() as raw:
            lacks = rescued.lacking(raw, unsaved)
            return lacks, rescued.follows(raw, unsaved, lacks)

    def whole_copies(self) -> list[Copy]:
        """Whole copies made when the book wasn't in its place, with acts that it hasn't got."""
        from boardtui.book import rescued

        with self._reading() as raw:
            return rescued.whole_copies(raw, self.path, self.rescue_folder)

    @property
    def rescue_folder(self) -> Path:
        """Where what can't be saved goes."""
        from boardtui.book.rescue import default_folder

        return self._rescue_folder or default_folder()

    def search(self, words: str, *, restricted: bool = False, limit: int = 50) -> list[Hit]:
        """Where all of these words stand, the newest first. restricted: also in what must not go out."""
        from boardtui.book.search import search

        with self._reading() as raw:
            return search(raw, words, restricted=restricted, limit=limit)

    def back_up(self, target: Path) -> Path:
        """A whole, verified copy of the book at target; into a folder it goes under the book's own name. Where it is."""
        copy = target / self.path.name if target.is_dir() else target
        with self._reading() as raw:
            backup.back_up(raw, copy)
        return copy

    def keep_copy(self, kept: int | None = None) -> Path | None:
        """Keep a rotating copy of the book, if it has other acts than the newest of them.

        kept: how many stay, BOARDTUI_BACKUPS by default. For a thread of its own, while the journal writes; also when
        the book is closed. Returns the copy, None if none was due. Raises BookError or InputError, which is to be told
        and no reason to stop minuting.
        """
        from boardtui.book import copies

        with self._copying:
            return copies.keep_copy(self.path, self._now(), copies.number_kept() if kept is None else kept)

    def examine(self) -> list[str]:
        """What the quick look finds wrong, a sentence each. For a thread of its own when `open` was to be fast."""
        from boardtui.book.check import examine

        with sentences(self.path):
            raw = connect(self.path, read_only=True)
            try:
                return examine(raw)
            finally:
                raw.close()

    def watch(self) -> reading.Watcher:
        """Somebody who sees when another program has committed. Close it when done."""
        return reading.Watcher(self.path)

    @staticmethod
    def changes(record: Record, filed: Filed) -> Changes:
        """What the last act of a record changes in the tables: to be handed to the journal with it."""
        from boardtui.book.tables import changes

        return changes(record, filed)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._one_at_a_time, sentences(self.path):
            yield self._reader


def _looked_at(path: Path, raw: Connection, *, examine: bool) -> Connection:
    """The connection, if the book is of a known form, guarded and sound; else it is closed. Raises BookError."""
    from boardtui.book.check import examine as quick_look

    with ExitStack() as closing:
        closing.callback(raw.close)
        be_of_this_form(path, *schema.kind_and_form(raw))
        found = quick_look(raw) if examine else schema.differences(raw)
        if found:
            raise BookError(f"{path}: {found[0]}", f"{KEEP_IT}; boardtui check says more.")
        if gone := witness.missing(raw, witness.seen(path)):
            raise BookError(f"{path}: {gone}", f"If that was meant, remove {witness.place(path).name} beside it.")
        closing.pop_all()
    return raw
