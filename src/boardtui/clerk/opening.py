"""Opening a meeting so that typing can begin at once: the book first, the picture, and behind it the meeting."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.book.clock import Awake
from boardtui.book.trouble import KEEP_IT
from boardtui.clerk.turns import keys_first
from boardtui.errors import BoardError, BookError

if TYPE_CHECKING:
    from boardtui.book import Book
    from boardtui.book.glance import Glance
    from boardtui.desk import Desk

COMPOSER = "composer"
"""The place of the draft of what is typed anew; `composer 57` is that of act 57 being edited."""
SLOW = 0.6
"""Seconds: a disk that hasn't answered for so long is not saving."""

LOOK = 0.25
"""Seconds after which it is looked at again: together less than the second within which the clerk is told."""

PUT_ASIDE = "Look at the disk, its cable or the network. What waits is put in another folder: boardtui rescue shows it."

Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was said and isn't in the book yet. line: the newest; count: how many acts wait."""

    line: str = ""
    count: int = 0


class Opening:
    """A book, open for writing, and a meeting that is put on the desk behind the first picture.

    Everything that comes from the book's own thread is handed to the screen by `post`, which runs it there.
    """

    def __init__(self, book: Book, glance: Glance, *, clock: Callable[[], dt.datetime], actor: str, demo: bool) -> None:
        self.book = book
        self.glance = glance
        self.clock = clock
        self.actor = actor
        self.demo = demo
        self.desk: Desk | None = None
        self.trouble: BoardError | None = None
        self.saved_at = book.journal.saved_at
        self._awake = Awake()
        self._said: tuple[int, str] | None = None
        self._half_typed: dict[str, dict[str, str]] = {}
        self.failed: BoardError | None = None
        self.refusal: BoardError | None = None
        self._loader: threading.Thread | None = None
        self._post: Post = lambda call: call()
        self._changed: Callable[[], None] = lambda: None
        self._saved: Callable[[], None] = lambda: None

    def connect(self, post: Post, changed: Callable[[], None], saved: Callable[[], None]) -> None:
        """Tell how to reach the screen: post hands a call over to its thread; changed, saved: what it does then."""
        self._post, self._changed, self._saved = post, changed, saved
        self.book.journal.on_saved(lambda when: self._post(lambda: self._note_saved(when)))
        self.book.journal.on_trouble(lambda trouble: self._post(lambda: self._note_trouble(trouble)))

    @property
    def saved_here(self) -> dt.datetime:
        """The moment before which everything is saved, by the clock here."""
        return self.saved_at.astimezone(self.clock().tzinfo)

    # --- loading

    def load(self, then: Callable[[], None]) -> None:
        """Put the meeting on the desk in a thread of its own; then is run on the screen's."""
        if self.desk is not None:
            then()
            return
        self._loader = threading.Thread(target=self._load, name="opening", daemon=True)
        self._loader.start()
        threading.Thread(target=self._after, args=(self._loader, then), daemon=True).start()

    def _load(self) -> None:
        try:
            with keys_first():
                desk = self._examined()
        except BoardError as error:
            self.failed = error
            return
        desk.when_answered(lambda: self._post(self._answered))
        self.desk = desk
        if not self.demo:
            threading.Thread(target=self._keep_copy, name="copying", daemon=True).start()

    def _examined(self) -> Desk:
        """The desk, of a book that was found sound. Raises BoardError."""
        for problem in self.book.examine():
            raise BookError(f"{self.book.path}: {problem}", KEEP_IT)
        from boardtui.desk import Desk

        return Desk(self.book, self.glance.name, clock=self.clock, actor=self.actor, live=True)

    def _keep_copy(self) -> None:
        """Keep a copy of the book as it was opened. Where that fails it is said, and minuting goes on."""
        try:
            self.book.keep_copy()
        except BoardError as error:
            failure = error
            if self.book.journal.trouble is None:  # else the clerk is told of that, and what to do about it
                self._post(lambda: self._note_refusal(failure))

    def _note_refusal(self, refusal: BoardError) -> None:
        self.refusal = refusal
        self._changed()

    def _after(self, loader: threading.Thread, then: Callable[[], None]) -> None:
        loader.join()
        self._post(then)

    def wait_for_desk(self) -> Desk:
        """The desk, as soon as it is there. Raises BoardError where the meeting can't be read."""
        if self._loader is not None:
            self._loader.join()
        elif self.desk is None:
            self._load()  # keys came before the first picture; the second Enter among them finds the desk of the first
        if self.desk is None:
            raise self.failed or BoardError("The meeting can't be opened.", "Run: boardtui check")
        return self.desk

    # --- what the book says

    def _answered(self) -> None:
        if self.desk is None:
            return
        try:
            moved = self.desk.take_in()
        except BoardError as error:
            self.forget_said()
            self.refusal, moved = error, True
        if moved:
            self._changed()

    def _note_saved(self, when: dt.datetime) -> None:
        self.saved_at = when
        self._saved()

    def _note_trouble(self, trouble: BoardError | None) -> None:
        self.trouble = trouble
        self._saved()

    def look_at_waiting(self) -> None:
        """A disk that hangs raises no error: look how long something has waited for it. Look often: see `Awake`."""
        journal = self.book.journal
        hangs = self._awake.look(journal.waiting_for) > SLOW
        if hangs and self.trouble is None:
            self._note_trouble(BoardError(f"The disk doesn't answer: {self.book.path}", PUT_ASIDE))
            journal.put_aside()
        elif not hangs and self.trouble is not None and journal.trouble is None:
            self._note_trouble(None)

    # --- what the screen says

    def said(self, line: str) -> None:
        """Remember the line just said, to be shown as recorded when the book has its act."""
        self._said = (self.desk.ahead.last_seq, line) if self.desk is not None else None

    @property
    def waiting(self) -> Waiting:
        """The newest line said that the book hasn't got yet, and how many there are."""
        if self._said is None or self.desk is None:
            return Waiting()
        return Waiting(self._said[1], self.desk.ahead.last_seq - self.desk.record.last_seq)

    def forget_said(self) -> None:
        """What is to be read now is something else, a refusal for instance: no line said before it may take its place."""
        self._said = None

    def recorded(self) -> str:
        """The newest line said, once, when the book has it; '' while it waits, so that nothing is shown too early."""
        if self._said is None or self.desk is None or self.desk.record.last_seq < self._said[0]:
            return ""
        (_, line), self._said = self._said, None
        return line

    def keep_draft(self, place: str, text: str, caret: int) -> None:
        """Keep what is being typed."""
        self.book.journal.draft(self.glance.name, place, text, caret)

    def half_typed(self, screen: str) -> dict[str, str]:
        """What was being typed on a screen over the desk when it was left, by place. screen: the first word of its places.

        To be kept up to date by that screen; read from the book the first time.
        """
        if screen not in self._half_typed:
            drafts = self.book.drafts(self.glance.name).values()
            mine = (one for one in drafts if one.sound and one.place.split(" ")[0] == screen)
            self._half_typed[screen] = {one.place: one.text for one in mine}
        return self._half_typed[screen]


def open_book(path: Path, actor: str, *, make: bool) -> Book:
    """The book at path, open for writing. It is examined behind the first picture. make: whether to make one where there is

    none. Raises BookError.
    """
    from boardtui.book import Book

    if make and not os.path.lexists(path):
        return Book.open_or_create(path, holder=actor)
    return Book.open(path, holder=actor, examine=False)
