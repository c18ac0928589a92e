"""Comparing minutes block by block."""

from __future__ import annotations

import difflib
import re

from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers import writer


def text_of(minutes: Minutes) -> str:
    """Minutes as plain text."""
    return writer("txt")(minutes).decode()


def blocks_of(text: str) -> list[str]:
    """The blocks between blank lines, with every run of spaces made one; the lines of a block stay lines."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return ["\n".join(" ".join(line.split()) for line in block.splitlines()) for block in blocks]


def without_frame(minutes: Minutes) -> Minutes:
    """The minutes without what a house prints round them: the council's name, the draft mark, the place to sign."""
    return minutes.model_copy(update={"council": "", "draft": "", "signature": ()})


def differences(expected: str, actual: str, most: int = 12) -> str:
    """The first blocks in which two texts differ, '' when they are the same."""
    lines = difflib.unified_diff(blocks_of(expected), blocks_of(actual), "expected", "actual", lineterm="", n=1)
    return "\n".join(list(lines)[: most * 3])
