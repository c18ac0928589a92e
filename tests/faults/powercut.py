"""The power is cut, in simulation, behind every call of a session; what the disk could then hold is opened and judged.

    python tests/faults/powercut.py --rounds 20000 --seed 1

A session of the command line or of the desk is played once, its calls on files and its answers are written down in order. From
these a disk is followed (`disk.py` says what a power cut may leave of it). Each image must be a sound book that opens, with
everything that had been acknowledged by then. A round is an image that wasn't seen before.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from boardtui.book import Book
from boardtui.errors import BoardError
from faults.disk import Disk, Found, Image
from faults.figures import Figures, asked, in_parts
from faults.oracle import Verdict, judge
from faults.scenarios import Wrongs, books_in, desk_work
from faults.shim import Call, Shim, read_log
from faults.stage import DRAFT, SAID, Case, Stage, a_stage, command

KINDS = ("unsound", "lost", "refused", "torn")
"""What can be wrong with an image. refused: sound, and yet the product doesn't open it."""
ANSWERS = "answers.txt"
"""Where the sessions print, in their folder, so that the answers stand among the calls."""
NO_SYNCS = "no syncs"
"""The control: a disk that takes no sync for one."""
PASSES = 50
"""So often a session is gone through for images that weren't seen yet, at most."""
Play = Callable[[Case], int]


@dataclass(slots=True)
class Session:
    """What was played. folder: where; found: the disk it began with; calls: in order, the answers among them;

    held: the acts that the book has at any time; whole: its exports, as they are to be.
    """

    folder: Path
    found: list[Found]
    calls: list[Call]
    held: list[tuple[Any, ...]]
    whole: dict[str, bytes]

    def moments(self) -> Iterator[tuple[Disk, str]]:
        """The disk behind each call, and what had been answered by then."""
        disk, answers = Disk(self.found), ""
        yield disk, answers
        for call in self.calls:
            if call.name.endswith(ANSWERS):
                answers += call.data.decode()
            elif not call.name.endswith("-shm"):  # that is memory, and anew at each opening
                disk.step(call)
            yield disk, answers


def plays(stage: Stage) -> dict[str, tuple[Case, Play]]:
    """What is played, and what it begins with."""

    def take(case: Case) -> int:
        return command(case, "new", str(stage.agenda), "--json") or command(case, "take", str(stage.notes), "--json")

    def export(case: Case) -> int:
        return command(case, "export", "--to", "txt,json", "-o", str(case.out))

    def backup(case: Case) -> int:
        return command(case, "backup", str(case.out / "copy.book"))

    def restore(case: Case) -> int:
        return command(case, "restore", "--force", str(case.out / "copy.book"), "--json")

    def migrate(case: Case) -> int:
        return command(case, "take", str(stage.notes), "--json")

    def desk(case: Case) -> int:
        with mock.patch("boardtui.book.journal.IDLE", 0.0):  # the log is brought home whenever there is a moment for it
            return desk_work(case) or desk_work(case)

    return {
        "take": (stage.nothing, take),
        "desk": (stage.met, desk),
        "export": (stage.met, export),
        "backup": (stage.met, backup),
        "restore": (stage.restoring, restore),
        "migrate": (stage.older, migrate),
    }


def played(stage: Stage, shim: Shim, start: Case, play: Play, *, deaf: bool) -> Session:
    """Play, and write down every call. deaf: forget the syncs."""
    log = stage.folder / "calls.log"
    log.unlink(missing_ok=True)
    with stage.case(start) as case:
        found = Found.all_in(case.folder)

        def logged(case: Case) -> int:
            shim.watch(case.folder)
            shim.log(log)
            try:
                return play(case)
            finally:
                sys.stdout.flush()
                shim.log(None)

        ended = stage.play(case, logged, case.folder / ANSWERS)
        if ended.code:
            raise RuntimeError(f"A session fails without any fault: {ended}")
        calls = [call for call in read_log(log) if not (deaf and call.kind in "SD")]
        whole = {path.name: path.read_bytes() for path in case.out.iterdir() if path.suffix != ".book"}
        kept = start.out / "copy.book"  # what is restored
        held = judge(kept if kept.exists() else start.book, guards=False).said
        return Session(case.folder, found, calls, held, whole)


