"""Salvage: what is undamaged in a damaged book, taken over into a new one, and what is missing put on record there.

Each act taken over keeps its number, its words, its token, and who filed it when. What is lost keeps its number without
words, and an act at the end says so: who salvaged the book, when, and what is missing. Until the first gap the new chain is
the old one.
"""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from boardtui.book import commits, drafts, erasing, filing, schema, witness
from boardtui.book.backup import End, back_up, remove
from boardtui.book.chain import BEFORE_ALL, Column, digest, fresh_salt, link
from boardtui.book.connection import Connection, connect, write
from boardtui.book.trouble import sentences
from boardtui.book.wreck import Act, Gap, Wreck, explore, gaps
from boardtui.errors import BookError, InputError

_NOTHING = digest("", "")
"""The digest of an act of which nothing is known."""
_REASON = "lost with a damaged book"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it. acts: how many were taken over with their words; erased: how many had been erased before; wordless:

    the numbers of those of which only who and when is left; gaps: those of which nothing is; unproven: the numbers of those
    whose words are proven, but not who filed them and when; drafts: how many; end: of the new book's chain.
    """

    book: Path
    acts: int
    erased: int
    wordless: tuple[int, ...]
    gaps: tuple[Gap, ...]
    unproven: tuple[int, ...]
    drafts: int
    end: End

    @property
    def lost(self) -> int:
        """Of how many acts the words are lost."""
        return len(self.wordless) + sum(len(gap.seqs) for gap in self.gaps)


def salvage(damaged: Path, new: Path, *, holder: str, moment: datetime) -> Salvaged:
    """Take what is undamaged in one book over into a new one. The damaged one isn't touched.

    holder: who does it; moment: now, with its zone. Raises InputError if something stands at `new`, BookError where the
    damaged book is open, can't be read or holds no act that proves itself.
    """
    damaged, new = damaged.absolute(), new.absolute()
    if os.path.lexists(new):
        raise InputError(f"There is something at {new} already.", "Name another place for the new book.")
    wreck = explore(damaged, holder, moment)
    if not wreck.acts:
        raise BookError(f"No act in {damaged} proves itself.", "Look for a copy with: boardtui backup --list")
    made = new.with_name(f".{new.name}.salvage")
    with sentences(new):
        remove(made)
        try:
            schema.create(made)
            return _taken_over(wreck, made, new, damaged.name, holder, moment)
        finally:
            remove(made)
            witness.place(made).unlink(missing_ok=True)


def _taken_over(wreck: Wreck, made: Path, new: Path, source: str, holder: str, moment: datetime) -> Salvaged:
    missing = gaps(wreck)
    raw = connect(made)
    try:
        with write(raw):
            writer = _Writer(
                raw, moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"), holder
            )
            writer.write_acts(wreck, missing)
            writer.say_so(source)
            for draft in wreck.drafts:
                drafts.keep(raw, draft)
        commits.catch_up(raw)
        end = back_up(raw, new)
    finally:
        raw.close()
    acts = wreck.acts
    return Salvaged(
        new,
        acts=sum(act.words is not None for act in acts.values()),
        erased=sum(act.words is None and act.erased_by > 0 for act in acts.values()),
        wordless=tuple(seq for seq, act in acts.items() if act.words is None and not act.erased_by),
        gaps=tuple(missing),
        unproven=tuple(seq for seq, act in acts.items() if not act.placed),
        drafts=len(wreck.drafts),
        end=end,
    )


class _Writer:
    """Writes the new book's acts, in their order, with a chain of its own over them."""

    def __init__(self, raw: Connection, wall: str, actor: str) -> None:
        self._raw, self._wall, self._actor = raw, wall, actor
        self._seq, self._head = 0, BEFORE_ALL
        self._tokens: set[str] = set()
        self._erasures: list[tuple[int, int]] = []
        self._targets: dict[str, list[int]] = {}
        self._unproven: dict[str, list[int]] = {}
        self._last_meeting = ""

    def write_acts(self, wreck: Wreck, missing: list[Gap]) -> None:
        """Every act there was: taken over, or without words."""
        gap_of = {seq: gap for gap in missing for seq in gap.seqs}
        for seq in range(1, wreck.last + 1):
            if seq in wreck.acts:
                self._take_over(seq, wreck.acts[seq])
            else:
                self._note_lost(seq, gap_of[seq].meeting)

    def _take_over(self, seq: int, act: Act) -> None:
        self._last_meeting = act.meeting
        if not act.placed:
            self._unproven.setdefault(act.meeting, []).append(seq)
        if act.words is None:
            self._put(list(act.row.particulars), None, None, act.row.stands_for_it, act.row.token)
            self._note_erased(seq, act.meeting, act.erased_by)
            return
        salt = act.row.salt or fresh_salt()
        self._put(list(act.row.particulars), act.words, salt, digest(salt, act.words), act.row.token)

    def _note_lost(self, seq: int, meeting: str) -> None:
        """An act of which nothing is left: restricted, because it may have been."""
        self._put([seq, meeting, self._wall, None, self._actor, "lost", "", 1], None, None, _NOTHING, "")
        self._note_erased(seq, meeting, 0)

    def _note_erased(self, seq: int, meeting: str, by: int) -> None:
        if by:
            self._erasures.append((seq, by))
        else:
            self._targets.setdefault(meeting, []).append(seq)

    def _put(
        self, particulars: list[Column], words: str | None, salt: str | None, stands_for_it: str, token: str
    ) -> None:
        self._head = link(self._head, [*particulars, stands_for_it])
        self._seq += 1
        known = token and token not in self._tokens
        self._tokens.add(own := token if known else uuid.uuid4().hex)
        self._raw.execute(filing.INSERT, [*particulars, words, salt, stands_for_it, self._head, own])

    def say_so(self, source: str) -> None:
        """File an act in every meeting that lost something, or else in the last, and note which acts lost their words."""
        from boardtui.model.acts.base import Filed
        from boardtui.model.acts.corrections import Salvage

        for meeting in dict.fromkeys([*self._targets, *self._unproven]) or [self._last_meeting]:
            targets = tuple(self._targets.get(meeting, ()))
            act = Salvage(targets=targets, unproven=tuple(self._unproven.get(meeting, ())), source=source)
            self._seq += 1
            token = uuid.uuid4().hex
            filed = Filed(self._seq, meeting, self._wall, None, self._actor, "", False, act, token)
            self._head = filing.append(self._raw, self._head, filed)
            self._erasures += [(target, self._seq) for target in targets]
        for erased, by in self._erasures:
            wall, actor = self._raw.execute("SELECT wall, actor FROM act WHERE seq = ?", [by]).fetchone()
            self._raw.execute(erasing.NOTE, [erased, by, wall, actor, _REASON])
