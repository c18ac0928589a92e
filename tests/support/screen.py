"""The screen as a terminal would show it: rows of text, as Textual paints them; and golden screens."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

from textual._context import visible_screen_stack
from textual.app import App

WRITE = "BOARDTUI_GOLDEN"
"""Set this to `write` to have the golden screens written anew; then look at what changed."""


def screen_rows(app: App[object]) -> list[str]:
    """All rows of the screen, empty ones too, each without the spaces at its end.

    They are read off Textual's compositor: the pictures it exports say the same, at five times the cost.
    """
    return [row.rstrip() for row in raw_rows(app)]


def raw_rows(app: App[object]) -> list[str]:
    """The same with the spaces at their ends: every character that a terminal would be sent between two colours."""
    visible_screen_stack.set(app._background_screens)
    return [strip.text for strip in app.screen._compositor.render_strips()]


def matches(shown: str, golden: Path) -> bool:
    """Is the screen the one in this file? Raises AssertionError with the rows that differ."""
    shown = f"{shown}\n"
    if os.environ.get(WRITE) == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, "utf-8")
    wanted = golden.read_text("utf-8") if golden.exists() else ""
    changed = "\n".join(unified_diff(wanted.splitlines(), shown.splitlines(), golden.name, "now", lineterm="", n=1))
    assert wanted == shown, f"{changed}\nIf this is meant: {WRITE}=write pytest tests/journeys"
    return True
