"""The pages of a SQLite file, read without SQLite: for a book that it gives up on at the first damaged page.

Nothing the file says of itself is relied on: not its list of tables, not its trees, not the table of cells in a page. Rows
are looked for wherever they may stand, in every version of every page that the file and its log hold, and it is for the
caller to tell which of them prove themselves. After https://www.sqlite.org/fileformat2.html, whose words are used here.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Value = str | int | float | bytes | None
"""What stands in a column. Text that isn't UTF-8, as damaged text may be, comes as its bytes."""

_USUAL = 4096
_FILE_MAGIC = b"SQLite format 3\0"
_LOG_MAGIC = (0x377F0682, 0x377F0683)
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LONGEST_VARINT = 9

_VARINT = rb"[\x80-\xff]{0,8}[\x00-\x7f]"
_ODD = bytes(range(1, 128, 2))
_TEXT = rb"(?:[\x80-\xff]{1,8}[%b]|[%b])" % (re.escape(_ODD), re.escape(_ODD[6:]))
_KINDS = {"null": rb"\x00", "int": rb"[\x01-\x06\x08\x09]", "text": _TEXT, "any": _VARINT}


class Shape:
    """What the rows of a table look like: a kind for each column, `null`, `int`, `text` or `any`; `text64` for text of 64

    bytes. With `?` it may be NULL. The first column of a table with an INTEGER PRIMARY KEY is `null`: its number stands
    beside the row. mark: bytes without which there is no such row in a page.
    """

    def __init__(self, kinds: str) -> None:
        exact = {kind: _written(13 + 2 * int(kind[4:])) for kind in kinds.split() if re.fullmatch(r"text\d+", kind)}
        columns = [_column(kind, exact) for kind in kinds.split()]
        # Inside a lookahead, so that rows are found that seem to begin within another.
        self.pattern = re.compile(rb"(?s)(?=([\x02-\x7f]%b))" % b"".join(columns))
        self.mark = b"".join(exact.get(kind, b" ") for kind in kinds.split()).strip().rpartition(b" ")[2]


def _column(kind: str, exact: dict[str, bytes]) -> bytes:
    if kind.endswith("?"):
        return rb"(?:\x00|%b)" % _column(kind[:-1], exact)
    return re.escape(exact[kind]) if kind in exact else _KINDS[kind]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was found. number: its rowid, 0 or more and below 2**49."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file and its log. usable: bytes of each that SQLite uses; versions: number of a page, from 1, -> what

    it held, the newest first.
    """

    usable: int
    versions: dict[int, list[bytes]]

    def rows(self, shape: Shape, *, newest: bool = False) -> Iterator[Row]:
        """Every row of that shape, those in the newest versions of pages first; some come twice, some were never there.

        newest: only those, for rows that may have been taken away since.
        """
        depth = 1 if newest else max(map(len, self.versions.values()), default=0)
        for age in range(depth):
            for versions in self.versions.values():
                if age < len(versions):
                    yield from self._rows_in(versions[age], shape)

    def with_mark(self, shape: Shape) -> Iterator[bytes]:
        """Every version of every page in which something is left of such a row, and may be more than rows show."""
        return (page for versions in self.versions.values() for page in versions if shape.mark in page)

    def _rows_in(self, page: bytes, shape: Shape) -> Iterator[Row]:
        if shape.mark not in page:
            return
        for found in shape.pattern.finditer(page, 0, self.usable):
            start, header = found.start(), found[1]
            if len(header) == header[0] and (number := _number_before(page, start)) is not None:
                yield from self._row(page, start, *number, header)

    def _row(self, page: bytes, start: int, number: int, cell: int, header: bytes) -> Iterator[Row]:
        """The row whose header begins at `start` and whose number begins at `cell`, if the length of it stands before."""
        kinds = list(_varints(header[1:]))
        sizes = [_size(kind) for kind in kinds]
        total = len(header) + sum(sizes)
        length = _written(total)
        if min(sizes) < 0 or page[max(0, cell - len(length)) : cell] != length:
            return
        seen: list[bytes] = []
        for oldest in (False, True):
            whole = self._whole(page, start, total, oldest=oldest)
            if whole is not None and whole not in seen:
                seen.append(whole)
                yield Row(number, tuple(_values(whole[len(header) :], kinds, sizes)))

    def _whole(self, page: bytes, start: int, total: int, *, oldest: bool) -> bytes | None:
        """A row's bytes, with what stands on overflow pages; None where they lead nowhere."""
        here = self._on_page(total)
        end = start + here
        if end + (0 if here == total else 4) > self.usable:
            return None
        whole, following = page[start:end], int.from_bytes(page[end : end + 4])
        passed: set[int] = set()
        while len(whole) < total:
            versions = self.versions.get(following)
            if not versions or following in passed:
                return None
            passed.add(following)
            more = versions[-1 if oldest else 0]
            whole += more[4 : min(self.usable, 4 + total - len(whole))]
            following = int.from_bytes(more[:4])
        return whole

    def _on_page(self, total: int) -> int:
        """How many bytes of a row of so many stand in its own page."""
        most = self.usable - 35
        if total <= most:
            return total
        least = (self.usable - 12) * 32 // 255 - 23
        rest = least + (total - least) % (self.usable - 4)
        return rest if rest <= most else least


