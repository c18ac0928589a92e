"""Minutes of an earlier meeting: what became of them in the end, and which later meeting approved them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from boardtui.model.acts.business import Fate
from boardtui.model.acts.meeting import MinutesResult, PreviousMinutes
from boardtui.model.divisions import waits_for_casting
from boardtui.model.fold_business import CARRYING
from boardtui.model.record import Block, Entry, Record

APPROVING = (MinutesResult.SIGNED, MinutesResult.APPROVED, MinutesResult.AGREED, MinutesResult.CONFIRMED)
"""What becomes of minutes that are approved, in the words of one body or another."""


def result_of(block: Block, act: PreviousMinutes) -> MinutesResult:
    """What became of them: as said, unless a vote or the chair's word since says otherwise. Equal votes carry nothing."""
    if block.fate is Fate.DEFERRED:
        return MinutesResult.DEFERRED
    if block.division is not None and waits_for_casting(block.division):
        return MinutesResult.REFUSED
    return act.result if block.fate is None or block.fate in CARRYING else MinutesResult.REFUSED


def taken_up(later: Record, day: dt.date, *, is_previous: bool) -> Iterator[tuple[Entry, Block, PreviousMinutes]]:
    """Where a meeting dealt with the minutes of that day: the minute, the block, what was said.

    is_previous: that day's was the meeting before it, which is meant where no day is said.
    """
    for entry, block in later.blocks():
        act = block.act
        if isinstance(act, PreviousMinutes) and (day in act.of.on or (is_previous and not act.of.typed)):
            yield entry, block, act
