"""What stands over the items: where the meeting is, told by a line of its own."""

from __future__ import annotations

import pytest

from boardtui.agendas.opening import open_source
from boardtui.agendas.understanding import Reading, understand

SHEET = """Oldmere Parish Council
Planning Committee
Agenda
{when}
{where}

1. Apologies
2. Hedge in Mill Lane
"""


def sheet(where: str, when: str = "Monday 28 February 2028 at 7.00 pm") -> Reading:
    return understand(open_source(SHEET.format(when=when, where=where).encode(), "agenda.txt"))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Village Hall", "Village Hall"),
        ("Council Chamber, Town Hall, Oldmere", "Council Chamber, Town Hall, Oldmere"),
        ("The Guildhall.", "The Guildhall"),
        ("Room 2, Civic Offices", "Room 2, Civic Offices"),
        ("Place Room 3, Castle Community Centre", "Room 3, Castle Community Centre"),
        ("Microsoft Teams", "Microsoft Teams"),
    ],
)
@pytest.mark.parametrize(
    "when", ["Monday 28 February 2028 at 7.00 pm", "28 February 2028", "Monday 28 February 2028\n7 pm"]
)
def test_a_room_right_below_the_day_is_the_place(line: str, place: str, when: str) -> None:
    agenda = sheet(line, when).agenda
    assert (agenda.place, agenda.committee) == (place, "Planning Committee")


@pytest.mark.parametrize(
    "line",
    [
        "Present: Cllr Jo Hall",
        "The chamber will be open from 6 pm",
        "Members are asked to note that the library, which is used for this meeting, closes soon after it has come to its end.",
        "Tea and cake",
    ],
)
def test_other_words_below_the_day_are_no_place(line: str) -> None:
    assert sheet(line).agenda.place == ""


def test_a_place_that_is_told_already_stays() -> None:
    agenda = sheet("Village Hall", "Place: The Old School\nMonday 28 February 2028 at 7.00 pm").agenda
    assert agenda.place == "The Old School"


@pytest.mark.parametrize(
    ("line", "hour"),
    [("7 pm", "7 pm"), ("at 7.00 p.m.", "7.00 pm"), ("Commencing at 19:00", "19:00"), ("Time – noon", "noon")],
)
def test_an_hour_alone_below_the_day_is_when_it_begins(line: str, hour: str) -> None:
    agenda = sheet("Village Hall", f"Monday 28 February 2028\n{line}").agenda
    assert (agenda.time and agenda.time.typed, agenda.place) == (hour, "Village Hall")


def test_an_hour_of_something_else_is_not() -> None:
    assert sheet("Tea from 6.30 pm", "Monday 28 February 2028").agenda.time is None
