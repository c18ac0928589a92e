"""Members come from what somebody has: a table, modern.gov's XML, Popolo; what can't be listed is said with its line."""

from __future__ import annotations

import json

import pytest

from boardtui.agendas.members import read_members
from boardtui.agendas.problems import AgendaError
from boardtui.errors import InputError
from boardtui.model.agenda import Listed
from boardtui.model.people import SeatKind


def read(text: str, encoding: str = "utf-8") -> tuple[Listed, ...]:
    return read_members(text.encode(encoding), "members.csv")


def names(text: str) -> list[str]:
    return [one.name for one in read(text)]


def test_a_table_gives_everything_that_an_agenda_says_of_a_member() -> None:
    table = (
        "Name,Role,Organisation,Party,Substitute for,Kind\n"
        "Cllr K Tandy,chair,,Labour,,Member\n"
        "Dr Ann Carne-Pollard,Deputy Chair,Dale NHS Trust,,,\n"
        "B Foy,Director of Public Health,,,,member\n"
        "S Baxter,,University of Dale,,G Daly,\n"
        "L Knoll,Governance Services Officer,Place,,,Officer\n"
        "Vacancy,,NHS Area Team,,,\n"
    )
    chair, deputy, post, substitute, officer, vacancy = read(table)
    assert (chair.kind, chair.name, chair.role, chair.group) == (SeatKind.MEMBER, "Cllr K Tandy", "chair", "Labour")
    assert (deputy.role, deputy.organisation) == ("Deputy Chair", "Dale NHS Trust")
    assert (post.role, post.post) == ("", "Director of Public Health")
    assert (substitute.kind, substitute.stands_for, substitute.organisation) == (
        SeatKind.SUBSTITUTE,
        "G Daly",
        "University of Dale",
    )
    assert (officer.kind, officer.post, officer.organisation) == (
        SeatKind.OFFICER,
        "Governance Services Officer",
        "Place",
    )
    assert (vacancy.kind, vacancy.name) == (SeatKind.VACANCY, "NHS Area Team")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_are_read_as_any_program_writes_them(delimiter: str, encoding: str) -> None:
    table = "\r\n".join(delimiter.join(row) for row in (["Councillor", "Position"], ["Siân Lowë – Dale", "Chair"]))
    (only,) = read(table, encoding)
    assert (only.name, only.role) == ("Siân Lowë – Dale", "Chair")


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Full Name;Office;Representing;Political group", "Ann Grey;Mayor;Dale;Green"),
        ("MEMBER,COMMITTEE ROLE,BODY,PARTY", "Ann Grey,Mayor,Dale,Green"),
        (
            "Email,Political Party,Name of Member,Ward,Position,On behalf of",
            "a@x.example,Green,Ann Grey,Moor,Mayor,Dale",
        ),
        ("First name,Surname,Role,Agency,Group", "Ann,Grey,Mayor,Dale,Green"),
        ("Title,Forename,Last name,Role,Agency,Group", ",Ann,Grey,Mayor,Dale,Green"),
    ],
)
def test_columns_go_by_several_names_and_stand_in_any_order(head: str, row: str) -> None:
    (only,) = read(f"{head}\n{row}\n")
    assert (only.name, only.role, only.organisation, only.group) == ("Ann Grey", "Mayor", "Dale", "Green")


def test_a_title_in_a_column_of_its_own_is_part_of_the_name() -> None:
    assert names("Title,Name\nDr,Ann Grey\nCllr,Cllr B Foy\nClerk,C Hay\n") == ["Dr Ann Grey", "Cllr B Foy", "C Hay"]


@pytest.mark.parametrize(
    "table",
    [
        'Name,Role\n"Councillor David Kershaw CBE, JP",Chair\n',
        "Name,Role\nCouncillor David Kershaw CBE, JP,Chair\n",
        "Role,Name\nChair,Councillor David Kershaw CBE, JP\n",
        "Name;Role\nCouncillor David Kershaw CBE, JP;Chair\n",
    ],
)
def test_honours_behind_a_comma_are_part_of_the_name(table: str) -> None:
    (only,) = read(table)
    assert (only.name, only.role) == ("Councillor David Kershaw CBE, JP", "Chair")


def test_a_list_of_names_alone_has_a_name_a_line_commas_and_all() -> None:
    assert names("Name\nCouncillor David Kershaw CBE, JP\nGrey, Ann\n") == [
        "Councillor David Kershaw CBE, JP",
        "Grey, Ann",
    ]


def test_what_spreadsheets_put_above_and_between_is_passed_over() -> None:
    table = "sep=;\n\nMembers of the Board;;\nName;Role;\n;;\n Ann Grey ;Chair;\n;;\n"
    assert names(table) == ["Ann Grey"]


def test_what_somebody_is_called_by_friends_gets_typographic_marks() -> None:
    assert names('Name,Role\n"Cllr William ""Bill"" Foy",\n') == ["Cllr William “Bill” Foy"]


