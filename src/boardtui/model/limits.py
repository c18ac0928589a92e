"""How much of anything is taken. Each is far more than a meeting needs; whoever meets one is told so in a sentence."""

from __future__ import annotations

LONGEST_LINE = 20_000
"""Characters of one line, typed, pasted or taken from notes: some ten pages."""
LONGEST_PASTE = 200_000
"""Characters pasted at once."""
MOST_PASTED = 500
"""Lines pasted at once."""
LARGEST_FILE = 4_000_000
"""Bytes of an agenda file of our own, of notes, or of a list of members."""
LARGEST_SOURCE = 60_000_000
"""Bytes of a file that an agenda is taken from: a pack may have hundreds of pages."""
LARGEST_PAGE = 8_000_000
"""Bytes of a saved web page, or of the answer of a web service."""
MOST_TAGS = 100_000
"""Tags of it, those that end something counted."""
LARGEST_HOUSE = 200_000
"""Characters of a house style of the office's own, which is kept with each meeting called in it."""
LARGEST_WORD_FILE = 20_000_000
"""Bytes of a Word file of the office's own, over which minutes are written."""
MOST_PDF_PAGES = 1_000
"""Pages of a PDF."""
MOST_PDF_LETTERS = 5_000_000
"""Letters of a PDF: those of a thousand full pages."""
LARGEST_UNPACKED = 100_000_000
"""Bytes of all that is packed in it."""
MOST_PARTS = 1_000
"""Parts of it."""
LARGEST_WORD_TEXT = 40_000_000
"""Bytes of the text of a Word file that an agenda is read from, unpacked and with all its marks."""
MOST_WORD_MARKS = 800_000
"""Marks in it, as one is at each end of a paragraph: each takes memory, as little as it may be to write."""
MOST_LINES = 20_000
"""Lines of a file of notes that say something."""
MOST_ITEMS = 1_000
"""Items of an agenda, those inside others counted."""
MOST_MEMBERS = 1_000
"""People in a list of members."""
MOST_CELLS = 63
"""Cells in a row of a table: the most columns that Word can hold."""


def figure(number: int) -> str:
    """A number as it is read: `20,000`."""
    return f"{number:,}"
