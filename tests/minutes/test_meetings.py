"""Whole meetings, made up, each with the shape of one that took place: what their minutes show, fact by fact.

A meeting is an agenda, the notes a clerk typed, and the facts that its minutes must show (`support.structure`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house
from boardtui.minutes.tree import Minutes
from support.meetings import record_of
from support.structure import compared

FOLDER = Path(__file__).with_name("meetings")
NAMES = sorted(file.name.removesuffix(".notes") for file in FOLDER.glob("*.notes"))
FEWEST = 80


def facts_of(name: str) -> str:
    return (FOLDER / f"{name}.facts.toml").read_text("utf-8")


@cache
def minutes_of(name: str) -> Minutes:
    agenda, notes = ((FOLDER / f"{name}{end}").read_text("utf-8") for end in (".agenda.md", ".notes"))
    record = record_of(agenda, notes)
    return compose(record, load_house(record.agenda.house if record.agenda else ""))


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_show_every_fact(name: str) -> None:
    found = compared(facts_of(name), minutes_of(name))
    assert not found.missing, "\n".join(found.missing)
    assert found.facts > FEWEST


A_LONG_COUNCIL = "a_long_council"


@pytest.mark.parametrize(
    ("right", "wrong", "missing"),
    [
        ('"Councillor Ging",', "", "Present: nobody else"),
        ('"Councillor Ging",', '"Councillor Gong", "Councillor Ging",', "Present: Councillor Gong"),
        ('"Present:"', '"In the room:"', "no other list"),
        ('heading = "5. Works"', 'heading = "5. Roads"', "minute 5. Roads"),
        ('section = "Letters"', 'section = "Post"', "section Post"),
        ('"paragraph: withdrawn",', '"paragraph: lapsed",', "paragraph: lapsed"),
        ('"decision: NOTED",', "", "3. Corporate Services: this is a fact"),
        ('"paragraph: towpath",', '"paragraph: towpath", "paragraph: lay idle",', "paragraph: lay idle"),
        ("Against (15): Ardill; ", "Against (15): ", "roll: Against (15)"),
        ("25 for, 9 against", "24 for, 10 against", "24 for, 10 against"),
        ("4.00 pm", "5.00 pm", "title"),
        ("meeting ended", "meeting closed", "closing"),
    ],
)
def test_what_is_otherwise_is_missed(right: str, wrong: str, missing: str) -> None:
    facts = facts_of(A_LONG_COUNCIL)
    assert right in facts
    found = compared(facts.replace(right, wrong), minutes_of(A_LONG_COUNCIL)).missing
    assert any(missing in line for line in found)


def test_a_minute_too_many_is_missed() -> None:
    facts = facts_of(A_LONG_COUNCIL)
    last = facts.rindex("[[body]]")
    assert "nothing after that" in compared(facts[:last], minutes_of(A_LONG_COUNCIL)).missing[0]
