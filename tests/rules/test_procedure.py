"""What is refused at the door, and what is flagged and stands."""

from __future__ import annotations

import pytest
from hypothesis import given

from boardtui.errors import Refusal
from boardtui.model.acts import Act, business, corrections, interests, meeting, room, text
from boardtui.model.acts.business import Fate, RollStep
from boardtui.model.acts.interests import Conduct, Scope
from boardtui.model.acts.meeting import ExclusionResult, MinutesResult
from boardtui.model.people import Newcomer
from boardtui.model.prose import NOTHING, Mention, Prose
from boardtui.model.times import CalendarDay, Days
from boardtui.rules.procedure import breaches, check
from support.acts import HALE, NAIR, PELL, Minuting, Said, begun_with, counts, prose, sequences, started

RESOLVE = business.Resolve(text=prose("it be agreed"))
SIGNED = meeting.PreviousMinutes(of=Days.read("1 May 2026"), result=MinutesResult.SIGNED, correction=NOTHING)
DECIDING: tuple[Act, ...] = (
    RESOLVE,
    business.Note(text=prose("the report")),
    business.Recommend(to="Cabinet", text=prose("it be done")),
    business.Move(movers=(HALE,), words=prose("x")),
    business.Amend(movers=(HALE,), words=prose("x")),
    business.Second(who=(PELL,)),
    business.Vote(counts=counts(4, 2)),
    business.Roll(steps=(RollStep(option="for", everyone=True),)),
    business.CastingVote(option="for"),
    business.Outcome(fate=Fate.CARRIED),
    SIGNED,
    meeting.Exclude(),
)
ALWAYS: tuple[Act, ...] = (
    room.Present(who=(NAIR,)),
    room.Apologies(who=(room.Excused(person=NAIR),)),
    text.OpenItem(items=("3",)),
    text.Paragraph(text=prose("The report set out much.")),
    text.Jot(text=prose("x")),
    interests.DeclareNone(),
    corrections.Undo(target=2),
    text.MinuteHeading(text="Parks"),
    meeting.Summary(text=prose("They considered it.")),
)


def before() -> Minuting:
    minuting = Minuting()
    minuting(text.OpenItem(items=("1",)))
    return minuting


def adjourned() -> Minuting:
    minuting = started()
    minuting(meeting.Adjourn())
    return minuting


def closed() -> Minuting:
    minuting = started()
    minuting(RESOLVE)
    minuting(meeting.Close())
    return minuting


STAGES = {"before": before, "open": started, "adjourned": adjourned, "closed": closed}


@pytest.mark.parametrize("act", DECIDING, ids=lambda act: act.kind)
def test_only_a_meeting_in_session_decides(act: Act) -> None:
    for name, stage in STAGES.items():
        if name == "open":
            check(stage().record, act)
            continue
        with pytest.raises(Refusal) as refused:
            check(stage().record, act)
        assert refused.value.hint


@pytest.mark.parametrize("act", ALWAYS, ids=lambda act: act.kind)
def test_the_register_the_text_and_corrections_are_taken_at_any_time(act: Act) -> None:
    for stage in STAGES.values():
        check(stage().record, act)


