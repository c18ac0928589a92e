"""The tables of a meeting: which rows there are, and that they say no more than the house prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardtui.minutes.house import House
from boardtui.minutes.sheets import COLUMNS, Row, actions, attendance, decisions, votes
from boardtui.model.record import Record
from support.minutes import minuting

Rows = Callable[[Record, House], Iterator[Row]]
DOCS = Path(__file__).parents[2] / "docs" / "exports.md"


def table(name: str, rows: Rows, *lines: str, house: str = "parish_council") -> list[dict[str, str]]:
    """The rows of a table of a small meeting, by the names of their columns."""
    taking = minuting(house, *lines)
    return [dict(zip(COLUMNS[name], row, strict=True)) for row in rows(taking.record, taking.house)]


def column(rows: list[dict[str, str]], name: str) -> list[str]:
    return [row[name] for row in rows]


def test_an_action_has_its_owners_and_its_day_as_printed_and_as_data() -> None:
    (row,) = table("actions", actions, "! @birch @cedar: drain the pond, by 4 October 2026", "+ and the ditch")
    assert row["owners"] == "Cllr Birch; Cllr Cedar"
    assert row["action"] == "drain the pond, and the ditch"
    assert (row["due"], row["due_date"]) == ("4 October 2026", "2026-10-04")
    assert (row["date"], row["body"], row["minute"], row["item"], row["title"]) == (
        "2026-09-04", "Harbour Committee", "7", "3", "The Pond",
    )  # fmt: skip


def test_what_was_only_prepared_or_jotted_is_no_row() -> None:
    assert table("actions", actions, "! @birch drain it", "/undo", "~ ! drain it") == []


def test_reasons_and_times_stand_there_where_the_house_prints_them() -> None:
    lines = ("/apologies @birch (unwell)", "/late @cedar", "/arrive @cedar 14:20", "/leave @elm 14:30 for good")
    for house, reason, arrived, left in (
        ("parish_council", "unwell", "2.20 pm", "2.30 pm"),
        ("partnership_board", "", "", ""),
    ):
        rows = {row["name"].split()[-1]: row for row in table("attendance", attendance, *lines, house=house)}
        assert (rows["Birch"]["status"], rows["Birch"]["reason"]) == ("apologies", reason)
        assert (rows["Cedar"]["status"], rows["Cedar"]["arrived"]) == ("arrived", arrived)
        assert rows["Elm"]["left"] == left


def test_a_second_day_has_rows_of_its_own() -> None:
    lines = ("/adjourn to 7 September 2026 2 pm", "/resume 7 September 2026 14:00", "/apologies @birch")
    rows = table("attendance", attendance, *lines)
    birch = [(row["day"], row["status"]) for row in rows if "Birch" in row["name"]]
    assert birch == [("2026-09-04", "present"), ("2026-09-07", "apologies")]


def test_a_decision_has_its_words_its_movers_and_its_figures() -> None:
    (row,) = table(
        "decisions", decisions,
        "/recommend Cabinet: the pond be drained", "/reason it smelt", "/move @birch @cedar", "/vote 3 1 0",
    )  # fmt: skip
    assert (row["kind"], row["recommended_to"], row["reason"]) == ("recommended", "Cabinet", "it smelt")
    assert (row["moved_by"], row["seconded_by"]) == ("Cllr Birch", "Cllr Cedar")
    assert (row["for"], row["against"], row["abstained"], row["not_voting"]) == ("3", "1", "0", "")
    assert row["decision"].endswith("that the pond be drained.")


@pytest.mark.parametrize("end", ["/lost", "/deferred", "/lapsed", "/vote 2 2 0"])
def test_what_was_not_taken_is_no_decision(end: str) -> None:
    assert table("decisions", decisions, "/move @birch @cedar: the pond be drained", end) == []
    assert table("decisions", decisions, "= the pond be drained", end) == []


def test_earlier_minutes_and_the_public_out_are_decisions_too() -> None:
    rows = table("decisions", decisions, "/minutes 1 August 2026 approved", "# 6", "/exclude 3")
    assert column(rows, "kind") == ["minutes", "exclusion"]
    assert "1 August 2026" in rows[0]["decision"]


def test_a_recorded_vote_has_a_row_for_each_figure_and_each_member() -> None:
    rows = table("votes", votes, "/move @birch @cedar: it be drained", "/recorded all for; against @elm")
    assert {row["vote"] for row in rows} == {"1"}
    assert {row["question"] for row in rows} == {"it be drained"}
    assert {row["result"] for row in rows} == {"carried"}
    figures = [(row["option"], row["number"]) for row in rows if row["row"] == "figure"]
    assert figures == [("for", "4"), ("against", "1"), ("abstained", "0")]
    named = {row["name"]: row["option"] for row in rows if row["row"] == "named"}
    assert len(named) == 5
    assert named["Eve Elm"] == "against"


def test_a_tie_the_casting_vote_that_ends_it_and_a_members_own_vote() -> None:
    moved = ("/move @birch @cedar: it be drained", "/vote 2 2 0")
    assert set(column(table("votes", votes, *moved), "result")) == {"equal"}
    rows = table("votes", votes, *moved, "/casting against", "/myvote @elm for")
    assert set(column(rows, "result")) == {"lost"}
    assert [(row["row"], row["option"], row["name"]) for row in rows if row["row"] != "figure"] == [
        ("own", "for", "Eve Elm"), ("casting", "against", "Cllr Alder"),
    ]  # fmt: skip


def test_a_recount_takes_the_place_of_the_count() -> None:
    rows = table("votes", votes, "/move @birch @cedar: it be drained", "/vote 2 3 0", "/recount 3 2 0")
    assert column(rows, "number") == ["3", "2", "0"]
    assert set(column(rows, "result")) == {"carried"}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_are_documented_as_they_are(name: str) -> None:
    assert f"`{' '.join(COLUMNS[name])}`" in " ".join(DOCS.read_text("utf-8").split())
