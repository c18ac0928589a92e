"""Acts about the minutes as a paper: a later meeting approved them, or they were taken up again. Said by `boardtui approve`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from boardtui.model.acts.base import Act, GivenWords, Seq, Words
from boardtui.model.times import CalendarDay


class Approved(Act):
    """`boardtui approve`: a later meeting approved these minutes, as they read now (LGA 1972 Sch 12 para 41).

    draft: the last act of the draft that meeting had before it; on: its day; by: its name in the book, '' if it isn't in it;
    signed_on, signed_by: when the minutes were signed, and the name of who did.
    """

    kind: ClassVar[str] = "approved"
    draft: Annotated[Seq, Field(gt=0)]
    on: CalendarDay
    by: Words = ""
    signed_on: CalendarDay | None = None
    signed_by: Words = ""


class Reopened(Act):
    """`boardtui approve --reopen WORDS`, `--revoke WORDS`: approved minutes may be changed again, and why.

    mistaken: the approval itself was a mistake, and what it approved counts for nothing; else it stays the approved version
    until a later meeting approves another.
    """

    kind: ClassVar[str] = "reopened"
    reason: GivenWords
    mistaken: bool = False
