"""The clerk's application: wires the book to the screens, and ends well however it ends."""

from __future__ import annotations

import asyncio
import datetime as dt
import getpass
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from typing_extensions import override

from boardtui.book import local_now
from boardtui.clerk.opening import COMPOSER, Opening, open_book
from boardtui.clerk.screens.desk import DeskScreen
from boardtui.clerk.themes import DARK, THEMES
from boardtui.clerk.widgets.notice import CrashNotice
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from textual.driver import Driver

    from boardtui.book import Book

DRAIN = 1.0
"""Seconds that saving may take when the terminal goes away."""

RESTORE = 0.5
"""Seconds that putting the terminal back may take besides."""

AFTER_A_FAULT = "Everything recorded and typed is saved. Open it again with: boardtui open"

Clock = Callable[[], dt.datetime]


class ClerkApp(App[int]):
    """The desk, or the book when no meeting is named.

    clock, actor: the time here, and who files; failure: why the meeting could not be worked on, None if it could.
    """

    TITLE = "boardtui"
    CSS_PATH = ["screens/desk.tcss", "screens/book.tcss"]  # a screen that is the first has none of its own loaded
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, book: Book, meeting: str | None, *, clock: Clock, actor: str, demo: bool = False) -> None:
        super().__init__()
        self.book = book
        self.clock = clock
        self.actor = actor
        self._meeting = meeting
        self._demo = demo
        self.failure: BoardError | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    @override
    def get_driver_class(self) -> type[Driver]:
        """The driver that no byte can end, in the place of Textual's own; another one that was asked for stays."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from boardtui.clerk.driver import TerminalDriver

        return TerminalDriver

    @override
    def get_default_screen(self) -> Screen[None]:
        if self._meeting is not None:
            return self._desk_screen(self._meeting)
        from boardtui.clerk.screens.book import BookScreen

        return BookScreen(self.book)

    def _desk_screen(self, meeting: str) -> DeskScreen:
        seen = self.book.glance(meeting, COMPOSER)
        opening = Opening(self.book, seen, clock=self.clock, actor=self.actor, demo=self._demo)
        screen = DeskScreen(opening)
        opening.connect(self._post, lambda: self._recorded(screen), screen.show_saved)
        return screen

    def _recorded(self, screen: DeskScreen) -> None:
        opening = screen.opening
        if opening.refusal is not None:
            screen.echo.refused(opening.refusal.message, opening.refusal.hint)
            opening.refusal = None
        elif line := opening.recorded():
            screen.echo.recorded(line)
        screen.show()

    def open_meeting(self, name: str) -> None:
        """Go from the book to a meeting's desk."""
        self.push_screen(self._desk_screen(name))

    def action_help_quit(self) -> None:
        """Ctrl+C with nothing to copy: say so in a line, where Textual would cover the screen with a box."""
        if isinstance(self.screen, DeskScreen):
            self.screen.say_how_to_leave()

    def give_up(self, failure: BoardError) -> None:
        """End, because the meeting can't be worked on; what is wrong is said on the terminal."""
        self.failure = failure
        self.exit(return_code=failure.exit_code)

    def _post(self, call: Callable[[], None]) -> None:
        """Run this in the screen's thread, soon; from whatever thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._run_posted, call)

    def _run_posted(self, call: Callable[[], None]) -> None:
        if self.is_running and self._screen_stack:
            self.call_next(call)  # in the app's own turn, where a fault ends it as any other does

    def on_mount(self) -> None:
        """A closed terminal or a polite kill: save what is typed, and go."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end_now, number)

    def _end_now(self, number: int) -> None:
        threading.Timer(DRAIN + RESTORE, os._exit, [128 + number]).start()  # whatever hangs, it doesn't keep the book
        self.book.journal.close(DRAIN)
        if number == signal.SIGTERM and self._driver is not None:
            self._driver.stop_application_mode()
            self._driver.close()
        os._exit(128 + number)

    @override
    def _fatal_error(self) -> None:
        error = self._exception
        if not self._exit_renderables:
            self._exit_renderables.append(CrashNotice(error or RuntimeError(), "boardtui", AFTER_A_FAULT))
        self._close_messages_no_wait()


def run_clerk(path: Path, meeting: str | None, *, demo: bool = False) -> int:
    """Open the book and the desk. meeting: its name, '' for the only one, None for the list of meetings.

    Returns the exit code. Raises BoardError where the book or the meeting can't be opened.
    """
    actor = getpass.getuser()
    book = open_book(path, actor)
    try:
        from boardtui.book.choosing import chosen_meeting

        name = None if meeting is None else chosen_meeting(book, meeting)
        app = ClerkApp(book, name, clock=local_now, actor=actor, demo=demo)
        app.run()
        if app.failure is not None:
            raise app.failure
    finally:
        closing = book.close()
    if closing.problem is not None:
        sys.stderr.write(f"{closing.problem}\n")
    if not demo:
        keep_copy(book)
    return app.return_code or 0


def keep_copy(book: Book) -> None:
    """Keep a rotating copy of the book that was closed; where that fails, say so on the terminal and go."""
    try:
        book.keep_copy()
    except BoardError as error:
        sys.stderr.write(f"{error}\n")
