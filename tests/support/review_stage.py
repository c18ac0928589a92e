"""A clerk at the review of an agenda, in an empty book."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from boardtui.agendas.reading import Reading
from boardtui.clerk.screens.review import ReviewScreen
from support.clerk import Clerk, at_the_book
from support.readings import mailed


class Reviewer(Clerk):
    """entered: the readings that were accepted; left: was the review left?"""

    entered: list[Reading]
    left: bool = False

    def leaves(self) -> None:
        """Back at the book."""
        self.left = True
        self.app.pop_screen()


@asynccontextmanager
async def at_the_review(
    folder: Path, reading: Reading | None = None, *, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Reviewer]:
    """Somebody who reviews this reading, that of an agenda from a mail when None."""
    async with at_the_book(folder, size=size) as clerk:
        reviewer = Reviewer(clerk.pilot, clerk.app, clerk.clock)
        reviewer.entered = []
        screen = ReviewScreen(reading or mailed(), reviewer.entered.append, reviewer.leaves)
        clerk.app.lets_go = screen.may_leave
        await clerk.app.push_screen(screen)
        await reviewer.sees("NOT STORED YET")
        yield reviewer
