"""The heading and the status of the desk, in runs: pure functions from the record and the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from boardtui.clerk.widgets.pane import Run
from boardtui.model.acts.text import Paragraph
from boardtui.model.prose import Prose
from boardtui.model.record import Record, Stage
from boardtui.model.times import ClockTime
from boardtui.rules.confidentiality import is_restricted_now
from boardtui.rules.gaps import Gap
from boardtui.rules.timing import timing
from boardtui.rules.voting import echo

_STAGES = {Stage.BEFORE: "not started", Stage.ADJOURNED: "ADJOURNED", Stage.CLOSED: "closed"}


def heading_runs(record: Record) -> list[Run]:
    """The body and its day; and whether what is typed now is kept from the public."""
    agenda = record.agenda
    runs = [Run(f"{agenda.committee} · {agenda.date.typed}" if agenda else record.name, "strong")]
    if is_restricted_now(record, Paragraph(text=Prose.of("…"))):
        runs.append(Run("  PRIVATE", "warning"))
    return runs


def status_runs(record: Record, now: dt.datetime, missing: Sequence[Gap]) -> list[Run]:
    """Where the meeting is, the clock, the projected finish, what is before it, what is missing."""
    clock = ClockTime(typed=f"{now:%H:%M}", at=now.time().replace(second=0, microsecond=0, tzinfo=None))
    parts = [Run(_place(record), "strong"), Run(f"{now:%H:%M}")]
    state = timing(record, clock)
    if state.over is not None and state.over > 0:
        parts.append(Run(f"+{state.over} min over", "warning"))
    if state.finish is not None and state.unplanned == 0 and record.stage is Stage.OPEN:
        parts.append(Run(f"ends ≈ {state.finish.typed}"))
    before = echo(record)
    if before:
        parts.append(Run(before, "accent"))
    if missing:
        parts.append(Run(f"gaps {len(missing)}: {missing[-1].sentence}", "warning"))
    return _joined(parts)


def _place(record: Record) -> str:
    if record.stage in _STAGES:
        return _STAGES[record.stage]
    tops = [key for key in record.business if "." not in key]
    at = next((i for i, key in enumerate(tops, start=1) if key in record.open_items), 0)
    return f"item {at} of {len(tops)}" if at else f"{len(tops)} items"


def _joined(parts: list[Run]) -> list[Run]:
    out: list[Run] = []
    for part in parts:
        out += [Run(" · ", "muted"), part] if out else [part]
    return [*out, Run("   / commands  F1 help", "muted")]
