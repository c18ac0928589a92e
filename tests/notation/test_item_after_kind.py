"""The item said after the kind of interest, as it is often called out where interests are declared."""

from __future__ import annotations

import pytest

from boardtui.model.acts import interests, meeting, text
from boardtui.model.acts.interests import Scope
from boardtui.model.agenda import Item
from boardtui.model.prose import Prose
from boardtui.model.replay import Replay
from boardtui.notation.context import Context
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from support.notation import AGENDA, SUMMONS, filed

ITEMS = {"declarations": "1", "roof": "3"}


def where(item: str) -> Context:
    agenda = AGENDA.model_copy(update={"body": (Item(number="1", title="Declarations of Interest"), *AGENDA.body[1:])})
    replay = Replay()
    replay.file(filed(1, meeting.Summons(agenda=agenda, people=SUMMONS.people, seats=SUMMONS.seats)))
    replay.file(filed(2, text.OpenItem(items=(ITEMS[item],))))
    return Context(replay.record)


def declared(nature: str, *items: str, label: str = "", sensitive: bool = False) -> interests.Declare:
    return interests.Declare(
        who=("patel",), scope=Scope(items=items), label=label, nature=Prose.of(nature), sensitive=sensitive
    )


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/declare @patel dpi 5 owns a flat", declared("owns a flat", "5", label="dpi")),
        ("/declare @patel dpi item 5: owns a flat", declared("owns a flat", "5", label="dpi")),
        ("/declare @patel dpi 3 and 5 owns a flat", declared("owns a flat", "3", "5", label="dpi")),
        ("/declare @patel dpi 5 one thing: a flat", declared("one thing: a flat", "5", label="dpi")),
        ("/declare @patel sensitive 5", declared("", "5", sensitive=True)),
        ("/declare @patel 5 dpi 3 flats", declared("3 flats", "5", label="dpi")),
        ("/declare @patel dpi 77 shares", declared("77 shares", label="dpi")),
        ("/declare @patel dpi \\5 flats", declared("5 flats", label="dpi")),
    ],
)
def test_it_is_the_item_while_interests_are_declared(line: str, act: interests.Declare) -> None:
    assert parse(line, where("declarations")).act == act


def test_elsewhere_it_is_a_number_of_something() -> None:
    assert parse("/declare @patel dpi 5 flats", where("roof")).act == declared("5 flats", label="dpi")


@pytest.mark.parametrize("written", ITEMS)
@pytest.mark.parametrize("read", ITEMS)
def test_what_begins_with_a_number_reads_the_same_in_both_places(written: str, read: str) -> None:
    act = declared("5 flats", label="dpi")
    assert parse(show(act, where(written)), where(read)).act == act
