"""When minutes can be approved, and that approved minutes don't change.

Minutes are a draft until a later meeting of the body approves them and the one who presides signs (Local Government Act 1972,
Sch 12 para 41). What was approved is evidence of the proceedings, and is amended by a later resolution only.
"""

from __future__ import annotations

from boardtui.errors import Refusal
from boardtui.model.acts.approval import Approved, Reopened
from boardtui.model.approval import approvals_of
from boardtui.model.record import Record, Stage


def check_approval(record: Record, act: Approved | Reopened) -> None:
    """Raise Refusal where the minutes can't be approved, or taken up again, now."""
    if isinstance(act, Approved):
        check_can_be_approved(record)
        _check_is_later(record, act)
    elif record.approval is None:
        raise Refusal("These minutes have not been approved.", "They can be changed as they are: boardtui open")


def check_can_be_approved(record: Record) -> None:
    """Raise Refusal where these minutes aren't finished, or are approved already."""
    if record.stage is not Stage.CLOSED:
        raise Refusal("The meeting is not closed, and its minutes are not finished.", "/close at the desk closes it.")
    if record.approval is not None:
        raise Refusal(
            f"These minutes were approved on {record.approval.on.typed} already.",
            'What is amended later begins with: boardtui approve MEETING --reopen "resolved on 8 March to amend it"',
        )


def _check_is_later(record: Record, act: Approved) -> None:
    days = [sitting.day.on for sitting in record.sittings if sitting.day is not None and sitting.day.on is not None]
    last = max((day for day in (record.date, *days) if day is not None), default=None)
    if last is not None and act.on.on is not None and act.on.on <= last:
        raise Refusal(
            f"{act.on.typed} is not later than the meeting itself, which was on {last.day} {last:%B %Y}.",
            "Minutes are approved by a later meeting: --on with its day, or --by with its name in the book.",
        )
    earlier = approvals_of(record.filed)
    if earlier and earlier[-1].on.on is not None and act.on.on is not None and act.on.on <= earlier[-1].on.on:
        raise Refusal(
            f"These minutes were approved before, on {earlier[-1].on.typed}; {act.on.typed} is not later.",
            "Say which later meeting amended them: --on with its day, or --by with its name.",
        )
    if act.draft not in {one.seq for one in record.filed}:
        raise Refusal(f"Act {act.draft} is none of this meeting.", "boardtui history lists them.")


def check_not_frozen(record: Record) -> None:
    """Raise Refusal where the minutes are approved: nothing more is said in them."""
    if record.approval is not None:
        raise Refusal(
            f"These minutes were approved on {record.approval.on.typed}, and are not changed any more.",
            f'Where a later meeting amends them: boardtui approve {record.name} --reopen "why"',
        )
