"""A recorded vote before it is one: what is voted on, who is called, and the shortest way to say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.fold_votes import called
from boardtui.model.record import Record
from boardtui.model.room import voters
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from boardtui.rules.rollcall import WAYS, act_of, kept, outlook, question, read_kept, roll_call, steps, totals
from support.awkward import BODIES
from support.meetings import Taking, lines_in
from support.meetings import called as meeting

LABOUR = ("ferrers", "garrod", "quint")
ALL = (*LABOUR, "tallis", "bowyer", "saleh", "yarrow")


def council(*lines: str) -> Taking:
    """A full council of seven, all here, in its second item."""
    taking = meeting(BODIES["council"])
    lines_in(taking, ("/present all", "/start 19:00", "# 2", *lines))
    return taking


def line_of(taking: Taking, ways: dict[str, str], needing: str = "") -> str:
    """The line that says it, which is read back as what was meant."""
    act = act_of(taking.record, question(taking.record), ways, needing)
    line = show(act, taking.context)
    assert parse(line, taking.context).act == act
    return line


# --- what is voted on


@pytest.mark.parametrize(
    ("lines", "called_so", "words", "again"),
    [
        ((), "Nothing is before the meeting", "", False),
        (("/move @quint: that it rain",), "the motion", "that it rain", False),
        (("/move @quint",), "the motion", "", False),
        (("/move @quint: a", "/amend @tallis: b"), "the amendment", "b", False),
        (("/move @quint: a", "/amend @tallis: b", "/carried"), "the substantive motion", "a", False),
        (("= the report be noted",), "what was decided last", "the report be noted", False),
        (("/minutes 1 June 2027 signed",), "the minutes", "1 June 2027", False),
        (("/move @quint: a", "/vote 4 3"), "the motion", "a", True),
        (("/move @quint: a", "/vote 3 3"), "the motion", "a", True),
        (("/move @quint: a", "/vote 3 4"), "the motion", "a", True),
        (("/move @quint: a", "/vote 3 4", "= b"), "what was decided last", "b", False),
        (("/move @quint: a", "/vote 3 4", "/move @tallis: b"), "the motion", "b", False),
        (("= b", "/vote 3 4"), "what was decided last", "b", True),
        (("/vote Ferrers 3; Quint 4",), "the last vote", "", True),
    ],
)
def test_what_would_be_voted_on(lines: tuple[str, ...], called_so: str, words: str, again: bool) -> None:
    found = question(council(*lines).record)
    assert (found.called, found.words, found.again, bool(found.seq)) == (called_so, words, again, bool(lines))


def test_a_recount_begins_with_the_last_votes_and_what_was_needed() -> None:
    record = council("/move @quint: a", "/roll all for; against @saleh needing 5").record
    found = question(record)
    assert found.last == dict.fromkeys(ALL, "for") | {"saleh": "against"}
    assert found.needing == "5"
    assert question(council("/move @quint: a", "/vote 4 3").record).last == {}


# --- who is called


def test_those_who_may_vote_in_the_order_of_the_agenda_and_the_others_apart() -> None:
    taking = council("/leave @garrod for item", "/arrears @tallis", "/declare @saleh 2 dpi owns the square")
    call = roll_call(taking.record)
    assert call.voters == ("ferrers", "quint", "bowyer", "yarrow")
    assert list(call.barred) == ["tallis", "saleh"]
    assert call.parties == {"Labour": ("ferrers", "quint")}


def test_a_substitute_stands_where_the_member_does_and_others_come_last() -> None:
    taking = meeting(BODIES["board"])
    lines_in(
        taking,
        ("/present @farrow @rudge @sen", "/present Joan Ames, Tenants", "/sub @moss for @merton", "/start 14:00"),
    )
    assert roll_call(taking.record).voters == ("rudge", "moss", "sen", "farrow", "ames")


# --- the shortest line


@pytest.mark.parametrize(
    ("ways", "line"),
    [
        (dict.fromkeys(ALL, "for"), "/roll all for"),
        (dict.fromkeys(ALL, "for") | {"saleh": "against", "quint": "none"}, "/roll all for; against @saleh; none @quint"),
        (dict.fromkeys(LABOUR, "for"), "/roll Labour for"),
        (dict.fromkeys(ALL, "against") | dict.fromkeys(LABOUR, "for"), "/roll all against; Labour for"),
        (dict.fromkeys(ALL, "for") | dict.fromkeys(("tallis", "bowyer"), "against"), "/roll all for; Conservative against"),
        ({"quint": "for", "saleh": "abstained"}, "/roll for @quint; abstained @saleh"),
    ],
)  # fmt: skip
def test_it_is_said_in_as_few_steps_and_names_as_will_do(ways: dict[str, str], line: str) -> None:
    assert line_of(council("/move @quint: a"), ways) == line


def test_who_is_here_and_may_not_vote_is_said_not_to_have_voted() -> None:
    taking = council("/arrears @tallis", "/move @quint: a")
    ways = dict.fromkeys((person for person in ALL if person != "tallis"), "for")
    assert line_of(taking, ways) == "/roll all for; none @tallis"
    assert line_of(taking, ways | {"tallis": "for"}) == "/roll all for"


def test_what_it_needs_and_that_it_is_a_recount_is_said() -> None:
    ways = dict.fromkeys(ALL, "for")
    assert line_of(council("/move @quint: a"), ways, "two thirds") == "/roll all for needing two thirds"
    assert line_of(council("/move @quint: a", "/vote 4 3"), ways) == "/recount all for"


votes = st.dictionaries(st.sampled_from(ALL), st.sampled_from(WAYS))
BARRED = council("/arrears @tallis", "/leave @saleh 19:10", "/move @quint: a")
FREE = council("/move @quint: a")


@given(votes, st.sampled_from((BARRED, FREE)))
def test_whatever_was_marked_is_what_the_line_says(ways: dict[str, str], taking: Taking) -> None:
    record = taking.record
    marked = {person: way for person, way in ways.items() if person in voters(record)}
    silent = {"tallis": "none"} if taking is BARRED else {}
    assert called(record, steps(record, marked)) == silent | marked
    line_of(taking, marked)


@given(votes, st.sampled_from(("", "two thirds", "31", "a majority of all members")))
def test_what_was_marked_is_kept_in_words(ways: dict[str, str], needing: str) -> None:
    assert read_kept(kept(ways, needing)) == (ways, needing)


@pytest.mark.parametrize("text", ["", "for", "nonsense hale", "for hale pell; what nair;; needing", ";;;"])
def test_what_is_no_mark_is_none(text: str) -> None:
    ways, needing = read_kept(text)
    assert set(ways.values()) <= {"for"}
    assert needing == ""


# --- what it would come to


def told(record: Record, ways: dict[str, str], needing: str = "", unsaid: int = 0) -> str:
    assert sum(totals(ways).values()) == len(ways)
    return outlook(record, ways, needing, unsaid)


@pytest.mark.parametrize(
    ("ways", "needing", "unsaid", "sentence"),
    [
        ({}, "", 7, "Nobody has voted yet."),
        ({"quint": "abstained"}, "", 0, "Nobody voted for or against."),
        (dict.fromkeys(LABOUR, "for"), "", 4, "So far CARRIED"),
        (dict.fromkeys(LABOUR, "against"), "", 0, "LOST"),
        ({"quint": "for", "saleh": "against"}, "", 0, "EQUAL: Councillor Jane Ferrers, in the chair, has a casting vote"),
        (dict.fromkeys(LABOUR, "for"), "5", 0, "LOST: 3 for, 5 needed (5)"),
        (dict.fromkeys(ALL, "for") | {"saleh": "against"}, "two thirds", 0, "CARRIED: 6 for, 5 needed (two thirds)"),
        (dict.fromkeys(LABOUR, "for"), "a majority of all members", 0, "LOST: 3 for, 4 needed (a majority of all members)"),
        (dict.fromkeys(LABOUR, "for"), "a miracle", 0, "undecided: the chair will say whether it is a miracle"),
    ],
)  # fmt: skip
def test_what_the_marks_come_to(ways: dict[str, str], needing: str, unsaid: int, sentence: str) -> None:
    assert told(FREE.record, ways, needing, unsaid) == sentence
