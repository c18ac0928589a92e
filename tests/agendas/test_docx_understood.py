"""The agenda of the made-up board is understood whole, in whichever layout a clerk has it in Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.agendas.opening import open_source
from boardtui.agendas.understanding import understand
from support.marrick import WORD_FILES
from support.scores import scores

FILES = Path(__file__).parent / "files"
SAID = read_agenda((FILES / "marrick.agenda.md").read_text("utf-8"))


@pytest.mark.parametrize("name", WORD_FILES)
def test_all_of_it_is_understood(name: str) -> None:
    reading = understand(open_source((FILES / f"{name}.docx").read_bytes(), f"{name}.docx"))
    assert {kind: f"{found} of {most}" for kind, (found, most) in scores(reading.agenda, SAID).items()} == {
        "items": "9 of 9",
        "titles": "9 of 9",
        "pages": "5 of 5",
        "sub-items": "7 of 7",
        "sections": "4 of 4",
        "members": "20 of 20",
        "contact": "1 of 1",
    }
    agenda = reading.agenda
    assert (agenda.council, agenda.committee, agenda.place) == (SAID.council, SAID.committee, SAID.place)
    assert (agenda.date, agenda.time, agenda.issued) == (SAID.date, SAID.time, SAID.issued)
    assert not reading.doubts
