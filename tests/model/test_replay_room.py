"""The register and the movements, as they stand in the record."""

from __future__ import annotations

import pytest

from boardtui.model.acts import meeting, room, text
from boardtui.model.people import Newcomer
from boardtui.model.record import Capacity, Direction, Status
from boardtui.model.times import ClockTime
from support.acts import AUTHOR, HALE, MEMBERS, NAIR, OFFICER, PELL, SUBSTITUTE, TULL, Minuting, started


def register(minuting: Minuting) -> dict[str, tuple[Capacity, Status]]:
    return {line.person: (line.capacity, line.status) for line in minuting.record.attendance}


def test_all_takes_the_members_of_whom_nothing_is_said_yet() -> None:
    minuting = Minuting()
    minuting.all(room.Apologies(who=(room.Excused(person=NAIR, reason="unwell"),)), room.Present(everyone=True))
    assert register(minuting)[NAIR] == (Capacity.MEMBER, Status.APOLOGIES)
    assert [line.reason for line in minuting.record.attendance if line.person == NAIR] == ["unwell"]
    assert set(register(minuting)) == set(MEMBERS)


def test_one_line_a_person_and_the_last_word_counts() -> None:
    minuting = Minuting()
    minuting.all(room.Present(who=(NAIR,)), room.Absent(who=(room.Excused(person=NAIR),)))
    assert register(minuting) == {NAIR: (Capacity.MEMBER, Status.ABSENT)}
    minuting(room.Present(who=(NAIR,)))
    assert register(minuting) == {NAIR: (Capacity.MEMBER, Status.PRESENT)}


def test_everybody_stands_under_what_they_came_as() -> None:
    minuting = Minuting()
    minuting.all(
        room.Substitute(person=SUBSTITUTE, stands_for=TULL),
        room.OtherMember(who=(Newcomer(name="Canon Gannon"),)),
        room.Officer(who=(OFFICER, Newcomer(name="L Knight", organisation="Place"))),
        room.Guest(who=(AUTHOR,)),
        room.Public(number=11),
    )
    assert {person: capacity for person, (capacity, _) in register(minuting).items()} == {
        SUBSTITUTE: Capacity.SUBSTITUTE, "gannon": Capacity.OTHER, OFFICER: Capacity.OFFICER, "knight": Capacity.OFFICER,
        AUTHOR: Capacity.GUEST,
    }  # fmt: skip
    assert minuting.record.attendance[0].stands_for == TULL
    assert minuting.record.people["knight"].organisation == "Place"
    assert minuting.record.public == 11


def test_somebody_present_who_is_no_member_is_remarked_and_a_co_opted_one_is_a_member() -> None:
    minuting = started(HALE)
    minuting.all(room.Present(who=(Newcomer(name="Rob Allison"),)), room.Coopt(person=Newcomer(name="Nerys Hallam")))
    lines = {line.person: (line.newcomer, line.coopted) for line in minuting.record.attendance}
    assert lines == {HALE: (False, False), "allison": (True, False), "hallam": (False, True)}
    assert "hallam" in minuting.record.members()


def test_a_name_known_already_is_not_somebody_new_and_fills_in_what_was_missing() -> None:
    minuting = Minuting()
    minuting(room.Officer(who=(Newcomer(name="dr ann quill", post="Librarian"),)))
    assert list(register(minuting)) == [AUTHOR]
    assert minuting.record.people[AUTHOR].post == "Librarian"
    assert minuting.record.people[AUTHOR].name == "Dr Ann Quill"


def test_two_newcomers_of_one_surname_have_two_keys() -> None:
    minuting = Minuting()
    minuting(room.OtherMember(who=(Newcomer(name="Mary Green"), Newcomer(name="Tom Green"))))
    assert list(register(minuting)) == ["green", "green-t"]


@pytest.mark.parametrize(
    ("who", "capacity"), [(NAIR, Capacity.MEMBER), (SUBSTITUTE, Capacity.SUBSTITUTE), (OFFICER, Capacity.OFFICER)]
)
def test_who_takes_part_from_elsewhere_is_present_in_their_usual_capacity(who: str, capacity: Capacity) -> None:
    minuting = Minuting()
    minuting(room.Remote(who=(who,)))
    assert register(minuting) == {who: (capacity, Status.PRESENT)}
    assert minuting.record.attendance[0].remote


