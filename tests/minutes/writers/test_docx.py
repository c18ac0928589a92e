from __future__ import annotations

import importlib.util
import io
import re
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from boardtui.minutes.tree import (
    Action,
    BulletList,
    Clause,
    Decision,
    Minute,
    Minutes,
    Paragraph,
    SectionHeading,
    Subheading,
    Table,
)
from boardtui.minutes.writers.docx import BASE, write
from boardtui.model.text import clean
from support import libreoffice
from support.trees import EMPTY, HOSTILE, HOSTILE_PLACES, RICH, clauses, hostile, minute
from support.written import WordFile, jumps

ROOT = Path(__file__).parents[3]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def well_formed(data: bytes, _folder: Path) -> None:
    """Every part is XML, and everything that a part refers to is there."""
    parts = members(data)
    for blob in parts.values():
        etree.fromstring(blob)
    for name, blob in parts.items():
        if name.endswith(".rels"):
            folder = name.removesuffix(name.rpartition("_rels/")[2]).removesuffix("_rels/")
            for relation in etree.fromstring(blob):
                assert relation.get("TargetMode") != "External"
                assert folder + relation.get("Target") in parts or relation.get("Target").lstrip("/") in parts


def opens_in_libreoffice(data: bytes, folder: Path) -> None:
    """LibreOffice reads it, and works out the numbers that we meant."""
    text = libreoffice.text_of(data, "docx", folder)
    assert "(1) The winter plan be approved" in text
    assert "(ii) failing that, before 15 January; and" in text
    assert "(1) The fee be £4." in text


READERS: list[Callable[[bytes, Path], None]] = [well_formed]
if libreoffice.IS_HERE:
    READERS.append(opens_in_libreoffice)


@pytest.mark.parametrize("read", READERS)
def test_the_file_can_be_opened(read: Callable[[bytes, Path], None], tmp_path: Path) -> None:
    read(write(RICH), tmp_path)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_printed_as_it_is(kind: str, tmp_path: Path) -> None:
    typed, printed = HOSTILE[kind]
    data = write(hostile(typed))
    well_formed(data, tmp_path)
    word = WordFile(data)
    assert word.text().count(printed) == HOSTILE_PLACES
    one_line = re.sub(r"[\n\t]+", " ", printed)
    assert word.document.sections[0].header.paragraphs[0].text == f"{one_line}\t{one_line}"
    assert word.document.core_properties.author == one_line[:255]


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(categories=None), max_size=60))
def test_no_character_of_a_paragraph_is_lost(text: str) -> None:
    printed = WordFile(write(minute(Paragraph(text="<" + text + ">")))).styled("MinuteText")
    assert printed == [clean("<" + text + ">")]


def test_every_list_of_clauses_starts_anew() -> None:
    tree = minute(
        Decision(lead="RESOLVED that:", clauses=clauses("One.", "Two.")),
        Decision(lead="RESOLVED that:", clauses=clauses("Three.", "Four.")),
    )
    assert WordFile(write(tree)).numbered() == ["(1) One.", "(2) Two.", "(1) Three.", "(2) Four."]


def test_lists_of_one_form_share_it_and_forms_stand_before_lists() -> None:
    numbering = etree.fromstring(members(write(RICH))["word/numbering.xml"])
    kinds = [etree.QName(child).localname for child in numbering]
    assert kinds == sorted(kinds), "Word takes a file for broken where a w:num stands before a w:abstractNum"
    # The bullets, (1) (a) (i), and (a) for what hangs from a sentence.
    assert kinds.count("abstractNum") == 3
    assert kinds.count("num") == 4


def test_clauses_three_deep() -> None:
    deep = Clause(label="(b)", text="b", clauses=clauses("b one", "b two", labels=("i", "ii")))
    first = Clause(label="(1)", text="one", clauses=(Clause(label="(a)", text="a"), deep))
    second = Clause(label="(2)", text="two", clauses=clauses("a again", labels="a"))
    word = WordFile(write(minute(Decision(lead="RESOLVED that:", clauses=(first, second)))))
    assert word.numbered() == ["(1) one", "(a) a", "(b) b", "(i) b one", "(ii) b two", "(2) two", "(a) a again"]
    assert word.styled("Resolution1") == ["one", "two"]
    assert word.styled("Resolution2") == ["a", "b", "a again"]
    assert word.styled("Resolution3") == ["b one", "b two"]


