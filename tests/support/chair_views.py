"""What the chair's view says of the small meeting, pane by pane, as somebody reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from typing_extensions import override

from boardtui.chair import views
from boardtui.chair.audience import Audience
from boardtui.chair.following import Follower
from boardtui.chair.news import Heard
from boardtui.chair.sieve import Sieve
from boardtui.chair.sifting import Sifter
from boardtui.chair.sight import Sight, sight_of
from boardtui.clerk.widgets.pane import Row
from boardtui.model.acts import Act, text
from boardtui.model.record import Record
from support.acts import Minuting, started

AFTERNOON = dt.datetime(2026, 9, 4, 14, 32, tzinfo=dt.UTC)


def said(rows: Sequence[Row]) -> str:
    """The rows as somebody reads them, one under the other."""
    lines = ["".join(run.text for run in row.runs) + (f"  {row.right.text}" if row.right else "") for row in rows]
    return "\n".join(lines)


def panes(sight: Sight) -> list[Any]:
    """What stands in each pane."""
    return [
        views.heading_runs(sight), views.alarm_rows(sight), views.business_rows(sight, 44), views.room_rows(sight, 26),
        views.order_rows(sight, 30), views.next_runs(sight),
    ]  # fmt: skip


def seen_by_the_room(record: Record, now: dt.datetime) -> Sight:
    """What the screen for the room has of a meeting: what was told its process, line by line."""
    sieve, heard = Sieve(Sifter(Still(record))), Heard()
    heard.take_in(sieve.look())
    shown = heard.record
    assert shown is not None
    return sight_of(shown, now, public=shown, private=heard.private, head=heard.head, audience=Audience.ROOM)


class Still(Follower):
    """A meeting that was followed so far; each look is one at something new."""

    def __init__(self, record: Record) -> None:
        super().__init__(Path("no.book"))
        self._now = record
        self.meeting = "small"

    @property
    @override
    def record(self) -> Record | None:
        return self._now

    @override
    def look(self) -> bool:
        return True

    def goes_on(self, record: Record) -> None:
        """The meeting as it stands now."""
        self._now = record


def at_item(key: str, *acts: Act, at: str = "14:20", present: Sequence[str] = ()) -> Minuting:
    """The small meeting, begun, with this item open, and then what happened."""
    minuting = started(*present)
    minuting(text.OpenItem(items=(key,)), at)
    for act in acts:
        minuting(act)
    return minuting


def business_text(minuting: Minuting, now: dt.datetime = AFTERNOON) -> str:
    """What stands in the middle."""
    return said(views.business_rows(sight_of(minuting.record, now), 90))


def room_text(minuting: Minuting, now: dt.datetime = AFTERNOON) -> str:
    """What stands at the side."""
    return said(views.room_rows(sight_of(minuting.record, now), 40))


def after(minuting: Minuting, *acts: Act) -> Minuting:
    """The meeting, and then what happened."""
    for act in acts:
        minuting(act)
    return minuting
