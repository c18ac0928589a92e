"""The rows of a meeting as a whole: body, people, seats, items, who was there, what they declared. Pure."""

from __future__ import annotations

from boardtui.book.layout import Row, Value
from boardtui.book.projection_words import clock, day, known, name, names, typed
from boardtui.model.acts.meeting import Summons
from boardtui.model.approval import APPROVED
from boardtui.model.record import Business, Declaration, Record


def told(record: Record) -> tuple[str, int]:
    """How new this meeting's word on people, seats and bodies is: its day, and the act that called it (0 for none)."""
    calling = next((one.seq for one in record.filed if isinstance(one.act, Summons)), 0)
    return (record.date.isoformat() if record.date else ""), calling


def body_rows(record: Record) -> list[Row]:
    """The body that meets."""
    if record.agenda is None:
        return []
    return [(record.agenda.council, record.agenda.committee, *told(record))]


def person_rows(record: Record) -> list[Row]:
    """Everybody the meeting knows."""
    as_of, calling = told(record)
    return [
        (key, p.name, p.post, p.organisation, p.long_organisation, p.group, as_of, calling)
        for key, p in record.people.items()
    ]


def seat_rows(record: Record) -> list[Row]:
    """The seats of the body, as they are at the end of the meeting."""
    if record.agenda is None:
        return []
    body = (record.agenda.council, record.agenda.committee)
    as_of = told(record)
    return [
        (
            *body, place, seat.kind.value, known(record, seat.person), name(record, seat.person), seat.role,
            known(record, seat.stands_for), seat.label, *as_of,
        )
        for place, seat in enumerate(record.seats, start=1)
    ]  # fmt: skip


def meeting_rows(record: Record) -> list[Row]:
    """The meeting itself."""
    agenda, calling = record.agenda, told(record)[1] or None
    signed_on, signed_by = record.signed or (record.approval.signed_on if record.approval else None, "")
    ends = (
        APPROVED if record.approval else record.stage.value, record.public, clock(record.closed), record.next_meeting,
        day(signed_on), known(record, signed_by), calling,
    )  # fmt: skip
    if agenda is None:
        return [(record.name, None, None, "", "", None, "", None, "", *ends)]
    return [
        (
            record.name, agenda.council, agenda.committee, agenda.kind, agenda.house, day(agenda.date),
            agenda.date.typed, clock(agenda.time), agenda.place, *ends,
        )
    ]  # fmt: skip


def item_rows(record: Record) -> list[Row]:
    """The business, in the order of the agenda and then as it was added."""
    return [_item_row(record, place, one) for place, one in enumerate(record.business.values(), start=1)]


def _item_row(record: Record, place: int, one: Business) -> Row:
    item = one.item
    above = one.key.rpartition(".")[0] or None
    return (
        record.name, one.key, place, above, item.number, item.title, " / ".join(s.title for s in one.sections),
        item.pages, clock(item.planned), item.minutes, one.state.value, int(one.added), int(one.urgent), one.reason,
        one.to, item.exempt, int(item.exempt is not None),
    )  # fmt: skip


def attendance_rows(record: Record) -> list[Row]:
    """The register."""
    rows: list[Row] = []
    for place, line in enumerate(record.attendance, start=1):
        person = record.people.get(line.person)
        rows.append(
            (
                record.name, place, known(record, line.person), name(record, line.person),
                person.post if person else "", person.organisation if person else "", line.capacity.value,
                line.status.value, int(line.remote), line.reason, known(record, line.stands_for), int(line.newcomer),
                int(line.coopted), int(line.resigned), line.seq,
            )
        )  # fmt: skip
    return rows


def movement_rows(record: Record) -> list[Row]:
    """Who came and went."""
    return [
        (
            record.name, place, known(record, m.person), name(record, m.person), m.direction.value, m.entry,
            clock(m.at), typed(m.at), m.reason, m.span.value, m.until, m.seq,
        )
        for place, m in enumerate(record.movements, start=1)
    ]  # fmt: skip


def declaration_rows(record: Record) -> list[Row]:
    """What interests were declared, a row for each person; no row's person for all who were present."""
    pairs: list[tuple[Declaration, str]] = [
        (one, person) for one in record.declarations for person in (one.act.who or ("",))
    ]
    return [_declaration_row(record, place, one, person) for place, (one, person) in enumerate(pairs, start=1)]


def _declaration_row(record: Record, place: int, one: Declaration, person: str) -> Row:
    act, scope = one.act, one.act.scope
    who: Value = name(record, person) if person else "all present"
    return (
        record.name, place, known(record, person), who, known(record, act.by), "; ".join(scope.items), scope.motion,
        int(scope.whole_meeting), scope.words, act.label, act.nature.said(lambda m: names(record, [m.person])),
        int(act.sensitive), "; ".join(act.conduct), one.entry, one.seq,
    )  # fmt: skip


def sitting_rows(record: Record) -> list[Row]:
    """The stretches of the meeting."""
    return [
        (
            record.name, place, day(s.day) or (record.date.isoformat() if record.date and place == 1 else None),
            clock(s.start), clock(s.end), s.reason, day(s.to_day), clock(s.to_time),
        )
        for place, s in enumerate(record.sittings, start=1)
    ]  # fmt: skip
