"""Large figures: three rows of one width, whatever the number is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from boardtui.chair.figures import large


def test_a_number_is_three_rows_high():
    assert large("43/19") == ["█ █ ▀▀█   █ ▄█  █▀█", "▀▀█ ▀▀█ ▄▀   █  ▀▀█", "  ▀ ▀▀▀ ▀   ▀▀▀ ▀▀▀"]


def test_or_five_with_square_dots():
    assert large("4:7", tall=True) == [
        "██  ██      ██████",
        "██  ██  ██      ██",
        "██████          ██",
        "    ██  ██      ██",
        "    ██          ██",
    ]


@pytest.mark.parametrize("number", ["7a", "FGB 38/2021", "(b)", "委7"])
def test_what_has_no_large_shape_stands_small_on_the_last_row(number: str):
    small = [character for character in number if not character.isdigit() and character != "/"]
    assert all(character in large(number)[-1] for character in small)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=12), st.booleans())
def test_the_rows_are_of_one_width(text: str, tall: bool):
    assert len({cell_len(row) for row in large(text, tall=tall)}) == 1
