"""What modern.gov's web service answers is read, whatever state the HTML inside it is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.opening import open_source
from boardtui.agendas.parts import Part
from boardtui.agendas.source import Source
from boardtui.agendas.understanding import understand
from boardtui.agendas.web_service import read_service
from boardtui.errors import InputError

FILES = Path(__file__).parent / "files"


def meeting(*items: str, more: str = "") -> Source:
    xml = (
        '<?xml version="1.0" encoding="utf-8"?>\n<meeting><committeename>Dale Panel</committeename><meetingdate>12/09/2028'
        f"</meetingdate>{more}<agendaitems>{''.join(items)}</agendaitems></meeting>"
    )
    return read_service(xml.encode(), "meeting.xml")


def item(number: str, title: str, text: str = "", more: str = "") -> str:
    return (
        f"<agendaitem><agendaitemnumber>{number}</agendaitemnumber><agendaitemtitle>{title}</agendaitemtitle>"
        f"<agendatext>{text}</agendatext>{more}</agendaitem>"
    )


def document(title: str, restricted: bool = False) -> str:
    return f"<linkeddoc><title>{title}</title><url>s1.pdf</url><isrestricted>{restricted}</isrestricted></linkeddoc>"


def of(source: Source, part: Part | None) -> list[str]:
    return [f"{line.marker} {line.text}".strip() for line in source.lines if line.part is part]


@pytest.mark.parametrize(
    "text",
    [
        "<div><p>Of the Engineer</p><p>To be mended &amp; kept</p></div>",
        "<div><p>Of the Engineer<p>To be mended & kept<br></div></p>",
        "<P>Of&nbsp;the Engineer<br/>To be mended &amp; kept",
        "&lt;p&gt;Of the&amp;nbsp;Engineer&lt;/p&gt;&lt;p&gt;To be mended &amp;amp; kept",
        "<![CDATA[<p>Of the Engineer<p>To be mended &amp; kept]]>",
        "Of the Engineer\n\nTo be mended &amp; kept",
        "<table><tr><td>Of the Engineer<td></tr><tr><td>To be mended &amp; kept</table>",
        "<ul style='list-style: none'><li>Of the Engineer<li>To be mended & kept",
    ],
)
def test_the_text_of_an_item_may_be_html_of_any_kind_and_the_next_item_is_none_the_worse(text: str) -> None:
    source = meeting(item("1", "Roads", text), item("2", "Rates"))
    assert of(source, None) == ["Of the Engineer", "To be mended & kept"]
    assert of(source, Part.ITEM) == ["1 Roads", "2 Rates"]


def test_what_was_minuted_is_no_part_of_the_agenda() -> None:
    minuted = "<minutesnonemptyhtmlbody><div>RESOLVED<br>that so be it</minutesnonemptyhtmlbody>"
    source = meeting(item("1", "Roads", more=minuted), item("2", "Rates", "<p>Of the Treasurer"))
    assert of(source, Part.REPORT) == ["RESOLVED", "that so be it"]
    assert understand(source).agenda.items[1].notes == ("Of the Treasurer",)


def test_an_item_that_is_restricted_is_exempt_and_its_papers_are_named() -> None:
    source = meeting(
        item(
            "1", "Roads", "<p>(a) North</p>", f"<linkeddocuments>{document('Roads')}{document('Map')}</linkeddocuments>"
        ),
        item("2", "Land", more=f"<isrestricted>True</isrestricted>{document('Valuation', restricted=True)}"),
    )
    first, second = understand(source).agenda.items
    assert (first.exempt, first.papers, first.subitems[0].papers) == (None, "Map", "")
    assert (second.title, second.exempt, second.papers) == ("Land", "", "Valuation")
    assert source.remarks == ()


def test_a_restricted_paper_of_a_public_item_is_not_named() -> None:
    source = meeting(item("1", "Roads", more=document("Names of the injured", restricted=True)))
    assert "injured" not in str(source.lines)
    assert source.remarks == ("Restricted documents of items that are public were left out: 1.",)


def test_entries_without_a_number_are_headings_unless_none_has_one() -> None:
    source = meeting(item("", "Part 1", "Nil"), item("1", "Roads"), item("", "Rates", more=document("Rates")))
    assert [line.text for line in source.lines if line.heading == 1] == ["Part 1"]
    assert of(source, Part.ITEM) == ["1 Roads", "Rates"]
    assert of(meeting(item("", "Roads")), Part.ITEM) == ["Roads"]


def test_attendees_are_members_by_what_is_said_of_them() -> None:
    more = """<attendees>
      <attendee memberid="1" name="Councillor Ann Grey CBE, JP" roledescription="Vice-Chair" attendance="Expected"
        politicalparty="Labour" ward="Dale" representing=""/>
      <attendee name="Dr B Foy" roledescription="Committee Member" representing="Dale &amp; Moor NHS Trust"/>
      <attendee name="Cllr C Hay" roledescription="Substitute"/>
      <attendee name="D Low" roledescription="Officer"/><attendee name="E Mee" attendance="In attendance"/>
      <attendee name="; | @"/></attendees>"""
    source = meeting(item("1", "Roads"), more=more)
    assert of(source, Part.MEMBER) == [
        "Councillor Ann Grey CBE, JP | Vice-Chair | | Labour",
        "Dr B Foy | | Dale & Moor NHS Trust",
    ]
    assert of(source, Part.SUBSTITUTE) == ["Cllr C Hay"]
    assert of(source, Part.OFFICER) == ["D Low"]
    assert of(source, Part.LEFT) == ["; | @"]
    assert [one.name for one in understand(source).agenda.people][:2] == ["Councillor Ann Grey CBE, JP", "Dr B Foy"]


def test_a_meeting_that_was_called_off_is_said_to_be() -> None:
    source = meeting(item("1", "Roads"), more="<meetingstatus>Cancelled</meetingstatus>")
    assert source.remarks == ("The web service says of this meeting: Cancelled.",)


def test_names_of_elements_may_be_in_capitals_and_have_a_namespace() -> None:
    xml = (
        b'<mg:GetMeeting xmlns:mg="x"><mg:CommitteeTitle>Dale Panel</mg:CommitteeTitle><mg:AgendaItem><mg:AgendaItemNumber>1'
        b"</mg:AgendaItemNumber><mg:AgendaItemTitle>Roads</mg:AgendaItemTitle></mg:AgendaItem></mg:GetMeeting>"
    )
    source = open_source(xml, "meeting.xml")
    assert [line.text for line in source.lines] == ["Dale Panel", "Roads"]


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("<?xml version='1.0'?><feed><entry>Roads</entry></feed>", "this is XML, but not modern.gov's of a meeting"),
        (
            "<getmeetings><meeting><meetingid>1</meetingid></meeting></getmeetings>",
            "it tells of meetings, and has no agenda in it",
        ),
        (
            "<councillorsbyward><councillor><fullusername>A Grey</fullusername></councillor>",
            "this is a list of people, not an agenda",
        ),
        ("<meetings>" + f"<meeting>{item('1', 'a')}</meeting>" * 2, "there are the agendas of 2 meetings in it"),
        ("<!DOCTYPE meeting [<!ENTITY a 'b'>]><meeting>&a;</meeting>", "it declares a document type or entities"),
        (
            "<?xml version='1.0'?>\n<!-- x - y -->\n<!DOCTYPE m SYSTEM 'file:///etc/passwd'><meeting/>",
            "it declares a document type",
        ),
    ],
)
def test_other_xml_is_refused_with_what_to_save_instead(xml: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        read_service(xml.encode(), "x.xml")
    assert refused.value.message.startswith(f"x.xml: {message}")
    assert refused.value.hint


def test_entities_of_its_own_stay_as_they_are_written() -> None:
    assert of(meeting(item("1", "Roads &lol9; &xxe;")), Part.ITEM) == ["1 Roads &lol9; &xxe;"]
