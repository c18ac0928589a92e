"""Taking the register: how it stands for each person, and which acts a mark on somebody comes to.

A mark says only what the clerk sees: this one is here, or is not. What that is depends on when it is made. Before the meeting,
and when it is over, it is what holds from its start. In the meeting it is an arrival or a departure now, except for somebody of
whom nothing is said yet (on this day): their place on the register is only filled in, and counts from the start as well.
Apologies, lateness and absence are no movements: they correct who was here from the start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from boardtui.errors import Refusal
from boardtui.model.acts import Act, corrections, room
from boardtui.model.acts.base import PersonRef
from boardtui.model.acts.room import Excused
from boardtui.model.people import PersonKey, Seat, SeatKind
from boardtui.model.record import OPENING, Attendance, Capacity, Record, Stage, Status
from boardtui.model.room import in_room, stood_for
from boardtui.model.settle import settled
from boardtui.model.text import fold
from boardtui.rules.presence import name_of


class Section(Enum):
    """Under which heading of the register somebody stands. NAMED: the agenda names them, a report's author for instance."""

    MEMBERS = auto()
    SUBSTITUTES = auto()
    OFFICERS = auto()
    OTHERS = auto()
    NAMED = auto()


class Whereabouts(Enum):
    """Where somebody is, as far as is known. AWAY: not here, or not yet; OUT: was here, and has gone."""

    UNSAID = auto()
    HERE = auto()
    AWAY = auto()
    OUT = auto()


class Mark(Enum):
    """What a clerk marks. TURNED: is here, or if marked so already, is not; MOVES: comes in or goes out at this moment."""

    HERE = auto()
    TURNED = auto()
    APOLOGIES = auto()
    LATE = auto()
    ABSENT = auto()
    REMOTE = auto()
    MOVES = auto()


class Role(Enum):
    """As what somebody new is here."""

    OFFICER = auto()
    GUEST = auto()
    OTHER = auto()
    SUBSTITUTE = auto()
    MEMBER = auto()


class Asked(Enum):
    """What must be asked before a mark means something: as what somebody is here, for whom they sit, who sits for them."""

    ROLE = auto()
    FOR_WHOM = auto()


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A place on the register. attendance: what was said of them, None for nothing; seat: on the body, None for none."""

    person: PersonKey
    section: Section
    whereabouts: Whereabouts
    attendance: Attendance | None = None
    seat: Seat | None = None


_EXCUSED: dict[Mark, tuple[type[room.Apologies | room.Late | room.Absent], Status]] = {
    Mark.APOLOGIES: (room.Apologies, Status.APOLOGIES),
    Mark.LATE: (room.Late, Status.LATE),
    Mark.ABSENT: (room.Absent, Status.ABSENT),
}
_EXCUSES = tuple(status for _, status in _EXCUSED.values())
_SECTIONS = {
    Capacity.MEMBER: Section.MEMBERS, Capacity.SUBSTITUTE: Section.SUBSTITUTES, Capacity.OFFICER: Section.OFFICERS,
    Capacity.OTHER: Section.OTHERS, Capacity.GUEST: Section.OTHERS,
}  # fmt: skip
_SEATED = {
    SeatKind.MEMBER: Section.MEMBERS,
    SeatKind.SUBSTITUTE: Section.SUBSTITUTES,
    SeatKind.OFFICER: Section.OFFICERS,
}
_ENTERING = (room.Present, room.Substitute, room.OtherMember, room.Officer, room.Guest, room.Coopt)
_OF_THE_REGISTER = (
    *_ENTERING, room.Public, room.Remote, room.Apologies, room.Late, room.Absent, room.Arrive, room.Leave, room.Return,
)  # fmt: skip
_HAVING_WHO = (
    room.Present, room.OtherMember, room.Officer, room.Guest, room.Remote, room.Arrive, room.Leave, room.Return,
)  # fmt: skip


def roll(record: Record) -> list[Enrolled]:
    """Everybody the meeting knows: the members in the order of the agenda, and below them all others, as they were named."""
    said = {line.person: line for line in record.attendance}
    here = set(in_room(record))
    seats = {seat.person: seat for seat in reversed(record.seats) if seat.person}
    people = dict.fromkeys((*(seat.person for seat in record.seats if seat.person), *said, *record.people))
    places = [_enrolled(record, person, said.get(person), seats.get(person), person in here) for person in people]
    return sorted(places, key=lambda place: place.section.value)


def enrolled(record: Record, person: PersonKey) -> Enrolled:
    """Somebody's place on the register."""
    here = person in in_room(record)
    return _enrolled(record, person, record.attendance_of(person), record.seat_of(person), here)


