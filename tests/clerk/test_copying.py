"""What is restricted goes to the clipboard, which every program reads, only when the clerk presses the key twice."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.desk.calling import call_meeting
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.nursery import born_at_the_desk_of
from support.terminal import Terminal

ASKED = "This is restricted. Ctrl+C again copies it."
CLIPBOARD = b"\x1b]52;"
ALL, COPY, CUT, LEFT = "\x01", "\x03", "\x18", "\x1b[D"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book of a meeting that is open at an item."""
    path = tmp_path / "minutes.book"
    with Book.create(path, holder="clerk") as made:
        desk = call_meeting(made, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
        for line in ("/present all", "/start 14:00", "# 4"):
            desk.say(line)
        desk.wait()
    return path


def copied(terminal: Terminal) -> list[str]:
    """The texts that have gone to the clipboard."""
    orders = bytes(terminal.written).split(CLIPBOARD)[1:]
    return [base64.b64decode(order.split(b"\x07")[0].partition(b";")[2]).decode() for order in orders]


def test_public_words_are_copied_at_once(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        desk.keys("a public word" + COPY)
        desk.sees("Ctrl+C copies what is selected; nothing is.")
        desk.keys(ALL + COPY + CUT)
        desk.sees("Type what happens")
        assert copied(desk) == ["a public word", "a public word"]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (("/exclude 3",), "what was said in private"),
        ((), "~ a private note"),
    ],
    ids=["in private session", "a private note"],
)
def test_restricted_words_are_asked_about_first(book: Path, before: tuple[str, ...], text: str) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        for line in before:
            desk.keys(line + "\r")
            desk.sees(f"✓ {line}")
        desk.keys(text + ALL + COPY)
        desk.sees(ASKED)
        assert copied(desk) == []
        desk.keys(LEFT + ALL + COPY)  # another key between the two, and it is asked again
        desk.keys(LEFT + ALL + CUT)
        desk.sees("This is restricted. Ctrl+X again copies it.")
        assert copied(desk) == []
        desk.sees(text)
        desk.keys(LEFT + ALL + COPY + COPY)
        desk.sees(lambda _: copied(desk) == [text])
        desk.keys(LEFT + ALL + CUT + CUT)
        desk.sees(lambda _: copied(desk) == [text, text])
        desk.sees("Type what happens")


def test_a_restricted_block_is_asked_about_when_the_public_are_back(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        for line in ("/exclude 3", "what was said in private", "/readmit"):
            desk.keys(line + "\r")
            desk.sees(f"✓ {line}")
        desk.keys("\x1b[1;5A" * 2)
        desk.sees("▌ what was said in private")
        desk.keys("\x1b[A")
        desk.sees("Enter puts it in its place")
        desk.keys(ALL + COPY)
        desk.sees(ASKED)
        assert copied(desk) == []


def test_a_whole_minute_is_copied_as_text_and_it_is_said(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        desk.keys("/copy\r")
        desk.sees("There is nothing in the minute of item 4 to copy yet.")
        desk.keys("\x15The roof leaked.\r= it be mended\r")
        desk.sees("✓ = it be mended")
        desk.keys("~ a private note\r")
        desk.sees("✓ ~ a private note")
        desk.keys("half typed\x07")
        desk.sees("Copied the minute of item 4, 2 lines.")
        desk.sees("half typed")
        desk.keys("\x15/copy\r")
        desk.sees(lambda _: copied(desk) == ["The roof leaked.\n\nRESOLVED that it be mended."] * 2)
        desk.sees("Type what happens")


def test_a_restricted_minute_is_copied_when_it_is_asked_for_twice(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        for line in ("/exclude 3", "what was said in private"):
            desk.keys(line + "\r")
            desk.sees(f"✓ {line}")
        desk.keys("/copy\r")
        desk.sees("This is restricted. Enter again copies it.")
        desk.keys("\x15x\x15/copy\r")  # something else typed between the two, and it is asked again
        desk.sees("/copy")
        desk.keys("\x15\x07")
        desk.sees("This is restricted. Ctrl+G again copies it.")
        assert copied(desk) == []
        desk.keys("\x07")
        desk.sees("Copied the minute of item 4")
        (text,) = copied(desk)
        assert text.startswith("NOT FOR PUBLICATION\n\n")
        assert text.endswith("what was said in private")


def test_nothing_but_copying_sends_anything_to_the_clipboard_or_the_title(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        for line in ("a line", "/exclude 3", "another line", "/readmit", "/close 15:00", ""):
            desk.keys(line + "\r")
        desk.keys("\r")  # asked for twice, for something is missing
        desk.keys("\x1bOP\x1b\x1b\x10vote\x1b\x1b[<0;10;5M\x1b[<32;40;9M\x1b[<0;40;9m")
        desk.sees("closed · Note for the file: ")
        desk.keys("\x11")
        assert desk.waits_for_end() == 0
        for order in (CLIPBOARD, b"\x1b]0;", b"\x1b]1;", b"\x1b]2;", b"\x1b]l", b"\x1b]L", b"\x1b[22t"):
            assert order not in desk.written
