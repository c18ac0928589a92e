"""Forty minutes on, the clerk sees that a vote was taken down wrongly: found on the trail, looked at, undone, redone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.agenda_texts import BOARD
from support.clerk import at_the_desk
from support.clock import FrozenClock, machine_in


@pytest.fixture(autouse=True)
def in_london() -> Iterator[None]:
    """Where the clerk's clock is, too."""
    with machine_in("Europe/London"):
        yield


async def test_a_wrong_vote_from_forty_minutes_ago(tmp_path: Path) -> None:
    clock = FrozenClock()
    async with at_the_desk(tmp_path, BOARD, clock=clock) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 3", "/prepared")
        await clerk.types("/move @okafor @quill: the roof be mended in the spring", "/vote 1 3 1")
        await clerk.sees("✓ /vote 1 3 1")
        vote = len(clerk.acts)

        # the meeting goes on, and the clerk is in the middle of a sentence
        clock.on(40)
        await clerk.types("# 4", "The winter plan was introduced.", "? Who would clear the snow")
        await clerk.rests()
        await clerk.keys("> The highways depot")

        # the vote is found by what it was, and nothing is done yet
        await clerk.press("f12")
        await clerk.keys("vote 1 3")
        await clerk.sees("1 of ", "/vote 1 3 1")
        await clerk.press("enter")
        await clerk.sees(
            f"IF ACT {vote} IS UNDONE",
            "• The vote under item 3 (1 for, 3 against, 1 abstained)",
            "would not have been taken.",
            "1 gap more:",
        )
        assert len(clerk.acts) == vote + 3

        # undone: it is in the book, and the draft is as it was said to be
        await clerk.press("u")
        await clerk.sees(f"✓ /undo {vote}: /vote 1 3 1", f"Undone by {vote + 4}.", f"IF ACT {vote} STANDS AGAIN")
        await clerk.press("escape", "escape", "escape")
        await clerk.sees("▶ 4 Winter Plan", "> The highways depot")

        # it was right after all
        await clerk.press("f12")
        await clerk.keys("vote 1 3 1 undone")
        await clerk.press("enter")
        await clerk.sees("STANDS AGAIN", "would have been taken")
        await clerk.press("r")
        await clerk.sees(f"✓ /redo {vote}: /vote 1 3 1")
        await clerk.press("f12")

        # and the sentence is finished
        await clerk.types(" would.")
        await clerk.sees("✓ > The highways depot would.")
        assert [act.kind for act in clerk.acts][-3:] == ["undo", "redo", "answer"]
