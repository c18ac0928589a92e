"""The agenda of the next meeting, from the last one: people, standing items, what was put off, and nothing else."""

from __future__ import annotations

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.model.agenda import Agenda, Section
from boardtui.model.record import Record
from boardtui.model.times import CalendarDay
from boardtui.rules.next_agenda import next_agenda
from support.meetings import called

HEADER = """---
council: Nether Poole
committee: Nether [/] Poole Parish Council
house: parish_council
date: {day}
time: 7.30 pm
place: the Village Hall
quorum: 3
kind: annual
contact: Ruth Venn | 0100
issued: Ruth Venn, Clerk | 1 May 2027
member: Cllr Ada Brook | Chairman
member: Cllr Tom Dale | | | Green
substitute: Cllr Una Hart | | for Tom Dale
officer: Ruth Venn | Clerk
vacancy: One seat
---
"""
MAY = f"""{HEADER.format(day="4 May 2027")}
1. Apologies for Absence
2. Minutes of the Meeting held on 6 April 2027
3. Footpaths Working Group
9. Date of Next Meeting
"""
JUNE = f"""{HEADER.format(day="1 June 2027")}
# Public Business
1. Apologies for Absence (Page 1)
2. Minutes of the meeting held on 4 May 2027
   (a) To agree them
   Draft: The minutes were agreed.
3. Library Van
   Report of: Ruth Venn
   Recommendation: note the report
## Groups
4. Footpaths Working Group
   Note: The group met twice.
5. Village Green [phase 2] (Pages 3 - 8)
   Motion: the green be mown
   Moved by: Cllr Tom Dale
   Draft: Nobody knew.
6. Grants
   (a) Scouts
   (b) Band
# Private Business
Nil
# Close
7. Date of Next Meeting
"""


def met(*said: str, agenda: str = JUNE) -> Record:
    taking = called(agenda)
    for line in said:
        taking.line(line)
    return taking.record


def lines(agenda: Agenda) -> list[str]:
    """Its headings and items, with their numbers, and what stands below them."""
    found: list[str] = []
    for part in agenda.body:
        if isinstance(part, Section):
            found.append(f"{'#' * part.level} {part.title}")
            continue
        found.append(f"{part.number} {part.title}")
        found += [f"  {below.number} {below.title}" for below in part.subitems]
    return found


PUT_OFF = ("/start 19:30", "# 5", "/defer to July; the mower is broken", "# 6b", "/defer", "/close 20:00")


def test_what_stood_on_both_agendas_stands_again_and_what_was_put_off_is_taken_up() -> None:
    found = next_agenda(met(*PUT_OFF), read_agenda(MAY), "14/27")
    assert lines(found) == [
        "# Public Business",
        "1 Apologies for Absence",
        "2 Minutes of the meeting held on 1 June 2027",
        "  (a) To agree them",
        "## Groups",
        "3 Footpaths Working Group",
        "4 Village Green [phase 2]",
        "5 Grants",
        "  (b) Band",
        "# Private Business",
        "# Close",
        "6 Date of Next Meeting",
    ]
    green = found.items[3]
    assert (green.motion, green.moved_by, green.pages, green.draft) == ("the green be mown", "Cllr Tom Dale", "", ())
    assert green.notes == ("Put off to July by the last meeting: the mower is broken.",)
    assert (found.items[2].notes, found.items[1].draft) == ((), ())
    assert next(part for part in found.body if isinstance(part, Section) and part.title == "Private Business").nil


def test_of_a_first_meeting_what_stands_on_every_agenda_stands_again() -> None:
    assert lines(next_agenda(met(), None, "")) == [
        "# Public Business",
        "1 Apologies for Absence",
        "2 Minutes of the meeting held on 1 June 2027",
        "  (a) To agree them",
        "# Private Business",
        "# Close",
        "3 Date of Next Meeting",
    ]


def test_the_front_sheet_is_the_bodys_and_not_the_meetings() -> None:
    found, last = next_agenda(met(), None, "14/27"), read_agenda(JUNE)
    same = ("council", "committee", "house", "time", "place", "quorum", "contact")
    assert [getattr(found, name) for name in same] == [getattr(last, name) for name in same]
    assert (found.next_number, found.date.typed, found.kind, found.issued) == ("14/27", "?", "", "")


def test_people_are_as_the_meeting_knew_them_at_its_end() -> None:
    found = next_agenda(met("/start 19:30", "/rename @dale Cllr Thomas Dale"), None, "").people
    told = [(str(one.kind), one.name, one.role or one.post, one.group, one.stands_for) for one in found]
    assert told == [
        ("member", "Cllr Ada Brook", "Chairman", "", ""),
        ("member", "Cllr Thomas Dale", "", "Green", ""),
        ("substitute", "Cllr Una Hart", "", "", "Cllr Thomas Dale"),
        ("officer", "Ruth Venn", "Clerk", "", ""),
        ("vacancy", "One seat", "", "", ""),
    ]


def test_its_day_is_the_one_the_last_meeting_gave() -> None:
    found = next_agenda(met("/start 19:30", "/nextmeeting 6 July 2027 at 7 pm, Village Hall"), None, "")
    assert found.date == CalendarDay.read("6 July 2027")


def test_items_without_numbers_stay_without() -> None:
    plain = HEADER.format(day="1 June 2027") + "*. Apologies\n*. Library\n"
    assert lines(next_agenda(met(agenda=plain), None, "")) == ["None Apologies"]


def test_an_item_added_in_the_meeting_and_put_off_is_taken_up() -> None:
    record = met("/start 19:30", "/urgent Flooding; it cannot wait", "/defer", "/close 20:00")
    assert lines(next_agenda(record, None, ""))[-1] == "4 Flooding"


def test_without_an_agenda_there_is_none() -> None:
    with pytest.raises(ValueError, match="no agenda"):
        next_agenda(Record(), None, "")
