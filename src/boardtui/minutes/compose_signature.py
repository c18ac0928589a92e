"""The end of the minutes: lines to sign on, or what became of them at a later meeting."""

from __future__ import annotations

from boardtui.minutes.dates import said_day
from boardtui.minutes.house import House
from boardtui.model.approval import Approval
from boardtui.model.times import CalendarDay


def signature(approval: Approval | None, house: House) -> tuple[str, ...]:
    """The lines to sign on; above them that the minutes were approved, and in their place who signed and when, if known."""
    frame = house.frame
    signed = _signed(approval, house)
    to_sign = tuple(line.fill({"chair": house.words.chair}) for line in frame.signature)
    if approval is None:
        return to_sign
    approved = frame.approved.fill({"date": said_day(approval.on, house.dates.sentence, house)})
    return (
        tuple(line for line in (approved, signed) if line) if signed else (*([approved] if approved else []), *to_sign)
    )


def initials(approval: Approval | None, house: House) -> str:
    """The place to initial at the foot of each page, '' in a house without one, and where it is known that they are signed.

    Of minutes on loose leaves each is initialled by whoever signs them (Local Government Act 1972, Schedule 12,
    paragraph 41(2)).
    """
    return "" if _signed(approval, house) else house.frame.initials.fill({"chair": house.words.chair})


def _signed(approval: Approval | None, house: House) -> str:
    """That they were signed, by whom and when, '' where that isn't known."""
    if approval is None or not approval.is_signed:
        return ""
    when = said_day(approval.signed_on, house.dates.sentence, house)
    return house.frame.signed.fill({"who": approval.signed_by, "date": when})


def iso(day: CalendarDay | None) -> str:
    """A day as 2026-10-12, as typed where it wasn't understood, '' for none."""
    if day is None:
        return ""
    return day.on.isoformat() if day.on else day.typed
