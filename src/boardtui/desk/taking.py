"""Taking notes: a file of lines recorded in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.book import Book
from boardtui.desk.desk import Desk
from boardtui.desk.living import context_for
from boardtui.errors import BookError, InputError, Refusal
from boardtui.model.acts import Filed
from boardtui.model.limits import MOST_LINES, figure
from boardtui.model.replay import Replay
from boardtui.notation.notes import NoteLine, read_notes
from boardtui.notation.parse import parse
from boardtui.rules.approval import check_not_frozen


@dataclass(frozen=True, slots=True)
class Taken:
    """A line that was recorded. line: its number in the file, from 1; seq: of its act."""

    line: int
    seq: int


def check_notes(desk: Desk, text: str, source: str, start: int = 1) -> tuple[NoteLine, ...]:
    """Read all lines against the meeting, record nothing. start: the line to begin with.

    Returns the lines. Raises InputError naming the first line that isn't understood; Refusal for approved minutes.
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
    check_not_frozen(desk.ahead)
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
    which lines stand and how to go on. Raises BookError, saying the same, where one can't be saved; the book is closed then.
    """
    before = 0
    for line in check_notes(desk, text, source, start):
        where = f"{source} line {line.number}"
        try:
            filed = desk.say(line.text).result()
        except Refusal as refusal:
            stands = f"Lines up to {before} are recorded; " if before else "Nothing was recorded; "
            raise InputError(
                f"{where}: {refusal.message}",
                f"{refusal.hint} {stands}mend the line and go on with --from {line.number}.".strip(),
            ) from None
        except BookError as failure:
            raise BookError(f"{where}: {failure.message}", _how_to_go_on(desk, before, line.number)) from failure
        before = line.number
        desk.take_in()
        yield Taken(line.number, filed.seq)


def _how_to_go_on(desk: Desk, before: int, number: int) -> str:
    """What stands after a line that could not be saved, and what to do.

    A disk that fails may have kept the line all the same; only a book that is opened anew shows it.
    """
    last = f"Lines up to {before} are recorded" if before else "Nothing was recorded before it"
    if _is_absent(desk):
        return f"{last}, this one isn't; go on with --from {number}."
    look = "look with boardtui show, then go on behind the last line you find there."
    return f"{last}, and this one may be in the book all the same: {look}"


def _is_absent(desk: Desk) -> bool:
    """Is what was said last certainly not in the book? Not certain where that can't be looked at."""
    known = desk.record.last_seq
    desk.book.close()
    try:
        with Book.open(desk.book.path, read_only=True, examine=False) as anew:
            return not anew.acts(desk.meeting, known)
    except BookError:
        return False
