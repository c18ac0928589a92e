"""The clerk's application: wires the book to the screens, and ends well however it ends."""

from __future__ import annotations

import datetime as dt
import getpass
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from typing_extensions import override

from boardtui.book import local_now
from boardtui.clerk.calm import CalmApp
from boardtui.clerk.ending import Ending
from boardtui.clerk.opening import COMPOSER, Opening, open_book
from boardtui.clerk.screens.desk import DeskScreen
from boardtui.clerk.turns import no_halts
from boardtui.clerk.widgets.bars import Alarm
from boardtui.errors import BoardError, Fault

if TYPE_CHECKING:
    from boardtui.book import Book
    from boardtui.clerk.bringing import Bringing
    from boardtui.desk.agenda_files import Brought

DRAIN = 1.0
"""Seconds that saving may take when the terminal goes away."""

AFTER_A_FAULT = "Everything recorded and typed is saved. Open it again with: boardtui open"
UNSAVED_AFTER_A_FAULT = (
    "What was shown as saved is in the book, and not all that was typed. Open it with: boardtui open"
)
NOTHING_STORED = "No meeting was made, and nothing was stored."
STOPPED = "boardtui is stopped and still has the book. Bring it back with: fg"
"""Told on the terminal, so that nobody forgets it with the book in its hands."""

Clock = Callable[[], dt.datetime]


class ClerkApp(CalmApp):
    """The desk, or the book when no meeting is named.

    clock, actor: the time here, and who files; brought: an agenda to be reviewed first; meeting: the one that was opened;
    failure: why the meeting could not be worked on, None if it could; lets_go: asked before leaving, for what would be lost.
    """

    CSS_PATH = ["screens/desk.tcss", "screens/book.tcss"]  # a screen that is the first has none of its own loaded
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(
        self,
        book: Book,
        meeting: str | None,
        *,
        clock: Clock,
        actor: str,
        demo: bool = False,
        brought: Brought | None = None,
    ) -> None:
        super().__init__()
        self.book = book
        self.clock = clock
        self.actor = actor
        self.meeting = meeting
        self._demo = demo
        self._brought = brought
        self.failure: BoardError | None = None
        self.lets_go: Callable[[], bool] = lambda: True
        self._notices: Sequence[BoardError] = ()
        self._asked_to_leave = False

    @override
    def get_default_screen(self) -> Screen[None]:
        if self.meeting is not None:
            return self._desk_screen(self.meeting)
        if self._brought is not None:
            return self._bringing(self._brought, self.exit, self.give_up).first_screen()
        from boardtui.clerk.screens.book import BookScreen

        return BookScreen(self.book)

    def _bringing(
        self, brought: Brought, left: Callable[[], object], refused: Callable[[BoardError], None]
    ) -> Bringing:
        from boardtui.clerk.bringing import Bringing

        return Bringing(self, brought, left, refused)

    def bring(self, brought: Brought, refused: Callable[[BoardError], None]) -> None:
        """Read an agenda and have it reviewed, over the book. refused: given why it can't be read, back at the book."""

        def back_and_refused(error: BoardError) -> None:
            self.pop_screen()
            refused(error)

        self.push_screen(self._bringing(brought, self.pop_screen, back_and_refused).first_screen())

    def _desk_screen(self, meeting: str) -> DeskScreen:
        seen = self.book.glance(meeting, COMPOSER)
        opening = Opening(self.book, seen, clock=self.clock, actor=self.actor, demo=self._demo)
        screen = DeskScreen(opening)
        opening.connect(self._post, lambda: self._recorded(screen), screen.show_saved)
        return screen

    def _recorded(self, screen: DeskScreen) -> None:
        opening, over = screen.opening, screen.over
        if over is not None:
            over.recorded()
        if opening.refusal is not None:
            (over or screen).echo.refused(opening.refusal.message, opening.refusal.hint)
            opening.refusal = None
        elif line := opening.recorded():
            screen.say_recorded(line)
        screen.show()
        screen.picture.release()

    def open_meeting(self, name: str) -> None:
        """Go from the book to a meeting's desk."""
        self._open(name, self.push_screen)

    def open_new_meeting(self, name: str) -> None:
        """Go from the review of an agenda to the desk of the meeting made of it; no way leads back."""
        self._open(name, self.switch_screen)

    def _open(self, name: str, show: Callable[[Screen[None]], object]) -> None:
        self.meeting = name
        screen = self._desk_screen(name)
        show(screen)
        screen.call_later(self.sound_alarm)

    def action_help_quit(self) -> None:
        """Ctrl+C with nothing to copy: say so in a line, where Textual would cover the screen with a box."""
        if isinstance(self.screen, DeskScreen):
            self.screen.say_how_to_leave()

    # --- what must not be missed

    def on_mount(self) -> None:
        """Look where the book lies, in a thread of its own: a disk that is far away may take its time."""
        if not self._demo:
            threading.Thread(target=self._look_around, name="surroundings", daemon=True).start()

    def _look_around(self) -> None:
        notices = self.book.notices
        self._post(lambda: self._tell(notices))

    def _tell(self, notices: Sequence[BoardError]) -> None:
        self._notices = notices
        self.sound_alarm()

    def notices_read(self) -> None:
        """The clerk goes on: what was to be known of the book has been told."""
        if self._notices:
            self._tell(())

    @property
    def _desk(self) -> DeskScreen | None:
        """The desk that is open, None before one is."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, DeskScreen)), None)

    @override
    async def action_quit(self) -> None:
        """Leave; while something isn't saved, only at the second time of asking."""
        if not self.lets_go():
            return
        desk = self._desk
        if desk is None or desk.opening.trouble is None or self._asked_to_leave:
            self.exit()
            return
        self._asked_to_leave = True
        while self.screen is not desk:
            await self.screen.dismiss()
        desk.ask_to_leave()

    def sound_alarm(self) -> None:
        """Say over every screen that saving fails, or what is to be known of the book; or that neither is so any more."""
        desk = self._desk
        trouble = desk.opening.trouble if desk is not None else None
        self._asked_to_leave = self._asked_to_leave and trouble is not None
        for screen in self.screen_stack:
            alarm = next(iter(screen.query(Alarm)), None)
            if alarm is None and screen.is_running and (trouble or self._notices):
                alarm = Alarm()
                screen.mount(alarm)
            if alarm is not None:
                alarm.sound(trouble, self._notices)

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

    # --- ending

    @override
    def keep(self) -> None:
        """What is half typed goes to the book as it stands, with the caret where it is now; from whatever thread."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.typing.keep()

    def save(self) -> None:
        """Save what is typed and what waits, for at most a second, and let the book's own thread end."""
        if self._screen_stack:
            self.keep()
        self.book.journal.close(DRAIN)

    @override
    def before_stopping(self) -> str:
        self.keep()
        saved = self.book.journal.wait(DRAIN)
        return STOPPED if saved else f"NOT SAVED. {STOPPED}"

    @override
    def exit(self, *args: Any, **kwargs: Any) -> None:
        """End in good order."""
        self.keep()
        super().exit(*args, **kwargs)


