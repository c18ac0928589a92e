"""Acts of writing: what is minuted as it is typed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, model_validator

from boardtui.model.acts.base import Act, GivenWords, Line, Sentence, Seq, Words
from boardtui.model.people import PersonKey
from boardtui.model.prose import Mention


class TextAct(Act):
    """An act that is a block of text."""

    text: Sentence


class Paragraph(TextAct):
    """A plain line. plain: a backslash that it didn't need stood before it, so no mark was forgotten there."""

    kind: ClassVar[str] = "paragraph"
    plain: bool = False


class Continuation(TextAct):
    """`+`: goes on in the paragraph above, also in a sentence that a command printed."""

    kind: ClassVar[str] = "continuation"


class Bullet(TextAct):
    """`-` and `--`: a bullet, on two levels."""

    kind: ClassVar[str] = "bullet"
    level: Literal[1, 2] = 1


class Spoken(TextAct):
    """A point or an answer. by: who is on record as saying it, '' when that isn't kept."""

    by: PersonKey = ""

    @model_validator(mode="after")
    def _speaker_is_not_text(self) -> Spoken:
        parts = self.text.parts
        if not self.by and len(parts) > 1 and isinstance(parts[0], Mention) and str(parts[1])[:1].isspace():
            raise ValueError("a point that begins with a name is said by them")
        return self


class Point(Spoken):
    """`?`: a member's point or question."""

    kind: ClassVar[str] = "point"


class Answer(Spoken):
    """`>`: the answer to a point."""

    kind: ClassVar[str] = "answer"


class Quotation(TextAct):
    """`\"`: words minuted as said."""

    kind: ClassVar[str] = "quotation"


class TableRow(Act):
    """`| a | b |`: a row of a table."""

    kind: ClassVar[str] = "row"
    cells: Annotated[tuple[Line, ...], Field(min_length=1)]


class Subheading(TextAct):
    """`##`: a heading inside the minute, until the next one or the item's end."""

    kind: ClassVar[str] = "subheading"


class Jot(TextAct):
    """`~`: a private jot, never printed."""

    kind: ClassVar[str] = "jot"


class Promote(Act):
    """`/promote`: the jot becomes a point. target: the seq of the jot."""

    kind: ClassVar[str] = "promote"
    target: Seq


class OpenItem(Act):
    """`# 5`, `# 7 8`, `/next`, `/prev`: open an item, or several taken together."""

    kind: ClassVar[str] = "open_item"
    items: tuple[str, ...]

    @model_validator(mode="after")
    def _at_least_one(self) -> OpenItem:
        if not self.items:
            raise ValueError("which item?")
        return self


class AddItem(Act):
    """`/item Title`: business that isn't on the agenda; opened at once."""

    kind: ClassVar[str] = "add_item"
    title: GivenWords


class UrgentItem(Act):
    """`/urgent Title; reason`: a late item, with the chair's reason for its urgency (LGA 1972 s.100B(4)(b))."""

    kind: ClassVar[str] = "urgent_item"
    title: GivenWords
    reason: Words = ""


def _not_none(value: str) -> str:
    if value.casefold() == "none":
        raise ValueError("`none` is no number or heading, but the lack of one")
    return value


Unless = Annotated[GivenWords, AfterValidator(_not_none)]
"""Words, where the word `none` says that there are none."""


class MinuteNumber(Act):
    """`/number 31`, `/number none`: the number of this minute when it isn't the automatic one; None for none."""

    kind: ClassVar[str] = "number"
    number: Unless | None


class MinuteHeading(Act):
    """`/heading Text`, `/heading none`: the heading of this minute when it isn't the item's title; None for none."""

    kind: ClassVar[str] = "heading"
    text: Unless | None


class Reference(Act):
    """`/ref 2018-077`: a reference printed with the minute's decisions."""

    kind: ClassVar[str] = "reference"
    text: GivenWords


class DeferItem(Act):
    """`/defer to April; reason`: the item is put off. to: until when, as said."""

    kind: ClassVar[str] = "defer"
    to: Words = ""
    reason: Words = ""


class WithdrawItem(Act):
    """`/withdraw item; reason`."""

    kind: ClassVar[str] = "withdraw_item"
    reason: Words = ""


class Prepared(Act):
    """`/prepared`: the prepared text of the open item happened as written."""

    kind: ClassVar[str] = "prepared"


class Done(Act):
    """`/done`: the open item is finished."""

    kind: ClassVar[str] = "done"
