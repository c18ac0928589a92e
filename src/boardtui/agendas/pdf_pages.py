"""The words and ruled tables of a PDF, read in a process of its own: run as a file, never imported by what holds minutes.

The libraries that read a PDF believe what it says of itself: a file made for it has them loop for ever or fill the memory. So
nothing here is loaded where a meeting is open, and what the process may use is set before it reads a byte (`pdf_apart.py`
starts it and listens). It knows nothing of boardtui, so that it starts in a quarter of a second.

The bytes of the PDF come by standard input. What it says goes to standard output, each line a JSON object: `{"pages": 9}`;
then of each page `{"page": 1, "width": …, "height": …, "words": [[x0, top, x1, bottom, size, bold, text], …], "tables":
[[[[x0, top, x1, bottom] or null, …], …], …], "picture": false}` in points from the upper left corner, or for one that can't
be read `{"page": 2, "failed": true}`; last `{"end": true}`, or `{"refused": "password"}`.
"""

from __future__ import annotations

import gc
import json
import logging
import re
import resource
import signal
import struct
import sys
import time
import zlib
from functools import cache
from io import BytesIO
from typing import Any, BinaryIO

PAGES, PASSWORD, DAMAGED, MEMORY, TIME, MISSING = "pages", "password", "damaged", "memory", "time", "missing"
"""Why a PDF is refused: it has too many pages, asks for a password, can't be read, takes too much memory or time; or there is

no pdfplumber.
"""
_TOO_SLOW: dict[str, object] = {"failed": True}
_MOST_SLOW = 5
"""Pages that may fail because they take too long: a plan drawn with a million lines. A file with more was made to."""
_TIDIED = 20
"""Pages after which memory is tidied up: to do so all the time takes as long as a fifth of the pages."""
_MOST_SECONDS = 300
"""Of the processor, for the whole file: a thousand pages of an ordinary pack take a minute."""
_READ_IN_A_SECOND = 5_000_000
"""Bytes looked through for objects where the list of them is damaged."""
_MOST_LETTERS = 60_000
"""Letters on one page: a full page of small print has 8,000."""
_MOST_WORDS = 12_000
"""Words on one page."""
_SMALLEST_LETTER, _LARGEST_LETTER = 1, 400
"""Points: smaller ones nobody can read, larger ones are a picture."""
_LARGEST_PAGE = 20_000
"""Points: a page of seven metres."""
_SLANT = 0.1
"""How steep a line of text may be: a word across the page is no part of its text."""
_FEWEST_RULES, _MOST_RULES = 3, 1_500
"""Lines and boxes drawn on a page that may have a table: fewer rule none, more are a picture."""
_PICTURE = 0.3
"""How much of a page a picture fills, at least, for its text to be in it."""
_LIST = b"startxref"
"""What stands before the place of the list of objects, at the end of a file."""
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SPACE_OF_A_LETTER = 0.18
"""How far apart two letters are that have a space between them, of their size."""


class _TooLong(BaseException):
    """Time is up. Not an Exception, which the libraries would take for one of theirs."""


def _say(out: BinaryIO, **what: object) -> None:
    """Say one line. Raises OSError when nobody listens any more: then there is nothing left to do."""
    out.write(json.dumps(what, ensure_ascii=True).encode("ascii") + b"\n")
    out.flush()


def _limit(memory: int, seconds: float) -> None:
    """So many bytes, and so many more seconds of the processor: who takes more has a MemoryError, or is ended by the system."""
    if memory:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _drawn(page: Any) -> tuple[list[Any], list[Any], bool]:
    """The upright letters on the page, what may be rules of a table, and whether there is a picture."""
    from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage

    letters: list[Any] = []
    rules: list[Any] = []
    picture = False
    waiting = [iter(page.layout)]
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
        elif isinstance(one, LTChar):
            if _SMALLEST_LETTER < one.size < _LARGEST_LETTER and _is_upright(one):
                letters.append(one)
        elif isinstance(one, LTContainer):
            waiting.append(iter(one))
        elif isinstance(one, LTCurve):
            rules.append(one)
        elif isinstance(one, LTImage):
            picture = picture or one.width * one.height > _PICTURE * page.width * page.height
    if len(letters) > _MOST_LETTERS:
        raise ValueError("more letters than a page has")
    return letters, rules, picture


def _is_upright(letter: Any) -> bool:
    along, across = letter.matrix[:2]
    return bool(letter.upright and along > 0 and abs(across) < _SLANT * along)


def _placed(letters: list[Any], left: float, top: float) -> list[dict[str, Any]]:
    """The letters as pdfplumber makes words of them. left, top: of the page."""
    return [
        {
            "text": one.get_text(), "x0": one.x0 + left, "x1": one.x1 + left, "top": top - one.y1, "doctop": top - one.y1,
            "bottom": top - one.y0, "upright": True, "size": round(one.size, 1), "bold": bool(_BOLD.search(str(one.fontname))),
        }
        for one in letters
    ]  # fmt: skip


