"""The draft in rows: all that will print, each gap in its place, and a text large."""

from __future__ import annotations

from boardtui.clerk.draft_rows import Stop, draft_rows, large_rows, stops
from boardtui.clerk.widgets.pane import Row
from boardtui.minutes.compose import compose
from boardtui.minutes.writers import writer
from boardtui.rules.gaps import gaps
from support.agenda_texts import BOARD
from support.laid_out import LAID_OUT
from support.meetings import Taking, called

LINES = (
    "/present all", "/start 14:00", "# 4", "The plan was introduced.", "/move @penrose: the plan be noted", "/vote 3 1",
    "It will be read again.", "# 5", "* one thing", "* another", "/resolve the rest be left; and the door be shut",
)  # fmt: skip


def taken(*lines: str) -> Taking:
    taking = called(BOARD)
    for line in lines:
        taking.line(line)
    return taking


def draft(taking: Taking, width: int = 90) -> list[Stop]:
    return stops(compose(taking.record, taking.house), taking.record, gaps(taking.record), width)


def texts(rows: list[Row] | tuple[Row, ...]) -> list[str]:
    return ["".join(run.text for run in row.runs) for row in rows]


def test_all_that_prints_is_there_in_its_order() -> None:
    taking = taken(*LINES, "/close 15:10")
    printed = writer("txt")(compose(taking.record, taking.house)).decode()
    shown = " ".join(line for one in draft(taking, 400) if not one.gap for line in texts(one.rows))
    words = {word for word in printed.split() if word.isalpha()}
    assert words <= set(shown.split())
    places = [shown.index(words) for words in ("Winter Plan", "introduced", "be noted", "read again", "door be shut")]
    assert places == sorted(places)


def test_a_gap_stands_behind_what_it_is_about() -> None:
    found = draft(taken(*LINES))
    at = next(place for place, one in enumerate(found) if one.gap and "seconder" in texts(one.rows)[0])
    assert "the plan be noted" in " ".join(texts(found[at - 1].rows))
    assert "CARRIED" in " ".join(texts(found[at + 1].rows))
    assert found[at].entry == found[at - 1].entry


def test_every_gap_stands_once() -> None:
    taking = taken(*LINES)
    shown = [texts(one.rows)[0][2:] for one in draft(taking, 400) if one.gap]
    assert sorted(shown) == sorted(gap.sentence for gap in gaps(taking.record))


def test_each_line_leads_to_its_block() -> None:
    taking = taken(*LINES)
    for one in draft(taking):
        if one.seq is not None and not one.gap:
            found = taking.record.block(one.seq)
            assert found is not None
            assert found[0].key == one.entry


def test_the_marked_one_has_its_gutter_and_is_in_sight() -> None:
    found = draft(taken(*LINES))
    rows, first, last = draft_rows(found, 3)
    assert {row.key for row in rows if row.runs and row.runs[0].text == "▌ "} == {3}
    assert [rows[place].key for place in range(first, last)] == [3] * (last - first)


def test_a_decision_is_read_back_clause_by_clause() -> None:
    found = draft(taken(*LINES))
    (said,) = [one.said for one in found if "the door be shut" in " ".join(texts(one.rows)) and not one.gap]
    assert len(said) == 3
    rows = texts(large_rows(said, 60))
    assert "t h e   d o o r   b e   s h u t" in " ".join(rows).casefold().replace("     ", "   ")
    assert max(map(len, rows)) <= 60 + 10


def test_text_is_literal() -> None:
    found = draft(taken("/present all", "/start 14:00", "# 4", "A [bold]word[/bold] and \\[x]."))
    assert any("[bold]word[/bold]" in line for one in found for line in texts(one.rows))


def test_an_attendance_in_a_table_is_shown_as_one() -> None:
    found = stops(LAID_OUT, taken().record, (), 80)
    shown = [line.rstrip() for one in found for line in texts(one.rows)]
    assert shown[shown.index("Attendance:") + 1 :][:3] == [
        "│ Name      │ Role  │ There     │", "│ Ann Alder │ Chair │ Present   │", "│ Ben Birch │       │ Apologies │",
    ]  # fmt: skip
