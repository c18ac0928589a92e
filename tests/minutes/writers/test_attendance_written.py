"""The attendance in columns and in a table, format by format: each name once, in an order that can be read out."""

from __future__ import annotations

import pytest

from boardtui.minutes.comparison import compare
from boardtui.minutes.tree import AttendanceLine, AttendanceList, Minutes, Table
from boardtui.minutes.writers import docx, html, odt, pdf, writer
from support.laid_out import ATTENDED, NAMES, ROWS
from support.portable import PortableFile
from support.written import ODF, OpenDocument, WebPage, WordFile


def with_attendance(*lists: AttendanceList) -> Minutes:
    return ATTENDED.model_copy(update={"attendance": lists})


@pytest.mark.parametrize(("name", "between"), [("txt", ()), ("md", ("| --- | --- | --- |",))])
def test_as_text_a_table_is_one_and_columns_are_lines(name: str, between: tuple[str, ...]) -> None:
    lines = [line.rstrip("\\") for line in writer(name)(ATTENDED).decode().splitlines()]
    heading, *others = (f"| {' | '.join(row)} |" for row in ROWS)
    at = lines.index(heading)
    assert [" ".join(line.split()) for line in lines[at : at + 3 + len(between)]] == [
        heading, *between, *(" ".join(one.split()) for one in others),
    ]  # fmt: skip
    first = lines.index(NAMES[0])
    assert tuple(lines[first : first + 5]) == NAMES


def test_in_word_columns_go_from_top_to_bottom_and_have_no_lines() -> None:
    word = WordFile(docx.write(ATTENDED))
    table, columns = word.document.tables
    assert tuple(tuple(cell.text for cell in row.cells) for row in table.rows) == ROWS
    assert [cell.text.split("\n") for cell in columns.rows[0].cells] == [list(NAMES[:3]), list(NAMES[3:])]
    assert not columns._tbl.xpath("w:tblPr/w:tblStyle | w:tblPr/w:tblBorders")
    assert word.styled("Attendance") == list(NAMES)


@pytest.mark.parametrize("across", [2, 3, 4])
def test_a_column_with_nobody_in_it_is_no_damage(across: int) -> None:
    one = AttendanceList(heading="Present:", lines=(AttendanceLine(text="Cllr Alder"),), across=across)
    (table,) = WordFile(docx.write(with_attendance(one))).document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Cllr Alder"] + [""] * (across - 1)
    assert PortableFile(pdf.write(with_attendance(one))).tagged("LBody") == ["Cllr Alder", "One.", "Two."]


def test_in_libreoffice_columns_are_a_section_with_as_many() -> None:
    three = ATTENDED.attendance[1].model_copy(update={"across": 3, "heading": "Officers:"})
    file = OpenDocument(odt.write(with_attendance(*ATTENDED.attendance, three)))
    sections = list(file.body.iter(f"{ODF % 'text'}section"))
    assert [[one.text for one in section] for section in sections] == [list(NAMES)] * 2
    assert len({one.attrib[f"{ODF % 'text'}name"] for one in sections}) == 2
    styles = [one.attrib[f"{ODF % 'text'}style-name"] for one in sections]
    counts = [f'style:name="{style}" style:family="section"'.encode() in file.parts["content.xml"] for style in styles]
    assert counts == [True, True] and len(set(styles)) == 2


def test_in_a_pdf_names_are_lists_and_a_table_is_one() -> None:
    read = PortableFile(pdf.write(ATTENDED))
    assert tuple(read.tagged("LBody")[:5]) == NAMES
    assert read.bones().count("L") == 3  # two columns, and the clauses
    assert tuple(read.tagged("TH")) == ROWS[0]


def test_on_a_page_names_are_one_list_in_columns() -> None:
    page = WebPage(html.write(ATTENDED))
    assert {"class": "across-2"} in page.tags("ul")
    assert [block for block in page.blocks() if block in NAMES] == list(NAMES)
    assert page.tags("th") == [{"scope": "col"}] * 3


def test_a_heading_over_a_table_is_a_heading_also_at_the_end() -> None:
    tree = with_attendance(ATTENDED.attendance[0])
    assert "Attendance:" in PortableFile(pdf.write(tree)).tagged("H2")
    assert WordFile(docx.write(tree)).heading_levels()[:2] == [1, 2]


def test_what_changed_in_a_table_is_told() -> None:
    rows = (*ROWS[:2], ("Ben Birch", "", "Present"))
    after = with_attendance(
        AttendanceList(heading="Attendance:", table=Table(rows=rows, headed=True)), ATTENDED.attendance[1]
    )
    (one,) = compare(ATTENDED, after)
    assert (one.where, one.marked) == ("Attendance:", "Ben Birch |  | [− Apologies] [+ Present]")
