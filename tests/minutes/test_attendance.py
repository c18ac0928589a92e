"""Names, and the lists of those who were there and those who weren't."""

from __future__ import annotations

import pytest

from boardtui.minutes.attendance import attendance
from boardtui.minutes.compose import compose
from boardtui.minutes.names import Names, text_name
from boardtui.model.prose import Mention, Prose
from support.meetings import called
from support.minutes import AGENDA, minuting

B, P, C = "partnership_board", "parish_council", "full_council"


def lists(house: str, *lines: str) -> dict[str, list[str]]:
    """The attendance after these lines: heading -> lines, with their labels."""
    taking = called(AGENDA.format(house=house))
    for line in lines:
        taking.line(line)
    found = attendance(taking.record, taking.house, Names(taking.record, taking.house))
    return {one.heading: [f"{x.label}: {x.text}" if x.label else x.text for x in one.lines] for one in found}


def test_members_in_the_order_and_the_form_of_each_house() -> None:
    others = ["Dr Dee Dogwood, Harbour Trust", "Eve Elm, Director of Trees"]
    assert lists(B, "/present all") == {
        "Present:": [
            "Board Members: Councillor Alder (Chair)",
            "Councillor Birch (Deputy Chair)",
            "Councillor Cedar",
            *others,
        ]
    }
    parish = ["Cllr Ann Alder (Chair)", "Cllr Ben Birch", "Cllr Cy Cedar", *others]
    assert lists(P, "/present all") == {"Present:": parish}
    council = ["Councillor Ann Alder (Chair)", "Councillor Ben Birch (Deputy Chair)", "Councillor Cy Cedar", *others]
    assert lists(C, "/present all") == {"Present:": council}


def test_councillors_come_first_on_a_board_and_offices_in_a_council() -> None:
    assert lists(B, "/present @elm @cedar")["Present:"] == [
        "Board Members: Councillor Cedar",
        "Eve Elm, Director of Trees",
    ]
    lines = ("/present @cedar @birch @alder", "/elect @cedar Chair")
    assert lists(C, *lines)["Present:"][0] == "Councillor Cy Cedar (Chair)"
    assert "Councillor Ann Alder" in lists(C, *lines)["Present:"]


def test_officers_by_directorate_in_the_order_typed() -> None:
    lines = ("/officer @fir", "/officer Zoe Ash | Head of Trees | Places; Amy Oak | Ducks | Governance; Sam Yew")
    assert lists(B, *lines)["Employees (by Directorate):"] == ["S Yew", "Governance: F Fir", "A Oak", "Places: Z Ash"]
    assert lists(P, *lines)["In attendance:"] == [
        "Mr Fred Fir, Clerk", "Zoe Ash, Head of Trees", "Amy Oak, Ducks", "Sam Yew",
    ]  # fmt: skip


def test_others_apologies_absence_and_the_public() -> None:
    lines = (
        "/other Councillor Joe Box, Hill Council", "/apologies @elm @cedar (unwell)", "/late @birch (train)", "/absent @alder",
        "/public 0",
    )  # fmt: skip
    assert lists(P, *lines) == {
        "Also present:": ["Cllr Joe Box, Hill Council"],
        "Apologies for absence:": ["Cllr Cy Cedar (unwell)", "Eve Elm, Director of Trees"],
        "Apologies for lateness:": ["Cllr Ben Birch (train)"],
        "Absent:": ["Cllr Ann Alder"],
        "Members of the public: 0": [],
    }
    assert lists(C, *lines)["Apologies for absence:"] == ["Councillor Cy Cedar", "Eve Elm, Director of Trees"]


def test_somebody_late_who_arrives_is_present() -> None:
    found = lists(C, "/late @birch", "/apologies @cedar", "/arrive @birch", "/arrive @cedar")
    assert list(found) == ["Present:"]


