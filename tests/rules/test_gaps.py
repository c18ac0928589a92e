"""What the minutes still lack."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from boardtui.model.acts import Act, business, corrections, interests, meeting, room, text
from boardtui.model.acts.business import Fate
from boardtui.model.agenda import Item
from boardtui.model.people import Newcomer
from boardtui.model.prose import AtSign
from boardtui.model.times import CalendarDay, ClockTime, Days
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
    mention,
    prose,
    sequences,
    started,
)

MOVED = business.Move(movers=(HALE, PELL), words=prose("no tree be felled"))
ALONE = business.Move(movers=(HALE,), words=prose("no tree be felled"))
SIGNED = meeting.PreviousMinutes(of=Days.read("1 May 2026"), result=meeting.MinutesResult.SIGNED)


def sentences(minuting: Minuting) -> list[str]:
    return [gap.sentence for gap in gaps(minuting.record)]


def after(*acts: Act, item: str = "4", then: str = "8") -> list[str]:
    """The gaps after these acts in an item that has been left again; parks, unless another is given."""
    minuting = started()
    minuting.all(text.OpenItem(items=(item,)), *acts, text.OpenItem(items=(then,)))
    return sentences(minuting)


def test_a_meeting_with_nothing_missing_has_no_gaps() -> None:
    minuting = started()
    minuting.all(
        text.OpenItem(items=("2",)), SIGNED,
        text.OpenItem(items=("3",)), text.Paragraph(text=prose("The report set out much.")),
        business.Resolve(text=prose("the new hours be approved")),
        text.OpenItem(items=("5",)), MOVED, business.Vote(counts=counts(4, 2, 0)),
    )  # fmt: skip
    assert sentences(minuting) == []


def test_words_of_somebody_out_of_the_room_are_listed_until_it_is_said_that_they_were_back() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("4",)))
    minuting(room.Leave(who=(NAIR,)), "14:10")
    minuting(text.Point(by=NAIR, text=prose("what it cost")), "14:20")
    assert "Item 4: Councillor Sunil Nair is given words, and was out of the room." in sentences(minuting)
    minuting(room.Return(who=(NAIR,)), "14:15")
    assert not [one for one in sentences(minuting) if "given words" in one]


def test_an_at_sign_that_was_meant_as_one_is_nobody_missing() -> None:
    text_ = text.Paragraph(text=prose("Follow ", AtSign(sign="@"), "HarbourneHubs, and @grubb."))
    assert after(text_) == ["Item 4: @grubb is nobody the meeting knows."]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("=the report be noted", "“=the report be …” was minuted as text: a space after = makes it a resolution."),
        ("-a bullet", "“-a bullet” was minuted as text: a space after - makes it a bullet."),
        ("?why", "“?why” was minuted as text: a space after ? makes it a member's point."),
        ("!do it", "“!do it” was minuted as text: a space after ! makes it an action."),
        ("~a secret", "“~a secret” was minuted as text: a space after ~ makes it a private jot."),
        ("#5", "“#5” was minuted as text: a space after # opens the item."),
    ],
)
def test_a_mark_whose_space_was_forgotten(typed: str, sentence: str) -> None:
    assert after(text.Paragraph(text=prose(typed))) == [f"Item 4: {sentence}"]
    assert after(text.Paragraph(text=prose(typed), plain=True)) == []


def test_an_action_whose_space_was_forgotten_before_a_name() -> None:
    (gap,) = after(text.Paragraph(text=prose("!", mention(PELL), " to report")))
    assert gap == "Item 4: “!@pell to report” was minuted as text: a space after ! makes it an action."


@pytest.mark.parametrize("typed", ["-5 degrees", "=", "5-1", "“Quoted”", "+44 20", "- ", "~", "a =b"])
def test_what_is_text_is_no_forgotten_mark(typed: str) -> None:
    assert after(text.Paragraph(text=prose(typed))) == []


def test_an_election_to_what_is_no_office() -> None:
    assert after(room.Elect(person=PELL, office="Clerk")) == [
        "Item 4: Councillor Edwin Pell was elected Clerk, which is no office of the body (Chair, Deputy Chair …)."
    ]
    assert after(room.Elect(person=PELL, office="")) == [
        "Item 4: Councillor Edwin Pell was elected, to what office is not said."
    ]
    for office in ("chair", "Deputy Town Mayor", "Treasurer"):
        assert after(room.Elect(person=PELL, office=office)) == []


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


def test_nobody_marked_present() -> None:
    minuting = Minuting()
    minuting(meeting.Start(), "14:00")
    assert sentences(minuting) == ["Nobody is marked present."]


def test_the_register() -> None:
    minuting = started(*MEMBERS[:4])
    minuting(room.Present(who=(Newcomer(name="Rob Allison"),)))
    minuting(room.Substitute(person=Newcomer(name="Gail Adamson")))
    assert sentences(minuting) == [
        "Rob Allison is present and not a member.",
        "Gail Adamson is a substitute, for whom is not said.",
        "Councillor Lorna Mapp and Susan Tull are neither present nor excused.",
    ]


def test_contradictions_of_the_register_are_gaps() -> None:
    assert after(room.Return(who=(NAIR,), at=ClockTime.read("14:10"))) == [
        "Councillor Sunil Nair returned, but had not left."
    ]


def test_a_movement_without_a_time_is_a_gap_unless_it_is_said_not_to_be_known() -> None:
    assert after(room.Leave(who=(NAIR,))) == ["Item 4: when Councillor Sunil Nair left is not said."]
    assert after(room.Leave(who=(NAIR,), at=ClockTime.read("?"))) == []
    assert after(room.Leave(who=(NAIR,), at=ClockTime.read("14:20"))) == []


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


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        (
            interests.Declare(who=(NAIR,), label="dpi"),
            ["Councillor Sunil Nair declared an interest, in what is not said."],
        ),
        (
            interests.Declare(who=(NAIR,), scope=interests.Scope(items=("3",))),
            ["Councillor Sunil Nair declared an interest, of what kind is not said."],
        ),
        (interests.Declare(everyone=True, scope=interests.Scope(items=("3",)), label="personal"), []),
        (interests.Declare(who=(NAIR,), scope=interests.Scope(items=("3",)), sensitive=True), []),
    ],
)
def test_declarations(declared: Act, found: list[str]) -> None:
    minuting = started()
    minuting(declared)
    assert sentences(minuting) == found


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


def test_days_no_calendar_has() -> None:
    due = business.Action(owners=(HALE,), text=prose("write"), due=CalendarDay.read("30 February"))
    assert after(due) == ["Item 4: there is no 30 February."]
    assert after(meeting.NextMeeting(text="31 February 2027 at 2 pm")) == ["Item 4: there is no 31 February 2027."]
    assert after(meeting.NextMeeting(text="29 February 2028, and 3 March")) == []


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


def test_names_that_are_still_text_and_actions_of_nobody() -> None:
    assert after(
        text.Paragraph(text=prose("Thanks to @grubb and @O'Brien's team; write to hubs@harbourne.example.")),
        business.Action(text=prose("report back")),
        text.Jot(text=prose("@nobody")),
    ) == [
        "Item 4: @grubb is nobody the meeting knows.",
        "Item 4: @O'Brien is nobody the meeting knows.",
        "Item 4: an action has no owner.",
    ]


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
