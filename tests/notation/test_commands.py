"""The table of commands is whole: it has every command there is, and every line it shows can be typed."""

from __future__ import annotations

import pytest

from boardtui.model.acts import act_classes, corrections, interests, meeting, room, text
from boardtui.model.acts.base import Act
from boardtui.model.times import ClockTime
from boardtui.notation.commands import BY_NAME, COMMANDS, FAMILIES
from boardtui.notation.context import Context
from boardtui.notation.language import FORMS
from boardtui.notation.parse import parse
from support.notation import UNSAID, context_of, in_item_three, record_of

CONTEXT = context_of(in_item_three())
SENT_OUT = context_of(
    record_of(
        meeting.Start(at=ClockTime.read("14:00")),
        room.Present(who=("hughes", "patel")),
        text.OpenItem(items=("3",)),
        interests.Declare(who=("patel",), label="dpi"),
    )
)
"""Where somebody must leave."""
SPECIFIED = (
    "-", "--", "?", ">", "+", '"', "|", "##", "~", "=", "==", "===", "!", "#", "\\", "/promote", "/next", "/prev",
    "/item", "/urgent", "/number", "/heading", "/ref", "/defer", "/withdraw", "/prepared", "/done", "/present",
    "/sub", "/other", "/officer", "/guest", "/public", "/remote", "/apologies", "/late", "/absent", "/arrive",
    "/leave", "/return", "/chair", "/elect", "/coopt", "/resign", "/speak", "/declare", "/out", "/dispensation",
    "/arrears", "/recommend", "/note", "/verb", "/reason", "/move", "/second", "/amend", "/put", "/vote", "/roll",
    "/casting", "/lots", "/myvote", "/recount", "/agreed", "/unanimous", "/carried", "/lost", "/lapsed",
    "/notput", "/deferred", "/alter", "/no", "/start", "/minutes", "/matters", "/signed", "/adjourn", "/resume",
    "/exclude", "/readmit", "/restricted", "/summary", "/release", "/extend", "/nextmeeting", "/close", "/undo",
    "/redo", "/strike", "/edit", "/insert", "/up", "/down", "/override", "/rename",
)  # fmt: skip
FREQUENT = {"/present", "/officer", "/guest", "/move", "/vote", "/carried", "/unanimous", "/minutes", "/note"}
LINES = [line for command in COMMANDS for line in (command.example, *command.more)]


def test_every_command_of_the_notation_is_in_the_table_once() -> None:
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))
    assert set(SPECIFIED) <= set(names)
    assert "/recorded" in BY_NAME["/roll"].aliases


def test_every_command_is_read_and_every_form_is_in_the_table() -> None:
    assert {form.name for form in FORMS} | {"\\"} == set(BY_NAME)


def test_the_nine_that_do_most_of_the_work_come_first_in_help() -> None:
    assert {command.name for command in COMMANDS if command.frequent} == FREQUENT


def test_every_command_says_what_it_is_and_stands_under_a_heading() -> None:
    for command in COMMANDS:
        assert command.usage and command.help and command.said_as
        assert command.family in FAMILIES
        assert len(command.help) <= 60


@pytest.mark.parametrize("line", LINES)
def test_every_example_can_be_typed(line: str) -> None:
    assert isinstance(parse(line, _where(line)).act, Act)


def _where(line: str) -> Context:
    return SENT_OUT if line == "/out" else CONTEXT


def test_every_kind_of_act_but_the_summons_and_an_erasure_is_said_by_some_example() -> None:
    said = {type(parse(line, _where(line)).act) for line in LINES}
    assert set(act_classes().values()) - said == set(UNSAID)
    assert corrections.Edit in said


@pytest.mark.parametrize(
    ("words", "name"),
    [("private session", "/exclude"), ("named vote", "/roll"), ("co-opt", "/coopt"), ("record my vote", "/myvote")],
)
def test_commands_are_known_by_what_clerks_call_them(words: str, name: str) -> None:
    assert words in BY_NAME[name].said_as
