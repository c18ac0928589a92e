"""The agenda of a made-up board, printed by LibreOffice from three layouts of Word: how much of it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.agendas.opening import open_source
from boardtui.agendas.understanding import understand
from support.scores import scores

FILES = Path(__file__).parent / "files"
SAID = read_agenda((FILES / "marrick.agenda.md").read_text("utf-8"))


@pytest.mark.parametrize("name", ["marrick_automatic", "marrick_typed", "marrick_table"])
def test_all_of_it_is_understood(name: str) -> None:
    reading = understand(open_source((FILES / f"{name}.pdf").read_bytes(), f"{name}.pdf"))
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
    assert (agenda.date, agenda.time) == (SAID.date, SAID.time)
