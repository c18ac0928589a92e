"""What is read of a Word file made for a test."""

from __future__ import annotations

from boardtui.agendas.docx import read_docx
from boardtui.agendas.source import Source
from support.word_xml import numbering, word_file


def read(body: str, *levels: str, styles: str = "", instances: str = "") -> Source:
    """What is read of a .docx with this inside its w:body. levels: of its one list."""
    lists = numbering(levels, instances=instances) if levels else ""
    return read_docx(word_file(body, numbers=lists, styles=styles), "x.docx")


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def markers(source: Source) -> list[str]:
    return [line.marker for line in source.lines]
