"""A meeting in which every text that a meeting can hold is somebody's word: `support.hostile_words` gives the words."""

from __future__ import annotations

from boardtui.model.acts import Act, approval, business, corrections, interests, meeting, room, text
from boardtui.model.acts.business import Clause, Count, RollStep
from boardtui.model.acts.interests import Scope
from boardtui.model.acts.room import Excused
from boardtui.model.agenda import Agenda, Credit, Item, Listed, Recommendation, Section
from boardtui.model.law import Code, Consequence, OwnKind
from boardtui.model.people import Newcomer, Person, Seat, SeatKind
from boardtui.model.prose import Mention, Prose
from boardtui.model.record import Record
from boardtui.model.times import CalendarDay, ClockTime, Days
from boardtui.rules.confidentiality import is_restricted_now
from support.acts import Minuting
from support.hostile_words import Dealt, Kind

MEMBERS = ("hale", "pell", "nair", "orme")
PLAIN = Prose.of("Said plainly.")
"""What is put right: words come in its place."""
PRIVATE = "Jot.text"
"""The place of what no file has."""


def hostile_meeting(word: Dealt, house: str) -> Record:
    """The record, whole: what was said in private and approved minutes, too."""
    minuting = Minuting(_summons(word, house), restrict=is_restricted_now)
    for act in (*_opening(word), *_text(word), *_business(word), *_said_by_the_house(), *_private(word), *_end(word)):
        seq = minuting(act, _time_of(act))
        if isinstance(act, text.Paragraph) and act.text == PLAIN:
            minuting(corrections.Substitution(target=seq, old=PLAIN, new=_prose(word, "Substitution.new")))
    return minuting.record


def _time_of(act: Act) -> str | None:
    return "14:00" if isinstance(act, meeting.Start) else None


def _summons(word: Dealt, house: str) -> meeting.Summons:
    people = [
        Person(
            key=key,
            name=f"Cllr Ann {word('Person.name', Kind.WORD)}",
            post=word("Person.post", Kind.POST),
            organisation=word("Person.organisation", Kind.POST),
            group=word("Person.group", Kind.POST),
            long_organisation=word("Person.long_organisation"),
        )
        for key in MEMBERS
    ]
    people += [
        Person(key="bright", name=word("Person.name", Kind.WORD), post=word("Person.post", Kind.POST)),
        Person(key="quill", name=word("Person.name", Kind.WORD), long_organisation=word("Person.long_organisation")),
    ]
    seats = [
        Seat(kind=SeatKind.MEMBER, person=key, role=role)
        for key, role in zip(MEMBERS, ("Chair", word("Seat.role"), "", ""), strict=True)
    ]
    seats += [
        Seat(kind=SeatKind.OFFICER, person="bright"),
        Seat(kind=SeatKind.VACANCY, label=word("Seat.label")),
    ]
    return meeting.Summons(
        agenda=_agenda(word, house, author=people[-2].name), people=tuple(people), seats=tuple(seats)
    )


def _agenda(word: Dealt, house: str, *, author: str) -> Agenda:
    return Agenda(
        committee=word("Agenda.committee"),
        council=word("Agenda.council"),
        kind=word("Agenda.kind", Kind.WORD),
        date=CalendarDay(typed=word("CalendarDay.typed")),
        time=ClockTime(typed=word("ClockTime.typed")),
        place=word("Agenda.place"),
        house=house,
        next_number=word("Agenda.next_number", Kind.NUMBER) + "13",
        quorum=word("Agenda.quorum"),
        contact=word("Agenda.contact"),
        issued=word("Agenda.issued"),
        code=Code.MODEL,
        interests=(OwnKind(label=word("OwnKind.label", Kind.WORD), consequence=Consequence.LEAVE),),
        people=(_listed(word),),
        body=(Section(title=word("Section.title")), *_items(word, author)),
    )


def _listed(word: Dealt) -> Listed:
    return Listed(
        kind=SeatKind.SUBSTITUTE,
        name=word("Listed.name", Kind.WORD),
        role=word("Listed.role", Kind.POST),
        post=word("Listed.post", Kind.POST),
        organisation=word("Listed.organisation", Kind.POST),
        group=word("Listed.group", Kind.POST),
        stands_for=word("Listed.stands_for", Kind.POST),
    )


