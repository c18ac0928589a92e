"""Any web page gives the lines that a reader of it sees, with what the page itself says of them."""

from __future__ import annotations

import pytest

from boardtui.agendas.kinds import is_page
from boardtui.agendas.opening import open_source
from boardtui.agendas.parts import Part
from boardtui.agendas.source import Kind, SourceLine
from boardtui.agendas.understanding import understand
from boardtui.agendas.web_page import read_page
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_PAGE, LONGEST_LINE


def lines(body: str) -> tuple[SourceLine, ...]:
    return read_page(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "page").lines


def said(body: str) -> list[str]:
    return [f"{line.marker} {line.text}".strip() for line in lines(body)]


def test_blocks_are_lines_and_what_stands_in_a_line_is_not() -> None:
    assert said("<p>The <b>Parish</b> <i>Council</i></p>of<div>Marrick<br>meets\n  today</div>") == [
        "The Parish Council",
        "of",
        "Marrick",
        "meets today",
    ]


def test_headings_bold_lines_and_gaps_are_told() -> None:
    heading, bold, partly, plain = lines(
        "<h3>Agenda</h3><p><b>1. Apologies</b></p><p><b>2.</b> Minutes</p><div>3. Rates</div>"
    )
    assert (heading.heading, heading.apart) == (3, True)
    assert (bold.bold, bold.apart) == (True, True)
    assert not partly.bold
    assert (plain.bold, plain.heading, plain.text) == (False, 0, "3. Rates")


@pytest.mark.parametrize(
    ("opened", "markers"),
    [
        ("ol", ["1.", "2."]),
        ('ol start="7"', ["7.", "8."]),
        ('ol type="a"', ["a.", "b."]),
        ('ol type="A" start="27"', ["AA.", "AB."]),
        ('ol style="list-style-type: lower-roman" start="4"', ["iv.", "v."]),
        ("ul", ["•", "•"]),
        ('ul style="list-style:none"', ["", ""]),
        ('ol start="99999999999"', ["1.", "2."]),
        ('ol type="i" start="-3"', ["-3.", "-2."]),
    ],
)
def test_entries_of_a_list_have_the_marker_that_a_browser_sets_before_them(opened: str, markers: list[str]) -> None:
    found = lines(f"<{opened}><li>Apologies<li>Minutes</ol>")
    assert [line.marker for line in found] == markers
    assert [line.text for line in found] == ["Apologies", "Minutes"]


def test_an_entry_may_say_its_own_number_and_the_next_goes_on_from_it() -> None:
    assert said('<ol><li>a<li value="7">b<li>c</ol>') == ["1. a", "7. b", "8. c"]


def test_what_stands_in_a_list_within_a_list_is_farther_in() -> None:
    outer, inner, after = lines('<ol><li>Reports<ol type="a"><li>Roads</ol>noted<li>Rates</ol>')[:3]
    assert outer.indent < inner.indent
    assert (inner.marker, after.marker, after.indent) == ("a.", "", outer.indent)


def test_the_numbers_and_margins_of_a_page_made_by_word_are_understood() -> None:
    page = (
        "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>4.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>"
        "<b>Roads</b><o:p></o:p></p><p style='margin:0cm 0cm 8pt 72pt'>Report of the Engineer</p>"
    )
    item, below = lines(page)
    assert (item.marker, item.text, item.bold, item.indent) == ("4.", "Roads", True, 36)
    assert (below.text, below.indent) == ("Report of the Engineer", 72)


def test_what_a_page_hides_or_leads_elsewhere_with_is_left_out() -> None:
    page = (
        "<nav><a>Home</a></nav><script>x()</script><style>p{}</style><p hidden>a</p><p style='display: none'>b</p>"
        "<div role=navigation>c</div><noscript>d</noscript><button>e</button><svg><text>f</text></svg><p>Agenda</p>"
    )
    assert said(page) == ["Agenda"]


def test_only_what_the_page_calls_its_main_part_is_read() -> None:
    assert said("<p>Bin collections</p><main><h1>Agenda</h1></main><footer>Contact us</footer>") == ["Agenda"]
    assert said("<p>Bin collections</p><main> </main><p>Agenda</p>") == ["Bin collections", "Agenda"]


def test_text_that_keeps_its_line_ends_keeps_them() -> None:
    assert said("<pre>1. Apologies\n2. Minutes\n</pre>") == ["1. Apologies", "2. Minutes"]


def test_a_table_of_items_is_one_by_the_heads_of_its_columns() -> None:
    page = (
        "<table><thead><tr><th>Item</th><th>Subject</th><th>Lead</th></tr></thead><tbody>"
        "<tr><td>1</td><td><p>Roads</p><p>The state of them</p></td><td>Ann Grey</td></tr></tbody></table>"
    )
    found = [(line.part, line.marker, line.text) for line in lines(page) if line.part is not Part.ASIDE]
    assert found == [(Part.ITEM, "1", "Roads"), (Part.LEAD, "", "Ann Grey"), (Part.NOTE, "", "The state of them")]


