"""What is missing of the minutes themselves: of each item, its motions, its votes and its decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from boardtui.model.acts import meeting
from boardtui.model.acts.business import AGAINST, Fate
from boardtui.model.agenda import Item
from boardtui.model.divisions import tie, waits_for_casting
from boardtui.model.fold_business import CARRYING, is_exclusion, is_subject
from boardtui.model.record import Block, Division, Entry, Motion, Record, Stage
from boardtui.rules.access import access_of
from boardtui.rules.gap import Gap, Lack, of
from boardtui.rules.gaps_text import gaps_of_text
from boardtui.rules.recorded_votes import decided_otherwise
from boardtui.rules.voting import PUT_OFF, Electorate, add_up, called

_UNVOTED = (Fate.LAPSED, Fate.WITHDRAWN, Fate.NOT_PUT)
_EARLIER_MINUTES = re.compile(
    r"^(?:to (?:agree|approve|confirm|receive|sign) )?(?:the )?(?:previous |draft |public )?minutes"
    r"(?:$| (?:of|from) (?:the )?(?:previous|last|meetings?|proceedings)\b| of .* held\b)|\bprevious minutes\b",
    re.IGNORECASE,
)


def gaps_of_entry(record: Record, entry: Entry, could: Mapping[int, Electorate]) -> Iterator[Gap]:
    """Of one minute that was taken. could: who could vote at each of its votes, by the seq of the count that stands."""
    yield from _of_items(record, entry)
    yield from gaps_of_text(record, entry)
    for motion in entry.motions:
        yield from _of_motion(record, entry, motion)
    for block in entry.blocks:
        if block.motion is not None and block.motion.about is not None:
            yield from _seconder(record, entry, block.motion)
    for division in divisions(entry):
        yield from (
            of(record, entry, lower(flaw.sentence), flaw.seq, lack=Lack.FIGURES)
            for flaw in add_up(record, division, could.get(division.counted_at), could.get(division.casting_at))
        )
    yield from _of_unanimity(record, entry)
    yield from _of_proposals(record, entry)
    yield from _of_recorded_votes(record, entry)
    yield from _of_decisions(record, entry)


def lower(sentence: str) -> str:
    """A sentence as it goes on after `Item 5: `; one that begins with a name keeps its capital."""
    first = sentence.split(" ", 1)[0]
    return (
        sentence[0].lower() + sentence[1:]
        if first in ("How", "No", "Who", "Decided", "A", "Nothing", "The", "Lots", "What", "Minutes")
        else sentence
    )


def divisions(entry: Entry) -> list[Division]:
    """The votes of a minute, each once, in the order taken."""
    found: dict[int, Division] = {}
    for block in entry.blocks:
        if block.division is not None:
            found.setdefault(block.division.seq, block.division)
    return list(found.values())


def _of_items(record: Record, entry: Entry) -> Iterator[Gap]:
    items = [record.business[key] for key in entry.items if key in record.business]
    for one in items:
        if one.urgent and not one.reason:
            yield of(record, entry, "why it is urgent is not said.", lack=Lack.URGENCY)
    for block in entry.blocks:
        if isinstance(block.act, meeting.PreviousMinutes) and not block.act.of.typed:
            yield of(record, entry, "the day of the earlier meeting is not said.", block.seq, lack=Lack.EARLIER_DAY)
    taken = [one for one in items if one.state not in PUT_OFF and _EARLIER_MINUTES.search(one.item.title)]
    if taken and not any(isinstance(block.act, meeting.PreviousMinutes) for block in entry.blocks):
        yield of(record, entry, "what became of the earlier minutes is not said.", lack=Lack.EARLIER_MINUTES)
    yield from _of_exclusions(record, entry)
    if entry.withheld and not entry.released and not entry.summary:
        yield of(record, entry, "the public minutes have no summary of it.", lack=Lack.SUMMARY)


def _of_exclusions(record: Record, entry: Entry) -> Iterator[Gap]:
    """Resolutions that must name the paragraphs of their law and don't, or name others. Confidential business has none."""
    law = access_of(record)
    for block in entry.blocks:
        act = block.act
        if not isinstance(act, meeting.Exclude) or act.result is not meeting.ExclusionResult.RESOLVED:
            continue
        others = [number for number in act.paragraphs if law.source and not law.has(number)]
        if law.needs_paragraphs and not act.paragraphs and not act.reason:
            sentence = "under which paragraph the public were excluded is not said."
            yield of(record, entry, sentence, block.seq, lack=Lack.PARAGRAPHS)
        elif others and law.needs_paragraphs:
            sentence = f"{law.schedule} has no paragraph {' or '.join(others)}: they are {law.numbers}."
            yield of(record, entry, sentence, block.seq, lack=Lack.PARAGRAPHS)
        elif others:
            sentence = f"paragraph {' and '.join(others)} is not printed: the {law.source} has none."
            yield of(record, entry, sentence, block.seq, lack=Lack.PARAGRAPHS)