def _credit(word: Dealt, name: str) -> Credit:
    return Credit(
        words=f"{name} {word('Credit.words', Kind.POST)}",
        name=name,
        post=word("Credit.post", Kind.POST),
        organisation=word("Credit.organisation", Kind.POST),
    )


def _items(word: Dealt, author: str) -> tuple[Item | Section, ...]:
    full = Item(
        number=word("Item.number", Kind.NUMBER),
        title=word("Item.title"),
        pages=word("Item.pages"),
        report_of=(_credit(word, author),),
        presented_by=(_credit(word, word("Credit.name", Kind.WORD)),),
        lead=word("Item.lead"),
        papers=word("Item.papers"),
        purpose=word("Item.purpose"),
        notes=(word("Item.notes"),),
        recommendations=(Recommendation(text=word("Recommendation.text"), clauses=(word("Recommendation.clauses"),)),),
        motion=word("Item.motion"),
        moved_by=word("Item.moved_by"),
        seconded_by=word("Item.seconded_by"),
        draft=(word("Item.draft"),),
        subitems=(Item(number="(a)", title=word("Item.title")),),
    )
    others = [Item(number=str(number), title=word("Item.title")) for number in range(2, 6)]
    exempt = Item(number="6", title=word("Item.title"), exempt=word("Item.exempt"))
    return full, *others, Section(title=word("Section.title"), level=2, nil=True), exempt


def _newcomer(word: Dealt) -> Newcomer:
    return Newcomer(
        name=word("Newcomer.name", Kind.WORD),
        post=word("Newcomer.post", Kind.POST),
        organisation=word("Newcomer.organisation", Kind.POST),
        group=word("Newcomer.group", Kind.POST),
    )


def _opening(word: Dealt) -> list[Act]:
    own = word("Declare.label", Kind.WORD)
    return [
        room.Present(who=("hale", "pell", "nair")),
        room.Apologies(who=(Excused(person="orme", reason=word("Excused.reason")),)),
        room.Late(who=(Excused(person=_newcomer(word), reason=word("Excused.reason")),)),
        room.Absent(who=(Excused(person=_newcomer(word), reason=word("Excused.reason")),)),
        room.Officer(who=(_newcomer(word),)),
        room.OtherMember(who=(_newcomer(word),)),
        corrections.Rename(person="orme", name=f"Cllr Ann {word('Rename.name', Kind.WORD)}"),
        meeting.Start(),
        text.OpenItem(items=("1",)),
        interests.Declare(
            who=("nair",), scope=Scope(words=word("Scope.words")), label=own, nature=_prose(word, "Declare.nature")
        ),
        interests.Declare(who=("pell",), scope=Scope(items=("1", "2")), nature=_prose(word, "Declare.nature")),
        interests.Dispensation(who=("pell",), until=word("Dispensation.until"), text=word("Dispensation.text")),
        meeting.PreviousMinutes(
            of=Days(typed=word("Days.typed")), result=meeting.MinutesResult.SIGNED,
            correction=_prose(word, "PreviousMinutes.correction"),
        ),
        meeting.Signed(on=CalendarDay(typed=word("CalendarDay.typed")), by="hale"),
        room.Guest(who=(_newcomer(word),)),
        room.Arrive(who=("orme",), at=ClockTime(typed=word("ClockTime.typed")), reason=word("Arrive.reason")),
        room.Leave(who=("nair",), reason=word("Leave.reason")),
        room.Return(who=("nair",)),
        room.Elect(person="pell", office=word("Elect.office"), term=word("Elect.term")),
    ]  # fmt: skip


