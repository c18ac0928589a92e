"""The public record that grows act by act is the one that is made anew, at every moment of any meeting."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.model.acts import corrections, meeting, text
from boardtui.model.acts.base import Act
from boardtui.rules import public_replay
from boardtui.rules.confidentiality import public_acts, public_record
from boardtui.rules.public_replay import PublicReplay
from support.acts import Minuting, at_the_desk, prose
from support.sayings import letters
from support.scripts import Script, scripts


@settings(max_examples=120)
@given(scripts, st.integers(0, 4), st.integers(1, 3))
def test_at_every_moment_it_is_what_it_would_be_anew(script: Script, start_at: int, every: int) -> None:
    minuting, growing, words = at_the_desk(begun=False), PublicReplay(), (letters(n) for n in count())
    for number, (say, correct) in enumerate(script):
        if number == start_at:
            minuting(meeting.Start(), "14:00")
        minuting(say(next(words)))
        if correct is not None:
            minuting(correct[0](next(words), correct[1]))
        if number % every == 0:
            assert growing.of(minuting.record) == public_record(minuting.record)
            assert growing.acts == public_acts(minuting.record)
    assert growing.of(minuting.record) == public_record(minuting.record)


def said(minuting: Minuting, *acts: Act) -> Minuting:
    for act in acts:
        minuting(act)
    return minuting


@pytest.mark.parametrize(
    ("act", "anew"),
    [
        (text.Paragraph(text=prose("The pond was dug.")), False),
        (text.OpenItem(items=("4",)), False),
        (meeting.Exclude(paragraphs=("3",)), False),
        (meeting.Restricted(), True),
        (corrections.Undo(target=3), True),
    ],
)
def test_an_ordinary_act_reads_no_other_anew(act: Act, anew: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    minuting = said(at_the_desk(), text.OpenItem(items=("3",)), text.Paragraph(text=prose("There was a report.")))
    growing = PublicReplay()
    growing.of(minuting.record)
    times: list[int] = []
    made = public_replay.acts_for_the_public
    monkeypatch.setattr(public_replay, "acts_for_the_public", lambda *given: (times.append(1), made(*given))[1])
    minuting(act)
    assert growing.of(minuting.record) == public_record(minuting.record)
    assert bool(times) is anew


def test_another_meeting_is_read_from_its_beginning() -> None:
    growing = PublicReplay()
    growing.of(said(at_the_desk(), text.OpenItem(items=("3",)), text.Paragraph(text=prose("One."))).record)
    other = said(at_the_desk(), text.OpenItem(items=("4",)), text.Paragraph(text=prose("Another."))).record
    assert growing.of(other) == public_record(other)
