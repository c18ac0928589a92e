"""Acts of declaring interests (Localism Act 2011 ss.29-34, the LGA Model Code 2020, and the body's own words)."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator

from boardtui.model.acts.base import Act, Figure, Known, Line, Words
from boardtui.model.base import Frozen
from boardtui.model.people import PersonKey
from boardtui.model.prose import NOTHING


class Scope(Frozen):
    """What an interest bears on. At most one of: items, a motion (0 the motion, 1 its first amendment …), the whole

    meeting, free words. None of them: not said, which is a gap.
    """

    items: tuple[str, ...] = ()
    motion: Figure | None = None
    whole_meeting: bool = False
    words: Words = ""

    @model_validator(mode="after")
    def _one_thing(self) -> Scope:
        if sum((bool(self.items), self.motion is not None, self.whole_meeting, bool(self.words))) > 1:
            raise ValueError("an interest bears on items, on a motion, on the whole meeting or on what words say")
        return self


def _somebody(who: tuple[PersonKey, ...], everyone: bool) -> None:
    """Refuse to file an act about nobody, or about both some and all."""
    if bool(who) == everyone:
        raise ValueError("whose: somebody's, or everyone's?")


class Conduct(StrEnum):
    """What somebody with an interest did."""

    LEFT = "left"
    STAYED = "stayed"
    SPOKE = "spoke"
    DID_NOT_VOTE = "did not vote"


class DeclareNone(Act):
    """`/declare none`: no declarations were made."""

    kind: ClassVar[str] = "declare_none"


class Declare(Act):
    """`/declare @abbott 5 dpi owns a flat in the road; left`.

    who: those with the interest; everyone: all present; by: who said so for somebody absent, '' for themselves;
    label: the body's own word for the kind (dpi, ori, personal …), '' when not said; sensitive: the nature isn't printed
    (Localism Act 2011 s.32).
    """

    kind: ClassVar[str] = "declare"
    who: tuple[PersonKey, ...] = ()
    everyone: bool = False
    by: PersonKey = ""
    scope: Scope = Scope()
    label: Words = ""
    nature: Line = NOTHING
    sensitive: bool = False
    conduct: tuple[Conduct, ...] = ()

    @model_validator(mode="after")
    def _whose(self) -> Declare:
        _somebody(self.who, self.everyone)
        return self


class Dispensation(Act):
    """`/dispensation @a 5 until 2027; text` (Localism Act 2011 s.33). everyone: `all`."""

    kind: ClassVar[str] = "dispensation"
    who: tuple[PersonKey, ...] = ()
    everyone: bool = False
    scope: Scope = Scope()
    until: Words = ""
    text: Words = ""

    @model_validator(mode="after")
    def _whose(self) -> Dispensation:
        _somebody(self.who, self.everyone)
        return self


class Arrears(Act):
    """`/arrears @a`: council tax unpaid for two months: may speak, may not vote (LGFA 1992 s.106)."""

    kind: ClassVar[str] = "arrears"
    who: Known
