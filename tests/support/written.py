"""Written minutes read back: what a person would see of a Word file or a page, with numbers and levels."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

VOID = {"meta", "br"}
BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "td",
    "th",
    "blockquote",
    "tr",
    "ul",
    "ol",
    "div",
    "title",
    "header",
}


class WordFile:
    """A .docx as Word shows it."""

    def __init__(self, data: bytes) -> None:
        self.document: Any = docx.Document(io.BytesIO(data))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Those of the text, with those in tables where they stand."""
        for block in self.document.iter_inner_content():
            if isinstance(block, Table):
                yield from (paragraph for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)
            else:
                yield block

    def text(self) -> str:
        """The typed text, a blank line between paragraphs. Numbers that Word works out are not in it."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs())

    def styled(self, style: str) -> list[str]:
        """The text of the paragraphs of a style."""
        return [paragraph.text for paragraph in self.paragraphs() if paragraph.style.style_id == style]

    def heading_levels(self) -> list[int]:
        """The levels of the headings, from 1, in their order."""
        levels = (self._outline(paragraph) for paragraph in self.paragraphs())
        return [level for level in levels if level]

    def numbered(self) -> list[str]:
        """The clauses with the labels that Word works out, by the rules of ECMA-376 part 1, 17.9."""
        numbering = self.document.part.numbering_part.element
        counts: dict[int, dict[int, int]] = {}
        lines = []
        for paragraph in self.paragraphs():
            if not paragraph.style.style_id.startswith("Resolution"):
                continue
            found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is None:
                lines.append(paragraph.text)
                continue
            level, key = (int(found.find(qn(f"w:{name}")).get(qn("w:val"))) for name in ("ilvl", "numId"))
            shape, starts = _list(numbering, key)
            count = counts.setdefault(key, {})
            count[level] = count.get(level, starts[level] - 1) + 1
            for deeper in [other for other in count if other > level]:
                del count[deeper]
            digits = _digits(shape[level][0], count[level])
            lines.append(f"{shape[level][1].replace(f'%{level + 1}', digits)} {paragraph.text}")
        return lines

    def _outline(self, paragraph: Paragraph) -> int:
        own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        style = paragraph.style
        while own is None and style is not None:
            own = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            style = style.base_style
        return 0 if own is None else int(own.get(qn("w:val"))) + 1


def _list(numbering: Any, key: int) -> tuple[dict[int, tuple[str, str]], dict[int, int]]:
    """Kind and text of each level of a list, and where it starts."""
    used = next(num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == str(key))
    shape_key = used.find(qn("w:abstractNumId")).get(qn("w:val"))
    shapes = numbering.findall(qn("w:abstractNum"))
    shape = next(one for one in shapes if one.get(qn("w:abstractNumId")) == shape_key)
    levels = {}
    starts = {}
    for level in shape.findall(qn("w:lvl")):
        place = int(level.get(qn("w:ilvl")))
        values = (level.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("numFmt", "lvlText", "start"))
        kind, text, start = values
        levels[place] = (kind, text)
        starts[place] = int(start)
    for override in used.findall(qn("w:lvlOverride")):
        starts[int(override.get(qn("w:ilvl")))] = int(override.find(qn("w:startOverride")).get(qn("w:val")))
    return levels, starts


def _digits(kind: str, number: int) -> str:
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    written = {"lowerLetter": "abcdefghijklmnopqrstuvwxyz"[number - 1 : number], "decimal": str(number)}
    if kind.endswith("Roman"):
        written[kind] = roman[number - 1] if kind.startswith("lower") else roman[number - 1].upper()
    if kind == "upperLetter":
        return written["lowerLetter"].upper()
    return written[kind]


ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


class OpenDocument:
    """An .odt as LibreOffice shows it."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = ElementTree.fromstring(self.parts["content.xml"]).find(f"{ODF % 'office'}body")

    def blocks(self) -> list[str]:
        """The text of its headings and paragraphs, in their order."""
        text = ODF % "text"
        return [odf_text(one) for one in self.body.iter() if one.tag in (f"{text}p", f"{text}h")]

    def text(self) -> str:
        """The same, a blank line between them."""
        return "\n\n".join(self.blocks())

    def heading_levels(self) -> list[int]:
        """The levels of the headings, in their order."""
        text = ODF % "text"
        return [int(one.attrib[f"{text}outline-level"]) for one in self.body.iter(f"{text}h")]


def odf_text(element: ElementTree.Element) -> str:
    """The words of an element, with its spaces, tabs and line ends."""
    said = {"line-break": "\n", "tab": "\t"}
    words = element.text or ""
    for one in element:
        tag = one.tag.rpartition("}")[2]
        words += " " * int(one.attrib[f"{ODF % 'text'}c"]) if tag == "s" else said.get(tag, "") or odf_text(one)
        words += one.tail or ""
    return words


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str | None]


@dataclass
class WebPage(HTMLParser):
    """A page as a browser reads it. Raises AssertionError where a tag is closed that isn't open, or never closed."""

    data: bytes
    elements: list[_Open] = field(default_factory=list)
    style: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._stack: list[str] = []
        self._pieces: list[str] = []
        self._title = ""
        self.feed(self.data.decode())
        self.close()
        assert self._stack == [], f"never closed: {self._stack}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(_Open(tag, dict(attrs)))
        if tag == "br":
            self._pieces.append("\n")
        elif tag in BLOCKS:
            self._pieces.append("\0")
        if tag not in VOID:
            self._stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._stack and self._stack[-1] == tag, f"</{tag}> closes {self._stack}"
        self._stack.pop()
        if tag in BLOCKS:
            self._pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if "style" in self._stack:
            self.style += data
        elif "title" in self._stack:
            self._title += data
        elif "main" in self._stack:
            self._pieces.append(data)

    def blocks(self) -> list[str]:
        """The blocks of text, in their order."""
        return [block for block in "".join(self._pieces).split("\0") if block.strip()]

    def text(self) -> str:
        """The text of the page, a blank line between blocks."""
        return "\n\n".join(self.blocks())

    def title(self) -> str:
        """What the browser's tab shows."""
        return self._title

    def heading_levels(self) -> list[int]:
        """The levels of the headings, in their order."""
        return [int(one.tag[1]) for one in self.elements if re.fullmatch(r"h[1-6]", one.tag)]

    def tags(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of the elements with this tag."""
        return [one.attributes for one in self.elements if one.tag == tag]


def jumps(levels: list[int]) -> list[tuple[int, int]]:
    """Where a heading stands more than one level below the one before it."""
    pairs = zip([0, *levels], levels, strict=False)
    return [(above, below) for above, below in pairs if below > above + 1]
