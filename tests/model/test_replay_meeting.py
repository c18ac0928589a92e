"""The meeting itself: begun, adjourned, the public excluded, closed."""

from __future__ import annotations

import pytest

from boardtui.model.acts import corrections, interests, meeting, room, text
from boardtui.model.acts.interests import Declare, Scope
from boardtui.model.acts.meeting import Exclude, ExclusionResult, MinutesResult
from boardtui.model.record import Stage
from boardtui.model.times import CalendarDay, ClockTime, Days
from support.acts import HALE, NAIR, PELL, Minuting, prose, small_summons, started

AT = ClockTime.read


def test_a_meeting_goes_through_its_stages() -> None:
    minuting = Minuting()
    stages = [minuting.record.stage]
    for act in (meeting.Start(), meeting.Adjourn(), meeting.Resume(), meeting.Close()):
        minuting(act)
        stages.append(minuting.record.stage)
    assert stages == [Stage.BEFORE, Stage.OPEN, Stage.ADJOURNED, Stage.OPEN, Stage.CLOSED]


def test_the_summons_gives_the_people_the_seats_and_the_business() -> None:
    record = Minuting().record
    assert record.members() == [HALE, PELL, NAIR, "orme", "mapp", "tull"]
    assert list(record.business) == ["1", "2", "3", "4", "4.1", "4.2", "5", "6", "7", "8"]
    assert [section.title for section in record.business["8"].sections] == ["Private Business"]
    assert record.date is not None and record.date.isoformat() == "2026-09-04"


def test_a_second_summons_changes_nothing() -> None:
    minuting = Minuting()
    seq = minuting(small_summons(committee="Another Committee"))
    assert minuting.record.agenda is not None
    assert minuting.record.agenda.committee == "Harbour Committee"
    assert minuting.record.oddities == [(seq, "The meeting was called a second time.")]


@pytest.mark.parametrize(
    ("said", "filed", "known"),
    [(None, "14:02", "14:02"), ("14:00", "14:02", "14:00"), ("?", "14:02", None), (None, None, None)],
)
def test_the_time_said_counts_before_the_time_filed(said: str | None, filed: str | None, known: str | None) -> None:
    minuting = Minuting()
    minuting(meeting.Start(at=AT(said) if said else None), filed)
    (sitting,) = minuting.record.sittings
    assert sitting.start == (AT(known) if known else None)


def test_sittings_have_a_start_and_an_end_and_why() -> None:
    minuting = started(at="14:00")
    minuting(meeting.Adjourn(reason="public comment"), "14:30")
    minuting(meeting.Resume(), "14:42")
    minuting(meeting.Adjourn(to_day=CalendarDay.read("11 September 2026"), to_time=AT("10:00")), "15:00")
    minuting(meeting.Resume(), "10:05")
    minuting(meeting.Adjourn(), "11:00")
    minuting(meeting.Resume(), "11:10")
    sittings = minuting.record.sittings
    assert [(s.start, s.end) for s in sittings] == [
        (AT("14:00"), AT("14:30")), (AT("14:42"), AT("15:00")), (AT("10:05"), AT("11:00")), (AT("11:10"), None),
    ]  # fmt: skip
    days = [s.day.typed if s.day else "" for s in sittings]
    assert days == ["", "", "11 September 2026", "11 September 2026"]
    assert (sittings[0].reason, sittings[1].to_time) == ("public comment", AT("10:00"))
    assert sittings[2].begins is not None and sittings[1].ends is not None
    assert sittings[2].begins > sittings[1].ends


def test_the_close_leaves_the_item_and_keeps_the_hour() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("8",)), "14:50")
    minuting(meeting.Close(), "15:00")
    assert minuting.record.closed == AT("15:00")
    assert minuting.record.entry.spans == [(890, 900)]


def test_earlier_minutes_are_confirmed_and_signed() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("2",)))
    minuting(meeting.PreviousMinutes(of=Days.read("10 and 24 July 2026"), result=MinutesResult.SIGNED))
    minuting(meeting.Signed(on=CalendarDay.read("4 September 2026"), by=HALE))
    (block,) = minuting.record.entry.blocks
    assert block.signed == (CalendarDay.read("4 September 2026"), HALE)
    assert [confirmed.result for confirmed in minuting.record.confirmed] == [MinutesResult.SIGNED]
    assert minuting.record.signed is None


def test_without_earlier_minutes_it_is_these_that_are_signed() -> None:
    minuting = started()
    minuting(meeting.Close())
    minuting(meeting.Signed(on=CalendarDay.read("9 October 2026"), by=HALE))
    assert minuting.record.signed == (CalendarDay.read("9 October 2026"), HALE)


