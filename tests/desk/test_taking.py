"""Notes are taken in their order, all of them or up to where a rule stops them."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.desk import Desk
from boardtui.desk.taking import check_notes, take_notes
from boardtui.errors import InputError
from support.desks import at_work

NOTES = """/present all
/start 14:00

# 4
The plan was received.
= the plan be noted
/close 15:00
"""
STOPPED = NOTES.replace("# 4\n", "# 4\n/start 14:05\n")


def kinds(desk: Desk) -> list[str]:
    return [filed.act.kind for filed in desk.book.acts(desk.meeting)][3:]


def test_each_line_is_in_the_book_when_it_is_told(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        told = []
        for taken in take_notes(desk, NOTES, "notes"):
            told.append(taken.line)
            assert desk.book.acts(desk.meeting)[-1].seq == taken.seq
        assert told == [1, 2, 4, 5, 6, 7]
        assert kinds(desk) == ["present", "start", "open_item", "paragraph", "resolve", "close"]
        assert desk.record.stage == "closed"


def test_a_line_that_is_not_understood_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        with pytest.raises(InputError) as refused:
            list(take_notes(desk, NOTES.replace("/close 15:00", "/clothes 15:00"), "may.notes"))
        assert "may.notes line 7" in refused.value.message
        assert "Nothing was recorded." in refused.value.hint
        assert kinds(desk) == []


def test_a_line_is_read_after_those_before_it(tmp_path: Path) -> None:
    notes = "# 4\n/officer Ruth Moss, Roads\n@moss spoke.\n/move @penrose @okafor: the plan be noted\n/put motion\n"
    with at_work(tmp_path, "/start 14:00") as desk:
        assert len(check_notes(desk, notes, "notes")) == 5


def test_a_rule_that_stops_midway_says_what_stands_and_how_to_go_on(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        with pytest.raises(InputError) as refused:
            list(take_notes(desk, STOPPED, "notes"))
        assert "notes line 5" in refused.value.message
        assert "Lines up to 4 are recorded; mend the line and go on with --from 5." in refused.value.hint
        assert kinds(desk) == ["present", "start", "open_item"]
        mended = STOPPED.replace("/start 14:05", "/public 11")
        assert [taken.line for taken in take_notes(desk, mended, "notes", start=5)] == [5, 6, 7, 8]
        assert kinds(desk)[-2:] == ["resolve", "close"]


def test_a_rule_that_stops_the_first_line(tmp_path: Path) -> None:
    with at_work(tmp_path, "/start 14:00") as desk:
        with pytest.raises(InputError) as refused:
            list(take_notes(desk, "/start 14:05\n", "notes"))
        assert "Nothing was recorded" in refused.value.hint


def test_checking_reads_and_records_nothing(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        assert [line.number for line in check_notes(desk, NOTES, "notes")] == [1, 2, 4, 5, 6, 7]
        assert kinds(desk) == []


@pytest.mark.parametrize(
    ("text", "start"), [("", 1), ("\n \n", 1), (NOTES, 8)], ids=["empty", "blank", "beyond the end"]
)
def test_no_line_to_take(tmp_path: Path, text: str, start: int) -> None:
    with at_work(tmp_path) as desk, pytest.raises(InputError, match="no line to take"):
        list(take_notes(desk, text, "notes", start))
