"""Which interests bite on what is open, and who may not vote."""

from __future__ import annotations

import pytest
from hypothesis import given

from boardtui.model.acts import business, interests, room, text
from boardtui.model.acts.interests import Conduct, Declare, Scope
from boardtui.rules.interests import ARREARS, Duty, biting, may_not_vote
from support.acts import HALE, NAIR, ORME, PELL, Minuting, Said, begun_with, prose, sequences, started

ITEM_3 = Scope(items=("3",))


@pytest.fixture
def minuting() -> Minuting:
    return started()


def duties(minuting: Minuting) -> list[tuple[str, Duty, bool]]:
    return [(bite.person, bite.duty, bite.here) for bite in biting(minuting.record)]


def test_an_interest_bites_on_its_item_and_on_no_other(minuting: Minuting) -> None:
    minuting(Declare(who=(NAIR,), scope=ITEM_3, label="dpi"))
    minuting(text.OpenItem(items=("2",)))
    assert duties(minuting) == []
    minuting(text.OpenItem(items=("3", "4")))
    assert duties(minuting) == [(NAIR, Duty.LEAVE, True)]


@pytest.mark.parametrize(
    ("label", "duty"),
    [
        ("dpi", Duty.LEAVE), ("DPI", Duty.LEAVE), ("ori", Duty.LEAVE), ("disclosable pecuniary interest", Duty.LEAVE),
        ("nri", Duty.ADVICE), ("personal", Duty.ADVICE), ("prejudicial", Duty.ADVICE), ("", Duty.ADVICE),
    ],
)  # fmt: skip
def test_only_registrable_interests_ask_a_member_to_leave(minuting: Minuting, label: str, duty: Duty) -> None:
    minuting(Declare(who=(NAIR,), scope=ITEM_3, label=label))
    minuting(text.OpenItem(items=("3",)))
    assert duties(minuting) == [(NAIR, duty, True)]


def test_one_who_left_is_not_here_any_more(minuting: Minuting) -> None:
    minuting(Declare(who=(NAIR,), scope=ITEM_3, label="dpi", conduct=(Conduct.LEFT,)))
    minuting(text.OpenItem(items=("3",)))
    assert duties(minuting) == [(NAIR, Duty.LEAVE, False)]
    assert may_not_vote(minuting.record) == {}


@pytest.mark.parametrize(
    ("dispensation", "duty"),
    [
        (interests.Dispensation(who=(NAIR,), scope=ITEM_3), Duty.DISPENSED),
        (interests.Dispensation(everyone=True, scope=ITEM_3), Duty.DISPENSED),
        (interests.Dispensation(who=(NAIR,), scope=Scope(words="the precept")), Duty.DISPENSED),
        (interests.Dispensation(who=(NAIR,), scope=Scope(items=("4",))), Duty.LEAVE),
        (interests.Dispensation(who=(ORME,), scope=ITEM_3), Duty.LEAVE),
    ],
)
def test_a_dispensation_lets_a_member_take_part(
    minuting: Minuting, dispensation: interests.Dispensation, duty: Duty
) -> None:
    minuting.all(Declare(who=(NAIR,), scope=ITEM_3, label="dpi"), dispensation, text.OpenItem(items=("3",)))
    assert duties(minuting) == [(NAIR, duty, True)]
    assert (NAIR in may_not_vote(minuting.record)) is (duty is Duty.LEAVE)


def test_an_interest_in_the_whole_meeting_bites_everywhere_and_one_in_words_on_nothing(minuting: Minuting) -> None:
    minuting(Declare(who=(NAIR,), scope=Scope(whole_meeting=True), label="personal"))
    minuting(Declare(who=(ORME,), scope=Scope(words="anything about the canal"), label="ori"))
    minuting(text.OpenItem(items=("4",)))
    assert duties(minuting) == [(NAIR, Duty.ADVICE, True)]


def test_without_a_scope_it_bears_on_the_item_it_was_declared_in(minuting: Minuting) -> None:
    minuting(text.OpenItem(items=("5",)))
    minuting(Declare(who=(PELL,), label="ori"))
    assert duties(minuting) == [(PELL, Duty.LEAVE, True)]
    minuting(text.OpenItem(items=("3",)))
    assert duties(minuting) == []


def test_an_interest_of_all_is_one_line_and_bars_all(minuting: Minuting) -> None:
    minuting(Declare(everyone=True, scope=ITEM_3, label="dpi"))
    minuting(text.OpenItem(items=("3",)))
    assert duties(minuting) == [("", Duty.LEAVE, True)]
    assert len(may_not_vote(minuting.record)) == 6


def test_a_sub_item_can_have_an_interest_of_its_own(minuting: Minuting) -> None:
    minuting(Declare(who=(NAIR,), scope=Scope(items=("4.2",)), label="dpi"))
    minuting(text.OpenItem(items=("4.1",)))
    assert duties(minuting) == []
    minuting(text.OpenItem(items=("4.2",)))
    assert duties(minuting) == [(NAIR, Duty.LEAVE, True)]


def test_arrears_of_council_tax_bar_from_the_vote_in_their_item_only(minuting: Minuting) -> None:
    minuting(text.OpenItem(items=("3",)))
    minuting(interests.Arrears(who=(HALE,)))
    assert may_not_vote(minuting.record) == {HALE: ARREARS}
    assert duties(minuting) == [(HALE, Duty.NO_VOTE, True)]
    minuting(text.OpenItem(items=("4",)))
    assert may_not_vote(minuting.record) == {}


def test_only_those_who_count_are_barred_from_voting(minuting: Minuting) -> None:
    minuting.all(room.Leave(who=(NAIR,)), Declare(who=(NAIR, ORME), scope=ITEM_3, label="dpi"))
    minuting.all(text.OpenItem(items=("3",)), business.Move(movers=(HALE,), words=prose("it be agreed")))
    assert list(may_not_vote(minuting.record)) == [ORME]


@given(sequences())
def test_interests_are_told_of_any_meeting(script: list[Said]) -> None:
    record = begun_with(script).record
    biting(record)
    may_not_vote(record)