def _enrolled(record: Record, person: PersonKey, said: Attendance | None, seat: Seat | None, here: bool) -> Enrolled:
    return Enrolled(person, _section(said, seat), _whereabouts(record, said, here), said, seat)


def _section(said: Attendance | None, seat: Seat | None) -> Section:
    """Members stand where the agenda has them; others where they were last said to belong."""
    if seat is not None and (seat.kind is SeatKind.MEMBER or said is None):
        return _SEATED[seat.kind]
    return _SECTIONS[said.capacity] if said is not None else Section.NAMED


def _whereabouts(record: Record, said: Attendance | None, here: bool) -> Whereabouts:
    if said is None:
        return Whereabouts.UNSAID
    if here:
        return Whereabouts.HERE
    if said.status in _EXCUSES:
        return Whereabouts.AWAY
    if said.capacity is Capacity.GUEST and record.entry_key not in said.entries:
        return Whereabouts.UNSAID  # was here for another item
    return Whereabouts.OUT


def _unsaid_today(record: Record, said: Attendance | None) -> bool:
    """Has nothing been said of somebody on this day of the meeting? Each has a register of its own."""
    return said is None or said.day < record.day


def asks(record: Record, person: PersonKey, mark: Mark) -> Asked | None:
    """What must be asked before this mark can be made on somebody, None for nothing."""
    place = enrolled(record, person)
    comes = place.whereabouts in (Whereabouts.UNSAID, Whereabouts.AWAY)
    if mark in _EXCUSED or not comes:
        return None
    if place.section is Section.NAMED:
        return Asked.ROLE
    if place.section is Section.SUBSTITUTES and not _stands_for(record, place) and place.attendance is None:
        return Asked.FOR_WHOM
    return None


def _stands_for(record: Record, place: Enrolled) -> PersonKey:
    said = place.attendance.stands_for if place.attendance is not None else ""
    return said or stood_for(record, place.person)


# --- marks


def marked(record: Record, person: PersonKey, mark: Mark) -> tuple[Act, ...]:
    """The acts that a mark on somebody comes to, to be said in this order.

    Raises Refusal where it would say nothing, or can't be said now.
    """
    place = enrolled(record, person)
    if mark in _EXCUSED:
        return _excused(record, place, mark)
    if mark is Mark.REMOTE:
        return _remote(record, place)
    if mark is Mark.MOVES:
        return _moved(record, place)
    if mark is Mark.HERE and place.whereabouts is Whereabouts.HERE:
        return _in_the_room(record, place)
    return _turned(record, place)


def excused_with(record: Record, person: PersonKey, reason: str) -> tuple[Act, ...]:
    """The act that gives the reason why somebody isn't here, '' takes it away; none where it is given already.

    Raises Refusal for somebody who is here, or of whom nothing is said.
    """
    said = enrolled(record, person).attendance
    if said is None or said.status not in _EXCUSES:
        raise Refusal(
            f"Nothing says that {name_of(record, person)} sent apologies, is late or absent.", "Say that first."
        )
    if reason == said.reason:
        return ()
    kind = next(kind for kind, status in _EXCUSED.values() if status is said.status)
    return (kind(who=(Excused(person=person, reason=reason),)),)


