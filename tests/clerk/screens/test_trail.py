"""The trail on the desk: acts found, opened, undone and redone, with what would follow shown before anything is done."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardtui.desk import consequences
from support.agenda_texts import BOARD
from support.clerk import PATIENCE, Clerk, at_the_desk
from support.clock import machine_in
from support.sampling import sampled

BEGUN = ("/present all", "/start 14:00", "# 4")
SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture(autouse=True)
def in_london() -> Iterator[None]:
    """Where the clerk's clock is, too."""
    with machine_in("Europe/London"):
        yield


async def at_the_trail(clerk: Clerk, *lines: str) -> None:
    await clerk.types(*BEGUN, *lines)
    await clerk.rests()
    await clerk.press("f12")
    await clerk.sees("Trail · ")


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]))
async def test_every_act_is_there_the_newest_last_and_marked(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await at_the_trail(clerk, "One.", "Two.")
        count = len(clerk.acts)
        await clerk.sees(f"Trail · {count} acts", "DRAFT · saved", "the meeting was called", "One.")
        (marked,) = (row for row in clerk.screen.split("\n") if "▶" in row)
        assert marked.split()[1] == str(count)
        assert marked.endswith("Two.")


async def test_letters_narrow_and_esc_widens_before_it_leaves(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "One pear.", "Two.")
        await clerk.keys("pear")
        await clerk.sees("1 of ", "▶", "One pear.")
        assert "Two." not in clerk.screen
        await clerk.keys("s")
        await clerk.sees("0 of ", "No act holds these words.")
        await clerk.press("enter", "backspace")
        await clerk.sees("1 of ")
        await clerk.press("escape")
        await clerk.sees("Two.", "Trail")
        await clerk.press("escape")
        await clerk.sees("item 4 of 5")


async def test_from_an_act_esc_leads_to_the_list_and_on_to_the_desk_and_f12_there_at_once(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(80, 24)) as clerk:
        await at_the_trail(clerk, "One pear.", "Two.")
        await clerk.keys("pear")
        await clerk.sees("1 of ", "Esc all acts · F12 desk")
        await clerk.press("enter")
        await clerk.sees("IF ACT", "Esc list · F12 desk")
        await clerk.press("escape")
        await clerk.sees("1 of ", "Enter · Esc desk")
        await clerk.press("escape")
        await clerk.sees("item 4 of 5")
        await clerk.press("f12")
        await clerk.sees("Trail · ")
        await clerk.press("enter")
        await clerk.sees("IF ACT")
        await clerk.press("f12")
        await clerk.sees("item 4 of 5")


async def test_keys_have_their_turn_while_what_would_follow_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, look = threading.Event(), consequences.consequences

    def slow(*given: Any) -> consequences.Consequences:
        assert goes_on.wait(PATIENCE)
        return look(*given)

    monkeypatch.setattr(consequences, "consequences", slow)
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "One.")
        await clerk.press("enter")
        await clerk.sees("Act 7 · ", "Looking for what would follow")
        await clerk.press("u")
        await clerk.sees("Not yet: what would follow is still being looked for.")
        goes_on.set()
        await clerk.sees("IF ACT 7 IS UNDONE", "− One.", "undoes act 7")
        await clerk.press("escape", "escape")
        await clerk.rests()
        assert [act.kind for act in clerk.acts][-1] == "paragraph"


