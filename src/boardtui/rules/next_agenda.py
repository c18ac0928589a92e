"""The agenda of a body's next meeting, as far as its last one tells: who sits, what stands on every agenda, what was put off.

No law asks for it; clerks begin with the last agenda, take out what is done, and put in what is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.model.agenda import Agenda, Item, Listed, Section
from boardtui.model.parts import Business, ItemState
from boardtui.model.people import Seat, SeatKind
from boardtui.model.record import Record
from boardtui.model.text import fold
from boardtui.model.times import UNKNOWN, CalendarDay

_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+\d{4}",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_ALWAYS = re.compile(
    r"\b(?:apolog(?:y|ies)|welcome|introductions?|declarations?|disclos\w+|minutes|matters arising|any other business|aob"
    r"|urgent (?:business|items?)|public (?:participation|questions?|forum|session)|open forum|questions? from"
    r"|(?:chair|mayor)\w*(?:['’]s)? (?:announcements?|remarks|communications)|exclusion of|next meeting"
    r"|(?:work|forward) (?:programme|plan)|clerk['’]?s report)\b",
    re.IGNORECASE,
)
"""What stands on nearly every agenda; asked where the book has but one of the body."""


def next_agenda(last: Record, before: Agenda | None, number: str) -> Agenda:
    """The agenda to begin with. last: the body's last meeting; before: the agenda of the one before that, None for none;

    number: the minute number with which it begins. Its day is that which the last meeting gave for the next, if it did. Its
    items are those of the last agenda that stood in the one before, too, and those that were put off. Raises ValueError for
    a meeting without an agenda.
    """
    agenda = last.agenda
    if agenda is None:
        raise ValueError("the meeting has no agenda")
    day = _DATE.search(last.next_meeting)
    return Agenda(
        committee=agenda.committee,
        council=agenda.council,
        house=agenda.house,
        numbering=agenda.numbering,
        date=CalendarDay.read(day[0]) if day else CalendarDay(typed=UNKNOWN),
        time=agenda.time,
        ends_by=agenda.ends_by,
        place=agenda.place,
        next_number=number,
        quorum=agenda.quorum,
        code=agenda.code,
        law=agenda.law,
        interests=agenda.interests,
        contact=agenda.contact,
        people=tuple(_listed(last, seat) for seat in last.seats),
        body=tuple(_numbered(_body(last, agenda, before), agenda)),
    )


def _listed(record: Record, seat: Seat) -> Listed:
    """Who sits there now, as the meeting knew them at its end."""
    if seat.kind is SeatKind.VACANCY or seat.person not in record.people:
        return Listed(kind=SeatKind.VACANCY, name=seat.label or "Vacancy")
    person = record.people[seat.person]
    stands_for = record.people[seat.stands_for].name if seat.stands_for in record.people else ""
    return Listed(
        kind=seat.kind,
        name=person.name,
        role=seat.role,
        post=person.post,
        organisation=person.organisation,
        group=person.group,
        stands_for=stands_for,
    )


# --- its items


def _body(record: Record, agenda: Agenda, before: Agenda | None) -> Iterator[Section | Item]:
    """What stands again, in its order, under the headings that something stands under; then what was put off and is new."""
    standing = None if before is None else {_known_by(item.title) for item in before.items}
    tops = [one for one in record.business.values() if not one.is_sub and not one.added]
    waiting = iter(tops)
    headings: list[Section] = []
    for part in agenda.body:
        if isinstance(part, Section):
            headings = [*(one for one in headings if one.level < part.level), part]
            if part.nil:
                yield from headings
                headings = []
            continue
        business = next(waiting, None)
        found = _again(record, business, part, standing)
        if found is not None:
            yield from headings
            headings = []
            yield found
    yield from (_put_off(one) for one in record.business.values() if one.added and one.state is ItemState.DEFERRED)


def _again(record: Record, business: Business | None, item: Item, standing: set[str] | None) -> Item | None:
    """The item as it stands on the next agenda; None where it doesn't."""
    if business is not None and business.state is ItemState.DEFERRED:
        return _put_off(business)
    parts_put_off = tuple(
        _put_off(one)
        for one in record.business.values()
        if business is not None and one.key.startswith(f"{business.key}.") and one.state is ItemState.DEFERRED
    )
    stands = _known_by(item.title) in standing if standing is not None else _ALWAYS.search(item.title) is not None
    if stands:
        return _standing(item, record)
    return item.model_copy(update={**_NOT_AGAIN, "subitems": parts_put_off}) if parts_put_off else None


_NOT_AGAIN: dict[str, object] = {"pages": "", "draft": (), "planned": None, "notes": (), "recommendations": ()}
"""What is said of an item for one meeting only."""


def _standing(item: Item, record: Record) -> Item:
    """Its title and its parts, with the day of the meeting whose minutes are due; nothing that was for one meeting only."""
    return Item(
        number=item.number,
        title=_with_day(item.title, record),
        exempt=item.exempt,
        purpose=item.purpose,
        lead=item.lead,
        minutes=item.minutes,
        subitems=tuple(_standing(one, record) for one in item.subitems),
    )


def _with_day(title: str, record: Record) -> str:
    """`Minutes of the meeting held on 7 June 2027`: the day is that of the last meeting."""
    day = record.agenda.date.on if record.agenda else None
    if day is None or "minutes" not in title.lower():
        return title
    return _DATE.sub(f"{day.day} {day:%B %Y}", title, count=1)


def _put_off(business: Business) -> Item:
    """All of it but its pages and prepared text, with a note of what it was put off for."""
    to = f" to {business.to}" if business.to else ""
    why = f": {business.reason}" if business.reason else ""
    note = f"Put off{to} by the last meeting{why}."
    item = business.item
    return item.model_copy(update={"pages": "", "draft": (), "planned": None, "notes": (*item.notes, note)})


def _known_by(title: str) -> str:
    """What two agendas call the same: without days, figures, capitals and marks."""
    return fold(_FIGURES.sub("", _DATE.sub("", title)).replace("-", ""))


def _numbered(body: Iterator[Section | Item], agenda: Agenda) -> Iterator[Section | Item]:
    """Counted from 1, where the last agenda had numbers at all."""
    counted = any(item.number for item in agenda.items)
    count = 0
    for part in body:
        if isinstance(part, Section):
            yield part
            continue
        count += 1
        yield part.model_copy(update={"number": str(count) if counted else None})
