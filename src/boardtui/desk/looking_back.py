"""Looking back: a meeting as it stood at an earlier moment, and its draft minutes as they then read.

A moment is meant as people say it: a time of day at which something was filed, by the clock of this machine, or the number
of an act. Acts are taken in their order; the clock only says how far. Where it was set back in between, the later acts of
that time are meant, with all that came before them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.desk.desk import Desk
from boardtui.errors import InputError
from boardtui.minutes.compose import compose
from boardtui.minutes.tree import Minutes
from boardtui.model.acts import Filed
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.rules.confidentiality import public_record

_NUMBER = re.compile(r"#?([0-9]{1,15})")
_DAY_AND_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)?(?:(?:^|[ T])(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?)?")
_HOW = "Write a time as 14:32 or 14:32:05, with its day as “2026-09-04 14:32”, or the number of an act as 57."


@dataclass(frozen=True, slots=True)
class Then:
    """A meeting at an earlier moment. filed: its acts up to and with that; moment: which it is, in words, as in

    `at 14:32 on 4 September 2026, after act 57, filed at 14:31:12`.
    """

    filed: list[Filed]
    moment: str


def minutes_then(desk: Desk, then: Then, *, restricted: bool) -> Minutes:
    """The draft minutes as they stood at a moment, in the meeting's house.

    restricted: with what must not go out. Without it they hold what could go out then and can go out now: what has come to
    be restricted since is kept back.
    """
    record = replay(then.filed)
    return compose(record if restricted else public_record(record, now=desk.record), desk.house)


def look_back(when: str, record: Record, *, now: dt.datetime, zone: dt.tzinfo | None = None) -> Then:
    """A meeting as it stood at a moment.

    when: `14:32` or `14:32:05`, to the end of that minute or second, on the meeting's own day if anything was filed on it,
    else on the last day anything was; with a day (`2026-09-04 14:32`, or `2026-09-04` for all of it) on that day; `57` or
    `#57` for after act 57. now: with its zone; zone: None for this machine's. Raises InputError: not understood, not come
    yet, or nothing was filed by then.
    """
    typed = when.strip()
    if number := _NUMBER.fullmatch(typed):
        filed = _until_act(int(number[1]), record.filed)
        return Then(filed, f"after act {filed[-1].seq}, filed {_on_at(_naive(filed[-1], zone))}")
    meant = _moment_of(typed, record, zone)
    latest = max((_naive(one, zone) for one in record.filed), default=meant.last)
    here = now.astimezone(zone).replace(tzinfo=None)
    if meant.first > max(here, latest):
        raise InputError(
            f"{_said(meant)} hasn't come yet: it is {here:%H:%M} on {_day(here)}.",
            "Without --at the minutes are shown as they stand now. Name another day as in “2026-09-04 14:32”.",
        )
    count = max((i for i, one in enumerate(record.filed, 1) if _naive(one, zone) <= meant.last), default=0)
    if not count:
        first = _naive(record.filed[0], zone) if record.filed else meant.last
        raise InputError(
            f"Nothing had been filed in this meeting by {meant.last:%H:%M} on {_day(meant.last)}.",
            f"Its first act was filed at {first:%H:%M:%S} on {_day(first)}; boardtui history lists them all.",
        )
    at = f"at {_said(meant)}" if meant.clock else f"at the end of {_said(meant)}"
    end = _naive(record.filed[count - 1], zone)
    filed_then = f"at {end:%H:%M:%S}" if end.date() == meant.last.date() else _on_at(end)
    return Then(record.filed[:count], f"{at}, after act {record.filed[count - 1].seq}, filed {filed_then}")


def filed_at(filed: Filed, zone: dt.tzinfo | None = None) -> dt.datetime:
    """When an act was filed, by the clock of a place. zone: None for this machine's, with summer time as it then was."""
    return dt.datetime.fromisoformat(filed.wall).astimezone(zone)


def _naive(filed: Filed, zone: dt.tzinfo | None) -> dt.datetime:
    """What a clock on the wall showed."""
    return filed_at(filed, zone).replace(tzinfo=None)


def _until_act(number: int, filed: Sequence[Filed]) -> list[Filed]:
    found = [one for one in filed if one.seq <= number]
    if not found:
        raise InputError(f"Act {number} was filed before this meeting was called.", f"Its first act is {filed[0].seq}.")
    if number > filed[-1].seq:
        raise InputError(f"There is no act {number} in this meeting.", f"Its last one is {filed[-1].seq}.")
    return found


@dataclass(frozen=True, slots=True)
class _Meant:
    """A minute, a second or a day, by the clock on the wall. clock: as typed, `14:32` or `14:32:05`, '' for a day."""

    first: dt.datetime
    last: dt.datetime
    clock: str


def _moment_of(typed: str, record: Record, zone: dt.tzinfo | None) -> _Meant:
    found = _DAY_AND_CLOCK.fullmatch(typed)
    if found is None or not typed:
        raise InputError(f"“{typed}” is no moment to look back to.", _HOW)
    day, hour, minute, second = found.groups()
    try:
        on = dt.date.fromisoformat(day) if day else _usual_day(record, zone)
        first = dt.time(int(hour or 0), int(minute or 0), int(second or 0))
        last = dt.time(int(hour or 23), int(minute or 59), int(second or 59), 999_999)
    except ValueError:
        raise InputError(f"“{typed}” is on no clock or calendar.", _HOW) from None
    clock = "" if hour is None else f"{first:%H:%M:%S}" if second else f"{first:%H:%M}"
    return _Meant(dt.datetime.combine(on, first), dt.datetime.combine(on, last), clock)


def _usual_day(record: Record, zone: dt.tzinfo | None) -> dt.date:
    """The day a time without one is on: the meeting's own if anything was filed on it, else the last."""
    days = [_naive(one, zone).date() for one in record.filed]
    own = record.date
    return own if own is not None and own in days else days[-1]


def _said(meant: _Meant) -> str:
    return f"{meant.clock} on {_day(meant.first)}" if meant.clock else _day(meant.first)


def _day(moment: dt.datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _on_at(moment: dt.datetime) -> str:
    return f"at {moment:%H:%M:%S} on {_day(moment)}"
