"""Copies of the book are kept when the desk opens and when it closes; the clerk hears of it only where that fails."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book, copies
from boardtui.book.check import check
from boardtui.clerk.opening import Opening
from boardtui.desk.calling import call_meeting
from support.agenda_texts import BOARD
from support.clerk import PATIENCE, TURN, Clerk, at_the_desk
from support.clock import FrozenClock
from support.terminal import Terminal


async def copy_of(clerk: Clerk) -> Path:
    """The newest copy, as soon as there is one."""
    end = time.monotonic() + PATIENCE
    while not (found := copies.copies_of(clerk.app.book.path)):
        assert time.monotonic() < end, "no copy was kept"
        await clerk.pilot.pause(TURN)
    return found[0]


async def test_the_book_is_copied_as_it_was_opened(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        copy = await copy_of(clerk)
        await clerk.types("/start 14:00")
        await clerk.sees("✓ /start 14:00")
    assert check(copy).acts == 3


async def test_a_copy_that_fails_is_told_and_minuting_goes_on(tmp_path: Path) -> None:
    copies.folder_of(tmp_path / "minutes.book").write_text("in the way")
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("No copy of the book was kept.")
        await clerk.types("/start 14:00")
        await clerk.sees("✓ /start 14:00")


def test_a_demo_has_none(tmp_path: Path) -> None:
    clock = FrozenClock()
    with Book.create(tmp_path / "demo.book", now=clock) as book:
        desk = call_meeting(book, read_agenda(BOARD), clock=clock, actor="clerk")
        opening = Opening(book, book.glance(desk.meeting, "composer"), clock=clock, actor="clerk", demo=True)
        opening.wait_for_desk()
    assert not copies.folder_of(book.path).exists()


@pytest.mark.parametrize("kept", ["1", "0"])
def test_leaving_the_desk_keeps_one_with_all_that_was_said(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "minutes.book"
    with Book.create(path, holder="clerk") as book:
        call_meeting(book, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
    environment = os.environ | {"HOME": str(tmp_path), "BOARDTUI_BOOK": str(path), "BOARDTUI_BACKUPS": kept}
    with Terminal([sys.executable, "-m", "boardtui", "open"], environment) as desk:
        desk.sees("not started")
        desk.keys("/start 14:00\r")
        desk.sees("✓ /start 14:00")
        desk.keys("\x11")
        assert desk.waits_for_end() == 0
    found = copies.copies_of(path)
    assert [check(copy).head for copy in found] == [check(path).head] * int(kept)
