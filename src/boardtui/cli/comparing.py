"""compare: what changed between two versions of the minutes, of a meeting in the book or in two files."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pydantic import ValidationError

from boardtui.cli.recording import opened
from boardtui.cli.telling import tell
from boardtui.desk.looking_back import minutes_then
from boardtui.desk.sources import read_source
from boardtui.desk.versions import at_version, draft_as_sent, version_called
from boardtui.errors import InputError, UsageError
from boardtui.minutes.comparison import Difference, compare
from boardtui.minutes.tree import Minutes
from boardtui.model.approval import Version, versions
from boardtui.model.record import Record
from boardtui.model.text import literal


def run_compare(given: argparse.Namespace) -> int:
    """`boardtui compare BEFORE AFTER`, or `boardtui compare [MEETING] [--from VERSION] [--to VERSION]`."""
    if given.after is None:
        before, after = _versions(given)
    elif given.earlier or given.later or given.restricted:
        raise UsageError(
            "--from, --to and --restricted are about a meeting in the book.", "For one: boardtui compare MEETING"
        )
    else:
        before, after = _minutes(given.before), _minutes(given.after)
    found = compare(before, after)
    if given.json:
        print(json.dumps([_as_row(one) for one in found], ensure_ascii=False))
        return 0
    _tell(found)
    return 0


def _versions(given: argparse.Namespace) -> tuple[Minutes, Minutes]:
    """Two versions of a meeting's minutes: the draft and what became of it, unless others are named. Raises InputError."""
    given.meeting = given.before
    with opened(given, read_only=True) as desk:
        record = desk.record
        known = versions(record.filed)
        earlier = version_called(record, given.earlier) if given.earlier else known[0]
        later = version_called(record, given.later) if given.later else known[-1]
        if earlier == later:
            earlier = _as_closed(record, later)
        thens = [at_version(record, one) for one in (earlier, later)]
        tell(f"From {thens[0].moment}, to {thens[1].moment}.", sys.stderr)
        before, after = (minutes_then(desk, then, restricted=given.restricted) for then in thens)
    return before, after


def _as_closed(record: Record, now: Version) -> Version:
    """A draft that nobody has approved yet, as it stood at the close. Raises InputError where there is nothing to compare."""
    if now.approval is None and (closed := draft_as_sent(record, None)):
        return replace(now, seq=closed)
    raise InputError(
        "There is one version of these minutes.", "Once they are closed, what was put right since then is compared."
    )


def _minutes(name: str) -> Minutes:
    """The minutes in a file. Raises InputError where they are none."""
    try:
        return Minutes.model_validate_json(read_source(name))
    except ValidationError:
        raise InputError(
            f"{name} holds no minutes that boardtui wrote as data.", "Write them with: boardtui export --to json"
        ) from None


def _tell(found: Sequence[Difference]) -> None:
    if not found:
        tell("The two are the same, word by word.")
    for where, several in groupby(found, key=lambda one: one.where):
        if where:
            tell(literal(where))
        for one in several:
            tell(f"  {literal(one.marked)}")


def _as_row(one: Difference) -> dict[str, object]:
    pieces = [{"text": piece.text, "change": piece.change.name.lower()} for piece in one.pieces]
    return {"where": one.where or None, "pieces": pieces}
