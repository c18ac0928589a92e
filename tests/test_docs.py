"""The documentation is true: its examples print what they say, its links lead somewhere, its commands exist."""

from __future__ import annotations

import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.agendas.gaps import agenda_gaps
from boardtui.agendas.native import read_agenda
from boardtui.agendas.problems import AgendaError
from boardtui.clerk.keymap import KEY_COMMANDS, KeyCommand
from boardtui.clerk.review.keys import REVIEW_KEYS, ReviewKey
from boardtui.cli.parser import build_parser
from boardtui.model.acts.text import OpenItem
from boardtui.notation.commands import COMMANDS, Command
from support.meetings import Taking, called
from support.pages import PAGES, ROOT, Block, Example, blocks, examples, given

GUIDES = [ROOT / "docs" / name for name in ("clerk.md", "notation.md", "agenda-file.md", "house-styles.md")]
CLERK, NOTATION, AGENDA_FILE = GUIDES[:3]
IMPORTING = ROOT / "docs" / "importing.md"


# --- examples


def _examples() -> list[Example]:
    return [example for page in GUIDES for example in examples(page)]


@pytest.mark.parametrize("example", _examples(), ids=str)
def test_notes_are_understood(example: Example) -> None:
    given(example)


@pytest.mark.parametrize(("example", "block"), [(one, block) for one in _examples() for block in one.gives], ids=str)
def test_notes_give_what_the_page_says(example: Example, block: Block) -> None:
    assert given(example, block) == block.text.rstrip("\n")


def _agendas() -> list[Block]:
    return [block for page in GUIDES for block in blocks(page) if block.kind == "agenda"]


@pytest.mark.parametrize("block", _agendas(), ids=str)
def test_agendas_are_read(block: Block) -> None:
    text = block.text if block.text.startswith("---") else f"---\ncommittee: A\ndate: 1 June 2027\n---\n{block.text}"
    assert read_agenda(text).items


def test_the_complete_agenda_lacks_nothing() -> None:
    (complete,) = (block for block in blocks(AGENDA_FILE) if block.kind == "agenda" and block.text.startswith("---"))
    agenda = read_agenda(complete.text)
    assert agenda_gaps(agenda) == ()
    assert called(complete.text).record.people


def test_a_line_that_is_not_understood_is_told_as_the_page_says() -> None:
    *_, told = (block.text for block in blocks(AGENDA_FILE) if block.kind == "")
    (complete,) = (
        block.text for block in blocks(AGENDA_FILE) if block.kind == "agenda" and block.text.startswith("---")
    )
    with pytest.raises(AgendaError) as raised:
        read_agenda(complete.replace("committee:", "commitee:"), "june.agenda.md")
    assert f"{raised.value.message}\n{raised.value.hint}\n" == told


# --- commands of the notation


def _code(page: Path) -> list[str]:
    """What stands in backticks on a page, and every line of its notes."""
    text = page.read_text("utf-8")
    notes = [line for block in blocks(page) if block.kind == "notes" for line in block.text.splitlines()]
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)) + notes


def _is_named(command: Command, code: list[str]) -> bool:
    if command.typed in ("s/", "\\"):
        return any(said.startswith(command.typed) for said in code)
    return any(re.match(rf"{re.escape(command.name)}(?:\s|$)", said) for said in code)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_in_the_reference(command: Command) -> None:
    code = _code(NOTATION)
    assert _is_named(command, code)
    assert all(alias in code for alias in command.aliases)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_but_the_written_out_ones_is_taught(command: Command) -> None:
    written_out = ("/resolve",)
    assert _is_named(command, _code(CLERK)) or command.name in written_out


def test_the_tables_of_the_reference_are_current() -> None:
    with_tables = runpy.run_path(str(ROOT / "tools" / "notation_reference.py"))["with_tables"]
    page = NOTATION.read_text("utf-8")
    assert with_tables(page) == page, "run: python tools/notation_reference.py"