@pytest.mark.parametrize(
    ("stage", "act", "message"),
    [
        ("open", meeting.Start(), "The meeting has started already."),
        ("adjourned", meeting.Start(), "The meeting has started already."),
        ("closed", meeting.Start(), "The meeting is closed."),
        ("before", meeting.Resume(), "The meeting has not started."),
        ("open", meeting.Resume(), "The meeting is not adjourned."),
        ("closed", meeting.Resume(), "The meeting is closed."),
        ("before", meeting.Adjourn(), "The meeting has not started."),
        ("adjourned", meeting.Adjourn(), "The meeting stands adjourned."),
        ("before", meeting.Close(), "The meeting has not started."),
        ("closed", meeting.Close(), "The meeting is closed."),
        ("before", text.Prepared(), "The meeting has not started."),
    ],
)
def test_a_meeting_begins_once_and_ends_once(stage: str, act: Act, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        check(STAGES[stage]().record, act)
    assert refused.value.message == message


@pytest.mark.parametrize(
    ("stage", "act"),
    [
        ("adjourned", meeting.Resume()),
        ("adjourned", meeting.Close()),
        ("open", meeting.Readmit()),
        ("closed", meeting.Signed(on=CalendarDay.read("5 May 2027"), by=HALE)),
        ("closed", meeting.Release(items=("7",))),
        ("closed", business.Action(text=prose("report back"))),
        ("closed", business.NoDecision()),
    ],
)
def test_what_may_well_be_said_is_not_refused(stage: str, act: Act) -> None:
    check(STAGES[stage]().record, act)


def test_after_the_close_the_hint_names_the_act_to_take_back() -> None:
    minuting = closed()
    with pytest.raises(Refusal) as refused:
        check(minuting.record, RESOLVE)
    assert refused.value.hint == f"/undo {minuting.filed[-1].seq} opens it again."


def test_the_words_of_a_decision_can_be_put_right_after_the_close_and_a_paragraph_cannot_become_one() -> None:
    minuting = closed()
    words = minuting(text.Paragraph(text=prose("They agreed.")))
    decision = next(filed.seq for filed in minuting.filed if filed.act == RESOLVE)
    check(minuting.record, corrections.Edit(target=decision, revised=business.Resolve(text=prose("it be refused"))))
    with pytest.raises(Refusal):
        check(minuting.record, corrections.Edit(target=words, revised=RESOLVE))


def test_deciding_without_a_quorum_is_flagged() -> None:
    minuting = started(HALE, PELL)
    assert breaches(minuting.record, RESOLVE) == ("Decided without a quorum: 2 here, 1 more member needed.",)
    assert breaches(started(HALE, PELL, NAIR).record, RESOLVE) == ()
    assert breaches(minuting.record, text.Paragraph(text=prose("They talked."))) == ()


def test_a_run_of_clauses_is_flagged_once() -> None:
    minuting = started(HALE, PELL)
    minuting(RESOLVE)
    assert breaches(minuting.record, RESOLVE) == ()


def test_deciding_with_nobody_in_the_chair_is_flagged() -> None:
    minuting = started(NAIR, "orme", "mapp")
    assert breaches(minuting.record, RESOLVE) == ("Decided with nobody known to be in the chair.",)


def test_a_casting_vote_without_equal_votes_is_flagged() -> None:
    minuting = started()
    minuting.all(business.Move(movers=(HALE, PELL), words=prose("x")), business.Vote(counts=counts(3, 2)))
    assert breaches(minuting.record, business.CastingVote(option="for")) == (
        "A casting vote was given, but the votes were not equal.",
    )
    minuting.all(business.Move(movers=(HALE, PELL), words=prose("y")), business.Vote(counts=counts(3, 3)))
    assert breaches(minuting.record, business.CastingVote(option="for")) == ()


@pytest.mark.parametrize(
    ("act", "flagged"),
    [
        (business.Roll(steps=(RollStep(option="for", everyone=True),)), True),
        (business.Roll(steps=(RollStep(option="for", group="Alliance"),)), True),
        (business.Roll(steps=(RollStep(option="for", everyone=True), RollStep(option="none", people=(NAIR,)))), False),
        (business.MyVote(person=NAIR, option="against"), True),
        (business.MyVote(person=HALE, option="against"), False),
        (business.Move(movers=(NAIR, HALE), words=prose("x")), True),
        (business.Second(who=(NAIR,)), True),
        (business.Second(who=(HALE,)), False),
    ],
)
def test_one_who_may_not_vote_is_flagged_where_they_do(act: Act, flagged: bool) -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(interests.Declare(who=(NAIR,), scope=Scope(items=("3",)), label="dpi"))
    assert bool(breaches(minuting.record, act)) is flagged


def test_a_mover_who_is_not_here_is_flagged() -> None:
    minuting = started(HALE, PELL, "orme")
    assert breaches(minuting.record, business.Move(movers=(NAIR,), words=prose("x"))) == (
        "Councillor Sunil Nair moved or seconded, and is not here as a member.",
    )


def test_words_of_somebody_who_is_out_are_flagged_and_a_mention_of_them_is_not() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    point = text.Point(by=NAIR, text=prose("what it cost"))
    assert breaches(minuting.record, point) == ()
    minuting(room.Leave(who=(NAIR,)))
    assert breaches(minuting.record, point) == ("Councillor Sunil Nair is given words, and was out of the room.",)
    assert breaches(minuting.record, text.Answer(by=NAIR, text=prose("£5"))) != ()
    assert breaches(minuting.record, text.Paragraph(text=Prose((Mention(person=NAIR), " had written.")))) == ()
    assert breaches(minuting.record, text.Point(by=HALE, text=prose("why"))) == ()
    minuting(room.Return(who=(NAIR,)))
    assert breaches(minuting.record, point) == ()


@pytest.mark.parametrize(
    ("conduct", "flagged"),
    [((Conduct.LEFT,), True), ((Conduct.SPOKE, Conduct.LEFT), False), ((Conduct.STAYED,), False)],
)
def test_who_left_for_an_interest_says_nothing_unless_they_spoke_before(
    conduct: tuple[Conduct, ...], flagged: bool
) -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(interests.Declare(who=(NAIR,), scope=Scope(items=("3",)), label="dpi", conduct=conduct))
    assert bool(breaches(minuting.record, text.Point(by=NAIR, text=prose("what it cost")))) is flagged


def test_who_sent_apologies_may_have_written() -> None:
    minuting = started(HALE, PELL)
    minuting(room.Apologies(who=(room.Excused(person=NAIR),)))
    assert breaches(minuting.record, text.Point(by=NAIR, text=prose("what it cost"))) == ()


def test_an_exempt_item_taken_in_public_is_flagged_until_the_meeting_decides_about_the_public() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("7",)))
    said = text.Paragraph(text=prose("The bid was £2m."))
    assert breaches(minuting.record, said) == ("Item 6 is exempt, and the public have not been excluded.",)
    assert breaches(minuting.record, text.Jot(text=prose("x"))) == ()
    minuting(meeting.Exclude(result=ExclusionResult.NOT_RESOLVED))
    assert breaches(minuting.record, said) == ()
    minuting(meeting.Exclude(paragraphs=("3",), items=("7",)))
    assert breaches(minuting.record, said) == ()


