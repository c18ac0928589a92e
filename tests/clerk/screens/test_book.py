"""The book on the screen: found, opened, made, refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from boardtui.model.acts.meeting import Summons
from support.agenda_texts import BOARD
from support.clerk import at_the_book

COUNCIL = BOARD.replace("committee: Marrow Vale Health Board", "committee: Nether [/] Poole Parish Council").replace(
    "date: 7 September 2026", "date: 4 May 2027"
)
ROW = "Health Board"
MAIL = """Nether Poole Parish Council

Meeting of the Council on 4 May 2027 at 7.30 pm in the Village Hall

AGENDA

1. Declarations of Interest
2. Footpaths [/]
3. Closing
"""


def rows_of(screen: str) -> list[str]:
    return [row for row in screen.split("\n") if " acts" in row]


async def test_an_empty_book_says_how_to_begin(tmp_path: Path) -> None:
    async with at_the_book(tmp_path) as clerk:
        await clerk.sees("The minute book", "The book is empty.", "the path of an agenda")


async def test_the_newest_meeting_stands_first(tmp_path: Path) -> None:
    async with at_the_book(tmp_path, BOARD, COUNCIL) as clerk:
        await clerk.sees("▶ 2027-05-04", "Nether [/] Poole Parish Council", "2026-09-07", ROW)
        assert [ROW in row for row in rows_of(clerk.screen)] == [False, True]


async def test_enter_opens_the_marked_meeting(tmp_path: Path) -> None:
    async with at_the_book(tmp_path, BOARD, COUNCIL) as clerk:
        await clerk.press("down")
        await clerk.sees("▶ 2026-09-07")
        await clerk.press("enter")
        await clerk.sees("Marrow Vale Health Board · 7 September 2026", "3 Roof [phase 2]")
        await clerk.types("# 4", "Typed at the desk.")
        await clerk.sees("┊ Typed at the desk.")


@pytest.mark.parametrize("words", ["health", "2026-09", "HEALTH B"])
async def test_letters_narrow_the_list(tmp_path: Path, words: str) -> None:
    async with at_the_book(tmp_path, BOARD, COUNCIL) as clerk:
        await clerk.keys(words)
        await clerk.sees(f"▶ 2026-09-07   Marrow Vale {ROW}")
        assert len(rows_of(clerk.screen)) == 1
        await clerk.press("escape")
        await clerk.sees("Parish Council")
        assert len(rows_of(clerk.screen)) == 2


async def test_a_click_opens_a_meeting(tmp_path: Path) -> None:
    async with at_the_book(tmp_path, BOARD, COUNCIL) as clerk:
        await clerk.clicks(ROW)
        await clerk.sees("Marrow Vale Health Board · 7 September 2026")


async def test_the_path_of_an_agenda_makes_a_meeting(tmp_path: Path) -> None:
    agenda = tmp_path / "may meeting.agenda.md"
    agenda.write_text(COUNCIL, "utf-8")
    async with at_the_book(tmp_path, BOARD) as clerk:
        await clerk.keys(f"'{agenda}'")
        await clerk.sees("Enter makes a new one")
        await clerk.press("enter")
        await clerk.sees("Nether [/] Poole Parish Council · 4 May 2027", "not started")
        assert [row.name for row in clerk.app.book.meetings()][-1].startswith("2027-05-04-nether")


async def test_an_agenda_of_any_other_kind_is_reviewed_first(tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_text(MAIL, "utf-8")
    async with at_the_book(tmp_path, BOARD) as clerk:
        await clerk.keys(str(tmp_path / "mail.txt"))
        await clerk.press("enter")
        await clerk.sees("NOT STORED YET", "committee   Nether Poole Parish Council", "2. Footpaths [/]")
        assert len(clerk.app.book.meetings()) == 1
        await clerk.press("f5")
        await clerk.sees("Nether Poole Parish Council · 4 May 2027", "not started", "2 Footpaths [/]")
        await clerk.types("# 2", "Typed at the desk.")
        await clerk.sees("┊ Typed at the desk.")
        (summons,) = [one.act for one in clerk.app.book.acts("2027-05-04-nether-poole-parish-council")][:1]
        assert isinstance(summons, Summons)
        assert summons.source == hashlib.sha256(MAIL.encode()).hexdigest()


async def test_a_review_that_is_left_leads_back_to_the_book_and_stores_nothing(tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_text(MAIL, "utf-8")
    async with at_the_book(tmp_path, BOARD) as clerk:
        await clerk.keys(str(tmp_path / "mail.txt"))
        await clerk.press("enter")
        await clerk.sees("NOT STORED YET")
        await clerk.press("escape")
        await clerk.sees("The minute book")
        assert len(clerk.app.book.meetings()) == 1


async def test_what_cannot_be_read_is_refused_at_the_book(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    async with at_the_book(tmp_path, BOARD) as clerk:
        await clerk.keys(str(tmp_path / "old.doc"))
        await clerk.press("enter")
        await clerk.sees("The minute book", "✗ ", "old.doc")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "There is no file"),
        ("no agenda at all", "✗"),
        (BOARD.replace("   Draft: The", "   Draft: /nonsense"), "✗"),
    ],
    ids=["no file", "no agenda", "draft text not understood"],
)
async def test_what_makes_no_meeting_is_refused_and_stays(tmp_path: Path, text: str | None, reason: str) -> None:
    agenda = tmp_path / "broken.agenda.md"
    if text is not None:
        agenda.write_text(text, "utf-8")
    async with at_the_book(tmp_path, BOARD) as clerk:
        await clerk.keys(str(agenda))
        await clerk.press("enter")
        await clerk.sees("✗ ", reason)
        assert "broken.agenda.md" in clerk.screen.split("\n")[-1]
        assert [row.body for row in clerk.app.book.meetings()] == ["Marrow Vale Health Board"]
