"""An act as a row and back: nothing of it is lost, whatever it is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.book import commits, filing
from boardtui.book.tables import Changes
from boardtui.errors import BookError
from boardtui.model.acts import Act, Filed
from boardtui.model.times import ClockTime
from support.acts import acts, small_summons
from support.books import in_memory

clock_times = st.builds(
    ClockTime, typed=st.text(max_size=12), at=st.none() | st.times().map(lambda t: t.replace(microsecond=0, fold=0))
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("14:20", "14:20"), ("2.20 pm", "14:20 2.20 pm"), ("?", "?"), ("after lunch", "? after lunch")],
)
def test_a_time_is_kept_readably(typed: str, kept: str) -> None:
    assert filing.time_text(ClockTime.read(typed)) == kept


@given(st.none() | clock_times)
def test_a_time_comes_back_as_it_was(time: ClockTime | None) -> None:
    assert filing.time_read(filing.time_text(time)) == time


@settings(max_examples=60, deadline=None)
@given(acts(), st.booleans(), st.none() | clock_times)
def test_any_act_comes_back_as_it_was_filed(act: Act, restricted: bool, at: ClockTime | None) -> None:
    raw = in_memory()
    filed = Filed(1, "m", "2026-09-04T13:00:00Z", at, "clerk", "3", restricted, act, "token")
    commits.file_act(raw, commits.Job(filed, Changes()))
    assert filing.acts(raw, "m") == [filed]
    assert filing.by_token(raw, "token") == filed
    raw.close()


def test_the_summons_comes_back_with_its_whole_agenda() -> None:
    raw = in_memory()
    filed = Filed(1, "m", "2026-09-04T13:00:00Z", None, "clerk", "", False, small_summons(), "token")
    commits.file_act(raw, commits.Job(filed, Changes()))
    assert filing.acts(raw, "m") == [filed]
    raw.close()


@pytest.mark.parametrize(("kind", "payload"), [("no_such_kind", "{}"), ("paragraph", '{"text": 7}')])
def test_an_act_that_cannot_be_read_is_named_and_not_passed_over(kind: str, payload: str) -> None:
    raw = in_memory()
    raw.execute(
        "INSERT INTO act VALUES (1, 'm', 'w', NULL, 'clerk', ?, '', 0, ?, 'salt', 'digest', '00', 'token')",
        [kind, payload],
    )
    with pytest.raises(BookError, match=r"act of a kind|Act 1"):
        filing.acts(raw, "m")
    raw.close()


def test_midnight_and_seconds_are_times_too() -> None:
    for at in (dt.time(0, 0), dt.time(23, 59, 59)):
        assert filing.time_read(filing.time_text(ClockTime(typed="then", at=at))) == ClockTime(typed="then", at=at)
