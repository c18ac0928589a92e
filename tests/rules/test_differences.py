"""What changed between two wordings, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.rules.differences import Change, differences, has_changed

SIGNS = {Change.KEPT: "", Change.NEW: "+", Change.GONE: "-"}


def told(before: str, after: str) -> str:
    return "|".join(f"{SIGNS[one.change]}{one.text.strip()}" for one in differences(before, after))


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("the pond be dug", "the pond be dug", "the pond be dug"),
        ("the pond be dug", "the pond be dug in June", "the pond be dug|+in June"),
        ("the pond be dug.", "the pond be dug, in June.", "the pond be dug|+, in June|."),
        ("the old pond be dug", "the pond be dug", "the|-old|pond be dug"),
        ("the tax be 211.40 pounds", "the tax be 209 pounds", "the tax be|-211.40|+209|pounds"),
        ("a grant of £12,000 a year", "a grant of £9,000 a year", "a grant of|-£12,000|+£9,000|a year"),
        ("the Council's pond", "the Council’s pond", "the|-Council's|+Council’s|pond"),
        ("", "the pond", "+the pond"),
        ("the pond", "", "-the pond"),
        ("a b c d", "a x y d", "a|-b c|+x y|d"),
        ("the pond the pond", "the pond", "the pond|-the pond"),
    ],
)
def test_what_changed_is_told_in_whole_words(before: str, after: str, changes: str) -> None:
    assert told(before, after) == changes


sentences = st.lists(
    st.sampled_from(("the", "pond", "be", "dug,", "in", "June", "£2.50", "é", "(a)", "—", "\n")), max_size=9
)


@given(sentences.map(" ".join), sentences.map(" ".join))
def test_both_wordings_can_be_put_together_again(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(one.text for one in pieces if one.change is not Change.GONE) == after
    earlier = "".join(one.text for one in pieces if one.change is not Change.NEW)
    assert "".join(earlier.split()) == "".join(before.split())
    assert has_changed(pieces) is (before.split() != after.split())


def test_what_is_gone_stands_apart_from_what_was_kept_before_it() -> None:
    assert "".join(one.text for one in differences("the pond be dug", "the pond")) == "the pond be dug"
