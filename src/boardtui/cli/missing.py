"""check MEETING: what the minutes of a meeting lack, how each is mended, and what was answered with a reason."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from boardtui.cli.recording import opened
from boardtui.cli.telling import tell
from boardtui.desk.missing import Answered, Told, told
from boardtui.errors import UsageError
from boardtui.minutes.compose_signature import iso
from boardtui.model.approval import Approval
from boardtui.model.text import counted, literal

SOMETHING_IS_MISSING = 1
"""The exit code of minutes that aren't complete: it is the input that lacks something."""


def run_check_meeting(given: argparse.Namespace) -> int:
    """`boardtui check MEETING`."""
    if given.head is not None:
        raise UsageError("A head is that of the whole book.", "Without a meeting: boardtui check --head WORDS")
    with opened(given, read_only=True) as desk:
        found = told(desk.context(), restricted=given.restricted)
        meeting, approval = desk.meeting, desk.record.approval
    if given.json:
        print(json.dumps(_as_data(meeting, found, approval), ensure_ascii=False))
    else:
        for line in _lines(meeting, found):
            tell(line)
        if approval is not None:
            tell(f"These minutes were approved on {literal(approval.on.typed)}, and are not changed any more.")
    return SOMETHING_IS_MISSING if found.missing else 0


def _as_data(meeting: str, found: Told, approval: Approval | None) -> dict[str, object]:
    return {
        "meeting": meeting,
        "approved": iso(approval.on) if approval else None,
        "missing": [one.as_row() for one in found.missing],
        "overrides": [one.as_row() for one in found.answered],
    }


def _lines(meeting: str, found: Told) -> Iterator[str]:
    """Each gap by its number with what mends it, then each reason with what it answers."""
    if found.missing:
        are = "is" if len(found.missing) == 1 else "are"
        yield f"{meeting}: {counted(len(found.missing), 'thing')} {are} missing."
    else:
        yield f"{meeting}: nothing is missing."
    for one in found.missing:
        item = f"Item {one.item}: " if one.withheld and one.item else ""
        yield f"{one.number}. {item}{one.sentence}"
        if one.mends.text and not one.withheld:
            yield f"   {one.mends.told}"
    if found.answered:
        yield "Answered with a reason:"
    for answered in found.answered:
        yield from _reason(answered)


def _reason(one: Answered) -> Iterator[str]:
    who = f"{one.filed.day} {one.filed:%B %Y at %H:%M}, {one.who}"
    yield f"   act {one.kept.override.seq}, {who}: {one.reason or 'no reason given'}"
    yield from (f"      {sentence}" for sentence in one.sentences)
