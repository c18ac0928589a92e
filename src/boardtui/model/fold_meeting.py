"""The meeting itself, folded into the record: called, opened, adjourned, the public excluded, closed."""

from __future__ import annotations

from boardtui.model.acts import corrections, meeting
from boardtui.model.acts.base import Filed
from boardtui.model.fold_text import leave_entry
from boardtui.model.folding import add_block, effective, folds, happened, is_private, odd, restrict, tell_time, whom
from boardtui.model.record import OPENING, Business, Opening, Overridden, Record, Sitting, Stage
from boardtui.model.times import ClockTime


@folds(meeting.Summons)
def fold_summons(record: Record, filed: Filed, act: meeting.Summons) -> None:
    """The agenda, and the people and seats the meeting starts with."""
    if record.agenda is not None:
        odd(record, filed, "The meeting was called a second time.")
        return
    record.agenda = act.agenda
    record.house_text = act.house_text
    record.people = {person.key: person for person in act.people}
    record.seats = list(act.seats)
    record.business = {key: Business(key, item, sections) for key, item, sections in act.agenda.keyed()}


@folds(meeting.Start)
def fold_start(record: Record, filed: Filed, act: meeting.Start) -> None:
    """The meeting begins: no item is open, and from here on text is no longer prepared."""
    leave_entry(record)
    record.stage = Stage.OPEN
    record.entry_key, record.sub = OPENING, ""
    record.offices = {seat.person: seat.role for seat in record.seats if seat.person and seat.role}
    start = effective(filed, act.at)
    record.sittings.append(Sitting(start, seq=filed.seq))
    record.sittings[-1].begins = _moment(record, start)
    tell_time(record, start, anew=True)
    record.openings.append(Opening((), OPENING, happened(record, filed, start)))


def _moment(record: Record, at: ClockTime | None) -> int | None:
    return record.moment(at.minutes) if at is not None and at.minutes is not None else None


@folds(meeting.Adjourn)
def fold_adjourn(record: Record, filed: Filed, act: meeting.Adjourn) -> None:
    """The sitting ends."""
    at = effective(filed, act.at)
    _end_sitting(record, filed, at)
    if record.sittings:
        sitting = record.sittings[-1]
        sitting.reason, sitting.to_day, sitting.to_time = act.reason, act.to_day, act.to_time
    record.stage = Stage.ADJOURNED
    add_block(record, filed, act)


def _end_sitting(record: Record, filed: Filed, at: ClockTime | None) -> None:
    if not record.sittings:
        odd(record, filed, "The meeting had not started.")
        return
    sitting = record.sittings[-1]
    sitting.end, sitting.ended, sitting.ends = at, True, _moment(record, at)
    tell_time(record, at)


@folds(meeting.Resume)
def fold_resume(record: Record, filed: Filed, act: meeting.Resume) -> None:
    """Another sitting begins."""
    at = effective(filed, act.at)
    last = record.sittings[-1] if record.sittings else None
    day = act.day or (last.to_day or last.day if last else None)
    record.sittings.append(Sitting(at, day=day, seq=filed.seq))
    record.sittings[-1].begins = _moment(record, at)
    record.stage = Stage.OPEN
    if last is None or record.sittings[-1].day != last.day:
        record.extended = None
    tell_time(record, at, anew=True)
    add_block(record, filed, act)


@folds(meeting.Close)
def fold_close(record: Record, filed: Filed, act: meeting.Close) -> None:
    """The meeting is closed."""
    at = effective(filed, act.at)
    _end_sitting(record, filed, at)
    leave_entry(record)
    record.closed, record.stage = at, Stage.CLOSED


@folds(meeting.PreviousMinutes)
def fold_minutes(record: Record, filed: Filed, act: meeting.PreviousMinutes) -> None:
    """Earlier minutes, and what became of them."""
    record.confirmed.append(act)
    record.before = None
    add_block(record, filed, act)


@folds(meeting.NoMatters)
def fold_no_matters(record: Record, filed: Filed, act: meeting.NoMatters) -> None:
    """No matters arose."""
    add_block(record, filed, act)


@folds(meeting.Signed)
def fold_signed(record: Record, filed: Filed, act: meeting.Signed) -> None:
    """The earlier minutes of the open item were signed; without any, this meeting's own."""
    for block in reversed(record.entry.blocks):
        if isinstance(block.act, meeting.PreviousMinutes):
            block.signed = (act.on, act.by)
            block.parts.append(filed.seq)
            return
    record.signed = (act.on, act.by)


@folds(meeting.Exclude)
def fold_exclude(record: Record, filed: Filed, act: meeting.Exclude) -> None:
    """The public is out, or isn't. The resolution itself is public."""
    record.exclusions.append((filed.seq, act))
    add_block(record, filed, act)
    if act.result is meeting.ExclusionResult.RESOLVED:
        record.exclusion = act
        record.entry.withheld = record.entry.withheld or (bool(act.items) and is_private(record, record.entry))


@folds(meeting.Readmit)
def fold_readmit(record: Record, filed: Filed, act: meeting.Readmit) -> None:
    """The public may come back."""
    if record.exclusion is None:
        odd(record, filed, "The public were readmitted, but had not been excluded.")
    record.exclusion = None
    add_block(record, filed, act)


@folds(meeting.Restricted)
def fold_restricted(record: Record, _filed: Filed, _act: meeting.Restricted) -> None:
    """All of the open minute must not go out."""
    restrict(record.entry)


@folds(meeting.Summary)
def fold_summary(record: Record, _filed: Filed, act: meeting.Summary) -> None:
    """What the public minutes say instead."""
    record.entry.summary = act.text


@folds(meeting.Release)
def fold_release(record: Record, filed: Filed, act: meeting.Release) -> None:
    """Restricted minutes may go out."""
    for entry in record.entries.values():
        if set(act.items) & set(entry.items):
            entry.released = True
    add_block(record, filed, act)


@folds(meeting.Extend)
def fold_extend(record: Record, filed: Filed, act: meeting.Extend) -> None:
    """May go on until then."""
    record.extended = act.until
    add_block(record, filed, act)


@folds(meeting.NextMeeting)
def fold_next_meeting(record: Record, filed: Filed, act: meeting.NextMeeting) -> None:
    """When they meet again."""
    record.next_meeting = act.text
    add_block(record, filed, act)


@folds(corrections.Override)
def fold_override(record: Record, filed: Filed, act: corrections.Override) -> None:
    """What was said last, or the act that is named, stands all the same; kept with its reason."""
    about = record.said if act.target is None else act.target
    record.overrides.append(Overridden(about, act.reason, filed.seq, act.lack))


@folds(corrections.Rename)
def fold_rename(record: Record, filed: Filed, act: corrections.Rename) -> None:
    """A name put right, everywhere."""
    person = record.people[whom(record, act.person)]
    record.people[person.key] = person.model_copy(update={"name": act.name})
