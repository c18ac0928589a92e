"""The gate: what isn't a whole book of a known form is refused in a sentence, before SQLite touches it."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import struct
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from boardtui.book import Book, gate
from boardtui.book.check import check
from boardtui.errors import BookError
from support.books import called, new_book, open_book


def write_at(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def foreign(path: Path) -> None:
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE act (seq INTEGER PRIMARY KEY)")
    db.close()


def linked(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to("other")


def twice_named(path: Path) -> None:
    path.with_name("other").hardlink_to(path)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def listening(path: Path) -> None:
    path.unlink()
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as there:
        there.bind(path.name)  # the name of a socket may have a hundred letters, which a test's folder can take up


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


Harm = Callable[[Path], object]
HARMS: dict[str, tuple[Harm, str]] = {
    "missing": (Path.unlink, "There is no book"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\0"), "isn't a minute book"),
    "text": (lambda path: path.write_text("minutes\n" * 50), "isn't a minute book"),
    "another program's": (foreign, "isn't a minute book"),
    "newer": (lambda path: write_at(path, 60, struct.pack(">I", gate.FORMAT + 1)), "newer boardtui"),
    "of no form": (lambda path: write_at(path, 60, struct.pack(">I", 0)), "no known form"),
    "an odd page size": (lambda path: write_at(path, 16, b"\x12\x34"), "damaged"),
    "cut short": (cut, "cut short"),
    "a link": (linked, "is a link"),
    "a second name": (twice_named, "second name"),
    "a pipe": (pipe, "isn't a file"),
    "a socket": (listening, "isn't a file"),
    "a folder": (folder, "isn't a file"),
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("read_only", [True, False])
def test_it_is_refused_in_a_sentence(tmp_path: Path, harm: str, read_only: bool) -> None:
    path = new_book(tmp_path)
    does, words = HARMS[harm]
    does(path)
    with pytest.raises(BookError, match=words) as refused:
        Book.open(path, read_only=read_only)
    assert "\n" not in refused.value.message
    assert refused.value.hint
    assert refused.value.exit_code == 3


@pytest.mark.parametrize("harm", HARMS)
def test_check_finds_it(tmp_path: Path, harm: str) -> None:
    path = new_book(tmp_path)
    does, words = HARMS[harm]
    does(path)
    assert words in check(path).problems[0]


def test_a_foreign_database_is_left_as_it_is_its_journal_too(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    foreign(path)
    journal = Path(f"{path}-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 not a journal at all")
    before = path.read_bytes(), journal.read_bytes()
    with pytest.raises(BookError):
        Book.open(path)
    assert (path.read_bytes(), journal.read_bytes()) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["other.db", "other.db-journal"]


def test_a_book_that_may_not_be_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(BookError, match="may not be read"):
        Book.open(path)


def test_a_book_that_is_open_here_is_not_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_book(path):

        def never(_: Path) -> gate.Header:
            raise AssertionError("its file was opened while SQLite has it open")

        monkeypatch.setattr(gate, "read_header", never)
        gate.pass_gate(path)
        assert check(path).problems == []
        with Book.open(path, read_only=True) as other:
            assert other.meetings() == []


def test_once_closed_it_is_looked_at_again(path: Path) -> None:
    open_book(path).close()
    write_at(path, 68, b"none")
    with pytest.raises(BookError, match="isn't a minute book"):
        gate.pass_gate(path)


def test_a_file_left_short_by_a_power_cut_is_mended_from_its_log(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "copy"
    there.mkdir()
    with open_book(path) as book, book._reading() as raw:
        raw.execute("BEGIN")  # a reader that keeps the log from being brought home
        raw.execute("SELECT count(*) FROM act").fetchone()
        book.journal.draft("m", "composer", "x" * 50_000)
        assert book.journal.wait(5)
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", there / f"minutes.book{ending}")
        raw.execute("ROLLBACK")
    gate.pass_gate(there / "minutes.book")
    with Book.open(there / "minutes.book", read_only=True) as mended:
        assert [len(draft.text) for draft in mended.drafts("m").values()] == [50_000]


def test_where_a_book_was_taken_away_none_is_begun_and_what_lies_beside_it_stays(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.book"
    with open_book(path) as book:
        called(book)
        shutil.copyfile(f"{path}-wal", tmp_path / "log")
    path.rename(elsewhere)
    shutil.copyfile(tmp_path / "log", f"{path}-wal")  # as a desk that was killed leaves it
    beside = {name: Path(f"{path}{name}").read_bytes() for name in ("-wal", ".head")}
    for opens in (Book.create, Book.open_or_create, Book.open):
        with pytest.raises(BookError, match="isn't there any more; what belongs beside it still is") as refused:
            opens(path)
        assert "Put it back" in refused.value.hint
    assert not path.exists()
    assert {name: Path(f"{path}{name}").read_bytes() for name in beside} == beside
    elsewhere.rename(path)
    with Book.open(path, read_only=True) as book:
        assert book.meetings()
