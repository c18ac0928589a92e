"""`boardtui export` to formats that have something to say."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from boardtui.cli import main
from boardtui.minutes.writers import pdf
from support.agenda_texts import BOARD

NOTES = "/present all\n/start 14:00\n# 3\nThe banner read 一二.\n/exclude 3\nA smile: 👧\n/readmit\n/close 15:10\n"
STEM = "2026-09-07-marrow-vale-health-board"


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "minutes.book"))
    (tmp_path / "a.agenda.md").write_text(BOARD, "utf-8")
    (tmp_path / "a.notes").write_text(NOTES, "utf-8")
    assert main(["new", "a.agenda.md"]) == main(["take", "a.notes"]) == 0
    capsys.readouterr()
    return tmp_path


def test_what_a_pdf_can_not_print_is_told_a_line_for_each_file(taken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--to", "pdf,txt", "-o", "out", "--json"]) == 0
    printed = capsys.readouterr()
    assert [one["format"] for one in json.loads(printed.out)] == ["pdf", "txt"] * 2
    assert printed.err.splitlines() == [
        f"{STEM}.pdf has a white square for what can't be printed in a PDF: 一 二",
        f"{STEM}-restricted.pdf has a white square for what can't be printed in a PDF: 一 二 👧",
    ]


def test_without_typst_nothing_is_written_and_it_says_what_to_install(
    taken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(pdf, "_compiler", pdf._compiler.__wrapped__)
    assert main(["export", "--to", "txt,pdf", "-o", "out"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert "A PDF needs the package typst, which isn't installed." in said[0]
    assert "pipx inject boardtui 'typst<0.16'" in said[1]
    assert not (taken / "out").exists()