def _text(word: Dealt) -> list[Act]:
    return [
        text.OpenItem(items=("1.1",)),
        text.Paragraph(text=PLAIN),
        text.Paragraph(text=Prose.of(_introduced("bright"), " and ", _introduced("quill"), " spoke.")),
        text.Paragraph(text=_prose(word, "TextAct.text")),
        text.Continuation(text=_prose(word, "TextAct.text")),
        text.Bullet(text=_prose(word, "TextAct.text")),
        text.Bullet(text=_prose(word, "TextAct.text"), level=2),
        text.Point(text=_prose(word, "TextAct.text"), by="nair"),
        text.Answer(text=_prose(word, "TextAct.text")),
        text.Quotation(text=_prose(word, "TextAct.text")),
        text.Subheading(text=_prose(word, "TextAct.text")),
        text.Jot(text=_prose(word, PRIVATE)),
        text.TableRow(cells=(_prose(word, "TableRow.cells"), _prose(word, "TableRow.cells"))),
        text.TableRow(cells=(_prose(word, "TableRow.cells"), Prose.of("4"))),
        text.Reference(text=word("Reference.text")),
        text.OpenItem(items=("2",)),
        text.MinuteNumber(number=word("MinuteNumber.number")),
        text.MinuteHeading(text=word("MinuteHeading.text")),
        text.DeferItem(to=word("DeferItem.to"), reason=word("DeferItem.reason")),
        text.OpenItem(items=("5",)),
        text.WithdrawItem(reason=word("WithdrawItem.reason")),
        text.AddItem(title=word("AddItem.title")),
        text.Paragraph(text=Prose.of("Said.")),
        text.UrgentItem(title=word("UrgentItem.title"), reason=word("UrgentItem.reason")),
        text.Paragraph(text=Prose.of("Said.")),
    ]


def _business(word: Dealt) -> list[Act]:
    option = word("Count.option")
    return [
        text.OpenItem(items=("3",)),
        business.Resolve(text=_prose(word, "Resolve.text")),
        business.Resolve(text=_prose(word, "Resolve.text"), level=2),
        business.Resolve(text=_prose(word, "Resolve.text"), level=3),
        business.Verb(word=word("Verb.word")),
        business.Reason(text=_prose(word, "Reason.text")),
        text.Paragraph(text=Prose.of("Then.")),
        business.ResolveRecommendations(clauses=tuple(Clause(text=_prose(word, "Clause.text")) for _ in range(2))),
        business.Recommend(to=word("Recommend.to"), text=_prose(word, "Recommend.text")),
        business.Note(text=_prose(word, "Note.text")),
        business.Action(
            owners=("nair", _newcomer(word)), text=_prose(word, "Action.text"), due=CalendarDay(typed=word("CalendarDay.typed"))
        ),
        text.OpenItem(items=("4",)),
        business.Move(movers=("hale", "pell"), behalf=word("Proposal.behalf"), words=_prose(word, "Proposal.words")),
        business.Amend(movers=("nair",), behalf=word("Proposal.behalf"), words=_prose(word, "Proposal.words")),
        business.Vote(
            counts=(Count(option="for", number=1), Count(option="against", number=3)),
            method=word("Vote.method"), needing=word("Vote.needing"),
        ),
        business.Alter(words=_prose(word, "Alter.words")),
        business.Roll(
            steps=(RollStep(option="for", everyone=True), RollStep(option="against", group=word("RollStep.group")),
                   RollStep(option="against", people=("nair",))),
            needing=word("Roll.needing"),
        ),
        business.Move(movers=("hale",), words=_prose(word, "Proposal.words")),
        business.Vote(counts=(Count(option=option, number=2), Count(option="Later", number=2))),
        business.CastingVote(option=word("CastingVote.option")),
        business.Move(movers=("hale",), words=_prose(word, "Proposal.words")),
        business.Roll(steps=(RollStep(option=word("RollStep.option"), people=("hale", "nair")),)),
        business.Move(movers=("hale",), words=_prose(word, "Proposal.words")),
        business.Vote(counts=(Count(option="for", number=2), Count(option="against", number=2))),
        business.Lots(words=word("Lots.words")),
        business.MyVote(person="nair", option=word("MyVote.option")),
    ]  # fmt: skip


def _private(word: Dealt) -> list[Act]:
    return [
        text.OpenItem(items=("6",)),
        meeting.Exclude(paragraphs=(word("Exclude.paragraphs"),)),
        text.Paragraph(text=_prose(word, "TextAct.text")),
        meeting.Exclude(reason=word("Exclude.reason")),
        business.Resolve(text=_prose(word, "Resolve.text")),
        meeting.Summary(text=_prose(word, "Summary.text")),
        meeting.Readmit(),
    ]


