"""Help and palette: every command and every key is in them, and is found by what a clerk would call it."""

from __future__ import annotations

import pytest

from boardtui.clerk.keymap import KEY_COMMANDS, KeyCommand
from boardtui.clerk.screens.palette import found_commands
from boardtui.clerk.screens.reading import help_rows
from boardtui.notation.commands import COMMANDS


@pytest.fixture(scope="module")
def help_text() -> str:
    """The help, as it is read."""
    return "\n".join("".join(run.text for run in row.runs) for row in help_rows(96))


@pytest.mark.parametrize("usage", [command.usage for command in COMMANDS])
def test_the_help_lists_every_command(usage: str, help_text: str) -> None:
    assert usage in help_text


@pytest.mark.parametrize("key", KEY_COMMANDS, ids=lambda key: key.id)
def test_the_help_lists_every_key(key: KeyCommand, help_text: str) -> None:
    assert key.keycap in help_text
    assert key.help.split(".")[0] in " ".join(help_text.split())


@pytest.mark.parametrize("width", [66, 96])
def test_the_help_fits_the_screen(width: int) -> None:
    assert max(len("".join(run.text for run in row.runs)) for row in help_rows(width)) <= width


def test_the_help_begins_with_the_nine_that_do_most_of_the_work(help_text: str) -> None:
    first = help_text.split("KEYS")[0]
    frequent = [command for command in COMMANDS if command.frequent]
    assert len(frequent) == 9
    assert [command.name for command in frequent if command.usage not in first] == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("named vote", "/roll"),
        ("recorded vote", "/roll"),
        ("private session", "/exclude"),
        ("co-opt", "/coopt"),
        ("coopt", "/coopt"),
        ("NAMED VOTE", "/roll"),
        ("record my vote", "/myvote"),
        ("substitute", "/sub"),
        ("conflict of interest", "/declare"),
        ("undo", "undo"),
        ("dark light", "theme"),
    ],
)
def test_a_command_is_found_by_what_clerks_call_it(words: str, line: str) -> None:
    found = [value.strip() for value, _, _ in found_commands(words)]
    assert line in found[:2], found[:5]


def test_no_words_find_everything() -> None:
    assert len(found_commands("")) == len(COMMANDS) + len(KEY_COMMANDS)


def test_nonsense_finds_nothing() -> None:
    assert found_commands("xyzzy [b") == []
