"""What undoing an act would change, or redoing one: told before it is done. Pure: the meeting is composed with and without."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from boardtui.errors import Refusal
from boardtui.minutes.compose import compose
from boardtui.minutes.house import House
from boardtui.minutes.writers import writer
from boardtui.model.acts import Filed, corrections
from boardtui.model.record import Entry, Record, Stage
from boardtui.model.replay import replay
from boardtui.model.settle import changes, turn_of
from boardtui.model.text import counted
from boardtui.rules.gap import item_called
from boardtui.rules.gaps import gaps
from boardtui.rules.presence import here, name_of
from boardtui.rules.procedure import check
from boardtui.rules.quorum import QuorumState, quorum_state

_WORD = re.compile(r"\s+|[^\s]+")
_ALIKE = 0.4
"""Two lines are one line reworded if so much of them is the same."""
_STAGES = {
    Stage.BEFORE: "The meeting would not have started.",
    Stage.OPEN: "The meeting would be open.",
    Stage.ADJOURNED: "The meeting would stand adjourned.",
    Stage.CLOSED: "The meeting would be closed.",
}


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines of the draft that go and lines that come in their place. at: the first line's place in the draft before, from 0."""

    at: int
    minus: tuple[str, ...]
    plus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consequences:
    """What an undo or a redo would do.

    act: the one it is about in the end; undoes: that goes, else it comes back; refused: why it can't be, None if it can;
    hunks: lines of the draft minutes, restricted ones among them; sentences: what follows for the room, the votes and
    the gaps; with_it: the corrections that go or come with the act.
    """

    act: int
    undoes: bool
    refused: Refusal | None = None
    hunks: tuple[Hunk, ...] = ()
    sentences: tuple[str, ...] = ()
    with_it: tuple[int, ...] = ()

    @property
    def nothing(self) -> bool:
        """Would it change nothing that anybody reads?"""
        return not self.hunks and not self.sentences


def consequences(filed: Sequence[Filed], house: House, act: corrections.Undo | corrections.Redo) -> Consequences:
    """What this undo or redo would change if it were said now.

    filed: all acts of the meeting; house: whose words the draft has.
    """
    before = replay(filed)
    turn = turn_of(filed, act)
    try:
        check(before, act)
    except Refusal as refused:
        return Consequences(turn.act, turn.gone, refused)
    last = filed[-1]
    after = replay([*filed, Filed(turn.seq, last.meeting, last.wall, None, last.actor, "", False, act)])
    longer = filed if turn.gone else after.filed
    return Consequences(
        act=turn.act,
        undoes=turn.gone,
        hunks=difference(draft_lines(before, house), draft_lines(after, house)),
        sentences=tuple(_sentences(before, after)),
        with_it=tuple(one.filed.seq for one in changes(longer) if turn.act in one.acts and one.filed.seq != turn.act),
    )


def draft_lines(record: Record, house: House) -> list[str]:
    """The draft minutes as plain text, whole, line by line."""
    return writer("txt")(compose(record, house)).decode().splitlines()


def difference(before: Sequence[str], after: Sequence[str]) -> tuple[Hunk, ...]:
    """What changes from some lines to others."""
    found = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Hunk(a, tuple(before[a:b]), tuple(after[c:d])) for kind, a, b, c, d in found if kind != "equal")


def applied(before: Sequence[str], hunks: Iterable[Hunk]) -> list[str]:
    """The lines after these changes."""
    out: list[str] = []
    at = 0
    for hunk in hunks:
        out += [*before[at : hunk.at], *hunk.plus]
        at = hunk.at + len(hunk.minus)
    return [*out, *before[at:]]


Words = tuple[tuple[str, bool], ...]
"""A line in pieces, each with whether it is one that changed."""


def word_difference(minus: str, plus: str) -> tuple[Words, Words] | None:
    """Which words of two lines differ; None where the lines have too little in common to be one line reworded."""
    old, new = _WORD.findall(minus), _WORD.findall(plus)
    matched = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if matched.ratio() < _ALIKE:
        return None
    lost: list[tuple[str, bool]] = []
    come: list[tuple[str, bool]] = []
    for kind, a, b, c, d in matched.get_opcodes():
        lost.append(("".join(old[a:b]), kind != "equal"))
        come.append(("".join(new[c:d]), kind != "equal"))
    return tuple(one for one in lost if one[0]), tuple(one for one in come if one[0])


