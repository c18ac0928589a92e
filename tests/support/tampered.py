"""A book in which another program wrote what boardtui never would: orders to the terminal in every text it holds.

The chain is whole and the tables agree, as they would be made by somebody who knows how: nothing but the words is wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from boardtui.model.acts import business, meeting, room, text
from boardtui.model.acts.base import Act
from boardtui.model.agenda import Item
from boardtui.model.base import Frozen
from boardtui.model.prose import Prose
from support.acts import HALE, NAIR, PELL, small_summons
from support.books import Clerk, new_book, open_book

F = TypeVar("F", bound=Frozen)

PLANT = "\x1b]52;c;ZXZpbA==\x07\x9b31m\u202e\x1b]0;pwned\x07\x1b[2Jplanted\x1b[201~"
"""What stands in every text."""
SIGNS = (b"\x1b]52;", b"\x1b]0;pwned", b"\x1b[201~", "\x9b31m".encode(), b"\x9b31m", "\u202e".encode())
"""The bytes of which none may come to a terminal."""
MEETING = f"small{PLANT}"


def planted(value: F, **texts: object) -> F:
    """The value with these in the place of others, whether they may stand there or not."""
    return value.model_copy(update=texts)


def words(text: str) -> Prose:
    """Prose that nobody cleaned."""
    return Prose.model_construct(root=(text,))


def summons() -> meeting.Summons:
    """A summons with a plant in the body, the place, every title, every name and every post."""
    made = small_summons()
    body = tuple(
        planted(part, title=f"{part.title}{PLANT}", pages=PLANT) if isinstance(part, Item) else part
        for part in made.agenda.body
    )
    agenda = planted(made.agenda, committee=f"Board{PLANT}", council=PLANT, place=PLANT, quorum=f"3{PLANT}", body=body)
    people = tuple(planted(one, name=f"{one.name}{PLANT}", post=PLANT, organisation=PLANT) for one in made.people)
    seats = tuple(planted(one, role=f"{one.role}{PLANT}") for one in made.seats)
    return planted(made, agenda=agenda, people=people, seats=seats)


def acts() -> list[Act]:
    """A meeting in which plants are said."""
    return [
        room.Present(everyone=True),
        meeting.Start(),
        text.OpenItem(items=("3",)),
        text.Paragraph.model_construct(text=words(f"A paragraph{PLANT}")),
        text.Bullet.model_construct(text=words(f"A bullet{PLANT}"), level=1),
        text.TableRow.model_construct(cells=(words(f"A cell{PLANT}"), words(PLANT))),
        text.Jot.model_construct(text=words(f"A jot{PLANT}")),
        business.Resolve.model_construct(text=words(f"be planted{PLANT}"), level=1),
        business.Move.model_construct(movers=(HALE,), seconders=(NAIR,), behalf=PLANT, words=words(f"the gate{PLANT}")),
        room.WaitToSpeak(who=(PELL,)),
    ]  # fmt: skip


def tampered_book(folder: Path) -> Path:
    """Make one in this folder, closed."""
    path = new_book(folder)
    with open_book(path) as book:
        clerk = Clerk(book, MEETING)
        for act in (summons(), *acts()):
            clerk(act, actor=f"clerk{PLANT}")
        book.journal.draft(MEETING, "composer", f"half typed{PLANT}", 4)
        assert book.journal.wait(10)
    return path


def texts_in(path: Path) -> str:
    """Everything the book holds that is text, as any program would read it."""
    from boardtui.book.connection import connect

    raw = connect(path, read_only=True)
    try:
        return "\n".join(raw.iterdump())
    finally:
        raw.close()
