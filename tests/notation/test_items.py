"""Items in a line: by number as printed, by title, and what is said of one that can't be found."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import interests, meeting, room, text
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from support.notation import context_of, in_item_three, record_of

CONTEXT = context_of(in_item_three())


def opened(line: str) -> tuple[str, ...]:
    act = parse(line, CONTEXT).act
    assert isinstance(act, text.OpenItem)
    return act.items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("# 3", ("3",)),
        ("# 3.", ("3",)),
        ("# 2a", ("2.1",)),
        ("# 2(b)", ("2.2",)),
        ("# 4a", ("4.1",)),
        ("# FGB 38/2021", ("8",)),
        ("# fgb 38/2021", ("8",)),
        ("# 50/19.2", ("7",)),
        ("# roof", ("3",)),
        ("# Routes to sch", ("4",)),
        ("# 3 5", ("3", "5")),
        ("# 3, 4 and 5", ("3", "4", "5")),
        ('# "FGB 38/2021" 3', ("8", "3")),
        ("# question from", ("9",)),
        ("# #10", ("10",)),
        ("/next", ("4",)),
        ("/prev", ("2",)),
    ],
)
def test_items_are_opened_by_number_or_title(line: str, items: tuple[str, ...]) -> None:
    assert opened(line) == items


@pytest.mark.parametrize(
    ("key", "line"),
    [("3", "# 3"), ("2.1", "# 2a"), ("6", "# 50/19.1"), ("8", '# "FGB 38/2021"'), ("9", '# "Question from a resident"'),
     ("10", "# #10")],
)  # fmt: skip
def test_items_are_shown_so_that_they_can_mean_no_other(key: str, line: str) -> None:
    assert show(text.OpenItem(items=(key,)), CONTEXT) == line
    assert opened(line) == (key,)


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("# 50/19", "50/19 Planning: Mill Lane (# 50/19.1)", "as shown"),
        ("# planning", "several items", "as shown"),
        ("# harbour walls", "No item is called “harbour walls”.", "/item"),
        ("# repairs", "No item is called “repairs”.", "3 Roof repairs"),
        ("# 25", "No item is called “25”.", ""),
        ("#", "Which item?", "number"),
    ],
)
def test_an_item_that_is_not_clear_is_refused_with_the_nearest(line: str, message: str, hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(line, CONTEXT)
    assert message in refused.value.message
    assert hint in refused.value.hint


def test_the_next_item_passes_over_what_was_deferred_and_ends_with_the_agenda() -> None:
    deferred = record_of(meeting.Start(), text.OpenItem(items=("4",)), text.DeferItem(), text.OpenItem(items=("3",)))
    assert parse("/next", context_of(deferred)).act == text.OpenItem(items=("5",))
    last = record_of(meeting.Start(), text.OpenItem(items=("13",)))
    with pytest.raises(Refusal, match="no item after"):
        parse("/next", context_of(last))
    assert parse("/next", context_of(record_of(meeting.Start()))).act == text.OpenItem(items=("1",))


def test_among_sub_items_the_next_one_is_the_sub_item_beside_it() -> None:
    record = record_of(meeting.Start(), text.OpenItem(items=("2.1",)))
    assert parse("/next", context_of(record)).act == text.OpenItem(items=("2.2",))
    record = record_of(meeting.Start(), text.OpenItem(items=("2.2",)))
    assert parse("/next", context_of(record)).act == text.OpenItem(items=("3",))


def test_items_in_other_commands() -> None:
    assert parse("/exclude 3 for 9 10", CONTEXT).act == meeting.Exclude(paragraphs=("3",), items=("12", "13"))
    assert parse("/release 9", CONTEXT).act == meeting.Release(items=("12",))
    assert parse("/release", CONTEXT).act == meeting.Release(items=("3",))
    left = room.Leave(who=("hughes",), span=room.Span.UNTIL, until="12")
    assert parse("/leave @hughes until 9", CONTEXT).act == left
    declared = parse('/declare @hughes "FGB 38/2021" dpi', CONTEXT).act
    assert isinstance(declared, interests.Declare)
    assert declared.scope == interests.Scope(items=("8",))


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/item Flooding; again", text.AddItem(title="Flooding; again")),
        ("/urgent Burst main; road shut; today", text.UrgentItem(title="Burst main", reason="road shut; today")),
        ("/urgent Burst main", text.UrgentItem(title="Burst main")),
        ("/number none", text.MinuteNumber(number=None)),
        ("/number 43/19", text.MinuteNumber(number="43/19")),
        ("/heading NONE", text.MinuteHeading(text=None)),
        ("/defer to April; unwell", text.DeferItem(to="April", reason="unwell")),
        ("/defer April", text.DeferItem(to="April")),
        ("/defer next meeting", text.DeferItem(to="next meeting")),
        ("/defer a site visit was wanted", text.DeferItem(reason="a site visit was wanted")),
        ("/defer; unwell", text.DeferItem(reason="unwell")),
        ("/defer", text.DeferItem()),
        ("/withdraw item; not needed", text.WithdrawItem(reason="not needed")),
    ],
)
def test_commands_about_items(line: str, act: object) -> None:
    assert parse(line, CONTEXT).act == act
