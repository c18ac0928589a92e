"""The four laws of the notation, on generated acts and text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.errors import Refusal
from boardtui.model.acts import act_classes, text
from boardtui.model.acts.base import Act
from boardtui.model.prose import Prose
from boardtui.model.record import Record
from boardtui.model.text import clean
from boardtui.notation.commands import COMMANDS, Command
from boardtui.notation.context import Context
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from support.notation import ACTS, UNSAID, context_of, hard_text, in_item_three

RECORD = in_item_three()
CONTEXT = context_of(RECORD)


def test_there_is_a_strategy_for_every_act_but_those_that_no_line_says() -> None:
    assert set(act_classes().values()) - set(ACTS) == set(UNSAID)


@pytest.mark.parametrize("kind", ACTS, ids=lambda kind: kind.__name__)
def test_every_act_has_a_line(kind: type[Act]) -> None:
    @settings(max_examples=25, deadline=None, database=None, derandomize=True)
    @given(ACTS[kind])
    def law(act: Act) -> None:
        line = show(act, CONTEXT)
        assert parse(line, CONTEXT).act == act, line
        assert show(parse(line, CONTEXT).act, CONTEXT) == line

    law()


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(hard_text | st.text(max_size=30))
def test_any_text_can_be_said(words: str) -> None:
    wanted = clean(words).replace("\n", " ").strip()
    if not wanted:
        return
    paragraph = text.Paragraph(text=Prose.of(wanted))
    said = parse(show(paragraph, CONTEXT), CONTEXT)
    assert (said.act, said.at) == (paragraph, None)


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(st.sampled_from([command.name for command in COMMANDS] + [""]), hard_text)
def test_reading_is_pure_and_answers_or_refuses(name: str, rest: str) -> None:
    before = repr(RECORD)
    answers = []
    for _ in range(2):
        try:
            answers.append(repr(parse(f"{name} {rest}", CONTEXT)))
        except Refusal as refusal:
            assert refusal.message.strip()
            answers.append(str(refusal))
    assert answers[0] == answers[1]
    assert repr(RECORD) == before


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(st.text(max_size=40))
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        parse(line, CONTEXT)
    except Refusal as refusal:
        assert refusal.message.strip()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_alone_is_read_or_says_how_it_is_written(command: Command) -> None:
    try:
        parse(command.name, CONTEXT)
    except Refusal as refusal:
        assert refusal.hint, refusal.message


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_lines_are_read_or_refused_before_anything_is_recorded(command: Command) -> None:
    for line in (command.name, command.example, *command.more):
        try:
            parse(line, Context(Record()))
        except Refusal as refusal:
            assert refusal.message.strip()