@pytest.mark.parametrize(
    "labels",
    [
        ("1.", "2.", "3."),
        ("a)", "b)", "c)"),
        ("i)", "ii)", "iii)"),
        ("(A)", "(B)"),
        ("IV.", "V."),
        ("(7)", "(8)"),
        ("[c]", "[d]"),
    ],
)
def test_numbers_take_the_form_of_the_labels(labels: tuple[str, ...]) -> None:
    listed = tuple(Clause(label=label, text="Text.") for label in labels)
    word = WordFile(write(minute(Decision(lead="RESOLVED that:", clauses=listed))))
    assert word.styled("Resolution1") == ["Text."] * len(labels), "the number is Word's, not typed"
    assert word.numbered() == [f"{label} Text." for label in labels]


@pytest.mark.parametrize(
    "labels",
    [
        ("(1)", "(3)"),
        ("(1)", "(1)"),
        ("(a)", "2."),
        ("(1)", ""),
        ("%1", "%2"),
        ("01", "02"),
        ("(1A)", "(1B)"),
        ("*", "*"),
    ],
)
def test_labels_that_word_would_not_make_are_typed(labels: tuple[str, ...]) -> None:
    listed = tuple(Clause(label=label, text="Text.") for label in labels)
    word = WordFile(write(minute(Decision(lead="RESOLVED that:", clauses=listed))))
    assert word.styled("Resolution1") == [f"{label}\tText." if label else "Text." for label in labels]


def test_letters_after_z_are_typed_for_word_writes_others() -> None:
    labels = [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]
    listed = tuple(Clause(label=f"({label})", text="Text.") for label in labels)
    word = WordFile(write(minute(Decision(lead="RESOLVED that:", clauses=listed))))
    assert word.styled("Resolution1") == [f"({label})\tText." for label in labels]


def test_parts_have_their_styles() -> None:
    word = WordFile(write(RICH))
    assert word.styled("Draft") == ["DRAFT"]
    assert word.styled("Council") == ["Wexmouth City Council"]
    assert word.styled("Title") == [RICH.title]
    assert word.styled("Section") == ["Public Business", "Urgent Business", "Private Business"]
    assert word.styled("MinuteHeading")[-1] == "65/E Claim by a Former Contractor"
    assert word.styled("AttendanceHeading") == [
        "Present:",
        "Officers:",
        "Apologies for absence:",
        "Members of the public: 34",
    ]
    assert word.styled("AttendanceLabelled")[:2] == [
        "Board Members:\tCouncillor Maureen Thistlewood (Chair)",
        "\tCouncillor Idris Pugh-Llewellyn (Deputy Chair)",
    ]
    assert word.styled("Bullet2")[0] == "Response: One number would be printed on every discharge letter"
    assert word.styled("RollLine")[1] == "Against (1): Owen Fairlie"
    assert word.styled("Signature") == ["Signed ____", "Chair", "Date ____"]


def test_the_verb_stands_out() -> None:
    word = WordFile(write(RICH))
    strong = [
        [run.text for run in paragraph.runs if run.style.style_id == "Strong"]
        for paragraph in word.paragraphs()
        if paragraph.style.style_id == "Decision"
    ]
    assert strong == [["RESOLVED"], ["RESOLVED"], ["RESOLVED"], ["RECOMMENDED"], ["NOTED"]]


def test_what_leads_in_stays_with_what_follows() -> None:
    tree = minute(
        Paragraph(text="Members asked about:"),
        Paragraph(text="Nothing."),
        Decision(lead="RESOLVED:", clauses=clauses("One.")),
    )
    kept = {
        paragraph.text: bool(paragraph.paragraph_format.keep_with_next)
        for paragraph in WordFile(write(tree)).paragraphs()
    }
    assert kept["Members asked about:"] and kept["RESOLVED:"]
    assert not kept["Nothing."] and not kept["One."]


def test_a_table_has_a_heading_row_only_where_it_is_headed() -> None:
    rows = (("Payee", "Amount"), ("Mowing", "£385.00"), ("Wreath",))
    for headed in (True, False):
        table = WordFile(write(minute(Table(rows=rows, headed=headed)))).document.tables[0]
        repeated = [row._tr.xpath("boolean(w:trPr/w:tblHeader)") for row in table.rows]
        assert repeated == [headed, False, False]
        assert [[cell.text for cell in row.cells] for row in table.rows] == [
            ["Payee", "Amount"],
            ["Mowing", "£385.00"],
            ["Wreath", ""],
        ]


