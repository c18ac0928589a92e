"""The room and its interests, folded into the record."""

from __future__ import annotations

from boardtui.model.acts import interests, room
from boardtui.model.acts.base import Filed, PersonRef
from boardtui.model.folding import add_block, effective, folds, happened, tell_time, whom
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
    Standing,
    Status,
)
from boardtui.model.room import (
    AWAY,
    CHAIR_OFFICES,
    has_left,
    in_room,
    minute_at,
    presiding,
    stood_for,
    waiting_to_speak,
)
from boardtui.model.times import ClockTime

_LISTED = {room.OtherMember: Capacity.OTHER, room.Officer: Capacity.OFFICER}
_EXCUSED = {room.Apologies: Status.APOLOGIES, room.Late: Status.LATE, room.Absent: Status.ABSENT}


def enrol(
    record: Record, filed: Filed, ref: PersonRef, capacity: Capacity, status: Status, *, reason: str = ""
) -> Attendance:
    """Put somebody on the register, or change what it says of them: one line a person, the last word counts.

    Who has arrived doesn't come to have been here all along by being marked present.
    """
    person = whom(record, ref)
    line = record.attendance_of(person)
    if line is None:
        line = Attendance(person, capacity, status, filed.seq, day=record.day)
        record.attendance.append(line)
    came = line.status is Status.ARRIVED and line.day == record.day
    if status is not Status.PRESENT or not came:
        _mark(record, line, status, reason)
    if status is Status.PRESENT:
        line.capacity = capacity
    line.newcomer = line.capacity is Capacity.MEMBER and record.seat_of(person) is None
    if line.capacity is not Capacity.SUBSTITUTE:
        line.stands_for = ""
    return line


def _mark(record: Record, line: Attendance, status: Status, reason: str = "") -> None:
    """What the register says of somebody from now on; what it said on an earlier day of the meeting stays said of that."""
    if line.day < record.day:
        line.earlier.append(Standing(line.day, line.status, line.reason))
        line.day = record.day
    line.status, line.reason = status, reason


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
    """Those who are here; `all` takes the members of whom nothing is said yet (that day). Who had left is back with that."""
    everyone = [person for person in record.members() if _is_unsaid(record, person)] if act.everyone else []
    for ref in (*everyone, *act.who):
        person = whom(record, ref)
        if _may_be_back(record, person):
            _move(record, filed, person, Direction.RETURN, _since(record, filed)).implied = True
        enrol(record, filed, person, Capacity.MEMBER, Status.PRESENT)


def _may_be_back(record: Record, person: PersonKey) -> bool:
    """May marking somebody present mean that they came back? Not where they were away, or nothing was said of them."""
    line = record.attendance_of(person)
    if line is None or record.stage not in (Stage.OPEN, Stage.ADJOURNED):
        return False
    return line.status not in AWAY or has_left(record, person)


def _is_unsaid(record: Record, person: PersonKey) -> bool:
    line = record.attendance_of(person)
    return line is None or line.day < record.day


def _since(record: Record, filed: Filed) -> ClockTime | None:
    """From when somebody is here who is marked present: on a further day from its beginning, else from now on."""
    return record.sittings[-1].start if record.day else filed.at


@folds(room.Substitute)
def fold_substitute(record: Record, filed: Filed, act: room.Substitute) -> None:
    """Somebody in a member's place."""
    line = enrol(record, filed, act.person, Capacity.SUBSTITUTE, Status.PRESENT)
    line.stands_for = act.stands_for or line.stands_for or stood_for(record, line.person)


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
        called = record.stage is Stage.BEFORE
        line.entries.append(record.entry_key if called else minute_at(record, happened(record, filed, filed.at)))
    add_block(record, filed, act).people = tuple(people)


@folds(room.Public)
def fold_public(record: Record, _filed: Filed, act: room.Public) -> None:
    """How many of the public."""
    record.publics[record.day] = act.number


@folds(room.Remote)
def fold_remote(record: Record, filed: Filed, act: room.Remote) -> None:
    """Takes part from elsewhere, and is present."""
    for ref in act.who:
        person = whom(record, ref)
        line = record.attendance_of(person)
        if line is None or line.status in AWAY:
            capacity = usual_capacity(record, person) if line is None else line.capacity
            line = enrol(record, filed, person, capacity, Status.PRESENT)
        line.remote = True


@folds(room.Apologies, room.Late, room.Absent)
def fold_excused(record: Record, filed: Filed, act: room.Apologies | room.Late | room.Absent) -> None:
    """Not here, or not yet."""
    for one in act.who:
        person = whom(record, one.person)
        capacity = usual_capacity(record, person)
        capacity = Capacity.MEMBER if capacity is Capacity.OTHER else capacity
        enrol(record, filed, person, capacity, _EXCUSED[type(act)], reason=one.reason)
    for line in record.attendance:
        if line.capacity is Capacity.SUBSTITUTE and not line.stands_for:
            line.stands_for = stood_for(record, line.person)


