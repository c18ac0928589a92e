"""Who belongs to a body, from a list that somebody has: a table as CSV, the XML of modern.gov, Popolo."""

from __future__ import annotations

from boardtui.agendas.member_rows import listed_from
from boardtui.agendas.members_csv import rows_of_csv
from boardtui.agendas.members_popolo import rows_of_popolo
from boardtui.agendas.members_xml import rows_of_xml
from boardtui.errors import InputError
from boardtui.model.agenda import Listed
from boardtui.model.limits import LARGEST_FILE, figure


def read_members(data: bytes, name: str) -> tuple[Listed, ...]:
    """Who is listed in a file: CSV, modern.gov's web service (attendees, councillors), or Popolo JSON.

    name: what it is called in messages. Raises InputError for what is no such list or empty, AgendaError with the lines of
    people who can't be listed.
    """
    if len(data) > LARGEST_FILE:
        hint = "Give the members of one body, a line each."
        raise InputError(f"{name}: the file is larger than {figure(LARGEST_FILE)} bytes", hint)
    begins = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begins in (b"{", b"["):
        return listed_from(rows_of_popolo(data, name), name)
    if begins == b"<":
        return listed_from(rows_of_xml(data, name), name)
    return listed_from(rows_of_csv(data, name), name)
