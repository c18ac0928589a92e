"""A meeting as modern.gov's web service tells of it (`mgWebService.asmx/GetMeeting`): XML, with HTML of all kinds inside.

No schema of it is published; the names of its elements are those that programs go by that use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.agendas.blocks import Lines, plain
from boardtui.agendas.headings import EXEMPT, read_suffixes
from boardtui.agendas.markup import Element, read_markup
from boardtui.agendas.member_rows import listed
from boardtui.agendas.members_xml import people_in, read_service_markup, row_of, said_of
from boardtui.agendas.modern_gov import levels_left_open
from boardtui.agendas.native_writer import person_fields
from boardtui.agendas.parts import Part
from boardtui.agendas.source import Kind, Progress, Source, digest_of, unseen
from boardtui.agendas.web_page import refuse_larger
from boardtui.errors import InputError
from boardtui.model.people import SeatKind
from boardtui.model.text import fold

_BELOW = 36
_COMMITTEE = ("committeename", "committeetitle", "committee", "meetingcommittee", "meetingtitle")
_COUNCIL = ("councilname", "council", "authority")
_OF_MEETING = (
    (Part.DATE, ("meetingdate", "date")),
    (Part.TIME, ("meetingtime", "time")),
    (Part.PLACE, ("meetinglocation", "location", "venue")),
)
_CONTACT = (("contactname", "contact"), ("contactphone", "contacttelephone"), ("contactemail",))
_MINUTES = ("minutesnonemptyhtmlbody", "minuteshtmlbody", "minutestext", "decisionnonemptyhtmlbody", "decisiontext")
_TEXTS = ("agendatext", "agendahtmlbody", "agendanonemptyhtmlbody")
_PARTS = {
    SeatKind.MEMBER: Part.MEMBER, SeatKind.SUBSTITUTE: Part.SUBSTITUTE, SeatKind.OFFICER: Part.OFFICER,
    SeatKind.VACANCY: Part.LEFT,
}  # fmt: skip
_ONE_MEETING = "Save what the web service answers to GetMeeting?lMeetingId=… for one meeting, and give that file."


def read_service(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a meeting's XML. Raises InputError for other XML, with what to save instead."""
    refuse_larger(data, name)
    root, _ = read_service_markup(data, name)
    progress(0.5, "XML")
    reading = _Meeting(_the_meeting(root, name), name)
    reading.read()
    progress(1.0, "XML")
    return Source(
        name, Kind.SERVICE, digest_of(data), tuple(reading.lines.found), (*reading.lines.remarks, *reading.remarks)
    )


def _the_meeting(root: Element, name: str) -> Element:
    """The one that has an agenda."""
    meetings = [one for one in root.all("meeting") if one.first("agendaitem") is not None]
    if len(meetings) > 1:
        raise InputError(f"{name}: there are the agendas of {len(meetings)} meetings in it", _ONE_MEETING)
    if meetings:
        return meetings[0]
    if (item := root.first("agendaitem")) is not None:
        return next(one for one in item.above() if one.tag != "agendaitems")
    if root.first("meeting") is not None:
        raise InputError(f"{name}: it tells of meetings, and has no agenda in it", _ONE_MEETING)
    if next(people_in(root), None) is not None:
        raise InputError(f"{name}: this is a list of people, not an agenda", "Give it as --members, beside an agenda.")
    raise InputError(f"{name}: this is XML, but not modern.gov's of a meeting", _ONE_MEETING)


class _Meeting:
    """Reads a meeting into lines. remarks: what the clerk should know of how it was read, a sentence each."""

    def __init__(self, meeting: Element, name: str) -> None:
        self.meeting, self.name = meeting, name
        self.lines = Lines()
        self.remarks: list[str] = []
        self.items = list(meeting.all("agendaitem"))
        self.has_numbers = any(said_of(item, ("agendaitemnumber",)) for item in self.items)
        self.kept_back = 0

    def read(self) -> None:
        """Read all of it."""
        self._front()
        for item in self.items:
            self._item(item)
        self.lines.found = levels_left_open(self.lines.found)
        if self.kept_back:
            self.remarks.append(f"Restricted documents of items that are public were left out: {self.kept_back}.")

    def _front(self) -> None:
        holders = [self.meeting, *self.meeting.all("committee"), *self.meeting.above()]
        self.lines.say(self._first(_COUNCIL, holders), Part.COUNCIL)
        self.lines.say(self._first(_COMMITTEE, holders), Part.COMMITTEE)
        for part, names in _OF_MEETING:
            self.lines.say(said_of(self.meeting, names), part)
        contact = [said_of(self.meeting, names) for names in _CONTACT]
        self.lines.say(" | ".join(filter(None, contact)), Part.CONTACT)
        for person in people_in(self.meeting):
            self._person(person)
        status = said_of(self.meeting, ("meetingstatus",))
        if re.search("cancel|postpone|abandon", status, re.IGNORECASE):
            self.remarks.append(f"The web service says of this meeting: {status}.")

    def _first(self, names: tuple[str, ...], holders: list[Element]) -> str:
        return next((words for holder in holders if (words := said_of(holder, names))), "")

    def _person(self, person: Element) -> None:
        row = row_of(person, 0)
        try:
            one = listed(row)
            self.lines.say(person_fields(one), _PARTS[one.kind])
        except ValueError:
            self.lines.say(row.name, Part.LEFT)

    def _item(self, item: Element) -> None:
        number, title = said_of(item, ("agendaitemnumber",)), said_of(item, ("agendaitemtitle",))
        documents, restricted = list(item.all("linkeddoc")), _is_restricted(item)
        if number or documents or not self.has_numbers:
            self.lines.say(f"{title} {EXEMPT}" if restricted else title, Part.ITEM, marker=number)
        else:
            self.lines.say(title, Part.SECTION)
        self._papers(documents, title, restricted)
        self._texts(item, _TEXTS)
        self.lines.part = Part.REPORT
        self._texts(item, _MINUTES)
        self.lines.part = None

    def _papers(self, documents: list[Element], title: str, restricted: bool) -> None:
        """The titles of an item's papers, but its own; that of a restricted one is not made known by an item that is public."""
        shown = [one for one in documents if restricted or not _is_restricted(one)]
        self.kept_back += len(documents) - len(shown)
        titles = dict.fromkeys(said_of(one, ("title", "doctitle", "name")) for one in shown)
        own = fold(read_suffixes(None, title).title)
        papers = [words for words in titles if words and fold(words) != own]
        self.lines.say("; ".join(papers), Part.PAPERS, indent=_BELOW)

    def _texts(self, item: Element, names: tuple[str, ...]) -> None:
        for element in item.inside:
            if isinstance(element, Element) and element.tag in names:
                for one in _as_html(element, self.name):
                    self.lines.take(one, _BELOW)


def _as_html(element: Element, name: str) -> Iterator[Element]:
    """The HTML in an element: as elements, as text with its marks escaped, or plain, whose lines are then paragraphs."""
    if any(isinstance(one, Element) for one in element.inside):
        yield element
        return
    text = element.text()
    if "<" in text:
        yield read_markup(text, name)
        return
    for line in text.split("\n"):
        if plain(line):
            paragraph = Element("p", {})
            paragraph.inside.append(line)
            yield paragraph


def _is_restricted(element: Element) -> bool:
    return said_of(element, ("isrestricted",)).lower() in ("true", "1", "yes")
