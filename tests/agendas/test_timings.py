"""When an item is planned, and for how long."""

from __future__ import annotations

import datetime as dt

import pytest

from boardtui.agendas.assembling import assemble
from boardtui.agendas.parts import Part, Placed
from boardtui.agendas.timings import read_length, read_timing


@pytest.mark.parametrize(
    ("words", "begin", "minutes"),
    [
        ("2.00 pm", (14, 0), None),
        ("10:00 – 10:15", (10, 0), 15),
        ("2.00 - 2.10 pm", (14, 0), 10),
        ("11.45 - 12.15pm", (11, 45), 30),
        ("2.30pm to 3", (14, 30), 30),
        ("1400-1430", (14, 0), 30),
        ("9am until 10.30am", (9, 0), 90),
        ("3.00 - 2.00 pm", None, None),
        ("after lunch", None, None),
    ],
)
def test_a_range_says_when_it_begins_and_how_long_it_takes(
    words: str, begin: tuple[int, int] | None, minutes: int | None
) -> None:
    time, length = read_timing(words)
    assert (time.typed, time.at, length) == (words, dt.time(*begin) if begin else None, minutes)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("10 mins", 10),
        ("5", 5),
        ("1 hour", 60),
        ("1 hr 30 mins", 90),
        ("1.5 hours", 90),
        ("2h15", 135),
        ("brief", None),
    ],
)
def test_a_length_is_so_many_minutes(words: str, minutes: int | None) -> None:
    assert read_length(words) == minutes


def test_both_are_of_the_item_they_stand_under() -> None:
    said = [(Part.ITEM, "Roads"), (Part.PLANNED, "2.00 - 2.10 pm"), (Part.ITEM, "Lanes"), (Part.MINUTES, "1 hour")]
    roads, lanes = assemble([Placed(part, text, (1,)) for part, text in said]).items
    assert roads.planned and (roads.planned.at, roads.minutes, lanes.minutes) == (dt.time(14), 10, 60)
