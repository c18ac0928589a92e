"""Which of the rows found in a damaged book are its acts, as they were recorded: the chain and the digests tell.

A hash over an act and the hash before it can't fit by chance. So a row whose hash fits is an act, in its place, as it was
filed, wherever in the file the hash before it was found; and words whose salted digest fits are the words that were said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from boardtui.book.chain import BEFORE_ALL, Column, digest, link
from boardtui.book.pages import Row, Shape, Value

ACT = Shape("null text text text? text text text int text? text? text64 text64 text")
FIRST_ACT = Shape("null text text text? text text text int text text64 text")
"""How a row of an act looks in the book's second form and in its first."""

_HASH = re.compile(r"[0-9a-f]{64}")
_RUN = re.compile(rb"[0-9a-f]{64,}")
_IN_A_RUN = (0, 64, 96, -64, -96)
"""Where in a run of digits a hash may stand: salt, digest, hash and token follow each other in a row."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be an act. particulars: seq to restricted; stands_for_it: the digest of its words, in the first form

    of the book the words; words: None where they are gone or don't fit.
    """

    particulars: tuple[Column, ...]
    stands_for_it: str
    words: str | None
    salt: str | None
    hash: str
    token: str
    bare: bool = False

    @property
    def seq(self) -> int:
        """Its number."""
        return int(self.particulars[0] or 0)

    def after(self, previous: str) -> str:
        """Its hash, if that is the hash before it; '' if that is none, as a damaged one may be."""
        return link(previous, [*self.particulars, self.stands_for_it]) if _HASH.fullmatch(previous) else ""


@dataclass(frozen=True, slots=True)
class Proven:
    """An act of the damaged book. placed: the chain proves who filed it, when and where it stands, not only its words."""

    row: Candidate
    placed: bool


def candidates(rows: Iterable[Row], *, first_form: bool) -> dict[int, list[Candidate]]:
    """Rows that may be acts, by number, those found first before the others."""
    found: dict[int, list[Candidate]] = {}
    for row in rows:
        one = _of_first_form(row) if first_form else _of_second_form(row)
        if one is not None and one not in found.setdefault(one.seq, []):
            found[one.seq].append(one)
    return found


def _of_second_form(row: Row) -> Candidate | None:
    *particulars, payload, salt, stands_for_it, own, token = row.values[1:]
    columns = _clean((row.number, *particulars, stands_for_it, own, token))
    if columns is None:
        return None
    fits = isinstance(payload, str) and isinstance(salt, str) and digest(salt, payload) == stands_for_it
    return Candidate(
        columns[:-3], str(stands_for_it), str(payload) if fits else None, str(salt) if fits else None, str(own), str(token),
        bare=payload is None and salt is None,
    )  # fmt: skip


def _of_first_form(row: Row) -> Candidate | None:
    columns = _clean((row.number, *row.values[1:]))
    if columns is None:
        return None
    *particulars, payload, own, token = columns
    return Candidate(tuple(particulars), str(payload), str(payload), None, str(own), str(token))


def _clean(values: Iterable[Value]) -> tuple[Column, ...] | None:
    """The same, if all of it is text, numbers or nothing. Text that isn't UTF-8 comes as bytes."""
    columns = tuple(value for value in values if not isinstance(value, bytes | float))
    return columns if len(columns) == len(tuple(values)) else None


def hashes_in(pages: Iterable[bytes]) -> frozenset[str]:
    """Whatever may be a hash, wherever it stands: also in what is left of a row that is not one any more."""
    runs = (found[0].decode() for page in pages for found in _RUN.finditer(page))
    return frozenset(run[place:][:64] for run in runs for place in _IN_A_RUN if len(run[place:]) >= 64)


def prove(found: dict[int, list[Candidate]], hashes: frozenset[str], witnessed: tuple[int, str]) -> dict[int, Proven]:
    """The acts among the rows, by number.

    hashes: see `hashes_in`; witnessed: number and hash of the last act that the book's witness saw, (0, "") if there is none.
    """
    proven: dict[int, Proven] = {}
    before: dict[int, set[str]] = {0: {BEFORE_ALL}}
    for seq in sorted(found):
        rows, near = found[seq], before.get(seq - 1, set())
        proof = _placed(rows, found, near, witnessed) or _placed(rows, found, hashes, witnessed)
        if proof is None and not _is_known_before(seq, proven):
            proof = _spoken(rows, found)
        if proof is not None:
            proven[seq] = proof
        before[seq] = {row.hash for row in rows} | {row.after(one) for row in rows for one in near}
    last = max((seq for seq, one in proven.items() if one.placed or _leads_on(one.row, found)), default=0)
    return {seq: one for seq, one in proven.items() if seq <= max(last, witnessed[0])}


def _is_known_before(seq: int, proven: dict[int, Proven]) -> bool:
    """Is the hash before that act known? Then an act that doesn't fit isn't as it was recorded."""
    return seq == 1 or (seq - 1 in proven and proven[seq - 1].placed)


def _placed(
    rows: list[Candidate], found: dict[int, list[Candidate]], previous: Iterable[str], witnessed: tuple[int, str]
) -> Proven | None:
    """The row that is the act, if one of these hashes stood before it."""
    fitting = [(row, own) for row in rows for one in previous if _fits(row, own := row.after(one), found, witnessed)]
    # The same act may be found before and after its words were erased, and what was found first is newer. But an act that
    # the next one or the witness knows comes before one of a commit that failed.
    known = [row for row, own in fitting if (row.seq, own) == witnessed or _is_followed(row.seq, own, found)]
    best = known or [row for row, _ in fitting]
    return Proven(_with_words(best), True) if best else None


def _with_words(rows: list[Candidate]) -> Candidate:
    """The newest, unless only its words are damaged there and not in an older version of its page."""
    whole = [row for row in rows if row.words is not None or row.bare]
    return (whole or rows)[0]


def _fits(row: Candidate, own: str, found: dict[int, list[Candidate]], witnessed: tuple[int, str]) -> bool:
    """Is that its hash: by its row, by the act behind it, or by the witness? Its row may be damaged just there."""
    return own == row.hash or (row.seq, own) == witnessed or _is_followed(row.seq, own, found)


def _is_followed(seq: int, own: str, found: dict[int, list[Candidate]]) -> bool:
    return any(row.after(own) == row.hash for row in found.get(seq + 1, ()))


def _leads_on(row: Candidate, found: dict[int, list[Candidate]]) -> bool:
    return _is_followed(row.seq, row.hash, found)


def _spoken(rows: list[Candidate], found: dict[int, list[Candidate]]) -> Proven | None:
    """A row whose words are proven, although nothing is left of the act before it that could prove the rest."""
    spoken = [row for row in rows if row.words is not None and row.salt is not None]
    return Proven(next((row for row in spoken if _leads_on(row, found)), spoken[0]), False) if spoken else None
