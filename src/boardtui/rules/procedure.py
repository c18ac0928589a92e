"""Procedure: the little that is refused at the door, and what is flagged and stands.

Refused is only what would make the record void or senseless: deciding before the meeting has begun, while it stands adjourned
or when it is over. All else is accepted; what a rule is against is flagged, and the clerk may say why it stands
(`/override`), since a meeting does what it does and the minutes must say so.
"""

from __future__ import annotations

from boardtui.errors import Refusal
from boardtui.model.acts import Act, approval, business, corrections, meeting, room, text
from boardtui.model.acts.interests import Conduct
from boardtui.model.acts.meeting import ExclusionResult, MinutesResult
from boardtui.model.agenda import ItemKey
from boardtui.model.divisions import tie
from boardtui.model.fold_votes import called, cast_upon
from boardtui.model.folding import is_private
from boardtui.model.people import Newcomer, PersonKey
from boardtui.model.record import Capacity, Record, Stage
from boardtui.model.replay import record_behind
from boardtui.model.room import AWAY, bears_on_open, is_here, presiding, voters
from boardtui.model.settle import turn_of
from boardtui.model.text import fold
from boardtui.model.times import ClockTime
from boardtui.rules.access import access_of
from boardtui.rules.approval import check_approval, check_not_frozen
from boardtui.rules.interests import may_not_vote
from boardtui.rules.presence import name_of
from boardtui.rules.quorum import quorum_state
from boardtui.rules.timing import ends_by, is_past_end

_DECIDING = (
    business.Resolve, business.ResolveRecommendations, business.Recommend, business.Note, business.Proposal,
    business.Second, business.Put, business.Vote, business.Roll, business.CastingVote, business.Lots, business.Recount,
    business.Outcome, business.Alter, meeting.PreviousMinutes, meeting.Exclude, meeting.Readmit, meeting.Extend,
)  # fmt: skip
"""What only a meeting in session can do."""
_ONLY_AFTER_START = (
    *_DECIDING, business.Verb, business.Reason, business.Action, business.MyVote, business.NoDecision, meeting.NoMatters,
    meeting.Adjourn, meeting.Close, text.Prepared,
)  # fmt: skip
_TAKING = (
    business.Resolve, business.ResolveRecommendations, business.Recommend, business.Note, business.Vote, business.Roll,
    business.CastingVote, business.Outcome, meeting.PreviousMinutes,
)  # fmt: skip
"""What takes a decision, and so needs a quorum and somebody in the chair."""
_MOVING_ON = (
    meeting.Start, meeting.Adjourn, meeting.Resume, meeting.Extend, meeting.Close, meeting.Exclude, meeting.Readmit,
    meeting.Release, text.OpenItem, text.AddItem, text.UrgentItem, room.WaitToSpeak, room.CallSpeaker, room.SpeakersDone,
)  # fmt: skip
"""What is never left out of a minute and put in later: what follows would stand elsewhere."""
_OF_SUBSTANCE = (*_TAKING, text.TextAct, text.TableRow, room.Guest, business.Action)
"""What says something of the matter itself."""


def check(record: Record, act: Act) -> None:
    """Raise Refusal where this act can't be recorded now: the one door's whole list of reasons."""
    if isinstance(act, approval.Approved | approval.Reopened):
        check_approval(record, act)
        return
    check_not_frozen(record)
    if isinstance(act, corrections.Correction):
        _check_correction(record, act)
    elif isinstance(act, corrections.Erase):
        raise Refusal("Words are not erased at the desk, because it can't be undone.", "Run: boardtui erase")
    elif isinstance(act, corrections.Salvage):
        raise Refusal("A book is not salvaged at the desk.", "Run: boardtui salvage")
    elif isinstance(act, meeting.Start):
        _check_start(record)
    elif isinstance(act, meeting.Resume):
        _check_resume(record)
    elif record.stage is Stage.BEFORE and isinstance(act, _ONLY_AFTER_START):
        raise Refusal(
            "The meeting has not started.", "/start 14:00 begins it; what is only written under an item is prepared."
        )
    elif record.stage is Stage.ADJOURNED and isinstance(act, (*_DECIDING, meeting.Adjourn)):
        raise Refusal("The meeting stands adjourned.", "/resume goes on with it; then say this again.")
    elif isinstance(act, text.Prepared) and not any(block.prepared for block in record.entry.blocks):
        raise Refusal("No prepared text is waiting in this item.", "Open the item it was written under first: # 5.")
    elif record.stage is Stage.CLOSED and isinstance(act, (*_DECIDING, meeting.Adjourn, meeting.Close)):
        raise Refusal("The meeting is closed.", f"{_take_back(record, meeting.Close)} opens it again.")


