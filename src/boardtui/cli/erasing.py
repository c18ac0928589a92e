"""erase: words that must not be kept go from the book for good."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from boardtui.book import Book, local_now
from boardtui.book.copies import number_kept
from boardtui.cli.here import moment_here, who
from boardtui.cli.parser import book_path
from boardtui.cli.recording import close_book
from boardtui.cli.telling import cut, tell, width_of
from boardtui.desk import Desk
from boardtui.desk.erasing import Consequences, Done, consequences, erase
from boardtui.errors import InputError, UsageError
from boardtui.model.acts import Filed
from boardtui.model.acts.corrections import Erased
from boardtui.model.text import clean_line, literal

_OUT_OF_REACH = (
    "Out of reach, look there yourself: copies on sticks and other computers, exported minutes, mails, paper, copies that"
    " the system keeps of its disks."
)


def run_erase(given: argparse.Namespace) -> int:
    """`boardtui erase ACT … --reason WORDS [--yes]`."""
    reason = clean_line(given.reason)
    if not reason:
        raise UsageError("Why are the words erased?", 'Say it, as in --reason "named a child".')
    if not given.yes and (given.json or not sys.stdin.isatty()):
        raise UsageError("Nobody can be asked here whether to erase.", "Say --yes if it is decided.")
    kept = number_kept()
    book = Book.open(book_path(given.book), holder=who(), patient=False)
    try:
        desk = Desk(book, _meeting_of(book, given.acts), clock=local_now, actor=who(), live=False)
        what = consequences(desk.record, desk.house, given.acts)
        if not given.json:
            shown = given.restricted or not given.yes  # what is in a script may be written down somewhere
            lines = _lines_of(desk, what) if shown else {}
            _print_all(_foretold(what, lines, restricted=given.restricted))
        if not given.yes and not _agreed():
            print("Nothing was erased.")
            return 1
        done = erase(desk, what, reason, copies_kept=kept)
    finally:
        close_book(book)
    if given.json:
        print(json.dumps(_as_data(what, done), ensure_ascii=False))
    else:
        _print_all(_told(book.path, done))
    return 3 if done.swept.left or done.cleared.kept else 0


def _meeting_of(book: Book, seqs: Sequence[int]) -> str:
    """The one meeting that all of the acts are of. Raises InputError."""
    meetings = {row.name: {one.seq for one in book.acts(row.name)} for row in book.meetings()}
    for seq in seqs:
        if not any(seq in acts for acts in meetings.values()):
            raise InputError(f"There is no act {seq} in the book.", "boardtui history lists them with their numbers.")
    found = next((name for name, acts in meetings.items() if acts.issuperset(seqs)), None)
    if found is None:
        raise InputError("These acts are of several meetings.", "Erase those of one meeting at a time.")
    return found


def _agreed() -> bool:
    tell("This can't be undone. Type erase and press Enter to do it; anything else leaves all as it is.")
    print("> ", end="", flush=True)
    return sys.stdin.readline().strip() == "erase"


def _print_all(lines: Iterable[str]) -> None:
    for line in lines:
        tell(literal(line))


def _lines_of(desk: Desk, what: Consequences) -> dict[int, str]:
    """What the acts say that are told of, a line each, cut to the width of the terminal."""
    from boardtui.desk.history import history

    told = {one.seq for one in (*what.acts, *what.quoting)}
    rows = history(desk.record, desk.house, restricted=True)
    return {row.seq: cut(f"     {literal(row.said)}", width_of(sys.stdout)) for row in rows if row.seq in told}


def _foretold(what: Consequences, lines: dict[int, str], *, restricted: bool) -> Iterable[str]:
    """What would go. lines: what the acts say, by seq, where that may be shown; restricted: with the lines of the minutes

    themselves, which may not be for everybody's eyes.
    """
    if what.acts:
        yield "The words of these acts go from the book for good:"
        yield from _with_lines(((one, _named(one, what)) for one in what.acts), lines)
    yield from (f"Act {one.seq} was erased before; the book and its copies are swept once more." for one in what.again)
    if what.goes or what.comes:
        yield _counted(what)
    if restricted:
        yield from (f"  - {line}" for line in what.goes)
        yield from (f"  + {line}" for line in what.comes)
    elif what.goes:
        yield "--restricted shows the lines."
    if what.quoting:
        yield "These acts seem to say some of the same words, and stay unless you name them, too:"
        yield from _with_lines(((one, _described(one)) for one in what.quoting), lines)


def _with_lines(named: Iterable[tuple[Filed, str]], lines: dict[int, str]) -> Iterable[str]:
    for one, name in named:
        yield f"  {name}"
        if one.seq in lines:
            yield lines[one.seq]


def _counted(what: Consequences) -> str:
    goes = "1 line goes" if len(what.goes) == 1 else f"{len(what.goes)} lines go"
    comes = "1 comes" if len(what.comes) == 1 else f"{len(what.comes)} come"
    return f"In the draft minutes {goes} and {comes}."


def _named(one: Filed, what: Consequences) -> str:
    return _described(one) + ("" if one.seq in what.asked else ", because it corrects one of them")


def _described(one: Filed) -> str:
    kind = one.act.was if isinstance(one.act, Erased) else one.act.kind
    return f"{one.seq}  {kind}, filed by {one.actor}, {moment_here(one.wall)}"


def _told(book: Path, done: Done) -> Iterable[str]:
    """What was done, and where the words still are."""
    if done.by is not None:
        yield f"Erased, as act {done.by} says."
    if done.swept.left:
        yield f"The words are still in: {', '.join(str(one) for one in done.swept.left)}."
        yield "Close whatever has the book open (the chair's view, too), and do it again."
    else:
        yield f"Looked for in every byte of {book}: not found any more."
        yield "Words of less than five letters, and those that stand elsewhere in the book, can't be told from others."
    if done.swept.acts:
        yield f"The same words stand in: act {', act '.join(map(str, done.swept.acts))}."
    if done.swept.drafts:
        yield f"The same words stand in what is being typed: {', '.join(done.swept.drafts)}."
    if done.cleared.fresh is not None:
        yield f"{done.cleared.fresh}: a new copy, whole and verified."
    yield from (f"{one}: a copy with the words, removed." for one in done.cleared.removed)
    yield from (f"{one}: still holds the words. {reason}" for one, reason in done.cleared.kept)
    yield _OUT_OF_REACH


def _as_data(what: Consequences, done: Done) -> dict[str, object]:
    return {
        "erased": [one.seq for one in what.acts],
        "again": [one.seq for one in what.again],
        "by": done.by,
        "left": [str(one) for one in done.swept.left],
        "same_words_in_acts": list(done.swept.acts),
        "same_words_in_drafts": list(done.swept.drafts),
        "copy": str(done.cleared.fresh) if done.cleared.fresh else None,
        "removed": [str(one) for one in done.cleared.removed],
        "kept": [{"path": str(one), "reason": reason} for one, reason in done.cleared.kept],
    }
