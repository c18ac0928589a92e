"""How a program with a screen ends when it is told to from outside: its terminal closed, a polite kill, a logout.

The signal is waited for in a thread of its own. So it is heard whatever the screen's thread is busy with, and also when
that can't go on, because the disk hangs or nobody reads what it writes to the terminal.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App

from boardtui.clerk.driver import TerminalDriver

SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
WITHIN = 1.5
"""Seconds after which the process is gone, whatever hangs: it must not keep the book."""
TURN = 0.3
"""Seconds the screen's thread has to see to it itself; after that it is held up by something."""


class Ending:
    """Ends the process at the first of SIGNALS. Made in the main thread before any other thread, which takes its signals.

    app: the app whose terminal is put back, once there is one; save: called first, from whatever thread; it may take a
    second.
    """

    def __init__(self) -> None:
        self.app: App[Any] | None = None
        self.save: Callable[[], object] = lambda: None
        self._in_hand = threading.Event()
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        threading.Thread(target=self._wait, name="ending", daemon=True).start()

    def _wait(self) -> None:
        number = signal.sigwait(SIGNALS)
        last = threading.Timer(WITHIN, self._leave, [number])
        last.daemon = True
        last.start()
        loop = self.app._loop if self.app is not None else None
        if loop is not None and loop.is_running():
            with suppress(RuntimeError):  # it may have ended this moment
                loop.call_soon_threadsafe(self._in_turn, number)
                if self._in_hand.wait(TURN):
                    return
        self.save()
        self._leave(number)

    def _in_turn(self, number: int) -> None:
        """In the screen's thread, so that nothing is painted over the shell's screen."""
        self._in_hand.set()
        self.save()
        driver = self._driver()
        if number != signal.SIGHUP and driver is not None:  # a terminal that was closed must not be waited for
            driver.stop_application_mode()
            driver.close()
            os._exit(128 + number)
        self._leave(number)

    def _leave(self, number: int) -> None:
        driver = self._driver()
        if driver is not None:
            driver.give_back()
        os._exit(128 + number)

    def _driver(self) -> TerminalDriver | None:
        driver = self.app._driver if self.app is not None else None
        return driver if isinstance(driver, TerminalDriver) else None
