"""The numbers that Word sets before paragraphs by itself: no file has them in it, they are counted here as Word counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from boardtui.agendas.word_parts import Element, W, child, switched, value, whole
from boardtui.agendas.word_styles import Styles, sides_of
from boardtui.model.text import clean_line

_LEVELS = 9
_LONGEST = 60
"""Characters of a number with the words that belong to it (`Item 12:`)."""
_COUNTED = re.compile(r"%([1-9])")
_PLAIN_BULLETS = "•◦▪●○■□–—-*"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def letters(number: int) -> str:
    """`a` to `z`, then `aa`, `bb`: as Word counts."""
    if not 0 < number <= 26 * 10:
        return str(number)
    turn, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turn + 1)


def roman(number: int) -> str:
    """`iv` for 4."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for worth, letter in _ROMAN:
        times, number = divmod(number, worth)
        written += letter * times
    return written


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else _ORDINALS.get(number % 10, 'th')}"


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": _ordinal,
    "none": lambda _number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. restart: the level (from 1) after whose number it begins anew, 0 for never, None for any above;

    legal: all numbers in it are figures; style: the style of paragraphs that it is linked to; sides: its indents.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""
    sides: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list as paragraphs name it. counter: which lists count on together; anew: levels that begin anew with this list."""

    counter: str
    levels: Mapping[int, Level]
    anew: frozenset[int]


class Numbering:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """root: the w:numbering, None where the file has none."""
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._known: dict[str, _Listed | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for one in () if root is None else root.iterchildren(f"{W}abstractNum"):
            self._abstract.setdefault(value(one, "abstractNumId"), one)
        for one in () if root is None else root.iterchildren(f"{W}num"):
            self._lists.setdefault(value(one, "numId"), one)

    def level(self, key: str, ilvl: int) -> Level | None:
        """A level of a list; None where there is no such thing."""
        listed = self._listed(key)
        return listed.levels.get(ilvl) if listed else None

    def level_of_style(self, key: str, linked: tuple[str, ...]) -> int:
        """The level of a list that is linked to the first of these styles that any is, the first level where none is."""
        listed = self._listed(key)
        by_style = {level.style: ilvl for ilvl, level in listed.levels.items() if level.style} if listed else {}
        return next((by_style[style] for style in linked if style in by_style), 0)

    def count(self, key: str, ilvl: int) -> str:
        """The number of the next paragraph of a list at this level, as it is printed; '' where there is no such level."""
        listed = self._listed(key)
        level = listed.levels.get(ilvl) if listed else None
        if listed is None or level is None:
            return ""
        counts = self._counts.setdefault(listed.counter, [None] * _LEVELS)
        begins = ilvl in listed.anew and (key, ilvl) not in self._begun
        self._begun.add((key, ilvl))
        before = counts[ilvl]
        counts[ilvl] = level.start if begins or before is None else before + 1
        for below in range(ilvl + 1, _LEVELS):
            if _begins_anew(listed.levels.get(below), ilvl):
                counts[below] = None
        return _printed(level, listed.levels, counts)

    def _listed(self, key: str) -> _Listed | None:
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, key: str, *, of_style: bool = False) -> _Listed | None:
        """A list; where it is only that of a style, the one that the style has, which must be one of its own."""
        one = self._lists.get(key)
        abstract = None if one is None else self._abstract.get(value(child(one, "abstractNumId")))
        if one is None or abstract is None:
            return None
        style = value(child(abstract, "numStyleLink"))
        if style:
            linked = None if of_style else self._read(self._styles.paragraph(style).number[0], of_style=True)
            if linked is None:
                return None
            counter, levels = linked.counter, dict(linked.levels)
        else:
            counter, levels = value(abstract, "abstractNumId"), dict(_levels(abstract))
        anew: set[int] = set()
        for override in one.iterchildren(f"{W}lvlOverride"):
            ilvl = whole(value(override, "ilvl"), -1)
            if not 0 <= ilvl < _LEVELS:
                continue
            for _, level in _levels(override):
                levels[ilvl] = level
            start = child(override, "startOverride")
            if start is not None:
                anew.add(ilvl)
                levels[ilvl] = replace(levels.get(ilvl, Level()), start=whole(value(start), 1))
        return _Listed(counter, levels, frozenset(anew))


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for one in parent.iterchildren(f"{W}lvl"):
        ilvl = whole(value(one, "ilvl"), -1)
        if 0 <= ilvl < _LEVELS:
            restart = child(one, "lvlRestart")
            yield (
                ilvl,
                Level(
                    form=value(child(one, "numFmt")) or "decimal",
                    text=value(child(one, "lvlText"))[:_LONGEST],
                    start=whole(value(child(one, "start")), 1),
                    restart=None if restart is None else whole(value(restart), 0),
                    legal=bool(switched(child(one, "isLgl"))),
                    style=value(child(one, "pStyle")),
                    sides=sides_of(child(one, "pPr")),
                ),
            )


def _begins_anew(level: Level | None, after: int) -> bool:
    """Does a level begin anew when one above it, at this place, was counted?"""
    restart = None if level is None else level.restart
    return restart is None or (restart > 0 and after < restart)


def _printed(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    if level.form == "bullet":
        bullet = level.text.strip()
        return bullet if len(bullet) == 1 and bullet in _PLAIN_BULLETS else "•"

    def counted(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        of = levels.get(place, Level())
        count = counts[place]
        write = str if level.legal else _FORMS.get(of.form, str)
        return "" if of.form == "bullet" else write(of.start if count is None else count)

    return clean_line(_COUNTED.sub(counted, level.text))[:_LONGEST]
