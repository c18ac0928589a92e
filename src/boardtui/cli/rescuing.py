"""rescue: what could not be saved, listed, and taken into the book when it can be written again."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from boardtui.book import Book, head_words
from boardtui.book.copies import Copy
from boardtui.book.rescue import default_folder
from boardtui.book.rescued import Unsaved, be_no_whole_book, read, waiting_for, whole_copies
from boardtui.cli.copying import keep_copy_after
from boardtui.cli.here import who
from boardtui.cli.parser import book_path
from boardtui.cli.recording import close_book
from boardtui.cli.telling import tell
from boardtui.desk.rescuing import Outcome, take_in
from boardtui.errors import BookError
from boardtui.model.text import counted

_LEFT_OVER = 3


def run_rescue(given: argparse.Namespace) -> int:
    """`boardtui rescue [FILE]`."""
    path = book_path(given.book).absolute()
    if not given.file:
        return _list(path, as_data=given.json)
    file = Path(given.file).expanduser().absolute()
    if given.forget:
        read(file)  # nothing else is removed by accident
        _remove(file)
        print(f"{file} is removed.", file=sys.stderr)
        return 0
    be_no_whole_book(file)
    outcome = _taken_in(path, file)
    if outcome.complete:
        _remove(file)
    if given.json:
        print(json.dumps(_as_row(outcome), ensure_ascii=False))
    else:
        _print(outcome, file)
    return 0 if outcome.complete else _LEFT_OVER


def _taken_in(path: Path, file: Path) -> Outcome:
    book = Book.open(path, holder=who(), patient=False)
    try:
        outcome = take_in(book, file)
    finally:
        close_book(book)
    keep_copy_after(path)
    return outcome


def _remove(file: Path) -> None:
    """Remove a rescue file of which nothing is needed any more. Raises BookError."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise BookError(
            f"{file} can't be removed: {error.strerror or error}.", "What is in it was seen to: remove it yourself."
        ) from None


def _as_row(outcome: Outcome) -> dict[str, int | bool | list[str]]:
    return {
        "taken": outcome.taken, "drafts": outcome.drafts, "lines": outcome.lines, "sayings": outcome.sayings,
        "texts": outcome.texts, "complete": outcome.complete,
    }  # fmt: skip


def _print(outcome: Outcome, file: Path) -> None:
    """What can't be filed as it was goes to standard output, for a notes file; what is said of it to standard error."""
    told = f"{counted(outcome.taken, 'act')} and {counted(outcome.drafts, 'text')} taken into the book"
    if outcome.complete:
        tell(f"{told}; all that was rescued is in it. {file.name} is removed.")
        return
    print(f"{told}. The book has gone on meanwhile, and these can't follow:", file=sys.stderr)
    for saying in outcome.sayings:
        print(saying, file=sys.stderr)
    for text in outcome.texts:
        print(f"Being typed, where something else is being typed now: {text}", file=sys.stderr)
    for line in outcome.lines:
        print(line)
    print("Type them at the desk, or keep them in a file for: boardtui take NOTES", file=sys.stderr)
    print(f"Then: boardtui rescue --forget {file}", file=sys.stderr)


def _list(path: Path, *, as_data: bool) -> int:
    waiting, whole = _found(path)
    if as_data:
        files = [
            {
                "path": str(one.path), "acts": len(one.acts), "since": one.first_wall,
                "texts": [draft.text for draft in one.drafts],
            }
            for one in waiting
        ]  # fmt: skip
        print(json.dumps({"files": files, "copies": [copy.as_row() for copy in whole]}, ensure_ascii=False))
        return 0
    for one in waiting:
        tell(f"{one.path}\n  {counted(len(one.acts), 'act')} not in the book, from {one.first_wall or one.since}")
        for draft in one.drafts:
            print(f"  being typed: {draft.text}")
        tell(f"  Take them in with: boardtui rescue {one.path}")
    for copy in whole:
        tell(
            f"{copy.path}\n  the whole book, {head_words(copy.acts, copy.head)}, with acts that {path.name} hasn't got"
        )
        tell(f"  It takes the place of the book, which is set aside, with: boardtui restore {copy.path}")
    if not waiting and not whole:
        tell(f"Nothing waits to be taken into {path}.")
    return 0


def _found(path: Path) -> tuple[list[Unsaved], list[Copy]]:
    """The rescue files with something that the book lacks; all of them where there is no book any more."""
    if not path.exists():
        folder = default_folder()
        return [one for one in waiting_for(path, folder) if one], whole_copies(None, path, folder)
    with Book.open(path, read_only=True) as book:
        return book.unsaved(), book.whole_copies()
