"""What an export is made of apart from its words: elements, headings, fields. Two meetings that differ in words only have

the same skeleton; a text that is taken for more than text shows as a bone too many.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from markdown_it.token import Token

from support.portable import PortableFile
from support.written import OpenDocument, WebPage, WordFile

Bones = list[Any]

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_TEXT = ("text", "softbreak")


def markdown_tokens(data: bytes) -> Iterator[Token]:
    for token in _MARKDOWN.parse(data.decode()):
        yield token
        yield from token.children or ()


def _markdown_bones(data: bytes) -> Bones:
    return [(token.type, token.tag) for token in markdown_tokens(data) if token.type not in (*_TEXT, "text_special")]


def _markdown_text(data: bytes) -> str:
    ends = ("paragraph_close", "heading_close", "td_close", "th_close", "hardbreak", "softbreak")
    return "".join(
        "\n" if token.type in ends else token.content for token in markdown_tokens(data) if token.type != "inline"
    )


def _page_bones(data: bytes) -> Bones:
    keep = ("class", "href", "src", "style", "id")
    return [(one.tag, [(k, v) for k, v in one.attributes.items() if k in keep]) for one in WebPage(data).elements]


def _word_bones(data: bytes) -> Bones:
    bones: Bones = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith((".xml", ".rels")):
                bones.append(name)
                continue
            for element in ElementTree.fromstring(archive.read(name)).iter():
                words = {
                    key: value for key, value in element.attrib.items() if key.endswith(("}val", "}instr", "Target"))
                }
                bones.append((name, element.tag, words))
    return bones


def _open_document_bones(data: bytes) -> Bones:
    """Its elements but for those that stand for spaces, of which a text may have many or none."""
    spaces = ("}s", "}tab", "}line-break")
    return [
        (name, element.tag, sorted(key for key in element.attrib))
        for name, part in sorted(OpenDocument(data).parts.items())
        if name.endswith(".xml")
        for element in ElementTree.fromstring(part).iter()
        if not element.tag.endswith(spaces)
    ]


def _json_bones(data: bytes) -> Bones:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items()}
        return [shape(one) for one in value] if isinstance(value, list) else type(value).__name__

    return [shape(json.loads(data))]


def _json_text(data: bytes) -> str:
    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from texts(one)

    return "\n".join(texts(json.loads(data)))


def _table_bones(data: bytes) -> Bones:
    """How many cells its rows have, and whether any is a formula. How many rows goes by how many people the texts name."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return sorted({(len(row), any(cell.startswith(("=", "+", "-", "@", "|")) for cell in row)) for row in rows})


def _calendar_bones(data: bytes) -> Bones:
    """The properties of its entries, in their order."""
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")
    return [re.split(rb"[:;]", line, maxsplit=1)[0] for line in lines]


BONES: dict[str, Callable[[bytes], Bones]] = {
    "txt": lambda data: [len(data.decode().split("\n"))],
    "md": _markdown_bones,
    "html": _page_bones,
    "docx": _word_bones,
    "odt": _open_document_bones,
    "pdf": lambda data: PortableFile(data).bones(),
    "json": _json_bones,
    "csv": _table_bones,
    "ics": _calendar_bones,
}
"""Suffix -> the skeleton of a file."""

TEXT_OF: dict[str, Callable[[bytes], str]] = {
    "txt": bytes.decode,
    "md": _markdown_text,
    "html": lambda data: WebPage(data).text(),
    "docx": lambda data: WordFile(data).text(),
    "odt": lambda data: OpenDocument(data).text(),
    "json": _json_text,
}
"""Format -> the words of a file, as a reader reads them: of the formats that hold all the minutes."""
