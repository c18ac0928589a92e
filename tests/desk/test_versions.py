"""What the draft was: what the approving meeting had before it, by the clock at which acts were filed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from boardtui.desk.versions import at_version, draft_as_sent, version_called
from boardtui.errors import InputError
from boardtui.model.acts.approval import Approved, Reopened
from boardtui.model.acts.meeting import Close
from boardtui.model.acts.text import Paragraph
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.model.times import CalendarDay
from support.acts import prose, started

LONDON = ZoneInfo("Europe/London")


def closed_and_mended(*walls: str) -> Record:
    """The small meeting, closed by act 4, with an act more for each of these moments of filing (UTC)."""
    minuting = started()
    minuting(Close(), "15:00")
    for _ in walls:
        minuting(Paragraph(text=prose("More.")))
    filed = minuting.filed
    return replay([*filed[:4], *(replace(one, wall=wall) for one, wall in zip(filed[4:], walls, strict=True))])


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (dt.date(2026, 10, 12), 5),  # the day begins at midnight in London, which is 23:00 UTC in summer
        (dt.date(2026, 10, 13), 6),
        (dt.date(2026, 10, 20), 7),
        (dt.date(2026, 9, 1), 4),  # what was closed only later is the draft as it was closed
        (None, 4),
    ],
)
def test_the_draft_is_what_stood_when_the_day_of_the_later_meeting_began(day: dt.date | None, last: int) -> None:
    record = closed_and_mended("2026-10-11T22:59:00.000Z", "2026-10-11T23:01:00.000Z", "2026-10-14T10:00:00.000Z")
    assert draft_as_sent(record, day, LONDON) == last


def test_minutes_that_are_not_closed_have_no_draft_to_be_sent() -> None:
    assert draft_as_sent(started().record, dt.date(2026, 10, 12), LONDON) == 0


def test_a_version_there_is_not_is_refused_with_those_there_are() -> None:
    minuting = started()
    minuting(Close(), "15:00")
    with pytest.raises(InputError) as raised:
        version_called(minuting.record, "approved")
    assert raised.value.hint == "They have not been approved: there is the draft."
    minuting(Approved(draft=4, on=CalendarDay.read("1 October 2026")))
    with pytest.raises(InputError) as raised:
        version_called(minuting.record, "final")
    assert raised.value.hint == "There is: draft, approved."


def test_the_draft_is_a_draft_also_where_a_mistaken_approval_was_filed_by_then() -> None:
    minuting = started()
    minuting(Close(), "15:00")
    mistaken = minuting(Approved(draft=4, on=CalendarDay.read("1 October 2026")))
    minuting(Reopened(reason="the wrong meeting", mistaken=True))
    minuting(Approved(draft=mistaken, on=CalendarDay.read("2 October 2026")))
    draft = at_version(minuting.record, version_called(minuting.record, "draft"))
    assert replay(draft.filed).approval is None
