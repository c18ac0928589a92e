"""Taking in what couldn't be saved: acts where the book goes on as they expect, else as lines to look at and to take."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from boardtui.book import Book, Draft, Filing
from boardtui.book.rescued import Rescued, Unsaved, read
from boardtui.desk.houses import house_of
from boardtui.desk.living import context_for
from boardtui.errors import BookError, Refusal
from boardtui.model.acts.corrections import Correction
from boardtui.model.record import Record
from boardtui.model.replay import Replay
from boardtui.notation.parse import Said
from boardtui.notation.show import show_said
from boardtui.phrases import phrases_of
from boardtui.rules.procedure import check

_PATIENCE = 10.0
"""Seconds."""


@dataclass(slots=True)
class Outcome:
    """How a rescue file was taken in.

    taken: acts that stand in the book now; drafts: texts that are being typed there again. What is left over, because the
    book has gone on meanwhile: lines, of acts; sayings, why an act has none; texts, where something else is being typed.
    """

    taken: int = 0
    drafts: int = 0
    lines: list[str] = field(default_factory=list)
    sayings: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Is all of it in the book?"""
        return not (self.lines or self.sayings or self.texts)


def take_in(book: Book, path: Path) -> Outcome:
    """Take a rescue file into a book that is open to write; a second time does nothing more. The file stays.

    Raises InputError where it is no rescue file; BookError where the book can't be written.
    """
    lacks, follows = book.lacking(read(path))
    outcome = Outcome()
    left = _take_acts(book, lacks) if follows else lacks.acts
    outcome.taken = len(lacks.acts) - len(left)
    _show(book, left, outcome)
    for draft in lacks.drafts:
        _take_draft(book, draft, outcome)
    if not book.journal.wait(_PATIENCE):
        raise book.journal.trouble or BookError(
            "What was rescued could not be saved.", "It stays in its file: try again."
        )
    return outcome


def _take_acts(book: Book, lacks: Unsaved) -> tuple[Rescued, ...]:
    """File the acts, each through the door as when it was said. Those from the first on that is refused there."""
    meetings: dict[str, Replay] = {}
    for at, one in enumerate(lacks.acts):
        replay = _meeting(book, meetings, one.filed.meeting)
        try:
            check(replay.record, one.filed.act)
        except Refusal:
            return lacks.acts[at:]
        record = replay.file(one.filed)
        book.journal.file(Filing(one.filed), book.changes(record, one.filed), one.clears).result()
    return ()


def _meeting(book: Book, meetings: dict[str, Replay], name: str) -> Replay:
    if name not in meetings:
        meetings[name] = Replay(book.acts(name))
    return meetings[name]


def _show(book: Book, acts: tuple[Rescued, ...], outcome: Outcome) -> None:
    """The acts as lines, each read after those before it, under the numbers they would have now."""
    meetings: dict[str, Replay] = {}
    numbers: dict[int, int] = {}
    for filed in (one.filed for one in acts):
        replay = _meeting(book, meetings, filed.meeting)
        numbers[filed.seq] = book.next_seq() + len(numbers)
        act = filed.act
        if isinstance(act, Correction) and act.target in numbers:
            act = act.model_copy(update={"target": numbers[act.target]})
        try:
            outcome.lines.append(_line(replay.record, Said(act, filed.at)))
        except Refusal as refusal:
            outcome.sayings.append(f"{filed.meeting}: {refusal.message} {refusal.hint}".strip())
        replay.file(replace(filed, seq=numbers[filed.seq], act=act))


def _line(record: Record, said: Said) -> str:
    house = house_of(record).house
    return show_said(said, context_for(record, house, phrases_of(house.phrases)))


def _take_draft(book: Book, draft: Draft, outcome: Outcome) -> None:
    there = book.drafts(draft.meeting).get(draft.place)
    if there is not None and there.text:
        outcome.texts.append(draft.text)
        return
    book.journal.draft(draft.meeting, draft.place, draft.text, draft.caret)
    outcome.drafts += 1
