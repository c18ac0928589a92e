"""How each gap is mended: the command that does it, and where it is said.

What the meeting can still say is said now. What was left out of an earlier minute is put in there, behind what it follows.
What was said by halves is written anew; what can't have been is taken back; and what stands against a rule needs its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from boardtui.model.acts import business
from boardtui.model.record import Block, Entry, Record, Stage
from boardtui.model.settle import settled
from boardtui.rules.gap import Gap, Lack


class Way(Enum):
    """What is done about a gap."""

    SAY = auto()
    """A line is said."""
    REWRITE = auto()
    """The line as it stands is written anew."""
    REPLACE = auto()
    """Words in it are replaced."""
    UNDO = auto()
    OVERRIDE = auto()


@dataclass(frozen=True, slots=True)
class Mend:
    """How a gap is mended. line: what the line said begins with, where `{who}` stands for those the gap is about; of a

    replacement the words that go, of an override the kind of gap. act: the one that is written anew, undone or overridden,
    or behind which the line is put in; None for one said now.
    """

    way: Way
    line: str = ""
    act: int | None = None


_SAID = {
    Lack.START: "/start ",
    Lack.CLOSE: "/close ",
    Lack.REGISTER: "/present ",
    Lack.SILENT: "/absent {who}",
    Lack.UNMARKED: "/present {who}",
    Lack.SEAT: "/sub {who} for ",
    Lack.FIRST_NUMBER: "/number ",
    Lack.NOT_TAKEN: "# ",
    Lack.EMPTY: "",
    Lack.EARLIER_MINUTES: "/minutes ",
    Lack.SUMMARY: "/summary ",
    Lack.PREPARED: "/prepared",
    Lack.SECONDER: "/second ",
    Lack.UNDECIDED: "/vote ",
    Lack.TIE: "/casting ",
    Lack.ROLL: "/roll ",
    Lack.UNMOVED: "/move",
    Lack.AMENDED_WORDS: "= ",
    Lack.AFTER_LOSS: "/no decision",
    Lack.RECOMMENDATIONS: "= ",
}
"""What is missing whole, and the line that says it."""
_REWRITTEN = (
    Lack.START_TIME, Lack.CLOSE_TIME, Lack.SUBSTITUTED, Lack.MOVE_TIME, Lack.OFFICE, Lack.INTEREST_SCOPE,
    Lack.INTEREST_KIND, Lack.URGENCY, Lack.EARLIER_DAY, Lack.MARK, Lack.OWNER, Lack.DAY, Lack.MOTION_WORDS, Lack.MOVER,
    Lack.UNANIMITY, Lack.FIGURES, Lack.BY_NAME, Lack.PARAGRAPHS,
)  # fmt: skip
"""What a line lacks, or says wrongly."""
_TAKEN_BACK = (Lack.PRESENCE, Lack.ODDITY)
_GIVEN_A_REASON = (Lack.QUORUM, Lack.BREACH, Lack.FORECAST)
_OF_THE_MEETING = (Lack.START, Lack.CLOSE, Lack.REGISTER, Lack.SILENT, Lack.UNMARKED, Lack.SEAT)
"""What is said now, whatever is open, unless it is about an earlier day."""


def mend(record: Record, gap: Gap) -> Mend:
    """How this gap of this meeting is mended."""
    if gap.lack in _SAID:
        return Mend(Way.SAY, _SAID[gap.lack], _behind(record, gap))
    if gap.lack in _REWRITTEN:
        return Mend(Way.REWRITE, act=_to_rewrite(record, gap))
    if gap.lack is Lack.NAME:
        return Mend(Way.REPLACE, gap.words, gap.seq)
    if gap.lack in _TAKEN_BACK:
        return Mend(Way.UNDO, act=gap.seq)
    return Mend(Way.OVERRIDE, gap.lack.called, gap.seq)


def override(gap: Gap) -> Mend | None:
    """How the clerk says that it stands as it is; None for what isn't about any act."""
    return None if gap.seq is None else Mend(Way.OVERRIDE, gap.lack.called, gap.seq)


def _to_rewrite(record: Record, gap: Gap) -> int | None:
    if gap.lack is not Lack.UNANIMITY:
        return gap.seq
    found = record.block(gap.seq) if gap.seq is not None else None
    parts = found[1].parts if found else []
    outcomes = {one.seq for one in settled(record.filed) if isinstance(one.act, business.Outcome)}
    return next((seq for seq in reversed(parts) if seq in outcomes), gap.seq)


# --- where a line is said


def _behind(record: Record, gap: Gap) -> int | None:
    """The act behind which a line is put in; None where it comes to the same said now."""
    if gap.lack in _OF_THE_MEETING:
        return gap.behind
    entry = _minute(record, gap)
    if entry is None or entry.taken is None:
        return None
    block = _block(entry, gap)
    last = block is None or block is entry.blocks[-1]
    if record.stage is Stage.OPEN and record.entry_key == entry.key and last:
        return None
    return _opened(entry) if block is None and gap.lack in _HEADING else _last_said(entry, block)


_HEADING = (Lack.PREPARED, Lack.FIRST_NUMBER)
"""What is said when a minute is opened."""


def _minute(record: Record, gap: Gap) -> Entry | None:
    if gap.lack is Lack.FIRST_NUMBER:
        taken = [entry for entry in record.entries.values() if entry.taken and entry.items]
        return min(taken, key=lambda entry: entry.taken or 0, default=None)
    return record.entries.get(gap.entry) if gap.entry is not None else None


def _block(entry: Entry, gap: Gap) -> Block | None:
    """The block that the line has to follow, None for any place in the minute."""
    if gap.lack in (Lack.AMENDED_WORDS, Lack.ROLL):
        return _holding(entry, gap.seq)
    if gap.lack not in (Lack.SECONDER, Lack.TIE, Lack.UNDECIDED):
        return None
    own = _holding(entry, gap.seq)
    motion = own.motion if own is not None else None
    if motion is None or gap.lack is Lack.SECONDER:
        return own
    tree = (motion, *motion.amendments)
    return next((block for block in reversed(entry.blocks) if any(block.motion is one for one in tree)), own)


def _holding(entry: Entry, seq: int | None) -> Block | None:
    return next((block for block in entry.blocks if seq in block.parts), None)


def _opened(entry: Entry) -> int:
    """The act by which the meeting took the minute up."""
    return entry.taken or entry.key


def _last_said(entry: Entry, block: Block | None) -> int:
    """The last act of a block, or of the minute; what was prepared before the meeting comes before it was taken up."""
    last = block or (entry.blocks[-1] if entry.blocks else None)
    return max(last.parts[-1], _opened(entry)) if last is not None else _opened(entry)
