"""Votes: whether the figures can be right, whether they are equal, and what is before the meeting."""

from __future__ import annotations

import pytest

from boardtui.model.acts import business, room, text
from boardtui.model.acts.business import Count, RollStep
from boardtui.model.divisions import tie
from boardtui.model.record import Division
from boardtui.model.times import ClockTime
from boardtui.rules.voting import add_up, echo
from support.acts import HALE, NAIR, ORME, PELL, Minuting, counts, prose, started


@pytest.fixture
def minuting() -> Minuting:
    minuting = started()
    minuting(text.OpenItem(items=("5",)))
    minuting(business.Move(movers=(HALE, PELL), words=prose("no tree be felled")))
    return minuting


def problems(minuting: Minuting) -> tuple[str, ...]:
    division = next(b.division for _, b in minuting.record.blocks() if b.division is not None)
    return tuple(flaw.sentence for flaw in add_up(minuting.record, division))


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        (counts(4, 2, 0), ()),
        (counts(3, 2), ()),
        (counts(5, 2, 0), ("7 votes were counted, and 6 members were here.",)),
        (counts(4), ("How many voted against is not stated.",)),
        ((Count(option="for", number=4), Count(option="against")), ("How many voted against is not stated.",)),
        ((Count(option="Proceed", number=3), Count(option="Defer", number=3)), ()),
    ],
)
def test_figures_are_held_against_those_who_were_here(
    minuting: Minuting, figures: tuple[Count, ...], found: tuple[str, ...]
) -> None:
    minuting(business.Vote(counts=figures))
    assert problems(minuting) == found


def test_somebody_who_left_before_the_vote_is_not_counted_even_if_that_is_said_later(minuting: Minuting) -> None:
    minuting(business.Vote(counts=counts(4, 2, 0)), "14:30")
    minuting(room.Leave(who=(NAIR,), at=ClockTime.read("14:20")), "14:40")
    assert problems(minuting) == ("6 votes were counted, and 5 members were here.",)


def test_a_recorded_vote_names_everybody_here_and_nobody_else(minuting: Minuting) -> None:
    minuting(room.Leave(who=(ORME,)))
    steps = (RollStep(option="for", people=(HALE, PELL, ORME)), RollStep(option="against", people=(NAIR, "mapp")))
    minuting(business.Roll(steps=steps))
    assert problems(minuting) == (
        "Councillor Frank Orme voted and was not here as a member.",
        "No vote is recorded of Susan Tull.",
    )


def test_a_whole_roll_adds_up(minuting: Minuting) -> None:
    minuting(business.Roll(steps=(RollStep(option="for", everyone=True), RollStep(option="none", people=(NAIR,)))))
    assert problems(minuting) == ()


def test_a_vote_of_ones_own_is_of_somebody_here(minuting: Minuting) -> None:
    minuting(room.Leave(who=(ORME,)))
    minuting.all(business.Vote(counts=counts(3, 2, 0)), business.MyVote(person=ORME, option="against"))
    assert problems(minuting) == ("Councillor Frank Orme had a vote recorded and was not here.",)


@pytest.mark.parametrize(
    ("figures", "equal"),
    [
        (counts(3, 3), True), (counts(0, 0), True), (counts(3, 2, 1), False), (counts(3), False), (counts(None, 3), False),
        ((Count(option="Mapp", number=8), Count(option="Nair", number=8)), True),
        ((Count(option="Mapp", number=8), Count(option="Nair", number=7), Count(option="Orme", number=7)), False),
        ((Count(option="Mapp", number=8), Count(option="Nair")), False),
    ],
)  # fmt: skip
def test_equal_votes(figures: tuple[Count, ...], equal: bool) -> None:
    assert tie(Division(1, figures)) is equal


def test_nothing_is_before_the_meeting_until_something_is_moved() -> None:
    assert echo(started().record) == ""


def test_what_is_before_the_meeting_is_named(minuting: Minuting) -> None:
    assert echo(minuting.record) == "the motion, moved by Councillor Dorothy Hale"
    minuting(business.Amend(movers=(NAIR,), words=prose("add: oaks")))
    assert echo(minuting.record) == "the amendment, moved by Councillor Sunil Nair"
    minuting(business.Amend(words=prose("add: elms")))
    assert echo(minuting.record) == "the second amendment"
    minuting(business.Put(target=1))
    assert echo(minuting.record) == "the first amendment, moved by Councillor Sunil Nair"


def test_a_motion_with_a_carried_amendment_is_the_substantive_motion(minuting: Minuting) -> None:
    minuting.all(business.Amend(movers=(NAIR,), words=prose("add: oaks")), business.Vote(counts=counts(4, 2)))
    assert echo(minuting.record) == "the substantive motion, moved by Councillor Dorothy Hale"
    minuting(business.Vote(counts=counts(5, 1)))
    assert echo(minuting.record) == ""
