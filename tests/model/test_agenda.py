"""The agenda as a value: what it keeps, what it leaves out, how its items are found."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import ValidationError

from boardtui.model.agenda import Agenda, Credit, Item, Recommendation, Section
from boardtui.model.times import CalendarDay, ClockTime
from support.agendas import agendas

DAY = CalendarDay.read("4 May 2017")


def test_items_have_places_for_keys_and_the_sections_they_stand_under() -> None:
    agenda = Agenda(
        committee="The Board",
        date=DAY,
        body=(
            Item(number="1", title="Welcome"),
            Section(title="Public"),
            Section(title="Development", level=2),
            Item(
                number="1",
                title="Again one",
                subitems=(Item(number="(a)", title="A", subitems=(Item(number="i", title="I"),)),),
            ),
            Section(title="Information", level=2),
            Item(number=None, title="No number"),
            Section(title="Private"),
            Item(number="9", title="Land"),
        ),
    )
    found = [(key, item.title, [section.title for section in sections]) for key, item, sections in agenda.keyed()]
    assert found == [
        ("1", "Welcome", []),
        ("2", "Again one", ["Public", "Development"]),
        ("2.1", "A", ["Public", "Development"]),
        ("2.1.1", "I", ["Public", "Development"]),
        ("3", "No number", ["Public", "Information"]),
        ("4", "Land", ["Private"]),
    ]
    assert [item.title for item in agenda.items] == ["Welcome", "Again one", "No number", "Land"]


@pytest.mark.parametrize(
    ("given_", "kept"),
    [("28.", "28"), (" 7a ", "7a"), ("FGB 38/2021.", "FGB 38/2021"), ("*", None), ("", None), (None, None)],
)
def test_a_number_is_kept_without_its_closing_stop(given_: str | None, kept: str | None) -> None:
    assert Item(number=given_, title="A").number == kept


def test_text_is_cleaned_and_on_one_line_and_what_says_nothing_is_left_out() -> None:
    item = Item(
        number="1",
        title=" Out of\r\nHospital\u200b ",
        notes=("", " a\tb "),
        draft=("", "x"),
        planned=ClockTime(typed=""),
        recommendations=(Recommendation(text=""), Recommendation(text="", clauses=("", "y"))),
    )
    assert item.title == "Out of Hospital"
    assert (item.notes, item.draft, item.planned) == (("a b",), ("x",), None)
    assert item.recommendations == (Recommendation(text="", clauses=("y",)),)


def test_a_committee_and_a_date_are_needed_and_a_section_has_words() -> None:
    for fields in ({"committee": " ", "date": DAY}, {"committee": "X", "date": CalendarDay(typed="")}):
        with pytest.raises(ValidationError):
            Agenda.model_validate(fields)
    with pytest.raises(ValidationError):
        Section(title=" ")
    with pytest.raises(ValidationError):
        Item(number="1. Budget", title="A")


def test_a_credit_prints_its_words_with_commas() -> None:
    assert Credit(words="Liz Gould | Director | Place").printed == "Liz Gould, Director, Place"
    assert Credit(words="the Director of Place").printed == "the Director of Place"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(agendas())
def test_every_agenda_comes_back_from_json_and_every_key_is_its_own(agenda: Agenda) -> None:
    assert Agenda.model_validate_json(agenda.model_dump_json()) == agenda
    keys = [key for key, _, _ in agenda.keyed()]
    assert len(set(keys)) == len(keys)
