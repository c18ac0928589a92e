"""The recorded vote on the desk: marked by a key, kept at every key, recorded as one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.model.acts.business import Recount, Roll
from support.agenda_texts import BOARD
from support.awkward import BODIES
from support.clerk import Clerk, at_the_desk
from support.clock import machine_in
from support.sampling import sampled

BEGUN = ("/present all", "/start 19:00", "# 2")
MOVED = "/move @quint @garrod: the square be paved"
SIZES = [(80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def in_london() -> Iterator[None]:
    """Where the clerk's clock is, too."""
    with machine_in("Europe/London"):
        yield


async def at_the_roll(clerk: Clerk, *lines: str) -> None:
    await clerk.types(*BEGUN, *lines)
    await clerk.rests()
    await clerk.press("f11")
    await clerk.sees("Recorded vote · 2 Town Centre", "Everyone")


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]))
async def test_everyone_then_exceptions_then_one_line(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BODIES["council"], size=size) as clerk:
        await at_the_roll(clerk, MOVED)
        await clerk.sees("THE MOTION", "the square be paved", "7 not heard yet", "Nobody has voted yet.")
        await clerk.sends("1sal2yar3")
        await clerk.sees("For 5", "Against 1", "Abstained 1", "all heard", "CARRIED")
        count = len(clerk.acts)
        await clerk.press("enter")
        await clerk.sees("✓ /roll all for; against @saleh; abstained @yarrow", "Against (1): Councillor Saleh")
        assert len(clerk.acts) == count + 1


