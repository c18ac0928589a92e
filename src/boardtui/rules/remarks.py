"""What is to be said at once of an act that was just recorded: what it came to, and what doesn't add up.

All of it that is amiss is listed among the gaps, too. It is told here while the meeting can still be asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.model.acts import business, text
from boardtui.model.acts.base import Filed
from boardtui.model.acts.business import NOT_VOTING
from boardtui.model.record import Division, Record
from boardtui.rules.presence import name_of
from boardtui.rules.recorded_votes import NEEDED, decided_otherwise, needs_names
from boardtui.rules.voting import Electorate, Flaw, add_up, electorate, electorate_at, is_by_name, outcome

_COUNTING = (business.Vote, business.Roll, business.Recount, business.CastingVote)
_OF_VOTES = (*_COUNTING, business.Lots, business.MyVote)


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for the clerk. amiss: something doesn't add up, or a rule is against it."""

    sentence: str
    amiss: bool = True


def remarks(record: Record) -> tuple[Remark, ...]:
    """Of the act recorded last: what a vote came to, and what is amiss; of an item opened, how it must be decided."""
    if not record.filed or not record.entries:
        return ()
    filed = record.filed[-1]
    division = _division(record, filed.seq) if isinstance(filed.act, _OF_VOTES) else None
    found: list[Remark] = []
    if division is not None:
        found += _of_vote(record, filed, division)
    found += [Remark(sentence) for seq, sentence in record.oddities if seq == filed.seq]
    found += [
        Remark(_capital(flaw.sentence)) for flaw in decided_otherwise(record, record.entry) if flaw.seq == filed.seq
    ]
    if isinstance(filed.act, text.OpenItem) and needs_names(record):
        found.append(Remark(f"{NEEDED}: F11 takes it.", amiss=False))
    return tuple(dict.fromkeys(found))


def _division(record: Record, seq: int) -> Division | None:
    """The vote that an act of the open minute counted, counted anew, or added something to."""
    for block in record.entry.blocks:
        one = block.division
        if one is not None and seq in (one.counted_at, one.casting_at, one.lots_at, *one.own_at):
            return one
    return None


def _of_vote(record: Record, filed: Filed, division: Division) -> Iterator[Remark]:
    could = _could_then(record, filed)
    if isinstance(filed.act, _COUNTING) and (said := outcome(record, division)):
        yield Remark(said, amiss=False)
    flaws: list[Flaw] = [flaw for flaw in add_up(record, division, could) if flaw.seq == filed.seq]
    yield from (Remark(flaw.sentence) for flaw in flaws)
    if is_by_name(division) and division.counted_at == filed.seq:
        voted = [person for person in could.barred if division.names.get(person, NOT_VOTING) != NOT_VOTING]
        yield from (Remark(f"{name_of(record, person)} may not vote: {could.barred[person]}.") for person in voted)


def _could_then(record: Record, filed: Filed) -> Electorate:
    """Who could vote: now, unless the vote was taken at an earlier time."""
    said = filed.at.minutes if filed.at is not None else None
    if said is None or record.moment(said) >= record.moment(record.clock):
        return electorate(record)
    return electorate_at(record, filed.seq)


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
