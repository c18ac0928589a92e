"""Word files such as a council has of its own, made for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

AUTHOR = "Percy Templater"


def letterhead(*paragraphs: str | Iterable[str], change: Callable[[Any], object] | None = None) -> bytes:
    """A .docx with these paragraphs, each a text or the texts of its runs; `{minutes}` alone where none are given.

    It has two styles of its own, lists, a header and a footer with tokens, and an author.
    """
    document = Document()
    document.core_properties.author = document.core_properties.comments = AUTHOR
    document.styles.add_style("Agenda Title", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(13)
    document.styles.add_style("Motion", WD_STYLE_TYPE.PARAGRAPH).font.italic = True
    write(document.sections[0].header.paragraphs[0], ("{coun", "cil} · {", "committee", "}"))
    write(document.sections[0].footer.paragraphs[0], ("{date} {status}",))
    for words in paragraphs or ("{minutes}",):
        write(document.add_paragraph(), (words,) if isinstance(words, str) else words)
    if change is not None:
        change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def write(paragraph: Any, texts: Iterable[str]) -> None:
    """Write each text as a run of its own."""
    for text in texts:
        paragraph.add_run(text)


def repacked(data: bytes, changes: Mapping[str, Callable[[bytes], bytes] | bytes]) -> bytes:
    """The file with some parts changed, or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        for name, change in changes.items():
            parts[name] = change if isinstance(change, bytes) else change(parts[name])
        for name, blob in parts.items():
            new.writestr(name, blob)
    return stream.getvalue()
