"""Decisions, motions and amendments, as they stand in the record."""

from __future__ import annotations

import pytest

from boardtui.model.acts import business, meeting, text
from boardtui.model.acts.business import Fate
from boardtui.model.people import Newcomer
from boardtui.model.prose import Prose
from boardtui.model.record import Clause, Decision, DecisionKind, Motion
from boardtui.model.times import CalendarDay, Days
from support.acts import HALE, MAPP, NAIR, ORME, PELL, Minuting, counts, prose, started


@pytest.fixture
def minuting() -> Minuting:
    """A meeting with the library's item open."""
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    return minuting


def said(clauses: list[Clause]) -> list[object]:
    """Clauses as words, those below in a list after their own."""
    out: list[object] = []
    for clause in clauses:
        out.append(clause.text.said(str))
        if clause.clauses:
            out.append(said(clause.clauses))
    return out


def decisions(minuting: Minuting) -> list[Decision]:
    return minuting.record.entry.decisions


def motion(minuting: Minuting, number: int = 0) -> Motion:
    root = minuting.record.entry.motions[-1]
    return root if number == 0 else root.amendments[number - 1]


def resolve(words: str, level: int = 1) -> business.Resolve:
    return business.Resolve.model_validate({"text": Prose.of(words), "level": level})


def move(words: str = "it be done", *movers: str) -> business.Move:
    return business.Move(movers=movers or (HALE, PELL), words=prose(words))


def amend(words: str = "by March") -> business.Amend:
    return business.Amend(movers=(NAIR, ORME), words=prose(words))


# --- decisions


def test_a_run_of_clauses_is_one_decision_with_its_levels(minuting: Minuting) -> None:
    minuting.all(resolve("one"), resolve("two:"), resolve("a", 2), resolve("b:", 2), resolve("i", 3), resolve("three"))
    (decision,) = decisions(minuting)
    assert said(decision.clauses) == ["one", "two:", ["a", "b:", ["i"]], "three"]
    assert len(minuting.record.entry.blocks) == 1


def test_a_run_ends_at_any_other_line_but_not_at_a_continuation_or_a_reason(minuting: Minuting) -> None:
    minuting.all(resolve("one"), text.Continuation(text=prose("and more")), resolve("two"))
    minuting.all(business.Reason(text=prose("it is cheap")), resolve("three"))
    minuting.all(text.Paragraph(text=prose("They went on.")), resolve("four"))
    first, second = decisions(minuting)
    assert said(first.clauses) == ["one and more", "two", "three"]
    assert first.reason == prose("it is cheap")
    assert said(second.clauses) == ["four"]


def test_a_clause_too_deep_hangs_from_the_last_one_there_is(minuting: Minuting) -> None:
    minuting.all(resolve("a", 2), resolve("i", 3))
    assert said(decisions(minuting)[0].clauses) == ["a", ["i"]]


def test_the_recommendations_are_kept_beside_what_was_resolved(minuting: Minuting) -> None:
    clauses = (business.Clause(text=prose("the new hours be approved")),)
    minuting.all(business.ResolveRecommendations(clauses=clauses), resolve("Sundays be added"))
    (decision,) = decisions(minuting)
    assert said(decision.clauses) == ["the new hours be approved", "Sundays be added"]
    assert decision.recommended == ("approve the new hours", "note the costs")


def test_noted_and_recommended_are_decisions_of_their_kind(minuting: Minuting) -> None:
    minuting.all(business.Note(text=prose("the report")), business.Recommend(to="Cabinet", text=prose("it be done")))
    assert [(d.kind, d.to) for d in decisions(minuting)] == [
        (DecisionKind.NOTED, ""),
        (DecisionKind.RECOMMENDED, "Cabinet"),
    ]


def test_a_verb_is_of_the_decision_just_said_or_else_of_the_next(minuting: Minuting) -> None:
    minuting.all(business.Verb(word="ORDERED"), resolve("one"), text.Paragraph(text=prose("x")), resolve("two"))
    minuting(business.Verb(word="AGREED"))
    assert [decision.verb for decision in decisions(minuting)] == ["ORDERED", "AGREED"]


