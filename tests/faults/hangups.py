"""The terminal is closed, whatever the desk is doing: it is gone within two seconds, the book is free, what was typed is there.

    python -m faults.hangups [--rounds 20] [--lanes 2] [--plant FAULT]

In turn: while it starts, while the meeting is being read, while somebody types, with the palette and the help open, right
behind an Enter, in the middle of a paste, with a terminal that nobody reads, and while it leaves.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import random
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from faults import broken_desks, lanes
from faults.lanes import Figures
from faults.meeting import Meeting, is_ready
from support.terminal import Terminal

SOON = 2.0
"""Seconds within which it has to be gone."""
SENTENCE = "the members considered the report"
CLAUSES = ("alive_after_2s", "book_not_free", "text_lost", "corrupt", "not_opened")
"""What must be 0."""

State = Callable[[Terminal, random.Random], bool]
"""Brings the desk there. Returns whether the sentence was typed, and time enough had gone by to keep it."""


def starting(terminal: Terminal, chance: random.Random) -> bool:
    """Nothing is on the screen yet."""
    _rest(terminal, chance.uniform(0, 1.0))
    return False


def being_read(terminal: Terminal, chance: random.Random) -> bool:
    """The first picture stands, and behind it the meeting is read."""
    terminal.sees("Harrow Fold Board")
    _rest(terminal, chance.uniform(0, 0.2))
    return False


def typing(terminal: Terminal, chance: random.Random) -> bool:
    """In the middle of a sentence."""
    _types(terminal)
    _rest(terminal, chance.uniform(0, 0.3))
    terminal.keys(", and more of it")
    return True


def palette_open(terminal: Terminal, chance: random.Random) -> bool:
    """Looking for a command."""
    _types(terminal)
    terminal.keys("\x10")
    _rest(terminal, chance.uniform(0, 0.3))
    return True


def help_open(terminal: Terminal, chance: random.Random) -> bool:
    """Reading the help."""
    _types(terminal)
    terminal.keys("\x1bOP")
    _rest(terminal, chance.uniform(0, 0.3))
    return True


def saving(terminal: Terminal, chance: random.Random) -> bool:
    """Right behind an Enter, and with the next sentence begun."""
    _types(terminal)
    terminal.keys("\r" + "Next one begun")
    _rest(terminal, chance.uniform(0, 0.05))
    return False


def pasting(terminal: Terminal, chance: random.Random) -> bool:
    """In a paste whose end has not come."""
    terminal.keys("\x1b[200~" + "word after word " * 200)
    _rest(terminal, chance.uniform(0, 0.1))
    return False


def unread(terminal: Terminal, chance: random.Random) -> bool:
    """Its terminal takes no more: the screen's thread can't write."""
    _types(terminal)
    until = time.monotonic() + 0.4
    while time.monotonic() < until:
        terminal.keys_unread("\x1b[17~\x1b[18~" if chance.random() < 0.5 else "xy\x7f\x7f")
    return True


def leaving(terminal: Terminal, chance: random.Random) -> bool:
    """Told to leave already."""
    _types(terminal)
    terminal.keys("\x11")
    _rest(terminal, chance.uniform(0, 0.2))
    return True


STATES: tuple[State, ...] = (starting, being_read, typing, palette_open, help_open, saving, pasting, unread, leaving)
_EARLY = (starting, being_read)


def _types(terminal: Terminal) -> None:
    terminal.sees(is_ready)
    terminal.keys(SENTENCE)
    terminal.sees(SENTENCE)
    _rest(terminal, 0.3)


def _rest(terminal: Terminal, seconds: float) -> None:
    """Let so much time go by and take in what the desk shows; one that has ended shows nothing more."""
    until = time.monotonic() + seconds
    while not terminal.ended() and (left := until - time.monotonic()) > 0:
        terminal.read(min(left, 0.02))


def is_free(book: Path) -> bool:
    """Could another clerk open this book now?"""
    with ExitStack() as stack:
        try:
            lock = os.open(f"{book}.lock", os.O_RDWR)
        except FileNotFoundError:
            return True
        stack.callback(os.close, lock)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class HangUps:
    """The closed terminals of one lane."""

    def __init__(self, folder: Path, given: argparse.Namespace) -> None:
        self._chance = random.Random(f"{given.seed} {given.lane}")
        self._plant = broken_desks.PLANTS.get(given.plant or "")
        self._fresh, self._folder = Meeting(folder / "fresh"), folder
        self.figures: Figures = {"closed": 0, "longest_end_s": 0.0} | dict.fromkeys(CLAUSES, 0)

    def close(self, round_: int, state: State) -> None:
        """One closed terminal."""
        meeting = self._fresh.copy(self._folder / str(round_))
        # Python's own start and the imports can't be hung up on in a fork: those who start early start the usual way.
        real = state in _EARLY and self._plant is None
        with meeting.real_desk() if real else meeting.desk(self._plant) as terminal:
            try:
                typed = state(terminal, self._chance)
            except AssertionError as error:
                self._tell(round_, state, "not_opened", str(error))
                return
            closed = time.monotonic()
            terminal.hang_up()
            try:
                terminal.waits_for_end(SOON)
            except AssertionError:
                self._tell(round_, state, "alive_after_2s")
            took = time.monotonic() - closed
            free = is_free(meeting.book)
        self.figures["longest_end_s"] = max(self.figures["longest_end_s"], took)
        self.figures["closed"] += 1
        if not free:
            self._tell(round_, state, "book_not_free")
        found = meeting.found()
        if found.problem:
            self._tell(round_, state, "corrupt", found.problem)
        elif typed and not found.draft.startswith(SENTENCE):
            self._tell(round_, state, "text_lost", repr(found.draft))
        meeting.throw_away()

    def _tell(self, round_: int, state: State, clause: str, more: str = "") -> None:
        self.figures[clause] += 1
        print(f"{round_} ({state.__name__}): {clause} {more}", file=sys.stderr)


def lane(folder: Path, given: argparse.Namespace) -> Figures:
    """So many, in every state in turn."""
    hang_ups = HangUps(folder, given)
    for round_ in range(given.rounds):
        hang_ups.close(round_, STATES[(round_ + given.lane) % len(STATES)])
        if lanes.has_found(hang_ups.figures, given):
            break
    return hang_ups.figures


def hangups(words: list[str] | None = None) -> Figures:
    """Close terminals as these words of the command line say, and give the figures."""
    given = lanes.asked(__doc__ or "", rounds=20, plants=list(broken_desks.PLANTS)).parse_args(words)
    begun = time.monotonic()
    found = lanes.run("faults.hangups", given, lane)
    figures: Figures = {name: lanes.total(found, name) for name in ("closed", *CLAUSES)}
    figures["longest_end_s"] = round(max(one["longest_end_s"] for one in found), 2)
    return {"tried": "hangups", "planted": given.plant} | figures | {"seconds": round(time.monotonic() - begun)}


def held(figures: Figures) -> bool:
    """Is the promise kept?"""
    return figures["closed"] > 0 and not any(figures[clause] for clause in CLAUSES)


if __name__ == "__main__":
    figures = hangups()
    sys.exit(lanes.finish(figures, held=held(figures)))