def test_a_table_that_only_lays_the_page_out_is_read_as_it_stands() -> None:
    inside = "<table><tr><td>1.</td><td>Apologies</td></tr></table>"
    page = f"<table><tr><td>Menu</td><td>{inside}<p>2. Minutes</p></td></tr></table>"
    assert said(page) == ["Menu", "1. Apologies", "2. Minutes"]


def test_lines_are_clean_and_numbered_in_the_order_of_the_page() -> None:
    found = lines("<p>a\x1b[31m&#8203;b&nbsp;&nbsp;c</p><p>&#8238;d</p>")
    assert [(line.number, line.text) for line in found] == [(1, "ab c"), (2, "d")]


def test_a_line_longer_than_any_goes_on_in_the_next_and_nothing_of_it_is_lost() -> None:
    found = lines(f"<p>{'word ' * 10_000}</p>")
    assert max(len(line.text) for line in found) <= LONGEST_LINE
    assert sum(line.text.count("word") for line in found) == 10_000


def test_more_lines_than_an_agenda_has_are_left_out_with_a_remark() -> None:
    source = read_page(b"<html>" + b"<p>a" * 30_000, "page")
    assert len(source.lines) == 20_000
    assert source.remarks == ("Only its first 20,000 lines were read.",)


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=windows-1252><p>Ysgol Llanwrda – café".encode("cp1252"),
        "<meta charset='iso-8859-1'><p>Ysgol Llanwrda – café".encode("cp1252"),
        "<p>Ysgol Llanwrda – café".encode("cp1252"),
        "<meta charset=windows-1252><p>Ysgol Llanwrda – café".encode(),
        "\ufeff<p>Ysgol Llanwrda – café".encode(),
        "\ufeff<p>Ysgol Llanwrda – café".encode("utf-16-le"),
        "<meta charset=utf-7><p>Ysgol Llanwrda – café".encode(),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_is_in(data: bytes) -> None:
    assert [line.text for line in read_page(data, "page").lines] == ["Ysgol Llanwrda – café"]


def test_a_letter_that_is_damaged_is_shown_as_one_and_the_page_is_read() -> None:
    damaged = "<meta charset=utf-8><p>café".encode()[:-1] + b" Agenda"
    assert read_page(damaged, "page").lines[0].text == "caf\ufffd Agenda"


def test_a_page_saved_in_one_file_with_its_pictures_is_unpacked() -> None:
    whole = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://marrick.example/agenda\r\nSubject: Agenda\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n'
        b"----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>Caf=C3=A9 agen=\r\nda</p></body></html>\r\n----x\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----x--\r\n"
    )
    assert is_page(whole)
    assert [line.text for line in open_source(whole, "agenda.mhtml").lines] == ["Café agenda"]
    with pytest.raises(InputError, match=r"agenda.mhtml: there is no web page in this file"):
        read_page(whole.replace(b"text/html", b"text/plain"), "agenda.mhtml")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><title>x</title><p>1. A", Kind.PAGE),
        (b"\xef\xbb\xbf\r\n<!-- saved from url=(0014)about:internet -->\n<HTML><p>1. A", Kind.PAGE),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN"><html xmlns="x"><p>1. A', Kind.PAGE),
        (b"<div><p>1. A", Kind.PAGE),
        (b"# Agenda\n<p>not a page</p>\n1. Apologies", Kind.TEXT),
        (b"<!-- ours -->\n# Agenda\n1. Apologies", Kind.TEXT),
        (b"<Name of council>\n1. Apologies", Kind.TEXT),
        (b"Subject: Agenda\n\n1. Apologies", Kind.TEXT),
    ],
)
def test_a_page_is_told_from_text_by_what_it_begins_with(data: bytes, kind: Kind) -> None:
    assert open_source(data, "agenda").kind is kind


def test_a_page_larger_than_any_and_one_with_nothing_in_it_are_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match=r"page: the file is larger than 8,000,000 bytes"):
        read_page(b"<p>" + b"a" * LARGEST_PAGE, "page")
    with pytest.raises(InputError, match="page: the file is empty"):
        read_page(b" \n", "page")


def test_a_parish_page_without_any_structure_of_its_own_gives_its_agenda() -> None:
    page = (
        "<html><body><h1>Marrick Parish Council</h1><p>A meeting will be held on Tuesday 12 September 2028 at 7.30 pm "
        "in the Old School</p><h2>Agenda</h2><ol><li>Apologies for absence</li><li>Declarations of interest</li>"
        "<li>Planning<ol type='a'><li>Barn at Dale End</li><li>Sheds at Low Row</li></ol></li>"
        "<li>Date of next meeting</li></ol></body></html>"
    )
    agenda = understand(read_page(page.encode(), "page")).agenda
    assert [(item.number, item.title) for item in agenda.items] == [
        ("1", "Apologies for absence"),
        ("2", "Declarations of interest"),
        ("3", "Planning"),
        ("4", "Date of next meeting"),
    ]
    assert [below.title for below in agenda.items[2].subitems] == ["Barn at Dale End", "Sheds at Low Row"]
    assert str(agenda.date.on) == "2028-09-12"
