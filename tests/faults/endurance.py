"""Twelve hours of a meeting with three people who watch, in a fraction of the time: memory and open files stay as they were.

    python -m faults.endurance [--rounds 12] [--acts 60] [--plant FAULT]

Rounds are hours. The desk and three chair's views are real processes on real terminals, whose clock is the harness's: in each
hour so many acts are typed, and the views have to show the last of them. The clock is also put back by three hours and on by
four years, as on a machine whose clock is set while it runs; no act may be lost or out of its order for that.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import psutil

from faults import broken_desks, forks, lanes
from faults.lanes import Figures
from faults.meeting import Meeting, is_ready
from support.terminal import Terminal

HOUR = 3600.0
VIEWS = 3
JUMPS = {0.3: timedelta(hours=-3), 0.5: timedelta(days=4 * 365), 0.7: timedelta(days=-4 * 365)}
"""Part of the whole time -> by how much the clock is set then."""
MOST_GROWN = 1.10
"""How many times the memory of the first hour a process may have in the last."""
TICKS_FASTER = 20
"""The screens look at the clock so many times as often as they would."""
MEGABYTE = 1_000_000


class Clock:
    """The clock of all processes: a file with the seconds it is ahead of the true one."""

    def __init__(self, path: Path) -> None:
        self._path, self._begun = path, time.time()
        self._jumped = timedelta()
        self.set(0.0)

    def set(self, simulated: float) -> None:
        """So many seconds of the meeting have gone by."""
        ahead = simulated - (time.time() - self._begun) + self._jumped.total_seconds()
        new = self._path.with_suffix(".new")
        new.write_text(repr(ahead), "ascii")
        new.rename(self._path)

    def jump(self, by: timedelta) -> None:
        """Somebody sets the clock."""
        self._jumped += by

    def plant(self, also: forks.Plant | None) -> forks.Plant:
        """Puts the clock into a process, and lets its screens look at it more often."""
        ahead = self._path

        class Shifted(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Shifted:
                return super().now(tz) + timedelta(seconds=float(ahead.read_text("ascii")))

        def planted() -> None:
            import boardtui.book.book
            import boardtui.chair.app
            import boardtui.clerk.screens.desk

            boardtui.book.book.datetime = Shifted
            for module in (boardtui.chair.app, boardtui.clerk.screens.desk):
                module.TICK = module.TICK / TICKS_FASTER
            if also is not None:
                also()

        return planted


class Hours:
    """The hours of a meeting: one desk, three views."""

    def __init__(self, meeting: Meeting, clock: Clock, acts: int, hours: int) -> None:
        self._meeting, self._clock = meeting, clock
        self._acts, self._hours = acts, hours
        self._typed = 0
        self._jumps = dict(JUMPS)

    def run(self, plant: forks.Plant | None) -> Figures:
        """All of them. What each process had at the end of the first hour and of the last."""
        with ExitStack() as stack:
            planted = self._clock.plant(plant)
            desk = stack.enter_context(self._meeting.desk(planted))
            desk.sees(is_ready)
            views = [stack.enter_context(self._meeting.desk(planted, ("chair",))) for _ in range(VIEWS)]
            processes = [psutil.Process(one.pid) for one in (desk, *views)]
            had = []
            for hour in range(self._hours):
                self._pass(hour, desk, views)
                had.append([_has(process) for process in processes])
            desk.keys("\x11")
            desk.waits_for_end()
        found = self._meeting.found()
        problem = found.problem or self._meeting.check(found)
        if problem:
            print(problem, file=sys.stderr)
        return {"had": had, "acts": self._typed, "lost": self._typed - len(found.lines), "unsound": int(bool(problem))}

    def _pass(self, hour: int, desk: Terminal, views: list[Terminal]) -> None:
        for act in range(self._acts):
            through = (hour + act / self._acts) / self._hours
            for when in [when for when in self._jumps if when <= through]:
                self._clock.jump(self._jumps.pop(when))
            self._clock.set((hour + act / self._acts) * HOUR)
            self._typed += 1
            line = f"L{self._typed:05d} the board went on"
            desk.keys(f"{line} with its business as before, and nobody had left the room.\r")
            desk.sees(f"✓ {line}")
            for view in views:
                view.read()
        words = f"the meeting go on after hour {hour + 1}"
        desk.keys(f"/move that {words}\r")
        for view in views:
            view.sees(lambda text: words in " ".join(text.split()))
        desk.keys("/lapsed\r")


def _has(process: psutil.Process) -> tuple[int, int, int]:
    """Memory in bytes, open files but for the harness's own clock, threads."""
    files = 0
    for handle in Path(f"/proc/{process.pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            files += "/clock" not in str(handle.readlink())
    return process.memory_info().rss, files, process.num_threads()


def lane(folder: Path, given: argparse.Namespace) -> Figures:
    """All hours of one meeting."""
    meeting = Meeting(folder / "long")
    plant = broken_desks.PLANTS.get(given.plant or "")
    return Hours(meeting, Clock(folder / "clock"), given.acts, given.rounds).run(plant)


def endurance(words: list[str] | None = None) -> Figures:
    """Sit through the hours as these words of the command line say, and give the figures."""
    parser = lanes.asked(__doc__ or "", rounds=12, plants=list(broken_desks.PLANTS))
    parser.add_argument("--acts", type=int, default=60, help="how many in an hour (%(default)s)")
    parser.set_defaults(lanes=1)
    given = parser.parse_args(words)
    begun = time.monotonic()
    (found,) = lanes.run("faults.endurance", given, lane)
    first, last = found["had"][0], found["had"][-1]
    grown = [round(after[0] / before[0], 3) for before, after in zip(first, last, strict=True)]
    return {
        "tried": "endurance", "planted": given.plant, "hours": given.rounds, "views": VIEWS, "acts": found["acts"],
        "acts_lost": found["lost"], "unsound": found["unsound"],
        "desk_mb": [round(one[0][0] / MEGABYTE, 1) for one in (first, last)],
        "desk_grown": grown[0], "view_grown_most": max(grown[1:]),
        "files": [[one[1] for one in hour] for hour in (first, last)],
        "threads": [[one[2] for one in hour] for hour in (first, last)],
        "seconds": round(time.monotonic() - begun),
    }  # fmt: skip


def held(figures: Figures) -> bool:
    """Is the promise kept?"""
    grown = max(figures["desk_grown"], figures["view_grown_most"])
    same = figures["files"][0] == figures["files"][1]
    return same and grown <= MOST_GROWN and not figures["acts_lost"] and not figures["unsound"]


if __name__ == "__main__":
    figures = endurance()
    sys.exit(lanes.finish(figures, held=held(figures)))
