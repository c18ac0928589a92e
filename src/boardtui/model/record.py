"""The record of a meeting: everything that follows from its acts. Made by `replay` and by nothing else; to be read only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from boardtui.model.acts.base import Act, Filed
from boardtui.model.acts.interests import Dispensation
from boardtui.model.acts.meeting import Exclude, PreviousMinutes
from boardtui.model.agenda import Agenda, ItemKey
from boardtui.model.approval import Approval
from boardtui.model.parts import (
    ActionPoint,
    Attendance,
    Block,
    Business,
    Capacity,
    ChairSpell,
    Clause,
    Decision,
    DecisionKind,
    Declaration,
    Direction,
    Division,
    Entry,
    ItemState,
    Motion,
    Movement,
    Opening,
    Overridden,
    Sitting,
    Stage,
    Standing,
    Status,
)
from boardtui.model.people import Person, PersonKey, Seat, SeatKind
from boardtui.model.times import CalendarDay, ClockTime

__all__ = [
    "OPENING",
    "ActionPoint",
    "Attendance",
    "Block",
    "Business",
    "Capacity",
    "ChairSpell",
    "Clause",
    "Decision",
    "DecisionKind",
    "Declaration",
    "Direction",
    "Division",
    "Entry",
    "ItemState",
    "Motion",
    "Movement",
    "Opening",
    "Overridden",
    "Record",
    "Sitting",
    "Stage",
    "Standing",
    "Status",
]

OPENING = 0
"""The key of the entry that takes what is said before any item is opened."""

HALF_A_DAY = 12 * 60


@dataclass(slots=True)
class Record:
    """A meeting as it stands. `replay` makes it; everybody else reads it.

    house_text: the file of the house style, where it is one of the office's own; offices: who held which office of the body
    when the meeting started; before: the motion before the meeting; decided: the motion the last act decided;
    decision_open: the decision a further clause joins; clock: how far the meeting's time has come, minutes since midnight,
    -1 before any is known; minute: the time of the last act, None if it isn't known; openings: each time items were taken
    up; publics: how many of the public there were, by the day of the meeting; touched: acts edited since the meeting
    started; oddities: what didn't fit, and the act it came with; said: the seq of the act that an override would be about;
    undoable: the acts that stand, the last one last; nameless: those of whom only the key is known yet; put_in: the seq of
    the act last read, if it was put in later, else 0; approval: by which the minutes stand, None for a draft.
    """

    name: str = ""
    agenda: Agenda | None = None
    house_text: str = ""
    people: dict[PersonKey, Person] = field(default_factory=dict)
    seats: list[Seat] = field(default_factory=list)
    business: dict[ItemKey, Business] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    attendance: list[Attendance] = field(default_factory=list)
    publics: dict[int, int] = field(default_factory=dict)
    movements: list[Movement] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    chair: list[ChairSpell] = field(default_factory=list)
    offices: dict[PersonKey, str] = field(default_factory=dict)
    sittings: list[Sitting] = field(default_factory=list)
    none_declared: bool = False
    declarations: list[Declaration] = field(default_factory=list)
    dispensations: list[tuple[int, Dispensation]] = field(default_factory=list)
    arrears: list[PersonKey] = field(default_factory=list)
    confirmed: list[PreviousMinutes] = field(default_factory=list)
    exclusions: list[tuple[int, Exclude]] = field(default_factory=list)
    actions: list[ActionPoint] = field(default_factory=list)
    waiting: list[PersonKey] = field(default_factory=list)
    speaking: PersonKey = ""
    speaking_since: str = ""
    stage: Stage = Stage.BEFORE
    extended: ClockTime | None = None
    next_meeting: str = ""
    closed: ClockTime | None = None
    signed: tuple[CalendarDay, PersonKey] | None = None
    approval: Approval | None = None
    overrides: list[Overridden] = field(default_factory=list)
    oddities: list[tuple[int, str]] = field(default_factory=list)
    # where the meeting is now
    entry_key: int = OPENING
    sub: ItemKey = ""
    before: Motion | None = None
    decided: Motion | None = None
    decision_open: Decision | None = None
    verb_next: str = ""
    exclusion: Exclude | None = None
    nameless: set[PersonKey] = field(default_factory=set)
    put_in: int = 0
    clock: int = -1
    minute: int | None = None
    touched: frozenset[int] = frozenset()
    last_seq: int = 0
    said: int = 0
    filed: list[Filed] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    undoable: list[int] = field(default_factory=list)

    @property
    def entry(self) -> Entry:
        """The open minute."""
        return self.entries[self.entry_key]

    def moment(self, minutes: int) -> int:
        """A time of day on the meeting's own scale, on which a second day, or the small hours, come after the first."""
        start = self.sittings[-1].start.minutes if self.sittings and self.sittings[-1].start else None
        past_midnight = start is not None and 0 <= minutes < start - HALF_A_DAY
        return minutes + (self.day + past_midnight) * 2 * HALF_A_DAY

    @property
    def day(self) -> int:
        """Which day of the meeting it is: 0 for the first, 1 for the next to which it was adjourned."""
        return sum(one.day != before.day for before, one in pairwise(self.sittings))

    @property
    def public(self) -> int | None:
        """How many of the public there were, as said last; None if nothing was said."""
        return next(reversed(self.publics.values()), None)

    @property
    def open_items(self) -> tuple[ItemKey, ...]:
        """The items now open, none before the first."""
        return self.entries[self.entry_key].items if self.entry_key in self.entries else ()

    @property
    def date(self) -> dt.date | None:
        """The day of the summons, if the agenda's date can be read."""
        return self.agenda.date.on if self.agenda else None

    def seat_of(self, person: PersonKey) -> Seat | None:
        """The seat somebody holds on the body now, None for somebody who holds none."""
        return next((s for s in self.seats if s.person == person), None)

    def role_of(self, person: PersonKey) -> str:
        """Somebody's office of the body itself (Chair …), '' for none."""
        return next((s.role for s in self.seats if s.person == person and s.role), "")

    def members(self) -> list[PersonKey]:
        """Those who hold a member's seat now, in the order of the front sheet."""
        return [s.person for s in self.seats if s.kind is SeatKind.MEMBER and s.person]

    def attendance_of(self, person: PersonKey) -> Attendance | None:
        """What the register says of somebody last, None if nothing."""
        return next((a for a in reversed(self.attendance) if a.person == person), None)

    def blocks(self) -> Iterator[tuple[Entry, Block]]:
        """Every block with its entry."""
        return ((entry, block) for entry in self.entries.values() for block in entry.blocks)

    def block(self, seq: int) -> tuple[Entry, Block] | None:
        """The block that an act stands in, None if it stands in none."""
        return next(((e, b) for e, b in self.blocks() if seq in b.parts), None)

    def act(self, seq: int) -> Act | None:
        """An act as it was filed, None if this meeting has none of that seq."""
        return next((f.act for f in reversed(self.filed) if f.seq == seq), None)

    def is_restricted(self, entry: Entry, block: Block) -> bool:
        """Must this block not go out?"""
        return block.restricted and not entry.released
