"""`boardtui compare`: what changed between the draft and what was signed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD

Said = pytest.CaptureFixture[str]


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> Path:
    """Two versions, a word put right between them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    Path("a.agenda.md").write_text(BOARD, "utf-8")
    assert main(["new", "a.agenda.md"]) == 0
    for name, line in (("before", "/start 14:00\n# 4\nThe plan was long."), ("after", "s/long/very long/")):
        Path("a.notes").write_text(line, "utf-8")
        assert main(["take", "a.notes"]) == main(["export", "--to", "json", "-o", f"{name}.json"]) == 0
    capsys.readouterr()
    return tmp_path


def test_what_changed_is_told_under_its_heading(drafts: Path, capsys: Said) -> None:
    assert main(["compare", "before.json", "after.json"]) == 0
    assert capsys.readouterr().out == "31. Winter Plan\n  The plan was [+ very] long.\n"


def test_for_a_program(drafts: Path, capsys: Said) -> None:
    assert main(["compare", "before.json", "after.json", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["where"] == "31. Winter Plan"
    assert {"text": "very ", "change": "new"} in row["pieces"]


def test_the_same_and_no_minutes_at_all(drafts: Path, capsys: Said) -> None:
    assert main(["compare", "after.json", "after.json"]) == 0
    assert capsys.readouterr().out == "The two are the same, word by word.\n"
    assert main(["compare", "a.agenda.md", "after.json"]) != 0
    assert "boardtui export --to json" in capsys.readouterr().err
