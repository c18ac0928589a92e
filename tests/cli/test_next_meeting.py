"""new without an agenda: the next meeting of a body, from its last ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.cli import main
from boardtui.model.agenda import Agenda

PARISH = """---
council: Nether Poole
committee: Nether [/] Poole Parish Council
house: parish_council
date: {day}
time: 7.30 pm
place: the Village Hall
next minute number: {number}
quorum: 3
member: Cllr Ada Brook | Chairman
member: Cllr Tom Dale
---
1. Declarations of Interest
2. {item}
3. Footpaths Working Group
4. Library Van
"""
BOARD = "---\ncommittee: Harbourne Health Board\ndate: 7 June 2027\n---\n1. Apologies\n"
NOTES = "/start 19:30\n# 2\nThe lamps were counted.\n# 4\n/defer to July\n/close 20:00\n"


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A book with two meetings of a parish council; of the later one notes were taken."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "minutes.book"))
    enter(tmp_path, PARISH.format(day="4 May 2027", number="12/27", item="Budget"))
    enter(tmp_path, PARISH.format(day="1 June 2027", number="20/27", item="Street Lights"))
    (tmp_path / "june.notes").write_text(NOTES, "utf-8")
    assert main(["take", "june.notes", "2027-06-01"]) == 0
    capsys.readouterr()


def enter(folder: Path, text: str) -> None:
    (folder / "one.agenda.md").write_text(text, "utf-8")
    assert main(["new", "one.agenda.md"]) == 0


def made(folder: Path, *words: str) -> Agenda:
    assert main(["new", *words, "-o", "next.agenda.md"]) == 0
    return read_agenda((folder / "next.agenda.md").read_text("utf-8"))


def test_it_begins_with_what_stands_again_and_what_was_put_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agenda = made(tmp_path)
    told = [(item.number, item.title, item.notes) for item in agenda.items]
    assert told == [
        ("1", "Declarations of Interest", ()),
        ("2", "Footpaths Working Group", ()),
        ("3", "Library Van", ("Put off to July by the last meeting.",)),
    ]
    assert (agenda.next_number, agenda.date.typed, agenda.house) == ("22/27", "?", "parish_council")
    assert [listed.name for listed in agenda.people] == ["Cllr Ada Brook", "Cllr Tom Dale"]
    said = capsys.readouterr().out
    assert said.startswith("next.agenda.md: 3 items, after 2027-06-01-nether-poole-parish-council.\n")
    assert "  The date is not known yet." in said


def test_it_is_entered_once_it_has_its_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path)
    file = tmp_path / "next.agenda.md"
    file.write_text(file.read_text("utf-8").replace("date: ?", "date: 6 July 2027"), "utf-8")
    assert main(["new", "next.agenda.md"]) == 0
    assert "2027-07-06-nether-poole-parish-council: 3 items." in capsys.readouterr().out


def test_of_several_bodies_one_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    enter(tmp_path, BOARD)
    assert main(["new", "-o", "next.agenda.md"]) == 1
    assert "--body: Nether [/] Poole Parish Council; Harbourne Health Board" in capsys.readouterr().err
    assert made(tmp_path, "--body", "HEALTH").committee == "Harbourne Health Board"
    assert main(["new", "--body", "planning", "-o", "other.agenda.md"]) == 1
    assert "No body of the book is called “planning”." in capsys.readouterr().err
    assert not (tmp_path / "other.agenda.md").exists()


def test_another_house_style_is_taken_where_it_is_named(tmp_path: Path) -> None:
    assert made(tmp_path, "--house", "full_council").house == "full_council"


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    made(tmp_path)
    assert main(["new", "-o", "next.agenda.md"]) == 1
    assert made(tmp_path, "--force").items


def test_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "-o", "next.agenda.md", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said == {"file": "next.agenda.md", "after": "2027-06-01-nether-poole-parish-council"}


def test_without_a_terminal_a_file_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new"]) == 2
    assert "boardtui new -o NAME.agenda.md" in capsys.readouterr().err


def test_what_is_for_one_or_the_other_is_not_for_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "one.agenda.md", "-o", "x.agenda.md"]) == 2
    assert "an agenda was given" in capsys.readouterr().err


def test_a_book_without_a_meeting_has_no_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "none.book"))
    assert main(["new", "-o", "next.agenda.md"]) == 3
    assert "There is no book" in capsys.readouterr().err
