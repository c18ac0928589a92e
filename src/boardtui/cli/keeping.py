"""check, search: what keeps the book and finds things in it."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from boardtui.book import Book, paper
from boardtui.book.check import Findings, check
from boardtui.book.witness import head_digits
from boardtui.cli.here import moment_here
from boardtui.cli.parser import book_path
from boardtui.cli.telling import tell
from boardtui.errors import UsageError
from boardtui.model.text import counted


def run_check(given: argparse.Namespace) -> int:
    """`boardtui check [--head WORDS]`, or `boardtui check MEETING`."""
    if given.meeting is not None:
        from boardtui.cli.missing import run_check_meeting

        return run_check_meeting(given)
    if given.restricted:
        raise UsageError(
            "The book itself is checked whole.", "--restricted goes with a meeting: boardtui check MEETING"
        )
    path = book_path(given.book)
    written = paper.read(given.head) if given.head is not None else None
    found = check(path)
    followed = written is not None and (written.seq <= found.acts or not found.problems)
    compared = paper.compare(path, written) if written is not None and followed else None
    if given.json:
        _print_data(found, written, compared)
    else:
        _print_findings(path, found)
        if written is not None:
            tell(_compared(written, compared))
    agrees = written is None or (compared is not None and compared.agrees)
    return 0 if agrees and not found.problems else 3


def _print_data(found: Findings, written: paper.Written | None, compared: paper.Comparison | None) -> None:
    data: dict[str, object] = asdict(found)
    if written is not None:
        data["paper"] = {
            "act": written.seq, "written": written.digits, "agrees": compared is not None and compared.agrees,
            "head": compared.head if compared else "", "after": compared.after if compared else None,
        }  # fmt: skip
    print(json.dumps(data))


def _print_findings(path: Path, found: Findings) -> None:
    if found.problems:
        tell(f"{path}: {counted(len(found.problems), 'problem')} in {counted(found.acts, 'act')}.")
        for problem in found.problems:
            tell(f"  {problem}")
    else:
        tell(f"{path}: {counted(found.acts, 'act')}, all whole; the tables agree.")


def _compared(written: paper.Written, compared: paper.Comparison | None) -> str:
    """What came of comparing, in a sentence or two."""
    if compared is None:
        return f"The chain doesn't hold as far as act {written.seq}: it can't be compared with the paper."
    if not compared.head:
        return f"Act {written.seq} isn't in the book: acts were lost, or an older copy was put in its place."
    if not compared.agrees:
        return (
            f"Act {written.seq} has another head than the paper: {head_digits(compared.head)}."
            " It, or an act before it, was changed after that was written down."
        )
    said = f"Act {written.seq} and all before it are as they stand on the paper."
    if not compared.after:
        return f"{said} Nothing came after it."
    if compared.after == 1:
        return f"{said} One act came after it, on {moment_here(compared.first)}."
    return f"{said} {compared.after} acts came after it, from {moment_here(compared.first)} to {moment_here(compared.last)}."


def run_search(given: argparse.Namespace) -> int:
    """`boardtui search WORD …`."""
    with Book.open(book_path(given.book), read_only=True) as book:
        hits = book.search(" ".join(given.words), restricted=given.restricted)
    if given.json:
        print(json.dumps([hit.as_row() for hit in hits], ensure_ascii=False))
        return 0
    for hit in hits:
        print(f"{hit.meeting}  {hit.number} {hit.heading}\n    {hit.excerpt}")
    if not hits:
        print("Nothing found.")
    return 0
