"""The column of actions, format by format: beside what led to each, under heads; a line where there are no columns."""

from __future__ import annotations

import pytest
from lxml import etree

from boardtui.minutes.tree import Action, Minutes, Paragraph, Part, Subheading, Table
from boardtui.minutes.writers import docx, html, odt, paste, pdf, writer
from boardtui.minutes.writers.docx_over import write_over
from boardtui.minutes.writers.docx_styles import KEYS
from boardtui.minutes.writers.dressing import beside
from support.laid_out import LAID_OUT
from support.portable import PortableFile
from support.trees import minute
from support.word_bases import letterhead
from support.written import ODF, OpenDocument, WebPage, WordFile, jumps, odf_text

SAID = Paragraph(text="The pond was deep.")
TOKENS = ("council", "committee", "date", "status")
DIG, TELL = Action(text="Action: Elm to dig.", beside="Elm: dig"), Action(text="Action: tell.", beside="tell")


def columned(*parts: Part) -> Minutes:
    return minute(*parts).model_copy(update={"action_column": ("Discussion", "Action")})


# --- rows


def test_an_action_stands_beside_the_part_before_it_and_the_rest_above() -> None:
    first, second, last = (Paragraph(text=text) for text in ("One.", "Two.", "Three."))
    (alone,) = (one for one in minute(first, second, DIG, TELL, last).body if one.kind == "minute")
    assert beside(alone) == [((first,), ()), ((second,), ("Elm: dig", "tell")), ((last,), ())]


def test_an_action_before_all_else_stands_beside_nothing() -> None:
    (alone,) = (one for one in minute(DIG, SAID).body if one.kind == "minute")
    assert beside(alone) == [((), ("Elm: dig",)), ((SAID,), ())]


def test_a_minute_without_one_has_no_rows() -> None:
    (alone,) = (one for one in minute(SAID, Action(text="In its place.")).body if one.kind == "minute")
    assert beside(alone) == []


# --- formats


@pytest.mark.parametrize("name", ["txt", "md"])
def test_as_text_an_action_is_a_line(name: str) -> None:
    lines = writer(name)(LAID_OUT).decode().splitlines()
    said = [line for line in lines if "Elm to dig" in line or "tell the band" in line]
    assert said == ["Action: Eve Elm to dig.", "Action: the Clerk to tell the band."]
    assert "Discussion" not in "".join(lines)


def test_where_it_is_pasted_it_is_a_line() -> None:
    (alone,) = (one for one in columned(SAID, DIG).body if one.kind == "minute")
    assert paste.text(alone).split("\n\n") == ["The pond was deep.", "Action: Elm to dig."]


def test_in_word_it_is_a_cell_beside_what_led_to_it() -> None:
    word = WordFile(docx.write(columned(Paragraph(text="Before."), SAID, DIG, TELL, Paragraph(text="After."))))
    (table,) = word.document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Discussion", "Action"], ["Before.", ""], ["The pond was deep.", "Elm: dig\ntell"], ["After.", ""],
    ]  # fmt: skip
    assert [row._tr.xpath("boolean(w:trPr/w:tblHeader)") for row in table.rows] == [True, False, False, False]
    assert word.styled("ActionHeading") == ["Discussion", "Action"]
    assert word.styled("Action") == []


def test_in_word_every_cell_ends_in_a_paragraph_also_after_a_table() -> None:
    rows = (("a", "b"), ("c", "d"))
    document = WordFile(docx.write(columned(DIG, Table(rows=rows), TELL))).document
    for cell in document.element.iter(f"{{{document.element.nsmap['w']}}}tc"):
        assert etree.QName(cell[-1]).localname == "p"
    inner = document.tables[0].rows[2].cells[0].tables[0]
    assert int(inner._tbl.xpath("w:tblPr/w:tblW/@w:w")[0]) == 6530


def test_in_word_what_has_nothing_beside_it_is_as_wide() -> None:
    rows = (("a", "b"),)
    word = WordFile(docx.write(columned(SAID, Table(rows=rows))))
    (said,) = (one for one in word.paragraphs() if one.text == SAID.text)
    assert said.paragraph_format.right_indent.twips == 2540
    assert int(word.document.tables[0]._tbl.xpath("w:tblPr/w:tblW/@w:w")[0]) == 6530
    assert WordFile(docx.write(minute(SAID))).document.tables == []


def test_over_a_file_of_the_council_it_has_the_styles_of_the_house() -> None:
    styles = dict.fromkeys(KEYS, "") | {"action_column": "Table Grid", "action_beside": "Motion"}
    tables = []
    for chosen in (styles, dict.fromkeys(KEYS, "")):
        data = write_over(
            columned(SAID, DIG), letterhead(), "ours.docx", values=dict.fromkeys(TOKENS, ""), styles=chosen
        )
        tables += WordFile(data).document.tables
    own, ours = tables
    assert (own.style.name, own.rows[1].cells[1].paragraphs[0].style.name) == ("Table Grid", "Motion")
    assert (ours.style.name, ours.rows[1].cells[1].paragraphs[0].style.name) == ("Action Column", "Action Beside")


def test_in_libreoffice_it_is_a_cell_too_and_the_room_beside_other_minutes_is_free() -> None:
    file = OpenDocument(odt.write(LAID_OUT))
    tables = [one for one in file.body.iter(f"{ODF % 'table'}table") if "Actions" in one.attrib[f"{ODF % 'table'}name"]]
    cells = [[[odf_text(p) for p in cell] for cell in row] for row in tables[0].iter(f"{ODF % 'table'}table-row")]
    assert cells[0] == [["Discussion"], ["Action"]]
    assert cells[1:] == [
        [["4.1\tThe pond was deep."], [""]],
        [["4.2\tRESOLVED that:", "(1)\tOne.", "(2)\tTwo."], ["Eve Elm: dig", "The Clerk: tell the band"]],
        [["4.3\tIt was late."], [""]],
    ]
    sections = [one.attrib[f"{ODF % 'text'}name"] for one in file.body.iter(f"{ODF % 'text'}section")]
    assert len(tables) == 1 and len(sections) == len(set(sections)) == 2


def test_in_a_pdf_it_is_a_cell_too_and_headings_stay_headings() -> None:
    read = PortableFile(pdf.write(columned(Subheading(text="Depth"), SAID, DIG, TELL)))
    assert [text for text in read.tagged("TH") if text] == ["Discussion", "Action"]
    assert read.tagged("TD") == ["Depth", "", "The pond was deep.", "Elm: digtell"]
    assert "H3" in read.bones() and jumps(read.heading_levels()) == []


def test_on_a_page_it_is_a_cell_too_under_heads() -> None:
    page = WebPage(html.write(columned(SAID, DIG)))
    assert page.tags("table") == [{"class": "beside"}]
    assert page.tags("th") == [{"scope": "col"}] * 2
    assert page.blocks()[-4:] == ["Discussion", "Action", "The pond was deep.", "Elm: dig"]
    bare = WebPage(html.write(columned(SAID, DIG).model_copy(update={"action_column": ("", "Action")})))
    assert bare.tags("th") == [{"scope": "col"}]
