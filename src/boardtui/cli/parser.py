"""Which commands there are, what they take, and an example of each."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from boardtui import __version__
from boardtui.minutes.formats import FORMATS
from boardtui.model.text import literal

Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """argparse, saying what is wrong in one line and what to do in one."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        self.exit(2, f"{self.prog}: {literal(message)}.\nSee: {self.prog} --help\n")


def book_path(given: str | None) -> Path:
    """The book to use: as given, else BOARDTUI_BOOK, else minutes.book in the user's data folder."""
    chosen = given or os.environ.get("BOARDTUI_BOOK", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("boardtui", appauthor=False) / "minutes.book"


def _command(name: str) -> Run:
    """A command's function, imported when it is run."""

    def run(given: argparse.Namespace) -> int:
        from importlib import import_module

        module, function = name.split(":")
        found: Run = getattr(import_module(f"boardtui.cli.{module}"), function)
        return found(given)

    return run


_ANY_AGENDA = "the agenda as you have it: as Word (.docx), PDF, a saved modern.gov page or its XML, text or Markdown"


def build_parser() -> Parser:
    """The whole command line."""
    parser = Parser(
        prog="boardtui",
        description="Minute a committee meeting live, and have the draft finished when the chair closes it.",
        epilog="Without a command: the book, with its meetings. First steps: boardtui demo",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"boardtui {__version__}")
    parser.add_argument("--book", metavar="FILE", help="the minute book (BOARDTUI_BOOK sets it too)")
    parser.set_defaults(run=_command("screens:run_book"))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)

    add = _adding_to(commands)
    _screen_commands(add)
    _agenda_commands(add)
    _record_commands(add)
    _house_commands(add)
    _book_commands(add)
    return parser


