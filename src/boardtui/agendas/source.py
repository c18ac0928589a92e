"""What an agenda is read from: the lines of a file of any kind, with what the file itself says of them, and nothing guessed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from boardtui.agendas.parts import Part


class Kind(StrEnum):
    """What sort of file it is."""

    TEXT = "text"
    WORD = "Word"
    PDF = "PDF"
    PAGE = "web page"
    SERVICE = "web service"
    NATIVE = "agenda file"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of text, paragraph of Word, joined line of a PDF, or block of a page.

    number: from 1, in the order of the file; text: clean and on one line; page: from 1, 0 where there are no pages;
    indent: how far in, in the file's own unit: only compared within one file; marker: the number or bullet that the program
    set before it and that is not part of the text (`7.`, `(a)`); bold: all of it; heading: the level of a heading style,
    0 for none; apart: a gap stands before it; part: what the file itself says it is, by its structure, None where it doesn't.
    """

    number: int
    text: str
    page: int = 0
    indent: int = 0
    marker: str = ""
    bold: bool = False
    heading: int = 0
    apart: bool = False
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read. name: as it is called in messages; digest: SHA-256 of its bytes, in hexadecimal figures;

    remarks: what the clerk should know of how it was read, a sentence each (`Words struck out in it were left out.`).
    """

    name: str
    kind: Kind
    digest: str
    lines: tuple[SourceLine, ...]
    remarks: tuple[str, ...] = field(default=())


Progress = Callable[[float, str], None]
"""Called while a file is read: the share that is done, 0 to 1, and of what. What it raises ends the reading: that is how

a long one is cancelled.
"""


def unseen(_share: float, _what: str) -> None:
    """A progress that nobody watches."""


class Reader(Protocol):
    """Reads one kind of file."""

    def __call__(self, data: bytes, name: str, progress: Progress = unseen) -> Source:
        """The lines of the file with these bytes.

        name: what it is called in messages. Raises InputError, with a sentence and what to do, for what can't be read.
        """


def digest_of(data: bytes) -> str:
    """The digest by which a file is known again."""
    return hashlib.sha256(data).hexdigest()
