"""A native agenda file is read, written and read again: nothing is lost, whatever the text."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings

from boardtui.agendas.gaps import agenda_gaps
from boardtui.agendas.native import read_agenda
from boardtui.agendas.native_writer import write_agenda
from boardtui.agendas.problems import AgendaError
from boardtui.model.agenda import Agenda, Credit, Item
from boardtui.model.times import CalendarDay, ClockTime
from support.agendas import agendas, texts

hard = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@hard
@given(agendas())
def test_what_is_written_is_read_as_the_same_agenda_and_written_the_same_again(agenda: Agenda) -> None:
    once = write_agenda(agenda)
    again = read_agenda(once)
    assert again == agenda
    assert write_agenda(again) == once
    assert all(gap.endswith(".") and "\n" not in gap for gap in agenda_gaps(agenda))


@hard
@given(texts(400))
def test_any_text_is_an_agenda_or_an_error_that_names_a_line_and_says_what_to_do(text: str) -> None:
    for whole in (text, f"---\ncommittee: X\ndate: ?\n---\n{text}", f"---\ncommittee: X\ndate: ?\n{text}\n---\n1. Y"):
        try:
            read_agenda(whole, "x.agenda.md")
        except AgendaError as error:
            assert error.message.startswith("x.agenda.md line ")
            assert "\n" not in error.message
            assert error.hint


def test_what_an_importer_understood_is_written_where_the_words_do_not_say_it() -> None:
    item = Item(number="1", title="Budget", report_of=(Credit(words="from Jo", name="Jo Ward", post="Treasurer"),))
    day = CalendarDay(typed="Monday next", on=dt.date(2017, 9, 4))
    agenda = Agenda(
        committee="The Board", date=day, time=ClockTime(typed="after tea", at=dt.time(16, 30)), body=(item,)
    )
    again = read_agenda(write_agenda(agenda))
    assert again.date.on == day.on
    assert again.time == ClockTime(typed="16:30", at=dt.time(16, 30))
    assert again.items[0].report_of[0].name == "Jo Ward"
    assert again.items[0].report_of[0].post == "Treasurer"
