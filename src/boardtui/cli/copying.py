"""backup, restore, salvage: copies of the book, made, listed and put back in its place; what is left of a damaged one."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from boardtui.book import Book, head_words, local_now
from boardtui.book.copies import Copy, copies_of, folder_of, keep_copy, look_at, number_kept
from boardtui.book.restoring import Restored, newest_sound, restore
from boardtui.book.salvage import Salvaged, salvage
from boardtui.book.wreck import Gap, runs
from boardtui.cli.here import moment_here, who
from boardtui.cli.parser import book_path
from boardtui.cli.telling import tell
from boardtui.errors import BoardError, InputError
from boardtui.model.text import counted


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
        tell(f"{made}: a whole and verified copy, {head_words(found.acts, found.head)}.")
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
        tell(f"There is no copy of {path} yet. Make one with: boardtui backup")
        return 0
    tell(f"In {folder_of(path)}, the newest first:")
    for copy in found:
        tell(f"  {copy.path.name}  {copy.problem or f'sound, {head_words(copy.acts, copy.head)}'}")
    return 0


def run_restore(given: argparse.Namespace) -> int:
    """`boardtui restore [COPY]`: without one, the newest that is sound."""
    book = book_path(given.book).absolute()
    copy, passed = (_named(book, given.copy), []) if given.copy else newest_sound(book)
    done = restore(book, copy, holder=who(), moment=local_now(), force=given.force)
    if given.json:
        print(json.dumps(_as_data(done, passed), ensure_ascii=False))
        return 0
    for one in passed:
        tell(f"Passed over {one.path.name}, which is not sound: {one.problem}")
    tell(f"{book} is now what {copy.name} was: {head_words(done.acts, done.head)}.")
    tell(_missing(done))
    if done.aside is not None:
        tell(f"What stood there is in {done.aside}.")
    return 0


def _named(book: Path, name: str) -> Path:
    """The copy meant: a file, or one of those in the folder of copies by its name."""
    path = Path(name).expanduser()
    kept = folder_of(book) / name
    return kept if not path.exists() and path.name == name and kept.exists() else path


def _missing(done: Restored) -> str:
    """What the copy lacks, in a sentence or two."""
    lacks = done.missing
    if lacks.acts is None:
        seen = f" Its witness saw {counted(lacks.witnessed, 'act')}." if lacks.witnessed else ""
        out = f" To look for them: boardtui --book {shlex.quote(str(done.aside))} salvage NEW" if done.aside else ""
        return f"{done.problem} What it had and the copy lacks can't be told.{seen}{out}"
    if not lacks.acts:
        return "The copy has every act that the book had."
    are = "is" if lacks.acts == 1 else "are"
    return f"{counted(lacks.acts, 'act')} of the book {are} not in the copy, the first of {moment_here(lacks.since)}."


def _as_data(done: Restored, passed: list[Copy]) -> dict[str, object]:
    return {
        "copy": str(done.copy), "acts": done.acts, "head": done.head, "aside": str(done.aside) if done.aside else None,
        "problem": done.problem, "missing": done.missing.acts, "since": done.missing.since,
        "witnessed": done.missing.witnessed, "passed_over": [str(one.path) for one in passed],
    }  # fmt: skip


def run_salvage(given: argparse.Namespace) -> int:
    """`boardtui salvage NEW`."""
    damaged = book_path(given.book).absolute()
    done = salvage(damaged, Path(given.new).expanduser(), holder=who(), moment=local_now())
    if given.json:
        print(json.dumps(_as_salvaged(done), ensure_ascii=False))
        return 0
    erased = f", and {done.erased} that had been erased" if done.erased else ""
    tell(
        f"{done.book}: {counted(done.acts, 'act')} taken over{erased}, {done.lost} lost. Now: {head_words(*done.end)}."
    )
    for gap in done.gaps:
        tell(f"  {_ranges(gap.seqs)}, in {gap.meeting}: nothing is left{_around(gap)}.")
    if done.wordless:
        tell(
            f"  {_ranges(done.wordless)}: the words are lost; who filed it, when, and what kind of act it was are known."
        )
    if done.unproven:
        tell(f"  {_ranges(done.unproven)}: the words are proven, but not who filed them and when.")
    if done.lost:
        tell("What is lost may have made something private, or taken it back: read the minutes before they go out.")
    tell(f"{damaged} is as it was. Keep it.")
    tell(f"Open the new one with: boardtui --book {shlex.quote(str(done.book))} open")
    return 0


def _around(gap: Gap) -> str:
    """When the acts before and behind it were filed."""
    before = f" after {moment_here(gap.after)}" if gap.after else ""
    behind = f" before {moment_here(gap.before)}" if gap.before else ""
    return f" (filed{' and'.join(filter(None, (before, behind)))})" if before or behind else ""


def _ranges(seqs: Iterable[int]) -> str:
    """Numbers of acts, as `acts 3-5 and 9`."""
    said = [str(first) if first == last else f"{first}-{last}" for first, last in runs(seqs)]
    many = "act" if len(said) == 1 and said[0].isdecimal() else "acts"
    return f"{many} {', '.join(said[:-1])}{' and ' if said[:-1] else ''}{said[-1]}"


def _as_salvaged(done: Salvaged) -> dict[str, object]:
    return {
        "book": str(done.book), "acts": done.acts, "erased": done.erased, "lost": done.lost, "drafts": done.drafts,
        "gaps": [asdict(gap) for gap in done.gaps], "wordless": done.wordless, "unproven": done.unproven,
        "head": done.end[1],
    }  # fmt: skip
