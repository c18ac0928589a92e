"""A meeting's page of modern.gov: its structure says what each line is, and only what is on the agenda comes into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.opening import open_source
from boardtui.agendas.parts import Part
from boardtui.agendas.source import Source
from boardtui.agendas.understanding import understand
from boardtui.agendas.web_page import read_page
from boardtui.errors import InputError

FILES = Path(__file__).parent / "files"
HEAD = "Dale Panel - Tuesday, 12th September, 2028 7.30 pm"


def saved(rows: str, head: str = HEAD, title: str = "", above: str = "") -> Source:
    page = (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h2 class='mgSubTitleTxt'>{head}</h2>{above}"
        f"<table class='mgItemTable'>{rows}</table></body></html>"
    )
    return read_page(page.encode(), "page.html")


def row(number: str, title: str, below: str = "") -> str:
    return (
        f"<tr><td class='mgItemNumberCell'><p>{number}</p></td><td><p class='mgAiTitleTxt'>{title}</p>{below}</td></tr>"
    )


def of(source: Source, part: Part | None) -> list[str]:
    return [f"{line.marker} {line.text}".strip() for line in source.lines if line.part is part]


def test_what_was_minuted_by_then_is_no_part_of_the_agenda() -> None:
    reading = understand(open_source((FILES / "marrick_page.html").read_bytes(), "page"))
    minuted = [line.text for line in reading.source.lines if line.part is Part.REPORT]
    assert "RESOLVED that the apologies be noted." in minuted
    assert not [
        note for item in reading.agenda.items for note in item.notes if "RESOLVED" in note or "Apologies" in note
    ]


@pytest.mark.parametrize(
    ("head", "committee", "day", "clock", "kind"),
    [
        (
            "Dale Panel - Tuesday, 12th September, 2028 7.30 pm",
            "Dale Panel",
            "Tuesday, 12th September, 2028",
            "7.30 pm",
            "",
        ),
        (
            "Dale Panel - Roads - Tuesday 12 September 2028 19:30",
            "Dale Panel - Roads",
            "Tuesday 12 September 2028",
            "19:30",
            "",
        ),
        ("Special, Dale Panel - Friday, 1st May, 2028", "Dale Panel", "Friday, 1st May, 2028", "", "Special"),
        (
            "Annual Meeting, Council, Friday 1 May 2028 at 6.00pm",
            "Council",
            "Friday 1 May 2028",
            "6.00pm",
            "Annual Meeting",
        ),
        ("Dale<br>Panel - 1st May, 2028 12.00 noon", "Dale Panel", "1st May, 2028", "12.00 noon", ""),
    ],
)
def test_the_heading_says_body_day_and_hour(head: str, committee: str, day: str, clock: str, kind: str) -> None:
    source = saved(row("1.", "Apologies"), head)
    assert of(source, Part.COMMITTEE) == [committee]
    assert of(source, Part.DATE) == [day]
    assert of(source, Part.TIME) == ([clock] if clock else [])
    assert of(source, Part.MEETING_KIND) == ([kind] if kind else [])


def test_words_behind_the_hour_and_a_heading_without_a_day_are_left_to_be_understood() -> None:
    assert "MOVED FROM 5TH" in of(saved(row("1.", "A"), f"{HEAD} - MOVED FROM 5TH"), None)
    assert of(saved(row("1.", "A"), "Dale Panel"), None) == ["Dale Panel"]


def test_the_council_is_the_publisher_or_stands_in_the_title_of_the_page() -> None:
    titled = saved(row("1.", "A"), title=f"Agenda for {HEAD} - Marrick Borough Council")
    assert of(titled, Part.COUNCIL) == ["Marrick Borough Council"]
    page = f"<title>Agenda for {HEAD} | Marrick Council</title><table id=mgItemTable>{row('1.', 'A')}</table>"
    untitled = read_page(page.encode(), "page")
    assert of(untitled, Part.COUNCIL) == ["Marrick Council"]
    assert of(untitled, Part.COMMITTEE) == ["Dale Panel"]


def test_venue_and_contact_are_what_they_are_called() -> None:
    above = (
        "<p><b>Venue:</b> Old School, Dale. <a href='x'>View directions</a></p><p>Contact: Lis Knoll<br>Tel: 01632 960 183; "
        "E-mail: lis@marrick.example</p><p>The meeting is webcast</p>"
    )
    source = saved(row("1.", "Apologies"), above=above)
    assert of(source, Part.PLACE) == ["Old School, Dale"]
    assert of(source, Part.CONTACT) == ["Lis Knoll | 01632 960 183 | lis@marrick.example"]
    assert of(source, None) == ["The meeting is webcast"]


@pytest.mark.parametrize(
    "title",
    [
        "Roads",
        "<a href=x>Roads</a> <a href=y><span class=mgFileSize><img alt='pdf icon'> PDF&nbsp;79 KB</span></a>",
        "Roads pdf icon PDF 79 KB",
        "RoadsPDF 1.5 MB",
        "Roads (PDF, 132 KB)",
        "Roads DOCX 1,024 KB",
    ],
)
def test_a_title_is_without_the_size_of_its_file(title: str) -> None:
    assert of(saved(row("4.", title)), Part.ITEM) == ["4. Roads"]


def test_a_title_that_is_only_about_files_stays() -> None:
    assert of(saved(row("4.", "PDF 5 MB")), Part.ITEM) == ["4. PDF 5 MB"]


@pytest.mark.parametrize("number", ["28.", "7a", "43/19", "FGB 38/2021", "(49)"])
def test_numbers_are_as_they_stand(number: str) -> None:
    source = saved(row(number, "Roads") + row("", "Rates"))
    assert of(source, Part.ITEM) == [f"{number} Roads"]
    assert understand(source).agenda.items[0].number == number.rstrip(".")


def test_a_cell_of_numbers_that_has_words_in_it_is_part_of_the_title() -> None:
    agenda = understand(saved(row("1.", "Rates") + row("Old School. Dale 2.", "Roads"))).agenda
    assert [(item.number, item.title) for item in agenda.items] == [("1", "Rates"), (None, "Old School. Dale 2 Roads")]


def test_an_entry_without_a_number_is_a_heading_unless_it_has_a_paper_or_none_has_a_number() -> None:
    paper = "Roads <a href='documents/s1.pdf'>PDF 5 KB</a>"
    source = saved(row("", "Part 1") + row("1.", "Rates") + row("", paper) + "<tr><td colspan=2>Part 2</td></tr>")
    assert [line.text for line in source.lines if line.heading == 1] == ["Part 1"]
    assert of(source, Part.SECTION) == ["Part 2"]
    assert of(source, Part.ITEM) == ["1. Rates", "Roads"]
    assert of(saved(row("", "Rates") + row("", "Roads")), Part.ITEM) == ["Rates", "Roads"]


def test_what_follows_the_words_within_an_item_is_what_they_say() -> None:
    below = (
        "<div class=mgWordPara><p>To consider the roads.</p></div><p class=mgSubItemTitleTxt>Additional documents:</p>"
        "<ul><li>Map</li></ul><p class=mgSubItemTitleTxt>Decision:</p><div class=mgWordPara>Agreed.</div>"
        "<p class=mgSubItemTitleTxt>Minutes:</p><div class=mgWordPara><p>Members spoke.</p></div>"
        "<p class=mgSubItemTitleTxt>Recommendation:</p><div class=mgWordPara>That they be mended.</div>"
    )
    source = saved(row("1.", "Roads", below) + row("2.", "Rates", "<p>Of the Treasurer</p>"))
    assert of(source, Part.REPORT) == ["Agreed.", "Members spoke."]
    assert of(source, Part.ASIDE) == ["Additional documents:", "• Map", "Decision:", "Minutes:"]
    assert of(source, None) == ["To consider the roads.", "Recommendation:", "That they be mended.", "Of the Treasurer"]


def test_an_item_that_is_restricted_is_exempt() -> None:
    links = "<ul class=mgActionList><li><a>View the reasons why item 2 is restricted</a></li></ul>"
    agenda = understand(saved(row("1.", "Roads") + row("2.", "Land (Pages 3 - 4)", links))).agenda
    assert [item.exempt for item in agenda.items] == [None, ""]
    assert (agenda.items[1].title, agenda.items[1].pages) == ("Land", "3 - 4")


def test_a_text_that_the_page_cuts_short_is_said_to_be() -> None:
    source = saved(row("1.", "Roads", "<p>To consider ...  view the full agenda text for item 1.</p>"))
    assert of(source, None) == ["To consider …"]
    assert source.remarks == ("The page has only the beginning of a text: To consider …",)


def test_what_stands_behind_the_items_is_left_for_the_clerk() -> None:
    table = f"<table class=mgItemTable>{row('1.', 'Roads')}</table>"
    page = f"<div><h2 class=mgSubTitleTxt>{HEAD}</h2>{table}<p>Fire exits</p></div>"
    reading = understand(read_page(page.encode(), "page"))
    assert [line.text for line in reading.leftovers] == ["Fire exits"]
    assert reading.agenda.items[0].notes == ()


@pytest.mark.parametrize("title", ["Agenda item", "Agenda item - Roads", "Issue details", "Decision details"])
def test_the_page_of_a_single_item_is_refused_with_what_to_save_instead(title: str) -> None:
    page = f"<html><h1 class=mgMainTitleTxt>{title}</h1><h2 class=mgSubTitleTxt>Roads</h2><p>Meeting: 12/09/2028</p></html>"
    with pytest.raises(InputError) as refused:
        open_source(page.encode(), "item.html")
    assert refused.value.message == "item.html: this is the page of a single item, not of the meeting"
    assert "ieListDocuments.aspx" in refused.value.hint


def test_a_page_of_modern_gov_without_items_is_read_as_any_page_is() -> None:
    page = "<html><h1 class=mgMainTitleTxt>Agenda</h1><ol><li>Apologies<li>Roads</ol></html>"
    assert [line.text for line in read_page(page.encode(), "page").lines] == ["Agenda", "Apologies", "Roads"]