def _move(
    record: Record,
    filed: Filed,
    person: PersonKey,
    direction: Direction,
    at: ClockTime | None,
) -> Movement:
    moment = happened(record, filed, at)
    if at is not None:
        tell_time(record, at)
    movement = Movement(person, direction, filed.seq, record.entry_key, at, moment, day=record.day)
    record.movements.append(movement)
    return movement


@folds(room.Arrive)
def fold_arrive(record: Record, filed: Filed, act: room.Arrive) -> None:
    """Somebody comes in; one marked present was not here until now. Before the meeting begins they are just present."""
    if record.stage is Stage.BEFORE:
        for ref in act.who:
            line = record.attendance_of(whom(record, ref))
            capacity = line.capacity if line else usual_capacity(record, whom(record, ref))
            enrol(record, filed, ref, capacity, Status.PRESENT)
        return
    at, people = effective(filed, act.at), []
    for ref in act.who:
        person = whom(record, ref)
        people.append(person)
        line = record.attendance_of(person)
        if line is None:
            line = enrol(record, filed, person, usual_capacity(record, person), Status.ARRIVED)
        _mark(record, line, Status.ARRIVED)
        _move(record, filed, person, Direction.ARRIVE, at).reason = act.reason
    add_block(record, filed, act).people = tuple(people)


@folds(room.Leave)
def fold_leave(record: Record, filed: Filed, act: room.Leave) -> None:
    """Somebody goes out."""
    at = effective(filed, act.at)
    for person in act.who:
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


@folds(room.TakeChair)
def fold_chair(record: Record, filed: Filed, act: room.TakeChair) -> None:
    """In the chair from here; said before the first item, the list says it and no sentence."""
    person = whom(record, act.person)
    record.chair.append(ChairSpell(person, filed.seq, record.entry_key, happened(record, filed, filed.at)))
    if record.stage is not Stage.BEFORE and record.entry_key != OPENING:
        add_block(record, filed, act).people = (person,)


@folds(room.Elect)
def fold_elect(record: Record, filed: Filed, act: room.Elect) -> None:
    """Holds the office from here, and whoever held it no longer does. A new Chair presides, if they are here.

    If they aren't, whoever presides goes on (Local Government Act 1972, ss.3(2), 15(4): until the successor is in office).
    """
    until_then = presiding(record)
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
        here = set(in_room(record))
        goes_on = act.person not in here and until_then in here
        taken = happened(record, filed, filed.at)
        record.chair.append(ChairSpell(until_then if goes_on else act.person, filed.seq, record.entry_key, taken))


@folds(room.Coopt)
def fold_coopt(record: Record, filed: Filed, act: room.Coopt) -> None:
    """Joins the body, present and counting from here."""
    person = whom(record, act.person)
    if record.seat_of(person) is None:
        vacant = next((i for i, seat in enumerate(record.seats) if seat.kind is SeatKind.VACANCY), len(record.seats))
        record.seats[vacant : vacant + 1] = [Seat(kind=SeatKind.MEMBER, person=person)]
    line = enrol(record, filed, person, Capacity.MEMBER, Status.PRESENT)
    when = happened(record, filed, filed.at)
    line.seated_at = min(line.seated_at, when) if line.coopted else when
    line.coopted, line.resigned, line.newcomer = True, False, False


@folds(room.Resign)
def fold_resign(record: Record, filed: Filed, act: room.Resign) -> None:
    """Leaves the membership, not the room. The seat is vacant, and still one of the whole number."""
    others = (seat for seat in record.seats if seat.person != act.person or seat.kind is SeatKind.MEMBER)
    record.seats = [Seat(kind=SeatKind.VACANCY) if seat.person == act.person else seat for seat in others]
    if (line := record.attendance_of(act.person)) is not None:
        when = happened(record, filed, filed.at)
        line.resigned_at = min(line.resigned_at, when) if line.resigned else when
        line.resigned = True


@folds(room.WaitToSpeak)
def fold_wait(record: Record, _filed: Filed, act: room.WaitToSpeak) -> None:
    """They wait to speak, in this order."""
    record.waiting += [person for person in act.who if person not in record.waiting]


@folds(room.CallSpeaker)
def fold_call(record: Record, filed: Filed, _act: room.CallSpeaker) -> None:
    """The next one who is here speaks."""
    record.speaking = next(iter(waiting_to_speak(record)), "")
    if record.speaking:
        record.waiting.remove(record.speaking)
        record.speaking_since = filed.wall


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
