"""Votes and what they decide."""

from __future__ import annotations

import pytest

from boardtui.model.acts import business, room, text
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING, Count, Fate, RollStep
from boardtui.model.divisions import option, verdict
from boardtui.model.record import Division, Motion
from support.acts import HALE, MAPP, NAIR, ORME, PELL, TULL, Minuting, counts, prose, started


@pytest.fixture
def minuting() -> Minuting:
    """A motion is before the meeting."""
    minuting = started()
    minuting(text.OpenItem(items=("4",)))
    minuting(business.Move(movers=(HALE, PELL), words=prose("the pond be drained")))
    return minuting


def motion(minuting: Minuting) -> Motion:
    return minuting.record.entry.motions[0]


def vote(*figures: int | None, needing: str = "", method: str = "") -> business.Vote:
    return business.Vote(counts=counts(*figures), needing=needing, method=method)


@pytest.mark.parametrize(
    ("figures", "needing", "fate"),
    [
        ((4, 2, 0), "", Fate.CARRIED), ((2, 4), "", Fate.LOST), ((3, 3), "", None), ((1, 0, 5), "", Fate.CARRIED),
        ((4, None), "", None), ((None, 4), "", None), ((0, 0), "", None),
        ((4, 2), "two thirds", Fate.CARRIED), ((3, 2), "two thirds", Fate.LOST), ((10, 6), "two thirds", Fate.LOST),
        ((30, 5), "31", Fate.LOST), ((31, 5), "31 votes", Fate.CARRIED), ((5, 0), "unanimity", Fate.CARRIED),
        ((5, 1), "unanimous", Fate.LOST), ((6, 2), "3/4", Fate.CARRIED), ((5, 1), "a miracle", None),
    ],
)  # fmt: skip
def test_a_majority_of_those_voting_decides_or_what_the_vote_needs(
    figures: tuple[int | None, ...], needing: str, fate: Fate | None
) -> None:
    assert verdict(Division(1, counts(*figures), needing=needing)) is fate


@pytest.mark.parametrize(
    ("words", "way"),
    [
        (("for", "For", "yes", "Aye", "ayes", "in favour"), FOR),
        (("against", "no", "Nay", "nays", "noes", "opposed"), AGAINST),
        (("abstained", "abstain", "abstains", "abstention", "Abstentions"), ABSTAINED),
        (("none", "not voting"), NOT_VOTING),
    ],
)
def test_a_vote_goes_one_of_four_ways_whatever_it_is_called(words: tuple[str, ...], way: str) -> None:
    assert {option(word) for word in words} == {way}
    assert option("Proceed") == "Proceed"


def test_a_roll_in_other_words_decides(minuting: Minuting) -> None:
    steps = (RollStep(option="yes", everyone=True), RollStep(option="no", people=(PELL,)))
    minuting(business.Roll(steps=steps))
    assert motion(minuting).fate is Fate.CARRIED
    assert motion(minuting).divisions[0].names[PELL] == AGAINST


def test_figures_that_tell_decide(minuting: Minuting) -> None:
    minuting(vote(4, 2, 0))
    assert motion(minuting).fate is Fate.CARRIED
    assert len(minuting.record.entry.decisions) == 1


def test_a_missing_figure_waits_for_the_word_and_joins_its_sentence(minuting: Minuting) -> None:
    minuting(vote(4))
    assert motion(minuting).fate is None
    minuting(business.Outcome(fate=Fate.CARRIED))
    moved, ended = minuting.record.entry.blocks
    assert (ended.fate, ended.division) == (Fate.CARRIED, motion(minuting).division)
    assert moved.division is None


def test_the_word_that_confirms_the_count_changes_nothing(minuting: Minuting) -> None:
    minuting.all(vote(4, 2), business.Outcome(fate=Fate.CARRIED))
    assert len(minuting.record.entry.blocks) == 2
    assert minuting.record.oddities == []
    assert len(minuting.record.entry.decisions) == 1


def test_a_count_and_the_word_unanimous_is_unanimous(minuting: Minuting) -> None:
    minuting.all(vote(6, 0), business.Outcome(fate=Fate.UNANIMOUS))
    assert motion(minuting).fate is Fate.UNANIMOUS


