"""The register at the desk: taken by keys, filed at once, undone, kept, and left with what was being typed as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from support.agenda_texts import BOARD
from support.books import failing_disk
from support.clerk import Clerk, at_the_desk
from support.sampling import sampled

SIZES = [(80, 24), (120, 40), (200, 60)]
BEGUN = ("/present all", "/start 14:00", "# 4")


async def at_the_register(clerk: Clerk, *lines: str) -> None:
    await clerk.types(*lines)
    await clerk.rests()
    await clerk.press("f10")
    await clerk.sees("Register · ")


def lines(clerk: Clerk) -> list[str]:
    """What was said since the meeting was called and its text prepared, by kind of act."""
    return [act.kind for act in clerk.acts][3:]


def row(clerk: Clerk, name: str) -> str:
    return " ".join(next(row for row in clerk.screen.split("\n") if name in row).split())


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]))
async def test_everybody_and_the_exceptions(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await at_the_register(clerk)
        await clerk.sees(
            "0 of 5 here · NO QUORUM", "not said", "Before the meeting: what you mark", "1 here  2 apologies"
        )
        await clerk.keys("*o2(unwell\rla1")
        await clerk.sees("✓ /officer @lark", "4 of 5 here · quorum 3 ✓")
        await clerk.rests()
        assert row(clerk, "Okafor") == "– apologies Cllr Ben Okafor (unwell) · Deputy Chair"
        assert row(clerk, "Lark") == "▶ ✓ here T Lark Place"
        assert lines(clerk) == ["present", "apologies", "apologies", "officer"]


async def test_typing_waits_and_goes_on_where_it_was(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.keys("Half a tence")
        await clerk.press(*["left"] * 5)
        await clerk.sends("\x1b[21~pen7")  # F10 as a terminal sends it, and what is typed behind it is for the register
        await clerk.sees("✓ /leave @penrose", "← left 14:32", "4 of 5 here")
        await clerk.press("escape")
        await clerk.sees("item 4 of 5", "Half a tence")
        await clerk.keys("sen")
        await clerk.sees("Half a sentence")


async def test_a_typed_line_opens_it_and_is_offered(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.keys("/reg")
        await clerk.sees("/register  ")
        await clerk.sends("ister\r*")
        await clerk.sees("Register · 5 of 5 here", "✓ /present all")
        await clerk.press("escape")
        await clerk.sees("not started")
        assert "/register" not in clerk.screen


async def test_it_is_found_in_the_palette_and_closed_by_its_key(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.press("ctrl+p")
        await clerk.keys("take the register")
        await clerk.sees("register  F10")
        await clerk.press("enter")
        await clerk.sees("Register · ")
        await clerk.press("f10")
        await clerk.sees("not started · ")


async def test_in_the_meeting_marks_are_movements_with_the_time_and_the_screen_says_so(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk, "/present all", "/late @quill", "/start 14:00", "# 4")
        await clerk.sees("The meeting is on: 1 on somebody away is an arrival now", "7 Cllr Ida Penrose goes out")
        await clerk.keys("q1ok7")
        await clerk.sees("✓ arrived 14:32  Cllr Mary Quill", "← left 14:32     Cllr Ben Okafor")
        await clerk.press("escape")
        await clerk.sees("item 4 of 5 · 4 of 5 here")


async def test_one_key_undoes_what_one_key_said_and_another_says_it_again(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        await clerk.keys("*sm5Jean Frost, Vale\r")
        await clerk.sees("✓ /sub Jean Frost, Vale for @smith; /apologies @smith", "5 of 5 here")
        await clerk.press("f8")
        await clerk.sees("✓ /undo: /sub Jean Frost, Vale for @smith; /apologies @smith")
        assert row(clerk, "Smith").startswith("▶ ✓ here")
        assert "Jean Frost, " not in clerk.screen.replace("/sub Jean Frost, ", "")
        await clerk.press("f9")
        await clerk.sees("✓ /redo: /sub Jean Frost", "for Ms Joan [/] Smith")
        await clerk.press("f8", "f8")
        await clerk.sees("✓ /undo: /present all", "0 of 5 here")
        await clerk.press("f8")
        await clerk.sees("There is nothing of the register to undo.")


async def test_undo_reaches_what_was_said_before_it_was_opened_but_no_minutes(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk, *BEGUN, "/leave @quill", "The plan was received.")
        await clerk.press("f8")
        await clerk.sees("✓ /undo: /leave @quill", "5 of 5 here")
        await clerk.press("f9")
        await clerk.sees("✓ /redo: /leave @quill", "4 of 5 here")
        await clerk.press("escape")
        await clerk.sees("The plan was received.")


async def test_a_refusal_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        await clerk.keys("*7")
        await clerk.sees("✗ The meeting has not started: nobody comes in or goes out now.", "Mark who is here")
        await clerk.keys("+Quill\r")
        await clerk.sees("✗ “Quill” is the surname of Cllr Mary Quill.", "Name: Quill")
        await clerk.press("f8")
        await clerk.sees("Esc first: something is being asked.")
        await clerk.rests()
        assert lines(clerk) == ["present"]


async def test_what_is_half_typed_is_there_when_the_desk_is_opened_again(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        await clerk.keys("sm5J Fro")
        await clerk.rests()
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        await clerk.sees(
            "This was half typed when the register was left.", "Name: J Fro", "who sits for Ms Joan [/] Smith"
        )
        await clerk.keys("st\r")
        await clerk.sees("✓ /sub J Frost for @smith")
        await clerk.rests()
        assert clerk.app.book.drafts(clerk.app.book.meetings()[0].name) == {}


async def test_f10_leaves_a_half_typed_name_and_esc_lets_it_go(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        await clerk.keys("+Ida Mo")
        await clerk.press("f10")
        await clerk.sees("not started")
        await clerk.press("f10")
        await clerk.sees("Name: Ida Mo")
        await clerk.press("escape", "escape")
        await clerk.sees("not started")
        await clerk.press("f10")
        await clerk.sees("Letters find somebody")
        await clerk.rests()
        assert clerk.app.book.drafts(clerk.app.book.meetings()[0].name) == {}


async def test_what_is_typed_behind_the_key_that_leaves_is_for_the_desk(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk, *BEGUN)
        await clerk.sends("\x1b[21~The plan was received.\rAnd")
        await clerk.sees("✓ The plan was received.", "item 4 of 5", "And")


async def test_a_name_may_be_pasted_and_is_only_text(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        await clerk.keys("+")
        await clerk.pastes("Ida [red]Moss[/red] [/]\n, Roads\x1b[2J")
        await clerk.sees("Name: Ida [red]Moss[/red] [/] , Roads")
        await clerk.press("enter", "enter")
        await clerk.sees("✓ /officer", "Ida [red]Moss[/red] [/]", "Roads")


async def test_a_click_marks_and_another_turns(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        await clerk.clicks("Ben Okafor")
        await clerk.sees("▶ · not said")
        assert row(clerk, "Okafor").startswith("▶ · not said")
        await clerk.clicks("Ben Okafor")
        await clerk.sees("✓ /present @okafor", "1 of 5 here")


async def test_what_waits_for_the_disk_is_marked_and_not_shown_as_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = failing_disk(monkeypatch)
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_register(clerk)
        disk.fails = staticmethod(lambda sql: sqlite3.SQLITE_FULL if sql == "COMMIT" else 0)
        await clerk.keys("*")
        await clerk.sees("NOT SAVED", "… here", "0 of 5 here")
        assert "✓ /present all" not in clerk.screen
        disk.fails = staticmethod(lambda _sql: 0)
        await clerk.sees("✓ /present all", "✓ here", "5 of 5 here", "DRAFT · saved")


async def test_sixty_members_scroll(tmp_path: Path) -> None:
    members = "\n".join(f"member: Cllr {chr(65 + n % 26)} Xavier-{n:02} | | Ward {n}" for n in range(60))
    agenda = BOARD.replace("officer: T Lark", f"{members}\nofficer: T Lark")
    async with at_the_desk(tmp_path, agenda, size=(80, 24)) as clerk:
        await at_the_register(clerk)
        await clerk.sees("0 of 65 here")
        await clerk.press("end", "up", "up")
        await clerk.sees("▶ · not said       Cllr H Xavier-59")
        await clerk.press("pageup", "home")
        await clerk.sees("▶ · not said       Cllr Ida Penrose")
