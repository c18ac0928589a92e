"""The pages of a PDF, from a process of its own that is ended when it takes too much: `pdf_pages.py` runs in it.

A file may be made so that whatever reads it loops or grows. The desk may have a meeting open, so none of that happens in it.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from boardtui.agendas.source import Progress
from boardtui.errors import InputError
from boardtui.model.limits import MOST_PDF_PAGES, figure

MEMORY = 240_000_000
"""Bytes that the process may fill."""
SECONDS = 5.0
"""Of the processor, for each page: a full one takes a tenth of one."""
_PROGRAM = Path(__file__).with_name("pdf_pages.py")
_LONGEST_SAID = 8_000_000
"""Bytes that the process says of one page."""
_LOOK_UP = 0.2
"""Seconds without a word of it after which whoever waits is asked whether to go on."""
_PRINT_ANEW = "Open it, print it to a new PDF, and give that; or copy its text into a plain text file."
_REFUSED = {
    "pages": (
        f"has more than {figure(MOST_PDF_PAGES)} pages",
        "Save its front sheet, and the reports you need, as a PDF of their own, and give that.",
    ),
    "password": ("asks for a password", "Open it with its password, print it to a new PDF, and give that."),
    "memory": ("takes too much memory to read", _PRINT_ANEW),
    "time": ("takes too long to read", _PRINT_ANEW),
    "damaged": ("is damaged, and can't be read", _PRINT_ANEW),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in points from its upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, other: Box) -> bool:
        """Does the middle of the other lie in this one?"""
        across, down = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
        return self.x0 <= across < self.x1 and self.top <= down < self.bottom


@dataclass(frozen=True, slots=True)
class Word(Box):
    """A word where it stands. size: of its letters, in points."""

    size: float
    bold: bool
    text: str


Grid = tuple[tuple[Box | None, ...], ...]
"""The cells of a ruled table, row by row; None where another cell reaches over."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is on a page. number: from 1; picture: one fills it, or much of it; failed: it couldn't be read."""

    number: int
    width: float = 0
    height: float = 0
    words: tuple[Word, ...] = ()
    tables: tuple[Grid, ...] = ()
    picture: bool = False
    failed: bool = False


def pages_of(data: bytes, name: str, progress: Progress) -> Iterator[Page]:
    """The pages of the PDF with these bytes, one after the other, as they are read.

    Raises InputError for what can't be read, and what progress raises; either way nothing goes on reading.
    """
    if not _installed():
        raise _missing()
    with _reading(data) as process:
        heard = _Heard(process, name, progress)
        for said in heard:
            if "refused" in said:
                raise _refusal(name, said["refused"])
            if "page" in said:
                yield _page(said)
                heard.page(said["page"])
            heard.pages = said.get("pages", heard.pages)
            if "end" in said:
                return
        process.wait()
        raise _refusal(name, "damaged" if process.returncode > 0 else "time")


def _installed() -> bool:
    try:
        return find_spec("pdfplumber") is not None
    except ValueError:
        return False


def _missing() -> InputError:
    return InputError(
        "Reading a PDF needs the package pdfplumber, which isn't installed.",
        "Install it: pipx inject boardtui 'pdfplumber<0.12', or without pipx "
        ".venv/bin/python -m pip install 'pdfplumber<0.12'.",
    )


def _refusal(name: str, why: str) -> InputError:
    if why == "missing":
        return _missing()
    what, hint = _REFUSED[why]
    return InputError(f"{name}: this PDF {what}.", hint)


@contextmanager
def _reading(data: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """The process, with the bytes given to it. It is gone at the end, whatever happens."""
    limits = (MEMORY, MOST_PDF_PAGES, SECONDS)
    with subprocess.Popen(
        # -P: a file in the folder where the clerk happens to be is never taken for a library.
        [sys.executable, "-P", str(_PROGRAM), *map(str, limits)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,
        bufsize=0,
    ) as process:
        try:
            assert process.stdin is not None
            with suppress(BrokenPipeError), process.stdin as given:
                _give(given.fileno(), data)
            yield process
        finally:
            process.kill()


def _give(to: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(to, rest) :]


class _Heard:
    """What the process says, line by line. While it says nothing, whoever waits may end it."""

    def __init__(self, process: subprocess.Popen[bytes], name: str, progress: Progress) -> None:
        self.pages = 0
        self._process, self._name, self._progress = process, name, progress
        self._share, self._what = 0.0, "opening the PDF"

    def page(self, number: int) -> None:
        """Tell that this page is done."""
        self._share, self._what = number / max(self.pages, 1), f"page {number} of {self.pages}"
        self._progress(self._share, self._what)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        self._progress(self._share, self._what)
        assert self._process.stdout is not None
        source, heard = self._process.stdout.fileno(), b""
        while True:
            if not select.select([source], [], [], _LOOK_UP)[0]:
                self._progress(self._share, self._what)
                continue
            more = os.read(source, 1 << 20)
            if not more:
                return
            *lines, heard = (heard + more).split(b"\n")
            if len(heard) > _LONGEST_SAID:
                raise _refusal(self._name, "memory")
            yield from map(json.loads, lines)


def _page(said: dict[str, Any]) -> Page:
    if "failed" in said:
        return Page(said["page"], failed=True)
    return Page(
        said["page"],
        said["width"],
        said["height"],
        tuple(Word(*word) for word in said["words"]),
        tuple(tuple(tuple(cell and Box(*cell) for cell in row) for row in table) for table in said["tables"]),
        said["picture"],
    )
