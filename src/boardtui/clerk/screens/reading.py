"""Screens to read: help, and what is still missing. Esc leads back to the composer."""

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
    from boardtui.model.record import Record
    from boardtui.notation.commands import Command

KEY_WIDTH = 26
MOST_WIDE = 96
_READING_KEYS = ("q", "space")
"""Letters that are for reading: back, and a page further."""


class ReadingScreen(ModalScreen[None]):
    """A title and rows to scroll through.

    typed: given the keys of a clerk who types on: a letter leads back, and is typed where all typing goes.
    """

    CSS = """
    ReadingScreen { align: center middle; background: $background 60%; }
    ReadingScreen #sheet { width: 90%; max-width: 104; height: 90%; border: solid $primary; background: $surface; }
    ReadingScreen #rows { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,f4,enter", "dismiss", "back", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("home", "scroll(-9999)", show=False),
        Binding("end", "scroll(9999)", show=False),
    ]

    def __init__(self, title: str, rows: list[Row], typed: Callable[[events.Key], object]) -> None:
        super().__init__()
        self._typed = typed
        self._left = False
        self._title = title
        self._rows = rows

    @override
    def compose(self) -> ComposeResult:
        with Container(id="sheet"):
            yield Bar(id="title")
            yield Pane(id="rows")

    def on_mount(self) -> None:
        """Show it."""
        self.query_one("#title", Bar).say(Run(self._title, "strong"), right=Run("↑ ↓ PgUp PgDn · Esc back", "muted"))
        self.query_one("#rows", Pane).show(self._rows)

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
        self.query_one("#rows", Pane).scroll_rows(by)


def help_screen(typed: Callable[[events.Key], object]) -> ReadingScreen:
    """All commands and keys: the nine that do most of the work first. typed: see `ReadingScreen`."""
    return ReadingScreen("Help", help_rows(), typed)


def help_rows() -> list[Row]:
    """The help, made from the tables of commands and keys."""
    from boardtui.notation.commands import COMMANDS

    rows = [
        *wrapped(
            "Type what happens and press Enter: it is minuted. A mark or a command in front says more.", MOST_WIDE
        ),
        Row(),
        row("MOST OF THE WORK", "accent"),
    ]
    rows += [r for command in COMMANDS if command.frequent for r in _command_rows(command)]
    rows += [Row(), row("KEYS", "accent")]
    rows += [r for key in KEY_COMMANDS for r in _entry(key.keycap, key.help)]
    families = list(dict.fromkeys(command.family for command in COMMANDS))
    for family in families:
        rows += [Row(), row(family.upper(), "accent")]
        rows += [r for command in COMMANDS if command.family == family for r in _command_rows(command)]
    return rows


def _command_rows(command: Command) -> list[Row]:
    return _entry(command.usage, command.help)


def _entry(left: str, right: str) -> list[Row]:
    if len(left) < KEY_WIDTH:
        lines = wrapped(right, MOST_WIDE - KEY_WIDTH)
        margin = [left.ljust(KEY_WIDTH), *[" " * KEY_WIDTH] * (len(lines) - 1)]
        return [Row((Run(head, "strong"), *line.runs)) for head, line in zip(margin, lines, strict=True)]
    return [row(left, "strong"), *wrapped(right, MOST_WIDE, first=" " * KEY_WIDTH, rest=" " * KEY_WIDTH)]


def gaps_screen(record: Record, typed: Callable[[events.Key], object]) -> ReadingScreen:
    """What is still missing from the minutes. typed: see `ReadingScreen`."""
    from boardtui.rules.gaps import gaps

    found = gaps(record)
    rows = [r for gap in found for r in wrapped(gap.sentence, MOST_WIDE, first="• ", rest="  ")]
    return ReadingScreen(f"Gaps: {len(found)}", rows or [row("Nothing is missing.", "good")], typed)
