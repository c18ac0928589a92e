"""The time: planned and actual for each item, how far behind the meeting is, and when it may be expected to end.

Planned lengths and starts are the agenda's; the rest is arithmetic, on the meeting's own scale of minutes, on which a
second day comes after the first (`Record.moment`). While the meeting stands adjourned no item takes any time.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from boardtui.model.agenda import Item, ItemKey
from boardtui.model.record import Entry, ItemState, Record, Stage
from boardtui.model.room import speaking
from boardtui.model.times import ClockTime

A_DAY = 24 * 60
_LONGEST_SPEECH = 3 * 60 * 60


@dataclass(frozen=True, slots=True)
class ItemTime:
    """An item's time. planned: its start by the agenda; minutes: its planned length; actual: what it has taken until now;

    each None where it isn't known. What items taken together took stands with the first of them.
    """

    planned: ClockTime | None = None
    minutes: int | None = None
    actual: int | None = None

    @property
    def over(self) -> int | None:
        """How much longer than planned it has taken; less than nought while there is time left."""
        return None if self.actual is None or self.minutes is None else self.actual - self.minutes


def ends_by(record: Record) -> ClockTime | None:
    """The hour at which the meeting is to end (a guillotine): as extended that day, else by standing orders; None for none.

    What is left then is usually voted on without debate or put off; that is for the body's own standing orders.
    """
    return record.extended or (record.agenda.ends_by if record.agenda else None)


def spoken(record: Record, now: dt.datetime) -> int | None:
    """How long the one who speaks has spoken, in seconds; None where nobody does, or it was on another day.

    now: with its zone; without one it is this machine's.
    """
    if not speaking(record) or not record.speaking_since:
        return None
    seconds = int((now.astimezone() - dt.datetime.fromisoformat(record.speaking_since)).total_seconds())
    return seconds if 0 <= seconds < _LONGEST_SPEECH else None


def is_past_end(record: Record, minutes: int | None) -> bool:
    """Is this later than the meeting is to end? minutes: a time of day; None for how far the meeting's time has come."""
    end = ends_by(record)
    if end is None or end.minutes is None or record.clock < 0:
        return False
    return record.moment(record.clock if minutes is None else minutes) > record.moment(end.minutes)


@dataclass(frozen=True, slots=True)
class Timing:
    """The time of the meeting. items: of every item, by key; open: of the one now open; over: by how many minutes what is

    open will end later than planned if it ends when it should, less than nought for earlier; finish: the projected end;
    unplanned: how many items are left without a planned length, which the projection leaves out; limit: when it is to end
    in any case, and beyond: that this has passed, or is projected to.
    """

    items: dict[ItemKey, ItemTime]
    open: ItemTime | None = None
    over: int | None = None
    finish: ClockTime | None = None
    unplanned: int = 0
    limit: ClockTime | None = None
    beyond: bool = False


def timing(record: Record, now: ClockTime) -> Timing:
    """The time of the meeting at this moment. now: by the meeting's clock; an unknown one tells nothing about the end."""
    lengths = planned_lengths(record)
    moment = record.moment(now.minutes) if now.minutes is not None else None
    spent = {
        key: minutes for entry in record.entries.values() for key, minutes in _spent(record, entry, moment).items()
    }
    items = {
        key: ItemTime(one.item.planned, lengths.get(key), spent.get(key))
        for key, one in record.business.items()
        if not one.is_sub
    }
    open_now = items.get(record.open_items[0]) if record.open_items and record.stage is Stage.OPEN else None
    finish, unplanned = _finish(record, items, open_now, moment)
    late = [time.minutes for time in (now, finish) if time is not None and time.minutes is not None]
    beyond = record.stage is Stage.OPEN and any(is_past_end(record, minutes) for minutes in late)
    return Timing(items, open_now, _behind(record, open_now, moment), finish, unplanned, ends_by(record), beyond)


