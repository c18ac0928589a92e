"""approve: a later meeting approved the minutes of an earlier one; and approved minutes taken up again."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from boardtui.book import Book, local_now
from boardtui.book.choosing import chosen_meeting
from boardtui.cli.copying import keep_copy_after
from boardtui.cli.here import who
from boardtui.cli.parser import book_path
from boardtui.cli.recording import close_book
from boardtui.cli.telling import tell
from boardtui.desk import Desk
from boardtui.desk.approving import Later, Plan, approve, found_later, named_later, plan, reopen, signed
from boardtui.desk.correcting import Proposal, State
from boardtui.desk.looking_back import look_back
from boardtui.errors import InputError, UsageError
from boardtui.model.acts import Filed
from boardtui.model.text import clean_line, counted, literal
from boardtui.model.times import CalendarDay
from boardtui.rules.itemised import itemised

RESTRICTED = "(restricted)"
"""What stands for a correction that must not go out."""
_STATES = {State.TO_MAKE: "to be made", State.MADE: "made before", State.BY_HAND: "by hand"}


def run_approve(given: argparse.Namespace) -> int:
    """`boardtui approve [MEETING] …`."""
    book = Book.open(book_path(given.book), read_only=given.check, holder=who(), patient=False)
    try:
        desk = Desk(book, chosen_meeting(book, given.meeting), clock=local_now, actor=who(), live=False)
        if given.reopen is not None or given.revoke is not None:
            _take_up_again(given, desk)
        else:
            _approve(given, book, desk)
    finally:
        close_book(book)
    if not given.check:
        keep_copy_after(book_path(given.book))
    return 0


def _approve(given: argparse.Namespace, book: Book, desk: Desk) -> None:
    planned = _plan(given, book, desk)
    if planned.by_hand and not given.as_it_stands:
        if given.json:
            print(json.dumps(_as_data(given, desk, planned, None), ensure_ascii=False))
        _print(_corrections(planned, restricted=given.restricted, made=False), to_stderr=True)
        left = counted(len(planned.by_hand), "correction")
        raise InputError(
            f"{left} can't be made without you, and nothing was recorded.",
            f"Put it right at the desk: boardtui open {desk.meeting}. Then, or where the minutes are right as they stand, "
            "say this again with --as-it-stands.",
        )
    done = None if given.check else approve(desk, planned)
    if given.json:
        print(json.dumps(_as_data(given, desk, planned, done), ensure_ascii=False))
        return
    _print(_told(desk, planned, done))
    _print(_corrections(planned, restricted=given.restricted, made=done is not None))
    if done is not None:
        tell(f"What changed: boardtui compare {literal(desk.meeting)}")


def _plan(given: argparse.Namespace, book: Book, desk: Desk) -> Plan:
    later = signed(_later(given, book, desk), _day(given.signed_on), clean_line(given.signed_by or ""))
    draft = None
    if given.draft is not None:
        draft = look_back(given.draft, desk.record, now=desk.clock()).filed[-1].seq
    more = tuple(one for words in given.correct for one in itemised(clean_line(words)))
    return plan(desk, later, draft=draft, more=more)


def _later(given: argparse.Namespace, book: Book, desk: Desk) -> Later:
    """The later meeting: by its name, by its day, or found. Raises InputError."""
    if given.by is not None:
        return named_later(book, desk, chosen_meeting(book, given.by))
    on = _day(given.on)
    return found_later(book, desk) if on is None else Later(on)


def _day(typed: str | None) -> CalendarDay | None:
    """A day as typed, in words that print. Raises InputError."""
    if typed is None:
        return None
    day = CalendarDay.read(typed).on
    if day is None:
        raise InputError(f"“{clean_line(typed)}” is no day.", "Write it as 2026-10-12 or 12 October 2026.")
    return CalendarDay.read(f"{day.day} {day:%B %Y}")


def _take_up_again(given: argparse.Namespace, desk: Desk) -> None:
    reason = clean_line(given.reopen if given.revoke is None else given.revoke)
    if not reason:
        raise UsageError("Why are approved minutes taken up again?", 'Say it, as in --revoke "the wrong meeting"')
    if given.check:
        raise UsageError("--check is for approving.", "boardtui history tells what has been done.")
    act = reopen(desk, reason, mistaken=given.revoke is not None)
    if given.json:
        print(json.dumps({"meeting": desk.meeting, "reopened": act.seq, "mistaken": given.revoke is not None}))
        return
    what = "The approval is revoked" if given.revoke is not None else "The approved version is kept"
    tell(f"{what}, and the minutes can be changed again: boardtui open {literal(desk.meeting)}")


def _told(desk: Desk, planned: Plan, done: Filed | None) -> Iterator[str]:
    """Who approved what, and which acts are the draft and the approved minutes."""
    act = planned.act
    by = f", by {act.by}" if act.by else ""
    yield f"{desk.meeting}: {'approved' if done is not None else 'to be approved'} on {act.on.typed}{by}{_signed(planned)}."
    end = f", the approved minutes with act {done.seq}" if done is not None else ""
    yield f"The draft ends with act {act.draft}{end}."


def _signed(planned: Plan) -> str:
    act = planned.act
    who = f" by {act.signed_by}" if act.signed_by else ""
    when = f" on {act.signed_on.typed}" if act.signed_on else ""
    return f"; signed{who}{when}" if who or when else ""


def _state(one: Proposal, *, made: bool) -> str:
    """What is, or has been, done about a correction."""
    return "made" if made and one.state is State.TO_MAKE else _STATES[one.state]


def _corrections(planned: Plan, *, restricted: bool, made: bool) -> Iterator[str]:
    """Each correction, and what is done about it. made: they have been made."""
    for one in planned.corrections:
        words = RESTRICTED if one.restricted and not restricted else one.itemised.words
        yield f"  {_state(one, made=made)}: {words}"
        if one.why:
            yield f"    {RESTRICTED if one.restricted and not restricted else one.why}"


def _print(lines: Iterator[str], *, to_stderr: bool = False) -> None:
    for line in lines:
        tell(literal(line), sys.stderr if to_stderr else sys.stdout)


def _as_data(given: argparse.Namespace, desk: Desk, planned: Plan, done: Filed | None) -> dict[str, object]:
    act = planned.act
    return {
        "meeting": desk.meeting,
        "on": act.on.on.isoformat() if act.on.on else act.on.typed,
        "by": act.by or None,
        "signed_on": act.signed_on.on.isoformat() if act.signed_on and act.signed_on.on else None,
        "signed_by": act.signed_by or None,
        "draft": act.draft,
        "approved": done.seq if done is not None else None,
        "corrections": [_row(one, restricted=given.restricted, made=done is not None) for one in planned.corrections],
    }


def _row(one: Proposal, *, restricted: bool, made: bool) -> dict[str, object]:
    """For a program. words, minute and why are None where they are kept back."""
    withheld = one.restricted and not restricted
    return {
        "words": None if withheld else one.itemised.words,
        "minute": None if withheld else one.itemised.minute or None,
        "state": _state(one, made=made),
        "why": None if withheld else one.why or None,
        "restricted": one.restricted,
    }
