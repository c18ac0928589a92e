"""Wherever the words of a PDF stand, none of them is lost and none comes twice; and it ends."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.agendas import pdf
from boardtui.agendas.pdf_apart import Box, Grid, Page, Word

PLACES = st.floats(0, 600).map(lambda place: round(place, 1)) | st.sampled_from([57.0, 85.0, 300.0, 400.0])
ROWS = st.sampled_from([40.0, 100.0, 114.0, 128.0, 142.0, 200.0, 805.0]) | st.floats(0, 830).map(
    lambda place: round(place, 1)
)
TEXTS = st.text("abcdeXYZ123.():-/", min_size=1, max_size=9) | st.sampled_from(
    ["1.", "(a)", "•", "Item", "Title", "Lead", "Pages", "Date:", "5", "-", "14", "Page", "(Pages", "14)"]
)


@st.composite
def a_word(draw: st.DrawFn) -> Word:
    x, top, text = draw(PLACES), draw(ROWS), draw(TEXTS)
    size = draw(st.sampled_from([10.0, 10.0, 10.0, 6.0, 14.0, 300.0]))
    return Word(x, top, x + len(text) * size / 2, top + size, size, draw(st.booleans()), text)


@st.composite
def a_grid(draw: st.DrawFn) -> Grid:
    across = sorted(draw(st.sets(st.integers(0, 60), min_size=2, max_size=6)))
    down = sorted(draw(st.sets(st.integers(0, 80), min_size=2, max_size=6)))
    cells = [[Box(10.0 * x, 10.0 * y, 10.0 * x1, 10.0 * y1) for x, x1 in pairwise(across)] for y, y1 in pairwise(down)]
    return tuple(tuple(draw(st.sampled_from([cell, cell, cell, None])) for cell in row) for row in cells)


@st.composite
def words_in_columns(draw: st.DrawFn) -> list[Word]:
    """Words below one another in two or three columns, some of them missing."""
    places = [(x, 100.0 + 14 * row) for row in range(draw(st.integers(3, 6))) for x in (57.0, 85.0, 250.0, 400.0)]
    texts = draw(st.lists(st.none() | TEXTS, min_size=len(places), max_size=len(places)))
    words = [(x, top, text) for (x, top), text in zip(places, texts, strict=True) if text]
    return [Word(x, top, x + 5 * len(text), top + 10, 10.0, False, text) for x, top, text in words]


@st.composite
def some_pages(draw: st.DrawFn) -> list[Page]:
    words = draw(st.lists(st.lists(a_word(), max_size=40) | words_in_columns(), min_size=1, max_size=3))
    tables = draw(st.lists(st.lists(a_grid(), max_size=2), min_size=3, max_size=3))
    return [
        Page(number, 595, 842, tuple(some), tuple(grids))
        for number, (some, grids) in enumerate(zip(words, tables, strict=False), 1)
    ]


def letters(text: str) -> Counter[str]:
    """What is counted: not the dots that lead to a number, nor the marks that a table puts, or leaves out, between lines."""
    return Counter(character for character in text if character not in " .,;•-")


@given(some_pages())
def test_no_word_is_lost(pages: list[Page]) -> None:
    if not any(page.words for page in pages):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "pages_of", lambda *_: iter(pages))
        source = pdf.read_pdf(b"%PDF-1.7", "agenda.pdf")
    printed = letters("".join(word.text for page in pages for word in page.words))
    assert letters("".join(line.marker + line.text for line in source.lines)) == printed
    assert [line.number for line in source.lines] == list(range(1, len(source.lines) + 1))
