"""The heading and the status of the desk, in runs: pure functions from the record and the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from boardtui.clerk.names import short_name
from boardtui.clerk.widgets.pane import Run
from boardtui.model.acts.text import Paragraph
from boardtui.model.prose import Prose
from boardtui.model.record import Record, Stage
from boardtui.model.text import counted
from boardtui.model.times import ClockTime
from boardtui.rules.confidentiality import is_restricted_now
from boardtui.rules.gaps import Gap
from boardtui.rules.presence import here
from boardtui.rules.quorum import quorum_state
from boardtui.rules.timing import spoken, timing
from boardtui.rules.voting import echo

_STAGES = {Stage.BEFORE: "not started", Stage.ADJOURNED: "ADJOURNED", Stage.CLOSED: "closed"}


def heading_runs(record: Record) -> list[Run]:
    """The body and its day; and whether what is typed now is kept from the public."""
    agenda = record.agenda
    name = Run(f"{agenda.committee} · {agenda.date.typed}" if agenda else record.name, "strong")
    if is_restricted_now(record, Paragraph(text=Prose.of("…"))):
        return [Run("PRIVATE", "warning"), Run("  "), name]  # first: a narrow screen cuts the end
    return [name]


def status_runs(record: Record, now: dt.datetime, missing: Sequence[Gap], head: str = "") -> list[Run]:
    """Where the meeting is, the clock, the projected finish, what is before it, what is missing.

    head: the end of the book in words, to be noted when a meeting is closed; '' when there is nothing to note.
    """
    clock = ClockTime(typed=f"{now:%H:%M}", at=now.time().replace(second=0, microsecond=0, tzinfo=None))
    noted = [Run(f"Note for the file: {head}", "accent")] if head else []
    parts = [Run(_place(record), "strong"), *noted, *_room(record), Run(f"{now:%H:%M}")]
    state = timing(record, clock)
    if state.over is not None and state.over > 0:
        parts.append(Run(f"+{state.over} min over", "warning"))
    if state.finish is not None and state.unplanned == 0 and record.stage is Stage.OPEN:
        parts.append(Run(f"ends ≈ {state.finish.typed}"))
    if state.limit is not None and state.beyond:
        parts.append(Run(f"to end by {state.limit.typed}", "warning"))
    seconds = spoken(record, now)
    if seconds is not None:
        minutes, rest = divmod(seconds, 60)
        parts.append(Run(f"{short_name(record, record.speaking)} speaks {minutes}:{rest:02}"))
    before = echo(record)
    if before:
        parts.append(Run(before, "accent"))
    if missing:
        parts.append(Run(f"gaps {len(missing)}: {missing[-1].sentence}", "warning"))
    return _joined(parts)


def _place(record: Record) -> str:
    if record.approval is not None:
        return f"approved on {record.approval.on.typed}"
    if record.stage in _STAGES:
        return _STAGES[record.stage]
    tops = [key for key in record.business if "." not in key]
    at = next((i for i, key in enumerate(tops, start=1) if key in record.open_items), 0)
    return f"item {at} of {len(tops)}" if at else counted(len(tops), "item")


def _room(record: Record) -> list[Run]:
    """How many count and are here, and whether they are enough: also where the room is folded away."""
    if not record.attendance:
        return []
    state, of = quorum_state(record), here(record).of
    if state.lost:
        return [Run(f"{state.present} of {of} here: NO QUORUM", "bad")]
    return [Run(f"{state.present} of {of} here")]


def _joined(parts: list[Run]) -> list[Run]:
    out: list[Run] = []
    for part in parts:
        out += [Run(" · ", "muted"), part] if out else [part]
    return out
