"""A meeting is put on the desk once, however early and however fast it is typed at."""

from __future__ import annotations

from pathlib import Path

from boardtui.clerk.opening import COMPOSER, Opening
from boardtui.model.replay import replay
from support.clock import FrozenClock
from support.desks import call, open_book


def test_lines_said_before_the_first_picture_are_said_at_one_desk(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        meeting = call(book).meeting
        opening = Opening(book, book.glance(meeting, COMPOSER), clock=FrozenClock(), actor="clerk", demo=True)
        lines = ("/start 14:00", "# 4", "The plan was received.", "/adjourn 15:00", "# 3")
        desks = []
        for line in lines:
            desks.append(opening.wait_for_desk())
            desks[-1].say(line)  # the book has no time to answer before the next one
        opening.load(lambda: desks.append(opening.wait_for_desk()))
        assert len({id(desk) for desk in desks}) == 1
        desks[0].wait()
        assert desks[0].record == desks[0].ahead == replay(book.acts(meeting))