def test_minutes_are_not_signed_at_an_extraordinary_meeting() -> None:
    assert breaches(started(kind="extraordinary").record, SIGNED) == (
        "Minutes are not signed at an extraordinary meeting.",
    )
    assert breaches(started().record, SIGNED) == ()


@given(sequences(12), sequences(6))
def test_any_act_is_taken_or_refused_and_flagged_or_not(script: list[Said], next_ones: list[Said]) -> None:
    record = begun_with(script).record
    for act, _ in next_ones:
        assert all(sentence.endswith(".") for sentence in breaches(record, act))
        try:
            check(record, act)
        except Refusal as refusal:
            assert refusal.message and refusal.hint


def test_prepared_text_is_confirmed_only_where_some_is_waiting() -> None:
    minuting = Minuting()
    minuting.all(text.OpenItem(items=("4",)), text.Paragraph(text=prose("The report.")), meeting.Start())
    minuting(text.OpenItem(items=("5",)))
    with pytest.raises(Refusal) as refused:
        check(minuting.record, text.Prepared())
    assert refused.value.message == "No prepared text is waiting in this item."
    minuting(text.OpenItem(items=("4",)))
    check(minuting.record, text.Prepared())


def test_what_was_left_out_is_put_in_by_the_rules_that_held_there() -> None:
    minuting = Minuting()
    prepared = minuting.all(text.OpenItem(items=("3",)), text.Paragraph(text=prose("The report.")))
    minuting.all(room.Present(everyone=True), meeting.Start())
    behind = minuting.all(text.OpenItem(items=("3",)))
    minuting.all(RESOLVE, meeting.Close())
    check(minuting.record, corrections.Insert(target=behind, said=RESOLVE))
    with pytest.raises(Refusal, match="has not started"):
        check(minuting.record, corrections.Insert(target=prepared, said=RESOLVE))
    with pytest.raises(Refusal, match="There is no act 99"):
        check(minuting.record, corrections.Insert(target=99, said=RESOLVE))