def read(file: bytes, log: bytes) -> list[Pages]:
    """The pages of a file and its log, in every way they may be cut: the likeliest first."""
    found = []
    for size in _sizes(file, log):
        versions: dict[int, list[bytes]] = {}
        for place in range(0, len(file), size):
            versions[place // size + 1] = [file[place : place + size].ljust(size, b"\0")]
        for number, page in _frames(log, size):
            versions.setdefault(number, []).insert(0, page)
        reserved = int.from_bytes(file[20:21]) if file.startswith(_FILE_MAGIC) else 0
        found += [Pages(size - unused, versions) for unused in sorted({0, reserved} if reserved <= 32 else {0})]
    return found


def _sizes(file: bytes, log: bytes) -> list[int]:
    """Which sizes pages may have, by the file, by its log, and as most have it."""
    said = [int.from_bytes(file[16:18]) if file.startswith(_FILE_MAGIC) else 0]
    said.append(int.from_bytes(log[8:12]) if int.from_bytes(log[:4]) in _LOG_MAGIC else 0)
    said = [65536 if size == 1 else size for size in said]
    sizes = [size for size in said if 512 <= size <= 65536 and size & (size - 1) == 0]
    return list(dict.fromkeys([*sizes, _USUAL]))


def _frames(log: bytes, size: int) -> list[tuple[int, bytes]]:
    """The committed frames of a log, in order: number of the page, and what was written there.

    Their checksums say nothing here: after one damaged frame none fits any more. Frames of an earlier round have another
    salt, and those behind the last commit never counted.
    """
    places = range(_LOG_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size)
    heads = [log[place : place + _FRAME_HEADER] for place in places]
    if not heads:
        return []
    count = Counter(head[8:16] for head in heads)
    salts = max((log[16:24], heads[0][8:16]), key=lambda salt: count[salt])
    frames: list[tuple[int, bytes]] = []
    committed = 0
    for place, head in zip(places, heads, strict=True):
        number, pages_after = struct.unpack(">II", head[:8])
        if head[8:16] != salts:
            continue
        frames.append((number, log[place + _FRAME_HEADER : place + _FRAME_HEADER + size]))
        if pages_after:
            committed = len(frames)
    return frames[:committed]


def _number_before(page: bytes, end: int) -> tuple[int, int] | None:
    """The varint that ends there, and where it begins."""
    start = end - 1
    if start < 0 or page[start] & 0x80:
        return None
    while start > 0 and page[start - 1] & 0x80:
        start -= 1
    if end - start >= _LONGEST_VARINT - 1:
        return None
    return next(_varints(page[start:end])), start


def _varints(data: bytes) -> Iterator[int]:
    """Varints that follow each other, all of less than nine bytes."""
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            yield value
            value = 0


def _written(number: int) -> bytes:
    """A number as a varint."""
    out = [number & 0x7F]
    while number := number >> 7:
        out.append(number & 0x7F | 0x80)
    return bytes(reversed(out))


def _size(kind: int) -> int:
    """How many bytes a column of that serial type has; -1 for one that there isn't."""
    if kind >= 12:
        return (kind - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1)[kind]


def _values(body: bytes, kinds: Sequence[int], sizes: Sequence[int]) -> Iterator[Value]:
    ends = [0]
    for size in sizes:
        ends.append(ends[-1] + size)
    for kind, (start, end) in zip(kinds, pairwise(ends), strict=True):
        yield _value(kind, body[start:end])


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        return _text(data) if kind % 2 else data
    if kind == 7:
        number: float = struct.unpack(">d", data)[0]
        return number
    return {0: None, 8: 0, 9: 1}.get(kind, int.from_bytes(data, signed=True))


def _text(data: bytes) -> str | bytes:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data
