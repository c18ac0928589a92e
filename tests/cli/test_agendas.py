"""agenda, new: what comes of an agenda of any kind without a screen."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.cli import main
from boardtui.model.acts.meeting import Summons
from boardtui.model.people import SeatKind
from support.agenda_texts import BOARD

MAIL = """Nether Poole Parish Council

Meeting of the Council on Wednesday 4 May 2027 at 7.30 pm in the Village Hall

AGENDA

1. Apologies for Absence
2. Street lights [phase 2] (Pages 3 - 8)
   (a) Quotations
3. Closing
"""


@pytest.fixture(autouse=True)
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "minutes.book"))
    (tmp_path / "mail.txt").write_text(MAIL, "utf-8")
    return tmp_path


def test_an_agenda_file_is_printed_and_what_is_to_be_looked_at_is_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["agenda", "mail.txt"]) == 0
    said = capsys.readouterr()
    agenda = read_agenda(said.out)
    assert [item.title for item in agenda.items] == ["Apologies for Absence", "Street lights [phase 2]", "Closing"]
    assert agenda.items[1].pages == "3 - 8"
    assert [item.title for item in agenda.items[1].subitems] == ["Quotations"]
    assert "Odd or missing:\n" in said.err
    assert "  “Wednesday 4 May 2027” is a Tuesday." in said.err
    assert "  There is no item for declarations of interest." in said.err


def test_it_is_written_to_a_file_and_the_report_is_printed(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", "mail.txt", "-o", "may.agenda.md"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("may.agenda.md: 3 items.\n")
    assert "is a Tuesday" in said.out
    assert said.err == ""
    assert len(read_agenda((there / "may.agenda.md").read_text("utf-8")).items) == 3


def test_a_file_that_is_there_is_written_over_only_by_force(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (there / "may.agenda.md").write_text("mine", "utf-8")
    assert main(["agenda", "mail.txt", "-o", "may.agenda.md"]) == 1
    assert "--force" in capsys.readouterr().err
    assert (there / "may.agenda.md").read_text("utf-8") == "mine"
    assert main(["agenda", "mail.txt", "-o", "may.agenda.md", "--force"]) == 0
    assert "Street lights" in (there / "may.agenda.md").read_text("utf-8")


def test_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", "mail.txt", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["sha256"] == hashlib.sha256(MAIL.encode()).hexdigest()
    assert (said["kind"], said["source"], said["file"]) == ("text", "mail.txt", None)
    assert len(said["agenda"]["body"]) == 3
    flags = [one for one in said["troubles"] if one["sort"] == "odd or missing"]
    assert {"“Wednesday 4 May 2027” is a Tuesday."} <= {one["sentence"] for one in flags}


@pytest.mark.parametrize("command", [["agenda"], ["agenda", "--json"], ["new"]])
def test_where_no_agenda_is_found_it_is_said(
    there: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (there / "letter.txt").write_text("Dear Clerk,\n\nplease find nothing attached.\n", "utf-8")
    assert main([*command, "letter.txt"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "No agenda was found in letter.txt" in said.err
    assert not (there / "minutes.book").exists()


def test_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MAIL.encode())))
    assert main(["agenda", "-"]) == 0
    assert "2. Street lights [phase 2] (Pages 3 - 8)" in capsys.readouterr().out


def test_what_it_makes_is_entered_at_once(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", "mail.txt", "-o", "may.agenda.md"]) == 0
    assert main(["new", "may.agenda.md"]) == 0
    assert "2027-05-04" in capsys.readouterr().out.splitlines()[-1]
    with Book.open(there / "minutes.book", read_only=True) as book:
        summons = book.acts(book.meetings()[0].name)[0].act
    assert isinstance(summons, Summons)
    assert summons.source == hashlib.sha256((there / "may.agenda.md").read_bytes()).hexdigest()


def test_without_a_terminal_any_other_kind_is_not_entered(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mail.txt"]) == 2
    said = capsys.readouterr()
    assert said.err.endswith("boardtui agenda mail.txt -o NAME.agenda.md\n")
    assert not (there / "minutes.book").exists()


def test_a_file_of_our_own_is_known_by_its_header_whatever_it_is_called(there: Path) -> None:
    (there / "board.txt").write_text(BOARD, "utf-8")
    assert main(["new", "board.txt"]) == 0


def test_a_file_of_our_own_is_looked_through_too(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (there / "board.agenda.md").write_text(BOARD.replace("quorum: 3\n", ""), "utf-8")
    assert main(["agenda", "board.agenda.md"]) == 0
    said = capsys.readouterr()
    assert read_agenda(said.out).items
    assert "The agenda gives no quorum." in said.err


MEMBERS = "Name,Role,Group\nCouncillor Ada Brook,Chairman,Village\nCllr Joe Pell,,Green\n"


def test_who_sits_is_taken_from_a_file_of_its_own(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (there / "members.csv").write_text(MEMBERS, "utf-8")
    for source, text in (("mail.txt", MAIL), ("board.agenda.md", BOARD)):
        (there / source).write_text(text, "utf-8")
        assert main(["agenda", source, "--members", "members.csv"]) == 0
        people = read_agenda(capsys.readouterr().out).people
        members = [(one.name, one.role, one.group) for one in people if one.kind is SeatKind.MEMBER]
        assert members == [("Councillor Ada Brook", "Chairman", "Village"), ("Cllr Joe Pell", "", "Green")]
    assert main(["new", "board.agenda.md", "--members", "members.csv"]) == 0
    assert main(["new", "--members", "members.csv", "-o", "next.agenda.md"]) == 0
    assert "member: Cllr Joe Pell | | | Green" in (there / "next.agenda.md").read_text("utf-8")


def test_a_file_of_members_that_is_none_is_told_by_its_name(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (there / "members.csv").write_text("", "utf-8")
    assert main(["agenda", "mail.txt", "--members", "members.csv"]) == 1
    assert "members.csv" in capsys.readouterr().err
    assert main(["agenda", "mail.txt", "--members", "nowhere.csv"]) == 1
    assert "There is no file nowhere.csv." in capsys.readouterr().err


def test_the_house_style_is_named_beside_it(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (there / "board.agenda.md").write_text(BOARD, "utf-8")
    for source in ("mail.txt", "board.agenda.md"):
        assert main(["agenda", source, "--house", "parish_council"]) == 0
        assert read_agenda(capsys.readouterr().out).house == "parish_council"
