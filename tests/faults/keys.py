"""What is recorded is exactly what was typed, at any speed, on a machine that does other things.

    python -m faults.keys [--rounds 2000] [--lanes 4] [--busy 2] [--plant FAULT]

Every lane types at a desk of its own, on a real terminal, so many keys with nothing between them, or up to 50 ms: letters,
accents, Backspace, Delete, arrows, words left and right, Home and End, words rubbed out, pastes, Enter. It never waits for the
screen. Then each line recorded, and the one left in the composer with its caret, is held against an editor in plain Python.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from faults import broken_desks, lanes
from faults.lanes import Figures
from faults.meeting import Found, Meeting, is_ready
from support.terminal import Terminal

OF_ONE_BOOK = 2500
"""Keys before a new book is begun."""
LONGEST_PAUSE = 0.05
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,"
ACCENTS = "éèüñçøłßŷŵāŌŽЖλ"
MOST_LETTERS = 44
"""A line stays on one row, so that Home and End are the ends of the line."""
PATIENCE = 120.0
QUIT = "\x11"
BUSY = "while True: sum(range(100000))"
_WORD_LEFT = re.compile(r"\w*\W*\Z")
_WORD_RIGHT = re.compile(r"\W*\w*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line being typed, and where the caret stands in it."""

    text: str = ""
    caret: int = 0

    @property
    def before(self) -> str:
        """What stands left of the caret."""
        return self.text[: self.caret]

    @property
    def after(self) -> str:
        """What stands right of it."""
        return self.text[self.caret :]

    @property
    def word_left(self) -> int:
        """Where the word on the left begins."""
        found = _WORD_LEFT.search(self.before)
        return found.start() if found else 0

    @property
    def word_right(self) -> int:
        """Where the word on the right ends."""
        found = _WORD_RIGHT.match(self.text, self.caret)
        return found.end() if found else len(self.text)

    def put(self, text: str) -> Line:
        """With this text put in at the caret."""
        return Line(self.before + text + self.after, self.caret + len(text))

    def at(self, caret: int) -> Line:
        """With the caret there."""
        return Line(self.text, max(0, min(caret, len(self.text))))

    def cut(self, start: int, end: int) -> Line:
        """Without what stands between."""
        return Line(self.text[:start] + self.text[end:], start)


EDITS: dict[str, Callable[[Line], Line]] = {
    "\x7f": lambda line: line.cut(max(0, line.caret - 1), line.caret),
    "\x1b[3~": lambda line: line.cut(line.caret, line.caret + 1),
    "\x1b[D": lambda line: line.at(line.caret - 1),
    "\x1b[C": lambda line: line.at(line.caret + 1),
    "\x1b[H": lambda line: line.at(0),
    "\x1b[F": lambda line: line.at(len(line.text)),
    "\x1b[1;5D": lambda line: line.at(line.word_left),
    "\x1b[1;5C": lambda line: line.at(line.word_right),
    "\x17": lambda line: line.cut(line.word_left, line.caret),
    "\x1b[3;5~": lambda line: line.cut(line.caret, line.word_right),
}
"""Key -> what it does: Backspace, Delete, Left, Right, Home, End, Ctrl+Left, Ctrl+Right, Ctrl+W, Ctrl+Delete."""