Add = Callable[[str, str, str, str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it, what it does, an example."""


def _adding_to(commands: argparse._SubParsersAction[Parser]) -> Add:
    def add(name: str, run: str, help: str, example: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name,
            help=help,
            description=f"{help[0].upper()}{help[1:]}.",
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.set_defaults(run=_command(run))
        return command

    return add


def _meeting(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "meeting", nargs="?", metavar="MEETING", help="its name in the book; not needed if there is one"
    )


def _screen_commands(add: Add) -> None:
    demo = add("demo", "screens:run_demo", "open a sample meeting in a book that is thrown away", "boardtui demo")
    demo.add_argument("sample", nargs="?", metavar="SAMPLE", help="which one (boardtui demo --list)")
    demo.add_argument("--list", action="store_true", help="list the samples")
    demo.add_argument("--finished", action="store_true", help="with its notes already recorded")
    _meeting(
        add("open", "screens:run_open", "open a meeting at the clerk's desk", "boardtui open 2026-09-04-health-board")
    )
    chair = add("chair", "screens:run_chair", "follow a meeting on a second screen", "boardtui chair --for room")
    _meeting(chair)
    chair.add_argument(
        "--for", dest="audience", choices=["chair", "room", "clerk"], default="chair",
        help="the chair, with the words to say; the room, on a projector; the clerk, with what is missing",
    )  # fmt: skip
    chair.add_argument("--restricted", action="store_true", help="with what is said in private, for the chair's eyes")
    chair.add_argument("--text", action="store_true", help="a line for each change, for a screen reader or a pipe")


def _agenda_commands(add: Add) -> None:
    agenda = add(
        "agenda",
        "agendas:run_agenda",
        "make an agenda file of an agenda of any kind, and say what is doubtful, left over or missing",
        "boardtui agenda september.docx -o september.agenda.md",
    )
    agenda.add_argument("source", metavar="SOURCE", help=f"{_ANY_AGENDA}; - for standard input")
    agenda.add_argument("-o", "--output", metavar="FILE", help="the agenda file to write; by default it is printed")
    agenda.add_argument("--force", action="store_true", help="write over a file that exists")
    agenda.add_argument("--json", action="store_true", help="for a program: the agenda, and all that was said of it")
    new = add(
        "new",
        "agendas:run_new",
        "enter a meeting from its agenda, or begin with the last agenda of its body",
        "boardtui new september.agenda.md\n  boardtui new --body 'health board' -o october.agenda.md",
    )
    new.add_argument(
        "agenda",
        nargs="?",
        metavar="SOURCE",
        help=f"an agenda file (.agenda.md), entered at once; or {_ANY_AGENDA}, reviewed first; - for standard input; "
        "by default the next meeting of a body in the book: its members, its standing items and what was put off",
    )
    new.add_argument("--body", metavar="NAME", help="of the next meeting; not needed where the book has one body")
    new.add_argument("-o", "--output", metavar="FILE", help="of the next meeting: write its agenda, and enter nothing")
    new.add_argument("--force", action="store_true", help="write over a file that exists")
    new.add_argument("--json", action="store_true", help="print the meeting's name for a program")

    for command in (agenda, new):
        command.add_argument(
            "--members",
            metavar="FILE",
            help="who sits on the body, instead of those the agenda names: CSV, modern.gov's XML or Popolo JSON",
        )
        command.add_argument(
            "--house",
            metavar="NAME",
            help="the house style that prints it; by default the one of the body's last meeting",
        )


def _record_commands(add: Add) -> None:
    take = add("take", "recording:run_take", "record a file of notes, line by line", "boardtui take september.notes")
    take.add_argument("notes", metavar="NOTES", help="a text file, one act a line; - for standard input")
    take.add_argument("meeting", nargs="?", metavar="MEETING", help="its name in the book; not needed if there is one")
    take.add_argument("--from", dest="start", type=int, default=1, metavar="LINE", help="begin with this line")
    take.add_argument("--check", action="store_true", help="only read the notes, record nothing")
    take.add_argument("--json", action="store_true", help="print each line recorded for a program")
    show = add("show", "recording:run_show", "print the draft minutes as plain text", "boardtui show | less")
    _meeting(show)
    show.add_argument("--at", metavar="WHEN", help="as they stood then: 14:32, '2026-09-04 14:32', or after act 57")
    show.add_argument("--now", action="store_true", help="where the meeting is: what chair shows, as text")
    show.add_argument("--version", metavar="VERSION", help="draft, approved or amended")
    show.add_argument("--house", metavar="NAME", help="in another house style, or in the meeting's own as it is now")
    show.add_argument("--restricted", action="store_true", help="with what must not go out")
    show.add_argument("--json", action="store_true", help="as data")
    history = add(
        "history", "history:run_history", "list every act: who, when, what became of it", "boardtui history | less -S"
    )
    _meeting(history)
    history.add_argument("--item", metavar="NUMBER", help="only those of an item of the agenda")
    history.add_argument("--act", type=int, metavar="NUMBER", help="one act, with all that corrected it")
    history.add_argument("--restricted", action="store_true", help="with what must not go out")
    history.add_argument("--json", action="store_true", help="for a program")
    export = add(
        "export",
        "recording:run_export",
        "write the draft minutes, and lists made of them, to files",
        "boardtui export --to docx,html,csv -o september/",
    )
    _meeting(export)
    known = "; ".join(f"{name}: {one.does}" for name, one in FORMATS.items())
    export.add_argument(
        "--to", default="docx", metavar="FORMATS", help=f"one or several with commas, as in docx,csv. {known}"
    )
    export.add_argument("-o", "--output", default=".", metavar="PATH", help="a folder, or a file for one format")
    export.add_argument(
        "--version", metavar="VERSION", help="draft, approved or amended, instead of the minutes as they stand"
    )
    export.add_argument("--house", metavar="NAME", help="in another house style, or in the meeting's own as it is now")
    export.add_argument(
        "--base",
        metavar="FILE",
        help="write the minutes in Word over this .docx, with {minutes} where they go; "
        "by default the one that lies beside your house styles under the name of the style",
    )
    export.add_argument("--force", action="store_true", help="write over files that exist")
    export.add_argument("--json", action="store_true", help="print what was written for a program")
    compare = add(
        "compare",
        "comparing:run_compare",
        "what changed between the draft and the approved minutes, or two others, word by word",
        "boardtui compare 2026-09-14-parish-council\n  boardtui compare draft.json signed.json",
    )
    compare.add_argument(
        "before",
        nargs="?",
        metavar="MEETING",
        help="its name in the book; or with two files the earlier one, written with: boardtui export --to json",
    )
    compare.add_argument("after", nargs="?", metavar="AFTER", help="the later file; - for standard input")
    compare.add_argument("--from", dest="earlier", metavar="VERSION", help="of a meeting, instead of its draft")
    compare.add_argument("--to", dest="later", metavar="VERSION", help="of a meeting, instead of the newest")
    compare.add_argument("--restricted", action="store_true", help="of a meeting, with what must not go out")
    compare.add_argument("--json", action="store_true", help="for a program")
    _approve(add)


def _approve(add: Add) -> None:
    approve = add(
        "approve",
        "approving:run_approve",
        "put on record that a later meeting approved the minutes, with its corrections",
        "boardtui approve 2026-09-14-parish-council",
    )
    _meeting(approve)
    by = approve.add_mutually_exclusive_group()
    by.add_argument("--by", metavar="MEETING", help="the later meeting, if it is in the book; by default it is found")
    by.add_argument("--on", metavar="DAY", help="its day, if it is not in the book: 2026-10-12")
    by.add_argument(
        "--reopen", metavar="WHY", help="a later meeting amends approved minutes: they can be changed again"
    )
    by.add_argument("--revoke", metavar="WHY", help="the approval was a mistake: the minutes are a draft again")
    approve.add_argument(
        "--signed-on", metavar="DAY", help="when they were signed, if the later meeting doesn't say so"
    )
    approve.add_argument("--signed-by", metavar="NAME", help="by whom")
    approve.add_argument("--draft", metavar="WHEN", help="the draft was sent then: 2026-10-05, or after act 57")
    approve.add_argument(
        "--correct",
        action="append",
        default=[],
        metavar="WORDS",
        help='a correction more, as in --correct \'minute 43: for "x" read "y"\'',
    )
    approve.add_argument(
        "--as-it-stands", action="store_true", help="also with corrections that only you can have made"
    )
    approve.add_argument("--check", action="store_true", help="only say what it would do")
    approve.add_argument("--restricted", action="store_true", help="show corrections that must not go out, too")
    approve.add_argument("--json", action="store_true", help="for a program")


def _house_commands(add: Add) -> None:
    house = add(
        "house", "houses:run_list", "how minutes are worded and laid out: styles as files", "boardtui house list"
    )
    one = _adding_to(house.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser))
    listed = one("list", "houses:run_list", "list the styles, those that ship and your own", "boardtui house list")
    show = one("show", "houses:run_show", "print all that a style says", "boardtui house show parish_council")
    show.add_argument("name", metavar="NAME", help="of the style")
    check = one(
        "check",
        "houses:run_check",
        "say what is wrong with the file of a style, and with the Word file beside it",
        "boardtui house check our_style.toml",
    )
    check.add_argument(
        "file", metavar="FILE", help="the file, or the name of a style of your own; - for standard input"
    )
    new = one(
        "new", "houses:run_new", "begin a style of your own", "boardtui house new our_style --from parish_council"
    )
    new.add_argument("name", metavar="NAME", help="what an agenda calls it: house: NAME")
    new.add_argument("--from", dest="like", required=True, metavar="STYLE", help="the one that ships which it is like")
    new.add_argument("--force", action="store_true", help="write over a file that exists")
    for command in (listed, show, check, new):
        command.add_argument("--json", action="store_true", help="for a program")


def _book_commands(add: Add) -> None:
    check = add(
        "check",
        "keeping:run_check",
        "prove that the book is whole and agrees with itself; of a meeting, list what its minutes lack",
        "boardtui check\n  boardtui check 2026-09-04-health-board",
    )
    check.add_argument(
        "meeting", nargs="?", metavar="MEETING", help="a meeting of the book: what is missing from its minutes"
    )
    check.add_argument("--restricted", action="store_true", help="of a meeting, with what must not go out")
    check.add_argument(
        "--head", metavar="WORDS", help='compare with what was written down, as in --head "173 3f2a 91bc 07de"'
    )
    check.add_argument("--json", action="store_true", help="for a program")
    backup = add(
        "backup", "copying:run_backup", "make a verified copy of the book", "boardtui backup /media/stick/minutes.book"
    )
    backup.add_argument("target", nargs="?", metavar="FILE", help="the copy to make; by default one of those kept")
    backup.add_argument("--list", action="store_true", help="list the copies kept beside the book")
    backup.add_argument("--json", action="store_true", help="for a program")
    restore = add("restore", "copying:run_restore", "put a copy in the place of the book", "boardtui restore")
    restore.add_argument("copy", nargs="?", metavar="COPY", help="a file; by default the newest copy that is sound")
    restore.add_argument("--force", action="store_true", help="also over a sound book with acts that the copy has not")
    restore.add_argument("--json", action="store_true", help="for a program")
    rescue = add(
        "rescue",
        "rescuing:run_rescue",
        "take in what could not be saved, or list what waits",
        "boardtui rescue ~/.local/share/boardtui/rescue/minutes.2026-09-04.140000.unsaved.json",
    )
    rescue.add_argument(
        "file", nargs="?", metavar="FILE", help="the rescue file to take in; without one, they are listed"
    )
    rescue.add_argument("--forget", action="store_true", help="remove the file: what is in it was seen to")
    rescue.add_argument("--json", action="store_true", help="for a program")
    erase = add(
        "erase",
        "erasing:run_erase",
        "take the words of acts out of the book for good",
        'boardtui erase 57 --reason "named a child"',
    )
    erase.add_argument("acts", nargs="+", type=int, metavar="ACT", help="numbers of acts, from boardtui history")
    erase.add_argument("--reason", required=True, metavar="WORDS", help="why; it stays on record")
    erase.add_argument("--yes", action="store_true", help="don't ask")
    erase.add_argument("--restricted", action="store_true", help="show the lines of the minutes that go")
    erase.add_argument("--json", action="store_true", help="print what was done for a program")
    salvage = add(
        "salvage", "copying:run_salvage", "take what is undamaged in a damaged book over into a new one",
        "boardtui salvage september.book",
    )  # fmt: skip
    salvage.add_argument("new", metavar="NEW", help="the new book")
    salvage.add_argument("--json", action="store_true", help="for a program")
    search = add(
        "search", "keeping:run_search", "search the minutes of all meetings", "boardtui search stroke services"
    )
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--restricted", action="store_true", help="also in what must not go out")
    search.add_argument("--json", action="store_true", help="for a program")
