"""Every call on a file fails, in every way, in everything that is done with a book; and what is left is judged.

    python tests/faults/failures.py --rounds 5000 --seed 1

Each round takes one call of one command and one way to fail: the program dies before it, behind it, or with half of it written;
the write is short; the disk says EIO, ENOSPC or EROFS, once or from then on. Afterwards the book must be sound and hold
everything that was acknowledged and nothing that was refused; nothing half written may stand under a final name; the
command must have ended with a sentence, and a second try must succeed. The last line printed is the figures, as JSON.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from faults.figures import Figures, asked, in_parts
from faults.plants import plant
from faults.scenarios import Act, Scenario, Wrongs, scenarios
from faults.shim import Mode, Shim
from faults.stage import Case, Ended, Stage, a_stage

KINDS = ("unsound", "lost", "ghost", "torn", "uncaught", "unsaid", "hung", "in_the_way")
"""What can be wrong. unsaid: it failed without a sentence; in_the_way: what is left stops a second try."""
_MOST_LINES = 6
"""A line what and a line what to do, of the command itself, of the closing of the book, and of the copy of it."""
_ENDURABLE = (Mode.SHORT, Mode.EIO, Mode.ENOSPC, Mode.EROFS)


@dataclass(frozen=True, slots=True)
class Fault:
    """One call that fails: the number-th of a scenario, in this mode, once or from then on."""

    scenario: Scenario
    number: int
    mode: Mode
    lasting: bool

    def __str__(self) -> str:
        return f"{self.scenario.name}, call {self.number}, {self.mode.name} {'for good' if self.lasting else 'once'}"


def faults(scenario: Scenario, calls: str) -> Iterator[Fault]:
    """Every fault of a scenario. calls: those it makes, a letter each."""
    for number, kind in enumerate(calls, 1):
        for mode in list(Mode)[1:]:
            if kind == "w" or not mode.only_writes:
                yield Fault(scenario, number, mode, lasting=False)
                if mode in _ENDURABLE:
                    yield Fault(scenario, number, mode, lasting=True)


def how_it_ended(ended: Ended, *, killed: bool = False) -> Wrongs:
    """What is wrong with the end of a command. killed: that was the fault."""
    if ended.died and killed:
        return {}
    if ended.hung:
        return {"hung": "it didn't end"}
    if ended.code not in range(4) or "Traceback" in ended.err + ended.out:
        return {"uncaught": f"exit {ended.code}: {ended.err.strip()[-300:]}"}
    if ended.code and not 1 <= len((ended.err.strip() or ended.out.strip()).splitlines()) <= _MOST_LINES:
        return {"unsaid": f"exit {ended.code}: {ended.err!r}"}
    return {}


class Trial:
    """Tries faults on a stage."""

    def __init__(self, stage: Stage, shim: Shim, names: Sequence[str]) -> None:
        self._stage, self._shim = stage, shim
        self._answer = stage.folder / "answer.txt"
        self.calls: Counter[str] = Counter()
        self.all: list[Fault] = []
        for scenario in scenarios(stage):
            if not names or scenario.name in names:
                calls = self._calls_of(scenario)
                self.calls[scenario.name] = len(calls)
                self.all += faults(scenario, calls)

    def _calls_of(self, scenario: Scenario) -> str:
        """The calls of a scenario in which nothing fails. Raises RuntimeError if something is wrong with it even so."""
        with self._stage.case(scenario.start) as case:
            ended = self._play(case, scenario.act)
            wrongs = how_it_ended(ended) | scenario.judge(case, ended)
            if wrongs or ended.code:
                raise RuntimeError(f"{scenario.name} is wrong without any fault: {wrongs} {ended}")
            scenario.learn(case)
        return self._answer.read_text().split()[1]

    def _play(
        self, case: Case, act: Act, number: int = 0, mode: Mode = Mode.NOTHING, *, lasting: bool = False
    ) -> Ended:
        """Act in a child, where this call fails. If the child lives, it leaves word whether the call came, and of all calls."""
        self._answer.unlink(missing_ok=True)

        def armed(case: Case) -> int:
            self._shim.watch(case.folder)
            self._shim.arm(number, mode, lasting=lasting)
            try:
                return act(case)
            finally:
                self._answer.write_text(f"{self._shim.happened} {self._shim.kinds}")

        return self._stage.play(case, armed)

    def try_one(self, fault: Fault) -> Wrongs | None:
        """Try a fault. What was wrong afterwards; None if the call never came."""
        scenario = fault.scenario
        with self._stage.case(scenario.start) as case:
            ended = self._play(case, scenario.act, fault.number, fault.mode, lasting=fault.lasting)
            if self._answer.exists() and self._answer.read_text().startswith("False"):
                return None
            wrongs = how_it_ended(ended, killed=fault.mode.kills) | scenario.judge(case, ended)
            if not wrongs:
                again = self._play(case, scenario.again)
                if again.code:
                    wrongs = {"in_the_way": f"first {ended.err!r}, then exit {again.code}: {again.err!r}"}
                else:
                    wrongs = scenario.judge(case, again)
        return wrongs


def part(rounds: int, seed: int, number: int, of: int, names: Sequence[str], planted: str) -> Figures:
    """Every of-th fault, beginning with this number, of so many tried in an order that the seed gives.

    names: which scenarios, all when empty; planted: what is to be broken in the product first, '' for nothing.
    """
    rnd = random.Random(seed)
    with a_stage() as stage, plant(planted):
        trial = Trial(stage, Shim(), names)
        order = [fault for _ in range(1 + rounds // len(trial.all)) for fault in rnd.sample(trial.all, len(trial.all))]
        figures = Figures("failures", {"calls": trial.calls.total(), "kinds_of_fault": len(trial.all)})
        figures.expect("faults", "not_reached", *KINDS)
        for fault in order[:rounds][number::of]:
            wrongs = trial.try_one(fault)
            figures.count("faults" if wrongs is not None else "not_reached")
            figures.tell(str(fault), wrongs or {})
    return figures


def run(rounds: int, seed: int, names: Sequence[str] = (), planted: str = "") -> Figures:
    """Try so many faults. names, planted: as in `part`."""
    return in_parts("failures.py", rounds, seed, names, planted)


if __name__ == "__main__":
    sys.exit(asked(__doc__, part, run))
