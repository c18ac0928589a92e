"""Who is in the room: the one derived truth that rolls, quorum and attendance lists start from."""

from __future__ import annotations

from boardtui.model.acts.interests import Conduct
from boardtui.model.acts.room import Span
from boardtui.model.agenda import ItemKey
from boardtui.model.people import PersonKey, SeatKind
from boardtui.model.record import Attendance, Capacity, Declaration, Direction, Movement, Record, Status

COUNTING = (Capacity.MEMBER, Capacity.SUBSTITUTE)
CHAIR_OFFICES = frozenset(
    {
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
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
    away, last = _gone_for_interest(record), _last_moves(record)
    return [line.person for line in record.attendance if _is_in(record, line, away, last)]


def voters(record: Record) -> list[PersonKey]:
    """Those who count: members and substitutes who are here now and have not resigned."""
    away, last = _gone_for_interest(record), _last_moves(record)
    counting = (line for line in record.attendance if line.capacity in COUNTING and not line.resigned)
    return [line.person for line in counting if _is_in(record, line, away, last)]


def whole_number(record: Record) -> int:
    """The whole number of members of the body: seats that are vacant count too."""
    return sum(seat.kind in (SeatKind.MEMBER, SeatKind.VACANCY) for seat in record.seats)


def presiding(record: Record) -> PersonKey:
    """Who is in the chair now: who took it last and is here, else the Chair, else the Deputy; '' when nobody is known.

    While nothing is said of who is here, everybody may be.
    """
    here = set(in_room(record))
    for spell in reversed(record.chair):
        if spell.person in here or not record.attendance:
            return spell.person
    for offices in (CHAIR_OFFICES, DEPUTY_OFFICES):
        for seat in record.seats:
            if seat.role.lower() in offices and (seat.person in here or (seat.person and not record.attendance)):
                return seat.person
    return ""


def is_here(record: Record, attendance: Attendance) -> bool:
    """Is the person of this line of the register in the room now?"""
    return _is_in(record, attendance, _gone_for_interest(record), _last_moves(record))


def _is_in(record: Record, line: Attendance, away: set[PersonKey], last: dict[PersonKey, Movement]) -> bool:
    if line.person in away or line.status in (Status.APOLOGIES, Status.LATE, Status.ABSENT):
        return False
    if line.capacity is Capacity.GUEST and record.entry_key not in line.entries:
        return False
    return line.person not in last or not _is_out_after(record, last[line.person])


def _last_moves(record: Record) -> dict[PersonKey, Movement]:
    """The last movement of each person, in the order in which they happened."""
    last: dict[PersonKey, Movement] = {}
    for move in record.movements:
        if move.person not in last or move.moment > last[move.person].moment:
            last[move.person] = move
    return last


def _is_out_after(record: Record, last: Movement) -> bool:
    if last.direction is not Direction.LEAVE:
        return False
    if last.span is Span.ITEM:
        return record.entry_key == last.entry
    if last.span is Span.UNTIL:
        item = last.until.split(".")[0]
        back = next((e for e in record.entries.values() if item in e.items and e.taken is not None), None)
        return back is None or back.key < last.seq
    return True


def _gone_for_interest(record: Record) -> set[PersonKey]:
    """Those who declared an interest in what is now open, left for it, and have not come back."""
    gone: set[PersonKey] = set()
    for one in record.declarations:
        if Conduct.LEFT in one.act.conduct and bears_on_open(record, one):
            gone.update(person for person in one.act.who if not _came_back(record, person, one.seq))
    return gone


def _came_back(record: Record, person: PersonKey, declared: int) -> bool:
    return any(
        move.direction is Direction.RETURN and move.entry == record.entry_key and move.seq > declared
        for move in record.movements
        if move.person == person
    )


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
    titles = [record.business[key].item.title for key in record.open_items if key in record.business]
    return not any(takes_declarations(title) for title in titles)


def _is_before_it(record: Record, number: int) -> bool:
    """Is this motion before the meeting, or what it decided last: 0 the motion, in any of its amendments too, 1 its first …?"""
    motion = record.before or record.decided
    return motion is not None and motion.entry == record.entry_key and number in (0, motion.number)


def takes_declarations(title: str) -> bool:
    """Is this the item under which interests are declared?"""
    words = title.lower()
    return "interest" in words and ("declar" in words or "disclos" in words)
