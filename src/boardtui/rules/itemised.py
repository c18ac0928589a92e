"""Corrections of minutes as a meeting itemises them: `minute 43: for "x" read "y"`.

Only what says plainly which words give way to which is taken for more than words; nothing is ever guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTED = r"""(?:"([^"]+)"|“([^”]+)”|‘([^’]+)’|'([^']+)')"""
_FOR_READ = re.compile(
    rf"\b(?:for|yn lle|replace)\s+(?:the\s+words?\s+)?{_QUOTED},?\s+(?:read|with|by|substitute|darllen\w*)\s+{_QUOTED}",
    re.IGNORECASE,
)
_PARTED = re.compile(r"^[\s;,.]*(?:and\b|a\b)?[\s;,.]*|[\s;,]+$", re.IGNORECASE)
_WHERE = re.compile(
    r"^(?:in\s+)?(?:(?:the\s+)?(?:minutes?|min\.?|item|cofnod)\b)?\s*(?:number\b|no\b\.?)?\s*(.*?)[\s:,.]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Itemised:
    """A correction. words: as itemised; minute: the number of the minute it names, '' for none; old, new: the words that give

    way, and those in their place, '' where it doesn't say so plainly.
    """

    words: str
    minute: str = ""
    old: str = ""
    new: str = ""


def itemised(words: str) -> tuple[Itemised, ...]:
    """Each correction in what a meeting said was corrected. One that names no minute is of the minute named before it."""
    found: list[Itemised] = []
    minute, place = "", 0
    for said in _FOR_READ.finditer(words):
        *others, where = re.split(r";\s*", words[place : said.start()])
        found += _plain(others)
        number = _WHERE.match(_trimmed(where))
        minute = (number[1] if number else "") or minute
        old, new = ("".join(part or "" for part in said.groups()[at : at + 4]) for at in (0, 4))
        found.append(Itemised(_trimmed(words[said.start() - len(where) : said.end()]), minute, old, new))
        place = said.end()
    return (*found, *_plain(re.split(r";\s*", words[place:])))


def _plain(parts: list[str]) -> Iterator[Itemised]:
    yield from (Itemised(text) for part in parts if (text := _trimmed(part)))


def _trimmed(words: str) -> str:
    return _PARTED.sub("", words)
