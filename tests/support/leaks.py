"""Looking for words that must not be where they are: in files and in what was sent to a terminal, however they are written."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from support.portable import PortableFile

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
_ORDERS = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
_DEEPEST = 3


def forms(word: str) -> set[bytes]:
    """The ways in which a word of ASCII letters may be written: encodings, large and small, backwards, base64, hex."""
    plain = {word, word[::-1], word.upper(), word.lower()}
    found = {one.encode(encoding) for one in plain for encoding in _ENCODINGS}
    for data in (word.encode(), word.encode("utf-16-le")):
        found |= {_inside_base64(data, before) for before in range(3)}
        found |= {data.hex().encode(), data.hex().upper().encode()}
    return found


def _inside_base64(data: bytes, before: int) -> bytes:
    """How it looks in base64 behind so many other bytes, without the letters that depend on what stands beside it."""
    encoded = base64.b64encode(bytes(before) + data)
    return encoded[4 if before else 0 : (before + len(data)) // 3 * 4]


def words_in(data: bytes, words: Iterable[str]) -> list[str]:
    """Those of the words that stand in these bytes, or in what is packed in them."""
    pieces = list(_unpacked(data, _DEEPEST))
    return [word for word in words if any(form in piece for form in forms(word) for piece in pieces)]


def _unpacked(data: bytes, depth: int) -> Iterator[bytes]:
    """The bytes; without the orders to a terminal among them; and what is inside, if they are an archive or compressed."""
    yield data
    yield _ORDERS.sub(b"", data)
    if not depth:
        return
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from _unpacked(archive.read(name), depth - 1)
    elif data.startswith(b"%PDF"):
        file = PortableFile(data)
        yield from (one.encode() for one in (file.text(), *file.pages()))
        yield from file.streams()
    elif data[:1] == b"\x78" or data[:2] == b"\x1f\x8b":
        try:
            yield from _unpacked(zlib.decompress(data, 47), depth - 1)
        except zlib.error:
            return


def files_in(folder: Path, but: Iterable[str] = ()) -> Iterator[Path]:
    """Every file below a folder, hidden ones too. but: patterns of paths, relative to it, that are passed over."""
    patterns = tuple(but)
    for path in sorted(folder.rglob("*")):
        if not any(path.relative_to(folder).match(pattern) for pattern in patterns) and (
            path.is_file() or path.is_symlink()
        ):
            yield path


def leaks(folder: Path, words: Iterable[str], but: Iterable[str] = ()) -> list[str]:
    """`file: word` for each of the words in a file, or in the name of a file, below a folder. but: see `files_in`."""
    wanted = tuple(words)
    found = []
    for path in files_in(folder, but):
        name = str(path.relative_to(folder))
        data = path.read_bytes() if path.is_file() else b""
        found += [f"{name}: {word}" for word in words_in(name.encode() + b"\n" + data, wanted) + words_in(data, wanted)]
    return sorted(set(found))
