"""Approving minutes: which later meeting did it, what it corrected, and putting both on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from boardtui.book import Book, MeetingRow
from boardtui.desk.correcting import Proposal, has_minute, proposals
from boardtui.desk.desk import Desk
from boardtui.desk.houses import house_of
from boardtui.desk.versions import draft_as_sent
from boardtui.errors import InputError
from boardtui.minutes.names import Names
from boardtui.model.acts import Filed
from boardtui.model.acts.approval import Approved, Reopened
from boardtui.model.acts.meeting import MinutesResult
from boardtui.model.approval import approvals_of
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.model.times import CalendarDay
from boardtui.rules.approval import check_can_be_approved
from boardtui.rules.earlier import APPROVING, result_of, taken_up
from boardtui.rules.itemised import Itemised, itemised
from boardtui.rules.procedure import check


@dataclass(frozen=True, slots=True)
class Later:
    """The later meeting that dealt with these minutes. by: its name in the book, '' if it isn't in it; on: its day; result:

    what it said of them, None where it says nothing; corrections: what it corrected, each with whether that must not go out;
    several: it did so of several meetings' minutes at once; signed_on, signed_by: as it says.
    """

    on: CalendarDay
    by: str = ""
    result: MinutesResult | None = None
    corrections: tuple[tuple[Itemised, bool], ...] = ()
    several: bool = False
    signed_on: CalendarDay | None = None
    signed_by: str = ""

    @property
    def approves(self) -> bool:
        """Did it approve them?"""
        return self.result in APPROVING


@dataclass(frozen=True, slots=True)
class Plan:
    """What approving would put on record. act: the approval itself; corrections: what is to be done about each."""

    act: Approved
    corrections: tuple[Proposal, ...]

    @property
    def by_hand(self) -> tuple[Proposal, ...]:
        """The corrections that it can't make."""
        return tuple(one for one in self.corrections if one.why)


def found_later(book: Book, desk: Desk) -> Later:
    """The first later meeting of the same body in the book that approved these minutes. Raises Refusal, InputError."""
    check_can_be_approved(desk.record)
    refused = ""
    for row, is_previous in _later_rows(book, desk):
        later = _later(book, row, desk.record, is_previous=is_previous)
        if later.approves:
            return later
        if later.result is not None:
            refused = f" That of {later.on.typed} says: {later.result}."
    raise InputError(
        f"No later meeting of the body in this book has approved these minutes.{refused}",
        f"/minutes {_spoken(desk.record.date)} approved says so at the desk of that meeting. Where it isn't in this book: "
        f"boardtui approve {desk.meeting} --on 2026-10-12",
    )


def named_later(book: Book, desk: Desk, name: str) -> Later:
    """The later meeting of this name in the book. Raises Refusal, InputError where it didn't approve these minutes."""
    check_can_be_approved(desk.record)
    if name == desk.meeting:
        raise InputError("A meeting doesn't approve its own minutes.", "Name the later one after --by.")
    rows = {row.name: previous for row, previous in _later_rows(book, desk)}
    row = next(row for row in book.meetings() if row.name == name)
    later = _later(book, row, desk.record, is_previous=rows.get(name, False))
    if not later.approves and not approvals_of(desk.record.filed):  # an amendment is resolved in words of any kind
        says = f"says: {later.result}" if later.result else "says nothing of them"
        raise InputError(
            f"These minutes were not approved there: the meeting {name} {says}.",
            f"/minutes {_spoken(desk.record.date)} approved says so at its desk. --on with its day needs no such line.",
        )
    return later


def _spoken(day: dt.date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _later_rows(book: Book, desk: Desk) -> Iterator[tuple[MeetingRow, bool]]:
    """The later meetings of the body, the earliest first, each with whether it comes right after this one.

    Those that had approved minutes before they were taken up again are not asked twice.
    """
    rows = book.meetings()
    own = next(row for row in rows if row.name == desk.meeting)
    approved = [one.on.on.isoformat() for one in approvals_of(desk.record.filed) if one.on.on]
    after = max([own.day, *approved])
    of_body = [row for row in rows if (row.council, row.body) == (own.council, own.body) and row.day > own.day]
    yield from ((row, place == 0) for place, row in enumerate(of_body) if own.day and row.day > after)


def _later(book: Book, row: MeetingRow, record: Record, *, is_previous: bool) -> Later:
    """What a meeting says of these minutes."""
    later = replay(book.acts(row.name))
    day = later.agenda.date if later.agenda else CalendarDay(typed=row.day)
    found = Later(day, row.name)
    if record.date is None:
        return found
    for entry, block, act in taken_up(later, record.date, is_previous=is_previous):
        names = Names(later, house_of(later).house)
        restricted = later.is_restricted(entry, block)
        corrections = tuple((one, restricted) for one in itemised(names.said(act.correction)))
        signed_on, by = block.signed or (day if act.result is MinutesResult.SIGNED else None, "")
        signed_by = names.text(by) if by else ""
        found = Later(day, row.name, result_of(block, act), corrections, len(act.of.on) > 1, signed_on, signed_by)
        if found.approves:
            return found
    return found


def plan(desk: Desk, later: Later, *, draft: int | None = None, more: tuple[Itemised, ...] = ()) -> Plan:
    """What approving these minutes would put on record. draft: the last act of the draft as it was sent, by default as in

    `versions`; more: corrections beside those that the later meeting itemises. Raises Refusal where they can't be approved.
    """
    sent = draft if draft is not None else draft_as_sent(desk.record, later.on.on)
    before = approvals_of(desk.record.filed)
    act = Approved(
        draft=max(before[0].draft if before else sent, 1),
        on=later.on,
        by=later.by,
        signed_on=later.signed_on,
        signed_by=later.signed_by,
    )
    check(desk.record, act)
    about_these = [one for one in later.corrections if not _is_of_another(desk, later, one[0])]
    wanted = (*about_these, *((one, False) for one in more))
    return Plan(act, proposals(desk.record, desk.house, wanted))


def _is_of_another(desk: Desk, later: Later, one: Itemised) -> bool:
    """Does it name a minute of another meeting, whose minutes were approved along with these?"""
    return later.several and bool(one.minute) and not has_minute(desk.record, desk.house, one.minute)


def approve(desk: Desk, planned: Plan) -> Filed:
    """Make the corrections that can be made, and approve the minutes. Returns the act that says so. Raises BoardError."""
    for one in planned.corrections:
        if one.act is not None:
            desk.do(one.act)
    answer = desk.do(planned.act)
    desk.wait()
    return answer.result()


def reopen(desk: Desk, reason: str, *, mistaken: bool) -> Filed:
    """Take approved minutes up again, and say why. mistaken: they had never been approved. Raises Refusal."""
    answer = desk.do(Reopened(reason=reason, mistaken=mistaken))
    desk.wait()
    return answer.result()


def signed(later: Later, on: CalendarDay | None, by: str) -> Later:
    """The later meeting, with who signed and when where that is said beside it."""
    return replace(later, signed_on=on or later.signed_on, signed_by=by or later.signed_by)
