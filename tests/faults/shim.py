"""The shim, built and spoken to: it counts the calls on files under a folder, writes them down, and makes the n-th one fail.

It has to be there before the program begins, so whoever wants to use it starts again under it (`under_the_shim`), or starts
another program under it (`environment`).
"""

from __future__ import annotations

import atexit
import ctypes
import functools
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
_BUILT = "SHIM_BUILT"
_ENTRY = struct.Struct("=cHHQQQ")


class Mode(IntEnum):
    """How a call fails, as in shim.c."""

    NOTHING = 0
    KILL_BEFORE = 1
    KILL_AFTER = 2
    TORN = 3
    SHORT = 4
    EIO = 5
    ENOSPC = 6
    EROFS = 7

    @property
    def kills(self) -> bool:
        """Does the program die of it?"""
        return self in (Mode.KILL_BEFORE, Mode.KILL_AFTER, Mode.TORN)

    @property
    def only_writes(self) -> bool:
        """Is it something that happens to a write only?"""
        return self in (Mode.TORN, Mode.SHORT)


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was done, as it was written down.

    kind: C a file made, W write, T truncate (at its length), S sync, D sync of a folder, U remove, M a folder made, N rename,
    L a second name; name, other: paths; inode: which file it is, whatever it is called.
    """

    kind: str
    name: str
    other: str = ""
    inode: int = 0
    offset: int = 0
    data: bytes = b""


class NoCompiler(RuntimeError):
    """There is nothing to build the shim with."""


@functools.cache
def library() -> Path:
    """The shim, built into a folder that goes when this process ends. Raises NoCompiler, RuntimeError."""
    if _BUILT in os.environ:
        return Path(os.environ[_BUILT])
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        raise NoCompiler(
            "The shim is built with cc, on Linux. Install a C compiler (Debian: apt install gcc libc6-dev)."
        )
    folder = tempfile.mkdtemp(prefix="shim-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    built = Path(folder) / "shim.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", str(built), str(SOURCE), "-ldl", "-pthread"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"cc can't build {SOURCE.name}: {done.stderr.strip()}")
    return built


def environment(folder: Path | None = None, *, log: Path | None = None, switch: Path | None = None) -> dict[str, str]:
    """What to add to the environment of a program that is to run under the shim.

    folder: what it looks at; log: where calls are written down; switch: the disk is full as long as this file exists. Both
    must lie elsewhere.
    """
    settings = {"SHIM_FOLDER": folder and folder.resolve(), "SHIM_LOG": log, "SHIM_SWITCH": switch}
    own = {"LD_PRELOAD": str(library()), _BUILT: str(library())}
    return own | {name: str(value) for name, value in settings.items() if value}


def under_the_shim(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script of this folder again, under the shim."""
    command = [sys.executable, str(SOURCE.with_name(script)), *words]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | environment())


class Shim:
    """The shim of this process, which was started under it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(str(library()))
        self._library.shim_kinds.restype = ctypes.c_char_p
        self._library.shim_arm.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int]

    def watch(self, folder: Path) -> None:
        """Look at the calls on what lies under this folder from now on."""
        self._library.shim_watch(os.fsencode(folder.resolve()))

    def arm(self, number: int = 0, mode: Mode = Mode.NOTHING, *, lasting: bool = False) -> None:
        """Count anew from 1, and let that call fail; lasting: all that follow, too."""
        self._library.shim_arm(number, mode, lasting)

    def log(self, path: Path | None) -> None:
        """Write the calls down there from now on; None: no longer."""
        self._library.shim_log(path and os.fsencode(path))

    @property
    def kinds(self) -> str:
        """What was called since it was armed, a letter each: o open, w write, s sync, t truncate, n a call on a name."""
        return str(self._library.shim_kinds().decode())

    @property
    def happened(self) -> bool:
        """Did the call come that was to fail?"""
        return bool(self._library.shim_happened())


def read_log(path: Path) -> Iterator[Call]:
    """The calls that were written down, in order."""
    data, at = path.read_bytes(), 0
    while at < len(data):
        kind, name, other, inode, offset, length = _ENTRY.unpack_from(data, at)
        cuts = [at + _ENTRY.size, 0, 0, 0]
        for number, size in enumerate((name, other, length)):
            cuts[number + 1] = cuts[number] + size
        at = cuts[3]
        words = [data[cuts[number] : cuts[number + 1]] for number in range(3)]
        yield Call(kind.decode(), os.fsdecode(words[0]), os.fsdecode(words[1]), inode, offset, words[2])
