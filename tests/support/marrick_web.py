"""The agenda of the made-up board as modern.gov has it: the meeting's page as a browser saves it, the web service's XML.

`tools/make_agenda_files.py` writes both to `tests/agendas/files`.
"""

from __future__ import annotations

from html import escape

from support.marrick import BOARD, BUSINESS, CLOSING, COUNCIL, Business

DAY, CLOCK = "Monday, 11th September, 2028", "2.00 pm"
ISSUED, ISSUED_ON, _, MEMBERSHIP, NOTICE = CLOSING
MINUTED = {
    1: "<p>Apologies were received from Councillor Rowan.</p><p>RESOLVED that the apologies be noted.</p>",
    5: "<p>The Board considered a report of Superintendent Carys Penhale.</p>",
}
"""What the Board has minuted by the time the page is saved: nothing of it is on the agenda."""
_PDF = '<img src="pdf.gif" alt="pdf icon"> PDF&nbsp;79 KB'
_VIEW_STATE = "dDwtMTM0" * 600


def page() -> str:
    """The page of the meeting."""
    rows = "\n".join(_row(one) for one in _entries())
    return f"""<!DOCTYPE html>
<!-- saved from url=(0063)https://democracy.marrick.example/ieListDocuments.aspx?CId=12&MId=345 -->
<html lang="en"><head><meta charset="utf-8">
<title>Agenda for {BOARD} on {DAY}, {CLOCK} - {COUNCIL}</title>
<meta name="DC.publisher" content="{COUNCIL}">
<style>.mgItemTable td {{ vertical-align: top }}</style>
<script>if (1 < 2) {{ document.write("<p>7. An item of a script</p>"); }}</script></head>
<body class="no-js"><form method="post" action="ieListDocuments.aspx">
<input type="hidden" name="__VIEWSTATE" value="{_VIEW_STATE}">
<header><a href="#content">Skip to content</a><p>{COUNCIL}</p></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="mgListCommittees.aspx">Committees</a></li></ul></nav>
<div id="modgov"><div class="mgContent">
<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">{BOARD} - {DAY} {CLOCK}</h2>
<ul class="mgActionList"><li><a href="mgMeetingAttendance.aspx?ID=345">Attendance details</a></li>
<li><a href="documents/g345/front.pdf">Agenda frontsheet <span class="mgFileSize">PDF 60 KB</span></a></li></ul>
<p><span class="mgLabel">Venue:&nbsp;</span>Committee Room 2 - Guildhall.
<a href="https://maps.example/">View directions</a></p>
<p><span class="mgLabel">Contact:&nbsp;</span>Lisbet Knoll&nbsp; Tel: 01632 960 183 Email:
<a href="mailto:lisbet.knoll@marrick.example">lisbet.knoll@marrick.example</a></p>
<div class="mgWordPara"><p>Issued by: {ISSUED}, {ISSUED_ON}</p><p>{MEMBERSHIP}</p></div>
<h2 class="mgSectionTitle">Items</h2>
<table class="mgItemTable" id="mgItemTable" summary="Table of agenda items">
<thead><tr><th>No.</th><th>Item</th></tr></thead><tbody>
{rows}
</tbody></table>
</div></div>
<footer><p>{NOTICE}</p><p>&copy; {COUNCIL}</p></footer></form></body></html>
"""


def _entries() -> list[Business]:
    """Headings are entries without a number, and what stands alone below one is its text."""
    found: list[Business] = []
    for one in BUSINESS:
        if isinstance(one, Business):
            found.append(one)
        elif one.startswith("#"):
            found.append(Business(0, one.lstrip("# ")))
        else:
            heading = found.pop()
            found.append(Business(0, heading.title, notes=(one,)))
    return found


def _row(one: Business) -> str:
    number = f'<a name="AI{one.number}"></a><p class="mgAiTitleTxt">{one.number}.</p>' if one.number else "&nbsp;"
    paper = f' <a href="documents/s{one.number}.pdf"><span class="mgFileSize">{_PDF}</span></a>' if one.pages else ""
    title = f'<a class="mgAiTitleLnk" href="ieIssueDetails.aspx?IId={one.number}">{_title(one)}</a>{paper}'
    below = _below(one)
    if one.pages:
        below += (
            '<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li>Appendix 1</li></ul>'
        )
    if said := MINUTED.get(one.number):
        below += f'<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><div>{said}</div></div>'
    return (
        f'<tr><td class="mgItemNumberCell">{number}</td>\n<td><p class="mgAiTitleTxt" >{title}</p>\n{below}</td></tr>'
    )


def _title(one: Business) -> str:
    return escape(f"{one.title} (Pages {one.pages})" if one.pages else one.title)


def _below(one: Business) -> str:
    texts = [f"Report of {one.report_of}"] if one.report_of else []
    texts += one.notes
    texts += [f"({letter})&nbsp;&nbsp;&nbsp; {words}" for letter, words in zip("abcdefgh", one.below, strict=False)]
    words = "".join(f'<p class="MsoNormal">{text}</p>\n' for text in texts)
    return f'<div class="mgWordPara"><div class="WordSection1">{words}</div></div>' if words else ""


def service() -> str:
    """What the web service answers to GetMeeting: HTML inside the XML, some of it escaped, some not, none of it closed."""
    items = "\n".join(_item(one, place) for place, one in enumerate(_entries()))
    people = MEMBERSHIP.removeprefix("Membership: ").replace(" and ", ", ").split(", ")
    attendees = "\n".join(_attendee(one, place) for place, one in enumerate(people))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<meeting xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<meetingid>345</meetingid><committeeid>12</committeeid><committeename>{BOARD}</committeename>
<meetingdate>11/09/2028</meetingdate><meetingtime>{CLOCK}</meetingtime><meetingstatus>Scheduled</meetingstatus>
<meetinglocation>Committee Room 2 - Guildhall</meetinglocation><agendapublished>True</agendapublished>
<contactname>Lisbet Knoll</contactname><contactphone>01632 960 183</contactphone>
<contactemail>lisbet.knoll@marrick.example</contactemail>
<agendaitems>
{items}
</agendaitems>
<attendees>
{attendees}
</attendees>
</meeting>
"""


def _item(one: Business, place: int) -> str:
    below = _below(one).replace("</p>", "") if place % 2 else escape(_below(one))
    document = (
        f"<linkeddoc><attachmentid>{place}</attachmentid><title>{escape(one.title)}</title><url>s{place}.pdf</url>"
        "<isrestricted>False</isrestricted></linkeddoc>"
    )
    return (
        f"<agendaitem><agendaitemid>{700 + place}</agendaitemid><agendaitemnumber>{one.number or ''}</agendaitemnumber>"
        f"<minutesitemnumber/><agendaitemtitle>{_title(one)}</agendaitemtitle><agendatext>{below}</agendatext>"
        f"<isrestricted>False</isrestricted><isdecision>False</isdecision>"
        f"<minutesnonemptyhtmlbody>{MINUTED.get(one.number, '')}</minutesnonemptyhtmlbody>"
        f"<linkeddocuments>{document if one.pages else ''}</linkeddocuments></agendaitem>"
    )


def _attendee(words: str, place: int) -> str:
    name, _, role = words.removesuffix(")").partition(" (")
    return (
        f'<attendee memberid="{place}" name="{name}" roledescription="{role or "Committee Member"}" attendance="Expected"'
        ' politicalparty="" ward="" representing="" />'
    )


WEB_FILES = {"marrick_page.html": page, "marrick_service.xml": service}