def _check_correction(record: Record, act: corrections.Correction) -> None:
    """What is corrected must be there, and be changed by it."""
    about = record.act(act.target)
    if about is None:
        raise Refusal(
            f"There is no act {act.target} in this meeting.",
            "The trail gives each its number: F12, or boardtui history.",
        )
    if isinstance(about, corrections.Erased):
        raise Refusal(f"Act {act.target} was erased.", "Nothing of it is left that could be corrected.")
    if isinstance(act, corrections.Edit):
        _check_edit(record, act)
    elif isinstance(act, corrections.Insert):
        _check_insert(record, act)
    elif isinstance(act, corrections.Undo | corrections.Redo):
        _check_turn(record, act)


def _check_turn(record: Record, act: corrections.Undo | corrections.Redo) -> None:
    """An undo that would undo nothing, or a redo that would redo nothing, is a slip of the clerk's."""
    turn = turn_of(record.filed, act)
    about = record.act(turn.act)
    if isinstance(about, corrections.Salvage):
        raise Refusal("That the book was salvaged can't be undone.", "What was lost can be said again, as new lines.")
    if isinstance(about, corrections.Erase | corrections.Erased):
        raise Refusal("What was erased is gone for good.", "Say again what should stand, as a new line.")
    if isinstance(about, approval.Approved | approval.Reopened):
        raise Refusal("An approval is not undone at the desk.", "Run: boardtui approve, with --revoke and the reason")
    if isinstance(about, meeting.Summons):
        raise Refusal(
            "The summons can't be undone: without it there is no meeting.",
            "boardtui new enters another meeting; this one can be left as it is.",
        )
    is_gone = turn.act in record.undone
    if turn.gone and is_gone:
        raise Refusal(f"Act {turn.act} is undone already.", f"/redo {turn.act} lets it stand again.")
    if not turn.gone and not is_gone:
        raise Refusal(f"Act {turn.act} has not been undone.", f"It stands; /undo {turn.act} undoes it.")


def _check_edit(record: Record, act: corrections.Edit) -> None:
    """The words of what stands may be put right at any time; it may not become something that couldn't be said now."""
    about = record.act(act.target)
    if not isinstance(about.said if isinstance(about, corrections.Insert) else about, type(act.revised)):
        check(record, act.revised)


def _check_insert(record: Record, act: corrections.Insert) -> None:
    """What was left out of a minute is put in there by the rules that held there; what moves the meeting on is said when it

    happens.
    """
    if isinstance(act.said, _MOVING_ON):
        raise Refusal(
            "What moves the meeting on is not put in behind an act.",
            "Say it now; with a time before it, [14:32], it is said to have happened then.",
        )
    _check_newcomers(record, act.said)
    check(record_behind(record, act.target), act.said)


def _check_newcomers(record: Record, act: Act) -> None:
    """Somebody who came to be known later is named by what they are known by: one person must not become two."""
    said = [one for _, value in act for one in (value if isinstance(value, tuple) else (value,))]
    names = {fold(one.name) for one in said if isinstance(one, Newcomer)}
    known = next((person for person in record.people.values() if fold(person.name) in names), None)
    if known is not None:
        raise Refusal(f"{known.name} is known already.", "Write @ and the name; what more there is of them, say now.")


def _check_start(record: Record) -> None:
    if record.stage is Stage.CLOSED:
        raise Refusal("The meeting is closed.", f"{_take_back(record, meeting.Close)} opens it again.")
    if record.stage is not Stage.BEFORE:
        raise Refusal("The meeting has started already.", f"{_take_back(record, meeting.Start)} takes that back.")


def _check_resume(record: Record) -> None:
    if record.stage is Stage.BEFORE:
        raise Refusal("The meeting has not started.", "/start 14:00 begins it.")
    if record.stage is Stage.CLOSED:
        raise Refusal("The meeting is closed.", f"{_take_back(record, meeting.Close)} opens it again.")
    if record.stage is not Stage.ADJOURNED:
        raise Refusal("The meeting is not adjourned.", "/adjourn 15:00 for a break adjourns it.")


def _take_back(record: Record, kind: type[Act]) -> str:
    standing = set(record.undoable)
    seq = next((f.seq for f in reversed(record.filed) if isinstance(f.act, kind) and f.seq in standing), None)
    return "/undo" if seq is None else f"/undo {seq}"


