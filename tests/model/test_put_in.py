"""What was left out of a minute, put in later behind an act."""

from __future__ import annotations

import pytest

from boardtui.model.acts import business, corrections, meeting, room, text
from boardtui.model.acts.base import Act
from boardtui.model.acts.corrections import Edit, Insert, Redo, Strike, Substitution, Undo
from boardtui.model.people import Newcomer
from boardtui.model.record import Entry
from boardtui.model.replay import record_behind, replay
from boardtui.model.times import ClockTime
from boardtui.rules.presence import presence_at
from support.acts import HALE, MEMBERS, NAIR, PELL, Minuting, counts, mention, prose, started


def paragraph(words: str) -> text.Paragraph:
    return text.Paragraph(text=prose(words))


@pytest.fixture
def minuting() -> Minuting:
    """Two paragraphs about the parks (acts 5 and 6), and now the trees are spoken of."""
    minuting = started()
    minuting.all(text.OpenItem(items=("4",)), paragraph("One."), paragraph("Three."))
    minuting(text.OpenItem(items=("5",)), "14:30")
    return minuting


def parks(minuting: Minuting) -> Entry:
    return next(entry for entry in minuting.record.entries.values() if entry.items == ("4",))


def reads(minuting: Minuting) -> list[str]:
    return ["".join(map(str, b.act.text.parts)) for b in parks(minuting).blocks if isinstance(b.act, text.TextAct)]


def test_it_stands_behind_the_act_as_if_it_had_been_said_there(minuting: Minuting) -> None:
    minuting(Insert(target=5, said=paragraph("Two.")))
    assert reads(minuting) == ["One.", "Two.", "Three."]
    assert minuting.record == replay(minuting.filed)


def test_the_meeting_does_not_move_by_it(minuting: Minuting) -> None:
    minuting(business.Move(movers=(HALE,), words=prose("no tree be felled")))
    before, spans = minuting.record.before, [entry.spans for entry in minuting.record.entries.values()]
    minuting(Insert(target=6, said=business.NoDecision()), "14:40")
    assert parks(minuting).no_decision
    record = minuting.record
    assert (record.open_items, record.before) == (("5",), before)
    assert [entry.spans for entry in record.entries.values()] == spans


def test_a_time_said_with_it_is_its_own(minuting: Minuting) -> None:
    at = ClockTime.read("14:20")
    minuting.all(Insert(target=5, said=paragraph("Two."), at=at), Insert(target=6, said=room.Leave(who=(NAIR,), at=at)))
    assert [block.at for block in parks(minuting).blocks[1:2]] == [at]
    assert [move.at for move in minuting.record.movements] == [at]


@pytest.mark.parametrize(
    ("correction", "left"),
    [
        (lambda seq: Undo(target=seq), ["One.", "Three."]),
        (lambda seq: Strike(target=seq), ["One.", "Three."]),
        (lambda seq: Edit(target=seq, revised=paragraph("2.")), ["One.", "2.", "Three."]),
        (lambda seq: Substitution(target=seq, old=prose("Two"), new=prose("2")), ["One.", "2.", "Three."]),
        (lambda seq: Insert(target=seq, said=paragraph("2½.")), ["One.", "Two.", "2½.", "Three."]),
        (lambda seq: corrections.Shift(target=seq, down=True), ["One.", "Three.", "Two."]),
    ],
)
def test_it_is_corrected_like_any_other_act(minuting: Minuting, correction: object, left: list[str]) -> None:
    seq = minuting(Insert(target=5, said=paragraph("Two.")))
    assert callable(correction)
    corrected = minuting(correction(seq))
    assert reads(minuting) == left
    minuting(Undo(target=corrected))
    assert reads(minuting) == ["One.", "Two.", "Three."]


def test_it_may_be_undone_and_redone(minuting: Minuting) -> None:
    seq = minuting(Insert(target=5, said=paragraph("Two.")))
    minuting.all(Undo(target=seq), Redo(target=seq))
    assert reads(minuting) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("taking_away", [Undo(target=6), Strike(target=6), corrections.Erase(targets=(6,), reason="x")])
def test_it_stays_when_what_it_stands_behind_goes(minuting: Minuting, taking_away: Act) -> None:
    minuting(Insert(target=6, said=paragraph("Four.")))
    minuting(taking_away)
    assert reads(minuting) == ["One.", "Four."]


def test_behind_what_was_never_said_it_stands_nowhere(minuting: Minuting) -> None:
    minuting.all(Insert(target=99, said=paragraph("Four.")), Insert(target=1, said=paragraph("Nought.")))
    assert reads(minuting) == ["One.", "Three."]
    assert minuting.record.oddities == []


def test_a_seconder_left_out_is_put_in_before_the_vote() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("4",)))
    moved = minuting(business.Move(movers=(HALE,), words=prose("the pond be cleaned")))
    minuting.all(business.Vote(counts=counts(4, 2)), text.OpenItem(items=("5",)))
    minuting(business.Move(movers=(NAIR,), words=prose("no tree be felled")))
    minuting(Insert(target=moved, said=business.Second(who=(PELL,))))
    assert [motion.seconders for motion in parks(minuting).motions] == [[PELL]]
    assert minuting.record.before is not None and minuting.record.before.seconders == []


def test_what_is_put_in_counts_those_who_were_here_then() -> None:
    minuting = started(at=None)
    behind = minuting(text.OpenItem(items=("4",)))
    minuting(text.OpenItem(items=("5",)))
    minuting(room.Leave(who=MEMBERS[:4]))
    put_in = minuting(Insert(target=behind, said=business.Note(text=prose("the oral report"))))
    assert len(presence_at(minuting.record, put_in).counting) == 6


def test_those_known_only_later_and_those_it_brings_keep_their_names() -> None:
    minuting = started()
    behind = minuting(text.OpenItem(items=("4",)))
    minuting.all(text.OpenItem(items=("5",)), room.Guest(who=(Newcomer(name="Jo Cole"),)))
    minuting.all(text.Paragraph(text=prose(mention("cole"), " spoke.")))
    minuting(Insert(target=behind, said=business.Action(owners=("cole",), text=prose("report"))))
    minuting(Insert(target=behind, said=room.Guest(who=(Newcomer(name="Amy Cole"),))))
    assert minuting.record.people["cole"].name == "Jo Cole"
    assert [person.name for person in minuting.record.people.values() if "Cole" in person.name] == [
        "Amy Cole",
        "Jo Cole",
    ]


def test_the_record_behind_an_act_knows_nothing_of_what_came_later(minuting: Minuting) -> None:
    minuting(meeting.Close(), "15:00")
    then = record_behind(minuting.record, 5)
    assert then.open_items == ("4",)
    assert [block.seq for _, block in then.blocks()] == [5]
