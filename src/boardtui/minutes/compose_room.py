"""The room written: who came, left and presided, and what interests they declared."""

from __future__ import annotations

import re

from boardtui.minutes.attendance import chair_by_office, opening_chair
from boardtui.minutes.dates import said_day, said_time
from boardtui.minutes.scribe import Scribe, says
from boardtui.minutes.sentences import capital
from boardtui.minutes.tree import Bullet, BulletList, Paragraph, Part, Table
from boardtui.model.acts import interests, room
from boardtui.model.acts.interests import Scope
from boardtui.model.acts.room import Span
from boardtui.model.motions import of_number, root
from boardtui.model.people import PersonKey
from boardtui.model.record import OPENING, Block, Motion, Record
from boardtui.model.room import minute_at
from boardtui.model.times import CalendarDay, ClockTime


def said_at(scribe: Scribe, block: Block, said: ClockTime | None) -> str:
    """When it happened: as the line says, else when it was filed in the room; '' for unknown."""
    return said_time(said if said is not None else block.at, scribe.house)


# --- coming and going


@says(room.Guest)
def say_guest(scribe: Scribe, block: Block, _act: room.Guest) -> tuple[Part, ...]:
    """Who attended for this item, as introduced."""
    items = scribe.items(block)
    who = scribe.names.joined([scribe.names.introduced(person, items) for person in dict.fromkeys(block.people)])
    return scribe.paragraph(block, scribe.house.room.guest, who=who) if who else ()


@says(room.Arrive)
def say_arrived(scribe: Scribe, block: Block, act: room.Arrive) -> tuple[Part, ...]:
    """Who arrived."""
    who, time = scribe.names.several(block.people), said_at(scribe, block, act.at)
    return scribe.paragraph(block, scribe.house.room.arrived, who=who, time=time, reason=act.reason)


@says(room.Leave)
def say_left(scribe: Scribe, block: Block, act: room.Leave) -> tuple[Part, ...]:
    """Who left, and for how long."""
    forms = scribe.house.room
    who, time = scribe.names.several(act.who), said_at(scribe, block, act.at)
    span = {
        Span.ITEM: _for_item(scribe, block),
        Span.UNTIL: forms.until_item.fill({"number": scribe.number_or_title(act.until)}),
        Span.GOOD: forms.for_good.fill({}),
    }.get(act.span, "")
    return scribe.paragraph(block, forms.left, who=who, time=time, span=span, reason=act.reason)


def _for_item(scribe: Scribe, block: Block) -> str:
    """For this item; or for the one that was open when they left, where that is said later."""
    forms, record = scribe.house.room, scribe.record
    move = next((one for one in record.movements if one.seq == block.seq), None)
    during = record.entries.get(minute_at(record, move.moment)) if move else None
    if during is None or during.key == scribe.entry.key or not during.items:
        return forms.for_item.fill({})
    return forms.for_that_item.fill({"number": scribe.number_or_title(during.items[0])})


@says(room.Return)
def say_returned(scribe: Scribe, block: Block, act: room.Return) -> tuple[Part, ...]:
    """Who returned."""
    who, time = scribe.names.several(act.who), said_at(scribe, block, act.at)
    return scribe.paragraph(block, scribe.house.room.returned, who=who, time=time)


@says(room.TakeChair)
def say_chair(scribe: Scribe, block: Block, _act: room.TakeChair) -> tuple[Part, ...]:
    """Who took the chair, or resumed it."""
    forms = scribe.house.room
    person = block.people[0] if block.people else ""
    pattern = forms.resumed_chair if _has_presided(scribe.record, person, block.seq) else forms.took_chair
    return scribe.paragraph(block, pattern, who=scribe.names.text(person))


def _has_presided(record: Record, person: PersonKey, before: int) -> bool:
    """Was this person in the chair earlier in the meeting: put there, or by their office from the start?"""
    if any(spell.person == person and spell.seq < before for spell in record.chair):
        return True
    return not opening_chair(record) and person == chair_by_office(record)


# --- interests


@says(interests.DeclareNone)
def say_none(scribe: Scribe, block: Block, _act: interests.DeclareNone) -> tuple[Part, ...]:
    """No interests."""
    return scribe.paragraph(block, scribe.house.interests.none)


