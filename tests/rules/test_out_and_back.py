"""One key for out and back: who goes out for what is open, who comes back after it, and why nothing is to be done."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import business, interests, meeting, room, text
from boardtui.model.acts.interests import Conduct, Declare, Scope
from boardtui.model.acts.room import Leave, Return, Span
from boardtui.model.law import Code
from boardtui.model.room import speaking, waiting_to_speak
from boardtui.rules.interests import duties
from boardtui.rules.out_and_back import out_and_back
from boardtui.rules.presence import here
from boardtui.rules.quorum import quorum_state
from support.acts import HALE, NAIR, ORME, PELL, Minuting, prose, started

ITEM_3 = Scope(items=("3",))


def declared(*who: str, label: str = "dpi", conduct: tuple[Conduct, ...] = (), scope: Scope = ITEM_3) -> Minuting:
    """An interest declared under the first item, with the third open now."""
    minuting = started()
    minuting(text.OpenItem(items=("1",)), "14:02")
    minuting(Declare(who=who or (NAIR,), scope=scope, label=label, conduct=conduct))
    minuting(text.OpenItem(items=("3",)), "14:10")
    return minuting


def key(minuting: Minuting, at: str | None = None) -> Leave | Return:
    """What the key comes to, recorded."""
    act = out_and_back(minuting.record)
    minuting(act, at)
    return act


def refused(minuting: Minuting) -> str:
    with pytest.raises(Refusal) as caught:
        out_and_back(minuting.record)
    assert "/leave @name" in caught.value.hint
    return caught.value.message


def test_out_for_the_item_and_back_after_it() -> None:
    minuting = declared(NAIR, ORME)
    assert key(minuting, "14:11") == Leave(who=(NAIR, ORME), span=Span.ITEM)
    assert {NAIR, ORME}.isdisjoint(here(minuting.record).here)
    assert (
        refused(minuting) == "Nobody here must leave: Councillor Sunil Nair has left: disclosable pecuniary interest."
    )
    minuting(text.OpenItem(items=("4",)), "14:30")
    assert key(minuting, "14:31") == Return(who=(NAIR, ORME))
    assert {NAIR, ORME} <= set(here(minuting.record).here)
    assert refused(minuting) == "Nobody has an interest in what is open, and nobody left for one."


def test_one_who_said_that_they_would_leave_comes_back_too() -> None:
    minuting = declared(conduct=(Conduct.LEFT,))
    assert refused(minuting).endswith("Councillor Sunil Nair has left: disclosable pecuniary interest.")
    minuting(text.OpenItem(items=("4",)), "14:30")
    assert key(minuting) == Return(who=(NAIR,))
    refused(minuting)


def test_who_left_by_hand_for_an_interest_comes_back() -> None:
    minuting = declared()
    minuting(Leave(who=(NAIR, PELL)))
    minuting(text.OpenItem(items=("4",)), "14:30")
    assert key(minuting) == Return(who=(NAIR,)), "Pell left for another reason"


def test_who_left_two_items_ago_has_been_back_since() -> None:
    minuting = declared()
    key(minuting)
    for item in ("4", "5"):
        minuting(text.OpenItem(items=(item,)))
    refused(minuting)


def test_who_must_leave_for_the_next_item_too_goes_out_before_anybody_comes_back() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("1",)))
    minuting.all(
        Declare(who=(NAIR,), scope=ITEM_3, label="dpi"), Declare(who=(ORME,), scope=Scope(items=("4",)), label="ori")
    )
    minuting(text.OpenItem(items=("3",)))
    key(minuting)
    minuting(text.OpenItem(items=("4",)))
    assert key(minuting) == Leave(who=(ORME,), span=Span.ITEM)
    assert key(minuting) == Return(who=(NAIR,))


def test_who_is_out_for_an_interest_in_the_whole_meeting_stays_out() -> None:
    minuting = declared(scope=Scope(whole_meeting=True))
    minuting(Leave(who=(NAIR,)))
    minuting(text.OpenItem(items=("4",)))
    assert (
        refused(minuting) == "Nobody here must leave: Councillor Sunil Nair has left: disclosable pecuniary interest."
    )


def test_an_interest_in_a_motion_takes_out_until_that_is_over() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(business.Move(movers=(HALE,), words=prose("the hours be longer")))
    minuting(business.Amend(movers=(HALE,), words=prose("on weekdays")))
    minuting(Declare(who=(NAIR,), scope=Scope(motion=1), label="dpi"))
    assert key(minuting) == Leave(who=(NAIR,), span=Span.OPEN)
    minuting(business.Outcome(fate=business.Fate.LOST))
    assert key(minuting) == Return(who=(NAIR,))


def test_an_interest_of_all_takes_all_out_who_are_not_dispensed() -> None:
    minuting = started()
    minuting(Declare(everyone=True, scope=ITEM_3, label="dpi"))
    minuting.all(interests.Dispensation(who=(NAIR, ORME), scope=ITEM_3), text.OpenItem(items=("3",)))
    act = key(minuting)
    assert len(act.who) == 4
    assert {NAIR, ORME}.isdisjoint(act.who)


@pytest.mark.parametrize(
    ("label", "code", "words"),
    [
        (
            "nri",
            None,
            "Nobody here must leave: Councillor Sunil Nair has a non-registrable interest: the clerk advises.",
        ),
        (
            "personal",
            Code.WALES,
            "Nobody here must leave: Councillor Sunil Nair may stay, speak and vote: personal interest.",
        ),
        (
            "financial",
            Code.NHS,
            "Nobody here must leave: Councillor Sunil Nair has a financial interest: the chair decides.",
        ),
    ],
)
def test_why_nobody_goes_out(label: str, code: Code | None, words: str) -> None:
    minuting = started(code=code)
    minuting.all(Declare(who=(NAIR,), scope=ITEM_3, label=label), text.OpenItem(items=("3",)))
    assert refused(minuting) == words


def test_nobody_goes_out_while_the_meeting_is_not_sitting() -> None:
    minuting = declared()
    minuting(meeting.Adjourn())
    assert refused(minuting) == "Nobody goes out for an interest while the meeting isn't sitting."


def test_who_is_out_is_out_of_the_quorum_and_the_vote() -> None:
    minuting = declared(NAIR, ORME)
    assert quorum_state(minuting.record).present == 6
    key(minuting)
    assert quorum_state(minuting.record).present == 4
    minuting(business.Move(movers=(HALE,), words=prose("it be agreed")))
    minuting(business.Roll(steps=(business.RollStep(option="for", everyone=True),)))
    division = minuting.record.entry.motions[-1].division
    assert division is not None
    assert {NAIR, ORME}.isdisjoint(division.names)
    assert division.number("for") == 4


def test_who_is_out_is_not_called_to_speak_until_they_are_back() -> None:
    minuting = declared(NAIR)
    minuting(room.WaitToSpeak(who=(NAIR, PELL)))
    key(minuting)
    assert waiting_to_speak(minuting.record) == [PELL]
    minuting(room.CallSpeaker())
    assert speaking(minuting.record) == PELL
    minuting(text.OpenItem(items=("4",)))
    assert waiting_to_speak(minuting.record) == [NAIR]
    minuting(room.CallSpeaker())
    assert speaking(minuting.record) == NAIR


def test_who_goes_out_while_speaking_speaks_no_longer() -> None:
    minuting = declared(NAIR)
    minuting.all(room.WaitToSpeak(who=(NAIR, PELL)), room.CallSpeaker())
    assert speaking(minuting.record) == NAIR
    key(minuting)
    assert speaking(minuting.record) == ""
    assert waiting_to_speak(minuting.record) == [PELL]
    assert [one.does for one in duties(minuting.record)] == ["has left"]
