"""Times without am or pm, read by when the meeting began."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from boardtui.model.acts import meeting, room
from boardtui.model.acts.base import Act
from boardtui.model.acts.room import Span
from boardtui.model.people import Newcomer
from boardtui.model.replay import Replay
from boardtui.model.times import CalendarDay, ClockTime
from boardtui.notation.context import Context
from boardtui.notation.parse import Said, parse
from boardtui.notation.show import show, show_said
from support.notation import AGENDA, SUMMONS, context_of, filed


def at_half_past_seven(*acts: Act) -> Context:
    """The small meeting called for 7.30 pm, and what has been said in it."""
    agenda = AGENDA.model_copy(update={"time": ClockTime.read("7.30 pm")})
    replay = Replay()
    for seq, act in enumerate((SUMMONS.model_copy(update={"agenda": agenda}), *acts), start=1):
        replay.file(filed(seq, act))
    return context_of(replay.record)


BEFORE = at_half_past_seven()
BEGUN = at_half_past_seven(meeting.Start(at=ClockTime.read("19:32")))


def evening(typed: str) -> ClockTime:
    hour, minute = map(int, typed.split("."))
    return ClockTime(typed=typed, at=dt.time(hour + 12, minute))


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/leave @patel 8.05", room.Leave(who=("patel",), at=evening("8.05"))),
        ("/leave @patel 8.05 for item (work)",
         room.Leave(who=("patel",), at=evening("8.05"), span=Span.ITEM, reason="work")),
        ("/return @patel 8.25", room.Return(who=("patel",), at=evening("8.25"))),
        ("/arrive Jo Lee at 8.05 (train)",
         room.Arrive(who=(Newcomer(name="Jo Lee"),), at=evening("8.05"), reason="train")),
        ("/adjourn 8.40 for tea", meeting.Adjourn(at=evening("8.40"), reason="tea")),
        ("/adjourn until 8.50", meeting.Adjourn(to_time=evening("8.50"))),
        ("/adjourn to 5 December 2017 7.30",
         meeting.Adjourn(to_day=CalendarDay.read("5 December 2017"), to_time=evening("7.30"))),
        ("/adjourn to 5 December 2017 10.00",
         meeting.Adjourn(to_day=CalendarDay.read("5 December 2017"), to_time=ClockTime.read("10.00"))),
        ("/extend 10.30", meeting.Extend(until=evening("10.30"))),
        ("/close 9.05", meeting.Close(at=evening("9.05"))),
        ("/close [9.05]", meeting.Close(at=evening("9.05"))),
        (r"/close [\9.05]", meeting.Close(at=ClockTime.read("9.05"))),
        ("/close 09.05", meeting.Close(at=ClockTime.read("09.05"))),
        ("/close 9.05 am", meeting.Close(at=ClockTime.read("9.05 am"))),
        ("/close 1.05", meeting.Close(at=ClockTime.read("1.05"))),
        ("/close 21.05", meeting.Close(at=ClockTime.read("21.05"))),
    ],
)  # fmt: skip
def test_a_time_that_would_be_before_the_meeting_is_in_the_evening(line: str, act: Any) -> None:
    assert parse(line, BEGUN).act == act
    assert parse(show(act, BEGUN), BEGUN).act == act


def test_it_is_written_as_typed_and_in_the_morning_only_with_a_backslash() -> None:
    assert show(meeting.Close(at=evening("9.05")), BEGUN) == "/close 9.05"
    assert show(meeting.Close(at=ClockTime.read("9.05")), BEGUN) == r"/close [\9.05]"


def test_the_time_before_a_line() -> None:
    said = parse("[8:05] The gate was open.", BEGUN)
    assert said.at == ClockTime(typed="8:05", at=dt.time(20, 5))
    assert parse(show_said(said, BEGUN), BEGUN) == said
    morning = Said(said.act, ClockTime.read("8:05"))
    assert show_said(morning, BEGUN) == "[08:05] The gate was open."


def test_before_it_begins_the_agenda_says_when() -> None:
    assert parse("/start 7.30", BEFORE).act == meeting.Start(at=evening("7.30"))
    assert parse("/start 7.25", BEFORE).act == meeting.Start(at=evening("7.25"))


def test_what_the_meeting_meant_is_still_meant_where_it_can_no_longer_be_told() -> None:
    unknown = Context(Replay().record)
    assert show(meeting.Close(at=evening("9.05")), unknown) == "/close [21:05]"


def test_on_another_day_the_hour_it_was_adjourned_to_counts() -> None:
    away = meeting.Adjourn(to_day=CalendarDay.read("5 December 2017"), to_time=ClockTime.read("10:00"))
    adjourned = at_half_past_seven(meeting.Start(at=ClockTime.read("19:32")), away)
    assert parse("/resume 5 December 2017 10.05", adjourned).act == meeting.Resume(
        at=ClockTime.read("10.05"), day=CalendarDay.read("5 December 2017")
    )
    assert parse("/resume 10.05", adjourned).act == meeting.Resume(at=ClockTime.read("10.05"))
    resumed = at_half_past_seven(
        meeting.Start(at=ClockTime.read("19:32")), away, meeting.Resume(at=ClockTime.read("10:05"))
    )
    assert parse("/close 11.30", resumed).act == meeting.Close(at=ClockTime.read("11.30"))
    assert parse("/close 1.10", resumed).act == meeting.Close(at=evening("1.10"))
