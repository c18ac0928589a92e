"""What the panes of the desk say, for one moment of a meeting after the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from boardtui.clerk import views
from boardtui.clerk.widgets.pane import Row
from boardtui.minutes import tree
from boardtui.minutes.compose import compose_entry
from support.agenda_texts import BOARD
from support.meetings import Taking, called, lines_in
from support.minutes import minuting

WIDTH = 60
UNPREPARED = "".join(line for line in BOARD.splitlines(keepends=True) if "Draft:" not in line)
BEGUN = ("/present all", "/start 14:00")


def said(rows: Sequence[Row]) -> list[str]:
    """The rows as somebody reads them."""
    return ["".join(run.text for run in row.runs) + (f"  {row.right.text}" if row.right else "") for row in rows]


def meeting(*lines: str) -> Taking:
    """The board's meeting after these lines."""
    taking = called(BOARD)
    lines_in(taking, lines)
    return taking


def minute(taking: Taking, selected: int | None = None) -> list[str]:
    record = taking.record
    rows, _ = views.minute_rows(record, compose_entry(record, taking.house, record.entry_key), WIDTH, selected)
    return said(rows)


def heading(taking: Taking, width: int = WIDTH) -> list[str]:
    record = taking.record
    return said(views.heading_rows(record, compose_entry(record, taking.house, record.entry_key), width))


def agenda(taking: Taking) -> list[str]:
    return said(views.agenda_rows(taking.record)[0])


def room(taking: Taking, width: int = 30) -> list[str]:
    return said(views.room_rows(taking.record, width))


# --- the agenda


def test_the_agenda_before_the_meeting() -> None:
    assert agenda(called(UNPREPARED)) == [
        "AGENDA", "Public Business", "  1 Declarations of Interest", "  2 Minutes of Previous Meeting",
        "  3 Roof [phase 2]", "  4 Winter Plan", "  5 Any Other Business",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (["# 4"], "▶ 4 Winter Plan"),
        (["# 4", "# 5"], "✓ 4 Winter Plan"),
        (["# 4", "/done"], "✓ 4 Winter Plan"),
        (["# 4", "/defer to April; the officer was unwell"], "→ 4 Winter Plan"),
        (["# 4", "/withdraw item; no longer needed"], "× 4 Winter Plan"),
        (["/item Flooding in Mill Lane"], "▶ + Flooding in Mill Lane"),
        (["/urgent Burst main; the road is closed"], "▶ + Burst main (urgent)"),
        (["# 3 4"], "▶ 3 Roof [phase 2]"),
        (["# 3 4"], "▶ 4 Winter Plan"),
    ],
)
def test_what_has_become_of_an_item(lines: list[str], row: str) -> None:
    assert row in agenda(meeting(*BEGUN, *lines))


def test_an_exempt_item_says_so() -> None:
    assert "  5 The Old Depot (exempt)" in agenda(
        called(BOARD.replace("Any Other Business", "The Old Depot\n   Exempt: 3"))
    )


def test_the_row_of_the_open_item_is_kept_in_sight() -> None:
    rows, focus = views.agenda_rows(meeting(*BEGUN, "# 4").record)
    assert focus is not None
    assert rows[focus].key == "4"


# --- the heading and the minute


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["# 3"], ["31. Roof [phase 2]  pp 3 - 9"]),
        (["# 4"], ["31. Winter Plan"]),
        (["# 4", "/heading A Cold Winter"], ["31. A Cold Winter"]),
        (["# 4", "/number 12/27"], ["12/27. Winter Plan"]),
        ([], ["No item is open"]),
    ],
)
def test_the_heading_stands_over_the_minute(lines: list[str], rows: list[str]) -> None:
    taking = called(UNPREPARED) if not lines else meeting(*BEGUN, *lines)
    assert [row.rstrip() for row in heading(taking)] == rows


def test_a_long_heading_is_wrapped() -> None:
    assert len(heading(meeting(*BEGUN, "# 4", "/heading " + "A Cold Winter " * 8))) == 3


def test_what_to_do_before_the_meeting_and_before_the_first_item() -> None:
    assert minute(called(UNPREPARED))[0] == "Before the meeting. What is typed under an item now is"
    assert minute(meeting(*BEGUN)) == ["Before the first item. # 1 or F6 opens it.", ""]


ON_NOTICE = BOARD.replace("Minutes: 20", "Motion: the pond be dug")


def on_notice(*lines: str, agenda: str = ON_NOTICE) -> list[str]:
    taking = called(agenda)
    lines_in(taking, (*BEGUN, *lines))
    return [row for row in minute(taking) if row.startswith("Motion on notice")]


