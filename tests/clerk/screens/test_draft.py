"""Reading the draft at the desk: scrolled, gaps found, a jump to the block, a decision read back; nothing is recorded by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.agenda_texts import BOARD
from support.clerk import Clerk, at_the_desk
from support.sampling import sampled

CTRL_R = "\x12"
SAID = (
    "/present all", "/start 14:00", "# 4", "The plan was long.", "/move @penrose: the plan be noted", "/vote 3 1",
    "# 5", "/resolve the door be shut",
)  # fmt: skip
SIZES = [(80, 24), (120, 40), (200, 60)]


async def at_the_draft(clerk: Clerk) -> None:
    await clerk.types(*SAID)
    await clerk.rests()
    await clerk.press("ctrl+r")
    await clerk.sees("The draft", "DRAFT · saved")


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]))
async def test_it_begins_where_the_meeting_is_and_goes_up_to_the_title(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await at_the_draft(clerk)
        await clerk.sees("▌", "the door be shut", "Tab next gap")
        await clerk.press("home")
        await clerk.sees("Marrow Vale Health Board", "Present")
        await clerk.press("escape")
        await clerk.sees("Type what happens.")


async def test_tab_finds_what_is_missing_and_enter_goes_there(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_draft(clerk)
        count = len(clerk.acts)
        await clerk.press("home", "tab")
        await clerk.sees("▌ ! ")
        while "▌ ! Item 4: the motion has no seconder." not in clerk.screen:
            await clerk.press("tab")
        await clerk.press("enter")
        await clerk.sees("◀ Only looked at", "the plan be noted", "Esc leads back")
        await clerk.press("escape")
        await clerk.sees("the door be shut")
        assert len(clerk.acts) == count


async def test_a_decision_is_read_back_in_large_letters(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_draft(clerk)
        await clerk.press("space")
        await clerk.sees("t h e   d o o r", "Esc back to the draft")
        await clerk.press("escape")
        await clerk.sees("the door be shut", "Tab next gap")


async def test_what_is_typed_lands_in_the_composer(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*SAID)
        await clerk.sends(f"half a {CTRL_R}sentence, and the rest")
        await clerk.sees("half a sentence, and the rest")


async def test_it_is_typed_too_and_lines_without_a_block_say_so(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*SAID, "/draft")
        await clerk.sees("The draft")
        await clerk.press("home", "enter")
        await clerk.sees("comes from the agenda or the register")
        await clerk.press("space")
        await clerk.sees("nothing to read back")
