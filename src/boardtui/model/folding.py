"""How an act goes into the record: the table of folds, and what they share. Total: an act that fits nowhere is an oddity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from boardtui.model.acts import interests, meeting, room, text
from boardtui.model.acts.base import Act, Filed, PersonRef
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.people import Newcomer, Person, PersonKey, person_key
from boardtui.model.record import Block, Entry, Record, Stage
from boardtui.model.room import is_open
from boardtui.model.text import fold
from boardtui.model.times import ClockTime

Fold = Callable[[Record, Filed, Any], None]
F = TypeVar("F", bound=Fold)
FOLDS: dict[type[Act], Fold] = {}

_ALWAYS_PUBLIC = (
    room.Arrive, room.Leave, room.Return, room.TakeChair,
    meeting.Exclude, meeting.Readmit, meeting.Adjourn, meeting.Resume, meeting.Extend, meeting.Release,
    meeting.NextMeeting, meeting.Summary, interests.DeclareNone,
)  # fmt: skip
"""What is said of the meeting itself stays public in private session: who came and went, that it adjourned."""


def folds(*kinds: type[Act]) -> Callable[[F], F]:
    """Say which acts a function folds in."""

    def enter(function: F) -> F:
        for kind in kinds:
            FOLDS[kind] = function
        return function

    return enter


def odd(record: Record, filed: Filed, sentence: str) -> None:
    """Remember that an act did not fit, and why: it is listed as a gap."""
    record.oddities.append((filed.seq, sentence))


def effective(filed: Filed, said: ClockTime | None) -> ClockTime | None:
    """When it happened: as said in the line (`?` is unknown), else when the act was filed in the room, else unknown."""
    if said is not None:
        return said if said.at is not None or said.typed != "?" else None
    return filed.at


def tell_time(record: Record, at: ClockTime | None, *, anew: bool = False) -> None:
    """The time of the act. What is said to have happened earlier doesn't turn the meeting's clock back.

    anew: a sitting begins, from which the clock goes on.
    """
    record.minute = at.minutes if at is not None else None
    if record.minute is not None and (anew or record.moment(record.minute) > record.moment(record.clock)):
        record.clock = record.minute


def happened(record: Record, filed: Filed, at: ClockTime | None) -> tuple[int, int]:
    """Where something stands in the meeting's time; without a time of its own behind all that was said before."""
    minutes = at.minutes if at is not None else None
    return record.moment(record.clock if minutes is None else minutes), filed.place


def is_private(record: Record, entry: Entry) -> bool:
    """Is the public out while this entry is open?"""
    act = record.exclusion
    if act is None or act.result is not ExclusionResult.RESOLVED:
        return False
    if not act.items or set(act.items) & set(entry.items):
        return True
    return entry.key == record.entry_key and is_open(record, act.items)


def stays_public(act: Act) -> bool:
    """Is this an act that goes out even when it is said in private session?"""
    return isinstance(act, _ALWAYS_PUBLIC)


def restrict(entry: Entry) -> None:
    """All of this minute must not go out, what stands in it already too."""
    entry.restricted = entry.withheld = True
    for block in entry.blocks:
        block.restricted = block.restricted or not stays_public(block.act)


def add_block(record: Record, filed: Filed, act: Act) -> Block:
    """A new block of the open entry, after what stands under the same sub-item."""
    entry = record.entry
    hidden = not stays_public(act) and (filed.restricted or entry.restricted or is_private(record, entry))
    before = record.stage is Stage.BEFORE and isinstance(act, text.TextAct | text.TableRow | text.OpenItem)
    block = Block(
        seq=filed.seq,
        act=act,
        at=filed.at,
        restricted=hidden,
        prepared=before and filed.seq not in record.touched,
        parts=[filed.seq],
        sub=record.sub,
    )
    entry.withheld = entry.withheld or hidden
    if record.stage is Stage.CLOSED and entry.taken is None:
        entry.taken = filed.seq
    entry.blocks.insert(_place(record, entry), block)
    return block


def _place(record: Record, entry: Entry) -> int:
    if record.sub:
        for i in range(len(entry.blocks) - 1, -1, -1):
            if entry.blocks[i].sub == record.sub:
                return i + 1
    return len(entry.blocks)


def last_block(record: Record) -> Block | None:
    """The block that a continuation would go on in."""
    entry = record.entry
    place = _place(record, entry)
    return entry.blocks[place - 1] if place else None


def whom(record: Record, ref: PersonRef) -> PersonKey:
    """The key of somebody named in a list; somebody new is entered among the people."""
    if isinstance(ref, str):
        if ref not in record.people:
            record.people[ref] = Person.model_construct(key=ref, name=ref)
            record.nameless.add(ref)
        return ref
    for person in record.people.values():
        if fold(person.name) == fold(ref.name):
            return _filled_in(record, person, ref)
    key = _new_key(record, ref.name)
    record.nameless.discard(key)
    record.people[key] = Person(key=key, name=ref.name, post=ref.post, organisation=ref.organisation, group=ref.group)
    return key


def _new_key(record: Record, name: str) -> PersonKey:
    """A key for somebody new. It is the one they had when the act was filed, on which later acts rely.

    So those whom something put in later has named before they were known don't stand in its way; nor do those it brings,
    who have its number in their key.
    """
    taken = record.people.keys() - record.nameless
    key = person_key(name, taken)
    return f"{key}-{record.put_in}" if record.put_in else key


def _filled_in(record: Record, person: Person, said: Newcomer) -> PersonKey:
    """A known person, with what the list now says of them and nobody had said before."""
    more = {
        name: getattr(said, name)
        for name in ("post", "organisation", "group")
        if getattr(said, name) and not getattr(person, name)
    }
    if more:
        record.people[person.key] = person.model_copy(update=more)
    return person.key
