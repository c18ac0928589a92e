"""Screens to read: help. Esc leads back to the composer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen
from typing_extensions import override

from boardtui.clerk.keymap import KEY_COMMANDS
from boardtui.clerk.widgets.bars import Bar
from boardtui.clerk.widgets.pane import Pane, Row, Run, row, wrapped

if TYPE_CHECKING:
    pass

KEY_WIDTH = 26
_READING_KEYS = ("q", "space")
"""Letters that are for reading: back, and a page further."""


class ReadingScreen(ModalScreen[None]):
    """A title and rows to scroll through.

    rows: makes them for a width, in cells; typed: given the keys of a clerk who types on: a letter leads back, and is
    typed where all typing goes.
    """

    CSS = """
    ReadingScreen { align: center middle; background: $background 60%; }
    ReadingScreen #sheet { width: 90%; max-width: 104; height: 90%; border: solid $primary; background: $surface; }
    ReadingScreen #rows { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,enter", "dismiss", "back", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("home", "scroll(-9999)", show=False),
        Binding("end", "scroll(9999)", show=False),
    ]

    def __init__(self, title: str, rows: Callable[[int], list[Row]], typed: Callable[[events.Key], object]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._typed = typed
        self._left = False
        self._bar, self._pane = Bar(id="title"), Pane(id="rows")

    @override
    def compose(self) -> ComposeResult:
        with Container(id="sheet"):
            yield self._bar
            yield self._pane

    def on_resize(self) -> None:
        """Show it, as wide as there is room."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._bar.say(Run(self._title, "strong"), right=Run("↑ ↓ PgUp PgDn · Esc back", "muted"))
        self._pane.show(self._rows(self._pane.content_size.width))

    def on_key(self, event: events.Key) -> None:
        """A letter, and what is typed behind it before this screen is gone, is for the composer."""
        if self._left or (event.is_printable and event.key not in _READING_KEYS):
            event.stop()
            event.prevent_default()
            if not self._left:
                self._left = True
                self.dismiss()
            self._typed(events.Key(event.key, event.character))

    def action_scroll(self, by: int) -> None:
        """Scroll by so many rows."""
        self._pane.scroll_rows(by)


def help_screen(typed: Callable[[events.Key], object]) -> ReadingScreen:
    """All commands and keys: the nine that do most of the work first. typed: see `ReadingScreen`."""
    return ReadingScreen("Help", help_rows, typed)


def help_rows(width: int) -> list[Row]:
    """The help, made from the tables of commands and keys, in rows of at most width cells."""
    from boardtui.notation.commands import COMMANDS

    rows = [
        *wrapped("Type what happens and press Enter: it is minuted. A mark or a command in front says more.", width),
        Row(),
        row("MOST OF THE WORK", "accent"),
    ]
    rows += [r for command in COMMANDS if command.frequent for r in _entry(command.usage, command.help, width)]
    rows += [Row(), row("KEYS", "accent")]
    rows += [r for key in KEY_COMMANDS for r in _entry(key.keycap, key.help, width)]
    families = list(dict.fromkeys(command.family for command in COMMANDS))
    for family in families:
        rows += [Row(), row(family.upper(), "accent")]
        rows += [
            r for command in COMMANDS if command.family == family for r in _entry(command.usage, command.help, width)
        ]
    return rows


def _entry(left: str, right: str, width: int) -> list[Row]:
    """What to write and what it does: side by side, or one under the other where the first is long."""
    if len(left) < KEY_WIDTH:
        lines = wrapped(right, width - KEY_WIDTH)
        margin = [left.ljust(KEY_WIDTH), *[" " * KEY_WIDTH] * (len(lines) - 1)]
        return [Row((Run(head, "strong"), *line.runs)) for head, line in zip(margin, lines, strict=True)]
    return [*wrapped(left, width, "strong"), *wrapped(right, width, first=" " * KEY_WIDTH, rest=" " * KEY_WIDTH)]
