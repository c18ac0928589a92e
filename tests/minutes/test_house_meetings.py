"""A meeting in each house style that has no sample of its own, small enough to be read: what it prints, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house
from boardtui.minutes.writers import writer
from boardtui.rules.confidentiality import public_record
from support.meetings import record_of

GOLDEN = Path(__file__).parent / "golden" / "houses"
NAMES = ("cyngor_cymuned", "school_governors", "scrutiny")


def test_each_of_them_is_tried() -> None:
    assert sorted(path.name.split(".")[0] for path in GOLDEN.glob("*.minutes.txt")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_meeting_reads_as_written_by_hand(name: str) -> None:
    record = record_of(*(GOLDEN.joinpath(f"{name}{end}").read_text("utf-8") for end in (".agenda.md", ".notes")))
    assert record.agenda is not None and record.agenda.house == name
    assert record.oddities == []
    printed = writer("txt")(compose(public_record(record), load_house(name))).decode()
    assert printed == GOLDEN.joinpath(f"{name}.minutes.txt").read_text("utf-8")
