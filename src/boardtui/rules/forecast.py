"""The quorum that is to be: which items will be taken without one, once those with an interest have left.

Whoever must leave doesn't count while they are out, so that interests may leave a body unable to decide; known beforehand, a
dispensation may be asked for because of it (Localism Act 2011, s.33(2)(a)) or a substitute be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from boardtui.model.acts import interests, meeting, room, text
from boardtui.model.acts.interests import Conduct
from boardtui.model.agenda import ItemKey
from boardtui.model.people import PersonKey
from boardtui.model.record import Capacity, Declaration, Entry, ItemState, Opening, Record, Stage, Status
from boardtui.model.room import bears_on_open, voters
from boardtui.rules.codes import Duty, kind_of
from boardtui.rules.interests import leaving
from boardtui.rules.quorum import QuorumState, quorum_state, state_for

_NOT_COMING = (Status.APOLOGIES, Status.ABSENT)
_CHANGING = (
    interests.Declare, interests.Dispensation, room.Apologies, room.Absent, room.Present, room.Leave, room.Return,
    room.Arrive,
)  # fmt: skip
"""What changes who will be there."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """A quorum that will not be there. item: its key, '' for the whole meeting; called: in a sentence; state: what there

    will be; seq: of the last declaration, or apology, that tells.
    """

    item: ItemKey
    called: str
    state: QuorumState
    seq: int

    @property
    def sentence(self) -> str:
        """`Item 7 will be inquorate: 5 of 7 after interests.`"""
        return self.said_of(self.called)

    def said_of(self, called: str) -> str:
        """The sentence, of an item called otherwise."""
        why = "apologies" if not self.item else "interests"
        needed = self.state.needed or 0
        kinds = [one for one in self.state.missing if "more member" not in one]
        wanting = f"{' and '.join(kinds)} needed" if kinds else ""
        if self.state.present < needed:
            wanting = f", and {wanting}" if wanting else ""
            return f"{called} will be inquorate: {self.state.present} of {needed} after {why}{wanting}."
        return f"{called} will be inquorate after {why}: {wanting}."


def forecast(record: Record) -> tuple[Forecast, ...]:
    """The items not taken yet that will have no quorum, in the order of the agenda; before the meeting, first the meeting.

    Going by those who are here now, before the meeting by those who haven't said that they won't be.
    """
    if record.stage is Stage.CLOSED or state_for(record, []).needed is None:
        return ()
    found: list[Forecast] = []
    if _is_still_to_meet(record):
        state = state_for(record, expected(record))
        if state.lost:
            found.append(Forecast("", "The meeting", state, _last_excused(record)))
    counting = expected(record) if _is_still_to_meet(record) else voters(record)
    for key, declared in _with_interests(record).items():
        if state_for(record, _surely_left(counting, declared)).met:
            continue  # whoever comes back until then makes it more
        state = state_for(record, _left_for(record, key))
        if state.lost:
            found.append(Forecast(key, _called(record, key), state, declared[-1].seq))
    return tuple(found)


def _is_still_to_meet(record: Record) -> bool:
    """Is it still to be seen who is there?"""
    return record.stage is Stage.BEFORE or not record.attendance


def _last_excused(record: Record) -> int:
    return max((line.seq for line in record.attendance if line.status in _NOT_COMING), default=record.last_seq)


def expected(record: Record) -> list[PersonKey]:
    """Those who count and may be expected: members who haven't sent apologies, and the substitutes who are here for others."""
    lines = {line.person: line for line in record.attendance}
    substitutes = [
        line for line in record.attendance if line.capacity is Capacity.SUBSTITUTE and line.status is Status.PRESENT
    ]
    replaced = {line.stands_for for line in substitutes}
    members = [
        person
        for person in record.members()
        if person not in replaced and (person not in lines or lines[person].status not in _NOT_COMING)
    ]
    return [*members, *(line.person for line in substitutes if line.person not in members)]


def _surely_left(counting: list[PersonKey], declared: list[Declaration]) -> list[PersonKey]:
    """Those of them who have declared nothing: without a look at dispensations."""
    if any(one.act.everyone for one in declared):
        return []
    out = {person for one in declared for person in one.act.who}
    return [person for person in counting if person not in out]


