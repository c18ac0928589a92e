"""Several of the same at once: each lane has its own process and books, and says what it found in one line.

One process imports everything, and forks into the lanes.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from support.forking import load

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
    parser.add_argument(
        "--until", action="append", default=[], metavar="CLAUSE", help="go on only until this was found"
    )
    parser.add_argument("--apart", action="store_true", help=argparse.SUPPRESS)
    return parser


def has_found(figures: Figures, given: argparse.Namespace) -> bool:
    """Has a lane found all that it was to go on for?"""
    return bool(given.until) and all(figures[clause] > 0 for clause in given.until)


def run(module: str, given: argparse.Namespace, lane: Lane) -> list[Figures]:
    """What each lane found. module: its name, to be run with `python -m`, apart from whoever asks, who may have threads."""
    if given.apart:
        load()
        print(json.dumps(_lanes(given, lane)))
        sys.exit(0)
    words = [sys.executable, "-m", module, "--apart"]
    for name, value in vars(given).items():
        for one in value if isinstance(value, list) else [] if value in (None, False) else [value]:
            words += [f"--{name.replace('_', '-')}", str(one)]
    paths = [str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    with subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=env, process_group=0
    ) as apart:
        try:
            printed, _ = apart.communicate()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(apart.pid, signal.SIGKILL)
    if apart.returncode:
        raise RuntimeError(f"{module} ended with {apart.returncode}")
    return list(json.loads(printed.splitlines()[-1]))


def _lanes(given: argparse.Namespace, lane: Lane) -> list[Figures]:
    """Be so many lanes at once."""
    forked = []
    for number in range(given.lanes):
        rounds = given.rounds // given.lanes + (number < given.rounds % given.lanes)
        answer, own = os.pipe()
        pid = os.fork()
        if pid == 0:
            _be_a_lane(argparse.Namespace(**vars(given) | {"lane": number, "rounds": rounds}), lane, own)
        os.close(own)
        forked.append((pid, answer))
    return [_figures(pid, answer) for pid, answer in forked]


def _be_a_lane(given: argparse.Namespace, lane: Lane, answer: int) -> None:
    """Do the work, say what was found, and end; never returns."""
    os.dup2(2, 1)  # only the answer goes where the others' go
    try:
        with tempfile.TemporaryDirectory(prefix="boardtui-faults-") as folder, os.fdopen(answer, "w") as out:
            json.dump(lane(Path(folder), given), out)
    finally:
        if sys.exc_info()[0] is not None:
            traceback.print_exc()
        os._exit(0)


def _figures(pid: int, answer: int) -> Figures:
    with os.fdopen(answer) as said:
        text = said.read()
    os.waitpid(pid, 0)
    if not text:
        raise RuntimeError("a lane came to nothing")
    return dict(json.loads(text))


def total(found: list[Figures], name: str) -> Any:
    """The sum over all lanes."""
    return sum(figures[name] for figures in found)


def finish(figures: Figures, *, held: bool) -> int:
    """Print the figures, in one line of JSON. Returns the exit code."""
    print(json.dumps(figures | {"held": held}))
    return 0 if held else 1
