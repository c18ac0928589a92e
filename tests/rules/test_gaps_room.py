"""What is missing or at odds about who is in the room, and what they declared."""

from __future__ import annotations

import pytest

from boardtui.model.acts import Act, interests, meeting, room, text
from boardtui.model.people import Newcomer
from boardtui.model.times import ClockTime
from support.acts import MEMBERS, NAIR, PELL, Minuting, prose, started
from support.lacking import after, sentences


def test_words_of_somebody_out_of_the_room_are_listed_until_it_is_said_that_they_were_back() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("4",)))
    minuting(room.Leave(who=(NAIR,)), "14:10")
    minuting(text.Point(by=NAIR, text=prose("what it cost")), "14:20")
    assert "Item 4: Councillor Sunil Nair is given words, and was out of the room." in sentences(minuting)
    minuting(room.Return(who=(NAIR,)), "14:15")
    assert not [one for one in sentences(minuting) if "given words" in one]


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


def test_an_election_to_what_is_no_office() -> None:
    assert after(room.Elect(person=PELL, office="Clerk")) == [
        "Item 4: Councillor Edwin Pell was elected Clerk, which is no office of the body (Chair, Deputy Chair …)."
    ]
    assert after(room.Elect(person=PELL, office="")) == [
        "Item 4: Councillor Edwin Pell was elected, to what office is not said."
    ]
    for office in ("chair", "Deputy Town Mayor", "Treasurer"):
        assert after(room.Elect(person=PELL, office=office)) == []


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
