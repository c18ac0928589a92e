"""The desk as a clerk has it: a process of its own on a real terminal, real bytes, real signals."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.cli import main
from boardtui.desk import Desk
from boardtui.desk.calling import call_meeting
from boardtui.model.acts import Act
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.meetings import SAMPLE_NAMES, SAMPLES
from support.sampling import SOAK
from support.terminal import Terminal
from support.terminal import at_the_desk_of as desk

FORMATS = "txt,md,html,docx,json"
AN_AFTERNOON = 240.0
"""Seconds that a whole meeting may take to be typed, on a machine that does other things."""
SOON = 2.0
"""Seconds within which the desk has to be gone when its terminal is, or when it is told to."""
LATEST = 0.25
"""Seconds of typing that may be lost, at most, whatever happens."""
ENTER, QUIT = "\r", "\x11"

_SEEDS = Path(__file__).parents[3] / "shared" / "corpus" / "seeds"
LONGEST = "ashmere_council"
"""The sample whose typing takes longest: only typed in the long search."""
MEETINGS = {name: SAMPLES / name for name in SAMPLE_NAMES if SOAK or name != LONGEST} | {
    notes.stem: notes.with_suffix("") for notes in sorted(_SEEDS.glob("*.notes"))
}
"""Name -> the path of its files, without suffix. The seeds are real meetings, which stay where they are."""


def lines_of(notes: Path) -> list[str]:
    return [line.strip() for line in notes.read_text("utf-8").splitlines() if line.strip()]


# --- whole meetings


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the books of all meetings, each typed as fast as its terminal takes it, all at the same time."""
    folder = tmp_path_factory.mktemp("typed")
    with ExitStack() as stack:
        open_desks: list[tuple[Terminal, str]] = []
        for name, files in MEETINGS.items():
            home = folder / name
            home.mkdir()
            book = home / "minutes.book"
            assert main(["--book", str(book), "new", f"{files}.agenda.md"]) == 0
            terminal = stack.enter_context(desk(book))
            terminal.sees("saved ")
            lines = lines_of(Path(f"{files}.notes"))
            terminal.keys("".join(line + ENTER for line in lines) + ENTER)  # closed though something is missing
            open_desks.append((terminal, lines[-1]))
        for terminal, last in open_desks:
            terminal.sees(f"✓ {last}", AN_AFTERNOON)
            terminal.keys(QUIT)
            assert terminal.waits_for_end() == 0
    return folder


def acts(book: Path) -> list[Act]:
    with Book.open(book, read_only=True) as opened:
        (meeting,) = opened.meetings()
        return [filed.act for filed in opened.acts(meeting.name)]


def exported(book: Path) -> dict[str, bytes]:
    folder = book.parent / "exported"
    assert main(["--book", str(book), "export", "--to", FORMATS, "-o", str(folder)]) == 0
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", MEETINGS)
def test_a_meeting_typed_key_by_key_is_the_meeting_taken_from_its_notes(name: str, typed: Path, tmp_path: Path) -> None:
    taken = tmp_path / "minutes.book"
    assert main(["--book", str(taken), "new", f"{MEETINGS[name]}.agenda.md"]) == 0
    assert main(["--book", str(taken), "take", f"{MEETINGS[name]}.notes"]) == 0
    assert acts(typed / name / "minutes.book") == acts(taken)
    assert draft_of(typed / name / "minutes.book") == ""
    files = exported(taken)
    assert files == exported(typed / name / "minutes.book")
    assert len(files) >= len(FORMATS.split(","))


