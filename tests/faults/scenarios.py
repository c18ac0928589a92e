"""What is done with a book while calls on its files fail, and how what is left is judged."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from boardtui.book import Book, local_now
from boardtui.desk import Desk
from boardtui.errors import BoardError
from faults.oracle import Verdict, judge
from faults.stage import DRAFT, SAID, SPOKEN, Case, Ended, Stage, command

FORMATS = "txt,md,html,docx,json"
_BOOK = re.compile(r".*\.book(\.(form|before-restore)-[\d-]+(\.\d+)?)?")
"""The names of books, of what is kept of one of an older form, and of what a restored one took the place of."""
Act = Callable[[Case], int]
Wrongs = dict[str, str]
"""Kind -> what was seen: unsound, lost, ghost, torn."""


@dataclass(slots=True)
class Scenario:
    """One thing that is done. start: the case it begins with; act: what is done; judge: what is wrong with what is left;

    again: what somebody does whom it failed, given what is left; whole: the files it makes when nothing fails.
    """

    name: str
    start: Case
    act: Act
    judge: Callable[[Case, Ended], Wrongs]
    again: Act
    whole: dict[str, bytes] = field(default_factory=dict)

    def learn(self, case: Case) -> None:
        """Remember what it makes when nothing fails."""
        self.whole |= {path.name: path.read_bytes() for path in case.out.rglob("*") if path.suffix != ".book"}


def scenarios(stage: Stage) -> Iterator[Scenario]:
    """All of them."""
    yield _new(stage)
    yield _take(stage)
    yield _desk(stage)
    yield _export(stage)
    yield _backup(stage)
    yield _restore(stage)
    yield _migrate(stage)
    yield _erase(stage)
    yield _rescue(stage)
    yield _check(stage)


def desk_work(case: Case) -> int:
    """What the desk does: open the book, keep what is typed, record it with its draft, close. Without a screen.

    What is safely in the book is printed, as `take --json` does it.
    """
    try:
        with Book.open(case.book, holder="clerk", patient=False) as book:
            desk = Desk(book, book.meetings()[0].name, clock=local_now, actor="clerk", live=False)
            for number, line in enumerate(SAID, 1):
                desk.draft("composer", line[:10], 10)
                print(json.dumps({"line": number, "seq": desk.say(line).result().seq}), flush=True)
            desk.draft("composer", DRAFT, len(DRAFT))
            desk.wait()
            print(json.dumps({"draft": 1}), flush=True)
    except BoardError as error:
        # The clerk's own desk gives nothing up: it says NOT SAVED, and tries again.
        print(error, "What wasn't saved may be in the book all the same.", sep="\n", file=sys.stderr)
        return error.exit_code
    return 0


def _said_so_far(verdict: Verdict) -> list[str]:
    return [text for text in verdict.texts if text in SAID]


def acknowledged(ended: Ended, key: str = "line") -> list[int]:
    """The numbers of the lines that were said to be recorded."""
    rows = [json.loads(row) for row in ended.out.splitlines() if row.startswith("{") and row.endswith("}")]
    return [row[key] for row in rows if key in row]


def books_in(folder: Path) -> Iterator[Path]:
    """Every file under a final name that is a book, or wants to be one."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(".") and _BOOK.fullmatch(path.name):
            yield path


@cache
def _held(book: Path) -> list[tuple[Any, ...]]:
    """What a book that a case begins with holds; such a book never changes."""
    return judge(book, guards=False).said


def _whole_books(case: Case, start: Case) -> Wrongs:
    """Every book under a final name is sound and holds what the first one held before."""
    held = _held(start.book)
    for path in books_in(case.folder):
        verdict = judge(path)
        if not verdict.sound:
            return {"unsound" if path == case.book else "torn": f"{path.name}: {verdict.problem}"}
        if verdict.said[: len(held)] != held:
            return {"lost": f"{path.name} lacks what was in the book before"}
    return {}


def _lines(case: Case, ended: Ended) -> Wrongs:
    """The lines in the book are the first ones, each once; all that were acknowledged, and none that was refused."""
    there = _said_so_far(judge(case.book, guards=False))
    promised = len(SAID) if ended.code == 0 else max(acknowledged(ended), default=0)
    if there != SAID[: len(there)]:
        return {"unsound": f"the lines are not the first ones, once and in order: {[text[:6] for text in there]}"}
    if len(there) < promised:
        return {"lost": f"{promised} lines acknowledged, {len(there)} in the book"}
    if len(there) > promised and not ended.died and not _leaves_open(ended):
        return {"ghost": f"{promised} lines acknowledged, {len(there)} in the book: {ended.err!r}"}
    return {}


def _leaves_open(ended: Ended) -> bool:
    """Does the sentence say that the act may be in the book all the same?"""
    return "may be in the book" in ended.err


def _take_the_rest(stage: Stage) -> Act:
    def act(case: Case) -> int:
        there = len(_said_so_far(judge(case.book, guards=False)))
        if there == len(SAID):
            return 0
        return command(case, "take", str(stage.notes), "--from", str(there + 1))

    return act


def _new(stage: Stage) -> Scenario:
    def act(case: Case) -> int:
        return command(case, "new", str(stage.agenda), "--json")

    def judged(case: Case, ended: Ended) -> Wrongs:
        if not case.book.exists():
            return {"lost": "done, and no book"} if ended.code == 0 else {}
        verdict = judge(case.book)
        if not verdict.sound:
            return {"unsound": verdict.problem}
        if ended.code == 0 and not verdict.meetings:
            return {"lost": "done, and no meeting"}
        if ended.code and verdict.meetings and not ended.died and not _leaves_open(ended):
            return {"ghost": f"refused, and the book has {verdict.meetings}: {ended.err!r}"}
        return _whole_books(case, stage.nothing)

    return Scenario("new", stage.nothing, act, judged, act)


