"""Enter and what it does come in one picture; nothing is held back for long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from boardtui.clerk.one_picture import LONGEST, OnePicture


class Screen:
    """A screen that draws when told, unless drawing is held back, and its clock."""

    def __init__(self) -> None:
        self.held = 0
        self.drawn = 0
        self.timers: list[tuple[float, Callable[[], None]]] = []
        self.picture = OnePicture(
            self.drawing_nothing, lambda after, call: self.timers.append((after, call)), self.draw
        )

    @contextmanager
    def drawing_nothing(self) -> Iterator[None]:
        """As long as it lasts."""
        self.held += 1
        yield
        self.held -= 1

    def draw(self) -> None:
        """Draw, if nothing holds it back."""
        self.drawn += not self.held


def test_nothing_is_drawn_until_the_book_has_answered() -> None:
    screen = Screen()
    screen.picture.hold()
    screen.draw()
    assert (screen.held, screen.drawn) == (1, 0)
    screen.picture.release()
    assert (screen.held, screen.drawn) == (0, 1)


def test_a_book_that_does_not_answer_is_not_waited_for() -> None:
    screen = Screen()
    screen.picture.hold()
    [(after, call)] = screen.timers
    call()
    assert (after, screen.held, screen.drawn) == (LONGEST, 0, 1)
    assert after <= 0.05, "one would see it"


def test_time_running_out_for_one_line_says_nothing_of_the_next() -> None:
    screen = Screen()
    screen.picture.hold()
    screen.picture.release()
    screen.picture.hold()
    screen.timers[0][1]()
    assert screen.held == 1
    screen.timers[1][1]()
    assert screen.held == 0


def test_two_lines_at_once_are_let_go_together() -> None:
    screen = Screen()
    screen.picture.hold()
    screen.picture.hold()
    screen.picture.release()
    assert screen.held == 0


def test_letting_go_of_nothing_does_no_harm() -> None:
    screen = Screen()
    screen.picture.release()
    assert screen.held == 0
