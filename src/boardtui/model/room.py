"""Who is in the room: the one derived truth that rolls, quorum and attendance lists start from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from boardtui.model.acts.interests import Conduct
from boardtui.model.acts.room import Span
from boardtui.model.agenda import ItemKey
from boardtui.model.motions import is_further
from boardtui.model.people import PersonKey, SeatKind
from boardtui.model.record import (
    OPENING,
    Attendance,
    Capacity,
    Declaration,
    Direction,
    Movement,
    Opening,
    Record,
    Status,
)
from boardtui.model.text import fold

_moment = attrgetter("moment")
COUNTING = (Capacity.MEMBER, Capacity.SUBSTITUTE)
AWAY = (Status.APOLOGIES, Status.LATE, Status.ABSENT)
CHAIR_OFFICES = frozenset(
    {
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "cadeirydd",
        "maer",
        "mayor",
        "lord mayor",
        "convener",
        "convenor",
        "president",
        "provost",
    }
)
DEPUTY_OFFICES = frozenset(
    {
        "is-gadeirydd",
        "dirprwy faer",
        "deputy chair",
        "deputy chairman",
        "deputy chairwoman",
        "deputy chairperson",
        "vice-chair",
        "vice chair",
        "vice-chairman",
        "vice chairman",
        "vice-chairwoman",
        "vice-chairperson",
        "deputy mayor",
        "deputy lord mayor",
        "depute convener",
        "vice-convener",
        "vice-convenor",
        "depute provost",
        "deputy provost",
        "vice-president",
    }
)


def in_room(record: Record) -> list[PersonKey]:
    """Everybody who is here now, in any capacity, in the order of the register."""
    moved = _Moved.of(record)
    return [line.person for line in record.attendance if _is_in(record, line, moved)]


def voters(record: Record) -> list[PersonKey]:
    """Those who count: members and substitutes who are here now and have not resigned.

    A seat has one vote: a substitute doesn't count while the member they stand in for is here and does.
    """
    moved = _Moved.of(record)
    counting = (line for line in record.attendance if line.capacity in COUNTING and not line.resigned)
    here = [line for line in counting if _is_in(record, line, moved)]
    members = {line.person for line in here if line.capacity is Capacity.MEMBER}
    return [line.person for line in here if line.stands_for not in members]


def whole_number(record: Record) -> int:
    """The whole number of members of the body: seats that are vacant count too."""
    return sum(seat.kind in (SeatKind.MEMBER, SeatKind.VACANCY) for seat in record.seats)


def presiding(record: Record) -> PersonKey:
    """Who is in the chair now: who took it last and is here, else the Chair, else the Deputy; '' when nobody is known.

    While nothing is said of who is here, everybody may be.
    """
    here = set(in_room(record))
    for spell in sorted(record.chair, key=lambda spell: spell.moment, reverse=True):
        if spell.person in here or not record.attendance:
            return spell.person
    for offices in (CHAIR_OFFICES, DEPUTY_OFFICES):
        for seat in record.seats:
            if seat.role.lower() in offices and (seat.person in here or (seat.person and not record.attendance)):
                return seat.person
    return ""


def speaking(record: Record) -> PersonKey:
    """Who is speaking, '' for nobody: not somebody who has gone out."""
    return record.speaking if record.speaking and _may_speak(record, record.speaking, set(in_room(record))) else ""


def waiting_to_speak(record: Record) -> list[PersonKey]:
    """Who waits to speak, in order: not those who are out, who take their places again when they are back."""
    inside = set(in_room(record)) if record.waiting else set()
    return [person for person in record.waiting if _may_speak(record, person, inside)]


def _may_speak(record: Record, person: PersonKey, inside: set[PersonKey]) -> bool:
    """Is somebody here, or not on the register at all, as one of the public is?"""
    return person in inside or record.attendance_of(person) is None


def is_here(record: Record, attendance: Attendance) -> bool:
    """Is the person of this line of the register in the room now?"""
    return _is_in(record, attendance, _Moved.of(record))


@dataclass(frozen=True, slots=True)
class _Moved:
    """What is worked out once for all lines of the register. away: gone for an interest; last: each person's last movement;

    turns: each time items were taken up, in the order in which that happened.
    """

    away: set[PersonKey]
    last: dict[PersonKey, Movement]
    turns: list[Opening]

    @classmethod
    def of(cls, record: Record) -> _Moved:
        return cls(_gone_for_interest(record), _last_moves(record), _in_time(record))


def _is_in(record: Record, line: Attendance, moved: _Moved) -> bool:
    if line.person in moved.away or line.status in AWAY:
        return False
    if line.capacity is Capacity.GUEST and record.entry_key not in line.entries:
        return False
    return line.person not in moved.last or not _is_out(record, moved.last[line.person], moved.turns)


def _last_moves(record: Record) -> dict[PersonKey, Movement]:
    """The last movement of each person, in the order in which they happened."""
    last: dict[PersonKey, Movement] = {}
    for move in record.movements:
        if move.person not in last or move.moment > last[move.person].moment:
            last[move.person] = move
    return last


def has_left(record: Record, person: PersonKey) -> bool:
    """Is somebody out now by what was said last, in the meeting's time, of their coming and going?"""
    moves = [move for move in record.movements if move.person == person]
    return bool(moves) and _is_out(record, max(moves, key=lambda move: move.moment), _in_time(record))


