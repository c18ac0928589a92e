"""When a meeting is closed, the end of the book stands on the desk, to be noted where nobody can change it; nowhere public."""

from __future__ import annotations

import re
from pathlib import Path

from boardtui.book import head_words
from boardtui.book.check import check
from boardtui.desk import Desk
from boardtui.desk.exporting import export
from boardtui.model.acts.approval import Approved
from boardtui.model.times import CalendarDay
from support.agenda_texts import BOARD
from support.clerk import at_the_desk

FORMATS = ["txt", "md", "html", "json", "docx"]
CLOSED = ("/present all", "/start 14:00", "# 4", "The plan was received.", "/close 15:00", "")
"""The last Enter closes, though something is missing."""


async def test_it_is_told_at_the_close_and_not_before(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await clerk.types(*CLOSED[:-2])
        await clerk.does_not_see("Note for the file")
        await clerk.types(*CLOSED[-2:])
        await clerk.rests()
        noted = clerk.app.book.head_words()
        await clerk.sees(f"closed · Note for the file: {noted}")
    found = check(tmp_path / "minutes.book")
    assert head_words(found.acts, found.head) == noted


async def test_it_follows_what_is_put_right_afterwards(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*CLOSED)
        await clerk.sees("Note for the file: ")
        before = clerk.app.book.head_words()
        await clerk.types("The plan was received again.")
        await clerk.sees_no_longer(before)
        await clerk.rests()
        await clerk.sees(f"Note for the file: {clerk.app.book.head_words()}")
        await clerk.types("/undo", "/undo")
        await clerk.sees_no_longer("Note for the file")


async def test_it_is_in_no_export(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*CLOSED)
        await clerk.sees("Note for the file: ")
        book = clerk.app.book
        desk = Desk(book, book.meetings()[0].name, clock=clerk.clock, actor="clerk", live=False)
        files = [one.path for one in export(desk, FORMATS, tmp_path / "out", force=False)]
        digits = re.findall(r"[0-9a-f]{4}", book.head_words().partition(",")[2])
    assert len(digits) == 3
    for file in files:
        assert "".join(digits).encode() not in file.read_bytes()
        assert " ".join(digits).encode() not in file.read_bytes()


async def test_approved_minutes_say_so_and_take_no_line_more(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*CLOSED)
        await clerk.sees("Note for the file: ", "DRAFT · saved")
        book = clerk.app.book
        desk = Desk(book, book.meetings()[0].name, clock=clerk.clock, actor="clerk", live=False)
        desk.do(Approved(draft=1, on=CalendarDay.read("12 October 2026"))).result()
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("approved on 12 October 2026", "APPROVED · saved")
        await clerk.does_not_see("DRAFT")
        await clerk.types("More.")
        await clerk.sees("✗ These minutes were approved on 12 October 2026, and are not changed", '--reopen "why"')
