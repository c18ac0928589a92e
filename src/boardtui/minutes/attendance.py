"""The attendance: who was there, in what capacity, and who was not; for each day of the meeting, if it had several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from boardtui.minutes.attendance_forms import Cell, ListForm, Listing
from boardtui.minutes.dates import said_day, said_time
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.minutes.tree import AttendanceLine, AttendanceList, Table
from boardtui.model.acts.meeting import Start
from boardtui.model.acts.room import Span
from boardtui.model.people import PersonKey
from boardtui.model.record import OPENING, Attendance, Capacity, ChairSpell, Direction, Record, Status
from boardtui.model.room import AWAY, CHAIR_OFFICES, COUNTING, DEPUTY_OFFICES
from boardtui.model.times import CalendarDay

_HERE = (Status.PRESENT, Status.ARRIVED)
_BELONGS: dict[Listing, Callable[[Attendance], bool]] = {
    Listing.MEMBERS: lambda line: line.status in _HERE and line.capacity in COUNTING,
    Listing.MEMBERSHIP: lambda line: line.status in (*_HERE, *AWAY) and line.capacity in COUNTING,
    Listing.OTHERS: lambda line: line.status in _HERE and line.capacity is Capacity.OTHER,
    Listing.OFFICERS: lambda line: line.status in _HERE and line.capacity is Capacity.OFFICER,
    Listing.APOLOGIES: lambda line: line.status is Status.APOLOGIES,
    Listing.LATE: lambda line: line.status is Status.LATE,
    Listing.ABSENT: lambda line: line.status is Status.ABSENT,
    Listing.PUBLIC: lambda line: False,
}
_AS_TYPED = (Listing.OTHERS, Listing.OFFICERS)
_EXCUSED = (Listing.APOLOGIES, Listing.LATE, Listing.ABSENT)


def attendance(record: Record, house: House, names: Names) -> tuple[AttendanceList, ...]:
    """The attendance lists of the house, in its order; those with nobody in them are left out.

    A meeting that went on on another day has them for that day, too, under its date.
    """
    lists = _of_day(record, house, names, 0)
    for day, date in enumerate(further_days(record), start=1):
        heading = house.attendance.another_day.fill({"date": said_day(date, house.dates.weekday, house)})
        if there := _of_day(record, house, names, day):
            lists += [AttendanceList(heading=heading), *there]
    return tuple(lists)


def further_days(record: Record) -> list[CalendarDay | None]:
    """The days on which the meeting went on, after that of its summons."""
    return [one.day for before, one in pairwise(record.sittings) if one.day != before.day]


def register_of(record: Record, day: int) -> list[Attendance]:
    """The register as it was on a day of the meeting, the first of which is 0, in the order typed."""
    return [known for line in record.attendance if (known := _that_day(record, line, day)) is not None]


def _of_day(record: Record, house: House, names: Names, day: int) -> list[AttendanceList]:
    """The lists of one day of the meeting, the first of which is 0."""
    chair = (_put_there_before(record, day) if day else opening_chair(record)) or chair_by_office(record, day)
    register = register_of(record, day)
    lists = (_Writer(record, house, names, form, chair, day, register).written() for form in house.attendance.lists)
    return [one for one in lists if one is not None]


def _that_day(record: Record, line: Attendance, day: int) -> Attendance | None:
    """A line of the register as it was that day; None for one of whom it said nothing, unless they were still there."""
    said = line.on(day)
    if said is None:
        return None
    if said.day < day and (said.status not in _HERE or line.resigned or not _still_there(record, line.person, day)):
        return None
    status = Status.PRESENT if said.day < day else said.status
    return replace(line, status=status, reason=said.reason)


def _still_there(record: Record, person: PersonKey, day: int) -> bool:
    """Was somebody there when the day began, or did they come on it?"""
    moves = sorted((move for move in record.movements if move.person == person), key=lambda move: move.moment)
    before = [move for move in moves if move.day < day]
    stayed = not before or before[-1].direction is not Direction.LEAVE or before[-1].span in (Span.ITEM, Span.UNTIL)
    return stayed or any(move.day == day and move.direction is not Direction.LEAVE for move in moves)


def opening_chair(record: Record) -> PersonKey:
    """Who was put in the chair before the first item, '' when nobody was: then an office decides (`chair_by_office`)."""
    start = next((filed.seq for filed in record.filed if isinstance(filed.act, Start)), 0)
    spells = [spell for spell in record.chair if _at_the_opening(spell, start)]
    return spells[-1].person if spells else ""


def _put_there_before(record: Record, day: int) -> PersonKey:
    """Who had been put in the chair last when a further day began, and was there; '' for nobody."""
    begins = next((one.begins for one in record.sittings if one.day == further_days(record)[day - 1]), None)
    earlier = [spell for spell in record.chair if begins is not None and spell.moment[0] <= begins]
    there = (spell.person for spell in sorted(earlier, key=lambda spell: spell.moment, reverse=True))
    return next((person for person in there if _was_there(record, person, day)), "")


def chair_by_office(record: Record, day: int = 0) -> PersonKey:
    """Who presided from the start of a day because of their office: the Chair, or else the Deputy; '' if neither was there."""
    now = {seat.person: seat.role for seat in record.seats if seat.person and seat.role}
    for offices in (CHAIR_OFFICES, DEPUTY_OFFICES):
        for person, office in (now if day else record.offices).items():
            if office.lower() in offices and _was_there(record, person, day):
                return person
    return ""


def _was_there(record: Record, person: PersonKey, day: int) -> bool:
    """Was this person there from the start of the day? Of whom the register of the first says nothing is taken to have been."""
    line = record.attendance_of(person)
    then = _that_day(record, line, day) if line is not None else None
    if then is None:
        return day == 0
    return then.status is Status.PRESENT and then.capacity is not Capacity.GUEST


def _at_the_opening(spell: ChairSpell, start: int) -> bool:
    return spell.entry == OPENING or spell.seq < start


class _Writer:
    """Writes one list. chair: who presided from the start; register: its lines as they were that day."""

    def __init__(
        self,
        record: Record,
        house: House,
        names: Names,
        form: ListForm,
        chair: PersonKey,
        day: int,
        register: list[Attendance],
    ) -> None:
        self.record = record
        self.house = house
        self.names = names
        self.form = form
        self.chair = chair
        self.day = day
        self.register = register

    def written(self) -> AttendanceList | None:
        """The list, or None when nobody stands in it."""
        if self.form.who is Listing.PUBLIC:
            public = self.record.publics.get(self.day)
            heading = self.form.heading.fill({"number": str(public)})
            return None if public is None else AttendanceList(heading=heading)
        people = self._in_order([line for line in self.register if self._belongs(line)])
        if not people:
            return None
        if self.form.form == "table":
            return AttendanceList(heading=self._heading(people), table=self._table(people))
        lines = self._by_organisation(people) if self.form.by_organisation else self._in_a_row(people)
        across = self.form.across if self.form.form == "columns" else 1
        return AttendanceList(heading=self._heading(people), lines=lines, across=across)

    def _belongs(self, line: Attendance) -> bool:
        """Does somebody stand in this list? Who stands in a table of the membership stands in no other."""
        tabled = any(one.who is Listing.MEMBERSHIP for one in self.house.attendance.lists)
        if tabled and self.form.who is not Listing.MEMBERSHIP and _BELONGS[Listing.MEMBERSHIP](line):
            return False
        return _BELONGS[self.form.who](line)

    def _heading(self, people: list[Attendance]) -> str:
        return self.form.heading.fill({"number": str(len(people))})

    def _in_order(self, people: list[Attendance]) -> list[Attendance]:
        return people if self.form.who in _AS_TYPED else sorted(people, key=self._place)

    def _place(self, line: Attendance) -> tuple[int, tuple[str, str, str]]:
        first = self.house.attendance.members_first
        rank = 0
        if first == "councillors":
            rank = 0 if self.names.is_councillor(line.person) else 1
        elif first == "offices":
            offices = self.house.names.offices
            office = self.names.office(line.person)
            rank = offices.index(office) if office else len(offices)
        return rank, self.names.surname_order(line.person)

    def _in_a_row(self, people: list[Attendance]) -> tuple[AttendanceLine, ...]:
        if self.form.run_on:
            return (AttendanceLine(label=self.form.label, text=self._together(people)),)
        labels = [self.form.label] + [""] * len(people)
        return tuple(
            AttendanceLine(label=label, text=self._said(line)) for label, line in zip(labels, people, strict=False)
        )

    def _by_organisation(self, people: list[Attendance]) -> tuple[AttendanceLine, ...]:
        """Under the label of each organisation, in the order typed; those without one come first, without a label."""
        groups: dict[str, list[Attendance]] = {"": []}
        for line in people:
            groups.setdefault(self.names.person(line.person).organisation, []).append(line)
        if self.form.run_on:
            there = [(label, group) for label, group in groups.items() if group]
            return tuple(AttendanceLine(label=label, text=self._together(group)) for label, group in there)
        return tuple(
            AttendanceLine(label="" if place else label, text=self._said(line))
            for label, group in groups.items()
            for place, line in enumerate(group)
        )

    def _table(self, people: list[Attendance]) -> Table:
        rows = tuple(tuple(self._cell(kind, line) for kind in self.form.cells) for line in people)
        return Table(rows=(self.form.heads, *rows) if self.form.heads else rows, headed=bool(self.form.heads))

    def _cell(self, kind: Cell, line: Attendance) -> str:
        if kind == "name":
            return self.names.line(line.person, initials=self.form.initials, post=False) + self._standing(line)
        if kind == "role":
            post = self.names.post_in_list(line.person) if self.form.post else ""
            return self.house.words.between.join(word for word in (*self._offices(line), post) if word)
        return self._status(line)

    def _status(self, line: Attendance) -> str:
        """Whether they were there, with what may follow a name of when they came and went, or why they didn't."""
        words = self.house.attendance.status
        if line.status in _HERE:
            return words.present + self._remote(line) + self._came_and_went(line)
        said = {Status.APOLOGIES: words.apologies, Status.LATE: words.late, Status.ABSENT: words.absent}
        return said.get(line.status, "") + self._why_not(line)

    def _together(self, people: list[Attendance]) -> str:
        return self.names.joined([self._said(line) for line in people])

    def _said(self, line: Attendance) -> str:
        text = self.names.line(line.person, initials=self.form.initials, post=self.form.post)
        return text + (self._why_not(line) if self.form.who in _EXCUSED else self._marks(line))

    def _why_not(self, line: Attendance) -> str:
        return self.house.attendance.reason.fill({"reason": line.reason})

    def _marks(self, line: Attendance) -> str:
        words = self.house.words.between.join(word for word in self._offices(line) if word)
        office = self.house.attendance.office.fill({"office": words}) if words else ""
        return self._standing(line, office) + self._remote(line) + self._came_and_went(line)

    def _offices(self, line: Attendance) -> tuple[str, str]:
        return self.names.office(line.person), self._in_the_chair(line.person)

    def _standing(self, line: Attendance, office: str = "") -> str:
        """By what right they sit: in whose place, with what office, since when or until when that day."""
        forms = self.house.attendance
        marks = forms.substitute.fill({"who": self.names.text(line.stands_for)}) if line.stands_for else ""
        marks += office
        marks += forms.coopted.fill({}) if line.coopted else ""
        return marks + (forms.resigned.fill({}) if line.resigned else "")

    def _remote(self, line: Attendance) -> str:
        return self.house.attendance.remote.fill({}) if line.remote else ""

    def _came_and_went(self, line: Attendance) -> str:
        """When they came, if not from the start, and when they left without coming back that day."""
        forms = self.house.attendance
        moves = [move for move in self.record.movements if move.person == line.person and move.day == self.day]
        moves.sort(key=lambda move: move.moment)
        came = [move for move in moves if move.direction is Direction.ARRIVE]
        marks = ""
        if line.status is Status.ARRIVED and came:
            marks += forms.arrived.fill({"time": said_time(came[0].at, self.house)})
        if moves and moves[-1].direction is Direction.LEAVE and moves[-1].span in (Span.OPEN, Span.GOOD):
            marks += forms.left.fill({"time": said_time(moves[-1].at, self.house)})
        return marks

    def _in_the_chair(self, person: PersonKey) -> str:
        """The words for one who presided from the start without holding the first office."""
        held = self.record.offices.get(person, "").lower()
        first = self.house.names.offices[0].lower()
        return self.house.attendance.in_the_chair if person == self.chair and not _is_first(held, first) else ""


def _is_first(office: str, first: str) -> bool:
    """Is this the office that presides, under any of its names?"""
    return office == first or office in CHAIR_OFFICES
