"""A file that takes long to be read: how far it is, stopped with Esc, refused, or read."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from boardtui.agendas.reading import Reading
from boardtui.agendas.source import Progress
from boardtui.clerk.screens.taking_in import TakingInScreen
from boardtui.errors import BoardError, InputError
from support.clerk import Clerk, at_the_book
from support.readings import mailed

TURN = 0.005


@dataclass
class Slow:
    """Reads until it is let, and tells on the way how far it is."""

    let: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    share: float = 0.5
    comes: Callable[[], Reading] = mailed

    def __call__(self, progress: Progress) -> Reading:
        try:
            while not self.let.wait(TURN):
                progress(self.share, "page 25 of 50 [/]")
            return self.comes()
        finally:
            self.ended.set()


@dataclass
class Told:
    """What came of it."""

    read: list[Reading] = field(default_factory=list)
    refused: list[BoardError] = field(default_factory=list)
    left: int = 0

    def leave(self) -> None:
        self.left += 1


async def taking_in(clerk: Clerk, slow: Slow) -> Told:
    told = Told()
    name = "september [/].pdf"
    screen = TakingInScreen(name, slow, told.read.append, told.refused.append, told.leave)
    await clerk.app.push_screen(screen)
    await clerk.sees(name, "page 25 of 50 [/]", "Esc stops it")
    return told


async def until(clerk: Clerk, is_so: Callable[[], bool]) -> None:
    while not is_so():
        await clerk.pilot.pause(TURN)


async def test_how_far_it_is_shows_and_then_it_is_read(tmp_path: Path) -> None:
    async with at_the_book(tmp_path) as clerk:
        slow = Slow()
        told = await taking_in(clerk, slow)
        assert clerk.screen.count("█") == clerk.screen.count("░") == 20
        slow.let.set()
        await until(clerk, lambda: bool(told.read))
        assert (len(told.read), told.refused, told.left) == (1, [], 0)


async def test_esc_stops_it_and_what_was_read_is_thrown_away(tmp_path: Path) -> None:
    async with at_the_book(tmp_path) as clerk:
        slow = Slow()
        told = await taking_in(clerk, slow)
        await clerk.press("x", "escape", "escape")
        await until(clerk, slow.ended.is_set)
        slow.let.set()
        await clerk.rests()
        assert (told.read, told.refused, told.left) == ([], [], 1)


async def test_why_it_cannot_be_read_is_told(tmp_path: Path) -> None:
    def refuse() -> Reading:
        raise InputError("It is damaged.", "Save it again.")

    async with at_the_book(tmp_path) as clerk:
        slow = Slow(comes=refuse)
        told = await taking_in(clerk, slow)
        slow.let.set()
        await until(clerk, lambda: bool(told.refused))
        assert (told.read, [one.message for one in told.refused]) == ([], ["It is damaged."])


async def test_a_share_out_of_all_bounds_fills_no_more_than_the_bar(tmp_path: Path) -> None:
    async with at_the_book(tmp_path) as clerk:
        slow = Slow(share=7.0)
        await taking_in(clerk, slow)
        assert clerk.screen.count("█") == 40
        slow.let.set()
        await until(clerk, slow.ended.is_set)
