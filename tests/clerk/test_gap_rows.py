"""What is missing, in rows."""

from __future__ import annotations

import pytest

from boardtui.clerk.gap_rows import gap_rows, listed
from boardtui.clerk.widgets.pane import Row
from boardtui.desk.missing import Told, told
from support.agenda_texts import BOARD
from support.clock import LONDON
from support.meetings import called

LINES = (
    "/present all", "/start 14:00", "# 4", "/move @penrose: it be agreed", "/override so it was", "/vote 3 1",
    "@nobody spoke.", "/move @quill: it be deferred", "# 5",
)  # fmt: skip


@pytest.fixture
def found() -> Told:
    taking = called(BOARD)
    for line in LINES:
        taking.line(line)
    return told(taking.context, restricted=True, zone=LONDON)


def texts(rows: list[Row]) -> list[str]:
    return ["".join(run.text for run in row.runs) for row in rows]


def test_the_marked_one_shows_what_mends_it(found: Told) -> None:
    rows, focus = gap_rows(listed(found, ""), 0, 80)
    assert texts(rows)[0].startswith("▶  1 Item 4: @nobody is nobody")
    assert texts(rows)[focus] == "     /replace #10 s/@nobody/…"
    assert not any("/second" in line for line in texts(rows))
    below, _ = gap_rows(listed(found, ""), 1, 80)
    assert texts(below)[0].startswith("   1 Item 4")


def test_reasons_stand_under_a_heading_with_what_they_answer(found: Told) -> None:
    rows, _ = gap_rows(listed(found, ""), 0, 80)
    at = texts(rows).index("ANSWERED WITH A REASON")
    assert texts(rows)[at + 1 : at + 3] == ["     “so it was”", "     Item 4: motion 1 has no seconder."]
    assert texts(rows)[at + 3].endswith(" · clerk")


def test_long_sentences_are_wrapped_and_each_row_leads_there(found: Told) -> None:
    rows, _ = gap_rows(listed(found, ""), 0, 30)
    assert all(len(line) <= 30 for line in texts(rows))
    assert {row.key for row in rows if row.runs and row.runs[0].style != "muted"} >= {0, 1}


@pytest.mark.parametrize(
    ("words", "count"), [("", 4), ("item 4", 4), ("NOBODY", 1), ("second", 2), ("so it", 1), ("zebra", 0)]
)
def test_words_narrow(found: Told, words: str, count: int) -> None:
    assert len(listed(found, words)) == count