def test_what_may_follow_a_name() -> None:
    lines = (
        "/present @alder",
        "/sub Jo Hazel, Ducks Limited for @dogwood",
        "/remote @hazel",
        "/coopt Amy Oak",
        "/start",
    )
    found = lists(B, *lines, "/resign @alder", "/remote @alder")["Present:"]
    assert found == [
        "Board Members: Councillor Alder (resigned during the meeting) (remote)",
        "Jo Hazel, Ducks Limited (substitute for Dr Dogwood) (remote)",
        "Amy Oak (co-opted during the meeting)",
    ]


@pytest.mark.parametrize(
    ("who", "line"),
    [
        ("birch", "Councillor Birch (Deputy Chair, in the Chair)"),
        ("cedar", "Councillor Cedar (in the Chair)"),
        ("alder", "Board Members: Councillor Alder (Chair)"),
    ],
)
def test_who_was_in_the_chair_from_the_start(who: str, line: str) -> None:
    for order in (("/start", f"/chair @{who}"), (f"/chair @{who}", "/start")):
        assert line in lists(B, "/present all", *order)["Present:"]


@pytest.mark.parametrize(
    ("away", "line"),
    [
        ("/apologies @alder", "Board Members: Councillor Birch (Deputy Chair, in the Chair)"),
        ("/late @alder", "Board Members: Councillor Birch (Deputy Chair, in the Chair)"),
        ("/absent @cedar", "Board Members: Councillor Alder (Chair)"),
    ],
)
def test_the_deputy_presided_where_the_chair_was_not_there_from_the_start(away: str, line: str) -> None:
    assert line in lists(B, away, "/present all", "/start")["Present:"]


def test_nobody_presided_by_office_where_somebody_was_put_in_the_chair() -> None:
    found = lists(B, "/apologies @alder", "/present all", "/chair @cedar", "/start")["Present:"]
    assert found[:2] == ["Board Members: Councillor Birch (Deputy Chair)", "Councillor Cedar (in the Chair)"]


def test_who_took_the_chair_later_is_not_marked() -> None:
    taking = minuting(B, "/chair @cedar")
    (one,) = [
        x
        for x in attendance(taking.record, taking.house, Names(taking.record, taking.house))
        if x.heading == "Present:"
    ]
    assert not any("in the Chair" in line.text for line in one.lines)


def test_a_guest_is_in_no_list() -> None:
    taking = minuting(B, "/guest Jo Hazel, Ducks Limited")
    assert "Hazel" not in str(compose(taking.record, taking.house).attendance)


def test_names_in_a_sentence() -> None:
    taking = called(AGENDA.format(house=P))
    for line in (
        "/other Sir Walter Oak; Revd Ivy Ash; Councillor Mrs Joan Birch; The Mayor; Mr A Ash; Mr B Ash",
        "/present all",
    ):
        taking.line(line)
    record, house = taking.record, taking.house
    printed = {person.name: text_name(record, house, person.key) for person in record.people.values()}
    assert printed["Sir Walter Oak"] == "Sir Walter Oak"
    assert printed["Revd Ivy Ash"] == "Revd Ash"
    assert printed["Mr A Ash"] == "Mr A Ash"
    assert printed["Councillor Mrs Joan Birch"] == "Cllr Mrs Joan Birch"
    assert printed["Councillor Ben Birch"] == "Cllr Ben Birch"
    assert printed["Eve Elm"] == "Eve Elm"
    names = Names(record, house)
    assert names.several(["birch", "cedar"]) == "Cllrs Ben Birch and Cedar"
    assert names.several(["cedar", "elm", "cedar"]) == "Cllr Cedar and Eve Elm"
    assert names.several([]) == ""


def test_somebody_nobody_knows_is_called_by_their_key() -> None:
    taking = called(AGENDA.format(house=B))
    names = Names(taking.record, taking.house)
    assert names.said(Prose.of("It was ", Mention(person="nobody"), "!")) == "It was nobody!"


def test_a_corrected_name_is_right_everywhere() -> None:
    taking = minuting(B, "@elm spoke.", "/rename @elm Eva Elms")
    printed = compose(taking.record, taking.house)
    assert "Eva Elms spoke." in printed.model_dump_json()
    assert "Eve Elm spoke" not in printed.model_dump_json()
