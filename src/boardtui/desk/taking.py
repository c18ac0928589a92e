"""Taking notes: a file of lines recorded in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.desk.desk import Desk
from boardtui.desk.living import context_for
from boardtui.errors import BookError, InputError, Refusal
from boardtui.model.acts import Filed
from boardtui.model.limits import MOST_LINES, figure
from boardtui.model.replay import Replay
from boardtui.notation.notes import NoteLine, read_notes
from boardtui.notation.parse import parse


@dataclass(frozen=True, slots=True)
class Taken:
    """A line that was recorded. line: its number in the file, from 1; seq: of its act."""

    line: int
    seq: int


def check_notes(desk: Desk, text: str, source: str, start: int = 1) -> tuple[NoteLine, ...]:
    """Read all lines against the meeting, record nothing. start: the line to begin with.

    Returns the lines. Raises InputError naming the first line that isn't understood.
    """
    lines = tuple(line for line in read_notes(text) if line.number >= start)
    if not lines:
        raise InputError(
            f"{source}: there is no line to take.", "A notes file holds one line for each thing that happened."
        )
    if len(lines) > MOST_LINES:
        raise InputError(
            f"{source}: there are {figure(len(lines))} lines, and the most at once is {figure(MOST_LINES)}.",
            "Divide the file, and take its parts one after the other.",
        )
    trial = Replay(desk.ahead.filed)
    seq = desk.ahead.last_seq
    for line in lines:
        try:
            said = parse(line.text, context_for(trial.record, desk.house, desk.phrases))
        except Refusal as refusal:
            raise InputError(
                f"{source} line {line.number}: {refusal.message}", f"{refusal.hint} Nothing was recorded.".strip()
            ) from None
        seq += 1
        items = trial.record.open_items
        item = trial.record.sub or (items[0] if items else "")
        trial.file(Filed(seq, desk.meeting, "", said.at, desk.actor, item, False, said.act))
    return lines


def take_notes(desk: Desk, text: str, source: str, start: int = 1) -> Iterator[Taken]:
    """Record the lines, one by one; each is in the book when it is yielded.

    Raises InputError: before anything is recorded where a line isn't understood; midway where a rule stops one, saying
    which lines stand and how to go on. Raises BookError where the book can't be written.
    """
    before = 0
    for line in check_notes(desk, text, source, start):
        try:
            filed = desk.say(line.text).result()
        except Refusal as refusal:
            stands = f"Lines up to {before} are recorded; " if before else "Nothing was recorded; "
            raise InputError(
                f"{source} line {line.number}: {refusal.message}",
                f"{refusal.hint} {stands}mend the line and go on with --from {line.number}.".strip(),
            ) from None
        except BookError as failure:
            raise _in_doubt(failure, line.number) from None
        before = line.number
        desk.take_in()
        yield Taken(line.number, filed.seq)


def _in_doubt(failure: BookError, line: int) -> BookError:
    """A disk that fails while a line is committed doesn't tell whether it has committed it: that can only be looked up."""
    hint = f"Line {line} may be in the book all the same: look there, then go on with --from {line} or {line + 1}."
    return BookError(failure.message, hint)
