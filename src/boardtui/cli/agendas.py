"""agenda, new: an agenda of any kind made an agenda file of our own, or a meeting."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from boardtui.agendas.gaps import agenda_gaps
from boardtui.agendas.native_writer import write_agenda
from boardtui.agendas.problems import nearest
from boardtui.agendas.reading import Reading
from boardtui.agendas.troubles import Sort, Trouble, troubles
from boardtui.book import Book, local_now
from boardtui.cli.here import who
from boardtui.cli.parser import book_path
from boardtui.cli.patience import Patience
from boardtui.cli.recording import close_book
from boardtui.cli.screens import has_terminal
from boardtui.cli.telling import tell
from boardtui.desk import Desk
from boardtui.desk.agenda_files import AgendaFile, agenda_file, members_in
from boardtui.desk.calling import call_meeting
from boardtui.desk.exporting import refuse_what_stands_there, write_file
from boardtui.desk.houses import all_names
from boardtui.desk.next_meeting import next_meeting
from boardtui.desk.sources import STANDARD_INPUT
from boardtui.errors import UsageError
from boardtui.model.agenda import Agenda
from boardtui.model.text import counted, literal

_HEADINGS = {
    Sort.DOUBT: "Doubtful:",
    Sort.UNHEEDED: "Without effect:",
    Sort.LEFTOVER: "Left over:",
    Sort.FLAG: "Odd or missing:",
}


# --- agenda


def run_agenda(given: argparse.Namespace) -> int:
    """`boardtui agenda SOURCE`."""
    target = Path(given.output) if given.output is not None else None
    if target is not None:
        refuse_what_stands_there(target, force=given.force)
    file = agenda_file(given.source, given.members, given.house or "")
    with Patience(sys.stderr) as patience:
        patience.begun(f"Reading {file.name}")
        reading = None if file.is_native else file.reading(patience.going_on)
    agenda = file.agenda() if reading is None else file.agenda_of(reading)
    text = write_agenda(agenda)
    if target is not None:
        write_file(target, text.encode())
    if given.json:
        print(json.dumps(_as_data(file, target, agenda, reading), ensure_ascii=False))
        return 0
    if target is None:
        sys.stdout.write(text)
    else:
        print(literal(f"{target}: {counted(len(agenda.items), 'item')}."))
    report = sys.stdout if target is not None else sys.stderr
    for line in _report(agenda, reading):
        tell(literal(line), report)
    return 0


def _troubles(agenda: Agenda, reading: Reading | None) -> Sequence[Trouble]:
    """What is doubtful, left over, odd or missing; the flags are those of the agenda with the membership given."""
    flags = [Trouble(Sort.FLAG, sentence) for sentence in agenda_gaps(agenda)]
    lines = [] if reading is None else [one for one in troubles(reading) if one.sort is not Sort.FLAG]
    return [*lines, *flags]


def _report(agenda: Agenda, reading: Reading | None) -> Iterator[str]:
    """For people: what was remarked while it was read, then what is doubtful, left over, odd or missing, by sort."""
    yield from () if reading is None else reading.source.remarks
    found = _troubles(agenda, reading)
    for sort, heading in _HEADINGS.items():
        ones = [one for one in found if one.sort is sort]
        if ones:
            yield heading
        yield from (f"  {_place(one, reading)}{one.sentence}" for one in ones)


def _place(one: Trouble, reading: Reading | None) -> str:
    lines = reading.placed[one.at].lines if reading is not None and one.at is not None else ()
    return f"line {lines[0]}: " if lines else ""


def _as_data(file: AgendaFile, target: Path | None, agenda: Agenda, reading: Reading | None) -> dict[str, object]:
    """For a program."""
    found = _troubles(agenda, reading)
    placed = reading.placed if reading is not None else ()
    return {
        "source": file.name,
        "sha256": file.digest,
        "kind": str(reading.source.kind) if reading is not None else "agenda file",
        "file": str(target) if target is not None else None,
        "agenda": agenda.model_dump(mode="json"),
        "remarks": list(reading.source.remarks) if reading is not None else [],
        "troubles": [
            {
                "sort": str(one.sort),
                "sentence": one.sentence,
                "lines": list(placed[one.at].lines) if one.at is not None else [],
                "part": str(placed[one.at].part) if one.at is not None else None,
                "text": placed[one.at].text if one.at is not None else None,
                "sure": placed[one.at].sure if one.at is not None else None,
            }
            for one in found
        ],
        "leftovers": [
            {"line": line.number, "page": line.page or None, "text": line.text}
            for line in (reading.leftovers if reading is not None else ())
        ],
    }


# --- new


def run_new(given: argparse.Namespace) -> int:
    """`boardtui new SOURCE`: of an agenda file of our own at once, of any other after a review; without one, the next

    meeting of a body in the book.
    """
    if given.agenda is None:
        return _run_next(given)
    if given.output is not None or given.body is not None:
        raise UsageError(
            "-o and --body are for the next meeting of a body, and an agenda was given.", "Leave one of them out."
        )
    file = agenda_file(given.agenda, given.members, given.house or "")
    if file.is_native:
        return _call(given, file)
    if not has_terminal():
        file.agenda_of(file.reading())  # what is no agenda at all is told as that
        name = STANDARD_INPUT if given.agenda == STANDARD_INPUT else literal(file.name)
        raise UsageError(
            "What is no agenda file is reviewed on a terminal before it is entered, and there is none.",
            f"Make an agenda file of it, look it through, and enter that: boardtui agenda {name} -o NAME.agenda.md",
        )
    from boardtui.clerk.app import run_clerk

    return run_clerk(book_path(given.book), None, brought=file)


def _run_next(given: argparse.Namespace) -> int:
    """From the last meeting of the body: its agenda is written to a file, or reviewed."""
    target = Path(given.output) if given.output is not None else None
    if target is None and not has_terminal():
        raise UsageError(
            "The next meeting is reviewed on a terminal before it is entered, and there is none.",
            "Have its agenda written, look it through, and enter that: boardtui new -o NAME.agenda.md",
        )
    if target is not None:
        refuse_what_stands_there(target, force=given.force)
    path = book_path(given.book)
    with Book.open(path, read_only=True) as book:
        brought = next_meeting(book, given.body, members_in(given.members), given.house or "")
    if target is None:
        from boardtui.clerk.app import run_clerk

        return run_clerk(path, None, brought=brought)
    write_file(target, write_agenda(brought.agenda).encode())
    if given.json:
        print(json.dumps({"file": str(target), "after": brought.last}, ensure_ascii=False))
        return 0
    print(literal(f"{target}: {counted(len(brought.agenda.items), 'item')}, after {brought.last}."))
    for line in _report(brought.agenda, None):
        tell(literal(line))
    return 0


def _call(given: argparse.Namespace, file: AgendaFile) -> int:
    agenda = file.agenda()
    book = Book.open_or_create(book_path(given.book), holder=who(), patient=False)
    try:
        desk = call_meeting(book, agenda, clock=local_now, actor=who(), source=file.digest)
    finally:
        close_book(book)
    if given.json:
        print(json.dumps({"meeting": desk.meeting}))
        return 0
    print(f"{desk.meeting}: {counted(len(agenda.items), 'item')}. Open it with: boardtui open {desk.meeting}")
    _tell_of_house(desk)
    return 0


def _tell_of_house(desk: Desk) -> None:
    """That the style the agenda names isn't there, where it isn't."""
    if desk.house_missing:
        close = nearest(desk.house_missing, all_names())
        meant = f" Did you mean {close}?" if close else ""
        print(f"There is no house style {desk.house_missing!r}; {desk.house.name} prints instead.{meant}")
        print(f"There are: {', '.join(all_names())}.")
