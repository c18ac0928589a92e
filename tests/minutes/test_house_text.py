"""A house style as text: all that it says, and the file to begin one's own with."""

from __future__ import annotations

import re

import pytest

from boardtui.minutes.house import house_names, load_house, read_house
from boardtui.minutes.house_text import flat, starter, whole


@pytest.mark.parametrize("name", house_names())
def test_all_that_a_style_says_is_the_same_style_again(name: str) -> None:
    house = load_house(name)
    assert read_house(whole(house), f"{name}.toml") == house
    assert set(flat(house)) == set(type(house).model_fields)


@pytest.mark.parametrize("name", house_names())
def test_a_file_to_begin_with_is_like_the_other_in_all_things(name: str) -> None:
    house = load_house(name)
    text = starter(house)
    assert read_house(text, f"{name}.toml") == house
    assert read_house(text.replace('#chair = "', '#x\nchair = "My '), f"{name}.toml").words.chair.startswith("My ")
    said = re.sub(r"^#(?! )", "", text, flags=re.MULTILINE)
    assert said.count("\n[") > 10
    assert read_house(re.sub(r"^  .*$", "", said, flags=re.MULTILINE), f"{name}.toml") == house


def test_words_with_marks_of_toml_in_them_come_back() -> None:
    house = read_house(
        whole(load_house("parish_council")) + '\n"odd name" = "a \\"b\\" \\\\ \\t \\u007f # ü"\n', "x.toml"
    )
    assert read_house(whole(house), "x.toml") == house
    assert house.phrases["odd name"] == 'a "b" \\ \t  # ü'
