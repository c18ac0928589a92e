"""What is missing of the agenda when the meeting is over: items that were not taken, and those of which nothing is minuted.

While it goes on an item that is still ahead is no gap, and neither is one that may be come back to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.model.acts import text
from boardtui.model.record import OPENING, Business, Entry, ItemState, Record, Stage
from boardtui.model.room import takes_declarations
from boardtui.rules.gap import Gap, Lack, of

_SETTLED = (ItemState.DONE, ItemState.DEFERRED, ItemState.WITHDRAWN)
_THE_CLOSE = re.compile(r"(?:close|closing|closure)(?: of (?:the )?meeting)?", re.IGNORECASE)


def gaps_of_agenda(record: Record) -> Iterator[Gap]:
    """Of each item on the agenda, once the meeting is closed: was it taken, and was anything minuted?"""
    if record.stage is not Stage.CLOSED:
        return
    for one in record.business.values():
        if one.state is ItemState.WAITING and not one.is_sub and not _is_the_close(one):
            yield _not_taken(record, one)
    for entry in record.entries.values():
        yield from _of_entry(record, entry)


def _not_taken(record: Record, one: Business) -> Gap:
    """Its title stands for a number it hasn't; words: the key of the item."""
    called = f"Item {one.item.number}" if one.item.number else f"“{one.item.title}”"
    prepared = any(
        block.prepared for entry in record.entries.values() if one.key in entry.items for block in entry.blocks
    )
    lost = "; what was prepared for it will not print" if prepared else ""
    return Gap(f"{called} was not taken{lost}.", lack=Lack.NOT_TAKEN, words=one.key)


def _of_entry(record: Record, entry: Entry) -> Iterator[Gap]:
    """Of a minute whose items were opened, if only after the close."""
    items = [record.business[key] for key in entry.items if key in record.business]
    if entry.key == OPENING or not items or all(one.state is ItemState.WAITING for one in items):
        return
    waiting = [block for block in entry.blocks if block.prepared]
    if waiting and entry.taken is None:
        if entry.key == record.entry_key:
            yield of(record, entry, "its prepared text is not confirmed.", waiting[0].seq, lack=Lack.PREPARED)
        else:
            yield from (_not_taken(record, one) for one in items)
    silent = all(isinstance(block.act, text.Jot) for block in entry.blocks) and not entry.no_decision
    if silent and not all(one.state in _SETTLED or _is_said_elsewhere(record, one) for one in items):
        yield of(record, entry, "nothing is minuted.", entry.taken, lack=Lack.EMPTY)


def _is_said_elsewhere(record: Record, one: Business) -> bool:
    """Do the list of those present, the declarations or the close itself say what is to be said of it?"""
    title = one.item.title.lower()
    apologies = "apolog" in title and bool(record.attendance)
    declared = takes_declarations(title) and (record.none_declared or bool(record.declarations))
    return apologies or declared or _is_the_close(one)


def _is_the_close(one: Business) -> bool:
    """Is it the item that only says that the meeting ends?"""
    return _THE_CLOSE.fullmatch(one.item.title.strip()) is not None