def run_clerk(path: Path, meeting: str | None, *, demo: bool = False, brought: Brought | None = None) -> int:
    """Open the book and the desk. meeting: its name, '' for the only one, None for the list of meetings; brought: an agenda

    that is reviewed first, and of which a meeting is made if it is accepted.

    Returns the exit code. Raises BoardError where the book or the meeting can't be opened, Fault where it ended on one.
    """
    ending = Ending()
    actor = getpass.getuser()
    book = open_book(path, actor, make=meeting is None)
    ending.save = lambda: book.journal.close(DRAIN)
    try:
        from boardtui.book.choosing import chosen_meeting

        name = None if meeting is None else chosen_meeting(book, meeting)
        app = ClerkApp(book, name, clock=local_now, actor=actor, demo=demo, brought=brought)
        ending.app, ending.save = app, app.save
        threading.excepthook = lambda fault: app.fail(fault.exc_value)
        with no_halts():
            app.run()
        if app.failure is not None:
            raise app.failure
    finally:
        closing = book.close()
    if closing.problem is not None:
        sys.stderr.write(f"{closing.problem}\n")
    elif not demo:
        keep_copy(book)
    if brought is not None and app.meeting is None:
        sys.stderr.write(f"{NOTHING_STORED}\n")
    if app.fault is not None:
        raise Fault(app.fault, "boardtui", UNSAVED_AFTER_A_FAULT if closing.unsaved else AFTER_A_FAULT)
    return app.return_code or 0


def keep_copy(book: Book) -> None:
    """Keep a rotating copy of the book that was closed; where that fails, say so on the terminal and go."""
    try:
        book.keep_copy()
    except BoardError as error:
        sys.stderr.write(f"{error}\n")