def test_a_line_that_cannot_be_listed_is_named_and_all_of_them_are_found() -> None:
    with pytest.raises(AgendaError) as refused:
        read("Name,Role\nAnn Grey,Chair\n@foy,\n,Treasurer\nC Hay,\n")
    assert [problem.line for problem in refused.value.problems] == [3, 4]
    assert (
        refused.value.message == "members.csv line 3: @foy: a name can't hold ; | \" or begin with @ (and 1 more line)"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ann Grey,Chair\nB Foy,\n", "members.csv line 2: no column here is called `name`"),
        ("Name,Role\nGrey, Ann, Chair\n", "members.csv line 2: there are more cells than columns: Grey, Ann, Chair"),
        ("Name,Role\n", "members.csv: nobody is listed in it"),
        ('Name,Role\n"Ann Grey,Chair\n' + "x" * 200_000, "members.csv line 2: from here on the table can't be read"),
        ("", "members.csv: the file is empty"),
        ("Name\n" + "A Grey\n" * 1_001, "members.csv: there are more than 1,000 people in it"),
        ("[", "members.csv line 1: this is no JSON"),
        ("{}", "members.csv: nobody is listed in it"),
        ("[" * 100_000, "members.csv: this is no JSON of members"),
        ("<html><body><li>Cllr Grey</li></body></html>", "members.csv: this is a web page, not a list of members"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "members.csv: it declares a document type or entities of its own"),
        ("<councillors/>", "members.csv: nobody is listed in it"),
    ],
)
def test_what_is_no_list_of_members_is_refused_in_a_sentence(text: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        read(text)
    assert refused.value.message.startswith(message)
    assert refused.value.hint


def test_the_councillors_of_modern_gov_are_read_ward_by_ward() -> None:
    xml = """<?xml version="1.0"?><councillorsbyward><wards><ward><wardtitle>Dale</wardtitle><councillors>
      <councillor><councillorid>1</councillorid><fullusername>Councillor Ann Grey CBE, JP</fullusername>
        <politicalpartytitle>Labour &amp; Co-operative</politicalpartytitle></councillor></councillors></ward>
      <ward><wardtitle>Moor</wardtitle><councillors><councillor><fullusername>Councillor B Foy</fullusername>
      <politicalpartytitle/></councillor></councillors></ward></wards></councillorsbyward>"""
    assert [(one.kind, one.name, one.group) for one in read(xml)] == [
        (SeatKind.MEMBER, "Councillor Ann Grey CBE, JP", "Labour & Co-operative"),
        (SeatKind.MEMBER, "Councillor B Foy", ""),
    ]


def test_the_members_of_a_committee_are_read_by_what_they_are() -> None:
    xml = """<committees><committee><committeetitle>Dale Panel</committeetitle><members>
      <member><name>Cllr A Grey</name><role>Chairman</role></member><member><name>B Foy</name><role>Reserve</role></member>
      <member><name>C Hay</name><role>Headteacher</role><representing>Dale School</representing></member>
      </members></committee></committees>"""
    chair, substitute, post = read(xml)
    assert (chair.role, substitute.kind) == ("Chairman", SeatKind.SUBSTITUTE)
    assert (post.role, post.post, post.organisation) == ("", "Headteacher", "Dale School")


def test_the_line_of_somebody_in_xml_is_told() -> None:
    with pytest.raises(AgendaError, match=r"members.csv line 3: a\|b: "):
        read("<attendees>\n<attendee name='A Grey'/>\n<attendee name='a|b'/></attendees>")


POPOLO = {
    "persons": [
        {"id": "grey", "name": "Ann Grey", "honorific_prefix": "Cllr"},
        {"id": "foy", "name": "Cllr Bea Foy", "honorific_prefix": "Cllr"},
        {"id": "hay", "name": "C Hay"},
    ],
    "organizations": [
        {"id": "panel", "name": "Dale Panel", "classification": "committee"},
        {"id": "green", "name": "Green Party", "classification": "party"},
        {"id": "trust", "name": "Dale NHS Trust"},
    ],
    "memberships": [
        {"person_id": "grey", "organization_id": "panel", "role": "Chair"},
        {"person_id": "foy", "organization_id": "panel", "role": "member", "on_behalf_of_id": "trust"},
        {"person_id": "hay", "organization_id": "panel", "role": "member", "end_date": "2027-05-01"},
        {"person_id": "grey", "organization_id": "green"},
    ],
}


def test_popolo_gives_those_who_are_members_still_with_role_party_and_whom_they_speak_for() -> None:
    assert [(one.name, one.role, one.group, one.organisation) for one in read(json.dumps(POPOLO))] == [
        ("Cllr Ann Grey", "Chair", "Green Party", ""),
        ("Cllr Bea Foy", "", "", "Dale NHS Trust"),
    ]


def test_popolo_may_be_a_list_of_people_or_have_the_memberships_in_the_body_or_the_people() -> None:
    assert [one.name for one in read(json.dumps(POPOLO["persons"]))] == ["Cllr Ann Grey", "Cllr Bea Foy", "C Hay"]
    within = {
        "persons": [{"id": "grey", "name": "Ann Grey", "memberships": [{"organization_id": "panel", "role": "Chair"}]}],
        "organizations": [
            {"id": "panel", "name": "Dale Panel", "memberships": [{"person": {"id": "foy", "name": "B Foy"}}]}
        ],
    }
    assert [(one.name, one.role) for one in read(json.dumps(within))] == [("Ann Grey", "Chair"), ("B Foy", "")]


def test_popolo_of_several_bodies_and_of_somebody_without_a_name_is_refused() -> None:
    two = {**POPOLO, "memberships": [*POPOLO["memberships"], {"person_id": "hay", "organization_id": "trust"}]}
    with pytest.raises(InputError, match=r"members.csv: it lists the members of 2 bodies"):
        read(json.dumps(two))
    with pytest.raises(AgendaError, match=r"members.csv line 3: a\|b: "):
        read('[\n{"id": 1, "name": "A Grey"},\n{"id": 2, "name": "a|b"}]')
