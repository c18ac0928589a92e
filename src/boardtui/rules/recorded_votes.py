"""Items whose votes must be recorded by name, and what was decided there otherwise.

At a meeting that sets an authority's budget or council tax the minutes must have, of every vote on it, who voted for, who
against and who abstained, amendments among them: Local Authorities (Standing Orders) (England) Regulations 2001, Schedule 2,
as amended by SI 2014/165. Standing orders ask for it of other business. The agenda marks the item: `Recorded vote: yes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.model.acts.business import Fate, Lots
from boardtui.model.agenda import ItemKey
from boardtui.model.fold_business import CARRYING
from boardtui.model.record import Block, DecisionKind, Entry, Record
from boardtui.rules.voting import Flaw, called, is_by_name

NEEDED = "Every vote on this item must be recorded by name"
"""Said on both screens while such an item is open."""
_VOTED = (*CARRYING, Fate.LOST)


def needs_names(record: Record) -> bool:
    """Must a vote taken now be recorded by name?"""
    return bool(record.entries) and _is_marked(record, record.entry, record.sub)


def _is_marked(record: Record, entry: Entry, sub: ItemKey) -> bool:
    """Does the agenda mark an item of the minute, or the sub-item or what that stands under?"""
    parts = sub.split(".") if sub else []
    keys = [*entry.items, *(".".join(parts[:length]) for length in range(2, len(parts) + 1))]
    return any(record.business[key].item.recorded_vote for key in keys if key in record.business)


def _marks_any(record: Record, entry: Entry) -> bool:
    """Does the agenda mark any item of the minute, or anything below one?"""
    below = (one for key, one in record.business.items() if key.split(".")[0] in entry.items)
    return any(one.item.recorded_vote for one in below)


def decided_otherwise(record: Record, entry: Entry) -> Iterator[Flaw]:
    """What was decided in a minute without the names it needed: by figures, or without a vote."""
    if not _marks_any(record, entry):
        return
    told: set[int] = set()
    for block in entry.blocks:
        if not _is_marked(record, entry, block.sub):
            continue
        division = block.division
        if division is not None:
            if not is_by_name(division) and division.seq not in told:
                yield Flaw("the vote had to be recorded by name.", division.counted_at)
            told.add(division.seq)
        elif (what := _decided(block)) is not None:
            yield Flaw(f"{what} had to be decided by a recorded vote.", block.parts[-1])


def _decided(block: Block) -> str | None:
    """What a block decided without a vote: a motion, an amendment, or what was resolved or recommended; None for nothing."""
    motion = block.motion
    if motion is not None and motion.about is None:
        return called(motion) if block.fate in _VOTED and not isinstance(block.act, Lots) else None
    decision = block.decision
    taken = decision is not None and decision.kind is not DecisionKind.NOTED and block.fate in (None, *_VOTED)
    return "it" if taken else None
