"""history: every act of a meeting, one a line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from boardtui.cli.recording import opened
from boardtui.desk.history import HistoryRow, Wording, history, wordings
from boardtui.errors import InputError
from boardtui.model.text import literal

_ITEM_WIDTH = 14


def run_history(given: argparse.Namespace) -> int:
    """`boardtui history`."""
    with opened(given, read_only=True) as desk:
        rows = history(desk.record, desk.house, restricted=given.restricted)
        worded = () if given.act is None else wordings(desk.record, desk.house, given.act, restricted=given.restricted)
    if given.act is not None:
        rows = _one_act(rows, given.act)
    if given.item is not None:
        rows = _of_item(rows, given.item)
    if given.json:
        print(json.dumps([_with_wordings(row, worded) for row in rows], ensure_ascii=False))
        return 0
    for line in (*_lines(rows), *_worded(worded)):
        print(literal(line))
    return 0


def _one_act(rows: Sequence[HistoryRow], number: int) -> list[HistoryRow]:
    found = [row for row in rows if row.seq == number]
    if not found:
        raise InputError(f"There is no act {number} in this meeting.", "boardtui history lists them all.")
    return found


def _of_item(rows: Sequence[HistoryRow], item: str) -> list[HistoryRow]:
    wanted = item.strip().rstrip(".").casefold()
    found = [row for row in rows if _top(row.item).casefold() == wanted or row.item.casefold() == wanted]
    if not found:
        items = dict.fromkeys(row.item for row in rows if row.item)
        raise InputError(f"Nothing was filed under item {item}.", f"Something was under: {', '.join(items)}.")
    return found


def _top(item: str) -> str:
    """`5` for the sub-item `5(a)`."""
    return item.rstrip(".").split("(")[0].strip() or item


def _lines(rows: Sequence[HistoryRow]) -> Iterator[str]:
    """The rows under a heading for each day: number, clock, who, item, what was said, what became of it."""
    number = max((len(str(row.seq)) for row in rows), default=0)
    who = max((len(row.who) for row in rows), default=0)
    item = max((len(_item(row)) for row in rows), default=0)
    for day, several in groupby(rows, lambda row: row.filed.date()):
        yield f"{day:%A} {day.day} {day:%B %Y}"
        for row in several:
            fate = f"  ({row.fate})" if row.fate else ""
            place = f"{row.seq:>{number}}  {row.filed:%H:%M:%S}  {row.who:<{who}}  {_item(row):<{item}}"
            yield f"{place}  {row.said}{fate}"


def _item(row: HistoryRow) -> str:
    return row.item if len(row.item) <= _ITEM_WIDTH else f"{row.item[: _ITEM_WIDTH - 1]}…"


def _worded(worded: Sequence[Wording]) -> Iterator[str]:
    """How an act read, from the first to the last, where it was ever corrected."""
    if len(worded) < 2:
        return
    yield "It read:"
    for one in worded:
        by = f"by {one.by}" if one.by else "first"
        yield f"  {one.filed:%H:%M:%S}  {by:<8}  {one.line or '(did not stand)'}"


def _with_wordings(row: HistoryRow, worded: Sequence[Wording]) -> dict[str, object]:
    return row.as_row() | ({"wordings": [one.as_row() for one in worded]} if worded else {})
