"""Somebody who types at a desk like a human, and remembers every key and all that the screen has confirmed."""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass
from typing import NamedTuple

from faults.meeting import NUMBERED, Found, held_up, saved_until
from support.terminal import Terminal

WORDS = (
    "the", "committee", "resolved", "that", "application", "be", "approved", "subject", "to", "conditions", "members",
    "deferred", "seven", "for", "three", "against", "director", "considered", "café", "Łódź", "Bjørk", "naïve", "Siân",
)  # fmt: skip
ENTER, BACKSPACE, DELETE, LEFT = "\r", "\x7f", "\x1b[3~", "\x1b[D"
ON_THE_WAY = 0.25
"""Seconds that a key may be on its way from the keyboard when the mark is drawn."""
SHOWN_AS_RECORDED = re.compile(r"✓ L(\d{5}) ")


class Moment(NamedTuple):
    """What should be there after a key. when, wall: of the key, monotonic and by the clock; waited: how long the program had

    waited for a processor until then; acts: lines recorded; text, caret: of the line being typed.
    """

    when: float
    wall: float
    waited: float
    acts: int
    text: str
    caret: int


@dataclass(slots=True)
class Verdict:
    """What one death came to.

    corrupt: why the book is not sound; lost: acts shown as recorded that are not in it; altered: acts that are not what was
    typed; twice: a text both recorded and still a draft; invented: a draft that never was; mark_lied: what `saved` covered is
    gone; loss: age in seconds of the oldest key lost; keys: how many were lost; stalled: for most of that time the program
    had waited for a processor, so that the loss is the machine's.
    """

    corrupt: str = ""
    lost: int = 0
    altered: int = 0
    twice: int = 0
    invented: int = 0
    mark_lied: int = 0
    loss: float = 0.0
    keys: int = 0
    stalled: bool = False


class Typist:
    """Types at a terminal. begin: what the book holds; number: the last line begun so far."""

    def __init__(self, terminal: Terminal, chance: random.Random, begin: Found, number: int = 0) -> None:
        self.terminal, self.chance = terminal, chance
        self.lines = list(begin.lines)
        self.text, self.caret = begin.draft, begin.caret
        self.number = number
        self.shown = {_number(line) for line in begin.lines}
        self.saved_until = 0.0
        self.keys = 0
        self._waited = held_up(terminal.pid)
        self._moments: list[Moment] = []
        self._remember()

    # --- keys

    def _remember(self) -> None:
        text, caret = (self.text, self.caret) if self.text else ("", 0)
        self._moments.append(Moment(time.monotonic(), time.time(), self._waited(), len(self.lines), text, caret))

    def _press(self, key: str) -> None:
        self.terminal.keys(key)
        self.keys += 1
        self._remember()

    def types(self, text: str) -> None:
        """One key of text at the caret, or a paste."""
        self.text = self.text[: self.caret] + text + self.text[self.caret :]
        self.caret += len(text)
        self._press(text if len(text) == 1 else f"\x1b[200~{text}\x1b[201~")

    def rubs_out(self) -> None:
        """Backspace."""
        if self.caret:
            self.text = self.text[: self.caret - 1] + self.text[self.caret :]
            self.caret -= 1
            self._press(BACKSPACE)

    def goes_left(self) -> None:
        """Left."""
        if self.caret:
            self.caret -= 1
            self._press(LEFT)

    def enter(self) -> bool:
        """Record the line, where it is one. Returns whether it was."""
        if not NUMBERED.match(self.text) or self.text != self.text.strip():
            return False
        self.lines.append(self.text)
        self.text, self.caret = "", 0
        self._press(ENTER)
        return True

    # --- like a human

    def rests(self, least: float, most: float) -> None:
        """Look at the terminal, without a key, for a moment."""
        until = time.monotonic() + self.chance.uniform(least, most)
        while (left := until - time.monotonic()) > 0:
            self.terminal.read(min(left, 0.02))

    def begins(self) -> None:
        """Write the number of a new line; where a death has torn one, rub out what is there, and begin anew."""
        if NUMBERED.match(self.text):
            return
        while self.text:
            self.rubs_out() if self.caret else self._deletes_right()
        self.number += 1
        for letter in f"L{self.number:05d} ":
            self.types(letter)
            self.rests(0.004, 0.015)

    def _deletes_right(self) -> None:
        self.text = self.text[1:]
        self._press(DELETE)

    def word(self) -> None:
        """A word, with the slips of the hand."""
        self.begins()
        gap = " " if self.caret and self.text[self.caret - 1] != " " else ""
        for letter in gap + self.chance.choice(WORDS):
            self.types(letter)
            self.rests(0.02, 0.09)
        if self.chance.random() < 0.15:
            self._slips()

    def _slips(self) -> None:
        first = len("L00000 ")
        for _ in range(self.chance.randrange(1, 4)):
            if self.caret > first:
                self.rubs_out() if self.chance.random() < 0.6 else self.goes_left()
            self.rests(0.02, 0.09)

    def paste(self) -> None:
        """Something from the clipboard."""
        self.begins()
        self.types(" ".join(self.chance.choices(WORDS, k=self.chance.randrange(2, 40))))
        self.rests(0.01, 0.05)

    def ends_line(self) -> bool:
        """A word so that the line ends in one, and Enter. Returns whether the line was one."""
        self.word()
        return self.enter()

    # --- what the screen says

    def look(self) -> None:
        """Note which lines the screen shows as recorded, and up to when it says all is saved."""
        text = self.terminal.text()
        self.shown |= {int(number) for number in SHOWN_AS_RECORDED.findall(text)}
        numbers = {int(number) for number in NUMBERED.findall(text)}
        if numbers:
            numbers.discard(max(numbers))  # the highest may still stand where it is typed
            self.shown |= numbers
        moment = saved_until(text)
        if moment is not None:
            self.saved_until = max(self.saved_until, moment - ON_THE_WAY)

    def judge(self, found: Found, died: float) -> Verdict:
        """What was lost or changed. died: when, monotonic."""
        if found.problem:
            return Verdict(corrupt=found.problem)
        verdict = Verdict()
        recorded = found.lines
        verdict.altered = sum(a != b for a, b in zip(recorded, self.lines, strict=False))
        verdict.altered += max(0, len(recorded) - len(self.lines))
        verdict.lost = len(self.shown - {_number(line) for line in recorded})
        there = (len(recorded), found.draft, found.caret)
        kept = next((i for i in reversed(range(len(self._moments))) if self._moments[i][3:] == there), None)
        if kept is None:
            verdict.twice = int(found.draft in recorded)
            verdict.invented = 1 - verdict.twice
            return verdict
        gone = self._moments[kept + 1 :]
        if gone:
            verdict.keys, verdict.loss = len(gone), died - gone[0].when
            verdict.stalled = self._waited_at_death - gone[0].waited > verdict.loss / 2
            verdict.mark_lied = int(gone[0].wall < self.saved_until)
        return verdict

    def about_to_die(self) -> float:
        """Call this right before the end. Returns the moment."""
        self._waited_at_death = self._waited()
        return time.monotonic()


def _number(line: str) -> int:
    found = NUMBERED.match(line)
    assert found is not None, line
    return int(found[1])
