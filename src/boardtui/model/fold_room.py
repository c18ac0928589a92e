"""The room and its interests, folded into the record."""

from __future__ import annotations

from boardtui.model.acts import interests, room
from boardtui.model.acts.base import Filed, PersonRef
from boardtui.model.folding import add_block, effective, folds, odd, whom
from boardtui.model.people import PersonKey, Seat, SeatKind
from boardtui.model.record import (
    OPENING,
    Attendance,
    Capacity,
    ChairSpell,
    Declaration,
    Direction,
    Movement,
    Record,
    Stage,
    Status,
)
from boardtui.model.room import CHAIR_OFFICES
from boardtui.model.times import ClockTime

_LISTED = {room.OtherMember: Capacity.OTHER, room.Officer: Capacity.OFFICER}
_EXCUSED = {room.Apologies: Status.APOLOGIES, room.Late: Status.LATE, room.Absent: Status.ABSENT}


def enrol(
    record: Record, filed: Filed, ref: PersonRef, capacity: Capacity, status: Status, *, reason: str = ""
) -> Attendance:
    """Put somebody on the register, or change what it says of them: one line a person, the last word counts."""
    person = whom(record, ref)
    line = record.attendance_of(person)
    if line is None:
        line = Attendance(person, capacity, status, filed.seq)
        line.newcomer = capacity is Capacity.MEMBER and record.seat_of(person) is None
        record.attendance.append(line)
    line.status, line.reason = status, reason
    if status is Status.PRESENT:
        line.capacity = capacity
    return line


def usual_capacity(record: Record, person: PersonKey) -> Capacity:
    """In what capacity somebody comes, going by their seat."""
    seat = record.seat_of(person)
    kinds = {
        SeatKind.MEMBER: Capacity.MEMBER,
        SeatKind.SUBSTITUTE: Capacity.SUBSTITUTE,
        SeatKind.OFFICER: Capacity.OFFICER,
    }
    return kinds.get(seat.kind, Capacity.OTHER) if seat else Capacity.OTHER


@folds(room.Present)
def fold_present(record: Record, filed: Filed, act: room.Present) -> None:
    """Those who are here; `all` takes the members of whom nothing is said yet."""
    if act.everyone:
        for person in record.members():
            if record.attendance_of(person) is None:
                enrol(record, filed, person, Capacity.MEMBER, Status.PRESENT)
    for ref in act.who:
        enrol(record, filed, ref, Capacity.MEMBER, Status.PRESENT)


@folds(room.Substitute)
def fold_substitute(record: Record, filed: Filed, act: room.Substitute) -> None:
    """Somebody in a member's place."""
    enrol(record, filed, act.person, Capacity.SUBSTITUTE, Status.PRESENT).stands_for = act.stands_for


@folds(room.OtherMember, room.Officer)
def fold_listed(record: Record, filed: Filed, act: room.OtherMember | room.Officer) -> None:
    """Others in the room, who don't count."""
    for ref in act.who:
        enrol(record, filed, ref, _LISTED[type(act)], Status.PRESENT)


@folds(room.Guest)
def fold_guest(record: Record, filed: Filed, act: room.Guest) -> None:
    """Here for the open item."""
    people = []
    for ref in act.who:
        person = whom(record, ref)
        people.append(person)
        line = record.attendance_of(person)
        if line is None or line.status is not Status.PRESENT:
            line = enrol(record, filed, person, Capacity.GUEST, Status.PRESENT)
        line.entries.append(record.entry_key)
    add_block(record, filed, act).people = tuple(people)


@folds(room.Public)
def fold_public(record: Record, _filed: Filed, act: room.Public) -> None:
    """How many of the public."""
    record.public = act.number


@folds(room.Remote)
def fold_remote(record: Record, filed: Filed, act: room.Remote) -> None:
    """Takes part from elsewhere, and is present."""
    for ref in act.who:
        person = whom(record, ref)
        line = record.attendance_of(person)
        if line is None:
            line = enrol(record, filed, person, usual_capacity(record, person), Status.PRESENT)
        line.remote = True


@folds(room.Apologies, room.Late, room.Absent)
def fold_excused(record: Record, filed: Filed, act: room.Apologies | room.Late | room.Absent) -> None:
    """Not here, or not yet."""
    for one in act.who:
        person = whom(record, one.person)
        capacity = usual_capacity(record, person)
        capacity = Capacity.MEMBER if capacity is Capacity.OTHER else capacity
        enrol(record, filed, person, capacity, _EXCUSED[type(act)], reason=one.reason)


def _move(
    record: Record,
    filed: Filed,
    person: PersonKey,
    direction: Direction,
    at: ClockTime | None,
) -> Movement:
    minutes = at.minutes if at else None
    if minutes is not None and record.moment(minutes) > record.moment(record.clock):
        record.clock = minutes
    moment = (record.moment(record.clock if minutes is None else minutes), filed.seq)
    movement = Movement(person, direction, filed.seq, record.entry_key, at, moment)
    record.movements.append(movement)
    return movement


