"""What is said in private doesn't exist in the public record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardtui.model.acts import Act, business, corrections, interests, meeting, room, text
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.people import Newcomer
from boardtui.model.record import ItemState, Record, Stage
from boardtui.model.replay import replay
from boardtui.model.times import ClockTime
from boardtui.rules.confidentiality import (
    EXEMPT_BUSINESS,
    is_restricted_now,
    public_acts,
    public_as_filed,
    public_record,
)
from boardtui.rules.numbering import numbers, order_taken
from support.acts import HALE, NAIR, Minuting, at_the_desk, mention, prose, small_summons, started


def paragraphs(record: Record) -> list[str]:
    return ["".join(map(str, b.act.text.parts)) for _, b in record.blocks() if isinstance(b.act, text.TextAct)]


@pytest.fixture
def private() -> Minuting:
    """In private session on item 7, with something said before and in it."""
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    minuting(text.Paragraph(text=prose("In public.")))
    minuting(meeting.Exclude(paragraphs=("3",), items=("7",)))
    minuting(text.OpenItem(items=("7",)))
    minuting(text.Paragraph(text=prose("In private.")))
    return minuting


def test_what_is_said_in_private_session_is_gone_and_the_item_is_still_there(private: Minuting) -> None:
    private(meeting.Summary(text=prose("The Committee considered an offer.")))
    private(meeting.Readmit())
    private(text.OpenItem(items=("8",)))
    private(text.Paragraph(text=prose("In public again.")))
    public = public_record(private.record)
    assert paragraphs(public) == ["In public.", "In public again."]
    exempt = next(entry for entry in public.entries.values() if entry.items == ("7",))
    assert exempt.restricted and exempt.withheld
    assert exempt.summary == prose("The Committee considered an offer.")
    assert list(numbers(public, order_taken(public)).values()) == ["13", "14", "15"]


def test_nothing_restricted_is_left_in_any_block_of_the_public_record(private: Minuting) -> None:
    assert not [b for e, b in public_record(private.record).blocks() if b.restricted]
    assert not [f for f in public_acts(private.record) if f.restricted]


def test_released_minutes_stand_in_the_public_record(private: Minuting) -> None:
    private(meeting.Release(items=("7",)))
    public = public_record(private.record)
    assert "In private." in paragraphs(public)
    assert not any(entry.withheld for entry in public.entries.values())


def test_who_left_in_private_session_is_known_and_why_is_not(private: Minuting) -> None:
    private(room.Leave(who=(HALE,), reason="to sign the contract", at=ClockTime.read("15:10")))
    (movement,) = public_record(private.record).movements
    assert (movement.person, movement.reason) == (HALE, "")
    assert movement.at == ClockTime.read("15:10")


def test_somebody_named_only_in_private_is_nobody_in_public(private: Minuting) -> None:
    private(room.Guest(who=(Newcomer(name="Jo Catterick", organisation="Harrowmead"),)))
    private(room.Leave(who=("catterick",)))
    private(corrections.Rename(person="catterick", name="Jo Cathcart"))
    out = repr(public_record(private.record)).lower()
    assert "catterick" not in out and "cathcart" not in out and "harrowmead" not in out


def test_somebody_named_in_private_and_then_in_public_has_a_name_and_no_more(private: Minuting) -> None:
    private(room.Guest(who=(Newcomer(name="Jo Catterick", organisation="Harrowmead"),)))
    private(meeting.Readmit())
    private(text.OpenItem(items=("8",)))
    private(text.Paragraph(text=prose(mention("catterick"), " thanked the Committee.")))
    public = public_record(private.record)
    assert public.people["catterick"].name == "Jo Catterick"
    assert "Harrowmead" not in repr(public)


def test_business_added_in_private_keeps_its_place_and_loses_its_title(private: Minuting) -> None:
    private(meeting.Exclude())
    private(text.UrgentItem(title="Dismissal of Mr Grubb", reason="he is armed"))
    public = public_record(private.record)
    assert [one.item.title for one in public.business.values() if one.added] == [EXEMPT_BUSINESS]
    assert list(numbers(public, order_taken(public)).values()) == list(
        numbers(private.record, order_taken(private.record)).values()
    )
    assert "armed" not in repr(public)


def test_a_restricted_minute_in_public_session_loses_what_stood_there_before_too() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("8",)))
    minuting(text.Paragraph(text=prose("The family lived in Kiln Terrace.")))
    minuting(meeting.Restricted())
    minuting(text.MinuteHeading(text="A Family"))
    public = public_record(minuting.record)
    assert paragraphs(public) == []
    assert [entry.heading for entry in public.entries.values() if entry.items] == ["A Family"]


def test_private_jots_never_go_out_and_one_that_became_a_point_does() -> None:
    minuting = at_the_desk()
    jot = minuting(text.Jot(text=prose("Ask about the pond")))
    minuting(text.Jot(text=prose("Abbott cross about slides")))
    minuting(text.Promote(target=jot))
    assert paragraphs(public_record(minuting.record)) == ["Ask about the pond"]


def test_words_that_were_put_right_or_taken_back_do_not_go_out() -> None:
    minuting = at_the_desk()
    first = minuting(text.Paragraph(text=prose("Mr Grubb was drunk.")))
    minuting(corrections.Edit(target=first, revised=text.Paragraph(text=prose("Mr Grubb was late."))))
    second = minuting(text.Paragraph(text=prose("He swore.")))
    minuting(corrections.Undo(target=second))
    public = public_record(minuting.record)
    assert paragraphs(public) == ["Mr Grubb was late."]
    assert "drunk" not in repr(public) and "swore" not in repr(public)


def test_prepared_text_edited_in_the_meeting_still_counts_as_said() -> None:
    minuting = at_the_desk(begun=False)
    minuting(text.OpenItem(items=("3",)))
    block = minuting(text.Paragraph(text=prose("The report asked for much.")))
    minuting(text.Paragraph(text=prose("Not yet confirmed.")))
    minuting(meeting.Start(), "14:00")
    minuting(corrections.Edit(target=block, revised=text.Paragraph(text=prose("The report asked for more."))))
    ready = [b for _, b in public_record(minuting.record).blocks() if not b.prepared]
    assert [b.act for b in ready] == [text.Paragraph(text=prose("The report asked for more."))]


def test_the_nature_of_a_sensitive_interest_goes_to_nobody() -> None:
    minuting = at_the_desk()
    minuting(interests.Declare(who=(NAIR,), sensitive=True, nature=prose("lives in a refuge")))
    public = public_record(minuting.record)
    assert [one.act.sensitive for one in public.declarations] == [True]
    assert "refuge" not in repr(public)


def test_what_an_exempt_report_says_and_all_prepared_text_stay_out_of_the_published_agenda() -> None:
    summons = small_summons()
    body = tuple(
        part.model_copy(update={"draft": ("The bid was £2m.",), "motion": "sell it"})
        if hasattr(part, "draft")
        else part
        for part in summons.agenda.body
    )
    minuting = Minuting(summons.model_copy(update={"agenda": summons.agenda.model_copy(update={"body": body})}))
    agenda = public_record(minuting.record).agenda
    assert agenda is not None
    assert "£2m" not in repr(agenda)
    assert [item.motion for item in agenda.items if item.exempt] == [""]
    assert agenda.items[0].motion == "sell it"


def test_the_digest_of_the_file_the_agenda_was_read_from_does_not_go_out() -> None:
    minuting = Minuting(small_summons().model_copy(update={"source": "3f2a91bc07de"}))
    assert "3f2a91bc07de" in repr(minuting.record.filed)
    assert "3f2a91bc07de" not in repr(public_record(minuting.record))


def test_the_public_record_of_a_wholly_public_meeting_is_the_record() -> None:
    minuting = started(at="14:00")
    minuting.all(
        text.OpenItem(items=("3",)), text.Paragraph(text=prose("All of it.")), business.Resolve(text=prose("x"))
    )
    public, record = public_record(minuting.record), minuting.record
    assert replace(public, filed=record.filed) == record


@pytest.mark.parametrize(
    "act", [text.Paragraph(text=prose("x")), business.Resolve(text=prose("x")), text.Jot(text=prose("x"))]
)
def test_marked_as_restricted_in_private_session_and_not_outside_it(private: Minuting, act: Act) -> None:
    assert is_restricted_now(private.record, act)
    private(text.OpenItem(items=("3",)))
    assert not is_restricted_now(private.record, act)


def test_text_prepared_for_an_exempt_item_is_restricted_before_the_meeting() -> None:
    minuting = at_the_desk(begun=False)
    minuting(text.OpenItem(items=("7",)))
    assert is_restricted_now(minuting.record, text.Paragraph(text=prose("The bid was £2m.")))


def test_an_exempt_item_is_restricted_until_the_meeting_says_that_it_is_not() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("7",)))
    said = text.Paragraph(text=prose("The bid was £2m."))
    assert is_restricted_now(minuting.record, said)
    minuting(meeting.Exclude(result=ExclusionResult.NOT_NEEDED))
    assert not is_restricted_now(minuting.record, said)


def test_a_correction_is_restricted_like_the_act_it_corrects(private: Minuting) -> None:
    (secret,) = (f.seq for f in private.filed if f.restricted)
    open_to_all = next(f.seq for f in private.filed if isinstance(f.act, text.Paragraph))
    better = text.Paragraph(text=prose("y"))
    assert is_restricted_now(private.record, corrections.Edit(target=secret, revised=better))
    assert not is_restricted_now(private.record, corrections.Edit(target=open_to_all, revised=better))


def test_a_later_visit_in_private_does_not_hide_what_was_said_in_public() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    minuting(text.Paragraph(text=prose("In public.")))
    minuting(meeting.Exclude())
    minuting(text.OpenItem(items=("8",)))
    minuting(text.OpenItem(items=("3",)))
    minuting(text.Paragraph(text=prose("In private.")))
    assert paragraphs(public_record(minuting.record)) == ["In public."]


def test_an_exclusion_for_a_sub_item_hides_that_sub_item_only() -> None:
    minuting = at_the_desk()
    minuting(meeting.Exclude(paragraphs=("3",), items=("4.2",)))
    minuting(text.OpenItem(items=("4.1",)))
    minuting(text.Paragraph(text=prose("The pond.")))
    minuting(text.OpenItem(items=("4.2",)))
    minuting(text.Paragraph(text=prose("The bandstand.")))
    assert paragraphs(public_record(minuting.record)) == ["The pond."]


def test_what_is_done_after_a_close_in_private_session_is_public(private: Minuting) -> None:
    private(meeting.Close(), "15:30")
    public = public_record(private.record)
    assert public.stage is Stage.CLOSED
    assert public.business["7"].state is ItemState.TAKEN
    assert replay(public.filed).closed == ClockTime.read("15:30")


def test_why_something_private_stands_is_private_wherever_it_is_said(private: Minuting) -> None:
    secret = private.record.last_seq
    private.all(meeting.Readmit(), text.OpenItem(items=("8",)))
    here = private(text.Paragraph(text=prose("Said in public.")))
    why = corrections.Override(reason="the bidder had gone bankrupt", target=secret)
    assert is_restricted_now(private.record, why)
    assert not is_restricted_now(private.record, why.model_copy(update={"target": here}))


def test_why_something_stands_is_private_once_that_is() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("4",)))
    secret = minuting(text.Paragraph(text=prose("The bid was low.")))
    minuting(text.OpenItem(items=("8",)))
    why = minuting(corrections.Override(reason="the bidder had gone bankrupt", target=secret))
    assert why in public_as_filed(minuting.record)
    minuting.all(text.OpenItem(items=("4",)), meeting.Restricted())
    assert why not in public_as_filed(minuting.record)


def test_what_is_put_in_is_as_private_as_where_it_stands(private: Minuting) -> None:
    secret = private.record.last_seq
    before = next(filed.seq for filed in private.filed if isinstance(filed.act, text.Paragraph))
    opened = next(filed.seq for filed in private.filed if filed.act == text.OpenItem(items=("7",)))
    bid = text.Paragraph(text=prose("The bid was £2m."))
    assert is_restricted_now(private.record, corrections.Insert(target=opened, said=bid))
    assert not is_restricted_now(private.record, corrections.Insert(target=before, said=bid))
    private.all(meeting.Readmit(), text.OpenItem(items=("8",)))
    told = private(corrections.Insert(target=before, said=text.Paragraph(text=prose("A bid was spoken of."))))
    kept = [private(corrections.Insert(target=seq, said=bid)) for seq in (opened, secret)]
    assert paragraphs(public_record(private.record)) == ["In public.", "A bid was spoken of."]
    public = public_as_filed(private.record)
    assert told in public and not set(kept) & set(public)


def test_what_was_put_in_and_taken_back_is_judged_where_it_stood(private: Minuting) -> None:
    before = next(filed.seq for filed in private.filed if isinstance(filed.act, text.Paragraph))
    opened = next(filed.seq for filed in private.filed if filed.act == text.OpenItem(items=("7",)))
    bid = text.Paragraph(text=prose("The bid was £2m."))
    told, kept = (private(corrections.Insert(target=seq, said=bid)) for seq in (before, opened))
    private.all(corrections.Undo(target=told), corrections.Undo(target=kept))
    public = public_as_filed(private.record)
    assert told in public and kept not in public
