"""Planned and actual time."""

from __future__ import annotations

import pytest
from hypothesis import given

from boardtui.model.acts import meeting, text
from boardtui.model.agenda import Item
from boardtui.model.times import CalendarDay, ClockTime
from boardtui.rules.timing import planned_lengths, timing
from support.acts import Minuting, Said, begun_with, clock_times, sequences, small_summons, started


def at(words: str) -> ClockTime:
    return ClockTime.read(words)


def opened(*steps: tuple[str, str]) -> Minuting:
    """A meeting that opened these items at these times."""
    minuting = started(at="14:00")
    for item, time in steps:
        minuting(text.OpenItem(items=(item,)), time)
    return minuting


def test_an_item_takes_the_time_from_its_opening_to_the_next_and_the_open_one_until_now() -> None:
    record = opened(("3", "14:10"), ("4", "14:36")).record
    items = timing(record, at("14:40")).items
    assert (items["3"].minutes, items["3"].actual, items["3"].over) == (20, 26, 6)
    assert (items["4"].minutes, items["4"].actual, items["4"].over) == (10, 4, -6)
    assert (items["2"].minutes, items["2"].actual, items["2"].over) == (5, None, None)


def test_an_item_opened_twice_takes_both_times() -> None:
    record = opened(("3", "14:10"), ("4", "14:20"), ("3", "14:30"), ("4", "14:35")).record
    assert timing(record, at("14:40")).items["3"].actual == 15


@pytest.mark.parametrize(("now", "over"), [("14:20", 0), ("14:30", 0), ("14:36", 6), ("14:12", 0)])
def test_the_meeting_is_over_by_what_the_open_item_ends_late(now: str, over: int) -> None:
    assert timing(opened(("3", "14:10")).record, at(now)).over == over


def test_an_item_begun_late_ends_late_and_one_begun_early_ends_early() -> None:
    assert timing(opened(("3", "14:25")).record, at("14:26")).over == 15
    assert timing(opened(("3", "14:05")).record, at("14:06")).over == -5


def test_the_end_is_now_and_what_is_left_by_the_plan() -> None:
    state = timing(opened(("3", "14:10")).record, at("14:20"))
    assert state.finish == at("15:15")  # 10 for the rest of it, 10 of the two before it, 10, 20 and 5 after
    assert state.unplanned == 0


def test_items_of_which_nothing_is_planned_are_left_out_and_counted() -> None:
    body = (Item(number="1", title="One", minutes=10), Item(number="2", title="Two"), Item(number="3", title="Three"))
    state = timing(started(body=body, time=None).record, at("14:20"))
    assert (state.finish, state.unplanned) == (at("14:30"), 2)


def test_before_the_meeting_the_end_is_reckoned_from_its_hour() -> None:
    record = Minuting().record
    assert timing(record, at("09:00")).finish == at("15:05")


def test_nothing_is_expected_of_an_agenda_without_times_or_a_clock_that_is_not_known() -> None:
    plain = (Item(number="1", title="Welcome"), Item(number="2", title="Minutes"))
    assert timing(started(body=plain).record, at("14:20")).finish is None
    assert timing(opened(("3", "14:10")).record, at("?")).finish is None


def test_an_adjournment_takes_no_time_from_an_item() -> None:
    minuting = opened(("3", "14:10"))
    minuting(meeting.Adjourn(), "14:20")
    assert timing(minuting.record, at("14:28")).items["3"].actual == 10
    assert timing(minuting.record, at("14:28")).finish is None
    minuting(meeting.Resume(), "14:32")
    assert timing(minuting.record, at("14:35")).items["3"].actual == 13


def test_an_item_that_goes_on_another_day_does_not_take_the_night() -> None:
    minuting = opened(("3", "14:10"))
    minuting(meeting.Adjourn(to_day=CalendarDay.read("11 September 2026")), "14:20")
    minuting(meeting.Resume(), "10:00")
    assert timing(minuting.record, at("10:05")).items["3"].actual == 15


def test_an_item_goes_on_past_midnight() -> None:
    minuting = started(at="19:00")
    minuting(text.OpenItem(items=("3",)), "23:50")
    assert timing(minuting.record, at("00:10")).items["3"].actual == 20


def test_items_taken_together_stand_with_the_first() -> None:
    minuting = started(at="14:00")
    minuting(text.OpenItem(items=("3", "4")), "14:10")
    items = timing(minuting.record, at("14:20")).items
    assert (items["3"].actual, items["4"].actual) == (10, None)


def test_notes_without_times_tell_nothing() -> None:
    minuting = started(at=None)
    minuting.all(text.OpenItem(items=("3",)), text.OpenItem(items=("4",)))
    assert timing(minuting.record, at("15:00")).items["3"].actual is None
    assert timing(minuting.record, at("15:00")).over is None


def test_a_closed_meeting_is_not_going_to_end() -> None:
    minuting = opened(("3", "14:10"))
    minuting(meeting.Close(), "14:40")
    state = timing(minuting.record, at("17:00"))
    assert (state.finish, state.open, state.items["3"].actual) == (None, None, 30)


def test_what_lies_between_two_starts_is_shared_by_the_items_without_a_length() -> None:
    body = (
        Item(number="1", title="One", planned=at("14:00")),
        Item(number="2", title="Two"),
        Item(number="3", title="Three", minutes=10),
        Item(number="4", title="Four", planned=at("14:40"), subitems=(Item(number="(a)", title="A", minutes=3),)),
        Item(number="5", title="Five"),
    )
    record = Minuting(small_summons(body=body)).record
    assert planned_lengths(record) == {"1": 15, "2": 15, "3": 10, "4": 3}


@given(sequences(), clock_times)
def test_the_time_is_told_of_any_meeting(script: list[Said], now: ClockTime) -> None:
    state = timing(begun_with(script).record, now)
    assert all(one.actual is None or one.actual >= 0 for one in state.items.values())


@pytest.mark.parametrize(
    ("limit", "extended", "now", "beyond"),
    [
        ("15:30", "", "14:20", False),
        ("15:30", "", "15:31", True),
        ("15:00", "", "14:20", True),  # it will end at 15:15 by the plan
        ("15:00", "15:30", "14:20", False),
        ("", "15:10", "14:20", True),
        ("", "", "23:00", False),
    ],
)
def test_the_hour_at_which_it_is_to_end_has_passed_or_will_have(
    limit: str, extended: str, now: str, beyond: bool
) -> None:
    minuting = started(ends_by=at(limit) if limit else None)
    minuting(text.OpenItem(items=("3",)), "14:10")
    if extended:
        minuting(meeting.Extend(until=at(extended)))
    state = timing(minuting.record, at(now))
    said = extended or limit
    assert (state.limit, state.beyond) == (at(said) if said else None, beyond)


def test_an_extension_is_for_the_day_it_was_agreed_on() -> None:
    minuting = started(ends_by=at("15:30"))
    minuting.all(meeting.Extend(until=at("16:00")), meeting.Adjourn(to_day=CalendarDay.read("11 September 2026")))
    minuting(meeting.Resume(), "14:00")
    assert timing(minuting.record, at("14:10")).limit == at("15:30")
