"""A membership given beside an agenda takes the place of its own people, and nothing else of it changes."""

from __future__ import annotations

from boardtui.agendas.membership import with_members, with_membership
from boardtui.agendas.native import read_agenda
from boardtui.agendas.parts import Part
from boardtui.model.agenda import Listed
from boardtui.model.people import SeatKind
from support.readings import mailed, reading

GIVEN = (
    Listed(kind=SeatKind.MEMBER, name="Councillor Ada Brook", group="Village"),
    Listed(kind=SeatKind.MEMBER, name="Cllr Joe [/] Pell", group="Green"),
    Listed(kind=SeatKind.VACANCY, name="One seat"),
)
AGENDA = """---
committee: Nether Poole Parish Council
date: 1 June 2027
member: Cllr Ada Brook | Chairman
member: Cllr Tom Dale
officer: Ruth Venn | Clerk
---
1. Budget
"""


def test_members_take_the_place_of_members_and_keep_their_office() -> None:
    people = with_members(read_agenda(AGENDA), GIVEN).people
    told = [(str(one.kind), one.name, one.role or one.post, one.group) for one in people]
    assert told == [
        ("member", "Councillor Ada Brook", "Chairman", "Village"),
        ("member", "Cllr Joe [/] Pell", "", "Green"),
        ("vacancy", "One seat", "", ""),
        ("officer", "Ruth Venn", "Clerk", ""),
    ]


def test_without_any_the_agendas_own_stand() -> None:
    assert with_members(read_agenda(AGENDA), ()) == read_agenda(AGENDA)
    assert with_membership(mailed(), ()) == mailed()


def test_in_a_reading_its_own_lines_are_asides_and_none_is_lost() -> None:
    before = mailed()
    after = with_membership(before, GIVEN)
    assert [(one.name, one.role, one.group) for one in after.agenda.people] == [
        ("Councillor Ada Brook", "Chairman", "Village"),
        ("Cllr Joe [/] Pell", "", "Green"),
    ]
    assert {number for one in after.placed for number in one.lines} == {line.number for line in before.source.lines}
    assert [one.part for one in after.placed if 5 in one.lines] == [Part.ASIDE]
    assert after.agenda.body == before.agenda.body


def test_where_the_agenda_names_nobody_they_stand_before_its_items() -> None:
    after = with_membership(reading((Part.DATE, "1 June 2027"), (Part.ITEM, "Budget", "1")), GIVEN[:1])
    assert [one.part for one in after.placed] == [Part.DATE, Part.MEMBER, Part.ITEM]
