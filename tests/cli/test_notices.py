"""What is to be known of a book's place is told by the commands without a screen, too: beside what they print."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.book import surroundings
from boardtui.cli import main
from support.agenda_texts import BOARD


def test_a_book_on_a_share_is_told_of_on_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 0:1 / {tmp_path} rw - nfs files:/home rw\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "minutes.book"))
    agenda, notes = tmp_path / "board.agenda.md", tmp_path / "board.notes"
    agenda.write_text(BOARD, "utf-8")
    notes.write_text("/start 14:00\n", "utf-8")
    for command in (["new", str(agenda), "--json"], ["take", str(notes), "--json"], ["export", "-o", str(tmp_path)]):
        assert main(command) == 0
        told = capsys.readouterr()
        assert f"nfs at {tmp_path}" in told.err
        assert "Put the book on a disk of this computer" in told.err
        assert "nfs" not in told.out
