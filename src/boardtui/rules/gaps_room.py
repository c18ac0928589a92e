"""What is missing of the room: who is here, in what capacity, when they came, what they declared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from boardtui.model.acts import meeting, room
from boardtui.model.people import is_role
from boardtui.model.record import OPENING, Capacity, Declaration, Direction, Movement, Record, Stage, Status
from boardtui.model.room import takes_declarations
from boardtui.model.settle import settled
from boardtui.rules.forecast import forecast
from boardtui.rules.gap import Gap, Lack, item_called, of
from boardtui.rules.presence import contradictions, name_of
from boardtui.rules.quorum import not_understood, suggested_quorum
from boardtui.rules.voting import listed

_DID = {Direction.ARRIVE: "arrived", Direction.LEAVE: "left", Direction.RETURN: "returned"}


def gaps_of_room(record: Record) -> Iterator[Gap]:
    """Of the register and the movements, once the meeting has begun."""
    if record.stage is Stage.BEFORE:
        return
    present = [line for line in record.attendance if line.status in (Status.PRESENT, Status.ARRIVED)]
    if not present:
        yield Gap("Nobody is marked present.", lack=Lack.REGISTER)
        return
    for line in present:
        who = name_of(record, line.person)
        if line.newcomer and line.capacity is Capacity.MEMBER:
            yield Gap(f"{who} is present and not a member.", line.seq, lack=Lack.SEAT, people=(line.person,))
        if line.capacity is Capacity.SUBSTITUTE and not line.stands_for:
            sentence = f"{who} is a substitute, for whom is not said."
            yield Gap(sentence, line.seq, lack=Lack.SUBSTITUTED, people=(line.person,))
    yield from _silent(record)
    for one in contradictions(record):
        lack, people = (Lack.UNMARKED, (one.unmarked,)) if one.unmarked else (Lack.PRESENCE, ())
        yield Gap(one.sentence, one.seq, lack=lack, people=people)
    yield from (_untimed(record, move) for move in record.movements if _has_no_time(record, move))
    yield from _elections(record)
    summons = record.filed[0].seq if record.filed else None
    for words in not_understood(record):
        sentence = f"“{words}” is not understood of the quorum, and so not watched."
        yield Gap(sentence, summons, lack=Lack.QUORUM)
    if suggestion := suggested_quorum(record):
        sentence = f"The agenda doesn't say what the quorum is; by law a council's is {suggestion}."
        yield Gap(sentence, summons, lack=Lack.QUORUM)


def _silent(record: Record) -> Iterator[Gap]:
    """Members of whom it isn't said whether they were here: on the first day, and on each to which it was adjourned."""
    begun = [f.seq for f in settled(record.filed) if isinstance(f.act, meeting.Start | meeting.Resume)]
    unsaid = [person for person in record.members() if record.attendance_of(person) is None]
    if unsaid:
        sentence = f"{listed(record, unsaid)} {'are' if len(unsaid) > 1 else 'is'} neither present nor excused."
        yield Gap(sentence, lack=Lack.SILENT, people=tuple(unsaid), behind=begun[0] if record.day else None)
    days = [
        (one.day.typed, seq)
        for (before, one), seq in zip(pairwise(record.sittings), begun[1:], strict=False)
        if one.day and one.day != before.day
    ]
    for day, (called, seq) in enumerate(days, start=1):
        behind = None if day == record.day else seq
        told = {line.person for line in record.attendance if (said := line.on(day)) and said.day == day}
        told |= {move.person for move in record.movements if move.day == day}
        unsaid = [person for person in record.members() if person not in told]
        if not told:
            yield Gap(f"Who was present on {called} is not said.", lack=Lack.REGISTER, behind=behind)
        elif unsaid:
            are = "are" if len(unsaid) > 1 else "is"
            sentence = f"{listed(record, unsaid)} {are} neither present nor excused on {called}."
            yield Gap(sentence, lack=Lack.SILENT, people=tuple(unsaid), behind=behind)


def _elections(record: Record) -> Iterator[Gap]:
    """Elected to nothing, or to what is no office of the body, which the list of those present can't show."""
    for filed in settled(record.filed):
        if not isinstance(filed.act, room.Elect):
            continue
        entry = next(
            (e for e in record.entries.values() if filed.item.split(".")[0] in e.items), record.entries[OPENING]
        )
        who = name_of(record, filed.act.person)
        if not filed.act.office:
            yield of(record, entry, f"{who} was elected, to what office is not said.", filed.seq, lack=Lack.OFFICE)
        elif not _is_office(record, filed.act.office):
            offices = ", ".join(dict.fromkeys(record.offices.values())) or "Chair, Deputy Chair"
            sentence = f"{who} was elected {filed.act.office}, which is no office of the body ({offices} …)."
            yield of(record, entry, sentence, filed.seq, lack=Lack.OFFICE)


def _is_office(record: Record, words: str) -> bool:
    """Is this an office of the body: one of the known ones, perhaps in fuller words (Deputy Town Mayor), or the agenda's?"""
    return is_role(words) or is_role(words.split()[-1]) or words in record.offices.values()


def _has_no_time(record: Record, move: Movement) -> bool:
    """Is its time missing, and not said to be unknown (`?`)?"""
    if move.implied or move.at is not None:
        return False
    found = record.block(move.seq)
    act = found[1].act if found else None
    said = act.at if isinstance(act, room.Arrive | room.Leave | room.Return) else None
    return said is None


def _untimed(record: Record, move: Movement) -> Gap:
    where = item_called(record, record.entries[move.entry]) if move.entry in record.entries else ""
    sentence = f"{where}when {name_of(record, move.person)} {_DID[move.direction]} is not said."
    return Gap(sentence, move.seq, move.entry, lack=Lack.MOVE_TIME)


def gaps_of_interests(record: Record) -> Iterator[Gap]:
    """Of the interests declared: in what, and of what kind."""
    for one in record.declarations:
        who = listed(record, list(one.act.who)) if one.act.who else "All members"
        if _bears_on_nothing(record, one):
            sentence = f"{who} declared an interest, in what is not said."
            yield Gap(sentence, one.seq, one.entry, lack=Lack.INTEREST_SCOPE)
        if not one.act.label and not one.act.sensitive:
            sentence = f"{who} declared an interest, of what kind is not said."
            yield Gap(sentence, one.seq, one.entry, lack=Lack.INTEREST_KIND)


def gaps_ahead(record: Record) -> Iterator[Gap]:
    """The items ahead that will have no quorum."""
    return (Gap(one.sentence, one.seq, lack=Lack.FORECAST) for one in forecast(record))


def _bears_on_nothing(record: Record, one: Declaration) -> bool:
    """Is its scope missing where it can't be the item it was declared under?"""
    scope = one.act.scope
    if scope.items or scope.motion is not None or scope.whole_meeting or scope.words:
        return False
    entry = record.entries.get(one.entry)
    items = [record.business[key].item for key in entry.items if key in record.business] if entry else []
    return not items or any(takes_declarations(item.title) for item in items)
