"""A clerk at the desk: types, presses, sees. The tests of the screens read like a clerk's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.clerk.app import ClerkApp
from boardtui.clerk.screens.desk import DeskScreen
from boardtui.desk.calling import call_meeting
from boardtui.model.acts import Act
from support.screen import screen_rows

LONDON = ZoneInfo("Europe/London")
AFTERNOON = dt.datetime(2026, 9, 7, 14, 32, 7, tzinfo=LONDON)
TURNS = 400
"""How many turns of the event loop something may take to show."""
SPECIAL = {" ": "space", ".": "full_stop"}


class FrozenClock:
    """A clock that goes only when it is told to."""

    def __init__(self, now: dt.datetime = AFTERNOON) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def on(self, minutes: float) -> None:
        """So many minutes later."""
        self.now += dt.timedelta(minutes=minutes)


class Clerk:
    """Somebody at the desk. Nothing here looks inside: only keys go in, only the screen comes out."""

    def __init__(self, pilot: Pilot[int], app: ClerkApp, clock: FrozenClock) -> None:
        self.pilot = pilot
        self.app = app
        self.clock = clock

    async def types(self, *lines: str) -> None:
        """Type lines, each with its Enter."""
        for line in lines:
            await self.keys(line)
            await self.press("enter")

    async def keys(self, text: str) -> None:
        """Type text, without Enter."""
        await self.pilot.press(*text)

    async def press(self, *keys: str) -> None:
        """Press keys by their names."""
        await self.pilot.press(*keys)

    @property
    def screen(self) -> str:
        """What the screen shows, row by row."""
        return "\n".join(screen_rows(self.app))

    async def sees(self, *texts: str) -> None:
        """Wait until all of this is on the screen."""
        for _ in range(TURNS):
            shown = self.screen
            if all(text in shown for text in texts):
                return
            await self.pilot.pause(0.005)
        missing = [text for text in texts if text not in self.screen]
        raise AssertionError(f"not on the screen: {missing}\n{self.screen}")

    async def does_not_see(self, text: str) -> None:
        """It is not on the screen once everything has come to rest."""
        await self.rests()
        assert text not in self.screen, self.screen

    async def rests(self) -> None:
        """Until the meeting is on the desk and all that was said is in the book and on the screen."""
        for _ in range(TURNS):
            await self.pilot.pause(0.005)
            screen = self.app.screen_stack[0]
            if not isinstance(screen, DeskScreen):
                return
            desk = screen.opening.desk
            if desk is not None and not desk.waiting and self.app.book.journal.waiting_since is None:
                await self.pilot.pause()
                return
        raise AssertionError(f"never came to rest\n{self.screen}")

    @property
    def acts(self) -> list[Act]:
        """What stands in the book."""
        return [filed.act for filed in self.app.book.acts(self.app.book.meetings()[0].name)]


@asynccontextmanager
async def at_the_desk(
    folder: Path, agenda: str, *, size: tuple[int, int] = (120, 40), clock: FrozenClock | None = None
) -> AsyncIterator[Clerk]:
    """A clerk at the desk of a meeting with this agenda, made in a new book in the folder unless it is there already."""
    clock = clock or FrozenClock()
    path = folder / "minutes.book"
    fresh = not path.exists()
    book = Book.open_or_create(path, holder="clerk", now=clock, rescue=folder / "rescue")
    try:
        if fresh:
            call_meeting(book, read_agenda(agenda), clock=clock, actor="clerk")
        app = ClerkApp(book, book.meetings()[0].name, clock=clock, actor="clerk")
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            clerk = Clerk(pilot, app, clock)
            await clerk.rests()
            yield clerk
    finally:
        book.close()
