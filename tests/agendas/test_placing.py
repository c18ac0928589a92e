"""An agenda as a reading gives the same agenda again, but for what no line of an agenda says."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from boardtui.agendas.native import read_agenda
from boardtui.agendas.placing import kept_from, reading_of
from boardtui.agendas.unheeded import unheeded
from boardtui.model.agenda import Agenda, Item
from boardtui.model.people import SeatKind
from support.agenda_texts import BOARD
from support.agendas import agendas

FILES = Path(__file__).parent / "files"


def as_said_by_lines(agenda: Agenda) -> Agenda:
    """Without what no line says, and with the vacancies behind the people."""
    body = tuple(_item(part) if isinstance(part, Item) else part for part in agenda.body)
    people = sorted(agenda.people, key=lambda listed: listed.kind is SeatKind.VACANCY)
    return agenda.model_copy(update={"body": body, "people": tuple(people)})


def _item(item: Item) -> Item:
    below = tuple(_item(one) for one in item.subitems)
    motion = f"Motion: {item.motion}" if item.motion else ""
    by = " and ".join(name for name in (item.moved_by, item.seconded_by) if name)
    notes = (f"{motion} ({by})" if by else motion, *item.notes) if motion else item.notes
    gone = {"motion": "", "moved_by": "", "seconded_by": "", "recorded_vote": False, "draft": ()}
    return item.model_copy(update={**gone, "notes": notes, "subitems": below})


def test_an_agenda_is_given_again_with_its_house_and_numbers() -> None:
    agenda = read_agenda(BOARD)
    reading = reading_of(agenda, "the next meeting")
    assert kept_from(agenda, reading) == as_said_by_lines(agenda)
    assert (kept_from(agenda, reading).house, kept_from(agenda, reading).next_number) == ("partnership_board", "31")
    assert unheeded(reading.placed) == {}
    assert reading.doubts == ()
    assert reading.source.lines[11].text == "officer: T Lark | | Place"


def test_a_long_one_too() -> None:
    agenda = read_agenda((FILES / "marrick.agenda.md").read_text("utf-8"))
    assert kept_from(agenda, reading_of(agenda, "marrick")) == as_said_by_lines(agenda)


@given(agendas())
def test_whatever_an_agenda_holds(agenda: Agenda) -> None:
    again = kept_from(agenda, reading_of(agenda, "any"))
    assert again == as_said_by_lines(agenda)
