"""The panes of the chair's view: pure functions from what there is to see to rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len

from boardtui.chair import words
from boardtui.chair.audience import Audience
from boardtui.chair.business import (
    asked_rows,
    decided_rows,
    item_rows,
    motion_rows,
    open_business,
    stage_rows,
    title_rows,
)
from boardtui.chair.figures import large
from boardtui.chair.saying import saying_rows
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.model.record import ItemState, Stage
from boardtui.model.room import speaking, waiting_to_speak
from boardtui.model.text import counted
from boardtui.rules.gaps import gaps
from boardtui.rules.interests import LEFT, Weight
from boardtui.rules.presence import name_of
from boardtui.rules.timing import spoken

if TYPE_CHECKING:
    from boardtui.chair.sight import Sight
    from boardtui.model.agenda import ItemKey
    from boardtui.model.record import Business
    from boardtui.rules.timing import ItemTime

_MARKS = {
    ItemState.WAITING: " ", ItemState.OPEN: "▶", ItemState.TAKEN: "✓", ItemState.DONE: "✓", ItemState.DEFERRED: "→",
    ItemState.WITHDRAWN: "×",
}  # fmt: skip
_WEIGHTS = {Weight.PRESSING: ("✗", "bad"), Weight.HEED: ("!", "warning"), Weight.DONE: ("✓", "plain")}
"""The mark and the style: somebody still has to go; something is to be heeded; all is done."""
_SOON = 15
"""Minutes before the meeting must end from which it is told with emphasis."""
_STAGES = {
    Stage.BEFORE: "not started", Stage.OPEN: "", Stage.ADJOURNED: "ADJOURNED", Stage.CLOSED: "closed",
}  # fmt: skip


def heading_runs(sight: Sight) -> list[Run]:
    """The body and its day, and when it isn't simply sitting, that."""
    agenda = sight.record.agenda
    runs = [Run(agenda.committee, "strong"), Run(f"  {agenda.date.typed}", "muted")] if agenda else []
    stage = "approved" if sight.record.approval else _STAGES[sight.record.stage]
    state = stage
    if sight.private:
        state = "IN PRIVATE" if sight.curtain else "IN PRIVATE · this screen shows what is restricted"
    return [*runs, Run(f"  {state}", "warning")] if state else runs


def alarm_rows(sight: Sight) -> list[Row]:
    """That there is no quorum, over everything else; nothing while there is one, or while the meeting isn't sitting."""
    if sight.record.stage is not Stage.OPEN or not sight.quorum.lost:
        return []
    missing = " and ".join(sight.quorum.missing)
    return [Row(), row(f"✗ ✗ ✗   NO QUORUM   ✗ ✗ ✗    {missing} needed", "strong"), Row()]


def business_rows(sight: Sight, width: int) -> list[Row]:
    """What is before the meeting now; behind a curtain in private session. To the room only what was said aloud."""
    if sight.curtain:
        return _curtain(sight, width)
    if sight.record.stage is not Stage.OPEN:
        stage = stage_rows(sight, width)
        return stage if sight.audience is Audience.ROOM else _spaced((stage, saying_rows(sight, width)))
    parts: tuple[list[Row], ...] = (
        item_rows(sight, width),
        interest_rows(sight, width),
        motion_rows(sight, width),
        decided_rows(sight, width),
    )
    if sight.audience is not Audience.ROOM:
        parts = (*parts, saying_rows(sight, width), asked_rows(sight, width))
    return _spaced(parts, wide=sight.roomy)


def _spaced(parts: Iterable[list[Row]], *, wide: bool = False) -> list[Row]:
    """The parts that say something, with a blank row between them; two where there is room."""
    rows: list[Row] = []
    for part in parts:
        if part:
            rows += [Row()] * (2 if wide else 1) if rows else []
            rows += part
    return rows


def _curtain(sight: Sight, width: int) -> list[Row]:
    """That the meeting is in private, with the number of the item: nothing else of it."""
    number = " + ".join(b.item.number for b in open_business(sight.record) if b.item.number)
    return [
        row("PRIVATE SESSION", "muted"),
        *title_rows(number, "The meeting is in private session", width, roomy=sight.roomy),
        Row(),
        *wrapped("What is said and decided now is not shown here.", width, "muted"),
    ]


