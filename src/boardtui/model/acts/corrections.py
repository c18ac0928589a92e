"""Acts of correcting. Nothing is erased: the earlier act stays, superseded. target is the seq of the act corrected."""

from __future__ import annotations

from typing import ClassVar

from boardtui.model.acts.base import Act, AnyAct, Words
from boardtui.model.people import NameText, PersonKey
from boardtui.model.prose import Prose


class Correction(Act):
    """An act about an earlier act."""

    target: int


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


class Strike(Correction):
    """`/strike`: the block doesn't stand."""

    kind: ClassVar[str] = "strike"


class Edit(Correction):
    """`/edit …`: the block reads so instead, in the same place."""

    kind: ClassVar[str] = "edit"
    revised: AnyAct


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
