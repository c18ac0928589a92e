"""What is said in private doesn't exist in the public record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.model.acts import Act, business, corrections, interests, meeting, room, text
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.folding import is_private
from boardtui.model.people import Newcomer
from boardtui.model.record import ItemState, Record, Stage
from boardtui.model.replay import Replay, replay
from boardtui.model.settle import settled
from boardtui.model.times import ClockTime, Days
from boardtui.rules.confidentiality import EXEMPT_BUSINESS, is_restricted_now, public_acts, public_record
from boardtui.rules.numbering import numbers, order_taken
from support.acts import HALE, NAIR, OFFICER, PELL, Minuting, mention, prose, small_summons, started

Sayer = Callable[[str], Act]


def _scope(_word: str) -> interests.Scope:
    return interests.Scope(items=("3",))


SAYERS: tuple[Sayer, ...] = (
    lambda w: text.Paragraph(text=prose(w)),
    lambda w: text.Point(text=prose(w), by=NAIR),
    lambda w: text.Answer(text=prose(w)),
    lambda w: text.Bullet(text=prose(w), level=2),
    lambda w: text.Quotation(text=prose(w)),
    lambda w: text.Subheading(text=prose(w)),
    lambda w: text.TableRow(cells=(prose(w), prose("2"))),
    lambda w: text.Continuation(text=prose(w)),
    lambda w: text.MinuteHeading(text=w),
    lambda w: text.AddItem(title=w),
    lambda w: text.UrgentItem(title="Urgent", reason=w),
    lambda w: text.Reference(text=w),
    lambda w: text.DeferItem(to="April", reason=w),
    lambda w: text.WithdrawItem(reason=w),
    lambda w: business.Resolve(text=prose(w)),
    lambda w: business.ResolveRecommendations(clauses=(business.Clause(text=prose(w)),)),
    lambda w: business.Recommend(to=w, text=prose("be done")),
    lambda w: business.Note(text=prose(w)),
    lambda w: business.Verb(word=w),
    lambda w: business.Reason(text=prose(w)),
    lambda w: business.Action(owners=(Newcomer(name=w),), text=prose("act")),
    lambda w: business.Move(movers=(HALE,), words=prose(w)),
    lambda w: business.Amend(movers=(PELL,), words=prose(w)),
    lambda w: business.Alter(words=prose(w)),
    lambda w: business.Vote(counts=(business.Count(option=w, number=3),), method=w),
    lambda w: business.Lots(words=w),
    lambda w: interests.Declare(who=(NAIR,), scope=_scope(w), nature=prose(w)),
    lambda w: interests.Dispensation(who=(NAIR,), scope=_scope(w), text=w),
    lambda w: room.Guest(who=(Newcomer(name=w, post="Surveyor", organisation=w),)),
    lambda w: room.Officer(who=(Newcomer(name=w), OFFICER)),
    lambda w: room.OtherMember(who=(Newcomer(name="Known Face", organisation=w),)),
    lambda w: room.Leave(who=(HALE,), reason=w),
    lambda w: room.Arrive(who=(Newcomer(name=w),)),
    lambda w: room.Absent(who=(room.Excused(person=NAIR, reason=w),)),
    lambda w: meeting.PreviousMinutes(of=Days.read("1 May 2026"), result=meeting.MinutesResult.SIGNED, correction=prose(w)),
    lambda w: meeting.Adjourn(reason=w),
    lambda w: corrections.Override(reason=w),
    lambda w: text.Paragraph(text=prose(mention(NAIR), f" {w}")),
)  # fmt: skip
MOVES: tuple[Sayer, ...] = (
    lambda _: text.OpenItem(items=("3",)),
    lambda _: text.OpenItem(items=("4.1",)),
    lambda _: text.OpenItem(items=("7",)),
    lambda _: text.OpenItem(items=("8",)),
    lambda _: meeting.Exclude(paragraphs=("3",), items=("7",)),
    lambda _: meeting.Exclude(),
    lambda _: meeting.Exclude(result=ExclusionResult.NOT_RESOLVED),
    lambda _: meeting.Readmit(),
    lambda _: meeting.Restricted(),
    lambda _: meeting.Close(),
    lambda _: text.Prepared(),
)
CORRECTIONS: tuple[Callable[[str, int], Act], ...] = (
    lambda w, target: corrections.Edit(target=target, revised=text.Paragraph(text=prose(w))),
    lambda w, target: corrections.Edit(target=target, revised=business.Resolve(text=prose(w))),
    lambda w, target: corrections.Substitution(target=target, old=prose("b"), new=prose(w)),
    lambda w, target: corrections.Substitution(target=target, old=prose("a"), new=prose(w), whole_item=True),
    lambda _, target: corrections.Undo(target=target),
    lambda _, target: corrections.Redo(target=target),
    lambda _, target: corrections.Strike(target=target),
    lambda _, target: corrections.Shift(target=target),
)
Corrected = tuple[Callable[[str, int], Act], int]
Script = list[tuple[Sayer, Corrected | None]]
corrected = st.tuples(st.sampled_from(CORRECTIONS), st.integers(2, 20))
scripts = st.lists(
    st.tuples(st.sampled_from((*SAYERS, *SAYERS, *MOVES)), st.none() | corrected), min_size=6, max_size=24
)


def desk() -> Minuting:
    """The small meeting as the desk files it: each act is marked as it is said."""
    return Minuting(restrict=is_restricted_now)


def letters(number: int) -> str:
    """A word that stands nowhere else, also if it is taken for a name: without `a` and `b`, which corrections look for."""
    return "zq" + "".join("cdefghijkl"[int(digit)] for digit in f"{number:03}")


def marked(script: Script, start_at: int, private: bool) -> tuple[Minuting, dict[str, int]]:
    """A meeting in which each thing said has a word of its own, and the act in which each word stands.

    private: the public are out from the start, until it is said otherwise.
    """
    minuting = desk()
    minuting(room.Present(everyone=True))
    where: dict[str, int] = {}
    words = (letters(n) for n in count())
    for number, (say, correct) in enumerate(script):
        if number == start_at:
            minuting(meeting.Start(), "14:00")
            if private:
                minuting(meeting.Exclude(paragraphs=("3",)))
        word = next(words)
        where[word] = minuting(say(word))
        if correct is not None:
            word = next(words)
            where[word] = minuting(correct[0](word, correct[1]))
    return minuting, where


def secret_acts(record: Record) -> set[int]:
    """The acts marked when they were said, those said in private, jots, and the text of minutes restricted as a whole;

    and what corrects them, except the words that replace others in a whole item, which go wherever those others stood.
    """
    growing = Replay()
    said = [filed for filed in record.filed if not isinstance(filed.act, corrections.Correction)]
    found = {filed.seq for filed in said if filed.restricted or isinstance(filed.act, text.Jot)}
    for filed in settled(record.filed):
        then = growing.file(filed)
        entry = record.entries.get(then.entry_key)
        as_text = isinstance(filed.act, text.TextAct | business.Resolve | business.Note)
        private = then.stage is not Stage.CLOSED and is_private(then, then.entry)
        if private or (entry and entry.restricted and as_text):
            found.add(filed.seq)
    corrected = [filed for filed in record.filed if not getattr(filed.act, "whole_item", False)]
    return found | {filed.seq for filed in corrected if getattr(filed.act, "target", 0) in found}


@settings(max_examples=150)
@given(scripts, st.integers(0, 4), st.booleans())
def test_no_word_of_a_restricted_act_is_in_the_public_record(script: Script, start_at: int, private: bool) -> None:
    minuting, where = marked(script, start_at, private)
    record = minuting.record
    secret = secret_acts(record)
    out = repr(public_record(record))
    assert not [word for word, seq in where.items() if seq in secret and word in out]


@given(st.data())
def test_meetings_alike_in_public_have_the_same_public_record(data: st.DataObject) -> None:
    public = st.lists(st.sampled_from((*SAYERS, *MOVES[:4])), min_size=1, max_size=4)
    private = st.lists(st.sampled_from(_IN_PRIVATE), min_size=2, max_size=5)
    one, other = started_at_desk(), started_at_desk()
    words = (letters(n) for n in count())
    for _ in range(2):
        for say in data.draw(public):
            word = next(words)
            one(say(word)), other(say(word))
        for both in (
            text.OpenItem(items=("8",)),
            meeting.Exclude(paragraphs=("1",)),
            text.Paragraph(text=prose("secret")),
        ):
            one(both), other(both)
        here = data.draw(private)
        there = data.draw(st.lists(st.sampled_from(_IN_PRIVATE), min_size=len(here), max_size=len(here)))
        for say, say_otherwise in zip(here, there, strict=True):
            one(say(next(words))), other(say_otherwise(next(words)))
        for both in (meeting.Summary(text=prose("They considered it.")), meeting.Readmit()):
            one(both), other(both)
    assert public_record(one.record) == public_record(other.record)


_STRANGERS = {
    room.Officer,
    room.OtherMember,
    room.Leave,
    room.Arrive,
    room.Absent,
    meeting.Adjourn,
    text.AddItem,
    text.UrgentItem,
}
_IN_PRIVATE = tuple(say for say in SAYERS if type(say("zqd")) not in _STRANGERS)


def started_at_desk() -> Minuting:
    """The small meeting, everybody here, begun, as the desk files it."""
    minuting = desk()
    minuting(room.Present(everyone=True))
    minuting(meeting.Start(), "14:00")
    return minuting


def paragraphs(record: Record) -> list[str]:
    return ["".join(map(str, b.act.text.parts)) for _, b in record.blocks() if isinstance(b.act, text.TextAct)]


@pytest.fixture
def private() -> Minuting:
    """In private session on item 7, with something said before and in it."""
    minuting = started_at_desk()
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
    minuting = started_at_desk()
    minuting(text.OpenItem(items=("8",)))
    minuting(text.Paragraph(text=prose("The family lived in Kiln Terrace.")))
    minuting(meeting.Restricted())
    minuting(text.MinuteHeading(text="A Family"))
    public = public_record(minuting.record)
    assert paragraphs(public) == []
    assert [entry.heading for entry in public.entries.values() if entry.items] == ["A Family"]


def test_private_jots_never_go_out_and_one_that_became_a_point_does() -> None:
    minuting = started_at_desk()
    jot = minuting(text.Jot(text=prose("Ask about the pond")))
    minuting(text.Jot(text=prose("Abbott cross about slides")))
    minuting(text.Promote(target=jot))
    assert paragraphs(public_record(minuting.record)) == ["Ask about the pond"]


def test_words_that_were_put_right_or_taken_back_do_not_go_out() -> None:
    minuting = started_at_desk()
    first = minuting(text.Paragraph(text=prose("Mr Grubb was drunk.")))
    minuting(corrections.Edit(target=first, revised=text.Paragraph(text=prose("Mr Grubb was late."))))
    second = minuting(text.Paragraph(text=prose("He swore.")))
    minuting(corrections.Undo(target=second))
    public = public_record(minuting.record)
    assert paragraphs(public) == ["Mr Grubb was late."]
    assert "drunk" not in repr(public) and "swore" not in repr(public)


def test_prepared_text_edited_in_the_meeting_still_counts_as_said() -> None:
    minuting = desk()
    minuting(text.OpenItem(items=("3",)))
    block = minuting(text.Paragraph(text=prose("The report asked for much.")))
    minuting(text.Paragraph(text=prose("Not yet confirmed.")))
    minuting(meeting.Start(), "14:00")
    minuting(corrections.Edit(target=block, revised=text.Paragraph(text=prose("The report asked for more."))))
    ready = [b for _, b in public_record(minuting.record).blocks() if not b.prepared]
    assert [b.act for b in ready] == [text.Paragraph(text=prose("The report asked for more."))]


def test_the_nature_of_a_sensitive_interest_goes_to_nobody() -> None:
    minuting = started_at_desk()
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
    minuting = desk()
    minuting(text.OpenItem(items=("7",)))
    assert is_restricted_now(minuting.record, text.Paragraph(text=prose("The bid was £2m.")))


def test_an_exempt_item_is_restricted_until_the_meeting_says_that_it_is_not() -> None:
    minuting = started_at_desk()
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
    minuting = started_at_desk()
    minuting(text.OpenItem(items=("3",)))
    minuting(text.Paragraph(text=prose("In public.")))
    minuting(meeting.Exclude())
    minuting(text.OpenItem(items=("8",)))
    minuting(text.OpenItem(items=("3",)))
    minuting(text.Paragraph(text=prose("In private.")))
    assert paragraphs(public_record(minuting.record)) == ["In public."]


def test_an_exclusion_for_a_sub_item_hides_that_sub_item_only() -> None:
    minuting = started_at_desk()
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
