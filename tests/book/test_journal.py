"""The journal: acts in order and once, drafts the newest, and what it says when the disk doesn't do as it should."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.book import Book, Filing
from boardtui.book.check import check
from boardtui.errors import BookError
from boardtui.model.acts import text
from support.acts import prose
from support.books import (
    SOON,
    Clerk,
    Listener,
    holding,
    new_book,
    open_book,
)  # fmt: skip

QUICK = 0.01


def said(words: str) -> text.Paragraph:
    return text.Paragraph(text=prose(words))


def words_of(book: Book) -> list[str]:
    return [str(one.act.text.parts[0]) for one in book.acts("small") if isinstance(one.act, text.Paragraph)]


def drafts_of(path: Path) -> dict[str, str]:
    with Book.open(path, read_only=True) as looker:
        return {place: draft.text for place, draft in looker.drafts("small").items()}


class TestActs:
    def test_they_stand_in_the_book_when_the_answer_comes(self, clerk: Clerk) -> None:
        filed = clerk(said("The meeting noted it"), "14:05")
        with Book.open(clerk.book.path, read_only=True) as looker:
            assert looker.acts("small")[-1] == filed
        assert filed == clerk.record.filed[-1]

    def test_several_at_once_are_filed_in_their_order(self, clerk: Clerk) -> None:
        answers = [clerk.hand_in(said(f"line {number}")) for number in range(30)]
        assert [answer.result(SOON).seq for answer in answers] == list(range(2, 32))
        assert words_of(clerk.book) == [f"line {number}" for number in range(30)]

    def test_a_token_files_once_however_often_it_is_handed_in(self, clerk: Clerk) -> None:
        filed = clerk(said("once"))
        again = clerk.book.journal.file(
            Filing(replace(filed, seq=filed.seq + 1)), clerk.book.changes(clerk.record, filed)
        )
        assert again.result(SOON) == filed
        assert words_of(clerk.book) == ["once"]

    def test_without_a_token_it_is_given_one(self, clerk: Clerk) -> None:
        assert clerk(said("x"), token="").token != clerk(said("x"), token="").token

    def test_a_number_that_cannot_follow_is_refused(self, clerk: Clerk) -> None:
        with pytest.raises(BookError, match="can't follow"):
            clerk(said("late"), seq=1)
        assert clerk.book.next_seq() == 2

    def test_what_can_never_be_stored_is_refused_and_the_next_is_filed(self, clerk: Clerk) -> None:
        with pytest.raises(BookError, match="refuses this act"):
            clerk(said("x"), actor="a lone surrogate \ud800")
        assert clerk(said("y")).seq == 2

    def test_the_number_counts_what_still_waits(self, clerk: Clerk) -> None:
        with holding(clerk.book.path):
            clerk.hand_in(said("one"))
            clerk.hand_in(said("two"))
            assert clerk.book.next_seq() == 4

    def test_text_outside_ascii_is_kept_as_it_is(self, clerk: Clerk) -> None:
        clerk(said("“Siân” – Łódź 😀"))
        assert words_of(clerk.book) == ["“Siân” – Łódź 😀"]
        assert check(clerk.book.path).problems == []


class TestDrafts:
    def test_the_newest_is_kept_with_its_caret(self, book: Book) -> None:
        for length in range(1, 200):
            book.journal.draft("small", "composer", "x" * length, length - 1)
        assert book.journal.wait(SOON)
        draft = book.drafts("small")["composer"]
        assert (len(draft.text), draft.caret, draft.sound) == (199, 198, True)

    def test_an_empty_one_takes_it_away(self, book: Book) -> None:
        book.journal.draft("small", "composer", "something")
        book.journal.draft("small", "search", "else")
        book.journal.wait(SOON)
        book.journal.draft("small", "composer", "")
        book.journal.wait(SOON)
        assert drafts_of(book.path) == {"search": "else"}

    def test_it_goes_with_the_act_it_became(self, clerk: Clerk) -> None:
        clerk.book.journal.draft("small", "composer", "The meeting no")
        clerk.book.journal.wait(SOON)
        clerk(said("The meeting noted it"), place="composer")
        assert clerk.book.drafts("small") == {}

    def test_what_was_typed_before_the_act_does_not_come_back_after_it(self, clerk: Clerk) -> None:
        with holding(clerk.book.path):
            clerk.book.journal.draft("small", "composer", "The meeting noted it")
            answer = clerk.hand_in(said("The meeting noted it"), place="composer")
        answer.result(SOON)
        clerk.book.journal.wait(SOON)
        assert clerk.book.drafts("small") == {}

    def test_what_is_typed_after_the_act_stays(self, clerk: Clerk) -> None:
        with holding(clerk.book.path):
            clerk.hand_in(said("one"), place="composer")
            clerk.book.journal.draft("small", "composer", "tw")
        clerk.book.journal.wait(SOON)
        assert drafts_of(clerk.book.path) == {"composer": "tw"}

    def test_a_letter_that_cannot_be_stored_loses_only_itself(self, book: Book) -> None:
        book.journal.draft("small", "composer", "a\ud800b")
        book.journal.wait(SOON)
        assert book.drafts("small")["composer"].text == "a?b"

    def test_one_that_was_changed_outside_is_told(self, book: Book) -> None:
        book.journal.draft("small", "composer", "that it be refused")
        book.close()
        other = sqlite3.connect(book.path)
        other.execute("UPDATE draft SET text = 'that it be approved'")
        other.commit()
        other.close()
        assert "isn't as it was typed" in check(book.path).problems[0]
        with open_book(book.path) as again:
            assert not again.drafts("small")["composer"].sound


class TestTrouble:
    def test_all_is_said_to_be_saved_up_to_a_moment(self, book: Book, listener: Listener) -> None:
        before = book.journal.saved_at
        book.journal.draft("small", "composer", "typed")
        assert listener.hears_that_it_is_saved()
        assert isinstance(listener.heard[0], datetime)
        assert book.journal.saved_at > before
        assert book.journal.wait(SOON)
        assert book.journal.waiting_for is None

    def test_a_locked_book_is_said_at_once_and_the_act_filed_when_it_is_free(
        self, clerk: Clerk, listener: Listener
    ) -> None:
        with holding(clerk.book.path):
            answer = clerk.hand_in(said("patience"))
            assert listener.hears_of_trouble("Another program is writing")
            assert not answer.done()
            assert clerk.book.journal.waiting_for is not None
        assert answer.result(SOON).seq == 2
        assert listener.hears_that_all_is_well()
        assert clerk.book.journal.trouble is None

    def test_a_full_disk_loses_nothing(self, clerk: Clerk, listener: Listener) -> None:
        raw = clerk.book.journal._scribe._connection()
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages}")
        answer = clerk.hand_in(said("a long sentence " * 5000))
        assert listener.hears_of_trouble("disk is full")
        clerk.book.journal.draft("small", "composer", "and the clerk types on")
        raw.execute(f"PRAGMA max_page_count={pages + 10_000}")
        assert answer.result(SOON).seq == 2
        assert clerk.book.journal.wait(SOON)
        assert listener.hears_that_all_is_well()
        clerk.book.close()
        assert drafts_of(clerk.book.path) == {"composer": "and the clerk types on"}
        assert check(clerk.book.path).problems == []

    def test_what_waits_is_written_elsewhere_until_it_is_saved(self, clerk: Clerk, listener: Listener) -> None:
        copies = clerk.book.path.parent / "rescue"
        with holding(clerk.book.path):
            answer = clerk.hand_in(said("kept twice"))
            assert listener.hears(lambda word: isinstance(word, BookError) and "What waits" in word.hint)
            (copy,) = waiting_copies(copies)
            assert "kept twice" in copy.read_text()
            assert copy.stat().st_mode & 0o777 == 0o600
            assert str(copy) in (clerk.book.journal.trouble or BookError("")).hint
        answer.result(SOON)
        assert listener.hears_that_all_is_well()
        assert waiting_copies(copies) == []

    def test_a_moved_book_is_said_and_again_when_it_is_back(self, clerk: Clerk, listener: Listener) -> None:
        path = clerk.book.path
        away = path.rename(path.with_name("moved.book"))
        clerk(said("where are we"))
        assert listener.hears_of_trouble("moved or deleted")
        away.rename(path)
        clerk(said("here again"))
        assert listener.hears_that_all_is_well()
        clerk.book.close()
        assert check(path).acts == 3

    def test_of_a_deleted_book_a_whole_copy_is_kept(self, clerk: Clerk, listener: Listener) -> None:
        clerk(said("before"))
        clerk.book.path.unlink()
        clerk(said("after"))
        assert listener.hears_of_trouble("moved or deleted")
        (copy,) = (clerk.book.path.parent / "rescue").glob("*.rescued.book")
        assert check(copy).acts == 3
        closing = clerk.book.close()
        assert closing.problem is not None
        assert "moved or deleted" in closing.problem.message

    def test_another_file_in_its_place_is_said(self, clerk: Clerk, listener: Listener, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        new_book(tmp_path / "other").replace(clerk.book.path)
        clerk(said("to whom"))
        assert listener.hears_of_trouble("put in the place")

    def test_a_second_name_is_said(self, clerk: Clerk, listener: Listener) -> None:
        clerk.book.path.with_name("second").hardlink_to(clerk.book.path)
        clerk(said("twice"))
        assert listener.hears_of_trouble("second name")


def test_a_screen_that_is_gone_doesnt_stop_the_saving(clerk: Clerk) -> None:
    def gone(_: object) -> None:
        raise RuntimeError("Event loop is closed")

    clerk.book.journal.on_saved(gone)
    clerk.book.journal.on_trouble(gone)
    for number in range(3):
        clerk(said(f"line {number}"))
        assert clerk.book.journal.wait(SOON)
    assert clerk.book.close().unsaved == 0


def waiting_copies(folder: Path) -> list[Path]:
    return list(folder.glob("*.json"))


class TestClosing:
    def test_what_waits_is_saved_and_the_one_file_is_the_whole_book(self, clerk: Clerk, tmp_path: Path) -> None:
        for number in range(20):
            clerk.hand_in(said(f"line {number}"))
        clerk.book.journal.draft("small", "composer", "half a li")
        closing = clerk.book.close(SOON)
        assert (closing.unsaved, closing.home, closing.problem) == (0, True, None)
        alone = tmp_path / "alone.book"
        alone.write_bytes(clerk.book.path.read_bytes())
        found = check(alone)
        assert (found.acts, found.drafts, found.problems) == (21, ["small composer"], [])
        assert not Path(f"{clerk.book.path}-wal").exists()

    def test_a_reader_that_keeps_the_log_away_is_said(self, clerk: Clerk) -> None:
        with Book.open(clerk.book.path, read_only=True) as looker, looker._reading() as raw:
            raw.execute("BEGIN")
            raw.execute("SELECT count(*) FROM act").fetchone()
            clerk.hand_in(said("x"))
            closing = clerk.book.close()
            assert (closing.unsaved, closing.home) == (0, False)
            assert closing.problem is not None
            assert "-wal" in closing.problem.message
            assert "boardtui backup" in closing.problem.hint
        with open_book(clerk.book.path) as again:
            assert again.close().home

    def test_it_waits_for_whoever_still_reads_in_another_thread(self, clerk: Clerk) -> None:
        begun, done = threading.Event(), threading.Event()

        def read() -> None:
            with clerk.book._reading() as raw:
                raw.execute("BEGIN")
                raw.execute("SELECT count(*) FROM act").fetchone()
                begun.set()
                done.wait(SOON)
                raw.execute("ROLLBACK")

        reader = threading.Thread(target=read)
        reader.start()
        assert begun.wait(SOON)
        threading.Timer(0.1, done.set).start()
        assert clerk.book.close(SOON).problem is None
        reader.join()

    def test_a_view_that_is_merely_open_keeps_nothing_away(self, clerk: Clerk) -> None:
        with Book.open(clerk.book.path, read_only=True) as looker:
            looker.meetings()
            clerk(said("x"))
            assert clerk.book.close().home
            assert check(clerk.book.path).acts == 2

    def test_it_doesnt_wait_for_ever(self, clerk: Clerk) -> None:
        with holding(clerk.book.path):
            answer = clerk.hand_in(said("never"))
            clerk.book.journal.draft("small", "composer", "nor this")
            closing = clerk.book.close(0.0)
        assert closing.unsaved == 2
        assert closing.problem is not None
        with pytest.raises(BookError):
            answer.result(SOON)

    def test_afterwards_nothing_is_taken(self, clerk: Clerk) -> None:
        clerk.book.close()
        with pytest.raises(BookError, match="closed"):
            clerk.book.journal.file(
                Filing(clerk.record.filed[0]), clerk.book.changes(clerk.record, clerk.record.filed[0])
            ).result(0)
        clerk.book.journal.draft("small", "composer", "too late")
        assert drafts_of(clerk.book.path) == {}

    def test_once_idle_the_log_comes_home_by_itself(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        came = threading.Event()
        monkeypatch.setattr("boardtui.book.journal.IDLE", QUICK)
        monkeypatch.setattr("boardtui.book.scribe.bring_home", lambda raw: (came.set(), True)[1])
        with open_book(path) as book:
            book.journal.draft("small", "composer", "x")
            assert came.wait(SOON)
