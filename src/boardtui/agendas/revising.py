"""What a clerk does to a reading: each is a function from one reading to another, and none loses a line of the source.

`at` is the place of what is revised in `Reading.placed`. Whatever the clerk has touched is sure. What would make no agenda is
refused in a sentence, so that a reading that was revised always has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from boardtui.agendas.assembling import assemble
from boardtui.agendas.headings import number_before
from boardtui.agendas.parts import CERTAIN, FRONT_SHEET, SEVERAL, SILENT, Part, Placed
from boardtui.agendas.problems import shortened
from boardtui.agendas.reading import Reading
from boardtui.errors import Refusal
from boardtui.model.agenda import Item
from boardtui.model.text import clean_line

NUMBERED = frozenset((Part.ITEM, Part.SUBITEM, Part.CLAUSE, Part.RECOMMENDATION))
"""Of these the number is none of the words."""
LEVELLED = frozenset((Part.SECTION, Part.SUBITEM))
"""These stand deeper or less deep."""
SHALLOWEST, DEEPEST = 1, 6
_WITHOUT_WORDS = frozenset((Part.NIL, Part.EXEMPT, Part.ITEM, Part.SUBITEM))
"""These say something also with no words at all."""
_LABELS = {
    Part.RECOMMENDATION: r"recommendations?|recommended(?: that)?",
    Part.NOTE: r"notes?",
    Part.REPORT_OF: r"reports? (?:of|by|from)(?: the)?|report author|authors?",
    Part.PRESENTED_BY: r"presented by|presenters?",
    Part.LEAD: r"leads?|lead officer",
    Part.PAPERS: r"papers?|enclosures?|enc",
    Part.PURPOSE: r"purpose|action required",
    Part.DATE: r"date",
    Part.TIME: r"time",
    Part.PLACE: r"place|venue|location",
    Part.QUORUM: r"quorum",
    Part.CONTACT: r"contacts?|contact officer|enquiries to",
    Part.ISSUED: r"issued(?: by)?",
    Part.PLANNED: r"time|timing",
    Part.PAGES: r"pages?|pp?\.?",
}
"""The words with which a line says itself what it is, before a colon: they are none of what it says."""
_AN_ITEM = Placed(Part.ITEM, "An item", (), "1")


def worded(reading: Reading, at: int, text: str) -> Reading:
    """With these words in the place of its own. Raises Refusal where they are none, or make no name."""
    one, text = reading.placed[at], clean_line(text)
    if not text and one.part not in _WITHOUT_WORDS:
        raise Refusal("There are no words left.", "What says nothing is an aside.")
    return _with(reading, at, _sure(one, text=text))


def above(placed: Sequence[Placed], at: int) -> int | None:
    """The place of what stands in the agenda before this one; None for the first."""
    return next((place for place in range(at - 1, -1, -1) if placed[place].part not in SILENT), None)


def joined(reading: Reading, at: int) -> Reading:
    """Its words are more of what stands above it in the agenda. Raises Refusal where nothing does."""
    place = above(reading.placed, at)
    if place is None:
        raise Refusal("Nothing of the agenda stands above it.", "Make it a heading, an item or a part of its own.")
    over, one = reading.placed[place], reading.placed[at]
    both = _sure(over, text=f"{over.text} {said(one)}".strip(), lines=tuple(dict.fromkeys((*over.lines, *one.lines))))
    _be_sound(both)
    placed = list(reading.placed)
    placed[place] = both
    del placed[at]
    return replace(reading, placed=tuple(placed))


def split(reading: Reading, at: int, position: int) -> Reading:
    """In two at this character of its text: what follows is a part of its own, right behind it.

    It is of the same kind where that stands several times; behind the title of an item it is another item if it begins with
    a number, else a note. Raises Refusal where one of the two would be empty.
    """
    one = reading.placed[at]
    first, second = one.text[:position].strip(), one.text[position:].strip()
    if not first or not second:
        raise Refusal("There are no words on one side of the caret.", "Move it to where the second part begins.")
    behind = _behind(one, second)
    _be_sound(behind)
    return _with(reading, at, _sure(one, text=first), behind)


def _behind(one: Placed, text: str) -> Placed:
    """What is cut off from one."""
    number, rest = number_before(text)
    if one.part in NUMBERED and number is not None and rest:
        return Placed(one.part, rest, one.lines, number, one.level, CERTAIN)
    several = SEVERAL | SILENT | {Part.NOTE, Part.CLAUSE, Part.RECOMMENDATION, Part.REPORT_OF, Part.PRESENTED_BY}
    if one.part in several:
        return Placed(one.part, text, one.lines, level=one.level, sure=CERTAIN)
    return Placed(Part.LEFT if one.part in FRONT_SHEET else Part.NOTE, text, one.lines, sure=CERTAIN)


def made(reading: Reading, at: int, part: Part) -> Reading:
    """Taken to be that. Raises Refusal where it can't be.

    A number before its words becomes the number of an item, and the number of what was an item the first of its words.
    """
    if part is Part.MORE:
        return joined(reading, at)
    one = reading.placed[at]
    if part in NUMBERED:
        number, text = (one.number, one.text) if one.number is not None else number_before(one.text)
    else:
        number, text = None, said(one)
    if not text and part not in _WITHOUT_WORDS | SILENT:
        raise Refusal(f"It has no words, and can't be: {part}.", "What says nothing is an aside.")
    level = _level_for(reading.placed[:at], part)
    return _with(reading, at, _sure(one, part=part, text=_unlabelled(part, text), number=number, level=level))


def said(one: Placed) -> str:
    """Its words with its number before them, as they are printed."""
    if one.number is None:
        return one.text
    return f"{one.number}{'' if one.number.endswith((')', '.')) else '.'} {one.text}".strip()


def _unlabelled(part: Part, text: str) -> str:
    label = _LABELS.get(part)
    found = re.fullmatch(rf"(?:{label})\s*[:–-]\s*(\S.*)", text, re.IGNORECASE) if label else None
    return found[1] if found else text


def _level_for(before: Sequence[Placed], part: Part) -> int:
    """As deep as the one of its kind before it; of sub-items, in the same item."""
    for one in reversed(before):
        if one.part is part:
            return one.level
        if part is not Part.SECTION and one.part is Part.ITEM:
            break
    return SHALLOWEST


def renumbered(reading: Reading, at: int, number: str) -> Reading:
    """With this number, '' for none. Raises Refusal for what has no number, and for what can be none."""
    one = reading.placed[at]
    if one.part not in NUMBERED:
        raise Refusal(f"What has a number is an item or a sub-item, and this is: {one.part}.", "Make it an item.")
    number = clean_line(number).rstrip(".")
    try:
        Item(number=number, title="")
    except ValidationError as error:
        why = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise Refusal(f"“{shortened(number)}” can't be a number ({why}).", "Write it otherwise.") from None
    return _with(reading, at, _sure(one, number=number or None))


def moved_in(reading: Reading, at: int, by: int) -> Reading:
    """So many levels deeper, less deep when negative: an item becomes a sub-item of the one above it, and the other way.

    Raises Refusal for what has no level.
    """
    one = reading.placed[at]
    if one.part is Part.ITEM and by > 0:
        return made(reading, at, Part.SUBITEM)
    if one.part is Part.SUBITEM and one.level + by < SHALLOWEST:
        return made(reading, at, Part.ITEM)
    if one.part not in LEVELLED:
        raise Refusal(f"Items, sub-items and headings stand deeper or less deep, and this is: {one.part}.")
    level = max(SHALLOWEST, min(one.level + by, DEEPEST))
    return _with(reading, at, _sure(one, level=level))


def taken_in(reading: Reading, at: int) -> Reading:
    """What was left over, or an aside, is in the agenda: an item if it begins with a number, else a note of the one above.

    Raises Refusal where it is in the agenda already, and for words before the first item.
    """
    one = reading.placed[at]
    if one.part not in SILENT:
        raise Refusal(f"It is in the agenda already: {one.part}.", "Make it something else.")
    number, rest = number_before(one.text)
    if number is not None and rest:
        return made(reading, at, Part.ITEM)
    if not any(before.part is Part.ITEM for before in reading.placed[:at]):
        raise Refusal("No item stands above it whose note it could be.", "Say what it is.")
    return made(reading, at, Part.NOTE)


def accepted(reading: Reading, at: int) -> Reading:
    """It is as it was read; what was left over says indeed nothing of the agenda."""
    one = reading.placed[at]
    return _with(reading, at, _sure(one, part=Part.ASIDE if one.part is Part.LEFT else one.part))


def added(reading: Reading, at: int, part: Part, text: str) -> Reading:
    """With something that the source doesn't say, right behind this place (-1 for before all). Raises Refusal."""
    text = clean_line(text)
    if not text and part not in _WITHOUT_WORDS:
        raise Refusal("There are no words.", "Write what it says.")
    number, rest = number_before(text) if part in NUMBERED else (None, text)
    one = Placed(part, rest, (), number, _level_for(reading.placed[: at + 1], part), CERTAIN)
    _be_sound(one)
    return replace(reading, placed=(*reading.placed[: at + 1], one, *reading.placed[at + 1 :]))


def _sure(one: Placed, **changes: Any) -> Placed:
    return replace(one, sure=CERTAIN, doubt="", **changes)


def _with(reading: Reading, at: int, *ones: Placed) -> Reading:
    """With these in the place of one. Raises Refusal where an agenda can't hold the first."""
    _be_sound(ones[0])
    return replace(reading, placed=(*reading.placed[:at], *ones, *reading.placed[at + 1 :]))


def _be_sound(one: Placed) -> None:
    """Raises Refusal where no agenda can hold it."""
    try:
        assemble((_AN_ITEM, one))
    except ValidationError as error:
        why = error.errors()[0]["msg"].removeprefix("Value error, ")
    except ValueError as error:
        why = str(error)
    else:
        return
    hint = "Write it as `Name | role or post | organisation | group`." if one.part in SEVERAL else "Write it otherwise."
    raise Refusal(f"“{shortened(said(one))}” can't be: {one.part} ({why}).", hint)
