"""Closing a meeting: in the room what is missing is told once, and the second time it is closed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from boardtui.desk import Desk
from boardtui.errors import Hesitation, Refusal
from boardtui.model.record import Stage
from boardtui.rules.gaps import gaps
from support.clock import AFTERNOON, FrozenClock
from support.desks import at_work

BEGUN = (
    "/present all", "/start 14:00", "# 1", "/defer", "# 2", "/defer", "# 3", "/prepared", "/defer", "# 5", "/defer", "# 4",
)  # fmt: skip
"""The other items are put off."""
LEFT = (*BEGUN, "/move @quill @smith: the plan be agreed", "! report back")
"""An action without an owner, and a motion of which nobody has said how it ended."""
TOLD = "2 things are missing: F4 shows them; Enter again closes all the same."


def asked_to_close(desk: Desk, line: str = "/close") -> str:
    with pytest.raises(Hesitation) as told:
        desk.say(line)
    return told.value.message


def test_the_second_close_closes_at_the_time_of_its_line(tmp_path: Path) -> None:
    with at_work(tmp_path, *LEFT, live=True) as desk:
        count = len(desk.ahead.filed)
        assert asked_to_close(desk, "/close 15:30") == TOLD
        assert len(desk.ahead.filed) == count
        desk.say("/close 15:50")
        desk.wait()
        assert desk.record.stage is Stage.CLOSED
        assert desk.record.closed is not None and desk.record.closed.typed == "15:50"


def test_what_was_told_is_known_until_something_is_said(tmp_path: Path) -> None:
    with at_work(tmp_path, *LEFT, live=True) as desk:
        assert desk.missing_at_close is None
        asked_to_close(desk)
        assert desk.missing_at_close is not None
        assert [gap.lack.called for gap in desk.missing_at_close.gaps] == ["owner", "undecided"]
        desk.say("/carried")
        assert desk.missing_at_close is None
        assert asked_to_close(desk) == "1 thing is missing: F4 shows it; Enter again closes all the same."


def test_a_meeting_with_nothing_missing_closes_at_once(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "The plan was received.", live=True) as desk:
        desk.say("/close")
        desk.wait()
        assert desk.record.stage is Stage.CLOSED


def test_what_was_told_is_what_is_missing_then_and_a_time_nobody_knows_is_named(tmp_path: Path) -> None:
    with at_work(tmp_path, *LEFT, live=True) as desk:
        desk.clock = FrozenClock(AFTERNOON + dt.timedelta(days=3))
        with pytest.raises(Hesitation) as told:
            desk.say("/close")
        assert told.value.message.startswith("3 things are missing: ")
        assert told.value.hint == "When it closed is one of them: /close 21:00 says it."
        desk.say("/close")
        desk.wait()
        assert len(gaps(desk.record)) == 3


def test_notes_close_at_once(tmp_path: Path) -> None:
    with at_work(tmp_path, *LEFT, "/close 15:30") as desk:
        assert desk.record.stage is Stage.CLOSED


def test_what_can_not_be_closed_is_refused_at_once(tmp_path: Path) -> None:
    with at_work(tmp_path, "/present @quill", live=True) as desk, pytest.raises(Refusal) as refused:
        desk.say("/close")
    assert not isinstance(refused.value, Hesitation)
