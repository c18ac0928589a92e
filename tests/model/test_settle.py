"""Corrections: what still stands, and how it now reads."""

from __future__ import annotations

import pytest

from boardtui.model.acts import Act, business, corrections, meeting, room, text
from boardtui.model.acts.corrections import Edit, Redo, Shift, Strike, Substitution, Undo
from boardtui.model.prose import Prose
from boardtui.model.record import Stage
from boardtui.model.replay import replay
from support.acts import HALE, NAIR, Minuting, mention, prose, started


@pytest.fixture
def minuting() -> Minuting:
    """A meeting with the library's item open."""
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    return minuting


def say(minuting: Minuting, *sentences: str) -> list[int]:
    return [minuting(text.Paragraph(text=prose(sentence))) for sentence in sentences]


def reads(minuting: Minuting) -> list[str]:
    """The open minute, block by block, names by their keys."""
    return [words(block.act) for block in minuting.record.entry.blocks]


def words(act: Act) -> str:
    prose_ = getattr(act, "text", Prose(()))
    return prose_.said(lambda named: f"@{named.person}") if isinstance(prose_, Prose) else act.kind


# --- undo and redo


def test_undo_is_as_if_it_had_not_been_said_and_redo_as_if_it_had(minuting: Minuting) -> None:
    first, second = say(minuting, "One.", "Two.")
    minuting(Undo(target=second))
    assert reads(minuting) == ["One."]
    assert (minuting.record.undone, minuting.record.undoable[-1]) == ([second], first)
    minuting(Redo(target=second))
    assert reads(minuting) == ["One.", "Two."]
    assert minuting.record.undone == []


def test_to_undo_an_undo_is_to_redo(minuting: Minuting) -> None:
    (said,) = say(minuting, "One.")
    taken_back = minuting(Undo(target=said))
    minuting(Undo(target=taken_back))
    assert reads(minuting) == ["One."]


def test_to_undo_a_redo_is_to_undo(minuting: Minuting) -> None:
    (said,) = say(minuting, "One.")
    minuting(Undo(target=said))
    again = minuting(Redo(target=said))
    minuting(Undo(target=again))
    assert reads(minuting) == []


def test_an_edit_can_be_undone_and_the_words_before_it_come_back(minuting: Minuting) -> None:
    (said,) = say(minuting, "One.")
    edit = minuting(Edit(target=said, revised=text.Paragraph(text=prose("Another."))))
    assert reads(minuting) == ["Another."]
    minuting(Undo(target=edit))
    assert reads(minuting) == ["One."]


def test_of_two_edits_the_later_counts_and_undoing_it_leaves_the_earlier(minuting: Minuting) -> None:
    (said,) = say(minuting, "One.")
    minuting(Edit(target=said, revised=text.Paragraph(text=prose("Two."))))
    later = minuting(Edit(target=said, revised=text.Paragraph(text=prose("Three."))))
    minuting(Undo(target=later))
    assert reads(minuting) == ["Two."]


def test_undoing_an_act_takes_everything_with_it_that_followed_from_it(minuting: Minuting) -> None:
    minuting(business.Move(movers=(HALE, NAIR), words=prose("it be done")))
    carried = minuting(business.Outcome(fate=business.Fate.CARRIED))
    assert len(minuting.record.entry.decisions) == 1
    minuting(Undo(target=carried))
    assert minuting.record.entry.decisions == []
    assert minuting.record.before is not None


def test_undoing_an_arrival_takes_them_out_of_the_room() -> None:
    minuting = started(HALE)
    arrived = minuting(room.Arrive(who=(NAIR,)))
    minuting(Undo(target=arrived))
    assert [line.person for line in minuting.record.attendance] == [HALE]
    assert minuting.record.movements == []


def test_undoing_the_close_opens_the_meeting_again(minuting: Minuting) -> None:
    closed = minuting(meeting.Close(), "15:00")
    minuting(Undo(target=closed))
    assert (minuting.record.stage, minuting.record.closed) == (Stage.OPEN, None)


