"""What became of a meeting's minutes: the draft, what was approved, what was amended later. It follows from the acts.

Approvals are about the paper and not said in the meeting: no correction of the minutes is about one, and none is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardtui.model.acts.approval import Approved, Reopened
from boardtui.model.acts.base import Filed
from boardtui.model.times import CalendarDay

DRAFT, APPROVED, AMENDED = "draft", "approved", "amended"


@dataclass(frozen=True, slots=True)
class Approval:
    """Minutes approved. seq: of the act that says so, the last of what was approved; draft: the last act of the draft; on: the

    day of the meeting that approved them; by: its name in the book, '' if it isn't in it; signed_on, signed_by: when they were
    signed and by whom, as far as known.
    """

    seq: int
    draft: int
    on: CalendarDay
    by: str = ""
    signed_on: CalendarDay | None = None
    signed_by: str = ""

    @property
    def is_signed(self) -> bool:
        """Is it known that they were signed?"""
        return self.signed_on is not None or bool(self.signed_by)


@dataclass(frozen=True, slots=True)
class Version:
    """The minutes at a stage. name: `draft`, `approved`, `amended`, `amended-2` …; seq: of its last act; approval: None for the

    draft.
    """

    name: str
    seq: int
    approval: Approval | None = None


def approval_of(filed: Iterable[Filed]) -> Approval | None:
    """The approval by which the minutes stand now; None for a draft, and for minutes taken up again."""
    return _approvals(filed)[1]


def approvals_of(filed: Iterable[Filed]) -> list[Approval]:
    """The approvals that count, the first one first: none that was a mistake."""
    return _approvals(filed)[0]


def versions(filed: Sequence[Filed]) -> list[Version]:
    """The versions there are, in order: the draft as the first approving meeting had it, as it is now where there was none."""
    approved = approvals_of(filed)
    draft = approved[0].draft if approved else filed[-1].seq if filed else 0
    names = [APPROVED, AMENDED, *(f"{AMENDED}-{number}" for number in range(2, len(approved)))]
    later = [Version(name, one.seq, one) for name, one in zip(names, approved, strict=False)]
    return [Version(DRAFT, draft), *later]


def _approvals(filed: Iterable[Filed]) -> tuple[list[Approval], Approval | None]:
    found: list[Approval] = []
    in_force: Approval | None = None
    for one in filed:
        act = one.act
        if isinstance(act, Approved) and in_force is None:
            in_force = Approval(one.seq, act.draft, act.on, act.by, act.signed_on, act.signed_by)
            found.append(in_force)
        elif isinstance(act, Reopened) and in_force is not None:
            if act.mistaken:
                found.pop()
            in_force = None
    return found, in_force
