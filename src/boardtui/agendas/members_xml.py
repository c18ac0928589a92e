"""Members in the XML of modern.gov's web service: a meeting's attendees, the councillors by ward, a committee's members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.agendas.decoding import decode_markup
from boardtui.agendas.markup import Element, read_markup
from boardtui.agendas.member_rows import Row
from boardtui.errors import InputError
from boardtui.model.text import clean_line, fold

_PEOPLE = ("attendee", "councillor", "member", "committeemember")
_NAMES = ("name", "fullusername", "membername", "displayname", "fullname", "councillorname")
_ROLES = ("roledescription", "role", "memberrole", "position")
_ORGANISATIONS = ("representing", "organisation")
_GROUPS = ("politicalparty", "politicalgroupdisplayname", "politicalgrouptitle", "politicalpartytitle", "party")
_DECLARES = re.compile(r"(?:\s++|<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->)*+<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PRESENT_ONLY = frozenset(("inattendance", "inattendanceonly", "observer", "guest"))
"""What modern.gov says of somebody who comes and isn't a member."""


def read_service_markup(data: bytes, name: str) -> tuple[Element, str]:
    """The elements of an XML file, and its text. Raises InputError where it declares a document type or entities."""
    text = decode_markup(data, name)
    if _DECLARES.match(text):
        raise InputError(
            f"{name}: it declares a document type or entities of its own, and is not read for safety's sake",
            "Save the answer of the web service again, as it comes.",
        )
    return read_markup(text, name, xml=True), text


def rows_of_xml(data: bytes, name: str) -> Iterator[Row]:
    """Everybody in it. Raises InputError for a web page, and for XML that declares anything."""
    root, text = read_service_markup(data, name)
    if root.first("html", "body") is not None:
        hint = "Copy the names into a table, or give modern.gov's XML or the meeting's agenda."
        raise InputError(f"{name}: this is a web page, not a list of members", hint)
    place, line = 0, 1
    for person in people_in(root):
        line += text.count("\n", place, person.place)
        place = person.place
        yield row_of(person, line)


def people_in(root: Element) -> Iterator[Element]:
    """The elements that are somebody on the body; those who are only there aren't."""
    for element in root.all(*_PEOPLE):
        if said_of(element, _NAMES) and fold(said_of(element, ("attendance",))) not in _PRESENT_ONLY:
            yield element


def row_of(person: Element, line: int) -> Row:
    """What an element says of somebody, by its attributes or by the elements in it."""
    return Row(
        line,
        said_of(person, _NAMES),
        role=said_of(person, _ROLES),
        organisation=said_of(person, _ORGANISATIONS),
        group=said_of(person, _GROUPS),
    )


def said_of(element: Element, names: tuple[str, ...]) -> str:
    """The first of these that is an attribute of it or an element in it, and says something."""
    inside = {one.tag: one for one in reversed(element.inside) if isinstance(one, Element)}
    for name in names:
        words = element.attributes.get(name, "") or (inside[name].text() if name in inside else "")
        if words := " ".join(clean_line(words).split()):
            return words
    return ""