def planned_lengths(record: Record) -> dict[ItemKey, int]:
    """Each item's planned length in minutes: as the agenda says; else its sub-items'; else what lies between two starts.

    The first item starts when the meeting does. Where several items without a length stand between two starts they share
    the time alike. Items of which nothing can be told are left out.
    """
    tops = [(key, one.item) for key, one in record.business.items() if not one.is_sub]
    lengths = {key: length for key, item in tops if (length := _length(item)) is not None}
    starts = [(i, start) for i, (_, item) in enumerate(tops) if (start := _start(record, item, i)) is not None]
    for (begin, start), (end, next_start) in pairwise(starts):
        unknown = [key for key, _ in tops[begin:end] if key not in lengths]
        between = next_start - start - sum(lengths.get(key, 0) for key, _ in tops[begin:end])
        if unknown and between > 0:
            each, more = divmod(between, len(unknown))
            lengths |= {key: each + (place < more) for place, key in enumerate(unknown)}
    return lengths


def _length(item: Item) -> int | None:
    if item.minutes is not None:
        return item.minutes
    below = [length for one in item.subitems if (length := _length(one)) is not None]
    return sum(below) if below else None


def _start(record: Record, item: Item, place: int) -> int | None:
    called = record.agenda.time if record.agenda and place == 0 else None
    start = item.planned or called
    return start.minutes if start else None


def _spent(record: Record, entry: Entry, moment: int | None) -> dict[ItemKey, int]:
    """What the items of an entry have taken, with the first of them; nothing where an end is not known."""
    if not entry.items or not entry.spans:
        return {}
    total = 0
    for begun, left in entry.spans:
        is_open = entry.key == record.entry_key and record.stage in (Stage.OPEN, Stage.ADJOURNED)
        end = moment if left is None and is_open else left
        if end is None:
            return {}
        total += max(0, end - begun - _adjourned(record, begun, end))
    return {entry.items[0]: total}


def _adjourned(record: Record, begun: int, end: int) -> int:
    """How many of these minutes the meeting stood adjourned."""
    total = 0
    for i, sitting in enumerate(record.sittings):
        if not sitting.ended or sitting.ends is None:
            continue
        later = record.sittings[i + 1].begins if i + 1 < len(record.sittings) else end
        if later is not None:
            total += max(0, min(later, end) - max(sitting.ends, begun))
    return total


def _behind(record: Record, open_now: ItemTime | None, moment: int | None) -> int | None:
    if open_now is None or open_now.actual is None or moment is None:
        return None
    planned = open_now.planned.minutes if open_now.planned else None
    if planned is None:
        return None if open_now.minutes is None else max(0, open_now.over or 0)
    begun = moment - open_now.actual
    ends = max(moment, begun + (open_now.minutes or 0))
    return ends - (record.moment(planned) + (open_now.minutes or 0))


def _finish(
    record: Record, items: dict[ItemKey, ItemTime], open_now: ItemTime | None, moment: int | None
) -> tuple[ClockTime | None, int]:
    """When it ends if all that is left takes as long as planned, and how many items that leaves out."""
    left = [items[key] for key, one in record.business.items() if key in items and one.state is ItemState.WAITING]
    rest = max(0, -(open_now.over or 0)) if open_now else 0
    known = [one.minutes for one in left if one.minutes is not None]
    planned = known or (open_now is not None and open_now.minutes is not None)
    called = record.agenda.time.minutes if record.agenda and record.agenda.time else None
    start = called if record.stage is Stage.BEFORE and called is not None else moment
    if start is None or not planned or record.stage in (Stage.ADJOURNED, Stage.CLOSED):
        return None, len(left) - len(known)
    end = (max(start, moment or start) + rest + sum(known)) % A_DAY
    at = dt.time(end // 60, end % 60)
    return ClockTime(typed=f"{at:%H:%M}", at=at), len(left) - len(known)
