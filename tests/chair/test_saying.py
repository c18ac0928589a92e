"""The words to say: the customary sentence for each step, from the house style, and nothing that nobody wrote there."""

from __future__ import annotations

import pytest

from boardtui.chair.saying import words_to_say
from boardtui.chair.sight import sight_of
from boardtui.model.acts import Act, business, interests, meeting, room, text
from boardtui.model.acts.business import Fate
from boardtui.model.agenda import Item, Recommendation
from support.acts import HALE, NAIR, Minuting, at_the_desk, counts, prose, started
from support.chair_views import AFTERNOON, after

BODY = (
    Item(number="1", title="Apologies for Absence"),
    Item(number="2", title="Declarations of Interest"),
    Item(number="3", title="Minutes of the Last Meeting"),
    Item(number="4", title="Gates", recommendations=(Recommendation(text="note the report"),)),
    Item(number="5", title="Budget", recorded_vote=True),
    Item(number="6", title="Lease", exempt="3"),
)
MOVED = business.Move(movers=(HALE,), words=prose("that the gate be painted green."))
SECONDED = business.Second(who=(NAIR,))


def at(number: str, *acts: Act) -> Minuting:
    return after(started(body=BODY), text.OpenItem(items=(number,)), *acts)


def said(minuting: Minuting) -> str:
    return " ".join(words_to_say(sight_of(minuting.record, AFTERNOON)))


@pytest.mark.parametrize(
    ("minuting", "words"),
    [
        (at("1"), "Are there any apologies for absence?"),
        (at("1", text.Paragraph(text=prose("There were none."))), ""),
        (at("2"), "Are there any declarations of interest?"),
        (at("2", interests.DeclareNone()), ""),
        (at("3"), "Are the minutes agreed as a correct record?"),
        (at("4"), "Are the recommendations agreed?"),
        (at("4", business.Resolve(text=prose("the report be noted"))), ""),
        (at("4", MOVED), "It is moved by Councillor Dorothy Hale that the gate be painted green. Is there a seconder?"),
        (
            at("4", MOVED, SECONDED),
            "It is moved by Councillor Dorothy Hale and seconded by Councillor Sunil Nair that the gate be painted green."
            " I put the motion to the vote. Those in favour? Those against? Abstentions?",
        ),
        (at("4", MOVED, SECONDED, business.Vote(counts=counts(4, 1))), "The motion is carried."),
        (at("4", MOVED, SECONDED, business.Outcome(fate=Fate.LOST)), "The motion is lost."),
        (at("4", MOVED, SECONDED, business.Vote(counts=counts(3, 3))), "The votes are equal, and I have a casting vote."),
        (
            at("4", MOVED, business.Amend(movers=(HALE,), words=prose("to replace “green” with “red”"))),
            "An amendment is moved by Councillor Dorothy Hale, to replace “green” with “red”. Is there a seconder?",
        ),
        (at("5", MOVED, SECONDED), "your name is called"),
        (at("5"), "The next item is exempt. Is it agreed that the public be excluded while it is considered?"),
        (at("6", meeting.Exclude(paragraphs=("3",))), ""),
        (at("4", meeting.Adjourn()), ""),
        (at("4", meeting.Close()), ""),
        (at_the_desk(begun=False), "I declare the meeting open."),
        (at("4", room.Leave(who=("hale", "nair", "orme", "pell"))), "We have no quorum."),
    ],
)  # fmt: skip
def test_each_step_has_its_words(minuting: Minuting, words: str) -> None:
    told = said(minuting)
    assert words in told if words else told == ""


def test_behind_the_last_item_the_meeting_is_closed() -> None:
    minuting = after(
        started(body=BODY[:2]), text.OpenItem(items=("1",)), text.OpenItem(items=("2",)), interests.DeclareNone()
    )
    assert said(minuting) == "There being no further business, I declare the meeting closed."


def test_a_house_in_two_languages_says_it_in_both() -> None:
    minuting = after(started(body=BODY, house="cyngor_cymuned"), text.OpenItem(items=("2",)))
    assert said(minuting) == "A oes unrhyw ddatganiadau o fuddiant? / Are there any declarations of interest?"
