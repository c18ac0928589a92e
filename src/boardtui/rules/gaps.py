"""Gaps: what the minutes still lack, one plain sentence each, so that nothing is found missing a month later.

A gap is never in the way: what is partial is accepted, and listed here until it is filled or the clerk says why it stands as it
is (`/override`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from boardtui.model.acts import meeting
from boardtui.model.agenda import Numbering
from boardtui.model.record import ItemState, Overridden, Record, Stage, Status
from boardtui.model.replay import Replay
from boardtui.model.settle import settled
from boardtui.rules.gap import Gap, Lack, item_called
from boardtui.rules.gaps_items import gaps_of_agenda
from boardtui.rules.gaps_minutes import divisions, gaps_of_entry, lower
from boardtui.rules.gaps_room import gaps_ahead, gaps_of_interests, gaps_of_room
from boardtui.rules.numbering import first_number, order_taken
from boardtui.rules.presence import as_known_then
from boardtui.rules.procedure import breaches, counts_who_is_here
from boardtui.rules.voting import Electorate, electorate

__all__ = ["Findings", "Gap", "Kept", "gaps", "look_through"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands although something is missing or a rule is against it. gaps: what the reason answers, none where nothing is

    amiss with that act (any more).
    """

    override: Overridden
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the minutes lack, and what was answered with a reason, each as the minutes go."""

    gaps: tuple[Gap, ...]
    kept: tuple[Kept, ...]


def gaps(record: Record) -> tuple[Gap, ...]:
    """Everything that is missing or at odds: of the meeting and the room first, then minute by minute as they were taken."""
    return look_through(record).gaps


def _go_on() -> None:
    """Nothing is to be done in between."""


def look_through(record: Record, *, between: Callable[[], None] = _go_on) -> Findings:
    """Everything that is missing or at odds, and every reason given for what stands all the same.

    between: called between acts, so that a long search may give way to something else; what it raises ends the search.
    """
    flagged, could = _looked_through(record, between)
    taken = sorted((entry for entry in record.entries.values() if entry.taken is not None), key=lambda e: e.taken or 0)
    found = [
        [gap] for gap in (*_of_meeting(record), *gaps_of_room(record), *gaps_of_interests(record), *gaps_ahead(record))
    ]
    found += [[gap] for gap in gaps_of_agenda(record)]
    for entry in taken:
        between()
        found += [[gap] for gap in gaps_of_entry(record, entry, could)]
    found += [*flagged, *([gap] for gap in _of_oddities(record, flagged))]
    order = {entry.key: place for place, entry in enumerate(taken)}
    found.sort(key=lambda several: -1 if several[0].entry is None else order.get(several[0].entry, -1))
    missing = [several[0] for several in found if not any(_answers(one, several) for one in record.overrides)]
    return Findings(tuple(dict.fromkeys(missing)), tuple(_answered(record, found)))


def _answered(record: Record, found: Sequence[Sequence[Gap]]) -> Iterator[Kept]:
    """Each override with the gaps it is about."""
    for one in record.overrides:
        about = (several[0] for several in found if _answers(one, several))
        yield Kept(one, tuple(dict.fromkeys(about)))


def _answers(one: Overridden, several: Sequence[Gap]) -> bool:
    """Is the reason about this gap? several: the same one, by each of the acts that made it."""
    return any(one.answers(gap.seq, gap.lack.called) for gap in several)


def _of_oddities(record: Record, flagged: Sequence[Sequence[Gap]]) -> Iterator[Gap]:
    """What didn't fit where it was said, unless a rule has told of it already."""
    told = [gap for several in flagged for gap in several]
    for seq, sentence in record.oddities:
        if not any(gap.seq == seq and gap.sentence.endswith(lower(sentence)) for gap in told):
            yield Gap(sentence, seq, _entry_of(record, seq), lack=Lack.ODDITY)


def _entry_of(record: Record, seq: int) -> int | None:
    """The minute under which an act was said, None for the opening of the meeting."""
    item = next((filed.item.split(".")[0] for filed in reversed(record.filed) if filed.seq == seq), "")
    found = (entry.key for entry in reversed(record.entries.values()) if item in entry.items)
    return next(found, None) if item else None


def _of_meeting(record: Record) -> Iterator[Gap]:
    if record.stage is Stage.BEFORE:
        if any(line.status is Status.PRESENT for line in record.attendance):
            yield Gap("The meeting has not been started; until then text is only prepared.", lack=Lack.START)
        return
    yield from _of_times(record)
    numbering = record.agenda.numbering if record.agenda else Numbering.NONE
    numbered = any(record.entries[key].number for key in order_taken(record))
    if numbering is Numbering.CONTINUING and first_number(record) is None and order_taken(record) and not numbered:
        sentence = "The number of the first minute is not known: the agenda gives no next minute number."
        yield Gap(sentence, lack=Lack.FIRST_NUMBER)
    waiting = any(one.state is ItemState.WAITING for one in record.business.values() if not one.is_sub)
    if record.stage is Stage.OPEN and not waiting:
        yield Gap("The meeting has not been closed.", lack=Lack.CLOSE)


def _of_times(record: Record) -> Iterator[Gap]:
    """When it began and ended, unless the clerk has said that this isn't known (`?`)."""
    for filed in settled(record.filed):
        act = filed.act
        if isinstance(act, meeting.Start) and act.at is None and filed.at is None and not _planned(record):
            yield Gap("When the meeting started is not said.", filed.seq, lack=Lack.START_TIME)
        if isinstance(act, meeting.Close) and act.at is None and filed.at is None:
            yield Gap("When the meeting closed is not said.", filed.seq, lack=Lack.CLOSE_TIME)


def _planned(record: Record) -> bool:
    return record.agenda is not None and record.agenda.time is not None


def _looked_through(record: Record, between: Callable[[], None]) -> tuple[list[list[Gap]], dict[int, Electorate]]:
    """The meeting read once more, act by act: what rules were broken, and who could vote at each vote.

    The same breach by several acts of one minute is one list: it is told once, and one override is about all of them.
    """
    held = [division for entry in record.entries.values() for division in divisions(entry)]
    votes = {seq for division in held for seq in (division.counted_at, division.casting_at) if seq}
    flagged: dict[tuple[str, int], list[Gap]] = {}
    could: dict[int, Electorate] = {}
    growing = Replay()
    for filed in settled(record.filed):
        between()
        then = growing.record
        if filed.seq in votes or counts_who_is_here(filed.act):
            then = as_known_then(then, record, filed)
        for sentence in breaches(then, filed.act, filed.at):
            item = item_called(then, then.entry) if then.open_items else ""
            words = sentence if sentence.startswith(item.rstrip(": ")) else f"{item}{lower(sentence)}"
            gap = Gap(words, filed.seq, then.entry_key, lack=Lack.BREACH)
            flagged.setdefault((words, then.entry_key), []).append(gap)
        if filed.seq in votes:
            could[filed.seq] = electorate(then)
        growing.file(filed)
    return list(flagged.values()), could
