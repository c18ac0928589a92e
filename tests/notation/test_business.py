"""Decisions, motions, votes and actions, row by row of the notation's tables."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import business, meeting, text
from boardtui.model.acts.base import Act
from boardtui.model.acts.business import Clause, Count, Fate, RollStep
from boardtui.model.people import Newcomer, Person, Seat, SeatKind
from boardtui.model.prose import Mention, Prose
from boardtui.model.times import CalendarDay
from boardtui.notation.context import Context
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from support.notation import context_of, in_item_three, record_of

CONTEXT = context_of(in_item_three())
HUGHES = Mention(person="hughes")
OF_ROADS = Prose.of("that roads be mended")
FOUR_DEC = CalendarDay.read("4 Dec")
REPORT = Prose.of("report back")


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("= the report be noted", business.Resolve(text=Prose.of("the report be noted"))),
        ("= , having read it, X", business.Resolve(text=Prose.of(", having read it, X"))),
        ("== first", business.Resolve(text=Prose.of("first"), level=2)),
        ("=== below", business.Resolve(text=Prose.of("below"), level=3)),
        ("=", business.ResolveRecommendations(clauses=(Clause(text=Prose.of("the report be noted")),))),
        (
            "/resolve the budget be set: ; == in May",
            business.ResolveRecommendations(
                clauses=(Clause(text=Prose.of("the budget be set:")), Clause(text=Prose.of("in May"), level=2))
            ),
        ),
        ("/recommend Cabinet: fees be frozen", business.Recommend(to="Cabinet", text=Prose.of("fees be frozen"))),
        ("/recommend fees be frozen", business.Recommend(to="", text=Prose.of("fees be frozen"))),
        ("/note the oral report", business.Note(text=Prose.of("the oral report"))),
        ("/verb ORDERED", business.Verb(word="ORDERED")),
        ("/reason unsafe", business.Reason(text=Prose.of("unsafe"))),
        ("/no decision", business.NoDecision()),
        ("! @hughes report back by 4 Dec", business.Action(owners=("hughes",), text=REPORT, due=FOUR_DEC)),
        ("! @hughes @patel: report back", business.Action(owners=("hughes", "patel"), text=REPORT)),
        (
            '! "Rob Allison", Trust; @patel: report back',
            business.Action(owners=(Newcomer(name="Rob Allison", organisation="Trust"), "patel"), text=REPORT),
        ),
        ("! report back by next meeting", business.Action(text=REPORT, due=CalendarDay.read("next meeting"))),
        ("! report back by bus", business.Action(text=Prose.of("report back by bus"))),
        ("! report: back", business.Action(text=Prose.of("report: back"))),
        ("! @hughes's team to report", business.Action(text=Prose.of(HUGHES, "'s team to report"))),
        ("! : @hughes to report", business.Action(text=Prose.of(HUGHES, " to report"))),
        ("! report back by [Easter]", business.Action(text=REPORT, due=CalendarDay.read("Easter"))),
    ],
)
def test_decisions(line: str, act: Act) -> None:
    assert parse(line, CONTEXT).act == act
    assert parse(show(act, CONTEXT), CONTEXT).act == act


NOW = Prose.of("it be done now")


@pytest.mark.parametrize(
    ("line", "movers", "words"),
    [
        ("/move Amina Hughes, Cllr Mary Collins: it be done now", ("hughes", "collins"), NOW),
        ("/move amina hughes and John Collins: it be done now", ("hughes", "collins-j"), NOW),
        ("/amend Amina Hughes: it be done now", ("hughes",), NOW),
        ("/move Amina Hughes, Tess Nobody: it be done", (), Prose.of("Amina Hughes, Tess Nobody: it be done")),
        ("/move Andrea Green: it be done", (), Prose.of("Andrea Green: it be done")),
        ("/move : Amina Hughes: it be done", (), Prose.of("Amina Hughes: it be done")),
    ],
)
def test_movers_by_their_full_names(line: str, movers: tuple[str, ...], words: Prose) -> None:
    act = parse(line, CONTEXT).act
    assert isinstance(act, business.Move | business.Amend)
    assert (act.movers, act.words) == (movers, words)
    assert parse(show(act, CONTEXT), CONTEXT).act == act


def with_officers(*posts: str) -> Context:
    """The meeting with an officer of each post: A Rowe, B Rowe …"""
    record = in_item_three()
    for number, post in enumerate(posts):
        key = f"rowe-{number}"
        record.people[key] = Person(key=key, name=f"{chr(65 + number)} Rowe", post=post)
        record.seats.append(Seat(kind=SeatKind.OFFICER, person=key))
    return context_of(record)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("! the Clerk to write to the owners", "to write to the owners"),
        ("! Clerk: ring Bonnets", "ring Bonnets"),
        ("! The clerk: ring Bonnets", "ring Bonnets"),
        ("! Town Clerk to ring Bonnets", "to ring Bonnets"),
        ("! @clerk ring Bonnets", "ring Bonnets"),
        ("! @clerk: ring Bonnets", "ring Bonnets"),
    ],
)
def test_the_only_clerk_owns_an_action_by_the_post(line: str, words: str) -> None:
    context = with_officers("Town Clerk", "Head of Roads")
    act = parse(line, context).act
    assert act == business.Action(owners=("rowe-0",), text=Prose.of(words))
    assert parse(show(act, context), context).act == act


@pytest.mark.parametrize("words", ["the Clerk to write", "Clerk: ring", "the clerk", "Roads: ring", "clerk to to"])
@pytest.mark.parametrize("posts", [(), ("Town Clerk",), ("Town Clerk", "Deputy Clerk")])
def test_an_action_nobody_owns_is_shown_so_that_no_clerk_does(posts: tuple[str, ...], words: str) -> None:
    context = with_officers(*posts)
    act = business.Action(text=Prose.of(words))
    assert parse(show(act, context), context).act == act


def test_of_two_clerks_neither_is_meant_but_by_the_whole_post() -> None:
    context = with_officers("Clerk to the Trust", "Deputy Clerk")
    assert parse("! the Clerk to write", context).act == business.Action(text=Prose.of("the Clerk to write"))
    assert parse("! the Deputy Clerk to write", context).act == business.Action(
        owners=("rowe-1",), text=Prose.of("to write")
    )
    with pytest.raises(Refusal, match="Nobody here is called @clerk"):
        parse("! @clerk ring Bonnets", context)


def test_a_post_is_text_where_it_is_written_as_text() -> None:
    context = with_officers("Town Clerk")
    act = text.Paragraph(text=Prose.of("Write to @clerk today."))
    assert parse(show(act, context), context).act == act
    assert parse("Write to @clerk today.", context).act == text.Paragraph(
        text=Prose.of("Write to ", Mention(person="rowe-0"), " today.")
    )


def test_a_bare_equals_is_shown_as_such_only_where_the_item_asks_for_just_that() -> None:
    asked = parse("=", CONTEXT).act
    assert show(asked, CONTEXT) == "="
    elsewhere = context_of(record_of(meeting.Start(), text.OpenItem(items=("4",))))
    assert show(asked, elsewhere) == "/resolve the report be noted"
    with pytest.raises(Refusal, match="no recommendation"):
        parse("=", elsewhere)


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/move @hughes @patel: that roads be mended", business.Move(movers=("hughes", "patel"), words=OF_ROADS)),
        (
            "/move @hughes for Labour Group: that roads be mended",
            business.Move(movers=("hughes",), behalf="Labour Group", words=OF_ROADS),
        ),
        ("/move @hughes: @patel be thanked", business.Move(movers=("hughes",),
                                                           words=Prose.of(Mention(person="patel"), " be thanked"))),
        ("/move @hughes @patel", business.Move(movers=("hughes", "patel"))),
        ("/move that roads be mended", business.Move(words=OF_ROADS)),
        ("/move that: roads", business.Move(words=Prose.of("that: roads"))),
        ("/move @hughes's motion be taken", business.Move(words=Prose.of(HUGHES, "'s motion be taken"))),
        ("/move :", business.Move()),
        ("/amend @okafor for Green Group: words", business.Amend(movers=("okafor",), behalf="Green Group",
                                                                 words=Prose.of("words"))),
        ("/amend", business.Amend()),
        ("/amend 1 @okafor @patel: words", business.Amend(movers=("okafor", "patel"), words=Prose.of("words"), to=1)),
        ("/amend 2 for Green Group: words", business.Amend(behalf="Green Group", words=Prose.of("words"), to=2)),
        ("/amend 1: words", business.Amend(words=Prose.of("words"), to=1)),
        ("/amend 1", business.Amend(to=1)),
        ("/amend 12 noon be put for 1 pm", business.Amend(words=Prose.of("12 noon be put for 1 pm"))),
        ("/amend 12 noon: the clock", business.Amend(words=Prose.of("12 noon: the clock"))),
        ("/second @patel", business.Second(who=("patel",))),
        ("/second", business.Second(who=())),
        ("/put 2", business.Put(target=2)),
        ("/put motion", business.Put(target=0)),
        ("/put 2.1", business.Put(target=2, below=1)),
        ("/alter that it be so", business.Alter(words=Prose.of("that it be so"))),
        ("/withdraw motion", business.Outcome(fate=Fate.WITHDRAWN)),
        ("/agreed", business.Outcome(fate=Fate.AGREED)),
        ("/not-put", business.Outcome(fate=Fate.NOT_PUT)),
        ("/CARRIED", business.Outcome(fate=Fate.CARRIED)),
    ],
)  # fmt: skip
def test_motions(line: str, act: Act) -> None:
    assert parse(line, CONTEXT).act == act


def test_a_bare_move_takes_the_motion_on_notice_with_its_movers() -> None:
    context = context_of(record_of(meeting.Start(), text.OpenItem(items=("5",))))
    taken = business.Move(movers=("hughes", "okafor"), words=Prose.of("that parking be free"), on_notice=True)
    assert parse("/move", context).act == taken
    assert show(taken, context) == "/move"
    assert show(taken, CONTEXT) == "/move on notice @hughes @okafor: that parking be free"
    with pytest.raises(Refusal, match="No motion on notice"):
        parse("/move", CONTEXT)


def test_a_bare_put_is_the_last_motion_moved_and_undecided() -> None:
    moved = (
        meeting.Start(),
        text.OpenItem(items=("3",)),
        business.Move(words=OF_ROADS),
        business.Amend(words=OF_ROADS),
    )
    assert parse("/put", context_of(record_of(*moved))).act == business.Put(target=1)
    lost = (*moved, business.Outcome(fate=Fate.LOST))
    assert parse("/put", context_of(record_of(*lost))).act == business.Put(target=0)


def ayes(*numbers: int | None) -> tuple[Count, ...]:
    options = zip(("for", "against", "abstained"), numbers, strict=False)
    return tuple(Count(option=option, number=number) for option, number in options)


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/vote 7 2 1", business.Vote(counts=ayes(7, 2, 1))),
        ("/vote 7", business.Vote(counts=ayes(7))),
        ("/vote 7 ? 1", business.Vote(counts=ayes(7, None, 1))),
        ("/vote 5-1", business.Vote(counts=ayes(5, 1))),
        ("/vote 5 – 1 – 2 by ballot", business.Vote(counts=ayes(5, 1, 2), method="ballot")),
        ("/vote 5 to 1", business.Vote(counts=ayes(5, 1))),
        ("/vote 5 for, none against", business.Vote(counts=ayes(5, 0))),
        ("/vote 5 for 1 against", business.Vote(counts=ayes(5, 1))),
        ("/vote 5 for, 1 against, 2 abstentions", business.Vote(counts=ayes(5, 1, 2))),
        ("/vote 5 in favour, 1 opposed and 1 abstained needing 4", business.Vote(counts=ayes(5, 1, 1), needing="4")),
        ("/vote 5 for; 1 against", business.Vote(counts=ayes(5, 1))),
        ("/vote 5 ayes 1 abstention 2 not voting",
         business.Vote(counts=(Count(option="for", number=5), Count(option="abstained", number=1),
                               Count(option="none", number=2)))),
        ("/recount 5-2", business.Recount(counts=ayes(5, 2))),
        ("/vote", business.Vote(counts=())),
        ("/vote by ballot", business.Vote(counts=(), method="ballot")),
        ("/vote 20 11 by show of hands needing two thirds",
         business.Vote(counts=ayes(20, 11), method="show of hands", needing="two thirds")),
        ("/vote 20 11 needing 31", business.Vote(counts=ayes(20, 11), needing="31")),
        ("/vote Proceed 8; Defer 8 by ballot",
         business.Vote(counts=(Count(option="Proceed", number=8), Count(option="Defer", number=8)), method="ballot")),
        ("/vote Tender A ?", business.Vote(counts=(Count(option="Tender A"),))),
        ('/vote "by train" 3', business.Vote(counts=(Count(option="by train", number=3),))),
        ("/recount 6 7 1", business.Recount(counts=ayes(6, 7, 1))),
        ("/recount all for; against @patel",
         business.Recount(steps=(RollStep(option="for", everyone=True), RollStep(option="against", people=("patel",))))),
        ('/recount "8" for', business.Recount(steps=(RollStep(option="for", group="8"),))),
        ("/recount 8 for", business.Recount(counts=ayes(8))),
        ("/roll", business.Roll(steps=())),
        ("/roll all against; for @hughes @patel; none @okafor",
         business.Roll(steps=(RollStep(option="against", everyone=True), RollStep(option="for", people=("hughes", "patel")),
                              RollStep(option="none", people=("okafor",))))),
        ("/recorded Labour for; for Green Group; @patel against",
         business.Roll(steps=(RollStep(option="for", group="Labour"), RollStep(option="for", group="Green Group"),
                              RollStep(option="against", people=("patel",))))),
        ("/roll all for needing 31", business.Roll(steps=(RollStep(option="for", everyone=True),), needing="31")),
        ("/roll Labour in favour; noes Green Group; @patel abstained",
         business.Roll(steps=(RollStep(option="in favour", group="Labour"), RollStep(option="noes", group="Green Group"),
                              RollStep(option="abstained", people=("patel",))))),
        ("/casting for", business.CastingVote(option="for")),
        ("/lots @hughes", business.Lots(person="hughes")),
        ("/lots the blue card", business.Lots(words="the blue card")),
        ("/lots", business.Lots()),
        ("/myvote @patel against", business.MyVote(person="patel", option="against")),
    ],
)  # fmt: skip
def test_votes(line: str, act: Act) -> None:
    assert parse(line, CONTEXT).act == act


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("/vote seven two", "“seven two” is no option with its figure.", "/vote 7 2 1"),
        ("/vote for 7, against 2", "no option with its figure", "; Defer 8"),
        ("/vote 5 for 1 for", "no option with its figure", "; Defer 8"),
        ("/vote 7 2 1 0", "no option with its figure", "/vote 7 2 1"),
        ("/roll all for, against @patel", "part the steps with ;", "/roll"),
        ("/roll for", "“for” doesn't say who", "/roll"),
        ("/roll Labour maybe", "“Labour maybe”", "/roll"),
        ("/put it", "number of an amendment", "/put"),
        ("/withdraw", "the motion, or the item?", "/withdraw"),
        ("/carried by ten", "/carried stands alone.", "line of its own"),
        ("/carried by all", "/carried stands alone.", "Write /unanimous"),
        ("/carried unanimously", "/carried stands alone.", "Write /unanimous"),
        ("/agreed by all members", "/agreed stands alone.", "Write /unanimous"),
        ("/unanimous all in favour", "/unanimous stands alone.", "Take the rest away."),
        ("/vote all", "“/vote all” gives no figures.", "Write /unanimous"),
        ("/vote all in favour", "gives no figures", "Write /unanimous"),
        ("/vote unanimous", "gives no figures", "Write /unanimous"),
        ("/vote carried unanimously.", "gives no figures", "Write /unanimous"),
        ("/all in favour", "There is no command /all.", "Did you mean /unanimous?"),
        ("/myvote @patel", "how they voted", "/myvote"),
        ("/no", "“decision”", "/no decision"),
        ("! by 4 Dec", "what is to be done", "!"),
        ("! @stranger report", "Nobody here is called @stranger.", "New Name"),
        ("/recommend Cabinet:", "whom to", "/recommend"),
        ("/carrid", "There is no command /carrid.", "/carried"),
        ("/resolution", "There is no command", "Did you mean ="),
    ],
)
def test_what_is_not_understood_names_what_is_nearest(line: str, message: str, hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(line, CONTEXT)
    assert message in refused.value.message
    assert hint in refused.value.hint
