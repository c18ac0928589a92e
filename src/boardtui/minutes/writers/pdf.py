"""Minutes as an accessible PDF (PDF/UA-1, PDF/A-2a): tagged headings, lists and tables, in a font of our own, by Typst.

All text reaches Typst as data, and is never read as its markup; the template is `minutes.typ`. The same minutes always make
the same bytes: no font of the machine is used, no clock is looked at.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import cast

from boardtui.errors import InputError
from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers.dressing import (
    LONG_ENOUGH_TO_INITIAL,
    LONGEST_RULE,
    language,
    longest_number,
    page_parts,
    rule_places,
    title_text,
    with_long_rules,
)
from boardtui.minutes.writers.pdf_glyphs import FAMILY, named, replacements
from boardtui.minutes.writers.pdf_parts import Parts, Piece, pieces
from boardtui.model.text import clean_line, on_one_line

TEMPLATE = "minutes.typ"
NO_TITLE = "–"
"""PDF/UA wants a title; what has none has this."""
_NO_DAY = (1980, 1, 1)
"""PDF/A wants a date; a meeting whose day is unknown has that of the oldest files there are in a ZIP."""
_LONGEST_IN_MARGIN = 90
_LONGEST_WORD_IN_MARGIN = 16
_LONGEST_TO_INITIAL = 40


def write(minutes: Minutes) -> bytes:
    """The minutes as a .pdf file. A character that the font hasn't is a white square (`unprintable` tells which).

    Raises InputError where Typst isn't installed, or makes no PDF of them.
    """
    compiled = _compiler()
    text = _data(minutes)
    return compiled(text.translate(replacements(set(text))))


def unprintable(minutes: Minutes) -> str:
    """The characters of the minutes that the PDF has a white square for, for a sentence; '' where there are none."""
    lost = replacements(set(_data(minutes)))
    return named(chr(code) for code, printed in lost.items() if printed != " ")


def _data(minutes: Minutes) -> str:
    """What the template prints, as JSON."""
    title = clean_line(title_text(minutes)) or NO_TITLE
    tongue, _, rest = language(minutes).partition("-")
    region = next((part for part in rest.split("-") if len(part) == 2 and part.isalpha()), None)
    data = {
        "font": FAMILY,
        "language": tongue.lower(),
        "region": region,
        "title": title,
        "author": clean_line(minutes.council or minutes.committee),
        "day": _day(minutes.date),
        "committee": _in_margin(minutes.committee),
        "draft": _in_margin(minutes.draft),
        "page": [part if place % 2 else _in_margin(part) for place, part in enumerate(page_parts(minutes.page))],
        "initials": _to_initial(minutes.initials),
        "longest number": min(longest_number(minutes), _LONGEST_WORD_IN_MARGIN),
        "parts": Parts(title).of(minutes),
    }
    return json.dumps(data, ensure_ascii=False)


def _in_margin(text: str) -> list[Piece]:
    """A text at the head or foot of the page, where there is no room for one without end; it stands whole in the title."""
    line = on_one_line(text)
    short = line if len(line) <= _LONGEST_IN_MARGIN else f"{line[:_LONGEST_IN_MARGIN]}…"
    return pieces(short, longest=_LONGEST_WORD_IN_MARGIN)


def _to_initial(text: str) -> list[Piece]:
    """The place to initial, beside the number of the page: its rule is no word to be broken."""
    line = with_long_rules(on_one_line(text)[:_LONGEST_TO_INITIAL], LONG_ENOUGH_TO_INITIAL)
    return pieces(line, longest=LONGEST_RULE if rule_places(line) else _LONGEST_WORD_IN_MARGIN)


def _day(text: str) -> tuple[int, int, int]:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return _NO_DAY
    return (day.year, day.month, day.day)


@cache
def _compiler() -> Callable[[str], bytes]:
    """What makes a PDF of the data: the fonts are read once."""
    try:
        import typst
    except ImportError:
        raise InputError(
            "A PDF needs the package typst, which isn't installed.",
            "Install it: pipx inject boardtui 'typst<0.16', or without pipx .venv/bin/python -m pip install 'typst<0.16'.",
        ) from None
    folder = Path(str(resources.files("boardtui.minutes")))
    compiler = typst.Compiler(folder / TEMPLATE, root=folder, font_paths=[folder / "fonts"], ignore_system_fonts=True)

    def compiled(data: str) -> bytes:
        try:
            made = compiler.compile(format="pdf", sys_inputs={"minutes": data}, pdf_standards=["ua-1", "a-2a"])
        except typst.TypstError:  # its message may hold words of the minutes
            raise InputError(
                "No PDF could be made of these minutes.", "Every other format can be: --to docx,html, for one."
            ) from None
        return cast(bytes, made)

    return compiled
