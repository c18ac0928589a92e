"""What the clerk does to a reading, case by case; and that no line of the source is lost by any of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.agendas import revising
from boardtui.agendas.parts import CERTAIN, DOUBTFUL, Part, Placed
from boardtui.agendas.reading import Reading
from boardtui.errors import Refusal
from support.readings import mailed, parts, reading, readings

HEAD, LEFT, SUB = 10, 11, 12
"""Where the title that goes on, the rest of it, and the sub-item stand in `mailed`."""


def told(one: Reading) -> list[tuple[str, str | None, str]]:
    return [(placed.part.value, placed.number, placed.text) for placed in one.placed]


def only(part: Part, text: str, number: str | None = None, level: int = 1) -> Reading:
    """A reading of an item and one thing more."""
    return reading((Part.ITEM, "Before", "1"), Placed(part, text, (2,), number, level))


def test_a_title_that_goes_on_is_joined_and_both_lines_are_its_own() -> None:
    done = revising.joined(mailed(), LEFT)
    title = "Street lights in Mill Lane and on the path to the Village Green [phase 2]"
    assert done.placed[HEAD] == Placed(Part.ITEM, title, (11, 12), "3", sure=CERTAIN)
    assert done.placed[LEFT].text == "Quotations"
    assert done.agenda.items[2].title == title


def test_what_is_joined_keeps_its_number_among_its_words() -> None:
    done = revising.joined(mailed(), SUB)
    assert done.placed[HEAD].text == "Street lights in Mill Lane and on the (a) Quotations"
    assert done.placed[HEAD].lines == (11, 13)
    assert done.placed[LEFT].part is Part.LEFT, "what lies between stays where it is"


def test_nothing_is_joined_above_the_first() -> None:
    with pytest.raises(Refusal, match="Nothing of the agenda stands above"):
        revising.joined(reading((Part.ASIDE, "AGENDA"), (Part.ITEM, "Budget", "1")), 1)


@pytest.mark.parametrize(
    ("part", "text", "caret", "behind"),
    [
        (Part.ITEM, "Budget 2. Roof", 7, ("item", "2", "Roof")),
        (Part.ITEM, "Budget the report is attached", 6, ("note", None, "the report is attached")),
        (Part.SUBITEM, "Rents (b) Water", 6, ("sub-item", "(b)", "Water")),
        (Part.MEMBER, "Cllr Ada Brook Cllr Tom Dale", 14, ("member", None, "Cllr Tom Dale")),
        (Part.RECOMMENDATION, "note it agree to it", 8, ("recommendation", None, "agree to it")),
        (Part.PLACE, "Village Hall Please be early", 12, ("left over", None, "Please be early")),
        (Part.LEFT, "Hall. Fire exits", 5, ("left over", None, "Fire exits")),
    ],
)
def test_split(part: Part, text: str, caret: int, behind: tuple[str, str | None, str]) -> None:
    done = revising.split(only(part, text, "1"), 1, caret)
    assert done.placed[1].text == text[:caret].strip()
    assert told(done)[2] == behind
    assert done.placed[1].lines == done.placed[2].lines == (2,)


@pytest.mark.parametrize("caret", [0, 6, 7, -9])
def test_nothing_is_split_off_where_nothing_stands(caret: int) -> None:
    with pytest.raises(Refusal, match="no words on one side"):
        revising.split(only(Part.ITEM, "Budget "), 1, caret)


@pytest.mark.parametrize(
    ("part", "text", "number", "to", "comes"),
    [
        (Part.NOTE, "7. Out of Hospital (Pages 3 - 8)", None, Part.ITEM, ("7", "Out of Hospital (Pages 3 - 8)")),
        (Part.LEFT, "7 Out of Hospital", None, Part.ITEM, ("7", "Out of Hospital")),
        (Part.LEFT, "20 mph zones", None, Part.ITEM, (None, "20 mph zones")),
        (Part.ITEM, "Public Business", None, Part.SECTION, (None, "Public Business")),
        (Part.ITEM, "Private Business", "B", Part.SECTION, (None, "B. Private Business")),
        (Part.ITEM, "Matters arising", "(a)", Part.SUBITEM, ("(a)", "Matters arising")),
        (Part.SUBITEM, "as above", "(a)", Part.NOTE, (None, "(a) as above")),
        (Part.NOTE, "Recommendation: note the report", None, Part.RECOMMENDATION, (None, "note the report")),
        (Part.NOTE, "1. note the report", None, Part.RECOMMENDATION, ("1", "note the report")),
        (Part.LEFT, "Venue: the Old Hall", None, Part.PLACE, (None, "the Old Hall")),
        (Part.LEFT, "Report of: Ruth Venn", None, Part.REPORT_OF, (None, "Ruth Venn")),
        (Part.LEFT, "Venue:", None, Part.PLACE, (None, "Venue:")),
        (Part.ITEM, "Agenda", None, Part.ASIDE, (None, "Agenda")),
        (Part.ITEM, "Budget", "1", Part.LEFT, (None, "1. Budget")),
        (Part.LEFT, "Cllr Jo Abbot", None, Part.MEMBER, (None, "Cllr Jo Abbot")),
    ],
)
def test_made(part: Part, text: str, number: str | None, to: Part, comes: tuple[str | None, str]) -> None:
    done = revising.made(only(part, text, number), 1, to)
    assert told(done)[1] == (to.value, *comes)
    assert (done.placed[1].sure, done.placed[1].doubt) == (CERTAIN, "")


def test_more_of_the_line_above_is_joined_to_it() -> None:
    assert revising.made(mailed(), LEFT, Part.MORE) == revising.joined(mailed(), LEFT)


@pytest.mark.parametrize(
    ("part", "text", "why"),
    [
        (Part.MEMBER, "***", "a name needs a letter"),
        (Part.MEMBER, "A | b | c | d | e", "too many bars"),
        (Part.SECTION, "", "It has no words"),
    ],
)
def test_what_would_be_no_agenda_is_refused(part: Part, text: str, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        revising.made(only(Part.LEFT, text), 1, part)


@pytest.mark.parametrize(
    ("part", "level", "by", "comes"),
    [
        (Part.ITEM, 1, 1, ("sub-item", 1)),
        (Part.SUBITEM, 1, 1, ("sub-item", 2)),
        (Part.SUBITEM, 2, -1, ("sub-item", 1)),
        (Part.SUBITEM, 1, -1, ("item", 1)),
        (Part.SECTION, 1, 1, ("heading", 2)),
        (Part.SECTION, 1, -1, ("heading", 1)),
    ],
)
def test_moved_in(part: Part, level: int, by: int, comes: tuple[str, int]) -> None:
    done = revising.moved_in(only(part, "Rents", level=level), 1, by).placed[1]
    assert (done.part.value, done.level) == comes


def test_a_note_has_no_level_and_no_number() -> None:
    with pytest.raises(Refusal, match="this is: note"):
        revising.moved_in(only(Part.NOTE, "Rents"), 1, 1)
    with pytest.raises(Refusal, match="this is: note"):
        revising.renumbered(only(Part.NOTE, "Rents"), 1, "3")


@pytest.mark.parametrize(("typed", "number"), [("7a", "7a"), ("43/19.", "43/19"), ("", None), ("  12 ", "12")])
def test_renumbered(typed: str, number: str | None) -> None:
    assert revising.renumbered(only(Part.ITEM, "Rents", "1"), 1, typed).placed[1].number == number


def test_a_number_that_would_be_two_things_is_refused() -> None:
    with pytest.raises(Refusal, match="full stop and a space"):
        revising.renumbered(only(Part.ITEM, "Rents", "1"), 1, "4. Roof")


@pytest.mark.parametrize(("text", "comes"), [("9. Fire", ("item", "9", "Fire")), ("Fire", ("note", None, "Fire"))])
def test_what_was_left_over_is_taken_in(text: str, comes: tuple[str, str | None, str]) -> None:
    assert told(revising.taken_in(only(Part.LEFT, text), 1))[1] == comes


def test_what_can_be_nobodys_note_is_not_taken_in() -> None:
    with pytest.raises(Refusal, match="No item stands above"):
        revising.taken_in(reading((Part.LEFT, "Fire exits")), 0)
    with pytest.raises(Refusal, match="in the agenda already"):
        revising.taken_in(mailed(), HEAD)


def test_a_doubt_that_is_accepted_is_none() -> None:
    before = mailed()
    done = revising.accepted(before, 6)
    assert [one.text for one in before.doubts] == ["Cllr Eve Marsh", "Items for Information"]
    assert [one.text for one in done.doubts] == ["Items for Information"]


def test_what_is_rightly_left_over_is_an_aside() -> None:
    done = revising.accepted(mailed(), LEFT)
    assert done.placed[LEFT].part is Part.ASIDE
    assert [line.number for line in done.leftovers] == [17]


def test_words_are_put_right_and_none_are_refused() -> None:
    assert (
        revising.worded(mailed(), 2, " 7.00\npm ").agenda.time
        == revising.added(reading(), -1, Part.TIME, "7.00 pm").agenda.time
    )
    with pytest.raises(Refusal, match="no words left"):
        revising.worded(mailed(), 2, " ")


def test_what_the_source_does_not_say_is_added() -> None:
    done = revising.added(only(Part.NOTE, "Rents"), 1, Part.ITEM, "2. Any other business")
    assert told(done)[2] == ("item", "2", "Any other business")
    assert done.placed[2].lines == ()


def lines_in(one: Reading) -> set[int]:
    return {number for placed in one.placed for number in placed.lines}


STEPS = {
    "worded": lambda one, at, data: revising.worded(one, at, data.draw(st.text(max_size=9))),
    "joined": lambda one, at, data: revising.joined(one, at),
    "split": lambda one, at, data: revising.split(one, at, data.draw(st.integers(0, 9))),
    "made": lambda one, at, data: revising.made(one, at, data.draw(parts())),
    "renumbered": lambda one, at, data: revising.renumbered(one, at, data.draw(st.text(max_size=5))),
    "moved": lambda one, at, data: revising.moved_in(one, at, data.draw(st.sampled_from([-1, 1]))),
    "taken in": lambda one, at, data: revising.taken_in(one, at),
    "accepted": lambda one, at, data: revising.accepted(one, at),
    "added": lambda one, at, data: revising.added(one, at, data.draw(parts()), data.draw(st.text(max_size=9))),
}


@given(readings(), st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=6), st.data())
def test_no_line_is_lost_whatever_is_done_and_there_is_always_an_agenda(
    one: Reading, steps: list[str], data: st.DataObject
) -> None:
    lines = lines_in(one)
    for step in steps:
        at = data.draw(st.integers(0, len(one.placed) - 1))
        try:
            one = STEPS[step](one, at, data)
        except Refusal:
            continue
        assert lines_in(one) == lines
        assert one.agenda.committee


def test_a_doubtful_line_is_sure_once_it_was_touched() -> None:
    doubtful = reading((Part.ITEM, "Before", "1"), Placed(Part.NOTE, "Rents", (2,), sure=DOUBTFUL, doubt="Is it?"))
    for done in (
        revising.worded(doubtful, 1, "Rents"), revising.made(doubtful, 1, Part.ITEM), revising.split(doubtful, 1, 2),
    ):  # fmt: skip
        assert done.doubts == ()