# --- ends


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book of a meeting that is about to begin."""
    path = tmp_path / "minutes.book"
    with Book.create(path, holder="clerk") as made:
        call_meeting(made, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
    return path


@pytest.fixture
def opened(book: Path) -> Iterator[Terminal]:
    """The desk of that meeting, the meeting on it."""
    with desk(book) as terminal:
        terminal.sees("not started")
        yield terminal


def draft_of(book: Path) -> str:
    """What is half typed; the book is free for this."""
    with Book.open(book, holder="somebody else") as free:
        (meeting,) = free.meetings()
        return "".join(draft.text for draft in free.drafts(meeting.name).values())


def types_a_meeting(terminal: Terminal) -> None:
    for line in ("/start 14:00", "# 4", "The plan was received.", "- a point of order"):
        terminal.keys(line + ENTER)
    terminal.sees("✓ - a point of order")


def test_killed_in_mid_sentence_nothing_shown_is_lost(opened: Terminal, book: Path) -> None:
    types_a_meeting(opened)
    sentence = "The ambulance service hoped for more beds by the winter"
    pressed = []
    for letter in sentence:
        opened.keys(letter)
        pressed.append(time.monotonic())
    opened.sees(sentence[:10])
    killed = time.monotonic()
    opened.kill()
    assert opened.waits_for_end() == -signal.SIGKILL

    safe = sentence[: sum(when < killed - LATEST for when in pressed)]
    with desk(book) as again:
        again.sees("item 4 of 5")
        again.sees("The plan was received.")
        again.sees("• a point of order")
        kept = draft_of_screen(again, sentence)
        assert kept.startswith(safe)
        again.keys(sentence[len(kept) :] + " came" + ENTER)
        again.sees(f"✓ {sentence} came")


def draft_of_screen(terminal: Terminal, sentence: str) -> str:
    """How much of a sentence stands in the composer."""
    (row,) = [row for row in terminal.rows() if "Type what happens" in row or sentence[:10] in row]
    text = row.split("│")[1].strip()
    return text if sentence.startswith(text) else ""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["SIGTERM", "SIGHUP"])
def test_told_to_end_it_saves_and_is_gone(opened: Terminal, book: Path, number: int, code: int) -> None:
    types_a_meeting(opened)
    opened.keys("half a sentence")
    opened.sees("half a sentence")
    opened.kill(number)
    assert opened.waits_for_end(SOON) == code
    assert draft_of(book) == "half a sentence"
    assert opened.is_as_it_was or number == signal.SIGHUP


def test_a_closed_terminal_saves_and_leaves_no_orphan(opened: Terminal, book: Path) -> None:
    types_a_meeting(opened)
    opened.keys("half a sentence")
    opened.sees("half a sentence")
    opened.hang_up()
    assert opened.waits_for_end(SOON) == 129
    assert draft_of(book) == "half a sentence"


def test_leaving_puts_the_terminal_back(opened: Terminal, book: Path) -> None:
    assert not opened.is_as_it_was
    types_a_meeting(opened)
    opened.keys("half a sentence")
    opened.sees("half a sentence")
    opened.keys(QUIT)
    assert opened.waits_for_end() == 0
    assert opened.is_as_it_was
    assert draft_of(book) == "half a sentence"


def test_what_was_typed_right_before_leaving_is_kept(opened: Terminal, book: Path) -> None:
    types_a_meeting(opened)
    opened.keys(f"The plan was discussed.{ENTER}half a sentence, typed in a hurry{QUIT}")
    assert opened.waits_for_end() == 0
    assert draft_of(book) == "half a sentence, typed in a hurry"
    assert acts(book)[-1].kind == "paragraph"


# --- what a broken line or a strange terminal sends

ATTACKS = {
    "0xFF": b"\xff", "Latin-1": "café".encode("latin-1"), "UTF-8 cut short": b"\xe2\x82",
    "a key beyond Unicode": b"\x1b[99999999;1u", "a sequence cut short": b"\x1b[12;",
    "10,000 parameters": b"\x1b[" + b"1;" * 10000 + b"m", "the mouse far outside": b"\x1b[<0;9999;9999M\x1b[<0;9999;9999m",
    "a size of 100,000": b"\x1b[48;100000;100000;1;1t", "a size of nothing": b"\x1b[48;0;0;0;0t",
    "a paste that never ends": b"\x1b[200~pasted text without end",
}  # fmt: skip
CLEAR = "\x1b[F\x15"
"""End, and Ctrl+U."""


def test_no_bytes_end_the_desk(opened: Terminal) -> None:
    for number, (name, data) in enumerate(ATTACKS.items()):
        opened.keys(data)
        if "paste" in name:
            opened.sees("pasted text without end")
        opened.keys(f"{CLEAR}# {number % 5 + 1}{ENTER}{name} was survived.{ENTER}")
        opened.sees(f"┊ {name} was survived.")
    opened.keys(QUIT)
    assert opened.waits_for_end() == 0


def test_what_is_pasted_gives_the_terminal_no_orders(opened: Terminal) -> None:
    opened.keys("\x1b[200~one \x1b]52;c;aGVsbG8=\x07two \x1b]0;title\x07three \x1b[2Jfour \x9b31mfive\x1b[201~" + ENTER)
    opened.sees("┊ one two three four five")
    for order in (b"\x1b]52;", b"\x1b]0;", b"\x1b[2J", b"\xc2\x9b"):
        assert order not in opened.written


def test_no_bytes_end_the_chairs_view(book: Path) -> None:
    with desk(book, "chair") as view:
        view.sees("not started")
        view.keys(b"".join(ATTACKS.values()) + b"\x1b[201~")
        with Book.open(book, holder="clerk") as clerks:
            meeting = Desk(clerks, clerks.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)
            meeting.say("/start 14:00")
            meeting.wait()
            view.sees(lambda text: "not started" not in text)
        view.keys("q")
        assert view.waits_for_end() == 0
        assert view.is_as_it_was
