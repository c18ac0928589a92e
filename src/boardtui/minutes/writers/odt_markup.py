"""OpenDocument, piece by piece: elements, text in them, and styles that differ from one of ours in how a paragraph stands."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from lxml import etree

from boardtui.model.text import clean

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "style": f"{_OASIS}style:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_PIECES = re.compile(r"(\n|\t|  +|^ | $)")
"""What ODF would take for one space, or for none."""


def name(word: str) -> str:
    """`text:p` as lxml names it."""
    prefix, local = word.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def element(tag: str, parent: Element, **attributes: str) -> Element:
    """An element under parent. attributes: `text__style_name` for `text:style-name`."""
    made = etree.SubElement(parent, name(tag))
    for key, value in attributes.items():
        made.set(name(key.replace("__", ":").replace("_", "-")), value)
    return made


def document(tag: str) -> Element:
    """The root of a part."""
    made = etree.Element(name(tag), nsmap=NAMES)
    made.set(name("office:version"), "1.3")
    return made


def write_text(parent: Element, text: str) -> None:
    """Put text at the end of an element: line ends, tabs and spaces in a row by their elements."""
    for piece in _PIECES.split(clean(text)):
        if piece == "\n":
            element("text:line-break", parent)
        elif piece == "\t":
            element("text:tab", parent)
        elif piece and not piece.strip(" "):
            element("text:s", parent, text__c=str(len(piece)))
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + piece
        else:
            parent.text = (parent.text or "") + piece


def fill(parent: Element, text: str, bold: tuple[int, int] = (0, 0)) -> Element:
    """Write text into an element. bold: from where to where it is set apart."""
    start, end = bold
    write_text(parent, text[:start])
    if end > start:
        write_text(element("text:span", parent, text__style_name="Strong"), text[start:end])
    write_text(parent, text[max(start, end) :])
    return parent


class Variants:
    """Styles like one of ours but for how the paragraph or the table stands. place: where the file has its automatic styles."""

    def __init__(self, place: Element) -> None:
        self._place = place
        self._made: dict[tuple[str, str], str] = {}

    def of(self, style: str, family: str, **properties: str) -> str:
        """The name of the style of a family that is like this one, '' for like none, and has these properties too."""
        key = (family, f"{style} {sorted(properties.items())}")
        if key not in self._made:
            self._made[key] = f"Laid{len(self._made) + 1}"
            made = element("style:style", self._place, style__name=self._made[key], style__family=family)
            if style:
                made.set(name("style:parent-style-name"), style)
            laid = element(f"style:{family}-properties", made, **properties)
            if "fo__text_indent" in properties:
                stops = element("style:tab-stops", laid)
                element("style:tab-stop", stops, style__position="0cm")  # where the text begins after what hangs out
        return self._made[key]

    def columns(self, across: int) -> str:
        """The name of the style of a section in so many columns of even height."""
        key = ("section", str(across))
        if key not in self._made:
            self._made[key] = f"Laid{len(self._made) + 1}"
            made = element("style:style", self._place, style__name=self._made[key], style__family="section")
            laid = element("style:section-properties", made, text__dont_balance_text_columns="false")
            element("style:columns", laid, fo__column_count=str(across), fo__column_gap="0.5cm")
        return self._made[key]

    def change(self, written: Element, **properties: str) -> None:
        """Have a paragraph stand otherwise than its style says."""
        key = name("text:style-name")
        written.set(key, self.of(written.get(key), "paragraph", **properties))
