"""What majority a vote needs."""

from __future__ import annotations

import pytest

from boardtui.model.majorities import read_majority


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        ("two thirds", 11), ("a two-thirds majority", 11), ("two thirds of those voting", 11), ("2/3", 11),
        ("not less than two thirds of the members voting thereon", 11), ("two thirds of those present and voting", 11),
        ("2/3 of those present", 12), ("a majority of the members present", 10), ("unanimity of those present", 18),
        ("two thirds of all members", 14), ("two thirds of the whole number of members", 14),
        ("a majority of all the members", 11), ("absolute majority", 11), ("three quarters of the Council", 16),
        ("31", 31), ("31 votes", 31), ("at least 31 votes", 31),
        ("unanimity", 16), ("Unanimous", 16), ("75%", 12), ("60 per cent of the votes cast", 10), ("a majority", 9),
    ],
)  # fmt: skip
def test_how_many_votes_for_it_takes(words: str, votes: int) -> None:
    """Of 16 for and against, 18 here, 21 members."""
    majority = read_majority(words)
    assert majority is not None
    assert majority.needed(cast=16, here=18, members=21) == votes


@pytest.mark.parametrize("words", ["", "a miracle", "two thirds of a cake", "0/3", "4/3", "120%", "more"])
def test_words_that_can_not_be_counted_by(words: str) -> None:
    assert read_majority(words) is None


def test_a_share_of_members_nobody_knows_can_not_be_counted() -> None:
    majority = read_majority("two thirds of all members")
    assert majority is not None
    assert majority.needed(cast=5, here=5, members=0) is None
