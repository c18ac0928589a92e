"""Making a book, bringing an older one up to date, and its guards against whoever else opens it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from boardtui.book import Book, gate, schema
from boardtui.book.check import check
from boardtui.errors import BookError, InputError
from boardtui.model.acts import text
from support.acts import prose
from support.books import Clerk, called, failing_disk, open_book


def test_a_new_book_is_for_its_owner_alone_and_has_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new.book"
    os.umask(os.umask(0))
    schema.create(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["new.book"]
    assert check(path).problems == []
    assert gate.read_header(path).format == gate.FORMAT


def test_what_stands_there_already_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    with pytest.raises(InputError, match="something at"):
        Book.create(path)
    assert path.read_text() == "mine"


def test_a_book_that_could_not_be_made_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(schema, "sync_file", full)
    with pytest.raises(BookError, match="disk is full"):
        schema.create(tmp_path / "new.book")
    assert list(tmp_path.iterdir()) == []


def test_a_new_book_whose_log_cant_be_brought_home_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = failing_disk(monkeypatch)
    disk.fails = staticmethod(lambda sql: sqlite3.SQLITE_FULL if "checkpoint(" in sql else 0)
    with pytest.raises(BookError, match="disk is full"):
        schema.create(tmp_path / "new.book")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="no folder"):
        Book.create(tmp_path / "nowhere" / "new.book")


ATTEMPTS = [
    "UPDATE act SET actor = 'somebody else' WHERE seq = 1",
    "UPDATE OR REPLACE act SET seq = 1 WHERE seq = 2",
    "DELETE FROM act WHERE seq = 2",
    "DELETE FROM act",
    "INSERT OR REPLACE INTO act SELECT * FROM act WHERE seq = 1",
    "REPLACE INTO act SELECT 3, meeting, wall, at, actor, kind, item, restricted, payload, salt, digest, hash, token FROM act"
    " WHERE seq = 2",
    "INSERT INTO act SELECT 9, meeting, wall, at, actor, kind, item, restricted, payload, salt, digest, hash, 'new' FROM act"
    " WHERE seq = 1",
    "UPDATE act SET payload = NULL, salt = NULL WHERE seq = 2",
]


@pytest.mark.parametrize("recursive_triggers", [0, 1])
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_program_changes_an_act(clerk: Clerk, attempt: str, recursive_triggers: int) -> None:
    clerk(text.Paragraph(text=prose("Said once")))
    clerk.book.close()
    other = sqlite3.connect(clerk.book.path, isolation_level=None)
    other.execute(f"PRAGMA recursive_triggers={recursive_triggers}")
    with pytest.raises(sqlite3.IntegrityError, match="an act is"):
        other.execute(attempt)
    other.close()
    assert check(clerk.book.path).acts == 2


TAMPERING = {
    "a guard dropped": (["DROP TRIGGER act_never_changed"], "trigger act_never_changed is missing"),
    "a guard weakened": (
        ["DROP TRIGGER act_never_removed", "CREATE TRIGGER act_never_removed BEFORE DELETE ON act WHEN 0 BEGIN SELECT 1; END"],
        "trigger act_never_removed isn't as it was made",
    ),
    "a guard weakened, and the note of it": (
        ["DROP TRIGGER act_never_removed", "CREATE TRIGGER act_never_removed BEFORE DELETE ON act WHEN 0 BEGIN SELECT 1; END",
         "DELETE FROM made", "INSERT INTO made SELECT type, name, coalesce(sql, '') FROM sqlite_schema"],
        "trigger act_never_removed isn't as it was made",
    ),
    "the note of a guard": (
        ["UPDATE made SET sql = sql || ' ' WHERE name = 'act_never_removed'"],
        "trigger act_never_removed isn't known as made",
    ),
    "a strange trigger": (
        ["CREATE TRIGGER mine AFTER INSERT ON draft BEGIN DELETE FROM draft; END"], "trigger mine doesn't belong",
    ),
    "a table dropped": (["DROP TABLE ballot"], "table ballot is missing"),
    "a column added": (["ALTER TABLE draft ADD COLUMN mine TEXT"], "table draft isn't as it was made"),
    "an index dropped": (["DROP INDEX idx_act_token"], "index idx_act_token is missing"),
}  # fmt: skip


@pytest.mark.parametrize("how", TAMPERING)
def test_a_book_that_was_tampered_with_is_refused(path: Path, how: str) -> None:
    statements, words = TAMPERING[how]
    other = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        other.execute(statement)
    other.close()
    assert words in check(path).problems[0]
    for read_only in (True, False):
        with pytest.raises(BookError, match=words):
            Book.open(path, read_only=read_only)


def test_an_auditors_own_view_does_no_harm(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("CREATE VIEW votes AS SELECT * FROM vote")
    other.execute("CREATE TABLE notes (text)")
    other.close()
    assert check(path).problems == []
    open_book(path).close()


def test_a_backup_is_a_whole_book_of_its_own(clerk: Clerk, tmp_path: Path) -> None:
    clerk(text.Paragraph(text=prose("Said")))
    copy = clerk.book.back_up(tmp_path / "copy.book")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert check(copy).acts == 2
    with open_book(copy) as other:
        Clerk(other)(text.Paragraph(text=prose("Said in the copy")))
    assert len(clerk.book.acts("small")) == 2


def test_a_backup_into_a_folder_goes_by_the_books_name(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    assert clerk.book.back_up(tmp_path / "stick") == tmp_path / "stick" / clerk.book.path.name


def test_a_backup_writes_over_nothing(clerk: Clerk, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        clerk.book.back_up(clerk.book.path)
    with Book.open(clerk.book.path, read_only=True) as looker:
        assert looker.back_up(tmp_path / "other.book").exists()


def test_two_meetings_in_a_new_book(tmp_path: Path) -> None:
    with Book.open_or_create(tmp_path / "a" / "b.book", rescue=tmp_path) as book:
        called(book, "one")
        called(book, "two")
    with Book.open_or_create(tmp_path / "a" / "b.book", rescue=tmp_path) as book:
        assert [row.name for row in book.meetings()] == ["one", "two"]
