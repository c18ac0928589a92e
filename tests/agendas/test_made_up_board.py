"""The agenda of a made-up board is understood whole, in whichever form a clerk has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.agendas.opening import open_source
from boardtui.agendas.source import Kind
from boardtui.agendas.understanding import understand
from support.marrick import WORD_FILES
from support.scores import scores

FILES = Path(__file__).parent / "files"
SAID = read_agenda((FILES / "marrick.agenda.md").read_text("utf-8"))
WORD = {f"{name}.docx": Kind.WORD for name in WORD_FILES}
PDF = {f"{name}.pdf": Kind.PDF for name in WORD_FILES}
WEB = {"marrick_page.html": Kind.PAGE, "marrick_service.xml": Kind.SERVICE}


@pytest.mark.parametrize(("name", "kind"), [*WORD.items(), *PDF.items(), *WEB.items()])
def test_all_of_it_is_understood(name: str, kind: Kind) -> None:
    source = open_source((FILES / name).read_bytes(), name)
    reading = understand(source)
    agenda = reading.agenda
    assert source.kind is kind
    assert {kind: f"{found} of {most}" for kind, (found, most) in scores(agenda, SAID).items()} == {
        "items": "9 of 9",
        "titles": "9 of 9",
        "pages": "5 of 5",
        "sub-items": "7 of 7",
        "sections": "4 of 4",
        "members": "20 of 20",
        "contact": "1 of 1",
    }
    assert (agenda.committee, agenda.date.on, agenda.time, agenda.place) == (
        SAID.committee,
        SAID.date.on,
        SAID.time,
        SAID.place,
    )
    assert [bool(one.report_of) for one in agenda.items] == [bool(one.report_of) for one in SAID.items]
    assert not reading.doubts


@pytest.mark.parametrize("name", [*WORD, *PDF])
def test_on_paper_also_who_issued_it_and_the_day_in_its_words(name: str) -> None:
    agenda = understand(open_source((FILES / name).read_bytes(), name)).agenda
    assert (agenda.council, agenda.date, agenda.issued) == (SAID.council, SAID.date, SAID.issued)


@pytest.mark.parametrize("name", WEB)
def test_of_a_page_nothing_is_left_over(name: str) -> None:
    assert not understand(open_source((FILES / name).read_bytes(), name)).leftovers
