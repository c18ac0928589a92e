"""Notification: by when an interest that isn't in the register has to be notified to the monitoring officer.

Localism Act 2011, s.31(3): before the end of 28 days beginning with the date of the disclosure, so that the day itself is the
first of them (as s.30(1) has it for new members). Whether it is in the register, or a notification pending, only the
monitoring officer knows; so it is asked, and never decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.model.acts import meeting
from boardtui.model.law import Code
from boardtui.model.record import Declaration, Record
from boardtui.model.settle import settled
from boardtui.rules.codes import kind_of

DAYS = 28


@dataclass(frozen=True, slots=True)
class Duty:
    """By which law a kind of body has interests notified. source: the law; unregistered: kinds that are in no register."""

    source: str
    unregistered: tuple[str, ...] = ()


_DUTIES = {
    Code.MODEL: Duty(
        "Localism Act 2011, s.31(2) and (3); LGA Model Councillor Code of Conduct 2020, Appendix B",
        ("non-registrable interest",),
    ),
    Code.OLDER: Duty("Local Authorities (Model Code of Conduct) Order 2007 (SI 2007/1159), paragraph 13"),
    Code.WALES: Duty("Local Authorities (Model Code of Conduct) (Wales) Order 2008 (SI 2008/788), paragraph 15"),
}
"""Bodies of the NHS and governors keep registers of their own, and have no monitoring officer."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An interest that may have to be notified. last: the last day for it, None where the day of the meeting isn't known."""

    declaration: Declaration
    last: dt.date | None


def duty_to_notify(record: Record) -> Duty | None:
    """By which law this body's members notify their interests; None for a body whose members don't."""
    code = record.agenda.code if record.agenda else None
    return _DUTIES.get(code or Code.MODEL)


def notices(record: Record) -> Iterator[Notice]:
    """The interests declared of a kind that belongs in the register, in the order declared; of unknown kinds too."""
    duty = duty_to_notify(record)
    for one in record.declarations if duty else ():
        if duty is not None and kind_of(record, one.act.label).name not in duty.unregistered:
            day = _disclosed_on(record, one.seq)
            yield Notice(one, None if day is None else last_day(day))


def last_day(disclosed: dt.date) -> dt.date:
    """The last of the days within which to notify. disclosed: the first of them."""
    return disclosed + dt.timedelta(days=DAYS - 1)


def _disclosed_on(record: Record, seq: int) -> dt.date | None:
    """The day of the sitting in which an act was said: that of the meeting, unless it went on on another."""
    sitting = -1
    for filed in settled(record.filed):
        if filed.seq == seq:
            break
        sitting += isinstance(filed.act, meeting.Start | meeting.Resume)
    day = record.sittings[sitting].day if 0 <= sitting < len(record.sittings) else None
    return (day.on if day else None) or record.date
