"""The tables an auditor reads, projected from the record: what they hold, what an act changes in them, and writing that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boardtui.book import projection_entry, projection_meeting
from boardtui.book.layout import OF_A_MEETING, OF_AN_ENTRY, TABLES, Row, Value
from boardtui.model.acts import base, business, corrections, interests, meeting, room, text
from boardtui.model.acts.base import Filed
from boardtui.model.motions import root, tree
from boardtui.model.record import Motion, Record
from boardtui.model.settle import OF_THE_BOOK

_OF_MEETING = {
    "body": projection_meeting.body_rows,
    "person": projection_meeting.person_rows,
    "seat": projection_meeting.seat_rows,
    "meeting": projection_meeting.meeting_rows,
    "item": projection_meeting.item_rows,
    "attendance": projection_meeting.attendance_rows,
    "movement": projection_meeting.movement_rows,
    "declaration": projection_meeting.declaration_rows,
    "sitting": projection_meeting.sitting_rows,
    "entry": projection_entry.entry_rows,
}


@dataclass(frozen=True, slots=True)
class Part:
    """What part of a table is to hold: the rows where these columns have these values, and no other such row."""

    table: str
    where: tuple[tuple[str, Value], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act changes in the tables: plain data, made from the record by whoever holds it, written by the journal.

    of_all: the parts are all there is of the meeting.
    """

    parts: tuple[Part, ...] = ()
    of_all: bool = False


def rows(record: Record) -> dict[str, list[Row]]:
    """Everything the tables hold of a meeting: table -> rows, columns in the order of `layout`."""
    tables = {name: of(record) for name, of in _OF_MEETING.items()}
    tables |= {name: [] for name in OF_AN_ENTRY}
    for entry in record.entries.values():
        for name, found in projection_entry.rows_in_entry(record, entry).items():
            tables[name] += found
    return tables


def whole(record: Record) -> Changes:
    """The changes that make the tables agree with a record, whatever they held of its meeting before."""
    found = rows(record)
    parts = [Part(name, _of(record, name), _once(name, found[name])) for name in OF_A_MEETING]
    return Changes((*_lasting(record, found), *parts), of_all=True)


def _of(record: Record, name: str) -> tuple[tuple[str, Value], ...]:
    return (("name" if name == "meeting" else "meeting", record.name),)


def _lasting(record: Record, found: dict[str, list[Row]]) -> list[Part]:
    parts = [Part("body", (), tuple(found["body"])), Part("person", (), tuple(found["person"]))]
    if record.agenda is not None:
        where: tuple[tuple[str, Value], ...] = (("council", record.agenda.council), ("body", record.agenda.committee))
        parts.append(Part("seat", where, tuple(found["seat"])))
    return parts


def _once(name: str, found: Iterable[Row]) -> tuple[Row, ...]:
    """Each key once, the last one counts: a key that came twice must not stop an act from being recorded."""
    table = TABLES[name]
    return tuple({table.key_of(row): row for row in found}.values())


_ALL_AGAIN = (
    corrections.Correction,
    corrections.Rename,
    *OF_THE_BOOK,
    meeting.Summons,
    meeting.Release,
)
_MOVES_THE_BUSINESS = (text.OpenItem, text.AddItem, text.UrgentItem, meeting.Start, meeting.Close)
_MARKS_AN_ITEM = (text.DeferItem, text.WithdrawItem, text.Done)
_SHAPES_AN_ENTRY = (
    *_MOVES_THE_BUSINESS, text.MinuteNumber, text.MinuteHeading, text.Reference,
    meeting.Restricted, meeting.Summary, business.NoDecision,
)  # fmt: skip


def changes(record: Record, filed: Filed) -> Changes:
    """What the last act of a record changes in the tables: for an ordinary act the rows of its entry and what its kind

    touches beside them, for a correction the whole meeting. filed: that act, which the record holds already.
    """
    act = filed.act
    may_bring_people = _is_of(act, room) or isinstance(act, business.Action)
    if isinstance(act, _ALL_AGAIN) or len(record.filed) < 2 or (may_bring_people and _a_key_became_somebody(record)):
        return whole(record)
    names: list[str] = []
    if _is_of(act, meeting) or isinstance(act, room.Public):
        names += ["meeting", "sitting"]
    if isinstance(act, (*_MOVES_THE_BUSINESS, *_MARKS_AN_ITEM)):
        names.append("item")
    if isinstance(act, _SHAPES_AN_ENTRY) or record.entry.taken == filed.seq:
        names.append("entry")
    if may_bring_people:
        names += ["attendance", "movement"]
    if _is_of(act, interests):
        names.append("declaration")
    parts = [_all(record, name) for name in names]
    for key in sorted(_entries_touched(record, filed)):
        parts += _entry(record, key)
    if may_bring_people:
        parts = [*_lasting(record, {name: _OF_MEETING[name](record) for name in ("body", "person", "seat")}), *parts]
    return Changes(tuple(parts))


def _a_key_became_somebody(record: Record) -> bool:
    """Was somebody of whom only the key was known entered among the people? Rows that named them before then change too."""
    return any(person.name == key for key, person in record.people.items())


def _is_of(act: base.Act, family: object) -> bool:
    """Does this act belong to that module of acts?"""
    return type(act).__module__ == getattr(family, "__name__", "")


def _all(record: Record, name: str) -> Part:
    return Part(name, _of(record, name), _once(name, _OF_MEETING[name](record)))


def _entry(record: Record, key: int) -> list[Part]:
    found = projection_entry.rows_in_entry(record, record.entries[key])
    where: tuple[tuple[str, Value], ...] = (("meeting", record.name), ("entry", key))
    return [Part(name, where, _once(name, found[name])) for name in OF_AN_ENTRY]


def _entries_touched(record: Record, filed: Filed) -> set[int]:
    """The open entry, and those whose motions the act may have spoken of."""
    touched = {record.entry_key}
    last = record.entry.blocks[-1].motion if record.entry.blocks else None
    for motion in (record.before, record.decided, last):
        touched |= _entries_of(motion)
    if isinstance(filed.act, text.Promote) and (found := record.block(filed.act.target)):
        touched.add(found[0].key)
    return touched & record.entries.keys()


def _entries_of(motion: Motion | None) -> set[int]:
    if motion is None:
        return set()
    return {motion.entry, *(one.entry for one in tree(root(motion) or motion))}