def _with_interests(record: Record) -> dict[ItemKey, list[Declaration]]:
    """The items ahead for which somebody may have to leave, each with the declarations, in their order."""
    found: dict[ItemKey, list[Declaration]] = {}
    ahead = [key for key in record.business if _is_ahead(record, key)]
    for one in record.declarations:
        if kind_of(record, one.act.label).duty is Duty.LEAVE or Conduct.LEFT in one.act.conduct:
            for key in _ahead_in(record, one, ahead):
                found.setdefault(key, []).append(one)
    return {key: found[key] for key in record.business if key in found}


def _is_ahead(record: Record, key: ItemKey) -> bool:
    top = record.business.get(key.split(".")[0])
    return top is not None and top.state is ItemState.WAITING


def _ahead_in(record: Record, one: Declaration, ahead: list[ItemKey]) -> Iterator[ItemKey]:
    scope = one.act.scope
    if scope.whole_meeting:
        yield from (key for key in ahead if not record.business[key].is_sub)
    yield from (key for key in scope.items if key in ahead)


def _left_for(record: Record, key: ItemKey) -> list[PersonKey]:
    """Who would be left if this item were open now."""
    there = _as_if_open(record, key)
    if _is_still_to_meet(record):
        gone = (one for one in record.declarations if Conduct.LEFT in one.act.conduct and bears_on_open(there, one))
        away = {person for one in gone for person in one.act.who}
        counting = [person for person in expected(record) if person not in away]
    else:
        counting = voters(there)
    out = leaving(there, counting)
    return [person for person in counting if person not in out]


def _as_if_open(record: Record, key: ItemKey) -> Record:
    """The meeting as if this item had just been opened, and those before it on the agenda had been taken."""
    top = key.split(".")[0]
    entry = record.last_seq + 1
    moment = (record.moment(max(record.clock, 0)), entry)
    tops = [one for one in record.business if "." not in one]
    passed = tuple(one for one in tops[: tops.index(top) + 1] if _is_ahead(record, one))
    opening = Opening(passed, entry, moment)
    return replace(
        record,
        entries={**record.entries, entry: Entry(entry, (top,), taken=entry)},
        openings=[*record.openings, opening],
        entry_key=entry,
        sub=key if key != top else "",
        before=None,
        decided=None,
    )


def _called(record: Record, key: ItemKey) -> str:
    """An item in a sentence: `Item 7`, `Item 4(b)`; one without a number by its title."""
    top, item = record.business[key.split(".")[0]].item, record.business[key].item
    below = item.number or "" if item is not top else ""
    return f"Item {top.number}{below}" if top.number else item.title


def forecast_after(record: Record) -> tuple[Forecast, ...]:
    """What is to be said of the quorum ahead after what was said last: only if that has to do with who will be there."""
    last = record.filed[-1].act if record.filed else None
    if not isinstance(last, _CHANGING):
        return ()
    found = forecast(record)
    if isinstance(last, interests.Declare | interests.Dispensation) and last.scope.items:
        return tuple(one for one in found if one.item in last.scope.items)
    return found


class Turn(StrEnum):
    """What became of the quorum with what was said last."""

    LOST = "lost"
    REGAINED = "regained"


_TURNING = (
    meeting.Start, meeting.Resume, text.OpenItem, interests.Declare, room.Leave, room.Return, room.Arrive, room.Resign,
    room.Coopt,
)  # fmt: skip
"""What a quorum is lost or regained with, in the room; a register that is being filled in tells of neither."""


def sitting_state(record: Record) -> QuorumState | None:
    """The quorum of a meeting that is sitting and says who is here; None for any other."""
    return quorum_state(record) if record.stage is Stage.OPEN and record.attendance else None


def turn(before: QuorumState | None, record: Record) -> Turn | None:
    """Was the quorum lost or regained with what was said last? before: how it stood until then, as `sitting_state` has it."""
    after = sitting_state(record)
    said = record.filed[-1].act if record.filed else None
    was_lost = before is not None and before.lost
    if after is None or was_lost is after.lost or not isinstance(said, _TURNING):
        return None
    return Turn.LOST if after.lost else Turn.REGAINED