def test_what_the_meeting_says_of_itself_is_kept() -> None:
    minuting = started()
    minuting.all(meeting.Extend(until=AT("22:00")), meeting.NextMeeting(text="9 October 2026 2.00 pm"))
    assert (minuting.record.extended, minuting.record.next_meeting) == (AT("22:00"), "9 October 2026 2.00 pm")


# --- the public


def restricted(minuting: Minuting) -> list[bool]:
    record = minuting.record
    return [record.is_restricted(entry, block) for entry, block in record.blocks()]


def test_the_resolution_is_public_and_what_follows_it_is_not_until_the_public_are_back() -> None:
    minuting = started()
    said = text.Paragraph(text=prose("x"))
    minuting.all(said, Exclude(paragraphs=("3",)), said, room.Leave(who=(NAIR,)), meeting.Readmit(), said)
    assert restricted(minuting) == [False, False, True, False, False, False]
    assert minuting.record.entry.withheld and not minuting.record.entry.restricted


def test_an_exclusion_for_named_items_bears_on_them_only() -> None:
    minuting = started()
    said = text.Paragraph(text=prose("x"))
    minuting.all(Exclude(paragraphs=("3",), items=("7",)), said)
    minuting.all(text.OpenItem(items=("7",)), said, text.OpenItem(items=("8",)), said)
    assert restricted(minuting) == [False, False, True, False]
    assert [entry.restricted for entry in minuting.record.entries.values()] == [False, True, False]


@pytest.mark.parametrize("result", [ExclusionResult.NOT_NEEDED, ExclusionResult.NOT_RESOLVED])
def test_an_exclusion_that_was_not_made_restricts_nothing(result: ExclusionResult) -> None:
    minuting = started()
    minuting.all(Exclude(result=result), text.Paragraph(text=prose("x")))
    assert restricted(minuting) == [False, False]


def test_text_prepared_for_an_item_taken_in_private_is_restricted_too() -> None:
    minuting = Minuting()
    minuting.all(text.OpenItem(items=("7",)), text.Paragraph(text=prose("The bid was £2m.")), meeting.Start())
    minuting.all(Exclude(paragraphs=("3",), items=("7",)), text.OpenItem(items=("7",)), text.Prepared())
    blocks = [
        (b.prepared, minuting.record.is_restricted(e, b))
        for e, b in minuting.record.blocks()
        if b.act.kind == "paragraph"
    ]
    assert blocks == [(False, True)]


def test_a_restricted_minute_is_restricted_from_its_beginning() -> None:
    minuting = started()
    said = text.Paragraph(text=prose("x"))
    minuting.all(text.OpenItem(items=("8",)), said, meeting.Restricted(), said)
    minuting(meeting.Summary(text=prose("They talked of a family.")))
    assert restricted(minuting) == [True, True]
    assert minuting.record.entry.summary == prose("They talked of a family.")


def test_a_released_minute_is_restricted_no_more() -> None:
    minuting = started()
    minuting.all(text.OpenItem(items=("8",)), text.Paragraph(text=prose("x")), meeting.Restricted())
    minuting.all(text.OpenItem(items=("5",)), meeting.Release(items=("8",)))
    assert restricted(minuting) == [False, False]


def test_the_public_come_back_only_if_they_were_out() -> None:
    minuting = started()
    seq = minuting(meeting.Readmit())
    assert minuting.record.oddities == [(seq, "The public were readmitted, but had not been excluded.")]


# --- overrides and names


def test_a_name_put_right_is_right_everywhere() -> None:
    minuting = started()
    minuting(corrections.Rename(person=NAIR, name="Councillor Sunita Nair"))
    assert minuting.record.people[NAIR].name == "Councillor Sunita Nair"


def test_interests_and_dispensations_are_kept_with_where_they_were_said() -> None:
    minuting = started()
    minuting.all(interests.DeclareNone(), text.OpenItem(items=("3",)))
    declared = minuting(Declare(who=(NAIR,), scope=Scope(items=("4",)), label="dpi"))
    dispensed = minuting(interests.Dispensation(who=(NAIR,), scope=Scope(items=("4",))))
    minuting(interests.Arrears(who=(PELL,)))
    record = minuting.record
    assert record.none_declared
    assert [(one.seq, record.entries[one.entry].items) for one in record.declarations] == [(declared, ("3",))]
    assert [seq for seq, _ in record.dispensations] == [dispensed]
    assert record.arrears == [PELL]
