"""What the panes say, for one moment of a meeting after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from boardtui.chair import views
from boardtui.chair.sight import sight_of
from boardtui.clerk.widgets.pane import Row
from boardtui.model.acts import Act, business, meeting, text
from boardtui.model.acts.business import FOR, Fate, RollStep
from boardtui.model.times import CalendarDay, ClockTime
from support.acts import HALE, MAPP, NAIR, ORME, PELL, Minuting, counts, mention, prose, started

AFTERNOON = dt.datetime(2026, 9, 4, 14, 32, tzinfo=dt.UTC)
BRUSH = business.Move(movers=(HALE, NAIR), words=prose("the gate be painted green"))
RED = business.Amend(movers=(ORME,), words=prose("for green read red"))


def said(rows: Sequence[Row]) -> str:
    """The rows as somebody reads them, one under the other."""
    lines = ["".join(run.text for run in row.runs) + (f"  {row.right.text}" if row.right else "") for row in rows]
    return "\n".join(lines)


def at_item(key: str, *acts: Act, at: str = "14:20", present: Sequence[str] = ()) -> Minuting:
    """The small meeting, begun, with this item open, and then what happened."""
    minuting = started(*present)
    minuting(text.OpenItem(items=(key,)), at)
    for act in acts:
        minuting(act)
    return minuting


def business_text(minuting: Minuting, now: dt.datetime = AFTERNOON) -> str:
    return said(views.business_rows(sight_of(minuting.record, now), 90))


def room_text(minuting: Minuting, now: dt.datetime = AFTERNOON) -> str:
    return said(views.room_rows(sight_of(minuting.record, now), 40))


BUSINESS: list[tuple[str, Callable[[], Minuting], list[str], list[str]]] = [
    (
        "an item with recommendations",
        lambda: at_item("3"),
        ["Public Business", "Library Hours", "▀▀█", "IS ASKED TO", "(1) approve the new hours", "(2) note the costs"],
        ["MOTION", "RESOLVED"],
    ),
    ("before the first item", started, ["THE MEETING IS OPEN", "No item has been opened yet"], []),
    ("a sub-item", lambda: at_item("4.2"), ["Parks", "▸ (b) The Bandstand"], ["The Pond"]),
    (
        "two items at once",
        lambda: _together(),
        ["Library Hours and Parks", "+"],
        [],
    ),
    (
        "a motion on notice",
        lambda: at_item("5"),
        ["MOTION ON NOTICE", "That no tree be felled", "to be moved by Councillor Dorothy Hale"],
        [],
    ),
    (
        "an urgent item",
        lambda: _after(started(), text.UrgentItem(title="The Burst Main", reason="the water is rising")),
        ["URGENT ITEM", "The Burst Main", "Urgent because: the water is rising"],
        [],
    ),
    (
        "a motion",
        lambda: at_item("3", BRUSH),
        [
            "▶ THE MOTION · NOW BEFORE THE MEETING",
            "That the gate be painted green",
            "moved by Councillor Dorothy Hale, seconded by Councillor Sunil Nair",
        ],
        ["Vote", "CARRIED"],
    ),
    (
        "a motion that names somebody",
        lambda: at_item("3", business.Move(movers=(HALE,), words=prose("", mention(PELL), " be thanked"))),
        ["That Councillor Edwin Pell be thanked", "moved by Councillor Dorothy Hale, no seconder yet"],
        [],
    ),
    (
        "an amendment",
        lambda: at_item("3", BRUSH, RED),
        ["  THE MOTION", "▶ THE AMENDMENT · NOW BEFORE THE MEETING", "That for green read red", "Frank Orme, no seconder yet"],
        ["▶ THE MOTION"],
    ),
    (
        "an amendment lost",
        lambda: at_item("3", BRUSH, RED, business.Vote(counts=counts(2, 4))),
        ["▶ THE MOTION · NOW BEFORE THE MEETING", "AMENDMENT  LOST", "Vote: 2 for, 4 against"],
        ["▶ THE AMENDMENT"],
    ),
    (
        "a motion carried",
        lambda: at_item("3", BRUSH, business.Vote(counts=counts(4, 1, 1))),
        ["MOTION  CARRIED", "Vote: 4 for, 1 against, 1 abstaining"],
        ["NOW BEFORE", "RESOLVED"],
    ),
    (
        "a casting vote",
        lambda: at_item("3", BRUSH, business.Vote(counts=counts(3, 3)), business.CastingVote(option=FOR)),
        ["MOTION  CARRIED", "casting vote of Councillor Dorothy Hale: for"],
        [],
    ),
    (
        "a recorded vote",
        lambda: at_item(
            "3", BRUSH,
            business.Roll(steps=(RollStep(option="for", everyone=True), RollStep(option="against", people=(ORME, MAPP)))),
        ),
        ["MOTION  CARRIED", "Against: Councillor Frank Orme and Councillor Lorna Mapp"],
        ["Abstaining"],
    ),
    (
        "a motion that lapsed",
        lambda: at_item("3", business.Move(movers=(HALE,), words=prose("x be done")), business.Outcome(fate=Fate.LAPSED)),
        ["MOTION  LAPSED", "no seconder"],
        ["no seconder yet"],
    ),
    (
        "a decision in several clauses",
        lambda: at_item(
            "3",
            business.Resolve(text=prose("the hours be approved")),
            business.Resolve(text=prose("the Director:")),
            business.Resolve(text=prose("report back"), level=2),
        ),
        ["RESOLVED", "(1) the hours be approved", "(2) the Director:", "    (a) report back"],
        [],
    ),
    (
        "a recommendation to another body",
        lambda: at_item("3", business.Recommend(to="Cabinet", text=prose("the budget be raised"))),
        ["RECOMMENDED to Cabinet", "that the budget be raised"],
        [],
    ),
    (
        "what was noted",
        lambda: at_item("3", business.Note(text=prose("the report"))),
        ["NOTED\nthe report"],
        ["that the report"],
    ),
]  # fmt: skip


def _together() -> Minuting:
    minuting = started()
    minuting(text.OpenItem(items=("3", "4")), "14:20")
    return minuting


def _after(minuting: Minuting, *acts: Act) -> Minuting:
    for act in acts:
        minuting(act)
    return minuting


@pytest.mark.parametrize(("make", "there", "not_there"), [case[1:] for case in BUSINESS], ids=[c[0] for c in BUSINESS])
def test_the_business(make: Callable[[], Minuting], there: list[str], not_there: list[str]):
    shown = business_text(make())
    assert [words for words in there if words not in shown] == []
    assert [words for words in not_there if words in shown] == []


STAGES: list[tuple[str, Callable[[], Minuting], list[str]]] = [
    ("before", Minuting, ["The meeting has not started", "4 September 2026 · 14:00"]),
    (
        "adjourned until another day",
        lambda: _after(
            started(),
            meeting.Adjourn(
                at=ClockTime.read("16:00"), to_day=CalendarDay.read("11 September 2026"), to_time=ClockTime.read("2 pm")
            ),
        ),
        ["The meeting is adjourned", "UNTIL", "11 September 2026 at 14:00", "16:00"],
    ),
    (
        "adjourned for a while",
        lambda: _after(started(), meeting.Adjourn(reason="public comment")),
        ["The meeting is adjourned", "FOR", "public comment"],
    ),
    ("resumed", lambda: _after(at_item("3"), meeting.Adjourn(), meeting.Resume()), ["Library Hours"]),
    (
        "closed",
        lambda: _after(started(), meeting.NextMeeting(text="1 October, 2 pm"), meeting.Close(at=ClockTime.read("15:55"))),
        ["The meeting is closed", "AT\n15:55", "NEXT MEETING", "1 October, 2 pm"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "there"), [case[1:] for case in STAGES], ids=[c[0] for c in STAGES])
def test_the_stage_of_the_meeting(make: Callable[[], Minuting], there: list[str]):
    shown = business_text(make())
    assert [words for words in there if words not in shown] == []
