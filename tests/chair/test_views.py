"""What the panes say, for one moment of a meeting after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from boardtui.chair import views
from boardtui.chair.sight import sight_of
from boardtui.clerk.widgets.pane import Row
from boardtui.model.acts import Act, business, interests, meeting, room, text
from boardtui.model.acts.business import FOR, Fate, RollStep
from boardtui.model.acts.interests import Conduct, Scope
from boardtui.model.agenda import Item
from boardtui.model.times import CalendarDay, ClockTime
from support.acts import (
    HALE,
    MAPP,
    NAIR,
    ORME,
    PELL,
    Minuting,
    counts,
    mention,
    prose,
    small_agenda,
    small_summons,
    started,
)  # fmt: skip

AFTERNOON = dt.datetime(2026, 9, 4, 14, 32, tzinfo=dt.UTC)
BRUSH = business.Move(movers=(HALE, NAIR), words=prose("the gate be painted green"))
RED = business.Amend(movers=(ORME,), words=prose("for green read red"))


def said(rows: Sequence[Row]) -> str:
    """The rows as somebody reads them, one under the other."""
    lines = ["".join(run.text for run in row.runs) + (f"  {row.right.text}" if row.right else "") for row in rows]
    return "\n".join(lines)


def at_item(key: str, *acts: Act, at: str = "14:20", present: Sequence[str] = ()) -> Minuting:
    """The small meeting, begun, with this item open, and then what happened."""
    minuting = started(*present)
    minuting(text.OpenItem(items=(key,)), at)
    for act in acts:
        minuting(act)
    return minuting


def business_text(minuting: Minuting, now: dt.datetime = AFTERNOON) -> str:
    return said(views.business_rows(sight_of(minuting.record, now), 90))


def room_text(minuting: Minuting, now: dt.datetime = AFTERNOON) -> str:
    return said(views.room_rows(sight_of(minuting.record, now), 40))


BUSINESS: list[tuple[str, Callable[[], Minuting], list[str], list[str]]] = [
    (
        "an item with recommendations",
        lambda: at_item("3"),
        ["Public Business", "Library Hours", "▀▀█", "IS ASKED TO", "(1) approve the new hours", "(2) note the costs"],
        ["MOTION", "RESOLVED"],
    ),
    ("before the first item", started, ["THE MEETING IS OPEN", "No item has been opened yet"], []),
    ("a sub-item", lambda: at_item("4.2"), ["Parks", "▸ (b) The Bandstand"], ["The Pond"]),
    (
        "two items at once",
        lambda: _after(started(), text.OpenItem(items=("3", "4"))),
        ["Library Hours and Parks", "+"],
        [],
    ),
    (
        "a motion on notice",
        lambda: at_item("5"),
        ["MOTION ON NOTICE", "That no tree be felled", "to be moved by Councillor Dorothy Hale"],
        [],
    ),
    (
        "an urgent item",
        lambda: _after(started(), text.UrgentItem(title="The Burst Main", reason="the water is rising")),
        ["URGENT ITEM", "The Burst Main", "Urgent because: the water is rising"],
        [],
    ),
    (
        "a motion",
        lambda: at_item("3", BRUSH),
        [
            "▶ THE MOTION · NOW BEFORE THE MEETING",
            "That the gate be painted green",
            "moved by Councillor Dorothy Hale, seconded by Councillor Sunil Nair",
        ],
        ["Vote", "CARRIED"],
    ),
    (
        "a motion that names somebody",
        lambda: at_item("3", business.Move(movers=(HALE,), words=prose("", mention(PELL), " be thanked"))),
        ["That Councillor Edwin Pell be thanked", "moved by Councillor Dorothy Hale, no seconder yet"],
        [],
    ),
    (
        "an amendment",
        lambda: at_item("3", BRUSH, RED),
        ["  THE MOTION", "▶ THE AMENDMENT · NOW BEFORE THE MEETING", "That for green read red", "Frank Orme, no seconder yet"],
        ["▶ THE MOTION"],
    ),
    (
        "an amendment lost",
        lambda: at_item("3", BRUSH, RED, business.Vote(counts=counts(2, 4))),
        ["▶ THE MOTION · NOW BEFORE THE MEETING", "AMENDMENT  LOST", "Vote: 2 for, 4 against"],
        ["▶ THE AMENDMENT"],
    ),
    (
        "a motion carried",
        lambda: at_item("3", BRUSH, business.Vote(counts=counts(4, 1, 1))),
        ["MOTION  CARRIED", "Vote: 4 for, 1 against, 1 abstaining"],
        ["NOW BEFORE", "RESOLVED"],
    ),
    (
        "a casting vote",
        lambda: at_item("3", BRUSH, business.Vote(counts=counts(3, 3)), business.CastingVote(option=FOR)),
        ["MOTION  CARRIED", "casting vote of Councillor Dorothy Hale: for"],
        [],
    ),
    (
        "a recorded vote",
        lambda: at_item(
            "3", BRUSH,
            business.Roll(steps=(RollStep(option="for", everyone=True), RollStep(option="against", people=(ORME, MAPP)))),
        ),
        ["MOTION  CARRIED", "Against: Councillor Frank Orme and Councillor Lorna Mapp"],
        ["Abstaining"],
    ),
    (
        "a motion that lapsed",
        lambda: at_item("3", business.Move(movers=(HALE,), words=prose("x be done")), business.Outcome(fate=Fate.LAPSED)),
        ["MOTION  LAPSED", "no seconder"],
        ["no seconder yet"],
    ),
    (
        "a decision in several clauses",
        lambda: at_item(
            "3",
            business.Resolve(text=prose("the hours be approved")),
            business.Resolve(text=prose("the Director:")),
            business.Resolve(text=prose("report back"), level=2),
        ),
        ["RESOLVED", "(1) the hours be approved", "(2) the Director:", "    (a) report back"],
        [],
    ),
    (
        "a recommendation to another body",
        lambda: at_item("3", business.Recommend(to="Cabinet", text=prose("the budget be raised"))),
        ["RECOMMENDED to Cabinet", "that the budget be raised"],
        [],
    ),
    (
        "what was noted",
        lambda: at_item("3", business.Note(text=prose("the report"))),
        ["NOTED\nthe report"],
        ["that the report"],
    ),
]  # fmt: skip


def _after(minuting: Minuting, *acts: Act) -> Minuting:
    for act in acts:
        minuting(act)
    return minuting


@pytest.mark.parametrize(("make", "there", "not_there"), [case[1:] for case in BUSINESS], ids=[c[0] for c in BUSINESS])
def test_the_business(make: Callable[[], Minuting], there: list[str], not_there: list[str]):
    shown = business_text(make())
    assert [words for words in there if words not in shown] == []
    assert [words for words in not_there if words in shown] == []


STAGES: list[tuple[str, Callable[[], Minuting], list[str]]] = [
    ("before", Minuting, ["The meeting has not started", "4 September 2026 · 14:00"]),
    (
        "adjourned until another day",
        lambda: _after(
            started(),
            meeting.Adjourn(
                at=ClockTime.read("16:00"), to_day=CalendarDay.read("11 September 2026"), to_time=ClockTime.read("2 pm")
            ),
        ),
        ["The meeting is adjourned", "UNTIL", "11 September 2026 at 14:00", "16:00"],
    ),
    (
        "adjourned for a while",
        lambda: _after(started(), meeting.Adjourn(reason="public comment")),
        ["The meeting is adjourned", "FOR", "public comment"],
    ),
    ("resumed", lambda: _after(at_item("3"), meeting.Adjourn(), meeting.Resume()), ["Library Hours"]),
    (
        "closed",
        lambda: _after(started(), meeting.NextMeeting(text="1 October, 2 pm"), meeting.Close(at=ClockTime.read("15:55"))),
        ["The meeting is closed", "AT\n15:55", "NEXT MEETING", "1 October, 2 pm"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "there"), [case[1:] for case in STAGES], ids=[c[0] for c in STAGES])
def test_the_stage_of_the_meeting(make: Callable[[], Minuting], there: list[str]):
    shown = business_text(make())
    assert [words for words in there if words not in shown] == []


# --- interests


def declared(label: str, *conduct: Conduct, who: tuple[str, ...] = (ORME,)) -> interests.Declare:
    return interests.Declare(who=who, scope=Scope(items=("3",)), label=label, conduct=conduct)


INTERESTS: list[tuple[str, list[Act], str]] = [
    (
        "who still has to go",
        [declared("dpi")],
        "✗ Councillor Frank Orme must leave: disclosable pecuniary interest\n  must leave before discussion, and may not",
    ),
    (
        "who has gone",
        [declared("dpi", Conduct.LEFT)],
        "✓ Councillor Frank Orme has left: disclosable pecuniary interest\n",
    ),
    (
        "who went without saying so",
        [declared("ori"), room.Leave(who=(ORME,))],
        "✓ Councillor Frank Orme has left: other registrable interest\n",
    ),
    (
        "who never came",
        [room.Absent(who=(room.Excused(person=ORME),)), declared("ori")],
        "✓ Councillor Frank Orme is not here: other registrable interest\n",
    ),
    (
        "who has a dispensation",
        [interests.Dispensation(who=(ORME,), scope=Scope(items=("3",))), declared("dpi")],
        "✓ Councillor Frank Orme has a dispensation: disclosable pecuniary interest\n",
    ),
    (
        "who stayed",
        [declared("personal", Conduct.STAYED, Conduct.SPOKE)],
        "! Councillor Frank Orme stayed and spoke: personal interest\n",
    ),
    (
        "what the clerk advises on",
        [declared("nri")],
        "! Councillor Frank Orme has a non-registrable interest: the clerk advises\n  must leave if the matter directly",
    ),
    ("what nothing is said of", [declared("")], "! Councillor Frank Orme has an interest: the clerk advises\n"),
    (
        "who may not vote",
        [interests.Arrears(who=(ORME,))],
        "! Councillor Frank Orme may speak, may not vote: council tax arrears\n",
    ),
    (
        "all",
        [interests.Declare(everyone=True, scope=Scope(items=("3",)), label="dpi")],
        "✗ All members must leave: disclosable pecuniary interest\n",
    ),
]


@pytest.mark.parametrize(("acts", "line"), [case[1:] for case in INTERESTS], ids=[c[0] for c in INTERESTS])
def test_interests_that_bite(acts: list[Act], line: str):
    minuting = started()
    minuting(text.OpenItem(items=("1",)), "14:02")
    minuting(text.OpenItem(items=("3",)), "14:10")
    before = business_text(minuting)
    _after(minuting, *acts)
    assert "INTERESTS" not in before
    assert line in business_text(minuting)


def test_an_interest_in_another_item_is_not_shown():
    minuting = _after(started(), declared("dpi"), text.OpenItem(items=("4",)))
    assert "Orme" not in business_text(minuting)


def test_the_nature_of_a_sensitive_interest_is_not_shown():
    act = declared("dpi").model_copy(update={"nature": prose("SECRETWORD"), "sensitive": True})
    assert "SECRETWORD" not in business_text(_after(at_item("3"), act))


# --- the side


def test_an_item_ahead_without_a_quorum_is_told_of_and_no_title_that_is_not_public():
    declared_by = (HALE, PELL, NAIR, ORME)
    items = Scope(items=("3", "7", "8"))
    minuting = at_item("1", interests.Declare(who=declared_by, scope=items, label="dpi"))
    shown = room_text(minuting)
    for number in ("3", "6", "7"):
        assert f"! Item {number} will be inquorate: 2 of 3\n  after interests." in shown
    hidden = small_agenda().body
    body = tuple(one.model_copy(update={"number": None}) if one.title == "The Old Depot" else one for one in hidden)
    minuting = Minuting(small_summons(body=body))
    minuting.all(room.Present(everyone=True), meeting.Start())
    minuting(interests.Declare(who=declared_by, scope=Scope(items=("7",)), label="dpi"))
    shown = room_text(minuting)
    assert "! An item not public will be inquorate:\n  2 of 3 after interests." in shown
    assert "Depot" not in shown


def test_the_quorum_and_who_presides():
    shown = room_text(at_item("3"))
    assert "6 of 6 present\nquorum 3 ✓" in shown
    assert "IN THE CHAIR\nCouncillor Dorothy Hale" in shown


def test_too_few_before_the_meeting_are_no_alarm_yet():
    sight = sight_of(Minuting().record, AFTERNOON)
    assert "quorum 3 ✗\n  3 more members needed" in said(views.room_rows(sight, 40))
    assert views.alarm_rows(sight) == []


def test_a_quorum_that_is_lost_is_an_alarm():
    minuting = at_item("3", present=(HALE, PELL))
    sight = sight_of(minuting.record, AFTERNOON)
    assert "✗ NO QUORUM" in said(views.room_rows(sight, 40))
    assert "NO QUORUM" in said(views.alarm_rows(sight))
    assert "1 more member needed" in said(views.alarm_rows(sight))
    _after(minuting, meeting.Adjourn())
    assert views.alarm_rows(sight_of(minuting.record, AFTERNOON)) == []


def test_an_agenda_that_states_no_quorum_says_so():
    assert "no quorum is stated" in room_text(started(quorum=""))


def test_who_speaks_and_who_waits():
    minuting = _after(at_item("3"), room.WaitToSpeak(who=(NAIR, ORME, MAPP)))
    assert "SPEAKING\n▶" not in room_text(minuting)
    assert "WAITING TO SPEAK\n1 Councillor Sunil Nair\n2 Councillor Frank Orme" in room_text(minuting)
    _after(minuting, room.CallSpeaker())
    assert "SPEAKING\n▶ Councillor Sunil Nair" in room_text(minuting)
    assert "1 Councillor Frank Orme" in room_text(minuting)
    _after(minuting, room.SpeakersDone())
    assert "SPEAK" not in room_text(minuting)


TIMES = [
    ("14:20", "10 min taken, 10 left", "meeting on time"),
    ("14:36", "26 min taken, 6 OVER", "meeting 6 min LATE"),
    ("15:20", "1 h 10 taken, 50 OVER", "meeting 50 min LATE"),
]


@pytest.mark.parametrize(("now", "taken", "pace"), TIMES)
def test_planned_and_actual_time(now: str, taken: str, pace: str):
    moment = AFTERNOON.replace(hour=int(now[:2]), minute=int(now[3:]))
    shown = room_text(at_item("3", at="14:10"), moment)
    assert "planned 14:10, 20 min" in shown
    assert taken in shown
    assert pace in shown


def test_the_projected_finish_says_what_it_leaves_out():
    sight = sight_of(at_item("3", at="14:10").record, AFTERNOON)
    finish = ClockTime.read("15.50")
    for unplanned, line in ((0, ""), (1, "\n  1 item not counted"), (2, "\n  2 items not counted")):
        timing = replace(sight.timing, finish=finish, unplanned=unplanned)
        assert f"\nends about 15:50{line}\n" in said(views.room_rows(replace(sight, timing=timing), 40))


def test_on_another_day_the_time_is_that_of_the_meeting():
    """Minutes written up later, or shown as a demonstration: nothing has taken a hundred hours."""
    minuting = at_item("3", at="14:10")
    minuting(business.Note(text=prose("the report")), "14:15")
    assert "5 min taken, 15 left" in room_text(minuting, AFTERNOON + dt.timedelta(days=30))


# --- the order of business, and what comes next


def order_text(minuting: Minuting) -> str:
    return said(views.order_rows(sight_of(minuting.record, AFTERNOON), 60)[0])


def next_text(minuting: Minuting) -> str:
    return "".join(run.text for run in views.next_runs(sight_of(minuting.record, AFTERNOON)))


def test_the_order_of_business():
    minuting = _after(at_item("3"), text.DeferItem(to="October"), text.OpenItem(items=("4.1",)))
    rows = order_text(minuting).split("\n")
    assert "→ 3 Library Hours" in rows
    assert "▶ 4 Parks" in rows
    assert "  5 Street Trees" in rows
    assert "  A Question from the Public" in rows
    assert "  6 (not public)" in rows
    assert not any("Pond" in one for one in rows)


def test_what_comes_next():
    assert next_text(Minuting()) == "FIRST 1 Welcome"
    assert next_text(at_item("1")) == "NEXT 2 Minutes of the Previous Meeting"
    assert next_text(at_item("2")) == "NEXT 3 Library Hours · 14:10"
    assert next_text(_after(at_item("6"))) == "NEXT 6 (not public)"
    assert next_text(at_item("8")) == "NEXT 1 Welcome"
    everything = started()
    for key in ("1", "2", "3", "4", "5", "6", "7", "8"):
        everything(text.OpenItem(items=(key,)))
    assert next_text(everything) == "NEXT the close of the meeting"


def test_an_item_being_prepared_before_the_meeting_is_not_open():
    minuting = Minuting()
    minuting(text.OpenItem(items=("3",)))
    assert "▶" not in order_text(minuting)
    assert next_text(minuting) == "FIRST 1 Welcome"


# --- in private


def test_an_exempt_item_is_behind_the_curtain_before_any_resolution_too():
    shown = business_text(at_item("7", business.Note(text=prose("SECRETWORD"))))
    assert "The meeting is in private session" in shown
    assert "Depot" not in shown


def test_an_exempt_item_taken_in_public_is_shown():
    not_needed = meeting.Exclude(result=meeting.ExclusionResult.NOT_NEEDED)
    minuting = _after(started(), not_needed, text.OpenItem(items=("7",)), business.Note(text=prose("the report")))
    assert "The Old Depot" in business_text(minuting)
    assert "▶ 6 The Old Depot" in order_text(minuting)


def test_nobody_is_seen_to_speak_in_private():
    minuting = _after(started(), room.WaitToSpeak(who=(ORME,)), meeting.Exclude(), text.OpenItem(items=("7",)))
    assert "Orme" not in room_text(minuting)
    assert "taken" not in room_text(minuting)


@pytest.mark.parametrize(("limit", "style"), [("14:30", "bad"), ("15:45", "muted")])
def test_the_hour_at_which_it_is_to_end_stands_beside_the_clock(limit: str, style: str):
    minuting = started(ends_by=ClockTime.read(limit))
    rows = views.room_rows(sight_of(minuting.record, AFTERNOON), 40)
    assert [run.style for one in rows for run in one.runs if run.text == f"to end by {limit}"] == [style]


def test_a_motion_that_was_altered_shows_what_is_new_and_what_is_gone() -> None:
    shown = business_text(at_item("3", BRUSH, business.Alter(words=prose("the gate be painted red"))))
    assert "[− green] [+ red]" in shown


def test_an_amendment_that_waits_shows_how_the_motion_would_read() -> None:
    for_red = business.Amend(movers=(ORME,), words=prose('for "green" read "red"'))
    shown = business_text(at_item("3", BRUSH, for_red))
    assert "THE MOTION WOULD READ" in shown
    assert "[− green] [+ red]" in shown
    assert "WOULD READ" not in business_text(at_item("3", BRUSH, for_red, business.Outcome(fate=Fate.LOST)))
    assert "WOULD READ" not in business_text(at_item("3", BRUSH, business.Amend(words=prose("it be red"))))


def test_an_item_whose_votes_must_be_by_name_says_so() -> None:
    minuting = started(body=(Item(number="1", title="Budget", recorded_vote=True), Item(number="2", title="Paths")))
    minuting(text.OpenItem(items=("1",)))
    assert "! Every vote on this item must be recorded by name." in business_text(minuting)
    minuting(text.OpenItem(items=("2",)))
    assert "by name" not in business_text(minuting)
