"""The desk dies, its terminal is closed, it is typed at faster than anybody can, it runs for hours: a sample here, more in
`make soak`.

Beside each stands its control: the same trial of a desk with a fault planted in it, which has to be found.
"""

from __future__ import annotations

import pytest

from faults.deaths import deaths
from faults.deaths import held as deaths_held
from faults.endurance import endurance
from faults.endurance import held as endurance_held
from faults.hangups import hangups
from faults.hangups import held as hangups_held
from faults.keys import held as keys_held
from faults.keys import keys


@pytest.mark.alone
def test_whenever_the_desk_dies_nothing_shown_is_lost() -> None:
    figures = deaths(["--rounds=200", "--lanes=4"])
    assert deaths_held(figures), figures
    assert figures["deaths"] == 200


@pytest.mark.parametrize(
    ("planted", "seen"),
    [
        ("drafts-come-late", ("lost_late", "mark_lied")),
        ("acts-are-shown-early", ("acts_lost",)),
        ("acts-leave-their-drafts", ("twice",)),
        ("deaf-to-the-end", ("late_ends",)),
    ],
)
def test_a_desk_that_loses_something_at_a_death_is_found_out(planted: str, seen: tuple[str, ...]) -> None:
    figures = deaths(["--rounds=40", "--lanes=1", f"--plant={planted}", *(f"--until={clause}" for clause in seen)])
    assert all(figures[clause] > 0 for clause in seen), figures


def test_what_is_recorded_is_what_was_typed() -> None:
    figures = keys(["--rounds=1000"])
    assert keys_held(figures), figures


@pytest.mark.parametrize("planted", ["keys-are-swapped", "keys-are-dropped"])
def test_a_desk_that_changes_what_is_typed_is_found_out(planted: str) -> None:
    assert keys(["--rounds=300", "--lanes=1", "--busy=0", f"--plant={planted}"])["differences"] > 0


@pytest.mark.alone
def test_a_closed_terminal_leaves_nobody_behind() -> None:
    figures = hangups(["--rounds=12", "--lanes=3"])
    assert hangups_held(figures), figures


def test_a_desk_that_does_not_hear_its_terminal_close_is_found_out() -> None:
    figures = hangups(["--rounds=2", "--plant=deaf-to-the-end"])
    assert figures["alive_after_2s"] == figures["book_not_free"] == 2


def test_a_long_meeting_takes_no_more_than_a_short_one() -> None:
    figures = endurance(["--acts=2"])
    assert endurance_held(figures), figures


def test_a_desk_that_leaks_is_found_out() -> None:
    figures = endurance(["--rounds=3", "--acts=2", "--plant=leaking"])
    assert figures["desk_grown"] > 1.1
    assert figures["files"][0] < figures["files"][1]


@pytest.mark.soak
def test_two_thousand_deaths() -> None:
    figures = deaths(["--rounds=2000", "--seed=2"])
    assert deaths_held(figures), figures


@pytest.mark.soak
def test_two_hundred_thousand_keys() -> None:
    figures = keys(["--rounds=200000", "--seed=2"])
    assert keys_held(figures), figures


@pytest.mark.soak
def test_a_thousand_closed_terminals() -> None:
    figures = hangups(["--rounds=1000", "--seed=2"])
    assert hangups_held(figures), figures


@pytest.mark.soak
def test_twelve_hours() -> None:
    figures = endurance(["--acts=60"])
    assert endurance_held(figures), figures
