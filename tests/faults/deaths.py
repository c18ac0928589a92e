"""Somebody types, and the desk dies at any instant: what the screen had shown as recorded is in the book all the same.

    python -m faults.deaths [--rounds 200] [--lanes 2] [--plant FAULT]

Words, pastes, slips of the hand and Enter in a human rhythm at the open desk on a real terminal. It dies by kill -9, TERM,
HUP, or because its terminal is closed; a third of the time within 30 ms of an Enter. Then the book is judged, the desk is
opened again, and the typing goes on. The last line printed holds the figures; exit 0: all of it held.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from pathlib import Path

from faults import broken_desks, lanes
from faults.lanes import Figures
from faults.meeting import Found, Meeting, is_ready
from faults.typist import Typist, Verdict

WAYS = {"kill": signal.SIGKILL, "term": signal.SIGTERM, "hup": signal.SIGHUP, "closed": None}
"""How it dies. None: its terminal is closed."""
SOON = 2.0
"""Seconds within which it has to be gone when it was told to go, or its terminal is."""
MOST_LOST, USUALLY_LOST = 0.25, 0.1
"""Seconds of typing that may be lost at a death, and at 99 of 100."""
OF_ONE_BOOK = 5
"""Deaths before a new book is begun."""
CLAUSES = (
    "corrupt",
    "acts_lost",
    "acts_altered",
    "twice",
    "invented",
    "mark_lied",
    "late_ends",
    "not_opened",
    "check_disagrees",
)
"""What must be 0."""


class Deaths:
    """The deaths of one lane. Those told about one by one go to standard error."""

    def __init__(self, folder: Path, given: argparse.Namespace) -> None:
        self._chance = random.Random(f"{given.seed} {given.lane}")
        self._folder, self._plant = folder, broken_desks.PLANTS.get(given.plant or "")
        self._fresh = Meeting(folder / "fresh")
        self._meeting, self._found, self._number = self._fresh, Found(), 0
        self.figures: Figures = dict.fromkeys(("deaths", "acts", "keys", "stalled", "lost_late", *CLAUSES), 0)
        self.figures |= {"losses": [], "longest_end": 0.0}

    def die(self, round_: int) -> None:
        """One death, and the judgement."""
        if round_ % OF_ONE_BOOK == 0:
            self._begin_book(round_)
        way = self._chance.choice(list(WAYS))
        with self._meeting.desk(self._plant) as terminal:
            try:
                terminal.sees(is_ready)
            except AssertionError as error:
                self._tell(round_, way, "not_opened", 1, str(error))
                self._begin_book(round_)
                return
            typist = Typist(terminal, self._chance, self._found, self._number)
            self._type(typist)
            typist.look()
            died = typist.about_to_die()
            number = WAYS[way]
            terminal.hang_up() if number is None else terminal.kill(number)
            try:
                terminal.waits_for_end(SOON if way != "kill" else 4 * SOON)
            except AssertionError:
                self._tell(round_, way, "late_ends", 1)
            if way != "kill":
                self.figures["longest_end"] = max(self.figures["longest_end"], time.monotonic() - died)
        self._number, before = typist.number, len(self._found.lines)
        last = round_ % OF_ONE_BOOK == OF_ONE_BOOK - 1
        self._found = self._meeting.found(guards=last)
        self.figures["acts"] += max(0, len(self._found.lines) - before)
        self._count(round_, way, typist, typist.judge(self._found, died))
        if last and (problem := self._meeting.check(self._found)):
            self._tell(round_, way, "check_disagrees", 1, problem)

    def _begin_book(self, round_: int) -> None:
        if self._meeting is not self._fresh:
            self._meeting.throw_away()
        self._meeting = self._fresh.copy(self._folder / f"from-{round_}-{self.figures['not_opened']}")
        self._found = Found()

    def _type(self, typist: Typist) -> None:
        until = time.monotonic() + self._chance.uniform(0.02, 0.9)
        while time.monotonic() < until:
            turn = self._chance.random()
            if turn < 0.25:
                typist.ends_line()
                typist.rests(0, 0.15)
            elif turn > 0.9:
                typist.paste()
            else:
                typist.word()
            typist.look()
        if self._chance.random() < 1 / 3:
            typist.ends_line()
            typist.rests(0, 0.03)

    def _count(self, round_: int, way: str, typist: Typist, verdict: Verdict) -> None:
        figures = self.figures
        figures["deaths"] += 1
        figures["keys"] += typist.keys
        figures["stalled"] += verdict.stalled
        figures["losses"].append((verdict.loss, verdict.stalled))
        for clause, value in (
            ("corrupt", bool(verdict.corrupt)),
            ("acts_lost", verdict.lost),
            ("acts_altered", verdict.altered),
            ("twice", verdict.twice),
            ("invented", verdict.invented),
            ("mark_lied", verdict.mark_lied),
        ):
            if value:
                typed = f"typed {typist.text!r} at {typist.caret}, found {self._found.draft!r} at {self._found.caret}"
                self._tell(round_, way, clause, int(value), f"{verdict.corrupt} {typed}")
        if verdict.loss > MOST_LOST:
            figures["lost_late"] += 1
            stalled = ", the machine stood still" if verdict.stalled else ""
            print(f"{round_} ({way}): {verdict.keys} keys, {verdict.loss * 1000:.0f} ms{stalled}", file=sys.stderr)
        if verdict.corrupt:
            self._begin_book(round_)

    def _tell(self, round_: int, way: str, clause: str, value: int, more: str = "") -> None:
        self.figures[clause] += value
        print(f"{round_} ({way}): {clause}: {value} {more}", file=sys.stderr)


def lane(folder: Path, given: argparse.Namespace) -> Figures:
    """So many deaths, one after the other."""
    deaths = Deaths(folder, given)
    for round_ in range(given.rounds):
        deaths.die(round_)
        if lanes.has_found(deaths.figures, given):
            break
    return deaths.figures


def summed(found: list[Figures], seconds: float) -> Figures:
    """The figures of all lanes together. Losses are quoted in milliseconds; those of a machine that stood still are counted

    apart, as `stalled`.
    """
    summed_up = ("deaths", "acts", "keys", *CLAUSES, "stalled", "lost_late")
    figures: Figures = {name: lanes.total(found, name) for name in summed_up}
    losses = [loss for one in found for loss, stalled in one["losses"] if not stalled]
    for name, part in (("p50", 0.5), ("p99", 0.99), ("max", 1.0)):
        figures[f"lost_ms_{name}"] = round(1000 * lanes.percentile(losses, part), 1)
    figures["longest_end_s"] = round(max(one["longest_end"] for one in found), 2)
    return figures | {"seconds": round(seconds)}


def held(figures: Figures) -> bool:
    """Is the promise kept?"""
    usual = figures["deaths"] < 100 or figures["lost_ms_p99"] <= 1000 * USUALLY_LOST
    kept = figures["lost_ms_max"] <= 1000 * MOST_LOST and usual
    return figures["deaths"] > 0 and kept and not any(figures[clause] for clause in CLAUSES)


def deaths(words: list[str] | None = None) -> Figures:
    """Die as these words of the command line say, and give the figures."""
    given = lanes.asked(__doc__ or "", rounds=200, plants=list(broken_desks.PLANTS)).parse_args(words)
    begun = time.monotonic()
    found = lanes.run("faults.deaths", given, lane)
    return {"tried": "deaths", "planted": given.plant} | summed(found, time.monotonic() - begun)


if __name__ == "__main__":
    figures = deaths()
    sys.exit(lanes.finish(figures, held=held(figures)))
