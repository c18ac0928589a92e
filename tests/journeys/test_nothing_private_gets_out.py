"""An afternoon with an exempt item, a kill, a fault and every command behind it: its words are in the book and nowhere else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from support.leaks import leaks, words_in
from support.sampling import every_third
from support.terminal import Terminal, own_environment

LEFT = b"\x1b[?1049l"
"""What brings back the shell's screen."""
ENTER, QUIT, F3 = "\r", "\x11", "\x1bOR"

WORDS = {
    "the report": "Quibblethorpe", "what is recommended": "Snodhampton", "prepared text": "Marlinspike",
    "what was said": "Thistledown", "a guest": "Wexelbridge", "a motion": "Clutterbuck", "a decision": "Fanshawley",
    "an action": "Grimblewick", "what was put right": "Hobblestone", "a jot": "Jackanapery", "half typed": "Pumpernickel",
    "never recorded": "Rumbustious",
}  # fmt: skip
"""Where it stands, and a word that stands nowhere else."""
AGENDA = f"""---
council: Marrow Vale Council
committee: Marrow Vale Board
house: partnership_board
date: 7 September 2026
time: 2.00 pm
place: Council Chamber
quorum: 2
member: Cllr Ida Penrose | Chair
member: Cllr Ben Okafor
member: Cllr Mary Quill
---
# Public Business
1. Declarations of Interest
2. Roof
# Private Business
3. Lease of the Boathouse (exempt 3)
   Report of: Rosa {WORDS["the report"]} | Valuer
   Recommendation: accept the offer of {WORDS["what is recommended"]}
   Draft: The Board considered the offer of {WORDS["prepared text"]}.
4. Any Other Business
"""
IN_PUBLIC = ("/present all", "/start 14:00", "# 2", "The roof was mended.", "/exclude 3 for 3")
IN_PRIVATE = (
    f"The tender of {WORDS['what was said']} was low.",
    f"/guest Mr A {WORDS['a guest']} | Valuer | {WORDS['a guest']} Ltd",
    f"/move @okafor: {WORDS['a motion']} be asked again",
    "/second @quill",
    "/vote 2 1 0",
    f"= {WORDS['a decision']} be instructed",
    f"! @penrose write to {WORDS['an action']} by Friday",
    f"It was {WORDS['what was put right']}.",
    "/undo",
    f"~ mind {WORDS['a jot']}",
)
AFTERWARDS = ("/readmit", "# 4", "There was no other business.", "/close 15:30", "")
"""The last Enter closes, though something is missing."""
FAULT = """
import sys
from boardtui.cli import main
from boardtui.cli import quiet
plain = quiet.be_quiet
def fail(desk):
    exempt = desk.composer.text
    raise ValueError(exempt)
def be_quiet():
    plain()
    from boardtui.clerk.screens.desk import DeskScreen
    DeskScreen.action_room = fail
quiet.be_quiet = be_quiet
sys.argv = ["boardtui", "open"]
raise SystemExit(main())
"""
COMMANDS = (
    [], ["show"], ["show", "--json"], ["history"], ["history", "--json"], ["check"], ["check", "--json"],
    ["search", "Board"], ["search", "--json", "offer"], *(["search", word] for word in every_third(list(WORDS.values()), 0)),
    ["show", "--act", "1"],
    ["take", "bad.notes"], ["take", "--check", "bad.notes"], ["export", "--to", "txt,odt", "-o", "never"],
    ["export", "--to", "txt,md,html,docx,json,pdf", "-o", "out"], ["export", "--to", "txt", "-o", "out"],
    ["backup", "copy.book"],
)  # fmt: skip
OF_THE_BOOK = (
    "minutes.book", "minutes.book-wal", "minutes.book-shm", "minutes.book.backups/*", "copy.book", "board.agenda.md",
    "*-restricted.*",
)  # fmt: skip
"""What holds the exempt item rightly: the book, its copies, the agenda, and the minutes that say on their name that they do."""


@dataclass
class Afternoon:
    """What came of it. home: the folder in which all of it happened; chair: the bytes on the chair's terminal; told: what

    commands printed, by command; after_the_fault: what stood on the clerk's terminal when the desk had gone.
    """

    home: Path
    chair: bytes = b""
    told: dict[str, bytes] = field(default_factory=dict)
    after_the_fault: str = ""


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Afternoon]:
    done = Afternoon(tmp_path_factory.mktemp("home"))
    (done.home / "tmp").mkdir()
    (done.home / "board.agenda.md").write_text(AGENDA, "utf-8")
    (done.home / "bad.notes").write_text("/nonsense\n", "utf-8")
    told(done, ["new", "board.agenda.md"])
    with on_terminal(done, ["-m", "boardtui", "chair"]) as chair:
        chair.sees("FIRST 1 Declarations of Interest")
        minute(done, chair)
        done.chair = bytes(chair.written)
    for command in COMMANDS:
        told(done, command)
    yield done