# --- what follows, in sentences


def _sentences(before: Record, after: Record) -> Iterator[str]:
    if before.stage is not after.stage:
        yield _STAGES[after.stage]
    yield from _of_privacy(before, after)
    yield from _of_room(before, after)
    yield from _of_votes(before, after)
    if before.open_items != after.open_items:
        yield f"{_open(after)} would be open{' instead' if before.open_items else ''}."
    yield from _of_gaps(before, after)


def _of_privacy(before: Record, after: Record) -> Iterator[str]:
    """The one that must be seen first: what was kept from the public no longer would be, or the other way about."""
    was, would = _withheld(before), _withheld(after)
    for key in [*was, *(key for key in would if key not in was)]:
        entry = after.entries.get(key) or before.entries[key]
        called = item_called(after if key in after.entries else before, entry).removesuffix(": ") or "The opening"
        if key in was and key in after.entries and key not in would:
            yield f"{called} would no longer be kept from the public."
        elif key not in was and key in before.entries:
            yield f"{called} would be kept from the public."


def _withheld(record: Record) -> dict[int, Entry]:
    return {key: one for key, one in record.entries.items() if one.withheld and not one.released}


def _of_room(before: Record, after: Record) -> Iterator[str]:
    was, would = here(before), here(after)
    yield from (f"{name_of(before, one)} would no longer be present." for one in was.here if one not in would.here)
    yield from (f"{name_of(after, one)} would be present." for one in would.here if one not in was.here)
    if was.presiding != would.presiding:
        chair = name_of(after, would.presiding) if would.presiding else "Nobody known"
        yield f"{chair} would be in the chair."
    old, new = quorum_state(before), quorum_state(after)
    if old.lost != new.lost:
        yield f"There would be no quorum: {_short(new)}." if new.lost else "There would be a quorum again."


def _short(state: QuorumState) -> str:
    return f"{state.present} here, {', '.join(state.missing)} needed"


def _of_votes(before: Record, after: Record) -> Iterator[str]:
    was, would = _votes(before), _votes(after)
    yield from (f"{words} would not have been taken." for seq, words in was.items() if seq not in would)
    yield from (f"{words} would have been taken." for seq, words in would.items() if seq not in was)
    yield from (f"{was[seq]} would read {_figures(after, seq)}." for seq in was if would.get(seq, was[seq]) != was[seq])


def _votes(record: Record) -> dict[int, str]:
    """Every count, by the act that took it: `The vote of item 7 (6 for, 2 against)`."""
    found: dict[int, str] = {}
    for entry, block in record.blocks():
        if block.division is None:
            continue
        item = item_called(record, entry).removesuffix(": ")
        of = f" under {item[0].lower()}{item[1:]}" if item.startswith("Item") else f" under {item}" if item else ""
        figures = _figures(record, block.division.seq)
        found[block.division.seq] = f"The vote{of}{f' ({figures})' if figures else ''}"
    return found


def _figures(record: Record, seq: int) -> str:
    division = next(b.division for _, b in record.blocks() if b.division is not None and b.division.seq == seq)
    return ", ".join(f"{one.number} {one.option}" for one in division.counts if one.number is not None)


def _open(record: Record) -> str:
    items = [record.business[key].item for key in record.open_items if key in record.business]
    return " and ".join(f"item {one.number}" if one.number else one.title for one in items).capitalize() or "No item"


def _of_gaps(before: Record, after: Record) -> Iterator[str]:
    was = [gap.sentence for gap in gaps(before)]
    would = [gap.sentence for gap in gaps(after)]
    yield from _gaps("more", [one for one in would if one not in was])
    yield from _gaps("fewer", [one for one in was if one not in would])


def _gaps(how: str, sentences: list[str]) -> Iterator[str]:
    if sentences:
        yield f"{counted(len(sentences), 'gap')} {how}: {' '.join(sentences)}"
