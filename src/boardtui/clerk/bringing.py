"""From a file that was brought to the desk of the meeting made of it: read, reviewed, accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boardtui.clerk.screens.review import ReviewScreen
from boardtui.clerk.screens.taking_in import TakingInScreen
from boardtui.errors import BoardError
from boardtui.model.text import counted

if TYPE_CHECKING:
    from boardtui.agendas.reading import Reading
    from boardtui.clerk.app import ClerkApp
    from boardtui.desk.agenda_files import Brought


class Bringing:
    """left: leads back to where it was brought from; refused: does so too, and says why it can't be read."""

    def __init__(
        self, app: ClerkApp, brought: Brought, left: Callable[[], object], refused: Callable[[BoardError], None]
    ) -> None:
        self._app, self._brought, self._left, self._refused = app, brought, left, refused

    def first_screen(self) -> TakingInScreen:
        """The screen on which it is read; the others follow by themselves."""
        return TakingInScreen(self._brought.name, self._brought.reading, self._review, self._refuse, self._leave)

    def _review(self, reading: Reading) -> None:
        if not reading.source.lines:
            self._refuse(BoardError(f"There is no text in {self._brought.name}.", "Is it the right file?"))
            return
        count = len(self._brought.members)
        about = f" · {counted(count, 'person')} from a file".replace("persons", "people") if count else ""
        screen = ReviewScreen(reading, self._enter, self._leave, about=about)
        self._app.lets_go = screen.may_leave
        if len(self._app.screen_stack) > 1:
            self._app.switch_screen(screen)
        else:  # Textual can't take the first screen away
            self._app.push_screen(screen)

    def _enter(self, reading: Reading) -> None:
        """Make the meeting, and go to its desk. Raises BoardError where it can't be made."""
        from boardtui.desk.calling import call_meeting
        from boardtui.desk.next_meeting import like_the_last

        app, brought = self._app, self._brought
        agenda = like_the_last(app.book, brought.agenda_of(reading))
        desk = call_meeting(app.book, agenda, clock=app.clock, actor=app.actor, source=brought.digest)
        self._let_go()
        app.open_new_meeting(desk.meeting)

    def _leave(self) -> None:
        self._let_go()
        self._left()

    def _refuse(self, error: BoardError) -> None:
        self._let_go()
        self._refused(error)

    def _let_go(self) -> None:
        self._app.lets_go = lambda: True