def test_a_verb_after_anything_but_a_resolution_is_of_the_next_one(minuting: Minuting) -> None:
    minuting.all(business.Recommend(to="Cabinet", text=prose("a")), business.Verb(word="ORDERED"))
    minuting(business.Resolve(text=prose("b")))
    minuting.all(business.NoDecision(), business.Verb(word="DETERMINED"), business.Resolve(text=prose("c")))
    assert [decision.verb for decision in decisions(minuting)] == ["", "ORDERED", "DETERMINED"]


def test_a_verb_after_the_vote_on_a_resolution_is_still_its_own(minuting: Minuting) -> None:
    minuting.all(
        business.Resolve(text=prose("a")), business.Outcome(fate=Fate.UNANIMOUS), business.Verb(word="ORDERED")
    )
    assert [decision.verb for decision in decisions(minuting)] == ["ORDERED"]


def test_a_verb_without_a_decision_is_not_taken_into_the_next_item(minuting: Minuting) -> None:
    minuting.all(business.Verb(word="ORDERED"), text.OpenItem(items=("3",)), business.Resolve(text=prose("a")))
    assert minuting.record.entry.decisions[0].verb == ""
    assert [sentence for _, sentence in minuting.record.oddities] == ["A decision was to read ORDERED, and none came."]


def test_a_reference_is_of_the_decision_and_without_one_of_the_minute(minuting: Minuting) -> None:
    minuting(text.Reference(text="A/1"))
    minuting.all(resolve("one"), text.Reference(text="B/2"))
    assert minuting.record.entry.reference == "A/1"
    assert decisions(minuting)[0].reference == "B/2"


def test_an_action_has_owners_who_may_be_new(minuting: Minuting) -> None:
    due = CalendarDay.read("4 December 2026")
    minuting(business.Action(owners=(HALE, Newcomer(name="Jo Catterick")), text=prose("report back"), due=due))
    (action,) = minuting.record.actions
    assert (action.owners, action.due) == ((HALE, "catterick"), due)
    assert minuting.record.entry.blocks[0].people == (HALE, "catterick")


def test_no_decision_was_taken_on_purpose(minuting: Minuting) -> None:
    minuting(business.NoDecision())
    assert minuting.record.entry.no_decision


# --- motions


def test_what_is_moved_is_before_the_meeting_and_becomes_the_decision_when_carried(minuting: Minuting) -> None:
    minuting(move("the depot be sold"))
    assert minuting.record.before is motion(minuting)
    assert (motion(minuting).movers, motion(minuting).seconders) == ([HALE], [PELL])
    minuting(business.Outcome(fate=Fate.CARRIED))
    assert minuting.record.before is None
    assert [said(d.clauses) for d in decisions(minuting)] == [["the depot be sold"]]


@pytest.mark.parametrize(
    "fate", [Fate.LOST, Fate.LAPSED, Fate.NOT_PUT, Fate.DEFERRED, Fate.WITHDRAWN], ids=lambda fate: fate.value
)
def test_a_motion_that_was_not_carried_is_no_decision(minuting: Minuting, fate: Fate) -> None:
    minuting.all(move(), business.Outcome(fate=fate))
    assert (motion(minuting).fate, decisions(minuting), minuting.record.before) == (fate, [], None)


def test_a_seconder_may_come_later(minuting: Minuting) -> None:
    minuting.all(move("x", HALE), business.Second(who=(MAPP,)), business.Second(who=(MAPP,)))
    assert motion(minuting).seconders == [MAPP]


def test_an_amendment_is_voted_on_first_and_the_motion_is_then_before_the_meeting_again(minuting: Minuting) -> None:
    minuting.all(move(), amend())
    assert minuting.record.before is motion(minuting, 1)
    minuting(business.Vote(counts=counts(2, 4)))
    assert (motion(minuting, 1).fate, minuting.record.before) == (Fate.LOST, motion(minuting))


