"""Names on the clerk's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardtui.model.record import Record


def short_name(record: Record, person: str) -> str:
    """A name for a narrow list: surname first, then what tells people of that name apart."""
    if person not in record.people:
        return person
    parts = record.people[person].parts
    mark = f" ({parts.mark})" if parts.mark else ""
    return f"{parts.surname} {parts.initials}{mark}".rstrip()
