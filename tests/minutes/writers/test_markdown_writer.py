from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from boardtui.minutes.tree import Bullet, BulletList, Minute, Minutes, Paragraph, Quotation, SectionHeading, Table
from boardtui.minutes.writers.markdown import write
from boardtui.model.text import clean_line

MARKS = (
    "*",
    "_",
    "`",
    "#",
    "- ",
    "1. ",
    "2) ",
    "> ",
    "|",
    "\\",
    "<b>",
    "&amp;",
    "[x](y)",
    "![",
    "~~",
    "---",
    "===",
    "+ ",
    "  ",
    "a",
    "£5",
)
typed = (st.lists(st.sampled_from(MARKS) | st.text(max_size=5), max_size=6).map("".join).map(clean_line)).filter(bool)


def read(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text)


def words(tokens: list[Token]) -> list[str]:
    """The text of each block, read as Markdown."""
    return ["".join(_said(child) for child in token.children or ()) for token in tokens if token.type == "inline"]


def _said(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def of(*parts: Paragraph | BulletList | Table | Quotation, heading: str = "") -> str:
    minute = Minute(heading_line=heading, parts=parts)
    return write(Minutes(house="x", committee="c", title="", body=(minute,))).decode()


@given(typed)
@example("1. not a list")
@example("# not a heading")
@example("a  b")
@example("=")
@settings(max_examples=80)
def test_a_paragraph_reads_as_what_was_typed(text: str) -> None:
    tokens = read(of(Paragraph(text=text)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert words(tokens) == [text]


@given(typed)
@example("C#")
@example("x ##")
def test_a_heading_reads_as_what_was_typed(text: str) -> None:
    tokens = read(of(heading=text))
    assert (tokens[0].type, words(tokens)) == ("heading_open", [text])


@given(st.lists(typed, min_size=1, max_size=3), typed)
def test_bullets_read_as_what_was_typed(texts: list[str], below: str) -> None:
    bullets = tuple(Bullet(text=text, bullets=(Bullet(text=below),)) for text in texts)
    tokens = read(of(BulletList(bullets=bullets)))
    assert words(tokens) == [text for one in texts for text in (one, below)]
    assert [token.type for token in tokens].count("bullet_list_open") == 1 + len(texts)


@given(st.lists(st.tuples(typed, typed), min_size=2, max_size=3), st.booleans())
def test_a_table_reads_as_what_was_typed(rows: list[tuple[str, str]], headed: bool) -> None:
    tokens = read(of(Table(rows=tuple(rows), headed=headed)))
    assert [one for one in words(tokens) if one] == [cell for row in rows for cell in row]
    assert tokens[0].type == "table_open"


@given(typed)
def test_a_quotation_is_quoted(text: str) -> None:
    tokens = read(of(Quotation(text=f"“{text}”")))
    assert (tokens[0].type, words(tokens)) == ("blockquote_open", [f"“{text}”"])


def test_headings_go_down_by_their_place() -> None:
    body = (SectionHeading(text="Public"), SectionHeading(text="Reports", level=2), Minute(heading_line="1. One"))
    text = write(Minutes(house="x", committee="c", title="Minutes", body=body)).decode()
    assert text == "# Minutes\n\n## Public\n\n### Reports\n\n#### 1. One\n"