def test_two_tables_stay_two() -> None:
    rows = (("a", "b"),)
    document = WordFile(write(minute(Table(rows=rows), Table(rows=rows), Table(rows=())))).document
    assert len(document.tables) == 2
    assert [etree.QName(child).localname for child in document.element.body][-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize(
    "body",
    [
        RICH.body,
        (Minute(parts=(Subheading(text="Under nothing"),)),),
        (
            SectionHeading(text="Part", level=2),
            Minute(heading_line="1", parts=(Subheading(text="x"),)),
            SectionHeading(text="Whole"),
        ),
        (SectionHeading(text="Whole"), SectionHeading(text="Part", level=2), Minute(number="7", heading="Lido")),
    ],
)
def test_headings_never_jump(body: tuple[SectionHeading | Minute, ...]) -> None:
    levels = WordFile(write(RICH.model_copy(update={"body": body}))).heading_levels()
    assert levels[0] == 1
    assert jumps(levels) == []


def test_headings_with_and_without_sections() -> None:
    plain = RICH.model_copy(update={"attendance": ()})
    assert WordFile(write(plain)).heading_levels() == [1, 1, 2, 2, 2, 3, 2, 1, 1, 2]
    assert WordFile(write(minute(Subheading(text="Payments")))).heading_levels() == [1, 2, 3]


def test_minutes_of_which_nothing_is_known() -> None:
    word = WordFile(write(EMPTY))
    assert word.text() == "Minutes of the Planning Committee"
    nameless = Minutes(house="", committee="", title="")
    well_formed(write(nameless), Path())
    assert WordFile(write(nameless)).text() == ""


def test_blank_parts_leave_no_empty_paragraphs() -> None:
    tree = minute(
        Paragraph(text=" "), Subheading(text=""), BulletList(bullets=()), Decision(), Action(text=""), heading=""
    )
    assert WordFile(write(tree)).text() == "Minutes of the Planning Committee"


def test_pages_are_numbered_and_a_draft_is_marked_on_each() -> None:
    section = WordFile(write(RICH)).document.sections[0]
    assert section.header.paragraphs[0].text == "Wexmouth Health and Wellbeing Board\tDRAFT"
    assert section.different_first_page_header_footer
    for footer in (section.footer, section.first_page_footer):
        words = "".join(footer._element.xpath(".//w:t/text()"))
        codes = footer._element.xpath(".//w:fldSimple/@w:instr")
        assert (words, codes) == ("Page 1 of 1", [" PAGE ", " NUMPAGES "])
    assert section.page_width.mm == pytest.approx(210, abs=0.1)
    approved = write(RICH.model_copy(update={"draft": ""}))
    assert WordFile(approved).document.sections[0].header.paragraphs[0].text == "Wexmouth Health and Wellbeing Board"


def test_properties() -> None:
    properties = WordFile(write(RICH)).document.core_properties
    assert (properties.title, properties.author) == (RICH.title, "Wexmouth City Council")
    assert properties.last_modified_by == "Wexmouth City Council"
    assert (properties.language, properties.created) == ("en-GB", properties.modified)
    assert properties.created.date().isoformat() == "2026-11-05"
    long = WordFile(
        write(EMPTY.model_copy(update={"title": "Minutes " * 60, "date": "some day"}))
    ).document.core_properties
    assert len(long.title) == 255
    assert long.created is None


def test_the_language_is_that_of_the_minutes() -> None:
    welsh = members(write(RICH.model_copy(update={"language": "cy-GB"})))["word/styles.xml"]
    assert b'<w:lang w:val="cy-GB"' in welsh
    unknown = members(write(RICH.model_copy(update={"language": 'x"/>'})))["word/styles.xml"]
    assert b'<w:lang w:val="en-GB"' in unknown


def test_the_same_minutes_make_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = write(RICH)
    later = time.localtime(2_000_000_000)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    assert write(RICH) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_nothing_rides_along() -> None:
    names = set(members(write(RICH)))
    assert not [name for name in names if re.search(r"thumbnail|customXml|stylesWithEffects|vba|embed|media", name)]
    settings_part = members(write(RICH))["word/settings.xml"]
    assert b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings_part


def test_the_base_is_the_one_that_its_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make_base_docx", ROOT / "tools/make_base_docx.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "make_base_docx", module)
    spec.loader.exec_module(module)
    assert members(module.base_docx()) == members((ROOT / "src/boardtui/minutes" / BASE).read_bytes())
