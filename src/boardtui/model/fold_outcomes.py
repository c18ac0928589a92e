"""How what was before the meeting ended, folded into the record: carried, lost, lapsed, withdrawn …"""

from __future__ import annotations

from boardtui.model.acts import business
from boardtui.model.acts.base import Filed
from boardtui.model.acts.business import AGAINST, FOR, Fate
from boardtui.model.divisions import needed
from boardtui.model.fold_business import CARRYING, decide, end, reopen, subject_block
from boardtui.model.folding import add_block, folds, odd
from boardtui.model.record import Block, Division, Motion, Record


@folds(business.Outcome)
def fold_outcome(record: Record, filed: Filed, act: business.Outcome) -> None:
    """The end of what is before the meeting: the motion, else the last decision, else the earlier minutes."""
    motion, decided = record.before, record.decided
    settled = decided is not None and (motion is None or decided.parent is None)
    if settled and _confirms(record, filed, act.fate):
        return
    if motion is None:
        _end_what_stands(record, filed, act.fate)
        return
    uncounted = _uncounted(record, motion)
    block = add_block(record, filed, act)
    block.motion = motion
    if uncounted is not None:
        record.entry.blocks.remove(uncounted)
        block.parts = [*uncounted.parts, filed.seq]
        block.division = uncounted.division
    decide(record, block, motion, act.fate)


def _uncounted(record: Record, motion: Motion) -> Block | None:
    """The vote just taken on the motion whose figures could not tell, so that the word that ends it must."""
    last = record.entry.blocks[-1] if record.entry.blocks else None
    if last is None or last.motion is not motion or not isinstance(last.act, business.Vote | business.Roll):
        return None
    tied = last.division is not None and last.division.number(FOR) == last.division.number(AGAINST) is not None
    return None if tied or last.fate is not None else last


def _confirms(record: Record, filed: Filed, fate: Fate) -> bool:
    """Is this the word for what the count has just decided? The chair's word wins over the figures."""
    motion = record.decided
    block = next((b for b in reversed(record.entry.blocks) if b.motion is motion and b.fate is not None), None)
    last = record.entry.blocks[-1] if record.entry.blocks else None
    if motion is None or block is None or block is not last or block.division is None:
        return False
    block.parts.append(filed.seq)
    if fate in CARRYING and motion.fate in CARRYING:
        motion.fate = block.fate = Fate.UNANIMOUS if fate is Fate.UNANIMOUS else motion.fate
        return True
    if fate is motion.fate:
        return True
    odd(record, filed, _at_odds(block.division))
    reopen(record, block, motion)
    decide(record, block, motion, fate)
    return True


def _at_odds(division: Division) -> str:
    """That the chair said otherwise than the figures; where they had to be more than half, what they had to be."""
    enough = needed(division)
    if enough is None:
        return "The chair's word and the figures of the vote differ."
    return f"The chair's word and the figures of the vote differ: {division.number(FOR)} for, {enough} needed."


def _end_what_stands(record: Record, filed: Filed, fate: Fate) -> None:
    block = subject_block(record)
    if block is None:
        odd(record, filed, "Nothing was before the meeting to be decided.")
        return
    end(record, block, fate)
    block.parts.append(filed.seq)
    if block.motion is not None:
        block.motion.fate = fate
