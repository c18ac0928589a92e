"""Traces of words that were erased: where they still are, byte by byte, so that nobody has to believe that they are gone.

Whole passages are looked for, and single words that nothing else in the book has. Files are read as they lie on the disk, so
never while this process has one of them open as a book.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from boardtui.book.connection import account, is_open_here
from boardtui.book.library import sqlite3

_PASSAGE = 16
_WORD = 5
"""Characters that something must have to be told from what stands anywhere by chance."""
_ESCAPED = re.compile(r'["\\\x00-\x1f]+')
_WORDS = re.compile(rf"\w{{{_WORD},}}")
_PERHAPS_HEX = re.compile(r"[0-9a-f]{1,12}")
"""What may stand by chance in a hash or a token, too."""

_TEXTS = (
    "SELECT meeting || ' ' || wall || ' ' || actor || ' ' || kind || ' ' || item || ' ' || coalesce(at, '') FROM act",
    "SELECT payload FROM act WHERE payload IS NOT NULL",
    "SELECT meeting || ' ' || place || ' ' || text FROM draft",
    "SELECT actor || ' ' || reason FROM erasure",
    "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_schema",
    "SELECT migration_set || ' ' || name FROM _sqlite_migrations",
    "SELECT 'SQLite format'",
)
_ACTS_WITH = "SELECT seq FROM act WHERE instr(payload, ?) ORDER BY seq"
_DRAFTS_WITH = "SELECT meeting, place FROM draft WHERE instr(text, ?)"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of acts, to be looked for. passages: pieces of their texts as they stand in a file; words: single ones, in

    lower case.
    """

    passages: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def found_in(self, data: bytes) -> bool:
        """Does any of it stand in these bytes?"""
        if any(passage.encode() in data for passage in self.passages):
            return True
        lower = data.lower() if self.words else b""
        return any(form.encode() in text for word in self.words for form, text in _forms(word, data, lower))


def _forms(word: str, data: bytes, lower: bytes) -> Iterator[tuple[str, bytes]]:
    """A word as it may be written: `bytes.lower` knows no letters but those of ASCII."""
    yield word, lower
    if not word.isascii():
        yield from ((form, data) for form in (word.upper(), word.capitalize()))


def wording_of(payloads: Iterable[str]) -> Wording:
    """What to look for of acts. payloads: each as JSON, as the book has them."""
    texts = [text for payload in payloads for text in _texts(json.loads(payload))]
    pieces = (piece.strip() for text in texts for piece in _ESCAPED.split(text))
    passages = frozenset(piece for piece in pieces if len(piece) >= _PASSAGE and " " in piece)
    words = {word.lower() for text in texts for word in _WORDS.findall(text)}
    return Wording(passages, frozenset(word for word in words if not _PERHAPS_HEX.fullmatch(word)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def only_there(raw: sqlite3.Connection, wording: Wording, projected: Iterable[str]) -> Wording:
    """What of the wording nothing else in the book has. projected: the texts of the tables made from the acts, which have

    words of their own (`carried`); a whole passage in one is a trace all the same.
    """
    own = "\n".join(str(text) for statement in _TEXTS for (text,) in raw.execute(statement))
    with_tables = f"{own}\n{' '.join(projected)}".lower()
    return Wording(
        frozenset(passage for passage in wording.passages if passage not in own),
        frozenset(word for word in wording.words if word not in with_tables),
    )


def elsewhere(raw: sqlite3.Connection, wording: Wording) -> tuple[list[int], list[str]]:
    """What else in the book says the same: the acts that hold one of the passages, and the drafts, by meeting and place."""
    acts, drafts = set(), set()
    for passage in wording.passages:
        acts |= {int(seq) for (seq,) in raw.execute(_ACTS_WITH, [passage])}
        drafts |= {f"{meeting} {place}" for meeting, place in raw.execute(_DRAFTS_WITH, [passage])}
    return sorted(acts), sorted(drafts)


def files_with(wording: Wording, files: Iterable[Path]) -> list[Path]:
    """Those of the files in which any of it stands. One that isn't there has nothing. Raises OSError."""
    return [file for file in files if wording.found_in(_content(file))]


def _content(file: Path) -> bytes:
    with account:
        if is_open_here(file):
            raise OSError(f"{file} is open here")
        try:
            handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            return b""
        with os.fdopen(handle, "rb") as reading:
            return reading.read()