def _take(stage: Stage) -> Scenario:
    def act(case: Case) -> int:
        return command(case, "take", str(stage.notes), "--json")

    def judged(case: Case, ended: Ended) -> Wrongs:
        return _whole_books(case, stage.met) or _lines(case, ended)

    return Scenario("take", stage.met, act, judged, _take_the_rest(stage))


def _desk(stage: Stage) -> Scenario:
    def judged(case: Case, ended: Ended) -> Wrongs:
        wrong = _whole_books(case, stage.met) or _lines(case, ended)
        if not wrong and acknowledged(ended, "draft") and DRAFT not in judge(case.book, guards=False).drafts.values():
            return {"lost": "the draft"}
        return wrong

    return Scenario("desk", stage.met, desk_work, judged, _take_the_rest(stage))


def _export(stage: Stage) -> Scenario:
    def act(case: Case) -> int:
        return command(case, "export", "--to", FORMATS, "-o", str(case.out))

    def again(case: Case) -> int:
        return command(case, "export", "--to", FORMATS, "-o", str(case.out), "--force")

    def judged(case: Case, ended: Ended) -> Wrongs:
        there = {path.name: path.read_bytes() for path in case.out.rglob("*") if not path.name.startswith(".")}
        torn = [name for name, data in there.items() if scenario.whole.get(name, data) != data]
        if torn:
            return {"torn": f"{torn[0]}, {len(there[torn[0]])} bytes"}
        if ended.code == 0 and scenario.whole.keys() - there.keys():
            return {"lost": "done, and files are missing"}
        return _whole_books(case, stage.met)

    scenario = Scenario("export", stage.met, act, judged, again)
    return scenario


def _backup(stage: Stage) -> Scenario:
    def act(case: Case) -> int:
        return command(case, "backup", str(case.out / "copy.book"))

    def again(case: Case) -> int:
        return command(case, "backup", str(case.out / "second.book"))

    def judged(case: Case, ended: Ended) -> Wrongs:
        if ended.code == 0 and not list(case.out.glob("*.book")):
            return {"lost": "done, and no copy"}
        return _whole_books(case, stage.met)

    return Scenario("backup", stage.met, act, judged, again)


def _restore(stage: Stage) -> Scenario:
    """There is the book that was there, or the copy; and of the former, if it went, all in another place."""
    copy = "copy.book"

    def act(case: Case) -> int:
        return command(case, "restore", "--force", str(case.out / copy))

    def judged(case: Case, ended: Ended) -> Wrongs:
        there = {path.name: judge(path) for path in books_in(case.folder)}
        torn = [f"{name}: {verdict.problem}" for name, verdict in there.items() if not verdict.sound]
        if torn or case.book.name not in there:
            return {"torn": torn[0] if torn else "there is no book"}
        before, copied = _held(stage.restoring.book), there[copy].said
        now = there[case.book.name].said
        if now == copied and any(verdict.said == before for verdict in there.values()):
            return {}
        if now == before and ended.code:
            return {}
        return {"lost": f"the book has {len(now)} acts, of {len(before)} before and {len(copied)} in the copy"}

    return Scenario("restore", stage.restoring, act, judged, act)


def _migrate(stage: Stage) -> Scenario:
    """A book of the first form is opened to write: it is brought up to date first, and a copy of it is kept."""

    def act(case: Case) -> int:
        return command(case, "take", str(stage.notes), "--json")

    def judged(case: Case, ended: Ended) -> Wrongs:
        return _whole_books(case, stage.older) or _lines(case, ended)

    return Scenario("migrate", stage.older, act, judged, _take_the_rest(stage))


def _erase(stage: Stage) -> Scenario:
    """The words of one act go, from the book and from every copy and log beside it; of all other acts they stay."""
    doomed = next(act for act in judge(stage.met.book).acts if SPOKEN in act.texts)

    def act(case: Case) -> int:
        return command(case, "erase", str(doomed.seq), "--reason", "a trial", "--yes", "--json")

    def judged(case: Case, ended: Ended) -> Wrongs:
        verdict = judge(case.book)
        if not verdict.sound:
            return {"unsound": verdict.problem}
        bare = (*doomed.columns[:-1], None)
        for before, now in zip(_held(stage.met.book), verdict.said, strict=False):
            if now != before and (before != doomed.columns or now != bare):
                return {"lost": f"act {before[0]} is another one"}
        left = [path.name for path in case.folder.rglob("*") if path.is_file() and SPOKEN.encode() in path.read_bytes()]
        return {"lost": f"erased, and the words are in {left}"} if left and ended.code == 0 else {}

    return Scenario("erase", stage.met, act, judged, act)


def _rescue(stage: Stage) -> Scenario:
    """What could not be saved is taken in: it is in its file until it is in the book."""

    def act(case: Case) -> int:
        return command(case, "rescue", str(case.unsaved[0])) if case.unsaved else 0

    def judged(case: Case, ended: Ended) -> Wrongs:
        wrong = _whole_books(case, stage.rescuing)
        there = _said_so_far(judge(case.book, guards=False))
        if wrong or there == SAID[:1]:
            return wrong
        kept = [path for path in case.unsaved if SAID[0] in path.read_text("utf-8")]
        return {} if kept and not there and ended.code else {"lost": f"{there} in the book, {len(kept)} files"}

    return Scenario("rescue", stage.rescuing, act, judged, act)


def _check(stage: Stage) -> Scenario:
    def act(case: Case) -> int:
        return command(case, "check")

    return Scenario("check", stage.met, act, lambda case, _: _whole_books(case, stage.met), act)
