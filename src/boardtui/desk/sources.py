"""Files that are brought to the desk: agendas and notes, read whole, and never more than a limit."""

from __future__ import annotations

import os
import stat
import sys
from typing import BinaryIO

from boardtui.agendas import decode
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_FILE, figure

STANDARD_INPUT = "-"


def read_source(name: str) -> str:
    """The text of a file, or of standard input for `-`. Raises InputError for what is no file, no text, or too large."""
    if name == STANDARD_INPUT:
        return decode(_at_most(sys.stdin.buffer, "standard input"), "standard input")
    try:
        return decode(_read(name), name)
    except FileNotFoundError:
        raise InputError(f"There is no file {name}.", "Look at the name and the folder.") from None
    except OSError as error:
        raise InputError(f"{name} can't be read: {error.strerror or error}.", "Look at its rights.") from None


def _read(name: str) -> bytes:
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
        if kind.st_size > LARGEST_FILE:
            raise _too_large(name)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return _at_most(file, name)
    finally:
        os.close(handle)


def _at_most(file: BinaryIO, name: str) -> bytes:
    data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    return data


def _too_large(name: str) -> InputError:
    most = figure(LARGEST_FILE // 1_000_000)
    return InputError(f"{name} is larger than {most} MB, too large for an agenda or notes.", "Is it the right file?")
