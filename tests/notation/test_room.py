"""The room and interests, row by row of the notation's tables."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import interests, room
from boardtui.model.acts.base import Act
from boardtui.model.acts.interests import Conduct, Scope
from boardtui.model.acts.room import Span
from boardtui.model.people import Newcomer
from boardtui.model.prose import Mention, Prose
from boardtui.model.times import ClockTime
from boardtui.notation.parse import parse
from support.notation import context_of, in_item_three

CONTEXT = context_of(in_item_three())
TWENTY_PAST = ClockTime.read("14:20")
BAXTER = Newcomer(name="Sarah Baxter", organisation="Centre for Health")


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/present all", room.Present(everyone=True)),
        ("/present @hughes @patel", room.Present(who=("hughes", "patel"))),
        ("/sub Sarah Baxter, Centre for Health for @patel", room.Substitute(person=BAXTER, stands_for="patel")),
        ("/sub Sarah Baxter, Centre for Health", room.Substitute(person=BAXTER)),
        ("/sub Sarah Baxter, Centre for Health for Amina Hughes", room.Substitute(person=BAXTER, stands_for="hughes")),
        ("/sub Ann Mann for Cllr Mary Collins", room.Substitute(person="mann", stands_for="collins")),
        ("/sub @mann for @patel", room.Substitute(person="mann", stands_for="patel")),
        ("/other Councillor Gray", room.OtherMember(who=(Newcomer(name="Councillor Gray"),))),
        ("/public 11", room.Public(number=11)),
        ("/remote @patel", room.Remote(who=("patel",))),
        ("/absent @patel", room.Absent(who=(room.Excused(person="patel"),))),
        ("/arrive @patel 14:20", room.Arrive(who=("patel",), at=TWENTY_PAST)),
        ("/arrive @patel at 14:20 (train)", room.Arrive(who=("patel",), at=TWENTY_PAST, reason="train")),
        ("/arrive @patel", room.Arrive(who=("patel",))),
        ("/arrive @patel now", room.Arrive(who=("patel",))),
        ("/leave @patel now for item", room.Leave(who=("patel",), span=Span.ITEM)),
        ("/return @patel now", room.Return(who=("patel",))),
        ("/arrive @patel ?", room.Arrive(who=("patel",), at=ClockTime.read("?"))),
        ("/arrive @patel [after lunch]", room.Arrive(who=("patel",), at=ClockTime.read("after lunch"))),
        ("/leave @hughes @patel 14:20 (work)", room.Leave(who=("hughes", "patel"), at=TWENTY_PAST, reason="work")),
        ("/leave @patel 2.20 pm for item", room.Leave(who=("patel",), at=ClockTime.read("2.20 pm"), span=Span.ITEM)),
        ("/leave @patel for this item", room.Leave(who=("patel",), span=Span.ITEM)),
        ("/leave @patel for good (ill)", room.Leave(who=("patel",), span=Span.GOOD, reason="ill")),
        ("/leave @patel (ill) for good", room.Leave(who=("patel",), span=Span.GOOD, reason="ill")),
        ("/leave @patel 14:20 until 5", room.Leave(who=("patel",), at=TWENTY_PAST, span=Span.UNTIL, until="5")),
        ("/return @patel 14:20", room.Return(who=("patel",), at=TWENTY_PAST)),
        ("/chair @patel", room.TakeChair(person="patel")),
        ("/elect @patel Deputy Chair for 2017/18", room.Elect(person="patel", office="Deputy Chair", term="2017/18")),
        ("/elect @patel Champion for Children", room.Elect(person="patel", office="Champion for Children")),
        ("/elect @patel Lead for Roads; life", room.Elect(person="patel", office="Lead for Roads", term="life")),
        ("/elect @patel", room.Elect(person="patel", office="")),
        ("/coopt Donna Field", room.Coopt(person=Newcomer(name="Donna Field"))),
        ("/resign @okafor", room.Resign(person="okafor")),
        ("/speak @hughes @patel", room.WaitToSpeak(who=("hughes", "patel"))),
        ("/speak", room.CallSpeaker()),
        ("/speak done", room.SpeakersDone()),
    ],
)
def test_the_room(line: str, act: Act) -> None:
    assert parse(line, CONTEXT).act == act


def declared(**more: object) -> interests.Declare:
    return interests.Declare(**({"who": ("patel",)} | more))


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/declare none", interests.DeclareNone()),
        ("/declare @patel", declared()),
        (
            "/declare @patel 5 dpi owns a flat in the road; left",
            declared(
                scope=Scope(items=("5",)), label="dpi", nature=Prose.of("owns a flat in the road"), conduct=(Conduct.LEFT,)
            ),
        ),
        ("/declare @patel 3 5", declared(scope=Scope(items=("3", "5")))),
        (
            "/declare @patel item 5 personal a member",
            declared(scope=Scope(items=("5",)), label="personal", nature=Prose.of("a member")),
        ),
        ("/declare @patel items 3 and 5", declared(scope=Scope(items=("3", "5")))),
        ("/declare @patel item of furniture", declared(nature=Prose.of("item of furniture"))),
        ("/declare @patel all", declared(scope=Scope(whole_meeting=True))),
        ("/declare @patel motion", declared(scope=Scope(motion=0))),
        ("/declare @patel motion 2 ori", declared(scope=Scope(motion=2), label="ori")),
        ('/declare @patel "list of payments" personal', declared(scope=Scope(words="list of payments"), label="personal")),
        (
            "/declare @patel 5 Personal and Prejudicial: knows @green",
            declared(
                scope=Scope(items=("5",)), label="personal and prejudicial", nature=Prose.of("knows @green")
            ),
        ),
        ("/declare @patel 5 [close associate] x", declared(scope=Scope(items=("5",)), label="close associate",
                                                           nature=Prose.of("x"))),
        ("/declare @patel 5 sensitive; left", declared(scope=Scope(items=("5",)), sensitive=True, conduct=(Conduct.LEFT,))),
        (
            "/declare @patel; stayed, spoke and did not vote",
            declared(conduct=(Conduct.STAYED, Conduct.SPOKE, Conduct.DID_NOT_VOTE)),
        ),
        ("/declare @patel 5 dpi a flat; and a house", declared(scope=Scope(items=("5",)), label="dpi",
                                                               nature=Prose.of("a flat; and a house"))),
        ("/declare @hughes for @patel 5", declared(by="hughes", scope=Scope(items=("5",)))),
        ("/declare @hughes for all 5", declared(who=(), everyone=True, by="hughes", scope=Scope(items=("5",)))),
        ("/declare all 5 nri", declared(who=(), everyone=True, scope=Scope(items=("5",)), label="nri")),
        ("/declare @patel 5 \\personal friend", declared(scope=Scope(items=("5",)), nature=Prose.of("personal friend"))),
        ("/declare @patel dpi @hughes’s tenant",
         declared(label="dpi", nature=Prose.of(Mention(person="hughes"), "’s tenant"))),
        (
            "/dispensation @patel 5 until 2027; to speak",
            interests.Dispensation(who=("patel",), scope=Scope(items=("5",)), until="2027", text="to speak"),
        ),
        ("/dispensation all 5", interests.Dispensation(everyone=True, scope=Scope(items=("5",)))),
        ("/dispensation @patel all until May", interests.Dispensation(who=("patel",), scope=Scope(whole_meeting=True),
                                                                      until="May")),
        ("/arrears @patel", interests.Arrears(who=("patel",))),
    ],
)  # fmt: skip
def test_interests(line: str, act: Act) -> None:
    if "@green" in line:
        line = line.replace("@green", r"\@green")
    assert parse(line, CONTEXT).act == act


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("/declare", "@names"),
        ("/declare @patel 77 dpi", "No item is called “77”."),
        ("/declare @patel 5 dpi flat; left, sang", "“sang” is nothing"),
        ("/dispensation @patel 5 to speak", "“to speak” says neither"),
        ("/leave @patel quickly", "“quickly” is no time."),
        ("/leave @patel until 77", "No item is called “77”."),
        ("/public many", "figure"),
        ("/elect Patel Chair", "@name"),
        ("/present", "or all"),
        ("/speak @stranger", "Nobody here"),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(line: str, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(line, CONTEXT)
    assert message in refused.value.message
