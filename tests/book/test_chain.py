"""The chain: its recipe as published, and that nothing in an act can change without its hash."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from boardtui.book.chain import BEFORE_ALL, Column, digest, fresh_salt, link

SALT, WORDS = "0123456789abcdef0123456789abcdef", '{"text":["café"]}'
COLUMNS: list[Column] = [1, "bóard", "2026-09-04T13:00:00Z", None, "ann", "paragraph", "3", 0, digest(SALT, WORDS)]
columns = st.lists(st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(), min_size=9, max_size=9)


def test_the_recipe_is_the_published_one() -> None:
    stands_for_it = hashlib.sha256(f"{SALT}{WORDS}".encode()).hexdigest()
    array = f'[1,"bóard","2026-09-04T13:00:00Z",null,"ann","paragraph","3",0,"{stands_for_it}"]'
    assert link(BEFORE_ALL, COLUMNS) == hashlib.sha256(bytes(32) + array.encode()).hexdigest()


def test_the_hash_before_is_chained_as_bytes() -> None:
    first = link(BEFORE_ALL, COLUMNS)
    array = '["next"]'
    assert link(first, ["next"]) == hashlib.sha256(bytes.fromhex(first) + array.encode()).hexdigest()


@given(columns, columns)
def test_two_acts_have_one_hash_only_if_they_are_the_same(one: list[Column], other: list[Column]) -> None:
    assert (link(BEFORE_ALL, one) == link(BEFORE_ALL, other)) == (one == other)


def test_the_same_words_are_salted_otherwise_each_time() -> None:
    assert len({digest(fresh_salt(), WORDS) for _ in range(5)}) == 5


@given(st.text(), st.text())
def test_other_words_have_another_digest(one: str, other: str) -> None:
    assert (digest(SALT, one) == digest(SALT, other)) == (one == other)
