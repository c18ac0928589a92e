"""A fault of our own, wherever it happens: what is typed is kept, the terminal put back, a calm word said; and no word of

what is minuted is on the terminal or in any file but the book.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.desk.calling import call_meeting
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.sampling import sampled
from support.terminal import Terminal, own_environment

EXEMPT = "the tender of Larch and Daughter"
TALKATIVE = {
    "TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_LOG": "textual.log", "TEXTUAL_DEVTOOLS_PORT": "9",
    "PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "PYTHONFAULTHANDLER": "1", "PYTHONWARNINGS": "always",
}  # fmt: skip
"""Variables that have Textual and Python tell what they do."""
SCRIPT = f"""
import asyncio, atexit, sys, threading
def fail(*_, **__):
    exempt = ["{EXEMPT[:10]}" + "{EXEMPT[10:]}"]
    raise ValueError(exempt[0], exempt)
async def fail_later(*_):
    fail()
class Failing:
    def __del__(self):
        fail()
from boardtui.cli import main
def at_fault():
    PLACE
sys.argv = ["boardtui", "COMMAND"]
from boardtui.cli import quiet
plain = quiet.be_quiet
def be_quiet():  # before Textual is loaded, as in the product
    plain()
    at_fault()
quiet.be_quiet = be_quiet
raise SystemExit(main())
"""
ON_F3 = "from boardtui.clerk.screens.desk import DeskScreen; DeskScreen.action_room = "
AT_F3 = {
    "a key": "fail",
    "a timer": "lambda desk: desk.set_timer(0.01, fail)",
    "a call for later": "lambda desk: desk.call_later(fail)",
    "an answer of the book": "lambda desk: desk.app._post(fail)",
    "a callback of the loop": "lambda desk: asyncio.get_running_loop().call_soon(fail)",
    "a task": "lambda desk: asyncio.get_running_loop().create_task(fail_later()) and None",
    "a worker": "lambda desk: desk.run_worker(fail_later) and None",
    "a worker in a thread": "lambda desk: desk.run_worker(fail, thread=True) and None",
    "a thread": "lambda desk: threading.Thread(target=fail).start()",
    "the terminal's thread": "lambda desk: setattr(desk.app._driver, '_hand_on', fail)",
    "another screen": (
        "lambda desk: (setattr(__import__('boardtui.clerk.screens.reading').clerk.screens.reading.ReadingScreen, "
        "'compose', fail), desk.run_action('help'))[1]"
    ),
    "painting": "lambda desk: (setattr(type(desk._room), 'render_line', fail), desk._room.refresh()) and None",
    "a style": "lambda desk: (setattr(type(desk._room), 'get_component_rich_style', fail), desk.action_theme()) and None",
    "leaving": "lambda desk: (setattr(DeskScreen, 'on_unmount', fail), desk.app.exit()) and None",
}

USUAL = (
    "a key",
    "a timer",
    "a worker in a thread",
    "an answer of the book",
    "the terminal's thread",
    "painting",
    "leaving",
)
"""Those tried every time."""
IN_OPENING = {
    "the first picture": "from boardtui.clerk.screens.desk import DeskScreen; DeskScreen.compose = fail",
    "taking up the draft": "from boardtui.clerk.screens.desk import DeskScreen; DeskScreen.on_mount = fail",
    "the thread that loads": "from boardtui.clerk.opening import Opening; Opening._load = fail",
    "reading the meeting": "import boardtui.desk; boardtui.desk.Desk = fail",
}
AT_T = {
    "a key": "fail",
    "a timer": "lambda view: view.set_timer(0.01, fail) and None",
    "painting": "lambda view: (setattr(app.views, 'heading_runs', fail), view.show())",
    "a thread": "lambda view: threading.Thread(target=fail).start()",
}
"""In the chair's view."""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book of a meeting that is about to begin, in a home of its own."""
    path = tmp_path / "home" / "minutes.book"
    path.parent.mkdir()
    with Book.create(path, holder="clerk") as made:
        call_meeting(made, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
    return path


def faulty(book: Path, place: str, command: str = "open") -> Terminal:
    """The desk, or the chair's view, with a fault in this place."""
    script = book.parent.parent / "faulty.py"
    script.write_text(SCRIPT.replace("PLACE", place).replace("COMMAND", command), "utf-8")
    return Terminal([sys.executable, str(script)], own_environment(book) | TALKATIVE, folder=book.parent)


def words_on_disk(book: Path) -> list[Path]:
    """The files of the home in which the exempt words stand."""
    return [path for path in book.parent.rglob("*") if path.is_file() and EXEMPT.encode() in path.read_bytes()]


def is_calm(last_words: bytes, who: str = "boardtui") -> bool:
    """Is it one calm sentence, and nothing of the minutes?"""
    told = last_words.decode("utf-8", "replace")
    assert f"{who} stopped on a fault of its own: ValueError at faulty.py:5." in told
    assert told.count("stopped on a fault") == 1
    for leak in (EXEMPT, EXEMPT.split()[-1], "Traceback", "exempt", "self"):
        assert leak not in told, told
    return True


@pytest.mark.parametrize("place", sampled(AT_F3, USUAL))
def test_a_fault_says_so_calmly_and_keeps_what_was_typed(book: Path, place: str) -> None:
    with faulty(book, ON_F3 + AT_F3[place]) as desk:
        desk.sees("not started")
        desk.keys("half a sentence\x1b[D\x1b[D\x1b[D")
        desk.sees("half a sentence")
        before = len(desk.written)
        desk.keys("\x1bOR")
        assert desk.waits_for_end() == 1
        assert desk.is_as_it_was
        last_words = desk.written[before:]
    assert is_calm(last_words)
    assert b"Open it again with: boardtui open" in last_words
    assert (b"Everything recorded and typed is saved." in last_words) is (place != "leaving")
    assert words_on_disk(book) == []
    with Book.open(book, holder="clerk") as opened:
        (meeting,) = opened.meetings()
        (draft,) = opened.drafts(meeting.name).values()
    assert (draft.text, draft.caret) == ("half a sentence", len("half a sente"))


@pytest.mark.parametrize("place", sampled(IN_OPENING, ["the first picture", "reading the meeting"]))
def test_a_fault_in_opening_is_calm_and_takes_no_draft_away(book: Path, place: str) -> None:
    with Book.open(book, holder="clerk") as opened:
        (meeting,) = opened.meetings()
        opened.journal.draft(meeting.name, "composer", "half a sentence", 4)
    with faulty(book, IN_OPENING[place]) as desk:
        assert desk.waits_for_end() == 1
        last_words = bytes(desk.written)
    assert is_calm(last_words)
    with Book.open(book, holder="clerk") as opened:
        assert [(d.text, d.caret) for d in opened.drafts(meeting.name).values()] == [("half a sentence", 4)]


@pytest.mark.parametrize(
    ("fails", "code"),
    [
        ("import boardtui.clerk.app; boardtui.clerk.app.open_book = fail", 1),
        ("import boardtui.book.choosing; boardtui.book.choosing.chosen_meeting = fail", 1),
        ("import boardtui.clerk.app; boardtui.clerk.app.ClerkApp.__init__ = fail", 1),
        ("atexit.register(fail)", 0),
    ],
    ids=["opening the book", "choosing", "making the app", "at exit"],
)
def test_a_fault_before_and_after_the_screen_is_calm(book: Path, fails: str, code: int) -> None:
    with faulty(book, fails) as desk:
        if code == 0:
            desk.sees("not started")
            desk.keys("\x11")
        assert desk.waits_for_end() == code
        assert is_calm(desk.written)
    assert words_on_disk(book) == []


def test_a_fault_in_tidying_up_memory_disturbs_nobody(book: Path) -> None:
    with faulty(book, ON_F3 + "lambda desk: Failing() and None") as desk:
        desk.sees("not started")
        desk.keys("\x1bORhalf a sentence")
        desk.sees("half a sentence")
        desk.keys("\x11")
        assert desk.waits_for_end() == 0
        assert EXEMPT.encode() not in desk.written


@pytest.mark.parametrize("place", sampled(AT_T, ["painting", "a thread"]))
def test_a_fault_of_the_chairs_view_is_as_calm(book: Path, place: str) -> None:
    with faulty(book, f"from boardtui.chair import app; app.ChairApp.action_theme = {AT_T[place]}", "chair") as view:
        view.sees("not started")
        before = len(view.written)
        view.keys("t")
        assert view.waits_for_end() == 1
        assert view.is_as_it_was
        assert is_calm(view.written[before:], "The chair's view")
        assert b"The minutes are not touched by it. Open it again with: boardtui chair" in view.written
    assert words_on_disk(book) == []
