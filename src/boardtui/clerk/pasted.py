"""Many lines pasted at once: recorded a few at a time, so that the keys typed meanwhile have their turn."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable

TURN = 0.03
"""Seconds for which lines are recorded without a pause."""
PAUSE = 0.01
"""Seconds in which the screen does whatever else there is to do."""

Later = Callable[[float, Callable[[], None]], object]


class PastedLines:
    """Lines that wait to be recorded, in their order.

    say: records a line, False where it is refused; left: given what is then left, the refused line first, on one line; later:
    calls something after so many seconds, in the screen's own turn; moved_on: called when some have been recorded.
    """

    def __init__(
        self,
        say: Callable[[str], bool],
        left: Callable[[str], None],
        later: Later,
        moved_on: Callable[[], None],
    ) -> None:
        self._say, self._left, self._later, self._moved_on = say, left, later, moved_on
        self._waiting: deque[str] = deque()
        self._busy = False

    def take(self, lines: Iterable[str]) -> None:
        """Record these lines as there is time."""
        self._waiting.extend(lines)
        self._later(PAUSE, self._go_on)

    def before(self, text: str) -> str:
        """A text with all that still waits in front of it, on one line: what is kept in case this doesn't come to its end."""
        return " ".join([*self._waiting, text]) if self._waiting else text

    def finish(self) -> None:
        """Record what waits now: what comes next depends on it. Nothing within a line that is being recorded."""
        if not self._busy:
            self._record(until=None)

    def _go_on(self) -> None:
        if not self._waiting:
            return
        self._record(until=time.monotonic() + TURN)
        if self._waiting:
            self._later(PAUSE, self._go_on)
        self._moved_on()

    def _record(self, until: float | None) -> None:
        self._busy = True
        try:
            while self._waiting and self._say(self._waiting[0]):
                self._waiting.popleft()  # behind it: what waits is kept until it is in the book's hands
                if until is not None and time.monotonic() >= until:
                    return
        finally:
            self._busy = False
        if self._waiting:
            left = " ".join(self._waiting)
            self._waiting.clear()
            self._left(left)
