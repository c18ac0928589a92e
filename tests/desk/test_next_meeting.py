"""An agenda that was read from a file prints as the body's last meeting did, where it doesn't say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.desk.agenda_files import AgendaFile
from boardtui.desk.next_meeting import like_the_last
from boardtui.model.agenda import Agenda, Numbering
from boardtui.model.law import Code
from support.desks import call, open_book

PARISH = """---
council: Nether Poole
committee: Nether Poole Parish Council
house: parish_council
numbering: restarting
code: wales
date: 4 May 2027
ends by: 10.00 pm
interest: Trustee | leave
---
1. Budget
"""
MAIL = """Nether Poole Parish Council

Tuesday 1 June 2027 at 7.30 pm

1. Declarations of Interest
2. Footpaths
"""


def read(text: str, house: str = "") -> Agenda:
    file = AgendaFile("mail.txt", text.encode(), house=house)
    return file.agenda_of(file.reading())


def test_it_goes_by_what_the_last_meeting_of_the_body_went_by(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        call(book, PARISH)
        agenda = like_the_last(book, read(MAIL))
        assert (agenda.house, agenda.numbering, agenda.code) == ("parish_council", Numbering.RESTARTING, Code.WALES)
        assert [kind.label for kind in agenda.interests] == ["Trustee"]
        assert agenda.date.typed == "Tuesday 1 June 2027"
        assert like_the_last(book, read(MAIL, "full_council")).house == "full_council"


@pytest.mark.parametrize("other", [MAIL.replace("Parish Council", "Burial Board"), MAIL.replace("Nether", "Upper")])
def test_another_body_is_another_body(tmp_path: Path, other: str) -> None:
    with open_book(tmp_path) as book:
        call(book, PARISH)
        assert like_the_last(book, read(other)) == read(other)


def test_the_body_of_another_council_is_another_one(tmp_path: Path) -> None:
    planning = PARISH.replace("Nether Poole Parish Council", "Planning Committee")
    with open_book(tmp_path) as book:
        call(book, planning)
        agenda = read(MAIL).model_copy(update={"committee": "Planning Committee", "council": "Upper Poole"})
        assert like_the_last(book, agenda) == agenda
        assert like_the_last(book, agenda.model_copy(update={"council": ""})).house == "parish_council"
