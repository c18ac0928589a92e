"""Who is here, who was here then, and what can't all be true."""

from __future__ import annotations

import pytest
from hypothesis import given

from boardtui.model.acts import interests, meeting, room, text
from boardtui.model.acts.room import Span
from boardtui.model.people import Newcomer
from boardtui.model.times import CalendarDay, ClockTime
from boardtui.rules.presence import contradictions, here, presence_at
from support.acts import (
    AUTHOR,
    HALE,
    MAPP,
    MEMBERS,
    NAIR,
    OFFICER,
    ORME,
    PELL,
    SUBSTITUTE,
    TULL,
    Minuting,
    Said,
    begun_with,
    prose,
    sequences,
    started,
)


def test_members_and_substitutes_count_and_all_others_are_only_here() -> None:
    minuting = started(HALE, PELL)
    minuting.all(room.Substitute(person=SUBSTITUTE, stands_for=TULL), room.Officer(who=(OFFICER,)))
    presence = here(minuting.record)
    assert presence.counting == (HALE, PELL, SUBSTITUTE)
    assert presence.here == (HALE, PELL, SUBSTITUTE, OFFICER)
    assert (presence.of, presence.presiding) == (6, HALE)


def test_a_guest_is_here_for_the_item_only() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(room.Guest(who=(AUTHOR,)))
    assert AUTHOR in here(minuting.record).here
    minuting(text.OpenItem(items=("4",)))
    assert AUTHOR not in here(minuting.record).here


def test_the_deputy_presides_while_the_chair_is_out() -> None:
    minuting = started()
    minuting(room.Leave(who=(HALE,)))
    assert here(minuting.record).presiding == PELL
    minuting(room.TakeChair(person=NAIR))
    assert here(minuting.record).presiding == NAIR


def test_then_is_told_by_what_is_known_now() -> None:
    minuting = started(HALE, PELL, NAIR)
    then = minuting(text.OpenItem(items=("3",)), "14:20")
    minuting(text.OpenItem(items=("4",)), "14:50")
    assert presence_at(minuting.record, then).counting == (HALE, PELL, NAIR)
    minuting(room.Leave(who=(NAIR,), at=ClockTime.read("14:10")), "14:55")
    assert presence_at(minuting.record, then).counting == (HALE, PELL)


def test_an_arrival_changes_nothing_before_it() -> None:
    minuting = started(HALE, PELL, NAIR)
    before = minuting(text.Paragraph(text=prose("Before.")), "14:10")
    minuting(room.Arrive(who=(ORME,)), "14:20")
    after = minuting(text.Paragraph(text=prose("After.")), "14:25")
    assert ORME not in presence_at(minuting.record, before).counting
    assert ORME in presence_at(minuting.record, after).counting


def test_somebody_marked_present_late_was_here_all_along_and_one_co_opted_was_not() -> None:
    minuting = started(HALE, PELL)
    then = minuting(text.OpenItem(items=("3",)), "14:20")
    minuting(room.Present(who=(NAIR,)), "14:50")
    minuting(room.Coopt(person=Newcomer(name="Nerys Hallam")), "14:55")
    assert presence_at(minuting.record, then).counting == (HALE, PELL, NAIR)
    assert "hallam" in here(minuting.record).counting


def test_who_was_out_for_an_item_was_out_then_and_is_back_now() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(room.Leave(who=(NAIR,), span=Span.ITEM))
    during = minuting(text.Paragraph(text=prose("They discussed it.")))
    minuting(text.OpenItem(items=("4",)))
    assert NAIR not in presence_at(minuting.record, during).counting
    assert NAIR in here(minuting.record).counting


def test_one_who_resigned_counted_until_then() -> None:
    minuting = started()
    then = minuting(text.OpenItem(items=("3",)))
    minuting(room.Resign(person=PELL))
    assert PELL in presence_at(minuting.record, then).counting
    assert PELL not in here(minuting.record).counting
    assert PELL in here(minuting.record).here


def test_a_second_day_comes_after_the_first() -> None:
    minuting = started(at="19:00")
    minuting(room.Leave(who=(NAIR,)), "21:30")
    minuting(meeting.Adjourn(to_day=CalendarDay.read("11 September 2026")), "21:58")
    minuting(meeting.Resume(), "19:00")
    assert NAIR not in here(minuting.record).counting
    minuting(room.Return(who=(NAIR,)), "19:05")
    assert NAIR in here(minuting.record).counting
    assert contradictions(minuting.record) == ()


def test_the_small_hours_come_after_midnight() -> None:
    minuting = started(at="19:00")
    minuting(room.Leave(who=(NAIR,)), "23:50")
    minuting(room.Return(who=(NAIR,)), "00:10")
    assert NAIR in here(minuting.record).counting


def test_an_unknown_time_stands_where_it_was_said() -> None:
    minuting = started(at=None)
    minuting(room.Arrive(who=(ORME,), at=ClockTime.read("20:00")))
    minuting(room.Leave(who=(ORME,), at=ClockTime.read("?")))
    assert ORME not in here(minuting.record).counting


@pytest.mark.parametrize(
    ("acts", "sentence"),
    [
        ((room.Return(who=(NAIR,)),), "Councillor Sunil Nair returned, but had not left."),
        ((room.Leave(who=(NAIR,)), room.Leave(who=(NAIR,))), "Councillor Sunil Nair left, but was not here."),
        ((room.Arrive(who=(NAIR,)), room.Arrive(who=(NAIR,))), "Councillor Sunil Nair arrived, but was here already."),
        (
            (room.Apologies(who=(room.Excused(person=NAIR),)), room.Leave(who=(NAIR,))),
            "Councillor Sunil Nair is down as not here, and came or went.",
        ),
        (
            (room.Substitute(person=SUBSTITUTE, stands_for=NAIR),),
            "Gail Adams stands in for Councillor Sunil Nair, who is present.",
        ),
    ],
)
def test_what_cannot_all_be_true_is_told(acts: tuple[room.Leave, ...], sentence: str) -> None:
    minuting = started()
    minuting.all(*acts)
    assert [found.sentence for found in contradictions(minuting.record)] == [sentence]


def test_ordinary_comings_and_goings_contradict_nothing() -> None:
    minuting = started(*MEMBERS)
    minuting.all(
        room.Arrive(who=(ORME,)),
        room.Leave(who=(NAIR,)),
        room.Return(who=(NAIR,)),
        text.OpenItem(items=("3",)),
        room.Leave(who=(MAPP,), span=Span.ITEM),
        text.OpenItem(items=("4",)),
        room.Leave(who=(MAPP,)),
        interests.Declare(who=(PELL,), scope=interests.Scope(items=("4",)), conduct=(interests.Conduct.LEFT,)),
        room.Return(who=(PELL,)),
    )
    assert contradictions(minuting.record) == ()


@given(sequences())
def test_presence_and_contradictions_are_told_of_any_meeting(script: list[Said]) -> None:
    record = begun_with(script).record
    contradictions(record)
    for filed in record.filed[-3:]:
        presence = presence_at(record, filed.seq)
        assert set(presence.counting) <= set(presence.here)


def test_an_act_that_does_not_stand_tells_of_now() -> None:
    minuting = Minuting()
    assert presence_at(minuting.record, 99) == here(minuting.record)
