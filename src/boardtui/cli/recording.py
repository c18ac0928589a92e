"""take, show, export: what records and prints without a screen."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from boardtui.book import Book, local_now
from boardtui.book.choosing import chosen_meeting
from boardtui.cli.copying import keep_copy_after
from boardtui.cli.here import who
from boardtui.cli.parser import book_path
from boardtui.cli.patience import Patience
from boardtui.cli.telling import tell
from boardtui.desk import Desk
from boardtui.desk.exporting import export, possible_leaks, public_minutes, restricted_minutes
from boardtui.desk.houses import has_changed_since, house_named, word_base
from boardtui.desk.looking_back import look_back, minutes_then
from boardtui.desk.sources import read_source, read_word_file
from boardtui.desk.taking import check_notes, take_notes
from boardtui.desk.versions import at_version, version_called
from boardtui.errors import InputError, UsageError
from boardtui.minutes.formats import WordBase
from boardtui.minutes.writers import writer
from boardtui.model.text import counted, literal


@contextmanager
def opened(given: argparse.Namespace, *, read_only: bool) -> Iterator[Desk]:
    """The meeting of a command, on the desk, closed again whatever happens."""
    book = Book.open(book_path(given.book), read_only=read_only, holder=who(), patient=False)
    try:
        name = chosen_meeting(book, given.meeting)
        yield Desk(book, name, clock=local_now, actor=who(), live=False)
    finally:
        close_book(book)


def close_book(book: Book) -> None:
    """Close it, and say what is to be known of its place, and what stood in the way of its being whole in its one file.

    What a command ends on is said by that, and not twice.
    """
    for notice in book.notices:
        print(notice, file=sys.stderr)
    problem = book.close().problem
    if problem is not None and problem.message not in str(sys.exception()):
        print(problem, file=sys.stderr)


def _in_its_house(desk: Desk, wanted: str | None) -> None:
    """Have the minutes print in another style, where one is wanted; say so where the meeting's own is another now."""
    if wanted is not None:
        desk.house = house_named(wanted).house
    elif has_changed_since(desk.record):
        name = desk.house.name
        tell(
            f"The style {name} has changed since the meeting was called, and the minutes print as it was then. "
            f"As it is now: --house {name}",
            sys.stderr,
        )


def run_take(given: argparse.Namespace) -> int:
    """`boardtui take NOTES`."""
    text = read_source(given.notes)
    with opened(given, read_only=given.check) as desk:
        if given.check:
            lines = check_notes(desk, text, given.notes, given.start)
            print(f"{counted(len(lines), 'line')}, all understood. Nothing was recorded.")
            return 0
        count = 0
        for taken in take_notes(desk, text, given.notes, given.start):
            count += 1
            if given.json:
                print(json.dumps({"line": taken.line, "seq": taken.seq}), flush=True)
        if not given.json:
            _print_taken(desk, count)
    keep_copy_after(book_path(given.book))
    return 0


def _print_taken(desk: Desk, count: int) -> None:
    from boardtui.rules.gaps import gaps

    print(f"{counted(count, 'line')} recorded in {desk.meeting}.")
    found = gaps(desk.record)
    if found:
        print(f"{counted(len(found), 'gap')}:")
    for gap in found:
        print(f"  {gap.sentence}")


def run_show(given: argparse.Namespace) -> int:
    """`boardtui show`, now, at a moment or in a version."""
    with opened(given, read_only=True) as desk:
        if given.now:
            return _show_now(desk, restricted=given.restricted)
        _in_its_house(desk, given.house)
        if given.version is not None:
            if given.at is not None:
                raise UsageError("A version is a moment already.", "Say --version or --at, not both.")
            then = at_version(desk.record, version_called(desk.record, given.version))
            tell(f"This is {then.moment}.", sys.stderr)
            tree = minutes_then(desk, then, restricted=given.restricted)
        elif given.at is not None:
            then = look_back(given.at, desk.record, now=desk.clock())
            print(f"The draft minutes as they stood {then.moment}.", file=sys.stderr)
            tree = minutes_then(desk, then, restricted=given.restricted)
        else:
            tree = restricted_minutes(desk) if given.restricted else public_minutes(desk)
    sys.stdout.write(writer("json" if given.json else "txt")(tree).decode())
    return 0


def _show_now(desk: Desk, *, restricted: bool) -> int:
    """Where the meeting is, as the chair sees it."""
    from boardtui.chair.sight import sight_of
    from boardtui.chair.telling import told_now

    for line in told_now(sight_of(desk.record, desk.clock(), whole=restricted)):
        print(line)
    return 0


def _base_of(file: str | None, formats: Sequence[str], house: str) -> WordBase | None:
    """The Word file to write over: as given, else the one of the house; None for ours. Raises InputError."""
    if "docx" in formats:
        return word_base(house) if file is None else WordBase(file, read_word_file(file))
    if file is not None:
        raise InputError("--base is for the minutes in Word.", "Add docx to the formats: --to docx.")
    return None


def run_export(given: argparse.Namespace) -> int:
    """`boardtui export`."""
    formats = [name.strip() for name in given.to.split(",") if name.strip()]
    with opened(given, read_only=True) as desk:
        _in_its_house(desk, given.house)
        base = _base_of(given.base, formats, desk.house.name)
        version = version_called(desk.record, given.version) if given.version is not None else None
        with Patience(sys.stderr) as patience:
            written = export(
                desk,
                formats,
                Path(given.output),
                force=given.force,
                base=base,
                version=version,
                begun=lambda name: patience.begun(f"Writing {name}"),
            )
        for leak in possible_leaks(desk, version):
            print(f"Look at this before you publish: {literal(leak.sentence)}", file=sys.stderr)
    for one in written:
        if one.note:
            tell(literal(f"{one.path.name} {one.note}"), sys.stderr)
    if given.json:
        rows = [{"file": str(one.path), "format": one.format, "restricted": one.restricted} for one in written]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for one in written:
        print(literal(str(one.path)))
    return 0
