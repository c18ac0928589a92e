"""What a meeting's minutes lack, each with what mends it, and what was answered with a reason: for the desk and for `check`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.desk.looking_back import filed_at
from boardtui.desk.mending import Typed, mending, overriding, standing
from boardtui.model.acts import Act
from boardtui.model.record import Record
from boardtui.notation.context import Context
from boardtui.rules.confidentiality import public_as_filed
from boardtui.rules.gap import Gap
from boardtui.rules.gaps import Findings, Kept, look_through

RESTRICTED = "(restricted)"
"""What stands for a sentence that must not go out."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is missing. number: its place in the list, from 1; item: the minute it is in, by the agenda's numbers

    or its title, '' for none; mends, answers: what the clerk would type to mend it, or to say why it stands; withheld: the
    sentence must not go out, and isn't told here.
    """

    number: int
    gap: Gap
    item: str
    mends: Typed
    answers: Typed
    withheld: bool = False

    @property
    def sentence(self) -> str:
        """The sentence, as it may be told."""
        return RESTRICTED if self.withheld else self.gap.sentence

    def as_row(self) -> dict[str, object]:
        """For a program. sentence and mends are None where they are kept back, mends also where nothing is known."""
        mends = None if self.withheld else self.mends.told or None
        return {
            "number": self.number,
            "item": self.item or None,
            "lack": self.gap.lack.called,
            "act": self.gap.seq,
            "sentence": None if self.withheld else self.gap.sentence,
            "mends": mends,
        }


@dataclass(frozen=True, slots=True)
class Answered:
    """A reason that was given. filed, who: when and by whom; item: of the minute it is about; sentences: what it answers;

    undoes: what the clerk would type to take it back; withheld: as in `Missing`.
    """

    kept: Kept
    filed: dt.datetime
    who: str
    item: str
    undoes: Typed
    withheld: bool = False

    @property
    def reason(self) -> str:
        """The reason, as it may be told."""
        return RESTRICTED if self.withheld else self.kept.override.reason

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it answers, as it may be told."""
        return () if self.withheld else tuple(gap.sentence for gap in self.kept.gaps)

    def as_row(self) -> dict[str, object]:
        """For a program. reason and sentences are None where they are kept back."""
        return {
            "act": self.kept.override.seq,
            "about": self.kept.override.about,
            "item": self.item or None,
            "filed": self.filed.isoformat(timespec="milliseconds"),
            "who": self.who,
            "reason": None if self.withheld else self.kept.override.reason,
            "sentences": None if self.withheld else list(self.sentences),
        }


@dataclass(frozen=True, slots=True)
class Told:
    """All of it."""

    missing: tuple[Missing, ...]
    answered: tuple[Answered, ...]


def told(context: Context, *, restricted: bool, zone: dt.tzinfo | None = None, found: Findings | None = None) -> Told:
    """What is missing from a meeting, and what was answered.

    context: what lines are read against; restricted: with what must not go out; zone: None for this machine's; found: what
    was found, if that is known already.
    """
    record = context.record
    found = found or look_through(record)
    public = None if restricted else public_as_filed(record)
    missing: list[Missing] = []
    acts = standing(record)
    for number, gap in enumerate(found.gaps, start=1):
        withheld = public is not None and _is_kept_back(record, gap.seq, public)
        item = _item(record, gap.entry, untitled=withheld)
        missing.append(Missing(number, gap, item, mending(gap, context, acts), overriding(gap, context), withheld))
    return Told(tuple(missing), tuple(_answered(record, found, public, zone)))


def _answered(
    record: Record, found: Findings, public: dict[int, Act] | None, zone: dt.tzinfo | None
) -> Iterator[Answered]:
    filed_by = {filed.seq: filed for filed in record.filed}
    for kept in found.kept:
        own = filed_by[kept.override.seq]
        seqs = (kept.override.seq, kept.override.about)
        withheld = public is not None and any(_is_kept_back(record, seq, public) for seq in seqs)
        entry = next((gap.entry for gap in kept.gaps), None)
        line = f"/undo {own.seq}"
        item = _item(record, entry, untitled=withheld)
        yield Answered(kept, filed_at(own, zone), own.actor, item, Typed(line, len(line)), withheld)


def _is_kept_back(record: Record, seq: int | None, public: dict[int, Act]) -> bool:
    """Is this about an act that must not go out as it was said? The summons is told of only in words anybody may read."""
    if seq is None or not record.filed or seq == record.filed[0].seq:
        return False
    return public.get(seq) != record.act(seq)


def _item(record: Record, entry: int | None, *, untitled: bool) -> str:
    """The items of a minute: `4`, `7 and 8`, or a title where there is no number, unless they are to be untitled."""
    if entry is None or entry not in record.entries:
        return ""
    items = [record.business[key].item for key in record.entries[entry].items if key in record.business]
    return " and ".join(called for item in items if (called := item.number or ("" if untitled else item.title)))