def breaches(record: Record, act: Act, at: ClockTime | None = None) -> tuple[str, ...]:
    """What rules this act is against, said now: one sentence each. It is recorded all the same.

    record: as it is before the act; at: when it is said, by default as late as the meeting's time has come.
    """
    if record.stage is not Stage.OPEN or not record.entries:
        return ()
    found = [
        *_of_the_meeting(record, act),
        *_of_the_hour(record, act, at),
        *_of_voting(record, act),
        *_of_privacy(record, act),
        *_of_speaking(record, act),
    ]
    if isinstance(act, meeting.PreviousMinutes) and act.result is MinutesResult.SIGNED and _is_extraordinary(record):
        # LGA 1972 Sch 12 para 41: an extraordinary meeting isn't the next suitable one.
        found.append("Minutes are not signed at an extraordinary meeting.")
    return tuple(found)


def counts_who_is_here(act: Act) -> bool:
    """Is this an act for which it counts who is here?"""
    return isinstance(act, _TAKING) or (isinstance(act, text.Spoken) and bool(act.by))


def _is_extraordinary(record: Record) -> bool:
    return record.agenda is not None and record.agenda.kind.lower() in ("extraordinary", "special", "emergency")


def _of_the_meeting(record: Record, act: Act) -> list[str]:
    """Deciding without a quorum (LGA 1972 Sch 12 paras 6, 12, 28), or with nobody in the chair (paras 5, 11)."""
    if not isinstance(act, _TAKING) or record.decision_open is not None or not record.attendance:
        return []
    state = quorum_state(record)
    found = (
        [f"Decided without a quorum: {state.present} here, {', '.join(state.missing)} needed."] if state.lost else []
    )
    return found if presiding(record) else [*found, "Decided with nobody known to be in the chair."]


def _of_the_hour(record: Record, act: Act, at: ClockTime | None) -> list[str]:
    """Deciding after the meeting was to end by its own standing orders, unless it was extended."""
    end = ends_by(record)
    if end is None or not isinstance(act, _TAKING) or record.decision_open is not None:
        return []
    late = is_past_end(record, at.minutes if at is not None else None)
    return [f"Decided after {end.typed}, when the meeting was to end."] if late else []


def _of_voting(record: Record, act: Act) -> list[str]:
    if isinstance(act, business.CastingVote):
        vote = cast_upon(record)
        division = vote.division if vote is not None else None
        unequal = division is not None and bool(division.counts) and not tie(division)
        return ["A casting vote was given, but the votes were not equal."] if unequal else []
    if not isinstance(act, business.Roll | business.MyVote | business.Proposal | business.Second):
        return []
    barred = may_not_vote(record)
    if isinstance(act, business.Roll):
        names = called(record, act.steps)
        people = [person for person in barred if names.get(person, business.NOT_VOTING) != business.NOT_VOTING]
        return [f"{name_of(record, person)} may not vote: {barred[person]}." for person in people]
    if isinstance(act, business.MyVote) and act.person in barred:
        return [f"{name_of(record, act.person)} may not vote: {barred[act.person]}."]
    proposing = act.who if isinstance(act, business.Second) else getattr(act, "movers", ())
    return _of_proposing(record, proposing, barred)


def _of_proposing(record: Record, people: tuple[PersonKey, ...], barred: dict[PersonKey, str]) -> list[str]:
    here = voters(record)
    absent = [who for who in people if here and who not in here]
    return [
        *(f"{name_of(record, who)} moved or seconded, and is not here as a member." for who in absent),
        *(f"{name_of(record, who)} moved or seconded, and has {barred[who]}." for who in people if who in barred),
    ]


def _of_speaking(record: Record, act: Act) -> list[str]:
    """Words of somebody who had gone out. Whoever spoke on an interest before they left did so while they were here."""
    line = record.attendance_of(act.by) if isinstance(act, text.Spoken) and act.by else None
    if line is None or line.status in AWAY or line.capacity is Capacity.GUEST or is_here(record, line):
        return []
    before = [one for one in record.declarations if line.person in one.act.who and bears_on_open(record, one)]
    if any(Conduct.SPOKE in one.act.conduct for one in before):
        return []
    return [f"{name_of(record, line.person)} is given words, and was out of the room."]


def _of_privacy(record: Record, act: Act) -> list[str]:
    """Business the agenda calls exempt, taken before the meeting has resolved anything about the public, where its law asks

    for that.
    """
    unresolved = access_of(record).unresolved
    if not unresolved:
        return []
    if isinstance(act, text.Jot) or not isinstance(act, _OF_SUBSTANCE):
        return []
    decided = record.exclusions[-1][1].result if record.exclusions else ExclusionResult.RESOLVED
    if decided is not ExclusionResult.RESOLVED or is_private(record, record.entry):
        return []
    exempt = [
        key for key in record.open_items if key in record.business and record.business[key].item.exempt is not None
    ]
    return [f"{_item_called(record, exempt[0])} {unresolved}."] if exempt else []


def _item_called(record: Record, key: ItemKey) -> str:
    item = record.business[key].item
    return f"Item {item.number}" if item.number else item.title