def interest_rows(sight: Sight, width: int) -> list[Row]:
    """The interests that bite on this item: whose, what they must do, and what they have done.

    To the room only who has left for one: what it is was said when it was declared, and isn't repeated on a wall.
    """
    if sight.audience is Audience.ROOM:
        return _left_rows(sight, width)
    rows = [row("INTERESTS IN THIS ITEM", "muted")] if sight.interests else []
    for told in sight.interests:
        mark, style = _WEIGHTS[told.weight]
        name = name_of(sight.record, told.person) if told.person else "All members"
        rows += wrapped(told.sentence(name), width, style, first=f"{mark} ", rest="  ")
        rows += wrapped(told.must, width, "muted", first="  ", rest="  ") if told.must else []
    return rows


def _left_rows(sight: Sight, width: int) -> list[Row]:
    left = [told for told in sight.interests if told.weight is Weight.DONE and told.does == LEFT]
    names = [name_of(sight.record, told.person) if told.person else "All members" for told in left]
    return [one for name in names for one in wrapped(f"{name} has left for this item", width, first="✓ ", rest="  ")]


# --- the side: the room and the time


def room_rows(sight: Sight, width: int) -> list[Row]:
    """The quorum, the time, who speaks and who waits, who presides; for the clerk first what is missing."""
    return _spaced((_clock(sight, width), side_rows(sight, width)))


def side_rows(sight: Sight, width: int, *, timed: bool = True) -> list[Row]:
    """The same without the clock. timed: with what changes by the minute though nobody does anything."""
    if sight.audience is Audience.ROOM:
        return _spaced((_quorum(sight), _speakers(sight, width, timed=timed), _chair(sight, width)))
    parts = (
        _gaps(sight, width),
        _quorum(sight),
        _ahead(sight, width),
        _time(sight) if timed else [],
        _speakers(sight, width, timed=timed),
        _chair(sight, width),
    )
    return _spaced(parts)


def _gaps(sight: Sight, width: int) -> list[Row]:
    """What the minutes lack, for the clerk."""
    if sight.audience is not Audience.CLERK:
        return []
    found = gaps(sight.record)
    rows = [row(f"MISSING: {len(found)}", "warning" if found else "muted")]
    for gap in found:
        rows += wrapped(gap.sentence, width, first="· ", rest="  ")
    return rows


def _clock(sight: Sight, width: int) -> list[Row]:
    """The time, as large as there is room for."""
    if not sight.roomy:
        return []
    time = f"{sight.now:%H:%M}"
    fitting = (lines for lines in (large(time, tall=True), large(time)) if cell_len(lines[0]) <= width)
    return [Row((Run(line, "strong"),)) for line in next(fitting, [])]


def _quorum(sight: Sight) -> list[Row]:
    state = sight.quorum
    rows = [row(f"{state.present} of {sight.presence.of} present", "strong")]
    if state.needed is None:
        return [*rows, row("no quorum is stated", "muted")]
    if not state.lost:
        return [*rows, row(f"quorum {state.needed} ✓", "good")]
    if sight.record.stage is Stage.OPEN:
        return [*rows, row("✗ NO QUORUM", "bad")]  # the alarm says what is missing
    missing = [row(f"  {missing} needed", "warning") for missing in state.missing]
    return [*rows, row(f"quorum {state.needed} ✗", "bad"), *missing]


def _ahead(sight: Sight, width: int) -> list[Row]:
    """The items ahead that will have no quorum; one of which only the number is shown is called by that."""
    rows: list[Row] = []
    for one in sight.ahead:
        is_nameless = one.item in sight.hidden and not sight.record.business[one.item].item.number
        said = one.said_of("An item not public") if is_nameless else one.sentence
        rows += wrapped(said, width, "warning", first="! ", rest="  ")
    return rows


def _chair(sight: Sight, width: int) -> list[Row]:
    person = sight.presence.presiding
    return [row("IN THE CHAIR", "muted"), *wrapped(name_of(sight.record, person), width)] if person else []


def _speakers(sight: Sight, width: int, *, timed: bool) -> list[Row]:
    record = sight.record
    if sight.curtain or record.stage is not Stage.OPEN:
        return []
    rows = []
    speaks, waiting = speaking(record), waiting_to_speak(record)
    if speaks:
        seconds = spoken(record, sight.now)
        timer = "" if seconds is None or not timed else words.timer(seconds)
        rows += [
            row("SPEAKING", "muted", right=timer),
            *wrapped(name_of(record, speaks), width, "strong", first="▶ ", rest="  "),
        ]
    if waiting:
        rows += [*([Row()] if rows else []), row("WAITING TO SPEAK", "muted")]
    for place, person in enumerate(waiting, start=1):
        rows += wrapped(name_of(record, person), width, first=f"{place} ", rest="  ")
    return rows


