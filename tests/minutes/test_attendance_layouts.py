"""The attendance in columns and in tables: who stands in them, what their cells say, and what a house can't ask for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.decision_note import note
from boardtui.minutes.formats import Source
from boardtui.minutes.house import House, HouseError, load_house, read_house
from boardtui.minutes.tree import AttendanceList
from boardtui.rules.confidentiality import public_record
from support.meetings import Taking, called
from support.minutes import AGENDA

DOCS = Path(__file__).parents[2] / "docs" / "house-styles.md"
BEGINNING = 'like = "school_governors"\ntitle = "x"\n'
MEMBERSHIP = """
[[attendance.lists]]
who = "membership"
heading = "Attendance ({number}):"
form = "table"
heads = ["Name", "Representing", "There"]
"""
APOLOGIES = '[[attendance.lists]]\nwho = "apologies"\nheading = "Apologies:"\n'
TYPED = (
    "/present @alder @birch @elm", "/apologies @cedar (unwell); @fir (on leave)", "/absent @dogwood",
    "/remote @birch", "/start 14:00", "/leave @elm 14:30",
)  # fmt: skip


def house_with(text: str) -> House:
    return read_house(BEGINNING + text, "x.toml")


def attended(*lines: str) -> Taking:
    taking = called(AGENDA.format(house="school_governors"))
    for line in lines:
        taking.line(line)
    return taking


def lists(house: House, *lines: str) -> tuple[AttendanceList, ...]:
    return compose(attended(*lines).record, house).attendance


def test_the_membership_is_a_table_of_who_came_and_who_did_not() -> None:
    (one,) = lists(house_with(MEMBERSHIP), *TYPED)
    assert one.heading == "Attendance (5):" and one.lines == () and one.table is not None
    assert one.table.headed
    assert one.table.rows == (
        ("Name", "Representing", "There"),
        ("Cllr Ann Alder", "Chair", "Present"),
        ("Cllr Ben Birch", "", "Present (by video link)"),
        ("Cllr Cy Cedar", "", "Apologies (unwell)"),
        ("Dr Dee Dogwood", "Harbour Trust", "Absent"),
        ("Eve Elm", "Director of Trees", "Present (until 2.30pm)"),
    )


def test_who_stands_in_it_stands_in_no_other_list() -> None:
    both = lists(house_with(MEMBERSHIP + APOLOGIES), *TYPED)
    assert [line.text for one in both for line in one.lines] == ["Mr Fred Fir, Clerk (on leave)"]
    (alone,) = lists(house_with(APOLOGIES), *TYPED)
    assert [line.text for line in alone.lines] == ["Cllr Cy Cedar (unwell)", "Mr Fred Fir, Clerk (on leave)"]


def test_a_substitute_stands_beside_the_member_they_stand_for() -> None:
    taking = called(
        AGENDA.format(house="parish_council").replace("officer:", "substitute: Jo Jay | | Harbour Trust\nofficer:")
    )
    for line in ("/present @alder", "/apologies @dogwood", "/sub @jay for @dogwood"):
        taking.line(line)
    (one,) = compose(taking.record, house_with(MEMBERSHIP)).attendance
    assert one.table is not None
    assert ("Dr Dee Dogwood", "Harbour Trust", "Apologies") in one.table.rows
    assert ("Jo Jay (in place of Dr Dogwood)", "Harbour Trust", "Present") in one.table.rows


def test_the_house_chooses_the_cells_and_any_list_may_be_a_table() -> None:
    text = '[[attendance.lists]]\nwho = "members"\nheading = "Present:"\nform = "table"\npost = false\n'
    (one,) = lists(house_with(f'{text}cells = ["role", "name"]\n'), *TYPED)
    assert one.table is not None and not one.table.headed
    assert one.table.rows == (("Chair", "Cllr Ann Alder"), ("", "Cllr Ben Birch"), ("", "Eve Elm"))


def test_names_in_columns_are_the_same_names() -> None:
    text = '[[attendance.lists]]\nwho = "members"\nheading = "Present:"\n%s'
    (plain,), (three,) = (lists(house_with(text % more), *TYPED) for more in ("", 'form = "columns"\nacross = 3\n'))
    assert (plain.across, three.across) == (1, 3)
    assert plain.lines == three.lines
    across = {one.who: one.form for one in load_house("full_council").attendance.lists}
    assert across["members"] == "columns" and across["officers"] == "lines"


def test_a_further_day_has_its_table_too() -> None:
    lines = (*TYPED, "# 3", "/adjourn 14:40 to 11 September 2026 14:00", "/resume 14:00", "/present @cedar")
    headings = [(one.heading, one.table is not None) for one in lists(house_with(MEMBERSHIP), *lines)]
    assert headings[0] == ("Attendance (5):", True) and headings[1][1] is False
    assert headings[2][0].startswith("Attendance (") and headings[2][1]


def test_the_note_of_decisions_has_the_table_in_the_place_of_its_lists() -> None:
    taking = attended(*TYPED)
    (one,) = note(Source(public_record(taking.record), house_with(MEMBERSHIP))).attendance
    assert one.table is not None and len(one.table.rows) == 6


@pytest.mark.parametrize(
    ("says", "line", "said"),
    [
        ('who = "membership"\nheading = "A"', 3, 'attendance.lists.0 of the membership must have form = "table"'),
        ('who = "membership"\nheading = "A"\nform = "table"\ncells = ["name"]', 3, 'and a cell "status": who came'),
        ('who = "members"\nheading = "A"\nform = "columns"\nlabel = "B"', 3, "has label, by_organisation or run_on"),
        ('who = "members"\nheading = "A"\nform = "table"\nheads = ["B"]', 3, "should have as many heads as cells"),
        ('who = "members"\nheading = "A"\nform = "grid"', 6, "attendance.lists.0.form should be 'lines', 'columns' or 'table'"),
        ('who = "members"\nheading = "A"\nacross = 9', 6, "attendance.lists.0.across should be less than or equal to 4"),
        ('who = "members"\nheading = "A"\ncells = ["nmae"]', 6, "should be 'name', 'role' or 'status'"),
        ('who = "members"\nheading = "A"\naccross = 2', 6, "attendance.lists.0.accross is not a key"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_line(says: str, line: int, said: str) -> None:
    with pytest.raises(HouseError) as refused:
        house_with(f"[[attendance.lists]]\n{says}\n")
    assert refused.value.message.startswith(f"x.toml line {line}: ")
    assert said in refused.value.message


def test_a_word_of_the_status_that_is_none_is_refused() -> None:
    with pytest.raises(HouseError, match=r"x\.toml line 4: attendance\.status\.presnt is not a key") as refused:
        house_with('[attendance.status]\npresnt = "Here"\n')
    assert refused.value.hint == "Did you mean present?"


def test_the_example_in_the_documentation_is_one() -> None:
    example = re.search(r"```toml\n(\[\[attendance.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert example
    house = house_with(example[1])
    assert [(one.who, one.form) for one in house.attendance.lists] == [("membership", "table"), ("officers", "columns")]
