"""Morning or evening, where a time doesn't say."""

from __future__ import annotations

import pytest

from boardtui.model.acts import meeting
from boardtui.model.daytime import as_meant
from boardtui.model.times import ClockTime
from support.acts import Minuting, small_summons


def begun(start: str) -> Minuting:
    minuting = Minuting(small_summons(time=None))
    minuting(meeting.Start(at=ClockTime.read(start)))
    return minuting


@pytest.mark.parametrize(
    ("start", "typed", "meant"),
    [
        ("19:30", "8.05", "20:05"),
        ("19:30", "11.30", "23:30"),
        ("19:30", "1.05", "01:05"),
        ("19:30", "08.05", "08:05"),
        ("19:30", "8.05 am", "08:05"),
        ("14:00", "1.50", "13:50"),
        ("14:00", "12.30", "12:30"),
        ("12:00", "11.50", "11:50"),
        ("10:00", "1.05", "13:05"),
        ("10:00", "9.40", "09:40"),
        ("10:00", "8.40", "08:40"),
        ("?", "8.05", "08:05"),
    ],
)
def test_a_time_well_before_the_meeting_began_is_half_a_day_later(start: str, typed: str, meant: str) -> None:
    time = as_meant(ClockTime.read(typed), begun(start).record)
    assert time.typed == typed
    assert f"{time.at:%H:%M}" == meant


def test_of_another_day_only_the_usual_hour_is_taken_for_the_evening() -> None:
    record = begun("19:30").record
    meant = [as_meant(ClockTime.read(typed), record, another_day=True).at for typed in ("7.00", "8.30", "10.00")]
    assert [f"{at:%H:%M}" for at in meant if at] == ["19:00", "20:30", "10:00"]


def test_words_that_are_no_time_stay_so() -> None:
    assert as_meant(ClockTime.read("soon"), begun("19:30").record) == ClockTime.read("soon")
