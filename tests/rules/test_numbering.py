"""Minute numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.acts import text
from boardtui.model.agenda import Numbering
from boardtui.rules.numbering import next_number, numbers, order_taken, read_counter
from support.acts import Minuting, started

PUBLIC_ITEMS = ("1", "2", "3", "4", "5", "8")


def taken(*items: str, **agenda: object) -> Minuting:
    """A meeting that took these items, in this order."""
    minuting = started(**agenda)
    for item in items:
        minuting(text.OpenItem(items=(item,)))
    return minuting


def printed(minuting: Minuting) -> list[str]:
    return list(numbers(minuting.record, order_taken(minuting.record)).values())


@pytest.mark.parametrize(
    ("number", "after"),
    [
        ("13", "14"), ("9", "10"), ("43/26", "44/26"), ("99/26", "100/26"), ("PLA146/14", "PLA147/14"), ("FC39/14", "FC40/14"),
        ("FGB 38/2021", "FGB 39/2021"), ("23-24/FRA/1", "23-24/FRA/2"), ("A23/014", "A23/015"), ("18.05.1", "18.05.2"),
        ("L4", "L5"), ("66/E", "67/E"), ("(49)", "(50)"), ("7a", "8a"), ("1/19", "2/19"), ("01/22", "02/22"), ("3.1", "3.2"),
        ("2021/38", "2021/39"), ("2021/22/38", "2021/22/39"), ("13/2026-27", "14/2026-27"), ("2026", "2027"),
    ],
)  # fmt: skip
def test_the_counter_of_a_number_goes_on_and_the_rest_of_it_stays(number: str, after: str) -> None:
    counter = read_counter(number)
    assert counter is not None
    assert (str(counter), str(counter.next)) == (number, after)


@pytest.mark.parametrize("words", ["", "none", "VII", "a/b", "1" * 5000])
def test_what_has_no_digits_to_count_has_no_counter(words: str) -> None:
    assert read_counter(words) is None


@given(st.text(max_size=30))
def test_any_text_is_a_counter_or_none_and_a_counter_is_that_text(words: str) -> None:
    counter = read_counter(words)
    assert counter is None or str(counter) == words


def test_numbers_go_on_from_the_agenda_in_the_order_given() -> None:
    minuting = taken("1", "3", "2", next_number="43/26")
    record = minuting.record
    assert printed(minuting) == ["43/26", "44/26", "45/26"]
    backwards = numbers(record, list(reversed(order_taken(record))))
    assert [record.entries[key].items[0] for key, number in backwards.items() if number == "43/26"] == ["2"]


def test_an_item_without_a_number_and_a_minute_said_to_have_none_use_none_up() -> None:
    minuting = taken("1", "6", "2")
    minuting(text.MinuteNumber(number=None))
    minuting(text.OpenItem(items=("3",)))
    assert printed(minuting) == ["13", "", "", "14"]


@pytest.mark.parametrize("numbering", [Numbering.CONTINUING, Numbering.RESTARTING, Numbering.AGENDA])
def test_a_minute_without_a_heading_uses_none_up_because_none_is_printed(numbering: Numbering) -> None:
    minuting = taken("1", "2", numbering=numbering)
    minuting(text.MinuteHeading(text=None))
    minuting(text.OpenItem(items=("3",)))
    assert printed(minuting) == (["1", "", "3"] if numbering is Numbering.AGENDA else ["13", "", "14"])


def test_a_number_said_of_a_minute_without_a_heading_is_printed_nowhere() -> None:
    minuting = taken("1", "2")
    minuting.all(text.MinuteNumber(number="31"), text.MinuteHeading(text=None), text.OpenItem(items=("3",)))
    assert printed(minuting) == ["13", "", "14"]


def test_the_opening_has_no_number() -> None:
    record = taken("1").record
    assert numbers(record, [0, *order_taken(record)])[0] == ""


def test_business_added_in_the_meeting_takes_a_number() -> None:
    minuting = taken("1")
    minuting(text.AddItem(title="A Vote of Thanks"))
    minuting(text.UrgentItem(title="Flooding"))
    assert printed(minuting) == ["13", "14", "15"]


def test_a_number_of_another_form_uses_none_up_and_one_of_the_same_form_goes_on() -> None:
    minuting = taken("1", "2")
    minuting(text.MinuteNumber(number="14A"))
    minuting(text.OpenItem(items=("3",)))
    minuting(text.OpenItem(items=("4",)))
    minuting(text.MinuteNumber(number="31"))
    minuting(text.OpenItem(items=("5",)))
    assert printed(minuting) == ["13", "14A", "14", "31", "32"]


def test_numbers_that_restart_begin_at_one_or_where_the_agenda_says() -> None:
    assert printed(taken("3", "2", numbering=Numbering.RESTARTING, next_number="")) == ["1", "2"]
    assert printed(taken("3", "2", numbering=Numbering.RESTARTING, next_number="18.05.1")) == ["18.05.1", "18.05.2"]


def test_agenda_numbers_are_the_items_own() -> None:
    minuting = taken("3", "6", numbering=Numbering.AGENDA)
    minuting(text.OpenItem(items=("8", "5")))
    minuting(text.AddItem(title="More"))
    assert printed(minuting) == ["3", "", "5, 7", ""]


def test_without_numbering_only_a_number_said_is_printed() -> None:
    minuting = taken("1", "2", numbering=Numbering.NONE)
    minuting(text.MinuteNumber(number="7"))
    minuting(text.OpenItem(items=("3",)))
    assert printed(minuting) == ["", "7", ""]


def test_a_year_whose_count_is_not_known_has_no_numbers_until_one_is_said() -> None:
    minuting = taken("1", "2", next_number="")
    minuting(text.MinuteNumber(number="31"))
    minuting(text.OpenItem(items=("3",)))
    assert printed(minuting) == ["", "31", "32"]
    assert next_number(minuting.record) == "33"


@given(st.lists(st.sampled_from(PUBLIC_ITEMS), unique=True), st.sampled_from(["13", "43/26", "FGB 38/2021", "007"]))
def test_numbers_differ_and_rise_in_the_order_printed(items: list[str], first: str) -> None:
    minuting = taken(*items, next_number=first)
    counts = [counter.count for number in printed(minuting) if (counter := read_counter(number)) is not None]
    assert counts == sorted(set(counts))
    assert len(counts) == len(items)
    assert next_number(minuting.record) == str(numbers_after(first, len(items)))


def numbers_after(first: str, how_many: int) -> object:
    counter = read_counter(first)
    for _ in range(how_many):
        counter = counter.next if counter else None
    return counter


def test_the_next_meeting_goes_on_after_the_highest_number_of_the_year() -> None:
    minuting = taken("1", "2", "3")
    assert next_number(minuting.record) == "16"
    minuting(text.MinuteNumber(number="31"))
    assert next_number(minuting.record) == "32"
    assert next_number(taken(next_number="43/26").record) == "43/26"
    assert next_number(taken("1", numbering=Numbering.RESTARTING, next_number="").record) == ""
