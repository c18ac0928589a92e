"""What the panes say, for one moment of a meeting after the other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from boardtui.chair import views
from boardtui.chair.sight import sight_of
from boardtui.model.acts import business, interests, meeting, room, text
from boardtui.model.acts.interests import Scope
from boardtui.model.times import ClockTime
from support.acts import (
    HALE,
    MAPP,
    NAIR,
    ORME,
    PELL,
    Minuting,
    prose,
    small_agenda,
    small_summons,
    started,
)  # fmt: skip
from support.chair_views import AFTERNOON, after, at_item, business_text, room_text, said


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
    after(minuting, meeting.Adjourn())
    assert views.alarm_rows(sight_of(minuting.record, AFTERNOON)) == []


def test_an_agenda_that_states_no_quorum_says_so():
    assert "no quorum is stated" in room_text(started(quorum=""))


def test_who_speaks_and_who_waits():
    minuting = after(at_item("3"), room.WaitToSpeak(who=(NAIR, ORME, MAPP)))
    assert "SPEAKING\n▶" not in room_text(minuting)
    assert "WAITING TO SPEAK\n1 Councillor Sunil Nair\n2 Councillor Frank Orme" in room_text(minuting)
    after(minuting, room.CallSpeaker())
    assert "SPEAKING  1:32:00\n▶ Councillor Sunil Nair" in room_text(minuting)
    assert "1 Councillor Frank Orme" in room_text(minuting)
    after(minuting, room.SpeakersDone())
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
    minuting = after(at_item("3"), text.DeferItem(to="October"), text.OpenItem(items=("4.1",)))
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
    assert next_text(after(at_item("6"))) == "NEXT 6 (not public)"
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
    minuting = after(started(), not_needed, text.OpenItem(items=("7",)), business.Note(text=prose("the report")))
    assert "The Old Depot" in business_text(minuting)
    assert "▶ 6 The Old Depot" in order_text(minuting)


def test_nobody_is_seen_to_speak_in_private():
    minuting = after(started(), room.WaitToSpeak(who=(ORME,)), meeting.Exclude(), text.OpenItem(items=("7",)))
    assert "Orme" not in room_text(minuting)
    assert "taken" not in room_text(minuting)


@pytest.mark.parametrize(("limit", "style"), [("14:30", "bad"), ("15:45", "muted")])
def test_the_hour_at_which_it_is_to_end_stands_beside_the_clock(limit: str, style: str):
    minuting = started(ends_by=ClockTime.read(limit))
    rows = views.room_rows(sight_of(minuting.record, AFTERNOON), 40)
    assert [run.style for one in rows for run in one.runs if run.text == f"to end by {limit}"] == [style]
