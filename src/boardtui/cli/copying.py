"""backup: copies of the book, made and listed."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from boardtui.book import Book, head_words, local_now
from boardtui.book.copies import copies_of, folder_of, keep_copy, look_at, number_kept
from boardtui.cli.parser import book_path
from boardtui.errors import BoardError, InputError


def keep_copy_after(book: Path) -> None:
    """Keep a rotating copy of a book that a command has changed; where that fails, say so and go on."""
    try:
        keep_copy(book, local_now(), number_kept())
    except BoardError as error:
        print(error, file=sys.stderr)


def run_backup(given: argparse.Namespace) -> int:
    """`boardtui backup [FILE]`: without a file, a rotating copy beside the book."""
    path = book_path(given.book).absolute()
    if given.list:
        return _list(path, as_data=given.json)
    made = _copy(path, Path(given.target).expanduser()) if given.target else _rotating_copy(path)
    found = look_at(made)
    if given.json:
        print(json.dumps(found.as_row(), ensure_ascii=False))
    else:
        print(f"{made}: a whole and verified copy, {head_words(found.acts, found.head)}.")
    return 0


def _copy(path: Path, target: Path) -> Path:
    with Book.open(path, read_only=True) as book:
        return book.back_up(target)


def _rotating_copy(path: Path) -> Path:
    """The copy made, or the newest there is if the book has no other acts."""
    kept = number_kept()
    if not kept:
        raise InputError("No copies are kept beside the book (BOARDTUI_BACKUPS=0).", "Name the file of the copy.")
    made = keep_copy(path, local_now(), kept) or next(iter(copies_of(path)), None)
    if made is None:
        raise InputError(f"{path} has no acts to copy yet.", "Make a meeting with: boardtui new AGENDA")
    return made


def _list(path: Path, *, as_data: bool) -> int:
    found = [look_at(copy) for copy in copies_of(path)]
    if as_data:
        print(json.dumps([copy.as_row() for copy in found], ensure_ascii=False))
        return 0
    if not found:
        print(f"There is no copy of {path} yet. Make one with: boardtui backup")
        return 0
    print(f"In {folder_of(path)}, the newest first:")
    for copy in found:
        print(f"  {copy.path.name}  {copy.problem or f'sound, {head_words(copy.acts, copy.head)}'}")
    return 0
