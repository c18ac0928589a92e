"""What would be missing if the meeting were closed now."""

from __future__ import annotations

from boardtui.model.acts import business, meeting, text
from boardtui.model.agenda import Item
from boardtui.model.record import Stage
from boardtui.model.times import ClockTime
from boardtui.rules.closing import missing_when_closed
from boardtui.rules.gaps import gaps
from support.acts import HALE, PELL, prose, started

AT = ClockTime.read("15:30")


def test_what_is_left_alone_while_an_item_is_open_is_missing_when_the_meeting_is_closed() -> None:
    minuting = started(body=(Item(number="1", title="Parks"), Item(number="2", title="Closing")))
    minuting.all(text.OpenItem(items=("1",)), business.Move(movers=(HALE, PELL), words=prose("the pond be cleaned")))
    assert gaps(minuting.record) == ()
    found = missing_when_closed(minuting.record, meeting.Close(), AT)
    assert [gap.sentence for gap in found.gaps] == ["Item 1: the motion was not decided."]
    assert minuting.record.stage is Stage.OPEN


def test_nothing_is_missing_and_a_close_without_its_time_is() -> None:
    minuting = started(body=(Item(number="1", title="Closing"),))
    minuting(text.OpenItem(items=("1",)))
    assert missing_when_closed(minuting.record, meeting.Close(), AT).gaps == ()
    (gap,) = missing_when_closed(minuting.record, meeting.Close(), None).gaps
    assert gap.sentence == "When the meeting closed is not said."
