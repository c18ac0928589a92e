"""What kind of file some bytes are, by what is in them and not by a name. None of the readers is needed for it."""

from __future__ import annotations

import re

from boardtui.model.word_archive import OLE

_PDF = b"%PDF-"
_BEFORE_PDF = b"\r\n\t \x00\xef\xbb\xbf"
_PDF_BEGINS_WITHIN = 1_024
_WORKBOOK = "Workbook".encode("utf-16-le")
"""What an old Excel file has in its directory."""
_LOOKED_AT = 8_192
_PAGE_BEGINS = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|main|section"
    rb"|article|ul|ol|span|center|font)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,50}){1,40}\r?\n"
)
_SAVED_WHOLE = re.compile(
    rb"^(?:content-type:\s*multipart/related|snapshot-content-location:)", re.IGNORECASE | re.MULTILINE
)
_SERVICE_BEGINS = re.compile(
    rb"(?:\s++|\xef\xbb\xbf|<!--(?:[^-]|-(?!->))*+-->)*+<(?:\?xml[\s?]"
    rb"|(?:\w{1,20}:)?(?:get)?(?:meetings?|committees?|councillors\w{0,20}|agendaitems?|attendees|memberlist|envelope)[\s/>])",
    re.IGNORECASE,
)


def is_word(data: bytes) -> bool:
    """Is it a file of Word, of any age: packed, or as Word 97 had it and a file with a password has it still?"""
    if data.startswith(OLE):
        return _WORKBOOK not in data
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def is_pdf(data: bytes) -> bool:
    """Are these the bytes of a PDF? Something else may stand before what a PDF begins with, if it ends as one does."""
    beginning, end = data[:_PDF_BEGINS_WITHIN], data[-_PDF_BEGINS_WITHIN:]
    return beginning.lstrip(_BEFORE_PDF).startswith(_PDF) or (_PDF in beginning and b"startxref" in end)


def is_page(data: bytes) -> bool:
    """Does this begin as a web page does, or as one saved in one file with its pictures (`.mhtml`)?"""
    return _PAGE_BEGINS.match(data[:_LOOKED_AT]) is not None or is_saved_whole(data)


def is_saved_whole(data: bytes) -> bool:
    """Is this a page saved in one file with its pictures: a mail of several parts, as browsers write it?"""
    head = _MAIL.match(data[: 4 * _LOOKED_AT].lstrip())
    return head is not None and _SAVED_WHOLE.search(head[0]) is not None


def is_service(data: bytes) -> bool:
    """Does this begin as the XML of modern.gov's web service does? Ask `is_page` first: a page may be XML too."""
    return _SERVICE_BEGINS.match(data[:_LOOKED_AT]) is not None
