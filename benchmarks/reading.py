"""Agendas in: a pack of fifty pages as PDF, from its bytes to its lines.

    python benchmarks/reading.py [--runs 5]

Seconds beyond the start of Python, the process that a PDF is read in included, and seconds of the processor (`busy`), which
other programs don't change; and the most memory that this process took. The aims: five seconds, and 300 MB.
"""

from __future__ import annotations

import argparse
import resource
import time
from statistics import median

import typst

from boardtui.agendas.pdf import read_pdf

PAGES = 50
WORDS = (400, 650)
"""On a page: of an ordinary report, and of a full one."""


def pack(words: int) -> bytes:
    """A pack of reports, each page with a heading and so many words."""
    page = f"= Report\n#lorem({words})\n"
    return typst.compile(
        b"#set page(margin: 2cm)\n#set text(size: 10pt)\n" + "#pagebreak()\n".join([page] * PAGES).encode()
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"{'':34}{'s':>8}{'busy s':>8}{'pages':>8}{'lines':>8}")
    for words in WORDS:
        data = pack(words)
        taken, busy = [], []
        for _ in range(runs):
            start, worked = time.perf_counter(), processor()
            source = read_pdf(data, "pack.pdf")
            taken.append(time.perf_counter() - start)
            busy.append(processor() - worked)
        pages = max(line.page for line in source.lines)
        print(f"{f'PDF, {words} words a page':34}{median(taken):8.2f}{median(busy):8.2f}{pages:8}{len(source.lines):8}")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'memory of its process, MB':34}{most:8.0f}")


def processor() -> float:
    """Seconds of the processor so far, of this process and of those it started."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


if __name__ == "__main__":
    main()
