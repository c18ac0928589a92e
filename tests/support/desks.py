"""A desk for tests: a meeting called in a new book, without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.desk import Desk
from boardtui.desk.calling import call_meeting
from support.agenda_texts import BOARD
from support.clock import FrozenClock


@contextmanager
def open_book(folder: Path) -> Iterator[Book]:
    """The book in this folder, made if there is none."""
    with Book.open_or_create(folder / "minutes.book", holder="clerk", rescue=folder / "rescue") as book:
        yield book


def call(book: Book, agenda: str = BOARD) -> Desk:
    """The desk of a meeting just called."""
    return call_meeting(book, read_agenda(agenda), clock=FrozenClock(), actor="clerk")


@contextmanager
def at_work(folder: Path, *lines: str, agenda: str = BOARD, live: bool = False) -> Iterator[Desk]:
    """A desk at which these lines have been said. live: in the room, where a missing time means now."""
    with open_book(folder) as book:
        name = call(book, agenda).meeting
        desk = Desk(book, name, clock=FrozenClock(), actor="clerk", live=live)
        for line in lines:
            desk.say(line)
        desk.wait()
        yield desk
