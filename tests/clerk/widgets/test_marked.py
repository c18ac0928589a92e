"""Words with what changed in them marked."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from boardtui.clerk.widgets.marked import marked_rows
from boardtui.model.text import literal
from boardtui.rules.differences import differences
from support.hostile import TEXTS, forbidden


def shown(before: str, after: str, width: int = 60) -> list[str]:
    rows = marked_rows(differences(before, after), width, "strong", first="± ", rest="  ")
    return ["".join(run.text for run in one.runs) for one in rows]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("the pond be dug", "the pond be dug", "± the pond be dug"),
        ("the pond be dug", "the pond be dug in June", "± the pond be dug [+ in June]"),
        ("the pond be dug.", "the pond be dug, in June.", "± the pond be dug[+ , in June]."),
        ("the old pond be dug", "the pond be dug", "± the [− old] pond be dug"),
        ("the pond be dug", "the pool be dug", "± the [− pond] [+ pool] be dug"),
        ("", "the pond", "± [+ the pond]"),
        ("the pond", "", "± [− the pond]"),
    ],
)
def test_what_is_new_and_what_is_gone_is_said_by_signs(before: str, after: str, line: str) -> None:
    assert shown(before, after) == [line]


def test_each_run_keeps_its_style_where_the_words_go_on_in_the_next_row() -> None:
    rows = marked_rows(differences("a", "a and many more words than would stand in one row"), 24, "strong")
    assert len(rows) > 1
    assert {run.style for one in rows for run in one.runs if run.text.strip(" []")} == {"strong", "accent"}
    assert {run.style for run in rows[1].runs if run.text} == {"accent"}


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_hostile_words_are_letters(words: str) -> None:
    for line in shown(words[:300], f"so {words[:300]} it be", 40):
        assert literal(line) == line and not forbidden(line)
        assert cell_len(line) <= 40
