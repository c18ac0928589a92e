"""The end of the minutes: lines to sign on, or what became of them at a later meeting."""

from __future__ import annotations

from boardtui.minutes.dates import said_day
from boardtui.minutes.house import House
from boardtui.model.approval import Approval
from boardtui.model.times import CalendarDay


def signature(approval: Approval | None, house: House) -> tuple[str, ...]:
    """The lines to sign on; above them that the minutes were approved, and in their place who signed and when, if known."""
    frame = house.frame
    to_sign = tuple(line.fill({"chair": house.words.chair}) for line in frame.signature)
    if approval is None:
        return to_sign
    approved = frame.approved.fill({"date": said_day(approval.on, house.dates.sentence, house)})
    when = said_day(approval.signed_on, house.dates.sentence, house)
    signed = frame.signed.fill({"who": approval.signed_by, "date": when}) if approval.is_signed else ""
    return (
        tuple(line for line in (approved, signed) if line) if signed else (*([approved] if approved else []), *to_sign)
    )


def iso(day: CalendarDay | None) -> str:
    """A day as 2026-10-12, as typed where it wasn't understood, '' for none."""
    if day is None:
        return ""
    return day.on.isoformat() if day.on else day.typed