def _of_motion(record: Record, entry: Entry, motion: Motion) -> Iterator[Gap]:
    yield from _seconder(record, entry, motion)
    what = _which(entry, motion)
    pending = (
        record.stage in (Stage.OPEN, Stage.ADJOURNED) and record.entry_key == entry.key and record.before is not None
    )
    if motion.fate is None and motion.words is None and motion.about is None:
        yield of(record, entry, f"{what} has no words.", motion.seq, lack=Lack.MOTION_WORDS)
    elif motion.fate is None and not pending:
        equal = motion.division is not None and tie(motion.division)
        if equal:
            yield of(record, entry, f"{what} had equal votes, and no casting vote.", motion.seq, lack=Lack.TIE)
        else:
            yield of(record, entry, f"{what} was not decided.", motion.seq, lack=Lack.UNDECIDED)
    for amendment in motion.amendments:
        yield from _of_motion(record, entry, amendment)


def _seconder(record: Record, entry: Entry, motion: Motion) -> Iterator[Gap]:
    if motion.fate in _UNVOTED:
        return
    if not motion.movers and not motion.behalf:
        yield of(record, entry, f"{_which(entry, motion)} has no mover.", motion.seq, lack=Lack.MOVER)
    elif not motion.seconders:
        yield of(record, entry, f"{_which(entry, motion)} has no seconder.", motion.seq, lack=Lack.SECONDER)


def _of_unanimity(record: Record, entry: Entry) -> Iterator[Gap]:
    """Said to be unanimous, by the side of votes against."""
    for block in entry.blocks:
        division = block.division or (block.motion.division if block.motion is not None else None)
        against = division.number(AGAINST) if division is not None else None
        if block.fate is Fate.UNANIMOUS and against:
            what = _which(entry, block.motion) if block.motion is not None else "the decision"
            sentence = f"{what} was said to be unanimous, but {against} voted against."
            yield of(record, entry, sentence, block.seq, lack=Lack.UNANIMITY)


def _which(entry: Entry, motion: Motion) -> str:
    """A motion in a sentence: `the motion`, `motion 2` where there are several, `the first amendment`."""
    if motion.parent is not None or motion.number:
        return called(motion)
    if motion in entry.motions and len(entry.motions) > 1:
        return f"motion {entry.motions.index(motion) + 1}"
    return "the motion"


def _of_proposals(record: Record, entry: Entry) -> Iterator[Gap]:
    """Decisions and earlier minutes on which the votes were equal, and nobody said how that ended."""
    for block in entry.blocks:
        division = block.division
        moved = block.motion is not None and block.motion.about is None
        votable = is_subject(block) or is_exclusion(block)
        if division is not None and votable and not moved and waits_for_casting(division):
            sentence = "the proposal had equal votes, and no casting vote."
            yield of(record, entry, sentence, division.counted_at, lack=Lack.TIE)


def _of_recorded_votes(record: Record, entry: Entry) -> Iterator[Gap]:
    """What was decided otherwise than by name in an item that the agenda marks so."""
    voted = {division.counted_at for division in divisions(entry)}
    for flaw in decided_otherwise(record, entry):
        lack = Lack.BY_NAME if flaw.seq in voted else Lack.ROLL
        yield of(record, entry, flaw.sentence, flaw.seq, lack=lack)


def _of_decisions(record: Record, entry: Entry) -> Iterator[Gap]:
    for decision in entry.decisions:
        if decision.amended:
            sentence = "the motion was carried as amended, but not written out."
            yield of(record, entry, sentence, decision.seq, lack=Lack.AMENDED_WORDS)
    open_now = record.entry_key == entry.key and record.stage in (Stage.OPEN, Stage.ADJOURNED)
    if open_now or entry.no_decision:
        return
    lost = [(motion.seq, _which(entry, motion)) for motion in entry.motions if motion.fate is Fate.LOST]
    lost += [(one.seq, "the proposal") for one in entry.blocks if one.fate is Fate.LOST and _is_said_at_once(one)]
    if lost and not any(_is_taken(block) and block.seq > max(lost)[0] for block in entry.blocks):
        seq, what = max(lost)
        yield of(record, entry, f"{what} was lost, and nothing else decided.", seq, lack=Lack.AFTER_LOSS)
    items = [record.business[key] for key in entry.items if key in record.business]
    asked = any(_asks(one.item) and one.state not in PUT_OFF for one in items)
    if asked and not lost and not entry.decisions and not any(motion.fate is None for motion in entry.motions):
        yield of(record, entry, "its recommendations were not decided on.", lack=Lack.RECOMMENDATIONS)
    notice = any(one.item.motion and one.state not in PUT_OFF for one in items)
    if notice and not entry.motions and not entry.decisions:
        yield of(record, entry, "the motion on the agenda was not moved.", lack=Lack.UNMOVED)


def _is_said_at_once(block: Block) -> bool:
    """Is this a decision that was said without a motion before it?"""
    return block.decision is not None and (block.motion is None or block.motion.about is not None)


def _is_taken(block: Block) -> bool:
    """Was something decided here, and not lost: a resolution, what became of earlier minutes, whether the public go out?"""
    decided = is_subject(block) or isinstance(block.act, meeting.Exclude)
    return decided and block.fate in (None, *CARRYING)


def _asks(item: Item) -> bool:
    """Does its report recommend something, or that of a sub-item?"""
    return bool(item.recommendations) or any(_asks(below) for below in item.subitems)
