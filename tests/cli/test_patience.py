"""What takes a while is said on a terminal, and only there."""

from __future__ import annotations

import io
from collections.abc import Callable

from boardtui.cli.patience import LONG, Patience


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Time:
    """Goes on when it is told to; what was to happen by then happens."""

    def __init__(self) -> None:
        self.now = 0.0
        self._due: list[Due] = []

    def later(self, seconds: float, what: Callable[[], None]) -> Due:
        self._due.append(Due(self.now + seconds, what))
        return self._due[-1]

    def passes(self, seconds: float) -> None:
        self.now += seconds
        for one in [one for one in self._due if one.at <= self.now and not one.over]:
            one.over = True
            one.what()


class Due:
    def __init__(self, at: float, what: Callable[[], None]) -> None:
        self.at, self.what, self.over = at, what, False

    def cancel(self) -> None:
        self.over = True


def patience(stream: io.StringIO) -> tuple[Patience, Time]:
    time = Time()
    return Patience(stream, later=time.later, clock=lambda: time.now), time


def test_only_what_takes_long_is_said() -> None:
    out = Terminal()
    waiting, time = patience(out)
    with waiting:
        waiting.begun("Writing txt")
        time.passes(LONG / 2)
        waiting.begun("Writing pdf")
        time.passes(LONG)
        waiting.begun("Writing \x1b[31mcsv")
    time.passes(9)
    assert out.getvalue() == "Writing pdf …\n"


def test_how_far_it_is_is_said_now_and_then() -> None:
    out = Terminal()
    waiting, time = patience(out)
    with waiting:
        waiting.begun("Reading pack.pdf")
        for page in range(10):
            waiting.going_on(page / 10, f"page {page}")
            time.passes(0.3)
    assert out.getvalue().splitlines() == ["Reading pack.pdf …", "Reading pack.pdf, page 6: 60% …"]


def test_a_pipe_is_told_nothing() -> None:
    out = io.StringIO()
    waiting, time = patience(out)
    with waiting:
        waiting.begun("Writing pdf")
        time.passes(9)
    assert out.getvalue() == ""
