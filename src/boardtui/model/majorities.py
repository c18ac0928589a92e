"""What majority a vote needs, from the words for it to a figure: two thirds, a majority of all the members, 31.

A question is decided by more than half of those present and voting (Local Government Act 1972, Schedule 12, paragraph 39).
Statutes and standing orders ask for more here and there: two thirds of the members voting to make an honorary alderman (the
Act, s.249), two thirds of those present to suspend a standing order, a majority of the whole membership to remove a chair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_NUMBER = re.compile(r"(\d{1,9})(?: votes?| members?| in favour| for)?")
_SHARES = {
    "two thirds": (2, 3), "three quarters": (3, 4), "three fifths": (3, 5), "four fifths": (4, 5), "half": (1, 2),
}  # fmt: skip
_SHARE = re.compile(r"(two thirds|three quarters|three fifths|four fifths|half)|(\d)/(\d)|(\d{1,3}) ?(?:%|per ?cent)")
_MORE = re.compile(r"(?:simple |clear |absolute |overall )?majority|more than (?:a |one )?half")
_ALL = re.compile(r"unanimity|unanimous(?:ly| vote)?|all|everybody|everyone")
_FILLING = re.compile(
    r"^(?:at least |not (?:less|fewer) than |no (?:less|fewer) than |a minimum of |(?:a )?majority of (?=\D*third|\D*quarter"
    r"|\d)|an? |the )*"
)
_CAST = re.compile(r"cast|voting|votes?\b")
_HERE = re.compile(r"\bpresent\b|\bin the room\b|\bhere\b")
_MEMBERS = re.compile(r"\bmember|\bwhole\b|\bcouncil\b|\bboard\b|\bcommittee\b|\bgovern|\bentire\b|\btotal\b")


class Among(StrEnum):
    """Of whom a share is reckoned. Whoever abstains is here, and is a member, and casts no vote."""

    CAST = "cast"
    HERE = "here"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Majority:
    """A majority that can be counted: a number of votes, or a share (over, under); above: more than that share of them."""

    number: int | None = None
    share: tuple[int, int] = (1, 1)
    above: bool = False
    among: Among = Among.CAST

    def needed(self, *, cast: int, here: int, members: int) -> int | None:
        """How many votes for. None where those whom it is a share of aren't known.

        cast: votes for and against; here: those who were here and entitled to vote; members: the whole number of them.
        """
        if self.number is not None:
            return self.number
        whole = {Among.CAST: cast, Among.HERE: here, Among.MEMBERS: members}[self.among]
        if self.among is not Among.CAST and not whole:
            return None
        over, under = self.share
        return whole * over // under + 1 if self.above else -(-whole * over // under)


def read_majority(words: str) -> Majority | None:
    """From `two thirds`, `2/3 of those present`, `a majority of all the members`, `31`, `unanimity`; None for other words."""
    said = _FILLING.sub("", words.lower().replace("-", " ").strip(" ."), count=1)
    if found := _NUMBER.fullmatch(said):
        return Majority(number=int(found[1]))
    if found := _SHARE.match(said):
        share = _share(found)
        among = _among(said[found.end() :])
        return Majority(share=share, among=among) if share is not None and among is not None else None
    for pattern, above in ((_MORE, True), (_ALL, False)):
        if found := pattern.match(said):
            among = _among(said[found.end() :])
            if above and "absolute" in found[0] and among is Among.CAST:
                among = Among.MEMBERS
            return Majority(share=(1, 2) if above else (1, 1), above=above, among=among) if among is not None else None
    return None


def _share(found: re.Match[str]) -> tuple[int, int] | None:
    if found[1]:
        return _SHARES[found[1]]
    over, under = (int(found[4]), 100) if found[4] else (int(found[2]), int(found[3]))
    return (over, under) if 0 < over <= under else None


def _among(rest: str) -> Among | None:
    """Of whom, by the words that follow: `of those voting`, `of the members present`, `of all members`; else the votes cast.

    None for words that say neither.
    """
    rest = re.sub(r"^(?: majority| vote| in favour)+", "", rest).strip()
    if not rest or _CAST.search(rest):
        return Among.CAST
    if _HERE.search(rest):
        return Among.HERE
    return Among.MEMBERS if _MEMBERS.search(rest) else None
