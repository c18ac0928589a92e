"""Acts of deciding: resolutions, motions, amendments, votes and what follows."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from boardtui.model.acts.base import Act, Figure, GivenWords, PersonRef, Sentence, Words
from boardtui.model.base import Frozen
from boardtui.model.people import PersonKey
from boardtui.model.times import CalendarDay


class Resolve(Act):
    """`=`, `==`, `===`: a clause of a decision, on one of three levels."""

    kind: ClassVar[str] = "resolve"
    text: Sentence
    level: Literal[1, 2, 3] = 1


class Clause(Frozen):
    """A clause with its level, where several come at once."""

    text: Sentence
    level: Literal[1, 2, 3] = 1


class ResolveRecommendations(Act):
    """A bare `=`: the report's recommendations, already turned into clauses."""

    kind: ClassVar[str] = "resolve_recommendations"
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]


class Recommend(Act):
    """`/recommend Cabinet: text`: a decision for another body to take."""

    kind: ClassVar[str] = "recommend"
    to: Words
    text: Sentence


class Note(Act):
    """`/note text`: NOTED."""

    kind: ClassVar[str] = "note"
    text: Sentence


class Verb(Act):
    """`/verb ORDERED`: another verb than the house's, for this decision."""

    kind: ClassVar[str] = "verb"
    word: GivenWords


class Reason(Act):
    """`/reason text`: the reasons for the decision."""

    kind: ClassVar[str] = "reason"
    text: Sentence


class Action(Act):
    """`! @fahy report back by 4 Dec`. due: what stood after `by`, if it reads as a date or is the house's word."""

    kind: ClassVar[str] = "action"
    owners: tuple[PersonRef, ...] = ()
    text: Sentence
    due: CalendarDay | None = None


class Proposal(Act):
    """Something moved. movers: the mover first, then seconders; behalf: `for Labour Group`; words: None when not given."""

    movers: tuple[PersonKey, ...] = ()
    behalf: Words = ""
    words: Sentence | None = None


class Move(Proposal):
    """`/move @a @b: words`. on_notice: a bare `/move`, which takes the motion on notice (its words are then here too).

    Without words it moves what was just recorded: minutes or a decision.
    """

    kind: ClassVar[str] = "move"
    on_notice: bool = False

    @model_validator(mode="after")
    def _notice_has_words(self) -> Move:
        if self.on_notice and self.words is None:
            raise ValueError("a motion on notice has words")
        return self


class Amend(Proposal):
    """`/amend @c @d for Group: words`: an amendment to the motion before the meeting; to: 1 to its first amendment …"""

    kind: ClassVar[str] = "amend"
    to: Figure = 0


class Second(Act):
    """`/second @b`."""

    kind: ClassVar[str] = "second"
    who: tuple[PersonKey, ...]


class Put(Act):
    """`/put 2`, `/put motion`: what is before the meeting now. target: 0 the motion, 1 its first amendment …

    below: 1 the first amendment to that amendment …, 0 itself.
    """

    kind: ClassVar[str] = "put"
    target: Figure
    below: Figure = 0


FOR, AGAINST, ABSTAINED, NOT_VOTING = "for", "against", "abstained", "none"
"""The options of an ordinary vote, as they are stored; `none` is present and not voting."""


class Count(Frozen):
    """One option of a vote and its figure; None when it wasn't stated, which isn't nought."""

    option: GivenWords
    number: Figure | None = None


class Vote(Act):
    """`/vote 7 2 1`, `/vote Proceed 8; Defer 8`. method: by ballot, by show of hands; needing: two thirds, 31 …"""

    kind: ClassVar[str] = "vote"
    counts: tuple[Count, ...]
    method: Words = ""
    needing: Words = ""


class RollStep(Frozen):
    """A step of a recorded vote: everyone, a group, or people vote so; later steps win."""

    option: GivenWords
    everyone: bool = False
    group: Words = ""
    people: tuple[PersonKey, ...] = ()

    @model_validator(mode="after")
    def _one_of_them(self) -> RollStep:
        if sum((self.everyone, bool(self.group), bool(self.people))) != 1:
            raise ValueError("who votes so: everyone, a group, or people?")
        return self


class Roll(Act):
    """`/roll all against; for @keller @loftus; none @crowley`: a recorded vote (SI 2014/165 for budget decisions)."""

    kind: ClassVar[str] = "roll"
    steps: tuple[RollStep, ...]
    needing: Words = ""


class CastingVote(Act):
    """`/casting for`: the second vote of whoever is in the chair, on a tie (LGA 1972 Sch 12 para 39)."""

    kind: ClassVar[str] = "casting"
    option: GivenWords


class Lots(Act):
    """`/lots @a`: decided by lot. winner: a person, or the words of what was drawn."""

    kind: ClassVar[str] = "lots"
    person: PersonKey = ""
    words: Words = ""

    @model_validator(mode="after")
    def _one_winner(self) -> Lots:
        if self.person and self.words:
            raise ValueError("a lot is drawn for a person or for something else")
        return self


class MyVote(Act):
    """`/myvote @a against`: one member's own vote, recorded at their wish (SI 1993/202 Sch 2)."""

    kind: ClassVar[str] = "my_vote"
    person: PersonKey
    option: GivenWords


class Recount(Act):
    """`/recount 6 7 1`, or by name, `/recount all for; against @a`: supersedes the last count; both stay on the trail."""

    kind: ClassVar[str] = "recount"
    counts: tuple[Count, ...] = ()
    steps: tuple[RollStep, ...] = ()

    @model_validator(mode="after")
    def _one_of_them(self) -> Recount:
        if bool(self.counts) == bool(self.steps):
            raise ValueError("a recount is by figures or by name")
        return self


class Fate(StrEnum):
    """How what was before the meeting ended."""

    AGREED = "agreed"
    UNANIMOUS = "unanimous"
    CARRIED = "carried"
    LOST = "lost"
    LAPSED = "lapsed"
    NOT_PUT = "notput"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class Outcome(Act):
    """`/agreed`, `/carried`, `/lost` …, `/withdraw motion`: the end of what is before the meeting."""

    kind: ClassVar[str] = "outcome"
    fate: Fate


class Alter(Act):
    """`/alter words`: the mover alters the motion with the meeting's leave."""

    kind: ClassVar[str] = "alter"
    words: Sentence


class NoDecision(Act):
    """`/no decision`: none was taken, on purpose."""

    kind: ClassVar[str] = "no_decision"
