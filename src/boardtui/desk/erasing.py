"""Erasing words that must not be kept at all: what would go with them is shown first, and at last it is looked whether they

are gone. What the minutes say can be corrected at any time; this is for what the book itself must not hold.
"""

from __future__ import annotations

import datetime as dt
import difflib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from boardtui.book import Book, Filing, erasing, leftovers
from boardtui.desk.desk import Desk
from boardtui.errors import InputError
from boardtui.minutes.compose import compose
from boardtui.minutes.house import House
from boardtui.minutes.writers import writer
from boardtui.model.acts import Filed, corrections, meeting, text
from boardtui.model.acts.corrections import Erase, Erased
from boardtui.model.erasing import NEVER_ERASED
from boardtui.model.record import Record
from boardtui.model.replay import replay

_QUOTED = 16
"""Characters of the same text in a row by which another act is taken to quote an erased one."""
_HINT = "boardtui history lists the acts with their numbers."


@dataclass(frozen=True, slots=True)
class Consequences:
    """What erasing would do. acts: those whose words would go, in order; asked: the seqs of those that were named; again:

    those named that were erased before; goes, comes: lines of the draft minutes, restricted ones included; quoting: acts
    that seem to say the same words and would stay.
    """

    acts: tuple[Filed, ...]
    asked: tuple[int, ...]
    again: tuple[Filed, ...]
    goes: tuple[str, ...]
    comes: tuple[str, ...]
    quoting: tuple[Filed, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What was done. by: the seq of the act that says so, None where all had been erased before; swept: what was found when

    it was looked for the words; cleared: what became of the copies.
    """

    by: int | None
    swept: erasing.Swept
    cleared: leftovers.Cleared


def consequences(record: Record, house: House, seqs: Iterable[int]) -> Consequences:
    """What erasing these acts would do; nothing is changed.

    With an act go the corrections that hold words for it (edits and substitutions) and what made a jot of it a point.
    Raises InputError for an act that isn't there or can't be erased.
    """
    asked = tuple(dict.fromkeys(seqs))
    named = [_named(record, seq) for seq in asked]
    again = tuple(filed for filed in named if isinstance(filed.act, Erased))
    doomed = _with_its_corrections(record.filed, {filed.seq for filed in named} - {filed.seq for filed in again})
    acts = tuple(filed for filed in record.filed if filed.seq in doomed)
    goes, comes = _lines_changed(record, house, acts)
    return Consequences(acts, asked, again, goes, comes, tuple(_quoting(record.filed, acts)))


def _named(record: Record, seq: int) -> Filed:
    filed = next((one for one in record.filed if one.seq == seq), None)
    if filed is None:
        raise InputError(f"There is no act {seq} in this meeting.", _HINT)
    if isinstance(filed.act, NEVER_ERASED):
        raise InputError(f"Act {seq} ({filed.act.kind}) can't be erased: {_why_not(filed)}", _instead(filed))
    return filed


def _why_not(filed: Filed) -> str:
    if isinstance(filed.act, Erase | corrections.Salvage):
        return "it says what is missing."
    if isinstance(filed.act, corrections.Correction):
        return "it holds no words, and what it took back would stand again."
    if isinstance(filed.act, text.OpenItem | text.AddItem | text.UrgentItem):
        return "what was said after it would stand under another item."
    if isinstance(filed.act, meeting.Exclude | meeting.Readmit | meeting.Restricted | meeting.Release):
        return "what must not go out hangs on it."
    return "without it there would be no meeting."


def _instead(filed: Filed) -> str:
    if isinstance(filed.act, text.AddItem | text.UrgentItem):
        return "/heading gives the minute another heading."
    return _HINT


def _with_its_corrections(filed: Sequence[Filed], named: set[int]) -> set[int]:
    """The acts named, and those later ones that are nothing without them or hold their words."""
    doomed = set(named)
    for one in filed:
        about = getattr(one.act, "target", None)
        if about in doomed and isinstance(one.act, corrections.Edit | corrections.Substitution | text.Promote):
            doomed.add(one.seq)
    return doomed


def _lines_changed(record: Record, house: House, acts: Sequence[Filed]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the draft minutes that would go, and those that would come in their place."""
    if not acts:
        return (), ()
    trial = replace(record.filed[-1], seq=record.last_seq + 1, act=_erase(acts, "trial"))
    before, after = (_lines(one, house) for one in (record, replay([*record.filed, trial])))
    found = [line for line in difflib.ndiff(before, after) if line[2:].strip()]
    goes, comes = (tuple(line[2:] for line in found if line.startswith(mark)) for mark in ("- ", "+ "))
    return goes, comes


def _erase(acts: Sequence[Filed], reason: str) -> Erase:
    return Erase(targets=tuple(one.seq for one in acts), reason=reason)


def _lines(record: Record, house: House) -> list[str]:
    return writer("txt")(compose(record, house)).decode().splitlines()


def _quoting(filed: Sequence[Filed], acts: Sequence[Filed]) -> Iterable[Filed]:
    """The other acts that seem to say the same, or that replaced words in all of an item where one of these stood."""
    doomed = {one.seq for one in acts}
    said = [text for one in acts for text in _texts(one)]
    for one in filed:
        if one.seq in doomed or isinstance(one.act, Erased | Erase):
            continue
        theirs = _texts(one)
        if any(_overlap(mine, other) for mine in said for other in theirs) or _reworded(one, acts):
            yield one


def _texts(filed: Filed) -> list[str]:
    """The passages of an act that are long enough to be told from chance."""
    found: list[str] = []
    waiting: list[object] = [filed.act.model_dump(mode="json")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and len(value) >= _QUOTED and " " in value:
            found.append(value)
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _reworded(one: Filed, acts: Sequence[Filed]) -> bool:
    """Did it put other words in the place of some that stood in one of these?"""
    act = one.act
    if not isinstance(act, corrections.Substitution) or not act.whole_item:
        return False
    old = act.old.said(lambda _nobody: "")
    return bool(old) and any(old in text for other in acts if other.item == one.item for text in _texts(other))


def erase(desk: Desk, what: Consequences, reason: str, *, copies_kept: int, rescue: Path | None = None) -> Done:
    """Erase the acts for good, close the book, sweep it and its copies, and look whether the words are gone.

    desk: with a book that is open to write; it is closed afterwards. reason: kept on record; copies_kept: how many copies
    there are to be afterwards; rescue: the folder of rescue files, None for the default. Raises BoardError; the words may be
    gone from the minutes then and not yet from the file, and doing it again goes on with that.
    """
    book, moment = desk.book, desk.clock()
    wording = erasing.words_of(book.path, (one.seq for one in what.acts))
    by = _filed(desk, what.acts, reason).seq if what.acts else None
    tokens = {one.token for one in (*what.acts, *what.again)}
    book.close()
    swept = erasing.sweep(book.path, wording, holder=desk.actor, moment=moment)
    cleared = leftovers.clear(book.path, tokens, wording, moment=moment, number=copies_kept, folder=rescue)
    return Done(by, swept, cleared)


def _filed(desk: Desk, acts: Sequence[Filed], reason: str) -> Filed:
    """File the act that says so, past the door: nobody says it in a line."""
    book: Book = desk.book
    wall = desk.clock().astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    # Restricted whatever was erased: a reason may tell of it.
    filed = Filed(
        book.next_seq(),
        desk.meeting,
        wall,
        None,
        desk.actor,
        acts[0].item,
        True,
        _erase(acts, reason),
        uuid.uuid4().hex,
    )
    record = replay([*desk.record.filed, filed])
    return book.journal.file(Filing(filed), book.changes(record, filed)).result()
