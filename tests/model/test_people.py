"""Names taken apart and compared, roles, and keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from boardtui.model.people import Newcomer, Person, can_be_name, is_role, name_parts, person_key, same_person
from support.agendas import names


@pytest.mark.parametrize(
    ("name", "title", "forenames", "surname", "honours", "mark"),
    [
        ("Shah", "", "", "Shah", "", ""),
        ("Councillor Shah", "Councillor", "", "Shah", "", ""),
        ("Cllr. K. Shah", "Cllr.", "K.", "Shah", "", ""),
        ("Cllr K.Shah", "Cllr", "K.", "Shah", "", ""),
        ("Dr Adrian Canale-Rossi MBE (J)", "Dr", "Adrian", "Canale-Rossi", "MBE", "J"),
        ("Councillor David Shaw  CBE, JP", "Councillor", "David", "Shaw", "CBE, JP", ""),
        ("Cllr Kevin LEE", "Cllr", "Kevin", "LEE", "", ""),
        ("the Rev. Canon John Smith", "the Rev. Canon", "John", "Smith", "", ""),
        ("Chief Superintendent Sue Ray", "Chief Superintendent", "Sue", "Ray", "", ""),
        ("S de Souza", "", "S", "de Souza", "", ""),
        ("de la Mare", "", "", "de la Mare", "", ""),
        ("Dr de la Mare", "Dr", "", "de la Mare", "", ""),
        ("Cllr De Souza", "Cllr", "", "De Souza", "", ""),
        ("Cllr Di Jones", "Cllr", "Di", "Jones", "", ""),
        ("Van Morrison", "", "Van", "Morrison", "", ""),
        ("Mr A O’Brien Esq.", "Mr", "A", "O’Brien", "Esq.", ""),
        ("Dr", "", "", "Dr", "", ""),
    ],
)
def test_a_name_is_taken_apart(name: str, title: str, forenames: str, surname: str, honours: str, mark: str) -> None:
    parts = name_parts(name)
    assert (parts.title, parts.forenames, parts.surname, parts.honours, parts.mark) == (
        title,
        forenames,
        surname,
        honours,
        mark,
    )
    assert parts.whole == name


@given(st.text(max_size=30))
def test_anything_has_a_surname_or_is_blank(name: str) -> None:
    assert name_parts(name).surname or not name.strip() or name.strip().startswith("(")


@pytest.mark.parametrize(
    ("name", "initials"), [("Kamran Shah", "K"), ("J P Ward", "JP"), ("J.P. Ward", "JP"), ("JP Ward", "JP")]
)
def test_initials_are_of_the_forenames(name: str, initials: str) -> None:
    assert name_parts(name).initials == initials


@pytest.mark.parametrize(
    ("name", "is_one"), [("Cllr Shah", True), ("Alderman Shaw", True), ("Dr Shah", False), ("Shah", False)]
)
def test_councillors_are_known_by_their_title(name: str, is_one: bool) -> None:
    assert name_parts(name).is_councillor is is_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A Canale-Rossi", "Dr Adrian Canale-Rossi"),
        ("Councillor Shah", "Cllr K Shah"),
        ("JP Smith", "Jean-Paul Smith"),
        ("A.J. Bell", "Alan John Bell"),
        ("A Bell", "Alan John Bell"),
        ("K O'Brien", "Kate O’BRIEN"),
        ("Cllr Jones", "Mrs Jones"),
        ("J Smith", "J Smith (Ward 2)"),
    ],
)
def test_two_spellings_of_one_person(one: str, other: str) -> None:
    assert same_person(name_parts(one), name_parts(other))
    assert same_person(name_parts(other), name_parts(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J Collins", "M Collins"),
        ("J Collins", "J Collinson"),
        ("Mr Jones", "Mrs Jones"),
        ("Lord Hay", "Lady Hay"),
        ("J Smith (J)", "J Smith (S)"),
        ("Alan John Bell", "Alan Peter Bell"),
        ("Liz Marsh", "Elizabeth Marsh"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(name_parts(one), name_parts(other))
    assert not same_person(name_parts(other), name_parts(one))


@given(names())
def test_everybody_is_themselves(name: str) -> None:
    assert same_person(name_parts(name), name_parts(name))


@pytest.mark.parametrize(
    "words", ["Chair", "chair", "Vice Chair", "vice-chair", "Vice-Chairman", "Deputy Mayor", "Convenor", "Treasurer"]
)
def test_offices_of_the_body_are_roles_however_spelt(words: str) -> None:
    assert is_role(words)


@pytest.mark.parametrize("words", ["Acting Director of Public Health", "Clerk", "Chair of the Steering Group", ""])
def test_any_other_words_are_a_post(words: str) -> None:
    assert not is_role(words)


def test_keys_are_surnames_then_initials_then_numbers() -> None:
    taken: list[str] = []
    for name in ("Cllr J Collins", "M Collins", "Mary Collins", "Collins", "Dr Siân O’Brien", "de la Mare"):
        taken.append(person_key(name, taken))
    assert taken == ["collins", "collins-m", "collins-2", "collins-3", "obrien", "delamare"]


@given(st.lists(names(), max_size=8))
def test_keys_are_never_the_same_and_can_be_typed(everybody: list[str]) -> None:
    taken: set[str] = set()
    for name in everybody:
        key = person_key(name, taken)
        assert key
        assert key not in taken
        assert all(c.isalnum() or c == "-" for c in key)
        taken.add(key)


@pytest.mark.parametrize("name", ["", " ", "—", "Jo; Al", "Jo | Clerk", '"Jo" Li', "@jo"])
def test_what_can_be_no_name_is_refused(name: str) -> None:
    assert not can_be_name(name.strip())
    with pytest.raises(ValidationError):
        Newcomer(name=name)


def test_names_and_posts_are_cleaned() -> None:
    person = Person(key="li", name=" Jo\u200b\tLi\n", post="Clerk ")
    assert (person.name, person.post, person.parts.surname) == ("Jo Li", "Clerk", "Li")


@pytest.mark.parametrize("slot", ["a | b", "a; b"])
def test_a_post_does_not_part_a_list(slot: str) -> None:
    with pytest.raises(ValidationError):
        Person(key="li", name="Jo Li", post=slot)
