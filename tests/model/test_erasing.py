"""What is erased does nothing any more, in the record that grows as in the one made of the book afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.model.acts import Act, Filed, business, corrections, meeting, text
from boardtui.model.acts.corrections import Edit, Erase, Erased, Redo, Shift, Strike, Substitution, Undo
from boardtui.model.erasing import NEVER_ERASED, forgotten
from boardtui.model.record import Record
from boardtui.model.replay import Replay, replay
from boardtui.model.settle import settled, undone
from support.acts import Minuting, Said, begun_with, prose, sequences, started


@pytest.fixture
def minuting() -> Minuting:
    """The small meeting, begun, at item 3."""
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    return minuting


def say(minuting: Minuting, words: str) -> int:
    return minuting(text.Paragraph(text=prose(words)))


def erase(minuting: Minuting, *targets: int) -> int:
    return minuting(Erase(targets=targets, reason="said in error"))


def reads(minuting: Minuting) -> list[str]:
    """The words of the minutes."""
    return [
        str(block.act.text.parts[0]) for _, block in minuting.record.blocks() if isinstance(block.act, text.TextAct)
    ]


def stands(minuting: Minuting) -> Record:
    """The record without its trail."""
    return replace(minuting.record, filed=[], last_seq=0, undoable=[], touched=frozenset())


def test_an_erased_act_is_in_no_minute_and_in_no_trail(minuting: Minuting) -> None:
    said = say(minuting, "Ulcers.")
    say(minuting, "Public.")
    erase(minuting, said)
    assert reads(minuting) == ["Public."]
    assert minuting.record.act(said) == Erased(was="paragraph")
    assert "Ulcers" not in repr(minuting.record)


@pytest.mark.parametrize(
    "correct",
    [
        lambda seq: Undo(target=seq), lambda seq: Redo(target=seq), lambda seq: Strike(target=seq),
        lambda seq: Edit(target=seq, revised=text.Paragraph(text=prose("Again."))), lambda seq: Shift(target=seq),
        lambda seq: Substitution(target=seq, old=prose("Ulcers"), new=prose("Again")),
    ],
)  # fmt: skip
def test_no_correction_of_it_does_anything(minuting: Minuting, correct: type[Act]) -> None:
    said = say(minuting, "Ulcers.")
    say(minuting, "Public.")
    erase(minuting, said)
    before = stands(minuting)
    minuting(correct(said))
    assert stands(minuting) == before


def test_what_was_undone_before_is_not_to_be_redone(minuting: Minuting) -> None:
    said = say(minuting, "Ulcers.")
    taken_back = minuting(Undo(target=said))
    erase(minuting, said)
    minuting(Undo(target=taken_back))
    minuting(Redo(target=said))
    assert reads(minuting) == []
    assert undone(minuting.record.filed) == []


def test_an_erasure_is_never_undone_nor_offered_to_be(minuting: Minuting) -> None:
    say(minuting, "Public.")
    erased = erase(minuting, say(minuting, "Ulcers."))
    minuting(Undo(target=erased))
    assert reads(minuting) == ["Public."]
    assert erased not in minuting.record.undoable


def test_it_goes_between_a_decision_and_its_clause(minuting: Minuting) -> None:
    said = say(minuting, "Ulcers.")
    minuting(business.Resolve(text=prose("one thing"), level=1))
    erase(minuting, said)
    minuting(business.Resolve(text=prose("another"), level=1))
    (decision,) = [block.decision for _, block in minuting.record.blocks() if block.decision]
    assert [str(clause.text.parts[0]) for clause in decision.clauses] == ["one thing", "another"]


def test_without_these_there_would_be_no_meeting(minuting: Minuting) -> None:
    say(minuting, "Public.")
    closed = minuting(meeting.Close())
    erase(minuting, *range(1, closed + 1))
    assert minuting.record.agenda is not None
    assert minuting.record.entry.items == ("3",)
    assert reads(minuting) == []
    assert {type(one.act) for one in minuting.record.filed if one.seq <= closed} >= {meeting.Summons, meeting.Close}


def test_only_what_was_there_before_is_erased(minuting: Minuting) -> None:
    erase(minuting, minuting.record.last_seq + 2)
    say(minuting, "Said after.")
    assert reads(minuting) == ["Said after."]


@settings(max_examples=100)
@given(sequences(15), st.data())
def test_the_record_that_grew_is_the_one_made_of_the_book_afterwards(script: list[Said], data: st.DataObject) -> None:
    growing = Replay(filed := begun_with(script).filed)
    targets = tuple(data.draw(st.sets(st.integers(1, len(filed)), min_size=1)))
    erasure = Filed(len(filed) + 1, "small", "", None, "clerk", "", False, Erase(targets=targets, reason="r"))
    growing.file(erasure)
    in_the_book = [
        replace(one, act=Erased(was=one.act.kind))
        if one.seq in targets and not isinstance(one.act, (*NEVER_ERASED, Erased)) else one
        for one in forgotten(filed)
    ]  # fmt: skip
    assert growing.record == replay([*in_the_book, erasure])
    assert not [one for one in settled(growing.record.filed) if isinstance(one.act, Erased | Erase)]


def test_a_block_becomes_no_erasure() -> None:
    for revised in (Erase(targets=(1,), reason="r"), Erased(was="paragraph"), corrections.Strike(target=1)):
        with pytest.raises(ValueError, match="can't take the place"):
            Edit(target=3, revised=revised)
