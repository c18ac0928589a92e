"""People listed on a front sheet, in a row or on a line each."""

from __future__ import annotations

import pytest

from boardtui.agendas.names_listed import is_name, people_in, person_on_own_line


@pytest.mark.parametrize(
    ("words", "people", "strange"),
    [
        ("Cllr F Abney, S Barrow, Cllr K Tandy (Chair) and D Willard",
         ["Cllr F Abney", "S Barrow", "Cllr K Tandy | Chair", "D Willard"], ""),
        ("Councillor David Kershaw CBE, JP, Jo Pell", ["Councillor David Kershaw CBE, JP", "Jo Pell"], ""),
        ("Cllrs Abney, Barrow & Tandy", ["Cllr Abney", "Cllr Barrow", "Cllr Tandy"], ""),
        ("A Carne-Pollard (Deputy Chair); Siân O’Brien", ["A Carne-Pollard | Deputy Chair", "Siân O’Brien"], ""),
        ("Jo Pell (Labour), Walter de la Mare", ["Jo Pell |  | Labour", "Walter de la Mare"], ""),
        ("Jo Pell (Chair) (Marrick University)", ["Jo Pell | Chair | Marrick University"], ""),
        ("Jo Pell (Chair, Audit and Risk), Sam Birch", ["Jo Pell |  | Chair, Audit and Risk", "Sam Birch"], ""),
        ("Jo Pell, 1 vacancy", ["Jo Pell"], "1 vacancy"),
        ("all members of the council", [], "all members of the council"),
        ("", [], ""),
    ],
)  # fmt: skip
def test_people_in_a_row(words: str, people: list[str], strange: str) -> None:
    assert people_in(words) == (people, strange)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Sarah Baxter, Marrick University", "Sarah Baxter |  | Marrick University"),
        ("Dr Adrian Carne (Deputy Chair)", "Dr Adrian Carne | Deputy Chair"),
        ("Jo Pell – Clerk to the Council", "Jo Pell | Clerk to the Council"),
        ("Jo Pell, Chair", "Jo Pell | Chair"),
        ("David Kershaw, CBE", "David Kershaw, CBE"),
        ("The Guildhall", None),
        ("Marrick, 12 May", None),
        ("if you wish to speak", None),
    ],
)
def test_one_on_a_line(line: str, person: str | None) -> None:
    assert person_on_own_line(line) == person


@pytest.mark.parametrize(
    ("words", "so"),
    [("Jo Pell", True), ("J Pell", True), ("Cllr Pell", True), ("Pell", False), ("jo pell", False), ("Jo 2", False),
     ("Vacancy", False), ("Jo | Pell", False), ("Walter de la Mare", True)],
)  # fmt: skip
def test_what_can_be_a_name(words: str, so: bool) -> None:
    assert is_name(words) is so
