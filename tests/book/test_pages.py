"""Pages read without SQLite hold what SQLite reads from them."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.book import pages
from boardtui.book.pages import Row, Shape

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60) | st.integers(0, 20_000).map(
    lambda length: "é" * length
)
NUMBERS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, 1, 127, 128, -128, -129, 2**47])
BLOBS = st.binary(max_size=40) | st.integers(0, 9_000).map(bytes)
ROWS = st.dictionaries(st.integers(0, 2**48), st.tuples(TEXTS, NUMBERS, BLOBS, st.none() | TEXTS), max_size=12)
SHAPE = Shape("null text any any text?")


def write(raw: sqlite3.Connection, rows: dict[int, tuple[object, ...]]) -> None:
    raw.executemany("INSERT OR REPLACE INTO t VALUES (?, ?, ?, ?, ?)", [(key, *row) for key, row in rows.items()])
    raw.commit()


def made(path: Path, size: int) -> sqlite3.Connection:
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA page_size={size}")
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b INTEGER, c BLOB NOT NULL, d TEXT) STRICT")
    raw.commit()
    return raw


def found(path: Path, shape: Shape = SHAPE) -> list[Row]:
    """What is found in a copy of the file and its log."""
    log = Path(f"{path}-wal")
    (likeliest, *_) = pages.read(path.read_bytes(), log.read_bytes() if log.exists() else b"")
    return list(likeliest.rows(shape))


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS, st.sampled_from([512, 1024, 4096, 65536]), st.booleans())
def test_every_row_is_found_as_sqlite_reads_it(
    first: dict[int, tuple[object, ...]], then: dict[int, tuple[object, ...]], size: int, in_file: bool
) -> None:
    with TemporaryDirectory() as folder:
        path, copy = Path(folder) / "t.db", Path(folder) / "copy.db"
        raw = made(path, size)
        write(raw, first)
        if in_file:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        write(raw, then)
        wanted = {Row(key, (None, *rest)) for key, *rest in raw.execute("SELECT * FROM t")}
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        raw.close()
        assert wanted <= set(found(copy))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with 200 rows, closed."""
    raw = made(tmp_path / "t.db", 4096)
    write(raw, {key: (f"row {key}", key, b"", "é" * (key * 37 % 9000)) for key in range(1, 201)})
    raw.close()
    return tmp_path / "t.db"


def test_nothing_is_found_twice_or_made_up_in_a_sound_file(path: Path) -> None:
    assert sorted(row.number for row in found(path, Shape("null text int any text"))) == list(range(1, 201))


def test_the_newest_version_comes_first(path: Path) -> None:
    raw = sqlite3.connect(path)
    for word in ("second", "third"):
        write(raw, {7: (word, 1, b"", None)})
    shutil.copyfile(path, path.with_name("c.db"))
    shutil.copyfile(f"{path}-wal", path.with_name("c.db-wal"))
    raw.close()
    assert [row.values[1] for row in found(path.with_name("c.db")) if row.number == 7] == ["third", "second", "row 7"]


def test_what_was_not_committed_is_not_found(path: Path) -> None:
    raw = sqlite3.connect(path)
    write(raw, {7: ("committed", 1, b"", None)})
    raw.execute("PRAGMA cache_size=1")
    raw.executemany("INSERT INTO t VALUES (?, 'never', 1, x'', 'x')", [(key,) for key in range(300, 900)])
    for ending in ("", "-wal"):
        shutil.copyfile(f"{path}{ending}", path.with_name(f"c.db{ending}"))
    raw.rollback()
    raw.close()
    assert b"never" in path.with_name("c.db-wal").read_bytes()
    words = {row.values[1] for row in found(path.with_name("c.db"))}
    assert "committed" in words
    assert "never" not in words


HARMS = {
    "its beginning": lambda data: b"\xff" * 100 + data[100:],
    "its list of tables": lambda data: data[:100] + bytes(4096 - 100) + data[4096:],
    "its tail": lambda data: data[: len(data) // 2 + 123],
    "a page's table of cells": lambda data: data[:8192] + b"\xaa" * 60 + data[8192 + 60 :],
}


@pytest.mark.parametrize("harm", HARMS)
def test_rows_are_found_without_what_leads_to_them(path: Path, harm: str) -> None:
    path.write_bytes(HARMS[harm](path.read_bytes()))
    raw = path.read_bytes()
    there = {row.number for row in found(path)}
    assert len(there) > (90 if harm == "its tail" else 190), raw[:16]


def test_damaged_text_comes_as_bytes(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"row 5", b"row \xff", 1))
    assert next(row.values[1] for row in found(path) if row.number == 5) == b"row \xff"


def test_overflow_pages_that_lead_in_a_circle_end(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(4096, len(data), 4096):
        if data[place] == 0:  # an overflow page
            data[place : place + 4] = (place // 4096 + 1).to_bytes(4)
    path.write_bytes(data)
    assert found(path)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=9000), st.binary(max_size=5000))
def test_whatever_stands_in_the_file_it_is_read_through(file: bytes, log: bytes) -> None:
    for one in pages.read(file, log):
        list(one.rows(SHAPE))


def test_however_a_file_is_damaged_it_is_read_through(path: Path) -> None:
    rnd, good = random.Random(3), path.read_bytes()
    for _ in range(8):
        data = bytearray(good)
        for _ in range(rnd.randrange(1, 400)):
            data[rnd.randrange(len(data))] = rnd.randrange(256)
        path.write_bytes(data)
        found(path)
