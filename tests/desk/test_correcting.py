"""A correction is made where it can mean one place only, and changes nothing else."""

from __future__ import annotations

import pytest

from boardtui.desk.correcting import Proposal, State, proposals
from boardtui.minutes.house import load_house
from boardtui.rules.itemised import itemised
from support.meetings import called, lines_in

HOUSE = load_house("parish_council")
AGENDA = """---
committee: Low Barrow Parish Council
house: parish_council
date: 8 September 2025
next minute number: 21
member: Cllr Ada Brook | Chairman
member: Cllr Tom Dale
---
1. Footpaths
2. Trees
"""
RECORD = lines_in(
    called(AGENDA),
    ["/present @brook @dale", "/start 19:30", "# 1", "The stile in Mill Lane had broken, and the lane was wet.",
     "/move @dale @brook: the stile be mended", "/vote 2 0", "# 2", "Two oaks had fallen in Mill Lane. @dale had twelve spare.",
     "! @brook plant oaks by 1 May 2026", "/close 20:00"],
)  # fmt: skip


def proposed(words: str) -> Proposal:
    (found,) = proposals(RECORD, HOUSE, [(one, False) for one in itemised(words)])
    return found


@pytest.mark.parametrize(
    "words",
    [
        'minute 21: for "Mill Lane" read "Mill Road"',
        'minute 22: for "Mill Lane" read "Mill Road"',
        'minute 22.: for "twelve" read "ten"',
        'for "had broken" read "was broken"',
        'minute 21: for "be mended" read "be taken away"',
        'minute 22: for "plant oaks" read "plant ashes"',
    ],
)
def test_it_is_made_where_its_words_stand_once(words: str) -> None:
    assert proposed(words).state is State.TO_MAKE


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ('for "Mill Lane" read "Mill Road"', "“Mill Lane” stands 2 times in the minutes. More of the words around it"),
        ('minute 21: for "the" read "a"', "“the” stands 2 times in minute 21."),
        ('minute 22: for "ten" read "nine"', "“ten” doesn't stand in minute 22."),
        ('minute 22: for "welve" read "hirteen"', "“welve” stands in minute 22 only as part of a longer word."),
        ('minute 29: for "a" read "b"', "There is no minute 29."),
        (
            'minute 22: for "Cllr Dale" read "Cllr Brook"',
            "“Cllr Dale” in minute 22 is a name, a figure or in the words of",
        ),
        ('minute 21: for "2 for" read "3 for"', "“2 for” in minute 21 is a name, a figure or in the words of"),
        ("the date", "It doesn't say which words give way to which"),
    ],
)
def test_else_it_is_left_to_the_clerk_with_the_reason(words: str, why: str) -> None:
    found = proposed(words)
    assert (found.state, found.act) == (State.BY_HAND, None)
    assert found.why.startswith(why)


def test_one_that_is_made_already_is_known() -> None:
    assert proposed('minute 21: for "Mill Road" read "Mill Lane"').state is State.MADE
    assert proposed('minute 22: for "oaks" read "Two oaks"').state is State.BY_HAND


def test_one_rests_on_those_before_it() -> None:
    words = 'minute 21: for "Mill Lane" read "Kiln Lane"; minute 21: for "Kiln Lane" read "Kiln Road"'
    found = proposals(RECORD, HOUSE, [(one, False) for one in itemised(words)])
    assert [one.state for one in found] == [State.TO_MAKE, State.TO_MAKE]
