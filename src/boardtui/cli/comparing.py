"""compare: what changed between two versions of the minutes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from itertools import groupby

from pydantic import ValidationError

from boardtui.cli.telling import tell
from boardtui.desk.sources import read_source
from boardtui.errors import InputError
from boardtui.minutes.comparison import Difference, compare
from boardtui.minutes.tree import Minutes
from boardtui.model.text import literal


def run_compare(given: argparse.Namespace) -> int:
    """`boardtui compare BEFORE AFTER`."""
    found = compare(_minutes(given.before), _minutes(given.after))
    if given.json:
        print(json.dumps([_as_row(one) for one in found], ensure_ascii=False))
        return 0
    _tell(found)
    return 0


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
