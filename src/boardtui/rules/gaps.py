"""Gaps: what the minutes still lack, one plain sentence each, so that nothing is found missing a month later.

A gap is never in the way: what is partial is accepted, and listed here until it is filled or the clerk says why it stands as it
is (`/override`).
"""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.model.acts import meeting
from boardtui.model.agenda import Numbering
from boardtui.model.record import ItemState, Record, Stage, Status
from boardtui.model.replay import Replay
from boardtui.model.settle import settled
from boardtui.rules.gap import Gap, item_called
from boardtui.rules.gaps_minutes import divisions, gaps_of_entry, lower
from boardtui.rules.gaps_room import gaps_of_interests, gaps_of_room
from boardtui.rules.numbering import first_number, order_taken
from boardtui.rules.presence import Presence, as_known_then, here
from boardtui.rules.procedure import breaches, takes_a_decision

__all__ = ["Gap", "gaps"]


def gaps(record: Record) -> tuple[Gap, ...]:
    """Everything that is missing or at odds: of the meeting and the room first, then minute by minute as they were taken."""
    overridden = {seq for seq, _ in record.overrides}
    flagged, present = _looked_through(record)
    taken = [entry for entry in record.entries.values() if entry.taken is not None]
    found = [*_of_meeting(record), *gaps_of_room(record), *gaps_of_interests(record)]
    for entry in sorted(taken, key=lambda entry: entry.taken or 0):
        found += gaps_of_entry(record, entry, present)
    found += [several[0] for several in flagged if not any(gap.seq in overridden for gap in several)]
    for seq, sentence in record.oddities:
        if not any(gap.seq == seq and gap.sentence.endswith(lower(sentence)) for several in flagged for gap in several):
            found.append(Gap(sentence, seq))
    return tuple(dict.fromkeys(gap for gap in found if gap.seq not in overridden))


def _of_meeting(record: Record) -> Iterator[Gap]:
    if record.stage is Stage.BEFORE:
        if any(line.status is Status.PRESENT for line in record.attendance):
            yield Gap("The meeting has not been started; until then text is only prepared.")
        return
    yield from _of_times(record)
    numbering = record.agenda.numbering if record.agenda else Numbering.NONE
    if numbering is Numbering.CONTINUING and first_number(record) is None and order_taken(record):
        yield Gap("The number of the first minute is not known: the agenda gives no next minute number.")
    waiting = any(one.state is ItemState.WAITING for one in record.business.values() if not one.is_sub)
    if record.stage is Stage.OPEN and not waiting:
        yield Gap("The meeting has not been closed.")


def _of_times(record: Record) -> Iterator[Gap]:
    """When it began and ended, unless the clerk has said that this isn't known (`?`)."""
    for filed in settled(record.filed):
        act = filed.act
        if isinstance(act, meeting.Start) and act.at is None and filed.at is None and not _planned(record):
            yield Gap("When the meeting started is not said.", filed.seq)
        if isinstance(act, meeting.Close) and act.at is None and filed.at is None:
            yield Gap("When the meeting closed is not said.", filed.seq)


def _planned(record: Record) -> bool:
    return record.agenda is not None and record.agenda.time is not None


def _looked_through(record: Record) -> tuple[list[list[Gap]], dict[int, Presence]]:
    """The meeting read once more, act by act: what rules were broken, and who was here at each vote.

    The same breach by several acts of one minute is one list: it is told once, and one override is about all of them.
    """
    votes = {division.seq for entry in record.entries.values() for division in divisions(entry)}
    flagged: dict[tuple[str, int], list[Gap]] = {}
    present: dict[int, Presence] = {}
    growing = Replay()
    for filed in settled(record.filed):
        then = growing.record
        if filed.seq in votes or takes_a_decision(filed.act):
            then = as_known_then(then, record, filed)
        for sentence in breaches(then, filed.act):
            words = f"{item_called(then, then.entry)}{lower(sentence)}" if then.open_items else sentence
            flagged.setdefault((words, then.entry_key), []).append(Gap(words, filed.seq, then.entry_key))
        if filed.seq in votes:
            present[filed.seq] = here(then)
        growing.file(filed)
    return list(flagged.values()), present
