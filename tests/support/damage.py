"""Damage, as disks, sticks and programs do it, by a seed: the same seed does the same."""

from __future__ import annotations

import random
from collections.abc import Callable

SECTOR, PAGE = 512, 4096

Harm = Callable[[bytearray, random.Random], None]


def bits(data: bytearray, rnd: random.Random) -> None:
    """Some bits turned over."""
    for _ in range(rnd.choice([1, 1, 3, 10, 40])):
        data[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)


def sectors(data: bytearray, rnd: random.Random) -> None:
    """Some sectors that can't be read any more, or hold something else."""
    _blocks(data, rnd, SECTOR, rnd.randrange(1, 8))


def whole_pages(data: bytearray, rnd: random.Random) -> None:
    """Some pages gone."""
    _blocks(data, rnd, PAGE, rnd.randrange(1, 5))


def beginning(data: bytearray, rnd: random.Random) -> None:
    """The header, the list of tables, or both."""
    length = rnd.choice([16, 100, PAGE, 3 * PAGE])
    data[:length] = rnd.randbytes(min(length, len(data)))


def tail(data: bytearray, rnd: random.Random) -> None:
    """Cut short."""
    del data[rnd.randrange(len(data) // 2, len(data)) :]


def swapped(data: bytearray, rnd: random.Random) -> None:
    """Two pages written in each other's place."""
    one, other = (PAGE * rnd.randrange(len(data) // PAGE) for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def scattered(data: bytearray, rnd: random.Random) -> None:
    """Bytes here and there."""
    for _ in range(rnd.randrange(1, 60)):
        data[rnd.randrange(len(data))] = rnd.randrange(256)


def _blocks(data: bytearray, rnd: random.Random, size: int, number: int) -> None:
    for _ in range(number):
        start = size * rnd.randrange(max(1, len(data) // size))
        end = min(start + size, len(data))
        data[start:end] = rnd.choice([bytes(end - start), b"\xff" * (end - start), rnd.randbytes(end - start)])


HARMS: dict[str, Harm] = {
    "bits": bits, "sectors": sectors, "pages": whole_pages, "beginning": beginning, "tail": tail, "swapped": swapped,
    "scattered": scattered,
}  # fmt: skip


def damaged(good: bytes, harm: str, seed: int) -> bytes:
    """These bytes, after such a harm."""
    data = bytearray(good)
    HARMS[harm](data, random.Random(f"{harm} {seed}"))
    return bytes(data)


def intact(good: bytes, hurt: bytes, parts: list[tuple[int, int]]) -> bool:
    """Is all of it, from where to where each, as it was?"""
    return all(good[start:end] == hurt[start:end] for start, end in parts)
