"""The numbers of clauses in Word: worked out by Word, restarting in every decision, and always the same as in the text forms.

A scheme is read from the labels of the clauses. Where Word could not make just these labels (a number left out, one used
twice, a mark of the house's own), there is none, and the labels are typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from boardtui.minutes.tree import Clause
from boardtui.minutes.writers.docx_markup import Element, W, element

INDENT = 425
HANG = 567
LEVELS = 9
"""As many as a list in Word has."""
NO_NUMBER = (0, 0)
"""The list that is none: a paragraph in it has no number, whatever its style says."""
_BULLETS = "•–"
_LABEL = re.compile(r"([^\w%]{0,8})([0-9]+|[A-Za-z]+)([^\w%]{0,8})")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Form(NamedTuple):
    """How the numbers of a level look. kind: Word's `w:numFmt`."""

    kind: str
    before: str = "("
    after: str = ")"

    def label(self, number: int) -> str:
        """The label that Word makes of a number, '' where it is not sure to make the one expected."""
        digits = _digits(self.kind, number)
        return f"{self.before}{digits}{self.after}" if digits else ""


class Scheme(NamedTuple):
    """The forms of all levels, and the number of the first clause of the highest."""

    forms: tuple[Form, ...]
    start: int


USUAL = tuple(Form(kind) for kind in ("decimal", "lowerLetter", "lowerRoman") * (LEVELS // 3))


def indent(level: int) -> int:
    """Where the text of a clause begins, in twentieths of a point; level: from 0."""
    return INDENT + HANG * (level + 1)


def read_scheme(clauses: Sequence[Clause]) -> Scheme | None:
    """The scheme of a decision's clauses; None where Word could not number them just so."""
    found: dict[int, tuple[Form, int]] = {}
    for level, labels in _lists(clauses, 0):
        form, start = found.setdefault(level, _read_label(labels[0]))
        expected = [form.label(start + place) for place in range(len(labels))]
        if level >= LEVELS or (level and start != 1) or "" in expected or expected != labels:
            return None
    if not found:
        return None
    return Scheme(tuple(found[level][0] if level in found else USUAL[level] for level in range(LEVELS)), found[0][1])


def _lists(clauses: Sequence[Clause], level: int) -> Iterator[tuple[int, list[str]]]:
    """The labels of clauses that follow one another, list by list, with their level."""
    if clauses:
        yield level, [clause.label for clause in clauses]
    for clause in clauses:
        yield from _lists(clause.clauses, level + 1)


def _read_label(label: str) -> tuple[Form, int]:
    """Form and number of a first label. `(i)` is one rather than the ninth letter, `(c)` three rather than a hundred."""
    match = _LABEL.fullmatch(label)
    if match is None:
        return Form("none"), 0
    before, digits, after = match.groups()
    kinds = ("decimal", "lowerLetter", "lowerRoman", "upperLetter", "upperRoman")
    values = [(number, kind) for kind in kinds for number in [_number(kind, digits)] if number]
    if not values:
        return Form("none"), 0
    number, kind = min(values)
    return Form(kind, before, after), number


def _number(kind: str, digits: str) -> int:
    """The number that these digits stand for in this kind, 0 for none that Word would write so."""
    if kind == "decimal":
        return int(digits) if len(digits) < 5 and digits.isdecimal() and _digits(kind, int(digits)) == digits else 0
    return next((number for number in range(1, 100) if _digits(kind, number) == digits), 0)


def _digits(kind: str, number: int) -> str:
    """A number as Word writes it. Letters end at z: after it Word writes aa, bb, and others aa, ab."""
    if kind.startswith("upper"):
        return _digits(kind.replace("upper", "lower"), number).upper()
    if kind == "decimal" and number > 0:
        return str(number)
    if kind == "lowerLetter" and 0 < number <= 26:
        return chr(ord("a") + number - 1)
    return _roman(number) if kind == "lowerRoman" and number < 100 else ""


def _roman(number: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (number // value)
        number %= value
    return digits


@dataclass
class Numbering:
    """The numbering part of a document. Every decision takes a new list from it; what stands in it already stays."""

    part: Element

    def __post_init__(self) -> None:
        self._schemes: dict[tuple[Form, ...], int] = {}
        self._lists = _highest(self.part.findall(f"{W}num"), f"{W}numId", 0)
        self._shapes = _highest(self.part.findall(f"{W}abstractNum"), f"{W}abstractNumId", -1) + 1

    def new_list(self, scheme: Scheme) -> int:
        """The number of a new list that begins anew at the start of the scheme."""
        shape = self._schemes.get(scheme.forms)
        if shape is None:
            shape = self._schemes[scheme.forms] = self._new_shape(scheme.forms)
        made = self._add_list(shape)
        override = element("lvlOverride", made, ilvl=0)
        element("startOverride", override, val=scheme.start)
        return self._lists

    def new_bullets(self) -> int:
        """The number of a new list of bullets."""
        forms = tuple(Form("bullet", _BULLETS[level % 2]) for level in range(LEVELS))
        self._add_list(self._new_shape(forms))
        return self._lists

    def _add_list(self, shape: int) -> Element:
        self._lists += 1
        made = element("num", numId=self._lists)
        element("abstractNumId", made, val=shape)
        self._insert(made, "numIdMacAtCleanup")
        return made

    def _new_shape(self, forms: tuple[Form, ...]) -> int:
        """Word takes the file for broken where a shape stands after a list, so it goes before the first."""
        shape = self._shapes
        self._shapes += 1
        made = element("abstractNum", abstractNumId=shape)
        element("nsid", made, val=f"{0x5A000000 + shape:08X}")
        element("multiLevelType", made, val="multilevel")
        element("tmpl", made, val=f"{0x5B000000 + shape:08X}")
        for level, form in enumerate(forms):
            _add_level(made, level, form)
        self._insert(made, "num", "numIdMacAtCleanup")
        return shape

    def _insert(self, made: Element, *before: str) -> None:
        """Put it before the first of these, or last."""
        names = {W + name for name in before}
        found = next((one for one in self.part if one.tag in names), None)
        if found is None:
            self.part.append(made)
        else:
            found.addprevious(made)


def _highest(elements: Sequence[Element], name: str, none: int) -> int:
    """The highest number among them; none: where there is not one."""
    numbers = (one.get(name, "") for one in elements)
    return max((int(number) for number in numbers if number.isdecimal()), default=none)


def _add_level(parent: Element, level: int, form: Form) -> None:
    made = element("lvl", parent, ilvl=level)
    element("start", made, val=1)
    element("numFmt", made, val=form.kind)
    if form.kind == "bullet":
        element("lvlText", made, val=form.before)
    else:
        element("lvlText", made, val=f"{form.before}%{level + 1}{form.after}")
    element("lvlJc", made, val="left")
    element("ind", element("pPr", made), left=indent(level), hanging=HANG)
