"""A screen that lies over the desk: the register, a recorded vote, the trail, the gaps, the draft."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from typing_extensions import override

from boardtui.clerk.widgets.bars import Bar, Echo
from boardtui.clerk.widgets.pane import FittingPane, Run

TICK = 0.5
"""Seconds between two looks at whether all is saved."""


class OverDesk(Screen[None]):
    """Handles its keys itself, in their order; the composer below keeps its text and caret. `leave` leads back.

    saved: the mark of the desk's heading. echo: what the last act said here came to; refusals of the book are told there,
    too. For the desk to set: pressed, called
    at every key, so that it knows when the clerk's fingers rest; hand_on, given the keys that come here behind the one that
    led back, which are for the composer.
    """

    AUTO_FOCUS = None

    def __init__(self, saved: Callable[[], Run]) -> None:
        super().__init__()
        self._saved = saved
        self._heading = Bar(id="heading")
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

    def on_mount(self) -> None:
        """See from time to time whether all is saved."""
        self.show_heading()
        self.set_interval(TICK, self.show_heading)

    def show_heading(self) -> None:
        """What this screen is, and whether all is saved."""
        self._heading.say(*self.head(), right=self._saved())

    @abstractmethod
    def head(self) -> Sequence[Run]:
        """What the heading says, but for the mark."""


class ListOverDesk(OverDesk):
    """One that is a list with a line of keys below it."""

    DEFAULT_CSS = """
    ListOverDesk { layout: vertical; background: $background; }
    ListOverDesk #list { height: 1fr; padding: 0 1; }
    """

    def __init__(self, saved: Callable[[], Run]) -> None:
        super().__init__(saved)
        self._foot = Bar(id="foot")
        self._list = FittingPane(id="list", resized=self._resized, picked=self.picked)

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._list
        yield self.echo
        yield self._foot

    def _resized(self) -> None:
        if self._list.content_size.width:  # before there is any room, sentences would be wrapped word by word
            self.lay_out(self._list.content_size.width)

    @abstractmethod
    def lay_out(self, width: int) -> None:
        """Show the list in so many cells."""

    @abstractmethod
    def picked(self, key: str | int) -> None:
        """A row was clicked. key: what it is about."""
