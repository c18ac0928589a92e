"""What is erased: the words of an act that must not be kept at all, gone for good. That they were there stays on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boardtui.model.acts import approval, corrections, meeting, text
from boardtui.model.acts.base import Filed

NEVER_ERASED = (
    meeting.Summons, meeting.Start, meeting.Adjourn, meeting.Resume, meeting.Close,
    meeting.Exclude, meeting.Readmit, meeting.Restricted, meeting.Release,
    text.OpenItem, text.AddItem, text.UrgentItem,
    corrections.Undo, corrections.Redo, corrections.Strike, corrections.Shift, corrections.Erase,
    corrections.Salvage, approval.Approved, approval.Reopened,
)  # fmt: skip
"""The acts without which there would be no meeting, what follows would stand under another item, or what is private or taken

back would be there for all to read, or approved minutes would be a draft.
"""


def forgotten(filed: Sequence[Filed]) -> list[Filed]:
    """The acts of a meeting as they stand once every erasure among them is done: an earlier act that one names has lost its

    words. An erasure of what can't be erased changes nothing.
    """
    gone: set[int] = set()
    out: list[Filed] = []
    for one in reversed(filed):
        if isinstance(one.act, corrections.Erase):
            gone |= {target for target in one.act.targets if target < one.seq}
        out.append(_without_words(one) if one.seq in gone else one)
    return out[::-1]


def _without_words(one: Filed) -> Filed:
    if isinstance(one.act, (*NEVER_ERASED, corrections.Erased)):
        return one
    return replace(one, act=corrections.Erased(was=one.act.kind))
