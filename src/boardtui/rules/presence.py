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
from boardtui.model.people import PersonKey, Seat, SeatKind
from boardtui.model.record import Attendance, Capacity, Direction, Movement, Record, Status
from boardtui.model.register import longer_wording
from boardtui.model.replay import Replay
from boardtui.model.room import AWAY, in_room, voters
from boardtui.model.room import presiding as chair_now
from boardtui.model.settle import settled
from boardtui.model.text import fold


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
    moment = (then.moment(then.clock if said is None else said), filed.place)
    moves = [move for move in now.movements if move.moment <= moment]
    arrived = {(move.person, move.day) for move in moves if move.direction is Direction.ARRIVE}
    lines = [_line_then(line, then, arrived, moment) for line in now.attendance]
    gone = {line.person for line in lines if line is not None and line.resigned}
    seats = [Seat(kind=SeatKind.VACANCY) if seat.person in gone else seat for seat in then.seats]
    spells = [spell for spell in now.chair if spell.moment <= moment]
    return replace(
        then, movements=moves, attendance=[line for line in lines if line is not None], chair=spells, seats=seats
    )


def _line_then(
    line: Attendance, then: Record, arrived: set[tuple[PersonKey, int]], moment: tuple[int, int]
) -> Attendance | None:
    """A line of the register as it was to be read at a moment; None for somebody who was not on it yet.

    arrived: who has come by then, and on which day; then: what had been said.
    """
    before, said = then.attendance_of(line.person), line.on(then.day)
    seated = line.coopted and line.seated_at <= moment
    if said is None or (before is None and not seated and (line.coopted or line.capacity is Capacity.GUEST)):
        return None
    status = said.status
    if status is Status.ARRIVED and (line.person, said.day) not in arrived:
        status = Status.LATE
    resigned = line.resigned and line.resigned_at <= moment
    capacity, in_place_of = line.capacity, line.stands_for
    if before is not None and not seated:
        capacity = before.capacity
        in_place_of = (line.stands_for or before.stands_for) if capacity is Capacity.SUBSTITUTE else ""
    if (capacity, in_place_of, resigned, status) == (line.capacity, line.stands_for, line.resigned, line.status):
        return line
    return replace(line, capacity=capacity, resigned=resigned, stands_for=in_place_of, status=status)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What can't be true, in a sentence. seq: of the act that can't be so as things stand; unmarked: the person of whom it

    is only missing that they are present, '' for none.
    """

    sentence: str
    seq: int
    unmarked: PersonKey = ""


def contradictions(record: Record) -> tuple[Contradiction, ...]:
    """What the register and the movements say that can't all be true."""
    moves = sorted(record.movements, key=lambda move: move.moment)
    strangers = {move.person: move.seq for move in reversed(moves) if record.attendance_of(move.person) is None}
    found = [
        Contradiction(f"{name_of(record, person)} left without having been marked present.", seq, person)
        for person, seq in reversed(strangers.items())
    ]
    for line in record.attendance:
        found += _against_itself(record, line, [move for move in moves if move.person == line.person])
    return (*found, *_of_seats(record))


def _against_itself(record: Record, line: Attendance, moves: list[Movement]) -> Iterator[Contradiction]:
    """What one person can't have done, day by day of the meeting."""
    who = name_of(record, line.person)
    inside: bool | None = True
    for day in range(record.day + 1):
        said = line.on(day)
        today = [move for move in moves if move.day == day]
        if said is not None and said.day == day:
            inside = said.status is not Status.ARRIVED
        if today and said is not None and said.status in AWAY:
            yield Contradiction(f"{who} is down as not here, and came or went.", today[0].seq)
        elif today:
            yield from _of_a_day(record, who, today, inside)
            inside = today[-1].direction is not Direction.LEAVE


def _of_a_day(record: Record, who: str, moves: list[Movement], inside: bool | None) -> Iterator[Contradiction]:
    """inside: were they here when it began? They come back by themselves from leaving for an item: then None."""
    person = moves[0].person
    left_for_interest = any(person in one.act.who and one.act.conduct for one in record.declarations)
    for_good = False
    for move in moves:
        if move.direction is Direction.LEAVE:
            if inside is False:
                yield Contradiction(f"{who} left, but was not here.", move.seq)
            inside = None if move.span in (Span.ITEM, Span.UNTIL) else False
            for_good = move.span is Span.GOOD
            continue
        if inside and move.direction is Direction.ARRIVE:
            yield Contradiction(f"{who} arrived, but was here already.", move.seq)
        elif inside and not left_for_interest and not move.implied:
            yield Contradiction(f"{who} returned, but had not left.", move.seq)
        if for_good:
            yield Contradiction(f"{who} left for good, and returned.", move.seq)
        inside, for_good = True, False


def _of_seats(record: Record) -> Iterator[Contradiction]:
    """Substitutes for members who are here themselves, and for those of somebody else."""
    room = in_room(record)
    for line in record.attendance:
        if line.capacity is not Capacity.SUBSTITUTE or not line.stands_for:
            continue
        who, member = name_of(record, line.person), name_of(record, line.stands_for)
        if line.person in room and line.stands_for in room:
            yield Contradiction(f"{who} stands in for {member}, who is present.", line.seq)
        if apart := _of_another(record, line):
            yield Contradiction(f"{who} of {apart[0]} stands in for {member} of {apart[1]}.", line.seq)


def _of_another(record: Record, line: Attendance) -> tuple[str, str] | None:
    """Whose the substitute is, and whose the member, if both speak for somebody and not for the same."""
    seat = record.seat_of(line.person)
    who, member = record.people.get(line.person), record.people.get(line.stands_for)
    if who is None or member is None or (seat is not None and seat.stands_for == line.stands_for):
        return None
    for ours, theirs in ((who.organisation, member.organisation), (who.group, member.group)):
        if ours and theirs:
            alike = fold(ours) == fold(theirs) or longer_wording(ours, theirs) or longer_wording(theirs, ours)
            return None if alike else (ours, theirs)
    return None


def name_of(record: Record, person: PersonKey) -> str:
    """Somebody's name as the register has it, for a sentence to the clerk."""
    return record.people[person].name if person in record.people else person
