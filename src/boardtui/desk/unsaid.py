"""What the history says of acts that no line of notation says: that the meeting was called, words erased, minutes approved."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.model.acts import Act, approval, corrections, meeting
from boardtui.model.text import counted

TAKEN_UP = {False: "taken up again", True: "revoked"}
"""What became of an approval, by whether it was a mistake."""


def told_of(act: Act) -> str:
    """What it was, in words; '' for an act that a line says."""
    if isinstance(act, corrections.Erase):
        return f"erased {_acts(act.targets)}: {act.reason}"
    if isinstance(act, corrections.Salvage):
        return f"salvaged from {act.source}{f'; lost: {_acts(act.targets)}' if act.targets else ''}"
    if isinstance(act, meeting.Summons):
        return _called(act)
    if isinstance(act, approval.Approved):
        return _approved(act)
    if isinstance(act, approval.Reopened):
        return f"{TAKEN_UP[act.mistaken]}: {act.reason}"
    return ""


def _called(act: meeting.Summons) -> str:
    agenda = act.agenda
    source = f"; from the file with SHA-256 {act.source}" if act.source else ""
    items = counted(len(agenda.items), "item")
    return f"the meeting was called: {agenda.committee}, {agenda.date.typed}, {items}{source}"


def _approved(act: approval.Approved) -> str:
    by = f" by {act.by}" if act.by else ""
    who = f" by {act.signed_by}" if act.signed_by else ""
    when = f" on {act.signed_on.typed}" if act.signed_on else ""
    signed = f", signed{who}{when}" if who or when else ""
    return f"the minutes were approved on {act.on.typed}{by}{signed}; their draft ends with act {act.draft}"


def _acts(seqs: Sequence[int]) -> str:
    """`act 57`, `acts 57, 58`."""
    return f"act{'' if len(seqs) == 1 else 's'} {', '.join(str(seq) for seq in seqs)}"
