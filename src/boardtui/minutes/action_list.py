"""The actions of a meeting in a table of their own, in a house that has them so: before its minutes or after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.minutes.dates import said_day
from boardtui.minutes.house import House
from boardtui.minutes.scribe import Scribe
from boardtui.minutes.sentences import capital, words_of
from boardtui.minutes.tree import Minute, SectionHeading, Table
from boardtui.model.acts import business
from boardtui.model.record import Block

_BEFORE_A_DATE = ", "
"""What is left at the end of an action from which its date was taken: `report back, by 4 December`."""


@dataclass(frozen=True, slots=True)
class Row:
    """An action in the table. entry: the key of the minute it stands in; source: the acts it comes from."""

    cells: tuple[str, ...]
    entry: int
    source: tuple[int, ...]


def action_words(scribe: Scribe, block: Block, act: business.Action) -> str:
    """What is to be done, as typed, with what goes on in it; without the word that leads in."""
    said = [scribe.prose(act.text, block), *(scribe.prose(more, block) for more in block.added)]
    return words_of(" ".join(said), scribe.house.decisions.action_leading).rstrip(_BEFORE_A_DATE)


def action_rows(scribe: Scribe, minute: Minute) -> Iterator[Row]:
    """The actions of a minute, one a row. minute: as it prints."""
    house = scribe.house
    place = house.actions.minute.fill({"number": minute.number, "title": minute.heading})
    for block in scribe.entry.blocks:
        if isinstance(block.act, business.Action) and not block.prepared:
            due = said_day(block.act.due, house.dates.sentence, house)
            owners = scribe.names.several(block.people)
            words = capital(action_words(scribe, block, block.act))
            yield Row((place, words, owners, due), scribe.entry.key, tuple(block.parts))


def action_table(house: House, rows: list[Row], entries: tuple[int, ...]) -> tuple[SectionHeading | Minute, ...]:
    """The table under its heading; nothing where there are no actions. entries: the minutes it is of."""
    if not rows:
        return ()
    source = tuple(seq for row in rows for seq in row.source)
    table = Table(rows=(house.actions.columns, *(row.cells for row in rows)), headed=True, source=source)
    return SectionHeading(text=house.actions.heading), Minute(parts=(table,), source=entries)


def with_actions_in_lines(house: House) -> House:
    """The house as it is where one minute is looked at alone: an action of its table stands where it was agreed."""
    if house.actions.placement != "table":
        return house
    return house.model_copy(update={"actions": house.actions.model_copy(update={"placement": "line"})})
