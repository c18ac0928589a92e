"""Two real programs on two terminals: what the clerk types at one is told at the other, act by act."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from boardtui.cli import main
from boardtui.model.acts import Filed, business, text
from boardtui.model.record import Record, Stage
from boardtui.notation.notes import read_notes
from boardtui.rules.confidentiality import public_record
from support.meetings import SAMPLE_NAMES, SAMPLES, called
from support.sampling import SOAK
from support.terminal import Terminal, own_environment
from support.terminal import at_the_desk_of as desk

ENTER = "\r"
PATIENCE = 20.0
LONGEST = 400
"""Lines of each sample that are typed in the long search; in the suite only so many as make a beginning."""
FIRST = 25


def wanted(filed: Filed, record: Record, public: Record) -> str:
    """What the chair has to be told behind an act; '' where it is of no concern there."""
    act = filed.act
    if record.stage is Stage.CLOSED:
        return "The meeting is closed"
    if record.stage is not Stage.OPEN or record.exclusion is not None:
        return ""
    if isinstance(act, text.OpenItem) and public.open_items and "." not in act.items[0]:
        return public.business[public.open_items[0]].item.title
    if isinstance(act, business.Vote) and public.entry.motions and act.counts and act.counts[0].number is not None:
        return f"Vote: {act.counts[0].number} "
    return "moved by" if isinstance(act, business.Move | business.Amend) and act.words is not None else ""


@pytest.mark.parametrize("name", SAMPLE_NAMES if SOAK else SAMPLE_NAMES[:1])
def test_what_is_typed_at_one_is_told_at_the_other(tmp_path: Path, name: str) -> None:
    agenda, book = SAMPLES / f"{name}.agenda.md", tmp_path / "minutes.book"
    assert main(["--book", str(book), "new", str(agenda)]) == 0
    taking, tried = called(agenda.read_text("utf-8")), 0
    lines = [line.text for line in read_notes((SAMPLES / f"{name}.notes").read_text("utf-8"))]
    view = Terminal(
        [sys.executable, "-m", "boardtui", "chair", "--text"], own_environment(book), columns=400, folder=tmp_path
    )
    with view as chair, desk(book) as clerk:
        clerk.sees("saved ")
        for line in lines[: LONGEST if SOAK else FIRST]:
            taking.line(line)
            told = wanted(taking.record.filed[-1], taking.record, public_record(taking.record))
            before = len(chair.written)
            clerk.keys(line + ENTER)
            if told == "The meeting is closed":
                clerk.keys(ENTER)  # though something is missing
            if told:
                comes(chair, clerk, before, told)
                tried += 1
    assert tried > 3


def comes(chair: Terminal, clerk: Terminal, before: int, told: str) -> None:
    """Wait until the chair is told it."""
    end = time.monotonic() + PATIENCE
    while told not in chair.written[before:].decode("utf-8", "replace"):
        assert time.monotonic() < end, f"{told!r} was not told:\n{chair.written[before:].decode('utf-8', 'replace')}"
        clerk.read(0.0)
        chair.read(0.02)
