"""Told to end from outside, it has saved and is gone within two seconds, whatever it is doing and whatever hangs."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.desk.calling import call_meeting
from boardtui.model.acts.text import Paragraph
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.nursery import born_at_the_desk_of
from support.sampling import sampled
from support.terminal import Terminal

SOON = 2.0
"""Seconds within which it has to be gone."""
HALF = "half a sentence"
NEVER = "lambda *_, **__: threading.Event().wait()"
SCREENS = {
    "help": ("\x1bOP", "MOST OF THE WORK"),
    "gaps": ("\x1bOS", "Gaps: "),
    "palette": ("\x10", "What do you want to do?"),
    "trail": ("\x1b[24~", "Trail · "),
    "register": ("\x1b[21~", "Register · "),
}
"""What opens a screen, and what it shows."""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book of a meeting that has begun."""
    path = tmp_path / "minutes.book"
    with Book.create(path, holder="clerk") as made:
        desk = call_meeting(made, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
        for line in ("/present all", "/start 14:00", "# 4"):
            desk.say(line)
        desk.wait()
    return path


def draft_of(book: Path) -> str:
    """What is half typed; the book is free for this."""
    with Book.open(book, holder="somebody else") as free:
        (meeting,) = free.meetings()
        return "".join(draft.text for draft in free.drafts(meeting.name).values())


def half_typed(terminal: Terminal) -> Terminal:
    terminal.sees("item 4 of 5")
    terminal.keys(HALF)
    terminal.sees(HALF)
    return terminal


def end(terminal: Terminal, how: str) -> None:
    """End it, and see that it is gone in time."""
    if how == "closed":
        terminal.hang_up()
        assert terminal.waits_for_end(SOON) == 129
    else:
        number = signal.Signals[how]
        terminal.kill(number)
        assert terminal.waits_for_end(SOON) == 128 + number


@pytest.mark.parametrize("how", sampled(["SIGTERM", "closed"], ["closed"]))
@pytest.mark.parametrize("screen", sampled(SCREENS, ["help", "trail"]))
def test_on_every_screen(book: Path, screen: str, how: str) -> None:
    keys, shown = SCREENS[screen]
    with born_at_the_desk_of(book) as desk:
        half_typed(desk).keys(keys)
        desk.sees(shown)
        end(desk, how)
        assert how == "closed" or desk.is_as_it_was
    assert draft_of(book).startswith(HALF)


@pytest.mark.parametrize("how", sampled(["SIGINT", "closed"], ["closed"]))
def test_before_the_list_of_meetings(book: Path, how: str) -> None:
    with born_at_the_desk_of(book, None) as desk:
        desk.sees("The minute book")
        end(desk, how)
        assert b"Traceback" not in desk.written
    assert draft_of(book) == ""


@pytest.mark.parametrize("how", ["SIGINT", "SIGQUIT", "SIGHUP"])
def test_by_every_signal_without_a_word(book: Path, how: str) -> None:
    with born_at_the_desk_of(book) as desk:
        before = len(half_typed(desk).written)
        end(desk, how)
        assert desk.is_as_it_was
        assert b"Traceback" not in desk.written[before:]
    assert draft_of(book) == HALF


@pytest.mark.parametrize("how", sampled(["SIGTERM", "closed"], ["SIGTERM"]))
@pytest.mark.parametrize("entered", [False, True], ids=["loading", "Enter waiting for it"])
def test_while_the_meeting_is_being_read(book: Path, how: str, entered: bool) -> None:
    with born_at_the_desk_of(book, changes=f"import boardtui.desk; boardtui.desk.Desk = {NEVER}") as desk:
        desk.sees("opening")
        desk.keys(HALF)
        desk.sees(HALF)
        desk.keys("\r" if entered else "")
        end(desk, how)
    assert draft_of(book) == HALF


@pytest.mark.parametrize("how", ["SIGTERM", "closed"])
def test_while_a_paste_is_recorded(book: Path, how: str) -> None:
    lines = [f"Line {number} of the report." for number in range(400)]
    with born_at_the_desk_of(book) as desk:
        desk.sees("item 4 of 5")
        desk.keys(f"\x1b[200~{chr(13).join(lines)}\x1b[201~")
        desk.sees("Line 399 of the report.")
        end(desk, how)
    with Book.open(book, holder="somebody else") as free:
        (meeting,) = free.meetings()
        acts = [filed.act for filed in free.acts(meeting.name)]
        (draft,) = free.drafts(meeting.name).values()
    recorded = [str(act.text.parts[0]) for act in acts if isinstance(act, Paragraph)]
    assert " ".join([one for one in recorded if one.startswith("Line")] + [draft.text]) == " ".join(lines)


@pytest.mark.parametrize("how", sampled(["SIGTERM", "SIGHUP", "SIGINT", "closed"], ["SIGTERM", "closed"]))
def test_with_a_terminal_that_nobody_reads(book: Path, how: str) -> None:
    with born_at_the_desk_of(book) as desk:
        half_typed(desk)
        desk.is_left_unread()
        if how == "closed":
            end(desk, how)
        else:
            number = signal.Signals[how]
            desk.kill(number)
            assert desk.waits_for_end(SOON, reading=False) == 128 + number
    assert draft_of(book) == HALF


@pytest.mark.parametrize("how", ["SIGTERM", "closed"])
def test_with_a_disk_that_hangs(book: Path, how: str) -> None:
    hangs = f"import boardtui.book.commits; boardtui.book.commits.keep_drafts = {NEVER}"
    with born_at_the_desk_of(book, changes=hangs) as desk:
        half_typed(desk)
        desk.sees("NOT SAVED")
        end(desk, how)
    assert draft_of(book) == ""
    rescued = list((book.parent / ".local" / "share" / "boardtui" / "rescue").iterdir())
    assert any(HALF in one.read_text("utf-8") for one in rescued)


@pytest.mark.parametrize("how", sampled(["SIGTERM", "SIGINT", "closed"], ["SIGTERM", "closed"]))
def test_the_chairs_view(book: Path, how: str) -> None:
    with born_at_the_desk_of(book, "chair") as view:
        view.sees("Presented by Dr Aled ap Rhys")
        end(view, how)
        assert b"Traceback" not in view.written


# --- stopped and going on


def test_stopped_from_outside_it_has_saved_and_says_that_it_has_the_book(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        half_typed(desk)
        desk.kill(signal.SIGTSTP)
        desk.waits_until_stopped()
        desk.sees("boardtui is stopped and still has the book. Bring it back with: fg")
        assert desk.is_as_it_was
        with Book.open(book, read_only=True) as looked:
            (draft,) = looked.drafts(looked.meetings()[0].name).values()
        assert draft.text == HALF
        desk.kill(signal.SIGCONT)
        desk.sees(lambda text: HALF in text and "item 4 of 5" in text)
        desk.keys(", whole\r")
        desk.sees(f"✓ {HALF}, whole")
        end(desk, "SIGTERM")


def test_held_and_let_go_it_is_painted_anew_and_each_letter_comes_once(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        half_typed(desk)
        desk.kill(signal.SIGSTOP)
        desk.waits_until_stopped()
        before = len(desk.written)
        desk.kill(signal.SIGCONT)
        desk.sees(lambda _: b"half a sentence" in desk.written[before:])
        desk.keys(", each letter once\r")
        desk.sees(f"✓ {HALF}, each letter once")
        desk.keys("\x11")
        assert desk.waits_for_end() == 0
        assert desk.is_as_it_was


def test_the_key_of_the_shell_stops_nothing(book: Path) -> None:
    with born_at_the_desk_of(book) as desk:
        half_typed(desk).keys("\x1a\x1a\x1a")
        desk.sees("Type what happens")
        desk.keys("\x19\x19and on\r")
        desk.sees("✓ ")
        end(desk, "SIGTERM")
