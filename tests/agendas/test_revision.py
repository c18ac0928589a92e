"""Whatever was done to a reading is undone and redone."""

from __future__ import annotations

from boardtui.agendas import revising
from boardtui.agendas.parts import Part
from boardtui.agendas.revision import Revision
from support.readings import mailed


def test_steps_are_undone_and_redone_one_by_one_with_the_place_they_were_at() -> None:
    first = Revision.of(mailed()).marked(11)
    joined = first.revised(revising.joined(first.reading, 11), 10, "joined").marked(12)
    made = joined.revised(revising.made(joined.reading, 12, Part.SECTION), 12, "made a heading")
    assert made.undone().reading == joined.reading
    assert (made.undone().now.at, made.undone().undone().now.at) == (12, 11)
    assert made.undone().undone().undone() == made.undone().undone()
    assert made.undone().undone().reading == first.reading
    assert made.undone().undone().redone().redone() == made
    assert made.redone() == made
    assert made.now.what == "made a heading"


def test_what_is_done_after_an_undo_takes_the_place_of_what_was_undone() -> None:
    first = Revision.of(mailed())
    joined = first.revised(revising.joined(first.reading, 11), 10, "joined")
    other = joined.undone().revised(revising.accepted(first.reading, 6), 6, "accepted")
    assert other.redone() == other


def test_it_is_changed_only_while_it_reads_otherwise() -> None:
    first = Revision.of(mailed())
    assert not first.is_changed
    assert not first.revised(first.reading, 0, "nothing").is_changed
    joined = first.revised(revising.joined(first.reading, 11), 10, "joined")
    assert joined.is_changed
    assert not joined.undone().is_changed
