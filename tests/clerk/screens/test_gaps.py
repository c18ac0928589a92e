"""What is missing, on the desk: found, gone to, mended or answered there; and nothing recorded by looking."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.model.acts import Act
from boardtui.model.acts.business import Move
from boardtui.model.acts.corrections import Insert, Override, Undo
from support.agenda_texts import BOARD
from support.clerk import Clerk, at_the_desk
from support.sampling import sampled

MOVED = ("/present all", "/start 14:00", "# 4", "/move @penrose: the plan be noted", "/vote 3 1", "# 5")
"""The motion of item 4 has no seconder, and item 5 is open."""
PUT_OFF = ("# 1", "/defer", "# 2", "/defer", "# 3", "/prepared", "/defer")
ALONE = (*MOVED[:2], *PUT_OFF, "# 5", "/defer", *MOVED[2:4])
"""Item 4 is open, its motion not decided, and every other item put off."""
F4 = "\x1bOS"
SIZES = [(80, 24), (120, 40), (200, 60)]


async def at_the_gaps(clerk: Clerk, *lines: str) -> None:
    await clerk.types(*MOVED, *lines)
    await clerk.rests()
    await clerk.press("f4")
    await clerk.sees("Gaps: ")


def last(clerk: Clerk) -> Act:
    return clerk.acts[-1]


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]))
async def test_what_is_missing_is_listed_with_what_mends_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await at_the_gaps(clerk)
        await clerk.sees(
            "Gaps: 1", "DRAFT · saved", "▶  1 Item 4: the motion has no seconder.", "/insert #", "/second …"
        )
        await clerk.press("f4")
        await clerk.sees("Any Other Business", "gaps 1")


async def test_nothing_missing_is_said(tmp_path: Path) -> None:
    agenda = BOARD.split("# Public Business")[0].replace("quorum: 3\n", "") + "1. Welcome\n"
    async with at_the_desk(tmp_path, agenda) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 1", "Everybody was welcome.", "/close 14:05", "/gaps")
        await clerk.sees("Gaps: 0", "Nothing is missing.")
        await clerk.press("enter", "ctrl+o", "down", "escape")
        await clerk.sees("closed")


async def test_letters_narrow_and_esc_widens_before_it_leaves(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*MOVED, "@nobody spoke.")
        await clerk.sends(f"{F4}item 5 nob")
        await clerk.sees("Gaps: 2", "1 shown", "▶  2 Item 5: @nobody is nobody the meeting knows.")
        assert "seconder" not in clerk.screen
        await clerk.keys("x")
        await clerk.sees("No gap holds these words.")
        await clerk.press("enter", "backspace", "escape")
        await clerk.sees("seconder", "Letters find one")
        await clerk.press("escape")
        await clerk.sees("gaps 2")


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]))
async def test_enter_leads_to_the_minute_and_records_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await at_the_gaps(clerk)
        count = len(clerk.acts)
        await clerk.press("enter")
        await clerk.sees("◀ Only looked at. What you type goes to item 5", "Winter Plan", "▌", "the plan be noted")
        await clerk.sees("Item 4: the motion has no seconder.", "/second")
        await clerk.press("escape")
        await clerk.sees("Any Other Business", "Type what happens.")
        await clerk.does_not_see("Only looked at")
        assert len(clerk.acts) == count


async def test_a_gap_is_mended_in_one_go_and_the_clerk_is_back(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*MOVED)
        await clerk.sends(f"{F4}seconder\r@okafor\rThe Board rose.\r")
        await clerk.sees("5 Any Other Business", "  The Board rose.")
        await clerk.rests()
        put_in = next(act for act in clerk.acts if isinstance(act, Insert))
        moved = next(i for i, act in enumerate(clerk.acts, start=1) if isinstance(act, Move))
        assert (put_in.target, put_in.said.kind) == (moved, "second")
        await clerk.press("f4")
        await clerk.sees("Nothing is missing.")


async def test_a_half_typed_line_stays(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*MOVED)
        await clerk.keys("Half a sentence")
        await clerk.sends(f"{F4}\r, and the rest")
        await clerk.sees("◀ Only looked at", "Half a sentence, and the rest")
        await clerk.press("escape")
        await clerk.does_not_see("Only looked at")
        await clerk.press("enter")
        await clerk.sees("5 Any Other Business", "  Half a sentence, and the rest")


async def test_a_reason_is_two_keys_away_and_taken_back_from_the_list(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*MOVED)
        await clerk.press("f4", "ctrl+o")
        await clerk.sees("/override #", "◀ Only looked at")
        await clerk.types("standing orders ask for none")
        await clerk.rests()
        override = last(clerk)
        assert isinstance(override, Override)
        assert (override.reason, override.lack) == ("standing orders ask for none", "seconder")
        await clerk.press("f4")
        await clerk.sees(
            "Gaps: 0", "1 reason given", "▶    “standing orders ask for none”", "Item 4: the motion has no seconder."
        )
        await clerk.press("ctrl+o")
        await clerk.sees("That is a reason; Enter takes it back.")
        await clerk.press("enter")
        await clerk.sees("/undo ")
        await clerk.press("enter")
        await clerk.rests()
        assert isinstance(last(clerk), Undo)
        await clerk.press("f4")
        await clerk.sees("Gaps: 1")


async def test_what_no_act_is_about_is_mended_and_not_answered(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/present @penrose @okafor @quill", "/start 14:00")
        await clerk.press("f4", "ctrl+o")
        await clerk.sees("There is no act that a reason could be given for.", "/absent @")


async def test_a_click_marks_one_and_another_goes_there(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_gaps(clerk, "@nobody spoke.")
        await clerk.clicks("@nobody is nobody")
        await clerk.sees("▶  2")
        await clerk.clicks("@nobody is nobody")
        await clerk.sees("s/@nobody/")


async def test_what_is_looked_at_can_be_selected_and_corrected(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(
            "/present all", "/start 14:00", "# 4", "The plan was recieved.", "! report back", "# 5", "Last."
        )
        await clerk.press("f4", "enter")
        await clerk.sees("◀ Only looked at", "▌")
        await clerk.press("escape")
        await clerk.press("f4", "enter", "ctrl+a", "delete", "ctrl+up")
        await clerk.types("s/recieved/received/")
        await clerk.sees("5 Any Other Business", "✓ s/recieved/received/")
        await clerk.press("f4", "enter")
        await clerk.sees("  The plan was received.")
        await clerk.press("ctrl+a", "delete", "ctrl+up")
        await clerk.sees("▌ The plan was received.")
        await clerk.press("up")
        await clerk.sees("Enter puts it in its place")
        await clerk.keys("again")
        await clerk.press("enter")
        await clerk.sees("5 Any Other Business", "  Last.")


async def test_the_next_item_lets_go_of_the_look(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_gaps(clerk)
        await clerk.press("enter")
        await clerk.sees("◀ Only looked at")
        await clerk.press("f7")
        await clerk.sees("4 Winter Plan", "item 4 of 5")
        await clerk.does_not_see("Only looked at")


async def test_markup_in_a_gap_is_letters(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_gaps(clerk, "=a [/] [red]seen[/red]")
        await clerk.press("end")
        await clerk.sees("“=a [/] [red]seen[/red]” was minuted as text", "= a [/] [red]seen[/red]")


# --- before the meeting is closed


async def test_what_is_missing_is_told_before_the_close_and_the_second_enter_closes(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await clerk.types(*ALONE, "/close 15:30")
        await clerk.sees(
            "2 things are missing: F4 shows them; Enter again closes all the same.", "/close 15:30", "item 4 of 5"
        )
        await clerk.press("f4")
        await clerk.sees("Gaps: 2", "the motion has no seconder.", "the motion was not decided.")
        await clerk.press("escape", "enter")
        await clerk.sees("closed")
        await clerk.rests()
        assert last(clerk).kind == "close"


async def test_what_mends_takes_the_place_of_a_close_that_waits_and_esc_lets_go_of_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*MOVED[:2], *PUT_OFF, *MOVED[2:], "There was none.", "/close")
        await clerk.sees("1 thing is missing")
        await clerk.sends(f"{F4}\r@okafor\r")
        await clerk.sees("✓ /insert #")
        await clerk.types("! mend it", "/close")
        await clerk.sees("1 thing is missing")
        await clerk.press("escape")
        await clerk.sees("Type what happens.")
        await clerk.types("/undo", "/close 15:30")
        await clerk.sees("closed")


async def test_what_is_told_is_told_whole(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(100, 30)) as clerk:
        await clerk.types(*ALONE, "/close 15:30")
        await clerk.sees("2 things are missing: F4 shows them; Enter again", "closes all the same.")
