"""Who is here, and who was: now, and at any moment of the meeting.

Presence is what the register and the movements say together, read in the order in which things happened and not in which
they were typed: an arrival said late, or backdated, changes what was true then. The names of the members present must be
recorded (Local Government Act 1972, Schedule 12, paragraph 40); arrivals and departures are kept by practice, since they
tell who took part in what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from boardtui.model.acts.base import Filed
from boardtui.model.acts.room import Span
from boardtui.model.people import PersonKey
from boardtui.model.record import Attendance, Capacity, Direction, Movement, Record, Status
from boardtui.model.replay import Replay
from boardtui.model.room import in_room, voters
from boardtui.model.room import presiding as chair_now
from boardtui.model.settle import settled

_AWAY = (Status.APOLOGIES, Status.LATE, Status.ABSENT)


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is in the room. here: everybody; counting: members and substitutes, who make the quorum and vote; of: how many

    members there are in all, without vacancies; presiding: who is in the chair, '' when nobody is known.
    """

    here: tuple[PersonKey, ...]
    counting: tuple[PersonKey, ...]
    of: int
    presiding: PersonKey = ""


def here(record: Record) -> Presence:
    """Who is here now."""
    sitting = sum(line.capacity is Capacity.MEMBER and not line.resigned for line in record.attendance)
    members = max(len(record.members()), sitting)
    return Presence(tuple(in_room(record)), tuple(voters(record)), members, chair_now(record))


def presence_at(record: Record, seq: int) -> Presence:
    """Who was here when an act was said, going by all that is known now.

    seq: of the act; for an entry its key, which is the seq of the act that opened it. What was said later of an earlier
    time counts: an arrival backdated, somebody marked present after all. An act that doesn't stand tells of now.
    """
    growing = Replay()
    for filed in settled(record.filed):
        if filed.seq == seq:
            growing.file(filed)
            return here(as_known_then(growing.record, record, filed))
        growing.file(filed)
    return here(record)


def as_known_then(then: Record, now: Record, filed: Filed) -> Record:
    """The record of a moment with the register and the movements that are known of it now.

    then: just before the act or just after it; filed: the act, with the time at which it was said.
    """
    said = filed.at.minutes if filed.at is not None else None
    moment = (then.moment(then.clock if said is None else said), filed.seq)
    moves = [move for move in now.movements if move.moment <= moment]
    arrived = {move.person for move in moves if move.direction is Direction.ARRIVE}
    lines = [_line_then(line, then, arrived) for line in now.attendance]
    return replace(then, movements=moves, attendance=[line for line in lines if line is not None])


def _line_then(line: Attendance, then: Record, arrived: set[PersonKey]) -> Attendance | None:
    """A line of the register as it was to be read then; None for somebody who was not on it yet."""
    before = then.attendance_of(line.person)
    if before is None and (line.coopted or line.capacity is Capacity.GUEST):
        return None
    capacity, resigned = (before.capacity, before.resigned) if before else (line.capacity, False)
    status = Status.LATE if line.status is Status.ARRIVED and line.person not in arrived else line.status
    if (capacity, resigned, status) == (line.capacity, line.resigned, line.status):
        return line
    return replace(line, capacity=capacity, resigned=resigned, status=status)


def contradictions(record: Record) -> tuple[str, ...]:
    """What the register and the movements say that can't all be true, one sentence each."""
    found: list[str] = []
    for line in record.attendance:
        moves = sorted((m for m in record.movements if m.person == line.person), key=lambda m: m.moment)
        found += _against_itself(record, line, moves)
    return (*found, *_double_seats(record))


def _against_itself(record: Record, line: Attendance, moves: list[Movement]) -> Iterator[str]:
    """What one person can't have done. They come back by themselves from leaving for an item, so that needn't be said."""
    who = name_of(record, line.person)
    if moves and line.status in _AWAY:
        yield f"{who} is down as not here, and came or went."
        return
    left_for_interest = any(line.person in one.act.who and one.act.conduct for one in record.declarations)
    inside: bool | None = line.status is not Status.ARRIVED
    for move in moves:
        if move.direction is Direction.LEAVE:
            if inside is False:
                yield f"{who} left, but was not here."
            inside = None if move.span in (Span.ITEM, Span.UNTIL) else False
            continue
        if inside and move.direction is Direction.ARRIVE:
            yield f"{who} arrived, but was here already."
        elif inside and not left_for_interest:
            yield f"{who} returned, but had not left."
        inside = True


def _double_seats(record: Record) -> list[str]:
    """Substitutes for members who are here themselves."""
    counting = voters(record)
    return [
        f"{name_of(record, line.person)} stands in for {name_of(record, line.stands_for)}, who is present."
        for line in record.attendance
        if line.stands_for and line.person in counting and line.stands_for in counting
    ]


def name_of(record: Record, person: PersonKey) -> str:
    """Somebody's name as the register has it, for a sentence to the clerk."""
    return record.people[person].name if person in record.people else person