def everyone(record: Record) -> tuple[Act, ...]:
    """The act that marks as here all members of whom nothing is said. Raises Refusal where there are none."""
    if any(_unsaid_today(record, record.attendance_of(person)) for person in record.members()):
        return (room.Present(everyone=True),)
    raise Refusal("Something is said of every member already.", "Mark those of whom it isn't so.")


def substituted(record: Record, member: PersonKey, by: PersonRef) -> tuple[Act, ...]:
    """The acts that put somebody in a member's place: they sit, and the member isn't here, or leaves now.

    Who sat there before no longer does. member: '' where it isn't known.
    """
    acts: list[Act] = [room.Substitute(person=by, stands_for=member)]
    if member:
        acts[:0] = _no_longer_sitting(record, member, key_of(record, by))
        whereabouts = enrolled(record, member).whereabouts
        if whereabouts is Whereabouts.HERE and is_on(record):
            acts.append(room.Leave(who=(member,)))
        elif whereabouts in (Whereabouts.HERE, Whereabouts.UNSAID):
            acts.append(room.Apologies(who=(Excused(person=member),)))
    return tuple(acts)


def _no_longer_sitting(record: Record, member: PersonKey, by: PersonKey) -> Iterator[Act]:
    """Those who sit for a member already, but for this one, go out now; before the meeting they never sat."""
    for line in record.attendance:
        sits = line.capacity is Capacity.SUBSTITUTE and line.stands_for == member and line.person != by
        if sits and enrolled(record, line.person).whereabouts is Whereabouts.HERE:
            yield from (room.Leave(who=(line.person,)),) if is_on(record) else _taken_off(record, line.person)


def entered(record: Record, who: tuple[PersonRef, ...], role: Role) -> tuple[Act, ...]:
    """The act that enters people as something other than a substitute. Raises Refusal for a guest of no item."""
    if role is Role.GUEST and record.entry_key == OPENING:
        raise Refusal(
            "A guest is here for an item, and none is open.", "Open the item first, or put them down as something else."
        )
    classes = {
        Role.OFFICER: room.Officer,
        Role.GUEST: room.Guest,
        Role.OTHER: room.OtherMember,
        Role.MEMBER: room.Present,
    }
    return (classes[role](who=who),)


def is_on(record: Record) -> bool:
    """Does a mark made now mean a movement: has the meeting begun, and not ended?"""
    return record.stage in (Stage.OPEN, Stage.ADJOURNED)


def _turned(record: Record, place: Enrolled) -> tuple[Act, ...]:
    """Here, or not here."""
    if place.whereabouts is Whereabouts.OUT:
        return (room.Return(who=(place.person,)),)
    if place.whereabouts is Whereabouts.HERE:
        if is_on(record):
            return (room.Leave(who=(place.person,)),)
        if place.seat is not None and place.seat.kind is SeatKind.MEMBER:
            return _excused(record, place, Mark.ABSENT)
        return _taken_off(record, place.person)
    if place.whereabouts is Whereabouts.AWAY and is_on(record) and not _unsaid_today(record, place.attendance):
        return (room.Arrive(who=(place.person,)),)
    return _put_on(record, place)


def _put_on(record: Record, place: Enrolled) -> tuple[Act, ...]:
    """Here from the start, as what they are down as."""
    who = (place.person,)
    if place.section is Section.MEMBERS:
        return (room.Present(who=who),)
    if place.section is Section.SUBSTITUTES:
        return substituted(record, _stands_for(record, place), place.person)
    if place.section is Section.OFFICERS:
        return (room.Officer(who=who),)
    guest = place.attendance is not None and place.attendance.capacity is Capacity.GUEST
    return entered(record, who, Role.GUEST if guest else Role.OTHER)


