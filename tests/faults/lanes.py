"""Several of the same at once: each lane is a process of its own with its own books, and says what it found in one line."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Figures = dict[str, Any]
Lane = Callable[[Path, argparse.Namespace], Figures]
"""Does the work in a folder, as it was asked to."""

TESTS = Path(__file__).parents[1]


def percentile(values: list[float], part: float) -> float:
    """The value below which that part of them lies; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def asked(doc: str, *, rounds: int, plants: Iterator[str] | list[str]) -> argparse.ArgumentParser:
    """The options that all have. plants: the faults that can be planted, which must be seen."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=rounds, help="how many, in all lanes together (%(default)s)")
    parser.add_argument("--lanes", type=int, default=2, help="how many at once (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (%(default)s)")
    parser.add_argument("--plant", choices=sorted(plants), help="plant this fault; it must be seen")
    parser.add_argument("--lane", type=int, help=argparse.SUPPRESS)
    return parser


def run(module: str, given: argparse.Namespace, lane: Lane) -> list[Figures]:
    """What each lane found; of this lane only, in the process of a lane. module: its name, to be run with `python -m`."""
    if given.lane is not None:
        with tempfile.TemporaryDirectory(prefix="boardtui-faults-") as folder:
            print(json.dumps(lane(Path(folder), given)))
        sys.exit(0)
    return list(_answers(module, given))


def _answers(module: str, given: argparse.Namespace) -> Iterator[Figures]:
    said = {"seed": given.seed, "plant": given.plant}
    own = {name: value for name, value in vars(given).items() if name not in ("lane", "lanes", "rounds", *said)}
    with _lanes_of(module, given, said | own) as lanes:
        for number, lane in enumerate(lanes):
            printed, _ = lane.communicate()
            if lane.returncode:
                raise RuntimeError(f"lane {number} of {module} ended with {lane.returncode}")
            yield json.loads(printed.splitlines()[-1])


@contextmanager
def _lanes_of(module: str, given: argparse.Namespace, said: Figures) -> Iterator[list[subprocess.Popen[str]]]:
    paths = [str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    lanes = []
    for number in range(given.lanes):
        rounds = given.rounds // given.lanes + (number < given.rounds % given.lanes)
        words = [sys.executable, "-m", module, "--lane", str(number), "--rounds", str(rounds)]
        for name, value in said.items():
            words += [f"--{name.replace('_', '-')}", str(value)] if value is not None else []
        lanes.append(subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=env))
    try:
        yield lanes
    finally:
        for lane in lanes:
            lane.kill()
            lane.wait()


def total(found: list[Figures], name: str) -> Any:
    """The sum over all lanes."""
    return sum(figures[name] for figures in found)


def finish(figures: Figures, *, held: bool) -> int:
    """Print the figures, in one line of JSON. Returns the exit code."""
    print(json.dumps(figures | {"held": held}))
    return 0 if held else 1