@folds(room.Arrive)
def fold_arrive(record: Record, filed: Filed, act: room.Arrive) -> None:
    """Somebody comes in; one marked present was not here until now."""
    at, people = effective(filed, act.at), []
    for ref in act.who:
        person = whom(record, ref)
        people.append(person)
        line = record.attendance_of(person)
        if line is None:
            line = enrol(record, filed, person, usual_capacity(record, person), Status.ARRIVED)
        line.status = Status.ARRIVED
        _move(record, filed, person, Direction.ARRIVE, at).reason = act.reason
    add_block(record, filed, act).people = tuple(people)


@folds(room.Leave)
def fold_leave(record: Record, filed: Filed, act: room.Leave) -> None:
    """Somebody goes out."""
    at = effective(filed, act.at)
    for person in act.who:
        if record.attendance_of(person) is None:
            odd(record, filed, f"{_called(record, person)} left without having been marked present.")
        movement = _move(record, filed, person, Direction.LEAVE, at)
        movement.reason, movement.span, movement.until = act.reason, act.span, act.until
    add_block(record, filed, act).people = act.who


@folds(room.Return)
def fold_return(record: Record, filed: Filed, act: room.Return) -> None:
    """Somebody comes back."""
    at = effective(filed, act.at)
    for person in act.who:
        _move(record, filed, person, Direction.RETURN, at)
    add_block(record, filed, act).people = act.who


def _called(record: Record, person: PersonKey) -> str:
    return record.people[person].name if person in record.people else person


@folds(room.TakeChair)
def fold_chair(record: Record, filed: Filed, act: room.TakeChair) -> None:
    """In the chair from here; said before the first item, the list says it and no sentence."""
    person = whom(record, act.person)
    record.chair.append(ChairSpell(person, filed.seq, record.entry_key))
    if record.stage is not Stage.BEFORE and record.entry_key != OPENING:
        add_block(record, filed, act).people = (person,)


@folds(room.Elect)
def fold_elect(record: Record, filed: Filed, act: room.Elect) -> None:
    """Holds the office from here, and whoever held it no longer does. A new Chair presides."""
    record.seats = [
        seat.model_copy(update={"role": ""}) if seat.role.lower() == act.office.lower() else seat
        for seat in record.seats
    ]
    if record.seat_of(act.person) is None:
        record.seats.append(Seat(kind=SeatKind.MEMBER, person=act.person))
    record.seats = [
        seat.model_copy(update={"role": act.office}) if seat.person == act.person else seat for seat in record.seats
    ]
    if act.office.lower() in CHAIR_OFFICES and record.stage is not Stage.BEFORE:
        record.chair.append(ChairSpell(act.person, filed.seq, record.entry_key))


@folds(room.Coopt)
def fold_coopt(record: Record, filed: Filed, act: room.Coopt) -> None:
    """Joins the body, present and counting from here."""
    person = whom(record, act.person)
    if record.seat_of(person) is None:
        record.seats.append(Seat(kind=SeatKind.MEMBER, person=person))
    line = enrol(record, filed, person, Capacity.MEMBER, Status.PRESENT)
    line.coopted, line.newcomer = True, False


@folds(room.Resign)
def fold_resign(record: Record, filed: Filed, act: room.Resign) -> None:
    """Leaves the membership, not the room."""
    record.seats = [seat for seat in record.seats if seat.person != act.person]
    line = record.attendance_of(act.person)
    if line is None:
        odd(record, filed, f"{_called(record, act.person)} resigned without having been marked present.")
    else:
        line.resigned = True


@folds(room.WaitToSpeak)
def fold_wait(record: Record, _filed: Filed, act: room.WaitToSpeak) -> None:
    """They wait to speak, in this order."""
    record.waiting += [person for person in act.who if person not in record.waiting]


@folds(room.CallSpeaker)
def fold_call(record: Record, _filed: Filed, _act: room.CallSpeaker) -> None:
    """The next one speaks."""
    record.speaking = record.waiting.pop(0) if record.waiting else ""


@folds(room.SpeakersDone)
def fold_speakers_done(record: Record, _filed: Filed, _act: room.SpeakersDone) -> None:
    """Nobody waits any more."""
    record.waiting, record.speaking = [], ""


@folds(interests.DeclareNone)
def fold_declare_none(record: Record, filed: Filed, act: interests.DeclareNone) -> None:
    """No interests."""
    record.none_declared = True
    add_block(record, filed, act)


@folds(interests.Declare)
def fold_declare(record: Record, filed: Filed, act: interests.Declare) -> None:
    """An interest declared."""
    record.declarations.append(Declaration(act, filed.seq, record.entry_key))
    block = add_block(record, filed, act)
    block.people, block.motion = act.who, record.before


@folds(interests.Dispensation)
def fold_dispensation(record: Record, filed: Filed, act: interests.Dispensation) -> None:
    """May take part all the same."""
    record.dispensations.append((filed.seq, act))
    block = add_block(record, filed, act)
    block.people, block.motion = act.who, record.before


@folds(interests.Arrears)
def fold_arrears(record: Record, filed: Filed, act: interests.Arrears) -> None:
    """May speak but not vote."""
    record.arrears += [person for person in act.who if person not in record.arrears]
    add_block(record, filed, act).people = act.who
