"""A disk as a power cut finds it: what was synced is on it for certain, and of what was only written any part.

Content: of the writes and truncations of a file since its last sync any may be on the disk, whichever came first, and a write
may be torn at sectors. Names: files made, renamed and removed come onto the disk in the order in which that was done (as
ext4 keeps it), and for certain only once their folder was synced, or for a file just made, the file itself.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from faults.shim import Call

SECTOR = 512
Image = dict[str, bytes | None]
"""Path -> what is in the file, None for a folder."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something on a disk. content: None for a folder."""

    name: str
    inode: int
    content: bytes | None

    @classmethod
    def all_in(cls, folder: Path) -> list[Found]:
        """Everything in a folder, the folders before what is in them."""
        return [
            cls(str(path), path.stat().st_ino, None if path.is_dir() else path.read_bytes())
            for path in sorted(folder.rglob("*"))
        ]


@dataclass(slots=True)
class _File:
    """synced: what is on the disk for certain; since: the calls that may be on it, too."""

    synced: bytearray = field(default_factory=bytearray)
    since: list[Call] = field(default_factory=list)


@dataclass(slots=True)
class _Change:
    """A change of a name. certain: it is on the disk whatever happens."""

    call: Call
    file: _File | None
    certain: bool = False


class Disk:
    """Follows calls, and gives the images that a power cut could leave at any moment."""

    def __init__(self, found: Iterable[Found]) -> None:
        """found: what is on the disk for certain."""
        self._names: dict[str, _File | None] = {}
        self._files: dict[int, _File] = {}
        self._changes: list[_Change] = []
        for one in found:
            self._names[one.name] = file = None if one.content is None else _File(bytearray(one.content))
            if file is not None:
                self._files[one.inode] = file

    def step(self, call: Call) -> None:
        """One call more."""
        if call.kind in "WT":
            self._files.setdefault(call.inode, _File()).since.append(call)
        elif call.kind == "S":
            self._sync(self._files.setdefault(call.inode, _File()))
        elif call.kind == "D":
            for change in self._changes:
                change.certain |= call.name in (_folder(change.call.name), _folder(change.call.other))
            self._settle()
        else:
            if call.kind == "C":
                self._files[call.inode] = _File()
            self._changes.append(_Change(call, self._files.get(call.inode) if call.kind == "C" else None))

    def _sync(self, file: _File) -> None:
        for call in file.since:
            _do(file.synced, call)
        file.since.clear()
        for change in self._changes:
            change.certain |= change.file is file
        self._settle()

    def _settle(self) -> None:
        """What comes before something certain is certain, because names change in order."""
        last = max((at for at, change in enumerate(self._changes) if change.certain), default=-1)
        for change in self._changes[: last + 1]:
            _rename(self._names, change)
        del self._changes[: last + 1]

    def image(self, rnd: random.Random, luck: float) -> Image:
        """What a power cut could leave now. luck: 0 nothing but what was synced, 1 everything, between them by chance."""
        happened = len(self._changes) if luck >= 1 else rnd.randint(0, len(self._changes)) if luck > 0 else 0
        names = dict(self._names)
        for change in self._changes[:happened]:
            _rename(names, change)
        return {name: file and self._content(file, rnd, luck) for name, file in names.items()}

    @staticmethod
    def _content(file: _File, rnd: random.Random, luck: float) -> bytes:
        content = bytearray(file.synced)
        for call in file.since:
            for part in _sectors(call) if 0 < luck < 1 and rnd.random() < 0.5 else (call,):
                if rnd.random() < luck:
                    _do(content, part)
        return bytes(content)


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _rename(names: dict[str, _File | None], change: _Change) -> None:
    call = change.call
    if call.kind in "CM":
        names[call.name] = change.file
    elif call.kind == "U":
        names.pop(call.name, None)
    elif call.kind == "N":
        names[call.other] = names.pop(call.name)
    elif call.kind == "L":
        names[call.other] = names[call.name]


def _sectors(call: Call) -> Iterable[Call]:
    """A write as the parts of it that a disk does as one."""
    if call.kind != "W":
        return (call,)
    cuts = [0, *range(SECTOR - call.offset % SECTOR, len(call.data), SECTOR), len(call.data)]
    return [
        Call("W", call.name, offset=call.offset + start, data=call.data[start:end]) for start, end in pairwise(cuts)
    ]


def _do(content: bytearray, call: Call) -> None:
    if call.kind == "T":
        del content[call.offset :]
    content.extend(bytes(max(0, call.offset - len(content))))
    content[call.offset : call.offset + len(call.data)] = call.data
