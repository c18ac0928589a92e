"""Any file of an export read back, all of it: its elements, fields and cells in their order, and every text in them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from support.hostile_words import squeezed
from support.portable import PortableFile
from support.skeletons import markdown_tokens
from support.written import WebPage

Read = list[Any]
_ENDS = {"br": "\n", "tab": "\t", "line-break": "\n"}
_IN_A_LINE = ("r", "t", "span", "br", "tab", "line-break", "s", "rPr", "rStyle", "b", "bCs")
"""Pieces of a line: which words are bold goes by the words, and spaces stand with the words."""
_PROPERTIES = "docProps/core.xml"
"""Texts in it end after so many letters; what prints is looked at."""
_WIDTHS = {
    ("gridCol", "w"), ("tcW", "w"), ("ind", "left"), ("ind", "hanging"),
    ("paragraph-properties", "margin-left"), ("paragraph-properties", "text-indent"),
}  # fmt: skip
"""What goes by how long the words are."""
_BOLD = ("br", "strong", "b")
_CSS_CODE = re.compile(r"\\([0-9a-f]{6})")


def reread(ending: str, data: bytes) -> Read:
    """A file by the ending of its name; texts with one space where there are several, tabs or line ends."""
    return _squeezed(_READ[ending.rpartition(".")[2]](data))


def _squeezed(value: Any) -> Any:
    if isinstance(value, str):
        return squeezed(value)
    return [_squeezed(one) for one in value] if isinstance(value, list | tuple) else value


def _packed_xml(data: bytes) -> Read:
    """Every part of a .docx or .odt, its elements with their attributes; words of a paragraph together."""
    read: Read = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name == _PROPERTIES:
                continue
            if name.endswith((".xml", ".rels")):
                read += [[name, *line] for line in _elements(ElementTree.fromstring(archive.read(name)))]
            else:
                read.append([name, archive.read(name).decode()])
    return read


def _elements(root: ElementTree.Element) -> Read:
    """Each element that is no mere space: its name, attributes and words; those of a paragraph stand with it, whole."""
    read: Read = []
    for one in root.iter():
        tag = one.tag.rpartition("}")[2]
        if tag in _IN_A_LINE:
            continue
        attributes = sorted(
            (key, value) for key, value in one.attrib.items() if (tag, key.rpartition("}")[2]) not in _WIDTHS
        )
        words = _words(one) if tag in ("p", "h") else (one.text or "")
        read.append([tag, attributes, words])
    return read


def _words(element: ElementTree.Element) -> str:
    words = element.text or ""
    for one in element:
        tag = one.tag.rpartition("}")[2]
        words += " " if tag == "s" else _ENDS.get(tag, "") or _words(one)
        words += one.tail or ""
    return words


def _page(data: bytes) -> Read:
    """A page, whole or a piece to paste: elements, title, style as a browser takes it, and words."""
    whole = data if b"<main>" in data else b"<main>" + data + b"</main>"
    page = WebPage(whole)
    elements = [
        [one.tag, sorted(one.attributes.items()) if one.tag != "table" else []]  # a table is narrow or not by its words
        for one in page.elements
        if one.tag not in _BOLD
    ]
    style = _CSS_CODE.sub(lambda code: chr(int(code[1], 16)), page.style)
    return [elements, page.title(), style, page.blocks()]


def _markdown(data: bytes) -> Read:
    return [[token.type, token.tag, token.content] for token in markdown_tokens(data) if token.type != "inline"]


def _json(data: bytes) -> Read:
    def flat(value: Any) -> Any:
        if isinstance(value, dict):
            return [[key, flat(one)] for key, one in value.items()]
        return [flat(one) for one in value] if isinstance(value, list) else value

    return [flat(json.loads(data))]


def _table(data: bytes) -> Read:
    """The cells; what a spreadsheet would take for a formula stands behind an apostrophe, which is no part of the words."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "|", "\t", "\r")) for cell in cells)
    return [[re.sub(r"^'(?=[=+\-@|＝＋－＠])", "", cell) for cell in row] for row in rows]


def _calendar(data: bytes) -> Read:
    """The properties, unfolded and without the escapes of RFC 5545, 3.3.11. A name hangs on the words and isn't compared."""
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = data.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")
    parted = [line.partition(":") for line in lines if not line.startswith("UID:")]
    return [[name, re.sub(r"\\([\\;,nN])", _unescaped, value)] for name, _, value in parted]


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _printed(data: bytes) -> Read:
    """The tags of a PDF, and all its letters: in no order, for words in bold, labels and what runs from right to left stand

    in one of their own.
    """
    file = PortableFile(data)
    return [[tag for tag in file.bones() if tag not in ("Strong", "Lbl", "LBody")], file.text()]


def letters(words: str) -> str:
    """The letters of words in the order of their codes, without spaces."""
    return "".join(sorted(re.sub(r"\s", "", words)))


_READ: dict[str, Callable[[bytes], Read]] = {
    "txt": lambda data: data.decode().splitlines(),
    "md": _markdown,
    "html": _page,
    "docx": _packed_xml,
    "odt": _packed_xml,
    "pdf": _printed,
    "json": _json,
    "csv": _table,
    "ics": _calendar,
}
