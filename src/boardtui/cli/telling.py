"""What commands tell people: wrapped between words where it is read on a terminal, and as it is where a program reads it."""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TextIO

_COMMAND = re.compile(r"(?<=: )boardtui .*")
"""A command to be typed, at the end of a sentence: broken in two it would be another one when it is pasted."""


def tell(text: str, file: TextIO | None = None) -> None:
    """Print prose, in as many lines as it takes. file: standard output when None."""
    stream = sys.stdout if file is None else file
    print(in_lines(text, width_of(stream)), file=stream)


def width_of(stream: TextIO) -> int:
    """The columns of the terminal that a stream goes to, 0 where it goes to none."""
    return shutil.get_terminal_size().columns if stream.isatty() else 0


def in_lines(text: str, width: int) -> str:
    """The text with its lines broken between words, and what goes on in the next line set in as far as the first was.

    width: columns, 0 for as it is. A word or a path that is longer stays whole, and so does a command at the end.
    """
    return "\n".join(_wrapped(line, width) for line in text.split("\n")) if width else text


def _wrapped(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    from textwrap import wrap

    indent = " " * (len(line) - len(line.lstrip()))
    found = _COMMAND.search(line)
    prose = line[: found.start()].rstrip() if found else line
    lines = wrap(prose, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    if found:
        lines += [f"{indent}{found[0]}"]
        if len(" ".join(lines[-2:])) <= width:
            lines[-2:] = [f"{lines[-2]} {found[0]}"]
    return "\n".join(lines)


def cut(text: str, width: int) -> str:
    """As much of a line as fits into so many columns. width: 0 for all of it."""
    ends = list(accumulate(_columns(character) for character in text))
    if not width or not ends or ends[-1] <= width:
        return text
    return f"{text[: bisect_right(ends, width - 1)].rstrip()}…"


def _columns(character: str) -> int:
    """How many a character takes: an ideograph two, an accent over another none."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
