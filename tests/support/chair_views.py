"""What the chair's view says of the small meeting, pane by pane, as somebody reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from boardtui.chair import views
from boardtui.chair.sight import sight_of
from boardtui.clerk.widgets.pane import Row
from boardtui.model.acts import Act, text
from support.acts import Minuting, started

AFTERNOON = dt.datetime(2026, 9, 4, 14, 32, tzinfo=dt.UTC)


def said(rows: Sequence[Row]) -> str:
    """The rows as somebody reads them, one under the other."""
    lines = ["".join(run.text for run in row.runs) + (f"  {row.right.text}" if row.right else "") for row in rows]
    return "\n".join(lines)


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
