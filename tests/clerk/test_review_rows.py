"""The two sides of the review in rows: what is dim, what is bright, and what marks it without colour."""

from __future__ import annotations

from boardtui.agendas.parts import DOUBTFUL, Part, Placed
from boardtui.clerk.review.agenda_rows import agenda_rows
from boardtui.clerk.review.marking import Marking
from boardtui.clerk.review.source_rows import SourceRows
from boardtui.clerk.widgets.pane import Row
from support.readings import mailed, reading


def shown(row: Row) -> tuple[str, str]:
    """Its text, and the style of its words."""
    return "".join(run.text for run in row.runs).rstrip(), row.runs[-1].style


def sides(marking: Marking, width: int = 60) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    here = marking.one.lines if marking.one else ()
    lines = SourceRows(marking.lines, here, marking.line, width, led=marking.in_source)
    rows, _ = agenda_rows(
        marking.reading.placed, marking.shown, marking.idle, marking.at, width, led=not marking.in_source
    )
    return [shown(row) for row in lines], [shown(row) for row in rows]


def test_used_lines_are_dim_and_left_over_ones_bright_with_a_mark_each() -> None:
    lines, _ = sides(Marking(mailed()))
    assert lines[0] == ("▶ 1   Nether [/] Poole Parish Council", "selected")
    assert lines[1] == ("  2   1 June 2027", "muted")
    assert lines[6] == ("  7 ? Cllr Eve Marsh", "accent")
    assert lines[7] == ("  8 · AGENDA", "muted")
    assert lines[11] == (" 12 ! path to the Village Green [phase 2]", "strong")


def test_every_line_of_what_is_marked_is_marked() -> None:
    joined = reading((Part.DATE, "1 June"), Placed(Part.ITEM, "A title that goes on", (2, 3), "1"))
    marking = Marking(joined)
    marking.go_to(1)
    lines, agenda = sides(marking)
    assert [text[:2] for text, _ in lines] == [" 1", "▶2", "▶3"]
    assert [style for _, style in lines] == ["muted", "selected", "selected"]
    assert agenda[1] == ("▶  1. A title that goes on", "here")


def test_a_line_that_is_marked_is_shown_whole() -> None:
    long = reading((Part.ITEM, "word " * 30, "1"), (Part.ITEM, "word " * 30, "2"))
    lines, _ = sides(Marking(long), width=40)
    assert len(lines) > 4
    assert {style for _, style in lines[:-1]} == {"selected"}
    assert lines[-1][1] == "muted"


def test_a_doubt_and_what_has_no_effect_have_a_mark_and_a_reason() -> None:
    odd = reading(
        (Part.NOTE, "See the plan"),
        Placed(Part.ITEM, "Budget", (2,), "1", sure=DOUBTFUL),
        (Part.RECOMMENDATION, "agree"),
        (Part.CLAUSE, "at once"),
    )
    _, agenda = sides(Marking(odd))
    assert agenda == [
        ("▶✗    note: See the plan (no item above it)", "here"),
        (" ? 1. Budget", "accent"),
        ("      recommendation: agree", "plain"),
        ("         sub-clause: at once", "plain"),
    ]


def test_rows_are_made_for_as_far_as_they_are_looked_at() -> None:
    many = reading(*((Part.ITEM, f"Item {number}", str(number)) for number in range(2000)))
    lines = SourceRows(Marking(many).lines, (), 1000, 60, led=True)
    assert len(lines) == 2000
    assert [shown(row)[0] for row in lines[-2:]] == [" 1999   1998. Item 1998", " 2000   1999. Item 1999"]
    assert lines.focus == 999
