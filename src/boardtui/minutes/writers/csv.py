"""CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from boardtui.model.text import clean_line

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the file for one of Windows-1252."""
_FORMULA = ("=", "+", "-", "@", "|", "＝", "＋", "－", "＠")
"""What begins a formula (OWASP ASVS 1.2.10), and the same in full width. Tabs and line ends are gone by then."""


def write(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table: a row of headings and the rows, each cell on one line."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([safe_cell(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + stream.getvalue()).encode()


def safe_cell(text: str) -> str:
    """Text as a cell: clean, on one line, and behind an apostrophe where a spreadsheet would work it out."""
    line = clean_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
