"""By when an interest is notified, and which."""

from __future__ import annotations

import datetime as dt

import pytest

from boardtui.model.acts import Act, interests, meeting, text
from boardtui.model.acts.interests import Scope
from boardtui.model.law import Code
from boardtui.model.times import CalendarDay
from boardtui.rules.notification import duty_to_notify, last_day, notices
from support.acts import NAIR, PELL, started


def declared(label: str) -> Act:
    return interests.Declare(who=(NAIR,), scope=Scope(items=("4",)), label=label)


def test_the_day_of_the_disclosure_is_the_first_of_the_twenty_eight() -> None:
    assert last_day(dt.date(2027, 3, 1)) == dt.date(2027, 3, 28)
    assert last_day(dt.date(2024, 2, 1)) == dt.date(2024, 2, 28)
    assert last_day(dt.date(2027, 12, 20)) == dt.date(2028, 1, 16)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (Code.MODEL, ["dpi", "ori", "close associate", ""]),
        (Code.OLDER, ["dpi", "ori", "nri", "close associate", ""]),
        (Code.WALES, ["dpi", "ori", "nri", "close associate", ""]),
        (Code.NHS, []),
        (Code.GOVERNORS, []),
        (Code.NONE, []),
    ],
)
def test_what_belongs_in_a_register_is_notified_and_what_nobody_knows_too(code: Code, found: list[str]) -> None:
    minuting = started(code=code)
    minuting.all(*(declared(label) for label in ("dpi", "ori", "nri", "close associate", "")))
    assert [notice.declaration.act.label for notice in notices(minuting.record)] == found
    assert (duty_to_notify(minuting.record) is None) == (not found)


def test_it_counts_from_the_sitting_in_which_it_was_disclosed() -> None:
    minuting = started()
    minuting.all(
        text.OpenItem(items=("4",)), declared("dpi"), meeting.Adjourn(to_day=CalendarDay.read("8 September 2026"))
    )
    minuting.all(meeting.Resume(), interests.Declare(who=(PELL,), scope=Scope(items=("4",)), label="dpi"))
    assert [notice.last for notice in notices(minuting.record)] == [dt.date(2026, 10, 1), dt.date(2026, 10, 5)]


def test_of_a_meeting_whose_day_can_not_be_read_no_day_is_told() -> None:
    minuting = started(date=CalendarDay.read("some day"))
    minuting(declared("dpi"))
    assert [notice.last for notice in notices(minuting.record)] == [None]
