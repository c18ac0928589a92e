"""Which minute is shown, and what stands over one that isn't open."""

from __future__ import annotations

import pytest

from boardtui.clerk.looking import over_it, seen_from, viewed
from boardtui.clerk.views import minute_rows
from boardtui.minutes.compose import compose_entry
from boardtui.minutes.house import load_house
from boardtui.model.record import Record
from support.agenda_texts import BOARD
from support.meetings import called, lines_in

LINES = ("/present all", "/start 14:00", "# 4", "A plan.", "/move @penrose: it be agreed", "/vote 3 1", "# 5", "Last.")


@pytest.fixture
def record() -> Record:
    return lines_in(called(BOARD), LINES)


def seq_of(record: Record, kind: str) -> int:
    return next(filed.seq for filed in record.filed if filed.act.kind == kind and filed.item == "4")


def test_the_open_minute_is_shown_unless_something_else_is_asked_for(record: Record) -> None:
    plan = seq_of(record, "paragraph")
    parks = record.blocks()
    earlier = next(entry.key for entry, block in parks if block.seq == plan)
    assert viewed(record, None, None) == record.entry_key
    assert viewed(record, None, earlier) == viewed(record, plan, None) == earlier
    assert viewed(record, None, 999) == viewed(record, 999, None) == record.entry_key


def test_it_is_said_that_it_is_only_looked_at(record: Record) -> None:
    earlier = viewed(record, seq_of(record, "paragraph"), None)
    assert over_it(record, record.entry_key) == []
    (told,) = over_it(record, earlier)
    assert "What you type goes to item 5; Esc goes back." in told.runs[-1].text
    (opening,) = over_it(seen_from(record, 0), earlier)
    assert "goes to the opening;" in opening.runs[-1].text


def test_looking_changes_nothing_in_the_record(record: Record) -> None:
    earlier = viewed(record, seq_of(record, "paragraph"), None)
    before = record.entry_key
    assert seen_from(record, earlier).entry_key == earlier
    assert record.entry_key == before
    assert seen_from(record, before) is record


@pytest.mark.parametrize("house", ["parish_council", "partnership_board", "full_council"])
def test_a_motion_that_prints_with_its_end_is_marked_there(record: Record, house: str) -> None:
    moved = seq_of(record, "move")
    earlier = viewed(record, moved, None)
    minute = compose_entry(record, load_house(house), earlier)
    rows, focus = minute_rows(seen_from(record, earlier), minute, 60, moved)
    marked = ["".join(run.text for run in row.runs[1:]) for row in rows if row.runs and row.runs[0].text == "▌ "]
    assert focus is not None
    assert any("Penrose" in text for text in marked)
    assert not any("A plan." in text for text in marked)
