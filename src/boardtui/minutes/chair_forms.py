"""What the chair customarily says at each step, as the house has it: read out, and never part of the minutes."""

from __future__ import annotations

from typing import Annotated

from boardtui.minutes.sentences import Pattern
from boardtui.minutes.slots import Fixed, Slots
from boardtui.model.base import Frozen

Moving = Annotated[Pattern, Slots("movers", "seconders", "words", "change")]


class ChairForms(Frozen):
    """The words to say: each one step of a meeting. An empty one says nothing.

    seconder: while a motion has none; put: what is put to the vote (`{what}`); carried, lost: how it went (`{What}`).
    """

    opening: Fixed
    apologies: Fixed
    declarations: Fixed
    minutes: Fixed
    recommendations: Fixed
    motion: Moving
    amendment: Moving
    seconder: Fixed
    put: Annotated[Pattern, Slots("what")]
    vote: Fixed
    recorded_vote: Fixed
    tie: Fixed
    carried: Annotated[Pattern, Slots("What")]
    lost: Annotated[Pattern, Slots("What")]
    no_quorum: Fixed
    exclusion: Fixed
    closing: Fixed
