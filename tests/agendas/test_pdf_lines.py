"""Words that stand somewhere become the lines that somebody reads."""

from __future__ import annotations

import pytest

from boardtui.agendas.pdf_apart import Word
from boardtui.agendas.pdf_furniture import furniture_of
from boardtui.agendas.pdf_lines import Line, in_reading_order, lines_of, pieces
from support.pdf_words import RIGHT, laid, words


def read(*lines: str) -> list[str]:
    """What is read of these lines, in its order."""
    return [line.whole for line in in_reading_order(laid(*lines), RIGHT)]


def test_words_on_one_baseline_are_a_line_from_left_to_right() -> None:
    several = [*words("of Interest", x=130), *words("Declarations"), *words("Nil", y=114)]
    assert [line.whole for line in lines_of(1, several)] == ["Declarations of Interest", "Nil"]


def test_a_raised_ending_belongs_to_its_number() -> None:
    day = words("Monday 11")
    raised = Word(day[-1].x1, 98.0, day[-1].x1 + 5, 104.0, 6.0, False, "th")
    assert [line.whole for line in lines_of(1, [*day, raised, *words("June", x=raised.x1 + 3)])] == ["Monday 11th June"]


@pytest.mark.parametrize(
    "before", ["1.", "7a.", "43/19", "(a)", "(iv)", "FGB 38/2021", "(49)", "A.", "•", "3.1", "Item 4", "HW12/20"]
)
def test_a_number_or_bullet_before_a_tab_is_no_part_of_the_text(before: str) -> None:
    (line,) = lines_of(1, [*words(before), *words("Apologies for Absence", x=160)])
    assert (line.marker, line.text) == (before, "Apologies for Absence")


@pytest.mark.parametrize("text", ["1. Apologies", "12 June 2028"])
def test_a_number_before_a_space_is_part_of_the_text(text: str) -> None:
    (line,) = laid(text)
    assert (line.marker, line.text) == ("", text)


def test_a_word_before_a_tab_is_no_number() -> None:
    (line,) = lines_of(1, [*words("Councillor"), *words("Abney", x=200)])
    assert line.marker == ""


def test_the_weight_of_a_number_doesnt_count() -> None:
    (line,) = lines_of(1, [*words("1."), *words("Welcome", x=90, bold=True)])
    assert line.bold


def test_dots_that_lead_to_a_page_number_are_left_out() -> None:
    assert read("1. Apologies ............ 3") == ["1. Apologies 3"]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert read("Cllr Abney | Cllr Grier", "Cllr Barrow | Cllr Hartley", "Cllr Dymond | Cllr Jessop", "Contact: L Knoll") == [
        "Cllr Abney", "Cllr Barrow", "Cllr Dymond", "Cllr Grier", "Cllr Hartley", "Cllr Jessop", "Contact: L Knoll",
    ]  # fmt: skip


def test_three_columns_are_read_one_after_the_other() -> None:
    assert read("Abney | Grier | Moss", "Baker | Heath | Nixon", "Clark | Innes | Olney") == [
        "Abney", "Baker", "Clark", "Grier", "Heath", "Innes", "Moss", "Nixon", "Olney",
    ]  # fmt: skip


def test_what_stands_side_by_side_only_twice_is_read_across() -> None:
    assert read("Abney | Grier", "Baker | Heath") == ["Abney", "Grier", "Baker", "Heath"]


def test_a_label_and_what_is_said_are_one() -> None:
    assert read("Date: | Monday, 11 June", "Time: | 2.00 pm", "Place: | Guildhall") == [
        "Date: Monday, 11 June", "Time: 2.00 pm", "Place: Guildhall",
    ]  # fmt: skip


def test_page_numbers_at_the_right_are_no_column() -> None:
    lines = ["1. Apologies | 3", "2. Minutes | 5 - 14", "3. Budget | 15 - 20"]
    assert read(*lines) == ["1. Apologies", "3", "2. Minutes", "5 - 14", "3. Budget", "15 - 20"]


def test_a_line_stretched_to_both_margins_is_in_one_part() -> None:
    (line,) = lines_of(1, words("which the Chair takes as a matter of urgency", space=20))
    assert [part.whole for part in pieces(line)] == ["which the Chair takes as a matter of urgency"]


def pages_with(*heads: str, foot: str = "", body: str = "Minutes") -> list[tuple[float, list[Line]]]:
    """Pages with these heads, and feet where {} is their number."""
    return [
        (
            842.0,
            [
                *laid(head, page=page, top=40),
                *laid(body, page=page, top=400),
                *laid(foot.format(page), page=page, top=800),
            ],
        )
        for page, head in enumerate(heads, 1)
    ]


def aside(pages: list[tuple[float, list[Line]]]) -> list[tuple[int, str]]:
    found = furniture_of(pages)
    return [(line.page, line.whole) for _, lines in pages for line in lines if id(line) in found]


def test_a_title_that_runs_on_is_an_aside_from_its_second_page_on() -> None:
    assert aside(pages_with("Marrick Council", "Marrick Council", "Marrick Council")) == [
        (2, "Marrick Council"), (3, "Marrick Council"),
    ]  # fmt: skip


def test_left_and_right_pages_may_have_titles_of_their_own() -> None:
    assert aside(pages_with("Agenda", "Marrick", "Agenda", "Marrick")) == [(3, "Agenda"), (4, "Marrick")]


def test_a_foot_is_an_aside_on_every_page_whatever_number_it_has() -> None:
    assert aside(pages_with("One", "Two", foot="Board, page {} of 2, issued 1.9.2028")) == [
        (1, "Board, page 1 of 2, issued 1.9.2028"), (2, "Board, page 2 of 2, issued 1.9.2028"),
    ]  # fmt: skip


@pytest.mark.parametrize("foot", ["Page 3 of 9", "page 3", "3", "- 3 -", "3/9", "iv"])
def test_the_number_of_a_page_is_an_aside_on_one_page_too(foot: str) -> None:
    assert aside(pages_with("Agenda", foot=foot)) == [(1, foot)]


@pytest.mark.parametrize("stamp", ["Agenda Item 4", "Minute Item 12a", "This page is intentionally left blank"])
def test_a_stamp_is_an_aside_wherever_it_stands(stamp: str) -> None:
    assert aside([(842.0, laid(stamp, top=300))]) == [(1, stamp)]


def test_the_same_words_in_the_midst_of_pages_are_text() -> None:
    assert aside(pages_with("One", "Two", body="Recommendations")) == []


def test_the_same_words_far_apart_are_text() -> None:
    assert aside(pages_with("Report to the Board", "a", "b", "c", "Report to the Board")) == []