def test_an_arrival_is_a_movement_with_its_time_and_reason() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)), "14:10")
    minuting(room.Arrive(who=(NAIR,), at=ClockTime.read("14:12"), reason="trains"), "14:20")
    (move,) = minuting.record.movements
    assert (move.direction, move.at, move.reason) == (Direction.ARRIVE, ClockTime.read("14:12"), "trains")
    assert minuting.record.entries[move.entry].items == ("3",)
    assert register(minuting)[NAIR] == (Capacity.MEMBER, Status.ARRIVED)


def test_a_movement_without_a_time_has_that_of_its_filing() -> None:
    minuting = started()
    minuting(room.Leave(who=(NAIR, PELL)), "14:20")
    minuting(room.Return(who=(NAIR,), at=ClockTime.read("?")), "14:30")
    assert [move.at for move in minuting.record.movements] == [ClockTime.read("14:20"), ClockTime.read("14:20"), None]


def test_an_office_passes_to_whoever_is_elected_and_those_at_the_start_are_kept() -> None:
    minuting = started()
    minuting(room.Elect(person=NAIR, office="Deputy Chair", term="2026/27"))
    assert (minuting.record.role_of(NAIR), minuting.record.role_of(PELL)) == ("Deputy Chair", "")
    assert minuting.record.offices == {HALE: "Chair", PELL: "Deputy Chair"}
    assert minuting.record.chair == []


def test_resigning_ends_membership_and_not_presence() -> None:
    minuting = started()
    minuting(room.Resign(person=PELL))
    assert PELL not in minuting.record.members()
    assert [line.status for line in minuting.record.attendance if line.resigned] == [Status.PRESENT]


def test_taking_the_chair_is_a_sentence_only_once_an_item_is_open() -> None:
    minuting = started()
    minuting(room.TakeChair(person=PELL))
    assert minuting.record.entry.blocks == []
    minuting.all(text.OpenItem(items=("3",)), room.TakeChair(person=HALE))
    assert [block.people for block in minuting.record.entry.blocks] == [(HALE,)]
    assert [spell.person for spell in minuting.record.chair] == [PELL, HALE]


def test_speakers_wait_and_are_called_in_turn() -> None:
    minuting = started()
    minuting.all(room.WaitToSpeak(who=(NAIR, PELL)), room.WaitToSpeak(who=(NAIR, HALE)), room.CallSpeaker())
    assert (minuting.record.speaking, minuting.record.waiting) == (NAIR, [PELL, HALE])
    minuting(room.SpeakersDone())
    assert (minuting.record.speaking, minuting.record.waiting) == ("", [])
    minuting(room.CallSpeaker())
    assert minuting.record.speaking == ""


def test_a_guest_is_named_in_the_minute_of_each_item() -> None:
    minuting = started()
    opened = []
    for item in ("3", "4"):
        opened.append(minuting(text.OpenItem(items=(item,))))
        minuting(room.Guest(who=(AUTHOR,)))
    (line,) = (line for line in minuting.record.attendance if line.person == AUTHOR)
    assert line.entries == opened
    assert [block.people for _, block in minuting.record.blocks()] == [(AUTHOR,), (AUTHOR,)]


def test_an_officer_who_attends_for_an_item_stays_an_officer() -> None:
    minuting = started()
    minuting.all(room.Officer(who=(OFFICER,)), text.OpenItem(items=("3",)), room.Guest(who=(OFFICER,)))
    assert register(minuting)[OFFICER] == (Capacity.OFFICER, Status.PRESENT)


def test_times_go_on_through_the_night() -> None:
    minuting = started(at="22:00")
    minuting(room.Leave(who=(NAIR,)), "23:55")
    minuting(room.Leave(who=(PELL,)), "00:05")
    minuting(meeting.Close(), "00:30")
    first, second = (move.moment[0] for move in minuting.record.movements)
    assert second - first == 10
