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


def boardtui(name: str, folder: Path, items: int, acts: int) -> Target:
    """boardtui at the desk of a meeting with so many items and acts."""
    folder.mkdir()
    agenda, notes, book = folder / "a.agenda.md", folder / "a.notes", folder / "a.book"
    people = "".join(f"member: Cllr Ann Member{letters(n)} | | | Group\n" for n in range(20))
    agenda.write_text(HEADER + people + "---\n" + "".join(f"{n}. Business {n}\n" for n in range(1, items + 1)))
    lines = ["/start 14:00", "/present all"]
    each = max(1, (acts - 2) // items - 1)
    for n in range(1, items + 1):
        lines.append(f"# {n}")
        lines += [f"The committee considered point {p} of business {n}, and noted it." for p in range(each)]
    lines = lines[: max(3, acts)]
    notes.write_text("\n".join(lines) + "\n")
    env = os.environ | {"BOARDTUI_BOOK": str(book)}
    for words in (("new", str(agenda)), ("take", str(notes))):
        subprocess.run([sys.executable, "-m", "boardtui", *words], env=env, check=True, stdout=subprocess.DEVNULL)
    return Target(name, "F1 help", (sys.executable, "-m", "boardtui", "open"), env)


def letters(number: int) -> str:
    """A number in letters, for surnames that differ: 0 is `aa`."""
    return chr(97 + number // 26) + chr(97 + number % 26)
