from __future__ import annotations

import pytest

from boardtui.minutes.house import house_names, load_house
from boardtui.phrases import phrases_of


def test_names_are_small_and_text_is_on_one_line() -> None:
    assert phrases_of({"CR": "The {body}\nmet ", " x ": "y"}) == {"cr": "The {body} met", "x": "y"}


def test_a_phrase_without_text_or_without_a_name_is_left_out() -> None:
    assert phrases_of({"a": "", "": "x", "-": "", "!": "y"}) == {}


@pytest.mark.parametrize("house", house_names())
def test_the_phrases_of_the_houses_that_ship(house: str) -> None:
    said = phrases_of(load_house(house).phrases)
    assert {"cr", "welcome", "ooo", "thanks"} <= set(said)
    assert "{chair} welcomed everyone to the meeting." in said["welcome"]
