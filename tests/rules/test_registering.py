"""Taking the register: which lines a mark on somebody comes to, before the meeting, in it, and after it."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import Act
from boardtui.model.people import Newcomer
from boardtui.model.room import in_room
from boardtui.notation.show import show
from boardtui.rules.registering import (
    Asked,
    Mark,
    Role,
    Section,
    Whereabouts,
    asks,
    enrolled,
    entered,
    everyone,
    excused_with,
    key_of,
    last_said,
    last_taken_back,
    marked,
    roll,
    substituted,
)
from support.meetings import Taking, called

BOARD = """---
committee: Saltway Board
house: partnership_board
date: 4 September 2027
time: 2.00 pm
member: Cllr Dorothy Hale | Chair
member: Cllr Edwin Pell | Deputy Chair
vacancy: Youth representative
member: Susan Tull | | Vale Trust
substitute: Gail Adams | | Vale Trust | for Susan Tull
substitute: Ned Orme
officer: Mr Tom Bright | Clerk
---
1. One
2. Two
   Report of: Dr Ann Quill | Director of Roads
"""
ALL = "/present all"
ON = (ALL, "/start 14:00", "# 1")
NEXT_DAY = ("/adjourn to 5 September 2027 2 pm", "/resume 5 September 2027 14:00")


def taken(*lines: str) -> Taking:
    taking = called(BOARD)
    for line in lines:
        taking.line(line)
    return taking


def said(taking: Taking, acts: tuple[Act, ...]) -> list[str]:
    """The acts as lines, each as it reads when those before it have been said."""
    lines = []
    for act in acts:
        lines.append(show(act, taking.context))
        taking.line(lines[-1])
    return lines


@pytest.mark.parametrize(
    ("before", "person", "mark", "lines"),
    [
        # before the meeting, a mark holds from its start
        ((), "pell", Mark.HERE, ["/present @pell"]),
        ((), "pell", Mark.TURNED, ["/present @pell"]),
        ((), "pell", Mark.APOLOGIES, ["/apologies @pell"]),
        ((), "pell", Mark.LATE, ["/late @pell"]),
        ((), "pell", Mark.ABSENT, ["/absent @pell"]),
        ((), "pell", Mark.REMOTE, ["/remote @pell"]),
        ((ALL,), "pell", Mark.APOLOGIES, ["/apologies @pell"]),
        ((ALL,), "pell", Mark.TURNED, ["/absent @pell"]),
        ((ALL,), "pell", Mark.REMOTE, ["/remote @pell"]),
        (("/apologies @pell",), "pell", Mark.HERE, ["/present @pell"]),
        (("/apologies @pell",), "pell", Mark.TURNED, ["/present @pell"]),
        (("/apologies @pell",), "pell", Mark.REMOTE, ["/present @pell", "/remote @pell"]),
        ((ALL, "/remote @pell"), "pell", Mark.HERE, ["/undo 3"]),
        ((ALL, "/remote @hale @pell"), "pell", Mark.HERE, ["/undo 3", "/remote @hale"]),
        ((), "bright", Mark.HERE, ["/officer @bright"]),
        (("/absent @bright",), "bright", Mark.HERE, ["/officer @bright"]),
        (("/officer @bright",), "bright", Mark.TURNED, ["/undo 2"]),
        (("/officer @bright; Ida Moss, Roads",), "bright", Mark.TURNED, ["/undo 2", "/officer Ida Moss, Roads"]),
        (("/officer @bright; Ida Moss, Roads",), "moss", Mark.TURNED, ["/undo 2", "/officer @bright"]),
        (("/other @quill",), "quill", Mark.TURNED, ["/undo 2"]),
        (("/present Ida Moss",), "moss", Mark.TURNED, ["/undo 2"]),
        ((), "adams", Mark.HERE, ["/sub @adams for @tull", "/apologies @tull"]),
        ((ALL,), "adams", Mark.HERE, ["/sub @adams for @tull", "/apologies @tull"]),
        (("/late @tull",), "adams", Mark.HERE, ["/sub @adams for @tull"]),
        (("/sub @adams for @tull",), "adams", Mark.TURNED, ["/undo 2"]),
        # in it, somebody comes or goes
        (ON, "pell", Mark.TURNED, ["/leave @pell"]),
        (ON, "pell", Mark.MOVES, ["/leave @pell"]),
        (ON, "pell", Mark.APOLOGIES, ["/apologies @pell"]),
        ((*ON, "/leave @pell 14:10"), "pell", Mark.TURNED, ["/return @pell"]),
        ((*ON, "/leave @pell 14:10"), "pell", Mark.HERE, ["/return @pell"]),
        ((*ON, "/leave @pell 14:10"), "pell", Mark.REMOTE, ["/return @pell", "/remote @pell"]),
        ((*ON, "/declare @pell 1 dpi a field; left"), "pell", Mark.HERE, ["/return @pell"]),
        (("/apologies @pell", *ON), "pell", Mark.HERE, ["/arrive @pell"]),
        (("/apologies @pell", *ON), "pell", Mark.TURNED, ["/arrive @pell"]),
        (("/apologies @pell", *ON), "pell", Mark.REMOTE, ["/arrive @pell", "/remote @pell"]),
        (("/late @pell", *ON), "pell", Mark.MOVES, ["/arrive @pell"]),
        (("/late @pell", *ON), "pell", Mark.ABSENT, ["/absent @pell"]),
        (ON, "bright", Mark.HERE, ["/officer @bright"]),
        (ON, "bright", Mark.MOVES, ["/arrive @bright"]),
        ((*ON, "/officer @bright"), "bright", Mark.TURNED, ["/leave @bright"]),
        ((*ON, "/guest @quill", "# 2"), "quill", Mark.HERE, ["/guest @quill"]),
        (("/start 14:00",), "pell", Mark.HERE, ["/present @pell"]),
        ((*ON, "/adjourn 14:30"), "pell", Mark.TURNED, ["/leave @pell"]),
        # a further day has a register of its own
        (("/late @pell", *ON, *NEXT_DAY), "pell", Mark.HERE, ["/present @pell"]),
        (("/late @pell", *ON, *NEXT_DAY), "pell", Mark.LATE, ["/late @pell"]),
        ((*ON, *NEXT_DAY), "pell", Mark.HERE, ["/present @pell"]),
        ((*ON, *NEXT_DAY), "pell", Mark.APOLOGIES, ["/apologies @pell"]),
        ((*ON, *NEXT_DAY, "/late @pell"), "pell", Mark.HERE, ["/arrive @pell"]),
        # after it, a mark holds from the start again
        ((*ON, "/close 15:00"), "pell", Mark.TURNED, ["/absent @pell"]),
        (("/late @pell", *ON, "/close 15:00"), "pell", Mark.HERE, ["/present @pell"]),
    ],
)  # fmt: skip
def test_a_mark_comes_to_lines(before: tuple[str, ...], person: str, mark: Mark, lines: list[str]) -> None:
    taking = taken(*before)
    assert asks(taking.record, person, mark) is None
    assert said(taking, marked(taking.record, person, mark)) == lines


@pytest.mark.parametrize(
    ("before", "person", "mark", "message"),
    [
        ((ALL,), "pell", Mark.HERE, "Cllr Edwin Pell is here already."),
        ((ALL,), "pell", Mark.MOVES, "The meeting has not started: nobody comes in or goes out now."),
        ((*ON, "/close 15:00"), "pell", Mark.MOVES, "The meeting is closed: nobody comes in or goes out now."),
        (("/late @pell",), "pell", Mark.LATE, "Cllr Edwin Pell is down so already: late."),
        ((ALL, "/remote @pell"), "pell", Mark.REMOTE, "Cllr Edwin Pell takes part from elsewhere already."),
        (
            ("# 1", "/guest @quill", "/start 14:00"),
            "quill",
            Mark.HERE,
            "A guest is here for an item, and none is open.",
        ),
    ],
)
def test_a_mark_that_says_nothing_is_refused(before: tuple[str, ...], person: str, mark: Mark, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        marked(taken(*before).record, person, mark)
    assert refused.value.message == message


@pytest.mark.parametrize(
    ("before", "person", "mark", "asked"),
    [
        ((), "quill", Mark.HERE, Asked.ROLE),
        ((), "quill", Mark.APOLOGIES, None),
        (("/officer @quill",), "quill", Mark.HERE, None),
        ((), "orme", Mark.HERE, Asked.FOR_WHOM),
        ((), "orme", Mark.APOLOGIES, None),
        (("/sub @orme",), "orme", Mark.TURNED, None),
        ((), "adams", Mark.HERE, None),
        ((), "pell", Mark.REMOTE, None),
    ],
)
def test_what_must_be_asked_first(before: tuple[str, ...], person: str, mark: Mark, asked: Asked | None) -> None:
    assert asks(taken(*before).record, person, mark) is asked


@pytest.mark.parametrize(
    ("before", "member", "lines"),
    [
        ((), "tull", ["/sub @adams for @tull", "/apologies @tull"]),
        ((ALL,), "tull", ["/sub @adams for @tull", "/apologies @tull"]),
        (("/absent @tull",), "tull", ["/sub @adams for @tull"]),
        (ON, "tull", ["/sub @adams for @tull", "/leave @tull"]),
        ((*ON, "/leave @tull 14:10"), "tull", ["/sub @adams for @tull"]),
        ((ALL,), "", ["/sub @adams"]),
        (("/apologies @tull", "/sub @orme for @tull"), "tull", ["/undo 3", "/sub @adams for @tull"]),
        (("/sub @adams for @tull", "/absent @tull"), "tull", ["/sub @adams for @tull"]),
        ((*ON, "/sub @orme for @tull", "/leave @tull 14:10"), "tull", ["/leave @orme", "/sub @adams for @tull"]),
    ],
)
def test_a_substitute_takes_the_place_of_a_member_who_is_not_here(
    before: tuple[str, ...], member: str, lines: list[str]
) -> None:
    taking = taken(*before)
    assert said(taking, substituted(taking.record, member, "adams")) == lines
    assert "adams" in in_room(taking.record)
    assert not member or member not in in_room(taking.record)


def test_everyone_takes_those_of_whom_nothing_is_said() -> None:
    taking = taken("/apologies @pell")
    assert said(taking, everyone(taking.record)) == [ALL]
    assert in_room(taking.record) == ["hale", "tull"]
    with pytest.raises(Refusal, match="Something is said of every member already"):
        everyone(taking.record)
    for line in ("/start 14:00", *NEXT_DAY):
        taking.line(line)
    assert said(taking, everyone(taking.record)) == [ALL]


@pytest.mark.parametrize(
    ("role", "line"),
    [
        (Role.OFFICER, "/officer Ida Moss, Roads"),
        (Role.OTHER, "/other Ida Moss, Roads"),
        (Role.GUEST, "/guest Ida Moss, Roads"),
        (Role.MEMBER, "/present Ida Moss, Roads"),
    ],
)
def test_somebody_new_is_entered(role: Role, line: str) -> None:
    taking = taken(*ON)
    new = Newcomer(name="Ida Moss", organisation="Roads")
    assert key_of(taking.record, new) == ""
    assert said(taking, entered(taking.record, (new,), role)) == [line]
    assert key_of(taking.record, new) == "moss"
    assert enrolled(taking.record, "moss").whereabouts is Whereabouts.HERE


def test_a_guest_of_no_item_is_refused() -> None:
    with pytest.raises(Refusal, match="none is open"):
        entered(taken(ALL).record, ("quill",), Role.GUEST)


def test_a_reason_is_given_changed_and_taken_away() -> None:
    taking = taken("/apologies @pell")
    assert said(taking, excused_with(taking.record, "pell", "unwell (flu)")) == [r"/apologies @pell (unwell \(flu\))"]
    assert excused_with(taking.record, "pell", "unwell (flu)") == ()
    assert said(taking, excused_with(taking.record, "pell", "")) == ["/apologies @pell"]
    with pytest.raises(Refusal, match="Nothing says that Cllr Dorothy Hale sent apologies"):
        excused_with(taking.record, "hale", "")


def test_the_roll_has_the_members_in_the_order_of_the_agenda_and_all_others_below() -> None:
    taking = taken("/officer Ida Moss, Roads; @bright", "/present Una Birch", "/other Cllr Gray")
    places = [(one.person, one.section) for one in roll(taking.record)]
    assert places == [
        ("hale", Section.MEMBERS), ("pell", Section.MEMBERS), ("tull", Section.MEMBERS), ("birch", Section.MEMBERS),
        ("adams", Section.SUBSTITUTES), ("orme", Section.SUBSTITUTES),
        ("bright", Section.OFFICERS), ("moss", Section.OFFICERS),
        ("gray", Section.OTHERS), ("quill", Section.NAMED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ((), Whereabouts.UNSAID),
        ((ALL,), Whereabouts.HERE),
        (("/late @pell",), Whereabouts.AWAY),
        ((*ON, "/leave @pell 14:10"), Whereabouts.OUT),
        ((*ON, "/leave @pell 14:10 for item", "# 2"), Whereabouts.HERE),
        ((*ON, "/declare @pell 1 dpi a field; left"), Whereabouts.OUT),
        ((*ON, "/guest @pell"), Whereabouts.HERE),
    ],
)
def test_where_somebody_is(lines: tuple[str, ...], where: Whereabouts) -> None:
    record = taken(*lines).record
    assert enrolled(record, "pell").whereabouts is where
    assert next(one for one in roll(record) if one.person == "pell").whereabouts is where


def test_what_was_said_last_of_the_register_is_found_behind_other_acts() -> None:
    taking = taken(*ON, "/leave @pell 14:10", "The roof was discussed.")
    assert last_said(taking.record) == 5
    taking.line("/undo 5")
    assert (last_said(taking.record), last_taken_back(taking.record)) == (2, 5)
    assert last_said(taken().record) is None
