"""What the desk says of a vote at once: what it came to, what doesn't add up, that it must be by name."""

from __future__ import annotations

from pathlib import Path

from support.awkward import BODIES
from support.clerk import at_the_desk

BUDGET = BODIES["council"] + "6. Council Tax\n   Recorded vote: yes\n"
BEGUN = ("/present all", "/start 19:00", "# 2", "/move @quint @garrod: the square be paved")


async def test_a_vote_that_does_not_add_up_is_told_at_once_and_may_be_kept(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BUDGET, size=(80, 24)) as clerk:
        await clerk.types(*BEGUN, "/vote 6 3")
        await clerk.sees(
            "✓ /vote 6 3", "Carried: 6 for, 3 against.", "9 votes were counted, and 7 members were here.", "gaps 1:"
        )
        await clerk.types("/override the count was announced so")
        await clerk.sees("✓ /override the count was announced so")
        await clerk.sees_no_longer("gaps 1:")


async def test_the_figure_that_was_needed_is_told(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BUDGET) as clerk:
        await clerk.types(*BEGUN, "/vote 4 3 needing two thirds")
        await clerk.sees("Lost: 4 for, 5 needed (two thirds).")


async def test_a_budget_says_how_it_must_be_voted_on_and_the_sheet_is_offered(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BUDGET, size=(80, 24)) as clerk:
        await clerk.types("/present all", "/start 19:00", "# 6")
        await clerk.sees("! Every vote on this item must be recorded by name: F11", "F11 takes it.")
        await clerk.types("/move @quint @garrod: the tax be set")
        await clerk.keys("/vote 5 2")
        await clerk.sees("/roll  Every vote on this item must be recorded by name")
        await clerk.press("tab", "enter")
        await clerk.sees("Recorded vote · 6 Council Tax", "THE MOTION")
        await clerk.sends("1\r")
        await clerk.sees("✓ /roll all for", "Carried: 7 for, 0 against.")


async def test_a_budget_voted_on_otherwise_is_told_at_once(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BUDGET) as clerk:
        await clerk.types("/present all", "/start 19:00", "# 6", "/move @quint @garrod: the tax be set", "/carried")
        await clerk.sees("✓ /carried", "The motion had to be decided by a recorded vote.")


async def test_an_amendment_that_is_carried_is_written_out_with_one_key_and_shows_what_changed(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BUDGET, size=(80, 24)) as clerk:
        await clerk.types(*BEGUN, '/amend @tallis @bowyer: add the words ", with stone"', "/vote 6 1")
        await clerk.sees("/alter the square be paved, with stone")
        await clerk.press("right", "enter")
        await clerk.sees("✓ /alter the square be paved, with stone", "± the square be paved[+ , with stone]")
        await clerk.types("/vote 7 0")
        await clerk.sees("RESOLVED that the square be paved, with stone.")


async def test_after_an_amendment_carried_on_the_sheet_the_motion_is_offered_written_out_too(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BUDGET, size=(80, 24)) as clerk:
        await clerk.types(*BEGUN, '/amend @tallis @bowyer: add the words ", with stone"')
        await clerk.press("f11")
        await clerk.sees("Recorded vote")
        await clerk.sends("1\r")
        await clerk.sees("✓ /roll all for", "/alter the square be paved, with stone")
        await clerk.press("right", "enter")
        await clerk.sees("✓ /alter the square be paved, with stone")
