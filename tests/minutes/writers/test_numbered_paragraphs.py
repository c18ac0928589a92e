"""Paragraphs with numbers of their own in every format: the number before the words, the words hanging beside it."""

from __future__ import annotations

import pytest

from boardtui.minutes.tree import Decision, Minute, Paragraph
from boardtui.minutes.writers import docx, html, odt, paste, pdf, writer
from support.portable import PortableFile
from support.trees import clauses, minute
from support.written import OpenDocument, WebPage, WordFile

PARTS = (
    Paragraph(text="The pond was deep.", paragraph="4.1"),
    Decision(text="RESOLVED that it be drained.", paragraph="4.2"),
    Decision(lead="It was RESOLVED that:", clauses=clauses("One.", "Two."), paragraph="4.3"),
    Paragraph(text="Not numbered."),
)
TREE = minute(*PARTS)


@pytest.mark.parametrize("name", ["txt", "md"])
def test_as_text_the_number_is_typed_before_the_words(name: str) -> None:
    lines = writer(name)(TREE).decode().splitlines()
    said = ["4.1 The pond was deep.", "4.2 RESOLVED that it be drained.", "4.3 It was RESOLVED that:", "Not numbered."]
    assert [line for line in lines if line in said] == said


def test_in_markdown_a_number_with_a_stop_begins_no_list() -> None:
    tree = minute(Paragraph(text="Deep.", paragraph="1."))
    assert "1\\. Deep." in writer("md")(tree).decode().splitlines()


def test_where_it_is_pasted_it_is_typed_and_the_verb_stands_out() -> None:
    minute_alone = Minute(parts=PARTS)
    assert paste.text(minute_alone).split("\n\n")[:3] == [
        "4.1 The pond was deep.", "4.2 RESOLVED that it be drained.", "4.3 It was RESOLVED that:",
    ]  # fmt: skip
    assert paste.write_page(minute_alone).decode().splitlines()[:3] == [
        "<p>4.1 The pond was deep.</p>", "<p>4.2 <b>RESOLVED</b> that it be drained.</p>",
        "<p>4.3 It was <b>RESOLVED</b> that:</p>",
    ]  # fmt: skip


def test_in_word_the_words_hang_beside_the_number() -> None:
    word = WordFile(docx.write(TREE))
    assert word.styled("MinuteText") == ["4.1\tThe pond was deep.", "Not numbered."]
    assert word.styled("Decision") == ["4.2\tRESOLVED that it be drained.", "4.3\tIt was RESOLVED that:"]
    indents = {one.text[:3]: one.paragraph_format for one in word.paragraphs()}
    hang = indents["4.1"].left_indent
    assert hang.pt == pytest.approx(36.85) and indents["4.1"].first_line_indent == -hang
    assert indents["4.3"].left_indent == hang and indents["Not"].left_indent is None
    assert word.numbered() == ["(1) One.", "(2) Two."]


def test_a_long_number_has_the_room_it_needs_and_all_stand_in_as_far() -> None:
    tree = minute(*PARTS, Paragraph(text="Long.", paragraph="PLA146/14.10"))
    texts = [one for one in WordFile(docx.write(tree)).paragraphs() if "\t" in one.text]
    assert {one.paragraph_format.left_indent.pt for one in texts} == {86.85}


def test_in_libreoffice_too() -> None:
    blocks = OpenDocument(odt.write(TREE)).blocks()
    assert blocks[-6:-3] == [
        "4.1\tThe pond was deep.",
        "4.2\tRESOLVED that it be drained.",
        "4.3\tIt was RESOLVED that:",
    ]


def test_in_a_pdf_the_number_is_read_with_the_words() -> None:
    read = PortableFile(pdf.write(TREE)).tagged("P")
    assert "4.1\xa0The pond was deep." in read
    assert [text.split("\xa0")[0] for text in read if "\xa0" in text] == ["4.1", "4.2", "4.3"]


def test_on_a_page_too_and_a_blank_paragraph_has_none() -> None:
    blocks = WebPage(html.write(minute(*PARTS, Paragraph(text=" ", paragraph="4.4")))).blocks()
    assert blocks[2:5] == ["4.1 The pond was deep.", "4.2 RESOLVED that it be drained.", "4.3 It was RESOLVED that:"]
    assert "4.4" not in "".join(blocks)
