"""The palette: every command and every key, found by what the clerk would call it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen
from textual.widgets import Input
from typing_extensions import override

from boardtui.clerk.keymap import KEY_COMMANDS
from boardtui.clerk.widgets.finder import Finder
from boardtui.clerk.widgets.pane import Pane, Row, Run
from boardtui.model.text import fold

NAME_WIDTH = 30


class PaletteScreen(ModalScreen[None]):
    """Type a few letters, Enter takes it.

    take: given the action of a key, or the beginning of a line for the composer. Keys typed fast keep their turn: those
    behind the key that opens the palette are for the palette, those behind Enter are for the composer.
    """

    CSS = """
    PaletteScreen { align: center top; background: $background 60%; }
    PaletteScreen #palette { width: 90%; max-width: 100; height: auto; max-height: 80%; margin-top: 2;
        border: solid $primary; background: $surface; }
    PaletteScreen Input { border: none; height: 1; padding: 0 1; background: $panel; }
    PaletteScreen #found { height: 14; padding: 0 1; }
    """
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "dismiss(None)", "back", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, take: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self._take = take
        self._line = Finder(placeholder="What do you want to do?")
        self._list = Pane(id="found", picked=self._picked)
        self._words = ""
        self._at = 0
        self._found: list[tuple[str, str, str]] = []

    @override
    def compose(self) -> ComposeResult:
        with Container(id="palette"):
            yield self._line
            yield self._list

    def ready(self) -> None:
        """From here on it is typed in, also before the first picture."""
        self.set_focus(self._line)

    def _picked(self, key: str | int) -> None:
        self.call_later(self._leave_with, str(key))

    async def _leave_with(self, value: str) -> None:
        self.dismiss(None)
        await self._take(value)

    def on_mount(self) -> None:
        """Show all of them."""
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find anew."""
        if event.value != self._words:
            self._find(event.value)

    async def action_take(self) -> None:
        """Take the one that is marked, once the letters typed before Enter have been taken in."""
        typed = asyncio.Event()
        self._line.call_later(typed.set)
        await typed.wait()
        if self._line.value != self._words:
            self._find(self._line.value)
        if self._found:
            await self._leave_with(self._found[self._at][0])

    def action_move(self, step: int) -> None:
        """Mark the next one, or the one before."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._show()

    def _find(self, words: str) -> None:
        self._words, self._found = words, found_commands(words)
        self._at = 0
        self._show()

    def _show(self) -> None:
        rows = [
            Row(
                (Run(name.ljust(NAME_WIDTH), "here" if i == self._at else "strong"), Run(f" {help}", "muted")),
                key=value,
            )
            for i, (value, name, help) in enumerate(self._found)
        ]
        self._list.show(rows, focus=self._at)


def found_commands(words: str) -> list[tuple[str, str, str]]:
    """What the words may mean, best first: (action or line, name, help)."""
    from boardtui.notation.commands import COMMANDS

    entries = [(c.id, f"{c.label}  {c.keycap}", c.help, c.label) for c in KEY_COMMANDS]
    entries += [
        (c.insert, c.usage, c.help, " ".join((c.name, *c.said_as)))
        for c in sorted(COMMANDS, key=lambda c: not c.frequent)
    ]
    wanted = [fold(word) for word in words.split()]
    ranked = [(_rank(wanted, name, spoken, help), i) for i, (_, name, help, spoken) in enumerate(entries)]
    best = sorted((rank, i) for rank, i in ranked if rank is not None)
    return [entries[i][:3] for _, i in best]


def _rank(wanted: list[str], name: str, spoken: str, help: str) -> int | None:
    """How well an entry fits: 0 by its name, 1 by what clerks call it, 2 by its help; None when it doesn't."""
    for rank, text in enumerate((fold(name), fold(spoken), fold(help))):
        if all(word in text for word in wanted):
            return rank
    return None
