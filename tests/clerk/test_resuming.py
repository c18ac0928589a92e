"""Opened again after whatever end, the clerk is where they were: the text, the caret, the block being edited or selected."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.agenda_texts import BOARD
from support.clerk import Clerk, at_the_desk

THREE = ("The first paragraph.", "The second paragraph.", "The third paragraph.")
BEGUN = ("/present all", "/start 14:00", "# 4", *THREE)


class Fault(Exception):
    """What nobody foresaw."""


async def drafts(clerk: Clerk) -> list[str]:
    """The places of what is half typed."""
    await clerk.rests()
    return [*clerk.app.book.drafts(clerk.app.book.meetings()[0].name)]


async def ends(clerk: Clerk, how: str) -> None:
    if how == "a fault":
        clerk.app.call_next(_fail)
    else:
        await clerk.press("ctrl+q")


def _fail() -> None:
    raise Fault


@pytest.fixture(params=["leaving", "a fault"])
def how(request: pytest.FixtureRequest) -> str:
    """How the desk ends."""
    return str(request.param)


async def works(folder: Path, how: str, *keys: str, before: tuple[str, ...] = ()) -> None:
    """At the desk: lines, then keys, and then it ends."""
    try:
        async with at_the_desk(folder, BOARD) as clerk:
            await clerk.types(*before)
            for key in keys:
                await (clerk.press(key) if "+" in key or (len(key) > 1 and " " not in key) else clerk.keys(key))
            await clerk.rests()
            await ends(clerk, how)
    except Fault:
        assert how == "a fault"


async def test_the_caret_stands_where_it_was(tmp_path: Path, how: str) -> None:
    await works(tmp_path, how, "half a sentence", "ctrl+left", "left", before=BEGUN)
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.keys("!")
        await clerk.sees("half a! sentence")


async def test_a_block_that_was_being_edited_is_edited_on(tmp_path: Path, how: str) -> None:
    await works(tmp_path, how, "ctrl+up", "ctrl+up", "up", "ctrl+a", "The new second", before=BEGUN)
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("The new second", "Enter puts it in its place, Esc leaves it as it was.")
        await clerk.types(" paragraph.")
        await clerk.sees("✓ The new second paragraph.")
        await clerk.does_not_see(THREE[1])
        assert await drafts(clerk) == []


async def test_a_block_taken_back_and_not_yet_changed_is_still_being_edited(tmp_path: Path, how: str) -> None:
    await works(tmp_path, how, before=(*BEGUN, "/edit"))
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("Enter puts it in its place")
        await clerk.press("escape")
        await clerk.sees("The block stands as it was.")
        assert await drafts(clerk) == []


async def test_a_command_is_still_about_the_block_that_was_selected(tmp_path: Path, how: str) -> None:
    await works(tmp_path, how, "ctrl+up", "ctrl+up", "/strike now", before=BEGUN)
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("▌ The second paragraph.", "/strike now")
        await clerk.press("ctrl+w", "backspace", "escape", "enter")
        await clerk.sees("✓ /strike")
        await clerk.does_not_see(THREE[1])
        await clerk.sees(THREE[0], THREE[2])
        assert await drafts(clerk) == []


async def test_selecting_another_block_moves_what_is_half_typed_with_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.keys("half")
        assert await drafts(clerk) == ["composer"]
        await clerk.press("ctrl+up")
        (third,) = await drafts(clerk)
        await clerk.press("ctrl+up")
        (second,) = await drafts(clerk)
        assert third != second
        await clerk.press("escape")
        assert await drafts(clerk) == ["composer"]
        await clerk.press("ctrl+u")
        assert await drafts(clerk) == []


async def test_a_line_that_was_recorded_is_not_there_to_be_recorded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise Fault

    with pytest.raises(Fault):
        async with at_the_desk(tmp_path, BOARD) as clerk:
            await clerk.types(*BEGUN)
            await clerk.rests()
            monkeypatch.setattr("boardtui.clerk.typing.as_told", fail)
            await clerk.types("Said once.")
            monkeypatch.undo()
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("  Said once.", "Type what happens.")
        assert await drafts(clerk) == []
