"""Looking back: which acts a moment means, and that nothing kept from the public now gets out by looking at then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.desk.looking_back import look_back
from boardtui.errors import InputError
from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house
from boardtui.minutes.writers import writer
from boardtui.model.acts import Act, Filed, corrections, interests, meeting, room, text
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.erasing import forgotten
from boardtui.model.people import Newcomer
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.model.settle import settled
from boardtui.rules.confidentiality import public_acts, public_record
from support.acts import NAIR, Minuting, at_the_desk, meetings, mention, prose, started

LONDON = ZoneInfo("Europe/London")
HOUSE = load_house("partnership_board")
LATER = dt.datetime(2027, 1, 4, 9, 0, tzinfo=LONDON)


def at_clocks(*clocks: str) -> Record:
    """The small meeting, an act filed at each of these moments in London, the first of which calls it."""
    minuting = Minuting()
    for _ in clocks[1:]:
        minuting(text.Jot(text=prose("x")))
    walls = [dt.datetime.fromisoformat(one).replace(tzinfo=LONDON).astimezone(dt.UTC).isoformat() for one in clocks]
    return replay([replace(filed, wall=wall) for filed, wall in zip(minuting.filed, walls, strict=True)])


ON_THE_DAY = at_clocks(
    "2026-08-20 09:15:00", "2026-09-04 14:31:59", "2026-09-04 14:32:05", "2026-09-04 14:32:59.900",
    "2026-09-04 14:33:00", "2026-09-05 10:00:00",
)  # fmt: skip
WRITTEN_UP_LATER = at_clocks("2026-08-20 09:15:00", "2026-12-01 10:00:00", "2026-12-02 11:00:00", "2026-12-02 12:00:00")


@pytest.mark.parametrize(
    ("record", "when", "last"),
    [
        (ON_THE_DAY, "14:32", 4),
        (ON_THE_DAY, "14.32", 4),
        (ON_THE_DAY, "14:32:05", 3),
        (ON_THE_DAY, "14:32:04", 2),
        (ON_THE_DAY, "2026-09-04 14:31", 2),
        (ON_THE_DAY, "2026-09-04", 5),
        (ON_THE_DAY, "2026-08-20 09:15", 1),
        (ON_THE_DAY, "23:59", 5),
        (ON_THE_DAY, "2026-09-05 23:59", 6),
        (ON_THE_DAY, "3", 3),
        (ON_THE_DAY, "#3", 3),
        (WRITTEN_UP_LATER, "11:30", 3),
        (WRITTEN_UP_LATER, "10:00", 2),
    ],
)
def test_a_moment_is_meant_to_its_end(record: Record, when: str, last: int) -> None:
    assert look_back(when, record, now=LATER, zone=LONDON).filed[-1].seq == last


def test_a_clock_that_was_set_back_loses_nothing() -> None:
    record = at_clocks("2026-09-04 14:00:00", "2026-09-04 14:40:00", "2026-09-04 13:41:00", "2026-09-04 15:00:00")
    assert [one.seq for one in look_back("14:00", record, now=LATER, zone=LONDON).filed] == [1, 2, 3]


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("2026-08-20 09:14", "Nothing had been filed in this meeting by 09:14 on 20 August 2026."),
        ("00:10", None),
        ("999", "There is no act 999 in this meeting."),
        ("0", "Act 0 was filed before this meeting was called."),
        ("25:99", "“25:99” is on no clock or calendar."),
        ("2026-02-31 10:00", "“2026-02-31 10:00” is on no clock or calendar."),
        ("tea time", "“tea time” is no moment to look back to."),
        ("", "“” is no moment to look back to."),
    ],
)
def test_what_is_no_moment_is_said_in_a_sentence(when: str, message: str | None) -> None:
    if message is None:
        assert look_back(when, ON_THE_DAY, now=LATER, zone=LONDON).filed[-1].seq == 1
        return
    with pytest.raises(InputError) as refused:
        look_back(when, ON_THE_DAY, now=LATER, zone=LONDON)
    assert refused.value.message == message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("14:32", "at 14:32 on 4 September 2026, after act 4, filed at 14:32:59"),
        ("14:32:30", "at 14:32:30 on 4 September 2026, after act 3, filed at 14:32:05"),
        ("09:00", "at 09:00 on 4 September 2026, after act 1, filed at 09:15:00 on 20 August 2026"),
        ("2026-09-04", "at the end of 4 September 2026, after act 5, filed at 14:33:00"),
        ("#3", "after act 3, filed at 14:32:05 on 4 September 2026"),
    ],
)
def test_it_is_said_which_moment_was_meant(when: str, moment: str) -> None:
    assert look_back(when, ON_THE_DAY, now=LATER, zone=LONDON).moment == moment


def test_a_moment_that_has_not_come_is_refused() -> None:
    now = dt.datetime(2026, 9, 5, 10, 30, 20, tzinfo=LONDON)
    for coming in ("2026-09-05 10:31", "2026-09-05 10:30:21", "2026-09-06"):
        with pytest.raises(InputError) as refused:
            look_back(coming, ON_THE_DAY, now=now, zone=LONDON)
        assert "hasn't come yet: it is 10:30 on 5 September 2026." in refused.value.message
        assert "Without --at" in refused.value.hint
    for begun in ("2026-09-05 10:30", "2026-09-05", "2026-09-05 10:30:20"):
        assert look_back(begun, ON_THE_DAY, now=now, zone=LONDON).filed[-1].seq == 6


def test_an_act_filed_by_a_clock_that_was_ahead_can_be_looked_back_at() -> None:
    now = dt.datetime(2026, 9, 4, 12, 0, tzinfo=LONDON)
    assert look_back("14:32", ON_THE_DAY, now=now, zone=LONDON).filed[-1].seq == 4


@given(meetings(), st.data())
def test_the_state_after_an_act_is_the_replay_of_those_up_to_it(minuting: Minuting, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, len(minuting.filed)))
    assert replay(look_back(f"#{count}", minuting.record, now=LATER).filed) == replay(forgotten(minuting.filed)[:count])


# --- what must not go out by what is known now


def public_text(then: Record, now: Record) -> str:
    return writer("txt")(compose(public_record(then, now=now), HOUSE)).decode()


def earlier_and_now(minuting: Minuting, count: int, *acts: Act) -> str:
    """The public minutes as they stood after so many acts, looked at when these have been said besides."""
    minuting.all(*acts)
    return public_text(replay(minuting.filed[:count]), minuting.record)


def said_in_item(*words: str) -> Minuting:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    minuting.all(*(text.Paragraph(text=prose(one)) for one in words))
    return minuting


def test_what_was_public_then_and_is_now_is_shown() -> None:
    minuting = said_in_item("The zebra crossing.")
    count = len(minuting.filed)
    shown = earlier_and_now(minuting, count, text.Paragraph(text=prose("The lamp posts.")))
    assert "zebra" in shown
    assert "lamp" not in shown


def test_an_item_restricted_since_is_not_shown_by_looking_back() -> None:
    minuting = said_in_item("The zebra crossing.")
    shown = earlier_and_now(minuting, len(minuting.filed), meeting.Restricted())
    assert "zebra" not in shown
    assert "Library Hours" in shown
    assert HOUSE.items.exempt.fill({}) in shown


def test_words_struck_or_undone_before_the_item_was_restricted_are_not_shown() -> None:
    for correction in (corrections.Undo, corrections.Strike):
        minuting = said_in_item("The zebra crossing.")
        count = len(minuting.filed)
        assert "zebra" not in earlier_and_now(minuting, count, correction(target=count), meeting.Restricted())


def test_what_an_undone_readmission_left_in_private_is_not_shown() -> None:
    minuting = at_the_desk()
    minuting.all(text.OpenItem(items=("3",)), meeting.Exclude(), meeting.Readmit())
    readmitted = minuting(text.Paragraph(text=prose("The zebra crossing."))) - 1
    assert "zebra" not in earlier_and_now(minuting, readmitted + 1, corrections.Undo(target=readmitted))


def test_a_release_taken_back_is_taken_back_for_then_too() -> None:
    minuting = said_in_item("The zebra crossing.")
    minuting(meeting.Restricted())
    release = minuting(meeting.Release(items=("3",)))
    then = replay(minuting.filed)
    assert "zebra" in public_text(then, then)
    assert "zebra" not in earlier_and_now(minuting, release, corrections.Undo(target=release))


def test_what_was_restricted_then_stays_so_though_it_is_released_now() -> None:
    minuting = said_in_item("The zebra crossing.")
    restricted = minuting(meeting.Restricted())
    assert "zebra" not in earlier_and_now(minuting, restricted, meeting.Release(items=("3",)))


def test_an_interest_found_sensitive_since_is_not_told_by_looking_back() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("1",)))
    declared = interests.Declare(who=(NAIR,), scope=interests.Scope(items=("3",)), nature=prose("keeps zebras"))
    seq = minuting(declared)
    edit = corrections.Edit(target=seq, revised=declared.model_copy(update={"sensitive": True}))
    assert "zebras" not in earlier_and_now(minuting, seq, edit)


def test_a_stranger_named_in_what_is_private_now_is_not_known() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    guest = minuting(room.Guest(who=(Newcomer(name="Zed Nair"),)))
    count = minuting(text.Paragraph(text=prose(mention(NAIR), " thanked him.")))
    minuting.all(corrections.Undo(target=guest), meeting.Restricted())
    assert "Zed" not in repr(public_record(replay(minuting.filed[:count]), now=minuting.record))


MOVES: tuple[Act, ...] = (
    text.OpenItem(items=("3",)), text.OpenItem(items=("7",)), text.OpenItem(items=("8",)), meeting.Exclude(),
    meeting.Exclude(items=("7",)), meeting.Exclude(result=ExclusionResult.NOT_NEEDED), meeting.Readmit(),
    meeting.Restricted(), meeting.Release(items=("3",)), meeting.Release(items=("7",)),
)  # fmt: skip
CORRECT = st.tuples(st.sampled_from((corrections.Undo, corrections.Redo, corrections.Strike)), st.integers(2, 30))


@st.composite
def guarded(draw: st.DrawFn) -> list[Filed]:
    """A meeting of words and of moves in and out of privacy, each word its own, corrected now and then."""
    minuting = at_the_desk()
    for number in range(draw(st.integers(4, 20))):
        minuting(draw(st.sampled_from(MOVES)) if draw(st.booleans()) else text.Paragraph(text=prose(f"zq{number}.")))
        if draw(st.integers(0, 2)) == 0:
            correction, target = draw(CORRECT)
            minuting(correction(target=target))
    return minuting.filed


@given(guarded(), st.data())
def test_no_word_restricted_now_or_then_is_in_an_old_state(filed: list[Filed], data: st.DataObject) -> None:
    count = data.draw(st.integers(1, len(filed)))
    then, now = replay(filed[:count]), replay(filed)
    looked_back = {one.seq for one in public_acts(then, now=now)}
    assert looked_back <= {one.seq for one in public_acts(then)}
    standing_now = {one.seq for _, block in now.blocks() for one in filed if one.seq in block.parts}
    assert looked_back & standing_now <= {one.seq for one in public_acts(now)}


@given(guarded())
def test_looking_back_at_now_is_looking_at_it(filed: list[Filed]) -> None:
    record = replay(filed)
    assert public_record(record, now=record) == public_record(record)


@given(guarded(), st.data())
def test_what_differs_only_in_what_is_restricted_now_looks_the_same(filed: list[Filed], data: st.DataObject) -> None:
    """The twin: the same meeting with other words in all that stands and is not public now."""
    count = data.draw(st.integers(1, len(filed)))
    now = replay(filed)
    secret = {one.seq for one in settled(filed)} - {one.seq for one in public_acts(now)}
    twin = [
        replace(one, act=text.Paragraph(text=prose("something else")))
        if isinstance(one.act, text.Paragraph) and one.seq in secret
        else one
        for one in filed
    ]
    assert public_text(replay(twin[:count]), replay(twin)) == public_text(replay(filed[:count]), now)


def test_a_meeting_just_begun_can_be_looked_back_at() -> None:
    record = started().record
    assert public_text(replay(record.filed[:1]), record)
