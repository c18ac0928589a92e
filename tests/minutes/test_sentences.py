from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.minutes.sentences import (
    PatternError,
    capital,
    ends_in,
    going_on,
    joined,
    letter,
    read_pattern,
    roman,
    stopped,
    words_of,
)

STOPS = ".:;?!"


@pytest.mark.parametrize(
    ("pattern", "values", "many", "text"),
    [
        ("{who} left.", {"who": "A"}, False, "A left."),
        ("{who} left< at {time}>.", {"who": "A"}, False, "A left."),
        ("{who} left< at {time}>.", {"who": "A", "time": "2.00 pm"}, False, "A left at 2.00 pm."),
        ("{who}[| each] said", {"who": "A"}, False, "A said"),
        ("{who}[| each] said", {"who": "A and B"}, True, "A and B each said"),
        ("<of {a}< and {b}>>", {"a": "x"}, False, "of x"),
        ("<of {a}< and {b}>>", {"b": "x"}, False, ""),
        ("<[{a}|{b}]>", {"b": "x"}, False, ""),
        ("<[{a}|{b}]>", {"b": "x"}, True, "x"),
        ("", {}, False, ""),
    ],
)
def test_a_pattern_is_filled(pattern: str, values: dict[str, str], many: bool, text: str) -> None:
    assert read_pattern(pattern).fill(values, many=many) == text


@pytest.mark.parametrize("pattern", ["<a", "a>", "[a|b", "[a]", "{a", "a}", "a]"])
def test_a_bracket_without_its_partner_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        read_pattern(pattern)
    assert repr(pattern) in str(caught.value)


def test_a_pattern_knows_its_slots() -> None:
    assert read_pattern("{who}< at {time}>[| {each}]").slots == {"who", "time", "each"}


@given(st.text(), st.text())
def test_what_is_typed_is_never_a_pattern(typed: str, also: str) -> None:
    assert read_pattern("{a}<{b}>").fill({"a": typed, "b": also}) == typed + also


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("noted", "noted."),
        ("noted.", "noted."),
        ("why?", "why?"),
        ("as follows:", "as follows:"),
        ('read "this."', 'read "this."'),
        ('read "this"', 'read "this".'),
        ("(he said so!)", "(he said so!)"),
        ("“Yes.”", "“Yes.”"),
        ("noted  ", "noted."),
        ("", "."),
        ('"', '".'),
    ],
)
def test_a_stop_is_added_only_where_there_is_none(text: str, said: str) -> None:
    assert stopped(text, ".", STOPS) == said


def test_ends_in_looks_behind_quotation_marks_and_brackets() -> None:
    assert ends_in("so.')", STOPS)
    assert not ends_in("''", STOPS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("that the report be noted.", "the report be noted"),
        ("That it be so", "it be so"),
        ("thatch be laid", "thatch be laid"),
        ("why?", "why?"),
        ("and so on...", "and so on..."),
        (", having met, it be noted.", ", having met, it be noted"),
    ],
)
def test_the_words_of_a_clause(text: str, words: str) -> None:
    assert words_of(text, ("that",)) == words


def test_names_are_joined() -> None:
    assert [joined("ABC"[:n], ", ", " and ") for n in range(4)] == ["", "A", "A and B", "A, B and C"]


def test_a_capital_changes_nothing_else() -> None:
    assert [capital(t) for t in ("", "dr X", "École", "(a)")] == ["", "Dr X", "École", "(a)"]


def test_going_on() -> None:
    assert [going_on("A", more) for more in ("b", ", b", ".")] == ["A b", "A, b", "A."]
    assert going_on("", "b") == "b"


def test_letters_and_roman_numbers() -> None:
    assert [letter(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "ba"]
    assert [roman(n) for n in (1, 4, 9, 14, 28)] == ["i", "iv", "ix", "xiv", "xxviii"]
