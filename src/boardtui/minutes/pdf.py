"""The minutes as a PDF, with a word to the clerk about what it can't print."""

from __future__ import annotations

from boardtui.minutes.formats import Output, Source
from boardtui.minutes.writers.pdf import unprintable, write


def outputs(source: Source) -> tuple[Output, ...]:
    """One file. Raises InputError where Typst isn't installed."""
    lost = unprintable(source.minutes)
    note = f"has a white square for what can't be printed in a PDF: {lost}" if lost else ""
    return (Output(".pdf", write(source.minutes), note),)
