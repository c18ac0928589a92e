"""The chair's view without a screen: a line for each thing that changes, for a screen reader or a pipe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from boardtui.chair import views
from boardtui.chair.audience import Audience
from boardtui.chair.sifting import Source, seen
from boardtui.chair.sight import Sight
from boardtui.clerk.widgets.pane import Row
from boardtui.model.text import literal

_WIDE = 10_000
"""Columns, so many that nothing is wrapped: whoever reads it out wraps it."""


def told_now(sight: Sight) -> list[str]:
    """All that there is to be told at a moment, a line each."""
    rows = [
        *views.alarm_rows(sight),
        *views.business_rows(sight, _WIDE),
        *views.side_rows(sight, _WIDE, timed=False),
    ]
    heading = "".join(run.text for run in views.heading_runs(sight))
    after = "".join(run.text for run in views.next_runs(sight))
    return [line for line in (_line(heading), *map(_spoken, rows), _line(after)) if line]


def _spoken(row: Row) -> str:
    text = "".join(run.text for run in row.runs)
    return _line(f"{text} {row.right.text}" if row.right else text)


def _line(text: str) -> str:
    """A row in one line; what is drawn large is left out, for it is only the number that stands beside the title anyway."""
    return literal(" ".join("".join(one for one in text if one not in "▀▄█").split()))


def changes(source: Source, clock: Callable[[], dt.datetime], audience: Audience) -> Iterator[str]:
    """What is to be told now that was not told before, a line each with the time. Nothing where nothing changed."""
    before: list[str] = []
    while True:
        now = clock()
        record = source.record
        lines = [source.trouble] if source.trouble else []
        if record is not None:
            lines += told_now(seen(source, record, now, audience))
        new = [line for line in lines if line not in before]
        before = lines
        yield "".join(f"{now:%H:%M} {line}\n" for line in new)
