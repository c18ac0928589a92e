"""Closing: what would be missing from the minutes if the meeting were closed now. It closes all the same, if it is to."""

from __future__ import annotations

from dataclasses import replace

from boardtui.model.acts import meeting
from boardtui.model.acts.base import Filed
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.model.times import ClockTime
from boardtui.rules.gaps import Findings, look_through


def missing_when_closed(record: Record, act: meeting.Close, at: ClockTime | None) -> Findings:
    """What the minutes would lack after this close: also what is left alone while an item is open, such as a motion of which

    nobody has said how it ended. at: when it would be filed, None for unknown.
    """
    last = record.filed[-1]
    closing: Filed = replace(
        last, seq=record.last_seq + 1, at=at, item="", restricted=False, act=act, token="", behind=0
    )
    return look_through(replay([*record.filed, closing]))
