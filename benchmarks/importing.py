"""Agendas in: a saved page of modern.gov, its XML, and Word files, from their bytes to their lines and to the agenda.

    python benchmarks/importing.py [--runs 15]

whole: milliseconds from the start of a program to the lines, and the end of it, beyond a program of Python that does nothing.
The others are of the processor, which other programs don't change, with what any kind of file needs loaded. first: to the
lines, the first time in a process; agenda: from the lines to the agenda, the first time; again: to the lines, later. The aim:
Word and web pages in 150 ms, whole. PDF is in `reading.py`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

FILES = Path(__file__).parent.parent / "tests" / "agendas" / "files"
KINDS = {
    "modern.gov's page": "marrick_page.html",
    "modern.gov's XML": "marrick_service.xml",
    "Word, automatic numbers": "marrick_automatic.docx",
    "Word, a table": "marrick_table.docx",
}
LONG = 40
"""How many times the items of the page stand in the long one: as many as a full council with its minutes written up."""
ONCE = """
import sys, time
from pathlib import Path
from boardtui.agendas.opening import open_source
from boardtui.agendas.understanding import understand
data = Path(sys.argv[1]).read_bytes()
start = time.process_time()
source = open_source(data, "agenda")
read = time.process_time()
understand(source).agenda
print((read - start) * 1000, (time.process_time() - read) * 1000)
"""
LINES = """
import sys
from pathlib import Path
from boardtui.agendas.opening import open_source
print(len(open_source(Path(sys.argv[1]).read_bytes(), "agenda").lines))
"""


def first(file: Path) -> tuple[float, float]:
    """Milliseconds to the lines, and from them to the agenda, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", ONCE, str(file)], capture_output=True, text=True, check=True)
    lines, agenda = done.stdout.split()
    return float(lines), float(agenda)


def whole(file: Path) -> float:
    """Milliseconds to the lines in a program that does nothing else, beyond one that does nothing."""
    taken = []
    for words in (("-c", LINES, str(file)), ("-c", "pass")):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *words], capture_output=True, check=True)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken[0] - taken[1]


def again(data: bytes, runs: int) -> tuple[float, int]:
    """The same when all is loaded: milliseconds to the lines, and how many there are."""
    from boardtui.agendas.opening import open_source

    taken = []
    for _ in range(runs):
        start = time.process_time()
        source = open_source(data, "agenda")
        taken.append((time.process_time() - start) * 1000)
    return median(taken), len(source.lines)


def long_page() -> bytes:
    """A page of so many items as no meeting has."""
    page = (FILES / KINDS["modern.gov's page"]).read_bytes()
    head, _, rest = page.partition(b"<tbody>")
    rows, _, foot = rest.partition(b"</tbody>")
    return head + b"<tbody>" + rows * LONG + b"</tbody>" + foot


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    print(f"{'':34}{'whole ms':>10}{'first ms':>10}{'agenda ms':>10}{'again ms':>10}{'lines':>8}")
    for name, file in KINDS.items():
        firsts = [first(FILES / file) for _ in range(runs)]
        lines, agenda = (median(column) for column in zip(*firsts, strict=True))
        usual, count = again((FILES / file).read_bytes(), runs)
        alone = median(whole(FILES / file) for _ in range(runs))
        print(f"{name:34}{alone:10.1f}{lines:10.1f}{agenda:10.1f}{usual:10.1f}{count:8}")
    usual, count = again(long_page(), runs)
    print(f"{f'a page of {len(long_page()):,} bytes':34}{'':30}{usual:10.1f}{count:8}")


if __name__ == "__main__":
    main()
