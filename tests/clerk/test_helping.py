"""One line of help with an example, while a command is typed: never over what must be read first."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.notation.commands import BY_NAME, command_typed
from support.agenda_texts import BOARD
from support.clerk import at_the_desk

HELP = "an interest is declared: /declare @patel 5 dpi owns a flat in the road; left"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("/declare ", "/declare"),
        ("/DECLARE @a", "/declare"),
        ("/recorded all", "/roll"),
        ("/declare", ""),
        ("/declared x", ""),
        ("declare x", ""),
        ("/ x", ""),
        ("", ""),
    ],
)
def test_a_command_is_known_once_its_name_is_typed_whole(line: str, name: str) -> None:
    assert command_typed(line) is BY_NAME.get(name)


async def test_help_comes_with_the_command_and_goes_with_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(160, 40)) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 1")
        await clerk.sees("✓ # 1")
        await clerk.keys("/declare")
        await clerk.does_not_see(HELP)
        await clerk.keys(" ")
        await clerk.sees(HELP)
        await clerk.press("backspace")
        await clerk.sees_no_longer(HELP)
        await clerk.types(" @quill 3 dpi a roof")
        await clerk.sees("✓ /declare @quill 3 dpi a roof")


async def test_the_reason_of_a_refusal_stays_while_the_line_is_mended(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types("/declare @quill 77 dpi")
        await clerk.sees("✗ No item is called “77”.")
        await clerk.press("left", "left", "left", "left", "backspace", "backspace")
        await clerk.keys("3")
        await clerk.sees("✗ No item is called “77”.", "/declare @quill 3 dpi")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_offers_lie_neither_over_the_help_nor_over_a_refusal(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 4")
        await clerk.sees("✓ # 4")
        await clerk.keys("/second ")
        await clerk.sees("the seconder: /second @okafor", "Cllr Ida Penrose", "Dr Aled ap Rhys")
        await clerk.types("@nobody")
        await clerk.sees("✗ Nobody here is called @nobody.")
        await clerk.press(*["backspace"] * 7, "@")
        await clerk.sees("✗ Nobody here is called @nobody.", "Cllr Ida Penrose")
