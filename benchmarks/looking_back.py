"""Looking back, as a ratio to printing the minutes of the same meeting: `boardtui history`, and the trail on the desk.

    python benchmarks/looking_back.py [--runs 7]

show, history: the whole command, its start included; trail: F12 on the desk to the list of acts, the first time; would follow:
Enter on an act there to what undoing it would change. All in turns; ratios are the median of the ratios of each round.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from programs import Target, boardtui_busy
from pseudo_terminal import Program

F12, UP = "\x1b[24~", "\x1b[A"
ACTS = (500, 3000)
WHAT = ("show", "history", "trail", "would follow")


def command(target: Target, *words: str) -> float:
    """Seconds that a command takes, with the meeting of the target."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "boardtui", *words], env=target.env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def trail(target: Target) -> tuple[float, float]:
    """Seconds from F12 to the trail, and from Enter to what would follow if an act in the middle of an item were undone."""
    program = Program(target.command, target.env, 160, 50)
    try:
        program.wait_for("saved")
        program.settle()
        pressed = program.press(F12)
        opened = program.wait_for("Trail · ") - pressed
        program.settle()
        program.press(UP * 20)
        program.settle()
        pressed = program.press("\r")
        return opened, program.wait_for("IS UNDONE") - pressed
    finally:
        program.end()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        targets = [boardtui_busy(Path(folder) / str(acts), acts) for acts in ACTS]
        found: dict[str, list[tuple[float, ...]]] = {target.name: [] for target in targets}
        for run in range(runs + 1):
            for target in targets:
                figures = (command(target, "show"), command(target, "history"), *trail(target))
                if run:
                    found[target.name].append(figures)
    print(f"{'':34}{'what':14}{'ms':>7}{'x show':>8}")
    for target in targets:
        for i, what in enumerate(WHAT):
            rows = found[target.name]
            ratio = median(row[i] / row[0] for row in rows)
            print(f"{target.name:34}{what:14}{median(row[i] for row in rows) * 1000:7.0f}{ratio:8.2f}")


if __name__ == "__main__":
    main()
