"""boardtui chair and show --now, as far as they need no screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD

NOTES = """/present all
/start 14:00
# 4
/exclude 3
SECRETWORD was said.
"""


@pytest.fixture
def book(tmp_path: Path) -> str:
    (tmp_path / "a.agenda.md").write_text(BOARD, "utf-8")
    (tmp_path / "a.notes").write_text(NOTES, "utf-8")
    path = str(tmp_path / "minutes.book")
    assert main(["--book", path, "new", str(tmp_path / "a.agenda.md")]) == 0
    assert main(["--book", path, "take", str(tmp_path / "a.notes")]) == 0
    return path


def test_where_the_meeting_is_as_text(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--book", book, "show", "--now"]) == 0
    shown = capsys.readouterr().out
    assert "IN PRIVATE" in shown
    assert "The meeting is in private session" in shown
    assert "SECRETWORD" not in shown


def test_what_is_restricted_only_when_it_is_asked_for(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--book", book, "show", "--now", "--restricted"]) == 0
    assert "this screen shows what is restricted" in capsys.readouterr().out


def test_the_room_is_never_shown_what_is_restricted(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--book", book, "chair", "--for", "room", "--restricted"]) == 2
    assert "never shown to the room" in capsys.readouterr().err


def test_without_a_terminal_another_way_is_told(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--book", book, "chair"]) == 2
    assert "boardtui chair --text" in capsys.readouterr().err
