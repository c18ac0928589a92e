"""The minutes as files: a meeting of eighty pages in each format, and the whole pack of an ordinary one.

    python benchmarks/writing.py [--runs 5]

Milliseconds beyond the start of Python, the modules a format needs loaded: the record composed and dressed as bytes, nothing
written to the disk. The aims: an 80-page docx in 600 ms, html and txt in 100, pdf in 1,000; the pack of an ordinary meeting in
1,000.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

from boardtui.book import Book
from boardtui.minutes.formats import FORMATS, Output, Source, outputs
from boardtui.minutes.house import load_house
from boardtui.model.replay import replay
from boardtui.rules.confidentiality import public_record
from programs import boardtui, boardtui_busy

PACK = 200
"""Acts of an ordinary meeting of two hours."""
RUNS = count(1)


def source_of(book: Path) -> Source:
    """The public record of the only meeting of a book."""
    with Book.open(book, read_only=True) as opened:
        filed = opened.acts(opened.meetings()[0].name)
    return Source(public_record(replay(filed)), load_house("full_council"))


def anew(source: Source) -> Source:
    """The same with another foot of the page and nothing composed yet, so that nobody has it ready from the run before."""
    frame = source.house.frame.model_copy(update={"page": f"{next(RUNS)}: {{page}} of {{pages}}"})
    return Source(source.record, source.house.model_copy(update={"frame": frame}))


def everything(source: Source) -> list[Output]:
    """All formats of a meeting."""
    return [one for name in FORMATS for one in outputs(name, source)]


def timed(do: Callable[[], object], runs: int) -> float:
    """The median of some runs, in milliseconds, after one that isn't counted."""
    do()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        do()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        long = boardtui("long", Path(folder) / "long", 40, 3200)
        usual = boardtui_busy(Path(folder) / "usual", PACK)
        source = source_of(Path(long.env["BOARDTUI_BOOK"]))
        words = len(outputs("txt", source)[0].data.split())
        print(f"{'':34}{'ms':>8}{'x txt':>8}")
        text = timed(lambda: outputs("txt", anew(source)), runs)
        for name in FORMATS:
            taken = timed(lambda name=name: outputs(name, anew(source)), runs)
            print(f"{f'{words} words, {name}':34}{taken:8.0f}{taken / text:8.2f}")
        pack = source_of(Path(usual.env["BOARDTUI_BOOK"]))
        taken = timed(lambda: everything(anew(pack)), runs)
        print(f"{f'{PACK} acts, all {len(FORMATS)} formats':34}{taken:8.0f}{taken / text:8.2f}")


if __name__ == "__main__":
    main()
