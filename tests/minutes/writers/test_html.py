from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.minutes.tree import (
    Action,
    AttendanceLine,
    AttendanceList,
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
from boardtui.minutes.writers.html import write
from boardtui.model.text import clean
from support.trees import EMPTY, HOSTILE, HOSTILE_PLACES, RICH, clauses, hostile, minute
from support.written import WebPage, jumps


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_printed_as_it_is(kind: str) -> None:
    typed, printed = HOSTILE[kind]
    page = WebPage(write(hostile(typed)))
    assert page.text().count(printed) == HOSTILE_PLACES
    assert page.title() == re.sub(r"[\n\t]+", " ", printed)
    assert page.tags("script") == page.tags("a") == page.tags("b") == []
    assert page.tags("html") == [{"lang": "en-GB"}]


@settings(deadline=None)
@given(st.text(st.characters(categories=None), max_size=60))
def test_no_character_of_a_paragraph_is_lost(text: str) -> None:
    assert WebPage(write(minute(Paragraph(text="<" + text + ">")))).blocks()[-1] == clean("<" + text + ">")


@pytest.mark.parametrize("text", ['</style><script>x</script>"; } * { display: none', "a\\", 'Page {page}"\n{pages} ✔'])
def test_furniture_of_the_printed_page_cant_leave_its_place(text: str) -> None:
    page = WebPage(write(RICH.model_copy(update={"page": text, "draft": text})))
    assert page.tags("script") == []
    rule = re.sub(r'"[^"\\\n]*(?:\\[0-9a-f]{6}[^"\\\n]*)*"', "TEXT", page.style.strip().splitlines()[-1])
    box = r"@[a-z-]+ \{[A-Za-z0-9:;() -]*\}"
    assert re.fullmatch(rf"@page \{{ {box} {box} \}} @page :first \{{ {box} \}}", rule)


def test_furniture_keeps_its_spaces() -> None:
    page = WebPage(write(RICH.model_copy(update={"draft": "DRAFT\u00a0\u2003 1\n2"})))
    assert r'"DRAFT\0000a0\002003 1 2"' in page.style


def test_pages_are_numbered_when_printed() -> None:
    page = WebPage(write(RICH))
    assert '@bottom-center { content: "Page " counter(page) " of " counter(pages); }' in page.style
    assert '@top-right { content: "DRAFT"' in page.style
    assert "@top-right" not in WebPage(write(RICH.model_copy(update={"draft": ""}))).style


def test_it_stands_alone() -> None:
    text = write(RICH).decode()
    assert text.startswith('<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">')
    assert not re.search(r"https?:|src=|href=|url\(|@import|<script|\son[a-z]+=", text)
    assert "default-src 'none'" in text


def test_headings_never_jump() -> None:
    bodies: tuple[tuple[SectionHeading | Minute, ...], ...] = (
        RICH.body,
        (Minute(parts=(Subheading(text="Under nothing"),)),),
        (SectionHeading(text="Part", level=2), Minute(heading_line="1", parts=(Subheading(text="x"),))),
        (SectionHeading(text="Whole"), SectionHeading(text="Part", level=9), Minute(number="7", heading="Lido")),
    )
    for body in bodies:
        levels = WebPage(write(RICH.model_copy(update={"body": body}))).heading_levels()
        assert levels.count(1) == 1 and levels[0] == 1
        assert jumps(levels) == []


def test_headings_with_and_without_sections() -> None:
    plain = RICH.model_copy(update={"attendance": ()})
    assert WebPage(write(plain)).heading_levels() == [1, 2, 3, 3, 3, 4, 3, 2, 2, 3]
    assert WebPage(write(minute(Subheading(text="Payments")))).heading_levels() == [1, 2, 3]


def test_numbers_of_clauses_are_text_and_start_anew() -> None:
    tree = minute(
        Decision(lead="RESOLVED that:", clauses=clauses("One.", "Two.")),
        Decision(lead="RESOLVED that:", clauses=clauses("Three.")),
    )
    assert WebPage(write(tree)).blocks()[2:] == [
        "RESOLVED that:",
        "(1) One.",
        "(2) Two.",
        "RESOLVED that:",
        "(1) Three.",
    ]


def test_clauses_three_deep() -> None:
    deep = Clause(label="b)", text="b", clauses=clauses("b one", "b two", labels=("i", "ii")))
    tree = minute(Decision(text="RESOLVED that it be so:", clauses=(Clause(label="", text="one", clauses=(deep,)),)))
    page = WebPage(write(tree))
    assert page.blocks()[2:] == ["RESOLVED that it be so:", "one", "b) b", "(i) b one", "(ii) b two"]
    assert page.tags("ol") == [{"class": "clauses"}] * 3


def test_the_verb_stands_out() -> None:
    text = write(RICH).decode()
    assert "<strong>RESOLVED</strong> that:" in text
    assert "Pugh-Llewellyn and <strong>RESOLVED</strong> that the Lido" in text
    assert "<strong>NOTED</strong> the thanks" in text


def test_attendance_is_lists_under_headings() -> None:
    page = WebPage(write(RICH))
    assert page.blocks()[3:7] == [
        "Present:",
        "Board Members: Councillor Maureen Thistlewood (Chair)",
        "Councillor Idris Pugh-Llewellyn (Deputy Chair)",
        "Councillor Abena Owusu",
    ]
    assert len([one for one in page.tags("h2") if one["class"] == "list-heading"]) == 3
    assert {"class": "alone"} in page.tags("p"), "a count of the public heads nothing"


def test_a_heading_may_stand_over_the_lists_that_follow() -> None:
    lists = (
        AttendanceList(heading="Employees"),
        AttendanceList(heading="Law:", lines=(AttendanceLine(text="B Maddox"),)),
    )
    page = WebPage(write(EMPTY.model_copy(update={"attendance": lists})))
    assert page.heading_levels() == [1, 2, 2]


def test_a_table_has_header_cells_only_where_it_is_headed() -> None:
    rows = (("Payee", "", "Amount"), ("Mowing", "", "£385.00"), ("Wreath",))
    page = WebPage(write(minute(Table(rows=rows, headed=True))))
    assert page.tags("th") == [{"scope": "col"}, {"scope": "col", "class": "figures"}]
    assert len(page.tags("td")) == 7
    page = WebPage(write(minute(Table(rows=rows))))
    assert (page.tags("th"), len(page.tags("td"))) == ([], 9)
    assert WebPage(write(minute(Table(rows=((), ("",)))))).tags("table") == []


def test_words_in_a_table_are_broken_only_where_they_have_no_room() -> None:
    short, long = ("Member", "Item", "Interest", "What they did", "Dispensation"), ("Disproportionately",) * 5
    for rows, classes in (
        ((short, short), [{}]),
        ((short, long), [{"class": "tight"}]),
        ((("x" * 69,),), [{"class": "tight"}]),
    ):
        assert WebPage(write(minute(Table(rows=rows)))).tags("table") == classes


def test_a_place_to_sign_keeps_its_text() -> None:
    assert WebPage(write(RICH)).blocks()[-3:] == ["Signed ____", "Chair", "Date ____"]


def test_minutes_of_which_nothing_is_known() -> None:
    assert WebPage(write(EMPTY)).blocks() == ["Minutes of the Planning Committee"]
    assert WebPage(write(Minutes(house="", committee="", title=""))).blocks() == []


def test_blank_parts_leave_nothing() -> None:
    tree = minute(
        Paragraph(text=" "), Subheading(text=""), BulletList(bullets=()), Decision(), Action(text=""), heading=""
    )
    page = WebPage(write(tree))
    assert page.blocks() == ["Minutes of the Planning Committee"]
    assert page.tags("ul") == page.tags("p") == []


def test_the_language_is_that_of_the_minutes() -> None:
    assert WebPage(write(RICH.model_copy(update={"language": "cy-GB"}))).tags("html") == [{"lang": "cy-GB"}]


def test_the_same_minutes_make_the_same_bytes() -> None:
    assert write(RICH) == write(RICH)


def test_colours_have_a_contrast_of_seven() -> None:
    style = WebPage(write(RICH)).style
    inks = re.findall(r"(?<![-\w])color: #([0-9a-f]{6})", style)
    assert inks
    for ink in inks:
        assert contrast(ink, "efefef") >= 7


def contrast(one: str, other: str) -> float:
    """By WCAG 2.2's definition of contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
