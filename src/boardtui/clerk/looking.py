"""Looking at another minute than the open one, to select or mend something there: which one, and what is said over it.

It is a look and no act: the item that is open stays open, no time is stamped, and what is typed goes to it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from boardtui.clerk.widgets.pane import Row, Run

if TYPE_CHECKING:
    from boardtui.model.record import Record


def viewed(record: Record, selected: int | None, looking: int | None) -> int:
    """The key of the minute to be shown: that of the selected block, else the one looked at, else the open one.

    selected: the seq of the selected block; looking: the key of a minute; None for none.
    """
    found = record.block(selected) if selected is not None else None
    if found is not None:
        return found[0].key
    return looking if looking is not None and looking in record.entries else record.entry_key


def seen_from(record: Record, entry: int) -> Record:
    """The record as it is drawn with this minute in the middle."""
    return record if entry == record.entry_key else replace(record, entry_key=entry, sub="")


def over_it(record: Record, entry: int) -> list[Row]:
    """What stands over a minute that isn't the open one: nothing over the open one."""
    if entry == record.entry_key:
        return []
    items = [record.business[key].item for key in record.open_items if key in record.business]
    numbers = " and ".join(item.number or item.title for item in items)
    there = f"item {numbers}" if numbers else "the opening"
    return [
        Row((Run("◀ ", "warning"), Run(f"Only looked at. What you type goes to {there}; Esc goes back.", "warning")))
    ]