def minute(done: Afternoon, chair: Terminal) -> None:
    """The afternoon at the desk, which is killed once and breaks down once."""
    with on_terminal(done, ["-m", "boardtui", "open"]) as desk:
        desk.sees("not started")
        desk.keys("".join(line + ENTER for line in (*IN_PUBLIC, "# 3", *IN_PRIVATE)))
        desk.sees(f"✓ {IN_PRIVATE[-1]}")
        chair.sees("PRIVATE SESSION")
        desk.keys(f"/nonsense {WORDS['never recorded']}{ENTER}")
        desk.sees("✗")
        desk.kill()
        desk.waits_for_end()
    with on_terminal(done, ["-c", FAULT]) as desk:
        desk.sees(WORDS["never recorded"])
        desk.keys(f"\x15{WORDS['half typed']}")
        desk.sees(WORDS["half typed"])
        desk.keys(F3)
        desk.waits_for_end()
        done.after_the_fault = bytes(desk.written).rpartition(LEFT)[2].decode()
    with on_terminal(done, ["-m", "boardtui", "open"]) as desk:
        desk.sees(WORDS["half typed"])
        desk.keys("\x15" + "".join(line + ENTER for line in AFTERWARDS) + f"# 3{ENTER}{WORDS['half typed']}")
        desk.sees("closed")
        desk.sees(WORDS["half typed"])
        chair.sees("closed")
        desk.keys(QUIT)
        assert desk.waits_for_end() == 0


def environment(done: Afternoon) -> dict[str, str]:
    return own_environment(done.home / "minutes.book") | {
        "TMPDIR": str(done.home / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def on_terminal(done: Afternoon, arguments: list[str]) -> Terminal:
    return Terminal([sys.executable, *arguments], environment(done), folder=done.home)


def told(done: Afternoon, command: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "boardtui", *command],
        env=environment(done),
        cwd=done.home,
        capture_output=True,
        check=False,
    )
    done.told[" ".join(command)] = run.stdout + run.stderr


def test_no_word_is_in_any_file_but_the_books_own(afternoon: Afternoon) -> None:
    assert leaks(afternoon.home, WORDS.values(), OF_THE_BOOK) == []


def test_no_word_is_on_the_chairs_terminal(afternoon: Afternoon) -> None:
    assert b"PRIVATE SESSION" in afternoon.chair
    assert words_in(afternoon.chair, WORDS.values()) == []


def test_no_word_is_printed_by_a_command_that_was_not_told_to(afternoon: Afternoon) -> None:
    assert {command: words for command, out in afternoon.told.items() if (words := words_in(out, WORDS.values()))} == {}
    assert b"The roof was mended." in afternoon.told["show"]
    assert b"Nothing found." in afternoon.told[f"search {WORDS['what was said']}"]


def test_no_word_stands_on_the_terminal_when_the_desk_broke_down(afternoon: Afternoon) -> None:
    assert "ValueError" in afternoon.after_the_fault
    assert words_in(afternoon.after_the_fault.encode(), WORDS.values()) == []


def test_the_words_were_all_there_to_get_out(afternoon: Afternoon) -> None:
    """The control: the book and the restricted minutes hold them, and a look at those finds them."""
    found = leaks(afternoon.home, WORDS.values(), ("board.agenda.md",))
    in_the_book = {word for file, word in (line.split(": ") for line in found) if file.startswith("minutes.book")}
    assert in_the_book >= set(WORDS.values()) - {WORDS["never recorded"]}
    printed = {WORDS[where] for where in ("what was said", "a guest", "a motion", "a decision", "an action")}
    for kind in ("txt", "md", "html", "docx", "json"):
        restricted = f"out/2026-09-07-marrow-vale-board-restricted.{kind}"
        assert {word for file, word in (line.split(": ") for line in found) if file == restricted} >= printed


@pytest.mark.parametrize("how", ["plain", "UTF-16", "base64", "in a Word file", "in a name", "in colours"])
def test_a_leak_is_seen(afternoon: Afternoon, tmp_path: Path, how: str) -> None:
    """The control: each way to leak a word, planted."""
    word = WORDS["a jot"]
    home = tmp_path / "home"
    shutil.copytree(afternoon.home, home, ignore=shutil.ignore_patterns("minutes.book*"))
    log = home / "tmp" / "boardtui.log"
    if how == "in a Word file":
        with zipfile.ZipFile(home / "tmp" / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", f"<w:t>{word}</w:t>")
    elif how == "in a name":
        (home / "tmp" / f"minutes of {word}.txt").write_text("nothing")
    else:
        log.write_bytes({
            "plain": f"typed: {word}".encode(), "UTF-16": f"typed: {word}".encode("utf-16-be"),
            "base64": b64encode(f"typed: {word}!".encode()), "in colours": f"\x1b[1m{word[:4]}\x1b[0m{word[4:]}".encode(),
        }[how])  # fmt: skip
    assert len(leaks(home, WORDS.values(), OF_THE_BOOK)) == 1
