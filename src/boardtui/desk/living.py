"""What a line is read against: the meeting as it stands, and what stock phrases are filled with at this moment."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.minutes.dates import spoken_date
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.model.record import Record
from boardtui.model.room import presiding
from boardtui.notation.context import Context
from boardtui.rules.numbering import next_number


def context_for(record: Record, house: House, phrases: Mapping[str, str], selected: int | None = None) -> Context:
    """What a line is read against. phrases: those of the house; selected: the seq of the block the clerk has selected."""
    return Context(
        record=record,
        selected=selected,
        phrases=phrases,
        labels=house.interest_labels,
        due_words=house.due_words,
        live=live_values(record, house),
    )


def live_values(record: Record, house: House) -> Mapping[str, str]:
    """`{body} {author} {title} {chair} {date} {next number}`, as the house prints them; '' for what isn't known."""
    item = next((record.business[key].item for key in record.open_items if key in record.business), None)
    chair = presiding(record)
    return {
        "body": house.words.body,
        "author": item.report_of[0].printed if item and item.report_of else "",
        "title": item.title if item else "",
        "chair": Names(record, house).text(chair) if chair else "",
        "date": spoken_date(record.date, house) if record.date else "",
        "next number": next_number(record),
    }
