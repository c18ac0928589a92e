"""The screen as a terminal would show it: rows of text, taken from the picture Textual exports."""

from __future__ import annotations

import html
import re

from textual.app import App

CELL = 12.2
"""Width of a cell in the exported picture."""
_RUN = re.compile(r'<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>')


def screen_rows(app: App[object]) -> list[str]:
    """The rows of the screen, without the spaces at their ends."""
    rows: dict[float, dict[int, str]] = {}
    for x, y, text in _RUN.findall(app.export_screenshot()):
        rows.setdefault(float(y), {})[round(float(x) / CELL)] = html.unescape(text).replace("\u00a0", " ")
    placed = []
    for y in sorted(rows):
        line = ""
        for column in sorted(rows[y]):
            line = line.ljust(column) + rows[y][column]
        placed.append(line.rstrip())
    return placed