def test_the_word_of_the_chair_wins_over_the_figures_and_is_remarked(minuting: Minuting) -> None:
    minuting.all(vote(4, 2), business.Outcome(fate=Fate.LOST))
    assert (motion(minuting).fate, minuting.record.entry.decisions) == (Fate.LOST, [])
    assert [sentence for _, sentence in minuting.record.oddities] == [
        "The chair's word and the figures of the vote differ."
    ]


def test_equal_votes_wait_for_the_casting_vote_of_whoever_presides(minuting: Minuting) -> None:
    minuting.all(room.Leave(who=(HALE,)), vote(2, 2, 1))
    assert motion(minuting).fate is None
    minuting(business.CastingVote(option="against"))
    division = motion(minuting).division
    assert division is not None
    assert (motion(minuting).fate, division.casting) == (Fate.LOST, (PELL, AGAINST))


def test_a_casting_vote_for_makes_the_decision(minuting: Minuting) -> None:
    minuting.all(vote(3, 3), business.CastingVote(option="for"))
    assert (motion(minuting).fate, len(minuting.record.entry.decisions)) == (Fate.CARRIED, 1)


def test_a_recount_supersedes_and_both_are_kept(minuting: Minuting) -> None:
    minuting.all(vote(4, 2, 0), business.Recount(counts=counts(2, 4, 0)))
    division = motion(minuting).division
    assert division is not None
    assert (division.counts, division.superseded) == (counts(2, 4, 0), [counts(4, 2, 0)])
    assert (motion(minuting).fate, minuting.record.entry.decisions) == (Fate.LOST, [])
    assert len(minuting.record.entry.blocks) == 2


def test_a_recorded_vote_names_all_and_later_words_win(minuting: Minuting) -> None:
    minuting(room.Leave(who=(TULL,)))
    steps = (
        RollStep(option="against", everyone=True),
        RollStep(option="for", group="alliance"),
        RollStep(option="for", people=(HALE,)),
        RollStep(option="none", people=(ORME,)),
    )
    minuting(business.Roll(steps=steps))
    division = motion(minuting).division
    assert division is not None
    assert division.names == {HALE: FOR, PELL: AGAINST, NAIR: FOR, ORME: NOT_VOTING, MAPP: FOR}
    assert (division.number(FOR), division.number(AGAINST), division.number("abstained")) == (3, 1, 0)
    assert motion(minuting).fate is Fate.CARRIED


def test_a_vote_with_options_of_its_own_decides_nothing_by_itself() -> None:
    minuting = started()
    minuting(
        business.Vote(counts=(Count(option="Proceed", number=8), Count(option="Defer", number=6)), method="by ballot")
    )
    (block,) = minuting.record.entry.blocks
    assert block.division is not None and block.division.method == "by ballot"
    assert minuting.record.oddities == []


def test_a_vote_on_nothing_is_an_oddity() -> None:
    minuting = started()
    minuting(vote(4, 2))
    assert [sentence for _, sentence in minuting.record.oddities] == [
        "A vote was taken, but nothing was before the meeting."
    ]


def test_a_vote_after_a_decision_is_about_it_and_may_lose_it() -> None:
    minuting = started()
    minuting.all(business.Resolve(text=prose("it be done")), vote(2, 4, 0))
    (block,) = minuting.record.entry.blocks
    assert (block.fate, block.division is not None) == (Fate.LOST, True)


def test_one_members_own_vote_is_kept(minuting: Minuting) -> None:
    minuting.all(vote(4, 2), business.MyVote(person=NAIR, option="against"))
    division = motion(minuting).division
    assert division is not None and division.own == [(NAIR, AGAINST)]
    assert minuting.record.entry.blocks[-1].people == (NAIR,)


def test_lots_are_of_the_vote_before_them() -> None:
    minuting = started()
    minuting(business.Vote(counts=(Count(option="Mapp", number=3), Count(option="Nair", number=3))))
    minuting(business.Lots(person=MAPP))
    assert minuting.record.entry.blocks[0].division is not None
    assert minuting.record.entry.blocks[0].division.lots == (MAPP, "")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (business.Recount(counts=counts(1, 2)), "There was no count to count again."),
        (business.CastingVote(option="for"), "A casting vote was given, but no vote had been taken."),
    ],
)
def test_what_has_no_vote_before_it_is_an_oddity(act: business.Act, sentence: str) -> None:
    minuting = started()
    minuting(act)
    assert [found for _, found in minuting.record.oddities] == [sentence]
