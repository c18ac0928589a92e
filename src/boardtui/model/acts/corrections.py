"""Acts of correcting: the earlier act stays, superseded. target is the seq of the act corrected.

And the one exception: what must not be kept at all is erased, and that it was stays on record.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, field_validator, model_validator

from boardtui.model.acts.approval import Approved, Reopened
from boardtui.model.acts.base import Act, AnyAct, GivenWords, Seq, Words
from boardtui.model.acts.meeting import Summons
from boardtui.model.people import NameText, PersonKey
from boardtui.model.prose import Prose
from boardtui.model.times import ClockTime


class Correction(Act):
    """An act about an earlier act."""

    target: Seq


class Undo(Correction):
    """`/undo`, `/undo 57`: as if it had not been said."""

    kind: ClassVar[str] = "undo"


class Redo(Correction):
    """`/redo`, `/redo 57`: the act that was undone stands again."""

    kind: ClassVar[str] = "redo"


class Substitution(Correction):
    """`s/old/new/`, `s/old/new/g`: words replaced in a block, or in every block of its item."""

    kind: ClassVar[str] = "substitution"
    old: Prose
    new: Prose
    whole_item: bool = False

    @field_validator("old")
    @classmethod
    def _given(cls, value: Prose) -> Prose:
        if not value:
            raise ValueError("what is to be replaced?")
        return value


class Strike(Correction):
    """`/strike`: the block doesn't stand."""

    kind: ClassVar[str] = "strike"


class Edit(Correction):
    """`/edit …`: the block reads so instead, in the same place."""

    kind: ClassVar[str] = "edit"
    revised: AnyAct

    @field_validator("revised")
    @classmethod
    def _stands_in_a_minute(cls, value: Act) -> Act:
        if isinstance(value, Correction | Summons | Approved | Reopened | Erase | Salvage | Erased):
            raise ValueError("a correction or a summons can't take the place of a block")
        return value


class Insert(Correction):
    """`/insert #57 /second @pell`: what was left out, as if it had been said right behind that act. at: when it was, None for

    unknown.
    """

    kind: ClassVar[str] = "insert"
    said: AnyAct
    at: ClockTime | None = None

    @field_validator("said")
    @classmethod
    def _stands_in_a_minute(cls, value: Act) -> Act:
        if isinstance(value, Correction | Override | Rename | Summons | Approved | Reopened | Erase | Salvage | Erased):
            raise ValueError("a correction or a summons can't be put in behind an act")
        return value


class Shift(Correction):
    """`/up`, `/down`: the block changes places with the one before or after it in its minute."""

    kind: ClassVar[str] = "shift"
    down: bool = False


class Override(Act):
    """`/override reason`: what was just said stands although a rule is against it, and why. target: the seq of the act

    that stands, where it is not the one said last; lack: the kind of gap that is answered, '' for all that this act is
    about.
    """

    kind: ClassVar[str] = "override"
    reason: Words
    target: Annotated[Seq, Field(gt=0)] | None = None
    lack: Annotated[str, Field(pattern="^[a-z_]*$")] = ""

    @model_validator(mode="after")
    def _of_an_act(self) -> Override:
        if self.lack and self.target is None:
            raise ValueError("which act lacks it?")
        return self


class Rename(Act):
    """`/rename @caan Councillor Kamran Caan`: a name put right, everywhere."""

    kind: ClassVar[str] = "rename"
    person: PersonKey
    name: NameText


class Erase(Act):
    """`boardtui erase 57`: the words of these acts are gone from the book for good. targets: their seqs; reason: why.

    Said by a command and not by a line of notation, because it can't be taken back.
    """

    kind: ClassVar[str] = "erase"
    targets: Annotated[tuple[Seq, ...], Field(min_length=1)]
    reason: GivenWords


class Salvage(Act):
    """`boardtui salvage NEW`: these acts, or their words, were lost with a damaged book. targets: their seqs; unproven: the

    seqs of acts of which only the words are proven, not who filed them and when; source: the damaged book's name.
    """

    kind: ClassVar[str] = "salvage"
    targets: tuple[Seq, ...] = ()
    unproven: tuple[Seq, ...] = ()
    source: GivenWords


class Erased(Act):
    """What an act reads as whose words are gone: it does nothing, and no correction of it does. Never stored.

    was: the kind of the act it was.
    """

    was: str
