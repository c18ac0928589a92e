"""Tells what kind of file an agenda comes in, by what is in it and not by its name, and reads it."""

from __future__ import annotations

from boardtui.agendas.kinds import is_page, is_pdf, is_service, is_word
from boardtui.agendas.source import Progress, Reader, Source, unseen
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_SOURCE, figure


def open_source(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a file of any kind. Raises InputError, with a sentence and what to do, for what can't be read."""
    if len(data) > LARGEST_SOURCE:
        raise InputError(
            f"{name} has {figure(len(data))} bytes, and the most is {figure(LARGEST_SOURCE)}",
            "Take the front sheet and the reports out of the pack, or copy the agenda's text into a file.",
        )
    return _reader_of(data)(data, name, progress)


def _reader_of(data: bytes) -> Reader:
    """Each of them takes longer to load than most files to be read, so that only the one that is needed is."""
    if is_word(data):
        from boardtui.agendas.docx import read_docx

        return read_docx
    if is_pdf(data):
        from boardtui.agendas.pdf import read_pdf

        return read_pdf
    if is_page(data):
        from boardtui.agendas.web_page import read_page

        return read_page
    if is_service(data):
        from boardtui.agendas.web_service import read_service

        return read_service
    from boardtui.agendas.text import read_text

    return read_text
