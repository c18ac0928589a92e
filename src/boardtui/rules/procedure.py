"""What is refused at the one door, which is little, and what is let through and flagged."""

from __future__ import annotations

from boardtui.errors import Refusal
from boardtui.model.acts import Act, business, corrections, meeting, room, text
from boardtui.model.record import Record, Stage
from boardtui.rules.quorum import quorum_state

DECIDING = (
    business.Resolve, business.ResolveRecommendations, business.Recommend, business.Note, business.Verb, business.Reason,
    business.Proposal, business.Second, business.Put, business.Vote, business.Roll, business.CastingVote, business.Lots,
    business.MyVote, business.Recount, business.Outcome, business.Alter, business.NoDecision,
)  # fmt: skip
"""Acts of deciding, which need a meeting that is open."""
_CONDUCTING = (
    meeting.PreviousMinutes, meeting.NoMatters, meeting.Exclude, meeting.Readmit, meeting.Adjourn, meeting.Extend,
    meeting.Close, room.Elect, room.WaitToSpeak, room.CallSpeaker, room.SpeakersDone, text.Prepared, text.UrgentItem,
    text.DeferItem, text.WithdrawItem,
)  # fmt: skip
"""Procedure, which needs a meeting that has begun."""
_AFTER_CLOSE = (
    corrections.Correction, corrections.Rename, corrections.Override, meeting.Signed, meeting.Release, meeting.NextMeeting,
    meeting.Summary, meeting.Restricted, text.TextAct, text.TableRow, text.Promote, text.OpenItem, text.MinuteNumber,
    text.MinuteHeading, text.Reference, text.Prepared, business.Action, business.Reason, room.Public, room.Apologies,
    room.Absent, room.Late, room.Remote, room.Present, room.OtherMember, room.Officer,
)  # fmt: skip
"""What a clerk still does with the draft once the meeting is over: words, numbers, names, who had been there."""
_TAKES_A_DECISION = (business.Resolve, business.ResolveRecommendations, business.Outcome, business.Vote, business.Roll)


def check(record: Record, act: Act) -> None:
    """Let the act through, or raise Refusal.

    Only what would make the record void is refused: deciding before the meeting has begun, while it is adjourned, or after
    it has closed (a decision is that of a meeting held: LGA 1972 Sch 12 para 39); beginning twice; resuming what goes on.
    """
    if isinstance(act, meeting.Start):
        _check_start(record)
    elif isinstance(act, meeting.Resume):
        if record.stage is not Stage.ADJOURNED:
            raise Refusal("The meeting is not adjourned.", "/adjourn comes first.")
    elif record.stage is Stage.BEFORE:
        _check_before(act)
    elif record.stage is Stage.ADJOURNED and isinstance(act, DECIDING):
        raise Refusal("The meeting is adjourned: nothing can be decided.", "/resume goes on with it.")
    elif record.stage is Stage.CLOSED and not isinstance(act, _AFTER_CLOSE):
        raise Refusal("The meeting is closed.", "Words can still be put right. /undo takes the closing back.")


def _check_start(record: Record) -> None:
    if record.stage is Stage.CLOSED:
        raise Refusal("The meeting is closed.", "/undo takes the closing back.")
    if record.stage is Stage.ADJOURNED:
        raise Refusal("The meeting has started and is adjourned.", "/resume goes on with it.")
    if record.stage is Stage.OPEN:
        raise Refusal(
            "The meeting has started already.", "/undo takes the start back; /adjourn and /resume part sittings."
        )


def _check_before(act: Act) -> None:
    if isinstance(act, DECIDING):
        raise Refusal("The meeting has not started: nothing can be decided yet.", "Say /start first.")
    if isinstance(act, _CONDUCTING):
        raise Refusal("The meeting has not started.", "Say /start first.")


def breaches(record: Record, act: Act) -> tuple[str, ...]:
    """What is let through but flagged, until `/override` gives the reason: a sentence for each rule that is against it.

    record: as it stood before the act. Deciding without a quorum (LGA 1972 Sch 12 paras 6, 28 and 45).
    """
    if not isinstance(act, _TAKES_A_DECISION) or record.stage is not Stage.OPEN or not record.attendance:
        return ()
    state = quorum_state(record)
    if state.met or not state.words:
        return ()
    return (f"Decided without a quorum: {state.present} present, {state.words} needed.",)
