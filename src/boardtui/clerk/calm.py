"""What the clerk's app and the chair's have in common: the colours, the terminal's driver, and that a fault is met calmly.

Textual prints a traceback with the local variables, on which exempt words may stand; here no part of it is ever drawn.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.worker import WorkerFailed
from typing_extensions import override

from boardtui.clerk.driver import TerminalDriver
from boardtui.clerk.themes import DARK, THEMES

if TYPE_CHECKING:
    from textual.driver import Driver


class CalmApp(App[int]):
    """An app that ends on a fault without a word; whoever runs it finds it in `fault`, and says the last words."""

    TITLE = "boardtui"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # what the mouse passes over never goes to the clipboard

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    @override
    def get_driver_class(self) -> type[Driver]:
        """The driver that no byte can end, in the place of Textual's own; another one that was asked for stays."""
        chosen = super().get_driver_class()
        return TerminalDriver if chosen.__name__ == "LinuxDriver" else chosen

    @property
    def fault(self) -> BaseException | None:
        """The first fault, on which it ended; None if it ended well."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def keep(self) -> None:
        """Called before it ends, from whatever thread: to keep what is half done."""

    def before_stopping(self) -> str:
        """Called before the process is stopped from outside. Returns what is told on the terminal."""
        return TerminalDriver.before_stopping()

    def on_mount(self) -> None:
        """A fault in a callback of the event loop, or in a task nobody waits for, is one of the app's."""
        loop = asyncio.get_running_loop()
        loop.set_debug(False)
        loop.set_exception_handler(self._loop_fault)
        if isinstance(self._driver, TerminalDriver):
            self._driver.before_stopping = self.before_stopping

    def on_resize(self) -> None:
        """Draw all of it: a window that was smaller for a moment has cut the picture, and Textual sees the size it knows."""
        self.call_later(self.refresh)

    def fail(self, error: BaseException | None) -> None:
        """A fault in another thread ends the app as one in its own does."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._handle_exception, _as_fault(error))

    def _loop_fault(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if "exception" in context:
            self._handle_exception(_as_fault(context["exception"]))

    @override
    def _handle_exception(self, error: Exception) -> None:
        self._return_code = 1
        if self._exception is None:  # the first fault tells; others may only follow from it
            self._exception = error
            self.keep()
            self._exception_event.set()
        self._close_messages_no_wait()


def _as_fault(error: BaseException | None) -> Exception:
    """The error as Textual hands it on; what isn't an Exception, such as a SystemExit in a thread, as one of its place."""
    if error is None or isinstance(error, Exception):
        return error or RuntimeError()
    return RuntimeError().with_traceback(error.__traceback__)
