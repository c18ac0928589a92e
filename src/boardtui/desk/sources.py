"""Files that are brought to the desk: agendas, notes and a Word file to write over, read whole, and never more than a limit."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from boardtui.agendas.decoding import decode
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_FILE, LARGEST_SOURCE, LARGEST_WORD_FILE, figure

STANDARD_INPUT = "-"


def read_source(name: str) -> str:
    """The text of a file, or of standard input for `-`. Raises InputError for what is no file, no text, or too large."""
    if name == STANDARD_INPUT:
        return decode(_at_most(sys.stdin.buffer, "standard input", _TEXT), "standard input")
    return decode(_bytes_of(name, _TEXT), name)


def read_bytes(name: str) -> bytes:
    """The bytes of a file that an agenda or a membership is taken from, or of standard input for `-`. Raises InputError."""
    if name == STANDARD_INPUT:
        return _at_most(sys.stdin.buffer, "standard input", _SOURCE)
    return _bytes_of(name, _SOURCE)


def read_word_file(name: str) -> bytes:
    """The bytes of a Word file. Raises InputError for what is no file, of an older Word, with macros, or too large."""
    ending = Path(name).suffix.lower()
    if ending in (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".rtf", ".pdf"):
        raise InputError(
            f"{name} is a {ending} file, and a .docx is wanted.",
            "Open it in Word, and save it as a Word Document (.docx).",
        )
    return _bytes_of(name, _WORD)


@dataclass(frozen=True, slots=True)
class _Most:
    """The most that is read, in bytes, and what for."""

    size: int
    what: str


_TEXT = _Most(LARGEST_FILE, "an agenda or notes")
_SOURCE = _Most(LARGEST_SOURCE, "a file to take an agenda from")
_WORD = _Most(LARGEST_WORD_FILE, "a Word file to write minutes over")


def _bytes_of(name: str, most: _Most) -> bytes:
    try:
        return _read(name, most)
    except FileNotFoundError:
        raise InputError(f"There is no file {name}.", "Look at the name and the folder.") from None
    except OSError as error:
        raise InputError(f"{name} can't be read: {error.strerror or error}.", "Look at its rights.") from None


def _read(name: str, most: _Most) -> bytes:
    """The bytes of a file, which is looked at before it is read: its kind and size. Raises InputError, OSError."""
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)  # a pipe without a writer holds nobody up
    except ValueError:  # a NUL in it, or half a character
        raise InputError(f"{name} is no name of a file.", "Look at the name and the folder.") from None
    try:
        kind = os.fstat(handle)
        if stat.S_ISDIR(kind.st_mode):
            raise InputError(f"{name} is a folder.", "Name the file in it.")
        if not stat.S_ISREG(kind.st_mode):
            raise InputError(f"{name} is no file.", "Name a file, or pipe it in and write - for its name.")
        if kind.st_size > most.size:
            raise _too_large(name, most)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return _at_most(file, name, most)
    finally:
        os.close(handle)


def _at_most(file: BinaryIO, name: str, most: _Most) -> bytes:
    data = file.read(most.size + 1)
    if len(data) > most.size:
        raise _too_large(name, most)
    return data


def _too_large(name: str, most: _Most) -> InputError:
    size = figure(most.size // 1_000_000)
    return InputError(f"{name} is larger than {size} MB, too large for {most.what}.", "Is it the right file?")
