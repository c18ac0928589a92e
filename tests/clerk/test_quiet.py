"""With everything asked for that has Textual and Python tell what they do, nothing of the minutes lands anywhere else."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.chair.app import ChairApp
from boardtui.clerk.app import ClerkApp
from boardtui.clerk.screens.book import BookScreen
from boardtui.clerk.screens.desk import DeskScreen
from boardtui.clerk.screens.palette import PaletteScreen, found_commands
from boardtui.clerk.screens.reading import ReadingScreen
from boardtui.clerk.screens.trail import TrailScreen
from boardtui.desk.calling import call_meeting
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.terminal import at_the_desk_of

TYPED = "the tender of Larch and Daughter"
TALKATIVE = {
    "TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_LOG": "textual.log", "TEXTUAL_SLOW_THRESHOLD": "100",
    "TEXTUAL_SCREENSHOT": "1", "TEXTUAL_SCREENSHOT_LOCATION": ".", "TEXTUAL_SCREENSHOT_FILENAME": "shot.svg",
    "TEXTUAL_PRESS": "h,i,enter", "TEXTUAL_SHOW_RETURN": "1", "TEXTUAL_DEVTOOLS_HOST": "127.0.0.1",
    "TEXTUAL_ALLOW_SIGNALS": "1", "PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "PYTHONFAULTHANDLER": "1",
    "PYTHONWARNINGS": "always", "PYTHONBREAKPOINT": "print",
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book of a meeting that is about to begin, in a home of its own."""
    path = tmp_path / "home" / "minutes.book"
    path.parent.mkdir()
    with Book.create(path, holder="clerk") as made:
        call_meeting(made, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
    return path


def told_in(folder: Path) -> set[str]:
    """The names of the files that have the words in them, or any other of a day's minuting that isn't the book's."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    own = [path for path in files if path.name.startswith("minutes.book") or ".backups" in str(path.parent)]
    return {path.name for path in files if path not in own and (b"Larch" in path.read_bytes() or path.suffix in LEAKS)}


LEAKS = {".log", ".svg", ".json", ".txt"}


@pytest.mark.parametrize("command", ["open", "chair"])
def test_nothing_is_told_to_logs_files_or_sockets(book: Path, command: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as console:
        console.setblocking(False)
        asked = TALKATIVE | {"TEXTUAL_DEVTOOLS_PORT": str(console.getsockname()[1])}
        with at_the_desk_of(book, command, **asked) as desk:
            desk.sees("not started")
            if command == "open":
                desk.keys(f"/start 14:00\r# 4\r{TYPED}.\r{TYPED} half typed\x1bOP")
                desk.sees("MOST OF THE WORK")
                desk.keys("\x1b")
                desk.sees(f"✓ {TYPED}.")
                desk.sees("half typed")
            desk.keys("\x11")
            assert desk.waits_for_end() == 0
            shell = desk.written[desk.written.rfind(b"\x1b[?1049l") :]
        with pytest.raises(BlockingIOError):
            console.accept()
    assert b"Larch" not in shell
    assert told_in(book.parent) == set()


def test_no_memory_is_left_on_the_disk_and_nobody_logs() -> None:
    say = "import resource, logging; print(resource.getrlimit(resource.RLIMIT_CORE), logging.root.manager.disable)"
    code = f"from boardtui.cli.quiet import be_quiet; be_quiet(); {say}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "(0, 0) 50\n"


def test_variables_that_only_say_how_to_draw_are_heeded() -> None:
    names = ("TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_ANIMATIONS", "TEXTUAL_LOG", "TEXTUAL")
    code = f"import os; from boardtui.cli.quiet import be_quiet; be_quiet(); print(*(n for n in {names} if n in os.environ))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict.fromkeys(names, "1")
    )
    assert done.stdout.split() == ["TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_ANIMATIONS"]


@pytest.mark.parametrize(
    "place", [ClerkApp, ChairApp, DeskScreen, BookScreen, PaletteScreen, ReadingScreen, TrailScreen]
)
def test_no_key_takes_a_picture_or_opens_what_textual_offers(place: type) -> None:
    actions = {binding.action for _, binding in place._merged_bindings or ()}
    assert not [
        action for action in actions if any(word in action for word in ("screenshot", "command_palette", "suspend"))
    ]


@pytest.mark.parametrize("words", ["screenshot", "svg", "picture", "save", "suspend"])
def test_no_command_takes_a_picture(words: str) -> None:
    assert not [value for value, _, _ in found_commands(words) if words in value]
