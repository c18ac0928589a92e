"""Who is in the room."""

from __future__ import annotations

import pytest

from boardtui.model.acts import interests, meeting, room, text
from boardtui.model.acts.interests import Conduct, Declare, Scope
from boardtui.model.acts.room import Span
from boardtui.model.people import Newcomer
from boardtui.model.room import in_room, presiding, takes_declarations, voters
from boardtui.model.times import ClockTime
from support.acts import AUTHOR, HALE, MAPP, MEMBERS, NAIR, OFFICER, PELL, SUBSTITUTE, TULL, Minuting, started


def test_those_who_count_are_members_and_substitutes() -> None:
    minuting = started(HALE, PELL)
    minuting.all(
        room.Substitute(person=SUBSTITUTE, stands_for=TULL),
        room.Officer(who=(OFFICER,)),
        room.OtherMember(who=(Newcomer(name="Canon Gannon"),)),
    )
    assert voters(minuting.record) == [HALE, PELL, SUBSTITUTE]
    assert in_room(minuting.record) == [HALE, PELL, SUBSTITUTE, OFFICER, "gannon"]


@pytest.mark.parametrize("away", [room.Apologies, room.Late, room.Absent])
def test_those_not_here_do_not_count(away: type[room.Apologies]) -> None:
    minuting = started()
    minuting(away(who=(room.Excused(person=NAIR),)))
    assert NAIR not in voters(minuting.record)


@pytest.mark.parametrize(
    ("span", "until", "during", "after"),
    [
        (Span.OPEN, "", False, False),
        (Span.GOOD, "", False, False),
        (Span.ITEM, "", False, True),
        (Span.UNTIL, "5", False, False),
        (Span.UNTIL, "4", False, True),
        (Span.UNTIL, "4.2", False, True),
    ],
)
def test_who_leaves_comes_back_when_their_span_ends(span: Span, until: str, during: bool, after: bool) -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(room.Leave(who=(NAIR,), span=span, until=until))
    assert (NAIR in voters(minuting.record)) is during
    minuting(text.OpenItem(items=("4",)))
    assert (NAIR in voters(minuting.record)) is after
    minuting(room.Return(who=(NAIR,)))
    assert NAIR in voters(minuting.record)


def test_what_happened_last_counts_and_not_what_was_said_last() -> None:
    minuting = started()
    minuting(room.Return(who=(NAIR,), at=ClockTime.read("14:40")), "14:41")
    minuting(room.Leave(who=(NAIR,), at=ClockTime.read("14:20")), "14:45")
    assert NAIR in voters(minuting.record)


def test_a_guest_is_here_for_each_item_they_attend() -> None:
    minuting = started()
    for item in ("3", "4"):
        minuting.all(text.OpenItem(items=(item,)), room.Guest(who=(AUTHOR,)))
        assert AUTHOR in in_room(minuting.record)
    minuting(text.OpenItem(items=("5",)))
    assert AUTHOR not in in_room(minuting.record)
    minuting(text.OpenItem(items=("3",)))
    assert AUTHOR in in_room(minuting.record)


def test_one_who_left_for_an_interest_is_out_for_its_items_until_they_return() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("1",)))
    minuting(Declare(who=(NAIR,), scope=Scope(items=("3", "5")), label="dpi", conduct=(Conduct.LEFT,)))
    assert NAIR in voters(minuting.record)
    minuting(text.OpenItem(items=("3",)))
    assert NAIR not in voters(minuting.record)
    minuting(room.Return(who=(NAIR,)))
    assert NAIR in voters(minuting.record)
    minuting(text.OpenItem(items=("5",)))
    assert NAIR not in voters(minuting.record)


@pytest.mark.parametrize("scope", [Scope(words="the canal"), Scope(whole_meeting=True)])
def test_an_interest_in_words_takes_nobody_out_of_the_item_it_is_declared_in(scope: Scope) -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(Declare(who=(NAIR,), scope=scope, conduct=(Conduct.LEFT,)))
    assert NAIR in voters(minuting.record)


def test_one_who_stayed_is_here() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(Declare(who=(NAIR,), conduct=(Conduct.STAYED, Conduct.SPOKE)))
    assert NAIR in voters(minuting.record)


def test_one_who_resigned_is_here_and_does_not_count() -> None:
    minuting = started()
    minuting(room.Resign(person=PELL))
    assert PELL in in_room(minuting.record)
    assert PELL not in voters(minuting.record)


def test_the_chair_presides_then_the_deputy_then_nobody_known() -> None:
    minuting = started()
    assert presiding(minuting.record) == HALE
    minuting(room.Leave(who=(HALE,)))
    assert presiding(minuting.record) == PELL
    minuting(room.Leave(who=(PELL,)))
    assert presiding(minuting.record) == ""
    minuting(room.TakeChair(person=OFFICER))
    minuting(room.Officer(who=(OFFICER,)))
    assert presiding(minuting.record) == OFFICER


def test_a_newly_elected_chair_presides() -> None:
    minuting = started()
    minuting(room.Elect(person=MAPP, office="Chair"))
    assert presiding(minuting.record) == MAPP
    assert (minuting.record.role_of(MAPP), minuting.record.role_of(HALE)) == ("Chair", "")


def test_the_chair_is_known_before_anybody_is_marked_present() -> None:
    minuting = Minuting()
    assert presiding(minuting.record) == HALE
    minuting(room.TakeChair(person=PELL))
    assert presiding(minuting.record) == PELL


def test_everybody_present_is_here_from_the_start() -> None:
    minuting = Minuting()
    minuting(room.Present(everyone=True))
    minuting(meeting.Start(), "14:00")
    assert tuple(voters(minuting.record)) == MEMBERS


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Welcome and Declarations of Interest", True),
        ("Disclosure of Interests", True),
        ("Declarations of Interest and Dispensations", True),
        ("Statement of Accounts", False),
        ("A Report of Interest", False),
    ],
)
def test_an_item_takes_declarations_by_its_title(title: str, expected: bool) -> None:
    assert takes_declarations(title) is expected


def test_arrears_leave_a_member_in_the_room() -> None:
    minuting = started()
    minuting(interests.Arrears(who=(NAIR,)))
    assert NAIR in voters(minuting.record)