def _each_once(letters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is drawn twice, a hair's breadth apart, was to be bold."""
    places = {(one["text"], round(one["x0"]), round(one["top"])) for one in letters}
    if len(places) > 0.99 * len(letters):
        return letters
    kept: dict[tuple[str, int, int], dict[str, Any]] = {}
    for one in letters:
        x, y = round(one["x0"]), round(one["top"])
        near = ((one["text"], x + right, y + down) for right in (0, -1, 1) for down in (0, -1, 1))
        twin = next((kept[place] for place in near if place in kept), None)
        if twin is None:
            kept[(one["text"], x, y)] = one
        else:
            twin["bold"] = True
    return list(kept.values())


def _is_somewhere(*places: float) -> bool:
    return all(abs(place) < _LARGEST_PAGE for place in places)


def _words(page: Any, letters: list[Any]) -> list[list[object]]:
    from pdfplumber.utils.text import extract_words

    left, top, right, bottom = page.mediabox
    said = extract_words(
        _each_once(_placed(letters, left, top + page.height)),
        x_tolerance_ratio=_SPACE_OF_A_LETTER,
        extra_attrs=["bold", "size"],
    )
    if len(said) > _MOST_WORDS:
        raise ValueError("more words than a page has")
    return [
        [*(round(word[name], 1) for name in ("x0", "top", "x1", "bottom")), word["size"], word["bold"], word["text"]]
        for word in said
        if word["text"].strip()
        and _is_somewhere(word["x1"], word["bottom"])
        and left - 1 < word["x0"] < right
        and top - 1 < word["top"] < bottom
    ]


def _tables(page: Any, rules: list[Any]) -> list[list[list[list[float] | None]]]:
    """The cells of each table that is ruled, row by row; None where another cell reaches over."""
    if not _FEWEST_RULES <= len(rules) <= _MOST_RULES:
        return []
    edges = [page.process_object(one) for one in rules if _is_somewhere(one.x0, one.y0, one.x1, one.y1)]
    found = page.find_tables(
        {
            "vertical_strategy": "explicit", "explicit_vertical_lines": edges,
            "horizontal_strategy": "explicit", "explicit_horizontal_lines": edges,
        }
    )  # fmt: skip
    return [
        [[cell and [round(side, 1) for side in cell] for cell in row.cells] for row in table.rows] for table in found
    ]


def tell(data: bytes, out: BinaryIO, most_pages: int, seconds: float) -> None:
    """Say what is on the pages of this PDF. seconds: of the processor, for each page."""
    try:
        pages = _opened(data)
    except MemoryError:
        return _say(out, refused=MEMORY)
    except ImportError:
        return _say(out, refused=MISSING)
    except broken() as error:
        return _say(out, refused=PASSWORD if _locked(error) else DAMAGED)
    if len(pages) > most_pages:
        return _say(out, refused=PAGES)
    _say(out, pages=len(pages))
    slow = 0
    for number, page in enumerate(pages, 1):
        said = _told(page, seconds)
        slow += said is _TOO_SLOW
        if slow > _MOST_SLOW or time.process_time() > _MOST_SECONDS:
            return _say(out, refused=TIME)
        _say(out, page=number, **said)
        _forget_pictures(page.pdf.doc)
        if number % _TIDIED == 0:
            gc.collect()
    return _say(out, end=True)


def _opened(data: bytes) -> list[Any]:
    """The pages. Where the list of objects is wrong, the file is looked through for them, as if it had none."""
    try:
        pages = _pages_of(data)
    except broken() as error:
        if _locked(error):
            raise
        pages = []
    return pages or _pages_of(data.replace(_LIST, b"-" * len(_LIST)))


@cache
def broken() -> tuple[type[Exception], ...]:
    """What the libraries raise of a file that is wrong: errors of their own, and whatever comes of wrong numbers and names.

    Anything else ends this process, which its beginner takes for a damaged file, too.
    """
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    own = (PDFException, PSException, MalformedPDFException, PdfminerException)
    packing = (struct.error, zlib.error, EOFError, OSError)
    return (
        *own, *packing, ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, StopIteration, TypeError,
        ValueError,
    )  # fmt: skip


def _pages_of(data: bytes) -> list[Any]:
    import pdfplumber

    return list(pdfplumber.open(BytesIO(data)).pages)


def _locked(error: Exception) -> bool:
    from pdfminer.pdfdocument import PDFEncryptionError

    return any(isinstance(one, PDFEncryptionError) for one in (error, *error.args))


def _forget_pictures(document: Any) -> None:
    """Let go of the pictures that pdfminer keeps, in case they are shown again."""
    kept = getattr(document, "_cached_objs", {})
    for number in [number for number, (one, _) in kept.items() if isinstance(getattr(one, "rawdata", None), bytes)]:
        del kept[number]


def _told(page: Any, seconds: float) -> dict[str, object]:
    """What is on the page, in so many seconds; that it failed where it can't be read, or not in time."""
    _limit(0, 2 * seconds)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        if not _is_somewhere(page.width, page.height):
            return {"failed": True}
        letters, rules, picture = _drawn(page)
        words, tables = _words(page, letters), _tables(page, rules)
        page.close()
    except _TooLong:
        return _TOO_SLOW
    except MemoryError:
        return {"failed": True}
    except broken():
        return {"failed": True}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    size = {"width": round(page.width, 1), "height": round(page.height, 1)}
    return {**size, "words": words, "tables": tables, "picture": picture}


def _too_long(_signal: int, _frame: object) -> None:
    raise _TooLong


def main() -> None:
    """Read the PDF of standard input. Arguments: bytes of memory, pages at most, seconds for each page."""
    memory, most_pages, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    _limit(memory, seconds)
    gc.disable()
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGPROF, _too_long)
    with open(0, "rb") as given, open(1, "wb") as out:
        try:
            data = given.read()
            _limit(0, 2 * seconds + len(data) // _READ_IN_A_SECOND)
            tell(data, out, most_pages, seconds)
        except MemoryError:
            _say(out, refused=MEMORY)


if __name__ == "__main__":
    main()
