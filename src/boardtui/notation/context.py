"""What a line is read in: the record so far, what is selected, and the house's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from boardtui.model.record import Record
from boardtui.rules.forecast import Turn

LABELS = (
    "dpi", "ori", "nri", "personal", "prejudicial", "personal and prejudicial", "pecuniary", "non-pecuniary",
    "disclosable pecuniary", "other registrable", "non-registrable", "other significant", "financial", "non-financial",
    "direct financial", "indirect financial", "non-financial professional", "non-financial personal",
    "conflict of interest",
)  # fmt: skip
"""Kinds of interest (LGA Model Code 2020, the older codes, NHS England's guidance), until a body gives its own."""

DUE_WORDS = ("next meeting", "the next meeting", "the annual meeting", "year end", "the end of the year")
"""Words after `by` that say when an action is due, though they are no day."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a line is read in, and shown in. Nothing here is changed by reading.

    selected: the seq of the act selected in the composer, None for the last block; phrases: name -> text, which may hold
    `{placeholders}`; labels: the body's words for kinds of interest; due_words: its words for when something is due;
    live: the values of this moment that fill them (body, author, title, chair, date, next number); turn: what became of
    the quorum with what was said last.
    """

    record: Record
    selected: int | None = None
    phrases: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[str, ...] = LABELS
    due_words: tuple[str, ...] = DUE_WORDS
    live: Mapping[str, str] = field(default_factory=dict)
    turn: Turn | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every word for a kind of interest: those of the body's own that its agenda names, then the house's."""
        own = (kind.label for kind in self.record.agenda.interests) if self.record.agenda else ()
        return tuple(dict.fromkeys((*own, *self.labels)))