def _time(sight: Sight) -> list[Row]:
    """Planned and actual time of the item, whether the meeting is behind, and when it will end at this pace."""
    timing, open_now = sight.timing, sight.timing.open
    rows: list[Row] = []
    if open_now is not None and not sight.curtain:
        planned = [words.at(open_now.planned)] if open_now.planned else []
        planned += [words.span(open_now.minutes)] if open_now.minutes is not None else []
        rows += [row(f"planned {', '.join(planned)}", "muted")] if planned else []
        rows += [_taken(open_now)] if open_now.actual is not None else []
        rows += [_pace(timing.over)] if timing.over is not None else []
    if timing.finish is not None:
        rows.append(row(f"ends about {words.at(timing.finish)}", "strong"))
        rows += [row(f"  {counted(timing.unplanned, 'item')} not counted", "muted")] if timing.unplanned else []
    if timing.limit is not None and sight.record.stage is not Stage.CLOSED:
        rows.append(row(f"to end by {words.at(timing.limit)}", "bad" if timing.beyond else "muted"))
        rows += _left_until(sight)
    return rows


def _left_until(sight: Sight) -> list[Row]:
    """How long there is until the meeting must end, counted down."""
    limit = sight.timing.limit
    if sight.record.stage is not Stage.OPEN or limit is None or limit.minutes is None or sight.clock.minutes is None:
        return []
    left = limit.minutes - sight.clock.minutes
    return [
        row(f"  {words.span(left)} left", "warning" if left <= _SOON else "muted")
        if left > 0
        else row("  TIME IS UP", "bad")
    ]


def _taken(item: ItemTime) -> Row:
    taken = f"{words.span(item.actual or 0)} taken"
    if item.over is None:
        return row(taken)
    return row(f"{taken}, {item.over} OVER", "warning") if item.over > 0 else row(f"{taken}, {-item.over} left")


def _pace(over: int) -> Row:
    if over > 0:
        return row(f"meeting {words.span(over)} LATE", "warning")
    return row(f"meeting {words.span(-over)} early" if over else "meeting on time", "good")


# --- the order of business


def order_rows(sight: Sight, width: int) -> tuple[list[Row], int | None]:
    """The agenda with what has become of each item, and the row of the open one."""
    rows: list[Row] = [row("ORDER OF BUSINESS", "muted")]
    focus: int | None = None
    section = ""
    for business in sight.record.business.values():
        if business.is_sub:
            continue
        title = business.sections[-1].title if business.sections else ""
        if title and title != section:
            rows += [Row(), *wrapped(title, width, "muted")]
        section = title
        here = business.key in _open(sight)
        focus = len(rows) if here else focus
        waits = business.state is ItemState.WAITING or sight.record.stage is Stage.BEFORE
        first = "  " if waits else f"{_MARKS[business.state]} "
        style = "strong" if here else "plain" if waits else "muted"
        rows += wrapped(called(sight, business), width, style, first=first, rest="    ")
    return rows, focus


def next_runs(sight: Sight) -> list[Run]:
    """What comes next: the first item after the open one that waits to be taken, else the first that was left out."""
    record = sight.record
    if record.stage is Stage.CLOSED:
        return []
    tops = [business for business in record.business.values() if not business.is_sub]
    here = max((place for place, one in enumerate(tops) if one.key in _open(sight)), default=-1)
    before = record.stage is Stage.BEFORE
    waiting = [one for one in (*tops[here + 1 :], *tops[: here + 1]) if before or one.state is ItemState.WAITING]
    if not waiting:
        return [Run("NEXT ", "muted"), Run("the close of the meeting")] if record.stage is Stage.OPEN else []
    planned = f" · {words.at(waiting[0].item.planned)}" if waiting[0].item.planned else ""
    return [
        Run("FIRST " if before else "NEXT ", "muted"),
        Run(called(sight, waiting[0]), "strong"),
        Run(planned, "muted"),
    ]


def _open(sight: Sight) -> tuple[ItemKey, ...]:
    """The items now before the meeting. Before it starts there are none, though the clerk may have one open to prepare it."""
    return () if sight.record.stage is Stage.BEFORE else sight.record.open_items


def called(sight: Sight, business: Business) -> str:
    """An item by number and title; by its number alone where it is taken in private."""
    number = business.item.number or ""
    if business.key in sight.hidden:
        return f"{number} (not public)".strip()
    return f"{number} {business.item.title}".strip()
