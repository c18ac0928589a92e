"""From a record and a house to the minutes: `compose` is pure and total."""

from __future__ import annotations

from boardtui.minutes import compose_meeting, compose_outcomes, compose_room
from boardtui.minutes.action_list import Row, action_rows, action_table, with_actions_in_lines
from boardtui.minutes.attendance import attendance
from boardtui.minutes.compose_signature import initials, iso, signature
from boardtui.minutes.compose_text import Page
from boardtui.minutes.dates import said_day, said_time
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.minutes.order import Sections, in_order
from boardtui.minutes.paragraph_numbers import with_numbers
from boardtui.minutes.scribe import Scribe
from boardtui.minutes.sentences import Pattern
from boardtui.minutes.tree import Minute, Minutes, Paragraph, Part, SectionHeading
from boardtui.model.acts import meeting, text
from boardtui.model.agenda import Item
from boardtui.model.record import OPENING, Block, Entry, Record, Stage
from boardtui.rules.numbering import numbers

_FAMILIES = (compose_meeting, compose_outcomes, compose_room)
"""The writers of acts, which enter themselves in `SAYS` when they are imported."""


def compose(record: Record, house: House) -> Minutes:
    """The minutes of a meeting in a house, marked as a draft until they are approved.

    record: whole, or with everything restricted removed; then what was withheld prints as its summary.
    Prepared text that wasn't confirmed, and private jots, are left out. Never raises.
    """
    names = Names(record, house)
    restricted = any(holds_restricted(record, entry) for entry in record.entries.values())
    approval = record.approval
    marks = (house.frame.approved_mark if approval else house.frame.draft, house.frame.restricted if restricted else "")
    return paper_about(record, house, titled(record, house, house.frame.title)).model_copy(
        update={
            "draft": " · ".join(mark for mark in marks if mark),
            "approved": iso(approval.on) if approval else "",
            "signed": iso(approval.signed_on) if approval else "",
            "signed_by": approval.signed_by if approval else "",
            "restricted": restricted,
            "attendance": attendance(record, house, names),
            "body": _body(record, house, names),
            "closing": _closing(record, house),
            "signature": signature(approval, house),
            "initials": initials(approval, house),
            "action_column": _heads_of_column(house),
        }
    )


def paper_about(record: Record, house: House, title: str) -> Minutes:
    """A paper about a meeting, with nothing on it yet but whose meeting it was, when, and how pages are numbered."""
    agenda = record.agenda
    council, committee = (agenda.council, agenda.committee) if agenda else ("", "")
    return Minutes(
        language=house.language,
        house=house.name,
        council="" if council == committee else council,
        committee=committee,
        date=record.date.isoformat() if record.date else "",
        title=title,
        page=house.frame.page,
    )


def compose_entry(record: Record, house: House, entry_key: int, *, prepared: bool = True) -> Minute:
    """One minute alone, without private jots.

    entry_key: of an entry of the record; an unknown one gives an empty minute. prepared: as the desk shows it while it is
    made, with prepared text, marked, and with its actions also where they print in a table of all.
    """
    entry = record.entries.get(entry_key)
    if entry is None:
        return Minute()
    house = with_actions_in_lines(house) if prepared else house
    order = [one.key for one in in_order(record, house, also=entry_key)]
    number = numbers(record, order).get(entry_key, "")
    return _minute(Scribe(record, house, Names(record, house), entry), number, prepared=prepared)


def titled(record: Record, house: House, pattern: Pattern) -> str:
    """A title by its pattern: what kind of meeting of whom was held, where and when."""
    return pattern.fill(frame_values(record, house)) if record.agenda else ""


def frame_values(record: Record, house: House) -> dict[str, str]:
    """What the agenda says of the meeting, in the forms of a title: kind, committee, place, time, date; '' for unknown."""
    agenda = record.agenda
    if agenda is None:
        return dict.fromkeys(("kind", "committee", "place", "time", "date"), "")
    kind = "" if agenda.kind.lower() in house.frame.unprinted_kinds else agenda.kind
    start = agenda.time or (record.sittings[0].start if record.sittings else None)
    return {
        "kind": " ".join(word[:1].upper() + word[1:] for word in kind.split()),
        "committee": agenda.committee,
        "place": agenda.place,
        "time": said_time(start, house),
        "date": said_day(agenda.date, house.dates.title, house),
    }


def _heads_of_column(house: House) -> tuple[()] | tuple[str, str]:
    """The heads over what was said and over the actions beside it, in a house that has them so."""
    said, actions = house.actions.column
    return (said, actions) if house.actions.placement == "column" else ()


def _closing(record: Record, house: House) -> str:
    if record.stage is not Stage.CLOSED:
        return ""
    return house.frame.closing.fill({"time": said_time(record.closed, house)})


