"""A meeting to be hurt: a small board's, begun, in a book of its own, and the desk and the judge for it."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from faults import forks
from faults.oracle import copied, judge
from support.terminal import Terminal, own_environment

AGENDA = """---
committee: Harrow Fold Board
date: {day}
time: 2.00 pm
---
1. Welcome
2. Minutes of the last meeting
3. Roads
4. Budget
"""
BEGUN = "/start 14:00\n# 3\n"
SAVED = re.compile(r"saved (\d\d):(\d\d):(\d\d)")
"""The mark: what was typed before that second is on the disk."""
NUMBERED = re.compile(r"L(\d{5}) ")
"""How each line that the harness types begins, so that it is known again wherever it stands."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a book was found to hold. problem: '' if it is sound; lines: the typed lines recorded, in order;

    draft, caret: what was being typed; seqs: how many acts; head: the hash of the last one.
    """

    problem: str = ""
    lines: list[str] = field(default_factory=list)
    draft: str = ""
    caret: int = 0
    seqs: int = 0
    head: str = ""


class Meeting:
    """A meeting in a book of its own, in this folder, which goes with it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.book = folder / "minutes.book"
        self.env = own_environment(self.book) | {"BOARDTUI_BACKUPS": "0"}
        (folder / "a.agenda.md").write_text(AGENDA.format(day=f"{date.today():%d %B %Y}"), "utf-8")
        (folder / "a.notes").write_text(BEGUN, "utf-8")
        for words in (["new", str(folder / "a.agenda.md")], ["take", str(folder / "a.notes")]):
            code, printed = forks.run(words, self.env)
            assert code == 0, printed

    def copy(self, folder: Path) -> Meeting:
        """The same meeting, in another folder. Only while nobody has it open."""
        shutil.copytree(self.folder, folder)
        other = object.__new__(Meeting)
        other.folder, other.book = folder, folder / self.book.name
        other.env = self.env | own_environment(other.book)
        return other

    def throw_away(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def desk(self, plant: forks.Plant | None = None, words: Sequence[str] = ("open",)) -> Terminal:
        """The desk on a terminal of its own. plant: a fault to plant in it."""
        return forks.Fork(words, self.env, plant=plant)

    def real_desk(self, words: Sequence[str] = ("open",)) -> Terminal:
        """The same, started the usual way."""
        return Terminal([*forks.REAL, *words], self.env)

    def found(self, *, guards: bool = False) -> Found:
        """Look at a copy of the book, so that the app still has to do all the mending itself. guards: try to break in, too."""
        (self.folder / "judged").mkdir(exist_ok=True)
        copy = copied(self.book, self.folder / "judged" / "copy.book")
        try:
            return self._look(copy, guards=guards)
        finally:
            shutil.rmtree(copy.parent)

    def _look(self, copy: Path, *, guards: bool) -> Found:
        verdict = judge(copy, in_place=True, guards=guards)
        if not verdict.sound:
            return Found(verdict.problem)
        lines = [text for text in verdict.texts if NUMBERED.match(text)]
        with closing(sqlite3.connect(copy)) as raw:
            drafts = raw.execute("SELECT text, caret FROM draft WHERE text <> ''").fetchall()
        if len(drafts) > 1:
            return Found(f"{len(drafts)} drafts, where one thing was typed")
        text, caret = drafts[0] if drafts else ("", 0)
        return Found("", lines, text, caret, len(verdict.acts), verdict.head)

    def check(self, found: Found) -> str:
        """What `boardtui check` says against what was found; '' when it agrees."""
        code, printed = forks.run(["check", "--json"], self.env)
        try:
            said = json.loads(printed)
        except ValueError:
            return f"check: {printed[:200]}"
        same = (said["acts"], said["head"], said["problems"]) == (found.seqs, found.head, [])
        return "" if same and code == 0 else f"check: exit {code}: {printed[:200]}"


def is_ready(text: str) -> bool:
    """Does the screen say that the meeting is on the desk?"""
    return SAVED.search(text) is not None


def saved_until(text: str) -> float | None:
    """Up to which moment the mark on the screen says all is saved, in seconds of the wall clock; None without a mark."""
    mark = SAVED.search(text)
    if mark is None:
        return None
    now = datetime.now()
    hour, minute, second = map(int, mark.groups())
    moment = now.replace(hour=hour, minute=minute, second=second, microsecond=0).timestamp()
    return moment if moment <= now.timestamp() + 1 else None  # of yesterday: just before midnight


def held_up(pid: int) -> Callable[[], float]:
    """How long, in seconds, the threads of a process have stood ready and waited for a processor; 0.0 where nobody knows."""
    tasks = Path(f"/proc/{pid}/task")

    def so_far() -> float:
        waited = 0
        try:
            for task in tasks.iterdir():
                waited += int((task / "schedstat").read_text().split()[1])
        except (OSError, IndexError, ValueError):
            return 0.0
        return waited / 1e9

    return so_far
