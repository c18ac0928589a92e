"""Who is named in the words of a report's line."""

from __future__ import annotations

import pytest
from hypothesis import given

from boardtui.model.credits import names_several, read_credit
from support.agendas import words


@pytest.mark.parametrize(
    ("said", "name", "post", "organisation"),
    [
        ("Anna Grey", "Anna Grey", "", ""),
        ("Cllr K Shah", "Cllr K Shah", "", ""),
        ("Councillor Shah", "Councillor Shah", "", ""),
        ("S de Souza", "S de Souza", "", ""),
        ("Mary Ward", "Mary Ward", "", ""),
        ("Ben Bright, West Midlands Fire Service", "Ben Bright", "", "West Midlands Fire Service"),
        ("Liz Gould | Acting Director of Public Health", "Liz Gould", "Acting Director of Public Health", ""),
        ("Liz Gould, Acting Director of Public Health", "Liz Gould", "Acting Director of Public Health", ""),
        ("Liz Gould (Acting Director of Public Health)", "Liz Gould", "Acting Director of Public Health", ""),
        ("Pete Foy – Director of Adult Services", "Pete Foy", "Director of Adult Services", ""),
        ("Bea Hall, Programme Director, NHTW", "Bea Hall", "Programme Director", "NHTW"),
        ("Mo Field, Executive Director, Place", "Mo Field", "Executive Director", "Place"),
        (
            "Al Poe, Director of Finance, Governance and Assurance",
            "Al Poe",
            "Director of Finance, Governance and Assurance",
            "",
        ),
        ("Al Poe, Director of Nursing, Northbrook Trust", "Al Poe", "Director of Nursing", "Northbrook Trust"),
        ("Andy Hardy (NHTW)", "Andy Hardy", "", "NHTW"),
        ("Andy Hardy (J)", "Andy Hardy (J)", "", ""),
        ("Anna Grey, Rugby Commissioning Group (CCG)", "Anna Grey", "", "Rugby Commissioning Group (CCG)"),
        ("Chief Superintendent Sue Ray, City Police", "Chief Superintendent Sue Ray", "", "City Police"),
        ("A.N. Other | | NHS", "A.N. Other", "", "NHS"),
        ("Director of Public Health, Dr Jane Smith", "Dr Jane Smith", "Director of Public Health", ""),
        ("Deputy Chief Executive (People)", "", "Deputy Chief Executive (People)", ""),
        ("the Deputy Chief Executive", "", "Deputy Chief Executive", ""),
        ("Deputy Chief Executive (People) | City Council", "", "Deputy Chief Executive (People)", "City Council"),
        ("| Head of Roads | City Council", "", "Head of Roads", "City Council"),
        ("Executive Director, Place", "", "Executive Director", "Place"),
        ("Police and Crime Commissioner", "", "Police and Crime Commissioner", ""),
        ("The Chair", "", "Chair", ""),
        ("Clerk", "", "Clerk", ""),
        ("Public Health", "", "Public Health", ""),
        ("Adult Social Care", "", "Adult Social Care", ""),
        ("Anna Grey and Pete Foy", "", "Anna Grey and Pete Foy", ""),
    ],
)
def test_a_name_a_post_and_an_organisation_are_told_apart(said: str, name: str, post: str, organisation: str) -> None:
    credit = read_credit(said)
    assert (credit.name, credit.post, credit.organisation) == (name, post, organisation)
    assert credit.words == said


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Liz Gould | Acting Director of Public Health", "Liz Gould, Acting Director of Public Health"),
        ("Ben Bright, West Midlands Fire Service", "Ben Bright, West Midlands Fire Service"),
        ("A.N. Other | | NHS", "A.N. Other, NHS"),
        ("Deputy Chief Executive (People)", "Deputy Chief Executive (People)"),
    ],
)
def test_it_prints_the_words_as_introduced(said: str, printed: str) -> None:
    assert read_credit(said).printed == printed


@given(words())
def test_any_words_are_a_credit_that_keeps_them(said: str) -> None:
    credit = read_credit(said)
    assert read_credit(credit.words) == credit


def test_two_people_in_one_line_are_noticed() -> None:
    assert names_several("Anna Grey and Pete Foy")
    assert names_several("Anna Grey & Cllr Shah")
    assert not names_several("Anna Grey, Health and Housing")
    assert not names_several("Director of Health and Housing")
