"""Web pages: a meeting's page of modern.gov by its structure, any other by its headings, paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.agendas.blocks import Lines, is_left_out
from boardtui.agendas.decoding import decode_markup
from boardtui.agendas.kinds import is_saved_whole
from boardtui.agendas.markup import Element, read_markup
from boardtui.agendas.modern_gov import MeetingPage, is_single_item, table_of_items
from boardtui.agendas.source import Kind, Progress, Source, digest_of, unseen
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_PAGE, figure


def read_page(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a web page. Raises InputError for the page of a single item, and for what is no page or larger than any."""
    refuse_larger(data, name)
    text = decode_markup(_unwrapped(data, name) if is_saved_whole(data) else data, name)
    progress(0.1, "page")
    page = read_markup(text, name)
    progress(0.6, "page")
    if is_single_item(page):
        raise InputError(
            f"{name}: this is the page of a single item, not of the meeting",
            "Open the meeting's own page (ieListDocuments.aspx is in its address), save that, and give that file.",
        )
    remarks: Iterable[str] = ()
    table = table_of_items(page)
    if table is None:
        lines = Lines()
        lines.take(_main_part(page))
    else:
        meeting = MeetingPage(page, table)
        meeting.read()
        lines, remarks = meeting.lines, meeting.remarks
    progress(1.0, "page")
    return Source(name, Kind.PAGE, digest_of(data), tuple(lines.found), (*lines.remarks, *remarks))


def refuse_larger(data: bytes, name: str) -> None:
    """Raises InputError for more bytes than are taken."""
    if len(data) > LARGEST_PAGE:
        raise InputError(
            f"{name}: the file is larger than {figure(LARGEST_PAGE)} bytes",
            "Save it again without pictures, or copy its text into a plain text file.",
        )


def _main_part(page: Element) -> Element:
    """What the page itself calls its main part, where that is one and holds something; else all of it."""
    mains = [one for one in page.everything() if one.tag == "main" or one.attributes.get("role") == "main"]
    mains = [one for one in mains if not is_left_out(one)]
    return mains[0] if len(mains) == 1 and mains[0].text().strip() else page


def _unwrapped(data: bytes, name: str) -> bytes:
    """The page in a file that holds it with its pictures and styles, as a browser's `.mhtml` does."""
    from email import message_from_bytes, policy  # only such files need it

    message = message_from_bytes(data.lstrip(), policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page
    raise InputError(f"{name}: there is no web page in this file", "Save the page again, as a web page (HTML only).")
