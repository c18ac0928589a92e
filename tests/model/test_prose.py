"""Text in which people are people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.prose import AtSign, Mention, Prose
from boardtui.model.text import clean

SHAH = Mention(person="shah")
GREEN = Mention(person="green", introduced=True)

parts = st.lists(
    st.text(max_size=8) | st.sampled_from([SHAH, GREEN, "\x1b[0m", "\r", "\n", "e", "\u0301", "ab"]), max_size=8
)
proses = parts.map(lambda some: Prose.of(*some))


def test_runs_of_text_are_joined_cleaned_and_never_empty() -> None:
    prose = Prose.of("The ", "", "Chair\x00,\n", SHAH, "", GREEN, "\u200b", SHAH)
    assert prose.parts == ("The Chair, ", SHAH, GREEN, SHAH)
    assert prose.people == ("shah", "green", "shah")


def test_it_is_said_with_names_as_the_house_prints_them() -> None:
    prose = Prose.of("Thanks to ", SHAH, " and ", GREEN, ".")
    assert prose.said(lambda who: f"<{who.person}{'!' if who.introduced else ''}>") == "Thanks to <shah> and <green!>."


def test_an_at_sign_is_said_as_it_is() -> None:
    prose = Prose.of("a", AtSign(sign="@"), "b")
    assert prose.said(lambda who: "") == "a@b"
    assert Prose.model_validate_json(prose.model_dump_json()) == prose
    assert prose.replaced(Prose.of("b"), Prose.of("c"), every=False) == Prose.of("a", AtSign(sign="@"), "c")


def test_empty_prose_is_false() -> None:
    assert not Prose.of()
    assert not Prose.of("", "\u200b")
    assert Prose.of(SHAH)


def test_adding_joins_the_text() -> None:
    assert (Prose.of("a") + "b").parts == ("ab",)
    assert (Prose.of("a") + Prose.of("b", SHAH) + "c").parts == ("ab", SHAH, "c")


@pytest.mark.parametrize(
    ("every", "result"),
    [(False, Prose.of("ONE two, ", SHAH, " one two")), (True, Prose.of("ONE two, ", SHAH, " ONE two"))],
)
def test_words_are_replaced_once_or_every_time(every: bool, result: Prose) -> None:
    prose = Prose.of("one two, ", SHAH, " one two")
    assert prose.replaced(Prose.of("one"), Prose.of("ONE"), every=every) == result


def test_a_person_is_replaced_like_a_word() -> None:
    prose = Prose.of("thanks to ", SHAH, ", said ", SHAH)
    assert prose.count(Prose.of(SHAH)) == 2
    assert prose.replaced(Prose.of("to ", SHAH), Prose.of("from ", GREEN), every=True) == Prose.of(
        "thanks from ", GREEN, ", said ", SHAH
    )
    assert prose.replaced(Prose.of(SHAH), Prose.of(), every=True) == Prose.of("thanks to , said ")


def test_places_do_not_overlap_and_nothing_is_nowhere() -> None:
    assert Prose.of("aaaa").count(Prose.of("aa")) == 2
    assert Prose.of("aaaa").count(Prose.of()) == 0
    assert Prose.of("abc").replaced(Prose.of("x"), Prose.of("y"), every=True) == Prose.of("abc")


@given(proses)
def test_prose_is_tidy_and_comes_back_from_its_parts_and_from_json(prose: Prose) -> None:
    assert Prose.of(*prose.parts) == prose
    assert Prose.model_validate_json(prose.model_dump_json()) == prose
    for one, other in zip(prose.parts, prose.parts[1:], strict=False):
        assert not (isinstance(one, str) and isinstance(other, str))
    for part in prose.parts:
        assert part != ""
        assert not isinstance(part, str) or ("\n" not in part and clean(part) == part)


@given(proses, proses)
def test_replacing_takes_away_every_place(prose: Prose, new: Prose) -> None:
    old = Prose.of("ab")
    assert prose.replaced(old, old, every=True) == prose
    if "a" not in str(new.parts) and "b" not in str(new.parts):
        assert prose.replaced(old, Prose.of(GREEN), every=True).count(old) == 0


@given(proses, proses, proses)
def test_adding_is_associative(one: Prose, two: Prose, three: Prose) -> None:
    assert (one + two) + three == one + (two + three)
