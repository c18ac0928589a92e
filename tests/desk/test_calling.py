"""A meeting is called from its agenda: its name, its number, its people, its prepared text."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.errors import InputError
from boardtui.model.law import AccessLaw, Code
from support.agenda_texts import BOARD
from support.desks import call, open_book

NEXT = BOARD.replace("7 September 2026", "5 October 2026").replace("next minute number: 31\n", "")


def test_a_meeting_is_named_after_its_day_and_its_body(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        names = [call(book, BOARD.replace("Marrow Vale Health Board", name)).meeting for name in NAMES]
        assert names == [
            "2026-09-07-health-and-well-being-board", "2026-09-07-health-and-well-being-board-2",
            "2026-09-07-o-neill-trust-cafe", "2026-09-07-meeting",
        ]  # fmt: skip


NAMES = ("Health and Well-being Board", "Health and Well-Being BOARD", "O Neill / Trust: Café", "…")


def test_a_meeting_without_a_day_that_can_be_read_is_named_after_its_body(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        assert call(book, BOARD.replace("7 September 2026", "some day soon")).meeting == "marrow-vale-health-board"


def test_numbers_go_on_from_the_last_meeting_of_the_same_body(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        first = call(book)
        for line in (
            "/present all",
            "/start 14:00",
            "# 1",
            "/declare none",
            "# 4",
            "The plan was received.",
            "/close 15:00",
        ):
            first.say(line)
        first.wait()
        other = call(book, NEXT.replace("Marrow Vale Health Board", "Marrow Vale Planning Committee"))
        then = call(book, NEXT)
        assert other.record.agenda is not None
        assert then.record.agenda is not None
        assert (other.record.agenda.next_number, then.record.agenda.next_number) == ("", "33")


def test_a_number_the_agenda_states_stands(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        call(book)
        stated = call(book, NEXT.replace("quorum: 3", "next minute number: 90\nquorum: 3"))
        assert stated.record.agenda is not None
        assert stated.record.agenda.next_number == "90"


def test_the_same_people_are_the_same_in_the_next_meeting(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        first = call(book)
        changed = NEXT.replace("Cllr Ida Penrose | Chair", "Councillor I Penrose | Chair").replace(
            "T Lark", "Tina Lark"
        )
        then = call(book, changed)
        assert set(first.record.people) == set(then.record.people)
        assert len(book.people()) == len(first.record.people)


def test_somebody_of_the_same_surname_is_somebody_else(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        first = call(book)
        then = call(book, NEXT.replace("Cllr Ida Penrose | Chair", "Cllr Walter Penrose | Chair"))
        assert len(set(then.record.people) - set(first.record.people)) == 1


def test_prepared_text_is_filed_under_its_item(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        desk = call(book)
        assert [(filed.act.kind, filed.item) for filed in desk.record.filed] == [
            ("summons", ""), ("open_item", "3"), ("paragraph", "3"),
        ]  # fmt: skip
        assert all(block.prepared for _, block in desk.record.blocks())


@pytest.mark.parametrize(
    ("header", "code", "law"),
    [
        ("house: partnership_board", Code.MODEL, AccessLaw.ENGLAND),
        ("house: full_council", Code.MODEL, AccessLaw.ENGLAND),
        ("house: parish_council", Code.MODEL, AccessLaw.PARISH),
        ("house: parish_council\ncode: wales", Code.WALES, AccessLaw.PARISH),
        ("house: partnership_board\ncode: nhs\nlaw: nhs", Code.NHS, AccessLaw.NHS),
    ],
)
def test_what_governs_the_meeting_is_written_down_when_it_is_called(
    tmp_path: Path, header: str, code: Code, law: AccessLaw
) -> None:
    with open_book(tmp_path) as book:
        agenda = call(book, BOARD.replace("house: partnership_board", header)).record.agenda
        assert agenda is not None
        assert (agenda.code, agenda.law) == (code, law)


@pytest.mark.parametrize("line", ["/nonsense", "= decided already", "! @nobody do it"])
def test_prepared_text_that_is_not_understood_calls_no_meeting(tmp_path: Path, line: str) -> None:
    with open_book(tmp_path) as book:
        with pytest.raises(InputError, match=r"Roof \[phase 2\]") as refused:
            call(book, BOARD.replace("   Draft: ", f"   Draft: {line}\n   Draft: "))
        assert line in refused.value.message
        assert book.meetings() == []
        assert book.next_seq() == 1
