"""What a quorum asks for, and whether it is met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.acts import interests, meeting, room, text
from boardtui.model.people import Person, Seat, SeatKind
from boardtui.rules.gaps import gaps
from boardtui.rules.quorum import belongs, not_understood, quorum_state, suggested_quorum
from boardtui.rules.quorum_words import Part, read_quorum
from support.acts import HALE, MEMBERS, NAIR, PELL, SUBSTITUTE, TULL, Minuting, small_summons, started


@pytest.mark.parametrize(
    ("words", "members", "needed"),
    [
        ("6", 20, 6), ("three members", 20, 3), ("Quorum: 4", 20, 4), ("At least 5 voting members", 20, 5), ("one", 20, 1),
        ("one third", 20, 7), ("one-third of the members", 9, 3), ("1/4", 19, 5), ("a quarter", 20, 5), ("half", 7, 4),
        ("two thirds", 10, 7), ("33 per cent", 10, 4), ("50%", 9, 5), ("a majority of members", 10, 6),
        ("half plus one", 11, 6), ("Half the members plus one", 10, 6), ("50 per cent plus one", 10, 6),
        ("more than 50%", 10, 6),
        ("The quorum shall be three", 20, 3), ("The quorum for this meeting is 6 governors.", 20, 6), ("twenty-five", 60, 25),
        ("thirty members", 60, 30), ("1/3 of members or 3, whichever is the greater", 6, 3), ("one third (5 of 15)", 15, 5),
        ("3 or one third of members, whichever is greater", 12, 4), ("8 (one quarter of 32)", 32, 8), ("6 of 15", 15, 6),
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
        ("Four members, two of whom must be councillors", 4, (Part(2, "councillors"),)),
        ("no fewer than four members, two of them councillors", 4, (Part(2, "councillors"),)),
        (
            "4 voting members (at least one from the Council and one from the NHS)",
            4,
            (Part(1, "council"), Part(1, "NHS")),
        ),
        ("5 (including the Chair or Vice-Chair)", 5, (Part(1, "chair or vice-chair"),)),
        ("3, to include either the Chairman or a councillor", 3, ()),
        ("five, including one from each partner", 5, ()),
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


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("five, including one from each partner", ("one from each partner",)),
        ("as the Constitution says", ("as the Constitution says",)),
        ("3, to include either the Chairman or a councillor", ("either the chairman or a councillor",)),
        ("5, of which 1 councillor and 1 NHS member", ()),
        ("", ()),
    ],
)
def test_what_is_not_understood_is_told_and_never_taken_to_be_met(words: str, unread: tuple[str, ...]) -> None:
    record = started(quorum=words).record
    assert not_understood(record) == read_quorum(words).unread == unread
    told = [gap.sentence for gap in gaps(record) if "of the quorum" in gap.sentence]
    assert told == [f"“{one}” is not understood of the quorum, and so not watched." for one in unread]


def test_one_of_those_present_must_hold_an_office_under_any_of_its_names() -> None:
    minuting = started(HALE, NAIR, quorum="2, including the Chairman or Vice-Chairman")
    assert quorum_state(minuting.record).met
    minuting(room.Leave(who=(HALE,)))
    minuting(room.Arrive(who=(TULL,)))
    assert quorum_state(minuting.record).missing == ("1 chairman or vice-chairman",)
    minuting(room.Arrive(who=(PELL,)))
    assert quorum_state(minuting.record).met


def test_a_share_of_those_in_post_leaves_vacant_seats_out() -> None:
    summons = small_summons(quorum="half of the governors in post")
    vacancies = tuple(Seat(kind=SeatKind.VACANCY, label="Parent governor") for _ in range(3))
    minuting = Minuting(summons.model_copy(update={"seats": summons.seats + vacancies}))
    assert quorum_state(minuting.record).needed == 3


def test_one_of_the_council_is_a_councillor_or_of_a_council() -> None:
    summons = small_summons()
    people = (*summons.people, Person(key="drew", name="Hannah Drewitt", organisation="Wexshire County Council"))
    record = Minuting(summons.model_copy(update={"people": people})).record
    assert [belongs(record, who, "council") for who in (HALE, "drew", TULL)] == [True, True, False]