def test_the_summons_stands_whatever_is_said(minuting: Minuting) -> None:
    minuting(Undo(target=1))
    minuting(Strike(target=1))
    assert minuting.record.agenda is not None
    assert minuting.record.undone == []


@pytest.mark.parametrize("target", [99, 6, 7])
def test_what_is_not_there_yet_cannot_be_undone(minuting: Minuting, target: int) -> None:
    say(minuting, "One.")
    minuting(Undo(target=target))
    say(minuting, "Two.")
    assert reads(minuting)[-1] == "Two."


def test_an_undone_act_stays_in_the_trail(minuting: Minuting) -> None:
    (said,) = say(minuting, "One.")
    minuting(Undo(target=said))
    assert said in [filed.seq for filed in minuting.record.filed]
    assert minuting.record.act(said) == text.Paragraph(text=prose("One."))


# --- edit, strike, shift


def test_an_edited_block_keeps_its_place_and_may_become_another_kind(minuting: Minuting) -> None:
    first, _ = say(minuting, "One.", "Two.")
    minuting(Edit(target=first, revised=business.Resolve(text=prose("it be done"))))
    blocks = minuting.record.entry.blocks
    assert [type(block.act) for block in blocks] == [business.Resolve, text.Paragraph]
    assert len(minuting.record.entry.decisions) == 1
    assert blocks[0].seq == first


def test_a_struck_block_is_gone_and_comes_back_when_that_is_undone(minuting: Minuting) -> None:
    first, _ = say(minuting, "One.", "Two.")
    struck = minuting(Strike(target=first))
    assert reads(minuting) == ["Two."]
    minuting(Undo(target=struck))
    assert reads(minuting) == ["One.", "Two."]


def test_a_block_changes_places_with_its_neighbour(minuting: Minuting) -> None:
    _, second, _ = say(minuting, "One.", "Two.", "Three.")
    minuting(Shift(target=second))
    assert reads(minuting) == ["Two.", "One.", "Three."]
    minuting(Shift(target=second, down=True))
    minuting(Shift(target=second, down=True))
    assert reads(minuting) == ["One.", "Three.", "Two."]


def test_a_block_at_the_end_stays_there(minuting: Minuting) -> None:
    first, second = say(minuting, "One.", "Two.")
    minuting(Shift(target=first))
    minuting(Shift(target=second, down=True))
    assert reads(minuting) == ["One.", "Two."]


def test_a_block_is_not_moved_behind_what_is_said_later(minuting: Minuting) -> None:
    _, second = say(minuting, "One.", "Two.")
    minuting(Shift(target=second, down=True))
    say(minuting, "Three.")
    assert reads(minuting) == ["One.", "Two.", "Three."]
    assert replay(minuting.filed) == minuting.record


def test_a_block_takes_along_what_goes_on_in_it(minuting: Minuting) -> None:
    first, _ = say(minuting, "One.", "Two.")
    minuting(text.Continuation(text=prose("And more.")))
    minuting(Shift(target=first, down=True))
    blocks = minuting.record.entry.blocks
    assert [words(block.act) for block in blocks] == ["Two.", "One."]
    assert [part.said(str) for part in blocks[0].added] == ["And more."]


def test_a_block_stays_in_its_item(minuting: Minuting) -> None:
    say(minuting, "One.")
    minuting(text.OpenItem(items=("4",)))
    (other,) = say(minuting, "Two.")
    minuting(Shift(target=other))
    assert [[words(b.act) for b in entry.blocks] for entry in minuting.record.entries.values()][1:] == [
        ["One."],
        ["Two."],
    ]


# --- words replaced


