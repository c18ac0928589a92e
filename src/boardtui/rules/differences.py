"""What changed between two wordings, word by word: of a motion before and after it was amended."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(r"[£$€]?\w+(?:[-'’.,]\w+)*\s*|[^\w\s]\s*|^\s+")


class Change(Enum):
    """What became of some words."""

    KEPT = auto()
    NEW = auto()
    GONE = auto()


_SIGNS = {Change.NEW: "[+ {}]", Change.GONE: "[− {}]"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with the space behind them, and what became of them."""

    text: str
    change: Change


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The later wording in pieces, kept and new, with the words that are gone where they stood; what is gone comes first.

    Kept and new words together are the later wording, letter for letter; kept and gone ones the earlier, but for its spaces.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = difflib.SequenceMatcher(None, _stripped(old), _stripped(new), autojunk=False)
    return tuple(_pieces(old, new, matcher))


def _stripped(tokens: list[str]) -> list[str]:
    return [token.rstrip() for token in tokens]


def _pieces(old: list[str], new: list[str], matcher: difflib.SequenceMatcher[str]) -> Iterator[Piece]:
    spaced = True  # does what stands before end with a space, or with nothing?
    for kind, start, end, later, later_end in matcher.get_opcodes():
        gone, come = "".join(old[start:end]), "".join(new[later:later_end])
        if kind != "equal" and gone:
            apart = spaced or old[start - 1] == old[start - 1].rstrip()
            yield Piece(gone if apart else f" {gone}", Change.GONE)
        if come:
            yield Piece(come, Change.KEPT if kind == "equal" else Change.NEW)
            spaced = come != come.rstrip()


def has_changed(pieces: tuple[Piece, ...]) -> bool:
    """Did anything?"""
    return any(piece.change is not Change.KEPT and piece.text.strip() for piece in pieces)


def signed(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with what changed told by signs, `[+ so]` for new and `[− so]` for gone words, the spaces outside of them."""
    found: list[Piece] = []
    for piece in (part for one in pieces for part in _signed(one)):
        if found and found[-1].text.endswith("]") and (piece.text[0] == "[" or piece.text[0].isalnum()):
            found.append(Piece(" ", Change.KEPT))  # else what follows would be read as one with it
        found.append(piece)
    return tuple(found)


def _signed(piece: Piece) -> Iterator[Piece]:
    words = piece.text.strip()
    if not words or piece.change is Change.KEPT:
        yield Piece(piece.text, Change.KEPT)
        return
    at = piece.text.index(words)
    sign = Piece(_SIGNS[piece.change].format(words), piece.change)
    parts = (Piece(piece.text[:at], Change.KEPT), sign, Piece(piece.text[at + len(words) :], Change.KEPT))
    yield from (part for part in parts if part.text)
