"""The parts of a record: what a meeting has, once its acts are read. Made by `replay`; to be read only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from boardtui.model.acts.base import Act
from boardtui.model.acts.business import Count, Fate, RollStep
from boardtui.model.acts.interests import Declare
from boardtui.model.acts.room import Span
from boardtui.model.agenda import Item, ItemKey, Section
from boardtui.model.people import PersonKey
from boardtui.model.prose import NOTHING, Prose
from boardtui.model.times import CalendarDay, ClockTime


class Stage(StrEnum):
    """How far the meeting has come."""

    BEFORE = "before"
    OPEN = "open"
    ADJOURNED = "adjourned"
    CLOSED = "closed"


class ItemState(StrEnum):
    """What has become of an item."""

    WAITING = "waiting"
    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class Capacity(StrEnum):
    """In what capacity somebody is in the room."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OTHER = "other"
    OFFICER = "officer"
    GUEST = "guest"


class Status(StrEnum):
    """What the register says of somebody."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    LATE = "late"
    ABSENT = "absent"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the register said of somebody on one day of the meeting."""

    day: int
    status: Status
    reason: str = ""


@dataclass(slots=True)
class Attendance:
    """One line of the register. seq: of the act that made it, which also gives the order typed; entries: a guest's;

    day: of the meeting, on which its status was said; earlier: what was said on the days before; seated_at, resigned_at:
    when somebody was co-opted, or resigned, in the meeting's time.
    """

    person: PersonKey
    capacity: Capacity
    status: Status
    seq: int
    remote: bool = False
    reason: str = ""
    stands_for: PersonKey = ""
    entries: list[int] = field(default_factory=list)
    newcomer: bool = False
    coopted: bool = False
    resigned: bool = False
    day: int = 0
    earlier: list[Standing] = field(default_factory=list)
    seated_at: tuple[int, int] = (0, 0)
    resigned_at: tuple[int, int] = (0, 0)

    def on(self, day: int) -> Standing | None:
        """What the register said last up to this day of the meeting; None if nothing."""
        now = Standing(self.day, self.status, self.reason)
        return next((one for one in (now, *reversed(self.earlier)) if one.day <= day), None)


class Direction(StrEnum):
    """Which way somebody moved."""

    ARRIVE = "arrive"
    LEAVE = "leave"
    RETURN = "return"


@dataclass(slots=True)
class Movement:
    """An arrival or a departure. moment: where it stands in the meeting's time, for order; at: the time, if known; entry:

    the minute it was said in; day: of the meeting; implied: it follows from somebody's being marked present again.
    """

    person: PersonKey
    direction: Direction
    seq: int
    entry: int
    at: ClockTime | None
    moment: tuple[int, int]
    reason: str = ""
    span: Span = Span.OPEN
    until: ItemKey = ""
    day: int = 0
    implied: bool = False


@dataclass(slots=True)
class ChairSpell:
    """From here this person presides. moment: where it stands in the meeting's time."""

    person: PersonKey
    seq: int
    entry: int
    moment: tuple[int, int]


@dataclass(slots=True)
class Opening:
    """Items are taken up. sub: the sub-item; entry: their minute; moment: where it stands in the meeting's time."""

    items: tuple[ItemKey, ...]
    entry: int
    moment: tuple[int, int]
    sub: ItemKey = ""


@dataclass(slots=True)
class Sitting:
    """A stretch of the meeting. day: None for the day of the summons; reason, to_day, to_time: of the adjournment after it;

    begins, ends: the same times on the meeting's own scale (`Record.moment`), None where unknown; seq: of what began it.
    """

    start: ClockTime | None
    day: CalendarDay | None = None
    end: ClockTime | None = None
    ended: bool = False
    reason: str = ""
    to_day: CalendarDay | None = None
    to_time: ClockTime | None = None
    begins: int | None = None
    ends: int | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Overridden:
    """A reason why something stands although a rule is against it. about: the seq of that act; seq: of the override; lack:

    the kind of gap that it answers, '' for all that are about that act.
    """

    about: int
    reason: str
    seq: int
    lack: str = ""

    def answers(self, act: int | None, lack: str) -> bool:
        """Is this about a gap of that act and kind?"""
        return act == self.about and self.lack in ("", lack)


@dataclass(slots=True)
class Declaration:
    """An interest declared, with the entry it was declared under."""

    act: Declare
    seq: int
    entry: int


@dataclass(slots=True)
class Clause:
    """A clause of a decision with what hangs from it. seq: of the act that said it."""

    text: Prose
    seq: int
    clauses: list[Clause] = field(default_factory=list)