@pytest.mark.parametrize("size", sampled(SIZES, SIZES[:1]))
async def test_what_would_follow_is_shown_before_it_is_done(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(tmp_path, BOARD, size=size) as clerk:
        await at_the_trail(clerk, "The plan was recieved.", "s/recieved/received/", "Another.")
        seq = len(clerk.acts) - 1
        await clerk.keys("/replace")
        await clerk.press("enter")
        await clerk.sees(
            f"IF ACT {seq} IS UNDONE", "− The plan was received.", "+ The plan was recieved.", "U or Enter undoes"
        )
        assert len(clerk.acts) == seq + 1


async def test_the_wordings_of_an_act_are_shown(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "The plan was recieved.", "s/recieved/received/")
        await clerk.press("up", "enter")
        seq = len(clerk.acts)
        await clerk.sees(
            "HOW IT READ", "first     The plan was recieved.", f"by {seq}", "What corrects it goes with it"
        )


async def test_u_undoes_and_r_redoes_by_lines_of_the_desk(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "One.", "Two.")
        seq = len(clerk.acts) - 1
        await clerk.keys("one.")
        await clerk.press("enter")
        await clerk.sees("IS UNDONE", "− One.")
        await clerk.press("r")
        await clerk.sees("It stands: U undoes it.")
        await clerk.press("u")
        await clerk.sees(f"✓ /undo {seq}: One.", f"IF ACT {seq} STANDS AGAIN", f"undone by {seq + 2}", "+ One.")
        await clerk.press("u")
        await clerk.sees("It is undone: R lets it stand again.")
        await clerk.press("r")
        await clerk.sees(f"✓ /redo {seq}: One.", f"IF ACT {seq} IS UNDONE")
        assert [act.kind for act in clerk.acts][-2:] == ["undo", "redo"]


async def test_enter_twice_undoes_once(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "One.")
        await clerk.press("enter")
        await clerk.sees("IS UNDONE")
        await clerk.press("enter")
        await clerk.sees("✓ /undo", "STANDS AGAIN", "R redoes act")
        await clerk.press("enter")
        await clerk.sees("It is undone: R lets it stand again.")
        assert [act.kind for act in clerk.acts][-2:] == ["paragraph", "undo"]


async def test_what_can_not_be_undone_says_why(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk)
        await clerk.press("home", "enter")
        await clerk.sees("✗ The summons can't be undone", "It stays as it is.")
        count = len(clerk.acts)
        await clerk.press("u", "enter")
        await clerk.sees("✗ The summons can't be undone: without it there is no meeting.")
        await clerk.rests()
        assert len(clerk.acts) == count


async def test_what_is_restricted_is_marked_and_shown_to_the_clerk(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "/exclude 3", "A zebra.")
        await clerk.sees("private A zebra.")


async def test_typing_is_not_lost_and_goes_on_where_it_was(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.keys("Half a tence")
        await clerk.press(*["left"] * 5)
        await clerk.sends("\x1b[24~start")
        await clerk.sees("Trail", "1 of ")
        await clerk.press("enter")
        await clerk.sees("IF ACT")
        await clerk.press("escape", "escape")
        await clerk.sees("item 4 of 5")
        await clerk.keys("sen")
        await clerk.sees("Half a sentence")


async def test_a_typed_line_opens_it_and_what_is_typed_behind_it_is_for_the_trail(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.rests()
        count = len(clerk.acts)
        await clerk.sends("/trail\rstart")
        await clerk.sees("Trail · ", "1 of ")
        await clerk.press("escape", "escape")
        await clerk.keys("Half")
        await clerk.sees("item 4 of 5", "Half")
        assert "/trail" not in clerk.screen
        assert len(clerk.acts) == count


async def test_the_typed_line_is_offered(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.keys("/tr")
        await clerk.sees("/trail       The history of the meeting")
        await clerk.press("tab", "enter")
        await clerk.sees("Trail · ")


async def test_markup_and_hostile_names_are_letters(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "[/] [red]seen[/red] @smith")
        await clerk.sees("[/] [red]seen[/red] @smith")
        await clerk.press("enter")
        await clerk.sees("− [/] [red]seen[/red]")


async def test_a_click_marks_an_act_and_another_opens_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "One.", "Two.")
        await clerk.clicks("One.")
        await clerk.clicks("One.")
        await clerk.sees("IF ACT", "− One.")


async def test_not_saved_is_seen_on_the_trail_too(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await at_the_trail(clerk, "One.")
        place = clerk.app.book.path
        elsewhere = place.rename(place.with_name("elsewhere.book"))
        await clerk.press("enter")
        await clerk.sees("IS UNDONE")
        await clerk.press("u")
        await clerk.sees("NOT SAVED")
        elsewhere.rename(place)
        await clerk.sees("✓ /undo", "DRAFT · saved")


async def test_the_trail_is_found_in_the_palette(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.press("ctrl+p")
        await clerk.keys("history")
        await clerk.sees("trail  F12")
        await clerk.press("enter")
        await clerk.sees("Trail · ")
