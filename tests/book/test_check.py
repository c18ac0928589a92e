"""check: damage is never silent, and a sound book is never accused."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings

from boardtui.book import Book, commits
from boardtui.book.check import Findings, check, examine
from boardtui.book.tables import changes
from boardtui.errors import BookError
from boardtui.model.acts import meeting, text
from boardtui.model.replay import Replay
from support.acts import Said, begun_with, prose, sequences
from support.books import Clerk, in_memory, new_book, open_book, with_token


def tampered(path: Path, *statements: str) -> Findings:
    """What check finds after somebody got past the guards, did this, and put the guards back."""
    other = sqlite3.connect(path, isolation_level=None)
    guards = other.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        other.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        other.execute(statement)
    for _, sql in guards:
        other.execute(sql)
    other.close()
    return check(path)


@pytest.fixture
def minuted(clerk: Clerk) -> Path:
    """A closed book with a meeting in it and a draft."""
    clerk(meeting.Start(), "14:00")
    clerk(text.OpenItem(items=("3",)), "14:05")
    for number in range(10):
        clerk(text.Paragraph(text=prose(f"The committee noted report {number}")), restricted=number == 5)
    clerk.book.journal.draft("small", "composer", "half a sentence")
    clerk.book.close()
    return clerk.book.path


def test_a_sound_book_has_no_problems(minuted: Path) -> None:
    found = check(minuted)
    assert (found.acts, found.drafts, found.problems) == (13, ["small composer"], [])
    with sqlite3.connect(minuted) as raw:
        assert found.head == raw.execute("SELECT hash FROM act WHERE seq = 13").fetchone()[0]
    raw.close()


def test_a_book_that_is_being_written_has_none_either(clerk: Clerk) -> None:
    clerk.hand_in(text.Paragraph(text=prose("x")))
    assert check(clerk.book.path).problems == []


CHANGES = {
    "a word": ("UPDATE act SET payload = replace(payload, 'noted', 'refused') WHERE seq = 6", "Act 6 isn't as it was recorded"),
    "a time": ("UPDATE act SET wall = '2001-01-01' WHERE seq = 6", "Act 6 isn't"),
    "made public": ("UPDATE act SET restricted = 0 WHERE restricted", "Act 9 isn't"),
    "taken out": ("DELETE FROM act WHERE seq = 13", "is gone"),
    "taken out of the middle": ("DELETE FROM act WHERE seq = 6", "Act 6 is missing"),
    "a block": ("UPDATE block SET text = 'other' WHERE act = 6", "block doesn't agree with the acts: text in its row 6"),
    "a row more": ("INSERT INTO sitting VALUES ('small', 9, NULL, NULL, NULL, '', NULL, NULL)", "sitting has a row small 9"),
    "a row less": ("DELETE FROM block WHERE act = 6", "The table block lacks the row 6"),
    "a person": ("UPDATE person SET name = 'Somebody Else' WHERE key = 'hale'", "table person doesn't agree"),
    "a seat": ("DELETE FROM seat WHERE person = 'hale'", "table seat lacks"),
    "the meeting": ("UPDATE meeting SET stage = 'closed'", "The table meeting doesn't agree with the acts: stage"),
    "the search": ("DELETE FROM public_index WHERE rowid = 12", "search doesn't agree with the tables at act 6"),
    "leaked to the search": (
        "INSERT INTO public_index(rowid, text) SELECT rowid, text FROM restricted_index", "search doesn't agree",
    ),
    "the draft": ("UPDATE draft SET text = 'another sentence'", "The draft in composer of small isn't"),
    "the draft's caret": ("UPDATE draft SET caret = 99", "The draft in composer"),
    "behind": ("INSERT INTO behind VALUES ('small')", "lag behind"),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_past_the_guards_is_found(minuted: Path, what: str) -> None:
    statement, words = CHANGES[what]
    assert words in "\n".join(tampered(minuted, statement).problems)


@pytest.mark.parametrize(
    ("what", "first"),
    [("a word", 6), ("made public", 9), ("taken out", 13), ("taken out of the middle", 6), ("a block", None)],
)
def test_the_first_act_that_doesnt_fit_is_named(minuted: Path, what: str, first: int | None) -> None:
    assert tampered(minuted, CHANGES[what][0]).first_wrong == first


def test_an_act_that_doesnt_fit_is_told_with_what_when_and_who(minuted: Path) -> None:
    found = tampered(minuted, "UPDATE act SET actor = 'Mr \x1b[31mX' WHERE seq = 6")
    assert "paragraph, filed by Mr ␛[31mX at 2026-09-04T13:00:00.000Z in small" in found.problems[0]


WITHOUT_WORDS = {
    "words gone": "UPDATE act SET payload = NULL, salt = NULL WHERE seq = 6",
    "words gone, salt there": "UPDATE act SET payload = NULL WHERE seq = 6",
    "another salt": "UPDATE act SET salt = '0123' WHERE seq = 6",
    "another digest": "UPDATE act SET digest = '0123' WHERE seq = 6",
    "words gone by an act that says nothing of it":
        "UPDATE act SET payload = NULL, salt = NULL WHERE seq = 6; INSERT INTO erasure VALUES (6, 13, '', '', '')",
}  # fmt: skip


@pytest.mark.parametrize("what", WITHOUT_WORDS)
def test_words_that_are_gone_without_an_act_that_says_so_are_found(minuted: Path, what: str) -> None:
    found = tampered(minuted, *WITHOUT_WORDS[what].split(";"))
    assert found.first_wrong == 6
    assert "6" in found.problems[0]


@pytest.mark.parametrize("what", ["a word", "taken out", "taken out of the middle", "made public"])
def test_a_book_whose_acts_were_changed_isnt_opened(minuted: Path, what: str) -> None:
    tampered(minuted, CHANGES[what][0])
    with pytest.raises(BookError, match="Act"):
        open_book(minuted)


def test_a_chain_built_anew_is_found_by_the_witness(minuted: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = new_book(tmp_path / "other")
    with open_book(other) as book:
        clerk = Clerk(book)
        for one in begun_with([]).filed:
            clerk(one.act)
    other.replace(minuted)
    assert "Act 13 was in this book and is gone" in check(minuted).problems[0]
    with pytest.raises(BookError, match="is gone") as refused:
        open_book(minuted)
    assert "minutes.book.head" in refused.value.hint


def test_a_deleted_log_is_found_by_the_witness(clerk: Clerk, tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.mkdir()
    clerk.book.close()
    shutil.copyfile(clerk.book.path, before / "minutes.book")
    with open_book(clerk.book.path) as book:
        Clerk(book)(text.Paragraph(text=prose("in the log")))
        shutil.copyfile(f"{book.path}.head", before / "minutes.book.head")
    assert "Act 2 was in this book" in check(before / "minutes.book").problems[0]


@pytest.mark.parametrize("torn", ["", "000000000099", "nonsense\n", "0000000000"])
def test_a_torn_witness_says_nothing(minuted: Path, torn: str) -> None:
    there = Path(f"{minuted}.head")
    there.write_text(torn + there.read_text()[len(torn) :])
    assert check(minuted).problems == []
    open_book(minuted).close()


def test_no_damage_to_the_file_is_silent(minuted: Path, tmp_path: Path) -> None:
    good, rnd = minuted.read_bytes(), random.Random(4)
    truth = contents(minuted)
    hurt = tmp_path / "hurt.book"
    for _ in range(60):
        data = bytearray(good)
        place = rnd.randrange(len(data))
        data[place] ^= 1 << rnd.randrange(8)
        hurt.write_bytes(data)
        assert check(hurt).problems or contents(hurt) == truth, place


def contents(path: Path) -> list[object]:
    raw = sqlite3.connect(path, isolation_level=None)
    found = [raw.execute(f"SELECT * FROM {table}").fetchall() for table in ("act", "draft", "block", "person")]
    raw.close()
    return found


def test_the_quick_look_at_opening_may_be_taken_later(minuted: Path) -> None:
    with Book.open(minuted, examine=False, rescue=minuted.parent) as book:
        assert book.examine() == []


@settings(max_examples=20, deadline=None)
@given(sequences(20))
def test_whatever_was_said_the_book_is_sound(script: list[Said]) -> None:
    raw = in_memory()
    growing = Replay()
    for one in begun_with(script).filed:
        record = growing.file(one)
        commits.file_act(raw, commits.Job(with_token(one), changes(record, one)))
    from boardtui.book.check import _tables_and_acts

    assert examine(raw) == []
    assert _tables_and_acts(raw) == []
    raw.close()
