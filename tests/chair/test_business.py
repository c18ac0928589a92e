"""What stands in the middle of the chair's view: the item, the motion and what became of it, interests, the stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boardtui.model.acts import Act, business, interests, meeting, room, text
from boardtui.model.acts.approval import Approved
from boardtui.model.acts.business import FOR, Fate, RollStep
from boardtui.model.acts.interests import Conduct, Scope
from boardtui.model.agenda import Item
from boardtui.model.times import CalendarDay, ClockTime
from support.acts import (
    HALE,
    MAPP,
    NAIR,
    ORME,
    PELL,
    Minuting,
    counts,
    mention,
    prose,
    started,
)
from support.chair_views import after, at_item, business_text

BRUSH = business.Move(movers=(HALE, NAIR), words=prose("the gate be painted green"))


RED = business.Amend(movers=(ORME,), words=prose("for green read red"))


BUSINESS: list[tuple[str, Callable[[], Minuting], list[str], list[str]]] = [
    (
        "an item with recommendations",
        lambda: at_item("3"),
        ["Public Business", "Library Hours", "▀▀█", "IS ASKED TO", "(1) approve the new hours", "(2) note the costs"],
        ["MOTION", "RESOLVED"],
    ),
    ("before the first item", started, ["THE MEETING IS OPEN", "No item has been opened yet"], []),
    ("a sub-item", lambda: at_item("4.2"), ["Parks", "▸ (b) The Bandstand"], ["The Pond"]),
    (
        "two items at once",
        lambda: after(started(), text.OpenItem(items=("3", "4"))),
        ["Library Hours and Parks", "+"],
        [],
    ),
    (
        "a motion on notice",
        lambda: at_item("5"),
        ["MOTION ON NOTICE", "That no tree be felled", "to be moved by Councillor Dorothy Hale"],
        [],
    ),
    (
        "an urgent item",
        lambda: after(started(), text.UrgentItem(title="The Burst Main", reason="the water is rising")),
        ["URGENT ITEM", "The Burst Main", "Urgent because: the water is rising"],
        [],
    ),
    (
        "a motion",
        lambda: at_item("3", BRUSH),
        [
            "▶ THE MOTION · NOW BEFORE THE MEETING",
            "That the gate be painted green",
            "moved by Councillor Dorothy Hale, seconded by Councillor Sunil Nair",
        ],
        ["Vote", "CARRIED"],
    ),
    (
        "a motion that names somebody",
        lambda: at_item("3", business.Move(movers=(HALE,), words=prose("", mention(PELL), " be thanked"))),
        ["That Councillor Edwin Pell be thanked", "moved by Councillor Dorothy Hale, no seconder yet"],
        [],
    ),
    (
        "an amendment",
        lambda: at_item("3", BRUSH, RED),
        ["  THE MOTION", "▶ THE AMENDMENT · NOW BEFORE THE MEETING", "That for green read red", "Frank Orme, no seconder yet"],
        ["▶ THE MOTION"],
    ),
    (
        "an amendment lost",
        lambda: at_item("3", BRUSH, RED, business.Vote(counts=counts(2, 4))),
        ["▶ THE MOTION · NOW BEFORE THE MEETING", "AMENDMENT  LOST", "Vote: 2 for, 4 against"],
        ["▶ THE AMENDMENT"],
    ),
    (
        "a motion carried",
        lambda: at_item("3", BRUSH, business.Vote(counts=counts(4, 1, 1))),
        ["MOTION  CARRIED", "Vote: 4 for, 1 against, 1 abstaining"],
        ["NOW BEFORE", "RESOLVED"],
    ),
    (
        "a casting vote",
        lambda: at_item("3", BRUSH, business.Vote(counts=counts(3, 3)), business.CastingVote(option=FOR)),
        ["MOTION  CARRIED", "casting vote of Councillor Dorothy Hale: for"],
        [],
    ),
    (
        "a recorded vote",
        lambda: at_item(
            "3", BRUSH,
            business.Roll(steps=(RollStep(option="for", everyone=True), RollStep(option="against", people=(ORME, MAPP)))),
        ),
        ["MOTION  CARRIED", "Against: Councillor Frank Orme and Councillor Lorna Mapp"],
        ["Abstaining"],
    ),
    (
        "a motion that lapsed",
        lambda: at_item("3", business.Move(movers=(HALE,), words=prose("x be done")), business.Outcome(fate=Fate.LAPSED)),
        ["MOTION  LAPSED", "no seconder"],
        ["no seconder yet"],
    ),
    (
        "a decision in several clauses",
        lambda: at_item(
            "3",
            business.Resolve(text=prose("the hours be approved")),
            business.Resolve(text=prose("the Director:")),
            business.Resolve(text=prose("report back"), level=2),
        ),
        ["RESOLVED", "(1) the hours be approved", "(2) the Director:", "    (a) report back"],
        [],
    ),
    (
        "a recommendation to another body",
        lambda: at_item("3", business.Recommend(to="Cabinet", text=prose("the budget be raised"))),
        ["RECOMMENDED to Cabinet", "that the budget be raised"],
        [],
    ),
    (
        "what was noted",
        lambda: at_item("3", business.Note(text=prose("the report"))),
        ["NOTED\nthe report"],
        ["that the report"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "there", "not_there"), [case[1:] for case in BUSINESS], ids=[c[0] for c in BUSINESS])
def test_the_business(make: Callable[[], Minuting], there: list[str], not_there: list[str]):
    shown = business_text(make())
    assert [words for words in there if words not in shown] == []
    assert [words for words in not_there if words in shown] == []


STAGES: list[tuple[str, Callable[[], Minuting], list[str]]] = [
    ("before", Minuting, ["The meeting has not started", "4 September 2026 · 14:00"]),
    (
        "adjourned until another day",
        lambda: after(
            started(),
            meeting.Adjourn(
                at=ClockTime.read("16:00"), to_day=CalendarDay.read("11 September 2026"), to_time=ClockTime.read("2 pm")
            ),
        ),
        ["The meeting is adjourned", "UNTIL", "11 September 2026 at 14:00", "16:00"],
    ),
    (
        "adjourned for a while",
        lambda: after(started(), meeting.Adjourn(reason="public comment")),
        ["The meeting is adjourned", "FOR", "public comment"],
    ),
    ("resumed", lambda: after(at_item("3"), meeting.Adjourn(), meeting.Resume()), ["Library Hours"]),
    (
        "closed",
        lambda: after(started(), meeting.NextMeeting(text="1 October, 2 pm"), meeting.Close(at=ClockTime.read("15:55"))),
        ["The meeting is closed", "AT\n15:55", "NEXT MEETING", "1 October, 2 pm"],
    ),
    (
        "approved",
        lambda: after(started(), meeting.Close(), Approved(draft=1, on=CalendarDay.read("1 October 2026"))),
        ["The meeting is closed", "MINUTES APPROVED ON", "1 October 2026"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "there"), [case[1:] for case in STAGES], ids=[c[0] for c in STAGES])
def test_the_stage_of_the_meeting(make: Callable[[], Minuting], there: list[str]):
    shown = business_text(make())
    assert [words for words in there if words not in shown] == []


def declared(label: str, *conduct: Conduct, who: tuple[str, ...] = (ORME,)) -> interests.Declare:
    return interests.Declare(who=who, scope=Scope(items=("3",)), label=label, conduct=conduct)


INTERESTS: list[tuple[str, list[Act], str]] = [
    (
        "who still has to go",
        [declared("dpi")],
        "✗ Councillor Frank Orme must leave: disclosable pecuniary interest\n  must leave before discussion, and may not",
    ),
    (
        "who has gone",
        [declared("dpi", Conduct.LEFT)],
        "✓ Councillor Frank Orme has left: disclosable pecuniary interest\n",
    ),
    (
        "who went without saying so",
        [declared("ori"), room.Leave(who=(ORME,))],
        "✓ Councillor Frank Orme has left: other registrable interest\n",
    ),
    (
        "who never came",
        [room.Absent(who=(room.Excused(person=ORME),)), declared("ori")],
        "✓ Councillor Frank Orme is not here: other registrable interest\n",
    ),
    (
        "who has a dispensation",
        [interests.Dispensation(who=(ORME,), scope=Scope(items=("3",))), declared("dpi")],
        "✓ Councillor Frank Orme has a dispensation: disclosable pecuniary interest\n",
    ),
    (
        "who stayed",
        [declared("personal", Conduct.STAYED, Conduct.SPOKE)],
        "! Councillor Frank Orme stayed and spoke: personal interest\n",
    ),
    (
        "what the clerk advises on",
        [declared("nri")],
        "! Councillor Frank Orme has a non-registrable interest: the clerk advises\n  must leave if the matter directly",
    ),
    ("what nothing is said of", [declared("")], "! Councillor Frank Orme has an interest: the clerk advises\n"),
    (
        "who may not vote",
        [interests.Arrears(who=(ORME,))],
        "! Councillor Frank Orme may speak, may not vote: council tax arrears\n",
    ),
    (
        "all",
        [interests.Declare(everyone=True, scope=Scope(items=("3",)), label="dpi")],
        "✗ All members must leave: disclosable pecuniary interest\n",
    ),
]


@pytest.mark.parametrize(("acts", "line"), [case[1:] for case in INTERESTS], ids=[c[0] for c in INTERESTS])
def test_interests_that_bite(acts: list[Act], line: str):
    minuting = started()
    minuting(text.OpenItem(items=("1",)), "14:02")
    minuting(text.OpenItem(items=("3",)), "14:10")
    before = business_text(minuting)
    after(minuting, *acts)
    assert "INTERESTS" not in before
    assert line in business_text(minuting)


def test_an_interest_in_another_item_is_not_shown():
    minuting = after(started(), declared("dpi"), text.OpenItem(items=("4",)))
    assert "Orme" not in business_text(minuting)


def test_the_nature_of_a_sensitive_interest_is_not_shown():
    act = declared("dpi").model_copy(update={"nature": prose("SECRETWORD"), "sensitive": True})
    assert "SECRETWORD" not in business_text(after(at_item("3"), act))


def test_a_motion_that_was_altered_shows_what_is_new_and_what_is_gone() -> None:
    shown = business_text(at_item("3", BRUSH, business.Alter(words=prose("the gate be painted red"))))
    assert "[− green] [+ red]" in shown


def test_an_amendment_that_waits_shows_how_the_motion_would_read() -> None:
    for_red = business.Amend(movers=(ORME,), words=prose('for "green" read "red"'))
    shown = business_text(at_item("3", BRUSH, for_red))
    assert "THE MOTION WOULD READ" in shown
    assert "[− green] [+ red]" in shown
    assert "WOULD READ" not in business_text(at_item("3", BRUSH, for_red, business.Outcome(fate=Fate.LOST)))
    assert "WOULD READ" not in business_text(at_item("3", BRUSH, business.Amend(words=prose("it be red"))))


def test_a_motion_reads_as_it_was_amended_before_anybody_writes_it_out() -> None:
    for_red = business.Amend(movers=(ORME,), words=prose('for "green" read "red"'))
    carried = business.Outcome(fate=Fate.CARRIED)
    assert "[− green] [+ red]" in business_text(at_item("3", BRUSH, for_red, carried)).partition("THE AMENDMENT")[0]
    shown = business_text(at_item("3", BRUSH, business.Amend(words=prose("it be nice")), carried))
    assert "That the gate be painted green, as amended" in shown.partition("THE AMENDMENT")[0]


def test_an_amendment_that_tells_what_to_do_does_so() -> None:
    shown = business_text(at_item("3", BRUSH, business.Amend(words=prose("replace “green” with “red”"))))
    assert "Replace “green” with “red”" in shown
    assert "That replace" not in shown


def test_an_item_whose_votes_must_be_by_name_says_so() -> None:
    minuting = started(body=(Item(number="1", title="Budget", recorded_vote=True), Item(number="2", title="Paths")))
    minuting(text.OpenItem(items=("1",)))
    assert "! Every vote on this item must be recorded by name." in business_text(minuting)
    minuting(text.OpenItem(items=("2",)))
    assert "by name" not in business_text(minuting)
