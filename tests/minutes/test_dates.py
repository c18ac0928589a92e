from __future__ import annotations

import datetime as dt

import pytest

from boardtui.minutes.dates import in_form, read_appointment, said_day, said_days, said_time, spoken_date, suffix
from boardtui.minutes.house import load_house
from boardtui.model.record import Record
from boardtui.model.times import CalendarDay, ClockTime, Days
from support.acts import Minuting

BOARD, PARISH = load_house("partnership_board"), load_house("parish_council")


def test_a_day_in_a_sentence_in_a_title_and_with_its_weekday() -> None:
    day = dt.date(2017, 4, 10)
    assert spoken_date(day, BOARD) == "10th April, 2017"
    assert spoken_date(day, PARISH) == "10 April 2017"
    assert in_form(day, BOARD.dates.title, BOARD) == "Monday, 10 April 2017"
    assert in_form(day, BOARD.dates.weekday, BOARD) == "Monday, 10th April, 2017"
    assert in_form(day, PARISH.dates.weekday, PARISH) == "Monday 10 April 2017"


def test_ordinals() -> None:
    ends = "".join(f"{n}{suffix(n, BOARD)} " for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30, 31, 111))
    assert ends == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 30th 31st 111th "


@pytest.mark.parametrize(
    ("typed", "board", "parish"),
    [
        ("10 April 2017", "10th April, 2017", "10 April 2017"),
        ("11 and 18 October 2017", "11th and 18th October, 2017", "11 and 18 October 2017"),
        ("25 September and 3 October 2017", "25th September and 3rd October, 2017", "25 September and 3 October 2017"),
        ("4, 11 and 18 May 2017", "4th, 11th and 18th May, 2017", "4, 11 and 18 May 2017"),
        (
            "11 December 2017 and 8 January 2018",
            "11th December, 2017 and 8th January, 2018",
            "11 December 2017 and 8 January 2018",
        ),
        ("the last two", "the last two", "the last two"),
        ("?", "", ""),
    ],
)
def test_several_days_run_together(typed: str, board: str, parish: str) -> None:
    days = Days.read(typed)
    assert (said_days(days, BOARD), said_days(days, PARISH)) == (board, parish)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("14:00", "2.00 pm"), ("9.05", "9.05 am"), ("00:30", "12.30 am"), ("12:01", "12.01 pm"), ("noon", "12.00 noon"),
        ("00:00", "12.00 midnight"), ("after lunch", "after lunch"), ("?", ""),
    ],
)  # fmt: skip
def test_times(typed: str, printed: str) -> None:
    assert said_time(ClockTime.read(typed), BOARD) == printed


def test_what_is_unknown_or_not_understood() -> None:
    assert said_time(None, BOARD) == ""
    assert said_day(None, BOARD.dates.sentence, BOARD) == ""
    assert said_day(CalendarDay.read("?"), BOARD.dates.sentence, BOARD) == ""
    assert said_day(CalendarDay.read("next meeting"), BOARD.dates.sentence, BOARD) == "next meeting"


@pytest.mark.parametrize(
    ("words", "day", "time", "place"),
    [
        ("4 September 2017 2.00 pm, Committee Room 3", "4 September 2017", "2.00 pm", "Committee Room 3"),
        ("Monday, 4th September, 2017 at 2 pm in Room 3", "Monday, 4th September, 2017", "2 pm", "Room 3"),
        ("4 September 2017, the Old Hall", "4 September 2017", None, "the Old Hall"),
        ("4 September 2017", "4 September 2017", None, ""),
        ("6th July 7.30pm Village Hall", "6th July", "7.30pm", "Village Hall"),
        ("on Tuesday 6 July at 2.30 in the Old Hall", "Tuesday 6 July", "2.30", "the Old Hall"),
        ("7.30 pm on 6 July 2027, the Old Hall", "6 July 2027", "7.30 pm", "the Old Hall"),
        ("in the spring", None, None, "in the spring"),
        ("", None, None, ""),
    ],
)
def test_the_next_meeting_is_read_from_the_clerks_words(words: str, day: str, time: str, place: str) -> None:
    found, at, where = read_appointment(words, small_meeting())
    assert (found and found.typed, at and at.typed, where) == (day, time, place)


def test_the_next_meeting_is_after_this_one_and_at_its_time_of_day() -> None:
    day, time, _ = read_appointment("6 July 2.30", small_meeting())
    assert day is not None
    assert time is not None
    assert (str(day.on), str(time.at)) == ("2027-07-06", "14:30:00")


def small_meeting() -> Record:
    """Called for 2 pm on 4 September 2026."""
    return Minuting().record
