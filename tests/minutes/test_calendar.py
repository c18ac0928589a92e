"""The calendar of a meeting: a to-do for each action, an event where it has a day, and the next meeting."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar, Component

from boardtui.minutes.calendar import write
from boardtui.model.acts import business
from boardtui.model.prose import Prose
from boardtui.model.text import clean_line
from boardtui.rules.confidentiality import public_record
from support.meetings import Taking
from support.minutes import minuting
from support.trees import HOSTILE

ACTION = "! @birch drain the pond by 4 October 2026"


def entries(*lines: str) -> list[Component]:
    """The entries of the calendar of a small meeting."""
    return read(minuting("parish_council", *lines))


def read(taking: Taking) -> list[Component]:
    calendar = Calendar.from_ical(write(taking.record, taking.house))
    assert isinstance(calendar, Calendar)
    return list(calendar.subcomponents)


def uids(taking: Taking, *, public: bool = False) -> dict[str, str]:
    """The name of each to-do, by what it says."""
    record = public_record(taking.record) if public else taking.record
    found = Calendar.from_ical(write(record, taking.house))
    assert isinstance(found, Calendar)
    return {str(one["summary"]): str(one["uid"]) for one in found.subcomponents if one.name == "VTODO"}


def test_an_action_with_a_day_is_a_to_do_and_an_event_on_that_day() -> None:
    todo, event = entries(ACTION)
    assert (todo.name, todo.decoded("due")) == ("VTODO", dt.date(2026, 10, 4))
    assert (event.name, event.decoded("dtstart"), event.decoded("dtend")) == (
        "VEVENT", dt.date(2026, 10, 4), dt.date(2026, 10, 5),
    )  # fmt: skip
    assert str(todo["summary"]) == str(event["summary"]) == "Cllr Birch: drain the pond"
    assert str(todo["description"]) == "Minute 7, The Pond, Harbour Committee, 4 September 2026"


def test_an_action_without_a_day_is_a_to_do_only_and_says_its_words() -> None:
    (todo,) = entries("! @birch drain the pond by the next meeting")
    assert "due" not in todo
    assert str(todo["description"]).startswith("By the next meeting\nMinute 7")


@pytest.mark.parametrize(
    ("words", "begins", "place"),
    [
        ("2 October 2026 2.30 pm, the Fish Hall", dt.datetime(2026, 10, 2, 14, 30), "the Fish Hall"),
        ("2 October 2026", dt.date(2026, 10, 2), None),
    ],
)
def test_the_next_meeting_is_an_event_when_its_day_is_known(words: str, begins: dt.date, place: str | None) -> None:
    (event,) = entries(f"/nextmeeting {words}")
    assert (str(event["summary"]), event.decoded("dtstart")) == ("Harbour Committee", begins)
    assert event.get("location") == place


def test_a_next_meeting_without_a_day_is_none() -> None:
    assert entries("/nextmeeting some time in the spring") == []


def test_a_corrected_action_keeps_its_name_and_another_has_another() -> None:
    taking = minuting("parish_council", ACTION, "! @cedar fill it")
    before = uids(taking)
    taking.line("s/fill it/fill it again/")
    assert list(uids(taking).values()) == list(before.values())
    assert len(set(before.values())) == 2


def test_what_is_private_changes_no_name_of_what_is_public() -> None:
    taking = minuting("parish_council", "! @cedar fill it")
    alone = uids(taking, public=True)
    for line in ("/exclude 3", "! @birch tell nobody", "/readmit", "! @birch tell all"):
        taking.line(line)
    public, whole = uids(taking, public=True), uids(taking)
    assert len(public) == 2
    assert alone.items() <= public.items() <= whole.items()
    assert len(set(whole.values())) == 3


def test_how_much_was_said_in_private_names_nothing_that_was_added_afterwards() -> None:
    def added_after(*private: str) -> dict[str, str]:
        lines = ("#8", "/exclude 1", *private, "/readmit", "/item The Clock", "! @birch wind the clock")
        return uids(minuting("parish_council", *lines), public=True)

    assert len(added_after()) == 1
    assert added_after() == added_after("said in private", "and again")


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_text_is_one_value_and_no_line_of_its_own(kind: str) -> None:
    typed, _ = HOSTILE[kind]
    taking = minuting("parish_council")
    for words in (typed, f"x\r\nBEGIN:VALARM\nATTACH:{typed}"):
        taking.act(business.Action(text=Prose.of(f"begin {words} end")))
    data = write(taking.record, taking.house)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not any(line.startswith((b"BEGIN:VALARM", b"ATTACH")) for line in data.split(b"\r\n"))
    first, second = read(taking)
    assert str(first["summary"]) == f"begin {clean_line(typed)} end"
    assert first.subcomponents == second.subcomponents == []