def test_a_motion_of_the_agenda_stands_over_its_item_until_it_is_moved() -> None:
    how = "Motion on notice (/move on notice @mover @seconder): the"
    assert on_notice("# 4") == [how]
    assert on_notice("# 4", "They talked.") == [how]
    assert on_notice("# 4", "/move on notice @penrose @okafor") == []
    assert on_notice("# 4", "/move @penrose: the pond be filled") == []
    assert on_notice("# 4", "= the pond be left alone") == []
    assert on_notice("# 3") == []
    named = ON_NOTICE.replace("the pond be dug", "the pond be dug\n   Moved by: Cllr Ida Penrose")
    assert on_notice("# 4", agenda=named) == ["Motion on notice (/move moves it): the pond be dug"]


def test_the_motion_of_a_sub_item_stands_there_until_it_is_moved() -> None:
    agenda = ON_NOTICE.replace("the pond be dug", "the pond be dug\n   (a) A Bench\n      Motion: a bench be bought")
    agenda = agenda.replace("   Motion: the pond be dug\n", "")
    assert on_notice("# 4a", agenda=agenda) == ["Motion on notice (/move on notice @mover @seconder): a"]
    assert on_notice("# 4a", "/move on notice @quill", agenda=agenda) == []


def test_a_long_motion_of_the_agenda_takes_three_rows() -> None:
    taking = called(ON_NOTICE.replace("the pond be dug", "the pond be dug, " * 20))
    lines_in(taking, (*BEGUN, "# 4"))
    rows = minute(taking)
    at = next(i for i, row in enumerate(rows) if row.startswith("Motion on notice"))
    assert rows[at + 2].endswith("…")
    assert rows[at + 3] == ""
    assert all(len(row) <= WIDTH for row in rows)


def test_prepared_text_is_marked_until_it_is_confirmed() -> None:
    before = minute(meeting(*BEGUN, "# 3"))
    assert before[0] == "Report of Rosa Winter, Director of Buildings"
    assert "┊ prepared, not yet confirmed: F5 says it happened as" in before
    assert "┊ The Board considered a report of Rosa Winter, Director of" in before
    after = minute(meeting(*BEGUN, "# 3", "/prepared"))
    assert "  The Board considered a report of Rosa Winter, Director of" in after
    assert not [row for row in after if "┊" in row]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["The plan was received."], ["  The plan was received."]),
        (["Ms Smith said [b]no[/b]."], ["  Ms Smith said [b]no[/b]."]),
        (["- ice", "-- black ice"], ["   • ice", "     • black ice"]),
        (["? Who would pay", "> Nobody"], ["   • Who would pay", "     • Response: Nobody"]),
        (["## Parking"], ["  Parking"]),
        (['" Never again.'], ["  “Never again.”"]),
        (["| Parish | Precept |", "| Over | £3 |"], ["  │ Parish │ Precept │", "  │ Over   │ £3      │"]),
        (["~ ask about the slides"], ["  ~ ask about the slides (private)"]),
        (["= the plan be noted"], ["  RESOLVED that the plan be noted."]),
        (
            ["= the plan:", "== be noted", "== be sent", "=== twice"],
            ["   a) be noted", "   b) be sent", "     i) twice"],
        ),
        (["= the plan be noted", "/vote 3 1"], ["  RESOLVED (3 for, 1 against) that the plan be noted."]),
        (["! @penrose report back"], ["  Action: Councillor Penrose to report back."]),
    ],
)
def test_the_minute_reads_as_it_will_be_printed(lines: list[str], rows: list[str]) -> None:
    shown = minute(meeting(*BEGUN, "# 4", *lines))
    assert [row for row in rows if row not in shown] == [], shown


def test_a_jot_stands_where_it_was_made() -> None:
    shown = minute(meeting(*BEGUN, "# 4", "The first.", "~ a jot", "The last."))
    places = [shown.index(row) for row in ("  The first.", "  ~ a jot (private)", "  The last.")]
    assert places == sorted(places)


def test_the_selected_block_is_marked_and_kept_in_sight() -> None:
    taking = meeting(*BEGUN, "# 4", "The first.", "The last.")
    record = taking.record
    first = record.entry.blocks[0].seq
    rows, focus = views.minute_rows(record, compose_entry(record, taking.house, record.entry_key), WIDTH, first)
    assert [row for row in said(rows) if row.startswith("▌")] == ["▌ The first."]
    assert focus is not None
    assert "▌ The first." in said(rows)[:focus]


