"""The register in rows: who is found by letters, what is said of each, the count, and that it all fits."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from boardtui.clerk.register.rows import found, heading_runs, legend_rows, register_rows, stage_rows, typed_runs
from boardtui.clerk.widgets.line import Line
from boardtui.clerk.widgets.pane import Row, Run
from boardtui.rules.registering import roll
from support.meetings import Taking, called

BOARD = """---
committee: Saltway Board
house: partnership_board
date: 4 September 2027
time: 2.00 pm
quorum: 3, of which 1 NHS
member: Cllr Dorothy Hale | Chair | | Residents
member: Cllr Edwin Pell | Deputy Chair
member: Walter de la Mare | | Fire Service
member: Siân O'Brien | Director of Public Health
member: Ms Joan [/] Smith | | NHS Saltway
substitute: Gail Adams | | Vale Trust | for Siân O'Brien
officer: Mr Tom Bright | Clerk
---
1. One
2. Two
   Report of: Dr Ann Quill | Director of Roads
"""
ALL = "/present all"
ON = (ALL, "/start 14:00", "# 1")


def taken(*lines: str) -> Taking:
    taking = called(BOARD)
    for line in lines:
        taking.line(line)
    return taking


def text(row: Row) -> str:
    return "".join(run.text for run in row.runs)


def shown(taking: Taking, at: str = "", width: int = 100) -> list[str]:
    rows, _ = register_rows(taking.record, roll(taking.record), at, width)
    return [" ".join(text(row).split()) for row in rows]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("", ["hale", "pell", "delamare", "obrien", "smith", "adams", "bright", "quill"]),
        ("h", ["hale"]),
        ("OB", ["obrien"]),
        ("o’b", ["obrien"]),
        ("mare", ["delamare"]),
        ("de la", ["delamare"]),
        ("a", ["adams"]),
        ("ann", ["quill"]),
        ("joan", ["smith"]),
        ("fire", ["delamare"]),
        ("dep", ["pell"]),
        ("ed pe", ["pell"]),
        ("director", ["obrien", "quill"]),
        ("xyz", []),
        ("[", []),
        ("I K", []),
    ],
)
def test_letters_find_people(words: str, people: list[str]) -> None:
    record = taken().record
    assert [one.person for one in found(record, roll(record), words)] == people


def test_a_later_word_of_a_surname_is_a_surname() -> None:
    record = called(BOARD.replace("Cllr Edwin Pell", "Cllr Edwin Mann-Rhys")).record
    assert [one.person for one in found(record, roll(record), "ma")] == ["mann-rhys", "delamare"]
    assert [one.person for one in found(record, roll(record), "rh")] == ["mann-rhys"]


def test_everybody_stands_under_a_heading_with_what_is_said_of_them() -> None:
    taking = taken(ALL, "/apologies @pell (unwell)", "/remote @delamare", "/sub @adams for @obrien", "/absent @obrien")
    taking.line("/officer @bright")
    taking.line("/present Ida Moss")
    assert shown(taking, "hale") == [
        "MEMBERS",
        "▶ ✓ here Cllr Dorothy Hale Chair · Residents",
        "– apologies Cllr Edwin Pell (unwell) · Deputy Chair",
        "✓ here, remote Walter de la Mare Fire Service",
        "– absent Siân O'Brien Gail Adams sits for them · Director of Public Health",
        "✓ here Ms Joan [/] Smith NHS Saltway",
        "✓ here Ida Moss not a member",
        "",
        "SUBSTITUTES",
        "✓ here Gail Adams for Siân O'Brien · Vale Trust",
        "",
        "OFFICERS",
        "✓ here Mr Tom Bright Clerk",
        "",
        "NAMED IN THE AGENDA",
        "· Dr Ann Quill Director of Roads",
    ]


def test_who_comes_and_goes_is_told_with_the_time() -> None:
    taking = taken("/late @pell", *ON, "/arrive @pell 14:10", "/leave @hale 14:20", "/leave @delamare", "/guest @quill")
    rows = shown(taking)
    assert "✓ arrived 14:10 Cllr Edwin Pell Deputy Chair" in rows
    assert "← left 14:20 Cllr Dorothy Hale Chair · Residents" in rows
    assert "← left Walter de la Mare Fire Service" in rows
    assert "✓ here Dr Ann Quill guest · Director of Roads" in rows
    taking.line("/return @hale 14:30")
    assert "✓ here Cllr Dorothy Hale Chair · Residents" in shown(taking)


def test_somebody_who_left_for_an_interest_is_out() -> None:
    assert "← out Cllr Edwin Pell Deputy Chair" in shown(taken(*ON, "/declare @pell 1 dpi a field; left"))


def test_of_a_member_nothing_may_be_said_and_what_waits_is_marked() -> None:
    taking = taken("/present @hale")
    rows, _ = register_rows(taking.record, roll(taking.record), "", 100, waits=frozenset({"hale"}))
    told = [" ".join(text(row).split()) for row in rows]
    assert "… here Cllr Dorothy Hale Chair · Residents" in told
    assert "· not said Cllr Edwin Pell Deputy Chair" in told


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        ((), "Register · 0 of 5 here · NO QUORUM"),
        ((ALL,), "Register · 5 of 5 here · quorum 3 ✓"),
        ((ALL, "/absent @smith"), "Register · 4 of 5 here · NO QUORUM"),
        ((ALL, "/sub @adams for @obrien", "/absent @obrien"), "Register · 5 of 5 here · quorum 3 ✓"),
    ],
)
def test_the_count_and_the_quorum_stand_at_the_top(lines: tuple[str, ...], heading: str) -> None:
    assert "".join(run.text for run in heading_runs(taken(*lines).record)) == heading


def told_of_stage(taking: Taking, *, timed: bool = True) -> str:
    return " ".join(text(row).strip() for row in stage_rows(taking.record, 100, timed=timed))


def test_what_a_mark_means_is_said() -> None:
    assert told_of_stage(taken()) == (
        "Before the meeting: what you mark holds from the start. * marks all members as here; then come the exceptions."
    )
    assert told_of_stage(taken(ALL)) == "Before the meeting: what you mark holds from the start."
    assert told_of_stage(taken(ALL, "/absent @smith")).endswith("For a quorum: 1 NHS.")
    assert told_of_stage(taken(*ON)) == (
        "The meeting is on: 1 on somebody away is an arrival now, 7 on somebody here a departure now. "
        "2, 3 and 4 put right who was here from the start."
    )
    assert "an arrival (its time is not known today)" in told_of_stage(taken(*ON), timed=False)
    assert told_of_stage(taken(*ON, "/close 15:00")).startswith(
        "The meeting is closed: what you mark holds from the start."
    )


def test_the_marked_row_is_kept_in_sight_and_told_by_more_than_its_colour() -> None:
    record = taken(ALL).record
    rows, focus = register_rows(record, roll(record), "smith", 80)
    assert text(rows[focus]).startswith("▶ ✓ here")
    assert rows[focus].key == "smith"


def test_the_keys_fit_the_narrowest_screen() -> None:
    assert [cell_len(text(row)) <= 78 for row in legend_rows()] == [True, True]


HOSTILE = "Ms \u202e[bold]\\[/] \x1b[31m" + "宽名" * 40


@pytest.mark.parametrize("width", [20, 78, 198])
def test_any_name_leaves_room_for_what_is_said_of_them(width: int) -> None:
    taking = called(BOARD.replace("Cllr Dorothy Hale", HOSTILE))
    taking.line(ALL)
    rows, _ = register_rows(taking.record, roll(taking.record), "", width)
    named = rows[1]
    assert "✓ here" in text(named)
    assert "Chair · Residents" in text(named)
    assert cell_len("".join(run.text for run in named.runs[:2])) == 2 + 17 + int(width * 0.4)


@pytest.mark.parametrize(("caret", "selected"), [(0, "J"), (2, "K"), (6, " ")])
def test_the_caret_is_seen_in_what_is_typed(caret: int, selected: str) -> None:
    line = Line()
    line.load("J Kerr", caret)
    runs = typed_runs("Name: ", line, 40)
    assert "".join(run.text for run in runs).rstrip() == "Name: J Kerr"
    assert [run.text for run in runs if run.style == "selected"] == [selected]


def test_of_a_long_name_the_end_that_is_typed_is_seen() -> None:
    line = Line()
    line.load("宽" * 100 + "end", 103)
    runs = typed_runs("Name: ", line, 40)
    assert sum(cell_len(run.text) for run in runs) <= 40
    assert "".join(run.text for run in runs).rstrip().endswith("end")
    assert runs[-2] == Run(" ", "selected")
