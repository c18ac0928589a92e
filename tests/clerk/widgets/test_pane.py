"""What is in sight on a pane: the same, in whichever order a row is selected and the pane gets smaller."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from boardtui.clerk.widgets.pane import Pane, row
from support.screen import screen_rows

ROWS = [row(f"row {n}") for n in range(20)]
TALL, LOW = 8, 6


class Stage(App[None]):
    """A pane and nothing else."""

    def compose(self) -> ComposeResult:
        """The pane."""
        yield Pane(id="pane")


def select(pilot: Pilot[None], focus: int) -> None:
    pilot.app.query_one(Pane).show(ROWS, focus=focus)


@pytest.mark.parametrize(
    ("focus", "first", "last"),
    [(18, "row 14", "row 19"), (15, "row 14", "row 19"), (9, "row 8", "row 13")],
    ids=["beside the end", "in sight", "out of sight"],
)
@pytest.mark.parametrize("selected_first", [True, False])
async def test_selecting_and_getting_smaller_come_to_the_same(
    focus: int, first: str, last: str, selected_first: bool
) -> None:
    async with Stage().run_test(size=(20, TALL)) as pilot:
        pilot.app.query_one(Pane).show(ROWS, follow=True)
        await pilot.pause()
        if selected_first:
            select(pilot, focus)
        await pilot.resize_terminal(20, LOW)
        select(pilot, focus)
        await pilot.pause()
        shown = screen_rows(pilot.app)
        assert (shown[0], shown[-1]) == (first, last)


async def test_a_list_that_was_never_followed_stays_at_its_beginning() -> None:
    async with Stage().run_test(size=(20, 30)) as pilot:
        select(pilot, 3)
        await pilot.resize_terminal(20, LOW)
        await pilot.pause()
        assert screen_rows(pilot.app)[0] == "row 0"


@pytest.mark.parametrize("followed", [True, False])
async def test_a_pane_drawn_to_its_end_by_what_is_selected_stays_there_too(followed: bool) -> None:
    async with Stage().run_test(size=(20, TALL)) as pilot:
        if followed:
            pilot.app.query_one(Pane).show(ROWS, follow=True)
            await pilot.pause()
        select(pilot, 20)
        select(pilot, 17)
        await pilot.resize_terminal(20, LOW)
        await pilot.pause()
        assert screen_rows(pilot.app)[-1] == "row 19"
