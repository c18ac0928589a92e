"""What a paste comes to: lines that may stand in the composer, or a sentence about why it is too much."""

from __future__ import annotations

from boardtui.clerk.widgets.line import insertable
from boardtui.errors import Refusal
from boardtui.model.limits import LONGEST_LINE, LONGEST_PASTE, MOST_PASTED, figure
from boardtui.model.text import clean

_AS_A_FILE = "Save it as a file, and record that with: boardtui take FILE"


def pasted_lines(text: str) -> list[str]:
    """The lines of a paste that say something, each as it may stand in the composer. Raises Refusal for too many."""
    if len(text) > LONGEST_PASTE:
        raise Refusal(
            f"The paste is {figure(len(text))} characters long, and the most is {figure(LONGEST_PASTE)}.", _AS_A_FILE
        )
    lines = [insertable(line) for line in clean(text).split("\n") if line.strip()]
    if len(lines) > MOST_PASTED:
        raise Refusal(f"The paste has {figure(len(lines))} lines, and the most is {figure(MOST_PASTED)}.", _AS_A_FILE)
    for line in lines:
        fitting(line, "")
    return lines


def fitting(text: str, before: str) -> str:
    """The text, where it fits into one line with what stands there before. Raises Refusal."""
    length = len(before) + len(text)
    if length > LONGEST_LINE:
        raise Refusal(
            f"With the paste the line is {figure(length)} characters long, and the most is {figure(LONGEST_LINE)}.",
            "Paste it in parts, and press Enter behind each.",
        )
    return text
