"""The numbers that Word counts are those that it prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.docx import read_docx
from boardtui.agendas.word_numbering import letters, roman
from support.libreoffice import IS_HERE, text_of
from support.word_lines import markers, read, texts
from support.word_xml import level, numbering, paragraph, run, style, word_file

TITLE = run("Roads")
ITEMS = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%3)"))


def listed(*levels: int, listed: int = 1) -> str:
    return "".join(paragraph(TITLE, level=one, listed=listed) for one in levels)


def instance(key: int, inside: str = "", abstract: int = 1) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def override(ilvl: int, inside: str) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}">{inside}</w:lvlOverride>'


def agenda_style(key: int) -> str:
    """A style of lists."""
    return (
        '<w:style w:type="numbering" w:styleId="Agenda"><w:name w:val="Agenda"/>'
        f'<w:pPr><w:numPr><w:numId w:val="{key}"/></w:numPr></w:pPr></w:style>'
    )


OF_STYLE = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Agenda"/></w:abstractNum>'
ANEW = override(0, '<w:startOverride w:val="1"/>')


def test_levels_count_on_and_begin_anew_below_the_next() -> None:
    read_as = read(listed(0, 1, 1, 2, 2, 0, 1, 2), *ITEMS)
    assert markers(read_as) == ["1.", "(a)", "(b)", "i)", "ii)", "2.", "(a)", "i)"]


def test_a_number_stands_before_the_first_line_and_is_no_part_of_it() -> None:
    source = read(paragraph(run("Roads\nReport of Petra Fenn"), level=0), *ITEMS)
    assert [(line.marker, line.text) for line in source.lines] == [("1.", "Roads"), ("", "Report of Petra Fenn")]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", "4"),
        ("decimalZero", "04"),
        ("lowerLetter", "d"),
        ("upperLetter", "D"),
        ("lowerRoman", "iv"),
        ("upperRoman", "IV"),
        ("ordinal", "4th"),
        ("chicago", "4"),
    ],
)
def test_the_forms_of_numbers(form: str, printed: str) -> None:
    assert markers(read(listed(0), level(0, form, "Item %1:", start=4))) == [f"Item {printed}:"]


def test_a_bullet_is_one_whatever_sign_font_it_is_from() -> None:
    assert markers(read(listed(0), level(0, "bullet", "\uf0b7"))) == ["•"]
    assert markers(read(listed(0), level(0, "bullet", "o"))) == ["•"]
    assert markers(read(listed(0), level(0, "bullet", "–"))) == ["–"]


def test_a_number_may_be_made_of_those_above_it() -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"))
    assert markers(read(listed(0, 1, 1, 0, 1), *levels)) == ["I.", "I.1", "I.2", "II.", "II.1"]
    legal = (levels[0], level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    assert markers(read(listed(0, 0, 1), *legal)) == ["I.", "II.", "2.1"]


def test_a_level_above_that_was_not_used_counts_as_its_first() -> None:
    assert markers(read(listed(1, 1), level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))) == ["1.1", "1.2"]


def test_a_level_may_count_on_through_the_whole_document() -> None:
    never = (ITEMS[0], level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>'))
    assert markers(read(listed(0, 1, 1, 0, 1), *never)) == ["1.", "1", "2", "2.", "3"]


def test_a_level_may_begin_anew_only_below_a_certain_one() -> None:
    third = (*ITEMS[:2], level(2, "decimal", "%3", more='<w:lvlRestart w:val="1"/>'))
    assert markers(read(listed(0, 1, 2, 1, 2, 0, 1, 2), *third))[2::2] == ["1", "2", "(a)"]
    assert markers(read(listed(0, 1, 2, 1, 2, 0, 1, 2), *third))[-1] == "1"


def test_lists_of_one_kind_count_on_together_unless_one_begins_anew() -> None:
    body = listed(0, 0) + listed(0, listed=2) + listed(0, 0, listed=3) + listed(0)
    source = read(body, *ITEMS, instances=instance(2) + instance(3, ANEW))
    assert markers(source) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_lists_of_two_kinds_count_for_themselves() -> None:
    numbers = numbering(ITEMS, [level(0, "decimal", "Q%1")])
    source = read_docx(word_file(listed(0) + listed(0, listed=2) + listed(0), numbers=numbers), "x.docx")
    assert markers(source) == ["1.", "Q1", "2."]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = instance(2, override(0, level(0, "upperLetter", "%1:", start=3)))
    assert markers(read(listed(0, 0, listed=2), *ITEMS, instances=own)) == ["C:", "D:"]


def test_a_style_may_have_the_number_and_one_based_on_it_another_level() -> None:
    first, second = (f'<w:pStyle w:val="{name}"/>' for name in ("Item", "Part"))
    levels = (level(0, "decimal", "%1.", more=first), level(1, "lowerLetter", "(%2)", more=second))
    styles = style("Item", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    styles += style("Part", based_on="Item") + style("Own", based_on="Item")
    body = "".join(paragraph(TITLE, style=name) for name in ("Item", "Part", "Own"))
    assert markers(read(body, *levels, styles=styles)) == ["1.", "(a)", "2."]


def test_a_paragraph_may_take_the_number_of_its_style_away() -> None:
    styles = style("Item", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    body = (
        paragraph(TITLE, style="Item")
        + paragraph(TITLE, style="Item", level=0, listed=0)
        + paragraph(TITLE, style="Item")
    )
    assert markers(read(body, *ITEMS, styles=styles)) == ["1.", "", "2."]


def test_a_list_may_be_that_of_a_style_of_lists() -> None:
    lists = OF_STYLE + instance(2, ANEW, abstract=7)
    source = read(listed(0, 0) + listed(0, listed=2), *ITEMS, styles=agenda_style(1), instances=lists)
    assert markers(source) == ["1.", "2.", "1."]


@pytest.mark.parametrize("key", ["9", "", "x", "1" * 5000])
def test_a_list_that_is_not_there_has_no_numbers(key: str) -> None:
    body = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{key}"/><w:numId w:val="{key}"/></w:numPr></w:pPr>{TITLE}</w:p>'
    assert [line.marker for line in read(body, *ITEMS).lines] == [""]


def test_a_list_that_is_linked_to_itself_has_no_numbers() -> None:
    lists = OF_STYLE + instance(2, abstract=7)
    assert markers(read(listed(0, listed=2), *ITEMS, styles=agenda_style(2), instances=lists)) == [""]


def test_a_paragraph_that_is_struck_out_is_not_counted_and_an_empty_one_is() -> None:
    listed_too = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    struck = f"<w:p><w:pPr>{listed_too}</w:pPr><w:del>{TITLE}</w:del></w:p>"
    hidden = struck.replace("del>", "smartTag>").replace("<w:del/>", "<w:vanish/>").replace(TITLE, "")
    source = read(listed(0) + struck + hidden + paragraph(level=0) + listed(0) + struck, *ITEMS)
    assert [(line.marker, line.text) for line in source.lines] == [("1.", "Roads"), ("2.", ""), ("3.", "Roads")]


def test_the_indent_is_that_of_the_number_in_columns() -> None:
    levels = (level(0, "decimal", "%1.", 567), level(1, "lowerLetter", "(%2)", 1287))
    source = read(
        listed(0, 1) + paragraph(TITLE, level=1, indent=(2007, 567)) + paragraph(TITLE, indent=(600, 0)), *levels
    )
    assert [line.indent for line in source.lines] == [0, 6, 12, 5]
    assert texts(source) == ["Roads"] * 4


LETTERS = {1: "a", 26: "z", 27: "aa", 52: "zz", 53: "aaa", 0: "0", 999: "999"}


@pytest.mark.parametrize("number", LETTERS)
def test_letters_go_on_as_word_does(number: int) -> None:
    assert letters(number) == LETTERS[number]


@pytest.mark.parametrize(("number", "written"), [(4, "iv"), (1999, "mcmxcix"), (0, "0"), (4000, "4000")])
def test_roman_figures(number: int, written: str) -> None:
    assert roman(number) == written


if IS_HERE:

    def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
        levels = (*ITEMS[:2], level(2, "upperRoman", "%1.%3"))
        body = listed(0, 1, 1, 2, 1, 2, 0, 1) + listed(0, 1, listed=2) + listed(0)
        data = word_file(body, numbers=numbering(levels, instances=instance(2, ANEW)))
        printed = [line.split()[0] for line in text_of(data, "docx", tmp_path).splitlines() if line.strip()]
        assert markers(read_docx(data, "x.docx")) == printed
