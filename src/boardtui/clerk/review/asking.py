"""What the review asks in its line: words, a number, where to split, as what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from textual import events

from boardtui.agendas.parts import Part
from boardtui.clerk.register.rows import typed_runs
from boardtui.clerk.widgets.line import Line
from boardtui.clerk.widgets.line_keys import EDITS, MOVES, pressed
from boardtui.clerk.widgets.pane import Run
from boardtui.errors import Refusal

OFFERED = tuple(part for part in Part if part is not Part.REPORT)
"""What a clerk may say that a line is."""


@dataclass
class Ask:
    """prompt: what stands before the line; take: given the line at Enter, raises Refusal where it won't do; told: what is to

    be known while it is typed; moves_only: the caret moves, and nothing is typed.
    """

    prompt: str
    take: Callable[[Line], None]
    line: Line = field(default_factory=Line)
    told: Callable[[str], str] = lambda _text: ""
    moves_only: bool = False

    def press(self, event: events.Key) -> None:
        """Do in the line what the key says."""
        key = event.key.replace("shift+", "")
        types = key in EDITS or (event.is_printable and key not in MOVES)
        if not (self.moves_only and types):
            pressed(self.line, event)

    def runs(self, width: int) -> list[Run]:
        """What is typed, with the caret in sight."""
        return typed_runs(self.prompt, self.line, width)


def ask(
    prompt: str, text: str, take: Callable[[Line], None], *, caret: int | None = None, moves_only: bool = False
) -> Ask:
    """Ask with this text in the line, the caret at its end unless it is said where."""
    asked = Ask(prompt, take, moves_only=moves_only)
    asked.line.load(text, len(text) if caret is None else caret)
    return asked


def ask_part(prompt: str, take: Callable[[Part], None]) -> Ask:
    """Ask as what; letters find it."""
    return Ask(prompt, lambda line: take(_the_one(line.text)), told=lambda text: " · ".join(parts_called(text)))


def parts_called(letters: str) -> Sequence[Part]:
    """The parts whose name begins so, then those in which a word does."""
    wanted = letters.strip().casefold()
    begun = [part for part in OFFERED if part.startswith(wanted)]
    return begun + [part for part in OFFERED if f" {wanted}" in part and part not in begun]


def _the_one(letters: str) -> Part:
    found = parts_called(letters)
    if not found:
        raise Refusal(f"Nothing is called “{letters.strip()}”.", f"It is one of: {', '.join(OFFERED)}.")
    return found[0]


def middle_of(text: str) -> int:
    """Where a text is likeliest to be split: behind the word in its middle."""
    return max(text.rfind(" ", 0, len(text) // 2 + 1), 0)
