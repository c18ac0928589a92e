"""Pastes: many lines are recorded in their order while typing goes on; what is too much is refused in a sentence."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from boardtui.clerk import pasted
from boardtui.desk import Desk
from boardtui.errors import Refusal
from boardtui.model.acts.text import Paragraph
from support.agenda_texts import BOARD
from support.clerk import Clerk, at_the_desk

BEGUN = ("/present all", "/start 14:00", "# 4")
LINES = [f"Line {number} of the report." for number in range(120)]


def recorded(clerk: Clerk) -> list[str]:
    """The paragraphs of item 4, behind the one the agenda has prepared elsewhere."""
    words = [str(act.text.parts[0]) for act in clerk.acts if isinstance(act, Paragraph)]
    return [one for one in words if one.startswith("Line")]


async def test_the_lines_of_a_paste_are_recorded_in_their_order_and_the_last_one_waits(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.pastes("\n".join(LINES))
        await clerk.types(" And more.")
        await clerk.sees("✓ Line 119 of the report. And more.")
        await clerk.rests()
        assert recorded(clerk) == [*LINES[:-1], f"{LINES[-1]} And more."]


async def test_while_a_paste_is_recorded_letters_are_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasted, "PAUSE", 3600.0)  # its first turn is yet to come
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.rests()
        await clerk.pastes("\n".join(LINES))
        await clerk.keys(" And more.")
        await clerk.sees("Line 119 of the report. And more.")
        await clerk.rests()
        assert recorded(clerk) == []
        (draft,) = clerk.app.book.drafts(clerk.app.book.meetings()[0].name).values()
        assert draft.text.endswith("Line 118 of the report. Line 119 of the report. And more.")
        assert draft.caret == len(draft.text)


async def test_a_key_that_says_something_comes_behind_the_paste(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.pastes("\n".join(LINES))
        await clerk.press("f6")
        await clerk.sees("▶ 5 Any Other Business")
        await clerk.rests()
        assert recorded(clerk) == LINES[:-1]
        assert clerk.acts[-1].kind == "open_item"


async def test_what_is_refused_of_a_paste_is_left_in_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.rests()
        say = Desk.say

        def hesitant(desk: Desk, line: str, **more: Any) -> Any:
            if "Line 2 " in line:
                raise Refusal("Not that line.", "Say it otherwise.")
            return say(desk, line, **more)

        monkeypatch.setattr(Desk, "say", hesitant)
        await clerk.pastes("\n".join(LINES[:4]))
        await clerk.keys("!")
        await clerk.sees("✗ Not that line.", "Line 2 of the report. Line 3 of the report.!")
        await clerk.rests()
        assert recorded(clerk) == LINES[:2]


async def test_five_megabytes_are_refused_in_a_sentence_and_typing_goes_on(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.keys("before")
        begun = time.monotonic()
        await clerk.pastes("x" * 5_000_000)
        await clerk.keys(" and after")
        await clerk.sees("The paste is 5,000,000 characters long, and the most is 200,000.", "before and after")
        assert time.monotonic() - begun < 5
