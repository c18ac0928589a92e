"""Puts this folder on the path, so that tests can import `support`; says how hard properties are searched, what comes first.

HYPOTHESIS_PROFILE=soak searches longer. No example has to be done in a certain time: the machine may be doing other things.
The clerk at the next table is here for whoever follows a book.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support.next_table import NextTable

settings.register_profile("usual", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", settings.get_profile("usual"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

os.environ["BOARDTUI_HOUSES"] = str(Path(__file__).parent / "no_such_folder")
"""No test is about the house styles of whoever runs it."""

LONGEST_FIRST = ("faults", "journeys", "clerk", "chair")
"""The folders that begin: else one process would sit over the trials when the others have nothing left to do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of those folders before the others, and leave them in their order otherwise."""

    def turn(item: pytest.Item) -> int:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)

    items.sort(key=turn)


@pytest.fixture
def book_path(tmp_path: Path) -> Path:
    """Where the book is, or will be."""
    return tmp_path / "minutes.book"


@pytest.fixture
def next_table(book_path: Path) -> Iterator[NextTable]:
    """The clerk at the next table, with an open book and no meeting yet."""
    clerk = NextTable(book_path)
    yield clerk
    clerk.book.close()
