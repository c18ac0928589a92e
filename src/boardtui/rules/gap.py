"""A gap, and how the sentences about one begin: with the item, as the agenda numbers it."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.model.record import Entry, Record


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the minutes lack. sentence: for the clerk; seq: of the act it is about, entry: the minute it is in, if any."""

    sentence: str
    seq: int | None = None
    entry: int | None = None


def of(record: Record, entry: Entry, sentence: str, seq: int | None = None) -> Gap:
    """A gap in a minute: `Item 5: a motion has no seconder.` Without an act of its own it is about the opening of the item."""
    return Gap(f"{item_called(record, entry)}{sentence}", entry.key if seq is None else seq, entry.key)


def item_called(record: Record, entry: Entry) -> str:
    """`Item 5: `, `Items 7 and 8: `, `Prayers: `; '' for the opening of the meeting."""
    items = [record.business[key].item for key in entry.items if key in record.business]
    numbers = [item.number for item in items if item.number]
    if len(numbers) > 1:
        return f"Items {', '.join(numbers[:-1])} and {numbers[-1]}: "
    if numbers:
        return f"Item {numbers[0]}: "
    return f"{items[0].title}: " if items else ""