async def test_typing_is_not_lost_and_goes_on_where_it_was(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await clerk.types(*BEGUN, MOVED)
        await clerk.keys("Half a tence")
        await clerk.press(*["left"] * 5)
        await clerk.sends("\x1b[23~1\r")
        await clerk.sees("✓ /roll all for")
        await clerk.keys("sen")
        await clerk.sees("Half a sentence")


@pytest.mark.parametrize("line", ["/roll", "/recorded", "/recount", "/roll  "])
async def test_the_line_alone_opens_it_and_what_is_typed_behind_is_for_it(tmp_path: Path, line: str) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await clerk.types(*BEGUN, MOVED)
        await clerk.sends(f"{line}\r1gar2\r")
        await clerk.sees("✓ /roll all for; against @garrod", "Type what happens.")


async def test_it_is_found_in_the_palette_and_in_the_help(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await clerk.types(*BEGUN, MOVED)
        await clerk.press("ctrl+p")
        await clerk.keys("recorded vote")
        await clerk.sees("recorded vote  F11")
        await clerk.press("enter")
        await clerk.sees("THE MOTION")
        await clerk.press("escape")
        await clerk.sees("item 2 of 5")
        await clerk.press("f1")
        await clerk.sees("MOST OF THE WORK")
        await clerk.press("pagedown")
        await clerk.sees("A vote by name: everyone at once, a party at once, then the exceptions.")


async def test_what_majority_is_needed_may_be_said_with_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await clerk.types(*BEGUN, MOVED, "/roll needing two thirds")
        await clerk.sees("needing two thirds")
        await clerk.sends("1sal2yar2tal2")
        await clerk.sees("LOST: 4 for, 5 needed (two thirds)")
        await clerk.press("escape", "f11")
        await clerk.sees("LOST: 4 for, 5 needed (two thirds)")
        await clerk.press("enter")
        await clerk.sees("✓ /roll all for; Green against; against @tallis needing two thirds")


async def test_esc_leaves_and_what_was_marked_is_still_there(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED)
        count = len(clerk.acts)
        await clerk.sends("1sal2")
        await clerk.press("escape")
        await clerk.sees("item 2 of 5")
        await clerk.press("f11")
        await clerk.sees("For 6", "Against 1")
        await clerk.press("f11")
        await clerk.sees("item 2 of 5")
        assert len(clerk.acts) == count


async def test_what_was_marked_is_still_there_when_the_desk_has_died(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED)
        await clerk.sends("1sal2ferr3")
        await clerk.sees("For 5")
        await clerk.rests()
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await clerk.rests()
        await clerk.press("f11")
        await clerk.sees("THE MOTION", "For 5", "Against 1", "Abstained 1")
        await clerk.press("enter")
        await clerk.sees("✓ /roll all for; against @saleh; abstained @ferrers")
        assert not clerk.app.book.drafts(clerk.app.book.meetings()[0].name)


async def test_marks_are_of_one_question(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED)
        await clerk.sends("2")
        await clerk.press("escape")
        await clerk.types("/amend @tallis @bowyer: with stone")
        await clerk.press("f11")
        await clerk.sees("THE AMENDMENT", "with stone", "7 not heard yet")
        await clerk.sends("1\r")
        await clerk.sees("✓ /roll all for")
        await clerk.press("f11")
        await clerk.sees("THE SUBSTANTIVE MOTION", "Against 7")


async def test_a_recount_begins_with_the_last_votes(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED, "/roll all for; against @saleh")
        await clerk.sees("THE MOTION · COUNTED ANEW", "For 6", "Against 1")
        await clerk.sends("gar2\r")
        await clerk.sees("✓ /recount all for; against @garrod @saleh", "On a recount by recorded vote")
        assert isinstance(clerk.acts[-1], Recount)


async def test_enter_records_nobody_nothing_and_asks_twice_while_somebody_is_not_heard(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED)
        count = len(clerk.acts)
        await clerk.press("enter")
        await clerk.sees("✗ Nobody's vote is marked yet.")
        await clerk.sends("lab1")
        await clerk.press("enter")
        await clerk.sees("4 have not been heard: Tab goes there.")
        await clerk.press("tab")
        await clerk.sees("▶ Tallis H")
        assert len(clerk.acts) == count
        await clerk.press("enter", "enter")
        await clerk.sees("✓ /roll Labour for")
        assert isinstance(clerk.acts[-1], Roll)


async def test_enter_behind_letters_takes_the_one_found_and_records_nothing(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED)
        count = len(clerk.acts)
        await clerk.sends("1bow\r2")
        await clerk.sees("For 6", "Against 1")
        assert len(clerk.acts) == count
        await clerk.sends("xyz2")
        await clerk.sees("Nobody was marked: nobody here begins with xyz.", "Against 1")
        await clerk.press("ctrl+z")
        await clerk.sees("For 7")


async def test_who_may_not_vote_stands_apart_and_who_left_is_not_there(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, "/arrears @tallis", "/leave @saleh 19:10 for item", MOVED)
        await clerk.sees(
            "HERE, AND MAY NOT VOTE", "Tallis H: council tax arrears", "1 here may not vote", "5 not heard yet"
        )
        assert "Saleh" not in clerk.screen
        await clerk.sends("1\r")
        await clerk.sees("✓ /roll all for; none @tallis")


async def test_what_the_meeting_can_not_do_is_refused_and_the_marks_stay(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED, "/adjourn 19:30 for tea")
        await clerk.sends("1\r")
        await clerk.sees("✗ The meeting stands adjourned.", "For 7")


async def test_a_click_goes_to_somebody(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BODIES["council"]) as clerk:
        await at_the_roll(clerk, MOVED)
        await clerk.clicks("Bowyer I")
        await clerk.sends("2")
        await clerk.sees("Against 1")
        assert "against" in next(line for line in clerk.screen.split("\n") if "Bowyer" in line)


async def test_a_long_motion_is_read_to_its_end(tmp_path: Path) -> None:
    words = "that " + "the very long square be paved and " * 30 + "that is all"
    async with at_the_desk(tmp_path, BODIES["council"], size=(80, 24)) as clerk:
        await at_the_roll(clerk, f"/move @quint: {words}")
        await clerk.sees("PgDn: more", "Bowyer I")
        await clerk.press("pagedown", "pagedown", "pagedown")
        await clerk.sees("that is all")


async def test_hostile_names_are_letters(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await clerk.types("/present all", "/start 14:00", "# 3", "/move @smith: the [/] roof [b]be mended")
        await clerk.press("f11")
        await clerk.sees("Smith J", "the [/] roof [b]be mended", "3 Roof [phase 2]")
        await clerk.sends("1smi2\r")
        await clerk.sees("✓ /roll all for; against @smith")
