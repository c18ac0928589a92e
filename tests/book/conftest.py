"""Books to test with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.book import Book
from support.books import Clerk, Listener, called, new_book, open_book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new, closed book."""
    return new_book(tmp_path)


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    """A new book, open to write."""
    with open_book(path) as opened:
        yield opened


@pytest.fixture
def clerk(book: Book) -> Clerk:
    """A clerk in a meeting that has just been called."""
    return called(book)


@pytest.fixture
def listener(book: Book) -> Listener:
    """Somebody who hears what the journal says."""
    return Listener(book)
