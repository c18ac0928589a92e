"""What the desk says of interests: who must do what for the open item. Pure functions from the record to rows."""

from __future__ import annotations

from rich.cells import cell_len

from boardtui.clerk.names import short_name
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.model.record import Record
from boardtui.rules.forecast import forecast, forecast_after
from boardtui.rules.interests import Told, Weight, duties
from boardtui.rules.presence import name_of

_ORDER = (Weight.PRESSING, Weight.HEED, Weight.DONE)
_MARKS = {Weight.PRESSING: ("✗ ", "bad"), Weight.HEED: ("! ", "warning"), Weight.DONE: ("✓ ", "muted")}
_ALL = "All members"
OUT = " · Ctrl+L: out"
"""The key that has those who must leave go out, where there is room to say so."""


def interest_rows(record: Record, width: int) -> list[Row]:
    """For the room's pane: the interests that bear on what is open, whose, and what they must do or have done."""
    told = duties(record)
    return (
        [Row(), row("INTERESTS", "muted"), *(one for each in told for one in _rows(record, each, width))]
        if told
        else []
    )


def _rows(record: Record, told: Told, width: int) -> list[Row]:
    mark, style = _MARKS[told.weight]
    who = short_name(record, told.person) if told.person else _ALL
    return wrapped(told.sentence(who), width, style, first=mark, rest="  ")


def ahead_rows(record: Record, width: int) -> list[Row]:
    """For the room's pane: the items ahead that will have no quorum."""
    rows = [
        one for ahead in forecast(record) for one in wrapped(ahead.sentence, width, "warning", first="! ", rest="  ")
    ]
    return [Row(), row("AHEAD", "muted"), *rows] if rows else []


def told_after(record: Record) -> str:
    """What is to be told of the quorum ahead after what was said last, '' for nothing; of several the rest are counted."""
    first, *others = [one.sentence for one in forecast_after(record)] or [""]
    return f"{first} (+{len(others)}: F4)" if others else first


def duty_line(record: Record, width: int) -> list[Row]:
    """Who must do what for what is open, in one line that stands in sight as long as it holds; [] where nobody must.

    Those who must leave come first, with the key for it; of several interests the others are counted.
    """
    told = sorted(duties(record), key=lambda one: _ORDER.index(one.weight))
    if not told:
        return []
    mark, style = _MARKS[told[0].weight]
    who = name_of(record, told[0].person) if told[0].person else _ALL
    sentence = told[0].sentence(who)
    more = f" (+{len(told) - 1}: F3)" if len(told) > 1 else ""
    out = OUT if told[0].weight is Weight.PRESSING else ""
    if cell_len(mark + sentence + more + out) > width:
        out = ""
    first, *_ = wrapped(sentence, width - len(more + out), style, first=mark, rest="  ")
    tail = (Run(more, style), Run(out, "muted"))
    return [Row((*first.runs, *(run for run in tail if run.text)))]
