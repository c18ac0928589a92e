"""Actions and the next meeting as iCalendar (RFC 5545): what was to be done, in the calendars of those who are to do it.

Each action is a to-do; one with a day is an all-day event, too, for many calendars leave to-dos out.
Nothing in it is by the clock or by chance: the same meeting gives the same file, and an entry keeps its UID when its words
are corrected, so that importing anew replaces it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator

from icalendar import Calendar, Component, Event, Todo

from boardtui.minutes.action_list import action_words
from boardtui.minutes.dates import read_appointment, said_day
from boardtui.minutes.formats import Output, Source
from boardtui.minutes.house import House
from boardtui.minutes.standing import Standing, standing
from boardtui.model.acts import business
from boardtui.model.agenda import ItemKey
from boardtui.model.record import Block, Record
from boardtui.model.text import clean_line
from boardtui.model.times import UNKNOWN

PRODUCT = "-//boardtui//boardtui//EN"
_UNDATED = dt.datetime(1980, 1, 1, 12, tzinfo=dt.UTC)
"""When an entry was made, which RFC 5545 wants to know, where the day of the meeting isn't known."""


def outputs(source: Source) -> tuple[Output, ...]:
    """One calendar."""
    return (Output(".ics", write(source.record, source.house)),)


def write(record: Record, house: House) -> bytes:
    """The actions and the next meeting as a calendar."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    seen: Counter[tuple[object, ...]] = Counter()
    names = _item_names(record)
    for minute in standing(record, house):
        for block in minute.blocks:
            if isinstance(block.act, business.Action):
                place = (tuple(names[key] for key in minute.scribe.entry.items), block.restricted)
                seen[place] += 1
                uid = _uid(record, *map(str, place), str(seen[place]))
                for entry in _of_action(minute, block, block.act, uid):
                    calendar.add_component(entry)
    for entry in _next_meeting(record, house):
        calendar.add_component(entry)
    data: bytes = calendar.to_ical(sorted=True)
    return data


def _of_action(minute: Standing, block: Block, act: business.Action, uid: str) -> Iterator[Component]:
    """The to-do, and the event on its day."""
    scribe = minute.scribe
    record, house = scribe.record, scribe.house
    forms = house.calendar
    summary = forms.action.fill(
        {"owners": scribe.names.several(block.people), "text": action_words(scribe, block, act)}
    )
    day = act.due.on if act.due else None
    said = said_day(act.due, house.dates.sentence, house) if day is None else ""
    about = [forms.due.fill({"due": said})] if said else []
    about.append(
        forms.origin.fill(
            {
                "number": minute.number,
                "title": minute.title,
                "committee": record.agenda.committee if record.agenda else "",
                "date": said_day(record.agenda.date, house.dates.sentence, house) if record.agenda else "",
            }
        )
    )
    todo = _entry(Todo(), f"{uid}-todo", record, summary, about)
    todo.add("status", "NEEDS-ACTION")
    if day is not None:
        todo.add("due", day)
    yield todo
    if day is not None:
        event = _entry(Event(), f"{uid}-event", record, summary, about)
        _all_day(event, day)
        event.add("transp", "TRANSPARENT")
        yield event


def _next_meeting(record: Record, house: House) -> Iterator[Component]:
    """The next meeting, if its day is known; at the time of the place where it is, whatever clock shows it."""
    if not record.next_meeting:
        return
    day, time, place = read_appointment(record.next_meeting, record)
    if day is None or day.on is None:
        return
    summary = house.calendar.meeting.fill({"committee": record.agenda.committee if record.agenda else ""})
    event = _entry(Event(), f"{_uid(record, 'next meeting')}-event", record, summary, [])
    if time is not None and time.at is not None:
        event.add("dtstart", dt.datetime.combine(day.on, time.at))
    else:
        _all_day(event, day.on)
    if clean_line(place) not in ("", UNKNOWN):
        event.add("location", clean_line(place))
    yield event


def _entry(entry: Component, uid: str, record: Record, summary: str, about: list[str]) -> Component:
    """What every entry has."""
    made = dt.datetime.combine(record.date, dt.time(12), dt.UTC) if record.date else _UNDATED
    entry.add("uid", uid)
    entry.add("dtstamp", made)
    entry.add("summary", clean_line(summary))
    if about:
        entry.add("description", "\n".join(clean_line(line) for line in about))
    return entry


def _all_day(event: Component, day: dt.date) -> None:
    event.add("dtstart", day)
    if day < dt.date.max:
        event.add("dtend", day + dt.timedelta(days=1))


def _item_names(record: Record) -> dict[ItemKey, str]:
    """A name for each item: one that was added is counted among its like, for its key counts acts, private ones, too."""
    added = [key for key, one in record.business.items() if one.added]
    return {key: key for key in record.business} | {key: f"added {place}" for place, key in enumerate(added)}


def _uid(record: Record, *place: str) -> str:
    """A name for an entry by the meeting and its place in it, which tells nothing of either, and nothing of what is private."""
    agenda = record.agenda
    meeting = (agenda.council, agenda.committee, agenda.date.typed, agenda.kind) if agenda else ()
    return hashlib.sha256("\x1f".join((*meeting, *place)).encode("utf-8", "replace")).hexdigest()[:32]
