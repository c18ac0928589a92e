"""Lines that were broken because they were full are put together again, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardtui.agendas.pdf_lines import Line, in_reading_order, lines_of
from boardtui.agendas.pdf_paragraphs import Paragraph, Spacing, paragraphs_of
from support.pdf_words import RIGHT, words

FULL = "The Board is asked to agree the plan for the care of older people in the northern wards and their own homes x"
"""A line of 97 letters and 21 spaces: it ends four points before the right edge."""
UNSPACED = Spacing()


def line(text: str, x: float = 57.0, y: float = 100.0, size: float = 10.0, bold: bool = False, page: int = 1) -> Line:
    """A line that begins here; `»` in it is a tab."""
    before, tab, rest = text.partition("» ")
    if not tab:
        return replace(lines_of(page, words(text, x, y, size, bold))[0], right=RIGHT)
    return replace(lines_of(page, [*words(before, x, y, size), *words(rest, x + 30, y, size, bold)])[0], right=RIGHT)


def together(*lines: Line, spacing: Spacing = UNSPACED) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_of(lines, spacing)]


def are_one(first: Line, second: Line, spacing: Spacing = UNSPACED) -> bool:
    return len(together(first, second, spacing=spacing)) == 1


def test_a_line_that_was_full_goes_on() -> None:
    assert together(line(FULL), line("which is set out below.", y=114)) == [f"{FULL} which is set out below."]


def test_a_line_with_room_for_the_next_word_ends() -> None:
    assert not are_one(line("The Board is asked to agree the plan"), line("which is set out below.", y=114))


def test_only_the_next_word_up_to_its_hyphen_had_to_fit() -> None:
    almost = line(FULL.removesuffix(" people in the northern wards and their own homes x"))
    short = replace(almost, right=almost.x1 + 22)
    assert are_one(short, line("self-evidently so", y=114))
    assert not are_one(short, line("of-course it is", y=114))


@pytest.mark.parametrize(
    "after",
    [
        line("which is set out", y=114, bold=True),
        line("which is set out", y=114, size=12.0),
        line("which is set out", y=114, x=90.0),
        line("which is set out", y=140),
        line("1.» which is set out", y=114),
        line("•» which is set out", y=114),
        line("(b) which is set out", y=114),
        line("which is set out", y=90),
    ],
    ids=["bold", "larger", "indented", "far below", "numbered", "a bullet", "lettered", "above"],
)
def test_what_looks_otherwise_or_stands_elsewhere_begins_anew(after: Line) -> None:
    assert not are_one(line(FULL), after)


def test_a_line_below_a_number_goes_on_at_the_text_or_at_the_number() -> None:
    first = replace(line(f"3.» {FULL}"), right=RIGHT + 35)
    assert are_one(first, line("below", x=87.0, y=114))
    assert are_one(first, line("below", x=57.0, y=114))
    assert not are_one(first, line("below", x=72.0, y=114))


def test_a_first_line_may_be_indented() -> None:
    assert are_one(replace(line(FULL, x=80.0), right=RIGHT + 23), line("which is set out", y=114))


def test_lines_in_the_middle_of_the_page_go_on() -> None:
    first = line(FULL)
    wide = line("which is set out below", y=114)
    middle = (first.x0 + first.x1) / 2
    assert are_one(first, line(wide.whole, x=middle - (wide.x1 - wide.x0) / 2, y=114))
    assert not are_one(first, line(wide.whole, x=middle - (wide.x1 - wide.x0) / 2 + 20, y=114))


def test_a_bracket_in_plain_letters_goes_on_with_a_title_in_bold() -> None:
    first = replace(line(f"6.» {FULL}", bold=True), right=RIGHT + 35)
    assert are_one(first, line("(Pages 19 - 26)", x=87.0, y=114))


def test_the_end_of_a_range_is_no_number_of_an_item() -> None:
    first = line(FULL.replace("and their own homes x", "and (Pages 119 -"))
    full = replace(first, right=first.x1 + 5)
    assert together(full, line("126)", y=114)) == [f"{first.whole} 126)"]
    assert not are_one(replace(line(FULL), right=RIGHT), line("126) Budget", y=114))


def test_a_word_broken_at_its_hyphen_is_one_again() -> None:
    full = line("The Chair of the Health and Well-")
    assert together(replace(full, right=full.x1), line("being Board", y=114)) == [
        "The Chair of the Health and Well-being Board"
    ]


def test_a_dash_between_words_keeps_its_space() -> None:
    full = line("Healthy Streets -")
    assert together(replace(full, right=full.x1), line("Progress", y=114)) == ["Healthy Streets - Progress"]


def test_a_hyphen_that_only_the_break_put_there_goes() -> None:
    full = line("the arrange\u00ad")
    assert together(replace(full, right=full.x1), line("ments", y=114)) == ["the arrangements"]


def test_a_sentence_goes_on_over_the_page_and_a_new_one_doesnt() -> None:
    assert are_one(line(FULL, y=760), line("which is set out below.", y=60, page=2))
    assert not are_one(line(FULL, y=760), line("Which is set out below.", y=60, page=2))


SPACED = [
    line("1.» " + FULL.removesuffix(" own homes x"), y=100), line("in their homes", x=87.0, y=113),
    line("2.» " + FULL.removesuffix(" own homes x"), y=140), line("in their homes", x=87.0, y=153),
    line("3.» Minutes", y=180), line("4.» Budget", y=207),
]  # fmt: skip


def test_the_gaps_of_a_file_tell_its_paragraphs() -> None:
    spacing = Spacing.of([SPACED])
    assert 1.3 < spacing.most < 2.7
    assert not are_one(line(FULL), line("which is set out below.", y=100 + 10 * spacing.most + 1), spacing)


def test_where_gaps_tell_paragraphs_a_small_letter_hardly_fits() -> None:
    first = line(FULL.removesuffix(" own homes x"))
    almost = replace(first, right=first.x1 + 37)
    assert are_one(almost, line("people", y=114), Spacing(1.8))
    assert not are_one(almost, line("People", y=114), Spacing(1.8))
    assert not are_one(almost, line("people", y=114))
    assert not are_one(replace(first, right=first.x1 + 60), line("people", y=114), Spacing(1.8))


def test_no_gaps_tell_nothing() -> None:
    even = [replace(one, words=tuple(replace(word, bottom=word.top + 10) for word in one.words)) for one in SPACED[:2]]
    assert Spacing.of([even]) == UNSPACED


def test_a_bold_title_in_a_narrow_column_goes_on_where_gaps_tell_paragraphs() -> None:
    title, rest = (
        line("7.» Out of Hospital Care for Older", bold=True),
        line("People at Home", x=87.0, y=114, bold=True),
    )
    assert not are_one(title, rest)
    assert together(title, rest, spacing=Spacing(1.8)) == ["Out of Hospital Care for Older People at Home"]


def test_page_numbers_beside_a_title_belong_to_it_and_keep_its_column_narrow() -> None:
    text = words("3.") + words("Minutes of the Meeting", x=87.0)
    beside = words("(Pages 5 - 14)", x=300.0)
    lines = in_reading_order(lines_of(1, [*text, *beside, *words("Held in June", x=87.0, y=113)]), RIGHT)
    (paragraph,) = paragraphs_of(lines, Spacing(1.8))
    assert (paragraph.text, paragraph.pages) == ("Minutes of the Meeting Held in June", "(Pages 5 - 14)")


def test_a_paragraph_ends_before_it_is_longer_than_a_line_may_be() -> None:
    lines = [line(FULL, y=100 + 14 * place) for place in range(300)]
    assert max(map(len, together(*lines))) < 20_000


def test_a_paragraph_is_bold_if_all_its_lines_are() -> None:
    assert Paragraph([line("a", bold=True), line("b", bold=True)]).bold
    assert not Paragraph([line("a", bold=True), line("b")]).bold
