"""What must be true of the votes of any meeting, however it goes: nothing that can't be right goes unsaid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.acts import business, interests, room
from boardtui.model.divisions import tie
from boardtui.model.record import Division, Record
from boardtui.rules.gaps import gaps
from boardtui.rules.gaps_minutes import divisions
from boardtui.rules.voting import electorate_at
from support.acts import Said, acts, begun_with

_KINDS = (
    business.Move, business.Amend, business.Put, business.Vote, business.Roll, business.Recount, business.CastingVote,
    business.Lots, business.MyVote, business.Outcome, business.Resolve, room.Leave, room.Return, room.Arrive, room.TakeChair,
    interests.Declare, interests.Arrears,
)  # fmt: skip
scripts = st.lists(st.tuples(acts(*_KINDS), st.none() | st.sampled_from(("14:05", "14:20", "14:40"))), max_size=20)


def votes(record: Record) -> list[Division]:
    return [division for entry in record.entries.values() if entry.taken is not None for division in divisions(entry)]


@given(scripts)
def test_a_vote_of_more_than_could_vote_or_of_somebody_else_is_listed(script: list[Said]) -> None:
    record = begun_with(script).record
    told = {gap.seq for gap in gaps(record)}
    for division in votes(record):
        could = electorate_at(record, division.counted_at)
        cast = sum(count.number or 0 for count in division.counts)
        strangers = (
            [who for who in division.names if who not in could.present.counting] if not division.superseded else []
        )
        if (could.present.counting and cast > len(could.entitled)) or strangers:
            assert division.counted_at in told


@given(scripts)
def test_a_casting_vote_without_a_tie_is_listed(script: list[Said]) -> None:
    record = begun_with(script).record
    told = {gap.seq for gap in gaps(record)}
    for division in votes(record):
        # One without any figures tells by itself that the votes were equal.
        if division.casting is not None and division.counts and not tie(division):
            assert division.casting_at in told
