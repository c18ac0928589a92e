"""The minutes of a real meeting, as its council published them. They are no part of the project, but may be beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house
from boardtui.minutes.writers import writer
from support.meetings import record_of

BESIDE = Path(__file__).parents[3] / "shared"
TOOL = BESIDE / "tools" / "same_minutes.py"
MEETING = BESIDE / "corpus" / "seeds" / "health-board-2017-07-10"
IGNORED = ("^DRAFT\\b", "^Coventry City Council$", "^(Signed|Chair|Dated?)\\b")


@pytest.mark.skipif(
    not TOOL.exists(), reason="a council's published minutes are its own: only where they lie beside the project"
)
@pytest.mark.parametrize("name", ["txt", "md"])
def test_the_published_minutes_word_for_word(name: str, tmp_path: Path) -> None:
    agenda, notes = (Path(f"{MEETING}{end}").read_text("utf-8") for end in (".agenda.md", ".notes"))
    out = tmp_path / f"minutes.{name}"
    out.write_bytes(writer(name)(compose(record_of(agenda, notes), load_house("partnership_board"))))
    ignore = [word for pattern in IGNORED for word in ("--ignore", pattern)]
    command = [sys.executable, str(TOOL), f"{MEETING}.minutes.txt", str(out), "--show", *ignore]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert "blocks matched: 173/173" in result.stdout
