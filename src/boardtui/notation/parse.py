"""A line in, what was said out. Pure: no clock, no book, and the record is only read."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.errors import Refusal
from boardtui.model.acts.base import Act
from boardtui.model.daytime import as_meant
from boardtui.model.times import ClockTime
from boardtui.notation import language
from boardtui.notation.context import Context
from boardtui.notation.line import tidy, with_phrases
from boardtui.notation.moments import time_before


@dataclass(frozen=True, slots=True)
class Said:
    """An act with the time a line gives it by `[14:32]`; None when it gives none."""

    act: Act
    at: ClockTime | None = None


def parse(line: str, context: Context) -> Said:
    """The act that a line says, in this context.

    Raises Refusal, saying in one sentence what isn't understood and in another what to write.
    """
    at, body = time_before(tidy(line))
    at = as_meant(at, context.record) if at is not None else None
    body = with_phrases(body, context)
    if at is not None and not body:
        raise Refusal(f"Nothing was said to have happened at {at.typed}.", "Write the line after the time.")
    return Said(language.read(body, context), at)
