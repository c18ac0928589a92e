"""Faults planted in the child before the program runs, so that the harness can be seen to see. Only these know the product."""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading
from concurrent.futures import Future
from typing import Any

from faults.forks import Plant

LATE = 1.5
"""Seconds by which something is late."""


def drafts_come_late() -> None:
    """What is typed is kept after a rest, as many an editor does it; and the mark says it is saved."""
    from boardtui.book.journal import Journal
    from boardtui.clerk.opening import Opening

    kept = Journal.draft

    def late(journal: Journal, meeting: str, place: str, text: str, caret: int = 0) -> None:
        timer = threading.Timer(LATE, kept, (journal, meeting, place, text, caret))
        timer.daemon = True
        timer.start()

    _put(Journal, draft=late)
    _put(Opening, saved_here=property(lambda opening: opening.clock() + dt.timedelta(seconds=1)))


def acts_are_shown_early() -> None:
    """An act is shown as recorded, and filed a little later."""
    from boardtui.book.journal import Journal

    file = Journal.file

    def early(journal: Journal, filing: Any, changes: Any, clears_draft: str | None = None) -> Future[Any]:
        shown: Future[Any] = Future()
        shown.set_result(filing.filed)
        timer = threading.Timer(LATE / 3, file, (journal, filing, changes, clears_draft))
        timer.daemon = True
        timer.start()
        return shown

    _put(Journal, file=early)


def acts_leave_their_drafts() -> None:
    """An act is filed, and its draft is taken away afterwards."""
    from boardtui.book.journal import Journal

    file, kept = Journal.file, Journal.draft

    def apart(journal: Journal, filing: Any, changes: Any, clears_draft: str | None = None) -> Future[Any]:
        return file(journal, filing, changes)

    def but_for_empty_ones(journal: Journal, meeting: str, place: str, text: str, caret: int = 0) -> None:
        if text:
            kept(journal, meeting, place, text, caret)

    _put(Journal, file=apart, draft=but_for_empty_ones)


def deaf_to_the_end() -> None:
    """A closed terminal and a polite kill are not heard, nor that the terminal takes no more."""
    from boardtui.clerk import app, ending

    class Deaf(ending.Ending):
        def _wait(self) -> None:
            while True:
                signal.sigwait(ending.SIGNALS)

    _put(app, Ending=Deaf)
    _put(app.ClerkApp, fail=lambda _app, _error: None)


def keys_are_swapped() -> None:
    """Of two keys that come together, the second goes first, now and then."""
    from boardtui.clerk.driver import TerminalDriver

    hand_on = TerminalDriver._hand_on

    def swapped(driver: TerminalDriver, messages: Any) -> None:
        came = list(messages)
        hand_on(driver, came[1::-1] + came[2:])

    _put(TerminalDriver, _hand_on=swapped)


def keys_are_dropped() -> None:
    """Every hundredth key is lost."""
    from boardtui.clerk.driver import TerminalDriver

    hand_on = TerminalDriver._hand_on
    count = iter(range(1, 1_000_000_000))

    def dropping(driver: TerminalDriver, messages: Any) -> None:
        hand_on(driver, [message for message in messages if next(count) % 100])

    _put(TerminalDriver, _hand_on=dropping)


def leaking() -> None:
    """Each draft leaves memory and an open file behind."""
    from boardtui.clerk.typing import Typing

    edited = Typing.edited
    left: list[object] = []

    def leaks(typing: Typing, text: str, caret: int) -> None:
        left.append((bytearray(100_000), os.open(__file__, os.O_RDONLY)))
        edited(typing, text, caret)

    _put(Typing, edited=leaks)


def _put(owner: Any, **instead: Any) -> None:
    for name, value in instead.items():
        assert hasattr(owner, name), f"{owner} has no {name} any more"
        setattr(owner, name, value)


PLANTS: dict[str, Plant] = {
    plant.__name__.replace("_", "-"): plant
    for plant in (
        drafts_come_late,
        acts_are_shown_early,
        acts_leave_their_drafts,
        deaf_to_the_end,
        keys_are_swapped,
        keys_are_dropped,
        leaking,
    )
}
"""By their names on the command line."""