def _body(record: Record, house: House, names: Names) -> tuple[SectionHeading | Minute, ...]:
    """The minutes under the headings of the agenda; what was said before the first item stands first."""
    entries = in_order(record, house)
    printed = numbers(record, [entry.key for entry in entries])
    sections = Sections(record, house)
    body: list[SectionHeading | Minute] = []
    actions: list[Row] = []
    if OPENING in record.entries:
        opening = _minute(Scribe(record, house, names, record.entries[OPENING]), "", prepared=False)
        body += [opening] if opening.parts else []
        actions += action_rows(Scribe(record, house, names, record.entries[OPENING]), opening)
    for entry in entries:
        body += sections.before(entry)
        minute = _minute(Scribe(record, house, names, entry), printed.get(entry.key, ""), prepared=False)
        actions += action_rows(Scribe(record, house, names, entry), minute)
        body.append(minute)
    body += sections.rest()
    table = _table_of_actions(record, house, actions) if house.actions.placement == "table" else ()
    return (*table, *body) if house.actions.at == "front" else (*body, *table)


def _table_of_actions(record: Record, house: House, rows: list[Row]) -> tuple[SectionHeading | Minute, ...]:
    """The actions in a table. It is of all the minutes it lists, those with restricted text first: they mark it as such."""
    entries = dict.fromkeys(row.entry for row in rows)
    open_ones = [key for key in entries if not holds_restricted(record, record.entries[key])]
    return action_table(house, rows, tuple(key for key in entries if key not in open_ones) + tuple(open_ones))


def _minute(scribe: Scribe, number: str, *, prepared: bool) -> Minute:
    """One minute: its heading, and what stands in it."""
    entry, record = scribe.entry, scribe.record
    items = items_of(record, entry)
    title = title_of(record, scribe.house, entry)
    printed = number if title else ""
    return Minute(
        number=printed,
        heading=title,
        heading_line=scribe.house.items.heading.fill({"number": printed, "title": title}),
        items=tuple(item.number for item in items if item.number),
        parts=with_numbers(_parts(scribe, prepared=prepared), printed, scribe.house),
        withheld=_is_withheld(record, entry),
        source=(entry.key,) if entry.key else (),
    )


def items_of(record: Record, entry: Entry) -> list[Item]:
    """The items of the agenda that a minute covers."""
    return [record.business[key].item for key in entry.items if key in record.business]


def title_of(record: Record, house: House, entry: Entry) -> str:
    """The heading of a minute without its number: as said, else the titles of its items; '' for none."""
    if entry.heading_said:
        return entry.heading or ""
    return house.words.titles.join(item.title for item in items_of(record, entry))


def _is_withheld(record: Record, entry: Entry) -> bool:
    """Was something taken out of this record's entry? Not when the restricted text itself stands in it."""
    return entry.withheld and not entry.released and not holds_restricted(record, entry)


def holds_restricted(record: Record, entry: Entry) -> bool:
    """Does restricted text stand here? The heading of a sub-item is none: the agenda has published it."""
    return any(record.is_restricted(entry, b) and not isinstance(b.act, text.OpenItem) for b in entry.blocks)


def _parts(scribe: Scribe, *, prepared: bool) -> tuple[Part, ...]:
    entry = scribe.entry
    page = Page(scribe)
    withheld = _is_withheld(scribe.record, entry)
    left_out = (text.Jot, text.OpenItem) if withheld and entry.restricted else (text.Jot,)
    stands = [b for b in entry.blocks if not isinstance(b.act, left_out) and (prepared or not b.prepared)]
    place = _place_of_summary(entry, stands) if withheld else -1
    for at, block in enumerate(stands):
        if at == place:
            page.add(_instead(scribe))
        page.write(block)
    if place == len(stands):
        page.add(_instead(scribe))
    if entry.reference and not withheld:
        page.add((Paragraph(text=scribe.house.items.reference.fill({"reference": entry.reference})),))
    page.end()
    return tuple(page.parts)


def _place_of_summary(entry: Entry, stands: list[Block]) -> int:
    """Where the public reads of what was withheld: first, or where the public had gone out, or else last."""
    if entry.restricted:
        return 0
    out = [at for at, block in enumerate(stands) if isinstance(block.act, meeting.Exclude)]
    return out[-1] + 1 if out else len(stands)


def _instead(scribe: Scribe) -> tuple[Part, ...]:
    """What stands for withheld text: its summary, or that it is exempt."""
    summary = scribe.entry.summary
    words = scribe.names.said(summary) if summary else scribe.house.items.exempt.fill({})
    return (Paragraph(text=words),) if words else ()
