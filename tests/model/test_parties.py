"""Whom somebody votes with."""

from __future__ import annotations

import pytest

from boardtui.model.parties import of_party, party_of
from boardtui.model.room import voters
from support.meetings import Taking, called

AGENDA = """---
committee: Harbour Board
date: 4 September 2026
member: Cllr Ann Alder | Chair | | Red
member: Cllr Ben Birch | | | Blue
member: Dr Cy Cedar | | Harbour Trust (HT)
member: Dee Dogwood | | Blue
member: Eve Elm
substitute: Fay Fir | | | for Ben Birch
---
1. Welcome
"""


@pytest.fixture
def board() -> Taking:
    board = called(AGENDA)
    for line in ("/present @alder @cedar @dogwood @elm", "/sub @fir for @birch"):
        board.line(line)
    return board


def test_a_group_else_an_organisation_else_that_of_whom_one_stands_for(board: Taking) -> None:
    found = {person: party_of(board.record, person) for person in voters(board.record)}
    assert found == {"alder": "Red", "cedar": "Harbour Trust (HT)", "dogwood": "Blue", "elm": "", "fir": "Blue"}


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("red", ["alder"]), ("Harbour Trust HT", ["cedar"]), ("Nobody", []), ("—", []), ("", []),
        ("Blue", ["fir"]),  # of the group, and not of the organisation of that name
    ],
)  # fmt: skip
def test_those_of_a_party(board: Taking, words: str, people: list[str]) -> None:
    assert of_party(board.record, words, voters(board.record)) == people
