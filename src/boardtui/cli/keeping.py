"""check, backup, search: what keeps the book and finds things in it."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

from boardtui.book import Book
from boardtui.book.check import check
from boardtui.cli.parser import book_path


def run_check(given: argparse.Namespace) -> int:
    """`boardtui check`."""
    path = book_path(given.book)
    found = check(path)
    if given.json:
        print(json.dumps({"acts": found.acts, "head": found.head, "drafts": found.drafts, "problems": found.problems}))
    elif found.problems:
        print(f"{path}: {len(found.problems)} problems in {found.acts} acts.")
        for problem in found.problems:
            print(f"  {problem}")
    else:
        print(f"{path}: {found.acts} acts, all of them whole; the tables agree with them.")
    return 3 if found.problems else 0


def run_backup(given: argparse.Namespace) -> int:
    """`boardtui backup [FILE]`: without a file, beside the book and named by the moment."""
    path = book_path(given.book)
    target = Path(given.target).expanduser() if given.target else path.with_name(f"{path.stem}-{_moment()}.book")
    with Book.open(path, read_only=True) as book:
        made = book.back_up(target)
    print(f"{made}: a whole and verified copy.")
    return 0


def _moment() -> str:
    return dt.datetime.now().strftime("%Y-%m-%d-%H%M%S")


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
