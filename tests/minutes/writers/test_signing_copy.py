"""The copy that is signed: a place to initial at the foot of each page, and an end that is never parted from the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

import pytest

from boardtui.minutes.tree import Action, Bullet, BulletList, Decision, Minutes, Paragraph, Part, Table
from boardtui.minutes.writers import docx, odt, pdf
from support.portable import PortableFile
from support.trees import RICH, clauses, minute
from support.written import ODF, OpenDocument, WordFile, odf_text

SIGNED = RICH.model_copy(update={"initials": "Initials ____"})
FILLING = Paragraph(text="\n".join(["A line of the minutes."] * 8))


def test_in_word_each_page_has_its_number_and_the_place_to_initial() -> None:
    section = WordFile(docx.write(SIGNED)).document.sections[0]
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].style.style_id == "FooterInitialled"
        assert footer._element.xpath(".//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
        assert "".join(footer._element.xpath(".//w:t/text()")) == "Page 1 of 1Initials ____"
        assert footer._element.xpath(".//w:r[w:t='____']/w:rPr/w:w/@w:val") == ["300"]


def test_in_libreoffice_too() -> None:
    styles = ElementTree.fromstring(OpenDocument(odt.write(SIGNED)).parts["styles.xml"])
    (foot,) = styles.findall(f".//{ODF % 'style'}footer/*")
    assert odf_text(foot) == "Page 1 of 1\tInitials ____________"
    assert foot.attrib[f"{ODF % 'text'}style-name"] == "FooterInitialled"


def test_in_a_pdf_too_and_it_is_not_read_out() -> None:
    printed = PortableFile(pdf.write(SIGNED))
    pages = printed.pages()
    ends = [f"Page {number} of {len(pages)}Initials ____________" for number in range(1, len(pages) + 1)]
    assert [page.endswith(end) for page, end in zip(pages, ends, strict=True)] == [True] * len(pages)
    assert "Initials" not in printed.text()


def test_a_house_without_one_has_only_the_number() -> None:
    assert PortableFile(pdf.write(RICH)).pages()[0].endswith("of 3")
    assert WordFile(docx.write(RICH)).document.sections[0].footer.paragraphs[0].style.style_id == "Footer"


# --- the end

ENDS: dict[str, Part] = {
    "paragraph": Paragraph(text="The last words."),
    "clauses": Decision(lead="RESOLVED that:", clauses=clauses("One.", "The last words.")),
    "bullets": BulletList(bullets=(Bullet(text="One", bullets=(Bullet(text="The last words."),)),)),
    "table": Table(rows=(("One", "2"), ("Two", "The last words."))),
}


def ending(*parts: Part) -> Minutes:
    """Minutes that end in these parts."""
    signature = ("Signed ____", "Chair", "Date ____")
    return minute(*parts).model_copy(update={"closing": "The meeting closed.", "signature": signature})


@pytest.mark.parametrize("last", ENDS)
def test_in_word_the_last_words_stay_with_the_close_and_the_close_with_the_lines_to_sign(last: str) -> None:
    paragraphs = list(WordFile(docx.write(ending(Paragraph(text="Before."), ENDS[last]))).paragraphs())
    kept = {one.text: _is_kept(one) for one in paragraphs}
    assert not kept["Before."]
    assert [kept[text] for text in ("The last words.", "The meeting closed.", "Signed ____", "Chair")] == [True] * 4
    assert not paragraphs[-1].paragraph_format.keep_with_next


def _is_kept(paragraph: Any) -> bool:
    return bool(paragraph._p.xpath("boolean(w:pPr/w:keepNext)"))


def test_a_table_at_the_end_is_kept_by_its_last_row_alone() -> None:
    rows = tuple((str(number), "words") for number in range(5))
    table = WordFile(docx.write(ending(Table(rows=rows)))).document.tables[0]
    assert [_is_kept(row.cells[0].paragraphs[0]) for row in table.rows] == [True, True, False, False, True]


@pytest.mark.parametrize("last", ENDS)
def test_in_libreoffice_too_what_is_last_is_kept(last: str) -> None:
    file = OpenDocument(odt.write(ending(Paragraph(text="Before."), ENDS[last])))
    kept = [
        _name(one)
        for one in file.body.iter()
        if one.tag in (f"{ODF % 'text'}p", f"{ODF % 'table'}table") and any(map(_keeps, _styles_of(one, file)))
    ]
    # The paragraph after a table is only there to end it.
    words = {"table": ["the table", ""], "clauses": ["(2)\tThe last words."]}.get(last, ["The last words."])
    assert kept == [*words, "The meeting closed.", f"Signed {'_' * 32}", "Chair", f"Date {'_' * 32}"]


def _name(element: ElementTree.Element) -> str:
    return odf_text(element) if element.tag.endswith("}p") else "the table"


def _styles_of(element: ElementTree.Element, file: OpenDocument) -> list[ElementTree.Element]:
    """The style that an element names."""
    named = {element.attrib.get(f"{ODF % kind}style-name") for kind in ("text", "table")} - {None}
    roots = (ElementTree.fromstring(file.parts[part]) for part in ("content.xml", "styles.xml"))
    styles = (one for root in roots for one in root.iter(f"{ODF % 'style'}style"))
    return [one for one in styles if one.attrib[f"{ODF % 'style'}name"] in named]


def _keeps(style: ElementTree.Element) -> bool:
    return any(one.attrib.get(f"{ODF % 'xsl-fo-compatible'}keep-with-next") == "always" for one in style)


BESIDE = (Paragraph(text="The last words."), Action(text="Action: x.", beside="Elm: dig"))


HEADS = ("Discussion", "Action")
IN_A_PDF = [
    *(((one,), heads) for one in ENDS.values() for heads in ((), HEADS)),
    (BESIDE, HEADS),
]


@pytest.mark.parametrize(("last", "heads"), IN_A_PDF)
def test_in_a_pdf_the_last_page_begins_with_the_last_words_wherever_it_breaks(
    last: Sequence[Part], heads: tuple[()] | tuple[str, str]
) -> None:
    """Line by line further down: the end comes to stand on every place of a page."""
    begun = set()
    for lines in range(1, 12):
        filling = [FILLING] * 5 + [Paragraph(text="\n".join(["More."] * lines))]
        tree = ending(*filling, *last).model_copy(update={"action_column": heads})
        page = PortableFile(pdf.write(tree)).pages()[-1]
        assert page.index("The last words.") < page.index("The meeting closed.") < page.index("Date ____")
        begun.add("More." in page)
    assert begun == {True, False}
