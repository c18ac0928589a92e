"""Copies that still hold what was erased: they go once a new one stands, unless acts are in them that the book lacks."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.book import copies, leftovers, traces
from boardtui.book.check import check
from boardtui.book.erasing import sweep, words_of
from boardtui.book.restoring import restore
from boardtui.model.acts import text
from boardtui.model.acts.corrections import Erase
from support.acts import prose
from support.books import Clerk, Clock, called, new_book, open_book

SECRET = "The beekeeper of Quagmire Cottage owes nine hundred guineas"
NOON = datetime(2026, 9, 4, 12, 0)
EVENING = datetime(2026, 9, 4, 18, 0)


class Erased:
    """A book in which a secret was said at noon, with a copy of it; and cleared of it in the evening."""

    def __init__(self, folder: Path) -> None:
        self.path, self.rescue = new_book(folder), folder / "rescue"
        with open_book(self.path) as book:
            called(book)
        self.before = copies.keep_copy(self.path, datetime(2026, 9, 4, 11, 0), 10)
        with open_book(self.path) as book:
            said = Clerk(book)(text.Paragraph(text=prose(SECRET)))
        self.seq, self.token = said.seq, said.token
        self.copy = copies.keep_copy(self.path, NOON, 10)
        self.wording = words_of(self.path, [said.seq])

    def clear(self, number: int = 10) -> leftovers.Cleared:
        with open_book(self.path) as book:
            Clerk(book)(Erase(targets=(self.seq,), reason="told in error"))
        sweep(self.path, self.wording, holder="Ann Quill", moment=Clock()())
        return leftovers.clear(self.path, {self.token}, self.wording, moment=EVENING, number=number, folder=self.rescue)

    def with_traces(self) -> list[Path]:
        """Every file far and wide that holds the secret."""
        there = (file for file in self.path.parent.rglob("*") if file.is_file())
        return traces.files_with(self.wording, sorted(there))


@pytest.fixture
def erased(tmp_path: Path) -> Erased:
    return Erased(tmp_path)


def test_the_copies_with_the_words_go_and_the_others_stay(erased: Erased) -> None:
    assert erased.copy in erased.with_traces()
    done = erased.clear()
    assert done.removed == (erased.copy,)
    assert done.fresh is not None
    assert check(done.fresh).problems == []
    assert copies.copies_of(erased.path) == [done.fresh, erased.before]
    assert erased.with_traces() == []
    assert erased.copy is not None
    assert not Path(f"{erased.copy}.head").exists()


def test_where_no_copies_are_kept_they_go_all_the_same(erased: Erased) -> None:
    done = erased.clear(number=0)
    assert (done.fresh, done.removed) == (None, (erased.copy,))


def test_a_copy_from_before_an_upgrade_goes(erased: Erased) -> None:
    older = erased.path.with_name("minutes.book.form-1")
    shutil.copyfile(erased.path, older)
    assert older in erased.clear().removed
    assert erased.with_traces() == []


def test_what_a_restore_set_aside_goes_if_the_book_has_all_of_it(erased: Erased) -> None:
    assert erased.copy is not None
    aside = restore(erased.path, erased.copy, holder="Ann Quill", moment=NOON).aside
    done = erased.clear()
    assert aside in done.removed
    assert erased.with_traces() == []


def test_what_a_restore_set_aside_stays_if_it_has_more(erased: Erased) -> None:
    with open_book(erased.path) as book:
        Clerk(book)(text.Paragraph(text=prose("Only here")), token="only here")
    assert erased.copy is not None
    aside = restore(erased.path, erased.copy, holder="Ann Quill", moment=NOON, force=True).aside
    done = erased.clear()
    assert done.kept == ((aside, "It holds 1 act that the book doesn't have."),)
    assert aside is not None
    assert aside.exists()


def test_a_whole_rescue_copy_goes_and_what_waits_is_told(erased: Erased) -> None:
    erased.rescue.mkdir()
    whole, waiting, another = (
        erased.rescue / name
        for name in (
            "minutes.2026-09-04.120000.rescued.book",
            "minutes.2026-09-04.120000.unsaved.json",
            "other.x.unsaved.json",
        )
    )
    shutil.copyfile(erased.path, whole)
    for file in (waiting, another):
        file.write_text(json.dumps({"acts": [{"payload": SECRET}]}), "utf-8")
    done = erased.clear()
    assert whole in done.removed
    assert [path for path, _ in done.kept] == [waiting]
    assert erased.with_traces() == [waiting, another]


def test_a_copy_that_cant_be_read_is_told(erased: Erased) -> None:
    assert erased.copy is not None
    damaged = erased.path.with_name("minutes.book.form-1")
    damaged.write_bytes(b"no book any more, but " + SECRET.encode())
    done = erased.clear()
    assert [path for path, _ in done.kept] == [damaged]


def test_what_isnt_a_copy_of_this_book_is_left_alone(erased: Erased) -> None:
    mine = erased.path.with_name("minutes.book.notes")
    mine.write_text(SECRET, "utf-8")
    stray = copies.folder_of(erased.path) / "notes.txt"
    stray.write_text(SECRET, "utf-8")
    erased.clear()
    assert mine.exists()
    assert stray.exists()
