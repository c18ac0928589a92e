"""A gap, and how the sentences about one begin: with the item, as the agenda numbers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from boardtui.model.people import PersonKey
from boardtui.model.record import Entry, Record


class Lack(Enum):
    """What kind of thing is missing or at odds. `rules.mending` says how each is mended.

    Their names are in books, with the reasons that answer them: they don't change.
    """

    START = auto()
    """The meeting hasn't been started."""
    START_TIME = auto()
    CLOSE = auto()
    """The meeting hasn't been closed."""
    CLOSE_TIME = auto()
    FIRST_NUMBER = auto()
    """The number of the first minute of the year isn't known."""
    QUORUM = auto()
    """Nothing says what the quorum is."""
    REGISTER = auto()
    """Nobody is marked present."""
    SEAT = auto()
    """Somebody present is no member."""
    SUBSTITUTED = auto()
    """For whom somebody is a substitute."""
    SILENT = auto()
    """Neither present nor excused."""
    UNMARKED = auto()
    """Somebody came or went and is on no register."""
    PRESENCE = auto()
    """What the register and the movements say can't all be true."""
    MOVE_TIME = auto()
    OFFICE = auto()
    """To what somebody was elected."""
    NOT_TAKEN = auto()
    """An item of the agenda that the meeting didn't come to."""
    EMPTY = auto()
    """An item under which nothing is minuted."""
    FORECAST = auto()
    """There will be no quorum for an item."""
    INTEREST_SCOPE = auto()
    INTEREST_KIND = auto()
    URGENCY = auto()
    """Why an item is urgent."""
    EARLIER_DAY = auto()
    """Of which meeting the earlier minutes are."""
    EARLIER_MINUTES = auto()
    """What became of the earlier minutes."""
    SUMMARY = auto()
    """What the public minutes say of what is kept from the public."""
    PARAGRAPHS = auto()
    """Under which paragraphs of its law the public were excluded."""
    PREPARED = auto()
    """Prepared text that is not confirmed."""
    NAME = auto()
    """An `@name` that is nobody's."""
    MARK = auto()
    """A mark without its space."""
    OWNER = auto()
    """Whose an action is."""
    DAY = auto()
    """A day no calendar has."""
    MOTION_WORDS = auto()
    MOVER = auto()
    SECONDER = auto()
    UNDECIDED = auto()
    """A motion of which nobody said how it ended."""
    TIE = auto()
    """Equal votes and no casting vote."""
    UNANIMITY = auto()
    FIGURES = auto()
    """A count that can't be right, or isn't whole."""
    BY_NAME = auto()
    """A count that had to be by name."""
    ROLL = auto()
    """A recorded vote that had to be taken."""
    UNMOVED = auto()
    """The motion on the agenda was not moved."""
    AMENDED_WORDS = auto()
    """The words of a motion that was carried as amended."""
    AFTER_LOSS = auto()
    """What was decided after a motion was lost."""
    RECOMMENDATIONS = auto()
    """What became of a report's recommendations."""
    BREACH = auto()
    """A rule is against what was done."""
    ODDITY = auto()
    """What was said didn't fit where it was said."""

    @property
    def called(self) -> str:
        """Its name as a book and a line have it: `seconder`, `move_time`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the minutes lack. sentence: for the clerk; seq: of the act it is about, entry: the minute it is in, if any;

    lack: what kind of thing; people: those it is about, where it is about people; words: of the line, that it is about;
    behind: the act behind which it was to be said, None for the end of what has been said.
    """

    sentence: str
    seq: int | None = None
    entry: int | None = None
    lack: Lack = field(kw_only=True)
    people: tuple[PersonKey, ...] = field(default=(), kw_only=True)
    words: str = field(default="", kw_only=True)
    behind: int | None = field(default=None, kw_only=True)


def of(
    record: Record,
    entry: Entry,
    sentence: str,
    seq: int | None = None,
    *,
    lack: Lack,
    people: tuple[PersonKey, ...] = (),
    words: str = "",
) -> Gap:
    """A gap in a minute: `Item 5: a motion has no seconder.` Without an act of its own it is about the opening of the item."""
    about = (entry.key or None) if seq is None else seq
    return Gap(f"{item_called(record, entry)}{sentence}", about, entry.key, lack=lack, people=people, words=words)


def item_called(record: Record, entry: Entry) -> str:
    """`Item 5: `, `Items 7 and 8: `, `Prayers: `; '' for the opening of the meeting."""
    items = [record.business[key].item for key in entry.items if key in record.business]
    numbers = [item.number for item in items if item.number]
    if len(numbers) > 1:
        return f"Items {', '.join(numbers[:-1])} and {numbers[-1]}: "
    if numbers:
        return f"Item {numbers[0]}: "
    return f"{items[0].title}: " if items else ""
