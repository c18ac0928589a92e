"""Paragraphs numbered within their minute: which are, how the house writes it, and what the public minutes count."""

from __future__ import annotations

import pytest

from boardtui.minutes.compose import compose, compose_entry
from boardtui.minutes.house import House, house_names, load_house, read_house
from boardtui.minutes.tree import Minute, Paragraph
from boardtui.rules.confidentiality import public_record
from support.meetings import Taking, called
from support.minutes import AGENDA, blocks_of, minuting, text_of, without_frame

TYPED = ("The pond was deep.", "- a point", "= it be drained", "# 4", "Nothing was heard.")


def house_with(number: str, numbered: str = "") -> House:
    said = f"numbered = {numbered}\n" if numbered else ""
    return read_house(f'like = "full_council"\ntitle = "x"\n[paragraphs]\nnumber = "{number}"\n{said}', "x.toml")


def printed(house: House, taking: Taking, *, public: bool = False) -> list[str]:
    """The blocks of the minutes from that of the third item on."""
    record = public_record(taking.record) if public else taking.record
    blocks = blocks_of(text_of(without_frame(compose(record, house))))
    return blocks[blocks.index("7. The Pond") + 1 :]


def test_what_was_written_and_what_was_decided_is_numbered_anew_in_each_minute() -> None:
    assert printed(house_with("<{number}.>{place}"), minuting("full_council", *TYPED)) == [
        "7.1 The pond was deep.", "- a point", "7.2 RESOLVED that it be drained.",
        "8. The Bandstand", "8.1 Nothing was heard.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "numbered", "first", "decided"),
    [
        ("{place}.", "", "1. The pond was deep.", "2. RESOLVED that it be drained."),
        ("({letter})", "", "(a) The pond was deep.", "(b) RESOLVED that it be drained."),
        ("{number}/{roman}", "", "7/i The pond was deep.", "7/ii RESOLVED that it be drained."),
        ("{number}.{place}", '["decisions"]', "The pond was deep.", "7.1 RESOLVED that it be drained."),
        ("{number}.{place}", '["text"]', "7.1 The pond was deep.", "RESOLVED that it be drained."),
    ],
)
def test_the_house_says_how_and_what(number: str, numbered: str, first: str, decided: str) -> None:
    assert {first, decided} <= set(printed(house_with(number, numbered), minuting("full_council", *TYPED)))


def test_clauses_hang_from_the_numbered_lead() -> None:
    said = printed(house_with("{number}.{place}"), minuting("full_council", "= one;", "= two."))
    assert said == ["7.1 RESOLVED that:", "(1) One;", "(2) Two."]


def test_a_minute_without_a_number_has_none_in_it() -> None:
    taking = minuting("full_council", "# Questions", "A question was put.")
    assert printed(house_with("{number}.{place}"), taking)[-1] == "A question was put."
    assert printed(house_with("{place}"), taking)[-1] == "1 A question was put."


def test_what_is_only_prepared_is_not_counted() -> None:
    taking = called(AGENDA.format(house="full_council"))
    for line in ("# 3", "Prepared.", "/present all", "/start 14:00", "# 3", "Said."):
        taking.line(line)
    minute = compose_entry(taking.record, house_with("{place}"), taking.record.entry_key)
    said = [(part.text, part.paragraph) for part in minute.parts if isinstance(part, Paragraph)]
    assert said == [("Prepared.", ""), ("Said.", "1")]


def test_the_public_minutes_count_what_stands_in_them() -> None:
    taking = minuting("full_council", "Open.", "/exclude 3", "A zebra.", "Two zebras.", "/readmit")
    house = house_with("{number}.{place}")
    whole, public = (printed(house, taking, public=public) for public in (False, True))
    assert whole[2:] == ["7.3 A zebra.", "7.4 Two zebras.", "7.5 The public were readmitted to the meeting."]
    assert public[2:] == [
        "7.3 The minute of this item is exempt from publication.", "7.4 The public were readmitted to the meeting.",
    ]  # fmt: skip


def test_no_house_that_ships_numbers_them() -> None:
    for name in house_names():
        body = compose(minuting(name, *TYPED).record, load_house(name)).body
        numbers = [getattr(part, "paragraph", "") for one in body if isinstance(one, Minute) for part in one.parts]
        assert numbers and not any(numbers)
