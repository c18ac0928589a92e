"""Names of meetings and of exports are made of the day and the body, and are names on every file system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.desk.naming import LONGEST, stem
from boardtui.model.times import CalendarDay

DAY = CalendarDay.read("4 September 2017")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Health & Well-being Board", "health-well-being-board"),
        ("../../etc/cron.d/x", "etccrondx"),
        ("/", "meeting"),
        ("...", "meeting"),
        ("", "meeting"),
        ("-rf", "rf"),
        ("a\0b\x1b[31m", "ab31m"),
        ("Übung für Søren", "ubung-fur-soren"),
        ("لجنة التخطيط", "لجنة-التخطيط"),
    ],
)
def test_a_name_is_plain_whatever_the_body_is_called(body: str, name: str) -> None:
    assert stem(DAY, body) == f"2017-09-04-{name}"
    assert stem(None, body) == name


def test_what_windows_takes_for_a_device_is_no_name_of_a_file() -> None:
    assert [stem(None, body) for body in ("CON", "Lpt1", "console")] == ["the-con", "the-lpt1", "console"]
    assert stem(DAY, "CON") == "2017-09-04-con"


@given(st.text())
def test_every_name_is_short_and_stays_in_its_folder(body: str) -> None:
    for name in (stem(DAY, body), stem(None, body)):
        assert 0 < len(name.encode()) <= LONGEST
        assert not set(name) & set('/\\.\0 :*?"<>|')
        assert name.isprintable()
        assert not name.startswith("-")


def test_a_long_name_is_cut_between_letters() -> None:
    assert stem(DAY, "é語" * 300).encode().decode() == "2017-09-04-" + "e語" * 27 + "e"
    assert stem(DAY, "x " * 300).endswith("-x")
