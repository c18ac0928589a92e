"""The words of a quorum, read: `7, of which 1 councillor and 1 NHS member`, `one third, but not less than three`.

Standing orders and terms of reference say it in words of their own. What of them can't be read is kept, and told: it is
never taken to be met or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from boardtui.model.room import CHAIR_OFFICES, DEPUTY_OFFICES
from boardtui.model.text import clean_line

_COUNTED = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty")
_NUMBERS = {word: number for number, word in enumerate(_COUNTED, start=1)}
_NUMBERS |= {word: 10 * ten for ten, word in enumerate(_TENS, start=2)}
_NUMBERS |= {f"{ten}-{one}": _NUMBERS[ten] + _NUMBERS[one] for ten in _TENS for one in _COUNTED[:9]}
_WORDED = "|".join(sorted(_NUMBERS, key=len, reverse=True)).replace("-", "[- ]")
_NUMBER = rf"(\d{{1,4}}|{_WORDED}|an?)\b"
_AT_LEAST = r"(?:(?:being )?at least|(?:being )?not (?:less|fewer) than|no (?:less|fewer) than|(?:a )?minimum(?: of)?)"
_SHARES = {
    "third": (1, 3), "quarter": (1, 4), "half": (1, 2), "fifth": (1, 5), "two thirds": (2, 3), "three quarters": (3, 4),
}  # fmt: skip
_SHARE = re.compile(
    r"(?:(?:a|an|one|1)[ -])?(two[ -]thirds|three[ -]quarters|third|quarter|half|fifth)\b|(\d)/(\d)|(\d{1,2}) ?(?:%|per ?cent)"
)
_HALF = r"(?:(?:a |one )?half\b|50 ?(?:%|per ?cent))"
_MAJORITY = re.compile(rf"(?:a |the )?(?:simple )?majority|more than {_HALF}|{_HALF}.* plus (?:one|1)\b")
_COUNT = re.compile(rf"{_NUMBER}(?! ?(?:%|per ?cent)|/)")
_FLOOR = re.compile(rf"{_AT_LEAST} {_NUMBER}(?! (?:from|of)\b)")
_GREATER = re.compile(r"^(.*?),? or (.*?),? whichever is (?:the )?(?:greater|greatest|higher|larger|more)\b.*$")
_FILLED = re.compile(r"\bin (?:post|office|place)\b|\b(?:excluding|not counting|ignoring) (?:any )?vacanc|\bfilled\b")
_OPENING = re.compile(rf"^(?:the )?quorum\b(?:[^0-9:]*?\b(?:is|are|be|of)\b|:)? *|^{_AT_LEAST} ")
_OF_WHOM = re.compile(
    rf"[,;(]? *(?:and )?((?:{_AT_LEAST} )?{_NUMBER}) of (?:whom|them|which|these)"
    rf"(?: (?:must|shall|should|is to|are to)(?: be)?| (?:is|are|being))?(?= )"
)
_ONE_FROM = re.compile(
    rf"[,;(] *(?:with )?(?=(?:{_AT_LEAST} )?{_NUMBER}(?: members?| representatives?)? (?:from|of the) )"
)
_INCLUDING = re.compile(r"[,;:(\s]*\b(?:of (?:which|whom)|(?:to |must |and )?includ(?:ing|e)|with)\b:? *")
_BETWEEN = re.compile(r"\s*(?:,\s*and|[,;&]|\band\b)\s*")
_PART = re.compile(rf"^(?:{_AT_LEAST} )?{_NUMBER} (.+)$")
_NOUN = re.compile(r"\s*\b(?:members?|representatives?|persons?|people|governors?)\b")
_BEING = re.compile(r"^(?:(?:must|shall|should) be|is|are|being) (?:an? )?")
_FROM = re.compile(r"^(?:members? |representatives? )?(?:from|of) (?:the |an? )?")
_OFFICE = re.compile(r"\b(?:the|either|its|a)\b")
_EACH = re.compile(r"\b(?:each|every|both|any)\b")
_ABBREVIATIONS = ("nhs", "ccg", "icb")
COUNCILLORS = ("councillor", "cllr", "elected member", "council member")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of those present must be of one kind: `1 NHS`, `1 chair or vice-chair`."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Quorum:
    """What a meeting needs. words: as the agenda has it; number, or share (over, under) of all members; majority: more than

    half of them; filled: of those only whose seat isn't vacant; least: in any case; parts: so many of a kind; unread: words
    that aren't understood. Neither number, share nor majority: nothing is.
    """

    words: str
    number: int | None = None
    share: tuple[int, int] | None = None
    majority: bool = False
    filled: bool = False
    least: int = 0
    parts: tuple[Part, ...] = ()
    unread: tuple[str, ...] = ()

    def needed(self, members: int, vacant: int = 0) -> int | None:
        """How many of so many seats, a broken number rounded up; None where the words aren't understood.

        vacant: how many of the seats nobody holds.
        """
        if self.number is not None:
            return max(self.number, self.least)
        counted = members - vacant if self.filled else members
        if self.majority:
            return max(counted // 2 + 1, self.least)
        if self.share is None:
            return None
        over, under = self.share
        return max(-(-counted * over // under), self.least)


@lru_cache(maxsize=256)
def read_quorum(text: str) -> Quorum:
    """From `6`, `three members`, `one third`, `1/4`, `a quarter, but not less than three`, `7, of which 1 councillor`."""
    words = clean_line(text)
    main, rest = _parted(words.lower().strip(" .,"))
    parts, unread = _parts(rest)
    main, other = _alternatives(_opened(main))
    floor = _FLOOR.search(main)
    least = max(_value(floor[1]) if floor else 0, other)
    filled = _FILLED.search(main) is not None
    if _MAJORITY.match(main):
        return Quorum(words, majority=True, filled=filled, least=least, parts=parts, unread=unread)
    if (found := _SHARE.match(main)) and (share := _share(found)):
        return Quorum(words, share=share, filled=filled, least=least, parts=parts, unread=unread)
    if (count := _COUNT.match(main)) and _value(count[1]):
        return Quorum(words, number=_value(count[1]), least=least, parts=parts, unread=unread)
    return Quorum(words, unread=(words,) if words else ())


def _parted(words: str) -> tuple[str, str]:
    """How many there must be, and who among them: `7`, `1 councillor and 1 nhs member`."""
    if found := _OF_WHOM.search(words):
        return words[: found.start()], f"{found[1]}{words[found.end() :]}"
    both = [found for found in (_INCLUDING.search(words), _ONE_FROM.search(words)) if found is not None]
    first = min(both, key=lambda found: found.start(), default=None)
    return (words[: first.start()], words[first.end() :]) if first else (words, "")


def _opened(main: str) -> str:
    """Without `the quorum is at least` before it."""
    before = ""
    while before != main:
        before, main = main, _OPENING.sub("", main.strip(" .,"), count=1)
    return main


def _alternatives(main: str) -> tuple[str, int]:
    """Of `one third or 3, whichever is the greater` the share, and the figure it is never below."""
    found = _GREATER.match(main)
    if found is None:
        return main, 0
    one, other = found[1], found[2]
    if not (_SHARE.match(one) or _MAJORITY.match(one)):
        one, other = other, one
    figure = _COUNT.match(_opened(other))
    return one, _value(figure[1]) if figure else 0


def _share(found: re.Match[str]) -> tuple[int, int] | None:
    if found[1]:
        return _SHARES[found[1].replace("-", " ")]
    over, under = (int(found[4]), 100) if found[4] else (int(found[2]), int(found[3]))
    return (over, under) if 0 < over <= under else None


def _value(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return int(word) if word.isdigit() else _NUMBERS[word.replace(" ", "-")]


def _parts(rest: str) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Who there must be among them, and the words that don't tell."""
    parts: list[Part] = []
    unread: list[str] = []
    for piece in _BETWEEN.split(rest.strip(" .()")):
        part = _part(piece.strip(" .()"))
        if part is not None:
            parts.append(part)
        elif piece.strip(" .()"):
            unread.append(piece.strip(" .()"))
    return tuple(parts), tuple(unread)


def _part(piece: str) -> Part | None:
    if office := _offices(piece):
        return Part(1, office)
    found = _PART.match(piece)
    if found is None:
        return None
    kind = _FROM.sub("", _BEING.sub("", found[2]))
    if _EACH.search(kind):
        return None
    if not any(word in kind for word in COUNCILLORS):
        kind = _NOUN.sub("", kind).strip(" .,") or kind
    return Part(_value(found[1]), kind.upper() if kind in _ABBREVIATIONS else kind)


def _offices(words: str) -> str:
    """`chair or vice-chair` of `either the Chair or the Vice-Chair`; '' where other words are among them."""
    named = [" ".join(_OFFICE.sub("", one).split()) for one in words.split(" or ")]
    return " or ".join(named) if all(one in CHAIR_OFFICES | DEPUTY_OFFICES for one in named) else ""


def hold_one_of(role: str, offices: str) -> bool:
    """Is this an office that these words ask for, under any of its names: Chairman for `chair or vice-chair`?"""
    held = role.lower()
    families = (family for one in offices.split(" or ") for family in (CHAIR_OFFICES, DEPUTY_OFFICES) if one in family)
    return any(held in family for family in families)
