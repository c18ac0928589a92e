"""A register of twenty members, taken while a sentence waits in the composer: how many keys it takes, and what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.cli import main
from support.clerk import at_the_desk

MEMBERS = (
    "Cllr Ada Brook | Chair", "Cllr Tom Dale", "Cllr Grace Hill", "Cllr Ned Lunn", "Cllr Eve Marsh", "Cllr Joe Pell",
    "Dr Aled Rhys | | Vale Health Trust", "Joan Bell | | Voluntary Action", "Siân O'Brien | Director of Public Health",
    "Walter de la Mare | | Fire Service", "John Okafor | | Healthwatch", "Mary Collins", "Michael Collins",
    "Donna Stocking", "Ann Mann | | Harbour Trust", "Bob Manning | | Harbour Trust", "Priya Vance", "Lucy Quill",
    "Sam Reed", "Zoe Young",
)  # fmt: skip
AGENDA = f"""---
committee: Harwick Health Board
house: partnership_board
date: 7 September 2026
time: 2.30 pm
quorum: 7
{"".join(f"member: {one}{chr(10)}" for one in MEMBERS)}substitute: Jean Frost | | Harbour Trust
---
1. Welcome
2. Winter Plan
"""
F10, ENTER = "\x1b[21~", "\r"
TAKEN = (F10, "*", *"h2", *"q2", *"y2", *"mann5", *"f", ENTER, *"I Kerr", ENTER, "1")
"""Everybody is here, but for three apologies; Jean Frost sits for Ann Mann; I Kerr is an officer nobody has named before."""


async def test_twenty_members_in_fewer_than_thirty_keys_while_a_sentence_waits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(MEMBERS) == 20
    assert len(TAKEN) < 30
    async with at_the_desk(tmp_path, AGENDA, size=(80, 24)) as clerk:
        await clerk.keys("The Board welcomed the ")
        await clerk.sends("".join(TAKEN))
        await clerk.sees("✓ /officer I Kerr", "17 of 20 here · quorum 7 ✓")
        await clerk.press("escape")
        await clerk.keys("new members.")
        await clerk.sees("The Board welcomed the new members.", "17 of 20 here")
        await clerk.press("ctrl+u")

        # in the meeting the same keys say who comes and goes, at the time it is
        await clerk.types("/start 14:30", "# 2")
        clerk.clock.on(10)
        await clerk.sends(F10 + "q1" + "re7")
        await clerk.sees("The meeting is on", "✓ arrived 14:42  Lucy Quill", "← left 14:42     Sam Reed")
        await clerk.rests()
        kinds = [act.kind for act in clerk.acts][1:]
        register = ["present", "apologies", "apologies", "apologies", "substitute", "apologies", "officer"]
        assert kinds == [*register, "start", "open_item", "arrive", "leave"]
    assert main(["--book", str(tmp_path / "minutes.book"), "show"]) == 0
    printed = capsys.readouterr().out
    assert "Jean Frost, Harbour Trust (substitute for Ann Mann)" in printed
    assert "Apologies:\n\nCouncillor Hill\nAnn Mann, Harbour Trust\nZoe Young\n" in printed
    assert "Employees (by Directorate):\n\nI Kerr\n" in printed
    assert "\nLucy Quill\n" in printed
