"""The book as the rest of the product sees it: one clerk at a time, what it says of meetings and people, and what it finds."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils.utils import sqlite3 as their_sqlite3

from boardtui.book import Book, Watcher, backup, library, search
from boardtui.errors import BookError
from boardtui.model.acts import business, meeting, room, text
from boardtui.model.agenda import Numbering
from boardtui.model.people import Newcomer
from boardtui.model.times import CalendarDay
from support.acts import HALE, prose
from support.books import Clerk, called, in_memory, open_book


def test_there_is_one_sqlite_in_the_process() -> None:
    assert library.sqlite3 is their_sqlite3


def test_to_open_a_book_neither_sqlite_utils_nor_pydantic_is_loaded(clerk: Clerk) -> None:
    clerk.book.close()
    script = (
        "import sys; from pathlib import Path; from boardtui.book import Book\n"
        f"with Book.open(Path({str(clerk.book.path)!r})) as book: book.meetings(); book.drafts('small')\n"
        "print([name for name in ('sqlite_utils', 'pydantic', 'textual', 'platformdirs') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class TestOneClerk:
    def test_a_second_one_is_told_who_has_the_book(self, book: Book) -> None:
        with pytest.raises(
            BookError, match=r"is open already: Ann Quill on \S+, process \d+, since 14:00 on 04 September"
        ):
            open_book(book.path)

    def test_whoever_only_looks_is_let_in(self, clerk: Clerk) -> None:
        with Book.open(clerk.book.path, read_only=True) as looker:
            assert [row.name for row in looker.meetings()] == ["small"]
            with pytest.raises(BookError, match="to look only"):
                looker.next_seq()

    def test_the_lease_is_free_when_its_holder_dies(self, path: Path) -> None:
        script = (
            "import os; from pathlib import Path; from boardtui.book import Book\n"
            f"book = Book.open(Path({str(path)!r}), holder='gone'); print('open', flush=True); os.kill(os.getpid(), 9)"
        )
        died = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert (died.stdout, died.returncode) == ("open\n", -9)
        open_book(path).close()

    def test_it_is_held_until_the_book_is_closed(self, path: Path) -> None:
        open_book(path).close()
        open_book(path).close()
        lock = Path(f"{path}.lock")
        assert stat.S_IMODE(lock.stat().st_mode) == 0o600

    def test_a_link_in_the_place_of_the_lock_is_refused(self, path: Path, tmp_path: Path) -> None:
        Path(f"{path}.lock").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(BookError):
            open_book(path)
        assert not (tmp_path / "elsewhere").exists()

    def test_a_book_that_was_refused_is_not_held(self, path: Path) -> None:
        other = sqlite3.connect(path)
        other.execute("DROP TRIGGER act_never_changed")
        other.close()
        for _ in range(2):
            with pytest.raises(BookError, match="act_never_changed"):
                open_book(path)


class TestReading:
    def test_the_list_of_meetings(self, book: Book) -> None:
        later = called(book, "later", date=CalendarDay.read("2 October 2026"), place="Room 3")
        called(book, "earlier", date=CalendarDay.read("1 August 2026"))
        called(book, "undated", date=CalendarDay.read("some day"))
        later(meeting.Start())
        rows = book.meetings()
        assert [row.name for row in rows] == ["earlier", "later", "undated"]
        assert (rows[1].body, rows[1].day, rows[1].time, rows[1].place, rows[1].stage, rows[1].acts) == (
            "Harbour Committee", "2026-10-02", "14:00", "Room 3", "open", 2,
        )  # fmt: skip
        assert rows[1].last_filed == "2026-09-04T13:00:00.000Z"
        assert (rows[2].day, rows[2].signed) == ("", False)

    def test_people_outlive_their_meeting(self, clerk: Clerk) -> None:
        clerk(room.Officer(who=(Newcomer(name="Jo Catterick", post="Engineer", organisation="Roads"),)))
        found = {person.name: person for person in clerk.book.people()}
        assert found["Jo Catterick"].organisation == "Roads"
        assert found["Councillor Dorothy Hale"].key == HALE

    def test_the_next_meeting_of_a_body_goes_on_counting(self, book: Book) -> None:
        assert book.next_minute_number("", "Harbour Committee") == ""
        clerk = called(book)
        clerk(meeting.Start())
        for item in ("1", "2", "3"):
            clerk(text.OpenItem(items=(item,)))
            clerk(text.Paragraph(text=prose("Noted")))
        assert book.next_minute_number("", "Harbour Committee") == "16"
        assert book.next_minute_number("Elsewhere", "Harbour Committee") == ""
        called(book, "next", date=CalendarDay.read("4 October 2026"), numbering=Numbering.NONE)
        assert book.next_minute_number("", "Harbour Committee") == ""

    def test_a_meeting_the_book_doesnt_have_has_no_acts(self, book: Book) -> None:
        assert book.acts("nowhere") == []

    def test_the_chair_sees_that_something_was_committed(self, clerk: Clerk) -> None:
        watcher = clerk.book.watch()
        assert not watcher.changed()
        clerk(text.Paragraph(text=prose("News")))
        assert watcher.changed()
        assert not watcher.changed()
        watcher.close()

    def test_nothing_can_be_watched_where_there_is_no_book(self, tmp_path: Path) -> None:
        with pytest.raises(BookError, match="There is no book"):
            Watcher(tmp_path / "none.book")

    def test_a_closed_book_on_a_disk_that_cannot_be_written(
        self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clerk.book.close()
        folder = clerk.book.path.parent
        monkeypatch.setattr(os, "access", lambda *_: False)
        plain = sqlite3.connect

        def no_log(name: str, **settings: object) -> sqlite3.Connection:
            if "immutable" not in name:
                raise sqlite3.OperationalError("unable to open database file")
            return plain(name, **settings)

        monkeypatch.setattr(sqlite3, "connect", no_log)
        with Book.open(clerk.book.path, read_only=True) as looker:
            assert len(looker.acts("small")) == 1
        assert not list(folder.glob("*-wal"))


class TestSearch:
    @pytest.fixture
    def minuted(self, clerk: Clerk) -> Clerk:
        clerk(meeting.Start())
        clerk(text.OpenItem(items=("3",)))
        clerk(text.Paragraph(text=prose("The library in Łódź opens late")))
        clerk(business.Resolve(text=prose("the library be opened at nine")))
        clerk(text.Jot(text=prose("library: who is that man?")))
        clerk(text.OpenItem(items=("7",)))
        clerk(text.Paragraph(text=prose("The depot is sold for the library")), restricted=True)
        return clerk

    def test_the_newest_comes_first_with_its_minute(self, minuted: Clerk) -> None:
        hits = minuted.book.search("library")
        assert [hit.kind for hit in hits] == ["resolve", "paragraph", "heading"]
        assert (hits[0].number, hits[0].heading, hits[0].meeting, hits[0].day) == (
            "13",
            "Library Hours",
            "small",
            "2026-09-04",
        )
        assert hits[0].excerpt == "the library be opened at nine"
        assert hits[0].as_row()["restricted"] is False

    def test_what_must_not_go_out_is_only_found_when_asked_for(self, minuted: Clerk) -> None:
        assert minuted.book.search("depot sold") == []
        (hit,) = minuted.book.search("depot sold", restricted=True)
        assert hit.restricted
        assert {hit.kind for hit in minuted.book.search("library", restricted=True)} == {
            "resolve", "paragraph", "heading", "jot",
        }  # fmt: skip

    def test_what_is_made_restricted_later_leaves_the_public_index(self, minuted: Clerk) -> None:
        minuted(text.OpenItem(items=("3",)))
        minuted(meeting.Restricted())
        assert minuted.book.search("library") == []
        assert [hit.kind for hit in minuted.book.search("library nine", restricted=True)] == ["resolve"]

    def test_a_released_entry_comes_back_to_it(self, minuted: Clerk) -> None:
        minuted(meeting.Release(items=("7",)))
        assert [hit.kind for hit in minuted.book.search("depot sold")] == ["paragraph"]

    @pytest.mark.parametrize("words", ["łodz", "ŁÓDŹ", "librar open", "nine library", "(library)"])
    def test_accents_case_order_and_ends_of_words_dont_count(self, minuted: Clerk, words: str) -> None:
        assert minuted.book.search(words)

    def test_prepared_text_is_not_found_before_it_happened(self, clerk: Clerk) -> None:
        clerk(text.OpenItem(items=("3",)))
        clerk(text.Paragraph(text=prose("It was prepared")))
        assert clerk.book.search("prepared") == []
        clerk(meeting.Start())
        clerk(text.OpenItem(items=("3",)))
        clerk(text.Prepared())
        assert [hit.kind for hit in clerk.book.search("prepared")] == ["paragraph"]

    def test_not_more_than_asked_for(self, clerk: Clerk) -> None:
        clerk(meeting.Start())
        for number in range(5):
            clerk(text.Paragraph(text=prose(f"road {number}")))
        assert [hit.excerpt for hit in clerk.book.search("road", limit=2)] == ["road 4", "road 3"]


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.characters(codec="utf-8")) | st.sampled_from(['"', "a OR", "NEAR(", "text:x", "*", "^a", "a\0b", "' --"])
)
def test_nothing_typed_is_taken_for_a_command_of_the_search(words: str) -> None:
    raw = in_memory()
    assert search.search(raw, words, restricted=True) == []
    raw.close()


def test_a_copy_that_isnt_sound_is_not_there(clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = backup._vacuum_into

    def badly(raw: sqlite3.Connection, part: Path) -> None:
        plain(raw, part)
        part.write_bytes(part.read_bytes()[:8192].ljust(part.stat().st_size, b"\x00"))

    monkeypatch.setattr(backup, "_vacuum_into", badly)
    before = set(tmp_path.iterdir())
    with pytest.raises(BookError):
        clerk.book.back_up(tmp_path / "copy.book")
    assert set(tmp_path.iterdir()) == before
