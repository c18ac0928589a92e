"""The leak lint: what of the restricted text the clerk typed in public too, and nothing that everybody knows."""

from __future__ import annotations

import pytest

from boardtui.minutes.house import house_names, load_house
from boardtui.minutes.leak_lint import Leak, Telling, leaks
from boardtui.rules.confidentiality import public_record
from support.minutes import minuting

HOUSE = "parish_council"


def found(private: str, public: str) -> list[tuple[Telling, str]]:
    """What is found when this was said in private and that in public, under two items."""
    return [(leak.kind, leak.words) for leak in all_of(private, public)]


def all_of(private: str, public: str) -> tuple[Leak, ...]:
    record = minuting(HOUSE, "#8", "/exclude 3", private, "/readmit", "#3", public).record
    return leaks(record, public_record(record), load_house(HOUSE))


@pytest.mark.parametrize(
    ("private", "public", "leak"),
    [
        ("The tender of Larch and Daughter was the best.", "Larch will begin in May.", (Telling.NAME, "Larch")),
        ("It was Larch’s tender.", "They met Mr LARCH.", (Telling.NAME, "LARCH")),
        ("They wanted Larch Fencing Limited.", "Larch Fencing Limited will begin.", (Telling.NAME, "Larch Fencing")),
        ("It would cost £42,000 a year.", "That is £42k in all.", (Telling.AMOUNT, "£42k")),
        ("It would cost £1.5 million.", "They have £1,500,000.", (Telling.AMOUNT, "£1,500,000")),
        ("The account number is 20117733.", "Pay into 20117733.", (Telling.AMOUNT, "20117733")),
        (
            "The surveyor believes the crooked embankment will collapse before winter.",
            "They heard that the crooked embankment will collapse before Easter.",
            (Telling.PHRASE, "the crooked embankment will collapse before"),
        ),
    ],
)
def test_what_was_said_in_private_and_in_public_is_told(private: str, public: str, leak: tuple[Telling, str]) -> None:
    assert found(private, public) == [leak]


@pytest.mark.parametrize(
    ("private", "public"),
    [
        ("The tender of Larch was the best.", "They thanked everybody who had come."),
        ("Larch was best.", "A larch stands by the pond."),
        ("They wanted Larch Limited.", "They wrote to Elm Limited."),
        ("They met Councillor @birch in private.", "They met Councillor @birch in public."),
        ("It was like the Pond again.", "They looked at the Pond."),
        ("It would cost £42,000.", "It would cost £43,000."),
        ("It was said on 4 September 2026.", "It was said on 4 September 2026."),
        ("It was agreed that it be done as soon as possible.", "It was agreed that it be done as soon as possible."),
    ],
)
def test_what_everybody_knows_or_says_is_none(private: str, public: str) -> None:
    assert found(private, public) == []


def test_the_title_of_an_item_that_was_added_in_public_is_known() -> None:
    lines = (
        "#8",
        "/exclude 3",
        "The floods at Withy Bridge.",
        "/readmit",
        "/item Withy Bridge",
        "Withy Bridge is open.",
    )
    record = minuting(HOUSE, *lines).record
    assert leaks(record, public_record(record), load_house(HOUSE)) == ()


@pytest.mark.parametrize("house", house_names())
def test_the_words_of_a_house_are_its_own(house: str) -> None:
    carried = ("/move @birch @cedar: it be done", "/vote 3 1")
    record = minuting(house, "#8", "/exclude 3", *carried, "/readmit", "#3", *carried).record
    assert leaks(record, public_record(record), load_house(house)) == ()


def test_it_says_where_and_each_once() -> None:
    (leak,) = all_of("The tender of Larch was the best.", "Larch will begin. So Larch said.")
    assert leak.sentence == "The name “Larch” was said in private, and is public under “The Pond”."


def test_without_anything_private_there_is_nothing_to_leak() -> None:
    record = minuting(HOUSE, "#3", "Larch will cost £42,000.").record
    assert leaks(record, public_record(record), load_house(HOUSE)) == ()