def test_words_are_replaced_once_in_the_block_and_everywhere_in_the_item(minuting: Minuting) -> None:
    first, _ = say(minuting, "Meer and Meer.", "At Meer.")
    minuting(Substitution(target=first, old=prose("Meer"), new=prose("Mere")))
    assert reads(minuting) == ["Mere and Meer.", "At Meer."]
    minuting(Substitution(target=first, old=prose("Meer"), new=prose("Mere"), whole_item=True))
    assert reads(minuting) == ["Mere and Mere.", "At Mere."]


def test_words_said_later_stay_as_they_are_said(minuting: Minuting) -> None:
    (first,) = say(minuting, "Mr Meer spoke.")
    minuting(Substitution(target=first, old=prose("Meer"), new=prose("Mere"), whole_item=True))
    say(minuting, "Mrs Meer spoke.")
    assert reads(minuting) == ["Mr Mere spoke.", "Mrs Meer spoke."]
    assert replay(minuting.filed) == minuting.record


def test_words_of_another_item_stay(minuting: Minuting) -> None:
    (first,) = say(minuting, "Meer.")
    minuting(text.OpenItem(items=("4",)))
    say(minuting, "Meer.")
    minuting(Substitution(target=first, old=prose("Meer"), new=prose("Mere"), whole_item=True))
    assert reads(minuting) == ["Meer."]


def test_names_can_be_replaced_like_words(minuting: Minuting) -> None:
    said = minuting(text.Paragraph(text=prose(mention(HALE), " spoke.")))
    minuting(Substitution(target=said, old=prose(mention(HALE)), new=prose(mention(NAIR))))
    assert reads(minuting) == ["@nair spoke."]


@pytest.mark.parametrize(
    ("act", "old", "changed"),
    [
        (text.DeferItem(to="April", reason="late"), "April", text.DeferItem(to="May", reason="late")),
        (
            business.Recommend(to="Cabinet", text=prose("April")),
            "April",
            business.Recommend(to="Cabinet", text=prose("May")),
        ),
        (text.TableRow(cells=(prose("April"), prose("2"))), "April", text.TableRow(cells=(prose("May"), prose("2")))),
        (room.Leave(who=(HALE,), reason="April"), "April", room.Leave(who=(HALE,), reason="May")),
        (business.Vote(counts=(), method="April"), "April", business.Vote(counts=(), method="April")),
        (text.Paragraph(text=prose("June")), "April", text.Paragraph(text=prose("June"))),
    ],
)
def test_words_are_replaced_wherever_an_act_holds_words(minuting: Minuting, act: Act, old: str, changed: Act) -> None:
    said = minuting(act)
    minuting(Substitution(target=said, old=prose(old), new=prose("May")))
    found = minuting.record.block(said)
    assert found is not None
    assert found[1].act == changed


def test_a_replacement_that_would_leave_nothing_changes_nothing(minuting: Minuting) -> None:
    (said,) = say(minuting, "One.")
    minuting(Substitution(target=said, old=prose("One."), new=Prose(())))
    assert reads(minuting) == ["One."]


def test_corrections_of_corrections_replay_alike(minuting: Minuting) -> None:
    first, second = say(minuting, "One.", "Two.")
    edit = minuting(Edit(target=first, revised=text.Paragraph(text=prose("Ones."))))
    minuting.all(Substitution(target=first, old=prose("s"), new=prose("z")), Shift(target=second), Undo(target=edit))
    assert reads(minuting) == ["Two.", "One."]
    assert replay(minuting.filed) == minuting.record


def test_an_override_is_about_the_act_said_last_and_not_about_its_corrections(minuting: Minuting) -> None:
    (said,) = say(minuting, "One.")
    minuting(Edit(target=said, revised=text.Paragraph(text=prose("Ones."))))
    minuting(corrections.Override(reason="so it was"))
    minuting(corrections.Override(reason="and more"))
    assert [(one.about, one.reason) for one in minuting.record.overrides] == [(said, "so it was"), (said, "and more")]
