"""The line an item begins with: `7a. Out of Hospital (Pages 23 - 42) (exempt 3)`, read and written.

What a title or a number might be mistaken for is kept apart by a backslash: one before a number that doesn't look like one
(`\\Extra. Title`), one after a title that ends in brackets of its own (`Budget (Pages 1 - 2)\\`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_ROMAN = r"(?=[ivxl])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_LETTERS = rf"(?:{_ROMAN}|(?P<letter>[a-z])(?P=letter)?)"
_IN_FIGURES = r"(?:[^\W\d_]{1,12} )?(?=[\w/()\[\].*–-]*\d)[\w(\[][\w/()\[\].*–-]{0,23}(?<!\.)"
_NUMBERED = re.compile(rf"(?P<number>\(?{_LETTERS}\)?|{_IN_FIGURES})(?:\.|(?<=\)))(?:\s+(?P<rest>.*))?", re.IGNORECASE)
_UNNUMBERED = re.compile(r"\*\.(?:\s+(?P<rest>.*))?")
_ESCAPED = re.compile(r"\\(?P<number>.+?)\.(?:\s+(?P<rest>.*))?")
_FIGURE_ALONE = re.compile(r"(?P<number>\d{1,3}[a-z]?)\s+(?P<rest>(?=[A-Z])\S.*)")
_PAGES = re.compile(r"\s*\((?:pages?|pp?\.?)\s+(?P<words>[^()]*\d[^()]*)\)$", re.IGNORECASE)
EXEMPT = "(exempt)"
"""What stands behind the title of an item that is exempt, where no paragraph is known."""
_EXEMPT = re.compile(r"\s*\(exempt(?::?\s+(?P<words>[^()]*))?\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """number: None for `*.`; pages: '' if none are given; exempt: None if nothing is said of it."""

    number: str | None
    title: str
    pages: str = ""
    exempt: str | None = None


def read_heading(line: str) -> Heading | None:
    """The heading on a line, without indentation; None if the line doesn't begin with a number or `*.`."""
    for pattern in (_UNNUMBERED, _ESCAPED, _NUMBERED):
        if found := pattern.fullmatch(line):
            number = None if pattern is _UNNUMBERED else found["number"]
            return read_suffixes(number, (found["rest"] or "").strip())
    return None


def number_before(line: str) -> tuple[str | None, str]:
    """The number that a line begins with, None for none, and the rest as it stands, with its pages.

    A figure needs no stop before a capital: `7 Out of Hospital`.
    """
    for pattern in (_UNNUMBERED, _NUMBERED, _FIGURE_ALONE):
        if found := pattern.fullmatch(line):
            number = None if pattern is _UNNUMBERED else found["number"]
            return number, (found["rest"] or "").strip()
    return None, line


def write_heading(heading: Heading) -> str:
    """The line that is read as this heading. Pages and exempt words that don't fit in brackets are left out."""
    if not fits_pages(heading.pages):
        heading = replace(heading, pages="")
    if heading.exempt is not None and not fits_exempt(heading.exempt):
        heading = replace(heading, exempt=None)
    written = _written(heading, heading.title)
    return written if read_heading(written) == heading else _written(heading, f"{heading.title}\\")


def fits_pages(pages: str) -> bool:
    """Can these pages stand in brackets after the title?"""
    found = _PAGES.fullmatch(f"(Pages {pages})")
    return found is not None and found["words"] == pages


def fits_exempt(words: str) -> bool:
    """Can these words stand in `(exempt …)` after the title?"""
    found = _EXEMPT.fullmatch(f"(exempt {words})")
    return found is not None and found["words"] == words


def read_suffixes(number: str | None, text: str) -> Heading:
    """The heading with this number whose title and what stands in brackets behind it are this text."""
    pages, exempt = "", None
    while True:
        if not pages and (found := _PAGES.search(text)):
            pages = found["words"].strip()
        elif exempt is None and (found := _EXEMPT.search(text)):
            exempt = (found["words"] or "").strip()
        else:
            break
        text = text[: found.start()]
    return Heading(number, text.removesuffix("\\").strip(), pages, exempt)


def _written(heading: Heading, title: str) -> str:
    parts = [_number_written(heading.number), title]
    if heading.pages:
        parts.append(f"({'Page' if heading.pages.isdigit() else 'Pages'} {heading.pages})")
    if heading.exempt is not None:
        parts.append(f"(exempt {heading.exempt})" if heading.exempt else "(exempt)")
    return " ".join(part for part in parts if part)


def _number_written(number: str | None) -> str:
    if number is None:
        return "*."
    written = number if number.endswith(")") else f"{number}."
    found = _NUMBERED.fullmatch(written)
    return written if found and found["number"] == number else f"\\{number}."