def test_a_row_of_a_block_leads_to_the_block() -> None:
    taking = meeting(*BEGUN, "# 4", "The first.", "= the plan be noted")
    record = taking.record
    rows, _ = views.minute_rows(record, compose_entry(record, taking.house, record.entry_key), WIDTH)
    keys = {text: row.key for text, row in zip(said(rows), rows, strict=True) if text.strip()}
    assert record.block(int(keys["  The first."] or 0)) is not None
    assert keys["  RESOLVED that the plan be noted."] == record.last_seq


# --- the room


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([], ["0 of 5 present", "quorum 3", "NO QUORUM"]),
        (BEGUN, ["5 of 5 present", "quorum ✓", "C Penrose I", "  Okafor B"]),
        (["/present @quill", "/start 14:00"], ["1 of 5 present", "NO QUORUM", "  Quill M"]),
        ([*BEGUN, "/leave @quill 14:10"], ["4 of 5 present", "- Quill M"]),
        ([*BEGUN, "/chair @okafor"], ["  Penrose I", "C Okafor B"]),
        ([*BEGUN, "/officer @lark", "/guest Jo Bell, Hall"], ["ALSO HERE", "  Lark T", "  Bell J"]),
        ([*BEGUN, "/resign @smith"], ["4 of 4 present"]),
        ([*BEGUN, "/speak @okafor @penrose"], ["SPEAKERS", "  Okafor B", "  Penrose I"]),
        ([*BEGUN, "/speak @okafor @penrose", "/speak"], ["▶ Okafor B", "  Penrose I"]),
        ([*BEGUN, "/declare @okafor 3 dpi a roof; left", "# 3"], ["- Okafor B", "INTERESTS", "✓ Okafor B has left:"]),
        ([*BEGUN, "/declare @okafor 3 dpi a roof", "# 3"], ["  Okafor B", "INTERESTS", "✗ Okafor B must leave:"]),
    ],
)
def test_who_is_in_the_room(lines: Sequence[str], wanted: list[str]) -> None:
    shown = room(meeting(*lines))
    assert [row for row in wanted if row not in shown] == [], shown


def test_an_interest_in_another_item_does_not_show() -> None:
    assert "INTERESTS" not in room(meeting(*BEGUN, "/declare @okafor 3 dpi a roof; left", "# 4"))


def test_below_a_motion_that_was_altered_stands_what_changed() -> None:
    taking = minuting(
        "parish_council",
        "/move @birch @cedar: the pond be dug",
        "/alter the pond be dug in June",
        "/alter the pond be filled",
    )
    minute = compose_entry(taking.record, taking.house, taking.record.entry_key)
    rows, _ = views.minute_rows(taking.record, minute, 70)
    shown = ["".join(run.text for run in one.runs).strip() for one in rows]
    assert "± the pond be dug [+ in June]" in shown
    assert "± the pond be [− dug in June] [+ filled]" in shown


def test_the_room_counts_as_the_chair_sees_it_and_says_what_is_missing() -> None:
    text = BOARD.replace("quorum: 3", "quorum: 3, of which 1 councillor").replace(
        "officer:", "substitute: Jo Field | | Vale Voluntary Action | for Ms Joan [/] Smith\nofficer:"
    )
    taking = called(text)
    for line in ("/present @aprhys @smith", "/sub @field", "/remote @lark", "/chair @lark", "/start 14:00"):
        taking.line(line)
    rows = room(taking, 40)
    assert rows[1:5] == ["2 of 5 present", "quorum 3, of which 1 councillor", "NO QUORUM", "  1 more member needed"]
    assert rows[5] == "  1 councillor needed"
    assert rows[rows.index("ALSO HERE") :] == ["ALSO HERE", "  Field J", "C Lark T"]


def test_a_paragraph_stands_after_its_number_within_the_minute() -> None:
    parts = (
        tree.Paragraph(text="The pond was deep.", paragraph="7.1"),
        tree.Decision(
            lead="RESOLVED that:", clauses=(tree.Clause(label="(1)", text="It be drained."),), paragraph="7.2"
        ),
        tree.Quotation(text="“So be it.”"),
    )
    shown = [line for part in parts for _, _, rows in views.part_rows(part, WIDTH) for line in said(rows)]
    assert [line for line in shown if line] == [
        "7.1 The pond was deep.", "7.2 RESOLVED that:", " (1) It be drained.", "“So be it.”",
    ]  # fmt: skip