def test_one_person_does_not_become_two_by_what_is_put_in() -> None:
    minuting = started()
    behind = minuting(text.OpenItem(items=("3",)))
    minuting(room.Guest(who=(Newcomer(name="Jo Cole"),)))
    said = room.Guest(who=(Newcomer(name="Jo Cole", organisation="Trust"),))
    with pytest.raises(Refusal, match="Jo Cole is known already"):
        check(minuting.record, corrections.Insert(target=behind, said=said))
    check(minuting.record, corrections.Insert(target=behind, said=room.Guest(who=("cole", Newcomer(name="Amy Cole")))))


@pytest.mark.parametrize(
    "said", [text.OpenItem(items=("5",)), meeting.Exclude(), meeting.Adjourn(), room.CallSpeaker()]
)
def test_what_moves_the_meeting_on_is_not_put_in(said: Act) -> None:
    minuting = started()
    behind = minuting.all(text.OpenItem(items=("3",)))
    minuting(text.OpenItem(items=("4",)))
    with pytest.raises(Refusal) as refused:
        check(minuting.record, corrections.Insert(target=behind, said=said))
    assert refused.value.hint.startswith("Say it now")


# --- undo and redo


def undone_once() -> Minuting:
    """Acts 1 to 3 call and begin the meeting, 4 and 5 are paragraphs, 6 undoes 4."""
    minuting = started()
    minuting.all(text.Paragraph(text=prose("One.")), text.Paragraph(text=prose("Two.")), corrections.Undo(target=4))
    return minuting


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (corrections.Undo(target=999), "There is no act 999 in this meeting."),
        (corrections.Redo(target=999), "There is no act 999 in this meeting."),
        (corrections.Strike(target=999), "There is no act 999 in this meeting."),
        (corrections.Undo(target=1), "The summons can't be undone: without it there is no meeting."),
        (corrections.Undo(target=4), "Act 4 is undone already."),
        (corrections.Redo(target=6), "Act 4 is undone already."),
        (corrections.Redo(target=5), "Act 5 has not been undone."),
    ],
    ids=lambda part: f"{part.kind} {part.target}" if isinstance(part, corrections.Correction) else "",
)
def test_a_correction_of_what_is_not_there_or_would_change_nothing_is_refused(act: Act, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        check(undone_once().record, act)
    assert refused.value.message == message
    assert refused.value.hint


@pytest.mark.parametrize("act", [corrections.Redo(target=4), corrections.Undo(target=5), corrections.Undo(target=6)])
def test_what_changes_something_is_taken(act: Act) -> None:
    minuting = undone_once()
    before_it = list(minuting.record.undone)
    check(minuting.record, act)
    minuting(act)
    assert minuting.record.undone != before_it


def test_what_was_erased_is_not_corrected_and_an_erasure_not_undone() -> None:
    minuting = undone_once()
    erase = minuting(corrections.Erase(targets=(5,), reason="said in error"))
    for act in (corrections.Undo(target=5), corrections.Strike(target=5)):
        with pytest.raises(Refusal, match="Act 5 was erased"):
            check(minuting.record, act)
    with pytest.raises(Refusal, match="gone for good"):
        check(minuting.record, corrections.Undo(target=erase))