def _put(image: Image, session: Session, folder: Path) -> Case:
    """Make the image real in a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in image.items():
        path = folder / Path(name).relative_to(session.folder)
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.write_bytes(content)
    return Case(folder)


def look(session: Session, case: Case, answers: str) -> Wrongs:
    """What is wrong with an image, given what had been answered."""
    said = [json.loads(row) for row in answers.splitlines() if row.startswith("{")]
    if not case.book.exists():
        return {"lost": "there is no book"} if said or session.held else {}
    try:
        with Book.open(case.book, holder="clerk", patient=False):
            pass
    except BoardError as error:
        return {"refused": str(error)}
    verdict = judge(case.book, in_place=True, guards=False)
    if not verdict.sound:
        return {"unsound": verdict.problem}
    if verdict.said[: len(session.held)] != session.held:
        return {"lost": "what was in the book before"}
    return _answered(said, verdict) or _files(session, case, answers)


def _answered(said: list[dict[str, Any]], verdict: Verdict) -> Wrongs:
    """Is everything in the book that was said to be?"""
    texts = {act.seq: act.texts for act in verdict.acts}
    gone = [row for row in said if "line" in row and SAID[row["line"] - 1] not in texts.get(row["seq"], [])]
    gone += [row for row in said if row.get("meeting", "") not in {"", *verdict.meetings}]
    gone += [row for row in said if row.get("head", verdict.head) != verdict.head]
    if not gone and said and "draft" in said[-1] and len(verdict.acts) == max(row.get("seq", 0) for row in said):
        newer = {DRAFT, SAID[0][:10]}  # the next that was typed
        gone = [] if newer & set(verdict.drafts.values()) else [said[-1]]
    return {"lost": f"{gone[0]} was answered, the book has {len(verdict.acts)} acts"} if gone else {}


def _files(session: Session, case: Case, answers: str) -> Wrongs:
    """Are exports and copies whole, and those there that were said to be?"""
    there = {path.name: path for path in case.out.rglob("*") if path.is_file() and not path.name.startswith(".")}
    for name, path in there.items():
        if path.read_bytes() != session.whole.get(name, path.read_bytes()):
            return {"torn": f"{name}, {path.stat().st_size} bytes"}
    for path in books_in(case.folder):
        if path != case.book and judge(path, guards=False).said[: len(session.held)] != session.held:
            return {"torn": f"{path.name} isn't the whole book"}
    told = {Path(row.partition(": ")[0]).name for row in answers.splitlines() if row.startswith("/")}
    return {"lost": f"{min(told - there.keys())} was said to be there"} if told - there.keys() else {}


def part(rounds: int, seed: int, number: int, of: int, names: Sequence[str], planted: str) -> Figures:
    """The number-th of so many parts of so many images. names: the sessions, all when empty; planted: `NO_SYNCS` or ''."""
    rnd = random.Random(f"{seed} {number}")
    wanted = rounds // of + (number < rounds % of)
    figures = Figures("powercut")
    figures.expect("images", *KINDS)
    with a_stage() as stage:
        shim = Shim()
        chosen = {name: play for name, play in plays(stage).items() if not names or name in names}
        all_played = {name: played(stage, shim, *play, deaf=planted == NO_SYNCS) for name, play in chosen.items()}
        for name, session in sorted(all_played.items(), key=lambda one: len(one[1].calls)):
            figures.facts[f"calls_of_{name}"] = len(session.calls)
            # A short session has few images, and leaves the rest of its share to the longer ones.
            calls = sum(len(one.calls) for one in all_played.values() if len(one.calls) >= len(session.calls))
            share = -(-(wanted - figures["images"]) * len(session.calls) // calls)
            for image, answers, where in _images(session, share, rnd):
                figures.count("images")
                case = _put(image, session, stage.folder / "image")
                figures.tell(f"{name}, behind call {where}", look(session, case, answers))
    return figures


def _images(session: Session, wanted: int, rnd: random.Random) -> Iterator[tuple[Image, str, int]]:
    """So many different images, from all moments alike."""
    known: set[int] = set()
    for _ in range(PASSES):
        chance = (wanted - len(known)) / (len(session.calls) + 1)
        for where, (disk, answers) in enumerate(session.moments()):
            for _ in range(int(chance) + (rnd.random() < chance % 1)):
                image = disk.image(rnd, rnd.choice((0.0, 1.0, 0.5, 0.5, 0.9, 0.1)))
                print_of = hash((answers, tuple(image.items())))
                if print_of not in known and len(known) < wanted:
                    known.add(print_of)
                    yield image, answers, where
        if len(known) >= wanted:
            return


def run(rounds: int, seed: int, names: Sequence[str] = (), planted: str = "") -> Figures:
    """Look at so many images. names, planted: as in `part`."""
    return in_parts("powercut.py", rounds, seed, names, planted)


if __name__ == "__main__":
    sys.exit(asked(__doc__, part, run))
