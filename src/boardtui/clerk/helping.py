"""Help while a command is typed: one line of what it does, with an example."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardtui.clerk.widgets.bars import Echo
    from boardtui.notation.commands import Command


class Helping:
    """Tells the help of a command once its name is typed whole, and takes it away with it; never twice for one command, so

    that the reason of a refusal stays while the line is mended. echo: where it is told.
    """

    def __init__(self, echo: Callable[[], Echo]) -> None:
        self._echo = echo
        self._helped: Command | None = None

    def typed(self, text: str) -> None:
        """This is what stands in the composer now."""
        from boardtui.notation.commands import command_typed

        command, before = command_typed(text), self._helped
        self._helped = command
        if command is before:
            return
        if command is not None:
            self._echo().told(_line(command))
        elif before is not None and self._echo().says(_line(before)):
            self._echo().clear()


def _line(command: Command) -> str:
    return f"{command.help}: {command.example}"
