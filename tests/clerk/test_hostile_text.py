"""What people type and paste is text: never markup, never a link, never an order to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.agenda_texts import BOARD
from support.clerk import at_the_desk

BEGUN = ("/present all", "/start 14:00", "# 3")
HOSTILE = (
    "A. [/] Smith said so",
    "[@click=app.bell]x[/]",
    "[b]lead[/b] and [red]red",
    r"\[ and \\[",
    "[link=file:///]y[/link]",
)


@pytest.mark.parametrize("text", HOSTILE)
async def test_it_reads_as_typed_wherever_it_is_shown(tmp_path: Path, text: str) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(200, 60)) as clerk:
        await clerk.keys(text)
        await clerk.sees(text)
        line = text.removeprefix("\\")
        await clerk.press("ctrl+u")
        await clerk.types(
            *BEGUN, f"~ {line}", f"- {line}", f"| {line} | {line} |", f"/heading {line}", f"= {line}", f"/nosuch {line}"
        )
        await clerk.sees(
            f"~ {line} (private)", f"• {line}", f"│ {line} │ {line} │", f". {line}", f"RESOLVED that {line}."
        )
        await clerk.sees(f"/nosuch {line}", "✗")


async def test_hostile_names_and_titles_are_letters_in_every_list(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(200, 60)) as clerk:
        await clerk.keys("@smi")
        await clerk.sees("Ms Joan [/] Smith")
        await clerk.press("escape", "ctrl+u")
        await clerk.types(*BEGUN, "/move @smith: the [/] roof be [b]mended", "/speak @smith")
        await clerk.sees("3 Roof [phase 2]", "Ms Joan [/] Smith")
        await clerk.press("f4")
        await clerk.sees("Gaps: ")
        await clerk.press("escape", "ctrl+p")
        await clerk.keys("[/] [b")
        await clerk.sees("[/] [b")


async def test_a_click_on_what_looks_like_a_link_selects_the_block(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN, "[@click=app.exit]leave[/]")
        await clerk.sees("  [@click=app.exit]leave[/]")
        await clerk.clicks("[@click=app.exit]")
        await clerk.sees("▌ [@click=app.exit]leave[/]")


async def test_what_is_pasted_loses_its_escapes_and_nothing_else(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.pastes(
            "one \x1b[31mred\x1b[0m, \x1b]52;c;aGVsbG8=\x07two, \x9b31mthree, \x1b]0;title without an end"
        )
        await clerk.press("enter")
        await clerk.sees("  one red, two, three, ]0;title without an end")
        await clerk.rests()
        assert all("\x1b" not in act.model_dump_json() for act in clerk.acts)
