"""The commands that open a screen: the book, the desk, the chair's view, the demo."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from boardtui.cli.parser import book_path
from boardtui.errors import UsageError


def has_terminal() -> bool:
    """Is there a terminal to draw on and to type at?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _need_terminal(instead: str) -> None:
    if not has_terminal():
        raise UsageError("This needs a terminal to draw on.", f"Without one, use: {instead}")


def run_book(given: argparse.Namespace) -> int:
    """`boardtui`: the book's meetings, on a screen or, without a terminal, as lines."""
    if not has_terminal():
        return _print_book(given)
    from boardtui.clerk.app import run_clerk

    return run_clerk(book_path(given.book), None)


def _print_book(given: argparse.Namespace) -> int:
    from boardtui.book import Book

    with Book.open(book_path(given.book), read_only=True) as book:
        rows = book.meetings()
    for row in rows:
        print(f"{row.name}  {row.body}  {row.day}  {row.stage}")
    if not rows:
        print("The book is empty. Make a meeting with: boardtui new AGENDA")
    return 0


def run_open(given: argparse.Namespace) -> int:
    """`boardtui open [MEETING]`."""
    _need_terminal("boardtui show")
    from boardtui.clerk.app import run_clerk

    return run_clerk(book_path(given.book), given.meeting or "")


def run_chair(given: argparse.Namespace) -> int:
    """`boardtui chair [MEETING] [--for ROOM] [--restricted] [--text]`."""
    from boardtui.chair.audience import Audience

    audience = Audience(given.audience)
    if given.restricted and audience is Audience.ROOM:
        raise UsageError(
            "What is restricted is never shown to the room.", "Leave --restricted out, or: boardtui chair --restricted"
        )
    if given.text:
        from boardtui.cli.chairing import tell_chair

        return tell_chair(book_path(given.book), given.meeting, audience=audience, whole=given.restricted)
    _need_terminal("boardtui chair --text")
    from boardtui.chair.app import run_chair as follow

    return follow(book_path(given.book), given.meeting, audience=audience, whole=given.restricted)


def run_demo(given: argparse.Namespace) -> int:
    """`boardtui demo`: a sample meeting in a book that is thrown away."""
    from boardtui.samples import DEFAULT_SAMPLE, sample, samples

    if given.list:
        for one in samples():
            print(f"{one.name}  {one.about}")
        return 0
    chosen = sample(given.sample or DEFAULT_SAMPLE)
    with tempfile.TemporaryDirectory(prefix="boardtui-demo-") as folder:
        path = Path(folder) / "demo.book"
        name = _fill(path, chosen.agenda, chosen.notes if given.finished or not has_terminal() else None)
        if not has_terminal():
            from boardtui.cli.parser import build_parser
            from boardtui.cli.recording import run_show

            return run_show(build_parser().parse_args(["--book", str(path), "show", name]))
        from boardtui.clerk.app import run_clerk

        return run_clerk(path, name, demo=True)


def _fill(path: Path, agenda: Path, notes: Path | None) -> str:
    """Make the demo's book, with the meeting and, if given, its notes. Returns the meeting's name."""
    from boardtui.agendas.native import read_agenda
    from boardtui.book import Book, local_now
    from boardtui.cli.here import who
    from boardtui.desk.calling import call_meeting
    from boardtui.desk.sources import read_source
    from boardtui.desk.taking import take_notes

    book = Book.open_or_create(path, holder=who())
    try:
        desk = call_meeting(book, read_agenda(read_source(str(agenda)), agenda.name), clock=local_now, actor=who())
        if notes is not None:
            for _ in take_notes(desk, read_source(str(notes)), notes.name):
                pass
    finally:
        book.close()
    return desk.meeting
