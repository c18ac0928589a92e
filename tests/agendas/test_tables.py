"""A table of an agenda is read row by row where its heads say what its columns hold, and else as it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.agendas.source import SourceLine
from boardtui.agendas.table_heads import Role, roles_of
from boardtui.agendas.tables import Cell, lines_of_table
from support.tables import Written, said, table, told

HEADS = ("Item", "Subject", "Lead", "Papers", "Timing", "Purpose", "Pages")


def test_a_row_is_an_item_and_each_cell_says_what_its_head_says() -> None:
    row = ("4.", "Winter plan", "Jo Abbot", "Enc 3", "2.10 pm", "To agree", "5 - 8")
    assert said(HEADS, row)[len(HEADS) :] == [
        ("item", "4.", "Winter plan"),
        ("lead", "", "Jo Abbot"),
        ("papers", "", "Enc 3"),
        ("planned time", "", "2.10 pm"),
        ("purpose", "", "To agree"),
        ("pages", "", "5 - 8"),
    ]


def test_the_heads_are_nothing_to_keep_also_where_they_are_printed_again() -> None:
    lines = said(("Item", "Title"), ("1", "Apologies"), ("ITEM", "Title"), ("2", "Minutes"))
    assert [line[0] for line in lines if line[0] != "item"] == ["nothing to keep"] * 4


def test_what_stands_below_a_title_belongs_to_it_and_comes_after_what_the_row_says() -> None:
    lines = said(("No.", "Item", "Lead"), ("3", "Care\n(a) Planned\nb. Urgent\nNumbers of beds", "S Birch"))
    assert lines[3:] == [
        ("item", "3", "Care"),
        ("lead", "", "S Birch"),
        ("sub-item", "(a)", "Planned"),
        ("sub-item", "b.", "Urgent"),
        ("note", "", "Numbers of beds"),
    ]


def test_a_heading_over_items_is_as_the_file_says_it() -> None:
    lines = said(("Item", "Title", "Lead"), (("Public Business", 3),), ("1", "Apologies", "Chair"), (("Nil", 3),))
    assert ("", "", "Public Business") in lines and ("", "", "Nil") in lines


def test_a_row_without_a_title_goes_on_with_the_item_above() -> None:
    lines = said(("Item", "Title", "Lead", "Papers"), ("1", "Apologies", "Chair", ""), ("", "", "", "List"))
    assert lines[-1] == ("papers", "", "List")


def test_a_label_in_a_cell_of_its_own_stands_before_what_is_said_beside_it() -> None:
    lines = said(
        ("Report to:", "Health Board"),
        ("Title:", "Care at Home\nIts first year"),
        ("Date:", ""),
        ("Report of", "A Grier"),
    )
    assert [text for _, _, text in lines] == [
        "Report to: Health Board", "Title: Care at Home", "Its first year", "Date:", "Report of", "A Grier",
    ]  # fmt: skip


def test_a_row_without_a_number_is_an_item_if_it_says_anything_else() -> None:
    lines = said(
        ("Item", "Title", "Time"), ("1", "Roads", "2.00 pm"), ("", "Break", "3.00 pm"), ("", "Bring a coat", "")
    )
    assert lines[5:] == [("item", "", "Break"), ("planned time", "", "3.00 pm"), ("", "", "Bring a coat")]


def test_a_lettered_row_and_a_part_of_a_number_are_parts_of_the_item_above() -> None:
    lines = said(
        ("Item", "Title"), ("3", "Care"), ("(a)", "Planned"), ("(b)", "Urgent"), ("3.1", "Late"), ("4", "Roads")
    )
    below = [("sub-item", "(a)"), ("sub-item", "(b)"), ("sub-item", "3.1")]
    assert [line[:2] for line in lines[2:]] == [("item", "3"), *below, ("item", "4")]


@pytest.mark.parametrize(
    "numbers", [("A.", "B.", "C."), ("i.", "ii.", "iii."), ("1.1", "1.2", "2.1"), ("43/19", "44/19")]
)
def test_items_may_be_lettered_themselves(numbers: tuple[str, ...]) -> None:
    lines = said(("Item", "Title"), *((number, "Roads") for number in numbers))
    assert [line[:2] for line in lines[2:]] == [("item", number) for number in numbers]


def test_the_only_column_with_items_may_have_their_numbers_in_it() -> None:
    lines = said(("Agenda item", "Who", "Mins"), ("1. Apologies", "Chair", "5"), ("2.30 pm Tea", "All", "1 hour"))
    assert lines[3:] == [
        ("item", "1.", "Apologies"),
        ("lead", "", "Chair"),
        ("planned length", "", "5"),
        ("item", "", "2.30 pm Tea"),
        ("lead", "", "All"),
        ("planned length", "", "1 hour"),
    ]


def test_the_column_of_numbers_may_have_no_head() -> None:
    lines = said(("", "Agenda Item", "Presenter", "Pages"), ("1", "Apologies", "Chair", "3"))
    assert lines[3:] == [("item", "1", "Apologies"), ("presented by", "", "Chair"), ("pages", "", "3")]


def test_where_nothing_is_numbered_a_title_alone_is_an_item_unless_it_goes_over_several_columns() -> None:
    lines = said(("Subject", "Lead", "Time"), ("Apologies", "", ""), (("Public Business", 2), ""), ("Roads", "Jo", ""))
    assert lines[3:] == [
        ("item", "", "Apologies"),
        ("", "", "Public Business"),
        ("item", "", "Roads"),
        ("lead", "", "Jo"),
    ]


def test_pages_alone_over_the_last_column_make_a_table_of_items() -> None:
    lines = said(("", "", "Page(s)"), ("1.", "Apologies", ""), ("2.", "Minutes\nTo be signed", "5 - 12"))
    assert lines[1:] == [
        ("item", "1.", "Apologies"),
        ("item", "2.", "Minutes"),
        ("pages", "", "5 - 12"),
        ("note", "", "To be signed"),
    ]


def test_one_head_may_stand_over_numbers_and_titles() -> None:
    lines = said((("AGENDA", 2), "Pages"), ("1.", "Apologies", "3"), (("Part one", 2), ""))
    assert lines[2:] == [("item", "1.", "Apologies"), ("pages", "", "3"), ("", "", "Part one")]


def test_the_number_of_an_item_is_without_that_word() -> None:
    assert said(("Item", "Title"), ("Item 5", "Roads"), ("Agenda Item No. 6", "Lanes"))[2:] == [
        ("item", "5", "Roads"),
        ("item", "6", "Lanes"),
    ]


def test_words_among_the_numbers_are_no_number() -> None:
    lines = said(("Item", "Title", "Time"), ("1", "Roads", "2.00 pm"), ("Standing items", "Minutes", "3.00 pm"))
    assert lines[5:7] == [("", "", "Standing items"), ("item", "", "Minutes")]


def test_the_lines_of_a_cell_are_one_and_what_is_no_time_is_a_note() -> None:
    heads = ("Item", "Title", "Report of", "Papers", "Time")
    row = ("1", "Roads", "Petra Fenn\nDirector of Roads", "Plan\nMap", "2.00 pm\n10 mins\nprompt")
    assert said(heads, row)[6:] == [
        ("report of", "", "Petra Fenn, Director of Roads"),
        ("papers", "", "Plan; Map"),
        ("planned time", "", "2.00 pm"),
        ("planned length", "", "10 mins"),
        ("note", "", "prompt"),
    ]


def test_a_column_of_something_else_is_a_note_and_a_head_may_go_over_two() -> None:
    lines = said(("Item", ("Title", 2), "Lead", "Remarks"), ("1", "Roads", "(a) Lanes", "Jo", "Long"))
    assert lines[4:] == [
        ("item", "1", "Roads"),
        ("lead", "", "Jo"),
        ("note", "", "Long"),
        ("sub-item", "(a)", "Lanes"),
    ]


def test_rows_above_the_heads_are_as_they_stand() -> None:
    assert said(("Agenda of Monday", ""), ("Item", "Title"), ("1", "Roads"))[0] == ("", "", "Agenda of Monday")


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    rows = (("Cllr F Abney\nCllr G Duxbury", "S Barrow\nB Dymond"), ("Chair", ""))
    assert [line[2] for line in said(*rows)] == ["Cllr F Abney", "Cllr G Duxbury", "S Barrow", "B Dymond", "Chair"]


@pytest.mark.parametrize("number", ["1", "12.", "7a", "(c)", "43/19", "3.1"])
def test_a_number_in_a_cell_of_its_own_is_that_of_the_words_beside_it(number: str) -> None:
    assert said((number, "", "Roads\nMap", "5 - 6")) == [("", number, "Roads"), ("", "", "Map"), ("", "", "5 - 6")]


def test_words_in_the_first_cell_are_no_number() -> None:
    assert said(("Date", "11 September"), ("2028", "Monday"), ("A", "B")) == [
        ("", "", one) for one in ("Date", "11 September", "2028", "Monday", "A", "B")
    ]


def test_a_number_that_the_program_counts_may_stand_alone_in_its_cell() -> None:
    rows = [[Cell((SourceLine(0, "", marker="4."),)), Cell((SourceLine(0, "Roads", bold=True),))]]
    assert [told(line) for line in lines_of_table(rows)] == [("", "4.", "Roads")]
    heads = [Cell((SourceLine(0, "Item"),)), Cell((SourceLine(0, "Title"),))]
    assert told(list(lines_of_table([heads, *rows]))[-1]) == ("item", "4.", "Roads")


WORDS = st.sampled_from(
    (
        *(
            "",
            "Item",
            "Title",
            "Lead",
            "Papers",
            "Time",
            "Mins",
            "Due date",
            "1",
            "1.",
            "(a)",
            "3.1",
            "Standing",
            "Roads",
        ),
        *("(b) Lanes", "2. Wharf", "10 mins", "2.00 pm", "Jo\nSam", "Roads\n(a) Lanes\nMap"),
    )
)
ROWS = st.lists(
    st.lists(st.one_of(WORDS, st.tuples(WORDS, st.integers(1, 3))), max_size=5).map(tuple), min_size=1, max_size=7
)


@given(ROWS, st.booleans())
def test_no_word_of_a_table_is_lost_or_said_twice(rows: list[tuple[Written, ...]], headed: bool) -> None:
    rows = [("Item", "Title", "Lead", "Time"), *rows] if headed else rows
    before = sorted(re.findall(r"\w+", " ".join(cell.words for row in table(*rows) for cell in row)))
    assert sorted(re.findall(r"\w+", " ".join(" ".join(line[1:]) for line in said(*rows)))) == before


@pytest.mark.parametrize(
    "heads",
    [
        ("Ref", "Action", "Owner", "Due date"),
        ("Item", "Action", "Owner", "Status"),
        ("Date of meeting", "Item", "Lead officer"),
        ("Name", "Title", "Organisation"),
        ("Payee", "Description", "Amount"),
        ("Item", "Roads and lanes of the whole of the borough, with those of the county beside them"),
        ("Item", ""),
        ("Item", "Lead", "Red", "Yellow", "Blue"),
        ("Cllr Abney", "Cllr Barrow"),
    ],
)
def test_other_tables_have_no_items(heads: tuple[str, ...]) -> None:
    assert roles_of(heads) is None


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (("Item", "Title", "Lead", "Papers", "Timing"), (Role.NUMBER, Role.TITLE, Role.LEAD, Role.PAPERS, Role.TIME)),
        (("No.", "Item", "Presenter(s)", "Enc."), (Role.NUMBER, Role.TITLE, Role.PRESENTER, Role.PAPERS)),
        (("Item", "Item and discussion points", "Owner"), (Role.NUMBER, Role.TITLE, Role.LEAD)),
        (("AGENDA ITEM", "REPORT OF:", "PAGE NO."), (Role.TITLE, Role.REPORT_OF, Role.PAGES)),
        (("Agenda Item #", "Item and discussion points", "Timings"), (Role.NUMBER, Role.TITLE, Role.TIME)),
        (("Time (mins)", "Topic", "For"), (Role.LENGTH, Role.TITLE, Role.PURPOSE)),
        (("Item No", "Subject", "Action required", "Page(s)"), (Role.NUMBER, Role.TITLE, Role.PURPOSE, Role.PAGES)),
        (("", "Subject", "Paper / verbal", "Duration"), (Role.NUMBER, Role.TITLE, Role.PAPERS, Role.LENGTH)),
        (("Item", "Description", "Lead / Presenter", "Colour"), (Role.NUMBER, Role.TITLE, Role.LEAD, Role.OTHER)),
    ],
)
def test_the_words_at_the_head_of_a_column_say_what_it_holds(heads: tuple[str, ...], roles: tuple[Role, ...]) -> None:
    assert roles_of(heads) == roles