EXAMPLE_MEETING = """---
committee: Example Board
house: partnership_board
date: 4 September 2017
member: Anna Hughes | Chair
member: Cllr Tom Patel | | | Green Group
member: Joy Okafor
member: Stig Lindqvist
---
1. One
2. Two
3. Three
   Recommendation: note the report
   Motion: the meeting be recorded
4. Four
   (a) First
5. Five
9. Nine
10. Ten
"""


def _example_lines() -> Iterator[str]:
    for command in COMMANDS:
        yield from (command.example, *command.more)


@pytest.mark.parametrize("line", list(_example_lines()))
def test_the_examples_of_the_reference_are_understood(line: str) -> None:
    taking = called(EXAMPLE_MEETING)
    for before in ("/present all", "/start 14:00", "# 3", "The report was noted.", "~ a jot", "/undo", "/redo"):
        taking.line(before)
    taking.line("/undo" if line == "/redo" else "~ ask about the slates")
    if line.startswith("s/"):
        taking.line("The report was noted.")
    if line == "/out":
        taking.line("/declare @patel 3 dpi")
    count = len(taking.record.filed)
    taking.line(line)
    assert len(taking.record.filed) == count + 1


def test_an_item_number_may_be_written_as_the_reference_says() -> None:
    taking = called(EXAMPLE_MEETING)
    opened = [_opened(taking, line) for line in ("# 5", "# 4a", "# 9 10", "# thr")]
    assert opened == [("5",), ("4.1",), ("6", "7"), ("3",)]


def _opened(taking: Taking, line: str) -> tuple[str, ...]:
    taking.line(line)
    act = taking.record.filed[-1].act
    assert isinstance(act, OpenItem)
    return act.items


# --- keys


@pytest.mark.parametrize("key", KEY_COMMANDS, ids=lambda key: key.id)
def test_every_key_is_in_the_guide(key: KeyCommand) -> None:
    (table,) = re.findall(r"^\| key \| does \|\n(?:\|.*\n)+", CLERK.read_text("utf-8"), re.MULTILINE)
    assert key.keycap in re.split(r"[|, ]+", table)


@pytest.mark.parametrize("key", REVIEW_KEYS, ids=lambda key: key.keycap)
def test_every_key_of_the_review_is_in_its_guide(key: ReviewKey) -> None:
    (table,) = re.findall(r"^\| key \| does \|\n(?:\|.*\n)+", IMPORTING.read_text("utf-8"), re.MULTILINE)
    assert key.keycap in re.split(r"[|, ]+", table)


# --- links


def _links() -> list[tuple[Path, str]]:
    found = []
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        found += [(page, target) for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    return found


@pytest.mark.parametrize(("page", "target"), _links(), ids=lambda part: getattr(part, "name", part))
def test_every_link_leads_somewhere(page: Path, target: str) -> None:
    if re.match(r"https?://|mailto:", target):
        return
    file, _, anchor = target.partition("#")
    path = (page.parent / file).resolve() if file else page
    assert path.exists()
    if anchor:
        assert anchor in _anchors(path)


def _anchors(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


# --- the command line


def _command_lines() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        fenced = [block.text for block in blocks(page) if block.kind in ("", "console", "sh", "text")]
        lines = [line for text in fenced for line in text.splitlines()]
        lines += _code(page)
        found += [(page.name, line) for line in lines if re.match(r"(?:[A-Z_]+=\S+ )*boardtui(?: |$)", line)]
    return sorted(set(found))


@pytest.mark.parametrize(("page", "line"), _command_lines())
def test_every_command_line_is_one(page: str, line: str) -> None:
    said = shlex.split(re.sub(r"[\[\]]", "", re.sub(r"^(?:[A-Z_]+=\S+ )*boardtui ?| \| .*", "", line)))
    if len(said) == 1:  # `boardtui take` in a sentence: what it is called, not how it is written
        assert said[0] in _choices()
    else:
        assert callable(build_parser().parse_args(said).run)


def _choices() -> set[str]:
    return set(next(action.choices for action in build_parser()._actions if action.choices))


def test_command_lines_are_found_in_the_pages_that_have_them() -> None:
    assert {"README.md", "clerk.md", "administrators.md", "chair.md"} <= {page for page, _ in _command_lines()}
