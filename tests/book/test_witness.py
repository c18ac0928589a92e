"""The end of the chain, as people read it."""

from __future__ import annotations

import pytest

from boardtui.book import head_words

HEAD = "3f2a91bc07de" + "5" * 52


@pytest.mark.parametrize(
    ("seq", "words"), [(173, "173 acts, 3f2a 91bc 07de"), (1, "1 act, 3f2a 91bc 07de"), (0, "no acts")]
)
def test_number_and_head_as_they_stand_on_the_chairs_paper(seq: int, words: str) -> None:
    assert head_words(seq, HEAD) == words
