"""What governs a body: the code of conduct its members keep, and the law by which the public may be kept out.

Only the names: what each asks for is in `rules/codes.py` and `rules/access.py`. They stand in the agenda, so that a meeting
goes on under what it was called under.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import field_validator

from boardtui.model.base import Frozen
from boardtui.model.text import clean_line, fold

_MARKS = ("@", ";", "|", '"', "[", "]", "\\")
"""What parts a line of the notation, or of the agenda."""


class Code(StrEnum):
    """A code of conduct, as the agenda names it."""

    MODEL = "model code"
    OLDER = "older"
    WALES = "wales"
    NHS = "nhs"
    GOVERNORS = "governors"
    NONE = "none"


class Consequence(StrEnum):
    """What an interest of a body's own kind asks of its member, as the agenda names it."""

    LEAVE = "leave"
    NO_VOTE = "no vote"
    STAY = "stay"
    ADVICE = "advice"


class AccessLaw(StrEnum):
    """The law by which a body may keep the public out, as the agenda names it."""

    ENGLAND = "england"
    WALES = "wales"
    NORTHERN_IRELAND = "northern ireland"
    PARISH = "parish"
    NHS = "nhs"
    GOVERNORS = "governors"
    NONE = "none"


class OwnKind(Frozen):
    """A kind of interest that the body has beside those of its code, or sees otherwise: `interest: LABEL | leave`."""

    label: str
    consequence: Consequence

    @field_validator("label")
    @classmethod
    def _can_be_said(cls, value: str) -> str:
        value = clean_line(value)
        if not fold(value):
            raise ValueError("a kind of interest needs a letter")
        if any(mark in value for mark in _MARKS):
            raise ValueError(f"a kind of interest can't hold {' '.join(_MARKS)}")
        return value
