"""The palette: every command and every key, found by what the clerk would call it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen
from textual.widgets import Input
from typing_extensions import override

from boardtui.clerk.keymap import KEY_COMMANDS
from boardtui.clerk.widgets.pane import Pane, Row, Run
from boardtui.model.text import fold

NAME_WIDTH = 30


class PaletteScreen(ModalScreen[str | None]):
    """Type a few letters, Enter takes it. Gives the action of a key, or the beginning of a line for the composer."""

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
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._found: list[tuple[str, str, str]] = []

    @override
    def compose(self) -> ComposeResult:
        with Container(id="palette"):
            yield Input(placeholder="What do you want to do?")
            yield Pane(id="found", picked=self._picked)

    def _picked(self, key: str | int) -> None:
        self.dismiss(str(key))

    def on_mount(self) -> None:
        """Show all of them."""
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find anew."""
        self._find(event.value)

    def on_input_submitted(self) -> None:
        """Take the one that is marked."""
        self.dismiss(self._found[self._at][0] if self._found else None)

    def action_move(self, step: int) -> None:
        """Mark the next one, or the one before."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._show()

    def _find(self, words: str) -> None:
        self._found = found_commands(words)
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
        self.query_one("#found", Pane).show(rows, focus=self._at)


def found_commands(words: str) -> list[tuple[str, str, str]]:
    """What the words may mean, best first: (action or line, name, help)."""
    from boardtui.notation.commands import COMMANDS

    entries = [(c.id, f"{c.label}  {c.keycap}", c.help, c.label) for c in KEY_COMMANDS]
    entries += [
        (f"{c.name} ", c.usage, c.help, " ".join((c.name, *c.said_as)))
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
