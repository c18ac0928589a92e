"""Windows torn to absurd sizes, a lost focus, a mouse gone mad, endless pastes: what is typed lands, each letter once."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.desk.calling import call_meeting
from boardtui.model.acts.text import Paragraph
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.nursery import born_at_the_desk_of
from support.terminal import Terminal

SENTENCE = "Dr ap Rhys said that the plan, which had been sent out late, would cost £3,400 - no more."
AT_ONCE = 3.0
"""Seconds; the next look at the time may be a minute away."""
SIZES = [(1, 1), (500, 300), (2, 60), (300, 2), (10, 5), (80, 24), (1, 40), (40, 1)]
LOST, FOUND = "\x1b[O", "\x1b[I"
GARBAGE = (
    "\x1b[<0;9999;9999M", "\x1b[<0;0;0m", "\x1b[<64;1;1M", "\x1b[<65;500;2M", "\x1b[<35;70;3M", "\x1b[<3;30;3m",
    "\x1b[<99;12;1M", "\x1b[<0;99999999999;1M", "\x1b[<;;M", "\x1b[M   ", "\x1b[<0;-3;-9M",
)  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book of a meeting that has begun."""
    path = tmp_path / "minutes.book"
    with Book.create(path, holder="clerk") as made:
        desk = call_meeting(made, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
        for line in ("/present all", "/start 14:00", "# 4"):
            desk.say(line)
        desk.wait()
    return path


def recorded(book: Path) -> list[str]:
    """The paragraphs of item 4."""
    with Book.open(book, read_only=True) as looked:
        acts = looked.acts(looked.meetings()[0].name)
    return [str(one.act.text.parts[0]) for one in acts if isinstance(one.act, Paragraph) and one.item == "4"]


def leave(desk: Terminal) -> None:
    desk.keys("\x11")
    assert desk.waits_for_end() == 0
    assert desk.is_as_it_was


def test_a_window_torn_to_absurd_sizes(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        words = SENTENCE[:29]
        for number, letter in enumerate(words):
            desk.resize(*SIZES[number % len(SIZES)])
            desk.keys(letter)
        desk.keys("\r")
        desk.resize(120, 40)
        desk.sees(f"✓ {words}")
        leave(desk)
    assert recorded(book) == [words]


def test_a_new_size_does_not_wait_for_a_key(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        for size in (80, 24), (120, 40), (80, 24), (120, 40):
            desk.resize(*size)
            desk.sees(lambda text, rows=size[1]: "item 4 of 5" in "".join(text.split("\n")[rows - 1 : rows]), AT_ONCE)
        leave(desk)


def test_a_window_that_is_back_at_its_size_before_the_desk_looked_is_drawn_anew(book: Path) -> None:
    """The terminal has cut the picture meanwhile; of that the desk learns nothing but that it should look."""
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        whole = desk.text()
        assert desk.is_small_for_a_moment() != whole
        desk.sees(lambda text: text == whole, AT_ONCE)
        leave(desk)


def test_a_storm_of_sizes_without_a_letter(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        for number in range(100):
            desk.resize(*SIZES[number % len(SIZES)])
        desk.resize(120, 40)
        desk.keys(f"{SENTENCE}\r")
        desk.sees(f"✓ {SENTENCE[:60]}")
        leave(desk)
    assert recorded(book) == [SENTENCE]


def test_a_focus_that_comes_and_goes(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        words = SENTENCE[:20]
        desk.keys("".join(f"{LOST}{letter}{FOUND if number % 2 else ''}" for number, letter in enumerate(words)))
        desk.keys(f"{LOST}\r")
        desk.sees(f"✓ {words}")
        leave(desk)
    assert recorded(book) == [words]


def test_a_mouse_gone_mad(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        desk.keys("\x1b[<0;40;39M")  # pressed in the line that is typed in, and never let go
        desk.keys("".join(letter + GARBAGE[number % len(GARBAGE)] for number, letter in enumerate(SENTENCE)))
        desk.keys("\r")
        desk.sees(f"✓ {SENTENCE[:60]}")
        leave(desk)
    assert recorded(book) == [SENTENCE]


def test_a_megabyte_pasted(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        desk.keys(b"\x1b[200~" + b"x" * 1_000_000 + b"\x1b[201~" + SENTENCE.encode())
        desk.sees("The paste is 1,000,000 characters long, and the most is 200,000.")
        desk.keys("\r")
        desk.sees(f"✓ {SENTENCE[:60]}")
        leave(desk)
    assert recorded(book) == [SENTENCE]