class Sitting:
    """Types keys into a terminal, and keeps the lines that should come of it."""

    def __init__(self, chance: random.Random) -> None:
        self.lines: list[str] = []
        self.line = Line()
        self._chance = chance
        self._waiting: list[str] = []

    @property
    def _number(self) -> str:
        return f"L{len(self.lines) + 1:05d} "

    def key(self) -> str:
        """The next key, done here already."""
        if not self.line.text and not self._waiting:
            self._waiting = list(self._number)
        if self._waiting:
            return self._types(self._waiting.pop(0))
        if len(self.line.text) > 12 and self._chance.random() < 0.04 and self.line.text == self.line.text.strip():
            self.lines.append(self.line.text)
            self.line = Line()
            return "\r"
        return self._edit()

    def _types(self, text: str) -> str:
        self.line = self.line.put(text)
        return text

    def _edit(self) -> str:
        """Any edit that leaves the line its number."""
        turn = self._chance.random()
        if turn < 0.3:
            key = self._chance.choice(list(EDITS))
            edited = EDITS[key](self.line)
            if edited.text.startswith(self._number):
                self.line = edited
                return key
        if self.line.caret < len(self._number):
            self.line = EDITS["\x1b[F"](self.line)
            return "\x1b[F"
        if len(self.line.text) > MOST_LETTERS:
            self.line = self.line.cut(self.line.caret, len(self.line.text)).at(self.line.caret)
            return "\x0b"
        if turn > 0.98:
            return f"\x1b[200~{self._types(self._chance.choice(('pasted', 'put in', 'Ōtani ran')))}\x1b[201~"
        return self._types(self._chance.choice(ACCENTS if turn > 0.9 else LETTERS if turn > 0.4 else " "))

    def type(self, terminal: Terminal, keys: int) -> None:
        """So many keys, in bursts and with pauses."""
        while keys:
            burst = min(keys, self._chance.choice((1, 1, 1, 1, 5, 40)))
            terminal.keys("".join(self.key() for _ in range(burst)))
            keys -= burst
            until = time.monotonic() + burst * self._chance.uniform(0, LONGEST_PAUSE)
            while (left := until - time.monotonic()) > 0:
                terminal.read(min(left, 0.01))

    def differs(self, found: Found) -> list[str]:
        """Where the book holds something else than was typed, in words."""
        if found.problem:
            return [found.problem]
        pairs = zip(self.lines, found.lines, strict=False)
        wrong = [f"typed    {typed!r}\nrecorded {recorded!r}" for typed, recorded in pairs if typed != recorded]
        if len(self.lines) != len(found.lines):
            wrong.append(f"{len(self.lines)} lines typed, {len(found.lines)} recorded")
        left = Line(found.draft, found.caret)
        if left != (self.line if self.line.text else Line()):
            wrong.append(f"left {self.line}\nkept {left}")
        return wrong


def lane(folder: Path, given: argparse.Namespace) -> Figures:
    """So many keys, at one desk after another."""
    chance = random.Random(f"{given.seed} {given.lane}")
    plant = broken_desks.PLANTS.get(given.plant or "")
    figures: Figures = {"keys": 0, "lines": 0, "differences": 0}
    fresh = Meeting(folder / "fresh")
    for begun in range(0, given.rounds, OF_ONE_BOOK):
        meeting, sitting = fresh.copy(folder / str(begun)), Sitting(chance)
        keys = min(OF_ONE_BOOK, given.rounds - begun)
        with meeting.desk(plant) as terminal:
            terminal.sees(is_ready, PATIENCE)
            sitting.type(terminal, keys)
            terminal.keys(QUIT)
            terminal.waits_for_end(PATIENCE)
        wrong = sitting.differs(meeting.found())
        for difference in wrong:
            print(difference, file=sys.stderr)
        figures["keys"] += keys
        figures["lines"] += len(sitting.lines)
        figures["differences"] += len(wrong)
        meeting.throw_away()
        if lanes.has_found(figures, given):
            break
    return figures


def keys(words: list[str] | None = None) -> Figures:
    """Type as these words of the command line say, and give the figures."""
    parser = lanes.asked(__doc__ or "", rounds=2000, plants=list(broken_desks.PLANTS))
    parser.add_argument(
        "--busy", type=int, default=2, help="processes that take what they can get of the machine (%(default)s)"
    )
    parser.set_defaults(lanes=4)
    given = parser.parse_args(words)
    begun = time.monotonic()
    others = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(0 if given.apart else given.busy)]
    try:
        found = lanes.run("faults.keys", given, lane)
    finally:
        for other in others:
            other.kill()
            other.wait()
    summed = {name: lanes.total(found, name) for name in ("keys", "lines", "differences")}
    told = {"tried": "keys", "planted": given.plant, "at_once": given.lanes, "busy": given.busy}
    return told | summed | {"seconds": round(time.monotonic() - begun)}


def held(figures: Figures) -> bool:
    """Is the promise kept?"""
    return figures["lines"] > 0 and figures["differences"] == 0


if __name__ == "__main__":
    figures = keys()
    sys.exit(lanes.finish(figures, held=held(figures)))
