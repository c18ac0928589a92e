"""The room as a machine: comings, goings, interests, motions and votes in any order, at once or late, undone and said again.

Whatever was said: nobody has a vote in the record that they could not have without its being listed, no casting vote stands
without a tie unlisted, and when all is undone the meeting is as it was called. HYPOTHESIS_PROFILE=soak works it for longer.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from boardtui.errors import Refusal
from boardtui.model.acts import Act, business, corrections, interests, meeting, room, text
from boardtui.model.acts.business import AGAINST, FOR, NOT_VOTING, Count, Fate, RollStep
from boardtui.model.acts.interests import Conduct, Scope
from boardtui.model.acts.room import Excused, Span
from boardtui.model.people import PersonKey
from boardtui.model.record import Division, Entry, Record
from boardtui.model.replay import replay
from boardtui.model.settle import settled
from boardtui.model.times import CalendarDay
from boardtui.rules.gap import Gap
from boardtui.rules.gaps import gaps
from boardtui.rules.presence import here, name_of, presence_at
from boardtui.rules.procedure import check
from boardtui.rules.quorum import quorum_state
from boardtui.rules.voting import electorate_at
from support.acts import HALE, MEMBERS, NAIR, OFFICER, ORME, PELL, SUBSTITUTE, TULL, Minuting, prose, small_summons
from support.sampling import SOAK

PEOPLE = st.sampled_from((HALE, PELL, NAIR, ORME, TULL, SUBSTITUTE, OFFICER))
SOMEBODY = PEOPLE.map(lambda person: (person,))
ITEMS = st.sampled_from(("3", "5", "7"))
SPANS = st.sampled_from((Span.OPEN, Span.ITEM, Span.GOOD))
FIGURES = st.integers(0, 4)
OPTIONS = st.sampled_from((FOR, AGAINST, NOT_VOTING))
ROOM: st.SearchStrategy[Act] = st.one_of(
    st.builds(room.Present, who=SOMEBODY),
    st.just(room.Present(everyone=True)),
    st.builds(room.Substitute, person=st.just(SUBSTITUTE), stands_for=st.sampled_from(("", TULL, NAIR))),
    st.builds(room.Apologies, who=PEOPLE.map(lambda person: (Excused(person=person),))),
    st.builds(room.Arrive, who=SOMEBODY),
    st.builds(room.Leave, who=SOMEBODY, span=SPANS),
    st.builds(room.Leave, who=SOMEBODY, span=st.just(Span.UNTIL), until=ITEMS),
    st.builds(room.Return, who=SOMEBODY),
    st.builds(room.TakeChair, person=PEOPLE),
    st.builds(room.Elect, person=PEOPLE, office=st.sampled_from(("Chair", "Deputy Chair"))),
    st.builds(room.Resign, person=PEOPLE),
)
INTERESTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(
        interests.Declare,
        who=SOMEBODY,
        scope=st.one_of(st.builds(Scope, items=ITEMS.map(lambda key: (key,))), st.just(Scope())),
        label=st.sampled_from(("dpi", "personal")),
        conduct=st.sampled_from(((), (Conduct.LEFT,), (Conduct.STAYED,))),
    ),
    st.builds(interests.Dispensation, who=SOMEBODY, scope=st.builds(Scope, items=ITEMS.map(lambda key: (key,)))),
    st.builds(interests.Arrears, who=SOMEBODY),
)
STEPS = st.one_of(
    st.builds(RollStep, option=OPTIONS, everyone=st.just(True)),
    st.builds(RollStep, option=OPTIONS, group=st.sampled_from(("Residents", "Alliance"))),
    st.builds(RollStep, option=OPTIONS, people=SOMEBODY),
)
COUNTED = st.builds(
    business.Vote,
    counts=st.tuples(FIGURES, FIGURES).map(
        lambda both: (Count(option=FOR, number=both[0]), Count(option=AGAINST, number=both[1]))
    ),
)
CALLED = st.builds(business.Roll, steps=st.lists(STEPS, min_size=1, max_size=3).map(tuple))
VOTES: st.SearchStrategy[Act] = st.one_of(
    COUNTED,
    CALLED,
    st.builds(business.Move, movers=SOMEBODY, words=st.just(prose("a tree be planted"))),
    st.builds(business.Amend, movers=SOMEBODY, words=st.just(prose("for a tree read two"))),
    st.builds(business.CastingVote, option=st.sampled_from((FOR, AGAINST))),
    st.builds(business.MyVote, person=PEOPLE, option=st.sampled_from((FOR, AGAINST))),
    st.builds(business.Outcome, fate=st.sampled_from((Fate.CARRIED, Fate.LOST, Fate.AGREED))),
)
MEETING: st.SearchStrategy[Act] = st.one_of(
    st.builds(text.OpenItem, items=ITEMS.map(lambda key: (key,))),
    st.just(meeting.Adjourn()),
    st.just(meeting.Adjourn(to_day=CalendarDay.read("11 September 2026"))),
    st.just(meeting.Resume()),
)


class RoomMachine(RuleBasedStateMachine):
    """A meeting in which anything is said that the door lets through, at a time of its own or with none."""

    def __init__(self) -> None:
        super().__init__()
        self.minuting = Minuting(small_summons())
        self.clock = 14 * 60
        self.told: tuple[int, tuple[Gap, ...]] = (0, ())

    @property
    def record(self) -> Record:
        return self.minuting.record

    def do(self, act: Act, at: str | None = None) -> None:
        try:
            check(self.record, act)
        except Refusal:
            return
        self.minuting(act, at)

    @initialize(present=st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=6, unique=True))
    def begin(self, present: list[PersonKey]) -> None:
        self.do(room.Present(who=tuple(present)))
        self.do(meeting.Start(), "14:00")
        self.do(text.OpenItem(items=("3",)), "14:00")

    @rule(act=ROOM | INTERESTS | VOTES | MEETING, later=st.integers(0, 9))
    def say(self, act: Act, later: int) -> None:
        self.clock += later
        self.do(act, f"{self.clock // 60:02}:{self.clock % 60:02}")

    @rule(act=ROOM | INTERESTS | VOTES)
    def say_without_a_time(self, act: Act) -> None:
        self.do(act)

    @rule(act=ROOM, ago=st.integers(1, 30))
    def say_late(self, act: Act, ago: int) -> None:
        then = max(14 * 60, self.clock - ago)
        self.do(act, f"{then // 60:02}:{then % 60:02}")

    @rule(vote=COUNTED | CALLED, casting=st.booleans())
    def decide(self, vote: Act, *, casting: bool) -> None:
        """A motion, its vote, and perhaps a casting vote."""
        self.do(business.Move(movers=(PELL, NAIR), words=prose("a tree be planted")))
        self.do(vote)
        if casting:
            self.do(business.CastingVote(option=FOR))

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        standing = self.record.undoable[3:]
        if standing:
            self.do(corrections.Undo(target=data.draw(st.sampled_from(standing))))

    # --- what holds then

    def divisions(self) -> Iterator[tuple[Entry, Division]]:
        seen: set[int] = set()
        for entry, block in self.record.blocks():
            if block.division is not None and id(block.division) not in seen:
                seen.add(id(block.division))
                yield entry, block.division

    def is_barred(self, entry: Entry, person: PersonKey) -> bool:
        """Does a gap of this minute say that this person has a vote there and could not?"""
        who = name_of(self.record, person)
        said = (f"{who} voted and was not here", f"{who} had a vote recorded and was not here", f"{who} may not vote")
        return any(
            self.is_listed(entry, words[:1].lower() + words[1:]) or self.is_listed(entry, words) for words in said
        )

    def is_listed(self, entry: Entry, words: str) -> bool:
        """Does a gap of this minute say so? What is wrong twice in one minute is told once."""
        if self.told[0] != len(self.minuting.filed):
            self.told = len(self.minuting.filed), gaps(self.record)
        return any(gap.entry == entry.key and words in gap.sentence for gap in self.told[1])

    @invariant()
    def the_counted_are_here_and_so_is_who_presides(self) -> None:
        presence = here(self.record)
        assert set(presence.counting) <= set(presence.here)
        assert presence.presiding in ("", *presence.here)
        assert quorum_state(self.record).present == len(presence.counting) == len(set(presence.counting))
        resigned = {line.person for line in self.record.attendance if line.resigned}
        assert not resigned & set(presence.counting)

    @invariant()
    def nobody_has_a_vote_who_could_not_without_its_being_listed(self) -> None:
        for entry, division in self.divisions():
            could = electorate_at(self.record, division.counted_at)
            voted = {person for person, option in division.names.items() if option != NOT_VOTING}
            voted |= {person for person, _ in division.own}
            for person in voted - set(could.entitled) if could.present.counting else ():
                assert self.is_barred(entry, person), person
            cast = sum(count.number or 0 for count in division.counts)
            if could.present.counting and cast > len(could.entitled) and not division.names:
                assert self.is_listed(entry, "counted, and")

    @invariant()
    def a_casting_vote_without_a_tie_or_by_another_than_the_chair_is_listed(self) -> None:
        for entry, division in self.divisions():
            ayes, noes = division.number(FOR), division.number(AGAINST)
            if division.casting is not None and ayes is not None and ayes != noes:
                assert self.is_listed(entry, "the votes were not equal")
            presiding = presence_at(self.record, division.casting_at).presiding if division.casting else ""
            if division.casting is not None and division.casting[0] not in ("", presiding) and presiding:
                assert self.is_listed(entry, "was in the chair")

    @invariant()
    def the_record_that_grew_is_the_one_read_anew(self) -> None:
        assert replay(self.minuting.filed) == self.record

    def teardown(self) -> None:
        """Whatever stands is undone, from any end: then the record is that of the summons alone."""
        called, said = replay(self.minuting.filed[:1]), self.record.undoable
        for seq in (said[::2] + said[1::2])[::-1]:
            self.do(corrections.Undo(target=seq))
        assert [one.act.kind for one in settled(self.record.filed)] == ["summons"]
        trail = {name: getattr(self.record, name) for name in ("filed", "undone", "last_seq", "touched")}
        assert dataclasses.replace(called, **trail) == self.record


RoomMachine.TestCase.settings = settings(
    max_examples=400 if SOAK else 10, stateful_step_count=60 if SOAK else 22, deadline=None
)
TestRoom = RoomMachine.TestCase
