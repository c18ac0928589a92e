"""From acts to the record: `replay` is pure and total, and the only maker of records."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.model import fold_business, fold_meeting, fold_outcomes, fold_room, fold_text, fold_votes
from boardtui.model.acts import business, corrections, meeting, text
from boardtui.model.acts.base import Filed
from boardtui.model.approval import approval_of
from boardtui.model.erasing import forgotten
from boardtui.model.folding import FOLDS, tell_time
from boardtui.model.record import OPENING, Entry, Record
from boardtui.model.settle import NEVER_UNDONE, OF_THE_BOOK, place_behind, settled, undone

_FAMILIES = (fold_business, fold_meeting, fold_outcomes, fold_room, fold_text, fold_votes)
_IN_A_RUN = (business.Resolve, business.ResolveRecommendations, text.Continuation, business.Reason)


def replay(filed: Iterable[Filed]) -> Record:
    """The record of a meeting, from all of its acts in order.

    Pure: the same acts give an equal record. Total: acts that make no sense where they stand change nothing but
    `record.oddities`.
    """
    return Replay(filed).record


def record_behind(record: Record, seq: int) -> Record:
    """The meeting as it stood right behind an act, by what is now known of all that was said up to it."""
    acts = settled(record.filed)
    return replay(acts[: place_behind(acts, seq)])


class Replay:
    """A record that grows act by act: what is filed goes onto it, and only a correction reads all acts again.

    After an erasure it holds nothing any more of what was erased.
    """

    def __init__(self, filed: Iterable[Filed] = ()) -> None:
        self._filed = forgotten(list(filed))
        self.record = _recorded(self._filed)

    def file(self, filed: Filed) -> Record:
        """The record with one more act. A correction, or an act of the book's own, makes a new record; any other act changes

        the one there was.
        """
        self._filed.append(filed)
        if isinstance(filed.act, corrections.Erase):
            self._filed = forgotten(self._filed)
        if isinstance(filed.act, (corrections.Correction, *OF_THE_BOOK)):
            self.record = _recorded(self._filed)
        else:
            _step(self.record, filed)
            self.record.filed.append(filed)
            if not isinstance(filed.act, NEVER_UNDONE):
                self.record.undoable.append(filed.seq)
        return self.record


def _recorded(filed: list[Filed]) -> Record:
    record = Record(entries={OPENING: Entry(key=OPENING, items=(), taken=0)})
    record.undone = undone(filed)
    record.touched = _touched(filed, set(record.undone))
    record.filed = list(filed)
    for one in settled(filed):
        _step(record, one)
    gone = set(record.undone)
    record.undoable = [f.seq for f in filed if f.seq not in gone and not isinstance(f.act, NEVER_UNDONE)]
    record.last_seq = filed[-1].seq if filed else 0
    record.approval = approval_of(filed)
    return record


def _touched(filed: list[Filed], gone: set[int]) -> frozenset[int]:
    """The acts edited after the meeting had started: prepared text that was edited then happened as edited."""
    started = next((i for i, f in enumerate(filed) if isinstance(f.act, meeting.Start)), len(filed))
    edits = (f.act for f in filed[started:] if f.seq not in gone)
    return frozenset(act.target for act in edits if isinstance(act, corrections.Edit | corrections.Substitution))


def _step(record: Record, filed: Filed) -> None:
    act = filed.act
    record.name = filed.meeting
    record.last_seq = filed.seq
    tell_time(record, filed.at)
    record.put_in = filed.seq if filed.behind else 0
    if not isinstance(act, _IN_A_RUN):
        record.decision_open = None
    fold = FOLDS.get(type(act))
    if fold is not None:
        fold(record, filed, act)
    if not isinstance(act, corrections.Override):
        record.said = filed.seq
