"""The README is true: its first meeting gives what it says, and it names every command there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardtui.cli import main
from boardtui.cli.parser import build_parser

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def fenced(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_the_first_meeting_prints_what_the_readme_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agenda, notes = tmp_path / "may.agenda.md", tmp_path / "may.notes"
    agenda.write_text(fenced("agenda"), "utf-8")
    notes.write_text(fenced("notes"), "utf-8")
    book = ["--book", str(tmp_path / "minutes.book")]
    assert main([*book, "new", str(agenda)]) == 0
    assert main([*book, "take", str(notes)]) == 0
    capsys.readouterr()
    assert main([*book, "show"]) == 0
    assert capsys.readouterr().out == fenced("minutes")
    assert len(fenced("notes").splitlines()) == 10


def test_every_command_is_in_the_readme() -> None:
    choices = next(action.choices for action in build_parser()._actions if action.choices)
    assert set(choices) == set(re.findall(r"`boardtui (\w+)", README))


@pytest.mark.parametrize("page", re.findall(r"\]\(([\w./-]+)\)", README))
def test_every_page_it_points_to_is_there(page: str) -> None:
    assert (Path(__file__).parents[1] / page).exists()
