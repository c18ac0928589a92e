"""Paragraphs numbered within their minute, 4.1, 4.2 and so on, in a house that prints them so."""

from __future__ import annotations

from boardtui.minutes.house import House
from boardtui.minutes.sentences import letter, roman
from boardtui.minutes.tree import Decision, Paragraph, Part


def with_numbers(parts: tuple[Part, ...], minute: str, house: House) -> tuple[Part, ...]:
    """The parts of a minute, those that the house numbers with their numbers; what is only prepared has none yet.

    minute: the number of the minute; where it has none, there is nothing to number after. They are counted as they print: the
    public minutes have no gap where something restricted stood.
    """
    pattern = house.paragraphs.number
    if not pattern or ("number" in pattern.slots and not minute):
        return parts
    kinds = house.paragraphs.numbered
    numbered: list[Part] = []
    place = 0
    for part in parts:
        if _is_counted(part, kinds):
            place += 1
            values = {"number": minute, "place": str(place), "letter": letter(place), "roman": roman(place)}
            part = part.model_copy(update={"paragraph": pattern.fill(values)})
        numbered.append(part)
    return tuple(numbered)


def _is_counted(part: Part, kinds: tuple[str, ...]) -> bool:
    if isinstance(part, Paragraph):
        return "text" in kinds and not part.prepared
    return isinstance(part, Decision) and "decisions" in kinds and bool(part.lead or part.text)
