"""Kinds of interest of a body's own, typed: whatever they are called, the line reads back as what was said."""

from __future__ import annotations

import pytest

from boardtui.model.acts import interests, meeting
from boardtui.model.acts.interests import Scope
from boardtui.model.law import Consequence, OwnKind
from boardtui.model.prose import Prose
from boardtui.model.replay import Replay
from boardtui.notation.context import Context
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from support.notation import AGENDA, SUMMONS, filed

LABELS = (
    "close associate",
    "Kin",
    "personal and close",
    "all",
    "motion",
    "for",
    "sensitive",
    "5",
    "item 5",
    "(other)",
    "a; b",
)


def context(*labels: str) -> Context:
    own = tuple(OwnKind(label=label, consequence=Consequence.LEAVE) for label in labels if ";" not in label)
    agenda = AGENDA.model_copy(update={"interests": own})
    replay = Replay()
    replay.file(filed(1, meeting.Summons(agenda=agenda, people=SUMMONS.people, seats=SUMMONS.seats)))
    return Context(replay.record)


@pytest.mark.parametrize(
    ("line", "label", "nature"),
    [
        ("/declare @patel 5 close associate his brother", "close associate", "his brother"),
        ("/declare @patel 5 KIN: a cousin", "Kin", "a cousin"),
        ("/declare @patel 5 personal and close friend", "personal and close", "friend"),
        ("/declare @patel 5 personal friend", "personal", "friend"),
    ],
)
def test_a_kind_that_the_agenda_names_is_known(line: str, label: str, nature: str) -> None:
    act = interests.Declare(who=("patel",), scope=Scope(items=("5",)), label=label, nature=Prose.of(nature))
    assert parse(line, context(*LABELS)).act == act


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("scope", [Scope(), Scope(items=("5",)), Scope(whole_meeting=True)])
def test_a_kind_of_any_name_reads_back(label: str, scope: Scope) -> None:
    act = interests.Declare(who=("patel",), scope=scope, label=label, nature=Prose.of("a cousin"))
    there = context(*LABELS)
    assert parse(show(act, there), there).act == act
