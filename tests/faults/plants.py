"""Faults planted in the product, so that a trial can show that it would see them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from boardtui.book import journal


def _early_word() -> Any:
    """An act is acknowledged before it is committed."""
    real = journal.Journal.file

    def file(self: journal.Journal, filing: Any, *rest: Any, **more: Any) -> Future[Any]:
        real(self, filing, *rest, **more)
        said: Future[Any] = Future()
        said.set_result(filing.filed)
        return said

    return mock.patch.object(journal.Journal, "file", file)


def _in_place() -> Any:
    """Exports are written where they are to stand."""

    def write_file(path: Path, data: bytes, **_: Any) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return mock.patch("boardtui.desk.exporting.write_file", write_file)


def _no_chain() -> Any:
    """Nobody follows the chain."""
    return mock.patch("boardtui.book.check.follow_chain", lambda _raw, _findings: [])


PLANTS = {"early word": _early_word, "in place": _in_place, "no chain": _no_chain}


@contextmanager
def plant(name: str) -> Iterator[None]:
    """The product with this fault in it, '' for none."""
    if not name:
        yield
        return
    with PLANTS[name]():
        yield
