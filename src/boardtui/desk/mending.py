"""The line that mends a gap, as the clerk would type it: its beginning, or the whole line with the caret where it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardtui.errors import Refusal
from boardtui.model.acts import Act, interests, meeting, room
from boardtui.model.acts.text import OpenItem
from boardtui.model.prose import NOTHING
from boardtui.model.record import Record
from boardtui.model.settle import settled
from boardtui.notation.context import Context
from boardtui.notation.names import handle
from boardtui.notation.show import show
from boardtui.notation.substantive import motion_as_amended
from boardtui.rules.gap import Gap, Lack
from boardtui.rules.mending import Mend, Way, mend, override


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the composer: the text, and where in it the caret is."""

    text: str
    caret: int

    @property
    def told(self) -> str:
        """As it is told where nobody can type: `…` stands for what is still to be said."""
        before, behind = self.text[: self.caret], self.text[self.caret :]
        open_ended = before.endswith((" ", "/", "@"))
        return f"{before}…{behind}" if open_ended else self.text


NOTHING_TYPED = Typed("", 0)
Standing = Mapping[int, Act]
"""Acts by their seq."""
_BEHIND = {Lack.SUBSTITUTED: " for ", Lack.URGENCY: "; ", Lack.MOTION_WORDS: ": "}
"""What leads to the part that is missing, where that isn't a space."""
_ANOTHER = {Lack.UNANIMITY: "/carried", Lack.BY_NAME: "/roll "}
"""What takes the place of the line."""
_WHOLE = (Lack.DAY, Lack.FIGURES)
"""What is put right where it stands: the caret is at the end."""


def standing(record: Record) -> Standing:
    """The acts that stand, as they now read, by their seq: what `mending` looks in, worked out once for many gaps."""
    return {one.seq: one.act for one in settled(record.filed)}


def mending(gap: Gap, context: Context, acts: Standing | None = None) -> Typed:
    """What the clerk would type to mend this gap, in this context: NOTHING_TYPED where that isn't known. acts: `standing`."""
    return _typed(mend(context.record, gap), gap, context, acts)


def overriding(gap: Gap, context: Context) -> Typed:
    """What the clerk would type to say why it stands as it is."""
    found = override(gap)
    return NOTHING_TYPED if found is None else _typed(found, gap, context, None)


def _typed(found: Mend, gap: Gap, context: Context, acts: Standing | None) -> Typed:
    if found.way is Way.SAY:
        who = " ".join(f"@{handle(person, context.record)}" for person in gap.people)
        opened = gap.lack is Lack.NOT_TAKEN
        line = show(OpenItem(items=(gap.words,)), context) if opened else found.line.replace("{who}", who)
        if gap.lack is Lack.AMENDED_WORDS:
            line += _as_amended(gap, context)
        return _at_end(line if found.act is None else f"/insert #{found.act} {line}")
    if found.act is None:
        return NOTHING_TYPED
    if found.way is Way.REWRITE:
        return _rewritten(found.act, gap, context, standing(context.record) if acts is None else acts)
    if found.way is Way.REPLACE:
        return _at_end(f"/replace #{found.act} s/{found.line}/")
    return _at_end(f"/undo {found.act}" if found.way is Way.UNDO else f"/override #{found.act}:{found.line} ")


def _as_amended(gap: Gap, context: Context) -> str:
    """How the motion reads that this decision carried, where its amendments can be followed."""
    decisions = context.record.entries[gap.entry].decisions if gap.entry in context.record.entries else ()
    decision = next((one for one in decisions if one.seq == gap.seq), None)
    return motion_as_amended(decision.motion, context) if decision is not None and decision.motion is not None else ""


def _at_end(line: str) -> Typed:
    return Typed(line, len(line))


def _rewritten(seq: int, gap: Gap, context: Context, acts: Standing) -> Typed:
    """`/edit #57` and the line as it now stands, with the caret where something is missing."""
    act = acts.get(seq)
    if act is None:
        return NOTHING_TYPED
    try:
        line = show(act, context)
        before, behind = _parted(line, act, gap, context)
    except Refusal:
        return NOTHING_TYPED
    start = f"/edit #{seq} {before}"
    return Typed(f"{start}{behind}", len(start))


def _parted(line: str, act: Act, gap: Gap, context: Context) -> tuple[str, str]:
    """The line before the caret, with what leads to the missing part; and the rest of it."""
    if gap.lack in _ANOTHER:
        return _ANOTHER[gap.lack], ""
    if gap.lack is Lack.MARK:
        return f"{gap.words} {line.lstrip(chr(92)).removeprefix(gap.words)}", ""
    if gap.lack in (Lack.OWNER, Lack.MOVER, Lack.EARLIER_DAY):
        name, _, rest = line.partition(" ")
        at = "" if gap.lack is Lack.EARLIER_DAY else "@"
        return f"{name} {at}", rest if rest[:1] in (":", "") else f" {rest}"
    if gap.lack in _WHOLE:
        return line, ""
    before = show(_without_what_follows(act, gap.lack), context)
    return f"{before}{_BEHIND.get(gap.lack, ' ')}", line.removeprefix(before)


def _without_what_follows(act: Act, lack: Lack) -> Act:
    """The act without what stands behind the part that it lacks."""
    less: dict[str, object] = {}
    if isinstance(act, room.Leave):
        less = {"span": room.Span.OPEN, "until": "", "reason": ""}
    elif isinstance(act, room.Arrive):
        less = {"reason": ""}
    elif isinstance(act, room.Elect):
        less = {"office": "", "term": ""}
    elif isinstance(act, meeting.Exclude):
        less = {"items": ()}
    elif isinstance(act, interests.Declare):
        less = {"label": "", "nature": NOTHING, "sensitive": False, "conduct": ()}
        less |= {"scope": interests.Scope()} if lack is Lack.INTEREST_SCOPE else {}
    return act.model_copy(update=less)