def _said_by_the_house() -> list[Act]:
    """What is told in words of the house alone, which are somebody's here, too."""
    moves: list[Act] = []
    for fate in business.Fate:
        moves += [business.Move(movers=("hale", "pell"), words=Prose.of(f"it be {fate}")), business.Outcome(fate=fate)]
        moves += [
            business.Move(movers=("hale",), words=Prose.of(f"it be so, {fate}")), business.Amend(movers=("nair",)),
            business.Amend(movers=("pell",), words=Prose.of("not so")), business.Outcome(fate=fate),
        ]  # fmt: skip
    earlier = [meeting.PreviousMinutes(of=Days.read("1 May 2026"), result=result) for result in meeting.MinutesResult]
    return [
        text.OpenItem(items=("2", "5")),
        interests.DeclareNone(),
        interests.Declare(everyone=True, scope=Scope(whole_meeting=True)),
        interests.Declare(who=("orme",), by="hale", sensitive=True),
        interests.Arrears(who=("nair",)),
        meeting.NoMatters(),
        *earlier,
        meeting.NoMatters(),
        room.Remote(who=("bright",)),
        room.TakeChair(person="pell"),
        room.TakeChair(person="hale"),
        room.Leave(who=("nair",), span=room.Span.ITEM),
        room.Return(who=("nair",)),
        room.Leave(who=("nair",), span=room.Span.UNTIL, until="5"),
        room.Return(who=("nair",), at=ClockTime.read("12 noon")),
        room.Leave(who=("orme",), span=room.Span.GOOD, at=ClockTime.read("9.10 am")),
        room.Resign(person="orme"),
        *moves,
        *_votes(),
        meeting.Exclude(result=meeting.ExclusionResult.NOT_NEEDED),
        meeting.Exclude(result=meeting.ExclusionResult.NOT_RESOLVED),
        meeting.Adjourn(at=ClockTime.read("14:30")),
        meeting.Resume(at=ClockTime.read("14:40")),
    ]


def _votes() -> list[Act]:
    figures = ("for", 4), ("against", 2), ("abstained", 1), ("none", 1)
    counts = tuple(Count(option=option, number=number) for option, number in figures)
    named = tuple(RollStep(option=option, people=(key,)) for key, (option, _) in zip(MEMBERS, figures, strict=True))
    return [
        business.Move(movers=("hale",), words=Prose.of("the pond be dug")),
        business.Vote(counts=counts, needing="two thirds"),
        business.MyVote(person="nair", option="abstained"),
        business.MyVote(person="pell", option="against"),
        business.Move(movers=("hale",), words=Prose.of("the pond be filled")),
        business.Roll(steps=named, needing="3"),
        business.Move(movers=("hale",), words=Prose.of("the pond be left")),
        business.Vote(counts=(Count(option="for", number=2), Count(option="against", number=2))),
        business.CastingVote(option="against"),
        business.Resolve(text=Prose.of("the pond be looked at")),
        business.Move(movers=("pell", "nair")),
        business.Outcome(fate=business.Fate.UNANIMOUS),
    ]


def _end(word: Dealt) -> list[Act]:
    return [
        meeting.Adjourn(
            to_day=CalendarDay(typed=word("CalendarDay.typed")), to_time=ClockTime(typed=word("ClockTime.typed")),
            reason=word("Adjourn.reason"),
        ),
        meeting.Resume(at=ClockTime(typed=word("ClockTime.typed"))),
        meeting.Extend(until=ClockTime(typed=word("ClockTime.typed"))),
        meeting.NextMeeting(text=f"4 May 2027 7 pm, {word('NextMeeting.text')}"),
        meeting.Close(at=ClockTime(typed=word("ClockTime.typed"))),
        approval.Approved(
            draft=1, on=CalendarDay(typed=word("CalendarDay.typed")), by="next", signed_by=word("Approved.signed_by")
        ),
    ]  # fmt: skip


def _introduced(person: str) -> Mention:
    return Mention(person=person, introduced=True)


def _prose(word: Dealt, place: str) -> Prose:
    return Prose.of(word(place))
