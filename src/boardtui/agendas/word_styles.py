"""What the styles of a Word file say of a paragraph or a run, each by the chain of styles that it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from boardtui.agendas.word_parts import Element, W, child, switched, value, whole

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST = 20
"""Styles in a chain."""
BODY_TEXT = 9
"""The outline level of what is no heading."""
_SIDES = {"left": "left", "start": "left", "hanging": "hanging", "firstLine": "first"}


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of letters: bold, hidden; None where nothing is."""

    bold: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style of paragraphs says. heading: 0 for none; number: list and level, '' where it says nothing of them;

    linked: the styles a level of numbering may be linked to; sides: the indents, in twentieths of a point; right: a tab may
    go to the right.
    """

    look: Look = Look()
    heading: int = 0
    number: tuple[str, str] = ("", "")
    linked: tuple[str, ...] = ()
    sides: Mapping[str, int] = field(default_factory=dict)
    right: bool = False


def look_of(properties: Element | None) -> Look:
    """What a w:rPr says."""
    if properties is None:
        return Look()
    return Look(switched(child(properties, "b")), switched(child(properties, "vanish")))


def number_of(properties: Element | None) -> tuple[str, str]:
    """List and level that a w:pPr says, '' each where it doesn't."""
    said = None if properties is None else child(properties, "numPr")
    return ("", "") if said is None else (value(child(said, "numId")), value(child(said, "ilvl")))


def sides_of(properties: Element | None) -> dict[str, int]:
    """The indents that a w:pPr says; of hanging and first line the one takes the other back."""
    said = None if properties is None else child(properties, "ind")
    if said is None:
        return {}
    found = {_SIDES[name]: whole(text, 0) for key, text in said.attrib.items() if (name := _local_key(key)) in _SIDES}
    if "hanging" in found:
        found["first"] = 0
    elif "first" in found:
        found["hanging"] = 0
    return found


def outline_of(properties: Element | None) -> int | None:
    """The level as a heading, 0 for none, that a w:pPr says; None where it doesn't."""
    said = None if properties is None else child(properties, "outlineLvl")
    if said is None:
        return None
    level = whole(value(said), BODY_TEXT)
    return level + 1 if 0 <= level < BODY_TEXT else 0


def goes_right(properties: Element | None) -> bool:
    """Does a w:pPr set a tab by which words stand at the right edge?"""
    tabs = None if properties is None else child(properties, "tabs")
    return tabs is not None and any(value(one) in ("right", "end") for one in tabs)


def _local_key(key: str) -> str:
    return key.rpartition("}")[2]


class Styles:
    """The styles of a file, each worked out once."""

    def __init__(self, root: Element | None) -> None:
        """root: the w:styles, None where the file has none."""
        self._styles: dict[str, Element] = {}
        self._usual = ""
        for one in () if root is None else root.iterchildren(f"{W}style"):
            self._styles.setdefault(value(one, "styleId"), one)
            if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on"):
                self._usual = self._usual or value(one, "styleId")
        self.paragraph = lru_cache(maxsize=1024)(self._paragraph)
        self.letters = lru_cache(maxsize=1024)(self._letters)

    def _paragraph(self, key: str) -> Style:
        """What a style of paragraphs says; of the usual one if the key is ''."""
        chain = list(self._chain(key or self._usual))
        bold = hidden = outline = None
        listed, level, named = "", "", 0
        sides: dict[str, int] = {}
        for one in reversed(chain):
            properties = child(one, "pPr")
            look, said, number = look_of(child(one, "rPr")), outline_of(properties), number_of(properties)
            bold = bold if look.bold is None else look.bold
            hidden = hidden if look.hidden is None else look.hidden
            outline = outline if said is None else said
            listed, level = number[0] or listed, number[1] or level
            sides |= sides_of(properties)
            found = _HEADING.fullmatch(value(child(one, "name")))
            named = int(found[1]) if found else named
        heading = named if outline is None else outline
        keys = tuple(value(one, "styleId") for one in chain)
        right = any(goes_right(child(one, "pPr")) for one in chain)
        return Style(Look(bold, hidden), heading, (listed, level), keys, sides, right)

    def _letters(self, key: str) -> Look:
        """What a style of letters says."""
        bold = hidden = None
        for one in self._chain(key):
            look = look_of(child(one, "rPr"))
            bold = look.bold if bold is None else bold
            hidden = look.hidden if hidden is None else hidden
        return Look(bold, hidden)

    def _chain(self, key: str) -> Iterator[Element]:
        """A style and those it is based on, itself first."""
        seen: set[str] = set()
        while key in self._styles and key not in seen and len(seen) < _DEEPEST:
            seen.add(key)
            yield self._styles[key]
            key = value(child(self._styles[key], "basedOn"))
