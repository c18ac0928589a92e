"""A damaged book, and what is left in it: its acts, as far as they are proven, its drafts, and what is missing.

The book is only read, byte by byte. SQLite doesn't see it, because it would give up at the first damaged page, and might mend
what it takes for a log.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from boardtui.book import pages, proof, witness
from boardtui.book.connection import account, is_open_here
from boardtui.book.drafts import Draft
from boardtui.book.guards import ERASING
from boardtui.book.lease import Lease
from boardtui.book.trouble import sentences
from boardtui.errors import BookError

_DRAFT = pages.Shape("text text text int text64 text")
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the damaged book. words: None where they are gone; erased_by: the act by which they were erased, 0 where

    they were lost; placed: it is proven who filed it, and when.
    """

    row: proof.Candidate
    words: str | None
    erased_by: int
    placed: bool

    @property
    def meeting(self) -> str:
        """The name of its meeting."""
        return str(self.row.particulars[1])

    @property
    def wall(self) -> str:
        """When it was filed, UTC, ISO 8601."""
        return str(self.row.particulars[2])

    @property
    def kind(self) -> str:
        """What kind of act it is."""
        return str(self.row.particulars[5])


@dataclass(frozen=True, slots=True)
class Wreck:
    """What a damaged book still holds. acts: by number; last: the number of the last act there was; drafts: sound ones."""

    acts: dict[int, Act]
    last: int
    drafts: list[Draft]


@dataclass(frozen=True, slots=True)
class Gap:
    """Acts that follow each other and are lost. meeting: theirs, as far as can be told; after, before: when the acts on

    both sides of them were filed, UTC, ISO 8601, '' where there is none.
    """

    first: int
    last: int
    meeting: str
    after: str
    before: str

    @property
    def seqs(self) -> range:
        """Their numbers."""
        return range(self.first, self.last + 1)


def explore(book: Path, holder: str, moment: datetime) -> Wreck:
    """Read what a damaged book still holds, which nobody may be minuting in.

    holder, moment: who does it, and when, for others to read meanwhile. Raises BookError where it is open or can't be read.
    """
    if not os.path.lexists(book):
        raise BookError(f"There is no book at {book}.", "Name the damaged one, as in: boardtui --book FILE salvage NEW")
    if not book.is_file() or book.is_symlink():
        raise BookError(f"{book} isn't a file.", "Name the damaged book itself.")
    lease = Lease.take(book, holder, moment)
    try:
        with sentences(book), account:
            if is_open_here(book):
                raise BookError(f"{book} is open here.", "Close it first.")
            file, log = _bytes(book), _bytes(Path(f"{book}-wal"))
            seen = witness.seen(book) or (0, "")
    finally:
        lease.release()
    return read(file, log, seen)


def read(file: bytes, log: bytes, seen: tuple[int, str]) -> Wreck:
    """What a book's file and its log hold. seen: number and hash of the last act its witness saw, (0, "") if there is none."""
    best: dict[int, proof.Proven] = {}
    drafts: list[Draft] = []
    for cut in pages.read(file, log):
        proven = _proven(cut, seen, first_form=False) or _proven(cut, seen, first_form=True)
        if len(proven) > len(best):
            best, drafts = proven, list(_drafts(cut))
    acts = _acts(best)
    return Wreck(acts, max(seen[0], *acts, 0), [draft for draft in drafts if draft.meeting in _meetings(acts)])


def _proven(cut: pages.Pages, seen: tuple[int, str], *, first_form: bool) -> dict[int, proof.Proven]:
    shape = proof.FIRST_ACT if first_form else proof.ACT
    found = proof.candidates(cut.rows(shape), first_form=first_form)
    return proof.prove(found, proof.hashes_in(cut.with_mark(shape)), seen) if found else {}


def runs(seqs: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last number of those that follow each other. seqs: numbers of acts, in order."""
    several = ([seq for _, seq in run] for _, run in groupby(enumerate(seqs), lambda pair: pair[1] - pair[0]))
    return [(run[0], run[-1]) for run in several]


def gaps(wreck: Wreck) -> list[Gap]:
    """The acts of which nothing is left, those together that follow each other."""
    missing = [seq for seq in range(1, wreck.last + 1) if seq not in wreck.acts]
    return [_gap(wreck, first, last) for first, last in runs(missing)]


def _gap(wreck: Wreck, first: int, last: int) -> Gap:
    """Whose acts they were: those of the meeting before, unless the one behind them lacks its beginning."""
    before, behind = wreck.acts.get(first - 1), wreck.acts.get(last + 1)
    one = before or behind
    if behind is not None and behind.kind != "summons" and _begins_with(wreck, last + 1):
        one = behind
    return Gap(first, last, one.meeting if one else "", before.wall if before else "", behind.wall if behind else "")


def _begins_with(wreck: Wreck, seq: int) -> bool:
    """Is that act the first that is left of its meeting?"""
    return not any(act.meeting == wreck.acts[seq].meeting for number, act in wreck.acts.items() if number < seq)


def _bytes(path: Path) -> bytes:
    """A file's bytes, noughts where the disk can't read them; nothing for a file that isn't there. Raises OSError."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return b""
    try:
        out = bytearray(os.fstat(handle).st_size)
        for place in range(0, len(out), _CHUNK):
            with suppress(OSError):
                data = os.pread(handle, _CHUNK, place)
                out[place : place + len(data)] = data
    finally:
        os.close(handle)
    return bytes(out)


def _drafts(cut: pages.Pages) -> Iterator[Draft]:
    """What was being typed, as far as its checksum proves it, the newest of each place."""
    newest: dict[tuple[str, str], Draft] = {}
    for row in cut.rows(_DRAFT, newest=True):
        meeting, place, text, caret, checksum, wall = row.values
        draft = Draft(str(meeting), str(place), str(text), int(caret) if isinstance(caret, int) else 0, str(wall))
        key = draft.meeting, draft.place
        if draft.checksum == checksum and (key not in newest or newest[key].wall < draft.wall):
            newest[key] = draft
    yield from newest.values()


def _acts(proven: dict[int, proof.Proven]) -> dict[int, Act]:
    erased = _erased(proven)
    known = {str(one.row.particulars[1]) for one in proven.values() if one.placed}
    acts: dict[int, Act] = {}
    for seq, one in proven.items():
        words = one.row.words if seq not in erased else None
        act = Act(one.row, words, erased.get(seq, 0), one.placed)
        unknown = not one.placed and (act.meeting not in known or not _is_a_kind(act.kind))
        if unknown or (words is None and act.kind in ERASING):
            continue  # of no use: nothing can be made of it, or of what it erased
        acts[seq] = act
    return acts


def _erased(proven: dict[int, proof.Proven]) -> dict[int, int]:
    """Which acts were erased, and by which one: what is found of their words, in an older version of a page, stays gone."""
    from boardtui.model.acts.base import act_class
    from boardtui.model.erasing import NEVER_ERASED

    erased: dict[int, int] = {}
    for seq, one in proven.items():
        if one.row.words is None or one.row.particulars[5] not in ERASING:
            continue
        for target in json.loads(one.row.words).get("targets", ()):
            hit = proven.get(target)
            if hit is None or target >= seq:
                continue
            if hit.row.bare or not issubclass(act_class(str(hit.row.particulars[5])), NEVER_ERASED):
                erased[target] = seq
    return erased


def _is_a_kind(kind: str) -> bool:
    from boardtui.model.acts import act_classes

    return kind in act_classes()


def _meetings(acts: dict[int, Act]) -> set[str]:
    return {act.meeting for act in acts.values()}
