"""What the journal says to whoever listens: before which moment all is saved, and what keeps it from saving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from boardtui.book.trouble import Caught
from boardtui.errors import BookError

Saved = Callable[[datetime], None]
Trouble = Callable[[BookError | None], None]


class Telling:
    """The word of the journal. Listeners are called in its thread; what goes wrong in one is passed over.

    saved_at: all that was typed or done before is in the book; trouble: why nothing can be saved now, None when all is well.
    """

    def __init__(self, saved_at: datetime) -> None:
        self.saved_at = saved_at
        self.trouble: BookError | None = None
        self.to_saved: list[Saved] = []
        self.to_trouble: list[Trouble] = []

    def saved(self, moment: datetime) -> None:
        """All is saved that was before this moment, and whatever the trouble was, it is over."""
        self.saved_at = moment
        self.say(None)
        for tell in self.to_saved:
            with Caught():  # the screen may be gone already; saving goes on
                tell(moment)

    def say(self, trouble: BookError | None) -> None:
        """What keeps it from saving; only what is new is told."""
        before, self.trouble = self.trouble, trouble
        if str(before) != str(trouble):
            for tell in self.to_trouble:
                with Caught():
                    tell(trouble)

    def say_first(self, trouble: BookError) -> None:
        """The same before anything is rescued. Said already, with where the rescue is, it isn't said again without."""
        if self.trouble is None or self.trouble.message != trouble.message:
            self.say(trouble)
