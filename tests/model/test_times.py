"""Times and days as clerks write them."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.times import CalendarDay, ClockTime, Days, next_day, reads_as_day


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("14:20", "14:20"),
        ("14.20", "14:20"),
        ("2.20 pm", "14:20"),
        ("2:20pm", "14:20"),
        ("2.20 p.m.", "14:20"),
        ("2.20\u00a0PM", "14:20"),
        ("2pm", "14:00"),
        ("10 a.m.", "10:00"),
        ("12.30 am", "00:30"),
        ("12.30 pm", "12:30"),
        ("14.20 pm", "14:20"),
        ("1420", "14:20"),
        ("0905", "09:05"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12.00 noon", "12:00"),
        ("midday", "12:00"),
        ("midnight", "00:00"),
    ],
)
def test_a_time_is_understood_as_it_is_written(typed: str, at: str) -> None:
    time = ClockTime.read(typed)
    assert time.at == dt.time.fromisoformat(at)
    assert time.typed == typed


@pytest.mark.parametrize(
    "typed", ["?", "", "2", "25:00", "14:60", "after tea", "11 noon", "7.5 pm", "2460", "14:20 15:00"]
)
def test_what_is_no_time_is_kept_as_words(typed: str) -> None:
    time = ClockTime.read(typed)
    assert time.at is None
    assert time.minutes is None
    assert time.typed == typed


def test_minutes_are_counted_from_midnight() -> None:
    assert ClockTime.read("2.05 pm").minutes == 14 * 60 + 5
    assert ClockTime.read("midnight").minutes == 0


@given(st.times())
def test_every_minute_of_the_day_can_be_said_in_three_ways(time: dt.time) -> None:
    time = time.replace(second=0, microsecond=0, tzinfo=None)
    for typed in (
        f"{time:%H:%M}",
        f"{time:%H%M}",
        f"{time.hour % 12 or 12}.{time:%M} {'pm' if time.hour > 11 else 'am'}",
    ):
        assert ClockTime.read(typed).at == time


@pytest.mark.parametrize(
    "typed",
    [
        "10 April 2017",
        "10th April, 2017",
        "Monday, 10th April, 2017",
        "Monday 10 April 2017",
        "Mon 10 Apr 2017",
        "on Monday, 10th of April 2017",
        "the 10th April 2017",
        "April 10, 2017",
        "Apr. 10th, 2017",
        "2017-04-10",
        "10/04/2017",
        "10.4.2017",
    ],
)
def test_a_day_is_understood_as_it_is_written(typed: str) -> None:
    day = CalendarDay.read(typed)
    assert day.on == dt.date(2017, 4, 10)
    assert day.typed == typed


@pytest.mark.parametrize(
    "typed", ["?", "", "10 April", "31 February 2017", "4 Marks 2017", "13/13/2017", "soon", "2017"]
)
def test_what_is_no_whole_day_is_kept_as_words(typed: str) -> None:
    day = CalendarDay.read(typed)
    assert day.on is None
    assert day.typed == typed


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_can_be_said_in_words_figures_and_by_iso(date: dt.date) -> None:
    month = calendar.month_name[date.month]
    for typed in (f"{date.day} {month} {date.year}", f"{date.day}/{date.month}/{date.year}", date.isoformat()):
        assert CalendarDay.read(typed).on == date


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("10 July 2017", ["2017-07-10"]),
        ("11 and 18 October 2017", ["2017-10-11", "2017-10-18"]),
        ("3, 4 and 5 October 2017", ["2017-10-03", "2017-10-04", "2017-10-05"]),
        ("3rd, 4th and 5th October 2017", ["2017-10-03", "2017-10-04", "2017-10-05"]),
        ("3 and 4 October and 5 November 2017", ["2017-10-03", "2017-10-04", "2017-11-05"]),
        ("10 July, 2017 & 4 September, 2017", ["2017-07-10", "2017-09-04"]),
        ("30 December 2016; 2 January 2017", ["2016-12-30", "2017-01-02"]),
        ("11 and some other day", []),
        ("", []),
    ],
)
def test_days_borrow_month_and_year_from_the_next_one(typed: str, days: list[str]) -> None:
    found = Days.read(typed)
    assert [day.isoformat() for day in found.on] == days
    assert found.typed == typed


@pytest.mark.parametrize(
    ("words", "is_day"),
    [
        ("4 Dec", True),
        ("4th December", True),
        ("Fri 4 December", True),
        ("4 Sept", True),
        ("2017-12-04", True),
        ("4 decisions", False),
        ("3 marks", False),
        ("32 December", False),
        ("next meeting", False),
        ("", False),
    ],
)
def test_a_due_date_may_lack_its_year(words: str, is_day: bool) -> None:
    assert reads_as_day(words) is is_day


@given(st.text(max_size=30))
def test_any_words_can_be_read(words: str) -> None:
    for value in (ClockTime.read(words), CalendarDay.read(words), Days.read(words)):
        assert "\n" not in value.typed
    reads_as_day(words)


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("6th July", "2027-07-06"),
        ("Tuesday 6 July", "2027-07-06"),
        ("July 6", "2027-07-06"),
        ("1 June", "2028-06-01"),
        ("4 January", "2028-01-04"),
        ("29 February", "2028-02-29"),
        ("31 June", None),
        ("6", None),
        ("soon", None),
    ],
)
def test_a_day_without_its_year_is_the_next_one(typed: str, on: str | None) -> None:
    found = next_day(typed, dt.date(2027, 6, 1))
    assert (found.isoformat() if found else None) == on
