"""A screen that lies over the desk and records acts there: the trail, the register."""

from __future__ import annotations

from textual.screen import Screen

from boardtui.clerk.widgets.bars import Echo


class OverDesk(Screen[None]):
    """Handles its keys itself, in their order; the composer below keeps its text and caret. `dismiss` leads back.

    echo: what the last act said here came to; refusals of the book are told there, too.
    """

    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.echo = Echo(id="echo")

    def recorded(self) -> None:
        """The book has answered: draw what follows, and say that it is recorded."""
