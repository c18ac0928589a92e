"""Enter to the act on the screen, at the desk of a meeting of 60 members: recorded, presence and quorum worked out anew.

    python benchmarks/echo.py [--lines 340]

What is typed is what a clerk types: points, paragraphs, departures and returns, motions, votes by figures and by name. An act
counts from Enter to the picture in which it stands as recorded, which is behind its commit to the disk. The aim is 50 ms at
3,000 acts (p99).
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from programs import MEMBERS, Target, boardtui_busy, letters
from pseudo_terminal import Program, percentile

EMPTY = "Type what happens."
PAUSE = (0.2, 0.7)
SIZE = (160, 50)
LOOK = 0.4
"""Seconds: so long is all taken in before it is drawn."""
MOST_LOOKS = 50
EACH = 40
"""Lines under each item."""


def lines(rnd: random.Random, count: int) -> list[tuple[str, str]]:
    """So many lines, each with its kind and a mark of its own, by which it is told on the screen."""
    found: list[tuple[str, str]] = []
    items = 0
    while len(found) < count:
        mark = f"n{len(found):04}"
        if len(found) // EACH != items:
            items = len(found) // EACH
            found.append(("item", f"/item Business raised by the chair {mark}"))
        one, other = (f"@member{letters(number)}" for number in rnd.sample(range(1, MEMBERS), 2))
        found += rnd.choice(
            (
                [("point", f"? {one} Why the figures for the ward differ {mark}")],
                [("paragraph", f"The officer answered that the survey was under way {mark}")],
                [("movement", f"/leave {one} (called away {mark})"), ("movement", f"/return {one}")],
                [
                    ("motion", f"/move {one} {other}: that the scheme be put out to consultation {mark}"),
                    ("vote", f"/vote {rnd.randrange(31, 40)} {rnd.randrange(1, 15)} {rnd.randrange(1, 5)}"),
                ],
                [
                    ("motion", f"/move {one} {other}: that the ward be surveyed again {mark}"),
                    ("roll", f"/roll all for; against {one} {other}"),
                ],
            )
        )
    return found[:count]


def measure(target: Target, said: list[tuple[str, str]], rnd: random.Random) -> dict[str, list[float]]:
    """Milliseconds from Enter to the echo, by the kind of line."""
    program = Program(target.command, target.env, *SIZE)
    times: dict[str, list[float]] = defaultdict(list)
    try:
        program.wait_for(target.ready)
        program.settle(2.0)
        for kind, line in said:
            program.press(line)
            program.settle(0.1, most=0.6)
            pressed = program.press("\r")
            times[kind].append((_recorded(program, line) - pressed) * 1000)
            rest = time.perf_counter() + rnd.uniform(*PAUSE)
            while time.perf_counter() < rest:
                program.read(rest - time.perf_counter())
    finally:
        program.end()
    return times


def _recorded(program: Program, line: str) -> float:
    """When the screen says that the line is recorded, and the composer is empty again."""
    for _ in range(MOST_LOOKS):
        came = program.read_then_draw(LOOK, lambda: program.shows(EMPTY) and program.shows(f"✓ {line}"[:60]))
        if came is not None:
            return came
    raise TimeoutError(f"{line!r} was never recorded:\n" + "\n".join(program.screen.display))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=340)
    given = parser.parse_args()
    print(f"{'':30}{'lines':>7}{'p50 ms':>9}{'p99 ms':>9}{'max ms':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for acts in (200, 3000):
            target = boardtui_busy(Path(folder) / str(acts), acts)
            times = measure(target, lines(random.Random(1), given.lines), random.Random(2))
            everything = [one for several in times.values() for one in several]
            for kind, several in {"all": everything, **times}.items():
                figures = f"{median(several):9.1f}{percentile(several, 99):9.1f}{max(several):9.1f}"
                print(f"{f'{acts} acts, {kind}':30}{len(several):7}{figures}")


if __name__ == "__main__":
    main()
