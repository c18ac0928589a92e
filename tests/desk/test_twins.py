"""Twins: two meetings alike in public and different in private. Whoever sees only what is public can't tell them apart.

Different is all that can be: what was said in private, how much of it, how often it was put right, and when.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from boardtui.chair.sight import sight_of
from boardtui.minutes.decision_note import note
from boardtui.minutes.formats import FORMATS, Source, outputs
from boardtui.minutes.house import load_house
from boardtui.minutes.writers import writer
from boardtui.model.acts import Act, corrections, meeting, room, text
from boardtui.rules.confidentiality import public_record
from support.acts import HALE, Minuting, at_the_desk, prose
from support.chair_views import panes, seen_by_the_room
from support.clock import LONDON
from support.sayings import IN_PRIVATE, SAYERS, Sayer, letters

NOW = dt.datetime(2026, 9, 4, 15, 20, tzinfo=LONDON)
HOUSE = load_house("partnership_board")

Frame = list[Any]
Correction = Callable[[int, str], Act]
CORRECTIONS: tuple[Correction, ...] = (
    lambda target, _: corrections.Undo(target=target),
    lambda target, _: corrections.Redo(target=target),
    lambda target, _: corrections.Strike(target=target),
    lambda target, _: corrections.Shift(target=target),
    lambda target, word: corrections.Edit(target=target, revised=text.Paragraph(text=prose(word))),
    lambda target, word: corrections.Substitution(target=target, old=prose("zq"), new=prose(word)),
)


def frames(minuting: Minuting) -> Frame:
    """What the chair's view shows, pane by pane: to the chair, and to the room by what another process is told."""
    return panes(sight_of(minuting.record, NOW)) + panes(seen_by_the_room(minuting.record, NOW))


def published(minuting: Minuting) -> dict[str, bytes]:
    """The public files of every format, a tree but once as a Word file, which takes longest."""
    source = Source(public_record(minuting.record), HOUSE)
    files = {one.ending: one.data for name in FORMATS if name != "decisions" for one in outputs(name, source)}
    return files | {f"decisions.{name}": writer(name)(note(source)) for name in ("html", "txt")}


@dataclass(frozen=True)
class Private:
    """Something said in private, put right or not. correct: how; at: when it was said."""

    say: Sayer
    correct: Correction | None
    at: str | None


@dataclass
class Twins:
    """Two meetings in which all that is public is the same."""

    one: Minuting = field(default_factory=at_the_desk)
    other: Minuting = field(default_factory=at_the_desk)
    words: Iterator[str] = field(default_factory=lambda: (letters(number) for number in count()))

    def both(self, act: Act, at: str | None = None) -> None:
        """Something said in public."""
        self.one(act, at)
        self.other(act, at)

    def put_right(self, correct: Correction, word: str) -> None:
        """The newest act of each is corrected, which is the same one."""
        for minuting in (self.one, self.other):
            minuting(correct(len(minuting.filed), word))

    def private(self, minuting: Minuting, things: list[Private]) -> None:
        """Things said in private, in one of the two."""
        for thing in things:
            target = minuting(thing.say(next(self.words)), thing.at)
            if thing.correct is not None:
                minuting(thing.correct(target, next(self.words)))

    def look_alike(self) -> bool:
        """Does the chair see the same?"""
        return frames(self.one) == frames(self.other)

    def read_alike(self) -> bool:
        """Are the public minutes the same, byte for byte, in every format?"""
        return published(self.one) == published(self.other)


public_things = st.lists(st.tuples(st.sampled_from(SAYERS), st.none() | st.sampled_from(CORRECTIONS)), max_size=3)
private_things = st.lists(
    st.builds(
        Private, st.sampled_from(IN_PRIVATE), st.none() | st.sampled_from(CORRECTIONS), st.sampled_from((None, "14:40"))
    ),
    max_size=5,
)
items = st.sampled_from(("3", "4.1", "7", "8"))


@settings(max_examples=settings.default.max_examples // 2, phases=[Phase.generate])
@given(st.data())
def test_nobody_who_sees_what_is_public_can_tell_them_apart(data: st.DataObject) -> None:
    twins = Twins()
    for _ in range(2):
        twins.both(text.OpenItem(items=(data.draw(items),)))
        for say, correct in data.draw(public_things):
            word = next(twins.words)
            twins.both(say(word))
            if correct is not None:
                twins.put_right(correct, next(twins.words))
        twins.both(text.OpenItem(items=("8",)), "14:30")
        twins.both(meeting.Exclude(paragraphs=("1",)), "14:30")
        twins.both(text.Paragraph(text=prose("That there is a minute at all is public.")))
        assert twins.look_alike()
        twins.private(twins.one, data.draw(private_things))
        twins.private(twins.other, data.draw(private_things))
        assert twins.look_alike()
        twins.both(meeting.Readmit(), "14:50")
        assert twins.look_alike()
    twins.both(meeting.Close(), "15:10")  # from here on the chair has the number of acts before them, to write it down
    assert twins.read_alike()


@pytest.mark.parametrize("leak", [room.Leave(who=(HALE,), reason="secret"), meeting.Summary(text=prose("secret"))])
def test_twins_that_differ_in_public_are_told_apart(leak: Act) -> None:
    """The control: what is meant to be seen, is."""
    twins = Twins()
    twins.both(text.OpenItem(items=("8",)))
    twins.both(meeting.Exclude(paragraphs=("1",)))
    twins.both(text.Paragraph(text=prose("That there is a minute at all is public.")))
    twins.one(leak)
    twins.both(meeting.Readmit())
    assert not (twins.look_alike() and twins.read_alike())