@dataclass(slots=True)
class Division:
    """A vote. option order is as said. steps: of a recorded vote; names: who voted how, when recorded;

    own: single members' own votes; casting: whose casting vote and which way; superseded: earlier counts of it;
    rivals: of proposals put against each other, which of them each option means; here, members: how many counted and were
    here, and how many the body has, vacant seats among them; counted_at, casting_at, lots_at, own_at: the seqs of the acts
    that gave the count that stands, the casting vote, the lot, and each member's own vote.
    """

    seq: int
    counts: tuple[Count, ...] = ()
    method: str = ""
    needing: str = ""
    recorded: bool = False
    steps: tuple[RollStep, ...] = ()
    names: dict[PersonKey, str] = field(default_factory=dict)
    own: list[tuple[PersonKey, str]] = field(default_factory=list)
    casting: tuple[PersonKey, str] | None = None
    lots: tuple[PersonKey, str] | None = None
    superseded: list[tuple[Count, ...]] = field(default_factory=list)
    rivals: dict[str, Motion] = field(default_factory=dict, compare=False, repr=False)
    here: int = 0
    members: int = 0
    counted_at: int = 0
    casting_at: int = 0
    lots_at: int = 0
    own_at: list[int] = field(default_factory=list)

    def number(self, option: str) -> int | None:
        """The figure of an option, None when not stated."""
        return next((c.number for c in self.counts if c.option == option), None)


@dataclass(slots=True)
class Motion:
    """A motion or an amendment. number: 0 the motion, 1, 2 … its amendments as moved; words: None when none were given;

    original: the words before it was altered; worded_at: the seq that last set them (amendments carried after it are not in
    them yet); amended: carried amendments are in the words; about: the seq of the block it
    moves, when it moves what stood already; ended_at: the seq of the act that decided it, 0 while nothing has.
    """

    seq: int
    entry: int
    number: int
    words: Prose | None
    movers: list[PersonKey] = field(default_factory=list)
    seconders: list[PersonKey] = field(default_factory=list)
    behalf: str = ""
    on_notice: bool = False
    parent: Motion | None = field(default=None, compare=False, repr=False)
    fate: Fate | None = None
    original: Prose | None = None
    worded_at: int = 0
    amended: bool = False
    about: int | None = None
    ended_at: int = 0
    divisions: list[Division] = field(default_factory=list)
    amendments: list[Motion] = field(default_factory=list)

    @property
    def division(self) -> Division | None:
        """The vote that counts: the last one."""
        return self.divisions[-1] if self.divisions else None


class DecisionKind(StrEnum):
    """What sort of decision."""

    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    NOTED = "noted"


@dataclass(slots=True)
class Decision:
    """What was decided. verb: '' for the house's; to: the body recommended to; recommended: what the report had asked;

    motion: the motion that was carried, or that moved it; amended: the motion's words were amended and not said anew.
    """

    seq: int
    kind: DecisionKind = DecisionKind.RESOLVED
    clauses: list[Clause] = field(default_factory=list)
    verb: str = ""
    to: str = ""
    reason: Prose = NOTHING
    reference: str = ""
    recommended: tuple[str, ...] = ()
    motion: Motion | None = None
    amended: bool = False


@dataclass(slots=True)
class ActionPoint:
    """Who does what by when."""

    seq: int
    entry: int
    owners: tuple[PersonKey, ...]
    text: Prose
    due: CalendarDay | None


@dataclass(slots=True)
class Block:
    """What stands in a minute, in order: text, or what an act prints.

    seq: of the act that made it, its identity; parts: the seqs of all acts in it; act: as it now reads; added: what `+`
    goes on with; decision, motion, division, fate: the structure it shows, if it shows one, and how that ended; signed: by
    whom and when the minutes it speaks of were signed; people: those it names as newcomers may be among them;
    sub: the sub-item it stands under; prepared: written before the meeting and not yet confirmed.
    """

    seq: int
    act: Act
    at: ClockTime | None
    restricted: bool = False
    prepared: bool = False
    parts: list[int] = field(default_factory=list)
    added: list[Prose] = field(default_factory=list)
    decision: Decision | None = None
    motion: Motion | None = None
    division: Division | None = None
    fate: Fate | None = None
    signed: tuple[CalendarDay, PersonKey] | None = None
    people: tuple[PersonKey, ...] = ()
    sub: ItemKey = ""


@dataclass(slots=True)
class Entry:
    """A minute. key: the seq of the act that opened it first, 0 for the opening entry; items: those it covers, 0..n;

    taken: its place in the order of business, None while it only holds prepared text; restricted: all of it must not go
    out; withheld: some of it must not; spans: [from, to], the times that are known, on the meeting's own
    scale (`Record.moment`).
    """

    key: int
    items: tuple[ItemKey, ...]
    taken: int | None = None
    number: str | None = None
    number_said: bool = False
    heading: str | None = None
    heading_said: bool = False
    reference: str = ""
    restricted: bool = False
    withheld: bool = False
    released: bool = False
    summary: Prose = NOTHING
    no_decision: bool = False
    blocks: list[Block] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    spans: list[tuple[int, int | None]] = field(default_factory=list)

    @property
    def said(self) -> bool:
        """Does anything stand here?"""
        return bool(self.blocks)


@dataclass(slots=True)
class Business:
    """An item on the table: as the agenda has it, or added in the meeting."""

    key: ItemKey
    item: Item
    sections: tuple[Section, ...] = ()
    state: ItemState = ItemState.WAITING
    added: bool = False
    urgent: bool = False
    reason: str = ""
    to: str = ""

    @property
    def is_sub(self) -> bool:
        """Is this a sub-item?"""
        return "." in self.key
