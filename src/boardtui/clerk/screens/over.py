"""A screen that lies over the desk and records acts there: the trail, the register."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.screen import Screen

from boardtui.clerk.widgets.bars import Echo


class OverDesk(Screen[None]):
    """Handles its keys itself, in their order; the composer below keeps its text and caret. `leave` leads back.

    echo: what the last act said here came to; refusals of the book are told there, too. For the desk to set: pressed, called
    at every key, so that it knows when the clerk's fingers rest; hand_on, given the keys that come here behind the one that
    led back, which are for the composer.
    """

    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.echo = Echo(id="echo")
        self.pressed: Callable[[], None] = lambda: None
        self.hand_on: Callable[[events.Key], object] = lambda _key: None
        self._left = False

    def leave(self) -> None:
        """Lead back to the desk, once."""
        if not self._left:
            self._left = True
            self.dismiss()

    def is_behind(self, event: events.Key) -> bool:
        """Asked first, of every key: did it come when the screen had been left? Then it has been handed on."""
        self.pressed()
        if self._left:
            event.stop()
            event.prevent_default()
            self.hand_on(events.Key(event.key, event.character))
        return self._left

    def recorded(self) -> None:
        """The book has answered: draw what follows, and say that it is recorded."""
