"""Key to painted letter in the composer, as a ratio to a bare full-screen Textual TextArea, in turns.

    python benchmarks/keystroke.py [--keys 350] [--rounds 3]

Drafts are being saved and completion is on: each line typed is recorded at its end, and every third begins with a
command. p50 is the median of the rounds' ratios, p99 is pooled over all keys (quote it from 1,000 keys on).
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from statistics import median

from programs import BARE_EDITOR, Target, bare, boardtui
from pseudo_terminal import Program, percentile

LINE = 40
PAUSE = (0.03, 0.11)


def measure(target: Target, keys: int, rnd: random.Random) -> list[float]:
    """Milliseconds of each key."""
    program = Program(target.command, target.env, 120, 40)
    try:
        program.wait_for(target.ready)
        program.settle(1.0)
        times: list[float] = []
        line, lines = "", 0
        for _ in range(keys):
            if len(line) >= LINE:
                program.press("\r")
                program.settle(0.15)
                line, lines = "", lines + 1
                program.press("/note " if lines % 3 == 2 else "")
            line += letter(line, rnd)
            pressed = program.press(line[-1])
            times.append((program.wait_for(line[-12:]) - pressed) * 1000)
            rest = time.perf_counter() + rnd.uniform(*PAUSE)
            while time.perf_counter() < rest:
                program.read(rest - time.perf_counter())
        return times
    finally:
        program.end()


def letter(line: str, rnd: random.Random) -> str:
    """The next letter of a line: words of letters, none twice in a row, so that each is seen when it is painted."""
    if line and len(line) % 7 == 0:
        return " " if line[-1] != " " else "a"
    return rnd.choice("abcdefghijklmnopqrstuvwxyz".replace(line[-1:] or "_", ""))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=350)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        targets = [
            bare("bare Textual TextArea", BARE_EDITOR),
            boardtui("boardtui, 12 items", Path(folder) / "small", 12, 200),
            boardtui("boardtui, 200 items, 3,000 acts", Path(folder) / "large", 200, 3000),
        ]
        found: dict[str, list[list[float]]] = {target.name: [] for target in targets}
        for number in range(given.rounds):
            for target in targets:
                found[target.name].append(measure(target, given.keys, random.Random(number)))
    base = found[targets[0].name]
    print(f"{'':34}{'keys':>6}{'p50 ms':>9}{'p99 ms':>9}{'p50 x':>8}{'p99 x':>8}")
    for target in targets:
        rounds = found[target.name]
        pooled, pooled_base = ([t for times in rows for t in times] for rows in (rounds, base))
        half = median(median(times) / median(other) for times, other in zip(rounds, base, strict=True))
        tail = percentile(pooled, 99) / percentile(pooled_base, 99)
        p50, p99 = median(pooled), percentile(pooled, 99)
        print(f"{target.name:34}{len(pooled):6}{p50:9.2f}{p99:9.2f}{half:8.2f}{tail:8.2f}")


if __name__ == "__main__":
    main()