@says(interests.Declare)
def say_declared(scribe: Scribe, block: Block, act: interests.Declare) -> tuple[Part, ...]:
    """An interest: whose, of what kind, in what, and what they did."""
    forms = scribe.house.interests
    pattern = forms.declared_for if act.by else forms.declared_by_all if act.everyone else forms.declared
    values = {
        "who": forms.all_members if act.everyone else scribe.names.several(act.who),
        "by": scribe.names.text(act.by) if act.by else "",
        "kind": kind_words(scribe, act.label),
        "scope": scope_words(scribe, block, act.scope),
        "nature": forms.sensitive if act.sensitive else scribe.prose(act.nature, block),
        "actions": scribe.names.joined([forms.conduct.get(one, one) for one in act.conduct]),
    }
    sentence = scribe.say(pattern, values, many=len(set(act.who)) > 1)
    return _laid_out(scribe, sentence, values, tuple(block.parts))


def _laid_out(scribe: Scribe, sentence: str, values: dict[str, str], source: tuple[int, ...]) -> tuple[Part, ...]:
    """A declaration as the house lays it out. Those that follow one another come together in one list or table."""
    forms = scribe.house.interests
    if not sentence:
        return ()
    if forms.layout == "sentence":
        return (Paragraph(text=sentence, source=source),)
    lead = (Paragraph(text=words, source=source),) if (words := forms.lead.fill({})) else ()
    if forms.layout == "list":
        return (*lead, BulletList(bullets=(Bullet(text=sentence, source=source),), source=source))
    who = values["who"]
    if values["by"]:
        who = scribe.house.declarations.declared_for.fill({"who": who, "by": values["by"]})
    cells = (capital(who), *(capital(values[name]) for name in ("scope", "kind", "nature", "actions")))
    return (*lead, Table(rows=(forms.columns, cells), headed=True, source=source))


def kind_words(scribe: Scribe, label: str) -> str:
    """The words for a kind of interest."""
    forms = scribe.house.interests
    if not label:
        return forms.unlabelled
    known = next((words for key, words in forms.kinds.items() if key.lower() == label.lower()), "")
    plain = re.sub(r"\s+interests?$", "", label, flags=re.IGNORECASE)
    return known or forms.labelled.fill({"label": plain}, many=plain[0].lower() in forms.vowels)


def scope_words(scribe: Scribe, block: Block, scope: Scope) -> str:
    """What it bears on; where that wasn't said, the item it was said in, if that isn't the one for declarations."""
    forms = scribe.house.scopes
    if scope.items:
        return scribe.agenda_items(scope.items)
    if scope.motion is not None:
        return scribe.what(_motion(scribe, block, scope.motion))
    if scope.whole_meeting:
        return forms.everything
    if scope.words:
        return scope.words
    if scribe.entry.key == OPENING or not scribe.entry.items or _is_for_declarations(scribe):
        return forms.unsaid
    return scribe.agenda_items((block.sub,) if block.sub else scribe.entry.items)


def _motion(scribe: Scribe, block: Block, number: int) -> Motion:
    """The motion an interest bears on: 0 the one then before the meeting, 1 its first amendment …"""
    before = block.motion or (scribe.entry.motions[-1] if scribe.entry.motions else None)
    moved = root(before)
    found = of_number(moved, number) if moved is not None else None
    return found or Motion(0, scribe.entry.key, number, None)


def _is_for_declarations(scribe: Scribe) -> bool:
    titles = [scribe.record.business[key].item.title for key in scribe.entry.items if key in scribe.record.business]
    heading = " ".join((*titles, scribe.entry.heading or "")).lower()
    return any(word in heading for word in scribe.house.interests.headings)


@says(interests.Dispensation)
def say_dispensation(scribe: Scribe, block: Block, act: interests.Dispensation) -> tuple[Part, ...]:
    """Who may take part all the same."""
    forms = scribe.house.interests
    until = said_day(CalendarDay.read(act.until), scribe.house.dates.sentence, scribe.house) if act.until else ""
    return scribe.paragraph(
        block,
        forms.dispensation,
        who=forms.all_members if act.everyone else scribe.names.several(act.who),
        scope=scope_words(scribe, block, act.scope),
        until=until,
        text=act.text,
    )


@says(interests.Arrears)
def say_arrears(scribe: Scribe, block: Block, act: interests.Arrears) -> tuple[Part, ...]:
    """Who may not vote because council tax is unpaid."""
    return scribe.paragraph(block, scribe.house.interests.arrears, who=scribe.names.several(act.who))
