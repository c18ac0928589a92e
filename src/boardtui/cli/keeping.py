"""check, search: what keeps the book and finds things in it."""

from __future__ import annotations

import argparse
import json

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
