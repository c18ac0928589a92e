"""The book and the clerk at the next table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.next_table import NextTable


@pytest.fixture
def book_path(tmp_path: Path) -> Path:
    """Where the book is, or will be."""
    return tmp_path / "minutes.book"


@pytest.fixture
def next_table(book_path: Path) -> Iterator[NextTable]:
    """The clerk, with an open book and no meeting yet."""
    clerk = NextTable(book_path)
    yield clerk
    clerk.book.close()
