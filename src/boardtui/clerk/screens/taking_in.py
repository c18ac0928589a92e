"""A file is read for its agenda: how far it is, and Esc to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from typing_extensions import override

from boardtui.agendas.reading import Reading
from boardtui.agendas.source import Progress
from boardtui.clerk.turns import keys_first
from boardtui.clerk.widgets.bars import Bar
from boardtui.clerk.widgets.pane import Pane, Row, Run, row
from boardtui.errors import BoardError

LOOK = 0.05
"""Seconds between two looks at how far it is."""
_WIDTH = 40


class _StoppedError(Exception):
    """The clerk has stopped it."""


class TakingInScreen(Screen[None]):
    """Reads in a thread of its own. name: of the file; read: reads it, and is given what to call on the way; then: given what

    was read; refused: given why it can't be; left: called when the clerk stops it.
    """

    AUTO_FOCUS = None
    CSS = """
    TakingInScreen { layout: vertical; background: $background; }
    TakingInScreen #progress { padding: 1 2; background: $background; }
    """

    def __init__(
        self,
        name: str,
        read: Callable[[Progress], Reading],
        then: Callable[[Reading], None],
        refused: Callable[[BoardError], None],
        left: Callable[[], object],
    ) -> None:
        super().__init__()
        self._called, self._read, self._then, self._refused, self._leave = name, read, then, refused, left
        self._far = (0.0, "")
        self._stopped = self._over = False
        self._reading: Reading | None = None
        self._error: BoardError | None = None
        self._reader = threading.Thread(target=self._read_it, name="taking in", daemon=True)

    @override
    def compose(self) -> ComposeResult:
        yield Bar(id="heading")
        yield Pane(id="progress")

    def on_mount(self) -> None:
        """Begin, and look from time to time how far it is."""
        self._reader.start()
        self._show()
        self._timer = self.set_interval(LOOK, self._look)

    def on_key(self, event: events.Key) -> None:
        """Esc stops it."""
        event.stop()
        event.prevent_default()
        if event.key == "escape" and not self._over:
            self._over = self._stopped = True
            self._leave()

    def on_unmount(self) -> None:
        """Whatever led away from here, nobody waits for it any more."""
        self._stopped = True

    # --- in the thread

    def _read_it(self) -> None:
        try:
            with keys_first():
                self._reading = self._read(self._note)
        except BoardError as error:
            self._error = error
        except _StoppedError:
            return

    def _note(self, share: float, what: str) -> None:
        if self._stopped:
            raise _StoppedError
        self._far = share, what

    # --- on the screen

    def _look(self) -> None:
        if self._over:
            self._timer.stop()
        elif self._error is not None:
            self._over = True
            self._refused(self._error)
        elif self._reading is not None:
            self._over = True
            self._then(self._reading)
        else:
            self._show()

    def _show(self) -> None:
        share, what = self._far
        done = round(max(0.0, min(share, 1.0)) * _WIDTH)
        self.query_one("#heading", Bar).say(Run("Reading an agenda", "strong"), right=Run("Esc stops it", "muted"))
        bar = (Run("█" * done, "accent"), Run("░" * (_WIDTH - done), "muted"), Run(f" {what}", "muted"))
        self.query_one("#progress", Pane).show([row(self._called, "strong"), Row(), Row(bar)])
