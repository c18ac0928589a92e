"""What the composer may offer while a line is being typed: the shape of an offer, and the offers themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that could stand here.

    insert: the text that takes the place of what was typed (with a closing space where one is wanted);
    label: what the list shows; help: a few words beside it. None of them is ever markup.
    """

    insert: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Completions:
    """The offers for the word before the cursor: what they would replace, and which they are, best first.

    start, end: positions in the line (code points, end exclusive). No items means nothing to offer.
    """

    start: int = 0
    end: int = 0
    items: tuple[Completion, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)
