"""What is printed in a Word file is read, and what isn't printed is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.docx import read_docx
from boardtui.agendas.source import Kind, digest_of
from support.marrick import BUSINESS, WORD_FILES, Business
from support.word_lines import read, texts
from support.word_xml import cell, level, paragraph, run, style, table, word_file

FILES = Path(__file__).parent / "files"
ITEMS = [one for one in BUSINESS if isinstance(one, Business)]
STRUCK = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"


def marrick(name: str) -> list[tuple[str, str, str]]:
    data = (FILES / f"{name}.docx").read_bytes()
    source = read_docx(data, f"{name}.docx")
    assert (source.kind, source.digest, source.name) == (Kind.WORD, digest_of(data), f"{name}.docx")
    assert [line.number for line in source.lines] == list(range(1, len(source.lines) + 1))
    return [(line.part.value if line.part else "", line.marker, line.text) for line in source.lines]


def titled(one: Business) -> str:
    return f"{one.title} (Pages {one.pages})" if one.pages else one.title


def test_automatic_numbers_are_markers_and_headings_have_their_level() -> None:
    lines = marrick("marrick_automatic")
    for one in ITEMS:
        at = lines.index(("", f"{one.number}.", titled(one)))
        below = lines[at + 1 :]
        if one.report_of:
            assert below.pop(0) == ("", "", f"Report of {one.report_of}")
        assert below[: len(one.below)] == [("", f"({chr(97 + n)})", words) for n, words in enumerate(one.below)]
    source = read_docx((FILES / "marrick_automatic.docx").read_bytes(), "x")
    headings = [(line.heading, line.text) for line in source.lines if line.heading]
    assert headings == [
        (1, "Public Business"),
        (2, "Development Items"),
        (2, "Information Item"),
        (1, "Private Business"),
    ]


def test_typed_numbers_are_words_and_stand_where_they_stand() -> None:
    lines = marrick("marrick_typed")
    assert [line for line in lines if line[1]] == []
    assert all(("", "", f"{one.number}. {titled(one)}") in lines for one in ITEMS)
    source = read_docx((FILES / "marrick_typed.docx").read_bytes(), "x")
    indents = {line.text: line.indent for line in source.lines}
    assert indents["2. Declarations of Interest"] < indents["(b) Matters Arising"]
    assert {"Public Business", "Time and Date", "2. Declarations of Interest"} <= {
        line.text for line in source.lines if line.bold
    }


def test_a_table_says_what_each_line_is() -> None:
    lines = marrick("marrick_table")
    assert [line for line in lines if line[0] == "item"] == [("item", f"{one.number}.", one.title) for one in ITEMS]
    assert [text for part, _, text in lines if part == "pages"] == [one.pages for one in ITEMS if one.pages]
    assert [text for part, _, text in lines if part == "report of"] == [one.report_of for one in ITEMS if one.report_of]
    assert [text for part, _, text in lines if part == "sub-item"] == [words for one in ITEMS for words in one.below]


@pytest.mark.parametrize("name", WORD_FILES)
def test_the_front_sheet_is_all_there_and_the_footer_is_not(name: str) -> None:
    said = [text for _, _, text in marrick(name)]
    assert said[:4] == [
        "Marrick Borough Council",
        "Marrick Health and Wellbeing Board",
        "Time and Date",
        "2.00 pm on Monday, 11th September, 2028",
    ]
    assert said[-2].startswith("Membership: Cllr F Abney, ") and said[-2].endswith(" and D Willard")
    assert not [text for text in said if text.startswith("Page ")]


@pytest.mark.parametrize(
    "inside",
    [
        f"<w:ins>{run('Roads')}</w:ins>",
        f"<w:moveTo>{run('Roads')}</w:moveTo>",
        f"<w:hyperlink>{run('Roads')}</w:hyperlink>",
        f"<w:smartTag>{run('Roads')}</w:smartTag>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Roads')}</w:sdtContent></w:sdt>",
        f"<w:ins><w:hyperlink><w:smartTag>{run('Roads')}</w:smartTag></w:hyperlink></w:ins>",
        f'<w:fldSimple w:instr="TITLE">{run("Roads")}</w:fldSimple>',
        f"<w:customXml>{run('Ro')}</w:customXml>{run('ads')}",
        run("\u200bRo\u00adads"),
        "<w:r><w:t>Roads</w:t><w:footnoteReference/><w:commentReference/></w:r>",
    ],
)
def test_words_are_read_wherever_word_puts_them(inside: str) -> None:
    assert texts(read(paragraph(inside))) == ["Roads"]


def test_what_is_struck_out_is_left_out_and_the_clerk_is_told() -> None:
    moved = f"<w:moveFrom>{run('x')}</w:moveFrom>"
    source = read(paragraph(run("The "), STRUCK, moved, f"<w:ins>{run('new')}</w:ins>", run(" road")))
    assert texts(source) == ["The new road"]
    assert source.remarks == ("Words that are marked as deleted in it were left out.",)


def test_a_paragraph_whose_end_is_struck_out_goes_on_in_the_next() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert texts(read(f"<w:p>{mark}{run('Winter ')}</w:p>{paragraph(run('roads'))}")) == ["Winter roads"]
    assert texts(read(f"{paragraph(run('Roads'))}<w:p>{mark}{STRUCK}</w:p>")) == ["Roads"]
    assert texts(read(f"<w:p>{mark}{run('a')}</w:p>" + table([[cell(paragraph(run("b")), width=1)]], [1]))) == [
        "a",
        "b",
    ]
    held = cell(f"<w:p>{mark}{run('Winter')}</w:p>", width=1)
    assert texts(read(table([[held]], [1]) + paragraph(run("Roads")))) == ["Winter", "Roads"]


def test_rows_and_whole_tables_that_are_struck_out_are_left_out() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph(run('old')), width=1)}</w:tr>"
    kept = f"<w:tr><w:trPr><w:ins/></w:trPr>{cell(paragraph(run('new')), width=1)}</w:tr>"
    assert texts(read(f"<w:tbl>{row}{kept}</w:tbl>")) == ["new"]
    hidden = read(f"<w:tbl>{row.replace('w:del', 'w:hidden')}{kept}</w:tbl>")
    assert (texts(hidden), hidden.remarks) == (["new"], ("Hidden words in it were left out.",))


@pytest.mark.parametrize(
    ("inside", "remark"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>", "Hidden words in it were left out."),
        ('<w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr><w:t>secret</w:t></w:r>', "Hidden words in it were left out."),
        ("<w:r><w:footnoteReference/></w:r>", "Footnotes in it were left out."),
        ("<w:r><w:commentReference/></w:r>", "Comments in it were left out."),
    ],
)
def test_what_is_not_read_is_told(inside: str, remark: str) -> None:
    unseen = '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    source = read(paragraph(run("Roads"), inside), styles=unseen)
    assert (texts(source), source.remarks) == (["Roads"], (remark,))


def test_an_embedded_file_is_told() -> None:
    assert read("<w:altChunk/>").remarks == ("A file that is embedded in it was left out.",)


def test_what_a_control_asks_the_writer_to_type_is_not_read() -> None:
    asking = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    assert texts(read(paragraph(run("Roads"), asking))) == ["Roads"]


def test_controls_may_hold_paragraphs_rows_and_cells() -> None:
    def held(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    row = f"<w:tr>{held(cell(paragraph(run('b')), width=1))}</w:tr>"
    body = held(held(paragraph(run("a")))) + f"<w:tbl>{held(row)}</w:tbl>"
    assert texts(read(body)) == ["a", "b"]


def text_box(words: str) -> str:
    inside = f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent>"
    new = f"<w:drawing><wp:anchor><a:graphic><wps:txbx>{inside}</wps:txbx></a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    assert texts(read(paragraph(text_box("Agenda"), run("Roads")))) == ["Roads", "Agenda"]
    old = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(run('Agenda'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    assert texts(read(paragraph(old))) == ["Agenda"]


def test_words_that_are_said_twice_over_for_older_programs_are_read_once() -> None:
    said = f"<mc:Choice>{run('Roads')}</mc:Choice><mc:Fallback>{run('Streets')}</mc:Fallback>"
    assert texts(read(paragraph(f"<mc:AlternateContent>{said}</mc:AlternateContent>"))) == ["Roads"]
    blocks = f"<mc:Choice>{paragraph(run('a'))}</mc:Choice><mc:Fallback>{paragraph(run('b'))}</mc:Fallback>"
    assert texts(read(f"<mc:AlternateContent>{blocks}</mc:AlternateContent>")) == ["a"]


def test_a_tab_is_a_space_and_a_line_break_begins_a_line() -> None:
    source = read(paragraph(run("1.\tRoads\nReport of\tPetra Fenn\n\n")))
    assert [(line.text, line.apart) for line in source.lines] == [("1. Roads", True), ("Report of Petra Fenn", False)]


def test_a_bullet_may_be_typed() -> None:
    source = read(
        paragraph(run("-\tRoads")) + paragraph(run("• Lanes")) + paragraph(run("- - -")) + paragraph(run("-5"))
    )
    assert [(line.marker, line.text) for line in source.lines] == [
        ("•", "Roads"),
        ("•", "Lanes"),
        ("•", "- -"),
        ("", "-5"),
    ]


def test_signs_hyphens_and_fields_are_as_they_are_printed() -> None:
    signs = (
        '<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:softHyphen/></w:r>'
    )
    codes = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = f"{codes[0]}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('IF')}{codes[1]}{run(' 7')}{codes[2]}"
    assert texts(read(paragraph(signs, field))) == ["A-B✓ 7"]
    assert texts(read(paragraph(codes[0], run("code"), codes[2], run("Roads")))) == ["Roads"]


def test_a_field_that_never_ends_takes_no_more_than_its_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(read(paragraph(begun, run("code")) + paragraph(run("Roads")))) == ["Roads"]


def test_bold_is_what_is_bold_in_all_its_words() -> None:
    based = style("Strong", letters="<w:b/>") + style("Weak", letters='<w:b w:val="0"/>', based_on="Strong")
    letters = '<w:style w:type="character" w:styleId="Loud"><w:rPr><w:b/></w:rPr></w:style>'
    plain_run = '<w:r><w:rPr><w:b w:val="false"/></w:rPr><w:t>Roads</w:t></w:r>'
    loud = '<w:r><w:rPr><w:rStyle w:val="Loud"/></w:rPr><w:t>Roads</w:t></w:r>'
    bold, plain = run("Roads", bold=True), run("Roads")
    body = "".join(
        (
            paragraph(bold, run("  ")),
            paragraph(bold, plain),
            paragraph(run("7. "), bold),
            paragraph(plain, style="Strong"),
            paragraph(plain_run, style="Strong"),
            paragraph(plain, style="Weak"),
            paragraph(loud),
            paragraph(run("7.")),
        )
    )
    bolds = [line.bold for line in read(body, styles=based + letters).lines]
    assert bolds == [True, False, True, True, False, False, True, False]


def test_headings_are_told_by_name_and_by_outline_along_the_chain_of_styles() -> None:
    styles = (
        style("heading 3")
        + style("Item", based_on="heading3")
        + style("Part", '<w:outlineLvl w:val="1"/>')
        + style("Text", '<w:outlineLvl w:val="9"/>', based_on="heading3")
        + style("Round", based_on="Trip")
        + style("Trip", based_on="Round")
    )
    names = ("heading3", "Item", "Part", "Text", "Round", "Nowhere", "")
    direct = f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run("Roads")}</w:p>'
    body = "".join(paragraph(run("Roads"), style=name) for name in names) + direct
    assert [line.heading for line in read(body, styles=styles).lines] == [3, 3, 2, 0, 0, 0, 0, 1]


def test_the_indent_is_where_a_line_begins() -> None:
    hung = paragraph(run("a"), indent=(1200, 1200))
    first = f'<w:p><w:pPr><w:ind w:firstLine="600"/></w:pPr>{run("b")}</w:p>'
    tabbed = paragraph(run("\tc"))
    styled = paragraph(run("d"), style="In") + paragraph(run("e"), style="In", indent=(240, 0))
    source = read(hung + first + tabbed + styled, styles=style("In", '<w:ind w:start="1200"/>'))
    assert [line.indent for line in source.lines] == [0, 5, 6, 10, 2]


def test_figures_at_the_right_edge_of_an_item_are_its_pages() -> None:
    right = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    lines = ("1.\tRoads\t5 - 12", "Note\t7", "Roads ......\t14", "2.\tYear 2028")
    styled = "".join(paragraph(run(one), style="Item") for one in lines)
    numbered = paragraph(run("Roads\t9"), style="Item", level=0)
    source = read(
        styled + numbered + paragraph(run("3.\tA\t9")), level(0, "decimal", "%1)"), styles=style("Item", right)
    )
    said = [(line.part.value if line.part else "", line.marker, line.text) for line in source.lines]
    assert said == [
        ("", "", "1. Roads"),
        ("pages", "", "5 - 12"),
        ("", "", "Note 7"),
        ("", "", "Roads ...... 14"),
        ("", "", "2. Year 2028"),
        ("", "1)", "Roads"),
        ("pages", "", "9"),
        ("", "", "3. A 9"),
    ]


def test_a_number_counted_in_a_cell_of_its_own_is_that_of_the_item_beside_it() -> None:
    heads = [cell(paragraph(run(word)), width=1) for word in ("", "Item", "Lead")]
    rows = [
        [cell(paragraph(level=0), width=1), cell(paragraph(run(word)), width=1), cell(paragraph(run("Jo")), width=1)]
        for word in ("Roads", "Lanes")
    ]
    source = read(table([heads, *rows], [1, 1, 1]), level(0, "decimal", "%1."))
    assert [(line.marker, line.text) for line in source.lines if line.part and line.part.value == "item"] == [
        ("1.", "Roads"),
        ("2.", "Lanes"),
    ]


def test_cells_that_go_on_from_the_row_above_say_nothing_again() -> None:
    merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>ghost</w:t></w:r></w:p></w:tc>"
    begun = merged.replace("<w:vMerge/>", '<w:vMerge w:val="restart"/>').replace("ghost", "Roads")
    assert texts(read(f"<w:tbl><w:tr>{begun}</w:tr><w:tr>{merged}</w:tr></w:tbl>")) == ["Roads"]


def test_a_row_may_begin_farther_in_than_the_table() -> None:
    heads = [cell(paragraph(run(word)), width=1) for word in ("Item", "Title", "Pages")]
    held = "".join(cell(paragraph(run(word)), width=1) for word in ("Roads", "5"))
    inset = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{held}</w:tr>'
    source = read(f"<w:tbl><w:tr>{''.join(heads)}</w:tr>{inset}</w:tbl>")
    assert [(line.part.value, line.text) for line in source.lines if line.part][3:] == [
        ("item", "Roads"),
        ("pages", "5"),
    ]


def test_a_table_without_heads_goes_on_from_the_one_above_if_it_is_like_it() -> None:
    def rows(*words: tuple[str, ...]) -> str:
        return table([[cell(paragraph(run(one)), width=1) for one in row] for row in words], [1] * len(words[0]))

    first = rows(("Item", "Title", "Lead"), ("1.", "Apologies", "Chair"))
    heading = paragraph(run("Private Business"))
    source = read(first + heading + rows(("2.", "Lease", "Jo")) + rows(("Name", "Role", "Ward")) + rows(("3.", "x")))
    said = [(line.part.value if line.part else "", line.marker, line.text) for line in source.lines[5:]]
    assert said[:3] == [("", "", "Private Business"), ("item", "2.", "Lease"), ("lead", "", "Jo")]
    assert said[3:] == [("", "", "Name"), ("", "", "Role"), ("", "", "Ward"), ("", "3.", "x")]


def test_a_table_in_a_cell_is_read_where_it_stands() -> None:
    inner = table([[cell(paragraph(run(word)), width=1) for word in ("b", "c")]], [1, 1])
    first = cell(paragraph(run("a")) + inner + paragraph(run("d")), width=1)
    outer = table([[first, cell(paragraph(run("e")), width=1)]], [1, 1])
    assert texts(read(outer)) == ["a", "b", "c", "d", "e"]


def test_progress_is_told_and_may_cancel() -> None:
    class Cancelled(Exception):
        pass

    seen: list[float] = []

    def watch(share: float, what: str) -> None:
        seen.append(share)
        if share > 0.5:
            raise Cancelled

    data = (FILES / "marrick_automatic.docx").read_bytes()
    read_docx(data, "x", lambda share, what: seen.append(share))
    assert seen == sorted(seen) and len(seen) > 2
    with pytest.raises(Cancelled):
        read_docx(word_file(paragraph(run("Roads")) * 500), "x", watch)
