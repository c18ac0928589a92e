"""What must not be missed: that nothing can be saved, and what is to be known of the book, over whatever screen is up."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from textual.color import Color
from textual.strip import Strip
from textual.theme import Theme

from boardtui.book import surroundings
from boardtui.book.rescue import Rescue
from boardtui.clerk.themes import THEMES
from boardtui.errors import BookError
from support.agenda_texts import BOARD
from support.books import FailingConnection, failing_disk
from support.clerk import Clerk, at_the_book, at_the_desk
from support.contrast import ratio
from support.sampling import sampled
from support.screen import matches

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (200, 60))
RESCUED = Path("/home/ann/.local/share/boardtui/rescue/minutes.2026-09-07.143207.unsaved.json")
FULL = BookError("The disk is full: /home/ann/minutes.book", "Make room; what waits is saved by itself.")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> type[FailingConnection]:
    """A disk that can be made to fail, the book and its rescue copy in places that are the same for every test."""
    monkeypatch.setattr("boardtui.book.journal.in_words", lambda _error, _path: FULL)
    monkeypatch.setattr(Rescue, "keep_waiting", lambda *_: RESCUED)
    return failing_disk(monkeypatch)


def fill(disk: type[FailingConnection]) -> None:
    disk.fails = staticmethod(lambda sql: sqlite3.SQLITE_FULL if sql == "COMMIT" else 0)


def make_room(disk: type[FailingConnection]) -> None:
    disk.fails = staticmethod(lambda _sql: 0)


def strips(clerk: Clerk) -> list[Strip]:
    """The rows of the screen, with their colours."""
    return clerk.app.screen._compositor.render_strips()


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]), ids=lambda size: f"{size[0]}x{size[1]}")
async def test_not_saved_is_unmissable(tmp_path: Path, disk: type[FailingConnection], size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 4")
        await clerk.sees("✓ # 4")
        fill(disk)
        await clerk.types("The plan was received.")
        await clerk.keys("half a sentence")
        await clerk.sees("✗ ✗ ✗   NOT SAVED   ✗ ✗ ✗", str(RESCUED.parent), "NOT SAVED since 14:32:07")
        await clerk.press("left", "left")
        await clerk.keys("!")
        await clerk.sees("half a senten!ce")
        assert matches(clerk.screen, GOLDEN / f"not_saved-{size[0]}x{size[1]}.txt")
        make_room(disk)
        await clerk.sees("DRAFT · saved 14:32:07", "All is saved again.", "half a senten!ce", "The plan was received.")
        await clerk.does_not_see("NOT SAVED")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_it_is_reversed_over_the_whole_width_and_read_with_ease(
    tmp_path: Path, disk: type[FailingConnection], theme: Theme
) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        clerk.app.theme = theme.name
        fill(disk)
        await clerk.keys("half a sentence")
        await clerk.sees("✗ ✗ ✗   NOT SAVED   ✗ ✗ ✗", "too.")
        height = clerk.screen.split("\n").index(next(row for row in clerk.screen.split("\n") if "since" in row))
        cells = [segment for strip in strips(clerk)[:height] for segment in strip]
        grounds = {Color.from_rich_color(cell.style.bgcolor) for cell in cells if cell.style}
        inks = {Color.from_rich_color(cell.style.color) for cell in cells if cell.style and cell.text.strip()}
        (ground,) = grounds
        assert ratio(ground, Color.parse(theme.background)) >= 7
        assert all(ratio(ink, ground) >= 7 for ink in inks)
        assert [strip.cell_length for strip in strips(clerk)[:height]] == [80] * height
        make_room(disk)
        await clerk.sees_no_longer("NOT SAVED")


@pytest.mark.parametrize("key", sampled(["f1", "f4", "ctrl+p", "f12"], ["ctrl+p", "f12"]))
@pytest.mark.parametrize("first", ["the alarm", "the screen"])
async def test_it_stands_over_every_screen(tmp_path: Path, disk: type[FailingConnection], key: str, first: str) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await clerk.keys("half a sentence")
        await clerk.rests()
        if first == "the screen":
            await clerk.press(key)
        fill(disk)
        clerk.app.book.journal.draft(clerk.app.book.meetings()[0].name, "another place", "something")
        if first == "the alarm":
            await clerk.sees("NOT SAVED since")
            await clerk.press(key)
        await clerk.sees("✗ ✗ ✗   NOT SAVED   ✗ ✗ ✗", "The disk is full")
        make_room(disk)
        await clerk.sees_no_longer("✗ ✗ ✗")
        await clerk.press("escape")
        await clerk.sees("half a sentence", "saved 14:32:07")


@pytest.mark.parametrize("size", sampled([(1, 1), (3, 2), (10, 5), (40, 8), (500, 300)], [(3, 2), (40, 8)]))
async def test_it_leaves_room_to_type_on_any_screen(
    tmp_path: Path, disk: type[FailingConnection], size: tuple[int, int]
) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        fill(disk)
        await clerk.keys("half a sentence")
        await clerk.sees("NOT SAVED since")
        await clerk.pilot.resize_terminal(*size)
        await clerk.keys(", and the other half")
        await clerk.pilot.resize_terminal(80, 24)
        await clerk.sees("half a sentence, and the other half", "✗ ✗ ✗   NOT SAVED   ✗ ✗ ✗")
        make_room(disk)
        await clerk.sees_no_longer("NOT SAVED")


async def test_a_book_that_was_moved_is_told_and_all_is_well_when_it_is_back(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        place = clerk.app.book.path
        elsewhere = place.rename(place.with_name("elsewhere.book"))
        await clerk.keys("A line that can't be saved.")
        await clerk.sees("NOT SAVED", "The book was moved or deleted", "Put it back in its place.")
        elsewhere.rename(place)
        await clerk.keys(" Now it can.")
        await clerk.sees("All is saved again.", "A line that can't be saved. Now it can.")


# --- what is to be known of the book


@pytest.fixture
def on_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder lies on another computer."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 0:1 / {tmp_path} rw - nfs files:/home rw\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)


@pytest.mark.usefixtures("on_a_share")
async def test_what_is_to_be_known_of_the_book_is_told_once_and_takes_no_key(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("! ", "nfs at", "Esc hides this", "Put the book on a disk of this computer")
        await clerk.keys("half a sentence")
        await clerk.sees("half a sentence", "nfs at")
        await clerk.press("escape")
        await clerk.sees_no_longer("nfs at")
        await clerk.sees("half a sentence")


@pytest.mark.usefixtures("on_a_share")
async def test_going_on_is_having_read_it(tmp_path: Path) -> None:
    async with at_the_book(tmp_path, BOARD) as clerk:
        await clerk.sees("nfs at")
        await clerk.press("enter")
        await clerk.sees("not started", "nfs at")
        await clerk.types("/start 14:00")
        await clerk.sees_no_longer("nfs at")


@pytest.mark.usefixtures("on_a_share")
async def test_not_saved_takes_its_place(tmp_path: Path, disk: type[FailingConnection]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await clerk.sees("nfs at")
        fill(disk)
        await clerk.keys("half a sentence")
        await clerk.sees("✗ ✗ ✗   NOT SAVED   ✗ ✗ ✗")
        assert "nfs at" not in clerk.screen
        make_room(disk)
        await clerk.sees_no_longer("NOT SAVED")


async def test_what_was_said_meanwhile_is_shown_as_waiting(tmp_path: Path, disk: type[FailingConnection]) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 4")
        await clerk.sees("✓ # 4")
        fill(disk)
        await clerk.types("The plan was received.")
        await clerk.sees("NOT SAVED", "… waits to be saved: The plan was received.")
        await clerk.types("It was noted.")
        await clerk.sees("… 2 wait to be saved, the last: It was noted.")
        make_room(disk)
        await clerk.sees("✓ It was noted.", "All is saved again.")
        await clerk.does_not_see("to be saved")


async def test_leaving_while_it_is_not_saved_is_asked_twice(tmp_path: Path, disk: type[FailingConnection]) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.keys("half a sentence")
        await clerk.rests()
        fill(disk)
        await clerk.keys(" and more")
        await clerk.sees("NOT SAVED")
        await clerk.press("ctrl+q")
        await clerk.sees(
            "✗ Not all of it is in the book yet: see the top of the screen.", "Ctrl+Q again leaves all the same."
        )
        assert clerk.app.is_running
        await clerk.press("ctrl+q")
        assert clerk.app._exit
        make_room(disk)


OVER_THE_DESK = {"f1": "Help", "f4": "Gaps: ", "ctrl+p": "What do you want to do?", "f12": "Trail · "}
"""What is seen of the screen that each key opens."""


@pytest.mark.parametrize("key", sampled(OVER_THE_DESK, ["f12"]))
async def test_asked_from_any_screen_it_is_the_desk_that_asks_and_the_screen_opens_again(
    tmp_path: Path, disk: type[FailingConnection], key: str
) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        fill(disk)
        await clerk.keys("half a sentence")
        await clerk.sees("NOT SAVED")
        await clerk.press(key)
        await clerk.sees(OVER_THE_DESK[key])
        await clerk.press("ctrl+q")
        await clerk.sees_no_longer(OVER_THE_DESK[key])
        await clerk.sees("half a sentence", "Ctrl+Q again leaves all the same.")
        await clerk.press(key)
        await clerk.sees(OVER_THE_DESK[key])
        make_room(disk)
