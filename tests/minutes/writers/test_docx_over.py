"""Minutes written over a council's own Word file: its styles and tokens, where they go, their numbers, nothing that leaks."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx.enum.section import WD_SECTION
from docx.shared import Emu, Mm
from lxml import etree

from boardtui.errors import InputError
from boardtui.minutes.tree import Bullet, BulletList, Decision, Minutes, Paragraph, Table
from boardtui.minutes.writers.docx_markup import W
from boardtui.minutes.writers.docx_over import write_over
from boardtui.minutes.writers.docx_styles import KEYS
from support.trees import HOSTILE, RICH, clauses, minute
from support.word_bases import AUTHOR, letterhead, repacked
from support.written import WordFile, jumps

VALUES = {
    "council": "Wexmouth City Council",
    "committee": "Health Board",
    "date": "5 November 2026",
    "place": "Room <2> & {committee}",
    "status": "DRAFT",
    "title": "Minutes of the Board",
}


def over(base: bytes, minutes: Minutes = RICH, values: dict[str, str] = VALUES, **styles: str) -> bytes:
    return write_over(minutes, base, "ours.docx", values=values, styles=dict.fromkeys(KEYS, "") | styles)


def refusal(base: bytes, **styles: str) -> InputError:
    with pytest.raises(InputError) as refused:
        over(base, **styles)
    assert refused.value.hint
    return refused.value


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in WordFile(data).paragraphs()]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- tokens


def test_tokens_are_filled_in_the_text_the_header_and_the_footer_however_word_has_split_them() -> None:
    data = over(letterhead(("Held on {da", "te", "} in {place} by {committee}"), "{minutes}", "{ not a token }"))
    document = WordFile(data).document
    assert texts(data)[0] == "Held on 5 November 2026 in Room <2> & {committee} by Health Board"
    assert texts(data)[-1] == "{ not a token }"
    assert document.sections[0].header.paragraphs[0].text == "Wexmouth City Council · Health Board"
    assert document.sections[0].footer.paragraphs[0].text == "5 November 2026 DRAFT"


def test_a_token_looks_as_its_first_letter_did() -> None:
    def bold_first(document: Any) -> None:
        document.paragraphs[0].runs[0].bold = True

    runs = (
        WordFile(over(letterhead(("{com", "mittee} met"), "{minutes}", change=bold_first))).document.paragraphs[0].runs
    )
    assert [(run.text, bool(run.bold)) for run in runs] == [("Health Board", True), (" met", False)]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_value_is_text_whatever_it_says(kind: str) -> None:
    typed, printed = HOSTILE[kind]
    data = over(letterhead("<{place}>", "{minutes}"), values=VALUES | {"place": typed})
    one_line = re.sub(r"[\n\t]+", " ", printed).strip()
    assert texts(data)[0] == f"<{one_line}>"


def test_what_was_said_is_never_taken_for_a_token() -> None:
    said = "The Clerk read {date} and {minutes} and {nothing} out."
    assert said in texts(over(letterhead(), minute(Paragraph(text=said))))


def test_a_token_in_a_box_is_filled_once() -> None:
    box = b"<w:p><w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent><w:p><w:r><w:t>{date}</w:t>"
    box += b"</w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    base = repacked(letterhead(), {"word/document.xml": lambda blob: blob.replace(b"<w:body>", b"<w:body>" + box)})
    assert members(over(base, minute()))["word/document.xml"].count(b"5 November 2026") == 1


def test_a_token_that_stands_for_nothing_is_refused_with_the_nearest() -> None:
    refused = refusal(letterhead("{comittee}", "{minutes}"))
    assert (refused.message, refused.hint) == (
        "ours.docx has {comittee} in it, which stands for nothing.",
        "Did you mean {committee}?",
    )


def test_what_the_text_says_by_a_token_is_not_said_twice() -> None:
    assert texts(over(letterhead()))[:3] == ["DRAFT", "Wexmouth City Council", RICH.title]
    data = over(letterhead("{status}: {title}", "{minutes}"))
    assert texts(data)[:2] == ["DRAFT: Minutes of the Board", "Present:"]


# --- where the minutes go


def test_the_minutes_stand_in_the_place_of_the_anchor() -> None:
    said = texts(over(letterhead("Before.", (" {min", "utes} "), "After.")))
    assert said[0] == "Before." and said[-1] == "After."
    assert RICH.closing in said
    assert not [text for text in said if "{" in text]


@pytest.mark.parametrize(
    ("paragraphs", "says"),
    [
        (("Nothing",), "doesn't say where the minutes go"),
        (("{minutes}", "{minutes}"), "more than once"),
        (("{minutes}{minutes}",), "more than once"),
        (("Here: {minutes}",), "beside other words"),
    ],
)
def test_one_paragraph_says_where_they_go(paragraphs: tuple[str, ...], says: str) -> None:
    assert says in refusal(letterhead(*paragraphs)).message


def test_an_anchor_in_a_table_is_refused() -> None:
    def in_a_table(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{minutes}"

    assert "in a table" in refusal(letterhead("Text", change=in_a_table)).message


def test_an_anchor_that_ends_a_section_leaves_its_end() -> None:
    def two_sections(document: Any) -> None:
        document.add_section(WD_SECTION.NEW_PAGE).page_width = Mm(400)
        document.add_paragraph("On a wide page")
        anchor, end = document.paragraphs[:2]
        anchor._p.get_or_add_pPr().append(end._p.pPr.sectPr)
        end._p.getparent().remove(end._p)

    data = over(letterhead("{minutes}", change=two_sections), minute(Table(rows=(("a", "b"),))))
    document = WordFile(data).document
    assert len(document.sections) == 2
    first = document.sections[0]
    width = first.page_width - first.left_margin - first.right_margin
    assert int(document.tables[0]._tbl.tblPr.find(f"{W}tblW").get(f"{W}w")) == Emu(width).twips


def test_a_bookmark_on_the_anchor_goes_with_it_and_others_stay() -> None:
    mark = b'<w:bookmarkStart w:id="%d" w:name="m%d"/>'
    end = b'<w:bookmarkEnd w:id="%d"/>'

    def marked(blob: bytes) -> bytes:
        begun = blob.replace(b"<w:t>{minutes}</w:t></w:r>", b"<w:t>{minutes}</w:t></w:r>" + mark % (7, 7))
        return begun.replace(b"<w:t>After", mark % (8, 8) + b"<w:t>After").replace(
            b"<w:sectPr", end % 7 + end % 8 + b"<w:sectPr"
        )

    base = repacked(letterhead("{minutes}", "After"), {"word/document.xml": marked})
    left = re.findall(rb'<w:bookmark\w+ w:id="(\d)"', members(over(base))["word/document.xml"])
    assert left == [b"8", b"8"]


# --- styles


def test_parts_take_the_styles_the_house_names() -> None:
    word = WordFile(over(letterhead(), heading="agenda title", decision="Motion", table="Table Grid"))
    named = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs()}
    assert named["64. Winter Opening of the Lido"] == "Agenda Title"
    assert named["NOTED the thanks of the Friends of the Lido."] == "Motion"
    assert {table.style.name for table in word.document.tables} == {"Table Grid"}


def test_what_the_house_does_not_name_is_in_words_own_styles_or_in_ours_over_their_normal() -> None:
    word = WordFile(over(letterhead()))
    named = {paragraph.text: paragraph.style for paragraph in word.paragraphs()}
    assert named["64. Winter Opening of the Lido"].name == "Heading 2"
    assert named[RICH.closing].name == "Closing"
    assert named[RICH.closing].base_style.name == "Normal"
    used = {paragraph.style.style_id for paragraph in word.paragraphs()}
    assert used <= {style.style_id for style in word.document.styles}


def test_a_style_of_theirs_that_has_the_key_of_ours_stays_theirs() -> None:
    base = repacked(
        letterhead(),
        {
            "word/styles.xml": lambda blob: blob.replace(b'w:styleId="Motion"', b'w:styleId="Decision"'),
        },
    )
    styles = WordFile(over(base)).document.styles
    assert [styles.element.get_by_id(key).name_val for key in ("Decision", "MinutesDecision")] == ["Motion", "Decision"]


def test_every_style_that_is_missing_is_named_in_one_refusal() -> None:
    refused = refusal(letterhead(), heading="Agenda Titel", decision="Motion", action="Table Grid")
    assert "these styles: “Agenda Titel” (heading), “Table Grid” (action)." in refused.message
    assert "[word]" in refused.hint


def heading(data: bytes) -> Any:
    (found,) = (one for one in WordFile(data).paragraphs() if one.text == "64. Winter Opening of the Lido")
    return found


def test_headings_have_their_levels_and_stay_with_what_follows() -> None:
    data = over(letterhead(), heading="Agenda Title")
    levels = WordFile(data).heading_levels()
    assert jumps(levels) == [] and 2 in levels
    assert heading(data).paragraph_format.keep_with_next


def test_a_heading_of_theirs_that_is_numbered_has_only_the_number_of_the_minute() -> None:
    def numbered(document: Any) -> None:
        document.styles["Agenda Title"].base_style = document.styles["List Number"]

    assert heading(over(letterhead(change=numbered), heading="Agenda Title"))._p.pPr.numPr.numId.val == 0
    assert heading(over(letterhead(), heading="Agenda Title"))._p.pPr.numPr is None


# --- numbers


def test_every_resolution_is_numbered_anew_and_their_lists_stay() -> None:
    tree = minute(
        Decision(lead="RESOLVED that:", clauses=clauses("One.", "Two.")),
        Decision(lead="RESOLVED that:", clauses=clauses("Three.", "Four.")),
    )
    base = letterhead()
    theirs = etree.fromstring(members(base)["word/numbering.xml"])
    data = over(base, tree)
    assert WordFile(data).numbered() == ["(1) One.", "(2) Two.", "(1) Three.", "(2) Four."]
    ours = etree.fromstring(members(data)["word/numbering.xml"])
    for kind, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        before, after = ([one.get(W + key) for one in part.findall(W + kind)] for part in (theirs, ours))
        assert set(before) < set(after) and len(set(after)) == len(after)
    kinds = [etree.QName(child).localname for child in ours if child.tag in (f"{W}abstractNum", f"{W}num")]
    assert kinds == sorted(kinds)


def test_a_file_without_a_list_is_given_numbers() -> None:
    bare = repacked(
        letterhead(),
        {
            "word/_rels/document.xml.rels": lambda blob: re.sub(rb"<Relationship [^>]*numbering[^>]*>", b"", blob),
        },
    )
    tree = minute(Decision(lead="RESOLVED that:", clauses=clauses("One.", "Two.")))
    assert WordFile(over(bare, tree)).numbered() == ["(1) One.", "(2) Two."]


def test_bullets_are_theirs_where_their_style_has_them_and_ours_where_not() -> None:
    tree = minute(BulletList(bullets=(Bullet(text="one", bullets=(Bullet(text="two"),)),)))

    def lists(data: bytes) -> list[bool]:
        found = [one for one in WordFile(data).paragraphs() if one.text in ("one", "two")]
        return [one._p.pPr.numPr is not None for one in found]

    assert lists(over(letterhead(), tree)) == [False, False]
    assert lists(over(letterhead(), tree, bullet="Motion")) == [True, True]


# --- the file itself


def test_the_same_minutes_over_the_same_file_are_the_same_bytes() -> None:
    base = letterhead()
    assert over(base) == over(base)


def test_the_properties_are_those_of_the_minutes_and_nobody_who_made_the_file_is_in_it() -> None:
    data = over(letterhead())
    properties = WordFile(data).document.core_properties
    assert (properties.title, properties.author, properties.comments) == (RICH.title, "Wexmouth City Council", "")
    assert (properties.language, properties.created.date().isoformat()) == ("en-GB", "2026-11-05")
    parts = members(data)
    assert not [name for name, blob in parts.items() if AUTHOR.encode() in blob]
    assert not [name for name in parts if re.search(r"thumbnail|customXml|app\.xml|stylesWithEffects", name)]
    assert b'w:val="en-US"' not in parts["word/styles.xml"]


def test_minutes_can_be_written_over_minutes() -> None:
    again = letterhead()
    first = over(again, minute(Decision(lead="RESOLVED:", clauses=clauses("One."))))
    base = repacked(
        first,
        {
            "word/document.xml": lambda blob: blob.replace(
                b"<w:sectPr", b"<w:p><w:r><w:t>{minutes}</w:t></w:r></w:p><w:sectPr"
            )
        },
    )
    numbered = WordFile(over(base, minute(Decision(lead="RESOLVED:", clauses=clauses("Two."))))).numbered()
    assert numbered == ["(1) One.", "(1) Two."]
