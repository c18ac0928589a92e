"""The screen as a terminal would show it: rows of text, taken from the picture Textual exports; and golden screens."""

from __future__ import annotations

import html
import os
import re
from difflib import unified_diff
from pathlib import Path

from rich.cells import cell_len
from textual.app import App

CELL = 12.2
"""Width of a cell in the exported picture."""
WRITE = "BOARDTUI_GOLDEN"
"""Set this to `write` to have the golden screens written anew; then look at what changed."""
_RUN = re.compile(r'<text[^>]* x="([\d.]+)"[^>]* clip-path="url\(#[^"]*-line-(\d+)\)"[^>]*>(.*?)</text>')


def screen_rows(app: App[object]) -> list[str]:
    """All rows of the screen, empty ones too, each without the spaces at its end."""
    rows: dict[int, dict[int, str]] = {}
    for x, row, text in _RUN.findall(app.export_screenshot()):
        rows.setdefault(int(row), {})[round(float(x) / CELL)] = html.unescape(text).replace("\u00a0", " ")
    return [_line(rows.get(y, {})) for y in range(app.size.height)]


def _line(runs: dict[int, str]) -> str:
    line = ""
    for column, text in sorted(runs.items()):
        line += " " * (column - cell_len(line)) + text
    return line.rstrip()


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
