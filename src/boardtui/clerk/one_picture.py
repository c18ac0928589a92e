"""What Enter does is seen in one picture: the line is empty and what it said stands recorded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

LONGEST = 0.04
"""Seconds without a picture that nobody sees; a book that has not answered by then is waited for with the line empty."""


class OnePicture:
    """Holds pictures back from Enter until the book has answered, which is a few milliseconds: one is drawn and not two."""

    def __init__(
        self,
        drawing_nothing: Callable[[], AbstractContextManager[None]],
        after: Callable[[float, Callable[[], None]], object],
        draw: Callable[[], None],
    ) -> None:
        """drawing_nothing: while that lasts nothing is drawn; after: calls in so many seconds; draw: draws what waits."""
        self._drawing_nothing = drawing_nothing
        self._after = after
        self._draw = draw
        self._held = ExitStack()
        self._holds = 0

    def hold(self) -> None:
        """Enter was pressed and its line taken."""
        self._held.close()
        self._held.enter_context(self._drawing_nothing())
        self._holds += 1
        hold = self._holds
        self._after(LONGEST, lambda: self.release() if hold == self._holds else None)

    def release(self) -> None:
        """The book has answered, or another key was pressed: draw. Nothing happens where nothing is held."""
        self._held.close()
        self._draw()
