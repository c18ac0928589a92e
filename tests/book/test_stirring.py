"""What the system tells of the files of a book: all that is done to them, and nothing of others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardtui.book import Stirring
from support.next_table import NextTable

TOLD = sys.platform == "linux"
"""No other system tells; there nothing is ever heard."""


@pytest.fixture
def stirring(book_path: Path) -> Iterator[Stirring]:
    told = Stirring(book_path)
    yield told
    told.close()


def test_an_act_and_what_is_half_typed_are_told_of(book_path: Path, next_table: NextTable) -> None:
    stirring = Stirring(book_path)
    next_table.calls()
    assert stirring.heard() is TOLD
    assert not stirring.heard()
    next_table.types("half a sen")
    assert stirring.heard() is TOLD
    stirring.close()


@pytest.mark.parametrize(
    "happens",
    [
        lambda book: book.write_bytes(b"."),
        lambda book: book.with_name(f"{book.name}-wal").write_bytes(b"."),
        lambda book: book.with_name("other").rename(book),
    ],
    ids=["made", "its log written", "put there"],
)
def test_what_is_done_to_its_files_is_told_of(
    stirring: Stirring, book_path: Path, happens: Callable[[Path], object]
) -> None:
    assert stirring.tells is TOLD
    book_path.with_name("other").write_bytes(b".")
    assert not stirring.heard()
    happens(book_path)
    assert stirring.heard() is TOLD


@pytest.mark.parametrize(
    "happens", [Path.unlink, lambda book: book.rename(book.with_name("away"))], ids=["gone", "moved"]
)
def test_that_it_goes_away_is_told_of(book_path: Path, happens: Callable[[Path], object]) -> None:
    book_path.write_bytes(b".")
    stirring = Stirring(book_path)
    happens(book_path)
    assert stirring.heard() is TOLD
    stirring.close()


def test_reading_it_is_not_told_of(book_path: Path, next_table: NextTable) -> None:
    next_table.calls()
    watcher = next_table.book.watch()
    stirring = Stirring(book_path)
    assert not watcher.changed()
    assert not stirring.heard()
    watcher.close()
    stirring.close()


@pytest.mark.parametrize(
    "goes", [Path.rmdir, lambda folder: folder.rename(folder.with_name("moved"))], ids=["gone", "moved"]
)
def test_a_folder_that_goes_away_can_tell_no_more(tmp_path: Path, goes: Callable[[Path], object]) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    stirring = Stirring(folder / "minutes.book")
    assert stirring.tells is TOLD
    goes(folder)
    assert stirring.heard() is TOLD
    assert not stirring.tells
    assert not stirring.heard()


def test_a_folder_that_is_not_there_yet_tells_nothing(tmp_path: Path) -> None:
    stirring = Stirring(tmp_path / "nowhere" / "minutes.book")
    assert not stirring.tells
    assert not stirring.heard()


def test_a_link_to_a_book_is_told_of_where_the_book_is(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = tmp_path / "minutes.book"
    link.symlink_to(folder / "planning.book")
    stirring = Stirring(link)
    (folder / "planning.book").write_bytes(b".")
    assert stirring.heard() is TOLD
    stirring.close()


def test_another_system_tells_nothing(book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not Stirring(book_path).tells
