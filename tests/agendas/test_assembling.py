"""What is placed is put together to an agenda."""

from __future__ import annotations

from boardtui.agendas.assembling import assemble
from boardtui.agendas.native import read_agenda
from boardtui.agendas.parts import Part, Placed


def placed(part: Part, text: str, number: str | None = None, level: int = 1) -> Placed:
    return Placed(part, text, (1,), number, level)


def test_all_of_it_is_what_the_agenda_file_says() -> None:
    agenda = assemble(
        [
            placed(Part.COUNCIL, "Marrick Borough Council"),
            placed(Part.COMMITTEE, "Marrick Health Board"),
            placed(Part.TIME, "2.00 pm"),
            placed(Part.DATE, "Monday, 4 September 2028"),
            placed(Part.MEMBER, "Cllr Jo Abbot | Chair | | Labour"),
            placed(Part.SUBSTITUTE, "Sam Birch | | Healthwatch | for Jo Abbot"),
            placed(Part.OFFICER, "Una Hart | Governance Officer"),
            placed(Part.SECTION, "Public Business"),
            placed(Part.ITEM, "Minutes (Pages 5 - 14)", "3"),
            placed(Part.SUBITEM, "To agree the minutes", "(a)"),
            placed(Part.NOTE, "They were sent round."),
            placed(Part.SUBITEM, "Matters arising", "(b)"),
            placed(Part.ITEM, "Out of Hospital", "7"),
            placed(Part.PAGES, "23 - 42"),
            placed(Part.REPORT_OF, "Andrea Green, NHS Marrick"),
            placed(Part.RECOMMENDATION, "note the report and"),
            placed(Part.CLAUSE, "agree to it"),
            placed(Part.PLANNED, "2.15 pm"),
            placed(Part.MINUTES, "10 mins"),
            placed(Part.LEAD, "Andrea Green"),
            placed(Part.ITEM, "Lease (exempt 3)", "*"),
            placed(Part.SECTION, "Private Business"),
            placed(Part.SECTION, "Urgent", level=2),
            placed(Part.NIL, "Nil"),
            placed(Part.ASIDE, "AGENDA"),
            placed(Part.LEFT, "A hearing loop is available"),
        ]
    )
    assert agenda == read_agenda(
        """---
council: Marrick Borough Council
committee: Marrick Health Board
time: 2.00 pm
date: Monday, 4 September 2028
member: Cllr Jo Abbot | Chair | | Labour
substitute: Sam Birch | | Healthwatch | for Jo Abbot
officer: Una Hart | Governance Officer
---
# Public Business
3. Minutes (Pages 5 - 14)
   (a) To agree the minutes
      Note: They were sent round.
   (b) Matters arising
7. Out of Hospital (Pages 23 - 42)
   Report of: Andrea Green, NHS Marrick
   Recommendation: note the report and
   == agree to it
   Time: 2.15 pm
   Minutes: 10
   Lead: Andrea Green
*. Lease (exempt 3)
# Private Business
## Urgent
Nil
"""
    )


def test_a_committee_and_a_day_that_nothing_says_are_question_marks() -> None:
    agenda = assemble([placed(Part.ITEM, "Apologies", "1")])
    assert (agenda.committee, agenda.date.typed) == ("?", "?")


def test_what_is_said_twice_is_not_lost() -> None:
    agenda = assemble([placed(Part.ITEM, "Roads", "1"), placed(Part.LEAD, "A Green"), placed(Part.LEAD, "B Grey")])
    assert (agenda.items[0].lead, agenda.items[0].notes) == ("A Green", ("B Grey",))


def test_a_sub_item_of_a_sub_item_that_was_left_out_goes_up() -> None:
    agenda = assemble([placed(Part.ITEM, "Roads", "1"), placed(Part.SUBITEM, "Lanes", "i", level=2)])
    assert [one.title for one in agenda.items[0].subitems] == ["Lanes"]
