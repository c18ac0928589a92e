"""What is missing or odd in an agenda, in the clerk's words."""

from __future__ import annotations

import pytest

from boardtui.agendas.gaps import agenda_gaps
from boardtui.agendas.native import read_agenda

FULL = (
    "committee: X\ndate: Monday, 4 September 2017\ntime: 2.00 pm\nplace: Hall\nquorum: 3\n"
    "member: Cllr K Shah | Chair\nmember: Guy Daly"
)
ITEMS = "1. Declarations of Interest\n2. Budget (Pages 5 - 14)\n   Time: 2.30 pm"


def gaps(header: str = FULL, items: str = ITEMS) -> tuple[str, ...]:
    return agenda_gaps(read_agenda(f"---\n{header}\n---\n{items}\n"))


def test_a_whole_agenda_has_none() -> None:
    assert gaps() == ()


def test_a_bare_agenda_lacks_what_the_front_sheet_should_say() -> None:
    assert gaps("committee: X\ndate: ?", "1. Budget") == (
        "The agenda gives no time.",
        "The agenda gives no place.",
        "The agenda gives no quorum.",
        "The date is not known yet.",
        "There is no item for declarations of interest.",
        "The agenda names no members.",
    )


@pytest.mark.parametrize(
    ("old", "new", "gap"),
    [
        ("Monday, 4", "Tuesday, 4", "“Tuesday, 4 September 2017” is a Monday."),
        ("Monday, 4 September 2017", "4th September", "The date “4th September” is not understood."),
        ("2.00 pm", "after tea", "The time “after tea” is not understood."),
        ("2.00 pm", "?", "The time is not known yet."),
        ("Guy Daly", "Cllr K Shah", "Cllr K Shah is listed twice."),
        ("Guy Daly", "Guy Daly | Chairman", "Cllr K Shah and Guy Daly are each listed as the chair."),
        (
            "Guy Daly",
            "Guy Daly\nsubstitute: S Banks | for P Ross",
            "S Banks stands in for P Ross, who is not listed as a member.",
        ),
    ],
)
def test_what_is_odd_on_the_front_sheet(old: str, new: str, gap: str) -> None:
    assert gaps(FULL.replace(old, new)) == (gap,)


def test_a_substitute_is_matched_by_surname_and_initial() -> None:
    assert gaps(f"{FULL}\nsubstitute: S Banks | for G Daly") == ()


@pytest.mark.parametrize("day", ["Mon 4 September 2017", "Monday 4th September 2017", "4 September 2017", "2017-09-04"])
def test_a_right_weekday_is_no_gap(day: str) -> None:
    assert gaps(FULL.replace("Monday, 4 September 2017", day)) == ()


@pytest.mark.parametrize(
    "title",
    [
        "Declaration of interests",
        "Declarations",
        "Disclosures of interest",
        "To register interest in any item on the agenda",
    ],
)
def test_declarations_go_by_several_names(title: str) -> None:
    assert gaps(items=f"1. {title}") == ()


@pytest.mark.parametrize(
    ("items", "gap"),
    [
        ("2. Budget\n2. Audit", "Number 2 is used twice."),
        ("3. Budget\n2. Audit", "Number 2 comes after 3."),
        ("7b. Budget\n7a. Audit", "Number 7a comes after 7b."),
        ("44/19. Budget\n43/19. Audit", "Number 43/19 comes after 44/19."),
        ("FGB 2/2021. Budget\nFGB 1/2021. Audit", "Number FGB 1/2021 comes after FGB 2/2021."),
        ("2. Budget (Pages 14 - 5)", "Item 2: the pages 14 - 5 run backwards."),
        ("2. Budget\n   Time: 1.30 pm", "Item 2 is planned for 1.30 pm, before the meeting begins at 2.00 pm."),
        ("2. Budget\n   Time: later", "Item 2: the time “later” is not understood."),
        ("*. Budget (Pages 14 - 5)", "The item “Budget”: the pages 14 - 5 run backwards."),
        ("2.", "Item 2 has no title."),
        (
            "2. Budget\n   Report of: Anna Grey and Pete Foy",
            "Item 2 names two people in one line; give each a line, so that both can be named with @.",
        ),
    ],
)
def test_what_is_odd_in_the_items(items: str, gap: str) -> None:
    assert gaps(items=f"1. Declarations of Interest\n{items}") == (gap,)


@pytest.mark.parametrize(
    "items",
    [
        "7. Budget\n7a. Audit\n8. Roads",
        "99/19. Budget\n1/20. Audit",
        "*. Budget\n2. Audit\n*. Roads",
        "18.05.1. Budget\n18.05.2. Audit",
        "A1. Budget\nB1. Audit",
        "2. Budget\n   (a) One\n   (b) Two\n3. Audit\n   (a) One",
    ],
)
def test_numbers_of_other_kinds_are_not_compared(items: str) -> None:
    assert gaps(items=f"*. Declarations of Interest\n{items}") == ()


def test_a_second_part_may_begin_again_at_one_and_repeats_are_told() -> None:
    assert gaps(items="1. Declarations\n2. Budget\n# Annual meeting\n1. Chair") == ("Number 1 is used twice.",)
