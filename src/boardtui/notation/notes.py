"""A notes file: lines of notation, numbered as an editor numbers them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a file that says something. number: from 1, blank lines counted."""

    number: int
    text: str


def read_notes(text: str) -> list[NoteLine]:
    """The lines that say something. A byte-order mark, every kind of line end and blank lines are taken as they come."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    return [NoteLine(number, line.strip()) for number, line in enumerate(lines, start=1) if line.strip()]
