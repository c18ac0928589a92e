"""What is placed and yet adds nothing to the agenda, and why: it is said already, or has nothing to belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.agendas.parts import FRONT_SHEET, SEVERAL, SILENT, Part, Placed

SAID_ALREADY = "said above already"
NO_ITEM = "no item above it"
NO_SECTION = "no heading right above it"
NO_FIGURE = "no figure in it"
NO_WORDS = "no words in it"
NOT_JOINED = "not joined to the line above"
_ONCE_IN_AN_ITEM = frozenset((Part.PLANNED, Part.MINUTES))
_FIGURE = re.compile(r"\d")


def unheeded(placed: Sequence[Placed]) -> dict[int, str]:
    """The reason for each that adds nothing, by its place. Those that are silent are not among them."""
    looking = _Looking()
    found: dict[int, str] = {}
    for at, one in enumerate(placed):
        if one.part not in SILENT and (why := looking.why_not(one)):
            found[at] = why
    return found


class _Looking:
    """Goes by what stands before, as `assemble` does."""

    def __init__(self) -> None:
        self._said: set[Part] = set()
        self._in_item: set[Part] | None = None
        self._last_is_section = False

    def why_not(self, one: Placed) -> str:
        """Why this adds nothing, '' where it does."""
        if one.part in (Part.SECTION, Part.ITEM):
            self._last_is_section = one.part is Part.SECTION
            self._in_item = None if self._last_is_section else set()
            return ""
        if one.part in SEVERAL:
            return ""
        if one.part in FRONT_SHEET:
            return self._once(one, self._said)
        if one.part is Part.MORE:
            return NOT_JOINED
        if one.part is Part.NIL:
            return "" if self._last_is_section else NO_SECTION
        return self._of_item(one)

    @staticmethod
    def _once(one: Placed, said: set[Part]) -> str:
        if not one.text:
            return NO_WORDS
        if one.part in said:
            return SAID_ALREADY
        said.add(one.part)
        return ""

    def _of_item(self, one: Placed) -> str:
        if self._in_item is None:
            return NO_ITEM
        if one.part is Part.SUBITEM:
            self._in_item = set()
            return ""
        if one.part in (Part.EXEMPT, Part.RECOMMENDATION):  # which say something also without words
            return ""
        if not one.text:
            return NO_WORDS
        if one.part is Part.MINUTES and not _FIGURE.search(one.text):
            return NO_FIGURE
        return self._once(one, self._in_item) if one.part in _ONCE_IN_AN_ITEM else ""
