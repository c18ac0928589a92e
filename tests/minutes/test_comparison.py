"""Two versions of the minutes compared: what is new, what is gone, and what was reworded, in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardtui.minutes.comparison import compare
from boardtui.minutes.compose import compose
from boardtui.minutes.tree import Minute, Minutes, Paragraph
from support.minutes import minuting

POND = "The pond was low and the ducks had gone to the mill."


def minutes(*lines: str) -> Minutes:
    taking = minuting("parish_council", *lines)
    return compose(taking.record, taking.house)


def marked(before: Minutes, after: Minutes) -> list[tuple[str, str]]:
    return [(one.where, one.marked) for one in compare(before, after)]


def test_a_word_put_right_is_marked_in_its_sentence_under_its_heading() -> None:
    (one,) = marked(minutes("#3", POND), minutes("#3", POND.replace("low", "very low")))
    assert one[0].endswith("The Pond")
    assert one[1] == "The pond was [+ very] low and the ducks had gone to the mill."


def test_signs_stand_apart_and_leave_the_full_stop_where_it_was() -> None:
    (one,) = marked(minutes("#3", POND), minutes("#3", POND.replace("mill", "farm")))
    assert one[1] == "The pond was low and the ducks had gone to the [− mill] [+ farm]."


def test_a_paragraph_that_is_new_and_one_that_is_gone() -> None:
    before, after = minutes("#3", POND, "Nobody spoke."), minutes("#3", POND, "It rained all afternoon.")
    assert [text for _, text in marked(before, after)] == ["[+ It rained all afternoon.]", "[− Nobody spoke.]"]


def test_a_clause_of_a_decision_is_compared_by_itself() -> None:
    before = minutes("#3", "/resolve the pond be cleared; the mill be told")
    after = minutes("#3", "/resolve the pond be cleared; the mill and the farm be told")
    ((_, text),) = marked(before, after)
    assert "[+ and the farm]" in text
    assert "cleared" not in text


def test_the_same_is_the_same() -> None:
    one = minutes("#3", POND, "! @birch drain it", "/resolve it be done")
    assert compare(one, one) == ()


texts = st.lists(st.text("ab cé.", min_size=1, max_size=12).filter(str.strip), max_size=6)


@given(texts, texts)
def test_kept_and_new_words_are_the_later_version(before: list[str], after: list[str]) -> None:
    """Whatever changed: nothing of the later version is lost, and only what is in one of them is marked."""

    def of(paragraphs: list[str]) -> Minutes:
        parts = tuple(Paragraph(text=text) for text in paragraphs)
        return Minutes(house="x", committee="c", title="t", body=(Minute(parts=parts),))

    found = compare(of(before), of(after))
    assert bool(found) == (before != after)
    new = "".join(piece.text for one in found for piece in one.pieces if piece.change.name != "GONE")
    assert set(new) <= set("".join(after))
