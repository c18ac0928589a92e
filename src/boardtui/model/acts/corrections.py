"""Acts of correcting. Nothing is erased: the earlier act stays, superseded. target is the seq of the act corrected."""

from __future__ import annotations

from typing import ClassVar

from pydantic import field_validator

from boardtui.model.acts.base import Act, AnyAct, Seq, Words
from boardtui.model.acts.meeting import Summons
from boardtui.model.people import NameText, PersonKey
from boardtui.model.prose import Prose


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
        if isinstance(value, Correction | Summons):
            raise ValueError("a correction or a summons can't take the place of a block")
        return value


class Shift(Correction):
    """`/up`, `/down`: the block changes places with the one before or after it in its minute."""

    kind: ClassVar[str] = "shift"
    down: bool = False


class Override(Act):
    """`/override reason`: what was just said stands although a rule is against it, and why."""

    kind: ClassVar[str] = "override"
    reason: Words


class Rename(Act):
    """`/rename @caan Councillor Kamran Caan`: a name put right, everywhere."""

    kind: ClassVar[str] = "rename"
    person: PersonKey
    name: NameText
