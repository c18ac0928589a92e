"""The line in which something is looked for: a meeting of the book, a command of the palette."""

from __future__ import annotations

from textual.widgets import Input
from typing_extensions import override

from boardtui.clerk.widgets.line import insertable
from boardtui.model.text import literal

LONGEST = 4096
"""Characters, as many as a path may have."""


class Finder(Input):
    """Textual's line, which would hand on to the terminal whatever is pasted into it; here that is text, on one line."""

    @override
    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in place of what stands between start and end, and the caret behind it."""
        super().replace(insertable(text[:LONGEST]), start, end)

    def validate_value(self, value: str) -> str:
        """What the line is to hold, however it came there."""
        return literal(value[:LONGEST])
