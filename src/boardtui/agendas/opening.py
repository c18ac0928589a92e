"""Tells what kind of file an agenda comes in, by what is in it and not by its name, and reads it."""

from __future__ import annotations

from boardtui.agendas.source import Progress, Source, unseen
from boardtui.agendas.text import read_text
from boardtui.agendas.web_page import is_page, read_page
from boardtui.agendas.web_service import is_service, read_service
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_SOURCE, figure
from boardtui.model.word_archive import OLE

_PDF, _FAR_ENOUGH = b"%PDF-", 4_096
_WORKBOOK = "Workbook".encode("utf-16-le")
"""What an old Excel file has in its directory."""


def open_source(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a file of any kind. Raises InputError, with a sentence and what to do, for what can't be read."""
    if len(data) > LARGEST_SOURCE:
        raise InputError(
            f"{name} has {figure(len(data))} bytes, and the most is {figure(LARGEST_SOURCE)}",
            "Take the front sheet and the reports out of the pack, or copy the agenda's text into a file.",
        )
    if _is_word(data):
        from boardtui.agendas.docx import read_docx

        return read_docx(data, name, progress)
    if _PDF in data[:_FAR_ENOUGH]:  # the reader takes longer to load than other files to be read
        from boardtui.agendas.pdf import is_pdf, read_pdf

        if is_pdf(data):
            return read_pdf(data, name, progress)
    if is_page(data):
        return read_page(data, name, progress)
    if is_service(data):
        return read_service(data, name, progress)
    return read_text(data, name, progress)


def _is_word(data: bytes) -> bool:
    """Is it a file of Word, of any age: packed, or as Word 97 had it and a file with a password has it still?"""
    if data.startswith(OLE):
        return _WORKBOOK not in data
    return data.startswith(b"PK\x03\x04") and b"word/" in data
