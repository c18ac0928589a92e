"""What is compared: bare Textual programs, and boardtui with an empty and with a large meeting."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

READY = "READY-SENTINEL"
BARE_APP = f"""
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("{READY}")
Bare().run()
"""
BARE_EDITOR = f"""
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea("{READY}\\n")
    def on_mount(self):
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
Bare().run()
"""
HEADER = """---
committee: Benchmark Committee
date: 4 September 2017
time: 2.00 pm
quorum: 5
"""


@dataclass(frozen=True)
class Target:
    """A program to measure. ready: what stands on its screen once it is complete."""

    name: str
    ready: str
    command: tuple[str, ...]
    env: dict[str, str]


def bare(name: str, source: str) -> Target:
    """A bare Textual program."""
    return Target(name, READY, (sys.executable, "-c", source), dict(os.environ))


MEMBERS = 60
"""How many members a full council has."""


def boardtui(name: str, folder: Path, items: int, acts: int) -> Target:
    """boardtui at the desk of a meeting with so many items and acts."""
    lines = ["/start 14:00", "/present all"]
    each = max(1, (acts - 2) // items - 1)
    for n in range(1, items + 1):
        lines.append(f"# {n}")
        lines += [f"The committee considered point {p} of business {n}, and noted it." for p in range(each)]
    return _at_the_desk(name, folder, 20, items, lines[: max(3, acts)])


def boardtui_busy(folder: Path, acts: int) -> Target:
    """boardtui at the desk of a full council with so many acts: points, comings and goings, interests, motions, votes."""
    items = max(2, acts // 60)
    lines = [
        "/start 14:00",
        "/present all",
        *(f"/declare @member{letters(n)} {n + 1} dpi land; left" for n in range(min(9, items))),
    ]
    for n in range(1, items + 1):
        one, other, third = (f"@member{letters((n * step) % MEMBERS)}" for step in (7, 11, 13))
        lines += [
            f"# {n}",
            f"The committee considered business {n}.",
            f"/leave {one} for item",
            f"/leave {other} (called away)",
        ]
        lines += [f"? {third} Point {p} of business {n}" for p in range(40)]
        lines += [f"/return {other}", f"/move {third} {other}: that business {n} be approved"]
        lines += [f"/amend {other} {third}: add “in June”", "/vote 10 30 5", "/roll all for; against " + third]
    lines = lines[: acts - 1]
    return _at_the_desk(
        f"boardtui, {MEMBERS} members, {acts} acts", folder, MEMBERS, items + 1, [*lines, f"# {items + 1}"]
    )


def _at_the_desk(name: str, folder: Path, members: int, items: int, lines: list[str]) -> Target:
    """boardtui at the desk of a meeting with so many members and items, in which these lines have been said."""
    folder.mkdir()
    agenda, notes, book = folder / "a.agenda.md", folder / "a.notes", folder / "a.book"
    people = "".join(f"member: Cllr Ann Member{letters(n)} | | | Group {n % 3}\n" for n in range(members))
    agenda.write_text(HEADER + people + "---\n" + "".join(f"{n}. Business {n}\n" for n in range(1, items + 1)))
    notes.write_text("\n".join(lines) + "\n")
    env = os.environ | {"BOARDTUI_BOOK": str(book)}
    for words in (("new", str(agenda)), ("take", str(notes))):
        subprocess.run([sys.executable, "-m", "boardtui", *words], env=env, check=True, stdout=subprocess.DEVNULL)
    return Target(name, "F1 help", (sys.executable, "-m", "boardtui", "open"), env)


def letters(number: int) -> str:
    """A number in letters, for surnames that differ: 0 is `aa`."""
    return chr(97 + number // 26) + chr(97 + number % 26)
