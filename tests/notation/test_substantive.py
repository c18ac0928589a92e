"""The substantive motion, offered for `/alter` after an amendment was carried."""

from __future__ import annotations

import pytest

from boardtui.notation.ghost import ghost
from support.awkward import BODIES
from support.meetings import called, lines_in

MOVED = "/move @dale @hill: that the pond be dug by @pell"


def offered(line: str, *lines: str) -> str:
    taking = called(BODIES["parish"])
    lines_in(taking, ("/present all", "/start 19:30", "# 3", *lines))
    return ghost(line, taking.context)


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ((MOVED, '/amend @lunn @marsh: add "in June"', "/vote 4 2"), "/alter that the pond be dug by @pell in June"),
        ((MOVED, '/amend @lunn @marsh: for "pond" read "pool"', "/carried"), "/alter that the pool be dug by @pell"),
        ((MOVED, '/amend @lunn: add "in June"', '/amend @marsh: for "pond" read "pool"', "/carried", "/carried"),
         "/alter that the pool be dug by @pell in June"),
        ((MOVED, "/amend @lunn @marsh: it be wide", "/carried"), "/alter "),
        ((MOVED, '/amend @lunn @marsh: add "in June"', "/lost"), ""),
        ((MOVED, '/amend @lunn @marsh: add "in June"', "/carried", "The pond was seen."), ""),
        ((MOVED, '/amend @lunn @marsh: add "in June"', "/carried", "/alter that it be dug"), ""),
        ((MOVED, '/amend @lunn: add "in June"', '/amend @marsh: for "pond" read "pool"', "/carried"), ""),
        ((), ""),
    ],
)  # fmt: skip
def test_in_the_empty_line_once_an_amendment_is_carried_and_none_waits(lines: tuple[str, ...], line: str) -> None:
    assert offered("", *lines) == line


def test_behind_alter_the_words_as_they_are_or_would_be() -> None:
    assert offered("/alter ", MOVED) == "that the pond be dug by @pell"
    assert offered("/alter that the p", MOVED) == "ond be dug by @pell"
    assert offered("/alter the", MOVED) == ""
    assert (
        offered("/alter ", MOVED, '/amend @lunn: add "in June"', "/carried") == "that the pond be dug by @pell in June"
    )
    assert offered("/alter ", MOVED, "/amend @lunn: it be wide", "/carried") == "that the pond be dug by @pell"
    assert offered("/alter ") == ""
