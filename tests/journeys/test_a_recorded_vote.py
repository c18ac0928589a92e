"""A vote by name in a town council of fifteen and in a city council of sixty, key by key, while a sentence waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.model.acts.business import Roll
from support.clerk import Clerk, at_the_desk

SURNAMES = """
    Abbott Ames Arden Baines Barlow Bell Brook Carver Chadwick Cole Coombe Dale Dawson Denny Eaves Ellery Farrow Fenn Ford
    Gale Garrod Gill Grange Hale Harte Hobbs Hurst Ives Jarvis Joyce Keane Kemp Lacey Lamb Lowe Lunn Marsh Mead Merton Moss
    Nash Noble Oakes Orme Palmer Pell Penrose Quint Raine Reeve Rudge Saleh Seaton Stead Tallis Thorne Tull Usher Venn Wray
"""
PARTIES = (
    "Labour", "Conservative", "Labour", "Liberal Democrat", "Labour", "Conservative", "Green", "Labour", "Conservative",
)  # fmt: skip
F11, DOWN = "\x1b[23~", "\x1b[B"
BEGUN = (
    "/present all",
    "/start 19:00",
    "# 2",
    "/move @cole @bell: that the budget be approved, and the council tax set",
)


def council(members: int) -> str:
    """The agenda of a council of so many, in four parties."""
    names = SURNAMES.split()[:members]
    seats = "".join(
        f"member: Councillor {'ABCDEFGHIJKLM'[n % 13]} {name} | {'Mayor' if n == 6 else ''} | | {PARTIES[n % 9]}\n"
        for n, name in enumerate(names)
    )
    return f"""---
committee: Little Ashmere Council
house: full_council
date: 7 September 2026
time: 7.00 pm
quorum: a quarter
next minute number: 1
{seats}---
1. Declarations of Interest
2. Budget
3. Cycle Lanes
"""


async def takes(clerk: Clerk, *keys: str) -> int:
    """Press these, one key a letter but for an escape sequence, and give how many they were."""
    await clerk.sends("".join(keys))
    return sum(1 if key in (F11, DOWN) else len(key) for key in keys)


async def is_recorded_once(clerk: Clerk, before: int) -> None:
    await clerk.rests()
    assert len(clerk.acts) == before + 1
    assert isinstance(clerk.acts[-1], Roll)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_fifteen_in_under_twenty_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, council(15), size=size) as clerk:
        await clerk.types(*BEGUN)
        await clerk.keys("Councillor Brook sp")
        await clerk.rests()
        before = len(clerk.acts)
        pressed = await takes(clerk, F11, "1", "ch", "2", "ea", "2", "den", "3", "am", "4", "\r")
        assert pressed < 20
        await clerk.sees("✓ /roll all for; against @chadwick @eaves; abstained @denny; none @am", "Not voting (1): ")
        await is_recorded_once(clerk, before)
        await clerk.types("oke to it.")
        await clerk.sees("✓ Councillor Brook spoke to it.")


async def test_fifteen_called_one_by_one_in_under_twenty_keys(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, council(15)) as clerk:
        await clerk.types(*BEGUN)
        await clerk.rests()
        before = len(clerk.acts)
        assert await takes(clerk, F11, "\t", "112112113111211", "\r") < 20
        await clerk.sees("✓ /roll all for; against @arden @bell @dawson; abstained @chadwick")
        await is_recorded_once(clerk, before)


async def test_sixty_by_party_then_exceptions_in_under_sixty_keys(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, council(60), size=(80, 24)) as clerk:
        await clerk.types(*BEGUN)
        await clerk.keys("Councillor Brook sp")
        await clerk.rests()
        before = len(clerk.acts)
        parties = (DOWN, "1", "2", "2", "3")
        exceptions = (
            "hob",
            "2",
            "nob",
            "2",
            "orm",
            "2",
            "ven",
            "3",
            "kem",
            "3",
            "jo",
            "4",
            "sa",
            "1",
            "us",
            "1",
            "wra",
            "1",
        )
        pressed = await takes(clerk, F11, *parties, *exceptions, "\r")
        assert pressed < 60
        await clerk.sees("✓ /roll all against; Labour for; Green abstained; for @saleh @usher @wray; ")
        await is_recorded_once(clerk, before)
        await clerk.types("oke to it.")
        await clerk.sees("✓ Councillor Brook spoke to it.")
