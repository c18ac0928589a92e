"""What a quorum asks for, and whether it is met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.acts import interests, meeting, room, text
from boardtui.model.people import Person, Seat, SeatKind
from boardtui.rules.quorum import Part, belongs, quorum_state, read_quorum, suggested_quorum
from support.acts import HALE, MEMBERS, NAIR, PELL, SUBSTITUTE, TULL, Minuting, small_summons, started


@pytest.mark.parametrize(
    ("words", "members", "needed"),
    [
        ("6", 20, 6), ("three members", 20, 3), ("Quorum: 4", 20, 4), ("At least 5 voting members", 20, 5), ("one", 20, 1),
        ("one third", 20, 7), ("one-third of the members", 9, 3), ("1/4", 19, 5), ("a quarter", 20, 5), ("half", 7, 4),
        ("two thirds", 10, 7), ("33 per cent", 10, 4), ("50%", 9, 5), ("a majority of members", 10, 6),
        ("half plus one", 11, 6),
        ("a quarter, but not less than three", 8, 3), ("one third (minimum of 3)", 6, 3), ("1/4", 0, 0),
    ],
)  # fmt: skip
def test_how_many_are_needed(words: str, members: int, needed: int) -> None:
    assert read_quorum(words).needed(members) == needed


@pytest.mark.parametrize("words", ["", "whatever the Chair thinks fit", "3/2", "0/4"])
def test_words_that_are_not_understood_are_kept_and_ask_for_nothing(words: str) -> None:
    quorum = read_quorum(words)
    assert (quorum.words, quorum.needed(20)) == (words, None)


@pytest.mark.parametrize(
    ("words", "number", "parts"),
    [
        ("7, of which 1 councillor and 1 NHS", 7, (Part(1, "councillor"), Part(1, "NHS"))),
        ("6 (including 1 councillor)", 6, (Part(1, "councillor"),)),
        (
            "4 including at least one Council member and one CCG representative",
            4,
            (Part(1, "council member"), Part(1, "CCG")),
        ),
        ("5, of whom at least two must be elected members", 5, (Part(2, "elected members"),)),
    ],
)
def test_some_of_those_present_must_be_of_a_kind(words: str, number: int, parts: tuple[Part, ...]) -> None:
    quorum = read_quorum(words)
    assert (quorum.number, quorum.parts) == (number, parts)


@given(st.text(max_size=40), st.integers(0, 500))
def test_any_words_can_be_read(words: str, members: int) -> None:
    needed = read_quorum(words).needed(members)
    assert needed is None or needed >= 0


def test_the_quorum_is_met_by_those_here_and_lost_when_they_leave() -> None:
    minuting = started(HALE, PELL, NAIR)
    assert quorum_state(minuting.record).met
    minuting(room.Leave(who=(NAIR,)))
    state = quorum_state(minuting.record)
    assert (state.needed, state.present, state.lost, state.missing) == (3, 2, True, ("1 more member",))


def test_one_who_left_for_an_interest_does_not_count_for_that_item() -> None:
    minuting = started(HALE, PELL, NAIR)
    scope = interests.Scope(items=("3",))
    minuting(interests.Declare(who=(NAIR,), scope=scope, label="dpi", conduct=(interests.Conduct.LEFT,)))
    minuting(text.OpenItem(items=("3",)))
    assert quorum_state(minuting.record).lost
    minuting(text.OpenItem(items=("4",)))
    assert quorum_state(minuting.record).met


def test_a_substitute_counts_and_an_officer_does_not() -> None:
    minuting = started(HALE, PELL)
    minuting(room.Officer(who=("bright",)))
    assert quorum_state(minuting.record).present == 2
    minuting(room.Substitute(person=SUBSTITUTE, stands_for=TULL))
    assert quorum_state(minuting.record).met


def test_nothing_is_missing_while_the_quorum_is_not_known() -> None:
    state = quorum_state(started(HALE, quorum="").record)
    assert (state.needed, state.met, state.lost) == (None, True, False)


def test_a_fraction_counts_vacant_seats() -> None:
    summons = small_summons(quorum="half")
    vacancies = tuple(Seat(kind=SeatKind.VACANCY, label="Parish Councillor") for _ in range(2))
    minuting = Minuting(summons.model_copy(update={"seats": summons.seats + vacancies}))
    assert quorum_state(minuting.record).needed == 4


@pytest.mark.parametrize(
    ("organisation", "kind", "expected"),
    [
        ("Coventry and Rugby CCG", "NHS", True), ("Harbourne University Hospitals", "NHS", True),
        ("Estuary Community Health Trust", "NHS", True), ("Harbourne and Estuary Integrated Care Board", "NHS", True),
        ("Wexshire Police", "NHS", False), ("Wexshire Police", "police", True), ("Healthwatch Harbourne", "Healthwatch", True),
        ("Board of Trustees", "NHS", False), ("Healthwatch Harbourne", "councillor", False),
    ],
)  # fmt: skip
def test_a_member_is_of_a_kind_by_the_words_of_their_organisation(organisation: str, kind: str, expected: bool) -> None:
    summons = small_summons()
    people = (*summons.people, Person(key="drew", name="Hannah Drewitt", organisation=organisation))
    record = Minuting(summons.model_copy(update={"people": people})).record
    assert belongs(record, "drew", kind) is expected


def test_a_councillor_is_one_by_title_and_what_is_missing_is_told() -> None:
    minuting = started(HALE, PELL, quorum="2, of which 1 councillor and 1 NHS")
    assert belongs(minuting.record, HALE, "councillor")
    state = quorum_state(minuting.record)
    assert (state.met, state.missing) == (False, ("1 NHS",))


@pytest.mark.parametrize(
    ("committee", "council", "suggested"),
    [
        ("Upper Wexcombe Parish Council", "Upper Wexcombe Parish Council", "one third, but not less than three"),
        ("Wells Town Council", "", "one third, but not less than three"),
        ("Ashmere Borough Council", "", "a quarter"),
        ("Planning Committee", "Ashmere Borough Council", ""),
        ("Health and Wellbeing Board", "", ""),
    ],
)
def test_the_law_is_suggested_to_a_council_whose_agenda_says_nothing(
    committee: str, council: str, suggested: str
) -> None:
    record = Minuting(small_summons(committee=committee, council=council, quorum="")).record
    assert suggested_quorum(record) == suggested
    assert quorum_state(record).needed is None


def test_nothing_is_suggested_where_the_agenda_says_it() -> None:
    assert suggested_quorum(Minuting(small_summons(committee="Wells Town Council", quorum="5")).record) == ""


def test_everybody_present_is_counted_once() -> None:
    minuting = started(*MEMBERS)
    minuting(room.Present(everyone=True))
    minuting(meeting.Adjourn())
    assert quorum_state(minuting.record).present == len(MEMBERS)
