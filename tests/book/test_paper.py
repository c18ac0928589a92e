"""What was written on paper, held against the book: nothing else notices a chain built anew, witness and all."""

from __future__ import annotations

import sqlite3

import pytest

from boardtui.book import head_words, paper
from boardtui.book.check import check
from boardtui.errors import InputError
from boardtui.model.acts import text
from support.acts import prose
from support.books import Clerk, open_book

SAID = "3f2a91bc07de"


@pytest.mark.parametrize(
    "words",
    [
        "173 3f2a 91bc 07de",
        "173 acts, 3f2a 91bc 07de",
        " 173 acts: 3F2A91BC07DE ",
        "173, 3f2a 91bc 07de",
        "1 act, 3f2a 91bc 07de",
    ],
)
def test_it_is_read_as_people_write_it(words: str) -> None:
    written = paper.read(words)
    assert (written.seq, written.digits) == (int(words.split()[0].rstrip(",")), SAID)


def test_what_the_screens_show_can_be_typed_in_again() -> None:
    assert paper.read(head_words(12, SAID + "0" * 52)) == paper.Written(12, SAID)


@pytest.mark.parametrize("words", ["", "173", "3f2a 91bc 07de", "173 3f2a", "173 3f2a 91bc 07dx", "१७३ 3f2a 91bc 07de"])
def test_what_is_no_head_is_told(words: str) -> None:
    with pytest.raises(InputError, match="is no head of a book") as told:
        paper.read(words)
    assert "173 3f2a 91bc 07de" in told.value.hint


def test_a_book_that_went_on_still_agrees(clerk: Clerk) -> None:
    written = paper.read(head_words(1, check(clerk.book.path).head))
    for word in ("one", "two"):
        clerk(text.Paragraph(text=prose(word)), wall=f"2026-09-04T13:00:00.{word}")
    found = paper.compare(clerk.book.path, written)
    assert found.agrees
    assert (found.after, found.first, found.last) == (2, "2026-09-04T13:00:00.one", "2026-09-04T13:00:00.two")


def test_a_book_that_is_shorter_does_not(clerk: Clerk) -> None:
    found = paper.compare(clerk.book.path, paper.read(f"2 {SAID}"))
    assert (found.agrees, found.head, found.after, found.first) == (False, "", 0, "")


def test_a_chain_built_anew_does_not(clerk: Clerk) -> None:
    clerk(text.Paragraph(text=prose("The grant is 1,000 pounds")))
    written = paper.read(head_words(2, check(clerk.book.path).head))
    assert paper.compare(clerk.book.path, written).agrees
    clerk.book.close()
    raw = sqlite3.connect(clerk.book.path, isolation_level=None)
    guard = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'act_never_removed'").fetchone()[0]
    raw.execute("DROP TRIGGER act_never_removed")
    raw.execute("DELETE FROM act WHERE seq = 2")
    raw.execute("DELETE FROM block")
    raw.execute("DELETE FROM public_index")
    raw.execute(guard)
    raw.close()
    clerk.book.path.with_name("minutes.book.head").unlink()
    with open_book(clerk.book.path) as book:
        Clerk(book)(text.Paragraph(text=prose("The grant is 9,000 pounds")))
    assert not paper.compare(clerk.book.path, written).agrees
