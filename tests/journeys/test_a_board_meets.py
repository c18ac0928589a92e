"""An afternoon of a health board, from the prepared text to the closed meeting, typed at the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.book import Book
from support.agenda_texts import BOARD
from support.clerk import at_the_desk
from support.clock import FrozenClock


async def test_the_clerk_minutes_a_meeting_to_its_end(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("Marrow Vale Health Board · 7 September 2026", "DRAFT · saved 14:32:07", "not started")

        # what was prepared days before stands there, and says so
        await clerk.types("# 3")
        await clerk.sees("Roof [phase 2]", "┊ The Board considered a report of Rosa Winter, Director of Buildings")
        await clerk.types("The roof had leaked over the archive.")
        await clerk.sees("┊ The roof had leaked over the archive.")

        await clerk.types("/present all", "/start 14:00")
        await clerk.sees("5 of 5 present", "quorum ✓")
        await clerk.types("/apologies @smith", "/leave @quill 14:10")
        await clerk.sees("3 of 5 present")

        await clerk.types("# 1", "/declare none")
        await clerk.sees("There were no declarations of interest.")

        await clerk.types("# 3")
        await clerk.press("f5")
        await clerk.sees("✓ /prepared")
        await clerk.types("? Who would pay for the scaffolding", "? @okafor Whether bats had been looked for")
        await clerk.sees("Members raised a number of issues", "• Who would pay for the scaffolding")
        await clerk.types("=")
        await clerk.sees("(1) The report be noted.", "(2) The budget for the second phase be approved.")

        await clerk.press("f6")
        await clerk.sees("▶ 4 Winter Plan")
        await clerk.types("/close 15:55", "")
        await clerk.sees("closed")


async def test_typing_always_lands_in_the_composer(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await clerk.keys("half")
        await clerk.press("f2", "f3", "tab", "ctrl+down", "escape")
        await clerk.keys(" a sentence")
        await clerk.sees("half a sentence")
        await clerk.pilot.click("#minute")
        await clerk.keys(" more")
        await clerk.sees("half a sentence more")


async def test_a_refused_line_stays_with_its_reason(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/prezent @quill")
        await clerk.sees("✗", "/present", "/prezent @quill")
        await clerk.types("")
        await clerk.sees("/prezent @quill")
        await clerk.rests()
        assert [act.kind for act in clerk.acts if act.kind == "present"] == []


async def test_the_last_block_is_taken_back_written_anew_and_undone(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/start 14:00", "# 4", "The plan was recieved.")
        await clerk.sees("The plan was recieved.")
        await clerk.press("up")
        await clerk.sees("Esc leaves it as it was")
        for _ in range(len("recieved.")):
            await clerk.press("backspace")
        await clerk.types("received.")
        await clerk.sees("  The plan was received.")
        await clerk.press("f8")
        await clerk.sees("The plan was recieved.")
        await clerk.press("f9")
        await clerk.sees("│   The plan was received.")


async def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/start 14:00", "# 4", "The plan was received.", "/undo")
        await clerk.does_not_see("│   The plan was received.")
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.does_not_see("│   The plan was received.")
        await clerk.types("/redo")
        await clerk.sees("│   The plan was received.")


async def test_what_was_being_typed_is_there_again_at_the_same_place(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/start 14:00", "# 4")
        await clerk.keys("The plan was recived with thanks")
        await clerk.press(*["left"] * len("ived with thanks"))
        await clerk.press("backspace", "c")
        await clerk.rests()
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.sees("The plan was recived with thanks")
        await clerk.keys("e")
        await clerk.sees("The plan was received with thanks")


async def test_an_edit_in_progress_survives_a_restart_as_an_edit(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/start 14:00", "# 4", "The plan was received")
        await clerk.press("up")
        await clerk.keys(" with thanks")
        await clerk.rests()
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(", and discussed.")
        await clerk.sees("The plan was received with thanks, and discussed.")
        await clerk.rests()
        assert [act.kind for act in clerk.acts][-1] == "edit"


async def test_a_missing_time_means_now(tmp_path: Path) -> None:
    clock = FrozenClock()
    async with at_the_desk(tmp_path, BOARD, clock=clock) as clerk:
        await clerk.types("/present all", "/start 14:00")
        clock.on(8)
        await clerk.types("/leave @quill")
        await clerk.sees("4 of 5 present")
        name = clerk.app.book.meetings()[0].name
        at = clerk.app.book.acts(name)[-1].at
        assert at is not None
        assert at.typed == "14:40"


async def test_commands_and_names_complete_where_they_are_typed(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.keys("/appr")
        await clerk.keys("")
        await clerk.press("escape", *["backspace"] * 5)
        await clerk.keys("/apol")
        await clerk.sees("/apologies")
        await clerk.press("tab")
        await clerk.keys("@qu")
        await clerk.sees("Quill")
        await clerk.press("tab", "enter")
        await clerk.sees("✓ /apologies @quill")


async def test_hostile_names_are_letters_and_not_markup(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(200, 60)) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 3", "[/] [red]seen[/red] @smith spoke of [b]lead[/b]")
        await clerk.sees("[/] [red]seen[/red]", "[b]lead[/b]", "Roof [phase 2]")


async def test_lines_pasted_are_recorded_and_the_last_one_waits(tmp_path: Path) -> None:
    from textual.events import Paste

    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/start 14:00", "# 4")
        clerk.app.post_message(Paste("The first paragraph.\r\n\r\n- a point\r\nThe last, not finished"))
        await clerk.sees("The first paragraph.", "• a point", "The last, not finished")
        await clerk.rests()
        assert [act.kind for act in clerk.acts][-2:] == ["paragraph", "bullet"]


async def test_a_paste_with_a_command_in_it_records_nothing(tmp_path: Path) -> None:
    from textual.events import Paste

    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/start 14:00", "# 4")
        clerk.app.post_message(Paste("The first paragraph.\n/close\nmore"))
        await clerk.sees("The first paragraph. /close more")
        await clerk.rests()
        assert [act.kind for act in clerk.acts][-1] == "open_item"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 10)])
async def test_the_desk_can_be_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await clerk.types("/start 14:00", "# 4", "The plan was received.")
        await clerk.sees("  The plan was received.")
        await clerk.pilot.resize_terminal(80, 24)
        await clerk.sees("  The plan was received.")
        await clerk.pilot.resize_terminal(*size)
        await clerk.sees("  The plan was received.")


async def test_a_second_clerk_is_told_who_has_the_book(tmp_path: Path) -> None:
    from boardtui.errors import BookError

    async with at_the_desk(tmp_path, BOARD):
        with pytest.raises(BookError, match="clerk"):
            Book.open(tmp_path / "minutes.book", holder="somebody else")
