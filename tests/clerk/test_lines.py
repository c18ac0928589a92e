"""The heading and the status line of the desk."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from boardtui.clerk.lines import heading_runs, status_runs
from boardtui.rules.gap import Gap, Lack
from support.agenda_texts import BOARD
from support.meetings import called, lines_in

NOW = dt.datetime(2026, 9, 7, 14, 32, 7, tzinfo=ZoneInfo("Europe/London"))
BEGUN = ("/present all", "/start 14:00")


def heading(*lines: str) -> str:
    return "".join(run.text for run in heading_runs(lines_in(called(BOARD), lines)))


def status(*lines: str, gaps: tuple[Gap, ...] = (), now: dt.datetime = NOW, agenda: str = BOARD) -> str:
    return "".join(run.text for run in status_runs(lines_in(called(agenda), lines), now, gaps))


def test_the_heading_names_the_body_and_the_day() -> None:
    assert heading() == "Marrow Vale Health Board · 7 September 2026"


@pytest.mark.parametrize(
    ("lines", "private"),
    [
        ([], False),
        (["# 5", "/exclude 3"], True),
        (["# 5", "/exclude 3", "/readmit"], False),
        (["# 5", "/exclude not needed"], False),
        (["# 5", "/exclude 3", "/undo"], False),
        (["# 5", "/exclude 3 for 4", "Said in public."], False),
        (["# 5", "/exclude 3 for 4", "# 4"], True),
        (["# 5", "A private matter.", "/restricted"], True),
    ],
)
def test_the_heading_says_when_what_is_typed_does_not_go_out(lines: list[str], private: bool) -> None:
    assert heading(*BEGUN, *lines).startswith("PRIVATE") is private  # first: a narrow screen cuts the end


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        ([], "not started · 14:32"),
        (BEGUN, "5 items · 5 of 5 here · 14:32"),
        ([*BEGUN, "# 3"], "item 3 of 5 · 5 of 5 here · 14:32"),
        ([*BEGUN, "/adjourn 14:30"], "ADJOURNED · 5 of 5 here"),
        ([*BEGUN, "/adjourn 14:30", "/resume 14:31"], "5 items"),
        ([*BEGUN, "/close 15:55"], "closed · 5 of 5 here"),
    ],
)
def test_the_status_says_where_the_meeting_is(lines: list[str], begins: str) -> None:
    assert status(*lines).startswith(begins)


def test_an_item_that_takes_too_long() -> None:
    assert "+12 min over" in status(*BEGUN, "[14:00] # 4")
    assert "over" not in status(*BEGUN, "[14:20] # 4")


def test_what_is_before_the_meeting_is_named() -> None:
    assert "the motion" in status(*BEGUN, "# 4", "/move @penrose @okafor: the plan be noted").lower()


def test_the_newest_gap_is_told_and_how_many_there_are() -> None:
    told = status(
        gaps=(Gap("The first.", lack=Lack.CLOSE), Gap("Item 5: a motion has no seconder.", lack=Lack.SECONDER))
    )
    assert "gaps 2: Item 5: a motion has no seconder." in told


def test_too_few_are_told_wherever_the_room_is_folded_away() -> None:
    assert "2 of 5 here: NO QUORUM" in status(*BEGUN, "/leave @quill @okafor @penrose 14:10")


def test_the_hour_at_which_it_is_to_end_is_told_when_it_has_passed() -> None:
    early, late = (BOARD.replace("place:", f"ends by: {time}\nplace:") for time in ("2.30 pm", "3.30 pm"))
    assert "to end by 2.30 pm" in status(*BEGUN, agenda=early)
    assert "to end by" not in status(*BEGUN, agenda=late)
    assert "to end by" not in status(*BEGUN, "/extend 15:00", agenda=early)
