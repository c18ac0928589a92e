"""An agenda pasted from a mail into a text file, with two things misread: mended in a few keys, and then it is a meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.model.acts.meeting import Summons
from boardtui.model.agenda import Section
from support.clerk import Clerk, at_the_book
from support.screen import matches

MAIL = """Harbourne Town Council
Highways Committee
Tuesday 4 May 2027 at 7.30 pm
Venue: the Village Hall, Marrick

Members: Cllr Ada Brook (Chairman), Cllr Tom Dale, Cllr Eve Marsh and Joe Pell

AGENDA

1. Apologies for Absence
2. Declarations of Interest
3. Street lights [phase 2]
Mill Lane and the path to the Village Green
Reports of Working Groups

4. Library Van (Pages 3 - 8)
   Report of: Mrs Ruth Venn, Clerk
   (a) Summer times
5. Date of Next Meeting
"""
GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (200, 60))


async def brought(clerk: Clerk, folder: Path) -> None:
    (folder / "mail.txt").write_text(MAIL, "utf-8")
    await clerk.keys(f"{folder / 'mail.txt'}")
    await clerk.press("enter")
    await clerk.sees("NOT STORED YET")


MENDS = ("end", "up", "up", "up", "up", "h", "up", "j", "f4", "enter", "3", "enter", "f5")
"""A heading that was read as a note, a title that was broken in two, the quorum that the mail doesn't say; accepted."""


async def test_it_is_mended_in_under_twenty_keys_and_becomes_a_meeting(tmp_path: Path) -> None:
    assert len(MENDS) < 20
    async with at_the_book(tmp_path) as clerk:
        await brought(clerk, tmp_path)
        await clerk.press(*MENDS)
        await clerk.sees("Highways Committee · Tuesday 4 May 2027", "not started", "3 Street lights", "4 Library Van")
        await clerk.types("/present all", "/start 19:30", "# 3", "The lamps were counted.")
        await clerk.sees("The lamps were counted.", "quorum")
        await clerk.rests()
        summons = clerk.acts[0]
    assert isinstance(summons, Summons)
    agenda = summons.agenda
    assert [(item.number, item.title) for item in agenda.items] == [
        ("1", "Apologies for Absence"),
        ("2", "Declarations of Interest"),
        ("3", "Street lights [phase 2] Mill Lane and the path to the Village Green"),
        ("4", "Library Van"),
        ("5", "Date of Next Meeting"),
    ]
    assert Section(title="Reports of Working Groups") in agenda.body
    assert (agenda.quorum, agenda.place, agenda.items[3].pages) == ("3", "the Village Hall, Marrick", "3 - 8")
    assert [listed.name for listed in agenda.people] == [
        "Cllr Ada Brook",
        "Cllr Tom Dale",
        "Cllr Eve Marsh",
        "Joe Pell",
    ]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("a review", ("end", "up", "up", "up", "up")),
        ("a review of the lines", ("end", "up", "up", "up", "up", "tab")),
        ("a review with its list", ("end", "up", "up", "up", "up", "d", "l", "f4", "end")),
        ("a review asks", ("end", "up", "up", "up", "up", "x")),
    ],
)
@pytest.mark.parametrize("size", SIZES)
async def test_the_review_looks_like_this(
    tmp_path: Path, name: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with at_the_book(tmp_path, size=size) as clerk:
        await brought(clerk, tmp_path)
        for key in keys:
            await clerk.press(key)
        await clerk.sees("NOT STORED YET")
        assert matches(clerk.screen, GOLDEN / f"{name.replace(' ', '_')}-{size[0]}x{size[1]}.txt")
