"""Start to usable screen, as a ratio to a bare Textual app. They take turns, so that a machine that drifts cancels out.

    python benchmarks/startup.py [--runs 15]

usable: the first picture is complete and a key pressed then has been painted; full: the meeting has been read behind
it, the minutes of the open item stand there, and Enter records at once. Ratios are the median of the ratios of each round.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median

from programs import BARE_EDITOR, Target, bare, boardtui
from pseudo_terminal import Program


def measure(target: Target, full: str, keys: str) -> tuple[float, float, float]:
    """Seconds from start to the first picture, to painted keys (new in each run: drafts are kept), to the full picture."""
    program = Program(target.command, target.env, 120, 40)
    try:
        picture = program.wait_for(target.ready) - program.started
        program.press(keys)
        usable = program.wait_for(keys) - program.started
        whole = usable if program.shows(full) else program.wait_for(full) - program.started
        program.settle()
        return picture, usable, whole
    finally:
        program.end()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        targets = [
            (bare("bare Textual TextArea", BARE_EDITOR), "READY"),
            (boardtui("boardtui, 12 items", Path(folder) / "small", 12, 200), "saved"),
            (boardtui("boardtui, 200 items, 3,000 acts", Path(folder) / "large", 200, 3000), "saved"),
        ]
        found: dict[str, list[tuple[float, float, float]]] = {target.name: [] for target, _ in targets}
        for run in range(runs + 1):
            for target, full in targets:
                figures = measure(target, full, f"~{run}")
                if run:
                    found[target.name].append(figures)
    base = found[targets[0][0].name]
    print(f"{'':34}{'picture ms':>11}{'usable ms':>11}{'full ms':>9}{'usable x':>10}{'full x':>8}")
    for target, _ in targets:
        rows = found[target.name]
        columns = [median(column) * 1000 for column in zip(*rows, strict=True)]
        usable, full = (median(row[i] / other[i] for row, other in zip(rows, base, strict=True)) for i in (1, 2))
        print(f"{target.name:34}{columns[0]:11.0f}{columns[1]:11.0f}{columns[2]:9.0f}{usable:10.2f}{full:8.2f}")


if __name__ == "__main__":
    main()