def _is_out(record: Record, last: Movement, turns: list[Opening]) -> bool:
    if last.direction is not Direction.LEAVE:
        return False
    if last.span is Span.ITEM:
        return record.entry_key == _open_at(turns, last.moment)
    if last.span is Span.UNTIL:
        return not any(one.moment > last.moment and _takes_up(one, last.until) for one in turns)
    return True


def minute_at(record: Record, moment: tuple[int, int]) -> int:
    """The key of the minute that was open at a moment of the meeting's time."""
    return _open_at(_in_time(record), moment)


def _in_time(record: Record) -> list[Opening]:
    return sorted(record.openings, key=_moment)


def _open_at(turns: list[Opening], moment: tuple[int, int]) -> int:
    at = bisect_right(turns, moment, key=_moment)
    return turns[at - 1].entry if at else OPENING


def _takes_up(one: Opening, item: ItemKey) -> bool:
    """Is this item taken up with that, or the whole item of which it is a sub-item?"""
    top = item.split(".")[0]
    return top in one.items and (item == top or one.sub in ("", item))


def _gone_for_interest(record: Record) -> set[PersonKey]:
    """Those who declared an interest in what is now open, left for it, and have not come back."""
    gone: set[PersonKey] = set()
    for one in record.declarations:
        if Conduct.LEFT in one.act.conduct and bears_on_open(record, one):
            gone.update(person for person in one.act.who if not _came_back(record, person, one.seq))
    return gone


def _came_back(record: Record, person: PersonKey, declared: int) -> bool:
    return any(
        move.direction is Direction.RETURN
        and move.seq > declared
        and minute_at(record, move.moment) == record.entry_key
        for move in record.movements
        if move.person == person
    )


def stood_for(record: Record, substitute: PersonKey) -> PersonKey:
    """The member a substitute stands in for where it isn't said: the one whom the agenda names; the only one of their

    organisation; or of their group the only one who is known to be away. '' where that doesn't tell.
    """
    seat = record.seat_of(substitute)
    if seat is not None and seat.stands_for:
        return seat.stands_for
    who = record.people.get(substitute)
    members = [record.people[key] for key in record.members() if key in record.people and key != substitute]
    if who is not None and who.organisation:
        alike = [one.key for one in members if fold(one.organisation) == fold(who.organisation)]
        return alike[0] if len(alike) == 1 else ""
    if who is not None and who.group:
        alike = [one.key for one in members if fold(one.group) == fold(who.group) and _is_away(record, one.key)]
        return alike[0] if len(alike) == 1 else ""
    return ""


def _is_away(record: Record, person: PersonKey) -> bool:
    line = record.attendance_of(person)
    return line is not None and (line.status in AWAY or has_left(record, person))


def is_open(record: Record, items: tuple[ItemKey, ...]) -> bool:
    """Is one of these items or sub-items open now?"""
    return any(key in record.open_items or (record.sub and f"{record.sub}.".startswith(f"{key}.")) for key in items)


def bears_on_open(record: Record, one: Declaration) -> bool:
    """Is this interest known to bear on what is open now? On its items; on its motion in the minute it was declared under,

    while that is before the meeting; without any of these, on that minute, unless it only takes declarations. Words, or the
    whole meeting, tell of no one item.
    """
    scope = one.act.scope
    if scope.items:
        return is_open(record, scope.items)
    if record.entry_key != one.entry or scope.words or scope.whole_meeting:
        return False
    if scope.motion is not None:
        return _is_before_it(record, scope.motion)
    return not declares_now(record)


def declares_now(record: Record) -> bool:
    """Is the item under which interests are declared open?"""
    titles = (record.business[key].item.title for key in record.open_items if key in record.business)
    return any(takes_declarations(title) for title in titles)


def _is_before_it(record: Record, number: int) -> bool:
    """Is this motion before the meeting, or what it decided last: 0 the motion, in any of its amendments too, 1 its first …?"""
    motion = record.before or record.decided
    while motion is not None and is_further(motion):
        motion = motion.parent
    return motion is not None and motion.entry == record.entry_key and number in (0, motion.number)


def takes_declarations(title: str) -> bool:
    """Is this the item under which interests are declared?"""
    words = title.lower()
    return "interest" in words and ("declar" in words or "disclos" in words)
