"""What a house style says on documents beside the minutes: the shape of those tables of its file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from boardtui.minutes.sentences import Pattern
from boardtui.minutes.slots import Slots
from boardtui.model.base import Frozen


class DeclarationForms(Frozen):
    """The list of declarations, and the sheet on which interests are notified to the monitoring officer."""

    title: Annotated[Pattern, Slots("committee", "date")]
    heading: str
    none: str
    columns: Annotated[tuple[str, ...], Field(min_length=5, max_length=5)]
    declared_for: Annotated[Pattern, Slots("who", "by")]
    item: Annotated[Pattern, Slots("number", "title")]
    arrears: str
    granted: Annotated[Pattern, Slots("until", "text")]
    notification: str
    duty: Annotated[Pattern, Slots("source")]
    nothing: str
    notify_columns: Annotated[tuple[str, ...], Field(min_length=6, max_length=6)]
    interest: Annotated[Pattern, Slots("kind", "nature")]
    tick: str
    within: str
    receipt: tuple[str, ...]
