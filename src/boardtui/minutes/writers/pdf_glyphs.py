"""Which characters the bundled font can print: read from its own table, so that none is lost unseen.

The font is DejaVu Sans Condensed, which lies in `minutes/fonts` with its licence.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

FAMILY = "DejaVu Sans"
FILES = ("DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf")
MISSING = "\u25a1"
"""What stands for a character that the font hasn't: a white square."""
_MOST_NAMED = 12
_WINDOWS, _FULL_UNICODE = 3, 10


def replacements(characters: Iterable[str]) -> dict[int, str]:
    """For `str.translate`: what is printed for those of the characters that can't be; spaces of any width for spaces."""
    known = _known()
    return {
        ord(one): " " if one.isspace() else MISSING
        for one in characters
        if ord(one) not in known or unicodedata.category(one) == "Co"  # PDF/A allows no private characters
    }


def named(characters: Iterable[str]) -> str:
    """The characters in the order of their codes, for a sentence; one that can't be seen by its code."""
    ordered = sorted(set(characters))
    shown = [_name(one) for one in ordered[:_MOST_NAMED]]
    more = len(ordered) - len(shown)
    return " ".join(shown) + (f" and {more} more" if more else "")


def _name(character: str) -> str:
    unseen = unicodedata.category(character)[0] in "CMZ"
    return f"U+{ord(character):04X}" if unseen else character


@cache
def _known() -> frozenset[int]:
    """What both weights of the font can print."""
    regular, bold = (frozenset(_codes(_font(name))) for name in FILES)
    return regular & bold


def _font(name: str) -> bytes:
    return resources.files("boardtui.minutes").joinpath("fonts", name).read_bytes()


def _codes(font: bytes) -> Iterator[int]:
    """The characters of a font: its `cmap` table, in the form that holds all of Unicode (OpenType 1.9, cmap, format 12)."""
    tables = (struct.unpack_from(">4sLLL", font, 12 + 16 * place) for place in range(*struct.unpack_from(">4xH", font)))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    (count,) = struct.unpack_from(">2xH", font, start)
    records = (struct.unpack_from(">HHL", font, start + 4 + 8 * place) for place in range(count))
    place = start + next(offset for kind, form, offset in records if (kind, form) == (_WINDOWS, _FULL_UNICODE))
    (groups,) = struct.unpack_from(">12xL", font, place)
    for group in range(groups):
        first, last, _ = struct.unpack_from(">LLL", font, place + 16 + 12 * group)
        yield from range(first, last + 1)
