"""Enter at the clerk's desk to the act on the chair's view, in another terminal; and what the view costs while nothing happens.

    python benchmarks/following.py [--lines 40] [--idle 30]

Two real programs on two terminals, in meetings of 60 members. The act is a motion, whose words must stand on the view. Counted
is from Enter, so the desk's own work and the commit to the disk are in it. The aim is 120 ms from the commit (p99), and half a
percent of a processor at rest, the view's two processes together. What it costs to wake up at all differs much from machine to
machine: the last column is a bare Python program that does nothing but that, every five seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from programs import Target, boardtui_busy, letters
from pseudo_terminal import Program, percentile

ACTS = (20, 500, 3000)
LOOK = 0.5
"""Seconds: so long is all taken in before it is drawn."""
MOST_LOOKS = 20
BARE = "import time\nwhile True: time.sleep(5)"


class Two:
    """The desk and the chair's view of one meeting."""

    def __init__(self, target: Target) -> None:
        self.desk = Program(target.command, target.env, 160, 50)
        self.desk.wait_for(target.ready)
        view = replace(target, command=(sys.executable, "-m", "boardtui", "chair"))
        self.chair = Program(view.command, view.env, 120, 40)
        self.chair.wait_for("quorum 5")
        self.settle()

    def settle(self) -> None:
        """Read both until they are quiet."""
        for program in (self.desk, self.chair):
            program.settle(0.3, most=1.0)

    def say(self, line: str) -> float:
        """Type a line and press Enter. Returns when."""
        self.desk.press(line)
        self.desk.settle(0.1, most=0.5)
        return self.desk.press("\r")

    def both_show(self, line: str, mark: str) -> tuple[float, float]:
        """When the line stands as recorded on the desk, and the mark on the chair's view."""
        found: dict[str, float] = {}

        def watch(name: str, program: Program, text: str) -> None:
            for _ in range(MOST_LOOKS):
                came = program.read_then_draw(LOOK, lambda: program.shows(text))
                if came is not None:
                    found[name] = came
                    return

        threads = [
            threading.Thread(target=watch, args=("desk", self.desk, f"✓ {line}"[:50])),
            threading.Thread(target=watch, args=("chair", self.chair, mark)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if len(found) < len(threads):
            raise TimeoutError(f"{line!r} stands only on {list(found)}:\n" + "\n".join(self.chair.screen.display))
        return found["desk"], found["chair"]

    def end(self) -> None:
        """End both."""
        self.chair.end()
        self.desk.end()


def measure(two: Two, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds from Enter to the desk, and to the chair's view."""
    to_desk, to_chair = [], []
    for number in range(count):
        mark = f"lamp{number:04}"
        one, other = (f"@member{letters(20 + (number + more) % 30)}" for more in (0, 1))
        line = f"/move {one} {other}: that {mark} be lit"
        pressed = two.say(line)
        desk, chair = two.both_show(line, mark)
        to_desk.append((desk - pressed) * 1000)
        to_chair.append((chair - pressed) * 1000)
        two.say("/withdraw motion")
        two.settle()
    return to_desk, to_chair


def processor_seconds(pid: int) -> float:
    """What a process and its children have used."""
    used = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(stat.parent.name) == pid or int(fields[1]) == pid:
            used += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def idle(two: Two, seconds: float) -> tuple[float, float]:
    """The share of a processor that the view and the process that reads for it use at rest, in percent; and a bare program."""
    with subprocess.Popen([sys.executable, "-c", BARE]) as bare:
        pids = two.chair.pid, bare.pid
        before, begun = [processor_seconds(pid) for pid in pids], time.perf_counter()
        while time.perf_counter() - begun < seconds:
            two.chair.read(0.5)
            two.desk.read(0.0)
        took = time.perf_counter() - begun
        view, other = (100 * (processor_seconds(pid) - had) / took for pid, had in zip(pids, before, strict=True))
        bare.kill()
    return view, other


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=40)
    parser.add_argument("--idle", type=float, default=30.0)
    given = parser.parse_args()
    heads = ("lines", 7), ("desk p50", 10), ("desk p99", 10), ("chair p50", 11), ("chair p99", 11), ("max ms", 9)
    print(f"{'':12}" + "".join(f"{head:>{width}}" for head, width in (*heads, ("idle %", 9), ("bare %", 9))))
    with tempfile.TemporaryDirectory() as folder:
        for acts in ACTS:
            two = Two(boardtui_busy(Path(folder) / str(acts), acts))
            try:
                desk, chair = measure(two, given.lines)
                rest, bare = idle(two, given.idle)
            finally:
                two.end()
            print(
                f"{f'{acts} acts':12}{len(chair):7}{median(desk):10.1f}{percentile(desk, 99):10.1f}{median(chair):11.1f}"
                f"{percentile(chair, 99):11.1f}{max(chair):9.1f}{rest:9.2f}{bare:9.2f}"
            )


if __name__ == "__main__":
    main()
