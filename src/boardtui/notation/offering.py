"""What offers for a slot are made of: which of several fit what is typed, and where the slot after some names begins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardtui.errors import Refusal
from boardtui.model.agenda import ItemKey
from boardtui.model.record import ItemState, Record
from boardtui.notation import items, people
from boardtui.notation.completion import Completion
from boardtui.notation.context import Context

Offered = tuple[int, list[Completion]]
"""How many of the last letters the offers would replace, and the offers."""

NOTHING: Offered = (0, [])


def fitting(typed: str, offers: Iterable[Completion]) -> Offered:
    """Those that begin as typed, and aren't typed whole."""
    wanted = typed.casefold()
    inserts = ((one, one.insert.casefold()) for one in offers)
    found = [one for one, said in inserts if said.startswith(wanted) and said.strip() != wanted.strip()]
    return (len(typed), found) if found else NOTHING


def after_names(rest: str, context: Context) -> str | None:
    """What follows the names a slot begins with; None while they are being typed, or can't be read."""
    if whole := re.match(r"(?:all|everyone)\s+", rest, re.IGNORECASE):
        return rest[whole.end() :]
    try:
        who, told = people.leading(rest, context)
    except Refusal:
        return None
    return told if who and (told or rest[-1:].isspace()) else None


def items_ahead(record: Record, *others: Completion) -> list[Completion]:
    """The items still to be taken. others: what may stand in their place."""
    ahead = (ItemState.WAITING, ItemState.OPEN)
    return [
        *(item_offer(key, record) for key, one in record.business.items() if one.state in ahead and not one.is_sub),
        *others,
    ]


def item_offer(key: ItemKey, record: Record) -> Completion:
    """An item, by its number or the beginning of its title."""
    return Completion(f"{items.handle(key, record)} ", items.named(key, record))
