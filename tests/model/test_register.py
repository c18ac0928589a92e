"""Whom an agenda names: each person once, matched to those the book knows."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from boardtui.model.agenda import Agenda, Item, Listed
from boardtui.model.credits import read_credit
from boardtui.model.people import Person, SeatKind
from boardtui.model.register import Register, fuller_name, longer_wording, register
from boardtui.model.times import CalendarDay
from support.agendas import agendas


def member(name: str, **fields: str) -> Listed:
    return Listed(kind=SeatKind.MEMBER, name=name, **fields)


def agenda(*people: Listed, reports: tuple[str, ...] = (), **fields: str) -> Agenda:
    item = Item(number="1", title="Budget", report_of=tuple(read_credit(words) for words in reports), **fields)
    return Agenda(committee="The Board", date=CalendarDay.read("?"), people=people, body=(item,))


def names(found: Register) -> dict[str, str]:
    return {person.key: person.name for person in found.people}


def test_the_front_sheet_and_the_authors_are_in_it_in_order() -> None:
    found = register(
        agenda(
            member("Cllr K Shah", role="Chair", group="Labour"),
            Listed(kind=SeatKind.OFFICER, name="L Marsh", post="Clerk", organisation="Place"),
            Listed(kind=SeatKind.VACANCY, name="NHS Area Team"),
            reports=("Pete Foy, Director of Roads", "the Treasurer"),
            lead="Anna Grey",
            moved_by="Cllr Abel",
            seconded_by="Labour Group",
        )
    )
    assert names(found) == {
        "shah": "Cllr K Shah",
        "marsh": "L Marsh",
        "foy": "Pete Foy",
        "grey": "Anna Grey",
        "abel": "Cllr Abel",
    }
    assert [(seat.kind.value, seat.person, seat.role, seat.label) for seat in found.seats] == [
        ("member", "shah", "Chair", ""),
        ("officer", "marsh", "", ""),
        ("vacancy", "", "", "NHS Area Team"),
    ]
    assert found.person("foy") == Person(key="foy", name="Pete Foy", post="Director of Roads")
    assert found.person("nobody") is None


def test_somebody_known_keeps_the_key_and_the_fuller_name() -> None:
    known = [Person(key="canale-rossi", name="Dr Adrian Canale-Rossi", organisation="Northbrook CCG")]
    found = register(agenda(member("A Canale-Rossi", role="Deputy Chair")), known)
    assert found.people == tuple(known)
    assert found.seats[0].person == "canale-rossi"


def test_somebody_known_by_less_gets_what_the_agenda_adds() -> None:
    known = [Person(key="shah", name="Councillor Shah", post="Leader")]
    found = register(
        agenda(member("Cllr Kamran Shah", post="Cabinet Member", group="Labour", organisation="Council")), known
    )
    assert found.people == (
        Person(key="shah", name="Cllr Kamran Shah", post="Leader", group="Labour", organisation="Council"),
    )


def test_an_author_is_the_member_of_that_name_and_brings_the_long_form() -> None:
    found = register(
        agenda(
            member("A Grey", organisation="Northbrook and Ashby CCG"),
            reports=("Anna Grey, Northbrook and Ashby Clinical Commissioning Group (CCG)",),
        )
    )
    assert found.people == (
        Person(
            key="grey",
            name="Anna Grey",
            organisation="Northbrook and Ashby CCG",
            long_organisation="Northbrook and Ashby Clinical Commissioning Group (CCG)",
        ),
    )


def test_another_organisation_is_no_long_form() -> None:
    found = register(
        agenda(member("A Grey", organisation="NHTW"), reports=("Anna Grey, Multiple Needs Steering Partnership",))
    )
    assert (found.people[0].organisation, found.people[0].long_organisation) == ("NHTW", "")


def test_where_two_could_be_meant_it_is_somebody_new() -> None:
    known = [Person(key="collins", name="Cllr J Collins"), Person(key="collins-m", name="Cllr M Collins")]
    found = register(agenda(member("Cllr Collins"), reports=("Cllr Collins", "Cllr J Collins")), known)
    assert names(found) == {"collins-2": "Cllr Collins", "collins": "Cllr J Collins"}


def test_the_very_same_name_is_meant_before_one_that_only_agrees() -> None:
    known = [Person(key="smith", name="A Smith"), Person(key="smith-2", name="Alan Smith")]
    assert register(agenda(member("Alan Smith")), known).seats[0].person == "smith-2"


def test_two_members_of_one_front_sheet_are_two_people() -> None:
    known = [Person(key="smith", name="Cllr Ann Smith")]
    found = register(agenda(member("Cllr A Smith"), member("Cllr Ann Smith")), known)
    assert names(found) == {"smith-a": "Cllr A Smith", "smith": "Cllr Ann Smith"}
    assert [seat.person for seat in found.seats] == ["smith-a", "smith"]


def test_one_person_may_sit_twice_but_not_as_the_same() -> None:
    officer = Listed(kind=SeatKind.OFFICER, name="L Marsh")
    found = register(agenda(member("Liz Marsh"), officer, member("Liz Marsh")))
    assert [(seat.kind, seat.person) for seat in found.seats] == [
        (SeatKind.MEMBER, "marsh"),
        (SeatKind.OFFICER, "marsh"),
    ]


def substitute(for_name: str) -> Listed:
    return Listed(kind=SeatKind.SUBSTITUTE, name="S Banks", stands_for=for_name)


@pytest.mark.parametrize(("for_name", "key"), [("G Daly", "daly"), ("Anna Grey", "grey"), ("P Nobody", "")])
def test_a_substitute_stands_for_a_member_of_this_sheet_or_of_the_book(for_name: str, key: str) -> None:
    found = register(agenda(substitute(for_name), member("Guy Daly")), [Person(key="grey", name="Anna Grey")])
    assert found.seats[0].stands_for == key
    assert not key or found.person(key)


def test_a_whole_name_with_mister_and_missus_are_two() -> None:
    assert len(register(agenda(member("Mr Jones"), member("Mrs Jones"))).people) == 2


@pytest.mark.parametrize(
    ("one", "other", "fuller"),
    [
        ("A Rossi", "Dr Adrian Rossi", "Dr Adrian Rossi"),
        ("Dr A Rossi", "Adrian Rossi", "Dr Adrian Rossi"),
        ("Councillor Shah", "Cllr K Shah", "Cllr K Shah"),
        ("Councillor Shah", "Cllr Shah", "Councillor Shah"),
        ("Shah", "Cllr Shah", "Cllr Shah"),
    ],
)
def test_the_fuller_name_says_more(one: str, other: str, fuller: str) -> None:
    assert fuller_name(one, other) == fuller


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("Rugby CCG", "Rugby Clinical Commissioning Group (CCG)", True),
        ("NHTW", "Northbrook Hospitals Trust and Walsgrave", True),
        ("City Police", "City Police and Chair of the Steering Group", True),
        ("City Police", "City Ambulance Service", False),
        ("Rugby Clinical Commissioning Group", "Rugby CCG", False),
        ("", "Rugby CCG", False),
    ],
)
def test_a_longer_wording_is_of_the_same_organisation(short: str, long: str, same: bool) -> None:
    assert longer_wording(short, long) is same


def test_the_next_agenda_of_the_same_people_makes_nobody_twice() -> None:
    sheet = agenda(
        member("Cllr K Shah"), substitute("G Daly"), member("G Daly"), reports=("Guy Daly, NHTW", "Pete Foy")
    )
    once = register(sheet)
    assert register(sheet, once.people) == once


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(agendas())
def test_everybody_has_a_key_of_their_own_and_every_seat_somebody_in_it(agenda: Agenda) -> None:
    once = register(agenda)
    for found in (once, register(agenda, once.people)):
        keys = [person.key for person in found.people]
        assert len(set(keys)) == len(keys)
        assert {seat.person for seat in found.seats} | {seat.stands_for for seat in found.seats} <= {*keys, ""}
