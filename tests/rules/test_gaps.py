"""What the minutes still lack."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from boardtui.model.acts import Act, business, corrections, meeting, room, text
from boardtui.model.acts.business import Fate
from boardtui.model.agenda import Item
from boardtui.model.times import ClockTime, Days
from boardtui.rules.gaps import gaps, look_through
from support.acts import (
    HALE,
    MEMBERS,
    NAIR,
    ORME,
    PELL,
    Minuting,
    Said,
    begun_with,
    counts,
    prose,
    sequences,
    started,
)
from support.lacking import after, sentences

MOVED = business.Move(movers=(HALE, PELL), words=prose("no tree be felled"))
ALONE = business.Move(movers=(HALE,), words=prose("no tree be felled"))
SIGNED = meeting.PreviousMinutes(of=Days.read("1 May 2026"), result=meeting.MinutesResult.SIGNED)


def test_a_meeting_with_nothing_missing_has_no_gaps() -> None:
    minuting = started()
    minuting.all(
        text.OpenItem(items=("2",)), SIGNED,
        text.OpenItem(items=("3",)), text.Paragraph(text=prose("The report set out much.")),
        business.Resolve(text=prose("the new hours be approved")),
        text.OpenItem(items=("5",)), MOVED, business.Vote(counts=counts(4, 2, 0)),
    )  # fmt: skip
    assert sentences(minuting) == []


def test_minutes_of_a_meeting_that_is_not_named() -> None:
    undated = meeting.PreviousMinutes(of=Days.read(""), result=meeting.MinutesResult.APPROVED)
    unknown = meeting.PreviousMinutes(of=Days.read("?"), result=meeting.MinutesResult.APPROVED)
    assert after(undated, item="2") == ["Item 2: the day of the earlier meeting is not said."]
    assert after(unknown, item="2") == []


def test_before_the_meeting_only_that_it_has_not_begun_is_said() -> None:
    minuting = Minuting()
    assert sentences(minuting) == []
    minuting(room.Present(who=(HALE,)))
    assert sentences(minuting) == ["The meeting has not been started; until then text is only prepared."]


def test_when_it_began_and_ended() -> None:
    body = (Item(number="1", title="Closing"),)
    minuting = started(at=None, time=None, body=body)
    minuting(meeting.Close())
    assert sentences(minuting) == ["When the meeting started is not said.", "When the meeting closed is not said."]
    known = started(at=None, body=body)
    known(meeting.Close(at=ClockTime.read("?")))
    assert sentences(known) == []


def test_a_meeting_whose_last_item_was_taken_wants_its_close() -> None:
    minuting = started()
    for item in ("1", "2", "3", "4", "5", "6", "7"):
        minuting.all(text.OpenItem(items=(item,)), SIGNED, business.NoDecision(), meeting.Summary(text=prose("x")))
    assert "The meeting has not been closed." not in sentences(minuting)
    minuting(text.OpenItem(items=("8",)))
    assert "The meeting has not been closed." in sentences(minuting)


def test_the_count_of_the_year_and_the_quorum() -> None:
    minuting = started(next_number="", quorum="", committee="Wells Town Council")
    minuting(text.OpenItem(items=("1",)))
    assert sentences(minuting) == [
        "The number of the first minute is not known: the agenda gives no next minute number.",
        "The agenda doesn't say what the quorum is; by law a council's is one third, but not less than three.",
    ]


def test_an_urgent_item_without_its_reason() -> None:
    minuting = started()
    minuting.all(text.UrgentItem(title="Flooding"), text.UrgentItem(title="Fire", reason="it burns"))
    assert sentences(minuting) == ["Flooding: why it is urgent is not said."]


def test_earlier_minutes_of_which_nothing_is_said() -> None:
    assert after(item="2") == ["Item 2: what became of the earlier minutes is not said."]
    assert after(SIGNED, item="2") == []
    assert after(text.DeferItem(), item="2") == []


def test_recommendations_that_were_not_decided_on() -> None:
    assert after(item="3") == ["Item 3: its recommendations were not decided on."]
    assert after(business.NoDecision(), item="3") == []
    assert after(business.Note(text=prose("the report")), item="3") == []
    assert after(text.WithdrawItem(), item="3") == []


def test_an_item_still_open_is_left_in_peace() -> None:
    minuting = started()
    minuting.all(text.OpenItem(items=("3",)), MOVED)
    assert sentences(minuting) == []


def test_a_vote_against_what_was_said_to_be_unanimous() -> None:
    told = after(MOVED, business.Vote(counts=counts(4, 2, 0)), business.Outcome(fate=Fate.UNANIMOUS))
    assert told == ["Item 4: the motion was said to be unanimous, but 2 voted against."]
    assert after(MOVED, business.Vote(counts=counts(6, 0, 0)), business.Outcome(fate=Fate.UNANIMOUS)) == []


def test_prepared_text_that_was_not_confirmed() -> None:
    minuting = Minuting()
    minuting.all(text.OpenItem(items=("4",)), text.Paragraph(text=prose("The report.")), room.Present(everyone=True))
    minuting(meeting.Start(), "14:00")
    assert sentences(minuting) == []
    minuting(text.OpenItem(items=("4",)))
    assert sentences(minuting) == ["Item 4: its prepared text is not confirmed."]
    minuting(text.Prepared())
    assert sentences(minuting) == []


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ((business.Move(words=prose("x")), business.Outcome(fate=Fate.CARRIED)), ["the motion has no mover."]),
        ((ALONE, business.Vote(counts=counts(4, 2))), ["the motion has no seconder."]),
        ((ALONE, business.Outcome(fate=Fate.LAPSED)), []),
        ((MOVED,), ["the motion was not decided."]),
        ((MOVED, business.Vote(counts=counts(3, 3))), ["the motion had equal votes, and no casting vote."]),
        ((MOVED, business.Vote(counts=counts(3, 3)), business.CastingVote(option="for")), []),
        ((MOVED, business.Vote(counts=counts(2, 4))), ["the motion was lost, and nothing else decided."]),
        ((MOVED, business.Vote(counts=counts(2, 4)), business.Resolve(text=prose("no change be made"))), []),
        ((MOVED, business.Vote(counts=counts(2, 4)), business.NoDecision()), []),
        ((MOVED, business.Vote(counts=counts(5, 4, 0))), ["9 votes were counted, and 6 members were here."]),
        ((MOVED, business.Vote(counts=counts(5))), ["the motion was not decided.", "how many voted against is not stated."]),
        (
            (MOVED, business.Amend(movers=(NAIR, ORME), words=prose("y")), business.Vote(counts=counts(4, 2)),
             business.Vote(counts=counts(4, 2))),
            ["the motion was carried as amended, but not written out."],
        ),
        (
            (MOVED, business.Amend(movers=(NAIR,), words=prose("y")), business.Vote(counts=counts(2, 4)),
             business.Vote(counts=counts(4, 2))),
            ["the amendment has no seconder."],
        ),
        (
            (MOVED, business.Outcome(fate=Fate.CARRIED), business.Move(movers=(NAIR,), words=prose("z")),
             business.Outcome(fate=Fate.CARRIED)),
            ["motion 2 has no seconder."],
        ),
        ((business.Note(text=prose("the report")), business.Move(movers=(HALE,))), ["the motion has no seconder."]),
    ],
)  # fmt: skip
def test_motions_and_votes(acts: tuple[Act, ...], found: list[str]) -> None:
    assert after(*acts) == [f"Item 4: {sentence}" for sentence in found]


def test_a_restricted_minute_without_a_summary() -> None:
    assert after(text.Paragraph(text=prose("x")), meeting.Restricted()) == [
        "Item 4: the public minutes have no summary of it."
    ]
    assert after(meeting.Restricted(), meeting.Summary(text=prose("They talked."))) == []
    assert after(meeting.Restricted(), meeting.Release(items=("4",))) == []


def test_what_was_flagged_is_a_gap_once_for_each_minute() -> None:
    minuting = started(HALE, PELL)
    minuting(room.Apologies(who=tuple(room.Excused(person=key) for key in MEMBERS[2:])))
    minuting.all(text.OpenItem(items=("4",)), business.Note(text=prose("x")), business.Note(text=prose("y")))
    assert sentences(minuting) == ["Item 4: decided without a quorum: 2 here, 1 more member needed."]


def test_whether_there_was_a_quorum_is_told_by_what_is_known_now() -> None:
    minuting = started()
    minuting.all(text.OpenItem(items=("4",)))
    minuting(business.Note(text=prose("x")), "14:30")
    assert sentences(minuting) == []
    minuting(room.Leave(who=MEMBERS[:4], at=ClockTime.read("14:20")), "14:40")
    assert "Item 4: decided without a quorum: 2 here, 1 more member needed." in sentences(minuting)


def test_what_does_not_fit_is_a_gap_and_told_once() -> None:
    assert after(business.Second(who=(HALE,))) == ["There was no motion to second."]
    assert after(business.CastingVote(option="for")) == ["A casting vote was given, but no vote had been taken."]


@pytest.mark.parametrize(
    "said",
    [
        lambda: [business.Move(movers=(HALE,), words=prose("x"))],
        lambda: [business.Second(who=(HALE,))],
        lambda: [text.UrgentItem(title="Flooding")],
    ],
)
def test_a_reason_makes_a_gap_vanish(said: Callable[[], list[Act]]) -> None:
    minuting = started()
    minuting.all(text.OpenItem(items=("4",)), *said())
    before = sentences(minuting)
    minuting(corrections.Override(reason="so it was"))
    minuting(business.Outcome(fate=Fate.CARRIED)) if minuting.record.before else None
    assert len(before) <= 1
    assert sentences(minuting) == []


def test_an_undone_override_brings_the_gap_back() -> None:
    minuting = started()
    minuting(text.UrgentItem(title="Flooding"))
    override = minuting(corrections.Override(reason="so it was"))
    assert sentences(minuting) == []
    minuting(corrections.Undo(target=override))
    assert sentences(minuting) == ["Flooding: why it is urgent is not said."]


def test_a_reason_given_later_names_the_act_it_is_about() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("4",)))
    moved = minuting(ALONE)
    minuting.all(business.Outcome(fate=Fate.CARRIED), text.OpenItem(items=("3",)), text.OpenItem(items=("8",)))
    assert sentences(minuting) == [
        "Item 4: the motion has no seconder.",
        "Item 3: its recommendations were not decided on.",
    ]
    override = minuting(corrections.Override(reason="standing orders ask for none", target=moved))
    assert sentences(minuting) == ["Item 3: its recommendations were not decided on."]
    (kept,) = look_through(minuting.record).kept
    assert (kept.override.seq, kept.override.about, kept.override.reason) == (
        override, moved, "standing orders ask for none",
    )  # fmt: skip
    assert [gap.sentence for gap in kept.gaps] == ["Item 4: the motion has no seconder."]


def test_a_reason_for_one_gap_leaves_the_others_of_that_act() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("4",)))
    moved = minuting(ALONE)
    minuting(text.OpenItem(items=("8",)))
    answer = minuting(corrections.Override(reason="standing orders ask for none", target=moved, lack="seconder"))
    assert sentences(minuting) == ["Item 4: the motion was not decided."]
    minuting.all(corrections.Undo(target=answer), corrections.Override(reason="so it was", target=moved))
    assert sentences(minuting) == []


def test_a_reason_that_answers_nothing_is_told_all_the_same() -> None:
    minuting = started()
    minuting.all(text.OpenItem(items=("4",)), text.Paragraph(text=prose("x")), corrections.Override(reason="in case"))
    assert [(kept.override.reason, kept.gaps) for kept in look_through(minuting.record).kept] == [("in case", ())]


def test_gaps_follow_the_minutes_whatever_tells_of_them() -> None:
    minuting = started(HALE, PELL)
    minuting(room.Apologies(who=tuple(room.Excused(person=key) for key in MEMBERS[2:])))
    minuting.all(text.OpenItem(items=("4",)), business.Note(text=prose("x")), meeting.Readmit())
    minuting.all(text.OpenItem(items=("5",)), ALONE, business.Outcome(fate=Fate.CARRIED), text.OpenItem(items=("8",)))
    assert [sentence.partition(":")[0] for sentence in sentences(minuting)] == [
        "Item 4", "The public were readmitted, but had not been excluded.", "Item 5", "Item 5",
    ]  # fmt: skip


def test_every_gap_says_where_it_is() -> None:
    minuting = started()
    opened = minuting(text.OpenItem(items=("4",)))
    moved = minuting(business.Move(movers=(HALE,), words=prose("x")))
    minuting(business.Outcome(fate=Fate.CARRIED))
    (gap,) = gaps(minuting.record)
    assert (gap.seq, gap.entry) == (moved, opened)


@given(sequences())
def test_gaps_are_plain_sentences_of_any_meeting(script: list[Said]) -> None:
    found = gaps(begun_with(script).record)
    assert all(gap.sentence.endswith(".") and "\n" not in gap.sentence for gap in found)
    assert len(set(found)) == len(found)