def _excused(record: Record, place: Enrolled, mark: Mark) -> tuple[Act, ...]:
    kind, status = _EXCUSED[mark]
    said = place.attendance
    if said is not None and said.status is status and not _unsaid_today(record, said):
        raise Refusal(f"{name_of(record, place.person)} is down so already: {status.value}.")
    return (kind(who=(Excused(person=place.person),)),)


def _in_the_room(record: Record, place: Enrolled) -> tuple[Act, ...]:
    """Here, and not from elsewhere; or here on this day of the meeting, too."""
    if place.attendance is not None and place.attendance.remote:
        return _without(record, place.person, (room.Remote,))
    if _unsaid_today(record, place.attendance):
        return _put_on(record, place)
    raise Refusal(f"{name_of(record, place.person)} is here already.")


def _remote(record: Record, place: Enrolled) -> tuple[Act, ...]:
    """Here from elsewhere."""
    said = place.attendance
    remote = room.Remote(who=(place.person,))
    if place.whereabouts is Whereabouts.HERE and said is not None:
        if said.remote:
            raise Refusal(f"{name_of(record, place.person)} takes part from elsewhere already.")
        return (remote,)
    if place.whereabouts is Whereabouts.UNSAID and place.section is Section.MEMBERS:
        return (remote,)
    comes = _turned(record, place)
    return comes if said is not None and said.remote else (*comes, remote)


def _moved(record: Record, place: Enrolled) -> tuple[Act, ...]:
    """In or out, now."""
    if not is_on(record):
        when = "has not started" if record.stage is Stage.BEFORE else "is closed"
        raise Refusal(f"The meeting {when}: nobody comes in or goes out now.", "Mark who is here from the start.")
    who = (place.person,)
    if place.whereabouts is Whereabouts.HERE:
        return (room.Leave(who=who),)
    return (room.Return(who=who),) if place.whereabouts is Whereabouts.OUT else (room.Arrive(who=who),)


# --- taking back


def last_said(record: Record) -> int | None:
    """The seq of the act of the register that was said last and stands, None for none."""
    return next((seq for seq in reversed(record.undoable) if isinstance(record.act(seq), _OF_THE_REGISTER)), None)


def last_taken_back(record: Record) -> int | None:
    """The seq of the act of the register that was undone last, None for none."""
    return next((seq for seq in reversed(record.undone) if isinstance(record.act(seq), _OF_THE_REGISTER)), None)


def _taken_off(record: Record, person: PersonKey) -> tuple[Act, ...]:
    """As if it had never been said that somebody who is no member is here."""
    return _without(record, person, _ENTERING)


def _without(record: Record, person: PersonKey, kinds: tuple[type[Act], ...]) -> tuple[Act, ...]:
    """Every act of these kinds that names the person undone, and said again of the others it names."""
    acts: list[Act] = []
    for filed in settled(record.filed):
        if isinstance(filed.act, kinds) and any(_is(record, ref, person) for ref in _named(filed.act)):
            acts += [corrections.Undo(target=filed.seq), *_of_the_others(record, filed.act, person)]
    if not acts:
        raise Refusal(
            f"{name_of(record, person)} was put down together with others.",
            "Undo that, and say it again of the others.",
        )
    return tuple(acts)


def _named(act: Act) -> tuple[PersonRef, ...]:
    if isinstance(act, room.Substitute | room.Coopt):
        return (act.person,)
    return act.who if isinstance(act, _HAVING_WHO) else ()


def _of_the_others(record: Record, act: Act, person: PersonKey) -> Iterator[Act]:
    others = tuple(ref for ref in _named(act) if not _is(record, ref, person))
    if others:
        yield act.model_copy(update={"who": others})


def _is(record: Record, ref: PersonRef, person: PersonKey) -> bool:
    return key_of(record, ref) == person


def key_of(record: Record, ref: PersonRef) -> PersonKey:
    """The key under which the record has somebody who was named, '' for somebody it doesn't know."""
    if isinstance(ref, str):
        return ref
    return next((key for key, one in record.people.items() if fold(one.name) == fold(ref.name)), "")
