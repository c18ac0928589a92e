"""Corrections as a meeting itemises them, and those that are only words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.rules.itemised import itemised


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('minute 43: for "x" read "y"', [("43", "x", "y")]),
        ("minute no. 12/27, for “Mill Lane” read “Mill Road”.", [("12/27", "Mill Lane", "Mill Road")]),
        ("for ‘a’ read ‘b’", [("", "a", "b")]),
        ('item FGB 3/26: replace "a" with "b"', [("FGB 3/26", "a", "b")]),
        ('minute 1: for "a" read "b" and for "c" read "d"; minute 2: for "e" read "f"',
         [("1", "a", "b"), ("1", "c", "d"), ("2", "e", "f")]),
        ('cofnod 4: yn lle "bont" darllener "ffordd"', [("4", "bont", "ffordd")]),
        ("the spelling of Cllr Hill", [("", "", "")]),
        ('page 2; minute 5: for "a" read "b"; the date', [("", "", ""), ("5", "a", "b"), ("", "", "")]),
    ],
)  # fmt: skip
def test_each_correction_is_taken_for_what_it_says(words: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.minute, one.old, one.new) for one in itemised(words)] == found


def test_the_words_are_kept() -> None:
    told = itemised('The date; minute 5: for "a" read "b", and for "c" read "d".')
    assert [one.words for one in told] == ["The date", 'minute 5: for "a" read "b"', 'for "c" read "d"']
    assert itemised("") == ()


@given(st.text(max_size=80))
def test_any_words_are_read(words: str) -> None:
    for one in itemised(words):
        assert one.words.strip(" ;,.")
