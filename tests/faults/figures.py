"""What comes out of a trial of faults: counts, and the first few wrongs in full; how a trial is run on all processors."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from faults.shim import environment

SHOWN = 3
"""So many of each kind of wrong are told in full."""
WORTH_A_PROCESS = 250
"""So many rounds take longer than getting ready for them."""


@dataclass(slots=True)
class Figures:
    """The figures of a trial.

    facts: what isn't added up, such as how many calls there are; counts: kind -> how often; told: wrongs, in full.
    """

    tool: str
    facts: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)

    def expect(self, *kinds: str) -> None:
        """Name kinds that are to be reported also when there are none."""
        for kind in kinds:
            self.counts[kind] += 0

    def count(self, kind: str, number: int = 1) -> None:
        """So many more of this kind."""
        self.counts[kind] += number

    def tell(self, where: str, wrongs: dict[str, str]) -> None:
        """Something was wrong. where: what had been done; wrongs: kind -> what was seen."""
        for kind, seen in wrongs.items():
            self.count(kind)
            self.wrong.add(kind)
            if self.counts[kind] <= SHOWN:
                self.told.append(f"{kind}: {where}: {seen}")

    def add(self, other: Figures) -> None:
        """Take in the figures of another part of the trial."""
        self.facts |= other.facts
        self.counts.update(other.counts)
        self.expect(*other.counts)
        self.told += other.told
        self.wrong |= other.wrong

    @property
    def held(self) -> bool:
        """Was nothing wrong?"""
        return not self.wrong

    def __getitem__(self, kind: str) -> int:
        return self.counts[kind]

    def __str__(self) -> str:
        """One line of JSON."""
        return json.dumps({"tool": self.tool, **self.facts, **self.counts, "held": self.held})


Part = Callable[[int, int, int, int, Sequence[str], str], Figures]
"""rounds, seed, which part from 0, of how many, names, what is planted -> the figures of that part."""


def in_parts(script: str, rounds: int, seed: int, names: Sequence[str] = (), planted: str = "") -> Figures:
    """Run a script of this folder, and add up what was found.

    It is run in a process under the shim for each processor, as far as each has enough to do. Raises RuntimeError if one
    can't do its part.
    """
    parts = min(-(-rounds // WORTH_A_PROCESS), len(os.sched_getaffinity(0)))
    path = str(Path(__file__).with_name(script))
    command = [sys.executable, path, *names, f"--rounds={rounds}", f"--seed={seed}", f"--plant={planted}"]
    running = [
        subprocess.Popen(
            [*command, f"--part={number}/{parts}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | environment(),
        )
        for number in range(parts)
    ]
    answers = [process.communicate() for process in running]
    whole = Figures(script.removesuffix(".py"))
    for process, (out, err) in zip(running, answers, strict=True):
        if process.returncode:
            raise RuntimeError(f"{script} can't be run: {err.strip() or out.strip()}")
        told = json.loads(out.splitlines()[-1])
        whole.add(Figures(told["tool"], told["facts"], Counter(told["counts"]), told["told"], set(told["wrong"])))
    return whole


def asked(about: str | None, part: Part, run: Callable[[int, int, Sequence[str], str], Figures]) -> int:
    """The command line of a script: one part of a trial, for `in_parts`, or the whole. 0 if everything held, 1 if not."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="what is tried; everything by default")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plant", default="", help="break this in the product first: then something must be found")
    parser.add_argument("--part", default="", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        number, of = map(int, given.part.split("/"))
        found = part(given.rounds, given.seed, number, of, given.names, given.plant)
        plain = {"tool": found.tool, "facts": found.facts, "counts": found.counts, "told": found.told}
        print(json.dumps(plain | {"wrong": sorted(found.wrong)}))
        return 0
    found = run(given.rounds, given.seed, given.names, given.plant)
    print(*found.told, str(found), sep="\n")
    return 0 if found.held else 1
