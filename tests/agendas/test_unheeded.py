"""What adds nothing to the agenda is told, and the agenda is the same without it."""

from __future__ import annotations

import pytest
from hypothesis import given

from boardtui.agendas import unheeded as reasons
from boardtui.agendas.assembling import assemble
from boardtui.agendas.parts import Part
from boardtui.agendas.reading import Reading
from boardtui.agendas.unheeded import unheeded
from support.readings import Said, mailed, reading, readings

ITEM, HEADING = (Part.ITEM, "Budget", "1"), (Part.SECTION, "Public Business")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([(Part.DATE, "1 June"), (Part.DATE, "2 June")], reasons.SAID_ALREADY),
        ([(Part.DATE, "")], reasons.NO_WORDS),
        ([(Part.NOTE, "See above")], reasons.NO_ITEM),
        ([(Part.SUBITEM, "Water", "(a)")], reasons.NO_ITEM),
        ([ITEM, HEADING, (Part.NOTE, "See above")], reasons.NO_ITEM),
        ([ITEM, (Part.NIL, "Nil")], reasons.NO_SECTION),
        ([ITEM, (Part.MINUTES, "long")], reasons.NO_FIGURE),
        ([ITEM, (Part.PLANNED, "2.00 pm"), (Part.PLANNED, "2.15 pm")], reasons.SAID_ALREADY),
        ([ITEM, (Part.NOTE, "")], reasons.NO_WORDS),
        ([ITEM, (Part.MORE, "of it")], reasons.NOT_JOINED),
        ([HEADING, (Part.NIL, "Nil")], ""),
        ([ITEM, (Part.SUBITEM, "Water", "(a)"), (Part.PLANNED, "2.00 pm")], ""),
        ([ITEM, (Part.PLANNED, "2.00 pm"), (Part.SUBITEM, "Water", "(a)"), (Part.PLANNED, "2.05 pm")], ""),
        ([(Part.MEMBER, "Jo"), (Part.MEMBER, "Jo")], ""),
        ([ITEM, (Part.EXEMPT, "")], ""),
    ],
)
def test_why_the_last_adds_nothing(said: list[Said], why: str) -> None:
    assert unheeded(reading(*said).placed) == ({len(said) - 1: why} if why else {})


def test_in_an_agenda_that_was_read_well_all_is_heeded() -> None:
    assert unheeded(mailed().placed) == {}


@given(readings())
def test_the_agenda_is_the_same_without_it(one: Reading) -> None:
    idle = unheeded(one.placed)
    assert assemble([placed for at, placed in enumerate(one.placed) if at not in idle]) == one.agenda
