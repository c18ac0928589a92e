"""What a line of a front sheet says of body, day, hour and place."""

from __future__ import annotations

import pytest

from boardtui.agendas.wording import Called, body_named, called_in, is_day_alone, kind_named


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("2.00 pm on Monday, 4th September, 2028", Called(day="Monday, 4th September, 2028", time="2.00 pm")),
        ("Scrutiny Board (5) - Tuesday, 21st November, 2028 10.00 am",
         Called("Scrutiny Board (5)", "", "Tuesday, 21st November, 2028", "10.00 am")),
        ("Marrick Parish Council – Ordinary Meeting Tuesday 2nd January 2028, 7.30pm Village Hall",
         Called("Marrick Parish Council", "ordinary", "Tuesday 2nd January 2028", "7.30pm", "Village Hall")),
        ("an extraordinary meeting of the Finance Committee will be held in the Guildhall on 4 May 2028 at 19:00",
         Called("Finance Committee", "extraordinary", "4 May 2028", "19:00", "the Guildhall")),
        ("Annual Parish Meeting in the Village Hall on Tuesday, 8th May 2028 at 7.30pm",
         Called("", "annual", "Tuesday, 8th May 2028", "7.30pm", "the Village Hall")),
        ("Meeting of the Council on 4 May 2027 at 7.30 pm in the Village Hall",
         Called("Council", "", "4 May 2027", "7.30 pm", "the Village Hall")),
        ("Held in the Board Room, Elder Park at 7 p.m.", Called(time="7 pm", place="the Board Room, Elder Park")),
        ("December 4, 2028", Called(day="December 4, 2028")),
        ("grants of £2.50 and 3:1", Called()),
    ],
)  # fmt: skip
def test_a_line_that_calls_the_meeting(line: str, called: Called) -> None:
    assert called_in(line) == called


@pytest.mark.parametrize(
    ("line", "body"),
    [("Marrick Health Board", "Marrick Health Board"), ("MARRICK PARISH COUNCIL", "MARRICK PARISH COUNCIL"),
     ("Committee Room 3 - Council House", ""), ("The weather", ""), ("Councillor Pell", "")],
)  # fmt: skip
def test_a_line_that_names_a_body(line: str, body: str) -> None:
    assert body_named(line) == body


def test_days_and_kinds() -> None:
    assert is_day_alone("Friday, 25 August 2028.")
    assert not is_day_alone("Friday, 25 August 2028 at noon")
    assert kind_named("A.G.M. of the Trust") == "annual"
    assert kind_named("the Trust") == ""