def test_amendments_are_counted_as_moved_and_put_by_their_number(minuting: Minuting) -> None:
    minuting.all(move(), amend("one"), amend("two"), business.Put(target=1))
    assert minuting.record.before is motion(minuting, 1)
    assert [one.number for one in motion(minuting).amendments] == [1, 2]
    minuting(business.Put(target=0))
    assert minuting.record.before is motion(minuting)


def test_a_motion_carried_after_an_amendment_wants_its_words(minuting: Minuting) -> None:
    minuting.all(move(), amend(), business.Outcome(fate=Fate.CARRIED), business.Outcome(fate=Fate.CARRIED))
    assert decisions(minuting)[0].amended
    minuting(resolve("it be done by March"))
    (decision,) = decisions(minuting)
    assert (decision.amended, said(decision.clauses)) == (False, ["it be done by March"])


def test_the_words_written_out_before_the_vote_are_what_is_carried(minuting: Minuting) -> None:
    minuting.all(
        move(), amend(), business.Outcome(fate=Fate.CARRIED), business.Alter(words=prose("it be done by March"))
    )
    assert motion(minuting).amended
    minuting(business.Vote(counts=counts(5, 1)))
    (decision,) = decisions(minuting)
    assert (decision.amended, said(decision.clauses)) == (False, ["it be done by March"])


def test_a_motion_altered_by_leave_keeps_its_first_words(minuting: Minuting) -> None:
    minuting.all(move("it be done"), business.Alter(words=prose("it be tried")))
    assert (motion(minuting).original, motion(minuting).words) == (prose("it be done"), prose("it be tried"))
    assert not motion(minuting).amended


def test_amendments_still_open_when_the_motion_is_decided_were_not_put(minuting: Minuting) -> None:
    minuting.all(move(), amend(), business.Put(target=0), business.Vote(counts=counts(5, 1)))
    assert motion(minuting, 1).fate is Fate.NOT_PUT


def test_a_move_without_words_moves_what_was_just_recorded(minuting: Minuting) -> None:
    minuting.all(resolve("the payments be approved"), business.Move(movers=(HALE, PELL)))
    (block,) = minuting.record.entry.blocks
    assert block.motion is not None
    assert (block.motion.movers, block.motion.seconders) == ([HALE], [PELL])
    assert minuting.record.before is None


def test_earlier_minutes_can_be_moved_and_lost(minuting: Minuting) -> None:
    approved = meeting.PreviousMinutes(of=Days.read("1 May 2026"), result=meeting.MinutesResult.APPROVED)
    minuting.all(approved, business.Move(movers=(HALE, PELL)), business.Outcome(fate=Fate.LOST))
    (block,) = minuting.record.entry.blocks
    assert block.fate is Fate.LOST
    assert block.motion is not None and block.motion.fate is Fate.LOST


def test_a_motion_on_notice_is_known_as_one(minuting: Minuting) -> None:
    minuting(business.Move(movers=(HALE,), words=prose("no tree be felled"), on_notice=True, behalf="Residents Group"))
    assert (motion(minuting).on_notice, motion(minuting).behalf) == (True, "Residents Group")


def test_opening_another_item_leaves_nothing_before_the_meeting(minuting: Minuting) -> None:
    minuting.all(move(), text.OpenItem(items=("4",)))
    assert minuting.record.before is None


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (business.Second(who=(HALE,)), "There was no motion to second."),
        (business.Put(target=1), "There was no motion to put."),
        (business.Alter(words=prose("x")), "There was no motion to alter."),
        (business.Amend(words=prose("x")), "An amendment was moved, but there was no motion."),
        (business.Reason(text=prose("x")), "There was no decision yet to give a reason for."),
        (business.Outcome(fate=Fate.CARRIED), "Nothing was before the meeting to be decided."),
    ],
)
def test_what_fits_nothing_is_kept_as_an_oddity(minuting: Minuting, act: business.Act, sentence: str) -> None:
    seq = minuting(act)
    assert minuting.record.oddities == [(seq, sentence)]
