"""A clerk at the desk: types, presses, sees. The tests of the screens read like a clerk's day."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.message import Message
from textual.pilot import Pilot

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.clerk.app import ClerkApp
from boardtui.clerk.driver import Keyboard
from boardtui.clerk.screens.desk import DeskScreen
from boardtui.desk.calling import call_meeting
from boardtui.model.acts import Act
from support.books import new_book
from support.clock import FrozenClock
from support.screen import raw_rows, screen_rows

PATIENCE = 20.0
"""Seconds that something may take to show before a test has failed."""
TURN = 0.005
HANDS = 3
"""A key goes from the app to the composer, and from there to the screen if it is none of the composer's."""


class Clerk:
    """Somebody at the desk. Nothing here looks inside: only keys go in, only the screen comes out.

    Keys are handed in as a terminal's driver does it, all at once, and not one by one with a wait behind each: what is
    typed fast must come to the same.
    """

    def __init__(self, pilot: Pilot[int], app: ClerkApp, clock: FrozenClock) -> None:
        self.pilot = pilot
        self.app = app
        self.clock = clock

    async def types(self, *lines: str) -> None:
        """Type lines, each with its Enter."""
        await self.sends("".join(line + "\r" for line in lines))

    async def keys(self, text: str) -> None:
        """Type text, without Enter."""
        await self.sends(text)

    async def sends(self, data: str) -> None:
        """What a terminal sends for these keys: letters, Enter as a carriage return, escape sequences."""
        await self._hand_in(Keyboard(lambda: (120, 40)).feed(data.encode("utf-8", "surrogatepass"), time.monotonic()))

    async def press(self, *keys: str) -> None:
        """Press keys by their names."""
        await self._hand_in(events.Key(key, key if len(key) == 1 else None) for key in keys)

    async def pastes(self, text: str) -> None:
        """Paste text."""
        await self._hand_in([events.Paste(text)])

    async def clicks(self, text: str) -> None:
        """Click on the first row of the screen where this text stands."""
        rows = self.screen.split("\n")
        y = next(y for y, row in enumerate(rows) if text in row)
        await self.pilot.click(offset=(rows[y].index(text), y))

    async def _hand_in(self, messages: Iterable[Message]) -> None:
        for message in messages:
            message.set_sender(self.app)
            self.app.post_message(message)
        for _ in range(HANDS):
            await self.pilot.pause(0)

    @property
    def screen(self) -> str:
        """What the screen shows, row by row."""
        return "\n".join(screen_rows(self.app))

    def raw_rows(self) -> list[str]:
        """The rows as they are painted, with the spaces at their ends."""
        return raw_rows(self.app)

    async def sees(self, *texts: str) -> None:
        """Wait until all of this is on the screen."""
        deadline = time.monotonic() + PATIENCE
        while missing := _missing(texts, shown := self.screen):
            assert time.monotonic() < deadline, f"not on the screen: {missing}\n{shown}"
            await self.pilot.pause(TURN)

    async def sees_no_longer(self, text: str) -> None:
        """Wait until this has gone from the screen."""
        deadline = time.monotonic() + PATIENCE
        while text in (shown := self.screen):
            assert time.monotonic() < deadline, f"still on the screen: {text}\n{shown}"
            await self.pilot.pause(TURN)

    async def does_not_see(self, text: str) -> None:
        """It is not on the screen once everything has come to rest."""
        await self.rests()
        assert text not in self.screen, self.screen

    async def rests(self) -> None:
        """Until the meeting is on the desk and all that was said is in the book and on the screen."""
        deadline = time.monotonic() + PATIENCE
        while not self._at_rest():
            assert time.monotonic() < deadline, f"never came to rest\n{self.screen}"
            await self.pilot.pause(TURN)
        await self._hand_in([])

    def _at_rest(self) -> bool:
        screen = next((one for one in self.app.screen_stack if isinstance(one, DeskScreen)), None)
        if screen is None:
            return True
        desk = screen.opening.desk
        looking = any(worker.group == "gaps" and not worker.is_finished for worker in self.app.workers)
        return desk is not None and not desk.waiting and not looking and self.app.book.journal.waiting_for is None

    @property
    def acts(self) -> list[Act]:
        """What stands in the book."""
        return [filed.act for filed in self.app.book.acts(self.app.book.meetings()[0].name)]


def _missing(texts: Iterable[str], shown: str) -> list[str]:
    return [text for text in texts if text not in shown]


@asynccontextmanager
async def at_the_desk(
    folder: Path, agenda: str, *, size: tuple[int, int] = (120, 40), clock: FrozenClock | None = None
) -> AsyncIterator[Clerk]:
    """A clerk at the desk of a meeting with this agenda, made in a new book in the folder unless it is there already."""
    clock = clock or FrozenClock()
    path = folder / "minutes.book"
    fresh = not path.exists()
    if fresh:
        new_book(folder)
    with Book.open(path, holder="clerk", now=clock, rescue=folder / "rescue") as book:
        if fresh:
            call_meeting(book, read_agenda(agenda), clock=clock, actor="clerk")
        async with _running(book, book.meetings()[0].name, size, clock) as clerk:
            yield clerk


def minuted(book: Path, agenda: str, lines: Iterable[str], clock: FrozenClock) -> None:
    """Make a book with a meeting in which these lines are recorded already, and close it."""
    with Book.create(book, holder="clerk", now=clock) as made:
        desk = call_meeting(made, read_agenda(agenda), clock=clock, actor="clerk")
        for line in lines:
            desk.say(line)
        desk.wait()


@asynccontextmanager
async def at_the_book(folder: Path, *agendas: str, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Clerk]:
    """A clerk before the list of meetings of a new book, with a meeting for each agenda."""
    clock = FrozenClock()
    with Book.create(folder / "minutes.book", holder="clerk", now=clock, rescue=folder / "rescue") as book:
        for agenda in agendas:
            call_meeting(book, read_agenda(agenda), clock=clock, actor="clerk")
        async with _running(book, None, size, clock) as clerk:
            yield clerk


@asynccontextmanager
async def _running(book: Book, meeting: str | None, size: tuple[int, int], clock: FrozenClock) -> AsyncIterator[Clerk]:
    app = ClerkApp(book, meeting, clock=clock, actor="clerk")
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        clerk = Clerk(pilot, app, clock)
        await clerk.rests()
        yield clerk
