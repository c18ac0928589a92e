"""A small meeting to read lines in, and strategies for acts of every kind."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from hypothesis import strategies as st

from boardtui.model.acts import approval, business, corrections, interests, meeting, room, text
from boardtui.model.acts.base import Act, Filed
from boardtui.model.agenda import Agenda, Item, Recommendation
from boardtui.model.people import Newcomer, Person, Seat, SeatKind, can_be_name
from boardtui.model.prose import AtSign, Mention, Prose
from boardtui.model.record import Record
from boardtui.model.replay import Replay
from boardtui.model.text import clean_line, fold
from boardtui.model.times import CalendarDay, ClockTime, Days
from boardtui.notation.context import Context

PEOPLE = (
    Person(key="hughes", name="Councillor Amina Hughes", group="Labour"),
    Person(key="patel", name="Councillor Patel", group="Conservative"),
    Person(key="okafor", name="Councillor J Okafor", group="Green Group"),
    Person(key="collins", name="Cllr Mary Collins", group="Labour"),
    Person(key="collins-j", name="Cllr John Collins", group="Labour"),
    Person(key="mann", name="Ann Mann", organisation="Harbour Trust"),
    Person(key="manning", name="Mr Bob Manning", organisation="Harbour Trust"),
    Person(key="obrien", name="Siân O’Brien", post="Director of Public Health"),
    Person(key="lindqvist", name="Dr Ruth Lindqvist-Øre", organisation="University Hospitals Severn and Wye"),
    Person(key="mare", name="Walter de la Mare", organisation="Fire and Rescue Service"),
    Person(key="green", name="Andrea Green"),
    Person(key="green-2", name="Andrea Green"),
    Person(key="stocking", name="Donna: Stocking (J)"),
)
UNSAID = (meeting.Summons, corrections.Erase, corrections.Salvage, approval.Approved, approval.Reopened)
"""The acts that no line says."""
MEMBERS = ("hughes", "patel", "okafor", "collins", "collins-j")

AGENDA = Agenda(
    committee="Harbour Board",
    date=CalendarDay.read("4 September 2017"),
    time=ClockTime.read("14:00"),
    body=(
        Item(number="1", title="Apologies"),
        Item(
            number="2",
            title="Minutes",
            subitems=(
                Item(number="(a)", title="To agree the minutes of the meeting held on 10 July 2017"),
                Item(number="(b)", title="Matters arising"),
            ),
        ),
        Item(number="3", title="Roof repairs", recommendations=(Recommendation(text="note the report"),)),
        Item(number="4", title="Routes to school", subitems=(Item(number="(a)", title="Matters arising"),)),
        Item(
            number="5", title="Parking", motion="that parking be free", moved_by="Cllr Hughes", seconded_by="J Okafor"
        ),
        Item(number="50/19", title="Planning: Mill Lane"),
        Item(number="50/19", title="Planning: High Street"),
        Item(number="FGB 38/2021", title="Governors’ visit"),
        Item(number=None, title="Question from a resident"),
        Item(number=None, title="Any other business"),
        Item(number=None, title="Any other business"),
        Item(number="9", title="Tender for the ferry", exempt="3"),
        Item(number="10", title="Lease of the slipway", exempt="3"),
    ),
)
SUMMONS = meeting.Summons(
    agenda=AGENDA,
    people=PEOPLE,
    seats=tuple(Seat(kind=SeatKind.MEMBER, person=key, role="Chair" if key == "hughes" else "") for key in MEMBERS),
)


def filed(seq: int, act: Act, at: str = "") -> Filed:
    """An act in the book."""
    time = ClockTime.read(at) if at else None
    return Filed(seq, "harbour", f"2017-09-04T14:{seq % 60:02}:00Z", time, "clerk", "", False, act)


def record_of(*acts: Act) -> Record:
    """The record after these acts, which follow the summons."""
    replay = Replay()
    for seq, act in enumerate((SUMMONS, *acts), start=1):
        replay.file(filed(seq, act))
    return replay.record


def in_item_three() -> Record:
    """A meeting that has started, and has two blocks and a jot under its third item."""
    return record_of(
        meeting.Start(at=ClockTime.read("14:00")),
        room.Present(who=("hughes", "patel", "collins")),
        room.Apologies(who=(room.Excused(person="okafor"),)),
        text.OpenItem(items=("3",)),
        text.Jot(text=Prose.of("ask about the slates")),
        text.Paragraph(text=Prose.of("The report set out the costs noted by ", Mention(person="green"), ".")),
        text.Bullet(text=Prose.of("a point that was taken back")),
        corrections.Undo(target=8),
    )


def context_of(record: Record, **more: Any) -> Context:
    """A context with two stock phrases."""
    phrases = {"cr": "The {body} considered a report of @hughes.", "noted": "= the report be noted"}
    return dataclasses.replace(Context(record, phrases=phrases, live={"body": "Board; @hughes"}), **more)


# Strategies

_HARD = "@;:/\\|()[]\"'’,.-=?!>+~# \t"
_LETTERS = "abcdeghimnoprstyzABHS019éñß\u0301\u0338한\u00a0"
_PIECES = st.sampled_from(
    (
        "@hughes", "@green", "@nobody", "@@", '@"', "a@b.c", ";cr", "; left", " by 4 Dec", " for ", " to ", ": ", "s/a/b/",
        "/vote", "\\", "\\\\", "[14:32] ", "(x)", "none", "all", " needing ", " by ", "until 9", "personal ", "motion 2 ",
        "5 ", "14:20", "sensitive ", '"FGB 38/2021"', "corrected ", "; ", "- ", "== ", "@collins.m", "'s ", "#57 ",
    )
)  # fmt: skip
hard_text = st.lists(
    st.one_of(
        _PIECES, st.text(st.sampled_from(_HARD + _LETTERS), max_size=6), st.sampled_from(("word", " and ", "the "))
    ),
    max_size=5,
).map("".join)
"""Text that is full of what means something in a line."""

words = hard_text.map(clean_line)
given_words = words.filter(bool)
keys = st.sampled_from([person.key for person in PEOPLE])
mentions = st.builds(Mention, person=keys, introduced=st.booleans())
at_signs = st.just((AtSign(sign="@"), "zebra"))
prose = st.lists(st.one_of(hard_text, mentions, at_signs), max_size=4).map(
    lambda parts: Prose(tuple(one for part in parts for one in (part if isinstance(part, tuple) else (part,))))
)
lines = prose.filter(lambda p: any(not isinstance(part, str) or part.strip() for part in p.parts))
item_keys = st.sampled_from([key for key, _, _ in AGENDA.keyed()])
several_items = st.lists(item_keys, min_size=1, max_size=3, unique=True).map(tuple)
known = st.lists(keys, min_size=1, max_size=3).map(tuple)
times = st.one_of(
    st.sampled_from(
        (
            "14:20", "2.20 pm", "2pm", "1420", "noon", "?", "after lunch", "[x]", "until 9", "at 3 pm", "for item", "now",
            "2.32", "08:05", "8:05 am",
        )
    ).map(ClockTime.read),
    given_words.map(ClockTime.read),
    st.just(ClockTime(typed="2.32", at=dt.time(14, 32))),
)  # fmt: skip
maybe_time = st.none() | times
before_a_line = st.sampled_from(("14:20", "2.20 pm", "noon", "?")).map(ClockTime.read)
"""Times that can stand in brackets before a line."""
days = st.one_of(
    st.sampled_from(
        ("4 December 2017", "Monday, 10th April, 2017", "2017-12-04", "4 Dec", "next meeting", "5.12", "Easter")
    ),
    given_words,
).map(CalendarDay.read)


def _slot(value: str) -> str:
    return clean_line(value.replace("|", "").replace(";", ""))


slots = words.map(_slot)
names = st.one_of(
    st.sampled_from(
        ("Rob Allison", "Mr Murphy", "Dr A-B Côté", "Jo Day, MBE", "all", "None", "Andrea Green", "Ms X (J)")
    ),
    hard_text.map(lambda value: clean_line(value.replace("|", "").replace(";", "").replace('"', "").lstrip("@ "))),
).filter(lambda name: bool(fold(name)) and can_be_name(name))
newcomers = st.builds(Newcomer, name=names, post=slots, organisation=slots, group=slots)
refs = st.one_of(keys, keys, newcomers)
several_refs = st.lists(refs, min_size=1, max_size=3).map(tuple)
excused = st.lists(st.builds(room.Excused, person=refs, reason=words), min_size=1, max_size=3).map(tuple)
figures = st.integers(0, 999_999_999) | st.integers(0, 12)
options = st.sampled_from(("for", "against", "abstained", "none", "Tender A", "7")) | given_words
counts = st.one_of(
    st.builds(
        lambda numbers: tuple(
            business.Count(option=o, number=n) for o, n in zip(("for", "against", "abstained"), numbers, strict=False)
        ),
        st.lists(st.none() | figures, min_size=1, max_size=3),
    ),
    st.lists(st.builds(business.Count, option=options, number=st.none() | figures), min_size=1, max_size=3).map(tuple),
)
scopes = st.one_of(
    st.just(interests.Scope()),
    st.builds(interests.Scope, items=several_items),
    st.builds(interests.Scope, motion=st.integers(0, 4)),
    st.just(interests.Scope(whole_meeting=True)),
    st.builds(interests.Scope, words=words | st.just("FGB 38/2021")),
)
labels = st.sampled_from(("", "dpi", "personal", "personal and prejudicial", "DPI")) | words
conducts = st.lists(st.sampled_from(list(interests.Conduct)), max_size=3).map(tuple)
clauses = st.lists(
    st.builds(business.Clause, text=lines, level=st.sampled_from((1, 2, 3))), min_size=1, max_size=3
).map(tuple)
seqs = st.integers(0, 12) | st.just(10**15 - 1)


def _roll_steps() -> st.SearchStrategy[business.RollStep]:
    return st.one_of(
        st.builds(business.RollStep, option=options, everyone=st.just(True)),
        st.builds(business.RollStep, option=options, group=given_words | st.just("Labour")),
        st.builds(business.RollStep, option=options, people=known),
    )


def _whose(kind: type[Act], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Act]:
    return st.one_of(
        st.builds(kind, who=known, **fields),
        st.builds(kind, everyone=st.just(True), **fields),
    )


def _spoken(kind: type[text.Spoken]) -> st.SearchStrategy[Act]:
    def sayable(parts: Prose) -> bool:
        said = text.Paragraph(text=parts).text.parts
        return not (len(said) > 1 and isinstance(said[0], Mention) and str(said[1])[:1].isspace())

    return st.one_of(st.builds(kind, text=lines, by=keys), st.builds(kind, text=lines.filter(sayable)))


def _unless_none(value: str) -> bool:
    return value.casefold() != "none"


_leave = {"who": known, "at": maybe_time, "reason": words}
_TEXTS: dict[type[Act], st.SearchStrategy[Act]] = {
    text.Paragraph: st.builds(text.Paragraph, text=lines),
    text.Continuation: st.builds(text.Continuation, text=lines),
    text.Bullet: st.builds(text.Bullet, text=lines, level=st.sampled_from((1, 2))),
    text.Point: _spoken(text.Point),
    text.Answer: _spoken(text.Answer),
    text.Quotation: st.builds(text.Quotation, text=lines),
    text.TableRow: st.builds(text.TableRow, cells=st.lists(prose, min_size=1, max_size=3).map(tuple)),
    text.Subheading: st.builds(text.Subheading, text=lines),
    text.Jot: st.builds(text.Jot, text=lines),
    text.Promote: st.builds(text.Promote, target=seqs),
    text.OpenItem: st.builds(text.OpenItem, items=several_items),
    text.AddItem: st.builds(text.AddItem, title=given_words),
    text.UrgentItem: st.builds(text.UrgentItem, title=given_words, reason=words),
    text.MinuteNumber: st.builds(text.MinuteNumber, number=st.none() | given_words.filter(_unless_none)),
    text.MinuteHeading: st.builds(text.MinuteHeading, text=st.none() | given_words.filter(_unless_none)),
    text.Reference: st.builds(text.Reference, text=given_words),
    text.DeferItem: st.builds(text.DeferItem, to=words, reason=words),
    text.WithdrawItem: st.builds(text.WithdrawItem, reason=words),
    text.Prepared: st.just(text.Prepared()),
    text.Done: st.just(text.Done()),
}
_ROOM: dict[type[Act], st.SearchStrategy[Act]] = {
    room.Present: st.one_of(st.just(room.Present(everyone=True)), st.builds(room.Present, who=several_refs)),
    room.Substitute: st.builds(room.Substitute, person=refs, stands_for=st.just("") | keys),
    room.OtherMember: st.builds(room.OtherMember, who=several_refs),
    room.Officer: st.builds(room.Officer, who=several_refs),
    room.Guest: st.builds(room.Guest, who=several_refs),
    room.Public: st.builds(room.Public, number=figures),
    room.Remote: st.builds(room.Remote, who=several_refs),
    room.Apologies: st.builds(room.Apologies, who=excused),
    room.Late: st.builds(room.Late, who=excused),
    room.Absent: st.builds(room.Absent, who=excused),
    room.Arrive: st.builds(room.Arrive, who=several_refs, at=maybe_time, reason=words),
    room.Leave: st.one_of(
        st.builds(room.Leave, span=st.sampled_from((room.Span.OPEN, room.Span.ITEM, room.Span.GOOD)), **_leave),
        st.builds(room.Leave, span=st.just(room.Span.UNTIL), until=item_keys, **_leave),
    ),
    room.Return: st.builds(room.Return, who=known, at=maybe_time),
    room.TakeChair: st.builds(room.TakeChair, person=refs),
    room.Elect: st.builds(room.Elect, person=keys, office=words, term=words),
    room.Coopt: st.builds(room.Coopt, person=refs),
    room.Resign: st.builds(room.Resign, person=keys),
    room.WaitToSpeak: st.builds(room.WaitToSpeak, who=known),
    room.CallSpeaker: st.just(room.CallSpeaker()),
    room.SpeakersDone: st.just(room.SpeakersDone()),
}
_INTERESTS: dict[type[Act], st.SearchStrategy[Act]] = {
    interests.DeclareNone: st.just(interests.DeclareNone()),
    interests.Declare: _whose(
        interests.Declare, by=st.just("") | keys, scope=scopes, label=labels, nature=prose, sensitive=st.booleans(),
        conduct=conducts,
    ),
    interests.Dispensation: _whose(interests.Dispensation, scope=scopes, until=words, text=words),
    interests.Arrears: st.builds(interests.Arrears, who=known),
}  # fmt: skip
_proposal = {"movers": st.just(()) | known, "behalf": words}
_BUSINESS: dict[type[Act], st.SearchStrategy[Act]] = {
    business.Resolve: st.builds(business.Resolve, text=lines, level=st.sampled_from((1, 2, 3))),
    business.ResolveRecommendations: st.builds(business.ResolveRecommendations, clauses=clauses),
    business.Recommend: st.builds(business.Recommend, to=words, text=lines),
    business.Note: st.builds(business.Note, text=lines),
    business.Verb: st.builds(business.Verb, word=given_words),
    business.Reason: st.builds(business.Reason, text=lines),
    business.Action: st.builds(business.Action, owners=st.just(()) | several_refs, text=lines, due=st.none() | days),
    business.Move: st.one_of(
        st.builds(business.Move, words=st.none() | lines, **_proposal),
        st.builds(business.Move, words=lines, on_notice=st.just(True), **_proposal),
    ),
    business.Amend: st.builds(business.Amend, words=st.none() | lines, to=st.just(0) | figures, **_proposal),
    business.Second: st.builds(business.Second, who=st.just(()) | known),
    business.Put: st.builds(business.Put, target=figures, below=st.just(0) | figures),
    business.Vote: st.builds(business.Vote, counts=st.just(()) | counts, method=words, needing=words),
    business.Roll: st.builds(business.Roll, steps=st.lists(_roll_steps(), max_size=3).map(tuple), needing=words),
    business.CastingVote: st.builds(business.CastingVote, option=options),
    business.Lots: st.one_of(st.builds(business.Lots, person=keys), st.builds(business.Lots, words=words)),
    business.MyVote: st.builds(business.MyVote, person=keys, option=options),
    business.Recount: st.one_of(
        st.builds(business.Recount, counts=counts),
        st.builds(business.Recount, steps=st.lists(_roll_steps(), min_size=1, max_size=3).map(tuple)),
    ),
    business.Outcome: st.builds(business.Outcome, fate=st.sampled_from(list(business.Fate))),
    business.Alter: st.builds(business.Alter, words=lines),
    business.NoDecision: st.just(business.NoDecision()),
}
_MEETING: dict[type[Act], st.SearchStrategy[Act]] = {
    meeting.Start: st.builds(meeting.Start, at=maybe_time),
    meeting.PreviousMinutes: st.builds(
        meeting.PreviousMinutes,
        of=st.sampled_from(("11 and 18 October 2017", "10 April 2017", "")).map(Days.read) | words.map(Days.read),
        result=st.sampled_from(list(meeting.MinutesResult)),
        correction=prose,
    ),
    meeting.NoMatters: st.just(meeting.NoMatters()),
    meeting.Signed: st.builds(meeting.Signed, on=days, by=st.just("") | keys),
    meeting.Adjourn: st.builds(
        meeting.Adjourn, at=maybe_time, to_day=st.none() | days, to_time=maybe_time, reason=words
    ),
    meeting.Resume: st.builds(meeting.Resume, at=maybe_time, day=st.none() | days),
    meeting.Exclude: st.builds(
        meeting.Exclude,
        result=st.sampled_from(list(meeting.ExclusionResult)),
        paragraphs=st.lists(given_words | st.sampled_from(("3", "12A")), max_size=3).map(tuple),
        items=st.just(()) | several_items,
        reason=words,
    ),
    meeting.Readmit: st.just(meeting.Readmit()),
    meeting.Restricted: st.just(meeting.Restricted()),
    meeting.Summary: st.builds(meeting.Summary, text=lines),
    meeting.Release: st.builds(meeting.Release, items=several_items),
    meeting.Extend: st.builds(meeting.Extend, until=times),
    meeting.NextMeeting: st.builds(meeting.NextMeeting, text=given_words),
    meeting.Close: st.builds(meeting.Close, at=maybe_time),
}
_SIMPLE = _TEXTS | _ROOM | _INTERESTS | _BUSINESS | _MEETING
_CORRECTIONS: dict[type[Act], st.SearchStrategy[Act]] = {
    corrections.Undo: st.builds(corrections.Undo, target=seqs),
    corrections.Redo: st.builds(corrections.Redo, target=seqs),
    corrections.Substitution: st.builds(
        corrections.Substitution, target=seqs, old=prose.filter(bool), new=prose, whole_item=st.booleans()
    ),
    corrections.Strike: st.builds(corrections.Strike, target=seqs),
    corrections.Edit: st.builds(corrections.Edit, target=seqs, revised=st.one_of(*_SIMPLE.values())),
    corrections.Insert: st.builds(
        corrections.Insert, target=seqs, said=st.one_of(*_SIMPLE.values()), at=st.none() | before_a_line
    ),
    corrections.Shift: st.builds(corrections.Shift, target=seqs, down=st.booleans()),
    corrections.Override: st.builds(corrections.Override, reason=words, target=st.none() | seqs.filter(bool))
    | st.builds(corrections.Override, reason=words, target=seqs.filter(bool), lack=st.sampled_from(("", "seconder"))),
    corrections.Rename: st.builds(corrections.Rename, person=keys, name=names),
}
ACTS: dict[type[Act], st.SearchStrategy[Act]] = _SIMPLE | _CORRECTIONS
"""A strategy for every kind of act but the summons."""
