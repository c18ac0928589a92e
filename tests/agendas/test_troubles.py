"""What the clerk should look at in a reading, in one list."""

from __future__ import annotations

from hypothesis import given

from boardtui.agendas.parts import Part
from boardtui.agendas.reading import Reading
from boardtui.agendas.troubles import Sort, Trouble, troubles
from support.readings import mailed, reading, readings


def test_the_lines_come_in_their_order_and_then_what_is_missing() -> None:
    assert troubles(mailed()) == (
        Trouble(Sort.DOUBT, "“Cllr Eve Marsh” may be no member.", 6),
        Trouble(Sort.LEFTOVER, "“path to the Village Green [phase 2]” is in no part of the agenda.", 11),
        Trouble(Sort.DOUBT, "It has no number: is it a heading?", 13),
        Trouble(Sort.LEFTOVER, "“Mobile phones should be switched off.” is in no part of the agenda.", 16),
        Trouble(Sort.FLAG, "The agenda gives no quorum.", None, Part.QUORUM),
    )


def test_what_has_no_effect_is_told_with_the_reason() -> None:
    found = troubles(reading((Part.NOTE, "See the plan"), (Part.ITEM, "Budget", "1")))
    assert found[0] == Trouble(Sort.UNHEEDED, "“See the plan” (note) adds nothing: no item above it.", 0)


def test_whose_meeting_it_is_and_when_are_missed_first() -> None:
    found = troubles(reading((Part.ITEM, "Declarations of Interest", "1")))
    assert [(one.sentence, one.adds) for one in found][:1] == [
        ("The agenda doesn't say whose meeting it is.", Part.COMMITTEE)
    ]
    assert Trouble(Sort.FLAG, "The date is not known yet.", None, Part.DATE) in found


def test_a_flag_leads_to_what_it_names() -> None:
    items = [(Part.ITEM, "Budget", "2"), (Part.ITEM, "Roof (Pages 9 - 4)", "1"), (Part.ITEM, "Lease", "1")]
    found = troubles(reading((Part.DATE, "Tuesday 5 June 2028"), *items))
    led = {one.sentence: one.at for one in found if one.at is not None}
    assert led == {
        "“Tuesday 5 June 2028” is a Monday.": 0,
        "Number 1 is used twice.": 3,
        "Number 1 comes after 2.": 3,
        "Item 1: the pages 9 - 4 run backwards.": 3,
    }


@given(readings())
def test_every_trouble_leads_into_the_reading(one: Reading) -> None:
    assert all(trouble.at is None or 0 <= trouble.at < len(one.placed) for trouble in troubles(one))
