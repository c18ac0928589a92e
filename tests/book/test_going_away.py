"""The book is moved, deleted, replaced or named twice under the clerk: told within a second, also while nobody types."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.book import Book, clock, rescue
from boardtui.book.check import check
from boardtui.errors import BookError
from boardtui.model.acts import text
from support.acts import prose
from support.books import SOON, Clerk, Listener, half_typed, new_book

WITHIN = 1.0
"""Seconds: the promise."""


def said(words: str) -> text.Paragraph:
    return text.Paragraph(text=prose(words))


def words_of(book: Book) -> list[str]:
    return [str(one.act.text.parts[0]) for one in book.acts("small") if isinstance(one.act, text.Paragraph)]


def copies(book: Book, ending: str) -> list[Path]:
    return sorted((book.path.parent / "rescue").glob(f"*.{ending}"))


def move(path: Path) -> None:
    path.rename(path.with_name("moved"))


def replace(path: Path) -> None:
    (path.parent / "other").mkdir()
    other = new_book(path.parent / "other")
    path.rename(path.with_name("moved"))
    other.rename(path)


def name_again(path: Path) -> None:
    path.with_name("moved").hardlink_to(path)


def move_folder_content(path: Path) -> None:
    for one in path.parent.glob("minutes.book*"):
        if one != path:
            one.rename(one.with_name(f"moved-{one.name}"))
    move(path)


AWAY: list[tuple[Callable[[Path], None], str]] = [
    (move, "moved or deleted"),
    (Path.unlink, "moved or deleted"),
    (replace, "Another file was put in the place"),
    (name_again, "second name"),
    (move_folder_content, "moved or deleted"),
]


@pytest.mark.parametrize(("away", "words"), AWAY, ids=["moved", "deleted", "replaced", "named twice", "with its log"])
def test_it_is_told_within_a_second_and_all_of_it_is_kept(
    clerk: Clerk, listener: Listener, away: Callable[[Path], None], words: str
) -> None:
    clerk(said("before"))
    clerk.book.journal.draft("small", "composer", "half a sen")
    assert clerk.book.journal.wait(SOON)
    start = clock.seconds()
    away(clerk.book.path)
    assert listener.hears_of_trouble(words)
    assert clock.seconds() - start < WITHIN
    assert listener.hears(lambda word: isinstance(word, BookError) and "All of it is in" in word.hint)
    (copy,) = copies(clerk.book, "rescued.book")
    found = check(copy)
    assert (found.acts, half_typed(copy), found.problems) == (2, ["half a sen"], [])
    assert copy.stat().st_mode & 0o777 == 0o600
    assert not clerk.book.journal.wait(SOON)


@pytest.mark.parametrize("away", [move, replace, name_again], ids=["moved", "replaced", "named twice"])
def test_put_back_it_goes_on_by_itself(clerk: Clerk, listener: Listener, away: Callable[[Path], None]) -> None:
    path = clerk.book.path
    clerk(said("before"))
    away(path)
    assert listener.hears_of_trouble()
    clerk(said("meanwhile"))
    clerk.book.journal.draft("small", "composer", "and typ")
    path.with_name("moved").replace(path)
    path.with_name("moved").unlink(missing_ok=True)
    assert listener.hears_that_all_is_well()
    assert listener.hears_that_it_is_saved()
    assert copies(clerk.book, "rescued.book") == []
    clerk(said("after"))
    assert words_of(clerk.book) == ["before", "meanwhile", "after"]
    assert clerk.book.close().problem is None
    found = check(path)
    assert (found.acts, half_typed(path), found.problems) == (4, ["and typ"], [])


def test_put_back_without_what_was_saved_in_it_is_not_all_well(clerk: Clerk, listener: Listener) -> None:
    path = clerk.book.path
    clerk(said("saved"))
    clerk.book.journal._scribe.bring_home()
    move(path)
    assert listener.hears(lambda word: isinstance(word, BookError) and "All of it is in" in word.hint)
    other = sqlite3.connect(path.with_name("moved"), isolation_level=None)
    other.execute("DROP TRIGGER act_never_removed")
    other.execute("DELETE FROM act WHERE seq = 2")
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    path.with_name("moved").rename(path)
    assert listener.hears_of_trouble("Act 2 was in the book and is gone")
    assert not clerk.book.journal.wait(SOON)
    (copy,) = copies(clerk.book, "rescued.book")
    assert check(copy).acts == 2


def test_where_no_copy_can_be_made_nothing_is_shown_as_recorded(clerk: Clerk, listener: Listener) -> None:
    path = clerk.book.path
    path.with_name("rescue").touch()
    move(path)
    assert listener.hears_of_trouble("moved or deleted")
    answer = clerk.hand_in(said("waits"))
    assert not clerk.book.journal.wait(clock.LONGEST_LOOK)
    assert not answer.done()
    path.with_name("moved").rename(path)
    assert answer.result(SOON).seq == 2
    assert listener.hears_that_all_is_well()
    assert words_of(clerk.book) == ["waits"]


def test_it_is_told_before_anything_is_copied(
    clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BookError | None] = []
    plain = rescue.copy_to
    monkeypatch.setattr(
        rescue, "copy_to", lambda raw, copy: (told.append(clerk.book.journal.trouble), plain(raw, copy))[1]
    )
    move(clerk.book.path)
    assert listener.hears(lambda word: isinstance(word, BookError) and "All of it is in" in word.hint)
    assert told[0] is not None
    assert "moved or deleted" in told[0].message


def test_one_copy_is_enough_while_nothing_is_new(
    clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    plain = rescue.copy_to
    monkeypatch.setattr(rescue, "copy_to", lambda raw, copy: (made.append(copy), plain(raw, copy))[1])
    monkeypatch.setattr("boardtui.book.journal.LOOK", 0.01)
    looked: list[Path] = []
    lstat = Path.lstat
    monkeypatch.setattr(Path, "lstat", lambda path: (looked.append(path), lstat(path))[1])
    move(clerk.book.path)
    assert listener.hears(lambda word: isinstance(word, BookError) and "All of it is in" in word.hint)
    clerk.book.journal._thread.join(0.2)
    assert len(looked) > 5
    assert len(made) == 1


def test_a_folder_that_cannot_be_entered_is_told_as_that(
    clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(_: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "lstat", barred)
        assert listener.hears_of_trouble("may not be read or written")
    assert listener.hears_that_all_is_well()


def test_closed_while_it_is_away_it_says_where_all_of_it_is(clerk: Clerk) -> None:
    clerk(said("before"))
    clerk.book.path.unlink()
    clerk(said("after"))
    problem = clerk.book.close().problem
    assert problem is not None
    (copy,) = copies(clerk.book, "rescued.book")
    assert str(copy) in problem.hint
    assert check(copy).acts == 3
