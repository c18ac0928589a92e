"""The disk is full under the open desk, and has room again: the screen says so at once, and all of it is saved later, once.

    python tests/faults/full_disk.py --rounds 40 --seed 1

Each round opens the desk on a terminal, lets its disk be full from a moment by chance, goes on typing and recording, makes
room, and leaves. The disk is full for the whole folder of the book and the home of its clerk, so that no rescue copy helps.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from faults.figures import Figures, asked, in_parts
from faults.oracle import judge
from faults.scenarios import Wrongs
from faults.shim import environment
from faults.stage import Case, a_stage
from support.terminal import Terminal

KINDS = ("silent", "late", "early_word", "not_recovered", "lost", "twice")
"""What can be wrong. silent: it never said NOT SAVED; late: not within a second; early_word: it showed an act as recorded that

couldn't be; not_recovered: with room again it didn't save by itself; lost, twice: a line isn't in the book, or more than once.
"""
AT_ONCE = 1.0
NOT_SAVED = "NOT SAVED"
ENTER, QUIT = "\r", "\x11"


MUTE = "mute"
"""The control: a desk that doesn't say that it can't save."""
_MUTE_DESK = """
from unittest import mock
from boardtui.cli import main
from boardtui.clerk.opening import Opening

with mock.patch.object(Opening, "_note_trouble", lambda *_: None):
    main(["open"])
"""
_DESK = {MUTE: ["-c", _MUTE_DESK], "": ["-m", "boardtui", "open"]}


def look(case: Case, switch: Path, rnd: random.Random, figures: Figures, planted: str = "") -> Wrongs:
    """One desk whose disk is full for a while. planted: `MUTE` or ''."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHIM_", "TEXTUAL"))}
    own = {"HOME": str(case.folder / "home"), "BOARDTUI_BOOK": str(case.book)}
    env = kept | own | environment(case.folder, switch=switch)
    lines = [f"Line {number} was said." for number in range(1, 6)]
    with Terminal([sys.executable, *_DESK[planted]], env) as desk:
        desk.sees("saved ")
        desk.keys(lines[0] + ENTER)
        desk.sees(f"✓ {lines[0]}")
        typed = rnd.randrange(len(lines[1]) + 1)
        desk.keys(lines[1][:typed])
        switch.touch()
        desk.keys(lines[1][typed:] + ENTER)
        start = time.monotonic()
        if not _shows(desk, NOT_SAVED, 10 * AT_ONCE):
            return {"silent": desk.text()}
        took = round(1000 * (time.monotonic() - start))
        figures.facts["slowest_ms"] = max(took, figures.facts.get("slowest_ms", 0))
        desk.keys(lines[2] + ENTER + lines[3] + ENTER)
        desk.read(rnd.random())
        early = [line for line in lines[1:] if f"✓ {line}" in desk.text()]
        switch.unlink()
        desk.keys(lines[4] + ENTER)
        if not _shows(desk, lambda text: f"✓ {lines[4]}" in text and NOT_SAVED not in text, 20 * AT_ONCE):
            return {"not_recovered": desk.text()}
        desk.keys(QUIT)
        desk.waits_for_end()
    wrongs = {"late": f"after {took} ms"} if took > 1000 * AT_ONCE else {}
    return wrongs | ({"early_word": early[0]} if early else {}) | _saved(case, lines)


def _shows(desk: Terminal, words: str | Callable[[str], bool], seconds: float) -> bool:
    try:
        desk.sees(words, seconds)
    except AssertionError:
        return False
    return True


def _saved(case: Case, lines: Sequence[str]) -> Wrongs:
    """Is each line in the book, once?"""
    verdict = judge(case.book)
    for line in lines:
        if (count := verdict.texts.count(line)) != 1:
            return {"twice" if count else "lost": f"{line} is {count} times in the book. {verdict.problem}"}
    return {"lost": verdict.problem} if verdict.problem else {}


def part(rounds: int, seed: int, number: int, of: int, _names: Sequence[str], planted: str) -> Figures:
    """The number-th of so many parts of so many desks. planted: `MUTE` or ''."""
    figures = Figures("full_disk", {"slowest_ms": 0})
    figures.expect("desks", *KINDS)
    with a_stage() as stage:
        for which in range(rounds)[number::of]:
            with stage.case(stage.met) as case:
                figures.count("desks")
                switch = stage.folder / "full"
                figures.tell(f"desk {which}", look(case, switch, random.Random(f"{seed} {which}"), figures, planted))
                switch.unlink(missing_ok=True)
    return figures


def run(rounds: int, seed: int, names: Sequence[str] = (), planted: str = "") -> Figures:
    """Open so many desks. planted: `MUTE` or ''."""
    return in_parts("full_disk.py", rounds, seed, names, planted)


if __name__ == "__main__":
    sys.exit(asked(__doc__, part, run))
