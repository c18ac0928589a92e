"""The desk: blocks selected, edited, moved and struck; keys, mouse, the palette, what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.clerk.screens.desk import DeskScreen
from support.agenda_texts import BOARD
from support.clerk import Clerk, at_the_desk

BEGUN = ("/present all", "/start 14:00", "# 4")
THREE = ("The first paragraph.", "The second paragraph.", "The third paragraph.")


def blocks(clerk: Clerk) -> list[str]:
    """The paragraphs of the open minute, as they stand on the screen."""
    rows = [row.split("│")[1] for row in clerk.screen.split("\n") if row.count("│") >= 2]
    return [row.strip(" ▌") for row in rows if row.strip(" ▌").endswith("paragraph.") and "✓" not in row]


async def at_three_blocks(clerk: Clerk) -> None:
    await clerk.types(*BEGUN, *THREE)
    await clerk.sees(*THREE)


# --- blocks


async def test_a_selected_block_is_marked_and_let_go_with_esc(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("ctrl+up")
        await clerk.sees("▌ The third paragraph.", "/strike strikes it")
        await clerk.press("ctrl+up")
        await clerk.sees("▌ The second paragraph.")
        await clerk.press("ctrl+down")
        await clerk.sees("▌ The third paragraph.")
        await clerk.press("escape")
        await clerk.does_not_see("▌")


async def test_a_selected_block_is_written_anew(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("ctrl+up", "ctrl+up")
        await clerk.types("/edit The new second paragraph.")
        await clerk.sees("The new second paragraph.")
        assert blocks(clerk) == [THREE[0], "The new second paragraph.", THREE[2]]


async def test_edit_alone_takes_the_selected_block_back(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("ctrl+up", "ctrl+up", "ctrl+up")
        await clerk.sends("/edit\r\x1b[F\x7f, or so the paragraph.\r")
        await clerk.sees("The first paragraph, or so the paragraph.")
        assert blocks(clerk) == ["The first paragraph, or so the paragraph.", *THREE[1:]]


async def test_edit_without_a_block_says_so(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN, "/edit")
        await clerk.sees("✗ There is no block yet to edit.")


async def test_a_meeting_loaded_while_an_enter_waited_lays_no_offers_over_the_refusal(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN, "/edit")
        await clerk.sees("✗ There is no block yet to edit.")
        desk = clerk.app.screen
        assert isinstance(desk, DeskScreen)
        desk.typing.refresh_offers()
        await clerk.does_not_see("the block reads so instead")


@pytest.mark.parametrize(
    ("line", "order"), [("/up", [1, 0, 2]), ("/down", [0, 2, 1]), ("/strike", [0, 2])], ids=["up", "down", "struck"]
)
async def test_a_selected_block_is_moved_or_struck(tmp_path: Path, line: str, order: list[int]) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("ctrl+up", "ctrl+up")
        await clerk.sees("▌ The second paragraph.")
        await clerk.types(line)
        await clerk.sees(f"✓ {line}")
        assert blocks(clerk) == [THREE[at] for at in order]
        await clerk.press("f8")
        await clerk.sees("✓ /undo")
        assert blocks(clerk) == list(THREE)


async def test_esc_leaves_a_block_as_it_was(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("up")
        await clerk.keys(" and more")
        await clerk.press("escape")
        await clerk.sees("The block stands as it was.")
        assert blocks(clerk) == list(THREE)


async def test_what_can_not_become_a_block_is_refused_and_stays(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("up", "ctrl+u")
        await clerk.types("/present @quill")
        await clerk.sees("✗ A block can't become that.", "/present @quill")
        await clerk.rests()
        assert [act.kind for act in clerk.acts][-1] == "paragraph"


# --- the mouse


async def test_a_click_on_an_item_opens_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.clicks("2 Minutes of Previous")
        await clerk.sees("▶ 2 Minutes of Previous", "✓ # 2", "item 2 of 5")
        await clerk.types("Typed behind the click.")
        await clerk.sees("  Typed behind the click.")


async def test_a_click_on_a_block_selects_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.clicks("The second paragraph.")
        await clerk.sees("▌ The second paragraph.")
        await clerk.types("/strike")
        await clerk.sees("✓ /strike")
        assert blocks(clerk) == [THREE[0], THREE[2]]


# --- keys


async def test_the_keys_undo_and_redo(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("f8", "f8")
        await clerk.sees("✓ /undo")
        assert blocks(clerk) == [THREE[0]]
        await clerk.press("f9")
        await clerk.sees("✓ /redo")
        assert blocks(clerk) == list(THREE[:2])


async def test_nothing_left_to_undo_is_said(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.press(*["f8"] * 8)
        await clerk.sees("✗")


async def test_the_keys_for_items_go_there_and_back(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.press("f6")
        await clerk.sees("item 5 of 5")
        await clerk.press("f7", "f7")
        await clerk.sees("item 3 of 5")


async def test_what_is_typed_behind_a_key_belongs_to_what_the_key_opened(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.sends("\x1b[17~For the last item.\r\x1b[18~For the one before.\r")
        await clerk.sees("✓ For the one before.")
        shown = [(act.kind, filed_item(clerk, at)) for at, act in enumerate(clerk.acts)][-4:]
        assert shown == [("open_item", "5"), ("paragraph", "5"), ("open_item", "4"), ("paragraph", "4")]


def filed_item(clerk: Clerk, at: int) -> str:
    book = clerk.app.book
    return book.acts(book.meetings()[0].name)[at].item


async def test_the_colours_go_round(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        seen = []
        for _ in range(4):
            await clerk.press("ctrl+t")
            await clerk.sees("Colours: ")
            seen.append(clerk.app.theme)
        assert len(set(seen[:3])) == 3
        assert seen[3] == seen[0]


async def test_a_long_minute_is_looked_through_with_the_page_keys(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await clerk.types(*BEGUN, *(f"Paragraph number {number}." for number in range(1, 21)))
        await clerk.sees("Paragraph number 20.")
        await clerk.press("pageup", "pageup", "pageup")
        await clerk.sees("Paragraph number 1.")
        await clerk.press("pagedown", "pagedown", "pagedown")
        await clerk.sees("Paragraph number 20.")


# --- type-ahead: what is typed right behind a key that opens something is not lost to it, nor it to the minutes


async def test_what_is_typed_behind_the_palettes_key_is_looked_for_in_the_palette(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.sends("\x10named vote\rall for")
        await clerk.sees("/roll all for")
        await clerk.rests()
        assert [act.kind for act in clerk.acts][-1] == "open_item"


async def test_a_key_of_the_desk_is_found_in_the_palette_and_done(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_three_blocks(clerk)
        await clerk.press("ctrl+p")
        await clerk.sees("What do you want to do?")
        await clerk.keys("undo")
        await clerk.press("enter")
        await clerk.sees("✓ /undo")
        assert blocks(clerk) == list(THREE[:2])


async def test_esc_leads_back_from_the_palette_and_typing_goes_on(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.keys("half a ")
        await clerk.press("ctrl+p")
        await clerk.sees("What do you want to do?")
        await clerk.press("escape")
        await clerk.keys("sentence")
        await clerk.sees("half a sentence")


async def test_an_arrow_and_enter_take_another_command(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.press("ctrl+p")
        await clerk.keys("private session")
        await clerk.sees("/exclude")
        await clerk.press("down", "up", "enter")
        await clerk.sees("│ /exclude ")


async def test_help_is_read_and_left_and_what_was_typed_is_still_there(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.keys("half a sentence")
        await clerk.press("f1")
        await clerk.sees("Help", "MOST OF THE WORK", "/present")
        await clerk.press("end")
        await clerk.sees("/rename")
        await clerk.press("escape")
        await clerk.keys(", and more")
        await clerk.sees("half a sentence, and more")


async def test_what_is_typed_behind_the_key_of_help_is_typed(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.sends("\x1bOPThe plan was received.\r")
        await clerk.press("escape")
        await clerk.sees("  The plan was received.")


async def test_a_letter_leads_back_from_help_and_is_typed(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.press("f1")
        await clerk.sees("MOST OF THE WORK")
        await clerk.sends("The plan was received.\r")
        await clerk.sees("✓ The plan was received.")
        await clerk.does_not_see("MOST OF THE WORK")


async def test_a_command_that_is_typed_otherwise_than_named_is_typed_so(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN, "The plan was recieved.")
        await clerk.sends("\x10typo\rrecieved/received/\r")
        await clerk.sees("  The plan was received.")
