"""The recorded vote in rows: nobody hidden, nothing wider than the screen, everything said in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from boardtui.clerk.rollcall_rows import (
    NARROWEST,
    count_row,
    foot_runs,
    in_sight,
    layout,
    question_rows,
    sheet_rows,
)
from boardtui.clerk.widgets.pane import Row, row
from boardtui.model.text import literal
from boardtui.rules.marking import Line, Sheet, Whom
from boardtui.rules.rollcall import Question, totals
from support.hostile import TEXTS, forbidden


def sheet(
    voters: int, *, barred: int = 0, parties: int = 3, name: str = "Pell T", ways: dict[str, str] | None = None
) -> Sheet:
    """A sheet of so many, each of one of so many parties."""
    people = tuple(f"p{n}" for n in range(voters))
    lines = [Line(Whom.EVERYONE, "Everyone", people)]
    lines += [Line(Whom.PARTY, f"Party {n}", people[n::parties]) for n in range(parties)]
    lines += [Line(Whom.REST, "The rest")]
    lines += [Line(Whom.VOTER, f"{name}{n}", (who,), f"Party {n % parties}") for n, who in enumerate(people)]
    lines += [Line(Whom.BARRED, f"{name}b{n}", (f"b{n}",), why="council tax arrears") for n in range(barred)]
    return Sheet(tuple(lines), ways or {})


def text(shown: Row) -> str:
    return "".join(run.text for run in shown.runs)


def drawn(sheet: Sheet, width: int = 78, height: int = 16) -> list[str]:
    rows, _ = sheet_rows(sheet, layout(sheet, width, height))
    return [text(one) for one in rows]


@given(st.integers(0, 70), st.integers(0, 3), st.integers(1, 7), st.integers(10, 250), st.integers(1, 60))
def test_every_line_is_drawn_once_where_the_layout_says(
    voters: int, barred: int, parties: int, width: int, height: int
) -> None:
    one = sheet(voters, barred=barred, parties=parties)
    laid = layout(one, width, height)
    rows, focus = sheet_rows(one, laid)
    assert focus == 0
    found = [laid.line_at(y, x) for y in range(len(rows)) for x in range(0, max(width, laid.width), 1)]
    assert {place for place in found if place is not None} == set(range(len(one.lines)))
    for place in range(len(one.lines)):
        shown, at = sheet_rows(one.to(place), laid)
        assert at == laid.row_of(place)
        assert "▶" in text(shown[at])
        assert sum(text(line).count("▶") for line in shown) == 1
        assert 0 <= laid.beside(place, 1) < len(one.lines)
        assert laid.beside(laid.beside(place, 1), -1) <= max(place, laid.heads)


@pytest.mark.parametrize(("voters", "width", "height"), [(15, 78, 16), (60, 118, 32), (60, 198, 50), (30, 78, 16)])
def test_everybody_is_seen_at_once_where_there_is_room(voters: int, width: int, height: int) -> None:
    assert len(drawn(sheet(voters), width, height)) <= height


@pytest.mark.parametrize("width", [NARROWEST, 30, 78, 118, 198])
def test_no_row_is_wider_than_the_screen(width: int) -> None:
    for name in ("Pell T", "Featherstonehaugh-Cholmondeley A B C", "山田太郎 "):
        assert all(cell_len(line) <= width for line in drawn(sheet(20, name=name), width))


def test_how_somebody_votes_is_said_in_words() -> None:
    ways = {"p0": "for", "p1": "against", "p2": "abstained", "p3": "none"}
    rows = drawn(sheet(5, parties=1, ways=ways), 78, 30)
    assert [line.split()[-1] for line in rows[-5:]] == ["for", "against", "abstain", "vote", "·"]
    assert rows[0].split() == ["▶", "Everyone", "5", "mixed", "Party", "0", "5", "mixed", "The", "rest", "1", "·"]


def test_who_may_not_vote_stands_apart_with_why() -> None:
    assert drawn(sheet(2, barred=1), 78, 30)[-3:] == ["", "HERE, AND MAY NOT VOTE", "  Pell Tb0: council tax arrears"]
    marked = drawn(sheet(2, barred=1, ways={"b0": "for"}), 78, 30)[-1]
    assert marked == "  Pell Tb0: council tax arrears  for all the same"


def test_nobody_here_is_said() -> None:
    assert drawn(sheet(0))[-1] == "Nobody who may vote is here. The register says who is."


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_hostile_names_and_parties_are_letters_of_a_known_width(words: str) -> None:
    name = words[:200] or "x"
    lines = (
        Line(Whom.EVERYONE, "Everyone", ("a",)), Line(Whom.PARTY, name, ("a",)), Line(Whom.REST, "The rest"),
        Line(Whom.VOTER, name, ("a",), name), Line(Whom.BARRED, name, ("b",), why=name),
    )  # fmt: skip
    rows = drawn(Sheet(lines), 78, 16)
    assert all(literal(one) == one and not forbidden(one) for one in rows)
    assert all(cell_len(one) <= 78 for one in rows[:-1])


def test_the_count_is_told_in_words_and_figures() -> None:
    shown = count_row(totals({"a": "for", "b": "against", "c": "none"}), 2)
    assert text(shown).split("   ") == ["For 1", "Against 1", "Abstained 0", "Not voting 1", ""]
    assert shown.right is not None and shown.right.text == "2 not heard yet"
    assert (all_heard := count_row(totals({}), 0).right) is not None and all_heard.text == "all heard"


def test_the_question_stands_word_for_word() -> None:
    words = "that the square be paved with stone from the old quarry, as shown"
    rows = question_rows(Question(7, "the substantive motion", words, again=True), 40)
    assert text(rows[0]) == "THE SUBSTANTIVE MOTION · COUNTED ANEW"
    assert " ".join(text(one) for one in rows[1:]) == words
    assert text(question_rows(Question(7, "the motion"), 60)[1]) == "Its words have not been given."
    assert text(question_rows(Question(0, "Nothing is before the meeting"), 60)[0]).startswith("Nothing is before")


def test_a_long_question_says_that_there_is_more() -> None:
    rows = [row(f"line {n}") for n in range(9)]
    first, later = in_sight(rows, 0, 4), in_sight(rows, 4, 4)
    assert [text(one) for one in first] == ["line 0", "line 1", "line 2", "line 3"]
    assert first[0].right is not None and first[0].right.text == "PgDn: more"
    assert later[0].right is not None and later[0].right.text == "PgUp PgDn: all of it"
    assert in_sight(rows[:3], 0, 4) == rows[:3]


def test_the_foot_tells_the_keys_or_what_the_letters_found() -> None:
    one = Sheet((Line(Whom.EVERYONE, "Everyone"), Line(Whom.VOTER, "Pell T", ("a",), found_by=("pellt",)),
                 Line(Whom.VOTER, "Penn A", ("b",), found_by=("penna",))))  # fmt: skip
    assert "".join(run.text for run in foot_runs(one)) == "1 for 2 against 3 abstain 4 no vote 0 clear "
    assert "".join(run.text for run in foot_runs(one.typed("p"))) == "p Pell T, 2 found: ↓ the next"
    assert "".join(run.text for run in foot_runs(one.typed("p").typed("e").typed("n"))) == "pen Penn A"
    assert "".join(run.text for run in foot_runs(one.typed("x"))) == "x nobody: Backspace"
